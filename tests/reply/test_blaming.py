"""Who says that the answer before was wrong, or missed the point."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.reply.blaming import blames, wonders
from dialog.reply.doubting import doubts, matters_alone
from dialog.reply.plainly import Plain, grumble_of, said_plainly
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY, snapshot

TOLD = (Exchange("名册留几年", "answered", ("entry.keep",)),)
HELD = snapshot()


async def hear(text: str, *before: Exchange) -> Heard:
    return await listen(Replier(lambda: HELD, Models()), text, before, DAY)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "你刚刚答错了",
            "你答错了",
            "你们搞错了",
            "你答得不对",
            "答案有问题",
            "回答有误",
            "你上一条说错了啊",
        ),
        *("你说的跟我知道的不一样", "你在乱说", "你没回答我的问题", "我问的不是这个"),
        *("完全文不对题", "你没听懂我的意思", "不是这样的", "错了"),
        *("That's wrong", "you got that wrong", "No, that isn't right.", "Wrong answer!"),
        *("Your last answer was not correct.", "That's not what I asked"),
        *("you didn't answer my question", "You misunderstood my question"),
    ],
)
@pytest.mark.parametrize("before", [(), TOLD])
def test_blame_is_known_by_its_whole_wording(text: str, before: tuple[Exchange, ...]) -> None:
    """As a first turn it is no question of who we are; behind an answer, none of its matter."""
    assert blames(text, before)
    assert (grumble_of(text) or said_plainly(text, before)) == Plain("complaint", "answer")
    assert not doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        *("我说错了", "我打错了，是三年", "错了怎么改", "材料不对怎么办", "我有问题"),
        *("数据对不上", "信息有误怎么更正", "有什么问题", "这个数据不准确", "我问的是这个"),
        *("what is wrong", "the data is wrong", "my listing is wrong", "is that wrong?"),
    ],
)
def test_what_names_something_else_is_no_blame(text: str) -> None:
    """A slip of the visitor's own, or a mistake in something else, is a matter."""
    assert not blames(text, TOLD)


@pytest.mark.parametrize("text", ["你答错了吧", "你刚刚说的不对吧？", "这个回答是不是有误"])
def test_a_question_whether_it_was_wrong_is_a_doubt(text: str) -> None:
    """The answer is held to, and said again with its source."""
    assert wonders(text)
    assert doubts(text)
    assert not blames(text, TOLD)


@pytest.mark.parametrize(
    ("text", "blame"), [("不对", False), ("wrong", False), ("你答得不对", True)]
)
def test_a_bare_no_answers_a_question_back(text: str, *, blame: bool) -> None:
    """Only what names the answer blames where something was asked back."""
    assert blames(text, (Exchange("几年", "unknown"),)) is blame
    assert blames(text, TOLD)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("piece", ["刚", "的", "说", "回答", "还有", "就", "那 ", "no, "])
def test_no_repetition_makes_the_reading_long(piece: str) -> None:
    """A visitor may type anything."""
    assert not blames(f"{piece * 40}x"[-40:], TOLD)


def test_blame_leaves_the_conversation_as_it_was() -> None:
    """What was spoken of is what it was before it."""
    assert matters_alone((*TOLD, Exchange("答错了", "smalltalk", ("reply.sorry",)))) == TOLD


async def test_an_apostrophe_of_a_phone_is_read() -> None:
    """Phones type the curved one."""
    heard = [await hear(text, *TOLD) for text in ("That\u2019s wrong", "That's wrong")]
    assert heard[0].text == heard[1].text


@pytest.mark.parametrize("text", ["不是", "都不是", "不对，不是这个", "neither"])
async def test_a_no_to_what_was_asked_back_is_heard(text: str) -> None:
    """The same pointers are not shown once more."""
    heard = await hear(text, Exchange("处理敏感的个人信息前，影响评估做不做", "unknown"))
    assert (heard.done.outcome, heard.done.route) == ("clarify", "pick")
