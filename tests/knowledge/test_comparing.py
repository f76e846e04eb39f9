"""How two things differ: told by a document of both, or by what is held of each."""

from __future__ import annotations

import pytest

from knowledge.answers.comparing import Comparisons, compared_in
from knowledge.answers.matters import MatterBook
from knowledge.search.entities import EntityIndex
from knowledge.search.targets import Target
from knowledge.types import Entry, Intent, Matter, MatterSide

NAMES = EntityIndex(
    [("入会", "入会"), ("观摩", "观摩"), ("旁听", "观摩"), ("名册", "名册"), ("日志", "日志")]
)


def entry(name: str, question: str, answer: str, intent: Intent = "procedure") -> Target:
    """An entry as the search knows it."""
    return Target(Entry(name, question, answer, intent), (question,), (), answer)


TARGETS = [
    entry("entry.both", "入会和观摩有什么区别？", "入会要申请，观摩不用。"),
    entry("entry.half", "名册和日志怎么区分？", "名册记的是会员。"),
    entry("entry.roll", "名册是什么？", "名册记的是会员。", "concept"),
    entry("entry.log", "日志是什么？", "日志记的是操作。", "concept"),
    entry("entry.filing", "怎样做外送备案？", "先评估。"),
    entry("entry.review", "怎样做外送审查？", "先申请。"),
    entry("entry.other", "怎样做卫生审查？", "先打扫。", "concept"),
]
MATTERS = [
    Matter("matter.roll", ("名册",), (MatterSide("meaning", "entry.roll"),)),
    Matter("matter.log", ("日志",), (MatterSide("meaning", "entry.log"),)),
    Matter("matter.filing", ("外送备案",), (MatterSide("steps", "entry.filing"),)),
    Matter("matter.review", ("外送审查",), (MatterSide("steps", "entry.review"),)),
    Matter("matter.other", ("卫生审查",), (MatterSide("steps", "entry.other"),)),
]
BOOK = Comparisons(TARGETS, MatterBook(MATTERS, TARGETS), NAMES, lambda question: None)


@pytest.mark.parametrize(
    "question",
    [
        "入会和观摩有什么区别",
        "观摩跟入会有啥不一样",
        "旁听与入会的差别在哪里",
        "请问入会和观摩是一回事吗",
        "怎么区分入会和观摩",
    ],
)
def test_a_document_of_both_answers_in_whatever_words(question: str) -> None:
    """Order, joining words and other names of the two change nothing."""
    told = BOOK.told(question)
    assert told is not None
    assert told.id == "entry.both"


def test_a_document_of_one_tells_no_difference() -> None:
    """Where its words name only one of the two, both are told, each by what is held of it."""
    assert BOOK.told("名册和日志有什么区别") is None
    compared = BOOK.find("名册和日志有什么区别")
    assert compared is not None
    assert compared.names == ("名册", "日志")
    assert [t.id for t in compared.targets] == ["entry.roll", "entry.log"]


def test_a_short_name_means_the_matter_that_belongs_to_the_other() -> None:
    """审查 beside 外送备案 is that of the same business, not any other that ends so."""
    compared = BOOK.find("外送备案和审查有什么不同")
    assert compared is not None
    assert compared.names == ("外送备案", "外送审查")
    assert BOOK.names_in("审查和外送备案有什么不同") == ("外送审查", "外送备案")


@pytest.mark.parametrize("question", ["名册和章程有什么区别", "名册和日志要保存多久", "名册呢"])
def test_what_is_not_compared(question: str) -> None:
    """Of two things both must be held, and their difference must be asked for."""
    assert BOOK.find(question) is None


def test_an_answer_to_the_very_question_comes_first() -> None:
    """What was found for it, and is asked for as such a difference, is not doubled."""
    assert BOOK.find("名册和日志有什么区别", [TARGETS[1]]) is None


@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("what is the difference between a roll and the log?", ("roll", "log")),
        ("how do a roll and a log differ", ("roll", "log")),
        ("how is a roll different from a log", ("roll", "log")),
        ("What's different between a roll and the log", ("roll", "log")),
        ("what is difference between roll and log?", ("roll", "log")),
        ("is there a difference between the roll and a log", ("roll", "log")),
        ("A和B", None),
    ],
)
def test_the_names_that_are_compared(question: str, pair: tuple[str, str] | None) -> None:
    """English compares in its own ways."""
    assert compared_in(question) == pair
