"""Labels for anybody's texts: a linear classifier over words and meaning, and how sure it is.

A text is its TF-IDF over character 1–3-grams and words, joined by its meaning vector, centred and
scaled to length one. One linear SVM a label; the margins become chances by one temperature, fitted
on texts that a fold had not seen. Whether a text belongs to any label is judged in
``knowledge.scope``. Needs scikit-learn, which is imported only where something is trained.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.scope import Flags, Reference, Scope, fit_scope, plain_scope
from knowledge.search.vectors import Vectors
from knowledge.text import Segmenter, key, normalise, segmenter_for, visible

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

OUTSIDE_NAMES = frozenset(
    [
        "oos", "ood", "outofscope", "outofdomain", "notinscope", "outside", "outsidescope",
        "outsidedomain", "unknown", "unknownintent", "none", "nointent", "noneofthese",
        "noneoftheabove", "null", "other", "others", "otherintent", "irrelevant", "fallback",
        "域外", "域外问题", "范围外", "超出范围", "领域外", "集外",
        "其他", "其它", "其他类", "其它类", "其他意图", "其它意图", "其他问题", "其它问题",
        "未知", "未知意图", "无意图", "无关", "无关问题", "不相关", "拒识",
    ]
)  # fmt: skip
"""Labels that mean "none of the labels", in lower case without spaces and punctuation."""

_GRAMS = (1, 2, 3)
_STRENGTH = 1.0
"""Inverse of the SVM's regularisation."""
_TOLERANCE = 1e-2
"""A tenth of it took longer and labelled no text better."""
_FOLDS = 3
_LARGE = 600_000
"""Examples times labels from which everything is calibrated on one trial: it holds enough texts,
and each further one takes as long as the training itself."""
_MANY_LABELS = 6
_USUAL = 0.15
"""The temperature where nothing can be held back: what public sets gave where it could."""
_FEWEST = 20
"""Held-back texts without which nothing is calibrated on them."""


class Labelled(msgspec.Struct, frozen=True):
    """A text with its label."""

    text: str
    label: str


class Verdict(msgspec.Struct, frozen=True):
    """A label with the chance that it is right, and the chance that any trained label is."""

    label: str
    confidence: float
    in_scope: float


def is_outside(label: str) -> bool:
    """Whether a label's name says that its texts belong to no label."""
    return re.sub(r"[\W_]+", "", label.lower()) in OUTSIDE_NAMES


class Grams:
    """TF-IDF over character n-grams and words, rows of length one."""

    def __init__(self, texts: Sequence[str], segmenter: Segmenter) -> None:
        from sklearn.feature_extraction import text as library

        self._segmenter = segmenter
        make: Any = library.TfidfVectorizer
        self._library = make(analyzer=self._tokens, sublinear_tf=True, dtype=np.float64)
        self._library.fit(texts)

    def rows(self, texts: Sequence[str]) -> Any:
        """A sparse matrix, a row a text."""
        return self._library.transform(texts)

    def totals(self, texts: Sequence[str]) -> Floats:
        """How many different tokens each text has, known ones or not."""
        return np.array([float(len(set(self._tokens(t)))) for t in texts])

    def _tokens(self, text: str) -> list[str]:
        # A word is marked, so that it is another token than the same characters as an n-gram.
        words = [f"_{w}" for w in self._segmenter.words(text)]
        text = normalise(text)
        if not text:
            return ["_"]
        text = f" {text} "
        return words + [text[i : i + n] for n in _GRAMS for i in range(len(text) - n + 1)]


class Material(msgspec.Struct, frozen=True):
    """Training texts as numbers. ``places``: each text's label by its place among ``labels``;
    ``folds``: equal texts share one."""

    labels: tuple[str, ...]
    grams: Any
    vectors: Vectors | None
    places: Numbers
    folds: Numbers
    totals: Floats

    def part(self, chosen: Numbers) -> Material:
        """Some of the texts, with all labels."""
        vectors = None if self.vectors is None else self.vectors[chosen]
        return Material(
            self.labels,
            self.grams[chosen],
            vectors,
            self.places[chosen],
            self.folds[chosen],
            self.totals[chosen],
        )


class Margins:
    """A linear SVM a label. Labels without an example get a margin that never wins."""

    def __init__(self, material: Material) -> None:
        from sklearn.svm import LinearSVC

        self.count = len(material.labels)
        self.held = np.unique(material.places)
        self.reference = Reference.of(material.grams, material.vectors, material.places)
        self._model: Any = None
        if len(self.held) > 1:
            self._model = LinearSVC(C=_STRENGTH, tol=_TOLERANCE, random_state=7)
            with warnings.catch_warnings():
                # That so many classes for so few texts look like a measure: they are none.
                warnings.filterwarnings("ignore", "The number of unique classes", UserWarning)
                self._model.fit(self._joined(material.grams, material.vectors), material.places)

    def of(self, grams: Any, vectors: Vectors | None) -> Floats:
        """Margins, shape ``(texts, labels)``."""
        found = np.full((grams.shape[0], self.count), ABSENT)
        if self._model is None:
            found[:, self.held] = 0.0
            return found
        margins: Floats = self._model.decision_function(self._joined(grams, vectors))
        if margins.ndim == 1:
            margins = np.stack([-margins, margins], axis=1)
        if vectors is not None and self.reference.centroids is not None:
            # With few examples the middle of a label says more than its border.
            margins = margins + self.reference.to_centroids(self.reference.centred(vectors))
        found[:, self.held] = margins
        return found

    def _joined(self, grams: Any, vectors: Vectors | None) -> Any:
        from scipy import sparse

        if vectors is None:
            return grams
        library: Any = sparse
        dense = library.csr_matrix(self.reference.centred(vectors))
        return library.hstack([grams, dense]).tocsr()


ABSENT = -20.0
"""The margin of a label that was not trained."""


def shares(margins: Floats, temperature: float) -> Floats:
    """Margins to chances that sum to one, a row a text."""
    scaled = margins / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


class Classifier:
    """Trained labels. Read by any number of threads."""

    def __init__(
        self, grams: Grams, margins: Margins, *, labels: Sequence[str], temperature: float
    ) -> None:
        self.labels = tuple(labels)
        self.temperature = temperature
        self.grams = grams
        self.margins = margins
        self.scope: Scope = plain_scope()
        self.usual = 0
        """The commonest label's place: what a text of nothing gets."""
        self.usual_share = 0.0

    def judge(self, texts: Sequence[str], vectors: Vectors | None) -> list[Verdict]:
        """A verdict a text, in order. ``vectors``: a row a text, given if and only if the
        training had them."""
        if not texts:
            return []
        rows = self.grams.rows(texts)
        margins = self.margins.of(rows, vectors)
        chances = shares(margins, self.temperature)
        scores = self.margins.reference.scores(
            rows, vectors, margins, chances=chances, totals=self.grams.totals(texts)
        )
        inside = self.scope.chances(scores, margins)
        found: list[Verdict] = []
        for text, row, chance in zip(texts, chances, inside, strict=True):
            best = int(np.argmax(row))
            verdict = Verdict(self.labels[best], float(row[best]), float(chance))
            if not key(text) and not visible(text):
                verdict = Verdict(self.labels[self.usual], self.usual_share, 0.0)
            found.append(verdict)
        return found


def train(examples: Sequence[Labelled], vectors: Vectors | None) -> Classifier:
    """A classifier of these examples. ``vectors``: a row an example. Raises ``ValueError`` where
    there are fewer than two labels."""
    labels = sorted({e.label for e in examples})
    if len(labels) < 2:
        raise ValueError(f"one label only: {labels}" if labels else "no label")
    counted = Counter(e.label for e in examples)
    kept = _different(examples)
    examples = [examples[i] for i in kept]
    vectors = None if vectors is None else vectors[kept]
    texts = [e.text for e in examples]
    grams = Grams(texts, segmenter_for(()))
    places = np.array([labels.index(e.label) for e in examples])
    folds = _folds(texts, places)
    rows = grams.rows(texts)
    material = Material(tuple(labels), rows, vectors, places, folds, grams.totals(texts))
    temperature, scope = _calibrated(material)
    found = Classifier(grams, Margins(material), labels=labels, temperature=temperature)
    found.usual = labels.index(counted.most_common(1)[0][0])
    found.usual_share = counted.most_common(1)[0][1] / counted.total()
    found.scope = scope
    return found


def _different(examples: Sequence[Labelled]) -> list[int]:
    """The first of equal examples; one without a visible character only where its label has no
    other."""
    filled = {e.label for e in examples if visible(e.text)}
    seen: dict[tuple[str, str], int] = {}
    for number, example in enumerate(examples):
        if visible(example.text) or example.label not in filled:
            seen.setdefault((normalise(example.text), example.label), number)
    return sorted(seen.values())


def _folds(texts: Sequence[str], places: Numbers) -> Numbers:
    """A fold for each text: a label's texts are dealt out evenly, the same text stays together."""
    random = np.random.default_rng(7)
    of_text: dict[str, int] = {}
    dealt: defaultdict[int, int] = defaultdict(lambda: int(random.integers(_FOLDS)))
    folds = np.zeros(len(texts), np.int64)
    for number in random.permutation(len(texts)):
        text = str(texts[number])
        text, place = key(text) or text, int(places[number])
        if text not in of_text:
            of_text[text] = dealt[place] % _FOLDS
            dealt[place] += 1
        folds[number] = of_text[text]
    return folds


class Trial(msgspec.Struct, frozen=True):
    """A model without some texts and labels, and what it made of them. ``away``: whether a text's
    label was left out."""

    reference: Reference
    some: Material
    margins: Floats
    away: Flags


def _trial(material: Material, fold: int, left: Numbers) -> Trial | None:
    """Hold back a fold and leave labels out; ``None`` where nothing remains to train or to try."""
    away = np.isin(material.places, left)
    held = (material.folds == fold) & ~away
    kept = np.flatnonzero(~away & ~held)
    test = np.flatnonzero(away | (held & np.isin(material.places, material.places[kept])))
    if not len(kept) or not len(test):
        return None
    model = Margins(material.part(kept))
    some = material.part(test)
    return Trial(model.reference, some, model.of(some.grams, some.vectors), away[test])


def _calibrated(material: Material) -> tuple[float, Scope]:
    """The temperature and the judge of scope, learned on what trials held back."""
    outside = [n for n, label in enumerate(material.labels) if is_outside(label)]
    inner = np.array([n for n in np.unique(material.places) if n not in outside])
    groups = np.random.default_rng(7).permutation(len(inner)) % _FOLDS
    large = len(material.places) * len(inner) > _LARGE and len(inner) >= _MANY_LABELS
    trials: list[Trial] = []
    for turn in range(1 if large else _FOLDS):
        left = inner[groups == turn] if len(inner) > 1 else inner[:0]
        found = _trial(material, turn, left)
        trials.extend([found] if found is not None else [])
    whole = trials
    if not large:
        nothing = np.zeros(0, np.int64)
        tried = [_trial(material, fold, nothing) for fold in range(_FOLDS)]
        whole = [t for t in tried if t is not None]
    temperature = _temperature(whole)
    return temperature, _scope(trials, temperature, outside)


def _temperature(trials: Sequence[Trial]) -> float:
    """The temperature at which the chances of held-back texts are honest."""
    some = [t for t in trials if len(t.reference.held) > 1 and not t.away.all()]
    margins = [t.margins[~t.away] for t in some]
    places = [t.some.places[~t.away] for t in some]
    if sum(map(len, places)) < _FEWEST:
        return _USUAL
    stacked, truth = np.concatenate(margins), np.concatenate(places)
    best, least = _USUAL, np.inf
    for temperature in np.geomspace(0.05, 3, 40):
        chances = shares(stacked, float(temperature))
        loss = float(-np.log(chances[np.arange(len(truth)), truth] + 1e-9).mean())
        if loss < least:
            best, least = float(temperature), loss
    return best


def _scope(trials: Sequence[Trial], temperature: float, outside: Sequence[int]) -> Scope:
    """The judge of whether a text belongs to any label, from labels that were left out."""
    if not trials:
        return plain_scope(outside)
    scores: list[Floats] = []
    for one in trials:
        chances = shares(one.margins, temperature)
        rows = one.reference.scores(
            one.some.grams,
            one.some.vectors,
            one.margins,
            chances=chances,
            totals=one.some.totals,
        )
        scores.append(rows)
    away = np.concatenate([t.away for t in trials])
    real = np.isin(np.concatenate([t.some.places for t in trials]), outside)
    margins = np.concatenate([t.margins for t in trials])
    return fit_scope(np.concatenate(scores), ~away & ~real, real, margins=margins, outside=outside)
