"""A reason that spares and is only the word for people (员工), where a text names people of another
kind beside them (员工和客户): it is not told of these. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answers.people_groups import APPLICANTS, CREW, STAFF, named_groups
from knowledge.text import normalise
from knowledge.types import DecisionTable

_STAFF = re.compile(r"^(?:员工|雇员|职工|人力资源|employees?|staff|payroll|personnel|hr\b.*)$")
Occurs = Callable[[str, str], tuple[bool, bool]]
"""Whether a phrase stands in a text, and whether it stands there denied."""


def without_shared_reason(
    table: DecisionTable, slots: dict[str, str], text: str, occurs: Occurs
) -> dict[str, str]:
    """What is stated, without a reason that spares and is only the word for people (员工) where the
    text names people of another kind beside them (员工和客户): it is not told of these."""
    for known in table.inputs:
        value = slots.get(known.name, "")
        if not known.spares or not value or value == known.assume:
            continue
        told = [p for p in map(normalise, known.words.get(value, ())) if occurs(p, text)[0]]
        named = named_groups(text)
        own = (STAFF, APPLICANTS) if STAFF in named else (STAFF, APPLICANTS, CREW)
        others = [g for g in named if g not in own]
        if others and any(_STAFF.search(p) for p in told):
            return {name: v for name, v in slots.items() if name != known.name}
    return slots
