"""A part of the people of a case has a kind and a number of its own."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.tables import Ruling, gone_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
DAY = date(2026, 11, 22)
WHOLE = "40万人的普通个人信息要传到国外"


def after(*texts: str) -> Ruling:
    """The ruling after further texts on the whole case."""
    ruling = gone_on(ROUTE, [WHOLE, *texts], DAY)
    assert ruling is not None
    return ruling


def row(ruling: Ruling) -> str:
    return ruling.row.id if ruling.row is not None else ""


@pytest.mark.parametrize("text", ["其中有婴儿的信息", "名单里也有病历", "一部分是定位数据"])
def test_a_part_without_a_number_is_asked_how_many_it_is(text: str) -> None:
    """The number of the whole is not that of the part."""
    ruling = after(text)
    assert row(ruling) == ""
    assert ruling.ask is not None
    assert ruling.ask.name == "people"


def test_a_part_has_a_ruling_and_the_rest_keeps_its_own() -> None:
    """Both are told."""
    ruling = after("里面有200人的人脸")
    assert row(ruling) == "national-sensitive-contract"
    assert ruling.rest is not None
    assert ruling.rest.id == "national-ordinary-contract"


@pytest.mark.parametrize("text", ["按不含敏感的算", "就当不敏感的看"])
def test_a_part_of_the_same_kind_changes_nothing(text: str) -> None:
    """The number of the whole holds again, not that of the part."""
    ruling = after("里面还有900人的身份证", text)
    assert row(ruling) == "national-ordinary-contract"
    assert ruling.slots["people"] == "400000"


def test_what_names_the_whole_goes_on_with_it() -> None:
    """So does what changes something else than the part."""
    assert row(after("里面有900人的身份证", "要是一共150万人呢")) == "national-ordinary-assessment"
    assert row(after("里面有900人的身份证", "在临港")) == "zone-other-ordinary-contract"


def test_a_number_that_does_not_matter_is_not_asked() -> None:
    """Of a small whole each part has the same ruling."""
    ruling = gone_on(ROUTE, ["2000人的普通个人信息要传到国外", "里面有小孩"], DAY)
    assert ruling is not None
    assert row(ruling) == "national-sensitive-contract"
    assert ruling.rest is not None
    assert ruling.rest.id == "national-ordinary-exempt"


def test_another_kind_of_the_whole_keeps_the_number() -> None:
    """Nothing says that it is a part."""
    assert row(after("是敏感的")) == "national-sensitive-assessment"
