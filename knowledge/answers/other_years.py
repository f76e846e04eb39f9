"""Numbers of people that a conversation tells each of a year of its own, in whichever of its texts
and in whichever order (今年三万人; 2023年传过二十万; 过完年再给六千): which year is asked
about, and the texts with the numbers of that year alone. Pure; over normalised texts.

Where the law counts by the calendar year, what was sent in another is history, or yet to come. The
year of the plan decides, and a sum of both (加起来十四万) counts for none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.batches import alike
from knowledge.answers.counting_windows import first_year
from knowledge.answers.days import Time
from knowledge.answers.own_sums import says_sum, without_own_sums
from knowledge.answers.people_counts import Told, counted_input, people_told
from knowledge.answers.vague_counts import bounds
from knowledge.answers.years_told import (
    PUT_RIGHT,
    YEAR,
    by_years,
    edited,
    only_held,
    own_year,
    spans_more,
    year_of,
)
from knowledge.text import normalise
from knowledge.types import DecisionTable

_POINTED = re.compile(
    r"(?P<year>去年|前年|今年|明年|来年|(?<!\d)20\d\d年)的?[这那](?:[1一]?[批些]|部分)?的?(?P<number>\d+)"
)
"""What points back to a number that was told before: 去年那8万."""
_COUNTS_IN = re.compile(r"^[^,;。?!]{0,8}?(?:算(?!法)|计入|加|合|并)")
"""What asks whether a number is counted in."""
_MONTH_ONLY = re.compile(
    r"(?<![\d年月到至~-])(?P<month>\d{1,2})月份?(?=[^,。;?!了]{0,8}(?:再|才|还?要|会|打算|准备|计划|想))"
    r"|\b(?:in|come)\s(?P<english>january|february|march)\b"
)
"""A month that lies ahead, of a year that is not named."""
_ADDS_UP = re.compile(
    r"算(?:进|在|上|到|入|不算|吗|么|嘛|不$|不[,。?])|(?:要不要|还要|用不用|该不该)(?:[1一](?:起|块))?算|计入|加[1一](?:起|块)|加起来|合(?:在[1一]起|并|着)"
    r"|\bcount(?:s|ed)?\s(?:in|as well|too|towards?|together|for this year)\b"
    r"|\badd(?:ed)?\s(?:up|together|to)\b"
)
"""What asks whether numbers of two years are one."""
_SEVERAL_YEARS = re.compile(rf"{YEAR.pattern}|[两2]年|两边|\b(?:they|both|years?)\b")
_ENGLISH_MONTHS = {"january": 1, "february": 2, "march": 3}
_AHEAD_ENGLISH = re.compile(r"\b(?:will|going to|plan\w*|another|want to|intend\w*)\b")
_IN_ALL = re.compile(
    r"[1一]共|总共|合计|加起来|加[1一](?:起|块)|总数|\b(?:in total|in all|altogether|together"
    r"|that(?:'|’)?s"
    r"|that is|makes)\b"
)
_NUMBERS = 2


class _Number(msgspec.Struct, frozen=True):
    place: int
    told: Told
    year: int
    named: bool
    """Whether words name the year."""


class OfYears(msgspec.Struct, frozen=True):
    """The years that are ruled on, each with the texts that tell the numbers of that year alone."""

    cases: tuple[tuple[Time, tuple[str, ...]], ...]


def of_years(table: DecisionTable, texts: Sequence[str], day: date | Time) -> OfYears | None:
    """The years that a conversation asks about, where its numbers are of several; ``None`` where
    they are of one, or where the law of a year that is asked about counts more than that year."""
    known, today = counted_input(table), day.first if isinstance(day, Time) else day
    if known is None or any(PUT_RIGHT.search(t) and people_told(t, known.units) for t in texts):
        return None
    found: list[_Number] = []
    for place, text in enumerate(texts):
        last = found[-1].year if found else today.year
        own = _in_text(text, place, known.units, today=today, last=last)
        if own is None:
            return None
        found.extend(own)
    numbers = _without_sums(texts, found)
    if len({n.year for n in numbers}) < _NUMBERS or not alike(table, texts):
        return None
    years = _asked(texts, numbers, today)
    told = [y for y in years if any(n.year == y for n in numbers)]
    ends = [date(y, month, 1) for y in told for month in (1, 12)]
    if not told or any(first_year(known, end) < end.year for end in ends):
        return None
    cases = (
        (
            Time(max(today, date(y, 1, 1)) if y >= today.year else date(y, 1, 1), date(y, 12, 31)),
            _texts_of(texts, y, numbers, known.units),
        )
        for y in told
    )
    return OfYears(tuple(cases))


def adds_years(table: DecisionTable, texts: Sequence[str], day: date) -> bool:
    """Whether the last text asks whether what was sent in several years counts together: the
    ruling on the year that counts answers that."""
    told = [normalise(text) for text in texts]
    asked = _SEVERAL_YEARS.search(told[-1]) and _ADDS_UP.search(told[-1])
    if not asked and not says_sum(told[-1]):
        return False
    known = counted_input(table)
    told = without_own_sums(told, known.units, day) if known is not None else told
    return of_years(table, told, day) is not None or by_years(table, told, day) is not None


def asks_of_a_year(table: DecisionTable, texts: Sequence[str], day: date) -> bool:
    """Whether the last text asks of one of the years of which numbers were told."""
    told = [normalise(text) for text in texts]
    return YEAR.search(told[-1]) is not None and of_years(table, told, day) is not None


def _in_text(
    text: str, place: int, units: Sequence[str], *, today: date, last: int
) -> tuple[_Number, ...] | None:
    """The numbers of one text with their years, the ``last`` one told where none is named; ``None``
    where a number is of a span of years, or of people of whom data are only held."""
    pointed = [m.start("number") for m in _POINTED.finditer(text)]
    told = [t for t in people_told(text, units) if t.start not in pointed]
    years = list(YEAR.finditer(text))
    told = [t for t in told if not any(m.start() <= t.start < m.end() for m in years)]
    if any(only_held(text, t) for t in told) or any(spans_more(text, m, today) for m in years):
        return None
    found: list[_Number] = []
    for number in told:
        own = own_year(text, number, years)
        year = year_of(own, today.year, today) if own is not None else _by_month(text, today, last)
        found.append(_Number(place, number, year, own is not None))
    return tuple(found)


def _by_month(text: str, today: date, last: int) -> int:
    """The year of a text that names none: the next one where it tells of a month that is over as
    of one ahead, else the last that was told."""
    for match in _MONTH_ONLY.finditer(text):
        english = match["english"]
        month = _ENGLISH_MONTHS[english] if english else int(match["month"])
        if month < today.month and (not english or _AHEAD_ENGLISH.search(text)):
            return today.year + 1
    return last


def _without_sums(texts: Sequence[str], numbers: Sequence[_Number]) -> list[_Number]:
    """Numbers without those that only add up the ones before."""
    kept: list[_Number] = []
    for number in numbers:
        before = sum(bounds(n.told.value)[0] for n in kept)
        text = texts[number.place]
        ahead = text[max(0, number.told.start - 24) : number.told.start]
        sums = len(kept) >= _NUMBERS and bounds(number.told.value)[0] == before
        if not sums and (number.named or not kept or not _IN_ALL.search(ahead)):
            kept.append(number)
    return kept


def _asked(texts: Sequence[str], numbers: Sequence[_Number], today: date) -> list[int]:
    """The years that are asked about: the one that the last text names beside its numbers, or of
    the number that it points to; else that of the plan which it tells, and the present one and
    those ahead where it tells none."""
    last, own = texts[-1], [n for n in numbers if n.place == len(texts) - 1]
    for match in _POINTED.finditer(last):
        year = YEAR.match(last, match.start())
        if year is not None and not _counts_in_earlier(last, match, today):
            return [year_of(year, today.year, today)]
        return [today.year]
    named = [
        m for m in YEAR.finditer(last) if not any(own_year(last, n.told, [m]) is m for n in own)
    ]
    if named:
        return [year_of(named[-1], today.year, today)]
    planned = {n.year for n in own if n.year > today.year}
    if planned:
        return sorted({*planned, *(n.year for n in numbers if n.year == today.year)})
    if own:
        return [today.year]
    return sorted({n.year for n in numbers if n.year >= today.year})


def _counts_in_earlier(last: str, match: re.Match[str], today: date) -> bool:
    """Whether it is asked of a number of an earlier year whether it counts with those of now."""
    year = YEAR.match(last, match.start())
    earlier = year is not None and year_of(year, today.year, today) < today.year
    return earlier and _COUNTS_IN.search(last[match.end() :]) is not None


def _texts_of(
    texts: Sequence[str], year: int, numbers: Sequence[_Number], units: Sequence[str]
) -> tuple[str, ...]:
    """The texts with the numbers of a year alone, and without the years of all."""
    told: list[str] = []
    for place, text in enumerate(texts):
        own = {n.told.start for n in numbers if n.place == place and n.year == year}
        others = [t for t in people_told(text, units) if t.start not in own]
        free = [t for t in others if not any(_inside(t, m) for m in YEAR.finditer(text))]
        edits = [(t.start, t.end, "若干") for t in free]
        edits += [(m.start(), m.end(), "") for m in YEAR.finditer(text)]
        told.append(edited(text, edits))
    return tuple(told)


def _inside(number: Told, match: re.Match[str]) -> bool:
    return match.start() <= number.start < match.end()
