"""Typed spans in a text: numbers, money, dates, articles, percentages, ranges, phones, standards.

Found once and carried along: search compares them, the check of an answer's sentences demands
them of the evidence, and the spoken form is made from them. Offsets are into the given text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

import msgspec

from knowledge.english_dates import english_dates

Kind = Literal["number", "money", "percent", "date", "duration", "article", "phone", "standard"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_NUMERAL = r"[零〇○一二两三四五六七八九十百千万亿]"
_FIGURE = r"[零〇○一二两三四五六七八九]"
_ANY = re.compile(rf"[\d{_NUMERAL[1:]}")
"""Without one of these a text holds no number."""
_DIGIT = re.compile(r"\d")
# A run of Chinese numerals counts as a number only where it must be one: after 第, before a
# measure word, or with two or more places. 一般, 三权, 十分 and 万一 stay words.
_MEASURE = (
    r"(?:条|款|项|目|章|节|年|个?月|日|号|天|周|小时|分钟|秒|个|人|元|块|美元|家|类|种|步|岁|周岁|名|次|倍|份|台|"
    r"件|句|字|位|项|大类|环节|步骤|工作日|内|以上|以下)"
)
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d|,\d)")
# It begins with a set of characters, to which the search can leap.
_CHINESE = re.compile(rf"{_NUMERAL}(?:{_NUMERAL}+|(?={_MEASURE})|(?<=第.))")
_YEAR = re.compile(r"([二一][〇零○一二三四五六七八九]{3})(?=年)")
_PERCENT = re.compile(rf"百分之({_NUMERAL}+(?:点{_FIGURE}+)?|\d+(?:\.\d+)?)")
_DECIMAL = re.compile(rf"({_NUMERAL}+)点({_FIGURE}+)(?=[十百千]?[万亿]|倍)")
_UNIT = r"(?:[十百千]?[万亿]|千|百(?![度科货姓]))"
# 3千, 1.5亿, 1亿2000万, 3万5, 50多万. The last figure stands for the next smaller unit.
_MIXED = re.compile(
    rf"(\d(?<![\d.]\d)\d*(?:\.\d+)?)\s*([多余])?({_UNIT}(?:(?:\d+(?:\.\d+)?|[一二两三四五六七八九]){_UNIT})*"
    rf"(?:(?<=[百千万亿])\d(?![\d.,]|{_MEASURE}))?)"
)
_TOKEN = re.compile(r"\d+(?:\.\d+)?|.")
_ENGLISH = re.compile(
    r"(\d(?<![\d.]\d)\d*(?:\.\d+)?)\s*(thousand|million|billion|k)(?![a-z])", re.I
)
_ENGLISH_UNITS = {"thousand": 10**3, "k": 10**3, "million": 10**6, "billion": 10**9}
_MANY = re.compile(rf"({_NUMERAL}+)([多余])([万亿])")
_SEVERAL = re.compile(r"(?:几|(?<![人总次户条件额个基])数)$")
"""What stands before a unit and makes it no number: 几十万, 数百人; but 人数十万 is one."""
_IDIOMS = (
    "万一",
    "一一",
    "千万别",
    "千万不",
    "十万火急",
    "千千万万",
    "十万个为什么",
    "三三两两",
    "七七八八",
)


def chinese_number(text: str, *, short: bool = False) -> int | None:
    """The value of a Chinese numeral (``五十五`` → 55, ``一千万`` → 10,000,000), else ``None``.

    ``short``: a last figure without 零 counts in the next smaller unit (``一万二`` → 12,000). Two
    figures side by side (``两三万``) are an estimate, no value.
    """
    if not text:
        return None
    if _DIGITS.keys() >= set(text):
        return int("".join([str(_DIGITS[c]) for c in text]))
    total, section, digit, unit = 0, 0, 0, 1
    seen_digit = False
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            seen_digit = True
            unit = unit if digit else 1
        elif character in _UNITS:
            unit = _UNITS[character]
            section += (digit if seen_digit else 1) * unit
            digit, seen_digit = 0, False
        elif character in _MYRIADS:
            unit = _MYRIADS[character]
            value = section + digit
            if value == 0 and total == 0:
                return None
            total = (total + value) * unit if unit == 10**8 else total + value * unit
            section, digit, seen_digit = 0, 0, False
        else:
            return None
    return total + section + (digit * unit // 10 if short and unit >= 100 else digit)


def arabic(text: str) -> str:
    """``text`` with its Chinese and mixed numbers written in plain Arabic digits.

    ``第五十五条`` → ``第55条``, ``50万人`` → ``500000人``, ``三年`` → ``3年``,
    ``1,000`` → ``1000``, ``50多万`` → ``500000多``. Estimates (``几十万``, ``两三万``) stay.
    """
    if _ANY.search(text) is None:
        return text
    while (written := _rewrite(text)) != text:
        text = written
    return text


_REACH = 6
"""Characters behind a number on which its writing may depend."""


def reaches_beyond(text: str) -> bool:
    """Whether what is written behind a text and a space may change how ``arabic`` writes its
    numbers: its last one stands too near to its end."""
    return _ANY.search(text, max(0, len(text) - _REACH)) is not None


def _rewrite(text: str) -> str:
    """One pass. Whether a text may hold a way of writing is seen sooner than the pattern of it
    fails everywhere: most texts hold one or two."""
    if "," in text and _DIGIT.search(text):
        text = _GROUPED.sub(lambda m: m.group().replace(",", ""), text)
    if "百分之" in text:
        text = _PERCENT.sub(lambda m: f"{_decimal(m.group(1))}%", text)
    if "年" in text:
        text = _YEAR.sub(lambda m: "".join(str(_DIGITS[c]) for c in m.group(1)), text)
    if "点" in text:
        text = _DECIMAL.sub(lambda m: _decimal(m.group()), text)
    myriads = "万" in text or "亿" in text
    if _DIGIT.search(text):
        if myriads or "千" in text or "百" in text:
            text = _MIXED.sub(_mixed, text)
        text = _ENGLISH.sub(_english, text)
    if myriads:
        text = _MANY.sub(_many, text)
    return _CHINESE.sub(_chinese, text)


def _chinese(match: re.Match[str]) -> str:
    run, text = match.group(), match.string
    around = text[max(0, match.start() - 1) : match.end() + 4]
    if any(run in idiom and idiom in around for idiom in _IDIOMS):
        return run
    before, after = _just_before(match), text[match.end() : match.end() + 1]
    joined = before[-1:].isdigit() or after.isdigit() or after == "几"
    if joined or (run[0] in "十百千万亿" and _SEVERAL.search(before)):
        return run
    counted = before[-1:] != "第"
    if counted and 1 < len(run) < 4 and _DIGITS.keys() >= set(run):
        return run
    value = chinese_number(run, short=counted)
    return run if value is None else str(value)


def _just_before(match: re.Match[str]) -> str:
    """What stands before a number, as far as anything asks: a long text is not read again for each
    of its numbers."""
    return match.string[max(0, match.start() - 3) : match.start()]


def _many(match: re.Match[str]) -> str:
    """``二十多万`` as ``20多万``, which is mended further."""
    run, before = match.group(1), _just_before(match)
    if run[0] in "十百千万亿" and _SEVERAL.search(before):
        return match.group()
    value = None if before[-1:].isdigit() else chinese_number(run)
    return match.group() if value is None else f"{value}{match.group(2)}{match.group(3)}"


def _decimal(text: str) -> str:
    whole, _, part = text.partition("点")
    value = whole if whole[0].isascii() else chinese_number(whole)
    if value is None:
        return text
    return f"{value}.{''.join(str(_DIGITS[c]) for c in part)}" if part else str(value)


def _mixed(match: re.Match[str]) -> str:
    total, section, number = Fraction(0), Fraction(0), Fraction(match.group(1))
    last = 1
    for token in _TOKEN.findall(match.group(3)):
        if token in _UNITS:
            section += number * _UNITS[token]
            number, last = Fraction(0), _UNITS[token]
        elif token in _MYRIADS:
            last = _MYRIADS[token]
            value = section + number
            total = (total + value) * last if last == 10**8 else total + value * last
            section = number = Fraction(0)
        else:
            number = Fraction(str(_DIGITS.get(token, token)))
    value = total + section + number * last / 10
    if value.denominator != 1:
        return match.group()
    # What follows must not run into the figures: 100万3年.
    gap = " " if match.string[match.end() : match.end() + 1].isdigit() else ""
    return f"{value}{match.group(2) or ''}{gap}"


def _english(match: re.Match[str]) -> str:
    value = Fraction(match.group(1)) * _ENGLISH_UNITS[match.group(2).lower()]
    return str(value) if value.denominator == 1 else match.group()


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
_DURATION = r"(\d+(?:\.\d+)?)\s*个?(工作日|年|月|周岁|岁|日|天|小时|分钟)(?!份|\d)"
_COUNTED = r"(人|条|个|家|类|种|步|倍|款|名|份|次|项)"
_NUMBER = (
    r"(?<![\d.a-z])(\d+(?:\.\d+)?)(?![\d.]*\s*[几来多余]?[十百千]?[万亿]|[\d.]*[a-z几])"
    rf"\s*[多余]?{_COUNTED}?"
)

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
