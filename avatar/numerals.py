"""Numbers as they are read aloud in Chinese, and the figures of a text, shown or spoken.

Writing and reading are separate code on purpose: what ``spoken`` writes, ``figures`` reads back, so
that a slip in one shows up in the other.
"""

from __future__ import annotations

import re
from collections import Counter

DIGITS = "零一二三四五六七八九"
GROUPS = ("", "万", "亿", "万亿")
LONGEST_VALUE = 16
"""Digits beyond which a number is read digit by digit."""
THIN = "\u2009"
"""Parts the groups of one number that is written without a gap, such as a mobile number."""
WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
"""Full-width figures to plain ones, character by character, so that offsets stay."""


def digit_by_digit(digits: str, one: str = "一") -> str:
    """``2025`` → 二零二五. ``one`` is 幺 in telephone numbers."""
    return "".join(one if digit == "1" else DIGITS[int(digit)] for digit in digits)


def integer(digits: str) -> str:
    """``1050`` → 一千零五十; with a leading zero, or very long, digit by digit."""
    if (len(digits) > 1 and digits[0] == "0") or len(digits) > LONGEST_VALUE:
        return digit_by_digit(digits)
    if digits == "0":
        return "零"
    pieces: list[str] = []
    gap = False
    groups = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)]
    for place in range(len(groups) - 1, -1, -1):
        value = int(groups[place])
        if value == 0:
            gap = True
            continue
        if pieces and (gap or value < 1000):
            pieces.append("零")
        gap = False
        pieces.append(_below_myriad(value))
        pieces.append(_group_name(place, groups))
    text = "".join(pieces)
    return text[1:] if text.startswith("一十") else text


def _group_name(place: int, groups: list[str]) -> str:
    # 万亿 is said once: 一万二千亿, not 一万亿二千亿.
    if place == 3 and int(groups[2]):
        return "万"
    return GROUPS[place]


def _below_myriad(value: int) -> str:
    text, gap = "", False
    for factor, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, factor)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return text


def decimal(number: str) -> str:
    """``3.05`` → 三点零五; grouping commas are dropped."""
    whole, _, part = number.replace(",", "").partition(".")
    return integer(whole) + (f"点{digit_by_digit(part)}" if part else "")


# Reading back

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s，。；、！？）」』”\"'<>《》（\u4e00-\u9fff]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
"""Web and mail addresses: nobody hears one right, and their digits are no figures."""
DOTTED_DATE = re.compile(
    r"(?<![\d.])((?:19|20)\d{2})\.(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01])(?![\d.])", re.ASCII
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMERALS = "零〇一二三四五六七八九十百千万亿两幺"
_VALUES = {**{c: i for i, c in enumerate(DIGITS)}, "〇": 0, "两": 2, "幺": 1}
_FACTORS = {"十": 10, "百": 100, "千": 1000}
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[0-9]+"
SCALE = "(?:[十百千]?(?:万亿|万|亿))?"
_PLAIN = "零〇一二三四五六七八九两幺"
_POINT = rf"点(?:[{_PLAIN}]+(?=[十百千]?[万亿])|[{_PLAIN}十百千]+)"
_FIGURE = re.compile(
    rf"(?P<arabic>{_ARABIC})(?P<parts>(?:[.:：][0-9]+)*)(?P<points>(?:{_POINT})*)(?P<scale>{SCALE})"
    rf"|(?P<chinese>[{NUMERALS}]+)(?P<places>(?:{_POINT})*)(?:{SCALE})"
    rf"|(?P<circled>[{CIRCLED}])"
)


def figures(text: str) -> Counter[str]:
    """The figures of a text with how often each stands there, written or spoken alike.

    ``3.05`` and 三点零五 are ``3`` and ``.05``; ``50万`` and 五十万 are ``500000``; a part of
    nothing but zeros (17:00, 3.0) does not count.
    """
    text = ADDRESS.sub(" ", text.translate(WIDE)).replace(THIN, "")
    text = DOTTED_DATE.sub(r"\1-\2-\3", text)
    text = re.sub("[百千万]分之", "%", text)
    found: Counter[str] = Counter()
    for match in _FIGURE.finditer(text):
        found.update(_read(match))
    return found


def _read(match: re.Match[str]) -> list[str]:
    if circled := match["circled"]:
        return [str(CIRCLED.index(circled) + 1)]
    if arabic := match["arabic"]:
        parts = re.findall("[0-9]+", match["parts"])
        whole = arabic.replace(",", "").lstrip("0") or "0"
        parts += [_chinese(part) for part in match["points"].split("点")[1:]]
        if not parts and match["scale"]:
            whole = str(int(whole) * _times(match["scale"]))
    else:
        parts = [_chinese(part) for part in match["places"].split("点")[1:]]
        whole = _chinese(match["chinese"]).lstrip("0") or "0"
    return [whole, *(f".{part}" for part in parts if part.strip("0"))]


def _times(names: str) -> int:
    factor = 1
    for name in names:
        factor *= _FACTORS.get(name) or (10**4 if name == "万" else 10**8)
    return factor


def _chinese(run: str) -> str:
    """A run of Chinese numerals as digits."""
    if all(character in _VALUES for character in run):
        return "".join(str(_VALUES[character]) for character in run)
    total = section = 0
    digit: int | None = None
    for character in run:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _FACTORS:
            section += (1 if digit is None else digit) * _FACTORS[character]
            digit = None
        elif character == "万":
            total += (section + (digit or 0)) * 10**4
            section, digit = 0, None
        else:
            total = (total + section + (digit or 0)) * 10**8
            section, digit = 0, None
    return str(total + section + (digit or 0))
