"""Who wishes to buy hears what there is, or that there is none and who finds it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.buyers_ask import as_buyer_asks
from dialog.reply.question import Exchange
from dialog.reply.short_slips import mended_word
from dialog.reply.wished import looked_for, purchase_of
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "text",
    [
        "想买冷库的数据",
        "冷库数据哪里买",
        "墓地数据在哪能买到",
        "哪儿能买到养老院床位数据",
        "求购鱼塘水质数据",
        "I want to buy cold storage data",
    ],
)
async def test_that_none_is_there_is_said(prepared: Prepared, text: str) -> None:
    """With the way to have it found, and without what only a seller asks."""
    heard = await talk(prepared, text)
    assert heard.done.outcome == "unknown"
    assert "没有找到" in heard.text or "nothing in my catalogue" in heard.text
    assert heard.contact
    assert not heard.pointers


async def test_where_it_is_bought_shows_what_there_is(prepared: Prepared) -> None:
    """As the wish to buy it does."""
    heard = await talk(prepared, "商圈客流数据去哪买")
    assert heard.done.entries[:1] == ("product.mall-footfall",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("多钱一份", "没有价格"),
        ("啥价", "没有价格"),
        ("便宜点的有吗", "没有收录价格"),
        ("咋付钱", "按合同和账单付款"),
    ],
)
async def test_it_goes_on_with_what_was_shown(prepared: Prepared, text: str, told: str) -> None:
    """Prices and paying in spoken words, too."""
    assert told in (await talk(prepared, "我想买上海商圈客流数据", text)).text


@pytest.mark.parametrize(
    "text", ["很多钱买来的", "咋回事", "这么多钱谁出", "数据资产入表以后能多钱吗，我们公司想知道"]
)
def test_what_is_no_such_slip(text: str) -> None:
    """Other words with the same characters, and long texts."""
    assert mended_word(text) == text


def test_what_is_no_purchase() -> None:
    """Data of people, data alone, and questions have ways of their own."""
    assert not purchase_of("我想买手机号数据")
    assert not purchase_of("想买冷库的数据合法吗")
    assert not purchase_of("想买点别的数据")
    assert looked_for("我们的数据哪里买") == "我们的数据哪里买"
    assert looked_for("客户手机号数据哪里买") == "客户手机号数据哪里买"


@pytest.mark.parametrize(
    ("text", "before", "meant"),
    [
        (
            "OK. do you actually have anything like that listed?",
            "We want to buy statistics on milk prices per province. Is that allowed?",
            "Do you have milk prices data?",
        ),
        ("那你们现在有没有这类的", "想买冷库温度的数据，买方要什么条件", "有没有冷库温度数据"),
        ("那你们这有这种数据吗", "我们想卖牛奶的数据", ""),
        ("do you have anything like that?", "How can I join as a buyer?", ""),
    ],
)
def test_whether_there_is_any_of_what_a_buyer_spoke_of(text: str, before: str, meant: str) -> None:
    """A seller means no goods of the catalogue, and who named none none."""
    assert as_buyer_asks(text, (Exchange(before, "answered", ("entry.foreign-buyer",)),)) == meant
