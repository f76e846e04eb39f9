"""What in a pack says the same as some claims, and the pack without it. Pure.

A text states something when it has all its figures, dates and articles and most of its words.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from knowledge.pack import Pack
from knowledge.quantities import Quantity, quantities
from knowledge.search.targets import Target, targets_of
from knowledge.text import bigrams, normalise
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Law,
    NewsItem,
    Origin,
    Procedure,
    Rule,
    Term,
)

SAID = 0.6
"""Share of a statement's pairs of characters that must stand in a text which says it."""


class Told(msgspec.Struct, frozen=True):
    """A text as statements are looked for in it: normalised, with its figures and its pairs."""

    text: str
    figures: frozenset[tuple[str, float]]
    pairs: frozenset[str]

    def says(self, words: Told, *, least: float = SAID) -> bool:
        """Whether the text states something: all its figures, and most of its words."""
        if words.text and words.text in self.text:
            return True
        if not words.figures <= self.figures:
            return False
        return len(words.pairs & self.pairs) >= least * len(words.pairs)


@functools.lru_cache(maxsize=8192)
def told(text: str) -> Told:
    """A text, ready to be compared."""
    text = normalise(text)
    figures = frozenset(grain for one in quantities(text) for grain in _grains(one))
    return Told(text, figures, frozenset(bigrams(text)))


def says(text: str, words: str, *, least: float = SAID) -> bool:
    """Whether a text states what some words state."""
    return told(text).says(told(words), least=least)


def _grains(one: Quantity) -> Iterable[tuple[str, float]]:
    """What is counted, dated or cited; a date with its month and its year alone, too."""
    kind = "number" if one.kind in ("number", "money", "duration", "percent") else one.kind
    yield kind, one.value
    if kind == "date" and one.value % 100:
        yield kind, one.value // 100 * 100
    if kind == "date":
        yield kind, one.value // 10000 * 10000


class Evidence:
    """What in a pack says the same as some claims."""

    def __init__(self, pack: Pack, day: date) -> None:
        self._claims = pack.all(Claim)
        self._entries = pack.all(Entry)
        self._terms = pack.all(Term)
        self._targets = [(t, told(_words_of(t))) for t in targets_of(pack, day)]
        laws = pack.all(Law).values()
        self._laws = {n: law for law in laws for n in (law.id, law.title, *law.short)}
        self._held: dict[tuple[str, ...], frozenset[str]] = {}
        self._naming: dict[str, set[str]] = {}
        self._at: dict[tuple[str, str], set[str]] = {}
        # What holds on another day answers questions about that day: it goes by its place.
        for kind in (Entry, ClosedList, Rule, Procedure, DecisionTable, NewsItem):
            for document in pack.all(kind).values():
                for claim in getattr(document, "claims", ()):
                    self._naming.setdefault(claim, set()).add(document.id)
                for place in _places(document):
                    self._at.setdefault(place, set()).add(document.id)

    def resting(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The claims themselves, and the documents that name them or state the same place."""
        found: set[str] = set()
        for claim in claims:
            found.add(claim.id)
            found |= self._naming.get(claim.id, set())
            found |= self._at.get(_place(claim.origin), set())
        return frozenset(found)

    def origins(self, ids: Iterable[str]) -> tuple[Origin, ...]:
        """The articles that these documents name."""
        found: dict[Origin, None] = {}
        for name in sorted(ids):
            if name in self._entries:
                found.update((o, None) for o in self._entries[name].sources if o.law)
            elif name in self._claims:
                found[self._claims[name].origin] = None
        return tuple(o for o in found if o.law)

    def in_a_law(self, claims: Sequence[Claim]) -> bool:
        """Whether the record of a law says it: its dates, number and articles are no claims."""
        law = self._laws.get(claims[0].subject)
        if law is None:
            return False
        facts = (law.title, law.number, law.issuer, f"{law.articles}条")
        days = [d for d in (law.published, law.effective_from, law.effective_to) if d is not None]
        record = told(
            " ".join((*map(str, facts), *(f"{d.year}年{d.month}月{d.day}日" for d in days)))
        )
        asked = [told(c.object) for c in claims]
        return any(o.figures and o.figures <= record.figures for o in asked) or any(
            record.says(o) for o in asked
        )

    def of(self, claims: Sequence[Claim]) -> frozenset[str]:
        """The ids of all that says the same as the claims, these included."""
        key = tuple(c.id for c in claims)
        if key not in self._held:
            self._held[key] = frozenset(self._taken(claims))
        return self._held[key]

    def _taken(self, claims: Sequence[Claim]) -> Iterable[str]:
        first = claims[0]
        asked = [told(c.object) for c in claims]
        own = [
            c
            for c in self._claims.values()
            if c.subject == first.subject
            and (c.predicate == first.predicate or any(told(c.object).says(o) for o in asked))
        ]
        yield from self.resting(own)
        term = self._terms.get(first.subject)
        names = [normalise(n) for n in (first.subject, *(term.synonyms if term else ()))]
        for target, words in self._targets:
            if any(name in words.text for name in names) and any(map(words.says, asked)):
                yield target.id


def _words_of(target: Target) -> str:
    return " ".join((*target.questions, target.body, target.context))


def _places(document: Document) -> set[tuple[str, str]]:
    """The places that a document states, with those of its rows and steps."""
    if isinstance(document, Rule):
        return {_place(Origin(law=document.law, article=document.article))}
    origins: list[Origin] = list(getattr(document, "sources", ()))
    if isinstance(document, DecisionTable):
        origins.extend(o for row in document.rows for o in row.sources)
    if isinstance(document, Procedure):
        origins.extend(o for step in document.steps for o in step.sources)
    return {_place(o) for o in origins} - {_NOWHERE}


_NOWHERE = ("", "")


def _place(origin: Origin) -> tuple[str, str]:
    """Where something stands, fine enough to be one statement's place; else nowhere."""
    if origin.law and origin.article is not None:
        return origin.law, str(origin.article)
    return (origin.source, origin.section) if origin.source and origin.section else _NOWHERE


def without(pack: Pack, taken: Iterable[str]) -> Pack:
    """The pack without these documents."""
    gone = frozenset(taken)
    kept: list[Document] = []
    for document in pack.every():
        if document.id in gone:
            continue
        if isinstance(document, Entry) and gone.intersection(document.related):
            related = tuple(r for r in document.related if r not in gone)
            kept.append(msgspec.structs.replace(document, related=related))
        else:
            kept.append(document)
    return Pack(
        pack.profile,
        kept,
        intents=pack.intents,
        feelings=pack.feelings,
        consultations=pack.consultations,
    )
