"""A number of people that is told with its parts by year (一共一百二十万，2026年发六十万，2027年发
六十万; half this December and half next January): only the parts are sent in a year, so that they
alone are left, each written out. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from knowledge.answers.people_counts import Told, people_told
from knowledge.answers.vague_counts import bounds
from knowledge.answers.years_told import YEAR, edited

_SEVERAL = 2
_FIGURE = re.compile(
    r"(?<!\d,)(?<![\d.-])\d{3,}(?![\d年月]|[.,]\d{3}(?!\d)|\.\d)"
    r"(?!(?:%|元|块|美元| (?:yuan|dollars)))"
)
_CLAUSE = re.compile(r"[,;。!?:\n]|\.(?=\s|$)")
_IN_ALL = re.compile(
    r"[1一]共|总共|合计|总计|总数|全部|加起来|\b(?:in total|in all|altogether|total|together)\b"
)
_HALF = (
    r"(?:另外?|剩下的?|其余的?|余下的?)?(?<!\d)[1一](?:大)?半(?![年天月夜小个])(?:的?(?:人|客人|数据|信息))?"
    r"|(?<!a )(?<!first )(?<!second )\b(?:the )?(?:other )?half(?: of (?:them|it|these|those))?"
    r"(?! (?:a|of|year|the|million)\b)(?!-)\b"
)
_REST = (
    r"剩下的?(?!(?:[1一])?半)(?:人|部分)?|其余的?(?!(?:[1一])?半)(?:人|部分)?|余下的?(?!(?:[1一])?半)(?:人|部分)?"
    r"|\bthe (?:rest|remainder|remaining ones)\b"
)
_SHARES = re.compile(rf"(?P<half>{_HALF})|(?P<rest>{_REST})")
_DESCRIBED = re.compile(
    r"(?:都|也|还|就)?(?:是(?!要|打算|准备|计划|想|[^,。;?!]{0,8}[发传送寄])|来自|属于|有)"
    r"|,? (?:are|is|were|was|have|had|come|came)\b(?! (?:to|being|sent|going|due|transferred))"
)
"""What tells who a share of people are, and not when it is sent."""
_EACH = re.compile(
    r"(?:每|各|1)年(?:各|都|只|就|发|传|送|给)*(?P<number>\d{3,})"
    r"|(?P<english>\d{3,})[^,.;?!]{0,24}? (?:each|every|a|per) year\b"
)
_YEARS_OF_IT = 6
"""Years over which a number is at most spread."""


class _Total(msgspec.Struct, frozen=True):
    place: int
    told: Told
    value: int


def by_part(texts: Sequence[str], units: Sequence[str]) -> list[str]:
    """The texts, without a number whose parts are told of a year each, and with these parts in
    figures."""
    found = [*texts]
    total: _Total | None = None
    for place, text in enumerate(texts):
        numbers = people_told(text, units)
        here = _first(place, numbers)
        total = here or (total if not numbers else None)
        if total is None:
            continue
        since = total.told.end if here is not None else 0
        parts = _parts(text, since, total, own=here is not None)
        if parts is None:
            continue
        found[place] = edited(text, parts)
        some = "some" if texts[total.place].isascii() else "若干"
        blank = " " if texts[total.place][total.told.end - 1] == " " else ""
        gone = (total.told.start, total.told.end, some + blank)
        if total.place == place:
            found[place] = edited(text, [*parts, gone])
        else:
            found[total.place] = edited(texts[total.place], [gone])
        total = None
    return found


def _first(place: int, numbers: Sequence[Told]) -> _Total | None:
    if not numbers:
        return None
    low, high = bounds(numbers[0].value)
    return _Total(place, numbers[0], low) if low == high else None


def _parts(text: str, since: int, total: _Total, *, own: bool) -> list[tuple[int, int, str]] | None:
    """The parts of a number in a text from a place on, written out; ``None`` where it tells none
    of a year each."""
    each = _EACH.search(text, since)
    if each is not None and _spread(int(each["number"] or each["english"]), total.value):
        return []
    if len([*YEAR.finditer(text)]) < _SEVERAL or (own and _of_a_year(text, total.told)):
        return None
    figures = [m for m in _FIGURE.finditer(text, since) if not _names_year(text, m)]
    shares = [*_SHARES.finditer(text, since)]
    values = [int(m[0]) for m in figures]
    if any(_DESCRIBED.match(text, m.end()) for m in shares):
        return None
    if not shares:
        whole = len(figures) >= _SEVERAL and sum(values) == total.value
        return [_counted(text, m, int(m[0])) for m in figures] if whole else None
    if not figures and len(shares) == _SEVERAL and shares[0]["half"]:
        return [_counted(text, m, total.value // 2) for m in shares]
    left = total.value - sum(values)
    if figures and len(shares) == 1 and shares[0]["rest"] and left > 0:
        numbers = [_counted(text, m, int(m[0])) for m in figures]
        return [*numbers, _counted(text, shares[0], left)]
    return None


def _counted(text: str, part: re.Match[str], value: int) -> tuple[int, int, str]:
    """A part as a number of people, unless it is followed by what it counts."""
    behind = text[part.end() : part.end() + 2].strip()
    unit = "人" if not text.isascii() else " people"
    named = part[0].isdigit() and re.match(r"[人名个位条份户]|people|persons", behind) is not None
    return part.start(), part.end(), f"{value}{'' if named else unit}"


def _of_a_year(text: str, number: Told) -> bool:
    """Whether a number is itself told of a year, and is no sum of what follows."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, number.start)), default=0)
    end = _CLAUSE.search(text, number.end)
    clause = text[start : end.start() if end is not None else len(text)]
    shares = _SHARES.search(clause) is not None
    return YEAR.search(clause) is not None and _IN_ALL.search(clause) is None and not shares


def _names_year(text: str, figure: re.Match[str]) -> bool:
    return any(m.start() <= figure.start() < m.end() for m in YEAR.finditer(text))


def _spread(part: int, whole: int) -> bool:
    return part > 0 and whole % part == 0 and _SEVERAL <= whole // part <= _YEARS_OF_IT
