"""Why a ruling holds, its articles, another place, and what leads back to what was told."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.told_sides import sides_asked
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)
ROUTE = "table.cross-border-route"
RULED = Exchange(
    "30万人的普通个人信息要传给国外总部，怎么办",
    "answered",
    (ROUTE, "national-ordinary-contract"),
)
LISTING = Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",))
LED_NOWHERE = Exchange("那杭州的分公司有自己的规矩呢", "unknown")
ANOTHER_MATTER = Exchange("数据产品的展台要几米宽", "unknown")


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


@pytest.mark.parametrize(
    "text",
    ["为啥呢", "为什么要签标准合同", "那为什么不用申报评估", "But why?", "Why is it not required?"],
)
async def test_the_reason_is_the_row_and_its_article(prepared: Prepared, text: str) -> None:
    """The conclusion that the case meets, and what the article says."""
    heard = await hear(prepared, text, RULED)
    assert heard.done.entries == RULED.entries
    assert heard.done.route == "told"
    assert "第八条" in heard.text or "Article 8" in heard.text


async def test_the_words_are_told_as_gists(prepared: Prepared) -> None:
    """And that the official text is to be quoted."""
    heard = await hear(prepared, "出自哪条？把原文给我看看", RULED)
    assert "第八条" in heard.text
    assert "不是逐字的原文" in heard.text


@pytest.mark.parametrize(
    ("text", "place"),
    [("要是公司在成都呢", "成都"), ("我们其实在广州", "广州"), ("And in Shenzhen?", "Shenzhen")],
)
async def test_a_national_rule_holds_elsewhere(prepared: Prepared, text: str, place: str) -> None:
    """The ruling stays, and it is said why."""
    heard = await hear(prepared, text, RULED)
    assert heard.done.entries == RULED.entries
    assert place in heard.sentences[0].text


async def test_another_place_changes_nothing_of_other_matters(prepared: Prepared) -> None:
    """Only a ruling is known to rest on national rules."""
    heard = await hear(prepared, "那成都呢", LISTING)
    assert "全国统一" not in heard.text


async def test_a_penalty_is_that_of_what_was_told(prepared: Prepared) -> None:
    """A follow-up that led nowhere is no matter of its own; another question is."""
    heard = await hear(prepared, "不办会怎么罚", RULED, LED_NOWHERE)
    assert any(entry.startswith("rule.pipl-66") for entry in heard.done.entries)
    other = await hear(prepared, "不办会怎么罚", RULED, ANOTHER_MATTER)
    assert other.done.outcome == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "为什么数据要进场交易",
        "为什么你们这么慢",
        "原文在哪里下载",
        "Why do you ask?",
        "合同原文要翻译吗",
    ],
)
def test_who_asks_something_of_its_own(text: str) -> None:
    """Of other things, or of the desk."""
    assert sides_asked(text) == ()
