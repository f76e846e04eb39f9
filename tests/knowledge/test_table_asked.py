"""Tests for how a table is found: by what is asked for, and by the kind of data told later."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_asked import taken_up, triggered
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

TODAY = date(2026, 11, 22)
TABLES = shipped_pack().all(DecisionTable)
ASSESSMENTS = TABLES["table.product-assessments"]
LABELS = TABLES["table.ai-labelling"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("要挂牌一个人脸识别训练集，真人照片，需要什么同意和评估？", "sensitive"),
        ("小学生的作业数据想上架，要做哪些评估", "minors"),
        ("数据里没有个人信息，挂牌要做哪些评估", "none"),
        ("We list a dataset of patients' records. What assessments and consents are needed?",
         "sensitive"),
    ],
)  # fmt: skip
def test_who_tells_what_is_in_a_product_gets_its_list(text: str, row: str) -> None:
    """What was not told of is taken for the usual case, and said."""
    assert triggered([ASSESSMENTS], text) is ASSESSMENTS
    ruling = rule_on(ASSESSMENTS, [text], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == row
    assert {i.name for i in ruling.assumed} == {"important", "public", "outbound"}


@pytest.mark.parametrize(
    "text",
    [
        "含个人信息的产品，评估由谁来做",
        "含个人信息的产品合规评估多少钱",
        "个人信息出境要做哪些评估",
        "数据产品挂牌前必须做哪些评估",
    ],
)
def test_another_question_about_assessments_is_none_for_the_list(text: str) -> None:
    """Who does them, what they cost, those of an export, and those of any product."""
    assert triggered([ASSESSMENTS], text) is None


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("主管部门通知过我们这批是重要数据", True),
        ("是敏感个人信息", True),
        ("什么是重要数据", False),
        ("是重要数据吗", False),
        ("数据是2022年的", False),
    ],
)
def test_the_kind_told_by_its_name_goes_on_with_the_export(text: str, *, taken: bool) -> None:
    """Whether the number matters is for the table to say."""
    before = ["要把一批测绘数据给国外合作方，没有个人信息，要评估吗"]
    assert (taken_up(TABLES.values(), before, text) is not None) == taken


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2025年6月上线的AI换脸视频功能，那时候要加显著标识吗", "edited-face-voice-2023"),
        ("2025年6月上线的AI换脸视频功能，现在要加显著标识吗", "edited-face-voice"),
        ("In July 2024 we published an AI-generated video without a label. Was that allowed?",
         "synthesis-2023"),
        ("We posted AI pictures without any label last week, are we in trouble?", "image"),
    ],
)  # fmt: skip
def test_a_label_that_was_left_out_is_ruled_on_by_its_day(text: str, row: str) -> None:
    """那时候 goes back to the day of the thing."""
    assert triggered([LABELS], text) is LABELS
    found = rule_on(LABELS, [text], TODAY).row
    assert found is not None
    assert found.id == row


ROUTE = TABLES["table.cross-border-route"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("签证中心收集的护照信息要出境,怎么办", True),
        ("会员的资料想出境，该怎么做？", True),
        ("病人的影像要传给美国的专家，怎么弄", True),
        ("Our guests' booking records have to go to Paris headquarters. What should we do?", True),
        ("员工资料发给总部发错了，怎么处理", False),
        ("客户信息传到境外，客户不同意怎么办", False),
    ],
)
def test_what_to_do_behind_a_planned_export_asks_for_its_way(text: str, *, asked: bool) -> None:
    """A bare 怎么办 behind data that are to go abroad asks for the route; behind something that
    befell them it asks for redress."""
    assert (triggered([ROUTE], text) is ROUTE) is asked
