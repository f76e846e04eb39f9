"""Which of the likeliest candidates is chosen, and how surely it is right.

The ranker's learned sum cannot say that one feature counts only where another is low. So boosted
trees look once more at the few that it puts first: each at its own features and at how far it is
ahead of all others in each. What they say of the chosen one is the chance that it is right.
Weights come from ``knowledge.search.fitting``; this file only applies them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from knowledge.search.features import FEATURES, Row
from knowledge.search.fusion import Candidate
from knowledge.search.trees import Trees

LOOKED_AT = 5
"""Candidates that are looked at; of a hundred that are right at all, one or two stand further
behind."""
STANDINGS = (*FEATURES, *(f"lead_{name}" for name in FEATURES), "share", "behind", "place")
"""Names of what the trees see of a candidate, in order."""


def standings_of(candidates: Sequence[Candidate]) -> Row:
    """How the first of ranked candidates stand, shape ``(at most LOOKED_AT, len(STANDINGS))``."""
    rows = np.stack([c.features for c in candidates])
    first = candidates[:LOOKED_AT]
    own = rows[: len(first)]
    leads = own if len(rows) == 1 else own - _best_of_others(rows)[: len(first)]
    behind = [[c.share, c.score - first[0].score, float(n)] for n, c in enumerate(first)]
    return np.concatenate([own, leads, np.array(behind)], axis=1)


def _best_of_others(rows: Row) -> Row:
    """For each row the best of each column among all others."""
    columns = np.arange(len(rows[0]), dtype=np.int64)
    best = rows.argmax(axis=0)
    others = rows.copy()
    others[best, columns] = -np.inf
    second = others.max(axis=0)
    found = np.broadcast_to(rows[best, columns], rows.shape).copy()
    found[best, columns] = second
    return found


class Chooser(msgspec.Struct, frozen=True):
    """Trees over ``STANDINGS``."""

    trees: Trees

    def chosen(self, candidates: list[Candidate]) -> tuple[list[Candidate], float]:
        """Ranked candidates, at least one, with the likeliest first; and its calibrated chance,
        0…1, of being right."""
        raws = self.trees.raws(standings_of(candidates))
        order: list[int] = np.argsort(-raws, kind="stable").tolist()
        found = [candidates[n] for n in order] + candidates[len(order) :]
        return found, self.trees.calibrated(float(raws[order[0]]))

    @property
    def fits(self) -> bool:
        """Whether it was learned for these standings."""
        return max(self.trees.signal, default=0) < len(STANDINGS)
