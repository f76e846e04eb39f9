"""Slips in English words of a wish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.english_slips import EnglishSlips, distance

WANTED = ("shipping", "weather", "traffic", "available", "agriculture")
SLIPS = EnglishSlips(WANTED, ("whether to list", "do you have"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("is shiping data avalible", "is shipping data available"),
        ("do u have wether data", "do u have weather data"),
        ("trafic or Agricultre?", "traffic or agriculture?"),
        ("whether to list", "whether to list"),
        ("the father of data", "the father of data"),
        ("船运shiping", "船运shiping"),
    ],
)
def test_a_slip_is_mended_where_one_word_is_near(typed: str, meant: str) -> None:
    """A known word stays, and so does one that is near nothing."""
    assert SLIPS.mend(typed) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
