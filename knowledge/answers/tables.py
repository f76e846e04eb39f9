"""Rulings from decision tables: what a question states, what it leaves open, which row holds.

Thresholds are rows of the pack, never numbers here. A ruling names what it assumed; where a
missing input would change the conclusion and nothing may be assumed, it asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from knowledge.quantities import quantities
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input, Row

Slots = dict[str, str]
"""Stated inputs by name; a number stands as its digits."""


class Ruling(msgspec.Struct, frozen=True):
    """What a table says. ``row`` is set when it can conclude, ``ask`` when it must know more first.
    ``assumed``: inputs that were taken for granted."""

    table: DecisionTable
    slots: Slots
    row: Row | None = None
    ask: Input | None = None
    assumed: tuple[Input, ...] = ()


def rule_on(table: DecisionTable, texts: Sequence[str], day: date) -> Ruling:
    """The ruling on a conversation: the first text opens it, each later one answers the question
    that was asked back at that point."""
    slots = stated(table, texts[0]) if texts else {}
    for text in texts[1:]:
        asked = _next(table, slots, day)
        if asked is None:
            break
        slots = {**slots, **stated(table, text), **_answer(asked, text)}
    asked = _next(table, slots, day)
    if asked is not None:
        return Ruling(table, slots, ask=asked)
    assumed = tuple(i for i in table.inputs if i.name not in slots and i.assume)
    full = {**{i.name: i.assume for i in assumed}, **slots}
    rows = [r for r in table.rows if holds(r, full, day)]
    if len(rows) != 1:
        return Ruling(table, slots)
    mattering = tuple(i for i in assumed if _matters(table, i, full, day))
    return Ruling(table, slots, row=rows[0], assumed=mattering)


def triggered(tables: Iterable[DecisionTable], question: str) -> DecisionTable | None:
    """The table whose question this is by its triggers and the inputs that it states."""
    text = normalise(question)
    for table in tables:
        if not table.needs or not any(normalise(t) in text for t in table.triggers):
            continue
        if all(name in stated(table, question) for name in table.needs):
            return table
    return None


def stated(table: DecisionTable, text: str) -> Slots:
    """The inputs that a text states. A longer phrase beats a shorter one inside it (不含敏感 beats
    敏感); two numbers that could both be meant state nothing."""
    text = normalise(text)
    slots: Slots = {}
    for known in table.inputs:
        if known.lower:
            numbers = [
                q
                for q in quantities(text)
                if q.kind == "number" and q.unit in known.units and q.value >= 1
            ]
            if len({q.value for q in numbers}) == 1:
                slots[known.name] = str(int(numbers[0].value))
            continue
        value = _value(known, text)
        if value:
            slots[known.name] = value
    return slots


def _value(known: Input, text: str) -> str:
    found: list[tuple[int, str]] = []
    for value in known.values:
        found.extend(
            (len(normalise(p)), value) for p in known.words.get(value, ()) if normalise(p) in text
        )
    if not found:
        several = (v for v in known.words if "|" in v)
        return next((v for v in several if any(normalise(p) in text for p in known.words[v])), "")
    longest = max(found)
    rest = {v for _, v in found if v != longest[1] and not _inside(known, v, longest[1], text)}
    return longest[1] if not rest else _strictest(known, {longest[1], *rest})


def _inside(known: Input, value: str, winner: str, text: str) -> bool:
    """Whether every phrase of ``value`` in the text is only a part of a phrase of ``winner``."""
    for phrase in known.words.get(winner, ()):
        text = text.replace(normalise(phrase), " ")
    return not any(normalise(p) in text for p in known.words.get(value, ()))


def _strictest(known: Input, values: set[str]) -> str:
    """Values stand in the table from strict to lenient; a mixture follows the strictest."""
    return next(v for v in known.values if v in values)


def _answer(asked: Input, text: str) -> Slots:
    """What a text answers to one question: a choice by its label or number, or a figure."""
    text = normalise(text)
    if asked.lower:
        found = [q for q in quantities(text) if q.kind == "number"]
        return {asked.name: str(int(found[0].value))} if found else {}
    for value, label in zip(asked.values, asked.labels or asked.values, strict=False):
        if normalise(label) == text.strip("。. "):
            return {asked.name: value}
    negative = re.match(r"(?:不是|不|否|没有|无|no\b)", text)
    for value, label in zip(asked.values, asked.labels or asked.values, strict=False):
        spelled = normalise(label)
        if negative and (value in ("no", "outside", "none") or spelled.startswith(("不", "没"))):
            return {asked.name: value}
        if not negative and (value in ("yes", "inside")) and re.match(r"(?:是|有|对|yes\b)", text):
            return {asked.name: value}
        if len(spelled) > 1 and (spelled in text or (len(text) > 1 and text in spelled)):
            return {asked.name: value}
    return {}


def holds(row: Row, slots: Mapping[str, str], day: date) -> bool:
    """Whether a row holds for fully known inputs on a day."""
    if not _in_force(row, day):
        return False
    for name, values in row.when.items():
        if not set(slots.get(name, "").split("|")) <= set(values):
            return False
    return all(int(slots.get(n, "0")) >= v for n, v in row.min.items()) and all(
        int(slots.get(n, "0")) < v for n, v in row.max.items()
    )


def _in_force(row: Row, day: date) -> bool:
    after = row.valid_from is None or row.valid_from <= day
    return after and (row.valid_to is None or day <= row.valid_to)


def _possible(row: Row, slots: Mapping[str, str], day: date) -> bool:
    """Whether a row can still hold when open inputs may be anything."""
    if not _in_force(row, day):
        return False
    for name, values in row.when.items():
        if name in slots and not set(slots[name].split("|")) & set(values):
            return False
    for name, bound in row.min.items():
        if name in slots and int(slots[name]) < bound:
            return False
    return all(n not in slots or int(slots[n]) < v for n, v in row.max.items())


def _next(table: DecisionTable, slots: Slots, day: date) -> Input | None:
    """The first input that is open, may not be assumed, and would change the conclusion."""
    assumed = {i.name: i.assume for i in table.inputs if i.assume and i.name not in slots}
    possible = [r for r in table.rows if _possible(r, {**assumed, **slots}, day)]
    if len(possible) <= 1:
        return None
    for known in table.inputs:
        if "|" not in slots.get(known.name, "|") or known.assume:
            continue
        shapes = {
            (
                tuple(sorted(r.when.get(known.name, ()))),
                r.min.get(known.name),
                r.max.get(known.name),
            )
            for r in possible
        }
        if len(shapes) > 1:
            return known
    return None


def _matters(table: DecisionTable, known: Input, full: Mapping[str, str], day: date) -> bool:
    """Whether another value of an assumed input would give another row."""
    for value in known.values:
        other = {**full, known.name: value}
        rows = [r for r in table.rows if holds(r, other, day)]
        here = [r for r in table.rows if holds(r, full, day)]
        if [r.id for r in rows] != [r.id for r in here]:
            return True
    return False
