"""How sure the search is: a trained head over what the candidates look like, and its bands.

The head's target is *the chosen answer is right*, so its output is the chance of being right, not
a similarity. Weights come from ``knowledge.search.fitting``; this file only applies them.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import FEATURES, PLACE, Row
from knowledge.search.fusion import Candidate
from knowledge.search.ranking import Ranker
from knowledge.search.targets import Target
from knowledge.types import Gap, Rule

Band = Literal["answer", "related", "unknown"]
Family = Literal["faq", "law", "gap"]

SIGNALS = (
    *FEATURES,
    "share",
    "share_lead",
    "share_lead_third",
    "entropy",
    "score_lead",
    "agreement",
    "same_family_next",
)
"""Names of the head's inputs, in order."""
_AGREEING = [PLACE[name] for name in ("whole_pairs", "words", "centroid")]


class Head(msgspec.Struct, frozen=True):
    """A logistic over standardised signals, followed by Platt's two numbers."""

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    slope: float = 1.0
    offset: float = 0.0

    def chance(self, signals: Row) -> float:
        """The calibrated chance, 0…1, that the first candidate is right."""
        standard = (signals - np.array(self.means)) / np.array(self.scales)
        raw = float(np.clip(standard, -6, 6) @ np.array(self.weights)) + self.bias
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.slope * raw + self.offset))))


class Trees(msgspec.Struct, frozen=True, dict=True):
    """Boosted trees over the signals, followed by Platt's two numbers: what the linear head cannot
    say is that a signal counts only where another is low. All trees' nodes stand in one row;
    ``left`` and ``right`` are places in it, a leaf's are its own."""

    roots: tuple[int, ...]
    signal: tuple[int, ...]
    border: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]
    depth: int
    bias: float
    slope: float = 1.0
    offset: float = 0.0

    @functools.cached_property
    def _rows(self) -> tuple[npt.NDArray[np.int64], ...]:
        return tuple(
            np.array(r, np.int64) for r in (self.roots, self.signal, self.left, self.right)
        )

    @functools.cached_property
    def _figures(self) -> tuple[Row, Row]:
        return np.array(self.border), np.array(self.value)

    def raw(self, signals: Row) -> float:
        """The sum of the leaves in which the signals end."""
        (at, signal, left, right), (border, value) = self._rows, self._figures
        for _ in range(self.depth):
            at = np.where(signals[signal[at]] <= border[at], left[at], right[at])
        return self.bias + float(value[at].sum())

    def chance(self, signals: Row) -> float:
        """The calibrated chance, 0…1, that the first candidate is right."""
        raw = self.slope * self.raw(signals) + self.offset
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, raw))))


class Thresholds(msgspec.Struct, frozen=True):
    """From which chance an answer is given, and from which related pointers are shown."""

    answer: float
    related: float

    def band(self, chance: float) -> Band:
        """The band in which a chance falls."""
        if chance >= self.answer:
            return "answer"
        return "related" if chance >= self.related else "unknown"


class Judge(msgspec.Struct, frozen=True):
    """Everything learned for one way of searching (with vectors, or with words alone)."""

    ranker: Ranker
    head: Head
    thresholds: dict[Family, Thresholds]
    figures: dict[str, float] = {}
    trees: Trees | None = None
    """In place of the head's chance where enough judged cases taught them."""

    def chance(self, signals: Row) -> float:
        """The calibrated chance, 0…1, that the first candidate is right."""
        return (self.trees or self.head).chance(signals)


def family_of(target: Target) -> Family:
    """The kind of source, each with a threshold of its own: a rule's gist, a stored answer, or what
    is known not to be known, which asserts nothing."""
    document = target.document
    return "gap" if isinstance(document, Gap) else "law" if isinstance(document, Rule) else "faq"


def signals_of(candidates: Sequence[Candidate]) -> Row:
    """The head's inputs for ranked candidates, shape ``(len(SIGNALS),)``."""
    best = candidates[0]
    shares = [c.share for c in candidates] + [0.0, 0.0]
    entropy = -sum(s * math.log(s + 1e-12) for s in shares if s > 0)
    second = candidates[1] if len(candidates) > 1 else None
    firsts = np.array([c.features[_AGREEING] for c in candidates]).argmax(axis=0)
    extra = (
        best.share,
        best.share - shares[1],
        best.share - shares[2],
        entropy,
        min(best.score - second.score, 10.0) if second else 10.0,
        float((firsts == 0).mean()),
        float(second is not None and type(second.target.document) is type(best.target.document)),
    )
    return np.concatenate([best.features, np.array(extra)])
