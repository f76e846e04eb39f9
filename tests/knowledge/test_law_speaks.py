"""Which articles of a law speak of a matter, and what an article is wrongly taken to be about."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.law_taken import taken_for
from knowledge.answers.law_topics import is_penal
from knowledge.answers.rules import LawBook
from knowledge.pack import read
from knowledge.text import normalise
from knowledge.types import Law, Rule

DAY = date(2026, 11, 22)
PACK = read()
BOOK = LawBook(PACK.all(Law), PACK.all(Rule))


@pytest.mark.parametrize(
    ("question", "law", "matter"),
    [
        ("个保法哪条讲单独同意", "pipl", "单独同意"),
        ("个人信息保护法哪几条提到单独同意", "pipl", "单独同意"),
        ("数据安全法哪条讲重要数据", "dsl", "重要数据"),
    ],
)
def test_all_articles_that_speak_of_a_matter_are_named(
    question: str, law: str, matter: str
) -> None:
    """Each article with a gist that says it, whatever else the article is about."""
    found = BOOK.look_up(question, DAY)
    assert found is not None
    assert found.aspect == "places"
    said = {
        r.article
        for r in PACK.all(Rule).values()
        if r.law == law and matter in f"{r.gist}{r.topics}" and BOOK.holds(r, DAY)
    }
    told = {r.article for r in found.rules}
    fines = {r.article for r in PACK.all(Rule).values() if r.law == law and is_penal(r)}
    assert said - fines <= told <= said
    assert len(told) > 3


def test_few_articles_are_told_and_not_only_named() -> None:
    """All three that speak of it, where several are asked for."""
    found = BOOK.look_up("个保法哪几条提到影响评估", DAY)
    assert found is not None
    assert found.aspect == "every"
    assert {r.article for r in found.rules} == {55, 56}


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("数据安全法第三十三条是不是讲跨境的", "跨境"),
        ("个保法第24条说的是敏感信息吧", "敏感信息"),
        ("个保法第55条规定要72小时报告吧", "要72小时报告"),
        ("敏感个人信息是个保法第24条来着？", "敏感个人信息"),
        ("敏感个人信息写在个保法第28条里对吧", ""),
        ("我们公司是依据个保法第24条做的推送", ""),
        ("个保法38条是讲跨境的吧", ""),
        ("个保法第55条是不是讲敏感信息的", ""),
        ("个保法第31条讲小孩的，对吗", ""),
        ("个保法第31条讲什么", ""),
        ("个保法第24条说的是什么", ""),
    ],
)
def test_what_an_article_is_wrongly_taken_for_is_said(question: str, matter: str) -> None:
    """Only where nothing that is held of it may say so, and only where a yes is wanted."""
    found = BOOK.look_up(question, DAY)
    assert found is not None
    assert found.matter == matter


def test_where_it_stands_is_told() -> None:
    """By the topics of the articles of that law; nothing where that is not held."""
    found = BOOK.look_up("敏感个人信息是个保法第24条吧", DAY)
    assert found is not None
    assert found.saying == (28, 29, 30)
    found = BOOK.look_up("数据安全法第三十三条是不是讲跨境的", DAY)
    assert found is not None
    assert 33 not in found.saying


def test_of_nothing_held_nothing_is_denied() -> None:
    """Without a gist it is not known what an article says."""
    assert taken_for(normalise("个保法第33条是不是讲跨境的"), ()) == ""
