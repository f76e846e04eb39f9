"""Whether what is said for one question answers its neighbour too."""

from __future__ import annotations

import pytest

from dialog.reply.covering import asked_alike, covers, own_words
from knowledge.search.targets import Target
from knowledge.text import Segmenter
from knowledge.types import Gap

WORDS = Segmenter(("名册", "会员"))
DATES = "《示例办法》2021年3月1日公布，2021年5月1日起施行，见第九条。"
KINDS = "会员分三类，名册由秘书处保存。"


@pytest.mark.parametrize(
    ("said", "question"),
    [
        (DATES, "什么时候施行"),
        (DATES, "是哪一条"),
        (KINDS, "名册由谁保存"),
        (KINDS, "分几类"),
        ("It took effect in 2021 under Article 9.", "when does it take effect"),
        ("The committee gets a report every year.", "who gets the report"),
    ],
)
def test_what_speaks_of_side_and_thing_covers(said: str, question: str) -> None:
    """The side that is asked for and every word of weight stand in what is said."""
    assert covers(said, "", question, WORDS, agreed=False)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        (DATES, "要交多少钱"),
        (DATES, "由谁批准"),
        (KINDS, "多久换一次"),
        (KINDS, "门口能停大巴吗"),
        (KINDS, "名册丢了会罚吗"),
        ("The committee gets a report every year.", "how much does it cost"),
    ],
)
def test_another_side_or_another_thing_is_not_covered(said: str, question: str) -> None:
    """However surely the search agrees: a fee is no date, and a bus is no roll."""
    assert not covers(said, "", question, WORDS, agreed=False)
    assert not covers(said, "", question, WORDS, agreed=True)


def test_what_asks_for_nothing_of_its_own_needs_the_search() -> None:
    """内容是什么 is covered only where the search leads to the same document."""
    assert own_words("内容是什么", WORDS) == ()
    assert covers(KINDS, "", "内容是什么", WORDS, agreed=True)
    assert not covers(KINDS, "", "内容是什么", WORDS, agreed=False)


def test_wordings_count_as_named() -> None:
    """The words of how a document is asked for need not stand in its answer."""
    assert covers("有三类。", "会员种类有几种", "会员分几类", WORDS, agreed=False)


@pytest.mark.parametrize(
    ("question", "alike"),
    [
        ("冷库温度记录要存多久", True),
        ("冷库温度记录多少钱", False),
        ("冷库货主记录要存多久", False),
        ("记录", False),
    ],
)
def test_what_is_asked_for_in_the_very_words(question: str, *, alike: bool) -> None:
    """All the things that are named, and the same side of them."""
    document = Gap(
        id="gap.test", question="冷库的温度记录保存多久？", answer="没有收录。", next_step="请问。"
    )
    target = Target(document, (document.question,), (), document.answer)
    segmenter = Segmenter(("冷库", "温度", "记录", "货主", "保存"))
    assert asked_alike(question, target, segmenter) is alike
