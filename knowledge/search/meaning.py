"""Vectors of a set of targets, and how like each a question's vector is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import ABSENT, DEPTH, Hidden, Row, top, unit
from knowledge.search.targets import Target
from knowledge.search.vectors import Narrow, Vectors

BODY_WEIGHT = 2.0
"""How many wordings an answer's own text counts for in a target's centroid."""

_AT_ONCE = 2048
"""Rows that are brought to length one at once: all of them would take their room three times."""


class Likeness(msgspec.Struct, frozen=True):
    """A question's centred vector and its products with all wordings, bodies and sums."""

    vector: Vectors
    wordings: Vectors
    bodies: Vectors
    sums: Vectors


class Meaning:
    """The vectors of all wordings, bodies and near misses. Immutable after it is built."""

    def __init__(
        self, targets: Sequence[Target], owner: Sequence[int], vectors: Vectors | Narrow
    ) -> None:
        """``vectors``: one row for each text of ``texts_of(targets)``, in its order."""
        self._count, self._targets = len(owner), len(targets)
        positive = self._count + self._targets
        self._owner = owner
        self._given, self._positive = vectors, positive
        moved = vectors.wide() if isinstance(vectors, Narrow) else vectors.astype(np.float32)
        # The part that all texts share says nothing.
        self._centre: Vectors = moved[:positive].mean(axis=0)
        moved -= self._centre
        for start in range(0, len(moved), _AT_ONCE):
            part = moved[start : start + _AT_ONCE]
            part[:] = unit(part)
        self._moved, self._moved_near = moved[:positive], moved[positive:]
        self._sums: Vectors = BODY_WEIGHT * moved[self._count : positive]
        _add_each(self._sums, moved[: self._count], owner)
        self._lengths: Vectors = np.linalg.norm(self._sums, axis=1)

    @property
    def wordings(self) -> Vectors:
        """The wordings' vectors as the embedder gave them, for training."""
        return self._as_given()[: self._count]

    @property
    def near(self) -> Vectors:
        """The near misses' vectors as the embedder gave them, for training."""
        return self._as_given()[self._positive :]

    def _as_given(self) -> Vectors:
        given = self._given
        return given.wide() if isinstance(given, Narrow) else given

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


def _add_each(sums: Vectors, rows: Vectors, owner: Sequence[int]) -> None:
    """Add each row to its owner's sum. Owners stand in order, each one's rows together."""
    counts = np.bincount(np.array(owner, np.int64), minlength=len(sums))
    starts = np.cumsum(counts) - counts
    for place in range(int(counts.max(initial=0))):
        more = np.flatnonzero(counts > place)
        sums[more] += rows[starts[more] + place]
