"""Who holds up which part they have is answered for that part, with half a sentence of regret."""

from __future__ import annotations

import pytest

from dialog.reply.protests import protested
from dialog.reply.question import Exchange
from dialog.reply.taken_wrong import protest_of
from dialog.reply.told_role import part_told
from dialog.reply.turned_side import mirrored, side_of

TOLD = (Exchange("孩子的数据要谁同意", "answered", ("entry.keep",)),)
ENGLISH = (Exchange("Who must consent?", "answered", ("entry.keep",)),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("我是法务，不是家长", "作为公司，孩子的数据要谁同意"),
        ("我不是家长，我是公司法务", "作为公司，孩子的数据要谁同意"),
        ("我是家长啊，不是公司", "作为个人，孩子的数据要谁同意"),
        ("不是卖家，我是买家", "我们是买家"),
        ("我是买家，不是卖家", "我们是买家"),
    ],
)
def test_the_question_before_is_asked_for_the_part_that_is_told(text: str, meant: str) -> None:
    """A part in a trade is read as one by itself."""
    part = part_told(text, TOLD)
    assert part is not None
    assert part.text == meant
    assert protest_of(text, TOLD) == "misread"


@pytest.mark.parametrize(
    "text", ["我是法务", "我是家长", "我是买方", "我不是很懂", "我是说孩子的照片", "我是来买数据的"]
)
def test_who_only_tells_who_they_are_holds_nothing_up(text: str) -> None:
    """It may be the answer to a question of the desk."""
    assert part_told(text, TOLD) is None
    assert protest_of(text, TOLD) == ""


def test_english_parts_are_read_as_well() -> None:
    part = part_told("I'm in-house counsel, not a parent", ENGLISH)
    assert part is not None
    assert part.text == "As a company, Who must consent?"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("我说的是不算重要数据。你反了吧", "不算重要数据"),
        ("卖数据要多久，你说反了", "卖数据要多久"),
        ("我都说了，我们是买方", "我们是买方"),
        ("你误会了，我是买方，想防着卖家造假", "我是买方,想防着卖家造假"),
        ("I just told you: we are the buyer", "we are the buyer"),
        ("we sell it, you got it backwards", "we sell it"),
    ],
)
def test_what_is_held_up_stands_behind_or_before_the_protest(text: str, rest: str) -> None:
    """The question is answered without it."""
    read = protested(text)
    assert read is not None
    assert read.kind == "misread"
    assert read.rest.replace("，", ",") == rest


@pytest.mark.parametrize(
    "text",
    ["我说了算吗", "合同签错了", "顺序反了怎么办", "I told him", "买错了，能退吗"],
)
def test_what_went_wrong_elsewhere_is_no_protest(text: str) -> None:
    assert protested(text) is None


def test_a_deed_is_asked_from_the_other_side() -> None:
    """By who has the other part in it."""
    assert mirrored("挂牌要什么材料", side_of("买方")) == "买数据要什么材料"
    assert mirrored("How do I list a product", side_of("buyer")) == "How do I buy data"
    assert mirrored("怎么投诉", side_of("卖家")) == ""
    assert side_of("数商") == ""
