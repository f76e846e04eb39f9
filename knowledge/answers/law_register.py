"""Laws and rules by id, version and day. Built once, then only read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from knowledge.answers.law_findings import Replaced
from knowledge.answers.law_names import names_of, year_of
from knowledge.text import normalise
from knowledge.types import Law, Rule

_AS_IT_WAS = re.compile(
    r"旧版|旧法|老版|老法|原文本|修(?:改|正|订)前"
    r"|\b(?:before|prior to) (?:the |its )?(?:\d{4} )?(?:amendment|revision|changes?)\b"
)
"""Words for the text of a law before it was changed."""


class Register:
    """Which versions of an act there are, which rules of them hold on a day, where a rule stood
    before, and which rule took the place of another."""

    def __init__(self, laws: Mapping[str, Law], rules: Mapping[str, Rule]) -> None:
        self.laws = laws
        self.rules = tuple(rules.values())
        self._by_article: dict[tuple[str, int], list[Rule]] = {}
        self._former: dict[tuple[str, int], list[Rule]] = {}
        self._displacing: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self._by_article.setdefault((rule.law, rule.article), []).append(rule)
            for former in rule.former:
                self._former.setdefault((former.law, former.article), []).append(rule)
            for old in rule.overrides:
                self._displacing.setdefault(old, []).append(rule)
        self._versions: dict[str, list[Law]] = {}
        self._named: dict[str, list[str]] = {}
        """Ids of the versions that a name means: 旧网安法 means one of two."""
        for law in laws.values():
            self._versions.setdefault(law.family or law.id, []).append(law)
            for name in names_of(law):
                self._named.setdefault(normalise(name), []).append(law.id)

    def family(self, law: str) -> str:
        """The act that a law is a version of."""
        known = self.laws.get(law)
        return (known.family if known is not None else "") or law

    def every(self, law: str, article: int) -> tuple[Rule, ...]:
        """The gists of an article, whenever they held."""
        return tuple(self._by_article.get((law, article), ()))

    def rules_at(self, law: str, article: int, day: date) -> tuple[Rule, ...]:
        """The gists of an article that hold on a day."""
        return tuple(r for r in self.every(law, article) if self.holds(r, day))

    def rules_of(self, law: str, day: date) -> tuple[Rule, ...]:
        """The gists of a law that hold on a day."""
        return tuple(r for r in self.rules if r.law == law and self.holds(r, day))

    def holds(self, rule: Rule, day: date) -> bool:
        """Whether a rule is in force on a day (an unknown start counts as in force)."""
        law = self.laws.get(rule.law)
        start = rule.effective_from or (law.effective_from if law else None)
        end = rule.effective_to or (law.effective_to if law else None)
        return (start is None or start <= day) and (end is None or day <= end)

    def newest_first(self, family: str) -> list[Law]:
        """The versions of an act."""
        return sorted(
            self._versions.get(family, ()), key=lambda v: v.effective_from or date.min, reverse=True
        )

    def version_on(self, family: str, day: date) -> Law | None:
        """The version of an act in force on a day, else ``None``. Where several are, the latest."""
        for law in self.newest_first(family):
            begun = law.effective_from is None or law.effective_from <= day
            if begun and (law.effective_to is None or day <= law.effective_to):
                return law
        return None

    def before(self, law: Law) -> Law | None:
        """The version of the act that a version took the place of."""
        versions = self.newest_first(self.family(law.id))
        return next(iter(versions[versions.index(law) + 1 :]), None)

    def named_version(self, text: str, name: str, family: str) -> Law | None:
        """The version that a normalised text names: by a name of its own, its year, or as old."""
        versions = self.newest_first(family)
        if len(versions) < 2:
            return None
        named = self._named.get(name, [])
        if len(named) == 1:
            return self.laws[named[0]]
        for law in versions:
            year = year_of(law)
            if re.search(rf"{year}(?:年)?(?:的(?!时候|那)|版|文本|原文|修正|通过)", text):
                return law
        if _AS_IT_WAS.search(text):
            return versions[-1]
        return None

    def moved_to(self, old: Law, number: int, current: Law) -> tuple[Rule, ...]:
        """The rules of a version that stood under a number in an older one."""
        return tuple(r for r in self._former.get((old.id, number), ()) if r.law == current.id)

    def replaced(self, rules: Iterable[Rule], day: date) -> tuple[Replaced, ...]:
        """The rules that have ended by a day, each with those that took its place most plainly:
        that displace the fewest others."""
        found: list[Replaced] = []
        for old in rules:
            if old.effective_to is not None and old.effective_to < day:
                new = [r for r in self._displacing.get(old.id, ()) if self.holds(r, day)]
                fewest = min((len(r.overrides) for r in new), default=0)
                plain = tuple(r for r in new if len(r.overrides) == fewest)
                if plain:
                    found.append(Replaced(old, plain))
        return tuple(found)


def nearest(versions: list[Law], day: date) -> Law:
    """Of versions none of which is in force on a day, the last that had been, else the first that
    was to come."""
    for law in versions:
        if law.effective_from is None or law.effective_from <= day:
            return law
    return versions[-1]


def within(law: Law, day: date) -> date:
    """The day, or the nearest one on which the law was in force."""
    if law.effective_to is not None and day > law.effective_to:
        return law.effective_to
    if law.effective_from is not None and day < law.effective_from:
        return law.effective_from
    return day
