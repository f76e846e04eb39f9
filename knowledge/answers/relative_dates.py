"""Dates that a text tells by the present day (去年, 三年前, 上个月, two years ago), and periods
whose ends share one year (2024年1月到6月, from January to June 2024), written out as whole dates.
Pure; over normalised texts.

What is of a thing and no time at all (去年的订单, 三年以前的数据, 目前年收入) stays as it is.
"""

from __future__ import annotations

import re
from datetime import date

from knowledge.partial_dates import MONTHS

RULES_OF_THEN = (
    r"(?:时候?|那|当时|规定|要求|法|条例|办法|标准|政策|说法|规矩|[底末初]|[上下]半年|\d)"
)
"""What follows 的 behind a date that is asked about."""
_FREE = (
    rf"(?!度|后|的(?!{RULES_OF_THEN})|年?[底末初]?的(?!{RULES_OF_THEN})|(?:\d{{1,2}})月份?的"
    rf"(?!{RULES_OF_THEN}))"
)
_YEARS = (
    (re.compile(rf"大前年(?:时|的?(?:时候|那会儿?))?{_FREE}"), 3),
    (
        re.compile(
            rf"(?<![目当之以往提先生空史])前年(?![均龄份产利收轻薪限华]|会(?!不会|要|被|有)|科技|网络|文化)"
            rf"(?:时|的?(?:时候|那会儿?))?{_FREE}"
        ),
        2,
    ),
    (re.compile(rf"(?<![出回进失过])去年(?![龄轻])(?:时|的?(?:时候|那会儿?))?{_FREE}"), 1),
    (re.compile(r"今年(?=\d{1,2}(?:月|(?:到|至|[-—~])\d{1,2}月)|年?初|上半年)"), 0),
)
_FINANCIAL = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年?\s?(?:财政年度|财年度?|会计年度)")
_THEN = re.compile(r"(?:当年|那[一1]?年|同年)\((?P<year>(?:19|20)\d\d)年?\)")
_LAST_YEAR = re.compile(
    r"上[1一]?个?(?:财政|会计)?年度(?![营经均末总报]|销售|交易[额量]|收入|利润|财务|审计|纳税|平均|产值)"
    rf"{_FREE}"
    r"(?=[^。;?!%]*(?:传|发[给到往送布]|送|提供|出境|跨境|导出|共享|卖|出售|规定|评估|申报|备案))"
    r"(?![^。;?!]*(?:罚|%|营业额))"
)
"""The year before this one, but that of a fine: 上一年度营业额百分之五."""
_BACK = rf"(?:以|之)?前(?!后|年|[23456789]年|\d|提){_FREE}"
_NO_COUNT = r"(?<![\d.、到至~—第满届期提效近过存-])"
_YEARS_BACK = re.compile(rf"{_NO_COUNT}(?P<n>\d{{1,2}})年(?P<half>半)?多?{_BACK}")
_MONTHS_BACK = re.compile(
    rf"{_NO_COUNT}(?P<n>\d{{1,2}})个(?P<half>半)?多?月{_BACK}|(?<![上下年个两\d])大?半年多?{_BACK}"
)
_LAST_MONTH = re.compile(rf"(?P<more>上*)上个?月(?!份的|球){_FREE}")
_MOST_YEARS = 30

_JOIN = r"(?:份|起|开始)?,?\s*(?:[一1]直)?(?:到了?|至|[-—–~]+)\s*"
_MONTHS_SHARED = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)年的?(?P<one>\d{{1,2}})(?P<rest>月(?:\d{{1,2}}[日号]|[初底末])?)?"
    rf"{_JOIN}(?P<next>同年|当年|次年|翌年|第2年)?的?(?P<two>\d{{1,2}}月|年[底末])"
)
_DAYS_SHARED = re.compile(
    rf"(?<!\d)(?P<month>(?:19|20)\d\d年\d{{1,2}}月)(?P<one>\d{{1,2}}[日号]?){_JOIN}"
    r"(?P<two>\d{1,2}[日号])"
)
_YEARS_SHARED = re.compile(
    r"(?<![\d年月/.a-z-])(?P<one>(?:19|20)\d\d)\s*(?:到|至|[-—–~]+)\s*(?P<two>(?:19|20)\d\d)年"
)

_ONLY = (
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
    r"(?:年?[底末初]|[上下]半年|第?[1-4一二三四]季度)?份?"
)
_ONLY_A_TIME = re.compile(rf"从?{_ONLY}(?:{_JOIN}{_ONLY})?(?:的?时候|那会儿?|那年|期间|间|时)?")

_NAME = "|".join(
    sorted({w for m in MONTHS for w in (m, m[:3], m[:4])}, key=len, reverse=True)
).lower()
_ENGLISH_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ENGLISH_JOIN = r"\s*(?:to|through|thru|until|till|up to|[-–—])\s*(?:the\s)?(?:end of\s)?"
_SHARED = (
    rf"(?P<one>(?:{_ENGLISH_DAY}\s)?\b(?:{_NAME})\b\.?(?:\s{_ENGLISH_DAY})?)(?P<join>%s)"
    rf"(?P<two>(?:{_ENGLISH_DAY}\s)?(?:{_NAME})\b\.?(?:\s{_ENGLISH_DAY})?,?\s(?:of\s)?"
    r"(?P<year>(?:19|20)\d\d))(?!\d)"
)
_ENGLISH_SHARED = (
    re.compile(_SHARED % _ENGLISH_JOIN),
    re.compile(r"(?<=\bbetween )" + _SHARED % r"\sand\s"),
)
_ENGLISH_YEARS = re.compile(
    r"\b(?P<lead>from|in|during|between|over|throughout)\s(?P<one>20\d\d)\s?[-–—]\s?(?P<two>20\d\d)(?![\d.-])"
)
_COUNTS = {
    w: n
    for n, w in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        ),
        1,
    )
} | {"a": 1, "an": 1, "a couple of": 2, "twenty-four": 24, "thirty-six": 36}  # fmt: skip
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})"
_PREPOSITION = r"\b(?P<lead>from|since|until|till|before|of|in|during|to|by|between)\s"
_YEARS_AGO = re.compile(
    rf"(?:{_PREPOSITION})?(?:the\s)?(?:\b{_COUNT}(?P<half>\sand\sa\shalf)?\syears?\sago\b"
    r"|\b(?P<more>(?:a|one)\syear\sand\sa\shalf\sago)\b|\b(?P<two>year before last)\b"
    r"|\b(?P<last>last\s(?:(?:calendar|fiscal|financial)\s)?year)\b)"
)
_MONTHS_AGO = re.compile(
    rf"(?:{_PREPOSITION})?\b(?:{_COUNT}\smonths?\sago|(?P<half>half\sa\syear\sago)"
    r"|(?P<last>last\smonth))\b"
)
_MONTH_LAST_YEAR = re.compile(
    rf"\b(?P<month>{_NAME})\b\.?\s(?:of\s)?(?P<when>last\syear|the\syear\sbefore\slast)\b"
)
_LAST_NAMED = re.compile(rf"\blast\s(?P<month>{_NAME})\b")


def without_relative(text: str, today: date) -> str:
    """A normalised text with the times that it tells by the present day in Chinese as dates."""
    text = _THEN.sub(r"\g<year>年", _FINANCIAL.sub(r"\g<year>年", text))
    text = _LAST_YEAR.sub(f"{today.year - 1}年", text)
    for word, years in _YEARS:
        text = word.sub(f"{today.year - years}年", text)

    def years_back(match: re.Match[str]) -> str:
        years = int(match["n"])
        if not 0 < years <= _MOST_YEARS:
            return match.group()
        return _months_back(today, years * 12 + 6) if match["half"] else f"{today.year - years}年"

    def months_back(match: re.Match[str]) -> str:
        return _months_back(today, int(match["n"] or 6))

    text = _MONTHS_BACK.sub(months_back, _YEARS_BACK.sub(years_back, text))
    return _LAST_MONTH.sub(lambda m: _months_back(today, 1 + len(m["more"])), text)


def only_a_time(text: str) -> bool:
    """Whether a normalised text names a year, a month or a period in Chinese, and nothing else."""
    written = with_whole_ends(without_relative(text, date(2000, 1, 1)))
    return _ONLY_A_TIME.fullmatch(written) is not None


def without_relative_english(text: str, today: date) -> str:
    """A normalised text with last year, two years ago, last May as dates."""

    def of_last_year(match: re.Match[str]) -> str:
        years = 1 if match["when"] == "last year" else 2
        return f"{match['month']} {today.year - years}"

    def last_named(match: re.Match[str]) -> str:
        month = next(n for n, m in enumerate(MONTHS, 1) if m.lower().startswith(match["month"][:3]))
        return f"in {match['month']} {today.year - (month >= today.month)}"

    def years_ago(match: re.Match[str]) -> str:
        once = match["last"] or match["more"]
        years = 1 if once else 2 if match["two"] else _count(match["n"])
        lead = match["lead"] or "in"
        if match["half"] or match["more"]:
            return f"{lead} {_english_month(today, years * 12 + 6)}"
        return f"{lead} {today.year - years}"

    def months_ago(match: re.Match[str]) -> str:
        months = 1 if match["last"] else 6 if match["half"] else _count(match["n"])
        return f"{match['lead'] or 'in'} {_english_month(today, months)}"

    text = _LAST_NAMED.sub(last_named, _MONTH_LAST_YEAR.sub(of_last_year, text))
    return _YEARS_AGO.sub(years_ago, _MONTHS_AGO.sub(months_ago, text))  # half a year ago


def with_whole_ends(text: str) -> str:
    """A normalised text whose periods have a year, and a month, at either end."""
    text = _DAYS_SHARED.sub(r"\g<month>\g<one>到\g<month>\g<two>", text)
    text = _MONTHS_SHARED.sub(_months_shared, text)
    text = _YEARS_SHARED.sub(r"\g<one>年到\g<two>年", text)
    for shared in _ENGLISH_SHARED:
        text = shared.sub(r"\g<one> \g<year>\g<join>\g<two>", text)
    return _ENGLISH_YEARS.sub(r"\g<lead> \g<one> to \g<two>", text)


def _months_shared(match: re.Match[str]) -> str:
    year = int(match["year"])
    last = year + (match["next"] in ("次年", "翌年", "第2年"))
    end = match["two"] if match["two"][0].isdigit() else "12月31日"
    return f"{year}年{match['one']}{match['rest'] or '月'}到{last}年{end}"


def _months_back(today: date, months: int) -> str:
    year, month = _month(today, months)
    return f"{year}年{month}月"


def _english_month(today: date, months: int) -> str:
    year, month = _month(today, months)
    return f"{MONTHS[month - 1].lower()} {year}"


def _month(today: date, months: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return year, month + 1


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word)
