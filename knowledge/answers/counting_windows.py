"""Numbers of people that are told of another span than the calendar year by which the law counts:
a month's, a day's, those of several years together. Pure; over normalised texts.

Who sends 20,000 people's data every month may send those of the same people each time, or of
twelve times as many in a year; of the 200,000 since some earlier year nobody knows how many are of
this one. So a rate is at least itself and at most what it makes in a year, and a total of years at
most itself. Where such a range decides nothing, the table asks for the number of the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.answers.batches import alike, summed
from knowledge.answers.days import Time
from knowledge.answers.people_counts import (
    SENTENCE_END,
    Told,
    clause_of,
    counted_input,
    people_told,
    with_range,
)
from knowledge.answers.running_totals import added_up, of_this_year, says_more
from knowledge.answers.table_words import Slots, stated
from knowledge.answers.thing_dates import ACT, ACT_ENGLISH
from knowledge.answers.told_spans import periods_told
from knowledge.answers.vague_counts import OPEN, bounds
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_MOST = {
    "天": 366,
    "日": 366,
    "周": 53,
    "星期": 53,
    "礼拜": 53,
    "月": 12,
    "季度": 4,
    "季": 4,
    "day": 366,
    "week": 53,
    "month": 12,
    "quarter": 4,
    **dict.fromkeys("次回批趟轮期", 366),
}
"""How often a year may hold a span; of occasions nobody knows, and once a day is often."""
_RATE = re.compile(
    r"(?<!\d)(?:每|[平月日周]均|1)(?:隔?1)?个?(?P<unit>天|日|周|星期|礼拜|月|季度?)(?!均|[初底末中份内])"
    r"(?!\d*[号日])|(?P<mean>[月日周季])均|每1?(?P<time>[次回批趟轮期])"
)
"""每个月, 每天, 月均; 1个月 only where a deed is told of it as a habit."""
_ONCE = re.compile(r"^1")
_HABIT = re.compile(r"都|要|会|大概|大约|平均|差不多|左右")
_RATE_ENGLISH = re.compile(
    r"\b(?:(?:every|each|per|a)\s(?:single\s|calendar\s)?(?P<unit>da|week|month|quarter)y?\b"
    r"|(?P<ly>dai|week|month|quarter)ly\b)"
)
_ONE_TIME = re.compile(
    r"(?:上|这|本|那|第|前|后|下|有)(?:1|[一两三])?个?$|(?:in|within|for|over|than)\s$"
)
_SAME = re.compile(
    r"员工|雇员|职工|同事|工资|薪|考勤|花名册|全部|所有|全体"
    r"|\b(?:employees?|staff|workers?|payroll|colleagues?|all (?:our|the|of))\b"
)
"""People who are the same each time."""
_NEW = re.compile(
    r"新(?!加坡|西兰|疆|华|闻|能源|系统|平台|版|德里)|不同|不重复|不一样|另外的|别的|没重复|\b(?:new|different|other|further)\b"
)
"""What says that they are others each time."""
_BY_AGE = re.compile(r"(?:龄|岁|大|old)")

_UNTIL_NOW = r"(?:[1一]直)?(?:至今|(?:到了?|至)(?:现在|目前|如今|眼下|今天|今日|今年))"
_ADDED_UP = r"(?:累计|累积|合计|加总)"
_SUMMED_SPAN = (
    r"(?:到|至|[-—~])(?:19|20)\d\d年[^,。;?!]{0,8}?[底末]?,?"
    rf"(?=[^。;?!\d]{{0,8}}{_ADDED_UP})"
)
_SUMMED_BEFORE = re.compile(
    rf"(?:{_ADDED_UP}|统计|计数)[^,。;?!\d]{{0,6}}(?P<year>(?:19|20)\d\d)年[^,。;?!]{{0,8}}?"
    r"(?:到|至|[-—~])(?:19|20)\d\d年"
    r"|\bcount(?:ed|ing) from\s(?:[a-z\d]+\s){0,2}(?P<english>(?:19|20)\d\d)\b"
)
"""A span of years that is added up."""
_NAMED_YEAR = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?)?[底末初中]?份?,?"
    rf"(?:(?P<start>(?:起|开始|以来)(?!的)|(?:以后|之后)就)|{_UNTIL_NOW}|{_SUMMED_SPAN})"
    rf"|\b(?:since|(?:from|starting|beginning)(?:\sin)?)\s(?:[a-z]+\s)?(?P<english>(?:19|20)\d\d)\b"
)
_EARLIER = re.compile(
    rf"(?:去年|前年|大前年|上1?年度)(?:\d{{1,2}}月)?[底末初中]?,?(?:起|开始|以来(?!的)|{_UNTIL_NOW})"
    r"|(?:最近|过去|近|这)(?:\d{1,2}|[几两多]|好几)[来多]?年(?:多|以?来|里|内|间|之?中|时间)*(?!的|[的]?(?:订单|数据|资料|记录|客户))"
    r"|(?:最近|过去|近|这)些年(?:以?来|里|间)?(?!的)"
    r"|(?<![\d第存满])(?:\d{1,2}|[几两多])年(?:多)?(?:以?来|下来|间|里|加起来|(?=[1一]?共|总共|累计|合计))(?!的)"
    r"|历年(?!的)|(?:成立|开业|上线|建站|创业|创办|开通|开办|运营|营业|注册|有史|长期)以来(?!的)"
    r"|历史上|历史累计|前前后后|\b(?:over|in|during|within|across|for)\s(?:the|these|our)\s(?:last|past)\s"
    r"(?:[a-z]+|\d+)\syears\b|\bover the years\b"
    r"|\bsince (?:(?:[a-z]+|\d{1,2}),? ){0,2}(?:of )?(?:last year"
    r"|we (?:were )?(?:founded|started|opened|launched))\b"
    r"|\bso far in our history\b|\bin (?:two|three|four|five|several|\d) years\b"
)
_KEPT = re.compile(
    r"^[^,。;?!]{0,6}?(?:积累|收集|采集|攒|沉淀|注册|存下|存的|成交|下单|入职|签约|服务过|加入)"
    r"|^\s(?:we\s)?(?:have\s|had\s)?(?:collected|gathered|accumulated|stored|kept|built)\b"
)
"""What was got then, and is sent at another time."""
_DONE = re.compile(r"[了过]|累计|[1一总]共|陆续|先后|[1一]直|已经|曾经?|每天|每月")
"""What was done since some year; a rule holds since a day as well (2024年3月22日起)."""
_DONE_ENGLISH = re.compile(r"\b(?:exporting|transferring|sending|sharing|providing)\b")
_OF_YEAR = re.compile(
    r"(?:每1?年|年均|1年(?=[\d传发出提])|今年|本年|当年)[^,。;?!]{0,14}$"
    r"|\bthis year\b"
)
_YEARLY = re.compile(r"\b(?:(?:this|per|every|each|a) year|yearly|annually)\b")
"""What says of a number that it is the year's own."""


def counted_by_year(
    table: DecisionTable, texts: Sequence[str], time: Time, today: date
) -> Sequence[str]:
    """Texts with the numbers of another span as ranges, for a table that counts people; ``time``:
    the one of which it rules; ``today``: the day on which it is told."""
    counted = counted_input(table)
    if counted is None:
        return texts
    year = first_year(counted, time.last)
    told = [of_the_year(text, counted.units, year, until=time.last) for text in texts]
    told = [summed(table, text, counted.units) for text in told]
    if not alike(table, told):
        return told
    return added_up(told, counted.units, this_year=today.year, since=year)


def first_year(counted: Input, day: date) -> int:
    """The year with the first day of which the law of a day begins to count."""
    earlier = (since.years for since in counted.counted_from if day <= since.until)
    return day.year - max(earlier, default=0)


def with_added(
    table: DecisionTable, earlier: Sequence[str], text: str, today: date
) -> dict[str, str]:
    """The number of people of a text that comes on top of one told earlier, as the sum of both;
    empty where it does not."""
    counted = counted_input(table)
    told = [normalise(t) for t in (*earlier, text)]
    if counted is None or counted.name not in stated(table, text) or not alike(table, told):
        return {}
    summed_up = added_up(
        told, counted.units, this_year=today.year, since=first_year(counted, today)
    )
    total = stated(table, summed_up[-1]).get(counted.name, "")
    return {counted.name: total} if total and total != stated(table, text)[counted.name] else {}


def without_open_total(
    table: DecisionTable, slots: Slots, earlier: Sequence[str], text: str
) -> Slots:
    """What a text states, without the number of people where that only comes on top (漏算了，还有
    一千个) of one that no text before it tells in words that are read."""
    counted = counted_input(table)
    if counted is None or counted.name not in stated(table, text) or not earlier:
        return slots
    if not says_more(normalise(text)) or any(counted.name in stated(table, t) for t in earlier):
        return slots
    return {name: value for name, value in slots.items() if name != counted.name}


def without_earlier_years(table: DecisionTable, texts: Sequence[str], day: date) -> Sequence[str]:
    """Texts without the numbers of last year where those of this year are told as well, and the law
    of the ``day`` does not count both."""
    counted = counted_input(table)
    if counted is None or first_year(counted, day) < day.year:
        return texts
    return [of_this_year(normalise(text), counted.units) for text in texts]


def of_the_year(text: str, units: Sequence[str], year: int, *, until: date | None = None) -> str:
    """A normalised text with those numbers of people (counted in ``units``) as ranges of what may
    be of one calendar year that are told of another span; ``year``: the one that is asked about,
    ``until`` the last day of it that is spoken of."""
    for told in reversed(people_told(text, units)):
        value = _in_a_year(text, told, year, until or date(year, 12, 31))
        if value is not None:
            text = with_range(text, told, *value)
    return text


def _in_a_year(text: str, told: Told, year: int, until: date) -> tuple[int, int] | None:
    """The least and the most that a number may be in a year, where it is of another span."""
    low, high = bounds(told.value)
    clause = clause_of(text, told)
    unit = _rate(text[clause[0] : clause[1]])
    if unit:
        start, end = clause_of(text, told, SENTENCE_END)
        rest = text[start : told.start] + "," + text[told.end : end]
        periods = periods_told(rest, unit, until)
        most = min(high * (periods[1] if periods else _MOST[unit]), OPEN)
        others = _NEW.search(text[clause[0] : clause[1]]) is not None
        return (low * max(periods[0], 1) if periods and others else low), max(most, high)
    if _OF_YEAR.search(text[clause[0] : told.start]) or _YEARLY.search(text[told.end : clause[1]]):
        return None
    start, end = clause_of(text, told, SENTENCE_END)
    if _of_years(text[start:end], year) and high < OPEN:
        return 0, high
    return None


def _rate(clause: str) -> str:
    """The span or the occasion (月, week, 次) of which a clause tells a habit; else empty."""
    if _SAME.search(clause) and not _NEW.search(clause):
        return ""
    for match in _RATE.finditer(clause):
        before = clause[: match.start()]
        if _ONE_TIME.search(before) or (
            _ONCE.match(match.group()) and not _HABIT.search(clause[match.end() :][:6])
        ):
            continue
        return match["unit"] or match["mean"] or match["time"]
    for match in _RATE_ENGLISH.finditer(clause):
        unit = match["unit"] or match["ly"]
        if not _ONE_TIME.search(clause[: match.start()]) and not _BY_AGE.match(
            clause[match.end() :].lstrip()
        ):
            return "day" if unit.startswith("da") else unit
    return ""


def _of_years(sentence: str, year: int) -> bool:
    """Whether a sentence tells of what was given away in several years."""
    if not (ACT.search(sentence) or ACT_ENGLISH.search(sentence) or _DONE_ENGLISH.search(sentence)):
        return False
    spans = (_NAMED_YEAR, _EARLIER, _SUMMED_BEFORE)
    for match in (m for span in spans for m in span.finditer(sentence)):
        named = match.groupdict()
        of = named.get("year") or named.get("english")
        if named.get("start") and not _DONE.search(sentence):
            continue
        if (of is None or int(of) < year) and not _KEPT.match(sentence[match.end() :]):
            return True
    return False
