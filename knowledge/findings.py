"""What is known about a question: the one thing that goes from the knowledge to a turn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from knowledge.answers.comparing import Comparison
from knowledge.answers.graph import GraphFinding
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.tables import Ruling
from knowledge.search.confidence import Band
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors

Match = Literal["exact", "near", "meaning", "words", "none"]


EACH_STEP = -1
"""Instead of the number of one step: what each of them takes."""


class Taken(msgspec.Struct, frozen=True):
    """What a visitor takes of the things that were shown, and what they ask besides: ``first``
    before that, ``then`` behind it. ``besides``: what is taken is wanted as well as the first."""

    targets: tuple[Target, ...]
    first: str = ""
    then: str = ""
    besides: bool = False


class Findings(msgspec.Struct, frozen=True):
    """What is known about a question. ``chance`` and ``band`` speak of ``candidates[0]``."""

    match: Match
    candidates: tuple[Candidate, ...] = ()
    exact: Target | None = None
    law: LawFinding | None = None
    graph: GraphFinding | None = None
    ruling: Ruling | None = None
    chance: float = 0.0
    band: Band = "unknown"
    vector: Vectors | None = None
    part: int = 0
    """The step or item of ``exact`` that is asked for by its number; 0 for the whole, ``EACH_STEP``
    for what each step takes."""
    compared: Comparison | None = None
    """What is held of each of two things whose difference is asked for, and told nowhere."""

    size_told: bool = False
    """The numbers of the question say how large the case is that it tells, and the best document
    counts nothing: that it does not know them is no sign against it."""

    unnamed: bool = False
    """The question names no thing of the field: what is near it may be so by common words alone."""

    alike: bool = False
    """The nearest is asked for in all the words of the question, and for the same side of them: its
    words may be shown, however little is sure of it."""

    which: bool = False
    """One of the candidates is meant, and it is not known which."""

    taken: Taken | None = None
    """Several things that are told one by one: documents that were shown, and what is asked
    besides."""

    read: bool = False
    """What ``exact`` tells stood before the visitor already, who says yes to it."""

    shown: tuple[str, ...] = ()
    """The documents that stood on cards beside it, which the visitor has seen too."""

    @property
    def best(self) -> Target | None:
        """The target that answers best, if any was found."""
        if self.exact is not None:
            return self.exact
        return self.candidates[0].target if self.candidates else None


def pointing_alone(found: Iterable[Findings]) -> Findings:
    """The first of some findings that is near anything, as pointers that assert nothing."""
    near = next((f for f in found if f.candidates and f.band != "unknown"), None)
    if near is None:
        return Findings("none")
    return Findings("none", candidates=near.candidates, band="related")
