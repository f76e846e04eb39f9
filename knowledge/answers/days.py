"""The day that a question speaks of: a date, a time of a year, a year in two figures. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from knowledge.answers.thing_dates import dates_a_thing, names_edition
from knowledge.quantities import Quantity, day_of, quantities
from knowledge.text import normalise

_SINCE = re.compile(r"起|以来|以后|之后|后|至今|开始")
_UNTIL = re.compile(r"以前|之前|前(?!后)")
_NOW = re.compile(
    r"现在|目前|如今|眼下|当前|今天|^那?今年(?:的话)?呢"
    r"|\b(?:now|nowadays|today|currently)\b|\b(?:what|how) about this year\b"
)
_PERIOD_END = re.compile(r"年?[底末]")
_MIDDLE = re.compile(r"年?中(?![国央])")
_PART = re.compile(r"的?(?P<half>[上下])半年|的?第?(?P<quarter>[1-4一二三四])季度")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_WORDS_BETWEEN = r"[\s,-]*(?:of\s|in\s|the\s|year\s)*$"
_SINCE_ENGLISH = re.compile(rf"\b(?:since|from|after|starting|beginning){_WORDS_BETWEEN}")
_UNTIL_ENGLISH = re.compile(rf"\b(?:before|until|till|prior to|up to|pre){_WORDS_BETWEEN}")
_END_ENGLISH = re.compile(rf"\b(?:end|late|close){_WORDS_BETWEEN}")
_EARLY_ENGLISH = re.compile(rf"\b(?:early|start|beginning){_WORDS_BETWEEN}")
_MIDDLE_ENGLISH = re.compile(rf"\b(?:mid|middle){_WORDS_BETWEEN}")
_HALF_ENGLISH = re.compile(
    rf"(?:\b(?P<first>first)|\b(?P<second>second|latter))\shalf{_WORDS_BETWEEN}"
    rf"|\bh(?P<number>[12]){_WORDS_BETWEEN}"
)
_QUARTER_ENGLISH = re.compile(
    rf"\bq(?P<number>[1-4]){_WORDS_BETWEEN}|\b(?P<named>first|second|third|fourth|last)\squarter"
    rf"{_WORDS_BETWEEN}"
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
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
_WAS_ASKED = re.compile(
    r"\b(?:did|was|were|applied|had to)\b(?!.*\b(?:is|are|do|does|can|must|should|may|now)\b)"
)
"""What asks in English of a time that is over."""
_AGO = (
    (re.compile(r"\b(?:the )?(?:year before last|(?:two|2) years ago)\b"), 2),
    (re.compile(r"\blast (?:calendar )?year\b|\ba year ago\b"), 1),
    (re.compile(r"\b(?:three|3) years ago\b"), 3),
)


class Time(msgspec.Struct, frozen=True):
    """A time that a text names, from its ``first`` day to its ``last``: one day, a month, a year or
    a part of one."""

    first: date
    last: date


class Dated(msgspec.Struct, frozen=True):
    """A time that a normalised text names, which stands there at ``start`` to ``end``. ``thing``:
    it is that of a thing, and not asked about."""

    time: Time
    start: int
    end: int
    thing: bool


def full_years(text: str, today: date) -> str:
    """A normalised text with years of two figures written out: the latest one that is no more than
    a year ahead."""

    def written(match: re.Match[str]) -> str:
        year = today.year // 100 * 100 + int(match.group(1))
        return f"{year if year <= today.year + 1 else year - 100}年"

    return _SHORT_YEAR.sub(written, text)


def years_ago(text: str, today: date) -> str:
    """A normalised text with 去年 and 前年 as years, and with last year. Of a law they name a day;
    of a case they may only tell what was done then, so that figures are not judged by them."""
    for word, years in (("去年", 1), ("前年", 2)):
        text = re.sub(rf"{word}的?(?:时候|那会儿?)?", f"{today.year - years}年时", text)
    return _ago_in_english(text, today)


def _ago_in_english(text: str, today: date) -> str:
    for words, years in _AGO:
        text = words.sub(f"in {today.year - years}", text)
    return text


def asked_day(question: str, today: date) -> date:
    """The day that a question names (``2024年时``), else today. 以前 is the day before, 年底 or
    月底 the last one; from a day on (起) means today."""
    return named_day(question, today) or today


def told_day(texts: Sequence[str], today: date) -> date:
    """The day of which several texts speak: the one that the last of them names that names any."""
    return told_time(texts, today).first


def told_time(texts: Sequence[str], today: date | Time) -> Time:
    """The time of which several texts speak: the one that the last of them names that names any,
    else that of ``today``."""
    time = today if isinstance(today, Time) else Time(today, today)
    now = Time(time.first, time.first)
    for text in texts:
        named = named_time(text, now.first)
        time = named or (now if says_now(text) else time)
    return time


def says_now(text: str) -> bool:
    """Whether a text speaks of the present day."""
    return _NOW.search(normalise(text)) is not None


def named_day(question: str, today: date) -> date | None:
    """The day that a question names, as ``asked_day`` reads it, or ``None``."""
    time = named_time(question, today)
    return time.first if time is not None else None


def named_time(question: str, today: date) -> Time | None:
    """The time that a question names: all of a year or a month where only that is named."""
    text = full_years(normalise(question), today)
    if _WAS_ASKED.search(text):
        text = _ago_in_english(text, today)
    return next((d.time for d in dates_told(text, today) if not d.thing), None)


def dates_told(text: str, today: date) -> Iterator[Dated]:
    """The times that a normalised text names, in their order, without editions of texts."""
    for quantity in quantities(text):
        if day_of(quantity) is None:
            continue
        before, behind = text[: quantity.start], text[quantity.end :]
        if names_edition(before, behind):
            continue
        thing = dates_a_thing(before, behind)
        yield Dated(
            _bounded(quantity, before, behind, today), quantity.start, quantity.end, thing=thing
        )


def _bounded(quantity: Quantity, before: str, behind: str, today: date) -> Time:
    """The time that a date means with what stands around it."""
    whole = _whole(quantity)
    next_words = behind[:4].removeprefix("的").lstrip()
    if _SINCE.match(next_words) or _SINCE_ENGLISH.search(before):
        day = max(whole.first, today)
        return Time(day, day)
    if _UNTIL.match(next_words) or _UNTIL_ENGLISH.search(before):
        day = whole.first - timedelta(days=1)
        return Time(day, day)
    if int(quantity.value) % 100:
        return whole
    if _PERIOD_END.match(next_words) or _END_ENGLISH.search(before):
        return Time(whole.last, whole.last)
    if next_words.startswith("初") or _EARLY_ENGLISH.search(before):
        return Time(whole.first, whole.first)
    part = _part(whole, before, behind) if int(quantity.value) // 100 % 100 == 0 else None
    if part is not None:
        return part
    if _MIDDLE.match(next_words) or _MIDDLE_ENGLISH.search(before):
        day = date.fromordinal((whole.first.toordinal() + whole.last.toordinal()) // 2)
        return Time(day, day)
    return whole


def _whole(quantity: Quantity) -> Time:
    """All of the year, of the month or the day that a date names."""
    number = int(quantity.value)
    first = day_of(quantity) or date.min
    if number % 100:
        return Time(first, first)
    if number // 100 % 100:
        return Time(first, _end_of_month(first.year, first.month))
    return Time(first, date(first.year, 12, 31))


def _part(year: Time, before: str, behind: str) -> Time | None:
    """The half or the quarter of a year that stands beside it."""
    number, parts = 0, 2
    found = _PART.match(behind)
    half, quarter = _HALF_ENGLISH.search(before), _QUARTER_ENGLISH.search(before)
    if found is not None and found["half"]:
        number = 1 if found["half"] == "上" else 2
    elif found is not None and found["quarter"]:
        number, parts = _QUARTERS.get(found["quarter"]) or int(found["quarter"]), 4
    elif half is not None:
        number = int(half["number"] or (1 if half["first"] else 2))
    elif quarter is not None:
        number, parts = int(quarter["number"] or _ORDER[quarter["named"]]), 4
    if not number:
        return None
    months = 12 // parts
    last = number * months
    return Time(date(year.first.year, last - months + 1, 1), _end_of_month(year.first.year, last))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def named_end(text: str, day: date) -> date:
    """The last day of the time that a normalised text names, the first of which is ``day``: of a
    year where only that is named; else the day itself."""
    whole = re.search(rf"(?<!\d){day.year}(?:年(?!\d|[底末初])|(?!\d|年|[-/.]\d))", text)
    return date(day.year, 12, 31) if whole and (day.month, day.day) == (1, 1) else day
