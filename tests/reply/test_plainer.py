"""Answers told again to who did not understand them, and careless words for what a thing is."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.meaning_asked import as_definition
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)
LISTED = Exchange("数据产品挂牌要交哪些材料", "answered", ("list.listing-documents",))
NOT_KNOWN = Exchange("数据产品的展台要几米宽", "unknown")
NOT_KNOWN_IN_ENGLISH = Exchange(
    "Which colour should the sample bag of a data product be?", "unknown"
)
KNOWN_GAP = Exchange("客服电话多少", "unknown", ("gap.hotline",))
CRAWLING = Exchange("用爬虫抓数据违法吗", "answered", ("entry.compliance-crawling",))


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


async def test_a_list_is_told_by_its_names(prepared: Prepared) -> None:
    """Nothing else is added, and it is said that more was told before."""
    heard = await hear(prepared, "太绕了，捡要点讲", LISTED)
    assert heard.done.entries == LISTED.entries
    assert "1. 标的概要描述。" in heard.text
    assert "让人看懂卖的是什么" not in heard.text
    assert "完整的回答" in heard.text


async def test_an_answer_is_told_by_its_first_words(prepared: Prepared) -> None:
    """With the terms in it that can be asked for, and the way to a person."""
    whole = await hear(prepared, CRAWLING.question)
    heard = await hear(prepared, "没太听懂", CRAWLING)
    assert len(heard.text) < len(whole.text)
    assert "匿名化是什么" in heard.text
    assert heard.contact.startswith(("转人工", "Ask a person"))


@pytest.mark.parametrize("text", ["没太听懂，举个例子呗", "打个比方", "比如呢？", "Any examples?"])
async def test_an_example_is_not_made_up(prepared: Prepared, text: str) -> None:
    """It is said that none is held, and the answer is told in its first words."""
    heard = await hear(prepared, text, CRAWLING)
    assert heard.done.entries == CRAWLING.entries
    assert "例子我没有" in heard.text or "no reviewed example" in heard.text


async def test_who_still_does_not_understand_is_asked_what(prepared: Prepared) -> None:
    """The same words a third time would not help."""
    heard = await hear(
        prepared, "还是不懂", CRAWLING, Exchange("没太听懂", "answered", CRAWLING.entries)
    )
    assert "哪个词" in heard.text


@pytest.mark.parametrize(
    ("text", "before", "said"),
    [
        ("能不能说人话", NOT_KNOWN, "我不知道"),
        ("in simple words, please", NOT_KNOWN_IN_ENGLISH, "In short: I "),
    ],
)
async def test_what_is_not_known_is_not_pretended(
    prepared: Prepared, text: str, before: Exchange, said: str
) -> None:
    """One plain sentence says so, and what the visitor can do."""
    heard = await hear(prepared, text, before)
    assert heard.done.outcome == "unknown"
    assert said in heard.text


async def test_a_gap_keeps_what_can_be_done(prepared: Prepared) -> None:
    """In its stored words."""
    heard = await hear(prepared, "讲简单点", KNOWN_GAP)
    assert heard.text.startswith("简单说")
    assert "官网公布" in heard.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("数商到底是个啥玩意儿", "数商是什么"),
        ("那数商是什么鬼", "数商是什么"),
        ("what on earth is a data broker", "what is a data broker"),
    ],
)
def test_careless_words_for_what_a_thing_is(prepared: Prepared, text: str, plain: str) -> None:
    """They are put plainly where the thing has a name that is known."""
    assert as_definition(text, prepared.library.snapshot) == plain


@pytest.mark.parametrize("text", ["展台是个啥东西", "挂牌的条件是啥", "数商分几类", "你是什么东西"])
def test_other_questions_stay_as_they_are(prepared: Prepared, text: str) -> None:
    """Of nothing that is known, or of something else than what it is."""
    assert as_definition(text, prepared.library.snapshot) == text
