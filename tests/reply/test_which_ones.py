"""Which the things are that a reply named by their number."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.which_ones import which_ones

ROUTE = Exchange("5万客户的手机号传到新加坡", "answered", ("table.cross-border-route", "x"))
PAPERS = Exchange("挂牌要交什么材料", "answered", ("list.listing-documents",))
SELLING = Exchange("怎么才能把数据卖出去", "answered", ("entry.our-trade",))
BUYER = Exchange("can a foreign company buy?", "answered", ("entry.foreign-buyer",))


@pytest.mark.parametrize(
    ("text", "exchange", "entry"),
    [
        ("你说的那三种是哪三种", ROUTE, "entry.cross-routes"),
        ("哪三项啊", ROUTE, "entry.cross-routes"),
        ("what are these three procedures?", ROUTE, "entry.cross-routes"),
        (
            "and this three procedures you say, what are they? I need only statistics",
            BUYER,
            "entry.cross-routes",
        ),
        ("你说的那六样是什么", PAPERS, "list.listing-documents"),
        ("三样是哪三样来着", SELLING, "entry.our-trade"),
    ],
)
def test_the_things_that_a_reply_counted(
    prepared: Prepared, text: str, exchange: Exchange, entry: str
) -> None:
    """Those of the reply that named the number."""
    found = which_ones(text, (exchange,), prepared.library.snapshot)
    assert found is not None
    assert found.best is not None
    assert found.best.id == entry


@pytest.mark.parametrize(
    "text",
    [
        "大模型语料生态里有哪三类角色",
        "我们有三种数据",
        "这三种要多少钱",
        "那三条路各要多久",
        "the three of us want to join",
        "这个是什么",
    ],
)
def test_what_asks_for_something_else(prepared: Prepared, text: str) -> None:
    """A matter of its own, or another side."""
    assert which_ones(text, (ROUTE,), prepared.library.snapshot) is None


def test_a_number_that_nobody_said_leads_nowhere(prepared: Prepared) -> None:
    """What comes in threes elsewhere is not meant."""
    found = which_ones("你说的那三种是哪三种", (PAPERS,), prepared.library.snapshot)
    assert found is not None
    assert found.best is None
