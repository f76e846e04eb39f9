"""Training of the ranker and of the doubt head from a pack's own wordings. Not used in a turn.

Each wording asks its own target twice: once with only itself hidden (the right answer can be
found), once with the whole target hidden (the evidence is taken away, so any answer is wrong).
Near misses and questions from outside the domain join as wrong-if-answered. All statistics are
taken as if the hidden items had never been entered, or the head would learn to see the mask.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.stats import beta
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.confidence import SIGNALS, Head, Judge, Thresholds, signals_of
from knowledge.search.fusion import FEATURES, Candidate, Ranker, Row, SearchIndex
from knowledge.search.targets import Target
from knowledge.search.vectors import Vectors
from knowledge.types import Origin, Rule

WANTED_WRONG = 0.02
"""Share of wrong among answered that the threshold must keep below, with ``ASSURANCE``."""
ASSURANCE = 0.95
_WORDINGS_A_TARGET = 3
_RANKER_STRENGTH = 0.002
_MARGIN = 0.6
"""Self-made negatives flatter: real wrong answers reached 1.65 times the promise, so aim lower."""


Flags = npt.NDArray[np.bool_]


class Case(msgspec.Struct, frozen=True):
    """A question for training. ``gold`` is a target's number, ``None`` = nothing answers it."""

    text: str
    vector: Vectors | None
    gold: int | None
    owner: int
    hidden_wordings: frozenset[int] = frozenset()
    hidden_targets: frozenset[int] = frozenset()


def fit(
    index: SearchIndex, outside: Sequence[tuple[str, Vectors | None]], *, seed: int = 7
) -> Judge:
    """A judge for this index. ``outside``: questions that nothing in it answers."""
    cases = _cases(index, outside, seed)
    found = [
        index.features(
            c.text, c.vector, hidden_wordings=c.hidden_wordings, hidden_targets=c.hidden_targets
        )
        for c in cases
    ]
    same = _Same(index)
    ranker = _fit_ranker(cases, found, same)
    signals: list[Row] = []
    right: list[bool] = []
    groups: list[int] = []
    rules: list[bool] = []
    for case, (numbers, rows) in zip(cases, found, strict=True):
        ranked = ranker.rank(index, numbers, rows)
        if not ranked:
            continue
        signals.append(signals_of(ranked))
        right.append(_right(case, ranked[0], index, same))
        groups.append(case.owner)
        rules.append(isinstance(ranked[0].target.document, Rule))
    return _fit_head(
        ranker, np.array(signals), np.array(right, bool), np.array(groups), np.array(rules, bool)
    )


def _cases(
    index: SearchIndex, outside: Sequence[tuple[str, Vectors | None]], seed: int
) -> list[Case]:
    vectors = index.wording_vectors
    cases: list[Case] = []
    chosen = list(range(len(index.wordings)))
    random.Random(seed).shuffle(chosen)
    taken: Counter[int] = Counter()
    for number in chosen:
        text, owner = index.wordings[number], index.owner[number]
        vector = None if vectors is None else vectors[number]
        taken[owner] += 1
        if taken[owner] > _WORDINGS_A_TARGET:
            continue
        cases.append(Case(text, vector, owner, owner, hidden_wordings=frozenset((number,))))
        cases.append(Case(text, vector, None, owner, hidden_targets=frozenset((owner,))))
    for owner, text, vector in index.near_misses():
        cases.append(Case(text, vector, None, owner))
    random.Random(seed).shuffle(cases)
    cases.extend(
        Case(text, vector, None, len(index.targets) + place)
        for place, (text, vector) in enumerate(outside)
    )
    return cases


class _Same:
    """Which targets answer the same thing: a rule and an entry that rests on its article, or two
    documents whose wordings all but coincide."""

    def __init__(self, index: SearchIndex) -> None:
        self._articles = [_articles(t) for t in index.targets]
        self._index = index

    def __call__(self, gold: int, other: int) -> bool:
        if gold == other:
            return True
        either = self._index.targets[gold].document, self._index.targets[other].document
        rule = any(isinstance(d, Rule) for d in either)
        return rule and bool(self._articles[gold] & self._articles[other])


def _articles(target: Target) -> set[tuple[str, int]]:
    document = target.document
    if isinstance(document, Rule):
        return {(document.law, document.article)}
    origins = cast("tuple[Origin, ...]", getattr(document, "sources", ()))
    return {(o.law, o.article) for o in origins if o.law and o.article is not None}


def _right(case: Case, best: Candidate, index: SearchIndex, same: _Same) -> bool:
    if case.gold is None:
        # A taken-away target may leave a twin that answers as well: a rule behind its entry.
        if not case.hidden_targets:
            return False
        owner = next(iter(case.hidden_targets))
        return same(owner, index.number(best.target))
    return same(case.gold, index.number(best.target))


def _fit_ranker(
    cases: Sequence[Case], found: Sequence[tuple[list[int], Row]], same: _Same
) -> Ranker:
    differences: list[Row] = []
    for case, (numbers, rows) in zip(cases, found, strict=True):
        if case.gold is None or case.gold not in numbers:
            continue
        gold = rows[numbers.index(case.gold)]
        differences.extend(
            gold - row
            for number, row in zip(numbers, rows, strict=True)
            if not same(case.gold, number)
        )
    if not differences:
        return Ranker(tuple(1.0 if n in ("pairs", "words", "cosine") else 0.0 for n in FEATURES))
    upward = np.array(differences)
    rows = np.concatenate([upward, -upward])
    labels = np.concatenate([np.ones(len(upward)), np.zeros(len(upward))])
    # Many features say nearly the same; without a strong hand they cancel each other out.
    scales = rows.std(axis=0) + 1e-6
    model: Any = LogisticRegression(C=_RANKER_STRENGTH, fit_intercept=False, max_iter=2000)
    model.fit(rows / scales, labels)
    return Ranker(tuple(float(w) for w in model.coef_[0] / scales))


def _fit_head(ranker: Ranker, signals: Row, right: Flags, groups: Row, rules: Flags) -> Judge:
    if len(set(right.tolist())) < 2 or len(signals) < 40:
        strict = Thresholds(answer=2.0, related=0.5)
        flat = Head(
            tuple([0.0] * len(SIGNALS)), tuple([1.0] * len(SIGNALS)), tuple([0.0] * len(SIGNALS)), 0
        )
        return Judge(ranker, flat, {"faq": strict, "law": strict}, {"cases": float(len(signals))})
    means, scales = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    standard = np.clip((signals - means) / scales, -6, 6)
    held_back = np.zeros(len(right))
    folds = GroupKFold(n_splits=5)
    for train, test in folds.split(standard, right, groups):
        fold: Any = LogisticRegression(C=0.05, max_iter=2000)
        fold.fit(standard[train], right[train])
        held_back[test] = fold.decision_function(standard[test])
    platt: Any = LogisticRegression(C=1e6)
    platt.fit(held_back.reshape(-1, 1), right)
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    chances = 1 / (1 + np.exp(-(slope * held_back + offset)))
    model: Any = LogisticRegression(C=0.05, max_iter=2000)
    model.fit(standard, right)
    head = Head(
        tuple(means.tolist()),
        tuple(scales.tolist()),
        tuple(float(w) for w in model.coef_[0]),
        float(model.intercept_[0]),
        slope,
        offset,
    )
    faq = threshold(chances[~rules], right[~rules])
    law = threshold(chances[rules], right[rules], floor=faq)
    figures = _figures(chances, right, faq)
    related = max(0.3, min(0.5, faq / 2))
    return Judge(
        ranker,
        head,
        {"faq": Thresholds(faq, related), "law": Thresholds(law, related)},
        figures,
    )


def upper_bound(wrong: int, answered: int, assurance: float = ASSURANCE) -> float:
    """Clopper–Pearson's one-sided upper bound of the share of wrong among answered."""
    if answered == 0 or wrong >= answered:
        return 1.0
    return float(cast("Any", beta.ppf(assurance, wrong + 1, answered - wrong)))


def threshold(chances: Row, right: Flags, *, floor: float = 0.5) -> float:
    """The lowest chance from which answering keeps the bound, by learn-then-test with a fixed
    sequence from strict to loose; above 1 (never answer) where too few cases prove it."""
    accepted = 2.0
    for candidate in np.arange(0.99, floor - 1e-9, -0.01):
        answered = chances >= candidate
        wrong = int((answered & ~right).sum())
        count = int(answered.sum())
        if upper_bound(wrong, count) > WANTED_WRONG * _MARGIN:
            if count < 150:
                continue
            break
        accepted = float(candidate)
    if accepted > 1.0:
        return max(0.97, floor)
    return max(accepted, floor)


def _figures(chances: Row, right: Flags, at: float) -> dict[str, float]:
    answered = chances >= at
    wrong = int((answered & ~right).sum())
    answerable = int(right.sum())
    return {
        "cases": float(len(right)),
        "answered": float(answered.sum()),
        "wrong": float(wrong),
        "bound": upper_bound(wrong, int(answered.sum())),
        "coverage": float((answered & right).sum() / max(answerable, 1)),
        "threshold": at,
    }
