"""Several groups of people told in one text, each with its kind and number."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.groups_told import groups_in, named_groups, told_groups
from knowledge.answers.table_asked import triggered
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

CROSSING = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TODAY = date(2026, 11, 22)
STUTTGART = "We want to send data from our Shanghai subsidiary to our headquarters in Stuttgart"
BOTH = (
    "HR files - bank accounts, sick leave, about 180 employees. And the customers' contact people, "
    "names and emails, maybe 3,000 a year."
)
EMPLOYEES, CONTRACT, EXEMPT = "employees", "national-sensitive-contract", "national-ordinary-exempt"


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        ((STUTTGART, BOTH), {"Employees": EMPLOYEES, "Customers": EXEMPT}),
        (
            (STUTTGART, BOTH, "I just told you: 180 employees and about 3,000 customer contacts."),
            {"Employees": EMPLOYEES, "Customers": EXEMPT},
        ),
        (
            (STUTTGART, BOTH, "No collective contract."),
            {"Employees": CONTRACT, "Customers": EXEMPT},
        ),
        (
            ("我们要把180名员工的病假条和3000个客户的姓名邮箱传到德国总部，没有集体合同",),
            {"Employees": CONTRACT, "Customers": EXEMPT},
        ),
        (
            ("要把数据发到新加坡总部", "员工的体检报告120人，还有客户的姓名和电话2万条"),
            {"Employees": EMPLOYEES, "Customers": EXEMPT},
        ),
        (
            (
                (
                    "Our parent in Munich wants payroll (90 staff, bank details) and 20,000 "
                    "customers' phone numbers"
                ),
            ),
            {"Employees": EMPLOYEES, "Customers": EXEMPT},
        ),
    ],
)
def test_each_group_is_ruled_on(texts: tuple[str, ...], rows: dict[str, str]) -> None:
    """No number is asked for that stands beside its kind."""
    ruling = rule_on(CROSSING, texts, TODAY)
    assert ruling.ask is None
    assert {of.label_english: of.row.id for of in ruling.each} == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "6万个客户的邮箱和5万名学生的手机号要传到新加坡",
            {"Customers and Students": "national-ordinary-contract"},
        ),
        (
            "6000名患者的病历和5000个会员的银行卡号要传到新加坡",
            {"Patients and Customers": "national-sensitive-assessment"},
        ),
        (
            "8万名员工的手机号和8万个客户的邮箱传到境外总部",
            {"Employees": EMPLOYEES, "Customers": EXEMPT},
        ),
    ],
)
def test_groups_of_one_kind_are_counted_together(text: str, rows: dict[str, str]) -> None:
    """The law counts the people of a kind, whoever they are; those that a reason spares apart."""
    ruling = rule_on(CROSSING, [text], TODAY)
    assert {of.label_english: of.row.id for of in ruling.each} == rows


def test_a_group_whose_kind_is_open_is_left_open() -> None:
    """The other is ruled on; the open one is named."""
    text = "我们要把180名旅客的资料和3000个会员的姓名邮箱传到德国总部，要办什么手续"
    ruling = rule_on(CROSSING, [text], TODAY)
    assert [(of.label, of.row.id) for of in ruling.each] == [("会员", EXEMPT)]
    assert ruling.left == (("旅客", "Passengers"),)


def test_who_speaks_of_one_group_is_ruled_on_for_that_alone() -> None:
    """那员工那批呢, after both were told."""
    texts = ("传到新加坡总部", "员工的体检报告120人，还有客户的姓名和电话2万条")
    ruling = rule_on(CROSSING, (*texts, "那员工那批呢，没有集体合同"), TODAY)
    assert ruling.row is not None
    assert ruling.row.id == CONTRACT
    assert ruling.each == ()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("我们公司200名员工，要把50万会员的姓名手机号传到美国", "national-ordinary-contract"),
        (
            (
                "We have 200 employees and want to send the phone numbers of 500,000 members to "
                "our US parent"
            ),
            "national-ordinary-contract",
        ),
    ],
)
def test_a_number_of_others_of_whom_nothing_is_given_does_not_count(text: str, row: str) -> None:
    """How many work there is not how many people's data is sent."""
    ruling = rule_on(CROSSING, [text], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == row
    later = rule_on(CROSSING, [text, "没有敏感的"], TODAY)
    assert later.row is not None
    assert later.row.id == row


@pytest.mark.parametrize(
    "text",
    [
        "我们要把员工和客户的资料传给德国总部，一共3000人",
        "8万会员的订单传到国外，其中500个学生的病历",
        "客户经理负责的3000个客户的姓名邮箱传到德国",
        "12万用户的手机号发到新加坡",
        "Names and emails of 3,000 customers to Berlin, handled by customer service",
        "玩家30万，有些是孩子，要传到韩国",
    ],
)
def test_one_group_or_one_number_is_one_case(text: str) -> None:
    """A part, a team that is named after others, and one number for all are no groups."""
    assert groups_in(CROSSING, [text]) == {}


def test_what_is_told_of_contracts_is_told_of_all() -> None:
    """没有集体合同 at the end belongs to no group alone."""
    told = told_groups("员工180人，有银行卡；客户3000人，姓名邮箱；没有集体合同")
    assert [*told] == ["员工", "客户"]
    assert all("没有集体合同" in group.text for group in told.values())
    assert named_groups("back to HR") == ("员工",)


def test_two_numbers_with_their_groups_are_a_case_of_the_table() -> None:
    """The table is known by them as by one number."""
    text = "180名员工的银行卡和3000个客户的邮箱，传给境外总部"
    assert triggered([CROSSING], text) is CROSSING
