"""The row of a table for an earlier day, where what was found is of today."""

from __future__ import annotations

import pytest

from knowledge.answers.dated_tables import implied, of_that_day
from knowledge.answers.table_replies import answered
from knowledge.types import Claim, DecisionTable, Rule
from tests.knowledge.law_parts import TODAY
from tests.knowledge.small_parts import shipped_pack

PACK = shipped_pack()
TABLES = tuple(PACK.all(DecisionTable).values())


def row_of(text: str, best: str) -> str:
    """The row for the day of a text, where a document was found for it."""
    document = PACK.all(Rule).get(best) or PACK.all(DecisionTable)[best]
    ruling = of_that_day(TABLES, text, TODAY, best=document, claims=PACK.all(Claim))
    return "" if ruling is None or ruling.row is None else ruling.row.id


@pytest.mark.parametrize(
    ("text", "best", "row"),
    [
        ("2021年6月影响评估报告留几年", "rule.pipl-56-2", "impact-report-before-2021-11"),
        ("In June 2021, how long was an impact assessment kept?", "rule.pipl-56-2",
         "impact-report-before-2021-11"),
        ("影响评估报告留几年", "rule.pipl-56-2", ""),
        ("2021年6月影响评估报告留几年", "rule.pipl-29", ""),
        ("2021年6月处理敏感个人信息要单独同意吗", "rule.pipl-29", ""),
        ("2025年3月交易信息留几年", "table.retention", "trade-record-before-2026-07"),
        ("2024年6月合成语音要加标识吗", "table.ai-labelling", "synthesis-2023"),
        ("2026年9月合成语音要加标识吗", "table.ai-labelling", "speech"),
    ],
)  # fmt: skip
def test_a_tables_row_of_that_day_is_told(text: str, best: str, row: str) -> None:
    """Of the table that was found, or of one that says what the rule says; else nothing."""
    assert row_of(text, best) == row


def test_what_a_question_names_is_not_asked_back() -> None:
    """A label in the question of a table stands for the choice of it."""
    table = PACK.all(DecisionTable)["table.forbidden-data"]
    assert implied(table, "2024年6月，一般个人信息没有授权能卖吗", TODAY) == ("一般个人信息",)
    assert implied(table, "2024年6月能卖吗", TODAY) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("交易记录", "trade_record"),
        ("电商平台的交易记录", "ecommerce"),
        ("中介审核和交易记录", "intermediary"),
        ("人脸信息的影响评估", "face_report"),
        ("影响评估", "impact_report"),
    ],
)
def test_the_record_that_is_named_is_the_one_that_is_meant(text: str, value: str) -> None:
    """Also where its name is a part of another's label."""
    asked = PACK.all(DecisionTable)["table.retention"].inputs[0]
    assert answered(asked, text) == {"record": value}
