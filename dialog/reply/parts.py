"""Several questions in one: each is searched by itself, or made whole from the one before it, and
what lies in the answer to its neighbour is said once.

Nothing is dropped: what no document covers is named as not known, in the visitor's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from dialog.reply.aspects import asks, bare, subject_of
from dialog.reply.context import full_questions, topic_of
from dialog.reply.covering import asks_for_something, covers, own_words, same_sides
from dialog.reply.finding import asked_for
from dialog.reply.intent import IntentGuess
from dialog.reply.policy import (
    OUTSIDE_SURE,
    Article,
    Decision,
    GraphAnswer,
    Recommend,
    Rule,
    Social,
    Stored,
    Unknown,
    decide,
)
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Searching
from dialog.reply.several import (
    before_telling,
    parts_of,
    settled,
    stand_alone,
    together,
    told_and_asked,
)
from dialog.reply.wording import Writer
from dialog.reply.words import Words
from knowledge.answers.tables import told_before
from knowledge.library import Findings, Snapshot
from knowledge.search.targets import Target
from knowledge.text import is_english, key, normalise
from knowledge.types import Gap

_SHORT = 8
"""A part of fewer characters says too little to be called foreign to the desk."""
_SLACK = 0.05
"""By how much the whole text may be found less surely than the part that it is compared with."""
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
_SENTENCE = re.compile(r"[。;!?]|\.\s")
_YOUR = re.compile(r"^(?:你们|您们|贵所|贵方)的?")
_IT = re.compile(r"\b(?:it|they|them|this|that|these|those)\b", re.IGNORECASE)
_TO_DO = re.compile(r"^how (?:do|can|should|must) (?:i|we) (?P<do>.+)|\b(?P<to>to [a-z]+ .+)", re.I)


class Part(msgspec.Struct, frozen=True):
    """A question of a text with what is found for it and what is said. ``leans``: it was found
    behind the part before it. ``leads``: the documents that are nearest to it there."""

    text: str
    findings: Findings
    decision: Decision
    words: Words
    leans: bool = False
    leads: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether something is known about it, be it that nothing can be known."""
        if isinstance(self.decision, Unknown):
            return self.decision.gap is not None
        told = isinstance(self.decision, Stored | Article | Rule | GraphAnswer | Recommend)
        return told and self.words.entries != ()

    @property
    def nearest(self) -> tuple[str, ...]:
        """The documents that the search puts first."""
        return tuple(c.target.id for c in self.findings.candidates[:3])

    @property
    def target(self) -> Target | None:
        """The document that is quoted, if one is."""
        decision, best = self.decision, self.findings.best
        if isinstance(decision, Stored):
            return decision.target
        gap = decision.gap if isinstance(decision, Unknown) else None
        return best if gap is not None and best is not None and best.id == gap.id else None


class Several:
    """Answers the questions of one text, from one snapshot, in one language."""

    def __init__(
        self,
        searching: Searching,
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

    async def reply(self, whole: Findings) -> tuple[Words, float] | None:
        """The reply with its chance, or ``None`` when it is one question, or when the whole is
        answered better than its parts."""
        texts = parts_of(self._asked.text)
        used_up = whole.graph is not None and whole.law is None and whole.ruling is None
        made_whole = bare(self._asked.text)
        if used_up or (whole.match in ("exact", "near") and not made_whole):
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
        if (whole.law or whole.ruling) and not stand_alone([(p.text, p.words) for p in parts]):
            return None
        one = self._of_whole(whole)
        if one is not None and all(self._in_whole(one, p, whole) for p in parts):
            return None
        return self._put_together(self._covered(parts, one, whole), whole)

    def _differ(self, parts: Sequence[Part], whole: Findings) -> bool:
        """Whether of parts of which nothing is known some are foreign to the desk, as the whole is
        not."""
        foreign = [_outside(p.decision) for p in parts]
        decision = decide(whole, self._guessed(self._asked.text, whole), preparing=self._preparing)
        return any(foreign) and not all(foreign) and not _outside(decision)

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
        if not told or bare(question):
            return None
        part = await self._found(question, text, (), elliptic=False)
        depth = 1 if _CONDITION.search(told) else _NEAR
        near = [c.target.id for c in whole.candidates[:depth]]
        target = part.target
        return part if part.known and target is not None and target.id in near else None

    def _put_together(self, parts: Sequence[Part], whole: Findings) -> tuple[Words, float] | None:
        said = {p.words.entries for p in parts}
        if len(said) == 1 and all(p.known for p in parts):
            best = whole.best
            same = whole.band == "answer" and best is not None and (best.id,) in said
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
        """What is known about a part by itself, else behind what was asked before it."""
        exchanges = (*self._asked.exchanges, *(Exchange(p.text, "answered") for p in before))
        elliptic = bare(text)
        says_nothing = bool(before) and not elliptic and not self._own_words(text)
        if says_nothing and before[-1].known and self._said_in(before[-1], text, agreed=False):
            # 是哪一条, behind an answer that names its article.
            return msgspec.structs.replace(before[-1], text=text)
        topic = self._topic(before) if elliptic else ""
        if topic and _MEASURES.match(text):
            topic = f"{topic}要"
        fullers = _fuller(text, exchanges, before, self._snapshot) if before else []
        if not asks(text) and not is_english(text):
            fullers.insert(0, f"{topic}{text}是什么")
        first = fullers.pop(0) if elliptic and fullers and is_english(text) else f"{topic}{text}"
        alone = await self._found(first, text, before, elliptic=elliptic)
        if says_nothing:
            # It is a question on what was asked before it; alone it leads anywhere.
            nothing = Unknown(1.0)
            words = self._writer.write(nothing, text)
            alone = msgspec.structs.replace(alone, decision=nothing, words=words)
        elif alone.known or not settled(alone.words):
            return alone
        if not before or told_and_asked(text)[0]:
            behind = await self._behind_telling(text, alone.findings)
            if behind is not None:
                return behind
        leads: list[str] = []
        for fuller in fullers:
            again = await self._found(fuller, text, before, elliptic=elliptic)
            if again.known and (elliptic or self._answers(again, text)):
                return msgspec.structs.replace(again, leans=bool(before))
            if again.findings.best is not None:
                leads.append(again.findings.best.id)
        return msgspec.structs.replace(alone, leads=tuple(leads))

    def _answers(self, again: Part, text: str) -> bool:
        """Whether what was found behind another question answers this one. That a thing is not
        known answers only what names it."""
        gap = isinstance(again.decision, Unknown)
        if gap and not asks_for_something(text, self._snapshot.index.segmenter):
            return False
        return self._said_in(again, text, agreed=True)

    def _topic(self, before: Sequence[Part]) -> str:
        """What a question that names nothing is about: the last thing that was named."""
        named = next((p.text for p in reversed(before) if not bare(p.text)), "")
        return subject_of(named) if named else topic_of(self._asked.exchanges)

    async def _found(
        self, fuller: str, text: str, before: Sequence[Part], *, elliptic: bool
    ) -> Part:
        today = self._asked.today
        findings = await self._searching.find(self._snapshot, fuller, today)
        if findings.ruling is not None:
            told = told_before(findings.ruling, [p.text for p in before], today)
            findings = msgspec.structs.replace(findings, ruling=told)
        if elliptic:
            findings = asked_for(findings, text)
        decision = decide(findings, self._guessed(text, findings), preparing=self._preparing)
        if _outside(decision) and (elliptic or self._doubted(text, decision, findings)):
            decision = Unknown(decision.chance)
        return Part(text, findings, decision, self._writer.write(decision, text))

    def _doubted(self, text: str, outside: Decision, findings: Findings) -> bool:
        """Whether a part is not to be called foreign to the desk: it names a thing of ours, or is a
        scrap that says too little."""
        if self._snapshot.graph.names.link(text):
            return True
        unsure = outside.chance < OUTSIDE_SURE or findings.band == "related"
        return len(key(text)) < _SHORT and unsure

    def _covered(self, parts: Sequence[Part], one: Part | None, whole: Findings) -> list[Part]:
        """The parts, of which each that lies in what is said for another is said with it. ``one``:
        what answers the whole, if anything does."""
        found = list(parts)
        for place, part in enumerate(parts):
            if part.known and not isinstance(part.decision, GraphAnswer):
                continue
            others = [p for p in (*reversed(found[:place]), *found[place + 1 :]) if p.known]
            others.extend([one] if one is not None else [])
            if part.known:
                # A document says more than a claim does.
                others = [p for p in others if isinstance(p.decision, Stored)]
            after = found[place + 1 : place + 2]
            for other in others:
                follows = other.leans and other in after
                if self._covers(other, part, whole, follows=follows):
                    found[place] = msgspec.structs.replace(other, text=part.text)
                    break
        return found

    def _in_whole(self, one: Part, part: Part, whole: Findings) -> bool:
        """Whether what answers the whole answers a part; what another document was found for lies
        in it only where it is among the nearest to that part."""
        if one.target is None or one.target == part.target:
            return one.target is not None
        near = not part.known or one.target.id in part.nearest
        return near and self._covers(one, part, whole)

    def _covers(self, other: Part, part: Part, whole: Findings, *, follows: bool = False) -> bool:
        """Whether what is said for another part answers this one too. ``follows``: the other was
        found behind this one by its words, so that both are about the same thing."""
        follows = follows and same_sides(part.text, other.text)
        agreed = follows or self._agreed(other, part, whole)
        if not agreed and self._leads_elsewhere(part, other):
            return False
        return self._said_in(other, part.text, agreed=agreed)

    def _leads_elsewhere(self, part: Part, other: Part) -> bool:
        """Whether the search brings a part with words of its own near other documents only, and no
        sentence of what is said has all those words."""
        own, target = self._own_words(part.text), other.target
        if target is None or part.findings.band == "unknown" or not own or bare(part.text):
            return False
        said = (s for line in other.words.lines for s in _SENTENCE.split(normalise(line.text)))
        outright = len(own) > 1 and any(all(word in s for word in own) for s in said)
        return target.id not in part.nearest and not outright

    def _agreed(self, other: Part, part: Part, whole: Findings) -> bool:
        """Whether the search leads to the document of another part too: for this part, or for the
        whole text about as surely as for the other part."""
        target = other.target
        if target is None:
            return False
        if not bare(part.text) and target.id in part.nearest[:1]:
            return True
        if target.id in part.leads and not self._own_words(part.text):
            return True
        same = whole.best is not None and whole.best.id == target.id
        return same and whole.chance >= other.findings.chance - _SLACK

    def _own_words(self, text: str) -> tuple[str, ...]:
        return own_words(text, self._snapshot.index.segmenter)

    def _of_whole(self, whole: Findings) -> Part | None:
        best = whole.best
        if best is None or whole.band != "answer":
            return None
        gap = best.document if isinstance(best.document, Gap) else None
        decision = Unknown(whole.chance, gap) if gap else Stored(whole.chance, best)
        words = self._writer.write(decision, self._asked.text)
        return Part(self._asked.text, whole, decision, words)

    def _said_in(self, other: Part, text: str, *, agreed: bool) -> bool:
        segmenter = self._snapshot.index.segmenter
        said = "\n".join(line.text for line in other.words.lines)
        named = " ".join((*other.words.entries, *(s.title for s in other.words.sources)))
        target = other.target
        if isinstance(other.decision, Unknown) and self._own_words(text):
            if not agreed:
                # That one thing is not known says nothing of another.
                return False
            agreed = False
        wordings = " ".join((named, *(target.questions if target is not None else (other.text,))))
        asked = normalise(text)
        names = [asked[m.start : m.end] for m in self._snapshot.graph.names.link(asked)]
        if not all(name in normalise(f"{said} {wordings}") for name in names):
            return False
        return covers(said, wordings, text, segmenter, agreed=agreed)


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
