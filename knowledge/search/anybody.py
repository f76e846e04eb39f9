"""Search in anybody's entries: the product's index over them, learned on themselves.

What the shipped knowledge adds (judged questions, tables, laws) is not there, so more is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from knowledge.search.calibrating import Bells
from knowledge.search.confidence import Judge, signals_of
from knowledge.search.fusion import Candidate, SearchIndex, texts_of
from knowledge.search.guards import (
    leaning,
    measures_other,
    names_other,
    swapped_with_all,
    twins,
    twins_in_words,
)
from knowledge.search.learning import COVERED, WORDING_COVERED, Embed, Learned, learn
from knowledge.search.self_asked import told_apart
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors
from knowledge.text import key, segmenter_for
from knowledge.types import Entry

BEST = 10
"""Results of a query."""
_SAID = 0.99
"""The chance of an entry that is asked in its own words."""
_UNSURE = 0.5
"""The most that a chance can be where a twin answers as well."""
_SWAPPED = 0.2
"""The most that a chance can be where the roles are swapped."""
_LOOKED_AT = 5
"""First candidates among which a twin is looked for."""
_NEARLY = 0.93
"""The cosine from which few entries, which taught nothing, answer."""
_NEARLY_WORDS = 0.8
_STRICT_OF_FEW = 0.9
"""The threshold where too few entries taught anything."""
_FEW_ENTRIES = 20
"""Entries below which they teach nothing of what lies beside them."""
_BATCH = 64
"""Queries whose vectors are made at once."""


class Given(msgspec.Struct, frozen=True):
    """An entry as it is given."""

    id: str
    question: str
    answer: str = ""
    similar: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True):
    """An entry with the chance that it answers."""

    id: str
    probability: float


class Found(msgspec.Struct, frozen=True):
    """What a query led to, best first. ``confidence``: the chance that the first is right;
    ``answer``: whether that passes the strict threshold."""

    results: tuple[Hit, ...] = ()
    answer: bool = False
    confidence: float = 0.0


def targets_of(entries: Sequence[Given]) -> list[Target]:
    """The entries as the search knows documents."""
    return [
        Target(
            Entry(e.id, e.question, e.answer, "concept", similar=e.similar),
            (e.question, *e.similar),
            (),
            e.answer,
        )
        for e in entries
    ]


class _Look(msgspec.Struct, frozen=True):
    """What a query met, before it is known what its score is worth. ``results``: ids with their
    shares; ``rest``: the share of all but the first; ``most``: the most that the chance can be;
    ``said``: how many entries have the query's own words."""

    results: tuple[tuple[str, float], ...] = ()
    rest: float = 0.0
    score: float = 0.0
    most: float = 1.0
    said: int = 0


class Finder:
    """Given entries, ready to be asked. Read by any number of threads."""

    def __init__(
        self, entries: Sequence[Given], *, embed: Embed | None, prior: Judge | None
    ) -> None:
        """``embed``: vectors of texts; ``None`` = by words alone. ``prior``: what was learned on
        the shipped knowledge, with or without vectors like these."""
        targets = targets_of(entries)
        vectors = None if embed is None or not targets else embed(texts_of(targets))
        self.index = SearchIndex(targets, segmenter_for(()), vectors)
        self.learned: Learned = learn(self.index, prior=prior, embed=embed)
        self._calibrated = None
        if self.learned.asked is not None:
            self._calibrated = self.learned.calibrated(np.zeros(0))
        self._raw = self.index.wording_vectors
        self._rows: list[range] = []
        start = 0
        for target in targets:
            self._rows.append(range(start, start + len(target.questions)))
            start += len(target.questions)
        self._said: dict[str, list[int]] = {}
        for place, owner in enumerate(self.index.owner):
            said = self._said.setdefault(key(self.index.wordings[place]), [])
            if owner not in said:
                said.append(owner)
        self._said.pop("", None)

    def find(self, text: str, vector: Vectors | None) -> Found:
        """The best entries for a query. ``vector``: its vector, where the index has vectors."""
        return self._decided(self._looked(text, vector), self._calibrated)

    def find_all(self, texts: Sequence[str], embed: Embed | None) -> list[Found]:
        """The same for many queries, in order. How sure they look as a whole tells what a chance
        is worth here, so each is judged in the light of all."""
        looks: list[_Look] = []
        for start in range(0, len(texts), _BATCH):
            part = texts[start : start + _BATCH]
            vectors = None if embed is None else embed(part)
            for place, text in enumerate(part):
                looks.append(self._looked(text, None if vectors is None else vectors[place]))
        calibrated = self._calibrated
        if calibrated is not None:
            # What is said in an entry's own words shows nothing of how sure others are.
            scores = [look.score for look in looks if look.results and not look.said]
            calibrated = self.learned.calibrated(np.array(scores))
        return [self._decided(look, calibrated) for look in looks]

    def _looked(self, text: str, vector: Vectors | None) -> _Look:
        numbers, rows = self.index.features(text, vector)
        ranked = self.learned.ranker.rank(self.index, numbers, rows)
        said = self._said.get(key(text), [])
        if said:
            ranked.sort(key=lambda c: self.index.number(c.target) not in said)
        if not ranked:
            return _Look()
        signals = signals_of(ranked)
        if self._calibrated is None:
            score = self._of_few(ranked[0], vector, self.learned.untaught(signals))
        else:
            score = self.learned.doubt.score(signals)
        most = 1.0
        if not said:
            ranked, most = self._guarded(text, ranked)
            if self._of_another(text, ranked[0].target):
                most = min(most, _UNSURE)
        results = tuple((c.target.id, c.share) for c in ranked[:BEST])
        return _Look(results, sum(c.share for c in ranked[1:]), score, most, len(said))

    def _decided(self, look: _Look, calibrated: tuple[Bells, float] | None) -> Found:
        if not look.results:
            return Found()
        if calibrated is None:
            chance, strict = look.score, _STRICT_OF_FEW
        else:
            bells, strict = calibrated
            chance = float(bells.chances(look.score))
        if look.said:
            chance, strict = _SAID / look.said, min(strict, _SAID)
        chance = min(chance, look.most)
        return Found(_hits(look, chance), answer=chance >= strict, confidence=chance)

    def _of_few(self, best: Candidate, vector: Vectors | None, chance: float) -> float:
        """The chance where too few entries are there to learn from: only what is nearly said
        passes the threshold."""
        nearness = min(best.features[COVERED], best.features[WORDING_COVERED]) / _NEARLY_WORDS
        if vector is not None and self._raw is not None:
            rows = self._rows[self.index.number(best.target)]
            nearness = float(np.max(self._raw[rows.start : rows.stop] @ vector))
            nearness = (nearness - (1 - 2 * (1 - _NEARLY))) / (1 - _NEARLY)
        sure = float(np.clip(nearness, 0, 1))
        if sure >= 1:
            chance = max(chance, _STRICT_OF_FEW)
        return min(chance, _STRICT_OF_FEW * sure)

    def _of_another(self, text: str, best: Target) -> bool:
        """Whether a query names another place, or wants another measure, than the best entry: as
        near as the two are, no entry that says so stands beside it."""
        few = self._calibrated is None or len(self._rows) < _FEW_ENTRIES
        if measures_other(text, best.questions, strictly=few):
            return True
        wordings = [(question, self._places(question)) for question in best.questions]
        return names_other(text, self._places(text), wordings)

    def _places(self, text: str) -> list[str]:
        return [word for word, kind in self.index.segmenter.kinds(text) if kind == "place"]

    def _guarded(self, text: str, ranked: list[Candidate]) -> tuple[list[Candidate], float]:
        """The candidates with twins told apart by the words in which they differ and by the roles
        of what they name, and the most that the first one's chance can be."""
        first, most = ranked[0], 1.0
        turned = swapped_with_all(text, first.target.questions)
        for other in ranked[1:_LOOKED_AT]:
            alike = self._twins(first.target, other.target)
            if turned and not swapped_with_all(text, other.target.questions) and alike:
                return [other, *(c for c in ranked if c is not other)], most
            if alike and not turned:
                side = leaning(text, first.target.questions, other.target.questions)
                if side < 0:
                    return [other, *(c for c in ranked if c is not other)], _UNSURE
                if side == 0:
                    most = _UNSURE
        return ranked, min(most, _SWAPPED) if turned else most

    def _twins(self, left: Target, right: Target) -> bool:
        if told_apart(left, right):
            return False
        if self._raw is None:
            return twins_in_words(left.questions, right.questions)
        mine, other = (self._rows[self.index.number(t)] for t in (left, right))
        return twins(self._raw[mine.start : mine.stop], self._raw[other.start : other.stop])


def _hits(look: _Look, chance: float) -> tuple[Hit, ...]:
    """The best candidates. What the first leaves of certainty is shared by the others in the
    measure of their shares, none above the one before it."""
    rest = look.rest or 1.0
    first = max(look.results[0][1], 1e-9)
    found: list[Hit] = []
    most = chance
    for place, (name, share) in enumerate(look.results):
        value = chance
        if place:
            value = min(chance * share / first, (1 - chance) * share / rest)
        most = min(most, value)
        found.append(Hit(name, most))
    return tuple(found)
