"""What a later text changes of what was stated of a case before: other people, data that are not
given after all, words that add nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.table_words import Slots, occurs, stated
from knowledge.text import normalise
from knowledge.types import DecisionTable

_PERSON = re.compile(r"[者人员工童孩客]$|(?:patient|employee|member)$")
"""The end of a word that names people (患者), rather than what is known of them (体检)."""
_ANYBODY = ("个人", "公民", "personal")
"""Whose data of people is, whoever they are: who speaks of personal information names no others."""


def people_named(table: DecisionTable, text: str) -> frozenset[str]:
    """The words for people (客户, 员工) of a table's cases that a text names."""
    text = normalise(text)
    return frozenset(p for p in _people(table) if occurs(p, text)[0])


def _people(table: DecisionTable) -> frozenset[str]:
    groups = list(table.case.values())
    data = {phrase for group in groups[1:] for phrase in group}
    kinds = {p for known in table.inputs for words in known.words.values() for p in words}
    return frozenset(
        normalise(p)
        for p in (groups[0] if groups else ())
        if p not in data and p not in _ANYBODY and (p not in kinds or _PERSON.search(p))
    )


def still_told(table: DecisionTable, slots: Slots, text: str, before: str) -> Slots:
    """What was stated ``before`` and still holds when a text goes on: where it names other people
    (客户, after 员工), what was read from the word for the first does not."""
    text, before = normalise(text), normalise(before)
    people = _people(table)
    others = {p for p in people if occurs(p, text)[0] and not occurs(p, before)[0]}
    if not others:
        return slots
    by_people = {
        known.name
        for known in table.inputs
        for phrase in known.words.get(slots.get(known.name, ""), ())
        if normalise(phrase) in people and occurs(normalise(phrase), before)[0]
    }
    return {name: value for name, value in slots.items() if name not in by_people}


def adds_nothing(value: str, before: str) -> bool:
    """Whether what is stated leaves open what was told to be the strictest of it: who sends bank
    cards and speaks of staff data then still sends bank cards."""
    first, *others = value.split("|")
    return bool(others) and before == first


def without_removed(table: DecisionTable, slots: Slots, text: str, before: Sequence[str]) -> Slots:
    """What was stated ``before`` without what a text takes out of it (病历不传了): what the rest of
    the words before states holds then, or it is open again."""
    text, told = normalise(text), normalise("，".join(before))
    for known in table.inputs:
        value = slots.get(known.name, "")
        phrases = [p for p in map(normalise, known.words.get(value, ())) if occurs(p, told)[0]]
        removed = [p for p in phrases if occurs(p, text) == (False, True)]
        if not removed or any(occurs(p, _without(told, removed))[0] for p in phrases):
            continue
        rest = stated(table, _without(told, removed)).get(known.name)
        slots = {n: v for n, v in slots.items() if n != known.name}
        slots |= {known.name: rest} if rest else {}
    return slots


def _without(text: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, " ")
    return text
