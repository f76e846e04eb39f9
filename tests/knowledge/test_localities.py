"""Places in texts, and what they tell of a candidate that speaks of another place."""

from __future__ import annotations

import pytest

from knowledge.localities import places_in
from knowledge.search.features import PLACE
from knowledge.search.fusion import SearchIndex
from knowledge.search.targets import Target
from knowledge.text import normalise, segmenter_for
from knowledge.types import Entry

OPENING = Target(
    Entry(id="entry.opening", question="", intent="concept", answer=""),
    ("上海的示例馆哪年开的？", "示例馆开馆是哪年", "比深圳的早开几年"),
    (),
    "上海示例馆是2019年开馆的。",
)
THERE = Target(
    Entry(id="entry.there", question="", intent="concept", answer=""),
    ("深圳的示例馆有多少人？",),
    (),
    "深圳示例馆的人数没有收录。",
)
AWAY = Target(
    Entry(id="entry.here", question="", intent="concept", answer=""),
    ("示例馆几点开门？", "上海示例馆开门时间"),
    (),
    "上海示例馆9点开门。",
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("深数所和北京的交易所一样吗", {"深圳", "北京"}),
        ("沪上的公司在香港", {"上海", "香港"}),
        ("Does the Tianjin zone let us export to the USA?", {"天津", "美国"}),
        ("Tell us about European rules", set()),
        ("挂牌要多久", set()),
    ],
)
def test_places_are_read_in_both_languages(text: str, places: set[str]) -> None:
    """By their names and short names; us is nobody's country."""
    assert places_in(normalise(text)) == places


def test_another_place_tells_a_near_miss() -> None:
    """A wording that compares with a place does not make a document one of that place."""
    index = SearchIndex([OPENING, THERE, AWAY], segmenter_for(()), None)

    def row(question: str, name: str) -> dict[str, float]:
        numbers, rows = index.features(question, None)
        place = [index.targets[n].id for n in numbers].index(name)
        names = ("places_missing", "places_other", "place_of_its_own")
        return {n: float(rows[place][PLACE[n]]) for n in names}

    assert row("深圳示例馆哪年开馆", "entry.opening") == {
        "places_missing": 1,
        "places_other": 1,
        "place_of_its_own": 0,
    }
    assert row("深圳示例馆哪年开馆", "entry.there")["places_missing"] == 0
    assert row("示例馆有多少人", "entry.there")["place_of_its_own"] == 1
    assert sum(row("示例馆哪年开的", "entry.opening").values()) == 0
