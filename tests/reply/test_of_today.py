"""An answer of today to a question of an earlier day says what did not hold then."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dialog.parts import Prepared
from dialog.reply.of_today import asked_about, of_today
from dialog.reply.words import Frame, Line, Words
from knowledge.types import Language, SourceItem
from tests.knowledge.small_parts import small_snapshot

TODAY = date(2026, 11, 22)
SNAPSHOT = small_snapshot()
STANDARD = SourceItem("示例安全要求", "标准", date="2026-07-01")
LAW = SourceItem("中华人民共和国示例法", "法律", law="示例法", effective_from="2021-11-01")
REPORT = SourceItem("示例报道", "媒体", date="2026-10-01")


def told(
    question: str, *sources: SourceItem, text: str = "要登记。", language: Language = "zh"
) -> Words:
    """What is said of an entry that rests on some sources."""
    words = Words("answered", (Line(text, language=language),), "faq", sources=sources)
    return of_today(Frame(SNAPSHOT, language, TODAY), words, question)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("2023年5月，没有授权的名单能卖吗", date(2023, 5, 1)),
        ("2022年的时候挂牌要交什么", date(2022, 1, 1)),
        ("23年那会儿要评估吗", date(2023, 1, 1)),
        ("Back in May 2023, could lists be sold?", date(2023, 5, 1)),
        ("Was a report needed in 2023?", date(2023, 1, 1)),
        ("Is a report needed?", None),
        ("2023年成立的公司能入驻吗", None),
        ("2022年的老办法和2024年的新规打架，听谁的", None),
        ("2022年的规定是怎么说的", date(2022, 1, 1)),
        ("我们2022年攒的数据能卖吗", None),
        ("挂牌要交什么", None),
        ("前年挂牌要交什么", date(2024, 1, 1)),
        ("四年以前挂牌要交什么", date(2022, 1, 1)),
        ("四年以前的名单能卖吗", None),
        ("2022年3月到8月挂牌要交什么", date(2022, 3, 1)),
        ("2022年搬过机房，今年要卖名单，行吗", None),
        ("2027年还要登记吗", None),
        ("现在要登记吗", None),
    ],
)
def test_an_earlier_day_is_asked_about(question: str, day: date | None) -> None:
    """A year that tells of a thing, or lies ahead, asks about no earlier day."""
    found = asked_about(question, TODAY)
    assert (found is None) == (day is None)
    assert day is None or (found is not None and found.year == day.year)


def test_what_did_not_hold_then_is_named_with_its_first_day() -> None:
    """The standard and not the law that held already; a report is no rule."""
    words = told("2023年5月，名单能卖吗", STANDARD, LAW, REPORT)
    assert words.outcome == "partial"
    assert "《示例安全要求》（2026年7月1日起施行）还没有施行" in words.lines[-1].text
    assert "示例法" not in words.lines[-1].text
    assert not words.lines[-1].locked


def test_it_is_said_in_english() -> None:
    """To who asks in English."""
    words = told("Back in May 2023, could lists be sold?", STANDARD, language="en")
    assert "in force since 1 July 2026" in words.lines[-1].text


@pytest.mark.parametrize(
    ("question", "sources", "text"),
    [
        ("名单能卖吗", (STANDARD,), "要登记。"),
        ("2023年5月，名单能卖吗", (LAW, REPORT), "要登记。"),
        ("2023年5月，名单能卖吗", (STANDARD,), "国标2026年7月1日起施行，之前没有收录。"),
    ],
)
def test_nothing_is_added_where_all_held_or_is_said(
    question: str, sources: tuple[SourceItem, ...], text: str
) -> None:
    """No day, nothing later, or the first day stands in the answer itself."""
    assert told(question, *sources, text=text).outcome == "answered"


def test_a_rule_says_it_as_well() -> None:
    """A rule that was found by its matter is told as of today."""
    words = Words("answered", (Line("要审计。"),), "rule", sources=(LAW,))
    told_then = of_today(Frame(SNAPSHOT, "zh", TODAY), words, "2021年5月要审计吗")
    assert "示例法》（2021年11月1日起施行）" in told_then.lines[-1].text


def test_what_went_on_for_years_is_held_against_its_end() -> None:
    """The law was in force while it was still done."""
    today = date(2026, 11, 29)
    day = asked_about("从2023年10月到2026年3月一直把名单传给美国，会怎么罚", today)
    assert day == date(2026, 3, 31)


async def test_only_what_is_told_counts(prepared: Prepared) -> None:
    """A law that stands among the sources and in no sentence was said not to have applied."""
    snapshot = prepared.library.snapshot
    frame = Frame(snapshot, "zh", TODAY)
    sources = tuple(
        SourceItem(f"中华人民共和国{title}" if "法" in title else title, "法规", law=title,
                   effective_from=since)
        for title, since in (("个人信息保护法", "2021-11-01"),
                             ("网络数据安全管理条例", "2025-01-01"))
    )  # fmt: skip
    said = Words("answered", (Line("要约定，见《个人信息保护法》第二十一条。"),), "faq",
                 sources=sources)  # fmt: skip
    assert of_today(frame, said, "2023年5月委托处理要约定什么").outcome == "answered"
    both = msgspec.structs.replace(
        said, lines=(*said.lines, Line("记录留3年，见《网络数据安全管理条例》第十二条。"))
    )
    assert of_today(frame, both, "2023年5月委托处理要约定什么").outcome == "partial"
    by_name = of_today(frame, both, "2023年5月，按个保法委托处理要约定什么")
    assert by_name.outcome == "answered"


def test_what_began_within_the_time_is_said_so() -> None:
    """It was said not to have applied yet in a year in which it began."""
    within = of_today(
        Frame(SNAPSHOT, "zh", date(2027, 3, 1)),
        Words("answered", (Line("要登记。"),), "faq", sources=(STANDARD,)),
        "2026年的时候名单能卖吗",
    )
    assert "那段时间里才施行" in within.lines[-1].text
