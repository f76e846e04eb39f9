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
from knowledge.search.facets import facets
from knowledge.search.features import ABSENT, DEPTH, FEATURES, PLACE, Row, spread, top, unit
from knowledge.search.lexical import LexicalIndex
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors
from knowledge.text import Segmenter, bigrams, normalise
from knowledge.types import Gap, NewsItem, Rule

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


class Reading(msgspec.Struct, frozen=True):
    """What words alone say about a question. ``covered``: the weight of the question's pairs that
    each wording has; the others: numbers of wordings (``wholes``: of targets) with BM25 scores."""

    asked: Asked
    covered: Row
    pairs: list[tuple[int, float]]
    words: list[tuple[int, float]]
    wholes: list[tuple[int, float]]


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
        self._of_target: list[range] = []
        for number, target in enumerate(targets):
            rows = range(len(self.wordings), len(self.wordings) + len(target.questions))
            self._of_target.append(rows)
            self.wordings.extend(target.questions)
            self.owner.extend([number] * len(target.questions))
        self._named: dict[str, list[int]] = {}
        for number, text in enumerate(self.wordings):
            self._named.setdefault(text, []).append(number)
        self.lexical = LexicalIndex(self.wordings, segmenter)
        self._holding = _holding(self.lexical.pairs)
        self._wording_weights = np.array(
            [sum(self.lexical.weight(t) for t in set(p)) or 1e-6 for p in self.lexical.pairs]
        )
        self._facets = [facets(text) for text in self.wordings]
        self._all_pairs = [_token_set(t, bigrams) for t in targets]
        self._all_words = [_token_set(t, segmenter.words) for t in targets]
        self._texts = [normalise(" ".join((*t.questions, t.body, t.context))) for t in targets]
        self._numbers = [numbers_of(" ".join((*t.questions, t.body))) for t in targets]
        self._whole = LexicalIndex([" ".join((*t.questions, t.body)) for t in targets], segmenter)
        self._vectors: Vectors | None = None
        self._raw: Vectors | None = None
        self._body: Vectors | None = None
        self._sums: Vectors | None = None
        self._lengths: Vectors = np.zeros(0, np.float32)
        self._centre: Vectors | None = None
        self._negative: dict[int, Vectors] = {}
        self._near_pairs = {n: frozenset(bigrams(n)) for t in targets for n in t.negative}
        if vectors is not None and len(vectors):
            self._place_vectors(vectors)

    def _place_vectors(self, vectors: Vectors) -> None:
        """Centre the vectors (the part that all texts share says nothing) and sum them up."""
        count, targets = len(self.wordings), len(self.targets)
        self._raw = vectors[:count]
        centre: Vectors = vectors[: count + targets].mean(axis=0)
        self._centre = centre
        moved = unit(vectors - centre)
        self._vectors = moved[:count]
        self._body = moved[count : count + targets]
        self._sums = BODY_WEIGHT * self._body
        np.add.at(self._sums, np.array(self.owner, dtype=np.int64), self._vectors)
        self._lengths = np.linalg.norm(self._sums, axis=1)
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

    def places_of(self, text: str) -> frozenset[int]:
        """The wordings that are this text."""
        return frozenset(self._named.get(text, ()))

    def near_misses(self) -> Iterator[tuple[int, str, Vectors | None]]:
        """Each near miss with the number of the target that must not answer it."""
        for number, target in enumerate(self.targets):
            for place, text in enumerate(target.negative):
                held = self._negative.get(number)
                yield number, text, None if held is None else held[place]

    def read(self, question: str) -> Reading:
        """What words alone say about a question: the half of ``features`` that needs no vector."""
        asked = Asked(question, self.segmenter)
        covered = np.zeros(len(self.wordings))
        for pair in asked.pair_set & self._holding.keys():
            covered[self._holding[pair]] += self.lexical.weight(pair)
        return Reading(
            asked,
            covered,
            self.lexical.search("pairs", asked.pairs, DEPTH * 5),
            self.lexical.search("words", asked.words, DEPTH * 5),
            self._whole.search("pairs", asked.pairs, DEPTH * 2),
        )

    def nearly_said(self, reading: Reading, share: float) -> bool:
        """Whether some wording has at least this share of the question's pairs, and the question
        this share of the wording's."""
        total = sum(self.lexical.weight(t) for t in reading.asked.pair_set)
        most = np.maximum(self._wording_weights, total)
        return bool(np.any(reading.covered >= share * most))

    def features(
        self,
        question: str | Reading,
        vector: Vectors | None,
        *,
        hidden_wordings: AbstractSet[int] = frozenset(),
        hidden_targets: AbstractSet[int] = frozenset(),
        hidden_near: AbstractSet[str] = frozenset(),
    ) -> tuple[list[int], Row]:
        """Candidate targets (numbers) and their feature rows, shape ``(n, len(FEATURES))``.

        What is hidden takes no part in any score or statistic, as if it had never been entered:
        training takes evidence away by it. ``hidden_near``: near misses, as their texts.
        """
        reading = self.read(question) if isinstance(question, str) else question
        asked = reading.asked
        hidden = _Hidden(
            frozenset(hidden_wordings), frozenset(hidden_targets), frozenset(hidden_near)
        )
        vector = self._centred(vector)
        engines = {
            "pairs": self._lexical(asked.pairs, reading.pairs, hidden),
            "words": self._lexical(asked.words, reading.words, hidden, words=True),
            "whole_pairs": self._wholes(reading, hidden),
            **self._cosines(vector, hidden),
        }
        for scores in engines.values():
            scores[list(hidden.targets)] = ABSENT
        proposing = ("pairs", "words", "whole_pairs", "cosine", "centroid")
        numbers = sorted({n for e in proposing if e in engines for n in top(engines[e], DEPTH)})
        rows = np.zeros((len(numbers), len(FEATURES)))
        covered = reading.covered
        if hidden.wordings:
            covered = covered.copy()
            covered[list(hidden.wordings)] = 0.0
        for row, number in zip(rows, numbers, strict=True):
            self._fill(row, asked, number, covered=covered, hidden=hidden)
            self._fill_near_misses(row, number, asked, vector=vector, hidden=hidden)
        for engine, scores in engines.items():
            column = scores[numbers]
            rows[:, PLACE[engine]] = np.where(column > ABSENT, column, 0.0)
        nearest = np.maximum(rows[:, PLACE["cosine"]], 0.0)
        rows[:, PLACE["negative_lead"]] = np.maximum(rows[:, PLACE["negative"]] - nearest, 0.0)
        spread(rows, engines)
        return numbers, rows

    def _centred(self, vector: Vectors | None) -> Vectors | None:
        if vector is None or self._centre is None:
            return None
        return unit(vector - self._centre)

    def _lexical(
        self,
        tokens: Sequence[str],
        found: Sequence[tuple[int, float]],
        hidden: _Hidden,
        *,
        words: bool = False,
    ) -> Row:
        best = np.full(len(self.targets), ABSENT)
        ceiling = sum(self.lexical.weight(t, words=words) for t in dict.fromkeys(tokens))
        for wording, score in reversed(found):
            if wording not in hidden.wordings:
                best[self.owner[wording]] = score / max(ceiling, 1e-6)
        return best

    def _wholes(self, reading: Reading, hidden: _Hidden) -> Row:
        """How well the question's pairs fit all wordings and the body of a target together."""
        asked = reading.asked.pair_set
        weights = {t: self._whole.weight(t) for t in asked}
        ceiling = sum(weights.values()) or 1e-6
        owners = {self.owner[w] for w in hidden.wordings}
        scores = np.full(len(self.targets), ABSENT)
        for number, _ in reading.wholes:
            tokens = self._tokens(number, hidden) if number in owners else self._all_pairs[number]
            scores[number] = sum(weights[t] for t in asked & tokens) / ceiling
        return scores

    def _tokens(self, number: int, hidden: _Hidden) -> set[str]:
        """The pairs of a target's whole text without its hidden wordings."""
        kept = [w for w in self._of_target[number] if w not in hidden.wordings]
        return set(bigrams(self.targets[number].body)).union(*(self.lexical.pairs[w] for w in kept))

    def _cosines(self, vector: Vectors | None, hidden: _Hidden) -> dict[str, Row]:
        if vector is None or self._vectors is None or self._sums is None or self._body is None:
            return {}
        similar = self._vectors @ vector
        sums, lengths = self._sums, self._lengths
        if hidden.wordings:
            places = list(hidden.wordings)
            similar[places] = -1.0
            sums = sums.copy()
            for place in places:
                sums[self.owner[place]] -= self._vectors[place]
            lengths = np.linalg.norm(sums, axis=1)
        best = np.full(len(self.targets), ABSENT)
        second = np.full(len(self.targets), ABSENT)
        for wording in top(similar, DEPTH * 8):
            owner = self.owner[wording]
            if best[owner] == ABSENT:
                best[owner] = similar[wording]
            elif second[owner] == ABSENT:
                second[owner] = similar[wording]
        return {
            "cosine": best,
            "cosine_second": second,
            "cosine_body": (self._body @ vector).astype(np.float64),
            "centroid": ((sums @ vector) / np.maximum(lengths, 1e-9)).astype(np.float64),
        }

    def _fill(self, row: Row, asked: Asked, number: int, *, covered: Row, hidden: _Hidden) -> None:
        """The features that compare the texts themselves."""
        weight = self.lexical.weight
        total = sum(weight(t) for t in asked.pair_set) or 1e-6
        covered_best, wording_covered, ratio = 0.0, 0.0, 0.0
        places = self._of_target[number]
        if places:
            mine = covered[places.start : places.stop]
            shares = mine / self._wording_weights[places.start : places.stop]
            # Of the wordings that cover most, the one that says least beside it.
            best = int(np.argmax(np.where(mine >= mine.max() - 1e-9, shares, -1.0)))
            covered_best, wording_covered = float(mine[best]) / total, float(shares[best])
            length = len(self.wordings[places.start + best])
            ratio = min(length, len(asked.text)) / max(length, len(asked.text), 1)
        everything, all_words = self._all_pairs[number], self._all_words[number]
        if not hidden.wordings.isdisjoint(places):
            target = self.targets[number]
            everything = self._tokens(number, hidden)
            kept = [w for w in places if w not in hidden.wordings]
            all_words = set(self.segmenter.words(target.body)).union(
                *(self.lexical.words[w] for w in kept)
            )
        word_total = sum(weight(t, words=True) for t in asked.word_set) or 1e-6
        uncovered = [weight(t, words=True) for t in asked.word_set - all_words]
        document = self.targets[number].document
        values = {
            "covered_best": covered_best,
            "covered_all": sum(weight(t) for t in asked.pair_set & everything) / total,
            "covered_words": 1 - sum(uncovered) / word_total,
            "rarest_uncovered": max(uncovered, default=0.0) / weight("", words=True),
            "wording_covered": wording_covered,
            "length_ratio": ratio,
            "number_conflict": float(bool(asked.numbers - self._numbers[number])),
            **self._missing(number, asked, hidden),
            **self._asked_for(number, asked, hidden),
            "is_gap": float(isinstance(document, Gap)),
            "is_rule": float(isinstance(document, Rule)),
            "is_news": float(isinstance(document, NewsItem)),
            "short_question": float(len(asked.pair_set) <= 3),
        }
        for name, value in values.items():
            row[PLACE[name]] = value

    def _asked_for(self, number: int, asked: Asked, hidden: _Hidden) -> dict[str, float]:
        """Whether a target's wordings ask for the same sides of the thing."""
        places, sides = self._of_target[number], asked.facets
        masks = [self._facets[w] for w in places if w not in hidden.wordings]
        if not masks:
            return {}
        same = [mask & sides for mask in masks]
        absent = sides
        for mask in masks:
            absent &= ~mask
        return {
            "facets_shared": sum(map(bool, same)) / len(masks),
            "facets_whole": sum(mask == sides for mask in same) / len(masks),
            "facets_missing": float(min(absent.bit_count(), MOST_MISSING)),
        }

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

    def _fill_near_misses(
        self, row: Row, number: int, asked: Asked, *, vector: Vectors | None, hidden: _Hidden
    ) -> None:
        """How near the nearest near miss is, in meaning and in words (0 = there is none)."""
        texts = self.targets[number].negative
        places = [p for p, text in enumerate(texts) if text not in hidden.near]
        if not places:
            return
        own = asked.pair_set
        shared = max(
            sum(self.lexical.weight(t) for t in own & self._near_pairs[texts[p]]) for p in places
        )
        total = sum(self.lexical.weight(t) for t in own) or 1e-6
        row[PLACE["negative_pairs"]] = row[PLACE["negative"]] = shared / total
        if vector is not None and number in self._negative:
            similar = self._negative[number][places] @ vector
            row[PLACE["negative"]] = max(0.0, float(np.max(similar)))


class _Hidden(msgspec.Struct, frozen=True):
    """What takes no part, as if it had never been entered."""

    wordings: frozenset[int]
    targets: frozenset[int]
    near: frozenset[str]


def _holding(rows: Sequence[Sequence[str]]) -> dict[str, npt.NDArray[np.int32]]:
    """The wordings that hold each pair."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for token in set(row):
            found.setdefault(token, []).append(number)
    return {token: np.array(numbers, np.int32) for token, numbers in found.items()}


def _token_set(target: Target, cut: Callable[[str], Sequence[str]]) -> set[str]:
    texts = (*target.questions, target.body)
    return {token for text in texts for token in cut(text)}


def texts_of(targets: Sequence[Target]) -> list[str]:
    """The texts whose vectors ``SearchIndex`` wants, in its order."""
    return [
        *(q for t in targets for q in t.questions),
        *(t.body[:160] for t in targets),
        *(n for t in targets for n in t.negative),
    ]
