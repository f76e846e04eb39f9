"""Gold questions made from the claims: questions whose right answer is known because it is stored,
and their twins, for which the same evidence has been taken away. Pure; the same seed, the same
questions.

A question asks for a subject and a predicate in the predicate's own phrases; right is what the
claims say. A twin is the same question over ``without(pack, …)``: then only silence is right. What
says the same elsewhere is taken away with the claim, or the twin would ask for what is still known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from knowledge.evidence import Evidence
from knowledge.pack import Pack
from knowledge.search.entities import EntityIndex
from knowledge.types import Claim, ClosedList, Language, Origin, Predicate, Term

Kind = Literal["claim", "differing", "two_hops", "is_a", "is_not_a", "list", "twin"]
KINDS: tuple[Kind, ...] = get_args(Kind)

WORDINGS = 3
"""Chinese questions made of one subject and predicate."""
_FRAMES = (
    "{subject}的{ask}",
    "{subject}{ask}",
    "请问{subject}{ask}？",
    "想了解一下{subject}，{ask}？",
    "{ask}？我问的是{subject}",
)
_ASKING = re.compile(
    r"什么|谁|多少|多久|多长|几|哪|怎么|怎样|如何|何时|吗|啥|是不是|有没有|要不要|是否|能"
)
_PENAL = re.compile(r"处罚|罚")
_ENGLISH: dict[str, tuple[str, ...]] = {
    "定义": ("What is {}?", "What does {} mean?"),
    "分类": ("What kinds of {} are there?",),
    "施行日期": ("When did {} take effect?",),
    "有效期": ("How long is {} valid?",),
    "步骤": ("What are the steps of {}?",),
    "义务": ("What are the duties of {}?",),
    "权利": ("What rights does {} have?",),
    "保存期限": ("How long must {} be kept?",),
    "准入条件": ("What are the admission conditions for {}?",),
    "职责": ("What is {} responsible for?",),
    "揭牌日期": ("When was {} founded?",),
}
"""English frames of predicates that a visitor asks for in English; for terms with an English
name."""
_IS_A = ("{}是不是{}？", "{}属于{}吗", "{}算不算{}")


class Statement(msgspec.Struct, frozen=True):
    """What one claim says, and who said it of when where others say otherwise."""

    claim: str
    words: str
    speaker: str = ""
    as_of: str = ""


class Gold(msgspec.Struct, frozen=True):
    """A question with what a right reply says. ``taken``: ids of the documents that are to be
    taken away before it is asked; then right is to say nothing. ``whole``: every statement must be
    said, else one. ``cite``: where it stands; ``may_cite``: what rests on it may name as well."""

    id: str
    kind: Kind
    question: str
    language: Language
    about: str
    statements: tuple[Statement, ...] = ()
    whole: bool = False
    count: int = 0
    cite: tuple[Origin, ...] = ()
    may_cite: tuple[Origin, ...] = ()
    resting: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    penal: bool = False


def gold(pack: Pack, day: date, *, seed: int = 7) -> list[Gold]:
    """All questions that the pack's claims and complete lists make, twins behind their own."""
    maker = _Maker(pack, day, random.Random(seed))
    asked = [*maker.claims(), *maker.two_hops(), *maker.is_a(), *maker.lists()]
    return [question for one in asked for question in (one, *maker.twin(one))]


def drawn(questions: Sequence[Gold], most: int, *, seed: int = 7) -> list[Gold]:
    """A part of the questions in their order: every kind keeps its share, and a twin is drawn
    only with its question."""
    if len(questions) <= most:
        return list(questions)
    draw = random.Random(seed)
    pairs: dict[str, list[Gold]] = {}
    for one in questions:
        pairs.setdefault(one.id.removesuffix("~"), []).append(one)
    by_kind: dict[Kind, list[list[Gold]]] = {}
    for pair in pairs.values():
        by_kind.setdefault(pair[0].kind, []).append(pair)
    chosen: set[str] = set()
    for some in by_kind.values():
        draw.shuffle(some)
        wanted = max(1, round(most * sum(map(len, some)) / len(questions)))
        for pair in some:
            if wanted <= 0:
                break
            chosen.update(one.id for one in pair)
            wanted -= len(pair)
    return [one for one in questions if one.id in chosen]


class _Maker:
    """Makes the questions of one pack on one day."""

    def __init__(self, pack: Pack, day: date, draw: random.Random) -> None:
        self._pack, self._day, self._draw = pack, day, draw
        self._predicates: Mapping[str, Predicate] = pack.all(Predicate)
        self._terms = pack.all(Term)
        self._groups: dict[tuple[str, str], list[Claim]] = {}
        for claim in pack.all(Claim).values():
            if _holds(claim, day):
                self._groups.setdefault((claim.subject, claim.predicate), []).append(claim)
        self._evidence = Evidence(pack, day)

    def claims(self) -> Iterable[Gold]:
        for (subject, predicate), claims in self._groups.items():
            differing = self._differ(claims)
            known = self._predicates.get(predicate)
            asks = known.asks if known and known.asks else (predicate,)
            for number, text in enumerate(self._worded(subject, asks), 1):
                yield self._ask(
                    f"{claims[0].id}/{number}",
                    "differing" if differing else "claim",
                    text,
                    claims,
                    whole=differing,
                )
            term = self._terms.get(subject)
            for frame in _ENGLISH.get(predicate, ())[:1] if term and term.english else ():
                text = frame.format(term.english if term else subject)
                name = f"{claims[0].id}/en"
                kind: Kind = "differing" if differing else "claim"
                yield self._ask(name, kind, text, claims, language="en")

    def _worded(self, subject: str, asks: Sequence[str]) -> list[str]:
        """Questions in the predicate's phrases; a visitor also says a synonym of the subject."""
        term = self._terms.get(subject)
        names = [subject, subject, *(s for s in (term.synonyms if term else ()) if _chinese(s))]
        found: dict[str, None] = {}
        for _ in range(WORDINGS * 3):
            ask, name = self._draw.choice(asks), self._draw.choice(names)
            asking = _ASKING.search(ask) is not None
            frame = self._draw.choice(_FRAMES[1:] if asking else _FRAMES[:1])
            if not asking and self._draw.random() < 0.4:
                ask = f"{ask}是什么"
            found.setdefault(frame.format(subject=name, ask=ask))
            if len(found) == WORDINGS:
                break
        return list(found)

    def _ask(
        self,
        name: str,
        kind: Kind,
        text: str,
        claims: Sequence[Claim],
        *,
        whole: bool = False,
        language: Language = "zh",
    ) -> Gold:
        resting = self._evidence.resting(claims)
        return Gold(
            name,
            kind,
            text,
            language,
            about=claims[0].predicate,
            statements=tuple(
                Statement(
                    c.id,
                    c.object,
                    c.speaker if kind == "differing" else "",
                    c.as_of if kind == "differing" else "",
                )
                for c in claims
            ),
            whole=whole,
            cite=tuple(dict.fromkeys(c.origin for c in claims if c.origin.law)),
            may_cite=self._evidence.origins(resting),
            resting=resting,
            penal=_PENAL.search(claims[0].predicate) is not None,
        )

    def _differ(self, claims: Sequence[Claim]) -> bool:
        """Whether speakers disagree, rather than each naming a part."""
        known = self._predicates.get(claims[0].predicate)
        voices = {
            (c.speaker or c.origin.source, "" if c.grade in ("法规", "标准") else c.as_of)
            for c in claims
        }
        several = len({c.object for c in claims}) > 1 and len(voices) > 1
        return several and not (known is not None and known.many)

    def two_hops(self) -> Iterable[Gold]:
        """Questions whose subject is what another claim names: 数据交易链的主导方的揭牌日期."""
        names = EntityIndex((s, s) for s, _ in self._groups)
        for (subject, predicate), claims in self._groups.items():
            mentions = names.link(claims[0].object) if len(claims) == 1 else []
            if not mentions or 4 * len(mentions[0].entity) < 3 * len(claims[0].object):
                # It is mentioned there, but it is not what the claim says.
                continue
            named = mentions[0].entity
            ways = [
                (second, held)
                for (s, second), held in self._groups.items()
                if s == named != subject and (subject, second) not in self._groups
            ]
            if ways:
                second, held = self._draw.choice(ways)
                name = f"{claims[0].id}+{held[0].id}"
                yield self._ask(name, "two_hops", f"{subject}的{predicate}的{second}", held)

    def is_a(self) -> Iterable[Gold]:
        """Yes/no questions along the broader terms, and such whose answer is not yes."""
        names = list(self._terms)
        for term in self._terms.values():
            for broad in term.broader[:1]:
                above = self._above(term.id)
                text = self._draw.choice(_IS_A).format(term.id, broad)
                statement = Statement("", broad)
                name = f"is_a:{term.id}"
                yield Gold(name, "is_a", text, "zh", "层级", (statement,), whole=True)
                other = self._draw.choice(names)
                if other in above or other == term.id or term.id in self._above(other):
                    other = broad
                    text = self._draw.choice(_IS_A).format(broad, term.id)
                else:
                    text = self._draw.choice(_IS_A).format(term.id, other)
                yield Gold(f"is_not_a:{term.id}", "is_not_a", text, "zh", "层级")

    def _above(self, name: str) -> set[str]:
        found: set[str] = set()
        ahead = [name]
        while ahead:
            term = self._terms.get(ahead.pop())
            new = [b for b in (term.broader if term else ()) if b not in found]
            found.update(new)
            ahead.extend(new)
        return found

    def lists(self) -> Iterable[Gold]:
        """Complete lists: every item, and how many there are."""
        for one in self._pack.all(ClosedList).values():
            if not one.complete or not _holds(one, self._day):
                continue
            for number, text in enumerate((one.question, f"{one.name}一共有几项，分别是什么？"), 1):
                yield Gold(
                    f"{one.id}/{number}",
                    "list",
                    text,
                    "zh",
                    "清单",
                    tuple(Statement("", item.name) for item in one.items),
                    whole=True,
                    count=len(one.items),
                    cite=tuple(o for o in one.sources if o.law),
                    may_cite=one.sources,
                    resting=frozenset((one.id,)),
                    penal=one.weight == "penalty",
                )

    def twin(self, one: Gold) -> Iterable[Gold]:
        """The question without its evidence; none where the laws' own dates say it as well."""
        if one.kind not in ("claim", "differing") or not one.id.endswith(("/1", "/en")):
            return
        claims = [self._pack.all(Claim)[s.claim] for s in one.statements]
        if self._evidence.in_a_law(claims):
            return
        taken = self._evidence.of(claims)
        yield msgspec.structs.replace(one, id=f"{one.id}~", kind="twin", taken=taken)


def _holds(document: Claim | ClosedList, day: date) -> bool:
    after = document.valid_from is None or document.valid_from <= day
    return after and (document.valid_to is None or day <= document.valid_to)


def _chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)
