"""Whether the rows of a table tell law that is not in force on a day on which they hold.

Visitors ask about past days too, and a row tells the same on its first day as on its last one. So
every day is looked at for which a table is proved, and whatever a row cites must be in force on all
of its days, by its sources as by its words: or another place must be cited beside it that stood or
stands there on the others, or the words must tell since when, or until when, it is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from knowledge.check.cited_words import CitedWords
from knowledge.check.findings import Finding, Findings, error
from knowledge.check.force import Force, Place, Span, named, places_of
from knowledge.check.tables import FIRST, LAST
from knowledge.check.telling_days import says_since, says_when
from knowledge.pack import Pack
from knowledge.partial_dates import first_day
from knowledge.types import DecisionTable, Document, Grade, Law, Origin, Row, Source

_BINDING: tuple[Grade, ...] = ("法规", "标准")
"""Grades of publications that bind from a day on. What others wrote tells of other days too."""
_DAY = timedelta(days=1)


class _Cited(msgspec.Struct, frozen=True):
    """Something that a row cites: its name, when it is in force (by one of its versions), the
    places that it is and those that stand for it at other times, and the field that cites it."""

    name: str
    field: str
    spans: tuple[Span, ...]
    places: frozenset[Place]
    instead: frozenset[Place]

    def holds(self, day: date) -> bool:
        return any(span.holds(day) for span in self.spans)


def check_table_law(pack: Pack, day: date, only: Iterable[Document] | None = None) -> Findings:
    """All findings about law that rows tell out of its time; ``only``: of some tables alone. Looks
    from the first to the last day for which tables are proved, and to ``day`` if that is later."""
    known = _Known(pack)
    for table in pack.all(DecisionTable).values() if only is None else only:
        if not isinstance(table, DecisionTable):
            continue
        for number, row in enumerate(table.rows):
            first = max(d for d in (row.valid_from, table.valid_from, FIRST) if d)
            last = min(d for d in (row.valid_to, table.valid_to, max(LAST, day)) if d)
            if first <= last:
                yield from _row(table, row, f"rows[{number}]", days=(first, last), known=known)


def _row(
    table: DecisionTable, row: Row, place: str, *, days: tuple[date, date], known: _Known
) -> Findings:
    cited = list(known.cited(row))
    told: set[tuple[str, date, date]] = set()
    for one in cited:
        beside = [c for c in cited if c.places & one.instead]
        for first, last in _without(one, beside, days):
            found = _finding(table, row, one, place, (first, last), whole=days == (first, last))
            # What the sources name, the words name again, and one mend does for all of a law.
            again = {(law, first, last) for law, _ in one.places}
            if found is not None and not again & told:
                yield found
            told |= again


def _without(
    cited: _Cited, beside: Sequence[_Cited], days: tuple[date, date]
) -> Iterator[tuple[date, date]]:
    """The runs of days on which neither something cited nor what stands for it is in force."""
    first, last = days
    turns = {first}
    for span in (s for c in (cited, *beside) for s in c.spans):
        turns.update(d for d in (span.first, span.last and span.last + _DAY) if d)
    starts = sorted(d for d in turns if first <= d <= last)
    open_since: date | None = None
    for start in starts:
        lacking = not any(c.holds(start) for c in (cited, *beside))
        if lacking and open_since is None:
            open_since = start
        elif not lacking and open_since is not None:
            yield open_since, start - _DAY
            open_since = None
    if open_since is not None:
        yield open_since, last


def _finding(
    table: DecisionTable,
    row: Row,
    cited: _Cited,
    place: str,
    days: tuple[date, date],
    *,
    whole: bool,
) -> Finding | None:
    """What is wrong with what a row cites on some days, unless its words say so themselves.
    ``whole``: these are all the days of the row."""
    first, last = days
    ended = [s.last for s in cited.spans if s.last is not None and s.last < first]
    if ended:
        turn = max(ended)
        if says_when(row, turn):
            return None
        code, force, words = "out_of_force", f"which ended on {turn}", f"that it ended on {turn}"
        mend = f"end the row on {turn}, and let another one tell what holds from {turn + _DAY} on"
    else:
        span = min(cited.spans, key=lambda s: s.first or date.min)
        turn = span.first or first
        if says_since(row, turn):
            return None
        began = "was published only on" if span.published else "is in force only since"
        code, force, words = "not_yet_in_force", f"which {began} {turn}", f"since when: {turn}"
        mend = f"split the row: without it until {turn - _DAY}, with it from {turn} on"
    if whole:
        mend = "cite what was in force on those days instead"
    what = f"row {row.id} rests on {cited.name}, {force}, and holds from {first} to {last} as well"
    mend = f"{mend}; or say in its words, in the English ones too, {words}"
    return error(code, table.id, what, mend=mend, field=f"{place}.{cited.field}")


class _Known:
    """The days of all that rows can cite."""

    def __init__(self, pack: Pack) -> None:
        self._force = Force(pack)
        self._words = CitedWords(pack.all(Law).values())
        self._sources = pack.all(Source)

    def cited(self, row: Row) -> Iterator[_Cited]:
        """What a row cites by its sources, then by its words."""
        for number, origin in enumerate(row.sources):
            source = self._sources.get(origin.source)
            if source is None:
                yield self._place((origin,), f"sources[{number}]")
            elif source.grade in _BINDING:
                span = Span(first_day(source.date))
                yield _Cited(source.id, f"sources[{number}]", (span,), frozenset(), frozenset())
        texts = (
            ("conclusion", row.conclusion),
            *((f"duties[{number}]", duty) for number, duty in enumerate(row.duties)),
        )
        for field, text in texts:
            for versions in self._words.read(text):
                yield self._place(versions, field)

    def _place(self, versions: tuple[Origin, ...], field: str) -> _Cited:
        return _Cited(
            named(versions[0]) if len(versions) == 1 else " or ".join(map(named, versions)),
            field,
            tuple(self._force.span(v) for v in versions),
            frozenset(p for v in versions for p in places_of(v)),
            frozenset(p for v in versions for p in self._force.instead(v)),
        )
