"""The form for the ear: a shown sentence as it is spoken, with the way back to what is shown.

Typed rules turn money, dates, ranges, articles, telephone numbers and the like into words. A
sentence never says another figure than it shows: ``numerals.figures`` of both are equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from avatar import spoken_english
from avatar.numerals import (
    ADDRESS,
    CIRCLED,
    DOTTED_DATE,
    NUMERALS,
    SCALE,
    THIN,
    WIDE,
    decimal,
    digit_by_digit,
    figures,
    integer,
)
from avatar.spans import Language, Rule, Spoken, cut, join, letters, words_rule

LEXICON: dict[str, str] = {
    "App": "A P P",
    "Wi-Fi": "WiFi",
    "DEPA": "D E P A",
    "PaaS": "pass",
    "SaaS": "sass",
    "OK": "OK",
    "VIP": "V I P",
    "e.g.": "例如",
    "T+0": "T 加零",
}
"""How names are said that no rule gets right. A pack's own pronunciations come on top."""

NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9,])|[0-9]+(?:\.[0-9]+)?"
CURRENCIES = {
    "￥": "元", "¥": "元", "$": "美元", "＄": "美元", "US$": "美元", "€": "欧元", "£": "英镑",
    "RMB": "元", "CNY": "元", "USD": "美元", "EUR": "欧元", "HK$": "港元", "人民币": "元",
}  # fmt: skip
MEASURES = (
    "个家天年周次条款项目种类人份台倍步名位件本部层页米吨句字段轮批组场座元块美欧小分秒工周岁大"
)
"""Before these a single 2 is 两. 月, 日, 号 and 角 are not among them: 二月, 二号."""
SIGNS = {
    "≥": "大于等于",
    "≤": "小于等于",
    "℃": "摄氏度",
    "㎡": "平方米",
    "×": "乘",
    "→": "，到",
    "&": "和",
    "*": "",
    "#": "",
    "_": " ",
    "`": "",
    "|": "，",
}


class Normaliser:
    """Turns shown sentences into spoken ones. ``pronunciations``: names to how they are said,
    besides the built-in ones; those that would say another figure than their name are left out."""

    def __init__(self, pronunciations: Mapping[str, str] | None = None) -> None:
        self._rules: dict[Language, tuple[Rule, ...]] = {}
        self.learn(pronunciations or {})

    def learn(self, pronunciations: Mapping[str, str]) -> None:
        """Say these names so, from the next sentence on; those learned before are dropped."""
        known = {**LEXICON, **pronunciations}
        safe = {name: said for name, said in known.items() if figures(name) == figures(said)}
        words = words_rule({name: said for name, said in safe.items() if name})
        self._rules = {
            "zh": (ADDRESS_RULE, *CHINESE[:2], words, *CHINESE[2:]),
            "en": (*spoken_english.RULES[:1], words, *spoken_english.RULES[1:]),
        }

    def spoken(self, shown: str, language: Language = "zh") -> Spoken:
        """The sentence as it is said in ``language``."""
        pieces = cut(shown.translate(WIDE), self._rules[language])
        spoken, origins = join(shown, pieces, glue=_apart if language == "zh" else None)
        if figures(spoken) != figures(shown):
            # Odd text that the rules misread, such as "0:0": better as it stands than wrong.
            return Spoken(shown, tuple((at, at + 1) for at in range(len(shown))))
        return Spoken(spoken, origins)


def _apart(before: str, after: str) -> bool:
    """Whether two neighbours would run together into another number: 一 before a written 3."""
    return before in NUMERALS + "点" and after in NUMERALS


# The rules, the most specific first. Each says a match's whole stretch, or one group of it.


def _address(match: re.Match[str]) -> str:
    return "屏幕上的邮箱" if "@" in match.group() else "屏幕上的网址"


def _document(match: re.Match[str]) -> str:
    number = f"{'第' if match[2] else ''}{integer(match[3])}号"
    return f"{digit_by_digit(match[1])}，{number}"


def _standard(match: re.Match[str]) -> str:
    kind = letters(match[1]) + (f" {integer(match[2])}" if match[2] else "")
    slash = f" 斜杠 {letters(match[3])}" if match[3] else ""
    number = "点".join(digit_by_digit(part) for part in match[4].split("."))
    year = f" 杠 {digit_by_digit(match[5])}" if match[5] else ""
    pause = "，" if match.string.startswith("第", match.end()) else ""
    return f"{kind}{slash} {number}{year}{pause}"


def _phone(match: re.Match[str]) -> str:
    parts = re.split(r"[-\s]+", match.group())
    return " ".join(_phone_part(part) for part in parts)


def _phone_part(digits: str) -> str:
    cuts = {11: (3, 7), 10: (3, 6), 8: (4,), 7: (3,)}.get(len(digits), ())
    edges = (0, *cuts, len(digits))
    groups = (digits[start:end] for start, end in pairwise(edges))
    return THIN.join(digit_by_digit(group, "幺") for group in groups)


def _date(match: re.Match[str]) -> str:
    year, month, day = match.group("year"), match.group("month"), match.group("day")
    return f"{digit_by_digit(year)}年{integer(str(int(month)))}月{integer(str(int(day)))}日"


def _year(match: re.Match[str]) -> str:
    return digit_by_digit(match.group())


def _time(match: re.Match[str]) -> str:
    hour, minute, second = match[1], match[2], match[3]
    text = f"{integer(str(int(hour)))}点"
    if second:
        return f"{text}{_sixtieth(minute)}分{_sixtieth(second)}秒"
    return text if minute == "00" else f"{text}{_sixtieth(minute)}分"


def _sixtieth(digits: str) -> str:
    return digit_by_digit(digits) if digits[0] == "0" else integer(digits)


def _money(match: re.Match[str]) -> str:
    unit = "" if match["said"] is not None else CURRENCIES[match["currency"]]
    return f"{_amount(match['number'], match['times'])}{unit}"


def _amount(number: str, times: str) -> str:
    if number == "2" and times:
        return f"两{times}"
    return decimal(number) + times


def _percent(match: re.Match[str]) -> str:
    share = {"%": "百", "‰": "千"}[match[2]]
    return f"{share}分之{'一百' if match[1] == '100' else decimal(match[1])}"


def _fraction(match: re.Match[str]) -> str:
    return f"{integer(match[2])}分之{integer(match[1])}"


def _version(match: re.Match[str]) -> str:
    whole, *parts = match[2].split(".")
    read = [integer(whole), *(integer(part) for part in parts)]
    return ("V " if match[1] else "") + "点".join(read)


def _marker(match: re.Match[str]) -> str:
    number = match[1]
    if number in CIRCLED:
        number = str(CIRCLED.index(number) + 1)
    return f"第{integer(number) if number.isdecimal() else number}，"


def _item(match: re.Match[str]) -> str:
    number = match[1]
    return f"第{integer(number) if number.isdecimal() else number}项"


def _number(match: re.Match[str]) -> str:
    number, times = match[1], match[2]
    text, end = match.string, match.end()
    after = text[end : end + 1]
    ordinal = text[max(0, match.start() - 1) : match.start()] == "第"
    if number == "2" and not ordinal and not times and after and after in MEASURES:
        return "两"
    return _amount(number, times)


def _sign(match: re.Match[str]) -> str:
    return SIGNS[match.group()]


def _mobile(match: re.Match[str]) -> str:
    digits = match.group()
    prefix, rest = digits[:-11], digits[-11:]
    return ("加八六 " if prefix else "") + _phone_part(rest)


def _line(match: re.Match[str]) -> str:
    return _phone_part(match[1]).replace(THIN, "")


_NUMBER_END = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?$")
_NUMBER_START = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _connect(match: re.Match[str]) -> str:
    """What stands between two quantities: 至 in a range, 杠 in a name of parts like 3-2-1."""
    text = match.string
    if not re.search(r"[-‐]", match[1]):
        return "至"
    left = _NUMBER_END.search(text[: match.start(1)])
    right = _NUMBER_START.match(text[match.end(1) :])
    if left is None or right is None:
        return "至"
    rest = text[match.end(1) + right.end() :]
    chained = text[: left.start()].endswith("-") or re.match(r"-[0-9A-Za-z]", rest)
    rising = float(left.group().replace(",", "")) < float(right.group())
    clock = text[: left.start()].endswith(":") or rest.startswith(":")
    return "至" if (rising or clock) and not chained else "杠"


_DASH = r"\s?(?:[-‐–—~～〜]|——)\s?"
_BEFORE = r"(?<![A-Za-z0-9.])"
_ITEM = r"[一二三四五六七八九十]{1,3}|[0-9]{1,2}"

ADDRESS_RULE = Rule(ADDRESS, _address)


def _rule(pattern: str, say: Callable[[re.Match[str]], str], group: int = 0) -> Rule:
    return Rule(re.compile(pattern), say, group)


CHINESE: tuple[Rule, ...] = (
    _rule(r"[〔\[【（(]((?:19|20)[0-9]{2})[〕\]】）)]\s?(第)?([0-9]{1,4})号", _document),
    _rule(
        r"(?<![A-Za-z])(GB|DB|YD|JR|GA|ISO|IEC)([0-9]{2})?(?:/([TZ]))?\s?([0-9]+(?:\.[0-9]+)?)"
        r"(?:\s?[-—–]{1,2}\s?([0-9]{4}))?(?![0-9])",
        _standard,
    ),
    _rule(r"(?<![0-9.])(?:\+86[-\s]?)?1[3-9][0-9]{9}(?![0-9])", _mobile),
    _rule(r"(?<![0-9.-])(?:0[0-9]{2,3}-?[0-9]{7,8}|[48]00-?[0-9]{3}-?[0-9]{4})(?![0-9-])", _phone),
    _rule(r"(?:热线|电话|拨打|致电|拨)[是为：:]?\s?([0-9]{3,8})(?![0-9.%,])", _line, 1),
    _rule(r"(?<![0-9.])([0-9]{3,8})(?=服务热线|热线|专线)", _line, 1),
    _rule(
        r"(?<![0-9./-])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9./-])",
        _date,
    ),
    Rule(
        re.compile(DOTTED_DATE.pattern.replace("((?:", "(?P<year>(?:", 1), re.ASCII),
        lambda m: f"{digit_by_digit(m[1])}年{integer(str(int(m[2])))}月{integer(str(int(m[3])))}日",
    ),
    _rule(r"(?<![0-9.,])[0-9]{4}(?=\s?年)", _year),
    _rule(rf"(?<![0-9.,])(?:19|20)[0-9]{{2}}(?={_DASH}(?:19|20)[0-9]{{2}}\s?年)", _year),
    _rule(
        r"(?<![0-9:：.])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?:[:：]([0-5][0-9]))?(?![0-9:：.])",
        _time,
    ),
    _rule(
        rf"(?P<currency>US\$|HK\$|[￥¥$＄€£]|(?<![A-Za-z])(?:RMB|CNY|USD|EUR)|人民币)\s?"
        rf"(?P<number>{NUMBER})(?P<times>{SCALE})(?P<said>(?=\s?(?:元|美元|欧元|港元|英镑)))?",
        _money,
    ),
    _rule(rf"{_BEFORE}({NUMBER})\s?([%‰])", _percent),
    _rule(r"(?<![A-Za-z])T\+([0-9]{1,3})(?![0-9])", lambda m: f"T 加{integer(m[1])}"),
    _rule(r"(?<![A-Za-z0-9.])([vV])([0-9]+(?:\.[0-9]+)+)(?![0-9])", _version),
    _rule(r"(?<![A-Za-z0-9.])()([0-9]+(?:\.[0-9]+){2,})(?![0-9])", _version),
    _rule(rf"^\s*([{CIRCLED}]|[0-9]{{1,2}}(?=[.、)）．](?!\s*[0-9])))[.、)）．]?\s*", _marker),
    _rule(rf"^\s*[（(]({_ITEM})[)）]\s?", _marker),
    _rule(rf"第[（(]({_ITEM})[)）]项", _item),
    _rule(rf"(?<=[条款])[（(]({_ITEM})[)）]", _item),
    _rule(rf"(?<=[：:；;，,。\s])[（(]({_ITEM})[)）]\s?", _marker),
    _rule(rf"([{CIRCLED}])\s?", _marker),
    _rule(r"(?<![0-9/.])([1-9])/([1-9][0-9]?)(?![0-9/.])", _fraction),
    _rule(rf"(?<=[0-9%‰个天日月年元人家时分])({_DASH})(?=第?[￥¥$]?[0-9])", _connect, 1),
    _rule(r"(?<![0-9A-Za-z\u4e00-\u9fff)）%年月日.,])([-−])(?=[0-9])", lambda _: "负", 1),
    _rule(r"(?<=[0-9])(\+)(?=[0-9])", lambda _: "加", 1),
    _rule(r"(?<=[0-9])(=)(?=[0-9])", lambda _: "等于", 1),
    _rule(r"([<＜])(?=\s?[0-9])", lambda _: "小于", 1),
    _rule(r"([>＞])(?=\s?[0-9])", lambda _: "大于", 1),
    _rule(rf"({NUMBER})({SCALE})", _number),
    _rule(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])", lambda m: letters(m.group())),
    _rule(r"(?<=[\u4e00-\u9fff])(/)(?=[\u4e00-\u9fff])", lambda _: "，", 1),
    _rule(f"[{re.escape(''.join(SIGNS))}]", _sign),
)
