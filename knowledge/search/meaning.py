"""Vectors of a set of targets, and how like each a question's vector is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import ABSENT, DEPTH, Hidden, Row, top, unit
from knowledge.search.targets import Target
from knowledge.search.vectors import Narrow, Vectors

BODY_WEIGHT = 2.0
"""How many wordings an answer's own text counts for in a target's centroid."""

_AT_ONCE = 1024
"""Rows that are widened at once, so many as stay near the processor."""
_HELD_AT_ONCE = 2048
"""Rows that a question is held against at once."""


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
        self._positive = self._count + self._targets
        self._owner = owner
        self._given = vectors
        self._rows, self._scales = _as_kept(vectors)
        # The part that all texts share says nothing.
        self._centre = self._mean()
        self._lengths_moved = np.ones(len(self._rows), np.float32)
        self._sums: Vectors = np.zeros((self._targets, len(self._centre)), np.float32)
        self._measure()
        self._lengths: Vectors = np.linalg.norm(self._sums, axis=1)

    def _mean(self) -> Vectors:
        whole = np.zeros(self._rows.shape[1], np.float64)
        for part in _parts(0, self._positive):
            whole += self._wide(part).sum(axis=0)
        return (whole / max(self._positive, 1)).astype(np.float32)

    def _measure(self) -> None:
        """The lengths of all vectors without what they share, and the sums of each target's."""
        owners = np.array(self._owner, np.int64)
        for part in _parts(0, self._count):
            # Owners stand in order, each one's rows together.
            own = owners[part]
            first = np.flatnonzero(np.diff(own, prepend=-1))
            self._sums[own[first]] += np.add.reduceat(self._measured(part), first)
        for part in _parts(self._count, self._positive):
            own = slice(part.start - self._count, part.stop - self._count)
            self._sums[own] += BODY_WEIGHT * self._measured(part)
        for part in _parts(self._positive, len(self._rows)):
            self._measured(part)

    def _measured(self, part: slice) -> Vectors:
        moved = self._wide(part) - self._centre
        self._lengths_moved[part] = np.maximum(np.linalg.norm(moved, axis=1), 1e-9)
        return moved / self._lengths_moved[part, None]

    def _wide(self, part: slice | npt.NDArray[np.int64]) -> Vectors:
        return self._rows[part].astype(np.float32) * self._scales[part, None]

    def _moved(self, places: npt.NDArray[np.int64]) -> Vectors:
        """Some vectors without what all share, of length one."""
        return (self._wide(places) - self._centre) / self._lengths_moved[places, None]

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
        near = np.empty((len(moved), self._positive), np.float32)
        # Widened into the same room each time, which so stays near the processor.
        room = np.empty((_HELD_AT_ONCE, self._rows.shape[1]), np.float32)
        for part in _parts(0, self._positive, _HELD_AT_ONCE):
            wide = room[: part.stop - part.start]
            np.copyto(wide, self._rows[part])
            near[:, part] = moved @ wide.T
        near *= self._scales[: self._positive]
        near -= (moved @ self._centre)[:, None]
        near /= self._lengths_moved[: self._positive]
        sums = moved @ self._sums.T
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
                lengths[owner] = np.linalg.norm(
                    self._sums[owner] - self._moved(np.array(own)).sum(axis=0)
                )
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
        return (self._moved(self._positive + places) @ like.vector).astype(np.float64)


def _as_kept(vectors: Vectors | Narrow) -> tuple[npt.NDArray[Any], Vectors]:
    """Vectors as they are kept, with each row's scale. A question is held against them as they are:
    wide, they would take four times the room, and reading that takes longer than widening them."""
    if isinstance(vectors, Narrow):
        return vectors.rows, vectors.scales
    return vectors.astype(np.float32), np.ones(len(vectors), np.float32)


def _parts(start: int, stop: int, many: int = _AT_ONCE) -> Iterator[slice]:
    for place in range(start, stop, many):
        yield slice(place, min(place + many, stop))
