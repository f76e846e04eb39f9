"""Floors: what an evaluation must reach, and which failures are known.

A floors file says what is drawn (``part``, ``seed``, ``day``), the least or the most of measures,
and names a file of conversations that are known to fail, each with its reason.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from dialog.evaluating.conversations import Conversation
from dialog.evaluating.judging import Judged
from dialog.evaluating.measures import MEANING, Measures
from dialog.evaluating.reading import Listed, Mapped, Problems, known_keys, read_yaml


class Floor(msgspec.Struct, frozen=True):
    """The least, or the most, that a measure may be."""

    measure: str
    value: float
    most: bool = False

    def held(self, measures: Measures) -> bool:
        """Whether a measure keeps to it; one that was not measured does not."""
        got = measures.get(self.measure)
        compare = operator.le if self.most else operator.ge
        return got is not None and compare(got, self.value)

    def __str__(self) -> str:
        return f"{self.measure} {'≤' if self.most else '≥'} {self.value:g}"


class Known(msgspec.Struct, frozen=True):
    """A conversation that is known to fail. ``turn`` 0 = any of its turns."""

    conversation: str
    reason: str
    turn: int = 0


class Floors(msgspec.Struct, frozen=True):
    """A floors file. ``part``: how many gold questions are drawn; ``None`` = all."""

    floors: tuple[Floor, ...] = ()
    known: tuple[Known, ...] = ()
    part: int | None = None
    seed: int | None = None
    day: str = ""

    def is_known(self, one: Judged) -> bool:
        """Whether a failing turn was expected to fail."""
        return any(
            k.conversation == one.conversation and k.turn in (0, one.turn) for k in self.known
        )


def read_floors(path: Path, conversations: Sequence[Conversation] = ()) -> Floors:
    """The floors of a file; ``StartError`` names everything that is wrong with it."""
    problems = Problems()
    row = read_yaml(path, problems)
    problems.stop("floors")
    if not isinstance(row, Mapped):
        problems.add(path, 1, "no mapping", mend="write `floors:` with a line a measure")
        problems.stop("floors")
        raise AssertionError
    known_keys(row, ("part", "seed", "day", "known", "floors"), path, problems)
    numbers: dict[str, int | None] = {}
    for name in ("part", "seed"):
        given = row.values.get(name)
        if given is not None and (isinstance(given, bool) or not isinstance(given, int)):
            problems.add(path, row.lines[name], f"`{name}` is no number", mend="write one: 150")
        numbers[name] = given if isinstance(given, int) else None
    day = str(row.values.get("day") or "")
    try:
        _ = date.fromisoformat(day) if day else None
    except ValueError:
        problems.add(path, row.lines["day"], f"{day!r} is no date", mend="write it as 2025-01-31")
    floors = _floors(row, path, problems)
    known: tuple[Known, ...] = ()
    if isinstance(row.values.get("known"), str):
        known = _known(path.parent / str(row.values["known"]), conversations, problems)
    problems.stop("floors")
    return Floors(floors, known, numbers["part"], numbers["seed"], day)


def _floors(row: Mapped, path: Path, problems: Problems) -> tuple[Floor, ...]:
    given = row.values.get("floors")
    if not isinstance(given, Mapped):
        problems.add(path, row.line, "no `floors`", mend="write `floors:` with a line a measure")
        return ()
    found: list[Floor] = []
    for name, value in given.values.items():
        line = given.lines[name]
        if name.rpartition(".")[2] not in MEANING:
            problems.add(path, line, f"no measure {name!r}", mend=f"one of {', '.join(MEANING)}")
        bounds = value.values if isinstance(value, Mapped) else {"least": value}
        for bound, number in bounds.items():
            numeric = isinstance(number, int | float) and not isinstance(number, bool)
            if bound not in ("least", "most") or not numeric:
                mend = "write {least: 0.95} or {most: 0.05}"
                problems.add(path, line, f"`{name}` has no bound", mend=mend)
            elif isinstance(number, int | float):
                found.append(Floor(name, float(number), most=bound == "most"))
    return tuple(found)


def _known(
    path: Path, conversations: Sequence[Conversation], problems: Problems
) -> tuple[Known, ...]:
    rows = read_yaml(path, problems)
    if rows is None:
        return ()
    names = {c.id: len(c.turns) for c in conversations}
    found: list[Known] = []
    mend = "write {conversation: …, turn: 2, reason: …}"
    listed = rows if isinstance(rows, Listed) else Listed((rows,), (1,))
    for row, line in zip(listed.values, listed.lines, strict=True):
        if not isinstance(row, Mapped):
            problems.add(path, line, "no mapping", mend=mend)
            continue
        known_keys(row, ("conversation", "turn", "reason"), path, problems)
        name, reason = str(row.values.get("conversation") or ""), row.values.get("reason")
        turn = row.values.get("turn", 0)
        if not name or not isinstance(reason, str) or not isinstance(turn, int):
            problems.add(path, line, "a known failure without name or reason", mend=mend)
            continue
        if names and (name not in names or turn > names[name]):
            what = f"no conversation {name!r} with a turn {turn}"
            problems.add(path, line, what, mend="take it off, or mend its name")
        found.append(Known(name, reason, turn))
    return tuple(found)
