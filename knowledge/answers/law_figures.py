"""A figure or a place that a question takes an article to name (第31条是18岁以下吧), where what is
held of it names another one of the same unit, and not that. Pure.

To recite the article leaves it to the visitor to notice; who only asks whether it is so hears no.
Nothing is denied of which the article does not speak: every word of weight beside the figure must
stand in what is held of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from knowledge.answers.law_names import names_of
from knowledge.answers.law_topics import says_all, within, words_of
from knowledge.localities import places_elsewhere
from knowledge.quantities import Quantity, quantities
from knowledge.text import Segmenter, is_english, normalise
from knowledge.types import Law, Rule

CONFIRMS = re.compile(
    r"(?:[吗么吧]|[对是]不[对是]|没错|来着)[?。! ]*$|是不是|是否|有没有(?=\d)|(?:对|是)[吗吧]"
    r"|真的(?:吗|假的)"
)
"""What wants it confirmed that something is so."""
_STATED = re.compile(
    r"[写说讲定][的了明]?是|规定|要求|[写讲说]明|是不是|是否|写着|定为|[条款项](?:的?内容)?(?:说|讲|写|定|是)"
)
"""What takes a figure for the article's own, and not for one of a case that it is to be held to."""
_FRAME = re.compile(
    r"第\d+[条款项](?:之\d+)?|[(（][^)）]*[)）]|[写说讲定][的了明]?是|规定|要求|[写讲说]明|写着|定为|应该|应当|是不是|是否"
    r"|有没有|对不对|没错|我?记得|好像|听说|来着|最[高多低少长短]|上限|下限|至[多少]|不[得能]?(?:超过|少于|低于|高于)|超过"
    r"|封顶|以[内上下]|之内|未?不?满|不到|不足|低于|高于|多于|少于|可以|[要得必]须|需要|金额|数额|时间|期限"
)
_ARTICLE = re.compile(r"第\d+条")
_ASKED_OF_FIGURE = re.compile(
    r"(?:是不是|是否|会不会|有没有|难道|不是|应该|好像|听说|是|要|罚款?|就|都|最[高多低少长短]|至[少多]|不?超过|[上下]限"
    r"|大概|以[上下内]|之内|左右|[到达有了吗吧么呢的啊]|[对是没]不?[对是错]?|[,，?？。! ])*"
)
_LARGE = ((100_000_000, "亿"), (10_000, "万"))
_AMOUNT = 1000
"""A number without a unit from which it is a sum, where a fine is spoken of."""
_UPPER = re.compile(
    r"(?:不满|未满|不足|不到|不超过|不得超过|最高可?罚?|最多|至多|低于|少于)$", re.UNICODE
)
_LOWER = re.compile(r"(?:至少|不少于|不低于|不得少于|超过|满|多于|[大高]于)(?:要|留存|保存)?$")
_UPPER_AFTER = re.compile(r"(?:以下|以内|之内|内|为限)")
_LOWER_AFTER = re.compile(r"以上")
_HIGHEST = re.compile(r"最[高多]|上限|封顶|顶格|至多|不超过")
_CLAUSE = re.compile(r"[^,，。;；:：]+")
_JOINS = re.compile(r"^(?:或者?|并且?|而且|但是?|还|也)(?=.{4})")
_SPOKEN = re.compile(r"(\d+(?:\.\d+)?)个?(亿|万)(?!人|条|家|\d|个月)(?:块钱|块|元)?")
_HALVES = ((re.compile("半年"), "6个月"), (re.compile("半个月"), "15天"))
_WEEKS = re.compile(r"(\d)个?(?:周|星期|礼拜)(?!岁|年|[1-7日天末])")
_PLACED = re.compile(r"(?:设立?|建|落户|坐落|位|放|开)(?:在|于)(?:了|上海市?的?)?")
_DISTRICT = re.compile(r"(?!这|那|本|全|各|该|哪)[\u4e00-\u9fff]{2,3}(?:新区|区|县)")
_NAME = 6
"""Characters of the longest name of a place."""
_SHORTEST = 2
_UNITS = {"周岁": "岁", "日": "天", "美元": "美元", "块": "元", "块钱": "元"}
_COUNTED = ("人", "家", "类", "种", "名", "倍", "次", "份")


class Denial(msgspec.Struct, frozen=True):
    """What an article does not name, and the words in which it names another."""

    said: str
    held: str


class _Measure(msgspec.Struct, frozen=True):
    """A figure: of a ``scale`` on which figures are held against each other, in its ``unit``."""

    scale: str
    value: float
    unit: str
    start: int
    end: int

    def same(self, other: _Measure) -> bool:
        """Whether two figures are the same in the words of a law: working days are no days."""
        return self.value == other.value and self.unit == other.unit


def denied_of(text: str, law: Law, rules: Sequence[Rule], segmenter: Segmenter) -> Denial | None:
    """What a text wants confirmed of an article that names another figure, or place, instead."""
    plain = _read(text)
    if is_english(plain) or CONFIRMS.search(plain) is None:
        return None
    for name in sorted((normalise(n) for n in names_of(law)), key=len, reverse=True):
        plain = plain.replace(name, " ")
    return _figure(plain, rules, segmenter) or _place(plain, rules, segmenter)


class Fine(msgspec.Struct, frozen=True):
    """A sum that is taken for a fine of a law, and the rules of it that name that sum."""

    said: str
    rules: tuple[Rule, ...]


def fine_asked(text: str, rules: Iterable[Rule]) -> Fine | None:
    """The fine that a text wants confirmed of a law as a whole."""
    plain = _read(text)
    asked = [m for m in _measures(plain) if m.scale in ("money", "percent")]
    if not asked or "罚" not in plain or CONFIRMS.search(plain) is None:
        return None
    held = [(r, _measures(_read(r.gist))) for r in rules]
    scales = {h.scale for _, named in held for h in named}
    asked = [m for m in asked if m.scale in scales]
    if not asked:
        return None
    naming = tuple(r for r, named in held if any(h.same(m) for h in named for m in asked))
    return Fine(_said(asked[0]), naming)


def only_a_figure(clause: str, before: str) -> bool:
    """Whether a clause asks for nothing but whether a figure is that of the article that is named
    before it (第66条罚多少，是不是最高一千万)."""
    if _ARTICLE.search(normalise(before)) is None:
        return False
    plain = _read(clause)
    figures = _measures(plain, fined="罚" in before)
    if len(figures) != 1 or CONFIRMS.search(plain) is None:
        return False
    rest = plain[: figures[0].start] + plain[figures[0].end :]
    return _ASKED_OF_FIGURE.fullmatch(rest) is not None


def _read(text: str) -> str:
    plain = normalise(text)
    for pattern, written in _HALVES:
        plain = pattern.sub(written, plain)
    plain = _WEEKS.sub(lambda m: f"{int(m[1]) * 7}天", plain)
    sizes = {name: size for size, name in _LARGE}
    return _SPOKEN.sub(lambda m: f"{float(m[1]) * sizes[m[2]]:.0f}元", plain)


def _measures(text: str, *, fined: bool = False) -> list[_Measure]:
    """The figures of a text. ``fined``: a fine was spoken of before it."""
    fined = fined or "罚" in text or "赔" in text
    read = (_measure(q, fined=fined) for q in quantities(text))
    return [m for m in read if m is not None]


def _measure(found: Quantity, *, fined: bool) -> _Measure | None:
    """A quantity as a figure of a scale: years are counted in months."""
    unit, value = _UNITS.get(found.unit, found.unit), found.value
    scale = ""
    if found.kind == "duration" and unit == "年":
        unit, value = "月", 12 * value
    if found.kind == "duration":
        scale = "天" if unit == "工作日" else unit
    elif found.kind in ("money", "percent"):
        scale = found.kind
    elif found.kind == "number" and unit in _COUNTED:
        scale = unit
    elif found.kind == "number" and not unit and fined and value >= _AMOUNT:
        scale, unit = "money", "元"
    return _Measure(scale, value, unit, found.start, found.end) if scale else None


def _figure(plain: str, rules: Sequence[Rule], segmenter: Segmenter) -> Denial | None:
    asked, gists = _measures(plain), {r.id: _read(r.gist) for r in rules}
    held = {r.id: _measures(gists[r.id]) for r in rules}
    for scale in dict.fromkeys(m.scale for m in asked):
        named = [m for m in asked if m.scale == scale]
        every = [h for r in rules for h in held[r.id] if h.scale == scale]
        if not every or any(h.same(m) for h in every for m in named):
            continue
        speaking = [r for r in rules if any(h.scale == scale for h in held[r.id])]
        words = _words(plain, named, segmenter)
        speaking = [r for r in speaking if _speaks(r, words, scale)]
        if not speaking:
            continue
        stated = _STATED.search(plain) is not None or _bounded(plain, named[0])
        if not stated and any(
            _covers(gists[r.id], h, named[0]) for r in speaking for h in held[r.id]
        ):
            continue
        clause = _clause(plain, scale, named[0], [r.gist for r in speaking])
        if clause:
            return Denial(_said(named[0]), clause)
    return None


def _words(plain: str, named: Iterable[_Measure], segmenter: Segmenter) -> list[str]:
    """What a text says beside its figures, its article and that it asks."""
    rest = plain
    for one in sorted(named, key=lambda m: m.start, reverse=True):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    return words_of(_FRAME.sub(" ", CONFIRMS.sub(" ", rest)), segmenter)


def _speaks(rule: Rule, words: Sequence[str], scale: str) -> bool:
    """Whether a rule says all words; of one it may have another form by the figure."""
    unsaid = [w for w in words if not says_all(rule, [w])]
    if not unsaid:
        return True
    beside = "".join(
        c for c in _CLAUSE.findall(rule.gist) if any(m.scale == scale for m in _measures(_read(c)))
    )
    return len(unsaid) == 1 < len(words) and bool(set(unsaid[0]) & set(normalise(beside)))


def _bounded(text: str, figure: _Measure) -> bool:
    """Whether a figure is told as a bound: 18岁以下, at most."""
    before, after = text[: figure.start], text[figure.end :]
    bounds = (_UPPER.search(before), _LOWER.search(before))
    behind = (_UPPER_AFTER.match(after), _LOWER_AFTER.match(after))
    return any(bounds) or any(behind) or _HIGHEST.search(text) is not None


def _covers(gist: str, held: _Measure, asked: _Measure) -> bool:
    """Whether a figure of a case lies where the article's bound puts it: 12, of under 14."""
    if held.scale != asked.scale:
        return False
    before, after = gist[: held.start], gist[held.end :]
    upper = _UPPER.search(before) or _UPPER_AFTER.match(after) or re.search(r"\d元?到$", before)
    lower = _LOWER.search(before) or _LOWER_AFTER.match(after)
    return bool((upper and asked.value < held.value) or (lower and asked.value > held.value))


def _clause(plain: str, scale: str, asked: _Measure, gists: Sequence[str]) -> str:
    """The clause with the figure that stands in the place of the one that is asked for: the
    highest, where that is asked or all are below it, else the one that shares most with it."""
    found: list[tuple[float, int, str]] = []
    for gist in gists:
        for clause in _CLAUSE.findall(gist):
            figures = [m for m in _measures(_read(clause)) if m.scale == scale]
            if figures:
                shared = len(set(_read(clause)) & set(plain))
                found.append((max(m.value for m in figures), shared, clause.strip()))
    if not found:
        return ""
    top = max(found)
    by_words = max(found, key=lambda f: f[1])
    highest = _HIGHEST.search(plain) or (top[0] < asked.value and scale in ("money", "percent"))
    return _JOINS.sub("", (top if highest else by_words)[2])


def _place(plain: str, rules: Sequence[Rule], segmenter: Segmenter) -> Denial | None:
    """A place where a text takes something to be, while the article puts it elsewhere."""
    put = _PLACED.search(plain)
    asked = _place_in(plain[put.end() :]) if put is not None else ""
    if put is None or not asked or any(_bare(asked) in normalise(r.gist) for r in rules):
        return None
    rest = f"{plain[: put.start()]} {plain[put.end() :].replace(asked, ' ', 1)}"
    words = words_of(_FRAME.sub(" ", CONFIRMS.sub(" ", rest)), segmenter)
    for rule in rules:
        for clause in _CLAUSE.findall(rule.gist):
            held = _PLACED.search(normalise(clause))
            there = _place_in(normalise(clause)[held.end() :]) if held is not None else ""
            if there and all(within(w, normalise(rule.gist)) for w in words):
                return Denial(asked, _JOINS.sub("", clause.strip()))
    return None


def _place_in(text: str) -> str:
    """The place with which a text begins: a district by its whole name, or one far from here. The
    city that a district is in is no other place."""
    district = _DISTRICT.match(text)
    if district is not None:
        return district.group()
    return next((p for p in places_elsewhere(text[:_NAME]) if text.startswith(p)), "")


def _bare(place: str) -> str:
    """A place without the word for its level."""
    return re.sub(r"(?:新区|区|县)$", "", place) if len(place) > _SHORTEST else place


def _said(figure: _Measure) -> str:
    """A figure as people say it: 1000万元, 3个月, 18岁."""
    value, unit = figure.value, figure.unit
    if figure.scale == "percent":
        return f"{value:g}%"
    if unit == "月":
        return f"{value / 12:g}年" if value >= 24 and value % 12 == 0 else f"{value:g}个月"
    for size, name in _LARGE:
        if value >= size:
            return f"{value / size:g}{name}{unit}"
    return f"{value:g}{'个' if unit == '工作日' else ''}{unit}"
