"""Data of which one batch has a reason that spares it and another goes abroad for an aim of its own
(客人自己订的国外酒店，三十万人；另外把二十万人的喜好给广告公司): the reason is that of the first
alone. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.answers.aims import sold_aims
from knowledge.answers.groups_told import Group
from knowledge.answers.people_counts import counted_input, people_told
from knowledge.answers.plain_deeds import in_table_words
from knowledge.answers.reasons import reason_in, reason_of
from knowledge.answers.table_words import stated
from knowledge.text import normalise
from knowledge.types import DecisionTable

_BESIDES = re.compile(
    r"另外|此外|除此之外|同时|顺便|顺带|(?<![没])还[要有会把顺也想打准发传给]|也[把发传给会要]|又[把发传给]|不过|但是?(?=我|还|也)|剩下|其余"
    r"|\b(?:also|besides|in addition|as well|another|and we|but we|plus)\b"
)
_CUT = re.compile(r"[,;。!?:\n]|\.(?=\s|$)")
_OF_FIRST = ("前面那批", "The first batch")
_OF_OTHER = ("另外那批", "The other batch")


def apart_by_aim(table: DecisionTable, texts: Sequence[str]) -> Mapping[Group, tuple[str, ...]]:
    """What texts tell of data that a reason spares, and of a batch with a number and an aim of its
    own; empty where they do not tell of both."""
    reason, counted = reason_of(table), counted_input(table)
    told = [normalise(text) for text in texts]
    found = next(((n, s) for n, t in enumerate(told) if (s := _start(t)) >= 0), None)
    if reason is None or counted is None or found is None:
        return {}
    place, start = found
    other = told[place][start:].strip(" ,;。")
    rest = [*told[:place], told[place][:start].strip(" ,;。"), *told[place + 1 :]]
    first = tuple(t for t in rest if t)
    own = people_told(other, counted.units)
    if len(own) != 1 or not any(people_told(t, counted.units) for t in first):
        return {}
    spared = any(reason_in(table, stated(table, t)) for t in in_table_words(first))
    if not spared or any(people_told(t, counted.units) for t in told[place + 1 :]):
        return {}
    behind = told[place + 1 :]
    return {
        _group("first", _OF_FIRST, first): first,
        _group("other", _OF_OTHER, (other,)): (_abroad(other), *behind),
    }


def _start(text: str) -> int:
    """Where a text begins to tell of a batch with an aim of its own; -1 where it tells of none."""
    for aim in sold_aims(text):
        besides = _BESIDES.search(text, 0, aim.start() + 1)
        if besides is not None:
            return max((m.end() for m in _CUT.finditer(text, 0, besides.start())), default=0)
    return -1


def _abroad(text: str) -> str:
    """A batch as one that is of no reason."""
    return f"{text}, for marketing" if text.isascii() else f"{text},做营销"


def _group(name: str, names: tuple[str, str], texts: Sequence[str]) -> Group:
    said = ",".join(texts)
    return Group(name, *names, said, said)
