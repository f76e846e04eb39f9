"""Cases that are told without figures, and visitors who do not know what a table asks."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.tables import rule_on, triggered
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

CROSSING = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TABLES = list(shipped_pack().all(DecisionTable).values())
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "客户数据给国外公司",
        "把用户资料发给美国总部",
        "海外母公司要看我们员工信息",
        "会员名单同步到新加坡的服务器可以吗",
        "德国同事要查我们的客户档案",
        "患者的检查报告寄给境外医院会诊",
        "我们的简历资料存在欧洲的云上行不行",
        "5万客户资料发给法国的母公司要不要申报",
        "Can our overseas headquarters access our staff records?",
        "We want to share customer data with a German company",
    ],
)
def test_a_case_is_known_by_whose_what_and_where(question: str) -> None:
    """However it is said, whose data is given abroad is the table's matter, figures or none."""
    table = triggered(TABLES, question)
    assert table is not None
    assert table.id == CROSSING.id
    ruling = rule_on(table, [question], TODAY)
    assert ruling.ask is not None or ruling.row is not None


@pytest.mark.parametrize(
    "question",
    [
        "客户数据给国外公司会被罚多少",
        "把用户资料卖给美国公司",
        "国外公司给我们用户数据",
        "我想看国外数据交易所的用户资料",
        "客户数据不给国外公司",
        "客户数据给上海的公司",
        "给国外公司客户资料要准备什么材料",
        "谁把员工信息给了海外母公司",
        "海外母公司的员工很多",
        "How much does it cost to send customer data abroad?",
    ],
)
def test_what_asks_for_something_else_is_no_case(question: str) -> None:
    """A fine, a price, data that come in, what is denied: the table stays silent."""
    assert triggered(TABLES, question) is None


def test_who_does_not_know_is_told_what_may_hold() -> None:
    """Not knowing is an answer: the next input is asked, then all that may hold is told, what is
    in force first; what was not known may still be said."""
    asked = rule_on(CROSSING, ["客户数据给国外公司", "不知道"], TODAY)
    assert asked.ask is not None
    assert (asked.ask.name, asked.unsure) == ("people", ("kind",))
    for answer in ("不清楚", "这个我也说不准", "不知道有多少人", "no idea"):
        open_ruling = rule_on(CROSSING, ["客户数据给国外公司", "不知道", answer], TODAY)
        assert open_ruling.row is None
        assert open_ruling.ask is None
        assert len(open_ruling.possible) > 1
        assert [r for r in open_ruling.possible if r.valid_to is not None] == []
    few = rule_on(CROSSING, ["客户数据给国外公司", "不清楚", "5万人"], TODAY)
    assert {r.id for r in few.possible} == {
        "national-ordinary-exempt",
        "national-sensitive-assessment",
    }
    said = rule_on(CROSSING, ["客户数据给国外公司", "不清楚", "5万人", "是敏感的"], TODAY)
    assert said.row is not None
    assert said.row.id == "national-sensitive-assessment"


def test_old_rows_are_told_only_of_their_days() -> None:
    """Asked of 2023, the rules of then may hold, and none of today."""
    then = rule_on(CROSSING, ["客户数据给国外公司", "不知道", "5万人"], date(2023, 7, 1))
    assert then.possible
    assert {r.valid_to for r in then.possible} == {date(2024, 3, 21)}
