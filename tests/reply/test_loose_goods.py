"""What a seller or a buyer has in mind, told in loose speech."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.booked_abroad import tells_booking
from dialog.reply.buyers_ask import as_buyer_asks
from dialog.reply.further_data import further_goods
from dialog.reply.loose_goods import as_goods_named, as_resold, as_valued, as_would_do
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

TO_SELL = (Exchange("I want to sell data here", "answered", ("procedure.on-exchange-trade",)),)
TO_BUY = (Exchange("I'd like to buy data", "answered", ("entry.buyer-first-step",)),)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            (
                "We've got fifteen years of records from the kiln. Nothing about people. "
                "Would that be okay?"
            ),
            "entry.machine-data",
        ),
        (
            (
                "My uncle ran a dairy and left us thirty years of milk yields, no names in it. "
                "Is that something we could sell?"
            ),
            "entry.production-records",
        ),
        (
            "I have ten years of my customers' bookings. Would that be all right?",
            "entry.service-records",
        ),
        ("我爸留下来一本养蜂的日记，三十年了，能卖吗", "entry.our-trade"),
        ("厂里的模具尺寸存了一柜子，拿来挂你们那行不行", "entry.machine-data"),
    ],
)
async def test_a_loose_case_is_heard(prepared: Prepared, text: str, entry: str) -> None:
    """By what is held."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (entry,)


@pytest.mark.parametrize(
    "text",
    [
        "We send our readings abroad every night. Is that okay?",
        "We have bought a dataset from a broker. Is that okay?",
        "We keep our records for two years. How long must we keep them?",
        "Would that be okay?",
        "We have no records. Is that a problem for joining?",
    ],
)
def test_other_deeds_are_no_sale(text: str) -> None:
    """Nor is a question of its own."""
    assert as_would_do(text) == ""


@pytest.mark.parametrize(
    ("before", "text", "entry"),
    [
        ("I'd like to sell data", "kiln temperatures, mostly", "entry.machine-data"),
        ("I want to sell data here", "guest bookings from our hotels", "entry.service-records"),
        ("我想卖数据", "就是一些烧窑的温度和窑号", "entry.machine-data"),
        ("我想卖数据", "孩子们的体检表之类的", "entry.children-data-product"),
        ("I'd like to buy data", "footfall, mostly", "product.mall-footfall"),
        ("我想买数据", "商圈客流的", "product.mall-footfall"),
    ],
)
async def test_goods_named_behind_a_wish(
    prepared: Prepared, before: str, text: str, entry: str
) -> None:
    """Are what the wish is for."""
    heard = await talk(prepared, before, text)
    assert heard.done.entries[0] == entry


@pytest.mark.parametrize("text", ["how much does it cost", "thanks", "I'm a private person", "ok"])
def test_what_names_no_goods(text: str) -> None:
    """Is read as ever."""
    assert as_goods_named(text, TO_SELL) == ""
    assert as_goods_named("kiln temperatures, mostly", ()) == ""


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("数据值钱吗", True),
        ("我这十几年的病虫害记录值钱不", True),
        ("手里这些资料能卖几个钱", True),
        ("这个产品卖多少钱", False),
        ("有哪些交通数据值得买", False),
        ("挂牌要多少钱", False),
    ],
)
def test_what_data_are_worth(text: str, *, heard: bool) -> None:
    """And no price of a product."""
    assert bool(as_valued(text)) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("can we resell data we bought", True),
        ("Are we allowed to sell on what we bought from you?", True),
        ("if I buy a dataset can I sell it again", True),
        ("Could I pass on the dataset I purchased to another buyer?", True),
        ("can I buy data and train a model", False),
        ("May our subsidiary use bought data?", False),
        ("where can I buy data", False),
    ],
)
def test_what_was_bought_is_sold_on(text: str, *, heard: bool) -> None:
    """And no other use of it."""
    assert bool(as_resold(text)) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("he's booked a hotel in Osaka himself, we pass his details on to the hotel", True),
        ("他自己买了国际票，我们把资料给外航", True),
        ("客人在我们这订了大阪的酒店，我们把名字电话发过去，要报吗", True),
        ("客人订了国内的酒店，我们把资料发给酒店", False),
        ("客户买了机票，我们把客户的资料传给国外总部做分析", False),
        ("客人订了大阪的酒店，要多久", False),
    ],
)
def test_a_booking_abroad(text: str, *, heard: bool) -> None:
    """Told as a situation; another use of the data is none."""
    assert tells_booking(text) == heard


async def test_a_booking_is_the_contract(prepared: Prepared) -> None:
    """For which the procedures are waived."""
    heard = await listen(prepared.turn, "他自己买了国际票，我们把资料给外航", (), DAY)
    assert heard.done.entries == ("entry.contract-exemption",)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("how do I know it's any good?", True),
        ("And can we take it home to Ireland after?", True),
        ("And could we resell it to our co-ops back home?", True),
        ("We've no company in China at all. Is that a problem?", True),
        ("can we take a seat", False),
        ("how do I know my number", False),
    ],
)
def test_what_a_buyer_asks(text: str, *, heard: bool) -> None:
    """Only behind a wish to buy."""
    assert bool(as_buyer_asks(text, TO_BUY)) == heard
    assert as_buyer_asks(text, TO_SELL) == ""


def test_further_goods_of_a_sale() -> None:
    """In English, and with nothing but their name."""
    sale = (Exchange("Can we sell kiln temperatures?", "answered", ("entry.machine-data",)),)
    assert further_goods("and the glaze recipes too?", sale)[0] == "glaze recipes"
    assert further_goods("and the fees?", sale) == ("", "")
    assert further_goods("and the glaze recipes too?", ()) == ("", "")


async def test_the_same_is_told_shortly(prepared: Prepared) -> None:
    """Not word for word again."""
    heard = await talk(prepared, "我想卖客人的订单，能卖吗", "还有会员的电话，能一起卖不")
    assert heard.text.startswith("“会员的电话”跟前面说的是一类")
    assert "定位、健康、账户" not in heard.text


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("do you have fishmeal price data", "fishmeal price"),
        ("have you got any data about elevators", "elevators"),
        ("got any data on tea prices?", "tea prices"),
        ("anything on container freight rates?", "container freight rates"),
        ("any figures on salmon exports", "salmon exports"),
        ("do you have data on fees", ""),
        ("do you hold data on me", ""),
        ("do you have a template for the contract", ""),
        ("do you have rules about face data", ""),
    ],
)
def test_goods_are_asked_for_in_english(text: str, goods: str) -> None:
    """And nothing else that the desk may have."""
    assert as_buyer_asks(text, ()) == (f"Do you have {goods} data?" if goods else "")


@pytest.mark.parametrize(
    ("first", "text", "entry"),
    [
        ("I buy", "do we have to open a company in China first", "entry.foreign-buyer"),
        ("我是买方", "那要不要先成立公司", "entry.person-buys"),
        ("我是买方", "要不要是会员", "entry.buyer-registration"),
        ("我想买天气数据", "个人行吗", "entry.person-buys"),
    ],
)
async def test_a_buyer_hears_a_buyers_conditions(
    prepared: Prepared, first: str, text: str, entry: str
) -> None:
    heard = await listen(prepared.turn, text, (Exchange(first, "clarify"),), DAY)
    assert heard.done.entries == (entry,)


def test_a_seller_is_no_buyer() -> None:
    before = (Exchange("我们想卖数据", "answered"),)
    assert as_buyer_asks("要不要先成立公司", before) == ""
