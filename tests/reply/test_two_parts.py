"""Texts of two parts of which each is answered alone; what is one question is not cut."""

from __future__ import annotations

import pytest

from dialog.reply.aspects import asks
from dialog.reply.from_elsewhere import as_outsider
from dialog.reply.only_introduces import only_introduces
from dialog.reply.several import parts_of, to_confirm
from dialog.reply.things_wished import things_wished, without_shown


@pytest.mark.parametrize(
    "text",
    [
        "可是没有讲过照片归谁，那这些照片到底算我儿子的，还是算合作社的呢？",
        "合同里没写清楚录像归谁，那录像到底归物业，还是归业主？",
        "没说好怎么分钱，那钱是按次给，还是按年给？",
    ],
)
def test_a_question_of_two_ways_is_one(text: str) -> None:
    """And what was never agreed asks nothing."""
    assert parts_of(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("所以片尾一个不行对吧。那用户自己下载的版本，我们能给吗?", 2),
        ("这个算不算个人信息，还是要登记？能卖吗", 2),
        ("数据归谁，能不能卖", 2),
        ("听说买数据不用本人同意，对吧", 1),
        ("数据出境安全评估，深圳那边？大概要多久？", 1),
    ],
)
def test_what_is_two_questions(text: str, count: int) -> None:
    """A statement to be confirmed is one beside another; a place alone is none."""
    assert len(parts_of(text)) == count


def test_what_was_never_told_asks_nothing() -> None:
    """Unless it is asked whether it was."""
    assert not asks("可是没有讲过照片归谁")
    assert not asks("合同没写清楚怎么分钱")
    assert asks("没说过归谁吗")
    assert asks("有没有说归谁")
    assert asks("数据归谁")


def test_a_statement_to_be_confirmed_goes_with_its_tag() -> None:
    """So that it heads its answer."""
    assert to_confirm("会计部说先确权登记再入表，审计才认，是这样吗")
    assert to_confirm("我们法务讲先做合规评估再挂牌，不然不给上，是这样吧")
    assert not to_confirm("要先登记，是不是要交钱")
    assert not to_confirm("是这样吗")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("我们在宁波，能在你们这挂吗？", "我们在宁波，外地企业能在上海挂牌吗？"),
        ("我们是杭州的，可以到你们那儿卖数据吗", "我们是杭州的，外地企业能在上海挂牌吗"),
        ("我们公司在成都，能来上海入驻吗", "我们公司在成都，外地企业能在上海入驻吗"),
        ("我们公司在上海，能在你们这挂吗？", ""),
        ("我们在香港，能在你们这挂牌吗？", ""),
        ("买家在苏州，能在你们这挂吗", ""),
        ("我们在宁波，能在你们这买吗", ""),
    ],
)
def test_who_is_elsewhere_asks_as_such(text: str, whole: str) -> None:
    """Only a company of the mainland, and only for what is done at the exchange."""
    assert as_outsider(text) == (whole or text)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("想买点商圈客流和常住人口的数据，你们这儿有吗", ("商圈客流", "常住人口")),
        ("有没有公交刷卡、地铁进出站和共享单车的数据", ("公交刷卡", "地铁进出站", "共享单车")),
        ("We want to buy footfall and population data", ("footfall", "population")),
        ("想买商圈客流数据", ()),
        ("我们想和你们谈怎么用数据", ()),
    ],
)
def test_things_that_are_wished_for_together(text: str, things: tuple[str, ...]) -> None:
    """Each by its name."""
    assert things_wished(text) == things


def test_what_is_said_of_items_shown_is_no_part_of_the_wish() -> None:
    """人口的呢 is."""
    assert without_shown("人口的呢?这两个都只是客流啊") == "人口的呢"
    assert without_shown("人口的呢") == "人口的呢"


@pytest.mark.parametrize(
    "text",
    [
        "We're a firm in Zhangjiang. The trial data is coded. Is that anonymous enough?",
        "We're only after news text, for training a model. Does it count as exporting data?",
        "我们是律所，给客户做过顾问？",
    ],
)
def test_who_asks_is_no_introduction(text: str) -> None:
    """However much is told first."""
    assert not only_introduces(text)
