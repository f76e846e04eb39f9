"""Both halves of a message are heard: where the exchange is behind its hours, which of two kinds
somebody is behind how the two differ."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.at_the_desk import WHERE, wording_of_the_desk
from dialog.reply.choosing import classed
from dialog.reply.pair_told import with_pair
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "text",
    [
        "你们周末开门吗,地址在哪",
        "你们几点下班，在哪儿",
        "你们在哪，周末开门吗",
        "节假日你们休息吗？具体位置在哪里？",
        "Are you open on weekends, and where are you?",
    ],
)
async def test_where_the_exchange_is_behind_its_hours(prepared: Prepared, text: str) -> None:
    """Before, the address was that of an administration, or was not told."""
    heard = await talk(prepared, text)
    assert set(heard.done.entries) == {"gap.hours", "entry.exchange-where"}


def test_the_address_of_another_is_not_that_of_the_exchange() -> None:
    """Only a part that speaks to the desk lends its you."""
    assert wording_of_the_desk("地址在哪", ["你们周末开门吗"]) == WHERE
    assert wording_of_the_desk("地址在哪", ["网信办周末开门吗"]) == ""
    assert wording_of_the_desk("地址在哪", []) == ""


@pytest.mark.parametrize(
    "texts",
    [
        ("数据资源和数据产品", "有什么不一样？我们诊所该算哪种"),
        ("数据资源和数据产品分别是什么意思", "两者有什么区别？我们公司应该算哪一类"),
    ],
)
async def test_how_two_differ_and_which_one_we_are(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """The difference is that of the two named before; which of them they are hangs on the case."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("entry.resource-product-asset",)
    assert heard.done.outcome == "partial"
    assert "要看您手里是什么" in heard.text


@pytest.mark.parametrize(
    "texts", [("数商分哪几类", "我们公司属于哪一类"), ("数商分哪几类？我们诊所该算哪种",)]
)
async def test_which_one_we_are_behind_a_list(prepared: Prepared, texts: tuple[str, ...]) -> None:
    """What is told of firms of one trade alone is no answer to we."""
    heard = await talk(prepared, *texts)
    assert "entry.privacy-computing-class" not in heard.done.entries
    assert "要看您手里是什么" in heard.text


def test_what_asks_for_a_class() -> None:
    """A choice of a way, a department and a kind of a thing are other questions."""
    assert classed("我们诊所该算哪种") == "诊所"
    assert classed("那我们属于哪一类") == ""
    assert classed("Which one are we?") == ""
    for text in ("我们出境该走哪种", "我们该报哪个部门", "哪种数据能卖", "你推荐哪个"):
        assert classed(text) is None


def test_the_two_that_were_named() -> None:
    """Two things and nothing else of them; what names something itself stays."""
    before = [Exchange("标准合同和认证是什么", "answered", ("x",))]
    assert with_pair("有什么区别", before) == "标准合同和认证有什么区别"
    assert with_pair("挂牌有什么区别", before) == "挂牌有什么区别"
    assert with_pair("有什么区别", [Exchange("怎么挂牌", "answered")]) == "有什么区别"
