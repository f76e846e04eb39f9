"""All that was told, each answer in its first sentence."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.summing_up import sum_wish
from dialog.reply.turn import Models, Replier

DAY = date(2026, 11, 22)
STEPS = Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",))
FEES = Exchange("要收费不", "unknown", ("gap.fees",))
RESALE = Exchange("买来的数据可以转卖吗", "answered", ("entry.resale",))
RULING = Exchange(
    "5万人的普通个人信息要发到日本",
    "answered",
    ("table.cross-border-route", "national-ordinary-exempt"),
)


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn."""
    return await listen(Replier(lambda: prepared.library.snapshot, Models()), text, before, DAY)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("把之前聊的都归纳一下", True),
        ("请帮我把刚才说的几点总结一下", True),
        ("到现在为止说的，汇总一下", True),
        ("用三句话总结所有内容", True),
        ("sum up everything", True),
        ("总结一下", False),
        ("三句话告诉我", False),
    ],
)
def test_all_or_the_last_is_meant(text: str, whole: bool) -> None:
    """Words for what lies before, or for all of it; without them the last answer is meant."""
    wish = sum_wish(text)
    assert (wish is not None and wish.whole) is whole


@pytest.mark.parametrize(
    "text", ["所有材料都要盖章吗", "前面说的那个费用是多少", "之前的合同还算数吗"]
)
def test_a_question_is_no_summary(text: str) -> None:
    """The same words inside a question ask for something."""
    assert sum_wish(text) is None


async def test_each_answer_and_gap_is_told_once(prepared: Prepared) -> None:
    """Under the question that it was given to, in the order of the talk, with what it rests on; of
    steps the names."""
    heard = await hear(prepared, "把之前聊的都归纳一下", STEPS, FEES, RESALE)
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("procedure.list-product", "gap.fees", "entry.resale")
    places = [heard.text.index(e.question) for e in (STEPS, FEES, RESALE)]
    assert places == sorted(places)
    assert "我不能报数" in heard.text
    assert "挂牌上架" in heard.text
    assert heard.sources
    alone = await hear(prepared, RESALE.question)
    assert len(heard.text) < 2 * len(alone.text) + 200


async def test_a_ruling_is_not_left_out_nor_cut(prepared: Prepared) -> None:
    """It hangs on all that was said of its case: the last answer is told again instead."""
    heard = await hear(prepared, "把之前聊的都归纳一下", RULING, RESALE)
    assert heard.done.entries == ("entry.resale",)
    one = await hear(prepared, "把之前聊的都归纳一下", RESALE)
    assert one.done.entries == ("entry.resale",)
