"""Who takes back the side on which they stood is answered from the other."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.turned_side import of_other_side, side_told, turned
from tests.reply.test_compose import DAY


async def talk(prepared: Prepared, *turns: str) -> Heard:
    """The reply to the last of some turns."""
    exchanges: tuple[Exchange, ...] = ()
    for text in turns[:-1]:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    return await listen(prepared.turn, turns[-1], exchanges, DAY)


@pytest.mark.parametrize(
    ("before", "text", "question"),
    [
        ("我们想卖电力数据", "我们不是要卖，是要采购", "我想买电力数据"),
        ("航运数据能买吗", "弄错了，我们是想卖航运数据", "我们能卖航运数据吗"),
        ("可以出售遥感影像吗", "我是买，不是卖", "我想买遥感影像"),
        ("上架要交什么材料", "我不卖，我要买", "买数据要交什么材料"),
        (
            "Can we sell satellite imagery?",
            "I don't want to sell, I want to buy",
            "I want to buy satellite imagery",
        ),
    ],
)
def test_the_thing_is_asked_from_the_other_side(before: str, text: str, question: str) -> None:
    """It stays the same thing."""
    read = turned(text, (Exchange(before, "unknown"),))
    assert read is not None
    assert read.question == question


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("买数据要签合同吗", "不买，只是试用"),
        ("我想卖电力数据", "不是，我问的是价格"),
        ("外卖数据能买吗", "我不点外卖，我想买数据"),
        ("我想买航运数据", "对，我要买航运数据"),
    ],
)
def test_what_does_not_turn_the_side(before: str, text: str) -> None:
    """It is read as ever."""
    assert turned(text, (Exchange(before, "unknown"),)) is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("我们公司想采购气象数据", "buys"),
        ("哪里能买到专利数据", "buys"),
        ("我们想卖专利数据", "sells"),
        ("外卖骑手的数据能买吗", "buys"),
        ("买家要交什么材料", ""),
        ("买卖数据违法吗", ""),
        ("我们买来的数据能转卖吗", ""),
    ],
)
def test_the_side_that_is_told(text: str, side: str) -> None:
    """Only where the writer tells it of themselves."""
    assert side_told(text) == side


def test_titles_of_the_other_side() -> None:
    """By what they ask."""
    assert of_other_side("店里的流水能卖钱吗", "faq", "buys")
    assert not of_other_side("买来的数据可以转卖吗", "faq", "buys")
    assert of_other_side("我想买数据，该怎么开始", "faq", "sells")


async def test_a_buyer_is_shown_what_there_is(prepared: Prepared) -> None:
    """Or told that nothing of the kind is there; no seller's question is offered."""
    shown = await talk(prepared, "我们能卖港口数据吗", "不是卖，我们是想买港口数据")
    assert "product.port-throughput" in shown.done.entries
    none = await talk(prepared, "美发店的订单数据能卖吗", "我不卖，我是想买，要各区门店数那种")
    assert "没有找到" in none.text
    assert not any("能卖" in p for p in none.pointers)


async def test_a_seller_is_shown_no_catalogue(prepared: Prepared) -> None:
    """Though it was shown before."""
    heard = await talk(prepared, "港口数据能买到吗", "我说反了，我们是要卖港口数据")
    assert "product.port-throughput" not in heard.done.entries


async def test_no_side_is_no_distress(prepared: Prepared) -> None:
    """Who only says what they do not want is in no need."""
    heard = await talk(prepared, "我有一批气象数据能卖吗", "我不卖，我是要买")
    assert heard.done.outcome != "handoff"
