"""On which cases chances and thresholds rest, and where a threshold lies."""

from __future__ import annotations

import numpy as np

from knowledge.search.thresholds import CAUTIOUS, ENOUGH, ENOUGH_FRESH, telling, threshold


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
    chances = np.linspace(0.5, 1, 400)
    right = (chances > 0.8).astype(float)
    at = threshold(chances, right, wanted=0.05)
    answered = chances >= at
    assert 0.7 < at < 0.8
    assert 1 - right[answered].mean() <= 0.05
    assert threshold(chances[:10], right[:10]) == CAUTIOUS
