"""The waiver for managing employees is that of their employer: not of who works for employers, and
not for people who are no employees."""

from __future__ import annotations

import pytest

from knowledge.answers.tables import rule_on
from tests.knowledge.law_parts import TODAY
from tests.knowledge.test_table_days import ROUTE, ruled

OTHERS = "别的单位的员工"


def lacking(*texts: str) -> list[str]:
    return [c.name for c in rule_on(ROUTE, texts, TODAY).lacking]


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("我们代发工资，员工都是客户公司的，五千人的银行卡发去国外",), "sensitive-contract"),
        (("替客户公司算工资，客户员工的银行卡发到国外服务器，一共五千人",), "sensitive-contract"),
        (("旅行社帮企业客户办出差，把人家员工的体检报告两千份发给国外酒店",), "sensitive-contract"),
        (("代发工资公司今年把十五万人的姓名发到国外，没敏感的",), "ordinary-contract"),
        (("人力资源公司，今年要把三万人的银行卡发去印度",), "sensitive-assessment"),
        (("加盟店的员工八千人的银行卡今年传日本总部",), "sensitive-contract"),
        (
            (
                "替一百多家公司算工资，银行卡传新加坡总部，员工一共八万人",
                "都是客户公司的员工，能免吗",
            ),
            "sensitive-assessment",
        ),
        (("A payroll bureau sends 150,000 people's names abroad this year",), "ordinary-contract"),
        (
            ("We handle payroll for other firms. Their staff's bank accounts, 5,000, go abroad",),
            "sensitive-contract",
        ),
        (("The bank accounts of 5,000 client staff go to Singapore",), "sensitive-contract"),
    ],
)
def test_staff_of_others_are_spared_only_by_their_own_employer(
    texts: tuple[str, ...], row: str
) -> None:
    """A payroll bureau got all three procedures waived for its clients' staff."""
    assert ruled(ROUTE, *texts) == f"national-{row}"
    assert OTHERS in lacking(*texts)


@pytest.mark.parametrize(
    "text",
    [
        "我们自己的员工1500人，工资卡和体检都传德国总部",
        "员工工资交给新加坡的薪酬公司算，1500人的银行卡发过去",
        "我们是代发工资公司，自己的员工三百人的银行卡传国外总部",
        "我们公司委托代发工资公司把1500个员工的银行卡传国外",
        "We send our 1,500 employees' bank details to a payroll provider in Manila",
        "We use a payroll bureau in Dublin for our own staff of 300, bank accounts go there",
    ],
)
def test_ones_own_staff_stay_ones_own_though_a_bureau_works_for_them(text: str) -> None:
    """Who has a bureau do their payroll is the employer."""
    assert ruled(ROUTE, text) == "employees"
    assert not lacking(text)


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("代发工资公司今年把十五万个网站访客的邮箱发到国外",), "ordinary-contract"),
        (
            ("A payroll bureau sends 150,000 visitors' emails abroad this year",),
            "ordinary-contract",
        ),
        (("医院今年把两千个病人的病历发国外总部", "能按员工管理免吗"), "sensitive-contract"),
        (("十五万会员的手机号今年发国外总部", "走人事管理那条行吗"), "ordinary-contract"),
    ],
)
def test_who_is_no_employee_is_not_spared_as_one(texts: tuple[str, ...], row: str) -> None:
    """Neither the trade's name nor the claim makes patients or visitors staff."""
    assert ruled(ROUTE, *texts) == f"national-{row}"
    assert OTHERS not in lacking(*texts)
