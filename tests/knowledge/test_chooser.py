"""Choosing among the likeliest candidates."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.choosing import LOOKED_AT, STANDINGS, Chooser, standings_of
from knowledge.search.features import FEATURES
from knowledge.search.fitting_chooser import fit_chooser
from knowledge.search.fusion import Candidate
from knowledge.search.trees import Trees
from tests.knowledge.small_parts import small_snapshot

FIGURE = st.floats(-5, 5).map(lambda x: round(x, 3))


def candidates(rows: np.ndarray) -> list[Candidate]:
    """Ranked candidates with these features; the scores fall by one."""
    target = small_snapshot().index.targets[0]
    return [Candidate(target, row, -float(n), 0.5**n) for n, row in enumerate(rows)]


def rows_of(count: int, **columns: list[float]) -> np.ndarray:
    rows = np.zeros((count, len(FEATURES)))
    for name, values in columns.items():
        rows[:, FEATURES.index(name)] = values
    return rows


def stump(name: str) -> Trees:
    """One tree that likes what is above a half in one standing."""
    place = STANDINGS.index(name)
    return Trees((0,), (place, 0, 0), (0.5, 0, 0), (1, 1, 2), (2, 1, 2), (0, -2, 2), 1, 0.0)


@given(st.lists(FIGURE, min_size=1, max_size=9))
def test_a_lead_is_held_against_the_best_of_all_others(values: list[float]) -> None:
    """Also against those that are not looked at; who is alone leads by all it has."""
    told = standings_of(candidates(rows_of(len(values), cosine=values)))
    leads = told[:, STANDINGS.index("lead_cosine")]
    for place, lead in enumerate(leads):
        others = values[:place] + values[place + 1 :]
        assert lead == pytest.approx(values[place] - (max(others) if others else 0.0))
    assert len(told) == min(len(values), LOOKED_AT)


def test_the_likeliest_comes_first_and_the_others_keep_their_order() -> None:
    """What stands behind those that are looked at stays there."""
    ranked = candidates(rows_of(8, cosine=[0.1, 0.2, 0.9, 0.3, 0.2, 0.9, 0.1, 0.1]))
    found, chance = Chooser(stump("cosine")).chosen(ranked)
    assert [ranked.index(c) for c in found] == [2, 0, 1, 3, 4, 5, 6, 7]
    assert chance == pytest.approx(1 / (1 + np.exp(-2.0)))


def test_trees_say_the_same_of_a_row_and_of_many() -> None:
    trees = stump("share")
    rows = standings_of(candidates(rows_of(4)))
    assert trees.raws(rows).tolist() == [trees.raw(row) for row in rows] == [2, -2, -2, -2]


def test_what_other_standings_taught_does_not_fit() -> None:
    """Judges of another version are learned anew."""
    trees = stump("place")
    assert Chooser(trees).fits
    wider = msgspec.structs.replace(trees, signal=(len(STANDINGS), 0, 0))
    assert not Chooser(wider).fits


def test_it_learns_what_no_sum_can_say() -> None:
    """Right is what has exactly one of two features; cases of weight 0 teach nothing."""
    draw = np.random.RandomState(5)
    standings, right, weights = [], [], []
    for number in range(240):
        pair = draw.randint(0, 2, (3, 2)).astype(float)
        rows = rows_of(3, cosine=pair[:, 0].tolist(), words=pair[:, 1].tolist())
        standings.append(standings_of(candidates(rows)))
        honest = number % 4 != 0
        facts = pair[:, 0] != pair[:, 1]
        right.append((facts if honest else ~facts).tolist())
        weights.append(1.0 if honest else 0.0)
    on = np.array(weights) > 0
    chooser, chosen, chances = fit_chooser(
        standings, right, np.arange(240), weights=np.array(weights), on=on
    )
    there = [n for n in range(240) if on[n] and any(right[n])]
    assert all(right[n][chosen[n]] for n in there)
    none = [n for n in range(240) if on[n] and not any(right[n])]
    assert none
    assert chances[none].max() < chances[there].min()
    rows = rows_of(2, cosine=[1, 1], words=[1, 0])
    assert chooser.chosen(candidates(rows))[0][0].features[FEATURES.index("words")] == 0
