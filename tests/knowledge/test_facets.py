"""The sides that a question asks for, in either language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.facets import facets

CHINESE = st.sampled_from(
    ["要多久", "多少钱", "谁来审", "需要交材料吗", "怎么办", "算不算违法", "挂牌"]
)
ENGLISH = st.sampled_from(["how long", "what fee", "who decides", "is it allowed", "a listing", ""])


@given(CHINESE, ENGLISH, st.booleans())
def test_two_languages_ask_for_what_each_asks(chinese: str, english: str, loud: bool) -> None:
    """A text of both asks for the sides of both; capitals change nothing."""
    written = english.upper() if loud else english
    assert facets(f"{chinese}\n{written}") == facets(chinese) | facets(english)


def test_sides_differ() -> None:
    """Each of these asks for something of its own, and a bare name for nothing."""
    asked = [facets(q) for q in ("要多久", "多少钱", "谁来审", "how long", "what fee", "who is it")]
    assert asked[:3] == asked[3:]
    assert len(set(asked)) == 3
    assert facets("挂牌") == facets("listing") == 0
