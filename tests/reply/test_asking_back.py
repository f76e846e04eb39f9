"""The question back to who names an article of no law, or a matter by what is asked of it alone."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.asking_back import only_an_article
from dialog.reply.scraps import scrap_of
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY


async def hear(prepared: Prepared, text: str) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, (), DAY)


@pytest.mark.parametrize(
    "question", ["第五十五条", "第五十五条讲什么", "五十五条第二款", "Article 55"]
)
async def test_an_article_of_no_law_is_asked_back(prepared: Prepared, question: str) -> None:
    """With the laws that hold something under this number as choices, each asking for itself."""
    heard = await hear(prepared, question)
    assert heard.done.outcome == "clarify"
    assert heard.pointers
    english = question.startswith("A")
    assert all(("Article 55" if english else "第五十五条") in c for c in heard.pointers)
    picked = await hear(prepared, heard.pointers[0])
    assert picked.done.outcome == "answered"
    assert picked.done.route == "law"


async def test_a_number_that_no_law_has_gets_no_choices(prepared: Prepared) -> None:
    """Then the name of the law is asked for."""
    heard = await hear(prepared, "第999条")
    assert heard.done.outcome == "clarify"
    assert not heard.pointers


@pytest.mark.parametrize(
    "text", ["第五十五条是不是取消了", "55个人", "5条数据", "个保法第五十五条"]
)
def test_more_than_a_number_is_no_bare_article(text: str) -> None:
    """Whatever else is said may be meant."""
    assert not only_an_article(text)


@pytest.mark.parametrize(
    ("text", "scrap"),
    [
        ("a", "scrap"),
        ("。。。！！", "scrap"),
        ("费", "scrap"),
        ("データを販売したいのですが", "tongue"),
        ("데이터 거래소에 등록하려면?", "tongue"),
        ("Какие документы нужны?", "tongue"),
        ("Wie kann ich Daten verkaufen?", "tongue"),
        ("Quels documents faut-il pour inscrire un produit ?", "tongue"),
        ("1", ""),
        ("喂", ""),
        ("我们公司叫サンリオ，能卖数据吗", ""),
        ("wo que le shu ju", ""),
        ("How do I sell data to Deutsche Bank und Siemens?", ""),
    ],
)
def test_what_cannot_be_read(text: str, scrap: str) -> None:
    """One character, or another language; a name in it, and pinyin, are none."""
    assert scrap_of(text) == scrap


async def test_nothing_is_guessed_of_scraps(prepared: Prepared) -> None:
    """They were bidden farewell, thanked, or given pointers."""
    for text in ("a", "那再后面呢", "再来一个", "？"):
        heard = await listen(prepared.turn, text, (), DAY)
        assert (heard.done.outcome, heard.done.route) == ("clarify", "ask_back")
    heard = await listen(prepared.turn, "데이터를 팔고 싶습니다", (), DAY)
    assert "English" in heard.text
    assert "英语" in heard.text
