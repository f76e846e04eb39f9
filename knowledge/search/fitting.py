"""Training of the ranker and of the doubt head. Not used in a turn.

Two kinds of cases. *Judged* ones are questions by people who had not seen the knowledge, with the
documents that answer them, or none. *Own* ones are the knowledge's wordings, each asking its own
target twice: with only itself hidden, and with the whole target taken away. Near misses and
questions from outside the domain join as wrong-if-answered. All statistics are taken as if the
hidden items had never been entered, or the head would learn to see the mask. (Judged questions are
not asked without their evidence: what then comes first was judged by nobody, and is often right.)

Chances and thresholds rest on judged cases alone, where there are enough of them: own wordings are
written to differ from each other as much as they can, which real questions do not. And among those
on the *fresh* ones alone, where there are enough: whoever judges a question mends the knowledge for
it, and then it is found more surely than the next visitor's is. On 780 fresh questions chances that
came from the others were five points too high, and of the answers three times as many were wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, cast

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.boosting import ENOUGH_FOR_TREES, grown
from knowledge.search.choosing import LOOKED_AT, Chooser, standings_of
from knowledge.search.confidence import (
    SIGNALS,
    Family,
    Head,
    Judge,
    Thresholds,
    family_of,
    signals_of,
)
from knowledge.search.features import FEATURES, Hidden, Row
from knowledge.search.fitting_chooser import fit_chooser
from knowledge.search.fusion import Candidate, SearchIndex
from knowledge.search.pieces import Asked as Pieces
from knowledge.search.ranking import Ranker
from knowledge.search.targets import Target
from knowledge.search.thresholds import figures_of, telling, thresholds_of
from knowledge.search.trees import Trees
from knowledge.search.vectors import Vectors
from knowledge.types import Consultation, Origin, Rule

_OWN_TARGETS = 300
"""Targets whose own wordings take part, drawn by the seed: more of them teach nothing new."""
_OWN_WEIGHT = 0.02
_OUTSIDE_WEIGHT = 0.5
"""A question from outside of the domain is a real one, other than an own wording; judged ones
still outweigh it."""
_TOGETHER = 128
"""Questions whose vectors are compared at once."""
_RANKER_STRENGTH = 0.02
_HEAD_STRENGTH = 0.05

Flags = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.str_]
Asked = tuple[str, Vectors | None]
Judged = tuple[Consultation, Vectors | None]
ReadPieces = Callable[[Sequence[str]], Sequence[Pieces | None]]


class Case(msgspec.Struct, frozen=True):
    """A question for training. ``gold``: numbers of the targets that answer it. ``group`` keeps
    what belongs together in one fold. ``fresh``: see ``Consultation``."""

    text: str
    vector: Vectors | None
    gold: frozenset[int]
    group: int
    judged: bool
    fresh: bool = False
    hidden_wordings: frozenset[int] = frozenset()
    hidden_targets: frozenset[int] = frozenset()
    hidden_near: frozenset[str] = frozenset()


class Seen(msgspec.Struct, frozen=True):
    """A case with its candidates' features."""

    case: Case
    numbers: list[int]
    rows: Row


def cases_of(
    index: SearchIndex, *, outside: Sequence[Asked], judged: Sequence[Judged], seed: int = 7
) -> list[Case]:
    """The cases that teach. ``outside``: questions that nothing in the index answers."""
    return [
        *_judged_cases(index, judged),
        *_own_cases(index, seed),
        *_outside_cases(index, outside),
    ]


class SeenAll(msgspec.Struct, frozen=True):
    """The cases by words alone, with meaning where they have it, and with pieces where they have
    these."""

    words: list[Seen]
    meaning: list[Seen]
    late: list[Seen]


def see(index: SearchIndex, cases: Sequence[Case], *, pieces: ReadPieces | None = None) -> SeenAll:
    """The cases with their candidates. ``pieces``: reads questions piece by piece."""
    seen = SeenAll([], [], [])
    for start in range(0, len(cases), _TOGETHER):
        part = cases[start : start + _TOGETHER]
        read = pieces([c.text for c in part]) if pieces is not None else [None] * len(part)
        likes = index.like([c.vector for c in part])
        for case, like, own in zip(part, likes, read, strict=True):
            hidden = Hidden(case.hidden_wordings, case.hidden_targets, case.hidden_near)
            found = index.features_twice(case.text, like, hidden, own)
            seen.words.append(Seen(case, *found.words))
            if found.meaning is not None:
                seen.meaning.append(Seen(case, *found.meaning))
            if found.late is not None:
                seen.late.append(Seen(case, *found.late))
    return seen


def fit(index: SearchIndex, seen: Sequence[Seen]) -> Judge:
    """A judge for this index, from cases seen by words alone or with meaning."""
    same = _Same(index)
    ranker = _fit_ranker(seen, same)
    return _fit_head(index, ranker, seen, same=same)


def _judged_cases(index: SearchIndex, judged: Sequence[Judged]) -> list[Case]:
    places = {t.id: n for n, t in enumerate(index.targets)}
    cases: list[Case] = []
    for number, (asked, vector) in enumerate(judged):
        text = asked.text
        gold = frozenset(places[r] for r in asked.right if r in places)
        if asked.right and not gold:
            continue
        group = len(index.targets) + number
        # Where the question has become a wording or a near miss itself, it must not help itself.
        itself = index.places_of(text)
        near = frozenset((text,))
        case = Case(text, vector, gold, group, judged=True, fresh=asked.fresh)
        cases.append(msgspec.structs.replace(case, hidden_wordings=itself, hidden_near=near))
    return cases


def _own_cases(index: SearchIndex, seed: int) -> list[Case]:
    vectors = index.wording_vectors
    chosen = list(range(len(index.wordings)))
    random.Random(seed).shuffle(chosen)
    taken: set[int] = set()
    cases: list[Case] = []
    for number in chosen:
        text, owner = index.wordings[number], index.owner[number]
        if owner in taken or len(taken) >= _OWN_TARGETS:
            continue
        taken.add(owner)
        vector = None if vectors is None else vectors[number]
        own, itself = frozenset((owner,)), frozenset((number,))
        cases.append(Case(text, vector, own, owner, judged=False, hidden_wordings=itself))
        cases.append(Case(text, vector, frozenset(), owner, judged=False, hidden_targets=own))
    near = [miss for miss in index.near_misses() if miss[0] in taken]
    cases.extend(
        Case(text, vector, frozenset(), owner, judged=False, hidden_near=frozenset((text,)))
        for owner, text, vector in random.Random(seed).sample(near, min(len(near), _OWN_TARGETS))
    )
    return cases


def _outside_cases(index: SearchIndex, outside: Sequence[Asked]) -> list[Case]:
    return [
        Case(text, vector, frozenset(), -1 - place, judged=False)
        for place, (text, vector) in enumerate(outside)
    ]


class _Same:
    """Which targets answer the same thing: a rule and an entry that rests on its article."""

    def __init__(self, index: SearchIndex) -> None:
        self._articles = [_articles(t) for t in index.targets]
        self._rules = [isinstance(t.document, Rule) for t in index.targets]

    def __call__(self, gold: int, other: int) -> bool:
        if gold == other:
            return True
        rule = self._rules[gold] or self._rules[other]
        return rule and bool(self._articles[gold] & self._articles[other])


def _articles(target: Target) -> set[tuple[str, int]]:
    document = target.document
    if isinstance(document, Rule):
        return {(document.law, document.article)}
    origins = cast("tuple[Origin, ...]", getattr(document, "sources", ()))
    return {(o.law, o.article) for o in origins if o.law and o.article is not None}


def _right(case: Case, best: int, same: _Same) -> bool:
    if case.judged:
        return best in case.gold
    # A taken-away target may leave a twin that answers as well: a rule behind its entry.
    return any(same(gold, best) for gold in case.gold | case.hidden_targets)


def _fit_ranker(seen: Sequence[Seen], same: _Same) -> Ranker:
    differences: list[Row] = []
    weights: list[float] = []
    for one in seen:
        case = one.case
        golds = [n for n in one.numbers if n in case.gold]
        if not golds:
            continue
        rows = dict(zip(one.numbers, one.rows, strict=True))
        others = [
            n
            for n in one.numbers
            if n not in case.gold and (case.judged or not any(same(gold, n) for gold in case.gold))
        ]
        for gold in golds:
            differences.extend(rows[gold] - rows[n] for n in others)
            share = (1.0 if case.judged else _OWN_WEIGHT) / (len(golds) * max(len(others), 1))
            weights.extend([share] * len(others))
    if not differences:
        return Ranker(tuple(1.0 if n in ("pairs", "words", "cosine") else 0.0 for n in FEATURES))
    upward = np.array(differences)
    rows = np.concatenate([upward, -upward])
    labels = np.concatenate([np.ones(len(upward)), np.zeros(len(upward))])
    # Many features say nearly the same; without a strong hand they cancel each other out.
    scales = rows.std(axis=0) + 1e-6
    model: Any = LogisticRegression(C=_RANKER_STRENGTH, fit_intercept=False, max_iter=2000)
    model.fit(rows / scales, labels, sample_weight=np.array(weights * 2) * 10)
    return Ranker(tuple(float(w) for w in model.coef_[0] / scales))


def _weight(case: Case) -> float:
    if case.judged:
        return 1.0
    return _OUTSIDE_WEIGHT if case.group < 0 else _OWN_WEIGHT


class _Learning:
    """What is learned of a ranker's doubt, over the cases for which it found anything."""

    def __init__(
        self, index: SearchIndex, ranker: Ranker, seen: Sequence[Seen], *, same: _Same
    ) -> None:
        self._index = index
        self._same = same
        self.cases: list[Case] = []
        self._ranked: list[list[Candidate]] = []
        for one in seen:
            ranked = ranker.rank(index, one.numbers, one.rows)
            if ranked:
                self.cases.append(one.case)
                self._ranked.append(ranked)
        self.judged = np.array([c.judged for c in self.cases], bool)
        self._fresh = np.array([c.fresh for c in self.cases], bool)
        self._groups = np.array([c.group for c in self.cases], np.int64)
        self._weights = np.array([_weight(c) for c in self.cases])
        self._chosen = [0] * len(self.cases)
        self.on = telling(self.judged, self._fresh)

    def right(self) -> Flags:
        """Whether the chosen candidate of each case answers it."""
        return np.array([self._is_right(n, at) for n, at in enumerate(self._chosen)], bool)

    def _is_right(self, case: int, place: int) -> bool:
        number = self._index.number(self._ranked[case][place].target)
        return _right(self.cases[case], number, self._same)

    def logistic(self) -> tuple[Head, Row]:
        """The linear head, with each case's chance from a fold that had not seen its group."""
        return _logistic(
            self._signals(), self.right(), self._groups, weights=self._weights, on=self.on
        )

    def trees(self) -> Trees:
        """Trees over what the head sees, not calibrated."""
        return grown(self._signals(), self.right(), weights=self._weights)

    def _signals(self) -> Row:
        return np.array([signals_of(ranked) for ranked in self._ranked])

    def chooser(self) -> tuple[Chooser, Row]:
        """The chooser, with each case's chance; from here on its candidates are the chosen ones."""
        right = [
            [self._is_right(n, at) for at in range(min(LOOKED_AT, len(ranked)))]
            for n, ranked in enumerate(self._ranked)
        ]
        # Own wordings are too many and too unlike questions to be asked five times each.
        teaching = np.where(self.judged | (self._groups < 0), self._weights, 0.0)
        chooser, self._chosen, chances = fit_chooser(
            [standings_of(ranked) for ranked in self._ranked],
            right,
            self._groups,
            weights=teaching,
            on=self.on,
        )
        return chooser, chances

    def measured(self, chances: Row) -> tuple[dict[Family, Thresholds], dict[str, float]]:
        """The thresholds, and what the cases that tell showed with them."""
        facts, on = self.right(), self.on
        gaps = {n for n, t in enumerate(self._index.targets) if family_of(t) == "gap"}
        chosen = zip(self._ranked, self._chosen, strict=True)
        kinds = np.array([family_of(ranked[at].target) for ranked, at in chosen])[on]
        able = np.array([bool(c.gold - gaps) for c in self.cases], bool)[on]
        # Fresh cases are few: what their calibrated chances promise says more than their count.
        few = not bool((on & ~self._fresh).any())
        promised = chances[on] if few else facts[on].astype(np.float64)
        found = thresholds_of(chances[on], promised, kinds)
        return found, figures_of(chances[on], facts[on], kinds, thresholds=found, answerable=able)


def _fit_head(index: SearchIndex, ranker: Ranker, seen: Sequence[Seen], *, same: _Same) -> Judge:
    learning = _Learning(index, ranker, seen, same=same)
    if len(learning.cases) < 40 or len(set(learning.right().tolist())) < 2:
        return _strict(ranker, len(learning.cases))
    head, chances = learning.logistic()
    trees = chooser = None
    if int(learning.judged.sum()) >= ENOUGH_FOR_TREES:
        trees = learning.trees()
        chooser, chances = learning.chooser()
    thresholds, figures = learning.measured(chances)
    return Judge(ranker, head, thresholds, figures, trees, chooser)


def _strict(ranker: Ranker, cases: int) -> Judge:
    never = Thresholds(answer=2.0, related=0.5)
    ones, zeros = tuple([1.0] * len(SIGNALS)), tuple([0.0] * len(SIGNALS))
    return Judge(
        ranker,
        Head(zeros, ones, zeros, 0.0),
        {"faq": never, "law": never, "gap": never},
        {"cases": float(cases)},
    )


def _logistic(
    signals: Row, right: Flags, groups: npt.NDArray[np.int64], *, weights: Row, on: Flags
) -> tuple[Head, Row]:
    """The head, and each case's calibrated chance from a fold that had not seen its group. Platt's
    two numbers rest on the cases ``on``."""
    means, scales = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    standard = np.clip((signals - means) / scales, -6, 6)
    held_back = np.zeros(len(right))
    for train, test in GroupKFold(n_splits=5).split(standard, right, groups):
        fold: Any = LogisticRegression(C=_HEAD_STRENGTH, max_iter=2000)
        fold.fit(standard[train], right[train], sample_weight=weights[train])
        held_back[test] = fold.decision_function(standard[test])
    platt: Any = LogisticRegression(C=1e6)
    platt.fit(held_back[on].reshape(-1, 1), right[on])
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    model: Any = LogisticRegression(C=_HEAD_STRENGTH, max_iter=2000)
    model.fit(standard, right, sample_weight=weights)
    head = Head(
        tuple(means.tolist()),
        tuple(scales.tolist()),
        tuple(float(w) for w in model.coef_[0]),
        float(model.intercept_[0]),
        slope,
        offset,
    )
    return head, 1 / (1 + np.exp(-(slope * held_back + offset)))
