"""Whether a text belongs to any trained label: scores of how near it is, and their learned sum.

No single score wins everywhere, so a logistic weighs about a dozen. It learns on labels that a
model was trained without, and, where training has a class for what lies outside, on that class.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import unit
from knowledge.search.vectors import Vectors

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SCORES = (
    "top_margin",
    "lead",
    "top_chance",
    "entropy",
    "energy",
    "near_grams",
    "known",
    "near_vector",
    "near_five",
    "centroid",
    "centroid_lead",
    "distance",
    "agree",
)
"""Names of a text's scores, in the order of a row."""
_PLACE = {name: place for place, name in enumerate(SCORES)}
_CHUNK = 512
_NEIGHBOURS = 5
_SHRINK = 0.2
"""Share of the covariance that is taken for round: few texts tell little of its shape."""
_STRENGTH = 0.1
_FEWEST = 20
"""Texts inside and outside without which nothing is learned."""
_ENOUGH_OUTSIDE = 300
"""Real texts from outside that make left-out labels superfluous."""


class Reference(msgspec.Struct, frozen=True):
    """The training texts as what a text is compared with."""

    grams: Any
    used: Floats
    places: Numbers
    held: Numbers
    centre: Vectors | None
    vectors: Floats | None
    centroids: Floats | None
    whitened: Floats | None
    whitening: Floats | None

    @staticmethod
    def of(grams: Any, vectors: Vectors | None, places: Numbers) -> Reference:
        """The reference of training rows; ``places`` are their labels."""
        used = (np.asarray((grams != 0).sum(axis=0)).ravel() > 0).astype(np.float64)
        held = np.unique(places)
        if vectors is None:
            return Reference(grams, used, places, held, None, None, None, None, None)
        centre = vectors.mean(axis=0) if len(vectors) > 1 else np.zeros_like(vectors[0])
        moved = unit(vectors - centre).astype(np.float64)
        centroids = np.stack([moved[places == n].mean(axis=0) for n in held])
        within = moved - centroids[np.searchsorted(held, places)]
        covariance = within.T @ within / max(len(moved), 1)
        size = max(float(np.trace(covariance)) / len(covariance), 1e-4)
        rounded = (1 - _SHRINK) * covariance + _SHRINK * size * np.eye(len(covariance))
        whitening = np.linalg.cholesky(np.linalg.inv(rounded)).astype(np.float64)
        whitened = centroids @ whitening
        return Reference(grams, used, places, held, centre, moved, centroids, whitened, whitening)

    def centred(self, vectors: Vectors) -> Floats:
        """Vectors without the part that all training texts share, of length one."""
        if self.centre is None:
            return vectors.astype(np.float64)
        return unit(vectors - self.centre).astype(np.float64)

    def to_centroids(self, moved: Floats) -> Floats:
        """Cosines of centred vectors with the middle of each label, in the order of ``held``."""
        if self.centroids is None:
            return np.zeros((len(moved), len(self.held)))
        return moved @ unit_rows(self.centroids).T

    def scores(
        self,
        grams: Any,
        vectors: Vectors | None,
        margins: Floats,
        *,
        chances: Floats,
        totals: Floats,
    ) -> Floats:
        """A row of ``SCORES`` a text. ``totals``: how many different tokens each text has."""
        rows = np.zeros((grams.shape[0], len(SCORES)))
        if not len(rows):
            return rows
        inner = np.sort(margins[:, self.held], axis=1)
        second = inner[:, -2] if inner.shape[1] > 1 else inner[:, -1]
        sorted_chances = np.sort(chances, axis=1)
        rows[:, _PLACE["top_margin"]] = inner[:, -1]
        rows[:, _PLACE["lead"]] = inner[:, -1] - second
        rows[:, _PLACE["top_chance"]] = sorted_chances[:, -1]
        logs = np.log(np.maximum(chances, 1e-12))
        rows[:, _PLACE["entropy"]] = -(chances * logs).sum(axis=1) / np.log(max(len(self.held), 2))
        rows[:, _PLACE["energy"]] = np.log(np.exp(4 * inner).mean(axis=1) + 1e-12)
        rows[:, _PLACE["near_grams"]] = self._nearest_grams(grams)
        rows[:, _PLACE["known"]] = (grams != 0) @ self.used / np.maximum(totals, 1)
        if vectors is not None and self.vectors is not None:
            self._compare(rows, self.centred(vectors), margins)
        return rows

    def _nearest_grams(self, grams: Any) -> Floats:
        found = np.zeros(grams.shape[0])
        turned = self.grams.T.tocsr()
        for start in range(0, len(found), _CHUNK):
            near = (grams[start : start + _CHUNK] @ turned).max(axis=1)
            found[start : start + _CHUNK] = near.toarray().ravel()
        return found

    def _compare(self, rows: Floats, moved: Floats, margins: Floats) -> None:
        """Fill in what meaning says."""
        assert self.vectors is not None
        assert self.whitened is not None
        assert self.whitening is not None
        guess = margins.argmax(axis=1)
        count = min(_NEIGHBOURS, len(self.vectors))
        for start in range(0, len(moved), _CHUNK):
            chosen = slice(start, start + _CHUNK)
            near = moved[chosen] @ self.vectors.T
            best = np.partition(near, -count, axis=1)[:, -count:]
            rows[chosen, _PLACE["near_vector"]] = best.max(axis=1)
            rows[chosen, _PLACE["near_five"]] = best.mean(axis=1)
            rows[chosen, _PLACE["agree"]] = self.places[near.argmax(axis=1)] == guess[chosen]
        to_centres = np.sort(self.to_centroids(moved), axis=1)
        rows[:, _PLACE["centroid"]] = to_centres[:, -1]
        if to_centres.shape[1] > 1:
            rows[:, _PLACE["centroid_lead"]] = to_centres[:, -1] - to_centres[:, -2]
        turned = moved @ self.whitening
        squares = (turned**2).sum(axis=1)[:, None] + (self.whitened**2).sum(axis=1)[None, :]
        nearest = (squares - 2 * turned @ self.whitened.T).min(axis=1)
        rows[:, _PLACE["distance"]] = np.sqrt(np.maximum(nearest, 0)) / np.sqrt(moved.shape[1])


def unit_rows(rows: Floats) -> Floats:
    """Rows of length one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


class Scope(msgspec.Struct, frozen=True):
    """A logistic over standardised scores. ``outside``: places of the labels for what lies
    outside; how far they stand behind the best other label is one score more."""

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    outside: tuple[int, ...] = ()

    def chances(self, scores: Floats, margins: Floats) -> Floats:
        """The chance of each text that it belongs to a label."""
        rows = _with_outside(scores, margins, self.outside)
        standard = np.clip((rows - np.array(self.means)) / np.array(self.scales), -5, 5)
        raw = standard @ np.array(self.weights) + self.bias
        return 1 / (1 + np.exp(-np.clip(raw, -30, 30)))


def _with_outside(scores: Floats, margins: Floats, outside: Sequence[int]) -> Floats:
    if not outside:
        return scores
    inner = [n for n in range(margins.shape[1]) if n not in outside]
    lead = margins[:, inner].max(axis=1) - margins[:, list(outside)].max(axis=1)
    return np.column_stack([scores, np.clip(lead, -4, 4)])


def fit_scope(
    scores: Floats, inside: Flags, real: Flags, *, margins: Floats, outside: Sequence[int]
) -> Scope:
    """A scope from held-back texts: ``inside`` belong to a label; ``real`` are from the class for
    what lies outside; the others are of labels that the model had not seen."""
    from sklearn.linear_model import LogisticRegression

    rows = _with_outside(scores, margins, outside)
    left = ~inside & ~real
    if int(inside.sum()) < _FEWEST or int((~inside).sum()) < _FEWEST:
        return plain_scope(outside, rows[left])
    weights = np.zeros(len(inside))
    weights[inside] = 1 / inside.sum()
    share = min(1.0, float(real.sum()) / _ENOUGH_OUTSIDE)
    if real.any():
        weights[real] = share / real.sum()
    if left.any() and share < 1:
        weights[left] = (1 - share) / left.sum()
    means, scales = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    standard = np.clip((rows - means) / scales, -5, 5)
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit(standard, inside, sample_weight=weights * len(inside) / 2)
    return Scope(
        tuple(means.tolist()),
        tuple(scales.tolist()),
        tuple(float(w) for w in model.coef_[0]),
        float(model.intercept_[0]),
        tuple(outside),
    )


_PLAIN = {
    "near_vector": (0.35, 0.15),
    "near_grams": (0.3, 0.15),
    "known": (0.6, 0.2),
    "top_margin": (0.0, 0.5),
}
"""Middle and spread of the scores that count where too little could be held back."""
_PLAIN_WEIGHT = 0.7
_ABOVE = 1.0
"""How many spreads above the middle of texts of unseen labels the border is drawn."""


def plain_scope(outside: Sequence[int] = (), left: Floats | None = None) -> Scope:
    """A scope where too few texts are there to learn one: how near a text is to the nearest, in
    the measure of how near ``left`` are, rows of texts whose label a model had not seen."""
    size = len(SCORES) + bool(outside)
    means, scales, weights = np.zeros(size), np.ones(size), np.zeros(size)
    for name, (middle, spread) in _PLAIN.items():
        place = _PLACE[name]
        if left is not None and len(left) >= _FEWEST // 2:
            column = left[:, place]
            spread = float(column.std()) + 1e-3  # noqa: PLW2901 - measured beats usual
            middle = float(column.mean()) + _ABOVE * spread  # noqa: PLW2901
        means[place], scales[place], weights[place] = middle, spread, _PLAIN_WEIGHT
    if outside:
        scales[-1], weights[-1] = 0.5, 1.0
    return Scope(
        tuple(means.tolist()),
        tuple(scales.tolist()),
        tuple(weights.tolist()),
        0.0,
        tuple(outside),
    )
