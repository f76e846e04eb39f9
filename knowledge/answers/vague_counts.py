"""Numbers of people that a text gives as a range: 几千个, 十几万, several thousand, 3000到5000人,
不到1万. Pure; texts are normalised.

A range is what the words surely hold and no guess inside it: whether it decides anything is for the
table's bands to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from knowledge.numerals import chinese_number
from knowledge.partial_dates import MONTHS
from knowledge.text import normalise

_FIGURES = {c: n for n, c in enumerate("零1二三四五六七八九")} | {"两": 2, "一": 1}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_WORDS = {
    "dozen": 12,
    "ten": 10,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
}
_YEAR = 1900
OPEN = 10**12
"""The end of a range that has none."""
_OF = r"(?P<unit>[个人名条份户位])?"
_CHINESE = re.compile(
    rf"(?P<several>(?<![几第])几|(?<![人总户条额基次几数第])[数上成])(?P<of>[十百千]?[万亿]|[十百千])[多来余]?"
    rf"{_OF}"
    rf"|(?<![人总户条额基次早晚没不未有])上(?P<over>10+)(?!\d){_OF.replace('unit', 'unit7')}"
    rf"|(?P<tens>[一二两三四五六七八九1-9])?十[几来多](?P<of_tens>[万亿])?"
    rf"{_OF.replace('unit', 'unit2')}"
    r"|(?<![\d.])(?P<tens_in_figures>[1-9]0)[几来多](?P<of_figures>[万亿])?"
    rf"{_OF.replace('unit', 'unit3')}"
    r"|(?P<one>[一二两三四五六七八])(?P<next>[二两三四五六七八九])(?P<of_two>[十百千]?[万亿]|[十百千])"
    rf"{_OF.replace('unit', 'unit4')}"
    rf"|(?<![一-龥\d])(?:[一1])?(?P<about>[百千万])(?:把|来|十)(?P<unit5>[个人名条份户])"
    rf"|(?<![\d第])(?P<few>几)(?P<unit6>[个名位])(?=人|客户|用户|员工|联系人|同事|学生|会员|患者|病人|司机)"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<some>(?:a )?few|several|some|a couple(?: of)?)|(?P<tens>tens of)"
    r"|(?P<dozens>dozens of)|(?P<hundreds>hundreds of)"
    r"|(?P<below>(?:less|fewer) than|under|below|not even|up to)(?: an?| one))\s*"
    r"(?P<of>(?:dozen|hundred|thousand|million)s?(?: (?:thousand|million)s?)?)?\b"
    r"|\b(?P<plural>dozens|hundreds|thousands)\b(?! of (?:thousand|million))"
)
_HEAD = re.compile(r"(?:\d+|[一二两三四五六七八九十百千万亿零〇○]+)[零〇○好]?$")
_LONGEST = 16
"""Characters of the longest number that may stand before a range as its head."""
_DATED = "".join(rf"(?<!\b{name.lower()} )(?<!\b{name.lower()[:3]} )" for name in MONTHS)
"""What a figure does not stand behind that is the year of a date: in December 2026 and 600,000."""
_BETWEEN = re.compile(
    rf"(?<![\d.百千万亿])(?<![百千万亿][零〇])(?<!\bin )(?<!\bduring ){_DATED}"
    r"(?P<low>\d+)\s*(?:个|人|名"
    r"|条)?\s*(?:到|至|~|—|–|-|to|and)\s*(?P<high>\d+)(?![\d.%年月日岁]|\s*%)"
)

_PEOPLE = r"(?:个人|[个人名位])"
_BY_FEW = re.compile(
    rf"(?:差|缺|少)(?P<lacked>\d+){_PEOPLE}?(?:就|才|不|到|满|够|是|有|,)*(?P<of>\d+)(?P<unit>[人名个]?)"
    rf"|(?P<whole>\d+){_PEOPLE}?[,还就只]*(?:(?P<less>差|缺|少)|多|又|加上?|外加|再加|\+)了?"
    rf"(?P<by>\d+)(?=个?[人名个位])(?P<unit2>[人名个]?)"
    rf"|(?:离|距离?)(?P<goal>\d+){_PEOPLE}?[,还就只也都]*(?:差|缺|少|有)了?(?P<short>\d+)"
    r"(?P<unit3>[人名个]?)"
)
"""差1人10万, 10万少1人, 10万又1人, 离10万还差2万: two figures that make one number."""

_WITHOUT_FIGURE = re.compile(
    r"[一1]?(?:点点|丁点)|(?<![0-9])几(?:百|千|十)|不(?:太|是很)?多|很少|少量|没(?:有)?多少|没几(?=[个条人份名家])|就(?:这么|这|那么|那)?(?:[一1]?点|几)"
    r"|(?:这么|那么|如此|才这)(?:[一1]?点|少|些)|人数?(?:很|太|挺|比较|又|也|都)*少"
    r"|\b(?:just|only) (?:a )?few\b|\bnot (?:that |very |so )?many\b|\ba handful\b|\bso few\b"
    r"|\bsuch a small number\b"
)
"""An amount without a figure."""


class Counted(msgspec.Struct, frozen=True):
    """A number between ``low`` and ``high`` that stands at ``start`` to ``end`` of a text, counted
    in ``unit``."""

    low: int
    high: int
    start: int
    end: int
    unit: str = ""


def bounds(value: str) -> tuple[int, int]:
    """The least and the greatest number that a stated one may be: 1000~9999, or one number."""
    low, _, high = value.partition("~")
    return int(low or "0"), int(high or low or "0")


def is_open(value: str) -> bool:
    """Whether what was stated leaves an input between several values, or a number in a range."""
    return "|" in value or "~" in value


def as_value(low: int, high: int) -> str:
    """A number as a table's input states it."""
    return str(low) if low == high else f"{low}~{high}"


def vague_counts(text: str) -> Iterator[Counted]:
    """The ranges that a text tells in words, and those between two figures; what two figures make
    together (差1人10万)."""
    for match in _BY_FEW.finditer(text):
        whole = int(match["of"] or match["whole"] or match["goal"])
        by = int(match["lacked"] or match["by"] or match["short"])
        less = match["of"] or match["less"] or match["goal"]
        exact = whole - by if less else whole + by
        if exact > 0 and (whole >= by or match["whole"]):
            yield _at(match, exact, exact)
    for match in _BETWEEN.finditer(text):
        low, high = int(match["low"]), int(match["high"])
        # 5到8万: what the second is counted in holds for the first as well.
        scale = next((u for u in (10**4, 10**3, 100) if high % u == 0 and high >= u), 1)
        low = low * scale if low < 100 <= high else low
        low, high = _upwards(low, high)
        if low < high and not _YEAR <= low < high < _YEAR + 200:
            unit = re.match(r"\s*([个人名条份户]?)", text[match.end() :])
            yield Counted(low, high, match.start(), match.end(), unit[1] if unit else "")
    for match in _CHINESE.finditer(text):
        low, high = _chinese(match)
        if low:
            head = _HEAD.search(text, max(0, match.start() - _LONGEST), match.start())
            low, high = _behind_head(head[0] if head else "", low, high)
            if low:
                start = head.start() if head else match.start()
                yield msgspec.structs.replace(_at(match, low, high), start=start)
    for match in _ENGLISH.finditer(text):
        low, high = _english(match)
        if high:
            yield _at(match, low, high)


def _upwards(low: int, high: int) -> tuple[int, int]:
    """The ends of a range, of which the second may leave out what it shares with the first:
    105000到6000 is told of 10万5000到6000."""
    if low <= high:
        return low, high
    place = 10 ** len(str(high))
    if 0 < low % place < high:
        return low, low - low % place + high
    return high, low


def _behind_head(head: str, low: int, high: int) -> tuple[int, int]:
    """A range with the number that stands right before it: 1万|几千 is 11000 to 19999, 一百|几十万
    from 1100000 on; (0, 0) where the two make no number, so that the range does not stand for the
    whole."""
    head = head.rstrip("零〇○好")
    if not head:
        return low, high
    value = int(head) if head.isascii() else chinese_number(head)
    if not value or high >= OPEN:
        return 0, 0
    if value % 10 ** len(str(high)) == 0:
        return value + low, value + high
    for unit in (_UNITS["亿"], _UNITS["万"]):
        figures = 10 ** len(str(high // unit)) if low >= unit else 0
        if figures and value % figures == 0:
            return value * unit + low, value * unit + high
    return 0, 0


def _at(match: re.Match[str], low: int, high: int) -> Counted:
    units = (v for k, v in match.groupdict().items() if k.startswith("unit") and v)
    unit = next(units, "")
    return Counted(low, high, match.start(), match.end() - len(unit), unit.replace("位", "名"))


def _chinese(match: re.Match[str]) -> tuple[int, int]:
    if match["over"]:
        unit = int(match["over"])
        return unit, OPEN if unit >= _UNITS["万"] else unit * 10 - 1
    if match["several"]:
        unit = _unit(match["of"])
        most = OPEN if match["several"] in "上成" and unit >= _UNITS["万"] else unit * 10 - 1
        return unit, most
    if match["one"]:
        low, high = _FIGURES[match["one"]], _FIGURES[match["next"]]
        unit = _unit(match["of_two"])
        return (low * unit, (high + 1) * unit - 1) if low < high else (0, 0)
    if match["about"]:
        unit = _unit(match["about"])
        return unit // 2, unit * 2 - 1
    if match["few"]:
        return 1, 9
    tens = match["tens"] or ""
    figure = int(match["tens_in_figures"] or "0") or 10 * (
        int(tens) if tens.isdigit() else _FIGURES.get(tens, 1)
    )
    unit = _unit(match["of_tens"] or match["of_figures"] or "")
    return (figure + (unit == 1)) * unit, (figure + 10) * unit - 1


def _unit(of: str) -> int:
    value = 1
    for sign in of:
        value *= _UNITS[sign]
    return value


def _english(match: re.Match[str]) -> tuple[int, int]:
    unit = 1
    for word in (match["of"] or match["plural"] or "").split():
        unit *= _WORDS[word.rstrip("s")]
    if match["below"]:
        return (0, unit - 1) if match["of"] else (0, 0)
    if match["tens"] or match["dozens"] or match["hundreds"]:
        start = 10 if match["tens"] else 12 if match["dozens"] else 100
        return (start * unit, start * unit * 10 - 1) if match["of"] else (0, 0)
    if match["some"] and not match["of"]:
        return 0, 0
    return unit, unit * 10 - 1


def says_how_many(text: str) -> bool:
    """Whether a text says few or many, without a figure: 没多少, 就几百条."""
    return _WITHOUT_FIGURE.search(normalise(text)) is not None
