"""Who punishes a breach of articles that were told, and to which law their penal rule refers. Pure.

Only the law itself is asked: that another one names an authority for the like says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

import msgspec

from knowledge.answers.law_findings import LawFinding
from knowledge.answers.law_register import Register
from knowledge.answers.law_told import Told
from knowledge.answers.law_topics import is_penal, sum_of
from knowledge.search.entities import EntityIndex
from knowledge.text import normalise
from knowledge.types import Rule

_BODY = r"(?:部门(?!规章)|机关|公安|海关|网信办?|监管机构)"
_DEALS = r"(?:处理|处罚|罚|责令|没收|吊销|拘留|给处分|查处|追责|注销)"
_PUNISHES = re.compile(
    rf"(?:^|(?<=[,;:。])|由|被)[^,;:。由被]{{0,24}}{_BODY}[^,;:。]{{0,8}}?{_DEALS}"
)
"""A body that deals with a breach: 由网信、公安等部门处理."""
_IN_CHARGE = "主管部门"
"""The topic of the rules that say who is in charge of a law."""


class Enforcers(msgspec.Struct, frozen=True):
    """The rules that say who enforces a law. ``punishes``: they name who punishes the very breach;
    else only who is in charge of that law."""

    rules: tuple[Rule, ...]
    punishes: bool


class Enforcing:
    """Looks up who enforces laws. Built once, then only read."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def of(self, told: Sequence[Told], day: date) -> Enforcers | None:
        """Who punishes a breach of the told articles, else who is in charge of the first of their
        laws that says it."""
        laws = tuple(dict.fromkeys(law for law, _ in told))
        rules = [r for law in laws for r in self._register.rules_of(law, day)]
        articles = set(told)
        numbers = {(law, article) for law, article in told}
        punishing = tuple(
            r
            for r in rules
            if is_penal(r)
            and names_punisher(r.gist)
            and (
                (r.law, r.article) in articles
                or r.punishes_any
                or any((r.law, n) in numbers for n in r.punishes)
            )
        )
        if punishing:
            first = tuple(r for r in punishing if r.law == punishing[0].law)
            return Enforcers(first, punishes=True)
        charged = next((r for r in rules if _IN_CHARGE in r.topics), None)
        return charged and Enforcers((charged,), punishes=False)

    def with_referred(
        self,
        finding: LawFinding,
        found: Iterable[LawFinding],
        names: EntityIndex,
        *,
        matter: str,
        day: date,
    ) -> LawFinding:
        """A penal finding with what the law says to which its rule refers, where itself it names no
        sum: its rules on the very ``matter`` that was told, or what else is ``found`` of articles
        that were told; its rules on breaches at large only where it alone is referred to."""
        penal = penal_rules(finding)
        if any(sum_of(r) for r in penal):
            return finding
        linked = (m.entity for r in penal for m in names.link(normalise(r.gist)))
        referred = tuple(dict.fromkeys(linked))
        topics = {t for r in penal for t in r.topics}
        told = (f for f in found if f.law and self._register.family(f.law.id) in referred)
        further = (
            *(self._first(n, day, lambda r: _speaks_of(r, topics, matter)) for n in referred),
            *(f for f in told if any(sum_of(r) for r in penal_rules(f))),
            *(self._first(n, day, lambda r: r.punishes_any) for n in referred if len(referred) < 2),
        )
        other = next((f for f in further if f is not None), None)
        if other is None:
            return finding
        if other.penal:
            # What is asked for is the penalty; the duty itself was told.
            other = msgspec.structs.replace(other, rules=())
        return msgspec.structs.replace(finding, also=(other,))

    def _first(self, family: str, day: date, meant: Callable[[Rule], bool]) -> LawFinding | None:
        """The first article of an act with sums among its penal rules that are meant."""
        law = self._register.version_on(family, day)
        rules = self._register.rules_of(law.id, day) if law is not None else ()
        penal = [r for r in rules if is_penal(r) and sum_of(r) and meant(r)]
        if law is None or not penal:
            return None
        first = penal[0].article
        held = tuple(r for r in penal if r.article == first)
        return LawFinding("found", law.title, first, day, law, held)


def _speaks_of(rule: Rule, topics: Collection[str], matter: str) -> bool:
    """Whether all that a rule is about is told of a matter, or is a topic of what refers to it."""
    own = [t for t in rule.topics if t not in topics]
    return bool(own) and all(t in matter for t in own) and len(own) < len(rule.topics) - 1


def penal_rules(finding: LawFinding) -> tuple[Rule, ...]:
    """The rules of a finding that say what a breach costs."""
    parts = (*(finding.penal or ()), finding)
    return tuple(r for part in parts for r in part.rules if is_penal(r))


def names_punisher(text: str) -> bool:
    """Whether a text names a body that deals with a breach."""
    return _PUNISHES.search(normalise(text)) is not None
