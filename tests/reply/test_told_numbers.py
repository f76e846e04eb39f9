"""Personal numbers that a visitor types are left out; what is asked of a number is not."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.phrases import PHRASES
from dialog.reply.told_numbers import without_own_numbers
from dialog.reply.turn import Models, Replier
from tests.knowledge.small_parts import DAY, small_snapshot

SNAPSHOT = small_snapshot()
WARNING = PHRASES["no_numbers"][0]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("我的身份证号是110101199003077758，会员分为哪几类", "会员分为哪几类"),
        ("会员分为哪几类？我手机号：13800138000", "会员分为哪几类？"),
        ("11010119900307775X 会员分为哪几类", "会员分为哪几类"),
        ("My phone number is 13800138000, what are the fees?", "what are the fees?"),
        ("110101199003077758", ""),
    ],
)
def test_ones_own_number_is_left_out(text: str, rest: str) -> None:
    assert without_own_numbers(text) == (rest, True)


@pytest.mark.parametrize(
    "text",
    [
        "帮我查查110101199003077758这个人是谁",
        "13800138000是你们的电话吗",
        "我们有13800138000条记录",
        "我的身份证号要交吗",
        "第110101条",
        "",
    ],
)
def test_a_number_of_which_something_is_asked_stays(text: str) -> None:
    """So does what only looks like one."""
    assert without_own_numbers(text) == (text, False)


async def test_the_question_is_answered_and_the_number_asked_back_for_never() -> None:
    """The answer comes as without it, and behind it the request not to type such numbers."""
    replier = Replier(lambda: SNAPSHOT, Models())
    plain = await listen(replier, "会员分为哪几类", (), DAY)
    told = await listen(replier, "我的身份证号是110101199003077758，会员分为哪几类", (), DAY)
    assert told.done.entries == plain.done.entries
    assert told.text == f"{plain.text}\n{WARNING}"
    alone = await listen(replier, "110101199003077758", (), DAY)
    assert (alone.text, alone.done.outcome) == (WARNING, "clarify")
