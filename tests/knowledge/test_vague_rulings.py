"""Rulings on numbers that are told as a range, and on several things at once."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_asked import triggered
from knowledge.answers.tables import Ruling, rule_on
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


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("把5000名11岁学员的名单传到英国", "sensitive"),
        ("6到12岁的会员，一共3000人，资料发到日本", "sensitive"),
        ("data of 900 users aged 9 sent abroad", "sensitive"),
        ("把5000名14岁用户的手机号传到英国", "ordinary"),
        ("把5000名13岁以上用户的手机号传到英国", "ordinary"),
        ("把5000名满13岁用户的手机号传到英国", "ordinary"),
    ],
)
def test_an_age_below_the_limit_is_a_child(question: str, kind: str) -> None:
    """From the limit on, and where the age is left open, it decides nothing."""
    ruling = ruled(question)
    assert ruling.slots["kind"] == kind


@pytest.mark.parametrize("question", ["九岁孩子的资料可以卖吗", "幼儿园小朋友的数据能卖吗"])
def test_data_of_children_may_not_be_sold_at_will(question: str) -> None:
    """The table on what may be traded asks only how they are treated."""
    ruling = ruled(question)
    assert ruling.slots["kind"] == "minors"
    assert ruling.ask is not None
    assert ruling.ask.name == "treatment"


@pytest.mark.parametrize(
    ("question", "row", "rest"),
    [
        (
            "把12万客户的邮箱发到美国，其中有800人的病历",
            "national-sensitive-contract",
            "national-ordinary-contract",
        ),
        (
            "6万名用户的订单存到新加坡，里面还有一万二千人的指纹",
            "national-sensitive-assessment",
            "national-ordinary-exempt",
        ),
    ],
)
def test_a_part_told_at_once_is_ruled_on_beside_the_whole(
    question: str, row: str, rest: str
) -> None:
    """Neither number is asked for again."""
    ruling = ruled(question)
    assert ruling.row is not None
    assert ruling.rest is not None
    assert (ruling.row.id, ruling.rest.id) == (row, rest)


@pytest.mark.parametrize(
    "question",
    ["3000人的病历传到日本，里面有身份证号", "传到日本的名单，里面有3000人的病历，要申报吗"],
)
def test_one_number_is_of_the_whole(question: str) -> None:
    """A field of the same people, or a list told first without a number, is no part of them."""
    ruling = ruled(question)
    assert ruling.row is not None
    assert ruling.rest is None
