"""A further batch of data that is told without its kind (2000个顾客的处方，再加5万人): it is summed
with the one before, and the ruling says what it took that for, as it does of a group of people that
is only named (还有员工). Pure.

Whoever tells of more people most likely sends the same of them; where they send something else, the
numbers are not to be summed, and only the visitor knows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from knowledge.answers.added_people import added_alone
from knowledge.answers.batches import kind_told, says_besides, tells_no_more
from knowledge.answers.people_counts import SENTENCE_END, clause_of, counted_input, people_told
from knowledge.answers.rulings import Ruling
from knowledge.answers.running_totals import says_more
from knowledge.answers.table_parts import kind_of
from knowledge.text import normalise
from knowledge.types import DecisionTable

_SAME = re.compile(
    r"^\s*(?:多|余|来|几|左右)?(?:个|名|位|条|份|人)*的(?=$|[,;。?!])|同样|一样|相同|也是(?:这|那)"
    r"|\b(?:the same|likewise|as well)\b"
)
"""What says of a further number that it is of the same: 另外4万人的."""


def with_open_batch(ruling: Ruling, texts: Sequence[str], told: Sequence[str]) -> Ruling:
    """A ruling that says of which kind it took a further batch for which none was told. ``told``:
    the ``texts`` as they came, before those that only add people were put to others."""
    kind = kind_of(ruling.table)
    if kind is None or not kind.further or not ruling.settled:
        return ruling
    if not (_has_open(ruling.table, texts) or _adds_a_name(ruling.table, told)):
        return ruling
    if any(i.apart and i.assumption == i.apart for i in ruling.assumed):
        return ruling  # Of another year, it is summed with nothing.
    changed = {"assumption": kind.further, "assumption_english": kind.further_english}
    taken = msgspec.structs.replace(kind, assume=ruling.slots.get(kind.name, ""), **changed)
    return msgspec.structs.replace(ruling, assumed=(taken, *ruling.assumed))


def _adds_a_name(table: DecisionTable, told: Sequence[str]) -> bool:
    return any(
        added_alone(told[:end]) and not kind_told(table, told[end - 1])
        for end in range(2, len(told) + 1)
    )


def _has_open(table: DecisionTable, texts: Sequence[str]) -> bool:
    told = [normalise(text) for text in texts]
    if any(_open_in(table, text) for text in told):
        return True
    counted = counted_input(table)
    if counted is None:
        return False
    for place, text in enumerate(told[1:], 1):
        numbers = people_told(text, counted.units)
        if len(numbers) == 1 and says_more(text) and not kind_told(table, text):
            before = told[:place]
            numbered = any(people_told(t, counted.units) for t in before)
            if numbered and any(kind_told(table, t) for t in before):
                return _SAME.search(text[numbers[0].end :]) is None
    return False


def _open_in(table: DecisionTable, text: str) -> bool:
    """Whether a text tells of a batch with its kind and of a further one without: neither before
    both nor behind them stands what they are."""
    counted = counted_input(table)
    numbers = people_told(text, counted.units) if counted is not None else ()
    if len(numbers) < 2:
        return False
    first, *more = numbers
    if kind_told(table, text[: first.start]):
        return False
    last_end = clause_of(text, numbers[-1])[1]
    sentence_end = clause_of(text, numbers[-1], SENTENCE_END)[1]
    if kind_told(table, text[last_end:sentence_end]):
        return False
    ends = [*(n.start for n in more), last_end]
    own = [text[n.start : end] for n, end in zip(numbers, ends, strict=True)]
    if not kind_told(table, own[0]):
        return False
    for before, number, said in zip(numbers, more, own[1:], strict=False):
        further = says_besides(text[before.end : number.start])
        further = further and not tells_no_more(text, before, number)
        if further and not kind_told(table, said):
            return _SAME.search(text[number.end : last_end]) is None
    return False
