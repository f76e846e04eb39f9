"""From a question to ranked candidates: what each engine says, as features, and their learned sum.

The engines are character pairs, words and vectors over all wordings of all targets. A candidate's
features compare the question with its best wordings and with its whole text. Which engine counts
how much is *learned* (``knowledge.search.fitting``); equal weights were measured to be worse than
one engine alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.asked import Asked, numbers_of
from knowledge.search.lexical import LexicalIndex
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors
from knowledge.text import Segmenter, bigrams, normalise
from knowledge.types import Gap, NewsItem, Rule

Row = npt.NDArray[np.float64]

FEATURES = (
    "pairs",
    "words",
    "cosine",
    "cosine_second",
    "cosine_body",
    "centroid",
    "whole_pairs",
    "z_pairs",
    "z_words",
    "z_cosine",
    "z_centroid",
    "z_whole_pairs",
    "gap_centroid",
    "covered_best",
    "covered_all",
    "covered_words",
    "rarest_uncovered",
    "wording_covered",
    "length_ratio",
    "negative",
    "number_conflict",
    "missing_place",
    "missing_noun",
    "missing_verb",
    "missing_latin",
    "missing_year",
    "missing_number",
    "is_gap",
    "is_rule",
    "is_news",
    "short_question",
)
"""Names of a candidate's features, in the order of a row."""

DEPTH = 15
"""Targets that each engine proposes."""
MOST_MISSING = 3
"""More missing words of a kind than these count as so many."""
BODY_WEIGHT = 2.0
"""How many wordings an answer's own text counts for in a target's centroid."""


class Candidate(msgspec.Struct, frozen=True):
    """A target with its features, its score (log-odds among the candidates) and its share."""

    target: Target
    features: Row
    score: float
    share: float


class SearchIndex:
    """All wordings of a set of targets under three engines. Immutable after it is built."""

    def __init__(
        self, targets: Sequence[Target], segmenter: Segmenter, vectors: Vectors | None
    ) -> None:
        """``vectors``: one row for each text of ``texts_of(targets)``; ``None`` = words alone."""
        self.targets = tuple(targets)
        self._place = {t.id: n for n, t in enumerate(targets)}
        self.segmenter = segmenter
        self.wordings: list[str] = []
        self.owner: list[int] = []
        self._of_target: list[list[int]] = []
        for number, target in enumerate(targets):
            rows = range(len(self.wordings), len(self.wordings) + len(target.questions))
            self._of_target.append(list(rows))
            self.wordings.extend(target.questions)
            self.owner.extend([number] * len(target.questions))
        self.lexical = LexicalIndex(self.wordings, segmenter)
        self._wording_sets = [frozenset(pairs) for pairs in self.lexical.pairs]
        self._wording_weights = [
            sum(self.lexical.weight(t) for t in pairs) or 1e-6 for pairs in self._wording_sets
        ]
        self._all_pairs = [_token_set(t, bigrams) for t in targets]
        self._all_words = [_token_set(t, segmenter.words) for t in targets]
        self._texts = [normalise(" ".join((*t.questions, t.body, t.context))) for t in targets]
        self._numbers = [numbers_of(" ".join((*t.questions, t.body))) for t in targets]
        self._whole = LexicalIndex([" ".join((*t.questions, t.body)) for t in targets], segmenter)
        self._vectors: Vectors | None = None
        self._raw: Vectors | None = None
        self._body: Vectors | None = None
        self._sums: Vectors | None = None
        self._centre: Vectors | None = None
        self._negative: dict[int, Vectors] = {}
        if vectors is not None and len(vectors):
            self._place_vectors(vectors)

    def _place_vectors(self, vectors: Vectors) -> None:
        """Centre the vectors (the part that all texts share says nothing) and sum them up."""
        count, targets = len(self.wordings), len(self.targets)
        self._raw = vectors[:count]
        centre: Vectors = vectors[: count + targets].mean(axis=0)
        self._centre = centre
        moved = _unit(vectors - centre)
        self._vectors = moved[:count]
        self._body = moved[count : count + targets]
        self._sums = BODY_WEIGHT * self._body
        np.add.at(self._sums, np.array(self.owner, dtype=np.int64), self._vectors)
        start = count + targets
        for number, target in enumerate(self.targets):
            if target.negative:
                self._negative[number] = moved[start : start + len(target.negative)]
                start += len(target.negative)

    @property
    def has_vectors(self) -> bool:
        """Whether meaning is searched, not words alone."""
        return self._vectors is not None

    @property
    def wording_vectors(self) -> Vectors | None:
        """The wordings' vectors in order as the embedder gave them, for training."""
        return self._raw

    def number(self, target: Target) -> int:
        """The place of a target in ``targets``."""
        return self._place[target.id]

    def near_misses(self) -> Iterator[tuple[int, str, Vectors | None]]:
        """Each near miss with the number of the target that must not answer it."""
        for number, target in enumerate(self.targets):
            for place, text in enumerate(target.negative):
                held = self._negative.get(number)
                yield number, text, None if held is None else held[place]

    def features(
        self,
        question: str,
        vector: Vectors | None,
        *,
        hidden_wordings: AbstractSet[int] = frozenset(),
        hidden_targets: AbstractSet[int] = frozenset(),
    ) -> tuple[list[int], Row]:
        """Candidate targets (numbers) and their feature rows, shape ``(n, len(FEATURES))``.

        What is hidden takes no part in any score or statistic, as if it had never been entered:
        training takes evidence away by it.
        """
        asked = Asked(question, self.segmenter, self._centred(vector))
        hidden = _Hidden(frozenset(hidden_wordings), frozenset(hidden_targets))
        engines = {
            "pairs": self._lexical("pairs", asked.pairs, hidden),
            "words": self._lexical("words", asked.words, hidden),
            "whole_pairs": self._wholes(asked, hidden),
            **self._cosines(asked.vector, hidden),
        }
        proposing = ("pairs", "words", "whole_pairs", "cosine", "centroid")
        numbers = sorted({n for e in proposing for n in _top(engines.get(e, {}))})
        rows = np.zeros((len(numbers), len(FEATURES)))
        for row, number in zip(rows, numbers, strict=True):
            self._fill(row, asked, number, hidden=hidden)
            for engine, scores in engines.items():
                row[_PLACE[engine]] = scores.get(number, 0.0)
        _spread(rows, engines)
        return numbers, rows

    def _centred(self, vector: Vectors | None) -> Vectors | None:
        if vector is None or self._centre is None:
            return None
        return _unit(vector - self._centre)

    def _lexical(self, field: str, tokens: Sequence[str], hidden: _Hidden) -> dict[int, float]:
        best: dict[int, float] = {}
        words = field == "words"
        ceiling = sum(self.lexical.weight(t, words=words) for t in dict.fromkeys(tokens))
        for wording, score in self.lexical.search(field, tokens, DEPTH * 5):
            owner = self.owner[wording]
            if wording not in hidden.wordings and owner not in hidden.targets:
                best.setdefault(owner, score / max(ceiling, 1e-6))
        return best

    def _wholes(self, asked: Asked, hidden: _Hidden) -> dict[int, float]:
        """How well the question's pairs fit all wordings and the body of a target together."""
        ceiling = sum(self._whole.weight(t) for t in asked.pair_set) or 1e-6
        proposed = [n for n, _ in self._whole.search("pairs", asked.pairs, DEPTH * 2)]
        owners = {self.owner[w] for w in hidden.wordings}
        scores: dict[int, float] = {}
        for number in proposed:
            if number in hidden.targets:
                continue
            tokens = self._tokens(number, hidden) if number in owners else self._all_pairs[number]
            scores[number] = sum(self._whole.weight(t) for t in asked.pair_set & tokens) / ceiling
        return scores

    def _tokens(self, number: int, hidden: _Hidden) -> set[str]:
        """The pairs of a target's whole text without its hidden wordings."""
        kept = [w for w in self._of_target[number] if w not in hidden.wordings]
        return set(bigrams(self.targets[number].body)).union(*(self.lexical.pairs[w] for w in kept))

    def _cosines(self, vector: Vectors | None, hidden: _Hidden) -> dict[str, dict[int, float]]:
        if vector is None or self._vectors is None or self._sums is None or self._body is None:
            return {}
        similar = self._vectors @ vector
        sums = self._sums
        if hidden.wordings:
            places = list(hidden.wordings)
            similar[places] = -1.0
            sums = sums.copy()
            for place in places:
                sums[self.owner[place]] -= self._vectors[place]
        centroid = (sums @ vector) / np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
        body = self._body @ vector
        best: dict[int, float] = {}
        second: dict[int, float] = {}
        order: list[int] = np.argsort(-similar)[: DEPTH * 8].tolist()
        for wording in order:
            owner = self.owner[wording]
            if owner not in best:
                best[owner] = float(similar[wording])
            else:
                second.setdefault(owner, float(similar[wording]))
        found: dict[str, dict[int, float]] = {
            "cosine": best,
            "cosine_second": second,
            "cosine_body": _numbered(body),
            "centroid": _numbered(centroid),
        }
        return {
            name: {n: v for n, v in scores.items() if n not in hidden.targets}
            for name, scores in found.items()
        }

    def _fill(self, row: Row, asked: Asked, number: int, *, hidden: _Hidden) -> None:
        """The features that compare the texts themselves."""
        weight = self.lexical.weight
        target = self.targets[number]
        total = sum(weight(t) for t in asked.pair_set) or 1e-6
        covered_best, wording_covered, ratio = 0.0, 0.0, 0.0
        partly_hidden = False
        for wording in self._of_target[number]:
            if wording in hidden.wordings:
                partly_hidden = True
                continue
            mine = self._wording_sets[wording]
            covered = sum(weight(t) for t in mine & asked.pair_set)
            if covered / total >= covered_best:
                covered_best = covered / total
                wording_covered = max(wording_covered, covered / self._wording_weights[wording])
                length = len(self.wordings[wording])
                ratio = min(length, len(asked.text)) / max(length, len(asked.text), 1)
        everything, all_words = self._all_pairs[number], self._all_words[number]
        if partly_hidden:
            everything = self._tokens(number, hidden)
            kept = [w for w in self._of_target[number] if w not in hidden.wordings]
            all_words = set(self.segmenter.words(target.body)).union(
                *(self.lexical.words[w] for w in kept)
            )
        word_total = sum(weight(t, words=True) for t in asked.word_set) or 1e-6
        uncovered = [weight(t, words=True) for t in asked.word_set - all_words]
        values = {
            "covered_best": covered_best,
            "covered_all": sum(weight(t) for t in asked.pair_set & everything) / total,
            "covered_words": 1 - sum(uncovered) / word_total,
            "rarest_uncovered": max(uncovered, default=0.0) / weight("", words=True),
            "wording_covered": wording_covered,
            "length_ratio": ratio,
            "negative": self._negative_margin(number, asked),
            "number_conflict": float(bool(asked.numbers - self._numbers[number])),
            **self._missing(number, asked, hidden),
            "is_gap": float(isinstance(target.document, Gap)),
            "is_rule": float(isinstance(target.document, Rule)),
            "is_news": float(isinstance(target.document, NewsItem)),
            "short_question": float(len(asked.pair_set) <= 3),
        }
        for name, value in values.items():
            row[_PLACE[name]] = value

    def _missing(self, number: int, asked: Asked, hidden: _Hidden) -> dict[str, float]:
        """What the question names and the target does not: the surest sign of a near miss."""
        text = self._texts[number]
        if not hidden.wordings.isdisjoint(self._of_target[number]):
            target = self.targets[number]
            kept = (self.wordings[w] for w in self._of_target[number] if w not in hidden.wordings)
            text = normalise(" ".join((*kept, target.body, target.context)))
        counts = dict.fromkeys(("place", "noun", "verb", "latin", "year", "number"), 0)
        for word, kind in asked.kinds:
            counts[kind] += word not in text
        for kind, digits in asked.figures:
            counts[kind] += digits not in text
        return {
            f"missing_{kind}": float(min(count, MOST_MISSING)) for kind, count in counts.items()
        }

    def _negative_margin(self, number: int, asked: Asked) -> float:
        """How near the nearest near miss is (0 = there is none)."""
        target = self.targets[number]
        if not target.negative:
            return 0.0
        if asked.vector is not None and number in self._negative:
            return max(0.0, float(np.max(self._negative[number] @ asked.vector)))
        own = asked.pair_set
        return max(len(own & set(bigrams(n))) / max(len(own), 1) for n in target.negative)


class _Hidden(msgspec.Struct, frozen=True):
    """What takes no part, as if it had never been entered."""

    wordings: frozenset[int]
    targets: frozenset[int]


_PLACE = {name: place for place, name in enumerate(FEATURES)}


def _unit(rows: Vectors) -> Vectors:
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


def _numbered(values: Vectors) -> dict[int, float]:
    return {number: float(value) for number, value in enumerate(values)}


def _token_set(target: Target, cut: Callable[[str], Sequence[str]]) -> set[str]:
    texts = (*target.questions, target.body)
    return {token for text in texts for token in cut(text)}


def _top(scores: dict[int, float]) -> list[int]:
    return sorted(scores, key=lambda n: -scores[n])[:DEPTH]


def _spread(rows: Row, engines: dict[str, dict[int, float]]) -> None:
    """Fill in how a candidate stands among all that an engine found: its z, its gap to the top."""
    for name in ("pairs", "words", "cosine", "centroid", "whole_pairs"):
        values = sorted(engines.get(name, {}).values(), reverse=True)[: DEPTH * 3]
        if not values:
            continue
        column = rows[:, _PLACE[name]]
        mean, deviation = float(np.mean(values)), float(np.std(values)) + 1e-6
        rows[:, _PLACE[f"z_{name}"]] = np.clip((column - mean) / deviation, -4, 8) / 4
        if name == "centroid":
            rows[:, _PLACE["gap_centroid"]] = values[0] - column


class Ranker(msgspec.Struct, frozen=True):
    """Linear weights over ``FEATURES``; the softmax of the scores is a candidate's share."""

    weights: tuple[float, ...]

    def rank(self, index: SearchIndex, numbers: Sequence[int], rows: Row) -> list[Candidate]:
        """The candidates, best first; ties keep the pack's order."""
        if not len(numbers):
            return []
        scores = rows @ np.array(self.weights)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = sorted(range(len(numbers)), key=lambda i: (-scores[i], numbers[i]))
        return [
            Candidate(index.targets[numbers[i]], rows[i], float(scores[i]), float(shares[i]))
            for i in order
        ]


def texts_of(targets: Sequence[Target]) -> list[str]:
    """The texts whose vectors ``SearchIndex`` wants, in its order."""
    return [
        *(q for t in targets for q in t.questions),
        *(t.body[:160] for t in targets),
        *(n for t in targets for n in t.negative),
    ]
