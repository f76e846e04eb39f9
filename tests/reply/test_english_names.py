"""What a thing is called in English."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.english_names import english_asked, version_asked
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)
LISTED = Exchange("数据产品挂牌要交哪些材料", "answered", ("list.listing-documents",))


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请问数据需方用英语怎么讲？", "Data buyer"),
        ("数据商翻译成英文叫什么", "Data merchant"),
        ("英语怎么说：上海市数据局", "Shanghai Municipal Data Bureau"),
        ("What do you call 数据供方 in English?", "Data supplier"),
        ("网络安全法的英文名称是什么", "Cybersecurity Law"),
    ],
)
async def test_a_name_is_told_from_the_glossary(prepared: Prepared, text: str, said: str) -> None:
    """Also behind another answer."""
    heard = await hear(prepared, text, LISTED)
    assert heard.done.outcome == "answered"
    assert said in heard.text


async def test_nothing_is_translated(prepared: Prepared) -> None:
    """What has no reviewed name is said to have none."""
    heard = await hear(prepared, "糖葫芦的英文怎么说")
    assert heard.done.outcome == "unknown"
    assert "没有收录" in heard.text


@pytest.mark.parametrize("text", ["英文怎么讲", "刚才那段用英语怎么说", "这个英语咋翻译"])
async def test_without_a_name_the_last_answer_is_told(prepared: Prepared, text: str) -> None:
    """In its reviewed English."""
    heard = await hear(prepared, text, LISTED)
    assert heard.done.entries == LISTED.entries
    assert heard.sentences[0].language == "en"


@pytest.mark.parametrize("text", ["用英语简单介绍一下你们", "用英文一句话介绍上海数据交易所"])
async def test_an_introduction_is_told_in_english(prepared: Prepared, text: str) -> None:
    """Of the exchange."""
    heard = await hear(prepared, text)
    assert heard.done.entries == ("entry.exchange-what",)
    assert heard.sentences[0].language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "你们有英文合同吗",
        "产品说明要不要写英文",
        "英文材料怎么提交",
        "可以讲英语吗",
        "数据交易怎么说明来源",
        "Is there an English website?",
        "What is a data vendor?",
    ],
)
def test_who_asks_for_no_name(text: str) -> None:
    """Papers, staff and questions in English."""
    assert english_asked(text) is None


@pytest.mark.parametrize(
    "text",
    ["好的，那有没有英文版", "有英文的吗", "英文的有没有", "is there an English version of that"],
)
async def test_the_english_version_is_of_what_was_told(prepared: Prepared, text: str) -> None:
    heard = await hear(prepared, text, LISTED)
    assert heard.done.entries == LISTED.entries
    assert "compliance assessment report" in heard.text


async def test_versions_of_other_things(prepared: Prepared) -> None:
    """Without an answer before it, the desk tells its languages; laws are not held in English."""
    alone = await hear(prepared, "有没有英文版")
    assert alone.done.entries == ("entry.assistant-english",)
    for text in (
        "个人信息保护法有没有英文版",
        "is there an English translation of the Data Security Law",
    ):
        assert (await hear(prepared, text, LISTED)).done.entries == ("gap.laws-in-english",)
    back = await hear(prepared, "is there a Chinese version of that", LISTED)
    assert "合规性评估报告" in back.text


@pytest.mark.parametrize(
    "text", ["有没有英文的合同", "有没有英文语料", "do you have English corpora"]
)
def test_things_in_english_are_no_version(text: str) -> None:
    assert version_asked(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "领导要一份两百字的贵所简介，今天下午就要",
        "写个你们单位的介绍给我",
        "give me a short overview of the exchange for my boss",
    ],
)
async def test_the_exchange_is_presented_in_a_few_words(prepared: Prepared, text: str) -> None:
    """To whom it is for, and how long, changes nothing of what it is."""
    heard = await listen(prepared.turn, text, (), TODAY)
    assert heard.done.entries == ("entry.exchange-what",)
