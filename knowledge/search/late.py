"""Late interaction: how well the pieces of a question find their like among those of a wording.

One vector a text blurs what a long question is about; here each piece of the question is held
against each piece of a wording, in the sense that it has there, and its best likeness counts by how
rare the piece is; and the same the other way round. (MaxSim, Khattab and Zaharia 2020, weighed by
rarity and taken in both directions; what it adds, ``bench/search.py`` prints.)
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import numpy.typing as npt

from knowledge.search.features import FEATURES, Row
from knowledge.search.pieces import Asked, Codebook, Kept
from knowledge.search.vectors import Vectors

_COLUMNS = tuple(name for name in FEATURES if name.startswith("late_"))
_NEAREST = 8
"""Wordings of a candidate that are looked at, the nearest by their vectors, beside its body."""
_RAREST = 9.0
"""About the weight of a piece that stands in one wording alone."""

Places = npt.NDArray[np.int64]


class LateInteraction:
    """The pieces of all wordings and bodies. Immutable after it is built."""

    def __init__(self, owner: Sequence[int], targets: int, kept: Kept, book: Codebook) -> None:
        """``owner``: the number of each wording's target, rising; ``kept``: the wordings, then a
        body for each of the ``targets``."""
        self._owner = np.array(owner, np.int64)
        self._count = len(owner)
        self._kept = kept
        self._book = book
        self._places = book.places(kept.pieces)
        numbers = np.arange(targets)
        self._first = np.searchsorted(self._owner, numbers)
        self._behind = np.searchsorted(self._owner, numbers, side="right")
        self._known, self._rarity = _rarities(kept, self._count)
        self._weights = self._weights_of(kept.pieces)

    def _weights_of(self, pieces: npt.NDArray[np.int32]) -> Vectors:
        at = np.minimum(np.searchsorted(self._known, pieces), max(len(self._known) - 1, 0))
        rarest = np.float32(np.log((self._count + 1) / 0.5))
        return np.where(self._known[at] == pieces, self._rarity[at], rarest).astype(np.float32)

    def columns(
        self, asked: Asked, numbers: Sequence[int], nearness: Vectors, hidden: AbstractSet[int]
    ) -> dict[str, Row]:
        """What pieces say of some targets. ``nearness``: each wording's by its vector; ``hidden``:
        wordings that take no part."""
        columns = {name: np.zeros(len(numbers)) for name in _COLUMNS}
        weights = self._weights_of(asked.pieces)
        if not numbers or not float(weights.sum()):
            return columns
        texts, firsts = self._texts(numbers, nearness, hidden)
        pieces, starts = _pieces_of(self._kept.starts, texts)
        like = asked.states @ self._book.decode(self._places[pieces], self._kept.codes[pieces]).T
        found = np.maximum.reduceat(like, starts, axis=1)
        share = weights @ found / weights.sum()
        own = self._weights[pieces]
        back = np.add.reduceat(like.max(axis=0) * own, starts)
        back /= np.maximum(np.add.reduceat(own, starts), 1e-6)
        both = (share + back) / 2
        # The last text of each candidate is its body, which is no wording.
        together = np.maximum.reduceat(found, firsts, axis=1)
        columns["late_asked_together"][:] = weights @ together / weights.sum()
        columns["late_rarest_together"][:] = _missed(weights, together)
        missed = _missed(weights, found)
        bodies = np.append(firsts[1:], len(texts)) - 1
        worded = bodies > firsts
        both[bodies] = -np.inf
        most = np.maximum.reduceat(both, firsts)
        chosen = np.flatnonzero(both == np.repeat(most, bodies - firsts + 1))
        best = chosen[np.searchsorted(chosen, firsts)][worded]
        columns["late_both"][worded] = both[best]
        columns["late_asked"][worded] = share[best]
        columns["late_wording"][worded] = back[best]
        columns["late_rarest"][worded] = missed[best]
        share[bodies] = -np.inf
        columns["late_asked_most"][worded] = np.maximum.reduceat(share, firsts)[worded]
        return columns

    def _texts(
        self, numbers: Sequence[int], nearness: Vectors, hidden: AbstractSet[int]
    ) -> tuple[Places, Places]:
        """The texts to be looked at, those of each candidate together, its body last; and where
        each candidate's begin."""
        texts: list[Places] = []
        firsts: list[int] = []
        so_far, far = 0, -nearness
        bodies = np.arange(self._count, self._count + len(self._first))
        for number in numbers:
            first, behind = int(self._first[number]), int(self._behind[number])
            own: Places = np.arange(first, behind)
            near = far[first:behind]
            if hidden:
                own = own[[place not in hidden for place in own.tolist()]]
                near = far[own]
            if len(own) > _NEAREST:
                own = own[near.argpartition(_NEAREST)[:_NEAREST]]
                own.sort()
            texts += [own, bodies[number : number + 1]]
            firsts.append(so_far)
            so_far += len(own) + 1
        return np.concatenate(texts), np.array(firsts)


def _missed(weights: Vectors, found: Vectors) -> Vectors:
    """How much of what the question says a text misses most, by the rarest that it misses."""
    return (weights[:, None] * (1 - found)).max(axis=0) / _RAREST


def _pieces_of(starts: Places, texts: Places) -> tuple[Places, Places]:
    """The places of all pieces of some texts, text after text; and where each text begins there."""
    lengths = starts[texts + 1] - starts[texts]
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts[texts] - before, lengths) + np.arange(int(lengths.sum())), before


def _rarities(kept: Kept, wordings: int) -> tuple[npt.NDArray[np.int32], Vectors]:
    """The pieces of the wordings, rising, and how rare each is among these."""
    stop = int(kept.starts[wordings])
    text = np.repeat(np.arange(wordings), np.diff(kept.starts[: wordings + 1]))
    pairs = text << 32 | kept.pieces[:stop].astype(np.int64)
    pairs.sort()
    # A piece counts once a wording. (``np.unique`` says the same in ten times the time.)
    once = pairs[np.append(True, pairs[1:] != pairs[:-1])] if stop else pairs
    counts = np.bincount(once & 0xFFFFFFFF)
    known = np.flatnonzero(counts)
    rarity = np.log((wordings + 1) / (counts[known] + 0.5))
    return known.astype(np.int32), rarity.astype(np.float32)
