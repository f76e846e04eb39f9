"""Small text classifiers: hashed character n-grams, optionally joined by a meaning vector.

A model is a matrix; applying it takes well under a millisecond and needs numpy alone. Training
(``train``) needs scikit-learn and is imported only there. Confidence is calibrated by one
temperature, fitted on predictions for personas that the fold had not seen.
"""

from __future__ import annotations

import functools
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.text import normalise
from knowledge.types import Example

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

BUCKETS = 1 << 15
_GRAMS = (1, 2, 3)
RECIPE = 3
"""Rises when training changes, so that models kept from before are made again."""
_FOLDS = 3
_KEPT = 64
"""Texts whose n-grams are kept: two models read the same one, and again in its parts."""
_STRENGTH = 10.0
"""Inverse of the regularisation, measured by `bench/small_models.py`: 3 and 30 read speakers that
they had not heard no better, and 30 raises twice as many false alarms of abuse."""


class Guess(msgspec.Struct, frozen=True):
    """A label with its calibrated chance, and all chances by label."""

    label: str
    chance: float
    chances: dict[str, float]


class Held(msgspec.Struct, frozen=True):
    """An example's label beside the guess of a model that had not seen its persona."""

    label: str
    guess: str
    chance: float
    chances: dict[str, float]


class SmallModel:
    """A linear classifier over n-grams and, when a vector is given, over meaning as well."""

    def __init__(
        self,
        labels: Sequence[str],
        idf: Floats,
        grams: tuple[Floats, Floats],
        *,
        meaning: tuple[Floats, Floats, Floats] | None,
        temperatures: tuple[float, float],
    ) -> None:
        """``grams``: weights ``(labels, BUCKETS)`` and biases for n-grams alone. ``meaning``:
        weights ``(labels, BUCKETS + dimensions)``, biases, and the centre of the vectors."""
        self.labels = tuple(labels)
        self._idf = idf
        self._grams = grams
        self._meaning = meaning
        self._temperatures = temperatures

    def guess(self, text: str, vector: Floats | None = None) -> Guess:
        """The label of a text. ``vector``: its embedding, shape ``(dimensions,)``."""
        places, values = weigh(counts(text), self._idf)
        if vector is not None and self._meaning is not None:
            weights, biases, centre = self._meaning
            scores = weights[:, places] @ values + biases
            scores = scores + weights[:, BUCKETS:] @ centred(vector, centre)
            temperature = self._temperatures[1]
        else:
            scores = self._grams[0][:, places] @ values + self._grams[1]
            temperature = self._temperatures[0]
        chances = softmax(scores / temperature)
        best = int(np.argmax(chances))
        return Guess(
            self.labels[best],
            float(chances[best]),
            dict(zip(self.labels, (float(c) for c in chances), strict=True)),
        )

    def save(self, path: Path) -> None:
        """Write the model to one file; a reader never sees a half."""
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part.npz")
        extra: dict[str, Any] = {}
        if self._meaning is not None:
            weights, biases, centre = self._meaning
            extra = {"m_weights": weights.astype(np.float16), "m_bias": biases, "centre": centre}
        np.savez_compressed(
            half,
            labels=np.array(self.labels),
            idf=self._idf,
            weights=self._grams[0].astype(np.float16),
            bias=self._grams[1],
            temperatures=np.array(self._temperatures),
            **extra,
        )
        half.replace(path)

    @classmethod
    def load(cls, path: Path) -> SmallModel:
        """Read a model. Raises ``OSError`` or ``ValueError`` when there is none that fits."""
        try:
            return cls._read(path)
        except (KeyError, EOFError, zlib.error, BadZipFile) as error:
            raise ValueError(path) from error

    @classmethod
    def _read(cls, path: Path) -> SmallModel:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            meaning = None
            if "m_weights" in stored:
                meaning = (
                    stored["m_weights"].astype(np.float32),
                    stored["m_bias"],
                    stored["centre"],
                )
            grams = (stored["weights"].astype(np.float32), stored["bias"])
            cold, warm = stored["temperatures"].tolist()
            return cls(
                stored["labels"].tolist(),
                stored["idf"],
                grams,
                meaning=meaning,
                temperatures=(cold, warm),
            )


@functools.lru_cache(_KEPT)
def counts(text: str) -> Counter[int]:
    """How often each bucket's n-grams stand in a text; word borders count as characters."""
    text = f" {normalise(text)} "
    return Counter(
        zlib.crc32(text[i : i + n].encode()) % BUCKETS
        for n in _GRAMS
        for i in range(len(text) - n + 1)
    )


def weigh(found: Counter[int], idf: Floats) -> tuple[npt.NDArray[np.int64], Floats]:
    """TF-IDF with dampened counts, scaled to length one: buckets and their values."""
    places = np.fromiter(found.keys(), np.int64, len(found))
    values = np.log1p(np.fromiter(found.values(), np.float32, len(found))) * idf[places]
    return places, (values / max(float(np.linalg.norm(values)), 1e-9)).astype(np.float32)


def centred(vector: Floats, centre: Floats) -> Floats:
    """A vector without the part that all texts share, scaled to length one."""
    moved = vector - centre
    return moved / max(float(np.linalg.norm(moved)), 1e-9)


def softmax(scores: Floats) -> Floats:
    """Scores to chances that sum to one."""
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


class Unlabelled(msgspec.Struct, frozen=True):
    """Texts of which it is only known that they belong to one of the labels ``among``; the model
    itself tells which. ``vectors``: one row a text."""

    texts: Sequence[str]
    among: Sequence[str]
    vectors: Floats | None = None


def train(
    examples: Sequence[Example], vectors: Floats | None, unlabelled: Unlabelled | None = None
) -> tuple[SmallModel, list[Held]]:
    """A model, and for each example the guess of a fold that had not seen its persona.
    ``vectors``: one row an example."""
    idf = _idf([e.text for e in examples])
    rows = _matrix([e.text for e in examples], idf)
    labels = sorted({e.label for e in examples})
    truth = np.array([labels.index(e.label) for e in examples])
    personas = np.array([e.persona for e in examples])
    more = unlabelled if unlabelled is not None and unlabelled.texts else None
    beside = None if more is None else _matrix(more.texts, idf)
    kept = [] if more is None else [n for n, label in enumerate(labels) if label in more.among]
    cold, cold_held, cold_temperature = _taught(rows, truth, personas, beside, kept)
    meaning, held, temperature = None, cold_held, cold_temperature
    if vectors is not None:
        centre = vectors.mean(axis=0)
        joined = _join(rows, np.stack([centred(v, centre) for v in vectors]))
        if more is not None and more.vectors is not None:
            beside = _join(beside, np.stack([centred(v, centre) for v in more.vectors]))
        else:
            beside = None
        warm, held, temperature = _taught(joined, truth, personas, beside, kept)
        meaning = (warm[0], warm[1], centre.astype(np.float32))
    model = SmallModel(
        labels, idf, cold, meaning=meaning, temperatures=(cold_temperature, temperature)
    )
    report: list[Held] = []
    for example, scores in zip(examples, held, strict=True):
        chances = softmax(scores / temperature).tolist()
        best = int(np.argmax(chances))
        named = dict(zip(labels, chances, strict=True))
        report.append(Held(example.label, labels[best], chances[best], named))
    return model, report


def _taught(
    rows: Any, truth: Labels, personas: Any, beside: Any, kept: Sequence[int]
) -> tuple[tuple[Floats, Floats], Floats, float]:
    """Weights, held-back scores and their temperature. ``beside``: rows without a label, each of
    which gets the likeliest of the labels ``kept`` from a model that had not seen them."""
    fitted = _fit(rows, truth)
    more = None
    if beside is not None and kept:
        scores = beside @ fitted[0].T + fitted[1]
        told = np.array(kept)[np.argmax(scores[:, list(kept)], axis=1)]
        more = (beside, told)
        fitted = _fit(*_with(rows, truth, more))
    return fitted, *_held_back(rows, truth, personas, more)


def _with(rows: Any, truth: Labels, more: tuple[Any, Labels] | None) -> tuple[Any, Labels]:
    from scipy import sparse

    if more is None:
        return rows, truth
    library: Any = sparse
    return library.vstack([rows, more[0]]).tocsr(), np.concatenate([truth, more[1]])


def _idf(texts: Sequence[str]) -> Floats:
    seen = np.zeros(BUCKETS, np.float32)
    for text in texts:
        seen[list(counts(text))] += 1
    return (np.log((1 + len(texts)) / (1 + seen)) + 1).astype(np.float32)


def _matrix(texts: Sequence[str], idf: Floats) -> Any:
    from scipy.sparse import csr_matrix

    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for text in texts:
        places, values = weigh(counts(text), idf)
        columns.extend(places.tolist())
        data.extend(values.tolist())
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(texts), BUCKETS), dtype=np.float32)


def _join(rows: Any, dense: Floats) -> Any:
    from scipy import sparse

    library: Any = sparse
    return library.hstack([rows, library.csr_matrix(dense)]).tocsr()


def _fit(rows: Any, truth: Labels) -> tuple[Floats, Floats]:
    from sklearn.linear_model import LogisticRegression

    # A bucket that no example fills gets no weight; leaving it out saves most of the time.
    used = np.unique(rows.indices)
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=400, class_weight="balanced")
    model.fit(rows[:, used], truth)
    weights = np.zeros((len(model.coef_), rows.shape[1]), np.float32)
    weights[:, used] = model.coef_
    biases = model.intercept_.astype(np.float32)
    if len(weights) == 1:
        weights, biases = np.concatenate([-weights, weights]), np.concatenate([-biases, biases])
    return weights, biases


def _held_back(
    rows: Any, truth: Labels, personas: Any, more: tuple[Any, Labels] | None
) -> tuple[Floats, float]:
    """Scores of each example from a model that had not seen its persona, and the temperature that
    makes them honest."""
    names = sorted(set(personas.tolist()))
    # With many more rows each fit takes long: some speakers are left out together.
    folds = len(names) if more is None else min(len(names), _FOLDS)
    fold_of = np.array([names.index(persona) % folds for persona in personas.tolist()])
    scores = np.full((len(truth), int(truth.max()) + 1), -20.0, np.float32)
    for fold in range(folds):
        test, rest = np.flatnonzero(fold_of == fold), np.flatnonzero(fold_of != fold)
        taught, told = _with(rows[rest], truth[rest], more)
        known = sorted(set(told.tolist()))
        weights, biases = _fit(taught, np.searchsorted(known, told))
        part = np.full((len(test), scores.shape[1]), -20.0, np.float32)
        part[:, known] = rows[test] @ weights.T + biases
        scores[test] = part
    best, best_loss = 1.0, np.inf
    for temperature in np.geomspace(0.3, 6, 40):
        scaled = scores / temperature
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        chances = np.exp(scaled)
        chances /= chances.sum(axis=1, keepdims=True)
        loss = float(-np.log(chances[np.arange(len(truth)), truth] + 1e-9).mean())
        if loss < best_loss:
            best, best_loss = float(temperature), loss
    return scores, best
