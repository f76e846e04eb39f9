"""The exchange is no trader, and a buyer who takes data gives none of their own away."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.exchange_trades import takes_for_trader
from dialog.reply.own_goods import sells_records
from knowledge.text import normalise
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("数据商卖数据给交易所，交易所再付钱给数据商是吗", "entry.exchange-buys"),
        ("交易所自己买卖数据吗", "entry.exchange-buys"),
        ("买家拿到数据后能转卖吗", "entry.resale"),
        ("客户消费记录可以卖吗", "entry.service-records"),
    ],
)
async def test_who_trades_decides(prepared: Prepared, text: str, entry: str) -> None:
    """Each was answered with what holds of a seller's own customers or trade."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[0] == entry


@pytest.mark.parametrize(
    "text",
    [
        "交易所会向数商采购数据吗",
        "数据是不是卖给数交所",
        "你们会收购我们的数据吗",
        "交易所就是买方吧",
        "交易所从数商那里买数据再卖出去对吗",
        "Do vendors sell their data to the exchange?",
        "So the exchange pays the vendors, right?",
    ],
)
def test_the_exchange_taken_for_a_trader(text: str) -> None:
    """In whatever words."""
    assert takes_for_trader(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "不通过交易所自己卖数据行吗",
        "在交易所买数据要多少钱",
        "买家付钱给交易所，交易所再付钱给我们吗",
        "交易所收费吗",
        "能在你们平台上自己卖数据吗",
        "数据卖给交易所的会员可以吗",
        "Can we sell data on the exchange?",
        "How do I sell data through the exchange?",
    ],
)
def test_the_exchange_as_the_place(text: str) -> None:
    """Where others trade, or through which the money goes."""
    assert not takes_for_trader(normalise(text))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("客户下载了数据以后可以卖给别人吗", False),
        ("会员会不会把数据偷偷卖了，合法吗", False),
        ("用户买了什么的记录可以卖吗", True),
        ("用户下载记录能卖吗", True),
        ("会员资料能不能卖", True),
    ],
)
def test_records_of_those_who_take_nothing(text: str, *, given: bool) -> None:
    """Who takes data is no one whose records are sold."""
    assert sells_records(text) is given
