"""What the first text of a conversation states that opens a case. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.answers.case_edits import adds_nothing
from knowledge.answers.table_parts import kind_of, of_the_rest
from knowledge.answers.table_replies import by_answers
from knowledge.answers.table_words import Slots, stated
from knowledge.text import normalise
from knowledge.types import DecisionTable


def opened(table: DecisionTable, first: Sequence[str], given: Mapping[str, str]) -> Slots:
    """What the text states that opens a case; of the whole, where it tells of a part as well."""
    slots, kind = stated(table, first[0]), kind_of(table)
    for known in (i for i in table.inputs if i.trade and i.name in slots):
        if adds_nothing(slots[known.name], given.get(known.name, ""), any_of_them=True):
            slots[known.name] = given[known.name]
    if kind is None or len(first) == 1:
        return slots
    if kind.name not in slots:
        # The part has a kind of its own, so that what the whole names (订单) is not left open.
        named = by_answers(kind, normalise(first[0]))
        slots |= {kind.name: named} if named else {}
    return of_the_rest(table, slots, first[1])
