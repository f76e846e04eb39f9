"""From when until when the places are in force that are cited, and what stands there at other
times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from knowledge.answers.places import item_number
from knowledge.pack import Pack
from knowledge.types import Law, Origin, Rule

Place = tuple[str, int]
"""A law and the number of an article; 0 = any place of that law."""


class Span(msgspec.Struct, frozen=True):
    """The first and the last day in force; ``None`` = not known, or without an end. ``published``:
    the first one is only known to lie no earlier, on the day on which the law was published."""

    first: date | None = None
    last: date | None = None
    published: bool = False

    def holds(self, day: date) -> bool:
        """Whether a day lies within, or may."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Force:
    """The days of a pack's laws, their articles and what displaced them."""

    def __init__(self, pack: Pack) -> None:
        self._laws: Mapping[str, Law] = pack.all(Law)
        self._rules: dict[Place, list[Rule]] = defaultdict(list)
        self._at_other_times: dict[str, set[Place]] = defaultdict(set)
        self._family: dict[str, set[Place]] = defaultdict(set)
        for law in self._laws.values():
            self._family[law.family or law.id].add((law.id, 0))
        rules = pack.all(Rule)
        for rule in rules.values():
            self._rules[rule.law, rule.article].append(rule)
            for old in rule.overrides:
                self._at_other_times[old].add((rule.law, rule.article))
                if old in rules:
                    self._at_other_times[rule.id].add((rules[old].law, rules[old].article))

    def span(self, origin: Origin) -> Span:
        """The days of a place: those of its law, and within them those of all its rules."""
        law = self._laws.get(origin.law)
        if law is None:
            return Span()
        first, last = law.effective_from or law.published, law.effective_to
        rules = self.rules_at(origin)
        starts = [r.effective_from for r in rules if r.effective_from is not None]
        ends = [r.effective_to for r in rules if r.effective_to is not None]
        later = min(starts) if rules and len(starts) == len(rules) else None
        if later is not None:
            first = max(first or later, later)
        if rules and len(ends) == len(rules):
            last = min(last or max(ends), max(ends))
        guessed = law.effective_from is None and later is None
        return Span(first, last, published=guessed and first is not None)

    def instead(self, origin: Origin) -> frozenset[Place]:
        """What stands at other times where a place stands: other versions of its law, what
        displaced its rules, and what these displaced."""
        law = self._laws.get(origin.law)
        if law is None:
            return frozenset()
        places = self._family[law.family or law.id] - {(law.id, 0)}
        for rule in self.rules_at(origin):
            places = places | self._at_other_times[rule.id]
        return frozenset(places)

    def rules_at(self, origin: Origin) -> list[Rule]:
        """The gists of a place: of the paragraph and the item that it names, where they do."""
        return [
            r
            for r in self._rules.get((origin.law, origin.article or 0), ())
            if _same(r.paragraph, origin.paragraph)
            and _same(item_number(r.item), item_number(origin.item))
        ]


def places_of(origin: Origin) -> tuple[Place, Place]:
    """A place by its article, and by its law."""
    return (origin.law, origin.article or 0), (origin.law, 0)


def named(origin: Origin) -> str:
    """A place in the words of findings."""
    return origin.law if origin.article is None else f"{origin.law} article {origin.article}"


def _same(one: int | None, other: int | None) -> bool:
    return not one or not other or one == other
