"""The day that a question speaks of: a date, a time of a year, a year in two figures. Pure."""

from __future__ import annotations

import functools
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from knowledge.answers.open_periods import with_today
from knowledge.answers.relative_dates import (
    with_whole_ends,
    without_relative,
    without_relative_english,
)
from knowledge.answers.thing_dates import ACT, ACT_ENGLISH, ASKS, dates_a_thing, names_edition
from knowledge.quantities import Quantity, day_of, quantities
from knowledge.text import is_english, normalise

_READ = 1024
"""Texts whose dates are kept: a turn reads those of its question a dozen times."""
_SINCE = re.compile(r"起|以来|以后|之后|后|至今|开始|[一1]?直?(?:到|至)(?:现在|目前|如今|今)")
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
_NAMES_A_CASE = (
    r"(?:,|度|全年|就|已经?|曾经?|[一1]?共|总共|累计|的时候)?"
    r"(?:我[们司]?(?!的)|咱|公司|单位|企业|集团|把|将|向|给|往|出境|提供|导出|共享|卖[了过给]|[传发][了过到给布])"
    r"|要(?:不要)?(?:评估|申报|备案)|的?规定|呢|至今|到(?:现在|目前|今)"
)
_SHORT_YEAR_OF_A_CASE = re.compile(
    r"(?:^|(?<=[,。;?!(: ])|(?<=^在)|(?<=^那)|(?<=[,。;?!]在)|(?<=[,。;?!]那)|(?<=我们)|(?<=公司)"
    r"|(?<=我司)|(?<=[从自](?=\d\d年(?:起|开始|以来|至今|到|至))))"
    rf"(1[6-9]|2\d)年(?={_NAMES_A_CASE}|(?<=[从自]\d\d年))"
)
"""Behind nothing that keeps or counts years, and beside what was done: 22年我们…, not 存22年."""
TIME = re.compile(
    r"(?:\d{4}|(?<!\d)\d{2})年(?:\d{1,2}月(?:\d{1,2}[日号])?|[底末初]|[上下]半年)?"
    r"的?(?:那会儿?|那时候?|那阵子?|那年|时候|当时|时(?!间)|间)?"
)
"""A date with the words that make a time of it."""
_WAS_ASKED = re.compile(
    r"\b(?:did|was|were|applied|had to)\b(?!.*\b(?:is|are|do|does|can|must|should|may|now)\b)"
)
"""What asks in English of a time that is over."""
_LEFT_OPEN = re.compile(r"\b(?:what|how) about\b|^and\b")
_CASE_NOW = re.compile(
    r"今年|现在|目前|如今|眼下|当前|今[天日儿]|这会儿|这回|这[次周]|这个月"
    r"|\b(?:now|today|currently|this year)\b"
)
_DOES_NOW = re.compile(
    r"想|要|打算|准备|计划|申请|报名|放[到在上]|挂[到在上]|贴[到在上]|用[来在到作做]|拿来|重新|再次"
    r"|上线|上架|入驻|加入|成为|[当做]"
    r"|\b(?:want|wish|plan|intend|apply|going to|would like|post|publish|use|offer|become|join)\w*"
)
"""What somebody does, or would do, in the present."""
_STILL = re.compile(
    r"(?:还(?!没|未|有)|仍|依然|依旧|照样|照旧)[^,。;?!]{0,16}?[吗么嘛不]|[1一]样[吗么]|变(?:了|过)?(?:没|吗)"
)
_STILL_ENGLISH = re.compile(r"\bstill\b|\bthe same\b|\bany more\b|\bchanged\b")
"""What asks whether something is as it was."""
_LOOKS_BACK = re.compile(
    r"知道|了解|问|确认|弄清|搞清|担心|害怕|怕|被查|来查|检查|审计|[要想]补|补[办交报]|追溯|追究|罚|发现|回头|回想|说"
    r"|当时|那时|那会儿?|那年|那阵|那个时候|\b(?:wonder|know|ask|worr|fine|audit|inspect|back then"
    r"|at (?:that|the) time)"
)
"""What says that the present is only when somebody asks of what was then."""
_COUNTED = re.compile(r"\d(?:人|名|位|条)|\d people\b")
_DEEDS = (ACT, ACT_ENGLISH, _COUNTED, _DOES_NOW)
_CLAUSE = re.compile(r"[^,。;?!]*")
_JOINED = re.compile(
    r"\s*(?:的?(?:年?[底末初]|[上下]半年|第?[1-4一二三四]季度))?(?:份|起|开始)?,?\s*"
    r"(?:[一1]直)?(?:到了?|至|[-—–~]+)\s*"
    r"|,?\s*(?:up\s)?(?:to|through|thru|until|till|[-–—]+)\s*"
    r"(?:(?:the|end|start|beginning|middle|early|late|mid|of|year)[\s-]*)*"
)
"""What stands between the first and the last day of a period."""
_COUNTED_UNTIL = re.compile(
    r"(?:起|开始|以?来)?,?(?:(?:[一1]直|往后)?(?:累计|累积|合计|加总|起算|计算|[算数])(?:起|算|计|着)*,?)+"
    r"(?:[一1]直)?(?:到了?|至|截至|截止到?)"
    r"|,?\s(?:(?:and|is|are|being|we|have)\s)*(?:counted|counting|cumulat\w+|accumulat\w+|added up"
    r"|adding up|summed)(?:\sup)?\s(?:to|until|till|through)\s(?:(?:the|end|of)\s)*"
)
"""What stands between the start of a counting span and the day of which it is asked."""
_SUMS_BEHIND = re.compile(
    r"(?:为止|止|[底末])?,?(?:我们|公司|单位|我司|[一1]?共|总共)*的?(?:累计|累积|合计|加总|加起来)"
    r"|,?\s(?:we\s)?(?:have\s|had\s)?cumulat"
)
_SUMS_BEFORE = re.compile(
    r"(?:累计|统计|计算|计数|起算)(?:期间?|区间|时间|时段|周期|口径|范围)?(?:是|为|:|,)?[从自]?$"
    r"|\bcount(?:ed|ing)(?:\sfrom|\sis\sfrom|:)?\s$"
)
"""What says of a period that it is such a span."""
_EVENT = re.compile(
    r"[^,。;?!]{0,12}?(?:违法|违规|失信|处罚|被?罚(?!款多少|多少)|判刑|被判|处分|吊销|安全事[件故])[^,。;?!]{0,8}"
    r"|[^,.;?!]{0,40}?\b(?:breach\w*|violat\w+|fined|penali[sz]ed|punished|sanction\w*|convicted)\b"
)
_WISH = re.compile(
    r"[想要](?:不要)?(?:当|做|成为|申请|入|加|挂|卖|买|报名)|打算|准备|计划|申请|还?(?:能|可以|可)(?:不能|不可以)?(?:还|再)?(?:当|做|成为|入|加|挂|卖|买|申请)|行不行|够不够"
    r"|\b(?:can|could|may|would|want|wish|plan|hope|become|apply)\b"
)
"""A breach of then and what is wished now: the breach is no day asked about."""
_JOINED_BY_AND = re.compile(r"\s*and\s*(?:(?:the|end|start|beginning|early|late|mid|of)[\s-]*)*")
_BETWEEN = re.compile(rf"\bbetween{_WORDS_BETWEEN}")


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


@functools.lru_cache(maxsize=_READ)
def full_years(text: str, today: date) -> str:
    """A normalised text with its years written out: those of two figures as the latest one that is
    no more than a year ahead, 去年 and 三年前 by the present day, and at both ends of a period."""

    def written(match: re.Match[str]) -> str:
        year = today.year // 100 * 100 + int(match.group(1))
        return f"{year if year <= today.year + 1 else year - 100}年"

    text = _SHORT_YEAR.sub(written, text)
    text = _SHORT_YEAR_OF_A_CASE.sub(written, text)
    return with_whole_ends(with_today(without_relative(text, today), today))


def years_ago(text: str, today: date) -> str:
    """A normalised text with 去年 and 前年 as years, and with last year, whatever follows: of a law
    去年的 names a day, too."""
    for word, years in (("去年", 1), ("大前年", 3), ("前年", 2)):
        text = re.sub(rf"{word}的?(?:时候|那会儿?)?", f"{today.year - years}年时", text)
    return without_relative_english(text, today)


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


@functools.lru_cache(maxsize=_READ)
def named_time(question: str, today: date) -> Time | None:
    """The time that a question names: all of a year or a month where only that is named. It is
    today where the case is told of the present in another clause than that of the date."""
    text = in_full(question, today)
    dates = [d for d in dates_told(text, today) if not d.thing]
    if not dates:
        return None
    told = next((d for d in reversed(dates[1:]) if _asks_whether_still(text, d)), dates[0])
    now = _is_of_breach(text, told) or _case_is_now(text, told)
    return Time(today, today) if now else told.time


def _asks_whether_still(text: str, told: Dated) -> bool:
    """Whether it is asked of a date whether something holds then that was told of an earlier one
    (2021年的…，到2026年还一样吗; signed in 2023, does it still apply in 2026)."""
    if is_english(text):
        start = max((m.end() for m in re.finditer(r"[;?!]|\.\s", text[: told.start])), default=0)
        return _STILL_ENGLISH.search(re.split(r"[;?!]|\.\s", text[start:])[0]) is not None
    clause = _CLAUSE.match(text, told.end)
    return clause is not None and _STILL.search(clause.group()) is not None


def _is_of_breach(text: str, told: Dated) -> bool:
    """Whether a date is that of a breach, and what is asked is a wish of the present (14个月前有
    违法，想当数商，行不行)."""
    breach = _EVENT.match(text, told.end)
    rest = text[breach.end() :] if breach is not None else ""
    if _WISH.search(rest) is None or _dated(rest):
        return False
    return _LOOKS_BACK.search(rest) is None


@functools.lru_cache(maxsize=_READ)
def in_full(question: str, today: date) -> str:
    """A question as its dates are read: normalised, with its years written out."""
    text = normalise(question)
    if _WAS_ASKED.search(text) or _LEFT_OPEN.search(text):
        text = without_relative_english(text, today)
    return full_years(text, today)


def _case_is_now(text: str, told: Dated) -> bool:
    """Whether data are given, sold, shown or counted in the present, in a clause that names no date
    (2023年换过系统，今年出境15万人), or something is done or wished now (2024年有过违法，
    今天想申请), and nothing is asked in that of the date."""
    now, looks_back = False, _LOOKS_BACK.search(text[told.end :]) is not None
    for clause in _CLAUSE.finditer(text):
        if clause.start() <= told.start < clause.end():
            if ASKS.search(clause.group()):
                return False
        elif _CASE_NOW.search(clause.group()) and not _dated(clause.group()):
            deeds = (ACT, ACT_ENGLISH, _COUNTED) if looks_back else _DEEDS
            now |= any(p.search(clause.group()) for p in deeds)
    return now


def _dated(text: str) -> bool:
    return any(q.kind == "date" for q in quantities(text))


def dates_told(text: str, today: date) -> Iterator[Dated]:
    """The times that a normalised text names, in their order, without editions of texts; a period
    is one of them."""
    found = [q for q in quantities(text) if day_of(q) is not None]
    place = 0
    while place < len(found):
        first = last = found[place]
        if place + 1 < len(found) and _are_ends(text, first, found[place + 1]):
            last = found[place + 1]
            place += 1
        place += 1
        before, behind = text[: first.start], text[last.end :]
        if names_edition(before, behind):
            continue
        if first is last:
            time = _bounded(first, before, behind, today)
        else:
            begun = _within(first, before, text[first.end : last.start]).first
            ended = _within(last, text[first.end : last.start], behind).last
            time = Time(min(begun, ended), max(begun, ended))
            counts = _COUNTED_UNTIL.fullmatch(text[first.end : last.start])
            if counts or _SUMS_BEHIND.match(behind) or _SUMS_BEFORE.search(before):
                time = _within(last, text[first.end : last.start], behind)
        thing = dates_a_thing(before, behind)
        yield Dated(time, first.start, last.end, thing=thing)


def _are_ends(text: str, first: Quantity, last: Quantity) -> bool:
    """Whether two dates are those between which a period lies."""
    joint = text[first.end : last.start]
    if _JOINED.fullmatch(joint) or _COUNTED_UNTIL.fullmatch(joint):
        return True
    between = _BETWEEN.search(text[: first.start]) is not None
    return between and _JOINED_BY_AND.fullmatch(joint) is not None


def _bounded(quantity: Quantity, before: str, behind: str, today: date) -> Time:
    """The time that a date means with what stands around it."""
    whole = _whole(quantity)
    next_words = behind[:6].removeprefix("的").lstrip()
    if _SINCE.match(next_words) or _SINCE_ENGLISH.search(before):
        day = max(whole.first, today)
        return Time(day, day)
    if _UNTIL.match(next_words) or _UNTIL_ENGLISH.search(before):
        day = whole.first - timedelta(days=1)
        return Time(day, day)
    return _within(quantity, before, behind)


def _within(quantity: Quantity, before: str, behind: str) -> Time:
    """The part of a date's year or month that stands beside it, else all of it."""
    whole = _whole(quantity)
    next_words = behind[:4].removeprefix("的").lstrip()
    if int(quantity.value) % 100:
        return whole
    if _PERIOD_END.match(next_words) or _END_ENGLISH.search(before):
        return Time(whole.last, whole.last)
    if re.match(r"年?初", next_words) or _EARLY_ENGLISH.search(before):
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
