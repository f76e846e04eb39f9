"""A ruling on a span is as of its end, or of today, and not of the day on which it begins."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("今年1月到现在", TODAY),
        ("去年", date(2025, 12, 31)),
        ("上个月", date(2026, 10, 31)),
        ("2025年3月5日", date(2025, 3, 5)),
        ("今年", TODAY),
    ],
)
def test_the_day_of_a_span(when: str, day: date) -> None:
    ruling = rule_on(ROUTE, [f"{when}传了5万人的邮箱到美国，非关基，要手续吗？"], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == "national-ordinary-exempt"
    assert ruling.day == day
