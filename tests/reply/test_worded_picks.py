"""Picks in words of what was shown, with and without its place."""

from __future__ import annotations

import numpy as np
import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.assent import takes_and_asks
from dialog.reply.picking import picked_in_words, restated
from dialog.reply.question import Exchange
from dialog.reply.worded_picks import Pick, named_among, says_again, worded_pick
from knowledge.findings import Findings
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "pick"),
    [
        ("第二个吧，医院那个", Pick(2, "医院")),
        ("医院的那个，就第二个", Pick(2, "医院")),
        ("那个讲医院的", Pick(0, "医院")),
        ("关于医院数据的那条", Pick(0, "医院数据")),
        ("那就看看医院的吧", Pick(0, "医院")),
        ("不是这个，是医院那个", Pick(0, "医院")),
        ("最后一个，医院", Pick(-1, "医院", pointing=False)),
        ("The last one, the one about hospitals", Pick(-1, "hospitals")),
        ("the hospital one, please", Pick(0, "hospital")),
        ("number 2, the fees question", Pick(2, "fees")),
        ("Good, show me the hospital rules please", Pick(0, "hospital rules", pointing=False)),
        ("could you read out those hospital rules", Pick(0, "hospital rules", pointing=False)),
    ],
)
def test_picks_in_words_are_read(text: str, pick: Pick) -> None:
    """Whichever stands first, and in both languages."""
    assert worded_pick(text) == pick


@pytest.mark.parametrize(
    "text",
    [
        "第二个吧",
        "第二个，要等多久",
        "医院的数据能卖吗",
        "那个医院的数据怎么卖",
        "看看吧",
        "the second one",
        "第二个，我们是民办医院",
        "这个数据我们已经卖给医院了，后来他们又退了回来，那个钱要不要还给人家，合同里没有写",
    ],
)
def test_other_texts_are_no_picks_in_words(text: str) -> None:
    """A bare place, a question, and a case that is told."""
    assert worded_pick(text) is None


def test_a_pick_may_ask_more() -> None:
    """A place with a question behind it takes and asks."""
    assert takes_and_asks("第二个，要等多久")
    assert not takes_and_asks("第二步要等多久")


def shown(snapshot: Snapshot, *names: str) -> list[Target]:
    """Documents as they were shown."""
    found = [snapshot.index.target(name) for name in names]
    return [t for t in found if t is not None]


THREE = ("entry.course-video", "entry.crawled-data-sale", "entry.utility-data")


def test_words_name_one_of_the_shown(prepared: Prepared) -> None:
    """By its title, or else by its other wordings; both languages."""
    snapshot = prepared.library.snapshot
    three = shown(snapshot, *THREE)
    segmenter = snapshot.index.segmenter
    assert named_among("录课", three, segmenter) == (0,)
    assert named_among("网上爬来", three, segmenter) == (1,)
    assert named_among("爬虫", three, segmenter) == (1,)
    assert named_among("公交车", three, segmenter) == (2,)
    assert named_among("recordings of lessons", three, segmenter) == (0,)
    assert named_among("公司", three, segmenter) != (1,)
    assert named_among("保证金", three, segmenter) == ()


async def in_words(prepared: Prepared, text: str) -> Findings | None:
    """What is picked of three pointers."""
    snapshot = prepared.library.snapshot
    three = shown(snapshot, *THREE)

    async def before() -> Findings:
        candidates = tuple(Candidate(t, np.zeros(len(FEATURES)), 1.0, 0.1) for t in three)
        return Findings("meaning", candidates=candidates, band="related", chance=0.6)

    last = (Exchange("语料能上架吗", "unknown"),)
    return await picked_in_words(text, last, before, snapshot, english=text.isascii())


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("第二个，网上爬来的那个", "entry.crawled-data-sale"),
        ("水电气那个", "entry.utility-data"),
        ("第一个，录课的", "entry.course-video"),
        ("the one about lessons", "entry.course-video"),
    ],
)
async def test_what_is_named_is_told(prepared: Prepared, text: str, picked: str) -> None:
    """By the words, or by both."""
    found = await in_words(prepared, text)
    assert found is not None
    assert found.exact is not None
    assert found.exact.id == picked


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("第一个，网上爬来的那个", THREE[:2]),
        ("第二个，保证金那个", THREE),
    ],
)
async def test_where_place_and_words_disagree_it_is_asked(
    prepared: Prepared, text: str, among: tuple[str, ...]
) -> None:
    """Neither is taken."""
    found = await in_words(prepared, text)
    assert found is not None
    assert found.which
    assert tuple(c.target.id for c in found.candidates) == among


async def test_words_of_nothing_shown_pick_nothing(prepared: Prepared) -> None:
    """They are searched."""
    assert await in_words(prepared, "保证金那个") is None


async def talk(prepared: Prepared, *turns: str) -> list[Heard]:
    """A conversation as a visitor has it."""
    exchanges: tuple[Exchange, ...] = ()
    found: list[Heard] = []
    for text in turns:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
        found.append(heard)
    return found


async def test_what_an_answer_offered_is_picked(prepared: Prepared) -> None:
    """By its place and by its words, as what was only pointed to."""
    first, second = await talk(prepared, "什么是个人信息", "第二个")
    assert "匿名化" in first.offered[1]
    assert second.done.entries == ("entry.anonymisation",)
    _, named = await talk(prepared, "什么是个人信息", "匿名化那个")
    assert named.done.entries == ("entry.anonymisation",)


async def test_which_is_asked_and_answered_by_its_place(prepared: Prepared) -> None:
    """The place is that among the ones that it was asked of."""
    first, asked, told = await talk(
        prepared, "什么是个人信息", "第一个，匿名化那个", "匿名化做到什么程度就不算个人信息"
    )
    assert first.offered
    assert (asked.done.outcome, asked.done.route) == ("clarify", "pick")
    assert len(asked.offered) == 2
    assert told.done.entries == ("entry.anonymisation",)


def test_who_says_a_question_again_picks_it(prepared: Prepared) -> None:
    """Nothing else may be named, the same side asked for, and nothing denied."""
    segmenter = prepared.library.snapshot.index.segmenter
    title = ("水电气、公交公司的数据可以交易吗？",)
    assert says_again("公交公司的数据能交易吗", title, segmenter)
    assert says_again("水电气的数据可以交易么", title, segmenter)
    assert not says_again("公交公司的数据怎么交易", title, segmenter)
    assert not says_again("公交公司的数据不能交易吗", title, segmenter)
    assert not says_again("公交公司的司机数据能交易吗", title, segmenter)
    assert not says_again("数据能交易吗", title, segmenter)
    assert not says_again("公交公司的数据多少钱", title, segmenter)


async def test_what_was_shown_is_told_to_who_says_it_again(prepared: Prepared) -> None:
    """Where it was shown, and the search leads to it."""
    snapshot = prepared.library.snapshot
    target = snapshot.index.target("entry.utility-data")
    assert target is not None
    text = "公交公司的数据能交易吗"
    held = Candidate(target, np.zeros(len(FEATURES)), 1.0, 0.1)
    pointing = Findings("meaning", candidates=(held,), band="related", chance=0.6)

    async def search(question: str) -> Findings:
        return pointing

    async def nothing() -> Findings:
        return Findings("none")

    async def before() -> Findings:
        return pointing

    segmenter = snapshot.index.segmenter
    last = (Exchange("地铁的呢", "unknown"),)
    found = await restated(text, last, before, search, segmenter)
    assert found is not None
    assert found.exact == target
    assert await restated(text, last, nothing, search, segmenter) is None
    assert await restated(text, (), before, search, segmenter) is None
