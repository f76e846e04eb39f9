"""The form for the ear: said as people say it, and never another figure than is shown."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avatar.numerals import figures, integer
from avatar.spoken import Normaliser

NORMALISER = Normaliser()

SAID = {
    "3~5个工作日": "三至五个工作日",
    "开放时间9:30-17:00": "开放时间九点三十分至十七点",
    "9:05": "九点零五分",
    "3.5%": "百分之三点五",
    "10%~20%": "百分之十至百分之二十",
    "100%": "百分之一百",
    "5‰": "千分之五",
    "￥1,234.50": "一千二百三十四点五零元",
    "¥3,000万": "三千万元",
    "押金2万元": "押金两万元",
    "$500": "五百美元",
    "人民币500元": "五百元",
    "1.2亿元": "一点二亿元",
    "12,345人": "一万二千三百四十五人",
    "100,000": "十万",
    "2024年1月1日": "二零二四年一月一日",
    "2025-04-03": "二零二五年四月三日",
    "2025.4.3": "二零二五年四月三日",
    "2021—2023年": "二零二一至二零二三年",
    "10年": "十年",
    "电话13800138000": "电话幺三八\u2009零零幺三\u2009八零零零",
    "021-62890000": "零二幺 六二八九\u2009零零零零",
    "热线电话是12345": "热线电话是幺二三四五",
    "12345热线": "幺二三四五热线",
    "财会〔2023〕11号": "财会二零二三，十一号",
    "国办发〔2025〕第7号": "国办发二零二五，第七号",
    "GB/T 37932—2025": "G B 斜杠 T 三七九三二 杠 二零二五",
    "GB/T 37932—2025第8.2条": "G B 斜杠 T 三七九三二 杠 二零二五，第八点二条",
    "GB 45438-2025": "G B 四五四三八 杠 二零二五",
    "DB11/T 2348-2024": "D B 十一 斜杠 T 二三四八 杠 二零二四",
    "v2.10.3": "V 二点十点三",
    "T+1": "T 加一",
    "第23条第2款": "第二十三条第二款",
    "第二十三条（三）": "第二十三条第三项",
    "第二十三条第（三）项": "第二十三条第三项",
    "第三条（2）": "第三条第二项",
    "1. 提交证明": "第一，提交证明",
    "2、复核": "第二，复核",
    "（一）主体审核": "第一，主体审核",
    "③ 登记": "第三，登记",
    "见https://www.nda.gov.cn/a/2024/1.html。": "见屏幕上的网址。",
    "写信到a1@b.com": "写信到屏幕上的邮箱",
    "API和SDK": "A P I和S D K",
    "2个人": "两个人",
    "12个月": "十二个月",
    "2月2日": "二月二日",
    "第2条": "第二条",
    "2小时": "两小时",
    "2/3以上": "三分之二以上",
    "-5℃": "负五摄氏度",
    "≥100万人": "大于等于一百万人",
    "5-10人": "五至十人",
    "房间3-2-1": "房间三杠二杠一",
    "007号": "零零七号",
    "０.５％": "百分之零点五",
    "下午3点": "下午三点",
    "5G": "五G",
    "**重要**数据": "重要数据",
}


@pytest.mark.parametrize("shown", SAID)
def test_said(shown: str) -> None:
    """Each kind of figure is said the way a careful speaker says it."""
    assert NORMALISER.spoken(shown).text == SAID[shown]


ENGLISH = {
    "See Art. 22 and Arts. 9.": "See Article 22 and Articles 9.",
    "Caikuai [2023] No. 11": "Caikuai 2023, Number 11",
    "CNY 1,000 million": "1,000 million yuan",
    "¥50": "50 yuan",
    "3-5 days": "3 to 5 days",
    "5% at most": "5 percent at most",
    "GB/T 37932-2025": "G B T 37932, 2025",
    "the PIPL": "the P I P L",
    "1. Submit": "Number 1, Submit",
    "see https://a.cn/1?b=2": "see the address on the screen",
    "the helpline 12356": "the helpline 1\u20092\u20093\u20095\u20096",
    "We call 120,000 people": "We call 120,000 people",
}


@pytest.mark.parametrize("shown", ENGLISH)
def test_said_in_english(shown: str) -> None:
    """English keeps its figures and loses its abbreviations."""
    assert NORMALISER.spoken(shown, "en").text == ENGLISH[shown]


@given(st.integers(0, 10**16 - 1))
def test_integers_read_back(value: int) -> None:
    """Every number up to sixteen digits is read back as itself."""
    assert figures(integer(str(value))) == Counter([str(value)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3.05和3.5", ["3", ".05", "3", ".5"]),
        ("三点零五", ["3", ".05"]),
        ("50万与五十万", ["500000", "500000"]),
        ("17:00", ["17"]),
        ("①和第二", ["1", "2"]),
        ("二零二四年两个", ["2024", "2"]),
        ("https://a.cn/1", []),
        ("百分之五", ["5"]),
    ],
)
def test_figures(text: str, found: list[str]) -> None:
    """Figures are found in digits and in characters alike, and addresses hold none."""
    assert figures(text) == Counter(found)


NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(1000, 10**9).map(lambda n: f"{n:,}"),
    st.decimals(0, 9999, places=2).map(str),
    st.integers(1, 999).map(lambda n: f"{n}万"),
)
FORMS = st.one_of(
    NUMBERS.map(lambda n: f"共{n}元，"),
    NUMBERS.map(lambda n: f"￥{n}。"),
    NUMBERS.map(lambda n: f"达到{n}人以上"),
    st.decimals(0, 100, places=1).map(lambda n: f"{n}%"),
    st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda p: f"{p[0]}~{p[1]}个工作日"),
    st.dates().map(lambda d: f"自{d.year}年{d.month}月{d.day}日起"),
    st.dates().filter(lambda d: d.year > 1900 and d.year < 2100).map(lambda d: d.isoformat()),
    st.times().map(lambda t: f"在{t.hour}:{t.minute:02}前"),
    st.integers(1, 1260).map(lambda n: f"《民法典》第{n}条"),
    st.integers(1, 99).map(lambda n: f"财会〔2023〕{n}号"),
    st.integers(1000, 99999).map(lambda n: f"GB/T {n}—2025"),
    st.integers(13000000000, 19999999999).map(lambda n: f"，电话{n}，"),
    st.lists(st.integers(0, 30), min_size=2, max_size=3).map(lambda v: "v" + ".".join(map(str, v))),
    st.sampled_from(["数据", "三年", "一般", "十分", "，", "。", "（二）", "API", "两家"]),
)


@given(st.lists(FORMS, max_size=8).map(" ".join))
@settings(max_examples=300)
def test_spoken_figures_are_the_shown_ones(shown: str) -> None:
    """Whatever typed figures a sentence holds, the same are said, all of them in words."""
    spoken = NORMALISER.spoken(shown)
    assert figures(spoken.text) == figures(shown)
    assert not re.search("[0-9]", spoken.text)


ODD = "0123456789０５.,:：，。-—~%年月日元万亿十百一二三零两点第条（）()〔〕/ ¥vT+GB个①热线分之"


@given(st.text(ODD, max_size=16))
@settings(max_examples=500)
def test_odd_text_keeps_its_figures(shown: str) -> None:
    """Signs and figures in any order never change what is said."""
    assert figures(NORMALISER.spoken(shown).text) == figures(shown)


@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_the_way_back(shown: str, language: str) -> None:
    """Each spoken character points to a stretch of the shown text, in rising order, and what no
    rule changes points to itself."""
    spoken = NORMALISER.spoken(shown, language)  # type: ignore[arg-type]
    assert len(spoken.text) == len(spoken.origins)
    assert all(0 <= start <= end <= len(shown) for start, end in spoken.origins)
    assert list(spoken.origins) == sorted(spoken.origins)
    plain = "数据交易所"
    assert NORMALISER.spoken(plain).origins == tuple((i, i + 1) for i in range(len(plain)))


def test_the_way_back_of_a_range() -> None:
    """三 and 五 stand for the shown 3 and 5."""
    shown = "共3~5个"
    spoken = NORMALISER.spoken(shown)
    said = {
        character: shown[slice(*origin)]
        for character, origin in zip(spoken.text, spoken.origins, strict=True)
    }
    assert said == {"共": "共", "三": "3", "至": "~", "五": "5", "个": "个"}


def test_pronunciations() -> None:
    """A pack's pronunciation is used for its name, whole words only; one that would change a
    figure is not used."""
    normaliser = Normaliser({"CIIO": "关基运营者", "B2B": "B to B"})
    assert normaliser.spoken("CIIO应当").text == "关基运营者应当"
    assert normaliser.spoken("XCIIO").text == "X C I I O"
    assert normaliser.spoken("B2B").text == "B二B"
