"""How sure the search is: a trained head over what the candidates look like, and its bands.

The head's target is *the chosen answer is right*, so its output is the chance of being right, not
a similarity. Weights come from ``knowledge.search.fitting``; this file only applies them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np

from knowledge.search.choosing import Chooser
from knowledge.search.features import FEATURES, PLACE, Row
from knowledge.search.fusion import Candidate, SearchIndex
from knowledge.search.ranking import Ranker
from knowledge.search.targets import Target
from knowledge.search.trees import Trees, chance_of
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
        return chance_of(self.slope * raw + self.offset)


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
    """What the doubt of anybody's own entries begins with, beside the head (``search.learning``);
    these come without the judged cases that a chooser needs."""
    chooser: Chooser | None = None
    """In place of the head where enough judged cases taught it: it also chooses among the first."""

    def judged(
        self, index: SearchIndex, numbers: Sequence[int], rows: Row
    ) -> tuple[list[Candidate], float]:
        """The candidates, the chosen one first, and the calibrated chance, 0…1, that it is right;
        none and 0 where there is no candidate."""
        ranked = self.ranker.rank(index, numbers, rows)
        if not ranked:
            return [], 0.0
        if self.chooser is not None:
            return self.chooser.chosen(ranked)
        return ranked, self.head.chance(signals_of(ranked))

    @property
    def fits(self) -> bool:
        """Whether it was learned for these features and signals."""
        if len(self.ranker.weights) != len(FEATURES) or len(self.head.weights) != len(SIGNALS):
            return False
        return self.chooser is None or self.chooser.fits


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
