"""The sample items of the catalogue are listed and counted; a why is told with what the law says; a
count goes with its list; a text of one side is no difference."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.listed_samples import samples_asked
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


@pytest.mark.parametrize(
    ("text", "vendors", "field"),
    [
        ("列出所有示例产品", False, ""),
        ("金融类示例产品有几个", False, "金融"),
        ("示例产品里有哪些是金融类的？", False, "金融"),
        ("示例数商有几家，都是谁", True, ""),
        ("目录里有多少个数商", True, ""),
        ("气象方面的示例数据集有哪些", False, "气象"),
    ],
)
def test_the_list_is_asked_for(prepared: Prepared, text: str, vendors: bool, field: str) -> None:
    """All of them, or those of a field."""
    snapshot = prepared.library.snapshot
    asked = samples_asked(text, snapshot.products, snapshot.vendors)
    assert asked is not None
    assert (asked.vendors, asked.field) == (vendors, field)
    every = snapshot.vendors if vendors else snapshot.products
    assert (len(asked.items) == len(every)) == (not field)


@pytest.mark.parametrize(
    "text",
    [
        "现在平台上有多少个数据产品",
        "数商有几家",
        "示例产品多少钱",
        "示例产品能买吗",
        "示例产品是哪家的",
        "示例合同有几种",
    ],
)
def test_another_question(prepared: Prepared, text: str) -> None:
    """The exchange's own numbers, prices, and who sells it."""
    snapshot = prepared.library.snapshot
    assert samples_asked(text, snapshot.products, snapshot.vendors) is None


async def test_the_list_is_told_whole(prepared: Prepared) -> None:
    """With its number, and that nothing of it is for sale."""
    heard = await hear(prepared, "示例数商有几家，都是谁")
    assert heard.done.outcome == "answered"
    assert f"一共{len(prepared.library.snapshot.vendors)}家" in heard.text
    assert "演示" in heard.text


async def test_why_is_told_with_the_law(prepared: Prepared) -> None:
    """Why a licence is needed: what the article says, and not its number alone."""
    licence = Exchange("企业征信产品需要牌照吗", "answered", ("entry.industry-credit-licence",))
    heard = await hear(prepared, "为什么", licence)
    assert "没有批准谁都不得经营" in heard.text


def test_a_count_goes_with_its_list() -> None:
    """How many there are of what is to be listed is no question of another thing."""
    assert len(parts_of("上海数据交易所有哪些登记凭证？一共几种")) == 1
    assert len(parts_of("怎么挂牌？一共几步，要多少钱")) > 1


async def test_an_article_told_is_gone_on_with(prepared: Prepared) -> None:
    """An article that was told to who named none is the one that further questions are of."""
    before = Exchange("浦东新区开数据交易所的依据", "answered", ("rule.sh-data-reg-67-1",))
    heard = await hear(prepared, "我问的是第六十六条第一款", before)
    assert "《上海市数据条例》第六十六条" in heard.text
    again = await hear(prepared, "这一条还说了什么", before)
    assert "数据交易所设在浦东新区" in again.text


async def test_a_text_of_one_side_is_no_difference(prepared: Prepared) -> None:
    """What is held of each is told where no document names both."""
    heard = await hear(prepared, "数据商和第三方专业服务机构有什么区别")
    assert set(heard.done.entries) == {
        "entry.vendor-national-definition",
        "entry.third-party-meaning",
    }
