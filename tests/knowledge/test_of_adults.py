"""Whose data it is decides on its kind, and not for whom a place is; a list of important data
counts in whatever words somebody was told of it."""

from __future__ import annotations

import pytest

from knowledge.answers.notified import with_notified
from knowledge.answers.table_besides import with_besides
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.knowledge.test_cases import TODAY

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("幼儿园四十个老师的名字电话发给香港的公司", "ordinary"),
        ("幼儿园把五百个家长的名字电话发给英国公司", "ordinary"),
        ("幼儿园采购部二十个同事的姓名邮箱发到德国，只有大人", "ordinary"),
        ("儿童医院三百个护士的姓名电话发到德国", "ordinary"),
        ("小学生家长五百人的手机号发到德国", "ordinary"),
        ("A children's hospital sends the emails of 300 nurses to Berlin", "ordinary"),
        ("想把三百个娃的姓名电话发给英国", "sensitive"),
        ("幼儿园把五百个人的名字电话发给英国公司", "sensitive"),
        ("幼儿园把五百个家长和孩子的姓名发给英国公司", "sensitive"),
        ("儿童医院三百个病人的姓名电话发到德国", "sensitive"),
        ("A children's hospital sends the emails of 300 children to Berlin", "sensitive"),
    ],
)
def test_grown_ups_are_no_children(text: str, kind: str) -> None:
    """Wherever they work, and whoever their children are."""
    row = rule_on(ROUTE, [text], TODAY)
    assert row.slots["kind"] == kind


def test_no_guardian_consents_for_a_teacher() -> None:
    """A kindergarten's teachers were told that their guardians consent."""
    teachers = ["幼儿园四十个老师的银行卡号发给香港的公司"]
    pupils = ["幼儿园四十个娃的照片发给香港的公司"]
    assert with_besides(rule_on(ROUTE, teachers, TODAY), teachers).besides == ()
    besides = with_besides(rule_on(ROUTE, pupils, TODAY), pupils).besides
    assert [b.told for b in besides] == ["young"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("上礼拜主管部门来函，说列进要紧的那个目录了", True),
        ("局里通知我们的高炉数据算重要数据了", True),
        ("The ministry wrote that our images are on the list of important data", True),
        ("主管部门没有通知我们属于重要数据", False),
        ("没人通知过我们的高炉数据算重要数据", False),
        ("会不会通知说我们列进要紧的目录", False),
        ("通知我们列进了会员名单", False),
    ],
)
def test_a_notice_makes_data_important(text: str, told: bool) -> None:
    """In loose words as well; who was never told has none."""
    assert (stated(ROUTE, text).get("kind") == "important") == told
    assert (with_notified(text) != text) == told
