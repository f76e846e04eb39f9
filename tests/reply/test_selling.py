"""Who wants to sell data of their own gets no buyer's answer."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.own_goods import prices_contacts, sells, sells_alone
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    "text",
    [
        "能在你们平台卖潮汐数据吗",
        "我们想把温室的湿度数据挂上去卖",
        "我司打算出售航班统计",
        "Could we list tide records on your platform?",
        "I'd like to sell parking statistics here",
        "We are a French grain trader and want to sell harvest data, is it possible?",
        "Is it ok for us to offer noise data through you?",
        "Our company wants to list a dataset of school menus",
    ],
)
def test_who_wants_to_sell(text: str) -> None:
    """It is said in a wish or asked whether one may, with who asks before it."""
    assert sells_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "有潮汐数据卖吗",
        "你们卖潮汐数据吗",
        "能卖给我一份航班统计吗",
        "想买潮汐数据",
        "Do you sell tide data?",
        "Can you sell us parking statistics?",
        "Can we get a list of data vendors?",
    ],
)
def test_who_wants_to_buy(text: str) -> None:
    """What the desk or somebody else sells is a buyer's question."""
    assert not sells(text)


@pytest.mark.parametrize(
    "text",
    [
        "囤着要卖的潮汐数据记哪个科目",
        "把潮汐数据卖到国外，要报批吗",
        "我想卖住户的报修记录和数据",
        "Can we sell guest records?",
        "May we sell location data?",
        "We want to sell tide data, which tax rate applies?",
        "Can we sell tide data without a report?",
        "能不做评估就卖潮汐数据吗",
        "我能把没有授权的潮汐数据挂上去卖吗",
    ],
)
def test_who_asks_for_more_asks_for_that(text: str) -> None:
    """An account, a permit, a tax is searched, and so is what tells of people: that has rules of
    its own."""
    assert not sells_alone(text)


@pytest.mark.parametrize("text", ["可以在你们这卖天气数据吗", "Can we sell weather data here?"])
async def test_a_seller_is_told_what_holds_of_selling(prepared: Prepared, text: str) -> None:
    """Not what the platform has of such data, which a buyer is told."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, text, (), DAY)
    assert heard.done.outcome == "answered"
    assert heard.done.entries in (("entry.can-i-sell-data",), ("entry.machine-data",))
    buyer = await listen(replier, "有天气数据卖吗", (), DAY)
    assert buyer.done.entries != heard.done.entries


async def test_of_an_unknown_thing_is_told_what_to_look_at(prepared: Prepared) -> None:
    """Whether people are in it, and whose it is: that decides, whatever the thing is."""
    text = "Could our firm list tide records on your platform?"
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, text, (), DAY)
    assert heard.done.entries == ("entry.our-trade",)


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("开驾校的，学员电话一条能换几毛", True),
        ("八千个租客的微信号打包什么价", True),
        ("你们收不收车主手机号，多少钱一条", True),
        ("What are 9,000 tenants' email addresses worth?", True),
        ("客服电话多少钱一分钟", False),
        ("手机号核验接口多少钱一次", False),
        ("泄露客户电话罚多少钱一条", False),
        ("天气接口多少钱一条", False),
        ("企业名单多少钱一份", False),
        ("How much is your phone hotline?", False),
    ],
)
def test_who_prices_contacts_of_people(text: str, prices: bool) -> None:
    """Numbers of people for sale, not a service, a product or a fine."""
    assert prices_contacts(text) is prices


@pytest.mark.parametrize(
    "text",
    [
        "手里三万条学员手机号，多少钱一条收",
        "How much would you pay for the phone numbers of our tenants?",
    ],
)
async def test_whether_contacts_may_be_sold_comes_before_their_price(
    prepared: Prepared, text: str
) -> None:
    """Not without consent: once the fees of the exchange were told."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "answered"
    assert "consent" in heard.text or "同意" in heard.text
    assert "gap.fees" not in heard.done.entries
