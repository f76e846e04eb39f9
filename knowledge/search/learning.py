"""Learning to search entries that came without judged questions: from the entries alone.

The entries ask themselves. One with several wordings is asked by a wording that is hidden; one with
a single wording by that wording with words left out, swapped or replaced, and by the whole of it
against its own answer. Each is asked again with its entry taken away: then only silence is right.

What was learned elsewhere on real questions (the *prior*) gives the order of chances, for the order
transfers to other knowledge; thresholds do not, so the chance is calibrated here. Not used in a
turn.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.confidence import SIGNALS, Head, Judge, signals_of
from knowledge.search.features import FEATURES, PLACE, Row
from knowledge.search.fusion import SearchIndex
from knowledge.search.guards import twins, twins_in_words
from knowledge.search.ranking import Ranker
from knowledge.search.vectors import Vectors
from knowledge.text import Segmenter, normalise

Flags = npt.NDArray[np.bool_]
Embed = Callable[[Sequence[str]], Vectors]

WANTED_WRONG = 0.05
"""Share of wrong among answered that is promised."""
CAUTION = 0.8
"""What is aimed at of it. On three public sets 0.6 gave 1.7–2.7 % wrong and left a fifth of the
answers unsaid; 0.8 gave 3.6–3.9 %."""
FEW = 40
"""Cases without which nothing is learned."""
_ENOUGH = 30
"""Answered cases without which no threshold is set from them."""
_ENTRIES = 400
"""Entries that ask themselves, drawn by the seed."""
_OFTEN = 6
"""Wordings by which an entry asks itself where there are few entries."""
_LEFT_OUT = (0.15, 0.35, 0.5)
"""Shares of a question's words that are left out, in turn."""
_STRENGTH = 0.02
_HEAD_STRENGTH = 0.05
_PERTURBED_SHARE = 0.5
"""What the entries' own head counts beside the prior where most cases are perturbed questions."""

_SAME = (
    ("什么时候", "何时"),
    ("为什么", "为何"),
    ("怎么样", "如何"),
    ("怎么", "如何"),
    ("怎样", "怎么"),
    ("如何", "怎么"),
    ("多少钱", "什么价格"),
    ("哪里", "哪儿"),
    ("能不能", "可以"),
    ("是否", "是不是"),
    ("可以", "能"),
    ("需要", "要"),
    ("不能", "无法"),
    ("没有", "没"),
    ("how do i", "how can i"),
    ("can i", "is it possible to"),
    ("what is", "what's"),
    ("need to", "have to"),
)
"""Small words for each other."""


class Case(msgspec.Struct, frozen=True):
    """An entry asking itself. ``gold``: its number; -1 where it was taken away."""

    text: str
    entry: int
    gold: int
    perturbed: bool
    hidden_wordings: frozenset[int] = frozenset()
    hidden_targets: frozenset[int] = frozenset()


class Seen(msgspec.Struct, frozen=True):
    """A case with its candidates' features."""

    case: Case
    numbers: list[int]
    rows: Row


class Doubt(msgspec.Struct, frozen=True):
    """The chance that the first candidate is right: the prior's head and the entries' own, on one
    scale, calibrated by Platt's two numbers. ``answer``: the strict threshold."""

    prior: Head | None
    own: Head | None
    own_share: float
    prior_scale: tuple[float, float]
    own_scale: tuple[float, float]
    slope: float
    offset: float
    answer: float

    def chance(self, signals: Row) -> float:
        """The calibrated chance, 0…1."""
        score = 0.0
        if self.prior is not None:
            score += (_log_odds(self.prior, signals) - self.prior_scale[0]) / self.prior_scale[1]
        if self.own is not None:
            own = (_log_odds(self.own, signals) - self.own_scale[0]) / self.own_scale[1]
            score += self.own_share * own
        return float(_sigmoid(self.slope * score + self.offset))


class Learned(msgspec.Struct, frozen=True):
    """A ranker and its doubt. ``cases``: how many they rest on; below ``FEW`` on none."""

    ranker: Ranker
    doubt: Doubt
    cases: int


def learn(
    index: SearchIndex, *, prior: Judge | None, embed: Embed | None, seed: int = 7
) -> Learned:
    """Learn from an index of entries. ``embed`` is needed where the index has vectors."""
    cases = own_cases(index, seed)
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


def own_cases(index: SearchIndex, seed: int) -> list[Case]:
    """The entries' questions to themselves, with and without their entry."""
    wordings: dict[int, list[int]] = {}
    for place, owner in enumerate(index.owner):
        wordings.setdefault(owner, []).append(place)
    chance = random.Random(seed)
    entries = sorted(wordings)
    chance.shuffle(entries)
    cases: list[Case] = []
    asked = entries[:_ENTRIES]
    often = max(1, min(_OFTEN, _ENTRIES // max(len(asked), 1)))
    for turn, entry in enumerate(asked):
        away = frozenset((entry,))
        if len(wordings[entry]) > 1:
            for place in chance.sample(wordings[entry], min(often, len(wordings[entry]))):
                text, itself = index.wordings[place], frozenset((place,))
                cases.append(Case(text, entry, entry, perturbed=False, hidden_wordings=itself))
                cases.append(Case(text, entry, -1, perturbed=False, hidden_targets=away))
            continue
        place = wordings[entry][0]
        text, itself = index.wordings[place], frozenset((place,))
        left_out = _LEFT_OUT[turn % len(_LEFT_OUT)]
        other = perturbed(text, index.segmenter, chance, left_out=left_out)
        cases.append(Case(other, entry, entry, perturbed=True))
        # Whole, for a question with words left out is easier to refuse than a visitor's.
        cases.append(Case(text, entry, -1, perturbed=True, hidden_targets=away))
        if index.targets[entry].body:
            cases.append(Case(text, entry, entry, perturbed=True, hidden_wordings=itself))
    return cases


def perturbed(text: str, segmenter: Segmenter, chance: random.Random, *, left_out: float) -> str:
    """A text in other words: some left out, two neighbours swapped, a small word replaced."""
    text = normalise(text)
    for old, new in _SAME:
        if old in text and chance.random() < 0.5:
            text = text.replace(old, new, 1)
            break
    words = segmenter.words(text)
    if len(words) < 2:
        return text
    kept = [w for w in words if chance.random() >= left_out] or [chance.choice(words)]
    if len(kept) > 1 and chance.random() < 0.5:
        place = chance.randrange(len(kept) - 1)
        kept[place], kept[place + 1] = kept[place + 1], kept[place]
    found = kept[0]
    for word in kept[1:]:
        found += f" {word}" if found[-1].isascii() and word[0].isascii() else word
    return found


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
    told: list[Seen] = []
    for one in seen:
        ranked = ranker.rank(index, one.numbers, one.rows)
        if one.case.gold < 0 and _twin(index, one.case.entry, index.number(ranked[0].target)):
            # Its twin answers as well as what was taken away; it would teach to refuse it.
            continue
        told.append(one)
        signals.append(signals_of(ranked))
        right.append(index.number(ranked[0].target) == one.case.gold)
    head = prior.head if prior is not None else None
    facts = np.array(right, bool)
    seen = told
    groups = np.array([one.case.entry for one in seen])
    if len(seen) < FEW or not 5 <= int(facts.sum()) <= len(facts) - 5 or len(set(groups)) < 5:
        return Learned(ranker, _untaught(prior), 0)
    rows = np.array(signals)
    own, own_scores = _own_head(rows, facts, groups)
    scores = _standard(own_scores)
    share, prior_scale = 1.0, (0.0, 1.0)
    if head is not None:
        prior_scores = np.array([_log_odds(head, s) for s in rows])
        prior_scale = (float(prior_scores.mean()), float(prior_scores.std()) + 1e-6)
        share = _PERTURBED_SHARE if np.mean([o.case.perturbed for o in seen]) > 0.5 else 1.0
        scores = _standard(prior_scores) + share * scores
    platt: Any = LogisticRegression(C=1e3, class_weight=None)
    platt.fit(scores.reshape(-1, 1), facts)
    slope, offset = max(float(platt.coef_[0][0]), 0.0), float(platt.intercept_[0])
    at = _threshold(_sigmoid(slope * scores + offset), facts)
    own_scale = (float(own_scores.mean()), float(own_scores.std()) + 1e-6)
    doubt = Doubt(head, own, share, prior_scale, own_scale, slope, offset, at)
    return Learned(ranker, doubt, len(seen))


def _twin(index: SearchIndex, left: int, right: int) -> bool:
    raw = index.wording_vectors
    if raw is None:
        return twins_in_words(index.targets[left].questions, index.targets[right].questions)
    owners = np.array(index.owner)
    return twins(raw[owners == left], raw[owners == right])


def _untaught(prior: Judge | None) -> Doubt:
    """The prior's own chance, or none at all; no threshold was measured, so none is passed."""
    slope, offset = (1.0, 0.0) if prior is not None else (0.0, -1.0)
    head = prior.head if prior is not None else None
    return Doubt(head, None, 0.0, (0.0, 1.0), (0.0, 1.0), slope, offset, NEVER)


CAUTIOUS = 0.93
"""The threshold where too few cases pass any."""
LEAST = 0.85
"""The lowest threshold. Passages that stand side by side in one article let wrong answers seem
surer than an entry's own question did: at 0.7 every ninth was wrong."""
NEVER = 2.0
"""A threshold that no chance passes."""


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


def _threshold(chances: Row, right: Flags) -> float:
    """The lowest chance from which wrong among answered stays within what is aimed at: by what
    the cases showed and by what their chances say, for either alone is noisy."""
    found = CAUTIOUS
    for at in np.arange(0.99, LEAST - 0.005, -0.01):
        answered = chances >= at
        count = int(answered.sum())
        if count < _ENOUGH:
            continue
        seen = float((~right[answered]).mean())
        said = float((1 - chances[answered]).mean())
        if (seen + said) / 2 <= CAUTION * WANTED_WRONG:
            found = float(at)
    return found


def _standard(scores: Row) -> Row:
    return (scores - scores.mean()) / (scores.std() + 1e-6)


def _log_odds(head: Head, signals: Row) -> float:
    chance = min(max(head.chance(signals), 1e-9), 1 - 1e-9)
    return float(np.log(chance / (1 - chance)))


def _sigmoid(score: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(score, -30, 30)))


COVERED = PLACE["covered_best"]
WORDING_COVERED = PLACE["wording_covered"]
