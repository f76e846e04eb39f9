"""Several batches of data that a text tells of, each of a kind of its own and with its number
(2000个顾客的处方，再加5万人的电话). Pure.

The law counts the people of each kind apart, so numbers of two kinds are never summed: each kind is
a case of its own, with the number of its own batches.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from knowledge.answers.batches import kind_told, says_besides, tells_no_more
from knowledge.answers.groups_told import Group, groups_in, of_one_group
from knowledge.answers.held_totals import told_of_all
from knowledge.answers.people_counts import (
    CLAUSE_END,
    Told,
    clause_of,
    counted_input,
    people_in,
    people_told,
)
from knowledge.answers.running_totals import says_more
from knowledge.answers.table_parts import kind_of, told_in_one
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_JOINT = re.compile(
    r"(?:以及|还有|另外|外加|再加上?|加上?|[和与跟及、又])"
    r"|\b(?:and|plus|as well as|together with)\b"
)
"""What stands in one clause between two batches."""
_AS_WELL = "，另外"
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
    r"|\b(?:in|since|during)\s(?:[a-z]+\s)?(?:19|20)\d\d\b(?!,)"
    r"|(?:大?前年|去年|上1?年度?|明年)|\b(?:last|next) year\b"
)
_THIS_YEAR = re.compile(r"今年|本年|\bthis year\b")


class _Batch(msgspec.Struct, frozen=True):
    kind: str
    text: str
    value: str


def several_in(table: DecisionTable, texts: Sequence[str]) -> Mapping[Group, tuple[str, ...]]:
    """The groups of people, else the kinds of data, of which some texts tell a number each."""
    groups = groups_in(table, texts)
    if not groups:
        return kinds_in(table, of_one_group(table, texts))
    found: dict[Group, tuple[str, ...]] = {}
    for group, own in groups.items():
        kinds = kinds_in(table, own)
        found |= {_of_group(group, k): told for k, told in kinds.items()} or {group: own}
    return found


def _of_group(group: Group, kind: Group) -> Group:
    """A kind of the data of a group of which several are told, as a group with both names."""
    label, english = f"{group.label}（{kind.label}）", f"{group.english} ({kind.english})"
    return Group(f"{group.name} {kind.name}", label, english, kind.text, kind.figures)


def kinds_in(table: DecisionTable, texts: Sequence[str]) -> dict[Group, tuple[str, ...]]:
    """The kinds of data of which some texts tell a number each, with what the texts tell of each;
    empty where they tell of one kind, or of whose number it is stays open."""
    kind, counted = kind_of(table), counted_input(table)
    told = [normalise(text) for text in texts]
    if kind is None or counted is None:
        return {}
    places = [n for n, text in enumerate(told) if people_told(text, counted.units)]
    if not places or places != [*range(places[0], places[-1] + 1)]:
        return {}
    first, *more = (told[n] for n in places)
    if not all(says_besides(text) or says_more(text) for text in more):
        return {}
    before, behind = told[: places[0]], told[places[-1] + 1 :]
    if any(kind_told(table, text) for text in (*before, *behind)):
        return {}
    whole = "，".join((first.rstrip("。.?？!！ "), *more))
    batches, shared = _batches(table, normalise(whole), counted)
    by_kind: dict[str, list[_Batch]] = {}
    for batch in batches:
        by_kind.setdefault(batch.kind, []).append(batch)
    if len(by_kind) < 2 or "" in by_kind:
        return {}
    found: dict[Group, tuple[str, ...]] = {}
    for value, own in by_kind.items():
        said = f"{_AS_WELL.join(b.text for b in own)}，{shared}".strip("，")
        if kind_told(table, said) != value:
            return {}
        if len(own) == 1 and people_in(said, counted.units) != own[0].value:
            return {}
        found[_named(kind, value, own)] = (*before, said, *behind)
    return found


def _named(kind: Input, value: str, own: Sequence[_Batch]) -> Group:
    """A kind as a group, with the names that the table gives it; as it was told where it is left
    open which one it is."""
    said = "、".join(batch.text for batch in own)
    if value not in kind.values:
        return Group(value, said, said, said, said)
    place = kind.values.index(value)
    return Group(value, kind.labels[place], kind.labels_english[place], said, said)


def _batches(table: DecisionTable, text: str, counted: Input) -> tuple[tuple[_Batch, ...], str]:
    """The batches of a normalised text, and what it tells of all of them; none where numbers may be
    of a part, of all who are held or of another time."""
    numbers = people_told(text, counted.units)
    if len(numbers) < 2 or told_of_all(text, counted.units) is not None:
        return (), text
    years = list(_YEAR.finditer(text))
    of_several = len(years) > 1 or (years and _THIS_YEAR.search(text))
    if of_several or len(told_in_one(table, text)) > 1:
        return (), text
    starts = [clause_of(text, numbers[0])[0]]
    for before, number in pairwise(numbers):
        start = _start(text, before, number)
        if start < 0 or tells_no_more(text, before, number):
            return (), text
        starts.append(start)
    ends = [*starts[1:], len(text)]
    found: list[_Batch] = []
    rest = ""
    for number, start, end in zip(numbers, starts, ends, strict=True):
        own_end = end if end < len(text) else _own_end(table, text, number, start)
        own = text[start:own_end].strip(",;。 ")
        kind = kind_told(table, text[start : min(end, clause_of(text, number)[1])])
        found.append(_Batch(kind or kind_told(table, own), own, number.value))
        rest = text[own_end:end] if end == len(text) else rest
    when = ",".join(m[0] for m in years if m.start() >= starts[0])
    shared = (text[: starts[0]].rstrip(",;。 "), when, rest.lstrip(",;。 "))
    return tuple(found), ",".join(part for part in shared if part)


def _start(text: str, before: Told, number: Told) -> int:
    """Where what is told of a number begins: with its clause, or behind what joins it to the one
    before; -1 where nothing stands between them."""
    clause = clause_of(text, number)[0]
    if clause >= before.end:
        return clause
    joints = list(_JOINT.finditer(text, before.end, number.start))
    return joints[-1].end() if joints else -1


def _own_end(table: DecisionTable, text: str, number: Told, start: int) -> int:
    """Where what is told of the last number ends: with its clause, or with the first one behind
    that tells its kind."""
    end = clause_of(text, number)[1]
    while end < len(text) and not kind_told(table, text[start:end]):
        following = CLAUSE_END.search(text, end + 1)
        end = following.start() if following is not None else len(text)
    return end
