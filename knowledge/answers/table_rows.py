"""Which rows of a decision table hold, or can still hold, for what was stated. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from knowledge.answers.vague_counts import OPEN, bounds, is_open
from knowledge.types import DecisionTable, Input, Row


def holds(row: Row, slots: Mapping[str, str], day: date) -> bool:
    """Whether a row holds for fully known inputs on a day."""
    if not in_force(row, day):
        return False
    for name, values in row.when.items():
        if not set(slots.get(name, "").split("|")) <= set(values):
            return False
    # A number may be told as a range: a row holds only where all of it lies in the row's band.
    return all(bounds(slots.get(n, ""))[0] >= v for n, v in row.min.items()) and all(
        bounds(slots.get(n, ""))[1] < v for n, v in row.max.items()
    )


def rows_on(table: DecisionTable, day: date) -> tuple[Row, ...]:
    """The rows of a table that are in force on a day: none before or after the table is."""
    if not in_force(table, day):
        return ()
    return tuple(r for r in table.rows if in_force(r, day))


def in_force(row: Row | DecisionTable, day: date) -> bool:
    """Whether a row, or a table, is in force on a day."""
    after = row.valid_from is None or row.valid_from <= day
    return after and (row.valid_to is None or day <= row.valid_to)


def can_hold(row: Row, slots: Mapping[str, str], day: date) -> bool:
    """Whether a row can still hold when open inputs may be anything."""
    if not in_force(row, day):
        return False
    for name, values in row.when.items():
        if name in slots and not set(slots[name].split("|")) & set(values):
            return False
    for name, bound in row.min.items():
        if name in slots and bounds(slots[name])[1] < bound:
            return False
    return all(n not in slots or bounds(slots[n])[0] < v for n, v in row.max.items())


def latest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without an end before those that end, the youngest first."""
    return tuple(
        sorted(
            rows,
            key=lambda r: (r.valid_to is not None, -(r.valid_from or date.min).toordinal()),
        )
    )


def told_as_ranges(table: DecisionTable, slots: Mapping[str, str]) -> Iterator[Input]:
    """The inputs of which a range was told, each with its ends as what the ruling goes by."""
    for known in table.inputs:
        if not known.lower or "~" not in slots.get(known.name, ""):
            continue
        low, high = bounds(slots[known.name])
        if high < OPEN:
            yield msgspec.structs.replace(
                known,
                assume=slots[known.name],
                assumption=f"{known.label}在{low}到{high}{known.unit}之间",
                assumption_english=f"{known.label_english}: between {low:,} and {high:,}",
            )


def parting_inputs(table: DecisionTable, one: Row, other: Row) -> tuple[Input, ...]:
    """The inputs that part two rows: no value of them is allowed by both."""
    return tuple(i for i in table.inputs if _parts(i, one, other))


def _parts(known: Input, one: Row, other: Row) -> bool:
    name = known.name
    if known.lower:
        highest = min(r.max.get(name, OPEN) for r in (one, other))
        return max(r.min.get(name, 0) for r in (one, other)) >= highest
    allowed = [set(r.when.get(name, known.values)) for r in (one, other)]
    return not allowed[0] & allowed[1]


def next_open(
    table: DecisionTable, slots: Mapping[str, str], day: date, unsure: Sequence[str] = ()
) -> Input | None:
    """The first input that is open, may not be assumed, and would change the conclusion; none that
    the visitor is ``unsure`` of."""
    given = (i for i in table.inputs if i.assume and i.name not in slots)
    assumed = {i.name: i.assume for i in given if i.name in unsure or not _asked_where(i, slots)}
    possible = [r for r in rows_on(table, day) if can_hold(r, {**assumed, **slots}, day)]
    if len(possible) <= 1:
        return None
    for known in table.inputs:
        told = slots.get(known.name, "")
        granted = known.assume and not (known.lower and told)  # 80万到120万
        # Members may be a shop's, and what people ordered may need their data sent.
        granted = granted and not ((known.trade or known.spares) and "|" in told)
        granted = granted and not _asked_where(known, slots)
        if granted or known.name in unsure or not is_open(told or "|"):
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


def _asked_where(known: Input, slots: Mapping[str, str]) -> bool:
    """Whether an input is asked for by what was stated of others: only in the zone does the scene
    decide, and nobody there is told to be in none."""
    return bool(known.asked_where) and all(
        set(slots.get(name, "").split("|")) <= set(values)
        for name, values in known.asked_where.items()
    )


def matters(table: DecisionTable, known: Input, full: Mapping[str, str], day: date) -> bool:
    """Whether another value of an assumed input would give another row."""
    for value in known.values or map(str, known.lower):
        other = {**full, known.name: value}
        rows = [r for r in rows_on(table, day) if holds(r, other, day)]
        here = [r for r in rows_on(table, day) if holds(r, full, day)]
        if [r.id for r in rows] != [r.id for r in here]:
            return True
    return False
