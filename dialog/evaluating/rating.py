"""The rating sheet: criteria under three headings, each with weight, command, measure and floor."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Literal, get_args

import msgspec

from dialog.evaluating.measures import LESS_IS_BETTER, Measures

Heading = Literal["合规", "质量", "价值"]
HEADINGS: tuple[Heading, ...] = get_args(Heading)


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One criterion. ``measure``: a measure of the evaluation with its floor as a number; without
    one the command's own verdict is the measure, and ``passes`` says when it is met."""

    id: str
    heading: Heading
    title: str
    english: str
    weight: int
    command: str
    passes: str
    measure: str = ""
    floor: float | None = None


class Rated(msgspec.Struct, frozen=True):
    """A criterion with what was measured. ``met``: ``None`` = another command measures it."""

    criterion: Criterion
    value: float | None
    met: bool | None

    @property
    def points(self) -> int:
        """Its weight where the floor is met, else none."""
        return self.criterion.weight if self.met else 0


def read_rating() -> tuple[Criterion, ...]:
    """The sheet that comes with the program."""
    text = files("dialog.evaluating").joinpath("rating.yaml").read_text("utf-8")
    return tuple(msgspec.yaml.decode(text, type=list[Criterion]))


def rate(measures: Measures, sheet: Sequence[Criterion]) -> list[Rated]:
    """The sheet with the measures of this run."""
    found: list[Rated] = []
    for one in sheet:
        value = measures.get(one.measure) if one.measure else None
        met: bool | None = None
        if value is not None and one.floor is not None:
            less = one.measure.rpartition(".")[2] in LESS_IS_BETTER
            met = value <= one.floor if less else value >= one.floor
        found.append(Rated(one, value, met))
    return found
