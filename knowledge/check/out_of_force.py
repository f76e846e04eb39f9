"""Whether what is said rests on law that has ended, and does not say so.

A law, an article or a claim may have ended and still be told of: of its own time, beside what
holds now, or with the words when it ended. What passes it for the law of today is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from knowledge.check.findings import Findings, error, origins
from knowledge.check.force import Force, Place, named, places_of
from knowledge.check.telling_days import says_when
from knowledge.pack import Pack
from knowledge.types import (
    Claim,
    DecisionTable,
    Document,
    Entry,
    Law,
    NewsItem,
    Origin,
    Part,
    Rule,
    Statute,
)

_OF_A_DAY = (NewsItem, Law, Statute, Rule)
"""Kinds that tell of their own time. A rule ends with its law; its days are ``check_laws``'s."""


class _Ended(msgspec.Struct, frozen=True):
    """Something that is not in force any more: its name, its last day, and the places, as law and
    article, where what came after it stands."""

    name: str
    last: date
    field: str
    after: frozenset[Place] = frozenset()
    """Without an article (0) any place in that law."""


def check_out_of_force(pack: Pack, day: date, only: Iterable[Document] | None = None) -> Findings:
    """All findings about what has ended by ``day``; ``only``: those of some documents alone."""
    known = _Known(pack, day)
    for document in pack.every() if only is None else only:
        if isinstance(document, _OF_A_DAY):
            continue
        for whose, part, field in _parts(document):
            yield from _of(document.id, whose, part, field=field, known=known)


def _parts(document: Document) -> Iterator[tuple[str, Document | Part, str]]:
    """What is told by itself: a document, or of a table each condition. Rows tell of past days as
    well; ``check_table_law`` looks at each of theirs."""
    if not isinstance(document, DecisionTable):
        yield "", document, ""
        return
    for number, condition in enumerate(document.conditions):
        yield f"condition {condition.name} ", condition, f"conditions[{number}]"


def _of(key: str, whose: str, part: Document | Part, *, field: str, known: _Known) -> Findings:
    last: date | None = getattr(part, "valid_to", None)
    cited = [(p, o) for p, o in origins(part)]
    places = {p for _, o in cited if known.in_force(o) for p in places_of(o)}
    for ended in (*known.ended(cited), *known.ended_claims(part)):
        if last is not None and last <= ended.last:
            continue
        if ended.after & places or says_when(part, ended.last):
            continue
        yield error(
            "out_of_force", key,
            f"{whose}rests on {ended.name}, which ended on {ended.last}, and passes for today's",
            mend=f"name what is in force instead, or say in its words (in the English ones too) "
            f"that it ended on {ended.last}, or give it valid_to: '{ended.last}'",
            field=f"{field}.{ended.field}" if field else ended.field,
        )  # fmt: skip


class _Known:
    """What of a pack has ended by a day."""

    def __init__(self, pack: Pack, day: date) -> None:
        self._day = day
        self._force = Force(pack)
        self._claims: Mapping[str, Claim] = pack.all(Claim)

    def in_force(self, origin: Origin) -> bool:
        """Whether a place is of a law that has not ended."""
        return self._over(self._force.span(origin).last) is None

    def ended(self, cited: Iterable[tuple[str, Origin]]) -> Iterator[_Ended]:
        """What of some places has ended."""
        for field, origin in cited:
            last = self._over(self._force.span(origin).last)
            if last is not None:
                yield _Ended(named(origin), last, field, self._force.instead(origin))

    def ended_claims(self, part: Document | Part) -> Iterator[_Ended]:
        """Which claims of an entry have ended; where one of the same thing stands beside it that
        has not, that came after it."""
        names = part.claims if isinstance(part, Entry) else ()
        claims = [self._claims[n] for n in names if n in self._claims]
        now = {(c.subject, c.predicate) for c in claims if self._over(c.valid_to) is None}
        for number, claim in enumerate(claims):
            last = self._over(claim.valid_to)
            if last is not None and (claim.subject, claim.predicate) not in now:
                yield _Ended(claim.id, last, f"claims[{number}]")

    def _over(self, last: date | None) -> date | None:
        """The last day of something, if that is past."""
        return last if last is not None and last < self._day else None
