"""A fee asked for behind a question on fines is the exchange's own."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.fees_apart import fee_apart
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("违规出境会罚多少钱", "那收费呢"),
        ("不做评估会怎么处罚", "收费多少呢"),
        ("卖个人信息要坐牢吗", "对了，挂牌费用呢"),
        ("What is the fine for an illegal export?", "And the fees?"),
    ],
)
async def test_no_fine_is_carried_into_a_fee(prepared: Prepared, before: str, text: str) -> None:
    """It says what is known of what the exchange charges."""
    assert (await talk(prepared, before, text)).done.entries == ("gap.fees",)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("违规出境会罚多少钱", "那要交多少钱"),
        ("违规出境会罚多少钱", "那罚款怎么交"),
        ("违规出境会罚多少钱", "那材料呢"),
        ("安全评估要多久", "那收费呢"),
        ("What is the fine for an illegal export?", "And the deadline?"),
    ],
)
def test_what_is_no_fee_apart(before: str, text: str) -> None:
    """What is to be paid for a fine is the fine, and behind other matters it is theirs."""
    assert fee_apart(text, (Exchange(before, "answered"),)) == ""
