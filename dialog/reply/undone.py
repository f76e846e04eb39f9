"""Who tells behind a case that its data can still be led back to people (其实还能对回名字, we kept
the key table): they are not anonymised, and the case is ruled on as one of people. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.question import Question
from dialog.reply.told_cases import case_before
from knowledge.answers.anonymised import can_be_undone
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_SHORT = 40
"""Characters of a text that only adds to a case; English has thrice as many."""
_BACK = 3
"""Exchanges back to which the data may have been called anonymised."""
_NAMED = re.compile(r"匿名|认不出|复原|还原|\banonymi[sz]")


def undone(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The ruling on the case before without what a text undoes; ``None`` where it undoes nothing of
    it, or tells more."""
    plain = normalise(text)
    if len(plain) > _SHORT * (3 if plain.isascii() else 1) or asks(text):
        return None
    if not can_be_undone(plain):
        return None
    case = case_before(snapshot, asked)
    called = [e.question for e in asked.exchanges[-_BACK:]]
    if case is None or not any(_NAMED.search(normalise(q)) for q in (*called, text)):
        return None
    told = [*case.texts, *(q for q in called if q not in case.texts), text]
    ruling = rule_on(case.table, told, asked.today)
    if not ruling.settled and ruling.ask is None:
        return None
    return Findings("none", ruling=msgspec.structs.replace(ruling, again=False))
