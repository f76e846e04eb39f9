"""Words and character pairs in memory: BM25 over rows of tokens, and which rows hold a token."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.search.features import Row
from knowledge.search.tokens import Numbers, Rows, Tokens

RARE = 2
"""Rows up to which a token counts as the rarest. A judged question is a wording itself, so that it
has no word which no row has; a visitor's has. Were the two told apart, the doubt would learn that
a new word means a question that nothing answers."""

_SATURATION, _LENGTH = 1.2, 0.75
"""BM25's two usual numbers: how soon a repeated token adds nothing, how much length weighs."""

Flags = npt.NDArray[np.bool_]


class Postings:
    """The rows that hold each token. Built once, then only read by any number of threads."""

    def __init__(self, tokens: Tokens, numbers: Numbers, owners: Numbers, size: int) -> None:
        """``numbers``: tokens, ``owners``: the row in which each stands; ``size`` rows in all."""
        self._tokens, self.size = tokens, size
        known = len(tokens)
        both = numbers.astype(np.int64) * max(size, 1) + owners
        once, times = np.unique(both, return_counts=True)
        self.rows: Numbers = (once % max(size, 1)).astype(np.int32)
        self.times = times.astype(np.int32)
        self.holders: Numbers = np.bincount(once // max(size, 1), minlength=known).astype(np.int32)
        """How many rows hold each token, by its number."""
        self._ends: list[int] = [0, *np.cumsum(self.holders).tolist()]

    @classmethod
    def of(cls, tokens: Tokens, rows: Rows) -> Postings:
        """The postings of rows as they are."""
        return cls(tokens, rows.numbers, rows.owners(), len(rows))

    def spans(self, tokens: Sequence[str]) -> list[tuple[int, slice]]:
        """Where in ``rows`` each of the tokens stands, with its place; who is not held is left
        out."""
        found: list[tuple[int, slice]] = []
        for place, token in enumerate(tokens):
            number = self._tokens.number(token)
            # A number behind the end is a token that came after this index was built.
            if 0 <= number < len(self.holders):
                found.append((place, slice(self._ends[number], self._ends[number + 1])))
        return found

    def _holding(self, tokens: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The rows that hold the tokens, one token's after the other's, and each one's token."""
        spans = self.spans(tokens)
        if not spans:
            return np.zeros(0, np.int32), np.zeros(0, np.int32)
        parts = [self.rows[span] for _, span in spans]
        places = np.array([place for place, _ in spans], np.int32)
        return np.concatenate(parts), np.repeat(places, [len(part) for part in parts])

    def totals(self, weights: Row) -> Row:
        """What all the tokens that each row holds weigh together. ``weights`` by number."""
        each = np.repeat(weights, self.holders)
        return np.bincount(self.rows, each, self.size).astype(np.float64)

    def summed(self, tokens: Sequence[str], weights: Row) -> Row:
        """What the tokens that each row holds weigh together. ``tokens`` differ from each other."""
        rows, places = self._holding(tokens)
        return np.bincount(rows, weights[places], self.size).astype(np.float64)

    def held(self, tokens: Sequence[str], numbers: Sequence[int]) -> Flags:
        """Which of the tokens each of some rows holds, shape ``(len(tokens), len(numbers))``."""
        rows, places = self._holding(tokens)
        column = np.full(self.size, -1)
        column[numbers] = range(len(numbers))
        columns = column[rows]
        found = np.zeros((len(tokens), len(numbers)), np.bool_)
        found[places[columns >= 0], columns[columns >= 0]] = True
        return found


class LexicalIndex:
    """BM25 over the rows of one kind of token. Built once, then only read."""

    def __init__(self, rows: Rows, tokens: Tokens) -> None:
        """``rows``: those of the texts, as ``tokens`` cuts them."""
        self.tokens, self.rows = tokens, rows
        self.postings = Postings.of(tokens, self.rows)
        self.by_number = _idf(self.postings)
        """The weight of each token by its number."""
        self._weight: list[float] = self.by_number.tolist()
        self._rarest = _weight(min(RARE, len(rows)), len(rows))
        self._scores = _bm25(self.postings, np.diff(self.rows.borders))

    def search(self, tokens: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """The ``limit`` best rows for the tokens, as (row, BM25 score); ties in their order."""
        spans = [span for _, span in self.postings.spans(list(dict.fromkeys(tokens)))]
        if not spans:
            return []
        rows = np.concatenate([self.postings.rows[span] for span in spans])
        each = np.concatenate([self._scores[span] for span in spans])
        scores = np.bincount(rows, each, self.postings.size)
        found = np.flatnonzero(scores)
        if len(found) > limit:
            least = np.partition(scores[found], -limit)[-limit]
            found = found[scores[found] >= least]
        best = found[np.argsort(-scores[found], kind="stable")][:limit]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def weight(self, token: str) -> float:
        """The inverse document frequency of a token; one that was never seen is as rare as any."""
        number = self.tokens.number(token)
        return self._weight[number] if 0 <= number < len(self._weight) else self._rarest

    @property
    def rarest(self) -> float:
        """The weight of what no row has."""
        return self._rarest

    def weights(self, tokens: Iterable[str]) -> Row:
        """The weights of tokens, in their order."""
        return np.array([self.weight(t) for t in tokens], np.float64)


def _weight(holders: int, total: int) -> float:
    return math.log(1 + (total - holders + 0.5) / (holders + 0.5))


def _idf(postings: Postings) -> Row:
    """The weight of each token, by its number."""
    rare = min(RARE, postings.size)
    counts, which = np.unique(np.maximum(postings.holders, rare), return_inverse=True)
    return np.array([_weight(count, postings.size) for count in counts.tolist()])[which]


def _bm25(postings: Postings, lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """What each posting adds to its row's score."""
    known = _KNOWN_LENGTHS[np.searchsorted(_KNOWN_LENGTHS, lengths, "right") - 1]
    usual = max(float(lengths.sum()) / max(len(lengths), 1), 1e-6)
    norms = _SATURATION * (1 - _LENGTH + _LENGTH * known / usual)
    rarity = np.log(1 + (postings.size - postings.holders + 0.5) / (postings.holders + 0.5))
    each = np.repeat(rarity * (1 + _SATURATION), postings.holders)
    times = postings.times
    return (each * times / (times + norms[postings.rows])).astype(np.float32)


_KNOWN_LENGTHS: npt.NDArray[np.int64] = np.cumsum(
    [0, *[1] * 40, *(2**step for step in range(1, 24) for _ in range(8))]
)
"""The lengths that are told apart: long rows count as long as the next shorter of these."""
