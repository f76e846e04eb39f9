"""From scores to chances: two bells, heard questions, and the threshold."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.search.calibrating import LEAST, PRICE, SelfAsked, bells_of, threshold
from knowledge.search.features import Row

NOTHING = np.zeros(0)


def scores(count: int, middle: float, seed: int, width: float = 1.0) -> Row:
    return np.random.default_rng(seed).normal(middle, width, count)


def known(right: float, *, made: bool, stray: int = 0) -> SelfAsked:
    away = np.concatenate([scores(200 - stray, -1, 1), scores(stray, right, 2)])
    return SelfAsked(away, scores(200, right, 3), made)


def test_chances_grow_with_scores_and_stay_chances() -> None:
    """Whatever was heard, a higher score is never less sure, and nothing leaves 0…1."""
    for heard in (NOTHING, scores(1, 0, 4), scores(300, -1, 5), scores(300, 9, 6)):
        bells = bells_of(known(2, made=True), heard)
        chances = bells.chances(np.linspace(-50, 50, 200))
        assert (np.diff(chances) >= 0).all()
        assert chances.min() >= 0
        assert chances.max() <= 1


@pytest.mark.parametrize("answered", [0.1, 0.5, 0.9])
def test_what_is_heard_tells_how_many_have_an_answer(answered: float) -> None:
    """Made-up wordings were too easy: right ones really score 1.5, not 4. Many questions, which
    nobody judged, put both the bell and the share of answered ones near where they are."""
    count = int(600 * answered)
    heard = np.concatenate([scores(count, 1.5, 7), scores(600 - count, -1.5, 8)])
    bells = bells_of(known(4, made=True), heard)
    assert bells.answered == pytest.approx(answered, abs=0.12)
    assert bells.right < 2.8
    assert float(bells.chances(heard).mean()) == pytest.approx(answered, abs=0.12)


def test_look_alikes_cap_the_chance() -> None:
    """Where a tenth of what has no answer looks as if it had one, nothing is certain, and such
    questions count among the unanswered."""
    heard = np.concatenate([scores(150, 3, 9), scores(135, -1, 10), scores(15, 3, 11)])
    bells = bells_of(known(3, made=False, stray=20), heard)
    assert 0.85 < float(bells.chances(20.0)) < 0.95
    assert float(bells_of(known(3, made=False), heard).chances(20.0)) > 0.95


def test_one_question_changes_little() -> None:
    """A file of one query is judged by what the entries taught."""
    alone = bells_of(known(3, made=True), NOTHING)
    one = bells_of(known(3, made=True), np.array([0.4]))
    assert float(one.chances(0.4)) == pytest.approx(float(alone.chances(0.4)), abs=0.03)


def test_the_threshold_weighs_wrong_answers() -> None:
    """Bells far apart: nearly all right ones pass. Bells upon each other: nothing does, for no
    answer would be worth its risk."""
    apart = known(4, made=False)
    heard = np.concatenate([scores(150, 4, 12), scores(150, -1, 13)])
    bells = bells_of(apart, heard)
    at = threshold(bells, heard, apart.away)
    assert LEAST <= at <= 1
    assert (bells.chances(heard[:150]) >= at).mean() > 0.9
    assert (bells.chances(heard[150:]) >= at).mean() < 0.05
    near = known(-0.7, made=False)
    heard = scores(300, -0.9, 14)
    bells = bells_of(near, heard)
    passing = bells.chances(heard) >= threshold(bells, heard, near.away)
    assert passing.mean() < 1 / (1 + PRICE)
