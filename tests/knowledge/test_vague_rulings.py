"""Rulings on numbers that are told as a range, and on several things at once."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.tables import Ruling, rule_on, triggered
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

TABLES = shipped_pack().all(DecisionTable)
LABELS = TABLES["table.ai-labelling"]
DAY = date(2026, 11, 1)


def ruled(question: str) -> Ruling:
    """The ruling of the shipped table whose question this is."""
    table = triggered(TABLES.values(), question)
    assert table is not None
    return rule_on(table, [question], DAY)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("几百名患者的化验单传到日本", "national-sensitive-contract"),
        ("好几万司机的行车轨迹发给德国总部", "national-sensitive-assessment"),
        ("二十几万客户的邮箱出境", "national-ordinary-contract"),
        ("两三百万用户的手机号传到美国", "national-ordinary-assessment"),
        ("我们要把不到五千个客户的姓名电话发到法国", "national-ordinary-exempt"),
        ("emails of a few thousand customers sent abroad", "national-ordinary-exempt"),
    ],
)
def test_a_range_within_one_band_decides(question: str, expected: str) -> None:
    """It names the ends that it went by."""
    ruling = ruled(question)
    assert ruling.row is not None
    assert ruling.row.id == expected
    assert any("到" in i.assumption and i.name == "people" for i in ruling.assumed)


@pytest.mark.parametrize(
    "question",
    [
        "不到五万名患者的病历传到韩国",
        "五千到两万名患者的病历传到韩国",
        "万把人的体检数据发给英国",
        "上万用户的邮箱传到新加坡",
    ],
)
def test_a_range_across_a_threshold_is_asked(question: str) -> None:
    """No number in it is guessed."""
    ruling = ruled(question)
    assert ruling.row is None
    assert ruling.ask is not None
    assert ruling.ask.name == "people"


def test_each_of_several_things_has_its_row() -> None:
    """None is stricter than the other, and none is asked for again."""
    ruling = rule_on(LABELS, ["语音和图片都有"], DAY)
    assert ruling.settled
    assert [of.row.id for of in ruling.each] == ["speech", "image"]
    assert ruling.ask is None


@pytest.mark.parametrize(
    ("text", "row"),
    [("我们做的是合成语音", "speech"), ("一段视频", "video"), ("客服问答", "dialogue")],
)
def test_one_thing_is_read_from_its_label(text: str, row: str) -> None:
    """A table without words of its own is read by what its labels list."""
    ruling = rule_on(LABELS, ["要怎么标", text], DAY)
    assert ruling.row is not None
    assert ruling.row.id == row


@pytest.mark.parametrize("text", ["没有图片", "还不知道", "不是平台"])
def test_what_is_denied_is_not_named(text: str) -> None:
    """It is asked for as before."""
    assert rule_on(LABELS, ["要怎么标", text], DAY).row is None
