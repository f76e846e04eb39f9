"""Periods that last until today, beside what was done in them (2023年至今出境了…, 近三年一共卖了…,
since 2023 we have exported), written out with both their ends. Pure; over normalised texts.

Without a deed a time from a day on asks of the law of today (2021年以来有什么变化), and the last
years are a term or the age of a thing (最近三年无违法, 近三年的订单).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from knowledge.answers.thing_dates import ACT, ACT_ENGLISH
from knowledge.partial_dates import MONTHS

_TIME = (
    r"(?<!\d)(?P<time>(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
    r"(?:年?[底末初]|的?[上下]半年|的?第?[1-4一二三四]季度)?)"
)
_NOW = r"(?:现在|目前|如今|眼下|今天|今日|今年(?!\d|年?[底末初]|[上下])|今(?!年))"
_UNTIL_NOW = rf"(?:至今(?!年)|(?:到了?|至){_NOW})"
_OPEN = re.compile(
    rf"{_TIME}份?(?:(?:起|开始|以来|以后|之后)?,?(?P<counts>(?:累计|累积|合计|加总|起算|计算"
    rf"|[算数])(?:起|算|计)*,?)?"
    rf"(?:[一1]直)?{_UNTIL_NOW}|以来)(?:[一1]直)?(?!的)"
)
_LAST = re.compile(
    r"(?<![\d把将])(?:最近|过去|近|这)的?(?:这)?(?P<half>半年|(?P<n>\d{1,2})(?:(?P<years>年)|个月))"
    r"(?:多|以?来|里|内|间|之?中|时间)*(?=,|我|咱|公司|单位|企业|集团|[一1]?共|总共|累计|陆续|先后"
    r"|[一1]直|已|曾|向|给|往|对外|卖|出售|出境|传|发|提供)"
)
_DONE = re.compile(r"[了过]|累计|[1一总]共|陆续|先后|[1一]直|已经|曾经?")
"""What tells a deed as one that was done: of the last years only that is no term."""
_NOT_DONE = re.compile(r"无(?!锡)|没|未(?!成年)|想|打算|准备|计划|如果|要是|假如|拟|将")
_LABELLED = re.compile(r"生成|制作|合成|打标|标识")
_OF_LAW = re.compile(r"变化|变动|变更|[修]改|修订|改过|改了|更新|出台|有效|生效|施行|实施")
_SENTENCE = re.compile(r"[^。;?!]*")

_NAMES = "|".join(
    sorted({w.lower() for m in MONTHS for w in (m, m[:3], m[:4])}, key=len, reverse=True)
)
_TIME_ENGLISH = (
    rf"(?P<time>(?:(?:the\s)?(?:start|beginning|end|middle)\sof\s|(?:early|mid|late)[\s-])?"
    rf"(?:(?:\d{{1,2}}\s)?(?:{_NAMES})\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?)?20\d\d)(?![\d.-])"
)
_OPEN_ENGLISH = re.compile(
    rf"\b(?:from|since)\s{_TIME_ENGLISH}(?:\sonwards?)?,?\s(?:up\s)?(?:until|till|to|through)\s"
    rf"(?:right\s)?(?:now|today|the\spresent(?:\sday)?|this\s(?:day|year))\b"
)
_SINCE_ENGLISH = re.compile(rf"\bsince\s{_TIME_ENGLISH}(?!\s(?:law|rules|text|version|edition))")
_COUNTS = {
    w: n
    for n, w in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve"), 1
    )
} | {"eighteen": 18, "twenty-four": 24, "couple of": 2}  # fmt: skip
_LAST_ENGLISH = re.compile(
    r"(?<!data )(?<!records )(?<!orders )(?<!lists )"
    r"\b(?:over|in|during|within|throughout|across|for)\s"
    rf"(?:the|these|our)\s(?:last|past)\s(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})\s"
    r"(?P<unit>years|months)\b"
)
_ACTS_ENGLISH = re.compile(
    r"\b(?:exporting|transferring|sending|sharing|providing|selling|giving|publishing|posting"
    r"|uploading|supplying|generated|labell?ed)\b"
)
_OF_LAW_ENGLISH = re.compile(r"\b(?:chang\w+|amend\w*|revis\w+|in force|effective|valid)\b")


def with_today(text: str, today: date) -> str:
    """A normalised text whose periods until ``today`` have it as their last day, where a deed is
    told of them."""

    def until_today(match: re.Match[str]) -> str:
        # What is counted within this year is asked of at its end; else the years lie apart.
        of_year = match["counts"] and match["time"].startswith(str(today.year))
        until = "累计到" if of_year else "到"
        return f"{match['time']}{until}{_written(today)}" if _deed(match) else match.group()

    def of_last(match: re.Match[str]) -> str:
        sentence = _sentence(match)
        if not _deed(match) or not _DONE.search(sentence) or _NOT_DONE.search(sentence):
            return match.group()
        months = int(match["n"] or 6) * (12 if match["years"] else 1)
        return f"{_written(_before(today, months))}到{_written(today)}"

    def in_english(match: re.Match[str]) -> str:
        told = f"from {match['time']} to {_english(today)}"
        return told if _deed_english(match) else match.group()

    def of_last_english(match: re.Match[str]) -> str:
        count = _COUNTS.get(match["n"]) or int(match["n"])
        first = _before(today, count * (12 if match["unit"] == "years" else 1))
        told = f"from {_english(first)} to {_english(today)}"
        return told if _deed_english(match) else match.group()

    text = _LAST.sub(of_last, _OPEN.sub(until_today, text))
    text = _SINCE_ENGLISH.sub(in_english, _OPEN_ENGLISH.sub(in_english, text))
    return _LAST_ENGLISH.sub(of_last_english, text)


def _deed(match: re.Match[str]) -> bool:
    """Whether data are given or sold, or content made, in the sentence of a period."""
    sentence = _sentence(match)
    done = ACT.search(sentence) or _LABELLED.search(sentence)
    return done is not None and _OF_LAW.search(sentence) is None


def _deed_english(match: re.Match[str]) -> bool:
    sentence = _sentence(match)
    done = ACT_ENGLISH.search(sentence) or _ACTS_ENGLISH.search(sentence)
    return done is not None and _OF_LAW_ENGLISH.search(sentence) is None


def _sentence(match: re.Match[str]) -> str:
    return next((s.group() for s in _SENTENCE.finditer(match.string) if s.end() >= match.end()), "")


def _before(today: date, months: int) -> date:
    """The day some months before today, or the last of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _english(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].lower()} {day.year}"
