"""Answers from dated claims: one hop, two hops, is-a questions, disagreement side by side.

A question is answered here only when its words are used up: a subject that the graph knows, one
or two predicates that are asked for in known words, and nothing of weight left over. That makes
the route narrow and exact; everything else belongs to search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from knowledge.answers.english_asks import asked_in_english
from knowledge.search.entities import EntityIndex
from knowledge.text import is_english, normalise
from knowledge.types import Claim, Predicate, Term

_FILLER = re.compile(
    r"一下下?|(?:我|想)?(?:问|请教|咨询|打听)(?:的是|的|下)?|麻烦(?:您|你)?|劳驾|帮(?:我|忙)|查查?|看看|说说|讲讲|讲一?讲"
    r"|说一?说|介绍|谢谢|您好|你好|关于|对于|就是"
    r"|[的是了吗呢啊呀吧么在有和与被把那这请问您好我你想知道了解查询告诉具体到底究竟现目前当时一共总共都]"
    r"|[?？!！，,。.、：:;；《》“”\"'（）() ]"
    r"|什么|哪些|哪个|哪|多少|几|怎么|如何|为何"
)
_NOW = re.compile(r"现在|目前|如今|当前|最新|今年|眼下")
_AGEING = ("媒体", "发言", "第三方")
_IS_A = re.compile(r"(?:是不是|属于|属不属于|算不算|算是|是否是|是否属于|算)(?:一种)?")


class Hop(msgspec.Struct, frozen=True):
    """One step of the way: a subject, a predicate, and the claims that say it."""

    subject: str
    predicate: Predicate
    claims: tuple[Claim, ...]


class GraphFinding(msgspec.Struct, frozen=True):
    """The way from the question to the claims. ``hops[-1].claims`` answer it. ``is_a``: the chain
    of broader terms that answers a yes/no question."""

    hops: tuple[Hop, ...]
    is_a: tuple[str, ...] = ()


class ClaimGraph:
    """Claims by subject and predicate, with the names that people use for both."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        predicates: Mapping[str, Predicate],
        terms: Mapping[str, Term],
    ) -> None:
        self._claims: dict[str, dict[str, list[Claim]]] = {}
        for claim in claims.values():
            by_predicate = self._claims.setdefault(claim.subject, {})
            by_predicate.setdefault(claim.predicate, []).append(claim)
        self._predicates = predicates
        self._terms = terms
        self._asks = {p.id: _asks(p) for p in predicates.values()}
        self.names = EntityIndex(_surfaces(self._claims, terms))

    def find(self, question: str, day: date) -> GraphFinding | None:
        """The claims that answer a question on a day, or ``None``."""
        text = normalise(question)
        mentions = self.names.link(text)
        if not mentions:
            return None
        is_a = self._is_a(text, [m.entity for m in mentions])
        if is_a is not None:
            return is_a
        for mention in mentions:
            if mention.entity not in self._claims:
                continue
            rest = text[: mention.start] + " " + text[mention.end :]
            if is_english(text):
                finding = self._in_english(mention.entity, rest, day)
            else:
                finding = self._follow(mention.entity, rest, day)
            if finding is not None:
                # A figure that somebody once named does not say how things stand now.
                ageing = all(c.grade in _AGEING for c in finding.hops[-1].claims)
                return None if ageing and _NOW.search(text) else finding
        return None

    def _follow(self, subject: str, rest: str, day: date) -> GraphFinding | None:
        hops = list(self._hops(subject, rest, day))
        for hop, left in hops:
            if not _weight(left):
                return GraphFinding((hop,))
        for hop, left in hops:
            for claim in hop.claims:
                for mention in self.names.link(claim.object):
                    for second, remaining in self._hops(mention.entity, left, day):
                        if not _weight(remaining):
                            return GraphFinding((hop, second))
        return None

    def _in_english(self, subject: str, rest: str, day: date) -> GraphFinding | None:
        """One hop, where all words around the subject ask for one predicate that it has."""
        asked = asked_in_english(rest)
        for predicate, claims in self._claims[subject].items():
            holding = tuple(c for c in claims if _holds(c, day))
            if predicate in asked and holding:
                known = self._predicates.get(predicate) or Predicate(predicate, asks=())
                return GraphFinding((Hop(subject, known, holding),))
        return None

    def _hops(self, subject: str, rest: str, day: date) -> Iterable[tuple[Hop, str]]:
        """The predicates of a subject that the words ask for, longest phrase first, each with the
        words that are left."""
        matches: list[tuple[int, str, str]] = []
        for predicate in self._claims.get(subject, {}):
            matches.extend(
                (len(ask), predicate, ask)
                for ask in self._asks.get(predicate, (predicate,))
                if ask in rest
            )
        for _, predicate, ask in sorted(matches, reverse=True):
            holding = tuple(c for c in self._claims[subject][predicate] if _holds(c, day))
            if holding:
                known = self._predicates.get(predicate) or Predicate(predicate, asks=())
                yield Hop(subject, known, holding), rest.replace(ask, " ", 1)

    def _is_a(self, text: str, entities: list[str]) -> GraphFinding | None:
        rest = text
        for mention in reversed(self.names.link(text)):
            # Blanked out: 隐私计算 ends with a word that asks, 算.
            rest = f"{rest[: mention.start]} {rest[mention.end :]}"
        match = _IS_A.search(rest)
        if match is None or len(entities) != 2 or entities[0] == entities[1]:
            return None
        rest = _IS_A.sub("", rest)
        if _weight(rest):
            return None
        chain = self._chain(entities[0], entities[1])
        return GraphFinding((), tuple(chain)) if chain else None

    def _chain(self, narrow: str, broad: str) -> list[str]:
        paths = [[narrow]]
        seen = {narrow}
        while paths:
            path = paths.pop(0)
            if path[-1] == broad:
                return path
            term = self._terms.get(path[-1])
            for above in term.broader if term else ():
                if above not in seen:
                    seen.add(above)
                    paths.append([*path, above])
        return []

    def about(self, subject: str, day: date) -> list[Claim]:
        """All claims on a subject that hold on a day."""
        return [
            c for claims in self._claims.get(subject, {}).values() for c in claims if _holds(c, day)
        ]


def _asks(predicate: Predicate) -> tuple[str, ...]:
    phrases = {normalise(a) for a in (predicate.id, *predicate.asks)}
    return tuple(sorted((p for p in phrases if p), key=len, reverse=True))


def _surfaces(claims: Mapping[str, object], terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    for subject in claims:
        yield subject, subject
    for term in terms.values():
        yield term.id, term.id
        for name in (*term.synonyms, *term.homophones):
            yield name, term.id
    for term in terms.values():
        if term.english:
            yield term.english, term.id
            yield f"{term.english}s", term.id


def _holds(claim: Claim, day: date) -> bool:
    after = claim.valid_from is None or claim.valid_from <= day
    return after and (claim.valid_to is None or day <= claim.valid_to)


def _weight(rest: str) -> int:
    """How many characters of meaning are left over."""
    return len(_FILLER.sub("", rest))
