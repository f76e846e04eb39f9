"""The one reader of written numbers: Chinese, Arabic and mixed numerals in plain Arabic digits.

Whatever else asks for a number reads what this has written. A number that cannot be read as one
stays as it was written, so that none of its parts is taken for the whole.
"""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_SECTION = 10 * _MYRIADS["万"]
"""Below it is what stands before a 万 or 亿 and behind the last one."""
_NUMERAL = r"[零〇○一二两三四五六七八九十百千万亿]"
_FIGURE = r"[零〇○一二两三四五六七八九]"
_ANY = re.compile(rf"[\d{_NUMERAL[1:]}|thousand|[mb]illion")
"""Without one of these a text holds no number."""
_DIGIT = re.compile(r"\d")
# A run of Chinese numerals counts as a number only where it must be one: after 第, before a
# measure word, or with two or more places. 一般, 三权, 十分 and 万一 stay words.
_MEASURE = (
    r"(?:条|款|项|目|章|节|年|个?月|日|号|天|周|小时|分钟|秒|个|人|元|块|美元|家|类|种|步|岁|周岁|名|次|倍|份|台|"
    r"件|句|字|位|项|大类|环节|步骤|工作日|内|以上|以下)"
)
SPAN = (
    r"(?:年(?![卡费票轻长老级龄付度])|个?月(?![卡费票嫂子度活付租供薪饼结])|日(?![本韩籍语活卡票化用])|号(?!码)"
    r"|天(?![猫津使气河])|周(?![边卡票刊活末])|星期|礼拜|季度?|个?小时(?!工)|分钟|秒|周?岁|个?工作日)"
)
"""A unit of time, which 年卡, 天猫 and 日本 are not."""
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d|,\d)")
_OF_PEOPLE = r"(?:[人名户位个条份例]|people|persons|users|customers|members)"
_SPACED = re.compile(rf"(?<![\d.,] )(?<![\d.,])\d{{1,3}}(?: \d{{3}})+(?= ?{_OF_PEOPLE})")
"""120 000 people."""
_CAPITALS = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
_CAPITAL = re.compile(r"[\d零〇一-十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}")
_SCORES = {"廿": "二十", "卅": "三十", "卌": "四十"}
_SCORE = re.compile(r"[廿卅卌](?=[一二三四五六七八九]?[千万亿人名户位个条份])")
_W = re.compile(
    r"(?<=\d)w(?=\d*[多余来+]?(?:[人名户位个条份例零]|的?(?:用户|会员|客户|员工|学员|学生|患者|病人|粉丝|车主)))",
    re.I,
)
"""10w人 is written for 10万人; a lamp of 10w is none."""
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_FIGURES = {"a": 1, "an": 1, "eleven": 11, "twelve": 12}
_ENGLISH_FIGURES.update({word: n for n, word in enumerate(_ONES, 1)})
_ENGLISH_FIGURES.update({word: 10 * n for n, word in enumerate(_TENS, 2)})
_IN_ENGLISH = re.compile(
    r"\b(?:(?P<part>half|(?:a\s|one\s)?quarter of)\sa|(?P<figure>"
    + "|".join(_ENGLISH_FIGURES)
    + r")(?P<hundred>\shundred)?)\s(?P<unit>thousand|million|billion)\b",
    re.I,
)
_ABOUT_ENGLISH = re.compile(r"\b(?:than|under|below|even|up to|few|couple of|and|the)\s$", re.I)
"""What makes an estimate of such a number, or a part of one."""
_JOINS_ON = re.compile(r"\d ?[多余]?[百千万亿]|[十百千万亿] ?[零〇○]? ?\d")
"""Without one of these a text holds no number in figures and words."""
# It begins with a set of characters, to which the search can leap.
_CHINESE = re.compile(rf"{_NUMERAL}(?:{_NUMERAL}+|(?={_MEASURE})|(?<=第.))")
_YEAR = re.compile(r"([二一][〇零○一二三四五六七八九]{3})(?=年)")
_PERCENT = re.compile(rf"百分之({_NUMERAL}+(?:点{_FIGURE}+)?|\d+(?:\.\d+)?)")
_DECIMAL = re.compile(rf"({_NUMERAL}+)点({_FIGURE}+)(?=[十百千]?[万亿]|倍)")
_ENGLISH = re.compile(
    r"(\d(?<![\d.]\d)\d*(?:\.\d+)?)\s*(thousand|million|billion|k)(?![a-z\d])", re.I
)
_ENGLISH_UNITS = {"thousand": 10**3, "k": 10**3, "million": 10**6, "billion": 10**9}
_UNIT = r"(?:[十百千]?[万亿]|千|百(?![度科货姓]))"
_ONE = r"[一二两三四五六七八九]"
_HEAD = (
    rf"(?:\d(?<![\d.]\d)\d*(?:\.\d+)?|(?<![几数上成第\d.零〇○一二两三四五六七八九十百千万亿])"
    rf"(?:{_ONE}[一二三四五六七八九十百千零〇]*|十{_ONE}?))"
)
_TERM = rf" ?[零〇○]? ?(?:\d+(?:\.\d+)?|{_ONE}) ?(?:{_UNIT}|(?<=\S)十(?![几多来余]))"
# 3千, 1.5亿, 1亿2000万, 12万3456, 10万零1, 十二万3百零5, 3万5, 50多万.
_MIXED = re.compile(
    rf"({_HEAD}) ?([多余]?)({_UNIT}(?:{_TERM})*)"
    rf"(?:( ?[零〇○]+ ?)(\d+(?:\.\d+)?|(?:{_ONE}|十)+(?![百千万亿几多来余]))"
    rf"|( ?)(\d+(?:\.\d+)?)|(?<=十)({_ONE}))?"
)
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^ 零〇○]")
_SEPARATE = re.compile(rf" ?(?:{SPAN}|%|折|点|倍)")
"""What says of figures behind a number that they are another one: 50万10天."""
_PEOPLE_BEHIND = re.compile(rf" ?{_OF_PEOPLE}")
_COUNTED_BEHIND = re.compile(rf" ?(?:[.,]\d|(?![元块]){_MEASURE})")
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
    if "illion" in text or "thousand" in text:
        text = _IN_ENGLISH.sub(_in_english, text)
    text = _SCORE.sub(lambda m: _SCORES[m.group()], text)
    text = _CAPITAL.sub(_in_capitals, text)
    if "点" in text:
        text = _DECIMAL.sub(lambda m: _decimal(m.group()), text)
    myriads = "万" in text or "亿" in text
    if _DIGIT.search(text):
        if " " in text:
            text = _SPACED.sub(lambda m: m.group().replace(" ", ""), text)
        text = _W.sub("万", text) if "w" in text or "W" in text else text
        if _JOINS_ON.search(text):
            text = _MIXED.sub(_mixed, text)
        text = _ENGLISH.sub(_english, text)
    if myriads:
        text = _MANY.sub(_many, text)
    return _CHINESE.sub(_chinese, text)


def _in_english(match: re.Match[str]) -> str:
    """``half a million`` as 500000; estimates (fewer than a million) stay."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _ABOUT_ENGLISH.search(before):
        return match.group()
    unit = _ENGLISH_UNITS[match["unit"].lower()]
    if match["part"]:
        return str(unit // (2 if match["part"].lower() == "half" else 4))
    figure = _ENGLISH_FIGURES[match["figure"].lower()] * (100 if match["hundred"] else 1)
    return str(figure * unit)


def _in_capitals(match: re.Match[str]) -> str:
    """贰拾万 as 二十万; a name with such a sign (陆家) is no run of numerals."""
    return "".join([_CAPITALS.get(sign, sign) for sign in match.group()])


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
    """A number of figures and words. Where its parts do not make one number (12万34567) it stays
    whole as it was written."""
    text, end = match.string, match.end()
    head, many, units, zero, rest, space, tail, after_ten = match.groups("")
    figures = rest or tail or after_ten
    if not _DIGIT.search(match.group()):
        return match.group()
    value, unit = _of_terms(head, units)
    if value is None or value.denominator != 1:
        return match.group()
    behind = text[end : end + 6]
    whole = f"{value}{many}"
    # What follows must not run into the figures: 100万3年.
    gap = " " if behind[:1].isdigit() else ""
    if not figures:
        return whole + gap
    apart = whole + (zero or space or " ") + figures
    if _SEPARATE.match(behind) or many or (space and not _PEOPLE_BEHIND.match(behind)):
        return apart
    if "." in head or "." in figures:
        return match.group()
    last = int(figures) if figures.isdecimal() else chinese_number(figures)
    if last is None or last >= unit:
        return match.group()
    if zero or unit == 10 or len(figures) > 1:
        return f"{value + last}{gap}"
    return _with_last_figure(int(value), last, unit, behind) or apart


def _with_last_figure(value: int, last: int, unit: int, behind: str) -> str:
    """A number with one figure that follows its last unit: 3万5 is 35,000, 3万5人 that or 30,005;
    empty where the figure counts something else."""
    if _PEOPLE_BEHIND.match(behind):
        return f"{value + last}~{value + last * unit // 10}"
    return "" if _COUNTED_BEHIND.match(behind) else f"{value + last * unit // 10}"


def _of_terms(head: str, units: str) -> tuple[Fraction | None, int]:
    """The value of figures that are followed by units (``12``, ``万3千``), and the last unit;
    no value where the units do not become smaller."""
    written = Fraction(head) if head[0].isascii() else Fraction(chinese_number(head) or 0)
    number, total, section, unit = written, Fraction(0), Fraction(0), 0
    below_in_section, below = _SECTION, 10**13
    for token in _TOKEN.findall(units):
        if token in _UNITS:
            unit = _UNITS[token]
            added = number * unit
            if not added or (section and added >= below_in_section):
                return None, 0
            section, number, below_in_section = section + added, Fraction(0), unit
        elif token in _MYRIADS:
            unit = _MYRIADS[token]
            if section and 0 < number * 10 < below_in_section:
                return None, 0
            value = section + number
            # 1万3千亿: what stands before 亿 is all counted in it.
            value, total = (value + total, Fraction(0)) if unit == 10**8 else (value, total)
            if not value or value >= 10**8 or (unit < 10**8 and value * unit >= below):
                return None, 0
            total, section, number = total + value * unit, Fraction(0), Fraction(0)
            below_in_section, below = _SECTION, unit
        else:
            number = Fraction(str(_DIGITS.get(token, token)))
    return (total + section, unit) if not total or section < below else (None, 0)


def _english(match: re.Match[str]) -> str:
    value = Fraction(match.group(1)) * _ENGLISH_UNITS[match.group(2).lower()]
    return str(value) if value.denominator == 1 else match.group()
