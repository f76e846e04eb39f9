"""What a shop on the net keeps: the years of the E-Commerce Law bind the platform alone."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.shop_records import shops_records
from knowledge.text import normalise
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

PLATFORM = "entry.ecommerce-records"


@pytest.mark.parametrize(
    "text",
    [
        "我们网店的订单要留多久",
        "淘宝店的交易记录要保存几年",
        "直播带货的成交记录要留多久",
        "我在抖音开了家小店，成交记录能不能一年就删",
        "我们自建网站卖茶叶，订单留几年合适",
        "How long must our Amazon shop keep its order records?",
    ],
)
async def test_a_shop_is_no_platform(text: str, prepared: Prepared) -> None:
    """A shop was told the three years of the platform as its own, or nothing."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("entry.shop-records",)
    assert "平台经营者" in heard.text or "platform operator" in heard.text


@pytest.mark.parametrize(
    "text",
    ["我们是电商平台，交易信息要保存多久", "直播带货平台要把交易信息存多久"],
)
async def test_a_platform_has_three_years(text: str, prepared: Prepared) -> None:
    """It is told that they are its own."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (PLATFORM,)
    assert "至少3年" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "数据交易记录要保存多久",
        "网店后台的订单可以卖么",
        "网店的订单数据挂牌要多久",
        "网店关门要提前公示多久",
        "淘宝店的订单要传到境外，存几年",
        "we run an online marketplace, how long do we keep transactions",
    ],
)
def test_other_questions_are_none(text: str) -> None:
    """Selling the orders, sending them abroad, closing down, and platforms."""
    assert not shops_records(normalise(text))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("我们办电商平台，2023年12月1日完成的一单，今天能把交易信息删了吗？", PLATFORM),
        ("我们办了个修锁师傅接单的平台，三月成交的订单可以销毁吗", PLATFORM),
        ("我们运营一个二手车撮合平台，交易信息要存到什么时候", PLATFORM),
        ("驾校2024年5月在数据交易所做成一笔，交易记录现在能删吗？", "entry.record-keeping"),
        ("We run a marketplace. May we delete last year's transactions now?", PLATFORM),
        (
            ("A sale on our marketplace was completed on 20 June 2024. Until when must we keep its"
            " record?"),
            PLATFORM,
        ),
        ("交易平台的用户要求删除个人信息，能不删吗？", "entry.deletion"),
    ],
)  # fmt: skip
async def test_to_delete_is_not_to_sell(text: str, entry: str, prepared: Prepared) -> None:
    """能…吗 beside 交易 was read as a wish to sell."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (entry,)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("数据交易完成了，交易记录要留几年，我们是撮合平台，2026年8月成交的", "record-keeping"),
        ("我们是数据撮合平台，成交记录要保存多久？", "record-keeping"),
        (
            "We run a data trading platform. How long must we keep transaction records?",
            "record-keeping",
        ),
        ("我们是撮合平台，买卖二手家具的，交易记录要留几年？", "ecommerce-records"),
    ],
)
async def test_trades_in_data_have_their_own_years(
    prepared: Prepared, text: str, entry: str
) -> None:
    """A platform of data was told the law of e-commerce."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (f"entry.{entry}",)
