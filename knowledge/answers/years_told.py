"""Numbers of people that are told each of a year of its own (2022年8万人，2023年又5万): which of
them the law of a day counts together, and which each for itself. Pure; over normalised texts.

The year of a number tells when so many were sent, and is not the day that is asked about, unless no
other is named: then it is the latest of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.batches import alike, says_besides
from knowledge.answers.counting_windows import first_year
from knowledge.answers.days import Time, named_time, says_now, told_time
from knowledge.answers.held_totals import told_of_all
from knowledge.answers.people_counts import Told, counted_input, people_told, with_range
from knowledge.answers.rulings import Of, Ruling
from knowledge.answers.thing_dates import ACT, ACT_ENGLISH
from knowledge.answers.vague_counts import OPEN, bounds
from knowledge.partial_dates import MONTHS
from knowledge.text import is_english
from knowledge.types import DecisionTable

_MONTH = r"\d{1,2}(?!\d)月?份?"
_TAIL = (
    rf"(?:的?(?:(?:{_MONTH})?(?:到|至|[-—~]))?{_MONTH}|全年|整年|[上下]半年|[底末初]|度)?"
    r"(?:,?(?:到|至)\d{1,2}月份?)?"
)
_NAMES = "|".join(sorted({n.lower() for m in MONTHS for n in (m, m[:3])}, key=len, reverse=True))
_TO_COME = r"(?=[^,。;?!了]{0,8}(?:再|才|还?要|会|打算|准备|计划|想))"
_NEW_YEAR = (
    rf"等?(?:过(?:了|完)?|跨(?:了|过)?|翻过?)(?:元旦|新年|春节|阳历年|年)(?:以后|之后|后)?{_TO_COME}"
    rf"|等?(?:元旦|新年|春节)(?:过(?:了|完)?(?:以后|之后|后)?|以后|之后|后){_TO_COME}"
    rf"|(?<![\d一二两三四五六七八九十几多半成去今当那同每数前])年后{_TO_COME}|(?<!年)(?<!刚)开年{_TO_COME}"
)
"""The turn of the year, in front of what is still to come."""
YEAR = re.compile(
    rf"(?<!\d)(?P<year>20\d\d)年{_TAIL}(?!的?(?:规定|办法|法|新规|旧规|时候(?![^,。;?!]{{0,6}}(?:把|给|向|传|发|送))))"
    rf"|(?P<past>去年)|(?P<now>今年|本年)|(?P<next>(?:明年|来年)(?:开年|[1一]开始|元旦后?|{_TAIL})|{_NEW_YEAR})"
    r"|(?P<before>(?:前|上|头)1?年(?!度?的|以前|[底末初前])|之前那1?年|上年度)|(?P<then>当年|同年|那1?年(?!的))"
    r"|\b(?:in|during|for|by|until|throughout)\s"
    rf"(?:(?:the|all|whole|end|start|first|second|half|early|late|mid|of|year|{_NAMES})[\s-]+)*"
    r"(?P<english>20\d\d)\b(?!,\d)"
    r"|\b(?P<last>last year)\b|\b(?P<this>this year)\b"
    r"|\b(?P<coming>(?:early |in |during )*next year"
    r"|(?:in |after |with )?(?:the )?new year(?:['’]s(?: day)?)?|(?:in )?(?:next|come|this coming)"
    r" (?:january|february|spring))\b"
    r"|\b(?P<prior>the (?:year before|previous year))\b(?! last)|\b(?P<that>(?:that"
    r"|the same) year)\b"
)
_SPAN = re.compile(r"^(?:起|开始|以来|(?:到|至|[-—~])20\d\d|以后|之后|以前|之前|,?(?:累计|合计))")
"""What makes a span of several years of a year."""
_UNTIL_NOW = re.compile(r"^,?[1一]?直?(?:至今|到(?:现在|目前|今))")
_SPAN_BEFORE = re.compile(r"[自从]$|\b(?:since|from|between|before|after|until)\s$")
_BREAK = re.compile(r"[,;。!?:\n]|\.(?=\s|$)|\b(?:and|then|plus|but)\b")
_CLAUSE = re.compile(r"[,;。!?:\n]|\.(?=\s|$)")
_NO_BATCH = re.compile(
    r"其中|里面?有|包括|包含|[1一]共|总共|合计|累计一共|加起来|不对|说错|应该是|不是|而是|更正|改成|改为|同[1一]批|重复|没传|未传|不传|没有传|没出境"
    r"|如果|要是|假如|还是(?!要)|或者?|超过|门槛"
    r"|\b(?:of (?:them|these|those|which)|in total|in all|altogether|same people|instead|or|if"
    r"|not)\b"
)
"""What says that a number is a part, the whole, a correction or only supposed."""
_IN_ALL = re.compile(
    r"[1一]共|总共|合计|加起来|加在1起|总数|\b(?:in total|in all|altogether|together)\b"
)
_NOT_TOLD = re.compile(
    r"[吗么呢?？]|当时|那时|那会|如果|要是|假如|不对|不是|说错|更正|改成|应该是"
    r"|\b(?:if|not|sorry|actually|instead|then|what)\b"
)
"""What asks of a year, supposes it or puts it right, rather than tells a further number of it."""
PUT_RIGHT = re.compile(
    r"不对|不是|说错|更正|改成|应该是|\b(?:sorry|actually|instead|correction|i mean)\b"
)
"""What puts a number right. What is asked or supposed of a year ahead adds to no other year."""
_HELD = re.compile(
    r"有|积累|收集|注册|存着|存了|招了?|新增|\b(?:have|had|has|collect\w*|register\w*|hired?)\b"
)


_SEVERAL = 2


class OfYear(msgspec.Struct, frozen=True):
    """A number of people with the year of which it is told, whose words stand at ``start`` to
    ``end``."""

    number: Told
    year: int
    start: int
    end: int
    held: bool = False
    """Whether so many were only had then, and nothing says that they were sent."""


class ByYears(msgspec.Struct, frozen=True):
    """The texts of a conversation, the one at ``place`` of which tells numbers of several years."""

    table: DecisionTable
    texts: tuple[str, ...]
    place: int
    numbers: tuple[OfYear, ...]
    today: date

    @property
    def _bare(self) -> list[str]:
        """The texts without the years of the numbers."""
        bare = [*self.texts]
        edits = [(n.start, n.end, "") for n in self.numbers]
        bare[self.place] = edited(bare[self.place], edits)
        return bare

    @property
    def _asked(self) -> bool:
        """Whether a day is named beside the years of the numbers."""
        return any(says_now(t) or named_time(t, self.today) for t in self._bare)

    def time(self, day: date | Time) -> Time:
        """The time that is asked about: the one that is named beside the years of the numbers,
        else the latest of these years."""
        if self._asked:
            return told_time(self._bare, day)
        last = max(n.year for n in self.numbers if not n.held)
        return Time(date(last, 1, 1), date(last, 12, 31))

    def ahead(self) -> tuple[Time, ...]:
        """The present year and those that lie ahead of which numbers are told, where several are
        and no day is asked about."""
        given = (n.year for n in self.numbers if not n.held)
        years = sorted({y for y in given if y >= self.today.year})
        if len(years) < _SEVERAL or self._asked:
            return ()
        return tuple(Time(max(self.today, date(y, 1, 1)), date(y, 12, 31)) for y in years)

    def counted(self, time: Time) -> tuple[str, ...]:
        """The texts with the one number that the law of a time counts, in the place of all."""
        text, known = self.texts[self.place], counted_input(self.table)
        since = first_year(known, time.first) if known is not None else time.first.year
        window = [
            n.number for n in self.numbers if not n.held and since <= n.year <= time.last.year
        ]
        edits = [(n.start, n.end, "") for n in self.numbers]
        for number in (n.number for n in self.numbers):
            said = "若干"
            if number in window[-1:]:
                low, high = (sum(bounds(n.value)[side] for n in window) for side in (0, 1))
                whole = with_range(text, number, low, min(high, OPEN))
                said = whole[number.start : len(whole) - len(text) + number.end]
            edits.append((number.start, number.end, said))
        units = known.units if known is not None else ()
        before = (_unnumbered(t, units) for t in self.texts[: self.place])
        return (*before, edited(text, edits), *self.texts[self.place + 1 :])


def by_years(table: DecisionTable, texts: Sequence[str], day: date | Time) -> ByYears | None:
    """The numbers of several years that the last text tells which tells any; ``None`` where none
    does, or where they are not of one kind of data."""
    counted = counted_input(table)
    today = day.first if isinstance(day, Time) else day
    if counted is None:
        return None
    for place in range(len(texts) - 1, -1, -1):
        numbers = numbers_by_year(texts[place], counted.units, today)
        if numbers:
            pieces = _pieces(texts[place], numbers)
            same = alike(table, pieces)
            return ByYears(table, tuple(texts), place, numbers, today) if same else None
        if people_told(texts[place], counted.units):
            return None  # It tells another number since.
    return None


def other_year(
    table: DecisionTable, texts: Sequence[str], day: date | Time
) -> tuple[int, tuple[str, ...]] | None:
    """The year of which the last text tells a number and asks nothing, where a text before told one
    of the year that is asked about, and the texts without the words for it, and without the number
    of an earlier year that the law of the day does not count. ``None`` where it is of no other
    year."""
    known = counted_input(table)
    if known is None or len(texts) < _SEVERAL:
        return None
    *before, last = texts
    today = day.first if isinstance(day, Time) else day
    years, told = [*YEAR.finditer(last)], people_told(last, known.units)
    if len(years) != 1 or len(told) != 1:
        return None
    ahead = year_of(years[0], today.year, today) > today.year
    if (PUT_RIGHT if ahead else _NOT_TOLD).search(last):
        return None
    if spans_more(last, years[0], today) or not people_told(before[-1], known.units):
        return None
    asked = told_time(before, day)
    year = year_of(years[0], asked.first.year, today)
    if asked.last.year <= year <= max(asked.last.year, today.year):
        return None
    edits = [(years[0].start(), years[0].end(), "")]
    if year < first_year(known, asked.last):
        edits.append((told[0].start, told[0].end, "若干"))
    if year > asked.last.year:
        before = [_unnumbered(text, known.units) for text in before]
    return year, (*before, edited(last, edits))


def of_each_year(ruled: Sequence[Ruling], times: Sequence[Time], years: ByYears) -> Ruling:
    """One ruling of those of several ``times``, which says that each year counts for itself where
    the law of the day counts so; else the first."""
    one_year = len({n.year for n in years.numbers}) == 1
    return apart(years.table, ruled, times, years.today, several=not one_year)


def apart(
    table: DecisionTable,
    ruled: Sequence[Ruling],
    times: Sequence[Time],
    today: date,
    *,
    several: bool = True,
) -> Ruling:
    """One ruling of those of ``several`` times, where each year counts for itself."""
    first, *others = ruled
    known = counted_input(table)
    settled = all(r.row is not None and not r.periods for r in ruled)
    if known is None or not known.apart or not settled or not several:
        return next((r for r in ruled if r.ask is not None), first)
    day = first.day or today
    if not others and first_year(known, day) < day.year:
        return first
    said = {"assumption": known.apart, "assumption_english": known.apart_english}
    assumed = {i.name: i for r in ruled for i in r.assumed if i.name != known.name}
    taken = (msgspec.structs.replace(known, **said), *assumed.values())
    if len({r.row.id for r in ruled if r.row is not None}) == 1:
        return msgspec.structs.replace(first, assumed=taken)
    each = tuple(
        Of(r.row, f"{t.first.year}年", f"In {t.first.year}")
        for r, t in zip(ruled, times, strict=True)
        if r.row is not None
    )
    return msgspec.structs.replace(first, row=None, each=each, assumed=taken)


def numbers_by_year(text: str, units: Sequence[str], today: date) -> tuple[OfYear, ...]:
    """The numbers of a text where each is told of a year, and not all of one; else none."""
    years = [*YEAR.finditer(text)]
    if len(years) < _SEVERAL or any(spans_more(text, m, today) for m in years):
        return ()
    of_all = told_of_all(text, units)
    told = [
        t
        for t in people_told(text, units)
        if not any(m.start() <= t.start < m.end() for m in years)
    ]
    total = _total(text, told)
    told = told[:-1] if total is not None else told
    if len(told) < _SEVERAL or _NO_BATCH.search(text[told[0].end : told[-1].end]):
        return ()
    base = next((int(m["year"] or m["english"]) for m in years if m["year"] or m["english"]), 0)
    found: list[OfYear] = []
    for place, number in enumerate(told):
        since = told[place - 1].end if place else 0
        until = told[place + 1].start if place + 1 < len(told) else len(text)
        free = [m for m in years if not any(m.start() == f.start for f in found)]
        own = own_year(text, number, [m for m in free if since <= m.start() < until])
        if own is None:
            return ()
        year, held = year_of(own, base or today.year, today), only_held(text, number)
        held = held or (of_all is not None and of_all.value == number.value)
        found.append(OfYear(number, year, own.start(), own.end(), held=held))
    further = says_besides(text[told[0].end : told[-1].start])
    if all(f.held for f in found) or not (further or len({f.year for f in found}) > 1):
        return ()
    if total is not None:
        found.append(OfYear(total, found[-1].year, total.start, total.start, held=True))
    return tuple(found)


def _total(text: str, told: Sequence[Told]) -> Told | None:
    """The last of some numbers, where it is said to be the sum of all others, and is."""
    *parts, last = (*told,) or (None,)
    if last is None or len(parts) < _SEVERAL:
        return None
    said = _IN_ALL.search(text[parts[-1].end : last.start])
    sums = {sum(bounds(p.value)[side] for p in parts) for side in (0, 1)}
    return last if said is not None and sums == {*bounds(last.value)} else None


def spans_more(text: str, year: re.Match[str], today: date) -> bool:
    """Whether the words for a year begin or end a span of more than that year."""
    behind = text[year.end() :]
    named = year["year"] or year["english"]
    older = named is not None and int(named) < today.year
    if older and _UNTIL_NOW.match(behind):
        return True
    return bool(_SPAN.match(behind) or _SPAN_BEFORE.search(text[: year.start()]))


def own_year(text: str, number: Told, years: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Which of the years between the numbers beside it is that of a number."""
    clause = max((m.end() for m in _CLAUSE.finditer(text, 0, number.start)), default=0)
    ends = _BREAK.search(text, number.end)
    last = ends.start() if ends is not None else len(text)
    before = [m for m in years if clause <= m.start() < number.start]
    behind = [m for m in years if number.end <= m.start() < last]
    earlier = [m for m in years if m.end() <= clause]
    later = [m for m in years if m.start() >= last and not _CLAUSE.search(text, last, m.start())]
    if is_english(text):
        return next(iter(behind or before[-1:] or earlier[-1:] or later), None)
    return next(iter(before[-1:] or behind or earlier[-1:] or later), None)


def year_of(match: re.Match[str], base: int, today: date) -> int:
    """The year that words mean; ``base``: the one that is named in figures first."""
    named = match["year"] or match["english"]
    if named:
        return int(named)
    if match["before"] or match["prior"]:
        return base - 1
    if match["then"] or match["that"]:
        return base
    ahead = 1 if match["next"] or match["coming"] else 0
    return today.year + ahead - (1 if match["past"] or match["last"] else 0)


def only_held(text: str, number: Told) -> bool:
    """Whether a number is of people of whom something is only held."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, number.start)), default=0)
    ends = _CLAUSE.search(text, number.end)
    clause = text[start : ends.start() if ends is not None else len(text)]
    given = ACT.search(clause) or ACT_ENGLISH.search(clause)
    return given is None and _HELD.search(clause) is not None


def _pieces(text: str, numbers: Sequence[OfYear]) -> list[str]:
    """What stands from each number to the next."""
    ends = [*(n.number.start for n in numbers[1:]), len(text)]
    return [text[n.number.start : end] for n, end in zip(numbers, ends, strict=True)]


def _unnumbered(text: str, units: Sequence[str]) -> str:
    """A text without its numbers of people, which a later one tells by their years."""
    return edited(text, [(n.start, n.end, "若干") for n in people_told(text, units)])


def edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """A text with other words in the place of some of its own."""
    for start, end, said in sorted(edits, reverse=True):
        text = f"{text[:start]}{said}{text[end:]}"
    return text
