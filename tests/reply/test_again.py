"""Texts that ask for the last answer again, more simply, or for more of it."""

from __future__ import annotations

import pytest

from dialog.messages import Outcome
from dialog.reply.again import asks_again, asks_more, once_each, to_say_again
from dialog.reply.context import goes_on
from dialog.reply.question import Exchange


def said(question: str, outcome: Outcome = "answered") -> Exchange:
    return Exchange(question, outcome)


@pytest.mark.parametrize(
    "text", ["麻烦再说一次", "请重复一下好吗", "没听清，再讲一遍", "Could you repeat that, please?"]
)
def test_asking_to_repeat(text: str) -> None:
    """Politeness around it changes nothing."""
    assert asks_again(text) == "repeat"


@pytest.mark.parametrize(
    "text",
    [
        "没太听懂",
        "能不能讲得通俗一点",
        "换个说法吧",
        "字太多，捡要点讲",
        "我是外行，看不明白",
        "拿大白话讲讲呗",
        "用两句话概括一下",
        "in plain English",
        "Too technical, explain that simply please",
        "TL;DR?",
    ],
)
def test_asking_to_say_it_more_simply(text: str) -> None:
    """It is known apart from a plain repeat: the reviewed words cannot be changed."""
    assert asks_again(text) == "simpler"


@pytest.mark.parametrize(
    "text",
    [
        "再说一遍会费怎么交",
        "不懂记账怎么办",
        "重复上架会怎样",
        "再见",
        "同一份合同能再交一次吗",
        "结论怎么写",
        "太长了",
        "明白了",
        "讲得很清楚",
        "too much",
    ],
)
def test_what_names_a_matter_is_a_question(text: str) -> None:
    """Only a text that is nothing else asks for the last answer."""
    assert asks_again(text) == ""


def test_the_last_answer_is_found_behind_small_talk() -> None:
    """A repeat of a repeat says the first answer again."""
    history = once_each((said("会费多少"), said("再说一遍"), said("谢谢", "smalltalk")))
    found = to_say_again(history)
    assert found is not None
    assert found[0].question == "会费多少"
    assert to_say_again((said("你好", "smalltalk"),)) is None


@pytest.mark.parametrize("text", ["还有其他的吗", "再推荐两个", "换一批", "any others?"])
def test_asking_for_more(text: str) -> None:
    """It goes on with whatever was spoken of."""
    assert asks_more(text)
    assert not asks_more("还有哪些材料")


@pytest.mark.parametrize("text", ["两天还是三天", "过期了怎么办", "后天就要交，急"])
def test_what_names_nothing_goes_on(text: str) -> None:
    """What may befall any filing belongs to the one spoken of; other things never do."""
    assert goes_on(text, (said("怎么登记"),))
    assert not goes_on("明天下雨吗", (said("怎么登记"),))
    assert not goes_on(text, (said("讲个笑话", "smalltalk"),))
