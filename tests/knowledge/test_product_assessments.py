"""What the table of product assessments reads from what is told, never lighter than it was told."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

ASSESSMENTS = shipped_pack().all(DecisionTable)["table.product-assessments"]
DAY = date(2026, 11, 22)
ASKED = "要做哪些评估"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("产品里有人脸和手机号", {"personal": "sensitive"}),
        ("含儿童信息和病历，要出境", {"personal": "minors", "outbound": "yes"}),
        ("kids' location tracks sold abroad", {"personal": "minors", "outbound": "yes"}),
        ("只有姓名和手机号", {"personal": "sensitive|ordinary"}),
        ("没有个人信息保护影响评估报告", {"personal": "ordinary"}),
        ("不含敏感个人信息", {"personal": "ordinary"}),
        ("用到公共数据，也有重要数据", {"public": "yes", "important": "yes"}),
        ("没用到公共数据，重要数据没有", {"public": "no", "important": "no"}),
        ("不卖给国外，但有境外客户", {"outbound": "yes"}),
        ("不卖给国外", {"outbound": "no"}),
        ("No personal data, not sold abroad", {"personal": "none", "outbound": "no"}),
        ("有没有重要数据我不知道", {}),
    ],
)
def test_what_is_told_of_a_product_is_read(text: str, told: dict[str, str]) -> None:
    assert stated(ASSESSMENTS, text) == told


@pytest.mark.parametrize(
    ("answers", "row"),
    [
        (("姓名、手机号", "没有", "没有", "没有"), "ordinary"),
        (("病历", "没有重要数据", "没有用到公共数据", "不给国外"), "sensitive"),
        (("人脸", "不含", "不含", "买家都在国内"), "sensitive"),
        (("没有", "没有", "没有", "没有"), "none"),
        (("第一个", "里面有重要数据"), "minors-important"),
        (("人脸", "都在国内，香港同事能看"), "sensitive-outbound"),
    ],
)
def test_answers_lead_to_the_row(answers: tuple[str, ...], row: str) -> None:
    found = rule_on(ASSESSMENTS, [ASKED, *answers], DAY).row
    assert found is not None
    assert found.id == row


@pytest.mark.parametrize(
    "answers",
    [("已经脱敏了",), ("姓名、护照",), ("有",)],
)
def test_what_settles_nothing_is_asked_again(answers: tuple[str, ...]) -> None:
    ruling = rule_on(ASSESSMENTS, [ASKED, *answers], DAY)
    assert ruling.row is None
    assert ruling.again
