"""Rulings in the language of the visitor, as far as the tables have it."""

from __future__ import annotations

import msgspec
import pytest

from dialog.parts import Prepared
from dialog.reply.ruling_words import RulingWriter
from dialog.reply.words import Frame, Words
from knowledge.answers.tables import Ruling, rule_on
from knowledge.check.tables import check_tables
from knowledge.pack import Pack
from knowledge.types import DecisionTable, Row
from tests.knowledge.law_parts import TODAY
from tests.knowledge.small_parts import shipped_pack

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
ASKED = "personal information of 200000 customers goes abroad, none of it sensitive"


def said(prepared: Prepared, ruling: Ruling, *, english: bool = True) -> Words:
    """The words of a ruling."""
    frame = Frame(prepared.library.snapshot, "en" if english else "zh", TODAY)
    return RulingWriter(frame).write(ruling)


def test_an_english_visitor_reads_the_reviewed_english(prepared: Prepared) -> None:
    """Conclusion, assumptions and duties are English, and nothing is marked as Chinese only."""
    words = said(prepared, rule_on(ROUTE, [ASKED], TODAY))
    assert words.lines[0].text.startswith("100,000 people or more")
    assert {line.language for line in words.lines} == {"en"}
    assert not words.chinese_only
    assert [line.locked for line in words.lines[:2]] == [True, False]


def test_a_chinese_visitor_reads_chinese(prepared: Prepared) -> None:
    """The English is for who asks in English."""
    words = said(prepared, rule_on(ROUTE, [ASKED], TODAY), english=False)
    assert {line.language for line in words.lines} == {"zh"}


def test_what_has_no_english_is_told_in_chinese_and_marked(prepared: Prepared) -> None:
    """Where a row lacks its English, its words are those that were reviewed."""
    ruling = rule_on(ROUTE, [ASKED], TODAY)
    assert ruling.row is not None
    bare = msgspec.structs.replace(ruling.row, conclusion_english="")
    words = said(prepared, msgspec.structs.replace(ruling, row=bare))
    assert words.lines[0].text == bare.conclusion
    assert words.lines[0].language == "zh"
    assert words.chinese_only


def test_what_may_hold_is_told_in_english(prepared: Prepared) -> None:
    """All conclusions that may hold, with what is open, in one language."""
    rows = ROUTE.rows[-2:]
    ruling = Ruling(ROUTE, {}, unsure=("kind",), possible=rows)
    words = said(prepared, ruling)
    assert words.outcome == "partial"
    assert "Kind of data" in words.lines[0].text
    assert [line.text for line in words.lines[1:]] == [
        f"{n}. {row.conclusion_english}" for n, row in enumerate(rows, 1)
    ]


@pytest.mark.parametrize("row", ROUTE.rows, ids=lambda row: row.id)
def test_every_conclusion_holds_the_same_figures_in_both_languages(row: Row) -> None:
    """The thresholds of a row stand in its English as they do in its bounds."""
    assert row.conclusion_english
    assert len(row.duties_english) == len(row.duties)
    for bound in (row.min.get("people"), row.max.get("people")):
        assert not bound or f"{bound:,}" in row.conclusion_english


def with_rows(*rows: Row) -> Pack:
    """The shipped pack with other rows in its table."""
    changed = msgspec.structs.replace(ROUTE, rows=(*ROUTE.rows[: -len(rows)], *rows))
    documents = (d for d in shipped_pack().every() if d.id != ROUTE.id)
    return Pack(shipped_pack().profile, (*documents, changed))


def test_the_check_names_what_would_be_read_in_chinese() -> None:
    """A table that asks in English and concludes in Chinese is warned of; duties that are not one
    for one are wrong."""
    last = ROUTE.rows[-1]
    silent = with_rows(msgspec.structs.replace(last, conclusion_english=""))
    found = [f for f in check_tables(silent) if f.id == ROUTE.id]
    assert [(f.severity, f.code) for f in found] == [("warning", "no_english")]
    assert last.id in found[0].what
    uneven = with_rows(msgspec.structs.replace(last, duties_english=("One.",)))
    wrong = [f for f in check_tables(uneven) if f.id == ROUTE.id]
    assert [(f.severity, f.code) for f in wrong] == [("error", "table")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("把3000个骑手的轨迹传给国外总部", "种类按敏感个人信息算（您说的“轨迹”）"),
        ("5万客户的手机号传到新加坡", "种类按不含敏感的个人信息算（您说的“手机号”）"),
        ("敏感个人信息3000人出境", ""),
        ("把含重要数据的图纸传给国外", ""),
    ],
)
def test_the_kind_that_was_read_from_the_data_is_told(
    prepared: Prepared, text: str, told: str
) -> None:
    """Who named the kind knows it."""
    words = said(prepared, rule_on(ROUTE, [text], TODAY), english=False)
    lines = " ".join(line.text for line in words.lines)
    assert (told in lines) if told else ("种类按" not in lines)


def test_what_was_taken_out_is_named_before_it_is_asked_what_is_left(prepared: Prepared) -> None:
    """And the ruling that stands no more is no part of it."""
    texts = ["把3000个骑手的轨迹传给国外总部", "不传轨迹了"]
    words = said(prepared, rule_on(ROUTE, texts, TODAY), english=False)
    assert words.outcome == "clarify"
    assert words.lines[0].text.startswith("“轨迹”不算在内了")


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        ("800万", ("national-sensitive-assessment", "national-ordinary-assessment")),
        ("50万", ()),
        ("500", ()),
    ],
)
def test_nothing_is_asked_where_every_kind_comes_to_the_same(
    prepared: Prepared, number: str, rows: tuple[str, ...]
) -> None:
    """By the number alone; else the kind is asked for."""
    ruling = rule_on(ROUTE, [f"零售企业会员{number}人出境，评估还是备案"], TODAY)
    words = said(prepared, ruling, english=False)
    assert words.entries[1:] == rows
    assert (words.outcome == "clarify") is not bool(rows)
    assert words.lines[0].text.startswith("不用先分清") is bool(rows)


def test_a_kind_that_was_not_asked_for_is_not_asked_again(prepared: Prepared) -> None:
    """那50万人呢, after a number by which nothing turned on the kind."""
    texts = ["会员200万人的信息要传到日本", "那50万人呢"]
    words = said(prepared, rule_on(ROUTE, texts, TODAY), english=False)
    assert words.lines[0].text.startswith("要出境的是哪种")
