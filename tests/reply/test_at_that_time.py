"""A question of the time at which the thing before it began is of that thing."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.at_that_time import of_its_beginning
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("开张时摆了多少商品", "那个专区哪天开的"),
        ("那当时有哪些成员", "联盟是什么时候成立的"),
        ("上线那天接了几家", "平台何时上线"),
        ("how many members did it have when it started", "when was the alliance founded"),
    ],
)
def test_the_moment_of_a_deed_leans_on_the_question_before(text: str, before: str) -> None:
    assert of_its_beginning(text, before)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("开张时摆了多少商品", "那个专区怎么进"),
        ("国际板上线时有多少产品", "语料库什么时候开的"),
        ("现在有多少产品", "语料库什么时候开的"),
        ("开户时间要多久", "什么时候可以开户"),
        ("how many are there now", "when was it founded"),
    ],
)
def test_what_names_its_thing_or_no_moment_stands_alone(text: str, before: str) -> None:
    assert not of_its_beginning(text, before)


@pytest.mark.parametrize(
    "text",
    [
        "语料库板块哪一天上线的？上线当天摆了多少产品？",
        "请问语料库板块何时开设，刚开张那会儿有几款产品",
    ],
)
async def test_it_is_told_of_that_thing(prepared: Prepared, text: str) -> None:
    """Not of another board of which the same words are known."""
    heard = await talk(prepared, text)
    assert "entry.corpus-opening" in heard.done.entries
    assert "gap.international-board" not in heard.done.entries
    assert "国际板" not in heard.text


async def test_of_the_exchange_itself_its_first_day_is_told(prepared: Prepared) -> None:
    """The house is what is meant anyway."""
    heard = await talk(prepared, "上海数据交易所是哪年成立的，成立当天挂了几个产品？")
    assert set(heard.done.entries) == {"entry.exchange-opening", "entry.first-day-products"}


async def test_what_is_not_held_of_it_is_said_not_to_be_known(prepared: Prepared) -> None:
    """And no other thing's number is told in its stead."""
    heard = await talk(prepared, "语料库板块什么时候上线的，当时有多少家供方？")
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("entry.corpus-opening",)
    assert "国际板" not in heard.text
