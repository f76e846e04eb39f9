"""Data that are told to be of companies stay theirs, and no rule on people answers of them."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.assent import acknowledged
from dialog.reply.of_firms import FIRMS, SCOPE, of_firms, tells_of_firms
from dialog.reply.question import Exchange

TOLD = (Exchange("我们想拿对公客户的流水做评分，不是个人的", "unknown", ()),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("经销商的订单能挂牌吗", True),
        ("供应商给我们的报价能卖吗", True),
        ("承运商的运价数据能卖吗", True),
        ("我们卖给全国各地的批发商", True),
        ("can we list our dealers' orders?", True),
        ("供应商名单能卖吗", False),
        ("商家的会员订单能挂牌吗", False),
        ("数商的服务怎么收费", False),
    ],
)
def test_traders_are_firms(text: str, *, told: bool) -> None:
    """What firms do with each other is theirs; a list of them has a rule of its own."""
    assert tells_of_firms(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("对公客户的流水做的评分，不是个人的", True),
        ("客户都是企业，运单能卖吗", True),
        ("做渔网的，客户基本上都是公司", True),
        ("数据都是公司客户的，没有个人", True),
        ("Our customers are all companies", True),
        ("account data of corporate clients, no individuals", True),
        ("我们公司客户的消费记录", False),
        ("互联网企业用户数据", False),
        ("对公共数据怎么授权", False),
        ("对公众提供服务", False),
        ("企业客户的联系人手机号", False),
        ("有企业客户也有个人客户的流水", False),
        ("our company customers' names", False),
    ],
)
def test_whose_the_data_are(text: str, *, told: bool) -> None:
    """A company's customers are people; those who are companies are none."""
    assert tells_of_firms(text) is told


@pytest.mark.parametrize(
    ("text", "exchanges", "wording"),
    [
        ("对公客户的流水做的评分，那这个呢", (), FIRMS),
        ("企业客户的订货量能卖吗", (), FIRMS),
        ("那要不要他们授权", TOLD, FIRMS),
        ("对 就是流水啊，客户签的合同里写了可以用于风控，这样算授权了吗", TOLD, SCOPE),
        ("合同里有一条说可以分析，够不够", TOLD, SCOPE),
        ("那要不要他们授权", (), ""),
        ("企业客户的订单出境要申报吗", (), ""),
        ("挂牌要多久", TOLD, ""),
        ("个人客户的呢，要他们同意吗", TOLD, ""),
    ],
)
def test_what_is_held_of_companies(
    prepared: Prepared, text: str, exchanges: tuple[Exchange, ...], wording: str
) -> None:
    """Whether it may be sold and by whose leave; other sides are searched as ever."""
    snapshot = prepared.library.snapshot
    found = of_firms(text, exchanges, snapshot)
    held = snapshot.at_once(wording) if wording else None
    assert (found and found.best) == (held and held.best)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("对 就是流水啊，合同里写了可以用，算授权吗", "合同里写了可以用，算授权吗"),
        ("对，就是这个", "对，就是这个"),
        ("对 就是船期啊，那要谁同意", "对 就是船期啊，那要谁同意"),
    ],
)
def test_a_yes_that_says_again_what_was_told_leads_over(text: str, left: str) -> None:
    """It takes no pointer where a question of its own follows."""
    assert acknowledged(text, TOLD) == left
