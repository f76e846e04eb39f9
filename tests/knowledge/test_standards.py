"""Standards by their number: what is held of a section, and what is not held."""

from __future__ import annotations

import re

import pytest

from dialog.parts import Prepared
from knowledge.answers.standards import StandardFinding, Standards
from knowledge.types import Claim, Document, Origin, Source
from tests.knowledge.law_parts import TODAY, real, told
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_same_case import talk

STANDARDS = Standards(shipped_pack().every(), shipped_pack().all(Claim))
TRADE = "GB/T 37932—2025"


def asked(question: str) -> StandardFinding:
    """What is found for a question of a standard."""
    found = STANDARDS.look_up(question, TODAY)
    assert found is not None, question
    return found


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("国标37932第8.1条讲什么", "8.1"),
        ("GB/T 37932—2025第六点二条", "6.2"),
        ("GB/T37932 4.2条b)怎么说", "4.2b)"),
        ("37932的第8章", "8"),
        ("what does section 8.1 of GB/T 37932 say", "8.1"),
        ("GB/T 37932 clause 9.1", "9.1"),
    ],
)
def test_a_section_is_told_by_what_stands_there(question: str, section: str) -> None:
    """Each claim that is told rests on the section or on a part of it, and on no other."""
    found = asked(question)
    assert found.source is not None
    assert (found.source.number, found.section) == (TRADE, section)
    places = [c.origin.section.replace(" ", "") for group in found.claims for c in group]
    assert places
    within = re.compile(rf"(?:^|；){re.escape(section)}(?!\d)")
    assert all(within.search(place) for place in places)


def test_parts_of_a_citation_are_sections_of_their_own() -> None:
    """4.2 a)、b)；6.1 rests on three sections, and 4.21 is none of them."""
    source = Source("src.x", title="某标准", number="GB/T 99999—2024", grade="标准")
    origin = Origin(source="src.x", section="4.2 a)、b)；6.1")
    claim = Claim("c", subject="甲", predicate="乙", object="丙", origin=origin, grade="标准")
    documents: tuple[Document, ...] = (source, claim)
    book = Standards(documents, {"c": claim})
    for section, held in {"4.2a)": 1, "4.2b)": 1, "6.1": 1, "4": 1, "4.21": 0, "6.2": 0}.items():
        found = book.look_up(f"GB/T 99999第{section}", TODAY)
        assert found is not None
        assert (found.section, len(found.claims)) == (section, held)


@pytest.mark.parametrize(
    "question", ["GB/T 35273还有效吗", "does GB/T 42574 apply", "国标20984讲什么"]
)
def test_a_number_that_nothing_bears_is_not_held(question: str) -> None:
    """Another standard is no answer to it."""
    found = asked(question)
    assert found.source is None
    assert TRADE in [s.number for s in found.others]


@pytest.mark.parametrize(
    "question",
    [
        "GB/T 20986里事件分几级",  # A gap says that it is not held, and more.
        "GB/T 37932—2019第5条",  # What the present edition says is no answer to the old one.
        "GB/T 37932什么时候实施",
        "做交付服务商必须有ISO27001证书吗",
        "国标2025年换新版了吗",
        "收费标准3000元算贵吗",
        "标准合同适用于100000人吗",
        "国标的八个步骤是什么",
        "37932条数据能卖多少钱",
    ],
)
def test_what_is_none_of_its_business(question: str) -> None:
    """Other numbers, and what documents answer better."""
    assert STANDARDS.look_up(question, TODAY) is None


def test_the_whole_is_told_with_the_sections_that_are_held() -> None:
    """In the order of the standard."""
    found = asked("37932这个标准讲啥")
    assert found.section == ""
    assert found.sections == tuple(sorted(found.sections, key=int))
    assert {"4", "8"} <= set(found.sections)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("那8.2呢", "8.2"),
        ("那4.2条b)讲什么", "4.2b)"),
        ("and section 9.1", "9.1"),
        ("3.2版本呢", ""),
    ],
)
def test_another_section_of_the_same(text: str, section: str) -> None:
    """Behind a question of the standard alone."""
    found = STANDARDS.follow_up(text, ["GB/T 37932第8.1条讲什么"], TODAY)
    assert (found.section if found else "") == section
    assert STANDARDS.follow_up(text, ["挂牌要哪些材料"], TODAY) is None


async def test_it_is_said_with_its_source(prepared: Prepared) -> None:
    """A section, one of which nothing is held, and a standard that is not held."""
    asked_of = ("国标37932第6.2条讲什么", "GB/T 37932第12.9条", "GB/T 35273还有效吗")
    heard = [await talk(prepared, question) for question in asked_of]
    outcomes, texts = [h.done.outcome for h in heard], [h.text for h in heard]
    assert outcomes == ["partial", "unknown", "unknown"]
    assert "依法成立并有效存续" in texts[0]
    assert "没有收录" in texts[1]
    assert "GB/T 35273" in texts[2]
    assert "不能拿来代替" in texts[2]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("个保法第零条", "没有第0条，《个人信息保护法》的最后一条是第七十四条。"),
        ("数据安全法最后一条", "第五十五条"),
        ("what does the last article of PIPL say", "第七十四条"),
        ("数安法第五章讲什么", "没有记录每一章包括哪几条。它共55条"),
    ],
)
def test_the_ends_and_chapters_of_a_law(question: str, says: str) -> None:
    """The last article by its number, none before the first, and chapters, which are not held."""
    assert says in told(real(question))[1]
