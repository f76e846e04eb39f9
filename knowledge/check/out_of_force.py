"""Whether what is said rests on law that has ended, and does not say so.

A law, an article or a claim may have ended and still be told of: of its own time, beside what
holds now, or with the words when it ended. What passes it for the law of today is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from knowledge.answers.places import item_number
from knowledge.check.findings import Findings, error, origins, texts
from knowledge.pack import Pack
from knowledge.text import normalise
from knowledge.types import (
    Claim,
    DecisionTable,
    Document,
    English,
    Entry,
    Law,
    NewsItem,
    Origin,
    Part,
    Rule,
    Statute,
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_UNSAID = ("id", "question", "similar", "negative", "topics", "topic", "english", "note", "name")
"""Fields of a document that are no part of what its answer says."""
_OF_A_DAY = (NewsItem, Law, Statute, Rule)
"""Kinds that tell of their own time. A rule ends with its law; its days are ``check_laws``'s."""


class _Ended(msgspec.Struct, frozen=True):
    """Something that is not in force any more: its name, its last day, and the places, as law and
    article, where what came after it stands."""

    name: str
    last: date
    field: str
    after: frozenset[tuple[str, int]] = frozenset()
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
    """What is told by itself: a document, or of a table each row and condition."""
    if not isinstance(document, DecisionTable):
        yield "", document, ""
        return
    for number, row in enumerate(document.rows):
        # A row without an end of its own ends with its table.
        last = row.valid_to or document.valid_to
        yield f"row {row.id} ", msgspec.structs.replace(row, valid_to=last), f"rows[{number}]"
    for number, condition in enumerate(document.conditions):
        yield f"condition {condition.name} ", condition, f"conditions[{number}]"


def _of(key: str, whose: str, part: Document | Part, *, field: str, known: _Known) -> Findings:
    last: date | None = getattr(part, "valid_to", None)
    cited = [(p, o) for p, o in origins(part)]
    places = {(o.law, n) for _, o in cited if known.in_force(o) for n in (o.article or 0, 0)}
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
        self._laws: Mapping[str, Law] = pack.all(Law)
        self._claims: Mapping[str, Claim] = pack.all(Claim)
        self._rules: dict[tuple[str, int], list[Rule]] = defaultdict(list)
        self._displacing: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._family: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for law in self._laws.values():
            self._family[law.family or law.id].add((law.id, 0))
        for rule in pack.all(Rule).values():
            self._rules[rule.law, rule.article].append(rule)
            for old in rule.overrides:
                self._displacing[old].add((rule.law, rule.article))

    def in_force(self, origin: Origin) -> bool:
        """Whether a place is of a law that has not ended."""
        return self._end(origin) is None

    def ended(self, cited: Iterable[tuple[str, Origin]]) -> Iterator[_Ended]:
        """What of some places has ended."""
        for field, origin in cited:
            found = self._end(origin)
            if found is not None:
                yield msgspec.structs.replace(found, field=field)

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

    def _end(self, origin: Origin) -> _Ended | None:
        law = self._laws.get(origin.law)
        if law is None:
            return None
        place = law.id if origin.article is None else f"{law.id} article {origin.article}"
        if last := self._over(law.effective_to):
            after = frozenset(self._family[law.family or law.id] - {(law.id, 0)})
            return _Ended(place, last, "", after)
        rules = self._rules_at(origin)
        lasts = [last for r in rules if (last := self._over(r.effective_to))]
        if not lasts or len(lasts) < len(rules):
            return None
        after = frozenset(p for r in rules for p in self._displacing[r.id])
        return _Ended(place, max(lasts), "", after)

    def _rules_at(self, origin: Origin) -> list[Rule]:
        """The gists of a place: of the paragraph and the item that it names, where they do."""
        return [
            r
            for r in self._rules.get((origin.law, origin.article or 0), ())
            if _same(r.paragraph, origin.paragraph)
            and _same(item_number(r.item), item_number(origin.item))
        ]


def _same(one: int | None, other: int | None) -> bool:
    return not one or not other or one == other


def says_when(part: Document | Part, last: date) -> bool:
    """Whether the words of an answer tell when something ended: the last day or the day behind it,
    in Chinese and, where it speaks English, in English as well."""
    said = "".join(
        text for path, text in texts(part) if path.split("[")[0].split(".")[0] not in _UNSAID
    )
    english = getattr(part, "english", None)
    other = english.answer if isinstance(english, English) else ""
    return _chinese(normalise(said), last) and (not other or _english(other, last))


def _chinese(text: str, last: date) -> bool:
    days = (last, last + timedelta(days=1))
    if any(f"{d.year}年{d.month}月{d.day}日" in text for d in days):
        return True
    return (last.month, last.day) == (12, 31) and f"{last.year}年底" in text


def _english(text: str, last: date) -> bool:
    for day in (last, last + timedelta(days=1)):
        month = _MONTHS[day.month - 1]
        if f"{day.day} {month} {day.year}" in text or f"{month} {day.day}, {day.year}" in text:
            return True
    ends = (f"before {last.year + 1}", f"end of {last.year}")
    return (last.month, last.day) == (12, 31) and any(e in text for e in ends)
