"""What a text cannot mean is not found for it, and what is heard before a question of one's own is
no statement to be confirmed."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.aspects import asks
from dialog.reply.premise import premise_of
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
PRICES = "gap.third-party-prices"
NOT_JOINING = "不入驻、不挂牌、不进场交易"


@pytest.mark.parametrize(
    "text",
    [
        "听说能在你们这儿上架，我们这点数据划不划算呀",
        "听说可以到交易所卖数据，我们能不能卖",
        "都说数据可以入表，我们要怎么弄",
        "有人说可以挂牌，小公司值不值啊",
    ],
)
def test_what_is_heard_before_a_question_is_no_premise(text: str) -> None:
    """A visitor who asked whether listing was worth it was warned of a rumour."""
    assert premise_of(text) is None


def test_what_is_heard_and_asks_nothing_else_is_a_premise() -> None:
    """What is to be confirmed is still read."""
    premise = premise_of("听说挂牌必须先入表，对吧")
    assert premise is not None
    assert premise.statement == "挂牌必须先入表"
    assert asks("入驻值不值得")


@pytest.mark.parametrize(
    "text",
    [
        "听说能在你们这儿上架，我们这种小数据值不值得做呀",
        "挂牌划不划算",
        "Is it worth joining the exchange?",
    ],
)
async def test_whether_listing_is_worth_it_is_told_its_use(prepared: Prepared, text: str) -> None:
    """In place of a complaint or a warning."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("entry.on-exchange-benefit",)


@pytest.mark.parametrize("text", ["资产评估要不要花钱，值不值得", "入表值不值得"])
async def test_the_worth_of_another_thing_is_not_that_of_a_listing(
    prepared: Prepared, text: str
) -> None:
    """Only listing, joining and trading on the exchange are told so."""
    heard = await talk(prepared, text)
    assert "entry.on-exchange-benefit" not in heard.done.entries


@pytest.mark.parametrize(
    ("text", "priced"),
    [
        ("合规评估报告就一份，够不够", False),
        ("有一份评估报告够了吗", False),
        ("做合规评估报告多少钱", True),
    ],
)
async def test_whether_papers_are_enough_is_no_question_of_money(
    prepared: Prepared, text: str, priced: bool
) -> None:
    """Prices are told to who asks for them."""
    heard = await talk(prepared, text)
    assert (PRICES in heard.done.entries) is priced


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("入驻之后要守什么规矩，没守会被罚款吗", False),
        ("挂牌以后出了错，会被罚款吗", False),
        ("不入驻会被罚款吗", True),
        ("入驻了但不挂牌，会被罚款吗", True),
    ],
)
async def test_the_opposite_of_what_is_done_is_not_pointed_to(
    prepared: Prepared, text: str, pointed: bool
) -> None:
    """Who asks of what comes after joining has joined."""
    heard = await talk(prepared, text)
    found = any(NOT_JOINING in title for title in heard.offered)
    assert (found or "entry.no-listing-no-fine" in heard.done.entries) is pointed


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("跨境电商订单信息出境还要做影响评估吗", "entry.cross-order-duties"),
        ("帮客人订国外酒店要告知客人吗", "entry.cross-order-duties"),
        ("给境外医院发昏迷病人的片子，要不要家属同意", "entry.cross-emergency-duties"),
        ("境外客户的数据在上海加工再传回去，要告知本人吗", "entry.cross-transit-duties"),
        ("员工信息传总部还要做影响评估吗", "entry.cross-employees-duties"),
        ("Do cross-border orders still need an impact assessment?", "entry.cross-order-duties"),
        ("跨境电商下单的客户信息出境要备案吗", "entry.cross-ecommerce"),
        ("跨境电商订单信息出境要做安全评估吗", "entry.cross-ecommerce"),
        ("给境外医院发昏迷病人的片子，要先申报吗", "entry.cross-emergency"),
    ],
)
async def test_what_an_exemption_leaves_is_asked_for_by_its_name(
    prepared: Prepared, text: str, answers: str
) -> None:
    """A visitor who asked for an impact assessment was told that as a rule none is needed: what
    was meant were the procedures of the route."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (answers,)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("三万个会员邮箱发新加坡，要告知会员吗", "告诉本人境外接收方"),
        ("三万个会员邮箱发新加坡，要做影响评估吗", "出境之前做个人信息保护影响评估"),
        ("3,000 members' emails go to Singapore. Must we tell them?", "Tell people who"),
        ("三万个会员邮箱发新加坡，要申报吗", "当年累计不满10万人"),
        ("三万个会员邮箱发新加坡，要申报吗，要告知会员吗", "当年累计不满10万人"),
    ],
)
async def test_a_ruling_tells_the_duty_first_that_is_asked_for(
    prepared: Prepared, text: str, first: str
) -> None:
    """It began with what is spared; the table decides on the procedures alone."""
    heard = await talk(prepared, text)
    assert "table.cross-border-route" in heard.done.entries
    assert heard.text.startswith(first)


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (("不到十万人，也不含敏感的，是不是什么都不用办？",), ("entry.cross-small-ordinary",)),
        (("敏感的不到一万，是不是不用办？",), ("entry.cross-sensitive-small",)),
        (
            (
                "我们有三百个成年学员",
                "想把名字和班级发给英国合作学校",
                "不到十万人，又不敏感，是不是啥都不用办？",
            ),
            (ROUTE, "national-ordinary-exempt"),
        ),
        (
            (
                "想把三百个娃的名字发给英国合作学校",
                "不到十万人，又不敏感，是不是啥都不用办？",
            ),
            (ROUTE, "national-sensitive-contract"),
        ),
        (
            (
                "想把名字手机和几箱蜂给新西兰收蜜的老板",
                "今年就三千户，没病历没银行卡那些，要跑啥手续不？",
            ),
            (ROUTE, "national-ordinary-exempt"),
        ),
        (
            ("今年往新西兰发三千户蜂农的名字手机", "没有病历银行卡那些，还要跑手续吗？"),
            (ROUTE, "national-ordinary-exempt"),
        ),
        (
            ("今年往新西兰发三千户蜂农的名字手机", "没有病历，也没有银行卡"),
            (ROUTE, "national-ordinary-exempt"),
        ),
    ],
)
async def test_what_is_denied_is_not_ruled_on(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """Beekeepers without any bank cards were told that sensitive data are never exempt."""
    assert (await talk(prepared, *texts)).done.entries == entries


async def test_what_is_waived_on_a_condition_is_not_told_without_it(prepared: Prepared) -> None:
    """Who has no collective contract is not told what holds of who has."""
    text = "幼儿园老师的银行卡号四十个今年发给香港公司代发工资，没有集体合同，要办啥？"
    assert "entry.cross-employees" not in (await talk(prepared, text)).done.entries
