"""Whether a decision table gives exactly one answer to every case on every day.

Every day from the first to the last that is looked at, whatever days a table says it is valid on:
visitors ask about past days, too. A row that does not rule and says so is an answer. A number's
bands are tried at their lowest value: rows can only change at a bound, so that value stands for
the whole band. Days are tried at the start of each period in which no row changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from knowledge.answers.table_rows import holds, rows_on
from knowledge.check.findings import Finding, Findings, error, warning
from knowledge.pack import Pack
from knowledge.text import normalise
from knowledge.types import Condition, DecisionTable, Input, Row

FIRST, LAST = date(2021, 1, 1), date(2027, 12, 31)
"""The days that are looked at."""
SHOWN = 3
"""Examples of holes and of overlaps that are reported for a table; the rest is counted."""

_BOUND = re.compile(r"(?P<under>不满|不足|未满|不到)?(?:满|达到)?(?P<number>\d{3,})个?(?:人|条|次)")
"""A bound as conclusions write it: 满10万人, 不满100万人."""

Case = dict[str, str]


def check_tables(pack: Pack) -> Findings:
    """All findings about decision tables."""
    known = {document.id for document in pack.every()}
    for table in pack.all(DecisionTable).values():
        yield from check_table(table)
        for other in table.becomes:
            if other.document not in known:
                yield _wrong(table, f"becomes {other.document!r}, which is no document")


def check_table(table: DecisionTable) -> Findings:
    """All findings about one."""
    broken = list(_names(table))
    yield from broken
    if not broken:
        yield from _complete(table)
        yield from _english(table)


def proved(table: DecisionTable) -> tuple[date, date] | None:
    """The first and the last day on which each case was shown to hit one row; none where the
    table has a mistake."""
    wrong = any(f.severity == "error" for f in check_table(table))
    return None if wrong else (FIRST, LAST)


def unsettled(table: DecisionTable) -> Iterator[tuple[Row, date, date]]:
    """The rows that do not rule, each with its first and last day among those looked at."""
    for row in table.rows:
        first, last = max(row.valid_from or FIRST, FIRST), min(row.valid_to or LAST, LAST)
        if row.unsettled and first <= last:
            yield row, first, last


def _names(table: DecisionTable) -> Findings:
    """Rows that name an input or a value that the table does not have, and inputs without any."""
    inputs = {i.name: i for i in table.inputs}
    for known in table.inputs:
        yield from _input(table, known)
    for name in table.needs:
        if name not in inputs:
            yield _wrong(table, f"needs {name!r}, which is no input")
    for row in table.rows:
        yield from _row(table, row, inputs)
    for condition in table.conditions:
        yield from _condition(table, condition, inputs)
    names = [r.id for r in table.rows]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield _wrong(table, f"two rows are called {name}")


def _input(table: DecisionTable, known: Input) -> Findings:
    if bool(known.values) == bool(known.lower):
        yield _wrong(table, f"input {known.name} needs either values or lower bounds")
    if known.labels and len(known.labels) != len(known.values):
        yield _wrong(table, f"input {known.name} has not one label for each value")
    if known.labels_english and len(known.labels_english) != len(known.values):
        yield _wrong(table, f"input {known.name} has not one English label for each value")
    if known.assume and known.values and known.assume not in known.values:
        yield _wrong(table, f"input {known.name} assumes {known.assume!r}, which is no value")
    if strange := {*known.denied, *known.denied.values()} - set(known.values):
        yield _wrong(table, f"input {known.name} denies {sorted(strange)}, which are no values")
    for key in known.words:
        if strange := set(key.split("|")) - set(known.values):
            yield _wrong(table, f"input {known.name} has words for {sorted(strange)}")
    for key in known.answers:
        if strange := set(key.split("|")) - set(known.values):
            yield _wrong(table, f"input {known.name} has answers for {sorted(strange)}")


def _row(table: DecisionTable, row: Row, inputs: dict[str, Input]) -> Findings:
    for name, values in row.when.items():
        strange = set(values) - set(inputs[name].values) if name in inputs else {name}
        if strange:
            yield _wrong(table, f"row {row.id}: {name} cannot be {sorted(strange)}")
    if row.duties_english and len(row.duties_english) != len(row.duties):
        yield _wrong(table, f"row {row.id} has not one English duty for each duty")
    for name in (*row.min, *row.max):
        if name not in inputs or not inputs[name].lower:
            yield _wrong(table, f"row {row.id}: {name} is no number of this table")
    yield from _bounds(table, row)


def _bounds(table: DecisionTable, row: Row) -> Findings:
    """What a conclusion says of its bounds and the row does not hold: a visitor hears another
    figure than the one that was ruled by."""
    for text in (row.conclusion, *row.duties) if row.min or row.max else ():
        for found in _BOUND.finditer(normalise(text)):
            bounds = (row.max if found["under"] else row.min).values()
            if "满" in found.group() and int(found["number"]) not in bounds:
                told = f"row {row.id} says {found.group()}, its bounds are {sorted(bounds)}"
                yield error("table", table.id, told, mend="write the figure of the row's bound")


def _condition(table: DecisionTable, condition: Condition, inputs: dict[str, Input]) -> Findings:
    """Conditions of values that the table does not have, or that nothing can say are lacking."""
    instead = {name: (value,) for name, value in condition.instead.items()}
    for name, values in (*condition.of.items(), *instead.items()):
        strange = set(values) - set(inputs[name].values) if name in inputs else {name}
        if strange:
            yield _wrong(table, f"condition {condition.name}: {name} cannot be {sorted(strange)}")
    if not set(condition.instead) <= set(condition.of) or not condition.words:
        told = f"condition {condition.name} replaces what it is not of, or has no words"
        yield _wrong(table, told)


def _english(table: DecisionTable) -> Findings:
    """What an English visitor of a table that asks in English would read in Chinese."""
    if not any(i.ask_english for i in table.inputs):
        return
    missing = [r.id for r in table.rows if not r.conclusion_english or _untold(r)]
    missing += [i.name for i in table.inputs if i.assumption and not i.assumption_english]
    missing += [c.name for c in table.conditions if not c.said_english]
    if missing:
        told = ", ".join(missing[:SHOWN])
        yield warning(
            "no_english",
            table.id,
            f"{told} ({len(missing)} in all) without English conclusion, duties or assumption",
            mend="write conclusion_english, duties_english or assumption_english",
        )


def _untold(row: Row) -> bool:
    return bool(row.duties) and not row.duties_english


def _wrong(table: DecisionTable, what: str) -> Finding:
    return error("table", table.id, what, mend="mend the name or the value")


def _complete(table: DecisionTable) -> Findings:
    holes: list[str] = []
    overlaps: list[str] = []
    used: set[str] = set()
    starts = periods(table)
    for number, day in enumerate(starts):
        end = starts[number + 1] - timedelta(days=1) if number + 1 < len(starts) else LAST
        days = f"{day} … {end}"
        there = rows_on(table, day)
        if not there:
            holes.append(f"{days}: no row is in force, and nothing tells a visitor so")
            continue
        for case in cases(table):
            rows = [r for r in there if _may_hold(r, case) and holds(r, case, day)]
            used.update(r.id for r in rows)
            if len(rows) == 1:
                continue
            told = f"{days}: " + ", ".join(f"{name}={value}" for name, value in case.items())
            if rows:
                overlaps.append(f"{told} hits {' and '.join(r.id for r in rows)}")
            else:
                holes.append(told)
    for code, found, mend in (
        (
            "hole",
            holes,
            "add a row, or one with `unsettled: true` that says what is not held and whom to ask",
        ),
        ("overlap", overlaps, "narrow one of the rows, or give them different dates"),
    ):
        for told in found[:SHOWN]:
            yield error(code, table.id, f"{told} ({len(found)} in all)", mend=mend)
    for row in table.rows:
        if row.id not in used:
            yield warning(
                "dead_row", table.id, f"row {row.id} holds in no case", mend="mend or remove it"
            )


def _may_hold(row: Row, case: Case) -> bool:
    """A cheap look before the real one: most rows fail at their first condition."""
    return all(case[name] in values for name, values in row.when.items())


def periods(table: DecisionTable) -> list[date]:
    """The first day of each period in which no row changes."""
    starts = {FIRST}
    for one in (table, *table.rows):
        if one.valid_from is not None:
            starts.add(one.valid_from)
        if one.valid_to is not None:
            starts.add(one.valid_to + timedelta(days=1))
    return sorted(d for d in starts if FIRST <= d <= LAST)


def cases(table: DecisionTable) -> Iterator[Case]:
    """Every combination of values, a number standing at the foot of each band."""
    yield from _combine(table.inputs, [_values(table, i) for i in table.inputs], {})


def _combine(
    inputs: Sequence[Input], values: Sequence[Sequence[str]], case: Case
) -> Iterator[Case]:
    if not inputs:
        yield dict(case)
        return
    for value in values[0]:
        case[inputs[0].name] = value
        yield from _combine(inputs[1:], values[1:], case)


def _values(table: DecisionTable, known: Input) -> Sequence[str]:
    if known.values:
        return known.values
    bounds = {0, *known.lower}
    for row in table.rows:
        bounds.update(b[known.name] for b in (row.min, row.max) if known.name in b)
    return [str(b) for b in sorted(bounds)]
