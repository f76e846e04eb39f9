"""The day that a question speaks of: a date, a time of a year, a year in two figures. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from knowledge.quantities import day_of, quantities
from knowledge.text import normalise

_SINCE = re.compile(r"起|以来|以后|之后|后|至今|开始")
_UNTIL = re.compile(r"以前|之前|前(?!后)")
_NOW = re.compile(r"现在|目前|如今|眼下|当前|今天|\b(?:now|nowadays|today|currently)\b")
_PERIOD_END = re.compile(r"年?[底末]")
_VERSION = ("版", "文本", "修正", "原文", "通过", "修订", "公布", "发布")
"""What follows a year that names a text, not a day."""
_SHORT_YEAR = re.compile(
    r"(?<![\d.第满近约超过每达])(\d{2})年"
    r"(?=的?(?:那会儿?|那时候?|那阵|那年|时候|当时|上半年|下半年|年初|年底|年末)|[底末初]|\d{1,2}月)"
)
"""A year in two figures is one only where a time of it follows: 23年那会儿, not 3年有效."""
TIME = re.compile(
    r"(?:\d{4}|(?<!\d)\d{2})年(?:\d{1,2}月(?:\d{1,2}[日号])?|[底末初]|[上下]半年)?"
    r"的?(?:那会儿?|那时候?|那阵子?|那年|时候|当时|时(?!间)|间)?"
)
"""A date with the words that make a time of it."""


_OF_A_THING = re.compile(
    r"[初末底]?(?:就|才|起|以?来|以?后|之后|[,]?(?:我们?|公司|单位|企业|刚|新))*"
    r"(?:成立|注册|创[办立建]|开[业办张]|设立"
    r"|(?:建|攒|积累|收集|采集|[采购]?买|签|做|上线|入职|拿|生产|出[生厂]|毕业|印|办|交)[^,。;?!]{0,6}?[的了过])"
)
"""What follows a date that tells of a thing (2021年注册的公司, 2022年签的合同) and names no day of
which is asked."""


def dates_a_thing(behind: str) -> bool:
    """Whether what stands behind a date makes it that of a thing."""
    return _OF_A_THING.match(behind) is not None


def full_years(text: str, today: date) -> str:
    """A normalised text with years of two figures written out: the latest one that is no more than
    a year ahead."""

    def written(match: re.Match[str]) -> str:
        year = today.year // 100 * 100 + int(match.group(1))
        return f"{year if year <= today.year + 1 else year - 100}年"

    return _SHORT_YEAR.sub(written, text)


def years_ago(text: str, today: date) -> str:
    """A normalised text with 去年 and 前年 as years. Of a law they name a day; of a case they may
    only tell what was done then, so that figures are not judged by them."""
    for word, years in (("去年", 1), ("前年", 2)):
        text = re.sub(rf"{word}的?(?:时候|那会儿?)?", f"{today.year - years}年时", text)
    return text


def asked_day(question: str, today: date) -> date:
    """The day that a question names (``2024年时``), else today. 以前 is the day before, 年底 or
    月底 the last one; from a day on (起) means today."""
    return named_day(question, today) or today


def told_day(texts: Sequence[str], today: date) -> date:
    """The day of which several texts speak: the one that the last of them names that names any."""
    day = today
    for text in texts:
        day = named_day(text, today) or (today if says_now(text) else day)
    return day


def says_now(text: str) -> bool:
    """Whether a text speaks of the present day."""
    return _NOW.search(normalise(text)) is not None


def named_day(question: str, today: date) -> date | None:
    """The day that a question names, as ``asked_day`` reads it, or ``None``."""
    text = full_years(normalise(question), today)
    for quantity in quantities(text):
        day = day_of(quantity)
        if day is None:
            continue
        behind = text[quantity.end : quantity.end + 4].removeprefix("的").lstrip()
        if behind.startswith(_VERSION) or dates_a_thing(text[quantity.end :]):
            continue
        if _SINCE.match(behind):
            return max(day, today)
        if _PERIOD_END.match(behind) and int(quantity.value) % 100 == 0:
            month = int(quantity.value) // 100 % 100 or 12
            return date(day.year, month, monthrange(day.year, month)[1])
        return day - timedelta(days=1) if _UNTIL.match(behind) else day
    return None


def named_end(text: str, day: date) -> date:
    """The last day of the time that a normalised text names, the first of which is ``day``: of a
    year where only that is named; else the day itself."""
    whole = re.search(rf"(?<!\d){day.year}年(?!\d|[底末初])", text)
    return date(day.year, 12, 31) if whole and (day.month, day.day) == (1, 1) else day
