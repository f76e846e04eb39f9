"""Numerals and typed spans: every figure read as it was meant, estimates never as figures."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.reply.law_places import chinese_numeral
from knowledge.answers.days import asked_day
from knowledge.numerals import arabic, chinese_number
from knowledge.quantities import day_of, quantities

TODAY = date(2026, 6, 1)
NUMERALS = set("零〇○一二两三四五六七八九十百千万亿")


def statute(number: int) -> str:
    """A number as statutes write it, up to 99,999,999."""
    if number < 10000:
        return chinese_numeral(number)
    high, low = divmod(number, 10000)
    text = chinese_numeral(high) + "万"
    if low:
        text += ("零" if low < 1000 else "") + (
            "一" * (10 <= low < 20) + chinese_numeral(low) if low else ""
        )
    return text


@given(st.integers(0, 99_999_999))
def test_statute_numerals_round_trip(number: int) -> None:
    """Every number that a statute can write is read back, alone and before a measure word."""
    text = statute(number)
    assert chinese_number(text) == number
    assert arabic(f"第{text}条") == f"第{number}条"
    # 一千人 is a number, a bare 万人 or 一 is a word.
    assert arabic(f"共{text}人") == f"共{number}人"


@pytest.mark.parametrize("number", [*range(120), 999, 1000, 1001, 1010, 1019, 1100, 9999])
def test_article_numerals_round_trip(number: int) -> None:
    """The numerals that replies write are read back."""
    assert chinese_number(chinese_numeral(number)) == number


WRITINGS = st.sampled_from(
    ["{0}万{1:04}", "{0}万零{1}", "{0} 万零 {1}", "{0}w{1:04}", "{2}万{1:04}"]
)


@given(WRITINGS, st.integers(1, 9999), st.integers(1, 999))
def test_a_tail_never_stands_for_the_whole(writing: str, myriads: int, rest: int) -> None:
    """In whatever way figures follow 万, they are counted with what stands before it."""
    text = writing.format(myriads, rest, chinese_numeral(myriads)) + "人"
    assert re.sub(" ", "", arabic(text)) == f"{myriads * 10**4 + rest}人"


@given(st.text(max_size=40).filter(lambda t: not NUMERALS & set(t) and not re.search(r"\d", t)))
def test_text_without_numerals_stays(text: str) -> None:
    """Text without numerals of any kind is not touched."""
    assert arabic(text) == text


NUMBERS = st.text(alphabet="一二三十百千万亿零点百分之第条人多几,.0123456789 年kK", max_size=20)
LOOKED_FOR = "1,2。百分之。年点万一"
"""All that is looked for before a way of writing is tried, and none of it a number."""


@given(NUMBERS)
def test_what_is_not_tried_would_change_nothing(text: str) -> None:
    """Beside signs of all ways of writing, for which each of them is tried, a text is written as it
    is by itself."""
    assert arabic(LOOKED_FOR) == LOOKED_FOR
    assert arabic(f"{LOOKED_FOR}。。。{text}") == f"{LOOKED_FOR}。。。{arabic(text)}"


@given(NUMBERS)
def test_arabic_twice_is_once(text: str) -> None:
    """Writing numbers out is stable, and it ends."""
    assert arabic(arabic(text)) == arabic(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一般情况",
            "三权分置",
            "十分重要",
            "万一出事",
            "千万别卖",
            "一方面",
            "统一",
            "百姓",
            "一旦",
        ),
        *("一一对应", "十万火急", "百度", "第三方", "十四五规划", "三三两两", "一些", "半年"),
        *("几十万人", "数百家", "十几万人", "两三万人", "五六个", "三四天", "八九百人", "上万人"),
    ],
)
def test_idioms_and_estimates_stay(text: str) -> None:
    """Idioms are no numbers, and an estimate is never turned into a figure."""
    assert arabic(text) in (text, text.replace("第三方", "第3方"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3千人", "3000人"),
        ("1亿2千万条", "120000000条"),
        ("3万5千人", "35000人"),
        ("3万5", "35000"),
        ("1.1亿", "110000000"),
        ("2.3万", "23000"),
        ("50多万人", "500000多人"),
        ("二十多万人", "200000多人"),
        ("两千五百万", "25000000"),
        ("一万二", "12000"),
        ("一百零五条", "105条"),
        ("一万一千人", "11000人"),
        ("百分之十五点五", "15.5%"),
        ("百分之零点五", "0.5%"),
        ("二点五万", "25000"),
        ("二〇二四年三月", "2024年3月"),
        ("1,234,567", "1234567"),
        ("5.00", "5.00"),
        ("人数十万", "人数100000"),
        ("1 million people", "1000000 people"),
        ("50k users", "50000 users"),
        ("half a million users", "500000 users"),
        ("a quarter of a million users", "250000 users"),
        ("three hundred thousand users", "300000 users"),
        ("fewer than a million users", "fewer than a million users"),
        ("100万3年", "1000000 3年"),
        ("99万9998人", "999998人"),
        ("20万零7人", "200007人"),
        ("20万零4百人", "200400人"),
        ("二十万零4百人", "200400人"),
        ("36万5千4百2十1名", "365421名"),
        ("36万五千四百二十一名", "365421名"),
        ("3亿零6万", "300060000"),
        ("3亿4000万5000人", "340005000人"),
        ("1万3千亿", "1300000000000"),
        ("4千〇8人", "4008人"),
        ("6百50人", "650人"),
        ("20 万 6000 人", "206000 人"),
        ("20万 6000人", "206000人"),
        ("1万7人", "10007~17000人"),
        ("20万2024年", "200000 2024年"),
        ("叁拾万零贰人", "300002人"),
        ("廿万人", "200000人"),
        ("12w3456人", "123456人"),
        ("120 000人", "120000人"),
        ("5千零担货主", "5000零担货主"),
    ],
)
def test_written_in_figures(text: str, written: str) -> None:
    """Spoken, mixed and English ways of writing a number give its figures."""
    assert arabic(text) == written


SPANS = st.text(
    alphabet="0123456789年月日号.-/第条%元人万个多 GBT/gbtabcarticle，至0138", max_size=40
)


@given(st.text(max_size=60) | SPANS)
def test_spans_lie_inside_and_apart(text: str) -> None:
    """Spans come in order, lie inside the text and never overlap."""
    end = 0
    for span in quantities(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        assert day_of(span) is None or span.kind == "date"


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("2024年50万人出境", "date", 20240000, ""),
        ("2024年12人", "number", 12, "人"),
        ("2024-03", "date", 20240300, ""),
        ("2024.3.22", "date", 20240322, ""),
        ("2024年3月22号", "date", 20240322, ""),
        ("第五十五条", "article", 55, ""),
        ("GB/T 37932-2025", "standard", 37932, "2025"),
        ("罚款五十万元", "money", 500000, "元"),
        ("15个工作日", "duration", 15, "工作日"),
        ("百分之五", "percent", 5, ""),
        ("50多万人", "number", 500000, "人"),
        ("12345热线", "phone", 12345, ""),
    ],
)
def test_kinds_of_spans(text: str, kind: str, value: float, unit: str) -> None:
    """Each kind is found with its value and unit."""
    assert (kind, value, unit) in [(q.kind, q.value, q.unit) for q in quantities(arabic(text))]


@pytest.mark.parametrize(
    "text",
    [
        *("20几万人", "几十万人", "两三万人", "5m people", "v2"),
        *("12万34567人", "1.2万3000人", "几十万5000人", "12,3456人", "12 3456人", "1k5人"),
        *("12万3456.5人", "5千3万人", "1亿20000万人"),
    ],
)
def test_no_number_where_none_is_meant(text: str) -> None:
    """An estimate or a name with figures states no number, nor does a part of one that cannot be
    read."""
    assert [q for q in quantities(arabic(text)) if q.kind == "number"] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("第21条", TODAY),
        ("2025年12月31日", date(2025, 12, 31)),
        ("2024年时", date(2024, 1, 1)),
        ("二〇二四年三月", date(2024, 3, 1)),
        ("2024年3月22日以前", date(2024, 3, 21)),
        ("2026年之前", date(2025, 12, 31)),
        ("2024年底", date(2024, 12, 31)),
        ("2024年末", date(2024, 12, 31)),
        ("2024年2月底", date(2024, 2, 29)),
        ("从2023年1月1日起累计", TODAY),
        ("2024年3月22日之后", TODAY),
        ("2016年版的法律", TODAY),
        ("2024年50万人", date(2024, 1, 1)),
        ("2024年13月", TODAY),
        ("2024年2月30日", TODAY),
    ],
)
def test_the_day_of_a_question(text: str, day: date) -> None:
    """The day that a question speaks of; a version's year or a start until now is none."""
    assert asked_day(text, TODAY) == day
