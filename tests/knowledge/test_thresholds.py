"""On which cases chances and thresholds rest, and where a threshold lies."""

from __future__ import annotations

import numpy as np

from knowledge.search.thresholds import (
    CAUTIOUS,
    ENOUGH,
    ENOUGH_FRESH,
    RISK,
    TESTED,
    WANTED_WRONG,
    telling,
    threshold,
    upper_bound,
)


def test_fresh_cases_alone_tell_once_there_are_enough() -> None:
    judged = np.ones(2 * ENOUGH_FRESH, bool)
    fresh = np.arange(len(judged)) < ENOUGH_FRESH
    assert telling(judged, fresh).tolist() == fresh.tolist()
    fresh[0] = False
    assert telling(judged, fresh).all()


def test_own_wordings_tell_where_few_are_judged() -> None:
    judged = np.arange(500) < ENOUGH - 1
    assert telling(judged, np.zeros(500, bool)).all()


def test_a_threshold_keeps_the_share_of_wrong() -> None:
    chances = np.linspace(0.5, 1, 800)
    right = (chances > 0.86).astype(float)
    at = threshold(chances, right)
    answered = chances >= at
    assert at == min(t for t in TESTED if 1 - right[chances >= t].mean() <= WANTED_WRONG)
    assert 1 - right[answered].mean() <= WANTED_WRONG
    assert threshold(chances[:10], right[:10]) == CAUTIOUS


def test_a_share_that_few_cases_show_proves_nothing() -> None:
    """Three of eighty are few enough, and too few are asked to promise so."""
    chances = np.full(80, 0.96)
    right = np.ones(80)
    right[:3] = 0
    assert WANTED_WRONG > 3 / 80
    assert upper_bound(3, 80) <= RISK
    assert threshold(chances, right, otherwise=0.9) == 0.9
    assert threshold(np.tile(chances, 4), np.tile(right, 4), otherwise=0.9) == min(TESTED)
