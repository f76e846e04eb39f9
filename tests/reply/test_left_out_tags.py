"""Fillers and tags that are no question of their own, and what who sold people's data can do."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.polite_clauses import polite
from dialog.reply.several import parts_of, without_urging
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    "text",
    [
        "那我把每条线每天多少人坐车加起来呢，这个没有谁是谁了吧",
        "要是每个门店的销量加起来呢，这样认不出是谁了吧",
        "我只留每个小区的用电总数呢，这就看不出是哪家了吧",
    ],
)
def test_a_tag_that_nobody_is_recognised_is_no_question_of_its_own(text: str) -> None:
    assert without_urging(text) == text.split("，", maxsplit=1)[0]


@pytest.mark.parametrize(
    "text", ["去掉名字呢，这样还看得出谁是谁吗", "我把名字去掉呢，这样不算个人信息了吧"]
)
def test_what_really_asks_stays(text: str) -> None:
    assert without_urging(text) == text


@pytest.mark.parametrize("text", ["最后一个", "还有最后一个问题", "再最后问一句", "最后一件事"])
def test_a_filler_before_the_last_question_is_only_polite(text: str) -> None:
    """What may pick the last of a list is polite only where a question follows at once."""
    assert polite(text) is (text != "最后一个")
    assert parts_of(f"行吧。{text}，挂牌要多久") == [f"行吧。{text}，挂牌要多久"]


def test_the_last_step_is_asked_for() -> None:
    assert not polite("最后一个步骤")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "text",
    [
        "行吧。最后一个，万一我们已经卖过一批带会员号的了，现在怎么办",
        "我们之前卖出去的表里有手机号，还能补救吗",
        "带着姓名的那批数据早就卖给他们了，咋办",
    ],
)
async def test_who_sold_peoples_data_hears_what_to_do_now(prepared: Prepared, text: str) -> None:
    heard = await listen(prepared.turn, text, (), DAY)
    assert "entry.sold-by-mistake" in heard.done.entries


@pytest.mark.asyncio
async def test_whose_own_number_was_sold_hears_of_complaints(prepared: Prepared) -> None:
    heard = await listen(prepared.turn, "我的手机号已经被卖了，怎么办", (), DAY)
    assert "entry.sold-by-mistake" not in heard.done.entries
