"""Ranked candidates: the learned sum of a candidate's features, and its share among the others."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from knowledge.search.features import Row
from knowledge.search.fusion import Candidate, SearchIndex


class Ranker(msgspec.Struct, frozen=True):
    """Linear weights over ``FEATURES``; the softmax of the scores is a candidate's share."""

    weights: tuple[float, ...]

    def rank(self, index: SearchIndex, numbers: Sequence[int], rows: Row) -> list[Candidate]:
        """The candidates, best first; ties keep the pack's order."""
        if not len(numbers):
            return []
        scores = rows @ np.array(self.weights)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = sorted(range(len(numbers)), key=lambda i: (-scores[i], numbers[i]))
        return [
            Candidate(index.targets[numbers[i]], rows[i], float(scores[i]), float(shares[i]))
            for i in order
        ]
