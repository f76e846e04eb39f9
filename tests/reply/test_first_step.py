"""Who asks for the first step of a procedure with goods of theirs is told that step."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.first_step import asks_first_step
from tests.reply.test_taking import talk


@pytest.mark.parametrize(
    "text",
    [
        "有一批潮汐观测记录，要上架首先干什么",
        "我们手里有港口吞吐量统计，想挂牌，该从哪入手",
        "别绕了，挂牌头一步是啥",
        "We have tide tables. What do we do first to list them?",
    ],
)
def test_the_first_step_is_asked_for(text: str) -> None:
    """In other words each, in both languages."""
    assert asks_first_step(text)


@pytest.mark.parametrize(
    "text",
    [
        "第一步做完以后要等几天",
        "数据要出境，第一步做什么",
        "优先做什么产品好卖",
        "预先做什么评估",
        "买到假数据，第一步做什么",
        "What is the first step to export it?",
    ],
)
def test_other_steps_are_not(text: str) -> None:
    """What comes later, and procedures of other matters."""
    assert not asks_first_step(text)


@pytest.mark.parametrize(
    "text",
    ["有一批潮汐观测记录，要上架首先干什么", "有一批海浪观测照片，要上架先干什么"],
)
async def test_the_first_step_is_told(prepared: Prepared, text: str) -> None:
    """That step, and nothing of the goods beyond a pointer."""
    (heard,) = await talk(prepared, text)
    assert heard.done.entries == ("procedure.list-product",)
    assert "1. 完成入驻" in heard.text
    assert "2. " not in heard.text


async def test_people_have_rules_of_their_own(prepared: Prepared) -> None:
    """The steps alone say nothing of consent."""
    (heard,) = await talk(prepared, "有学员的身份证照片想挂牌，第一步干什么")
    assert heard.done.entries != ("procedure.list-product",)


@pytest.mark.parametrize(
    "text",
    [
        "领导说把单位的资料拿去变现，从哪搞起",
        "I was told to sell the company's data. Where do I start?",
    ],
)
async def test_who_names_no_goods_is_asked_first_what_they_are(
    prepared: Prepared, text: str
) -> None:
    """The boss behind the wish hides nothing."""
    (heard,) = await talk(prepared, text)
    assert heard.done.entries == ("entry.trade-where-to-start",)


async def test_who_says_that_they_sell_hears_how_selling_begins(prepared: Prepared) -> None:
    """An introduction in front hides nothing, and they are not asked whether they sell or buy."""
    text = "你好，我是县里公交公司办公室的，老板让我把我们公司的数据卖掉，我从哪儿弄起啊"
    (heard,) = await talk(prepared, text)
    assert heard.done.entries == ("procedure.list-product",)
