"""The parts of a time in which one row of a table holds, where the law changed within the time that
was named (2024年, in March 2024). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from knowledge.answers.days import Time
from knowledge.types import DecisionTable, Row


class Period(msgspec.Struct, frozen=True):
    """A row that holds from the ``first`` day of a time to its ``last``."""

    row: Row
    first: date
    last: date


def changes(table: DecisionTable, time: Time) -> tuple[date, ...]:
    """The days within a time, after its first, on which rows of a table begin or others have
    ended."""
    begun = {r.valid_from for r in table.rows if r.valid_from}
    ended = {r.valid_to + timedelta(days=1) for r in table.rows if r.valid_to}
    return tuple(sorted(day for day in begun | ended if time.first < day <= time.last))


def periods(rows: Sequence[tuple[date, Row]], time: Time) -> tuple[Period, ...]:
    """The periods of a time whose rows begin on some days, in order; none where one row holds all
    the time."""
    begun = [(d, r) for n, (d, r) in enumerate(rows) if not n or r.id != rows[n - 1][1].id]
    return tuple(_to_the_next(begun, time)) if len(begun) > 1 else ()


def _to_the_next(begun: Sequence[tuple[date, Row]], time: Time) -> Iterator[Period]:
    ends = [day - timedelta(days=1) for day, _ in begun[1:]]
    for (day, row), last in zip(begun, [*ends, time.last], strict=True):
        yield Period(row, day, last)
