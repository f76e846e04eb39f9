"""Typed spans in a text: numbers, money, dates, articles, percentages, ranges, phones, standards.

Found once and carried along: search compares them, the check of an answer's sentences demands
them of the evidence, and the spoken form is made from them. Offsets are into the given text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

Kind = Literal["number", "money", "percent", "date", "duration", "article", "phone", "standard"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_NUMERAL = r"[零〇○一二两三四五六七八九十百千万亿]"
# A run of Chinese numerals counts as a number only where it must be one: after 第, before a
# measure word, or with two or more places. 一般, 三权, 十分 and 万一 stay words.
_MEASURE = (
    r"(?:条|款|项|目|章|节|年|个?月|日|号|天|周|小时|分钟|秒|个|人|元|块|美元|家|类|种|步|岁|周岁|名|次|倍|份|台|"
    r"件|句|字|位|项|大类|环节|步骤|工作日|内|以上|以下)"
)
_ARABIC_MYRIAD = re.compile(r"(?<![\d.])(\d+(?:,\d{3})*(?:\.\d+)?)\s*([十百千]?[万亿])(?!一)")
_CHINESE = re.compile(rf"(?:(?<=第)({_NUMERAL}+))|({_NUMERAL}+)(?={_MEASURE})|({_NUMERAL}{{2,}})")
_YEAR = re.compile(r"([二一][〇零○一二三四五六七八九]{3})(?=年)")
_PERCENT = re.compile(rf"百分之({_NUMERAL}+|\d+(?:\.\d+)?)")
_IDIOMS = (
    "万一",
    "一一",
    "千万别",
    "千万不",
    "十万火急",
    "千千万万",
    "一万个",
    "三三两两",
    "七七八八",
)


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral (``五十五`` → 55, ``一千万`` → 10,000,000), else ``None``."""
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, section, digit = 0, 0, 0
    seen_digit = False
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
            seen_digit = True
        elif character in _UNITS:
            section += (digit if seen_digit else 1) * _UNITS[character]
            digit, seen_digit = 0, False
        elif character in _MYRIADS:
            value = section + digit
            if value == 0 and total == 0:
                return None
            if _MYRIADS[character] == 10**8:
                total = (total + value) * 10**8
            else:
                total += value * 10**4
            section, digit, seen_digit = 0, 0, False
        else:
            return None
    return total + section + digit


def arabic(text: str) -> str:
    """``text`` with its Chinese and mixed numbers written in plain Arabic digits.

    ``第五十五条`` → ``第55条``, ``50万人`` → ``500000人``, ``三年`` → ``3年``, ``1,000`` → ``1000``.
    """
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = _PERCENT.sub(_percent, text)
    text = _YEAR.sub(lambda m: "".join(str(_DIGITS[c]) for c in m.group(1)), text)
    text = _ARABIC_MYRIAD.sub(_myriad, text)

    def replace(match: re.Match[str]) -> str:
        run = match.group()
        around = text[max(0, match.start() - 1) : match.end() + 2]
        if any(idiom in around for idiom in _IDIOMS):
            return run
        if match.group(3) and all(c in _DIGITS for c in run) and len(run) < 4:
            return run
        value = chinese_number(run)
        return run if value is None else str(value)

    return _CHINESE.sub(replace, text)


def _percent(match: re.Match[str]) -> str:
    value = chinese_number(match.group(1))
    return f"{match.group(1) if value is None else value}%"


def _myriad(match: re.Match[str]) -> str:
    factor = 1
    for character in match.group(2):
        factor *= _UNITS.get(character) or _MYRIADS[character]
    value = float(match.group(1).replace(",", "")) * factor
    return str(int(value)) if value == int(value) else match.group()


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
    r"(?<!\d)((?:19|20)\d{2})(?:年|[-/.])"
    r"(?:(\d{1,2})(?:月|[-/.]))?(?:(\d{1,2})日?)?(?!\d)"
)
_DURATION = r"(\d+(?:\.\d+)?)\s*个?(工作日|年|月|周岁|岁|日|天|小时|分钟)(?!份|\d)"
_COUNTED = r"(人|条|个|家|类|种|步|倍|款|名|份|次|项)"
_NUMBER = rf"(?<![\d.a-z])(\d+(?:\.\d+)?)\s*(?:多)?{_COUNTED}?"

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
    found: list[Quantity] = []
    taken = [False] * len(text)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            value, unit = _value(kind, match)
            if value is None:
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            found.append(Quantity(kind, match.start(), match.end(), value, unit))
    return sorted(found, key=lambda q: q.start)


def _value(kind: Kind, match: re.Match[str]) -> tuple[float | None, str]:
    groups = match.groups()
    if kind == "date":
        year, month, day = (int(g) if g else 0 for g in groups)
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
