"""Tests for numbers of people that are told of another span than a calendar year."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.counting_windows import of_the_year
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from tests.knowledge.test_table_days import ROUTE

TODAY = date(2026, 11, 22)
UNITS = ("人", "名", "个", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("每个月出境2万人的姓名", "20000到240000人"),
        ("月均给境外传2万人的姓名", "20000到240000人"),
        ("每天把1000人的手机号发给境外", "1000到366000人"),
        ("一周大概给境外传500人的手机号", "500到26500人"),
        ("we export names of 20,000 people every month", "20000到240000 people"),
        ("we send 1,000 people's phone numbers abroad daily", "1000到366000 people"),
        ("2023年起我们一直在出境客户姓名，一共20万人", "0到200000人"),
        ("2024年到现在我们出境了20万人的姓名", "0到200000人"),
        ("从去年开始向境外提供，到现在有12万人的姓名了", "0到120000人"),
        ("这几年我们出境了20万人的姓名和电话", "0到200000人"),
        ("两年下来一共传了30万个用户的手机号", "0到300000个"),
        ("成立以来已出境150万人的姓名", "0到1500000人"),
        ("over the past three years we have sent 200,000 people's names abroad",
         "0到200000 people"),
        ("since 2023 we have exported the names of 200,000 people", "0到200000 people"),
    ],
)  # fmt: skip
def test_a_number_of_another_span_is_what_a_year_may_hold(text: str, told: str) -> None:
    """A rate is at least itself, a total of years at most itself."""
    assert told in of_the_year(normalise(text), UNITS, TODAY.year)


@pytest.mark.parametrize(
    "text",
    [
        "今年出境20万人的姓名",
        "每年出境20万人的姓名",
        "2026年1月到现在出境了20万人的姓名",
        "2023年起我们每年出境20万人的姓名",
        "上个月一次传了5万人的姓名到境外",
        "一个月内要把5万人的姓名传到境外",
        "近三年的客户资料20万人要传到新加坡",
        "2020年以来积累的会员20万人，要传到新加坡",
        "2024年3月22日起5万人的敏感信息出境",
        "每月把300名员工的工资表发给德国总部",
        "we send 3,000 customer names abroad, maybe 3,000 a year",
        "last month we sent 50,000 names of people abroad",
    ],
)
def test_a_number_of_the_year_stays(text: str) -> None:
    """So does one told once, of data that are as old, or of people who are the same each time."""
    assert of_the_year(normalise(text), UNITS, TODAY.year) == normalise(text)


def test_what_the_range_leaves_open_is_asked_for_and_the_year_s_number_decides() -> None:
    """200,000 since 2023 says nothing of this year, 5,000 since ever does."""
    case = "2023年起我们一直把客户的姓名和电话发给德国总部，一共20万人，要申报吗"
    asked = rule_on(ROUTE, [case], TODAY).ask
    assert asked is not None
    assert asked.name == "people"
    told = rule_on(ROUTE, [case, "今年只有6万"], TODAY).row
    assert told is not None
    assert told.id == "national-ordinary-exempt"
    few = rule_on(ROUTE, ["成立以来一共传了5000人的手机号到美国"], TODAY)
    assert few.row is not None
    assert few.row.id == "national-ordinary-exempt"
    assert any("0到5000" in i.assumption for i in few.assumed)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("今年给德国母公司传了9.9万个经销商联系人的姓名电话，年底前还要再传3000个，要不要备案",
         "national-ordinary-contract"),
        ("今年已经传了8万人的手机号到新加坡，接下来还会再传1万人，要备案吗",
         "national-ordinary-exempt"),
        ("We sent names of 95,000 people abroad this year and will send another 10,000. A filing?",
         "national-ordinary-contract"),
        ("今年要把3000条订单的收件人姓名电话传给美国总部，要备案吗", "national-ordinary-exempt"),
    ],
)  # fmt: skip
def test_what_comes_on_top_is_added(text: str, row: str) -> None:
    """The law counts all of a year, also what is still to be sent in it."""
    found = rule_on(ROUTE, [text], TODAY).row
    assert found is not None
    assert found.id == row


@pytest.mark.parametrize(
    "text",
    [
        "我们把800万条订单记录传给美国总部，有姓名电话，走什么路径",
        "We are sending 8 million order records abroad, names and phone numbers. Which route?",
    ],
)
def test_orders_are_of_at_most_as_many_people(text: str) -> None:
    """Somebody may have ordered many times; the number of people is asked for."""
    asked = rule_on(ROUTE, [text], TODAY).ask
    assert asked is not None
    assert asked.name == "people"
