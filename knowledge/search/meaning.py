"""Vectors of a set of targets, and how like each a question's vector is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import ABSENT, DEPTH, Hidden, Row, top, unit
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors

BODY_WEIGHT = 2.0
"""How many wordings an answer's own text counts for in a target's centroid."""


class Likeness(msgspec.Struct, frozen=True):
    """A question's centred vector and its products with all wordings, bodies and sums."""

    vector: Vectors
    wordings: Vectors
    bodies: Vectors
    sums: Vectors


class Meaning:
    """The vectors of all wordings, bodies and near misses. Immutable after it is built."""

    def __init__(self, targets: Sequence[Target], owner: Sequence[int], vectors: Vectors) -> None:
        """``vectors``: one row for each text of ``texts_of(targets)``, in its order."""
        self._count, self._targets = len(owner), len(targets)
        positive = self._count + self._targets
        self._owner = owner
        self.wordings = vectors[: self._count]
        """As the embedder gave them, for training; so are the near misses."""
        self.near = vectors[positive:]
        # The part that all texts share says nothing.
        self._centre: Vectors = vectors[:positive].mean(axis=0)
        moved = unit(vectors - self._centre)
        self._moved, self._moved_near = moved[:positive], moved[positive:]
        self._sums: Vectors = BODY_WEIGHT * moved[self._count : positive]
        np.add.at(self._sums, np.array(owner, dtype=np.int64), moved[: self._count])
        self._lengths: Vectors = np.linalg.norm(self._sums, axis=1)

    def like(self, vectors: Vectors) -> list[Likeness]:
        """How like everything is to each of some questions, given by their vectors. Many at once
        take a fraction of the time of one after the other."""
        moved = unit(vectors - self._centre)
        near, sums = moved @ self._moved.T, moved @ self._sums.T
        return [
            Likeness(vector, row[: self._count], row[self._count :], whole)
            for vector, row, whole in zip(moved, near, sums, strict=True)
        ]

    def engines(self, like: Likeness, hidden: Hidden) -> dict[str, Row]:
        """The scores of the targets by meaning."""
        similar, sums, lengths = like.wordings, like.sums, self._lengths
        if hidden.wordings:
            places = sorted(hidden.wordings)
            sums, lengths = sums.copy(), lengths.copy()
            for owner in {self._owner[place] for place in places}:
                own = [place for place in places if self._owner[place] == owner]
                sums[owner] -= similar[own].sum()
                lengths[owner] = np.linalg.norm(self._sums[owner] - self._moved[own].sum(axis=0))
            similar = similar.copy()
            similar[places] = -1.0
        best, second = np.full(self._targets, ABSENT), np.full(self._targets, ABSENT)
        for wording in top(similar, DEPTH * 8):
            owner = self._owner[wording]
            if best[owner] == ABSENT:
                best[owner] = similar[wording]
            elif second[owner] == ABSENT:
                second[owner] = similar[wording]
        return {
            "cosine": best,
            "cosine_second": second,
            "cosine_body": like.bodies.astype(np.float64),
            "centroid": (sums / np.maximum(lengths, 1e-9)).astype(np.float64),
        }

    def like_near(self, like: Likeness, places: npt.NDArray[np.int64]) -> Row:
        """How like some near misses are."""
        return (self._moved_near[places] @ like.vector).astype(np.float64)
