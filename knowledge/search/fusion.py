"""From a question to ranked candidates: what each engine says, as features, and their learned sum.

The engines are character pairs, words and vectors over all wordings of all targets. A candidate's
features compare the question with its best wordings and with its whole text. Which engine counts
how much is *learned* (``knowledge.search.fitting``); equal weights were measured to be worse than
one engine alone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec
import numpy as np

from knowledge.search.asked import Asked
from knowledge.search.comparing import Comparing
from knowledge.search.features import (
    ABSENT,
    DEPTH,
    FEATURES,
    PLACE,
    Hidden,
    Row,
    spread,
    top,
)
from knowledge.search.forms import forms_of
from knowledge.search.late import LateInteraction
from knowledge.search.lexical import LexicalIndex
from knowledge.search.meaning import Likeness, Meaning
from knowledge.search.pieces import Asked as Pieces
from knowledge.search.pieces import Codebook, Kept
from knowledge.search.targets import Target, whole_parts
from knowledge.search.vectors import Narrow, Vectors
from knowledge.text import Segmenter

_BY_WORDS = ("pairs", "words", "whole_pairs")
_PROPOSING = (*_BY_WORDS, "cosine", "centroid")

Found = tuple[list[int], Row]
"""Candidates, as numbers of targets, and their feature rows, shape ``(n, len(FEATURES))``."""


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A target with its features, its score (log-odds among the candidates) and its share."""

    target: Target
    features: Row
    score: float
    share: float


class Reading(msgspec.Struct, frozen=True):
    """What words alone say about a question. ``covered``: the weight of the question's pairs that
    each wording has; the others: numbers of wordings (``wholes``: of targets) with BM25 scores."""

    asked: Asked
    covered: Row
    pairs: list[tuple[int, float]]
    words: list[tuple[int, float]]
    wholes: list[tuple[int, float]]


class Twice(msgspec.Struct, frozen=True):
    """What a question of training found: by words alone, with vectors, and with pieces too."""

    words: Found
    meaning: Found | None = None
    late: Found | None = None


class SearchIndex:
    """All wordings of a set of targets under three engines. Immutable after it is built."""

    def __init__(
        self,
        targets: Sequence[Target],
        segmenter: Segmenter,
        vectors: Vectors | Narrow | None,
        *,
        pieces: tuple[Kept, Codebook] | None = None,
    ) -> None:
        """``vectors``: one row for each text of ``texts_of(targets)``; ``None`` = words alone.
        ``pieces``: those of ``whole_texts_of(targets)``, only beside vectors."""
        self.targets = tuple(targets)
        self._place = {t.id: n for n, t in enumerate(targets)}
        self.segmenter = segmenter
        self.wordings = [text for t in targets for text in t.questions]
        self.owner = [number for number, t in enumerate(targets) for _ in t.questions]
        self._named: dict[str, list[int]] = {}
        for number, text in enumerate(self.wordings):
            self._named.setdefault(text, []).append(number)
        forms = forms_of(segmenter)
        self.pairs = LexicalIndex(forms.pairs.rows(self.wordings), forms.pairs)
        self.words = LexicalIndex(forms.words.rows(self.wordings), forms.words)
        wholes = forms.pairs.joined([whole_parts(t) for t in targets])
        self._whole = LexicalIndex(wholes, forms.pairs)
        self._comparing = Comparing(self.targets, self.pairs, self.words, forms)
        self._meaning: Meaning | None = None
        self._late: LateInteraction | None = None
        self._take(vectors, pieces)

    def _take(self, vectors: Vectors | Narrow | None, pieces: tuple[Kept, Codebook] | None) -> None:
        if vectors is not None and len(vectors):
            self._meaning = Meaning(self.targets, self.owner, vectors)
            if pieces is not None:
                self._late = LateInteraction(self.owner, len(self.targets), *pieces)

    def with_meaning(
        self, vectors: Vectors | Narrow | None, pieces: tuple[Kept, Codebook] | None = None
    ) -> SearchIndex:
        """The same index, which searches these vectors and pieces too; the rest is shared."""
        other = copy.copy(self)
        other._take(vectors, pieces)
        return other

    @property
    def has_vectors(self) -> bool:
        """Whether meaning is searched, not words alone."""
        return self._meaning is not None

    @property
    def has_pieces(self) -> bool:
        """Whether a question's pieces are held against those of the texts."""
        return self._late is not None

    @property
    def wording_vectors(self) -> Vectors | None:
        """The wordings' vectors in order as the embedder gave them, for training."""
        return None if self._meaning is None else self._meaning.wordings

    def number(self, target: Target) -> int:
        """The place of a target in ``targets``."""
        return self._place[target.id]

    def target(self, document: str) -> Target | None:
        """The target of a document, by its id."""
        place = self._place.get(document)
        return None if place is None else self.targets[place]

    def places_of(self, text: str) -> frozenset[int]:
        """The wordings that are this text."""
        return frozenset(self._named.get(text, ()))

    def near_misses(self) -> Iterator[tuple[int, str, Vectors | None]]:
        """Each near miss with the number of the target that must not answer it, and its vector as
        the embedder gave it."""
        held = None if self._meaning is None else iter(self._meaning.near)
        for number, target in enumerate(self.targets):
            for text in target.negative:
                yield number, text, None if held is None else next(held)

    def like(self, vectors: Sequence[Vectors | None]) -> list[Likeness | None]:
        """What meaning says about each of some questions, given by their vectors: the half of
        ``features_twice`` that is quicker for many at once."""
        given = [vector for vector in vectors if vector is not None]
        if self._meaning is None or not given:
            return [None] * len(vectors)
        found = iter(self._meaning.like(np.stack(given)))
        return [None if vector is None else next(found) for vector in vectors]

    def read(self, question: str) -> Reading:
        """What words alone say about a question: the half of ``features`` that needs no vector."""
        asked = Asked(question, self.segmenter)
        return Reading(
            asked,
            self._comparing.covered(asked),
            self.pairs.search(asked.pairs, DEPTH * 5),
            self.words.search(asked.words, DEPTH * 5),
            self._whole.search(asked.pairs, DEPTH * 2),
        )

    def nearly_said(self, reading: Reading, share: float) -> bool:
        """Whether some wording has at least this share of the question's pairs, and the question
        this share of the wording's."""
        return self._comparing.nearly_said(reading.asked, reading.covered, share)

    def features(
        self,
        question: str | Reading,
        vector: Vectors | None,
        pieces: Pieces | None = None,
        *,
        hidden_wordings: AbstractSet[int] = frozenset(),
        hidden_targets: AbstractSet[int] = frozenset(),
        hidden_near: AbstractSet[str] = frozenset(),
    ) -> Found:
        """Candidate targets and their features.

        What is hidden takes no part in any score or statistic, as if it had never been entered:
        training takes evidence away by it. ``hidden_near``: near misses, as their texts.
        ``pieces``: the question's, only beside its vector.
        """
        hidden = Hidden(
            frozenset(hidden_wordings), frozenset(hidden_targets), frozenset(hidden_near)
        )
        like = None
        if vector is not None and self._meaning is not None:
            like = self._meaning.like(vector[None])[0]
        reading = self.read(question) if isinstance(question, str) else question
        engines = self._engines(reading, like, hidden)
        numbers = _proposed(engines)
        columns = self._columns(reading, like, numbers, hidden)
        columns |= self._late_columns(pieces, like, numbers, hidden)
        return numbers, _rows(columns, numbers, engines)

    def features_twice(
        self, question: str, like: Likeness | None, hidden: Hidden, pieces: Pieces | None = None
    ) -> Twice:
        """The candidates by words alone, and with meaning where that was asked. What words propose
        is proposed with meaning too, so all texts are read and compared once, for training."""
        reading = self.read(question)
        engines = self._engines(reading, like, hidden)
        numbers = _proposed(engines)
        columns = self._columns(reading, like, numbers, hidden)
        found = numbers, _rows(columns, numbers, engines)
        if like is None:
            return Twice(found)
        late = None
        if pieces is not None and self._late is not None:
            rows = found[1].copy()
            for name, column in self._late_columns(pieces, like, numbers, hidden).items():
                rows[:, PLACE[name]] = column
            late = numbers, rows
        words = {name: engines[name] for name in _BY_WORDS}
        own = _proposed(words)
        places = np.searchsorted(numbers, own)
        columns["negative"] = columns["negative_pairs"]
        kept = {name: column[places] for name, column in columns.items()}
        return Twice((own, _rows(kept, own, words)), found, late)

    def _engines(self, reading: Reading, like: Likeness | None, hidden: Hidden) -> dict[str, Row]:
        """Each engine's scores of all targets."""
        asked = reading.asked
        engines = {
            "pairs": self._lexical(self.pairs, asked.pairs_once, reading.pairs, hidden),
            "words": self._lexical(self.words, asked.words_once, reading.words, hidden),
            "whole_pairs": self._wholes(reading, hidden),
        }
        if like is not None and self._meaning is not None:
            engines |= self._meaning.engines(like, hidden)
        for scores in engines.values():
            scores[list(hidden.targets)] = ABSENT
        return engines

    def _columns(
        self, reading: Reading, like: Likeness | None, numbers: list[int], hidden: Hidden
    ) -> dict[str, Row]:
        """What comparing the candidates' texts gives."""
        columns = self._comparing.columns(
            reading.asked, numbers, covered=reading.covered, hidden=hidden
        )
        columns["negative"] = columns["negative_pairs"]
        meaning = self._meaning
        if like is not None and meaning is not None:
            columns["negative"] = self._comparing.nearest_miss(
                numbers, hidden, lambda places: meaning.like_near(like, places)
            )
        return columns

    def _late_columns(
        self, pieces: Pieces | None, like: Likeness | None, numbers: list[int], hidden: Hidden
    ) -> dict[str, Row]:
        """What holding piece against piece gives; nothing where there are none."""
        if pieces is None or like is None or self._late is None:
            return {}
        return self._late.columns(pieces, numbers, like.wordings, hidden.wordings)

    def _lexical(
        self,
        index: LexicalIndex,
        tokens: Sequence[str],
        found: Sequence[tuple[int, float]],
        hidden: Hidden,
    ) -> Row:
        best = np.full(len(self.targets), ABSENT)
        ceiling = sum(index.weight(t) for t in tokens)
        for wording, score in reversed(found):
            if wording not in hidden.wordings:
                best[self.owner[wording]] = score / max(ceiling, 1e-6)
        return best

    def _wholes(self, reading: Reading, hidden: Hidden) -> Row:
        """How well the question's pairs fit all wordings and the body of a target together."""
        weights = self._whole.weights(reading.asked.pairs_once)
        numbers = [number for number, _ in reading.wholes]
        scores = np.full(len(self.targets), ABSENT)
        held = self._comparing.pairs_held(reading.asked, numbers, hidden)
        scores[numbers] = weights @ held / (float(weights.sum()) or 1e-6)
        return scores


def _proposed(engines: Mapping[str, Row]) -> list[int]:
    """The targets that the engines put forward, in the pack's order."""
    return sorted({n for e in _PROPOSING if e in engines for n in top(engines[e], DEPTH)})


def _rows(columns: Mapping[str, Row], numbers: Sequence[int], engines: Mapping[str, Row]) -> Row:
    """The candidates' features: what comparing gave, and the engines' scores."""
    rows = np.zeros((len(numbers), len(FEATURES)))
    for name, column in columns.items():
        rows[:, PLACE[name]] = column
    for engine, scores in engines.items():
        column = scores[numbers]
        rows[:, PLACE[engine]] = np.where(column > ABSENT, column, 0.0)
    nearest = np.maximum(rows[:, PLACE["cosine"]], 0.0)
    rows[:, PLACE["negative_lead"]] = np.maximum(rows[:, PLACE["negative"]] - nearest, 0.0)
    spread(rows, engines)
    return rows


def whole_texts_of(targets: Sequence[Target]) -> list[str]:
    """The texts whose pieces ``SearchIndex`` wants, in its order: near misses are no evidence."""
    return [*(q for t in targets for q in t.questions), *(t.body[:160] for t in targets)]


def texts_of(targets: Sequence[Target]) -> list[str]:
    """The texts whose vectors ``SearchIndex`` wants, in its order."""
    return [*whole_texts_of(targets), *(n for t in targets for n in t.negative)]
