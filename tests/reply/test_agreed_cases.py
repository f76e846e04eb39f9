"""A yes to a table that was asked back for keeps what the question told, and its day."""

from __future__ import annotations

import pytest

from dialog.reply.question import Exchange, Question
from dialog.reply.told_cases import continued
from knowledge.snapshot import Snapshot
from tests.knowledge.law_parts import TODAY
from tests.knowledge.small_parts import shipped_pack

SNAPSHOT = Snapshot(shipped_pack(), TODAY, version=1, judges=None, cache=None)


def ruled(asked: str, *answers: str, table: str) -> str:
    """The row that holds after a question, a yes to the table, and answers to it."""
    exchanges = (Exchange(asked, "unknown"), Exchange("对的", "clarify", (table,)))
    exchanges += tuple(Exchange(a, "clarify", (table,)) for a in answers[:-1])
    question = Question(answers[-1], "zh", exchanges, TODAY)
    ruling = continued(SNAPSHOT, answers[-1], question, corrects=False)
    return ruling.row.id if ruling is not None and ruling.row is not None else ""


@pytest.mark.parametrize(
    ("asked", "answers", "table", "row"),
    [
        ("2024年7月，AI内容要怎么标", ("生成的图片",), "table.ai-labelling", "synthesis-2023"),
        ("AI内容要怎么标", ("生成的图片",), "table.ai-labelling", "image"),
        ("2025年8月的记录留几年", ("交易记录",), "table.retention", "trade-record-before-2026-07"),
        ("2025年8月这种数据能卖吗", ("一般个人信息", "没有授权"), "table.forbidden-data",
         "personal-none-before-2026-07"),
        ("In July 2024, how was AI content marked?", ("合成语音",), "table.ai-labelling",
         "synthesis-2023"),
    ],
)  # fmt: skip
def test_the_day_of_the_question_stays(
    asked: str, answers: tuple[str, ...], table: str, row: str
) -> None:
    """The reply itself asks for a yes; what it led to was of today."""
    assert ruled(asked, *answers, table=table) == row


def test_a_choice_of_a_later_question_goes_back_to_no_earlier_one() -> None:
    """没有授权 is a choice of the second question of the table, not of the first."""
    asked = "2025年8月，没有授权的公共数据能卖吗"
    assert ruled(asked, "公共数据", "没有授权", table="table.forbidden-data") == (
        "unauthorised-before-2026-07"
    )
