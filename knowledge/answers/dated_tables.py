"""The row of a decision table for an earlier day of which a question asks, where what else answers
it is of today. Pure.

Most questions of a table with one input are answered by an entry or a rule, which say what holds
now. On another day the table's own row is the answer, if it holds one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from knowledge.answers.citing import origins_of
from knowledge.answers.days import named_time
from knowledge.answers.table_replies import by_answers
from knowledge.answers.table_rows import can_hold
from knowledge.answers.table_words import has_any, occurs, stated
from knowledge.answers.tables import Ruling, rule_on
from knowledge.text import normalise
from knowledge.types import Claim, DecisionTable, Document, Input, Origin

_MOST = 6
"""Inputs that a text can answer by their labels."""


def implied(table: DecisionTable, text: str, today: date) -> tuple[str, ...]:
    """The labels of what a table would ask back for that a text names itself, as if they had been
    chosen: what is asked for is no case of a trigger, but names its kind all the same."""
    chosen: list[str] = []
    for _ in range(_MOST):
        ask = rule_on(table, [text, *chosen], today).ask
        label = _named(ask, text) if ask is not None else ""
        if not label or label in chosen:
            break
        chosen.append(label)
    return tuple(chosen)


def _named(asked: Input, text: str) -> str:
    """The one label of an input that a text names, or that its answers mean."""
    if asked.lower:
        return ""
    text = normalise(text)
    labels = dict(zip(asked.values, asked.labels, strict=False))
    value = by_answers(asked, text)
    if value:
        return labels.get(value, value)
    found = [
        label
        for label, english in zip(
            asked.labels, asked.labels_english or ("",) * len(asked.labels), strict=False
        )
        if any(w and occurs(normalise(w), text)[0] for w in (label, english))
    ]
    return found[0] if len(found) == 1 else ""


def of_that_day(
    tables: Sequence[DecisionTable],
    text: str,
    today: date,
    *,
    best: Document,
    claims: Mapping[str, Claim],
) -> Ruling | None:
    """The ruling for the earlier day that a text names: of the table that is the ``best`` that was
    found, where the text states something of its inputs; or of one with a single input that rests
    on the very place on which that rests. ``None`` where the text names no such day; who tells an
    earlier day of a case of today (2024年做的，今天要发) is told what the ``best`` holds today."""
    time = named_time(text, today)
    if time is None or (time.first >= today and not isinstance(best, DecisionTable)):
        return None
    if isinstance(best, DecisionTable):
        tables = (best,)
    for table in tables:
        # What is asked of several inputs is known by its triggers, and found by them.
        if (table is not best and len(table.inputs) > 1) or has_any(table.unless, normalise(text)):
            continue
        chosen = implied(table, text, today)
        if not chosen and not stated(table, text):
            continue
        ruling = rule_on(table, [text, *chosen], today)
        if table is best or (ruling.settled and _same(ruling, best, claims, today)):
            return ruling
    return None


def _same(ruling: Ruling, answer: Document, claims: Mapping[str, Claim], today: date) -> bool:
    """Whether an answer says what a table says of the case, then or today: both rest on an article
    of the same place."""
    table, day = ruling.table, ruling.day or today
    rows = [r for r in table.rows for d in (day, today) if can_hold(r, ruling.slots, d)]
    places = [o for row in rows for o in row.sources]
    return any(_one_place(o, p) for o in origins_of(answer, claims) for p in places)


def _one_place(one: Origin, other: Origin) -> bool:
    """Whether two origins are one place, as far as both name it."""
    if (one.law, one.source, one.article) != (other.law, other.source, other.article):
        return False
    if one.law:
        return one.paragraph is None or other.paragraph in (None, one.paragraph)
    return one.section == other.section
