"""Typed spans in a text: numbers, money, dates, articles, percentages, ranges, phones, standards.

Found once and carried along: search compares them, the check of an answer's sentences demands
them of the evidence, and the spoken form is made from them. Offsets are into the given text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from knowledge.english_dates import english_dates
from knowledge.numerals import SPAN

Kind = Literal["number", "money", "percent", "date", "duration", "article", "phone", "standard"]

_DIGIT = re.compile(r"\d")


class Quantity(msgspec.Struct, frozen=True):
    """One typed span: ``text[start:end]`` means ``value`` in ``unit``.

    For a date ``value`` is yyyymmdd (missing parts 0); for an article its number.
    """

    kind: Kind
    start: int
    end: int
    value: float
    unit: str = ""


_STANDARD = r"(?:GB|DB\d{2}|YD|JR|ISO)(?:/T)?\s?(\d+(?:\.\d+)?)(?:\s?[-—–]\s?(\d{4}))?"
_PHONE = r"(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4}|12345)(?!\d)"
_DATE = (
    r"(?<!\d)((?:19|20)\d{2})"
    r"(?:年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?|[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d%万亿元]))"
)
_DURATION = (
    rf"(\d+(?:\.\d+)?)\s*(?={SPAN})(?!个[年日天])个?(工作日|年|月|周岁|岁|日|天|小时|分钟)(?!份|\d)"
)
_COUNTED = r"(人|条|个|家|类|种|步|倍|款|名|份|次|项)"
_PART_BEFORE = (
    r"(?<![\d.a-z百千万亿])(?<![百千万亿][零〇 ])(?!(?<=\d,)\d{4})(?!(?<=\d )\d{3,4}(?!\d))"
)
_PART_BEHIND = (
    r"(?![\d.]*(?:,(?!(?:19|20)\d\d年)\d{4}(?!\d)| \d{3,4}(?!\d)"
    r"|\s*[几来多余]?(?:[十百千]?[万亿]|[百千]\d)|几"
    r"|(?!(?:e-?mails?|users?|people|persons?|customers?|clients?|members?|patients?)(?![a-z]))[a-z]))"
)
"""What tells that figures are a part of a number which cannot be read (12万34567, 12,3456)."""
_NUMBER = rf"{_PART_BEFORE}(\d+(?:\.\d+)?){_PART_BEHIND}\s*[多余]?{_COUNTED}?"

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("standard", re.compile(_STANDARD, re.I)),
    ("phone", re.compile(_PHONE)),
    ("date", re.compile(_DATE)),
    ("article", re.compile(r"第(\d{1,4})条|(?:article|art\.?)\s*(\d{1,4})", re.I)),
    ("percent", re.compile(r"(\d+(?:\.\d+)?)\s*%")),
    ("money", re.compile(r"(\d+(?:\.\d+)?)\s*(元|美元|块钱|块)")),
    ("duration", re.compile(_DURATION)),
    ("number", re.compile(_NUMBER, re.I)),
)


def quantities(text: str) -> list[Quantity]:
    """The typed spans of a text that is already in Arabic numerals (see ``arabic``), in order and
    without overlap; the more specific kind wins."""
    if _DIGIT.search(text) is None:
        return []
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            value, unit = _value(kind, match)
            if value is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(Quantity(kind, start, end, value, unit))
        if kind == "date":
            found.extend(_in_english(text, taken))
    return sorted(found, key=lambda q: q.start)


def _in_english(text: str, taken: bytearray) -> Iterator[Quantity]:
    """The dates that a text writes in English, where nothing else was found."""
    for start, end, value in english_dates(text):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            yield Quantity("date", start, end, value)


def _value(kind: Kind, match: re.Match[str]) -> tuple[float | None, str]:
    groups = match.groups()
    if kind == "date":
        year = int(groups[0])
        month, day = int(groups[1] or groups[3] or 0), int(groups[2] or groups[4] or 0)
        if month > 12 or day > 31:
            return None, ""
        return year * 10000 + month * 100 + day, ""
    if kind == "phone":
        return float(re.sub(r"\D", "", groups[0])), ""
    if kind == "standard":
        return float(groups[0]), groups[1] or ""
    number = next((g for g in groups if g and g[0].isdigit()), None)
    if number is None:
        return None, ""
    unit = ""
    if kind in ("money", "duration", "number") and len(groups) > 1:
        unit = groups[1] or ""
    return float(number), unit


def day_of(quantity: Quantity) -> date | None:
    """The first day of a date span (``2024年3月`` → 1 March 2024)."""
    if quantity.kind != "date":
        return None
    number = int(quantity.value)
    try:
        return date(number // 10000, (number // 100 % 100) or 1, (number % 100) or 1)
    except ValueError:
        return None
