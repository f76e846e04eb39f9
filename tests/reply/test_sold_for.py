"""What data told of before would bring, and who wants them, in spoken words."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.sold_for import as_sold
from tests.reply.test_same_case import talk

SOLD = (Exchange("会员数据能变现不", "answered"),)
PRICE, BUYERS = "我们的数据值多少钱？", "挂了牌有人买吗？"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("这种能卖几个钱啊 有人要么", PRICE + BUYERS),
        ("这个能值多少钱，有公司会买吗", PRICE + BUYERS),
        ("那大概能卖多少", PRICE),
        ("谁会买啊", BUYERS),
        ("有人收吗", BUYERS),
        ("里面有没有人的电话", ""),
        ("有人投诉吗", ""),
        ("挂牌要多少钱", ""),
        ("有人要同意书么", ""),
    ],
)
def test_price_and_buyers_are_heard(text: str, meant: str) -> None:
    """And nothing that asks for anything else."""
    assert as_sold(text, SOLD) == meant


def test_a_buyer_asks_something_else() -> None:
    """And so does who spoke of no sale."""
    assert as_sold("这个卖多少钱", (Exchange("我想买充电桩数据", "answered"),)) == ""
    assert as_sold("有人要么", (Exchange("怎么入驻", "answered"),)) == ""


async def test_what_is_known_of_both_is_told(prepared: Prepared) -> None:
    """Before, 有人 was looked for in the sentences told."""
    heard = await talk(prepared, "我开奶茶店", "会员数据能卖吗", "这种能卖几个钱啊 有人要么")
    assert heard.done.entries == ("gap.valuation", "gap.sales-outlook")
