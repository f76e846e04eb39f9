"""A case that a seller of any trade tells first, before the wish to sell what is held."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.several import parts_of
from dialog.reply.told_trade import sells_such, told_trade
from dialog.reply.turn import Models, Replier
from dialog.reply.turned_side import side_told
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("我是吹玻璃的，炉温和废品率记了八年，有工厂想买，可以吗", "炉温和废品率记了八年"),
        ("风筝铺，客人买过什么款、放几次都有，玩具公司想要，行不行", "客人买过什么款"),
        ("我们开滑雪板维修站，哪个型号修几次都记着，打算变现，第一步怎么弄", "哪个型号修几次"),
        ("做陶土的，烧窑的温度曲线存了一万条，能不能挂牌", "温度曲线"),
        (
            "We restore pianos and keep notes on every string. A maker wants to buy them. May we?",
            "notes",
        ),
        ("I run a ski school, and we hold lesson records. Can we sell them?", "lesson records"),
    ],
)
def test_what_is_held_is_read(text: str, held: str) -> None:
    """Who speaks and who wants it are left out; that it may be sold is what is asked."""
    trade = told_trade(text)
    assert trade is not None
    assert trade.whole
    assert held in trade.question


@pytest.mark.parametrize(
    "text",
    [
        "我是开滑雪场的，想买附近的天气记录，有吗",
        "我们公司存的客户资料被人偷了，有人要买，怎么办",
        "我们有十年的诊疗记录，没有同意书，有药厂想买，可以吗",
        "我们攒了炉温记录，老板想买一套系统，可以吗",
        "我们公司有炉温数据，想卖到国外，可以吗",
        "数据交过来以后，由谁来点验收货",
        "协议里没讲数据归属，可以拿出来交易吗",
        "我们公司是吹玻璃的，想入驻，要交哪些材料",
        "有一批人的行踪记录，有人想买，可以吗",
        "炉温数据能卖吗",
        "手里有前妻的照片，有人出钱要，能卖吗",
        "I keep my neighbours' door codes. Someone wants to buy them. Can I sell them?",
        "We keep kiln records and want to buy more of them. Is there any?",
        "My boss sells our trip records. A firm wants to buy them. Is that allowed?",
    ],
)
def test_what_is_no_such_case(text: str) -> None:
    """Buyers, wrongs, and what has rules of its own are searched as ever."""
    assert told_trade(text) is None


def test_what_is_asked_besides_is_no_part_of_the_case() -> None:
    """Another side is a question of its own; a case told with 几 and 哪些 asks nothing."""
    text = "我们租雪橇的，租几天、去哪些坡都有记录，想出售，多久能卖出去"
    trade = told_trade(text)
    assert trade is not None
    assert not trade.whole
    assert len(parts_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "我们卖风筝的，订单都存着，有网站想买，可以吗",
        "我们开养老院的 老人睡多久都记着 有家做保险的公司想买这个 可以给吗",
    ],
)
def test_others_who_want_to_buy_make_no_buyer(text: str) -> None:
    """The speaker stands on the side of who sells."""
    assert side_told(text) == "sells"
    assert side_told("有家网站想买我们的记录") != "buys"
    assert side_told("我们想买订单记录") == "buys"


def test_only_what_is_of_selling_fits() -> None:
    """A price, a time, or another matter is no answer to whether it may be sold."""
    assert sells_such("设备采的数据，能挂牌吗？")
    assert not sells_such("某个数据产品卖多少钱？")
    assert not sells_such("上海数据交易所几点上班？")


@pytest.mark.parametrize(
    "text",
    [
        "我是吹玻璃的，炉温和废品率记了八年，有工厂想买，可以吗",
        "风筝铺，客人买过什么款、放几次都有，玩具公司想要，行不行",
    ],
)
async def test_a_teller_gets_somewhere(prepared: Prepared, text: str) -> None:
    """What any trade looks at first is told where nothing nearer is known; nothing is bare."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, text, (), DAY)
    assert heard.done.outcome == "answered" or heard.pointers


async def test_general_advice_where_nothing_nearer_is_known(prepared: Prepared) -> None:
    """Whose words stand in no wording is told the three things that every trade looks at."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    text = "我们斫琴的，每块桐木敲几下、听什么响都记着，有人出钱要，能卖吗"
    heard = await listen(replier, text, (), DAY)
    assert heard.done.entries == ("entry.our-trade",)


@pytest.mark.parametrize(
    "text",
    [
        "我们开修车铺的，每月修几台的统计，有保险公司想买，能卖吗",
        "台球厅的汇总客流，有咨询公司要买，可以给吗",
    ],
)
async def test_others_who_want_to_buy_open_no_catalogue(prepared: Prepared, text: str) -> None:
    """Also where such a case has rules of its own: who tells of it is on the seller's side."""
    assert told_trade(text) is None
    assert side_told(text) == "sells"
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.items == ()


def test_who_buys_beside_others_is_on_no_side() -> None:
    assert side_told("有公司想买我们的数据，我们也想买别人的数据") == ""
