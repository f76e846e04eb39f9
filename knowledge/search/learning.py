"""Learning to search entries that came without judged questions: from the entries alone.

What was learned elsewhere on real questions (the *prior*) gives the order of chances, for the order
transfers to other knowledge; thresholds do not, so the chance is calibrated here, on questions that
the entries ask themselves and on those that are asked. Not used in a turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.calibrating import Bells, SelfAsked, bells_of, threshold
from knowledge.search.confidence import SIGNALS, Head, Judge, signals_of
from knowledge.search.features import FEATURES, PLACE, Row
from knowledge.search.fusion import SearchIndex
from knowledge.search.guards import twins, twins_in_words
from knowledge.search.ranking import Ranker
from knowledge.search.self_asked import Case, self_asked, told_apart
from knowledge.search.vectors import Vectors

Flags = npt.NDArray[np.bool_]
Embed = Callable[[Sequence[str]], Vectors]

FEW = 40
"""Cases without which nothing is learned."""
_FEWEST = 5
"""Of right and of wrong cases each."""
_ENOUGH_HEARD = 30
"""Queries from which the threshold is set by their scores, not by those of the entries' own."""
_STRENGTH = 0.02
_HEAD_STRENGTH = 0.05


class Seen(msgspec.Struct, frozen=True):
    """A case with its candidates' features."""

    case: Case
    numbers: list[int]
    rows: Row


class Doubt(msgspec.Struct, frozen=True):
    """How sure a search looks: what the prior says and what the entries' own head says, each in
    the measure of the entries' own cases, added."""

    prior: Judge | None
    own: Head | None
    prior_scale: tuple[float, float] = (0.0, 1.0)
    own_scale: tuple[float, float] = (0.0, 1.0)

    def score(self, signals: Row) -> float:
        """A number that grows with the chance that the first candidate is right."""
        score = 0.0
        if self.prior is not None:
            middle, width = self.prior_scale
            score += (_prior_score(self.prior, signals) - middle) / width
        if self.own is not None:
            middle, width = self.own_scale
            score += (_log_odds(self.own, signals) - middle) / width
        return score


class Learned(msgspec.Struct, frozen=True):
    """A ranker, its doubt, and how the doubt scored the entries' own questions. ``scores``: of all
    of them; without ``asked`` they were too few, and nothing can be calibrated."""

    ranker: Ranker
    doubt: Doubt
    asked: SelfAsked | None = None
    scores: Row = np.zeros(0)

    def untaught(self, signals: Row) -> float:
        """The chance where nothing can be calibrated: the prior's own, or none worth a name."""
        prior = self.doubt.prior
        return 0.25 if prior is None else prior.head.chance(signals)

    def calibrated(self, scores: Row) -> tuple[Bells, float]:
        """What scores mean once these were heard, none or many, and the strict threshold."""
        assert self.asked is not None
        bells = bells_of(self.asked, scores)
        enough = len(scores) >= _ENOUGH_HEARD
        return bells, threshold(bells, scores if enough else self.scores, self.asked.away)


def learn(
    index: SearchIndex, *, prior: Judge | None, embed: Embed | None, seed: int = 7
) -> Learned:
    """Learn from an index of entries. ``embed`` is needed where the index has vectors."""
    cases = self_asked(index, seed)
    vectors = embed([c.text for c in cases]) if embed is not None and cases else None
    seen: list[Seen] = []
    for place, case in enumerate(cases):
        numbers, rows = index.features(
            case.text,
            None if vectors is None else vectors[place],
            hidden_wordings=case.hidden_wordings,
            hidden_targets=case.hidden_targets,
        )
        if numbers:
            seen.append(Seen(case, numbers, rows))
    base = prior.ranker if prior is not None else plain_ranker(vectors=index.has_vectors)
    ranker = _blended(base, seen)
    return _doubting(index, ranker, seen, prior=prior)


def plain_ranker(*, vectors: bool) -> Ranker:
    """A ranker that has learned nothing: words and meaning by how far each stands out."""
    weights = {"z_pairs": 2.0, "z_words": 2.0, "z_whole_pairs": 0.5}
    if vectors:
        weights |= {"z_cosine": 6.0}
    return Ranker(tuple(weights.get(name, 0.0) for name in FEATURES))


def _blended(base: Ranker, seen: Sequence[Seen]) -> Ranker:
    """The base and what the entries teach, on the base's scale and in equal parts."""
    upward: list[Row] = []
    weights: list[float] = []
    for one in seen:
        if one.case.gold not in one.numbers:
            continue
        gold = one.rows[one.numbers.index(one.case.gold)]
        others = [r for n, r in zip(one.numbers, one.rows, strict=True) if n != one.case.gold]
        upward.extend(gold - other for other in others)
        weights.extend([10 / max(len(others), 1)] * len(others))
    if len(upward) < FEW:
        return base
    rows = np.concatenate([np.array(upward), -np.array(upward)])
    labels = np.concatenate([np.ones(len(upward)), np.zeros(len(upward))])
    scales = rows.std(axis=0) + 1e-6
    model: Any = LogisticRegression(C=_STRENGTH, fit_intercept=False, max_iter=2000)
    model.fit(rows / scales, labels, sample_weight=np.array(weights * 2))
    own: Row = model.coef_[0] / scales
    first = np.array(base.weights)
    spread = np.concatenate([one.rows - one.rows.mean(axis=0) for one in seen])
    size, own_size = float((spread @ first).std()), float((spread @ own).std())
    if own_size < 1e-6 or size < 1e-6:
        return base
    return Ranker(tuple(float(w) for w in (first + own * size / own_size) / 2))


def _doubting(
    index: SearchIndex, ranker: Ranker, seen: Sequence[Seen], *, prior: Judge | None
) -> Learned:
    signals: list[Row] = []
    right: list[bool] = []
    told: list[Case] = []
    for one in seen:
        case = one.case
        ranked = ranker.rank(index, one.numbers, one.rows)
        best = index.number(ranked[0].target)
        if case.gold < 0 and _twin(index, case.entry, best):
            # Its twin answers as well as what was taken away; it would teach to refuse it.
            continue
        told.append(case)
        signals.append(signals_of(ranked))
        right.append(best == case.gold)
    facts, away = np.array(right, bool), np.array([c.gold < 0 for c in told], bool)
    groups = np.array([c.entry for c in told])
    enough = len(told) >= FEW and len(set(groups.tolist())) >= _FEWEST
    if not enough or min(int(facts.sum()), int(away.sum())) < _FEWEST:
        return Learned(ranker, Doubt(prior, None))
    rows = np.array(signals)
    own, scores = _own_head(rows, facts, groups)
    own_scale, scores = _standard(scores)
    prior_scale = (0.0, 1.0)
    if prior is not None:
        prior_scale, by_prior = _standard(np.array([_prior_score(prior, s) for s in rows]))
        scores = scores + by_prior
    made = float(np.mean([c.made for c in told])) > 0.5
    asked = SelfAsked(scores[away], scores[facts & ~away], made)
    return Learned(ranker, Doubt(prior, own, prior_scale, own_scale), asked, scores)


def _twin(index: SearchIndex, left: int, right: int) -> bool:
    if told_apart(index.targets[left], index.targets[right]):
        return False
    raw = index.wording_vectors
    if raw is None:
        return twins_in_words(index.targets[left].questions, index.targets[right].questions)
    owners = np.array(index.owner)
    return twins(raw[owners == left], raw[owners == right])


def _own_head(rows: Row, facts: Flags, groups: npt.NDArray[np.int64]) -> tuple[Head, Row]:
    """The head, and each case's score from a fold that had not seen its entry."""
    means, scales = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    standard = np.clip((rows - means) / scales, -6, 6)
    scores = np.zeros(len(facts))
    for train, test in GroupKFold(n_splits=5).split(standard, facts, groups):
        if 0 < facts[train].sum() < len(train):
            fold: Any = LogisticRegression(C=_HEAD_STRENGTH, max_iter=2000)
            fold.fit(standard[train], facts[train])
            scores[test] = fold.decision_function(standard[test])
    model: Any = LogisticRegression(C=_HEAD_STRENGTH, max_iter=2000)
    model.fit(standard, facts)
    weights = tuple(float(w) for w in model.coef_[0])
    assert len(weights) == len(SIGNALS)
    head = Head(tuple(means.tolist()), tuple(scales.tolist()), weights, float(model.intercept_[0]))
    return head, scores


def _standard(scores: Row) -> tuple[tuple[float, float], Row]:
    """Middle and width of scores, and the scores in their measure."""
    middle, width = float(scores.mean()), float(scores.std()) + 1e-6
    return (middle, width), (scores - middle) / width


def _prior_score(prior: Judge, signals: Row) -> float:
    """What the prior's head and its trees say, in equal parts: trees know more, but beyond what
    they have seen they say always the same."""
    linear = _log_odds(prior.head, signals)
    return linear if prior.trees is None else (linear + prior.trees.raw(signals)) / 2


def _log_odds(head: Head, signals: Row) -> float:
    chance = min(max(head.chance(signals), 1e-9), 1 - 1e-9)
    return float(np.log(chance / (1 - chance)))


COVERED = PLACE["covered_best"]
WORDING_COVERED = PLACE["wording_covered"]
