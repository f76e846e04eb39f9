"""Several questions in one: each is searched by itself, or made whole from the one before it, and
what lies in the answer to its neighbour is said once.

Nothing is dropped: what no document covers is named as not known, in the visitor's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from dialog.reply.asides import WHO, asks_who
from dialog.reply.asked_side import asked_for
from dialog.reply.aspects import asks, bare, subject_of
from dialog.reply.context import full_questions, topic_of
from dialog.reply.corrected import corrected
from dialog.reply.covering import asks_for_something, names_nothing
from dialog.reply.intent import IntentGuess
from dialog.reply.neighbours import Neighbours, Part
from dialog.reply.not_again import of_here
from dialog.reply.picking import more_than_yes
from dialog.reply.policy import (
    OUTSIDE_SURE,
    Decision,
    Social,
    Stored,
    Unknown,
    decide,
)
from dialog.reply.question import Exchange, Question
from dialog.reply.said_before import repeats
from dialog.reply.searching import TurnSearches
from dialog.reply.several import (
    before_telling,
    parts_of,
    settled,
    stand_alone,
    together,
    told_and_asked,
)
from dialog.reply.told_cases import with_facts_told
from dialog.reply.told_law import ground_asked
from dialog.reply.told_sides import sides_asked
from dialog.reply.told_together import told_together
from dialog.reply.wishes import wish_of
from dialog.reply.wording import Writer
from dialog.reply.words import Words
from knowledge.answers.tables import told_before
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, key, normalise
from knowledge.types import Gap

_SHORT = 8
"""A part of fewer characters says too little to be called foreign to the desk."""
_CERTAIN = 0.95
"""What the intent model must say of a part that names a thing of ours to call it foreign: the
weather is one, as data."""
_NEAR = 5
"""Documents among which a question's is looked for with the case that was told before it."""
_MEASURES = re.compile(r"多久|多长|几天")
"""What is asked of a thing that is done: behind 挂牌 it means how long it takes, not lasts."""
_CONDITION = re.compile(
    r"[没无未不非]|如果|要是|假如|只|仅|\d|外资|境外|国外|海外|个人"
    r"|\b(?:no|not|without|if|only|foreign|individual)\b",
    re.IGNORECASE,
)
"""Words of a told case on which an answer may hang."""
_YOUR = re.compile(r"^(?:你们|您们|贵所|贵方)的?")
_IT = re.compile(r"\b(?:it|they|them|this|that|these|those)\b|它", re.IGNORECASE)
_TO_DO = re.compile(r"^how (?:do|can|should|must) (?:i|we) (?P<do>.+)|\b(?P<to>to [a-z]+ .+)", re.I)


class Several:
    """Answers the questions of one text, from one snapshot, in one language."""

    def __init__(
        self,
        searching: TurnSearches,
        snapshot: Snapshot,
        writer: Writer,
        asked: Question,
        *,
        guessed: Callable[[str, Findings], IntentGuess],
        preparing: bool,
    ) -> None:
        """``guessed``: the intent of a part. ``preparing``: judges or models are being built."""
        self._searching = searching
        self._snapshot = snapshot
        self._writer = writer
        self._asked = asked
        self._guessed = guessed
        self._preparing = preparing
        self._near = Neighbours(snapshot)

    async def reply(self, whole: Findings) -> tuple[Words, float] | None:
        """The reply with its chance, or ``None`` when it is one question, or when the whole is
        answered better than its parts."""
        if whole.taken is not None:
            return await told_together(whole.taken, self._of_target, self._part)
        correction = corrected(self._asked.text, self._asked.exchanges)
        if correction is not None and (self._searching.denying or not correction.of_self):
            # It is never cut into what is denied and what is meant.
            self._asked = msgspec.structs.replace(self._asked, text=correction.meant)
        more = more_than_yes(self._asked.text)
        if more and whole.match == "exact" and self._asked.exchanges:
            one = self._of_whole(whole)
            if one is None or not whole.best or not whole.best.questions:
                return None
            return await told_together(Taken((whole.best,), then=more), lambda _: one, self._part)
        texts = parts_of(self._asked.text)
        used_up = whole.graph is not None and whole.law is None and whole.ruling is None
        worded = whole.match == "near" or (whole.match == "exact" and whole.chance > PLAIN)
        if used_up or (worded and not bare(self._asked.text)):
            # 谁发起？我问的是示例所 is one question of which claims leave no word over.
            return None
        if len(texts) < 2:
            return await self._without_telling(whole)
        if all(bare(t) for t in texts) and not topic_of(self._asked.exchanges):
            return None
        parts: list[Part] = []
        for text in texts:
            part = await self._part(text, parts)
            if grave(part.decision):
                return part.words, part.decision.chance
            parts.append(part)
        parts = [p for p in parts if settled(p.words)]
        if len(parts) < 2 or not (any(p.known for p in parts) or self._differ(parts, whole)):
            return None
        looked_up = whole.law is not None or whole.ruling is not None
        alone = all(p.known for p in parts) or stand_alone([(p.text, p.words) for p in parts])
        if looked_up and not alone:
            return None
        one = self._of_whole(whole)
        if one is not None and all(self._near.in_whole(one, p, whole) for p in parts):
            return None
        return self._put_together(self._near.covered(parts, one, whole), whole)

    def _differ(self, parts: Sequence[Part], whole: Findings) -> bool:
        """Whether of parts of which nothing is known some are foreign to the desk, and others are
        not: the whole is not either, or documents are near them."""
        foreign = [_outside(p.decision) for p in parts]
        if not any(foreign) or all(foreign):
            return False
        if any(p.findings.band == "related" for p in parts if not _outside(p.decision)):
            return True
        decision = decide(whole, self._guessed(self._asked.text, whole), preparing=self._preparing)
        return not _outside(decision)

    async def _without_telling(self, whole: Findings) -> tuple[Words, float] | None:
        """The reply to one question, where a case that is told hides it from the search."""
        if whole.band == "answer" or whole.law or whole.ruling or whole.graph:
            return None
        question = before_telling(self._asked.text)
        if question:
            # An answer is not taken so: what is told behind a question may be its condition.
            part = await self._found(question, question, (), elliptic=bare(question))
            gap = isinstance(part.decision, Unknown) and part.known
            return (part.words, part.decision.chance) if gap else None
        part = await self._behind_telling(self._asked.text, whole)
        return (part.words, part.decision.chance) if part is not None else None

    async def _behind_telling(self, text: str, whole: Findings) -> Part | None:
        """What is known of a question without the case told before it, if the case leads to the
        same document: nearest where it may be a condition, else among the nearest."""
        told, question = told_and_asked(text)
        if not told or bare(question) or not self._near.own_words(question):
            return None
        part = await self._found(question, text, (), elliptic=False)
        depth = 1 if _CONDITION.search(told) else _NEAR
        near = [c.target.id for c in whole.candidates[:depth]]
        target = part.target
        return part if part.known and target is not None and target.id in near else None

    def _put_together(self, parts: Sequence[Part], whole: Findings) -> tuple[Words, float] | None:
        said = {(p.words.entries, p.words.lines) for p in parts}
        if len(said) == 1 and all(p.known for p in parts):
            best = whole.best if whole.band == "answer" else None
            same = best is not None and parts[0].words.entries == (best.id,)
            return None if same else (parts[0].words, max(p.decision.chance for p in parts))
        told = {e for p in parts if p.known for e in p.words.entries}
        answers = [(p.text, self._without_pointers_to(told, p)) for p in parts]
        return together(answers), min(p.decision.chance for p in parts)

    def _without_pointers_to(self, told: set[str], part: Part) -> Words:
        """The words of a part; what is told beside it is no pointer any more."""
        decision = part.decision
        if not isinstance(decision, Unknown) or decision.gap is not None or not decision.related:
            return part.words
        left = tuple(c for c in decision.related if c.target.id not in told)
        return self._writer.write(msgspec.structs.replace(decision, related=left), part.text)

    async def _part(self, text: str, before: Sequence[Part]) -> Part:
        """What is known about a part: what the replies before said of it, else what is found."""
        if before and "basis" in sides_asked(text):
            return self._of_ground(text, before[-1])
        part = await self._searched(text, before)
        said = repeats(text, self._asked, part.findings, self._snapshot)
        if said is None:
            return part
        words = self._writer.write(said, text)
        return msgspec.structs.replace(part, decision=said, words=words)

    def _of_ground(self, text: str, before: Part) -> Part:
        """What the part before rests on, where nothing else is asked (依据是哪一条): alone it leads
        anywhere."""
        told = Exchange(
            before.text, "answered" if before.known else "unknown", before.words.entries
        )
        asked = msgspec.structs.replace(self._asked, exchanges=(told,))
        ground = ground_asked(text, asked, self._snapshot) if before.known else None
        decision = ground or Unknown(1.0)
        return Part(text, Findings("none"), decision, self._writer.write(decision, text))

    async def _searched(self, text: str, before: Sequence[Part]) -> Part:
        """What is known about a part by itself, else behind what was asked before it."""
        elliptic = bare(text)
        if asks_who(text) and (own := self._snapshot.at_once(WHO)):
            return self._decided(text, own, elliptic=elliptic)
        segmenter = self._snapshot.index.segmenter
        says_nothing = bool(before) and not elliptic and names_nothing(text, segmenter)
        if says_nothing and before[-1].known and self._near.said_in(before[-1], text, agreed=False):
            # 是哪一条, behind an answer that names its article.
            return msgspec.structs.replace(before[-1], text=text)
        side = self._snapshot.matters.go_on(text, [p.text for p in before])
        if side is not None:
            plain = Findings("exact", exact=side, chance=PLAIN, band="answer")
            return self._decided(text, plain, elliptic=elliptic)
        topic = self._topic(before) if elliptic else ""
        itself = f"{topic}要{text}" if topic and _MEASURES.match(text) else f"{topic}{text}"
        first, then = self._fuller(text, itself, before, elliptic=elliptic)
        leads: list[str] = []
        meant = await self._behind(first, text, before, leads, elliptic=elliptic)
        if meant is not None and not isinstance(meant.decision, Unknown):
            return meant
        alone = await self._found(itself, text, before, elliptic=elliptic)
        alone = self._unsaid(alone) if says_nothing else alone
        if meant is not None and (isinstance(alone.decision, Unknown) or not alone.known):
            return meant
        strays = alone.known and self._strays(alone, before)
        if not strays and (alone.known or not settled(alone.words)):
            return alone
        alone = self._unsaid(alone) if strays else alone
        found = await self._behind_telling(text, alone.findings) or await self._behind(
            then, text, before, leads, elliptic=elliptic
        )
        return found or msgspec.structs.replace(alone, leads=tuple(leads))

    async def _behind(
        self,
        fuller: Sequence[str],
        text: str,
        before: Sequence[Part],
        leads: list[str],
        *,
        elliptic: bool,
    ) -> Part | None:
        """What answers a part in one of its fuller wordings. ``leads`` takes the documents that are
        nearest to the others."""
        for wording in fuller:
            part = await self._found(wording, text, before, elliptic=elliptic)
            if part.known and (elliptic or self._answers(part, text)):
                return msgspec.structs.replace(part, leans=bool(before))
            if part.findings.best is not None:
                leads.append(part.findings.best.id)
        return None

    def _fuller(
        self, text: str, itself: str, before: Sequence[Part], *, elliptic: bool
    ) -> tuple[list[str], list[str]]:
        """What a part may mean behind the others: what is searched before it itself (a pronoun, or
        an English question for a side alone, means that first), and after it."""
        exchanges = (*self._asked.exchanges, *(Exchange(p.text, "answered") for p in before))
        fuller = _fuller(text, exchanges, before, self._snapshot) if before else []
        if not asks(text) and not is_english(text):
            fuller.insert(0, f"{itself}是什么")
        leaning = _IT.search(text) is not None or (elliptic and is_english(text))
        return (fuller[:1], fuller[1:]) if leaning else ([], fuller)

    def _strays(self, part: Part, before: Sequence[Part]) -> bool:
        """Whether what was found for a part is of another matter: the questions before it name all
        that the part names (不备案, after 标准合同几天内备案), and it is about nothing else of what
        they name."""
        own = self._near.own_words(part.text)
        earlier = " ".join(p.text for p in before)
        if not own or not all(word in normalise(earlier) for word in own):
            return False
        others = [w for p in before for w in self._near.own_words(p.text) if w not in own]
        return bool(others) and not self._near.names_any(part, others)

    def _unsaid(self, part: Part) -> Part:
        """A part that is a question on what was asked before it; alone it leads anywhere."""
        nothing = Unknown(1.0)
        words = self._writer.write(nothing, part.text)
        return msgspec.structs.replace(part, decision=nothing, words=words)

    def _answers(self, again: Part, text: str) -> bool:
        """Whether what was found behind another question answers this one. That a thing is not
        known answers only what names it."""
        gap = isinstance(again.decision, Unknown)
        if gap and not asks_for_something(text, self._snapshot.index.segmenter):
            return False
        return self._near.said_in(again, text, agreed=True)

    def _topic(self, before: Sequence[Part]) -> str:
        """What a question that names nothing is about: the last thing that was named."""
        named = next((p.text for p in reversed(before) if not bare(p.text)), "")
        asked = told_and_asked(named)[1] or named  # 合规评估找谁做, whatever is told before
        return subject_of(asked) if named else topic_of(self._asked.exchanges)

    async def _found(
        self, fuller: str, text: str, before: Sequence[Part], *, elliptic: bool
    ) -> Part:
        today = self._asked.today
        findings = await self._searching.find(self._snapshot, fuller, today)
        exchange = self._snapshot.pack.profile.exchange
        findings = of_here(findings, self._asked.text, self._asked.exchanges, exchange=exchange)
        if findings.ruling is not None:
            told = told_before(findings.ruling, [p.text for p in before], today, text=text)
            findings = msgspec.structs.replace(findings, ruling=told)
        if elliptic:
            findings = asked_for(findings, text)
        return self._decided(text, findings, elliptic=elliptic)

    def _decided(self, text: str, findings: Findings, *, elliptic: bool) -> Part:
        guess = self._guessed(text, findings)
        wished = wish_of(text, guess.intent, self._snapshot)
        decision = decide(findings, guess, preparing=self._preparing, wished=wished)
        if _outside(decision) and (elliptic or self._doubted(text, decision, findings)):
            decision = Unknown(decision.chance)
        return Part(text, findings, decision, self._writer.write(decision, text))

    def _doubted(self, text: str, outside: Decision, findings: Findings) -> bool:
        """Whether a part is not to be called foreign to the desk: it names a thing of ours, or is a
        scrap that says too little."""
        if self._snapshot.graph.names.link(text) and outside.chance < _CERTAIN:
            return True
        related = findings.band == "related" and not self._near.own_words(text)
        return len(key(text)) < _SHORT and (related or outside.chance < OUTSIDE_SURE)

    def _of_target(self, target: Target) -> Part:
        """What a document that was taken tells; a table asks what it must know."""
        found = Findings("exact", exact=target, chance=PLAIN, band="answer")
        found = with_facts_told(self._snapshot, self._asked, found)
        return self._decided(self._asked.text, found, elliptic=False)

    def _of_whole(self, whole: Findings) -> Part | None:
        best = whole.best
        if best is None or whole.band != "answer":
            return None
        gap = best.document if isinstance(best.document, Gap) else None
        decision = Unknown(whole.chance, gap) if gap else Stored(whole.chance, best)
        words = self._writer.write(decision, self._asked.text)
        return Part(self._asked.text, whole, decision, words)


def _fuller(
    text: str, exchanges: Sequence[Exchange], before: Sequence[Part], snapshot: Snapshot
) -> list[str]:
    """What a part may mean behind the parts before it, likeliest first. The whole of both is left
    out: it leads to the neighbour's document whatever is asked."""
    last = before[-1].text
    if not is_english(text):
        rest = _YOUR.sub("", text)
        owner, of, _ = topic_of(exchanges).rpartition("的")
        full = [f for f in full_questions(rest, exchanges) if not f.startswith(f"{last}，")]
        return [*full, f"{owner}{rest}"] if of else full
    found: list[str] = []
    linked = ((p.text, snapshot.graph.names.link(p.text)) for p in reversed(before))
    names = [named[m.start : m.end] for named, mentions in linked for m in mentions[:1]]
    if names and _IT.search(text):
        found.append(_IT.sub(lambda _: names[0], text, count=1))
    doing = next((d for p in reversed(before) if (d := _TO_DO.search(p.text))), None)
    if doing is not None:
        do = doing.group("to") or f"to {doing.group('do')}"
        # In how long does it take the pronoun stands for what is done.
        found.insert(0 if bare(text) else 1, f"{text.rstrip('?. ')} {do.strip('?. ')}")
    return found


def grave(decision: Decision) -> bool:
    """Whether a decision takes the whole turn: a person in need, or what must not be done."""
    return isinstance(decision, Social) and decision.intent in ("distress", "unsafe")


def _outside(decision: Decision) -> bool:
    return isinstance(decision, Social) and decision.intent == "out_of_scope"
