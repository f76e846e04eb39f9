"""From a question to ranked candidates: what each engine says, as features, and their learned sum.

The engines are character pairs, words and vectors over all wordings of all targets. A candidate's
features compare the question with its best wordings and with its whole text. Which engine counts
how much is *learned* (``knowledge.search.fitting``); equal weights were measured to be worse than
one engine alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.quantities import quantities
from knowledge.search.lexical import LexicalIndex
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors
from knowledge.text import Segmenter, bigrams, longest_common_substring, normalise
from knowledge.types import Gap, NewsItem, Rule

Row = npt.NDArray[np.float64]

FEATURES = (
    "pairs",
    "words",
    "cosine",
    "cosine_second",
    "cosine_body",
    "z_pairs",
    "z_words",
    "z_cosine",
    "gap_pairs",
    "gap_words",
    "gap_cosine",
    "covered_best",
    "covered_all",
    "covered_words",
    "rarest_uncovered",
    "wording_covered",
    "common_run",
    "length_ratio",
    "negative",
    "number_conflict",
    "is_gap",
    "is_rule",
    "is_news",
    "short_question",
)
"""Names of a candidate's features, in the order of a row."""

DEPTH = 15
"""Targets that each engine proposes."""


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
        self._all_pairs = [_token_set(t, bigrams) for t in targets]
        self._all_words = [_token_set(t, segmenter.words) for t in targets]
        self._numbers = [_numbers(" ".join((*t.questions, t.body))) for t in targets]
        self._owners = np.array(self.owner, dtype=np.int64)
        self._vectors: Vectors | None = None
        self._body: Vectors | None = None
        self._negative: dict[int, Vectors] = {}
        if vectors is not None:
            count = len(self.wordings)
            self._vectors = vectors[:count]
            self._body = vectors[count : count + len(targets)]
            start = count + len(targets)
            for number, target in enumerate(targets):
                if target.negative:
                    self._negative[number] = vectors[start : start + len(target.negative)]
                    start += len(target.negative)

    @property
    def has_vectors(self) -> bool:
        """Whether meaning is searched, not words alone."""
        return self._vectors is not None

    @property
    def wording_vectors(self) -> Vectors | None:
        """The wordings' vectors in order, for training."""
        return self._vectors

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
        asked = _Asked(question, self.segmenter)
        pairs = self._lexical("pairs", asked.pairs, hidden_wordings, hidden_targets)
        words = self._lexical("words", asked.words, hidden_wordings, hidden_targets)
        cosine = self._cosines(vector, hidden_wordings, hidden_targets)
        numbers = sorted(
            {n for scores in (pairs, words) for n in _top(scores)} | set(_top_cosines(cosine))
        )
        if not numbers:
            return [], np.zeros((0, len(FEATURES)))
        rows = np.zeros((len(numbers), len(FEATURES)))
        for row, number in zip(rows, numbers, strict=True):
            best, second = cosine.get(number, (0.0, 0.0))
            self._fill(
                row, asked, number, pairs.get(number, 0.0), words.get(number, 0.0), best, second,
                vector, hidden_wordings,
            )  # fmt: skip
        _spread(rows, pairs, words, cosine)
        return numbers, rows

    def _lexical(
        self,
        field: str,
        tokens: Sequence[str],
        hidden_wordings: AbstractSet[int],
        hidden_targets: AbstractSet[int],
    ) -> dict[int, float]:
        best: dict[int, float] = {}
        ceiling = sum(self.lexical.weight(t, words=field == "words") for t in dict.fromkeys(tokens))
        for wording, score in self.lexical.search(field, tokens, DEPTH * 5):
            owner = self.owner[wording]
            if wording in hidden_wordings or owner in hidden_targets:
                continue
            best.setdefault(owner, score / max(ceiling, 1e-6))
        return best

    def _cosines(
        self,
        vector: Vectors | None,
        hidden_wordings: AbstractSet[int],
        hidden_targets: AbstractSet[int],
    ) -> dict[int, tuple[float, float]]:
        if vector is None or self._vectors is None or not len(self._vectors):
            return {}
        similar = self._vectors @ vector
        if hidden_wordings:
            similar[list(hidden_wordings)] = -1.0
        order = np.argsort(-similar)
        found: dict[int, tuple[float, float]] = {}
        for wording in order.tolist():
            owner = self.owner[wording]
            if owner in hidden_targets:
                continue
            value = float(similar[wording])
            if owner not in found:
                found[owner] = (value, value - 0.1)
            elif found[owner][1] == found[owner][0] - 0.1:
                found[owner] = (found[owner][0], value)
            if len(found) > DEPTH * 3:
                break
        return found

    def _fill(
        self,
        row: Row,
        asked: _Asked,
        number: int,
        pairs: float,
        words: float,
        cosine: float,
        cosine_second: float,
        vector: Vectors | None,
        hidden_wordings: AbstractSet[int],
    ) -> None:
        weight = self.lexical.weight
        target = self.targets[number]
        shown = [w for w in self._of_target[number] if w not in hidden_wordings]
        covered_best, wording_covered, run, ratio = 0.0, 0.0, 0.0, 0.0
        total = sum(weight(t) for t in asked.pair_set) or 1e-6
        hidden_tokens: set[str] = set()
        for wording in self._of_target[number]:
            mine = set(self.lexical.pairs[wording])
            if wording in hidden_wordings:
                hidden_tokens |= mine
                continue
            shared = sum(weight(t) for t in mine & asked.pair_set)
            if shared / total >= covered_best:
                covered_best = shared / total
                own = sum(weight(t) for t in mine) or 1e-6
                wording_covered = max(wording_covered, shared / own)
                text = normalise(self.wordings[wording])
                run = longest_common_substring(asked.text, text) / max(len(asked.text), 1)
                ratio = min(len(text), len(asked.text)) / max(len(text), len(asked.text), 1)
        everything = self._all_pairs[number]
        if hidden_tokens:
            kept = set().union(*(self.lexical.pairs[w] for w in shown)) if shown else set[str]()
            body = set(bigrams(target.body))
            everything = kept | body
        covered_all = sum(weight(t) for t in asked.pair_set & everything) / total
        word_set = set(asked.words)
        all_words = self._all_words[number]
        if hidden_tokens:
            all_words = set(self.segmenter.words(target.body)).union(
                *(self.lexical.words[w] for w in shown)
            )
        word_total = sum(weight(t, words=True) for t in word_set) or 1e-6
        uncovered = [weight(t, words=True) for t in word_set - all_words]
        values = {
            "pairs": pairs,
            "words": words,
            "cosine": _stretch(cosine),
            "cosine_second": _stretch(cosine_second),
            "cosine_body": self._body_cosine(number, vector),
            "covered_best": covered_best,
            "covered_all": covered_all,
            "covered_words": 1 - sum(uncovered) / word_total,
            "rarest_uncovered": max(uncovered, default=0.0) / weight("", words=True),
            "wording_covered": wording_covered,
            "common_run": run,
            "length_ratio": ratio,
            "negative": self._negative_margin(number, vector, cosine, asked),
            "number_conflict": float(bool(asked.numbers - self._numbers[number])),
            "is_gap": float(isinstance(target.document, Gap)),
            "is_rule": float(isinstance(target.document, Rule)),
            "is_news": float(isinstance(target.document, NewsItem)),
            "short_question": float(len(asked.pair_set) <= 3),
        }
        for name, value in values.items():
            row[_PLACE[name]] = value

    def _body_cosine(self, number: int, vector: Vectors | None) -> float:
        if vector is None or self._body is None:
            return 0.0
        return _stretch(float(self._body[number] @ vector))

    def _negative_margin(
        self, number: int, vector: Vectors | None, cosine: float, asked: _Asked
    ) -> float:
        """How much nearer a near miss is than the target's own wordings (0 = not nearer)."""
        target = self.targets[number]
        if not target.negative:
            return 0.0
        if vector is not None and number in self._negative:
            nearest = float(np.max(self._negative[number] @ vector))
            return max(0.0, min(1.0, (nearest - cosine) * 10 + 0.1))
        own = asked.pair_set
        overlap = max(len(own & set(bigrams(n))) / max(len(own), 1) for n in target.negative)
        return max(0.0, overlap - 0.6)


class _Asked:
    """A question as the engines see it."""

    def __init__(self, question: str, segmenter: Segmenter) -> None:
        self.text = normalise(question)
        self.pairs = bigrams(question)
        self.pair_set = set(self.pairs)
        self.words = segmenter.words(question)
        self.numbers = _numbers(question)


_PLACE = {name: place for place, name in enumerate(FEATURES)}


def _stretch(cosine: float) -> float:
    # e5's cosines live between 0.75 and 1; spread them so that weights stay comparable.
    return max(0.0, (cosine - 0.75) * 4)


def _numbers(text: str) -> set[tuple[str, float]]:
    """Numbers that make a difference: those with a unit, of two digits or more."""
    return {
        (q.kind, q.value)
        for q in quantities(normalise(text))
        if q.kind in ("number", "money", "percent", "date", "article") and q.value > 10
    }


def _token_set(target: Target, cut: object) -> set[str]:
    texts = (*target.questions, target.body)
    assert callable(cut)
    return {token for text in texts for token in cut(text)}


def _top(scores: dict[int, float]) -> list[int]:
    return sorted(scores, key=lambda n: -scores[n])[:DEPTH]


def _top_cosines(scores: dict[int, tuple[float, float]]) -> list[int]:
    return sorted(scores, key=lambda n: -scores[n][0])[:DEPTH]


def _spread(
    rows: Row,
    pairs: dict[int, float],
    words: dict[int, float],
    cosine: dict[int, tuple[float, float]],
) -> None:
    """Fill in how a candidate stands among all that the engine found: z and the gap to the top."""
    spread = {
        "pairs": list(pairs.values()),
        "words": list(words.values()),
        "cosine": [_stretch(best) for best, _ in cosine.values()],
    }
    for name, values in spread.items():
        if not values:
            continue
        column = rows[:, _PLACE[name]]
        mean, deviation = float(np.mean(values)), float(np.std(values)) + 1e-6
        rows[:, _PLACE[f"z_{name}"]] = np.clip((column - mean) / deviation, -4, 8) / 4
        rows[:, _PLACE[f"gap_{name}"]] = max(values) - column


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
