"""What is known of one question of a text: alone, behind those before it, or from what was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from dialog.reply.asked_side import asked_for
from dialog.reply.aspects import asks, bare
from dialog.reply.at_that_time import of_its_beginning, of_the_thing
from dialog.reply.at_the_desk import wording_of_the_desk
from dialog.reply.behind_parts import (
    CONDITION,
    OF_ANY_CASE,
    fuller,
    last_thing,
    leans_on_it,
    meanings,
    named_in,
    side_asked,
)
from dialog.reply.by_kind import of_its_kind
from dialog.reply.clauses import bids
from dialog.reply.clipped import in_full, named_whole
from dialog.reply.context import topic_of
from dialog.reply.covering import asks_for_something, names_nothing
from dialog.reply.in_the_talk import Talk, behind_the_talk, in_a_talk
from dialog.reply.intent import IntentGuess
from dialog.reply.its_duties import with_its_duties
from dialog.reply.neighbours import Neighbours, Part, near_alone, told_as
from dialog.reply.not_again import of_here
from dialog.reply.own_facts import with_own_facts
from dialog.reply.pointed import PROBABLE, RELATED
from dialog.reply.policy import OUTSIDE_SURE, Decision, Social, Unknown, decide
from dialog.reply.question import Question
from dialog.reply.said_before import repeats
from dialog.reply.searching import TurnSearches
from dialog.reply.several import settled, told_and_asked
from dialog.reply.told_facts import with_facts_told
from dialog.reply.told_law import ground_asked, side_told
from dialog.reply.told_sides import ToldSide, sides_asked
from dialog.reply.told_special import of_part
from dialog.reply.wishes import wish_of
from dialog.reply.wording import Writer
from knowledge.answers.table_facts import told_before
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, key, normalise

_SHORT = 8
"""A part of fewer characters says too little to be called foreign."""
_CERTAIN = 0.95
"""What the intent model must say of a part that names a thing of ours to call it foreign."""
_NEAR = 5
"""Documents among which a question's is looked for with the case that was told before it."""
_MEASURES = re.compile(r"多久|多长|几天")
"""What is asked of a thing that is done: behind 挂牌 it means how long it takes, not lasts."""
_DENIED = re.compile(r"[，,](?:而|又|并|可|也)?不是[^，,？?]+$")  # What is not asked for.


class PartSearch:
    """Searches the questions of one text, over one snapshot, in one language."""

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
        self.searching = searching
        self._snapshot = snapshot
        self.writer = writer
        self.asked = asked
        self.guessed = guessed
        self.preparing = preparing
        self.near = Neighbours(snapshot)

    async def behind_telling(self, text: str, whole: Findings) -> Part | None:
        """What is known of a question without the case told before it, if the case leads to the
        same document: nearest where it may be a condition, else among the nearest."""
        told, question = told_and_asked(text)
        if not told or bare(question) or not self.near.own_words(question):
            return None
        part = await self.found(question, text, (), elliptic=False)
        alike = OF_ANY_CASE.search(normalise(question)) is not None
        if alike and part.known and part.findings.match == "exact":
            return part
        depth = 1 if CONDITION.search(told) and not alike else _NEAR
        near = [c.target.id for c in whole.candidates[:depth]]
        target = part.target
        return part if part.known and target is not None and target.id in near else None

    async def _without_case(self, part: Part, text: str) -> Part:
        """A part of which nothing is known, with what is near its question where the case that is
        told before it hides that."""
        question = told_and_asked(text)[1]
        if bare(question) or not self.near.own_words(question):
            return part
        found = (await self.found(question, text, (), elliptic=False)).findings
        nearer = found.band == "related" and found.chance > part.findings.chance
        if not nearer and (found.band != "answer" or part.findings.band != "unknown"):
            return part
        near = Findings("meaning", candidates=found.candidates, band="related")
        unsure = near_alone(near, 1.0)
        words = self.writer.write(unsure, text)
        return msgspec.structs.replace(part, findings=near, decision=unsure, words=words)

    async def of_part(self, text: str, before: Sequence[Part]) -> Part:
        """What is known about a part: what the replies before said of it, else what is found."""
        sides = sides_asked(_DENIED.sub("", text))
        if before and "basis" in sides:
            return self._of_ground(text, before[-1])
        if sides and (told := self._of_told(text, sides, before)) is not None:
            return told
        part = await self._searched(text, before)
        if not part.known and isinstance(part.decision, Unknown):
            part = await self._in_the_talk(part, before)
        said = repeats(text, self.asked, part.findings, self._snapshot)
        if said is None:
            return part
        words = self.writer.write(said, text)
        return msgspec.structs.replace(part, decision=said, words=words)

    async def _in_the_talk(self, part: Part, before: Sequence[Part]) -> Part:
        """What is known, or near, of a part behind what the conversation is about; the part itself
        where that says nothing of it."""
        if not in_a_talk(self.asked.exchanges):
            return part
        talk = Talk(self.asked.exchanges, tuple(map(told_as, before)))
        text = in_full(part.text, self.asked.exchanges, *(p.text for p in before))

        async def search(question: str) -> Findings:
            return await self._search(question)

        def answers(found: Findings) -> bool:
            again = self._decided(part.text, found, elliptic=False)
            return again.known and self._answers(again, part.text)

        behind = await behind_the_talk(
            text, talk, part.findings, self._snapshot, search, answers=answers
        )
        if behind is None:
            return part
        if not behind.known and not self.near.own_words(text) and not behind.found.chance:
            return self._unsaid(part)  # 会怎么样 is near anything.
        found = self._decided(part.text, behind.found, elliptic=False)
        if behind.known:
            return msgspec.structs.replace(found, leans=bool(before))
        unsure = Unknown(1.0 - behind.found.chance, related=behind.found.candidates[:RELATED])
        words = self.writer.write(unsure, part.text)
        return msgspec.structs.replace(part, findings=behind.found, decision=unsure, words=words)

    def _of_told(
        self, text: str, sides: tuple[ToldSide, ...], before: Sequence[Part]
    ) -> Part | None:
        """Since when that holds which the part before told (几号起施行), or a side of what the
        conversation told last, in a text that begins with it (处罚，不是第十一条); ``None`` where
        these do not say it."""
        last = before[-1] if before else None
        if last is not None and (not last.known or sides != ("force",)):
            return None
        exchanges = (told_as(last),) if last is not None else self.asked.exchanges
        asked = msgspec.structs.replace(self.asked, exchanges=exchanges)
        decision = side_told(_DENIED.sub("", text), asked, self._snapshot)
        if decision is None:
            return None
        return Part(text, Findings("none"), decision, self.writer.write(decision, text))

    def _of_ground(self, text: str, before: Part) -> Part:
        """What the part before rests on, where nothing else is asked (依据是哪一条): alone it leads
        anywhere."""
        asked = msgspec.structs.replace(self.asked, exchanges=(told_as(before),))
        ground = ground_asked(text, asked, self._snapshot) if before.known else None
        decision = ground or Unknown(1.0)
        return Part(text, Findings("none"), decision, self.writer.write(decision, text))

    async def _searched(self, text: str, before: Sequence[Part]) -> Part:
        """What is known about a part by itself, else behind what was asked before it."""
        elliptic = bare(text)
        desk = wording_of_the_desk(text, [p.text for p in before])
        if desk and (own := self._snapshot.at_once(desk)):
            return self._decided(text, own, elliptic=elliptic)
        segmenter = self._snapshot.index.segmenter
        says_nothing = bool(before) and not elliptic and names_nothing(text, segmenter)
        told = says_nothing and before[-1].known and not isinstance(before[-1].decision, Unknown)
        if told and self.near.said_in(before[-1], text, agreed=False):
            # 是哪一条, behind an answer that names its article.
            return msgspec.structs.replace(before[-1], text=text)
        if before and of_its_beginning(text, before[-1].text):
            return await self._of_its_beginning(text, before)
        known = before[-1].words.entries if before and before[-1].known else ()
        side = side_asked(
            text, [p.text for p in before], known, self.asked.exchanges, self._snapshot
        )
        if side is not None:
            plain = Findings("exact", exact=side, chance=PLAIN, band="answer")
            return self._decided(text, plain, elliptic=elliptic)
        topic = self._topic(before) if elliptic else ""
        itself = f"{topic}要{text}" if topic and _MEASURES.match(text) else f"{topic}{text}"
        first, then = self._fuller(text, itself, before, elliptic=elliptic)
        leads: list[Part] = []
        meant = await self._behind(first, text, before, leads, elliptic=elliptic)
        leaning = next((p for p in leads if p.findings.band == "related"), None)
        if meant is not None and not isinstance(meant.decision, Unknown):
            return meant
        alone = await self.found(itself, text, before, elliptic=elliptic)
        alone = self._unsaid(alone) if says_nothing else alone
        if meant is not None and (isinstance(alone.decision, Unknown) or not alone.known):
            return meant
        strays = alone.known and self._strays(alone, before)
        if not strays and alone.known:
            return alone
        if not strays and not settled(alone.words):
            # A case that is told may sound like a complaint.
            return await self.behind_telling(text, alone.findings) or alone
        alone = self._unsaid(alone) if strays else alone
        found = await self.behind_telling(text, alone.findings) or await self._behind(
            then, text, before, leads, elliptic=elliptic
        )
        if found is not None and self._led_away(found, alone, text):
            found = None
        if found is None and leaning is not None and isinstance(alone.decision, Unknown):
            alone = leaning  # What 他们 stands for is near that, whatever is near the word alone.
        if found is None and told_and_asked(text)[0] and not alone.known:
            alone = await self._without_case(alone, text)
        nearest = tuple(p.findings.best.id for p in leads if p.findings.best is not None)
        return found or msgspec.structs.replace(alone, leads=nearest)

    async def _of_its_beginning(self, text: str, before: Sequence[Part]) -> Part:
        """What is known of the time at which the thing of the question before began."""

        async def found(wording: str) -> Part:
            return await self.found(wording, text, before, elliptic=False)

        graph, last = self._snapshot.graph, before[-1].text
        part, near = await of_the_thing(text, last, self.near, graph, found)
        if part is not None:
            return part
        unsure = Unknown(1.0, related=near[:RELATED])
        known = Findings("meaning", candidates=near, band="related" if near else "unknown")
        return Part(text, known, unsure, self.writer.write(unsure, text))

    async def _behind(
        self,
        wordings: Sequence[str],
        text: str,
        before: Sequence[Part],
        leads: list[Part],
        *,
        elliptic: bool,
    ) -> Part | None:
        """What answers a part in one of its fuller wordings. ``leads`` takes what is near the
        others."""
        for wording in wordings:
            part = await self.found(wording, text, before, elliptic=elliptic)
            same = bool(before) and part.target is not None and part.target == before[-1].target
            told = any(self._answers(part, t) for t in meanings(text, wording))
            if part.known and ((elliptic and not same) or told):
                return msgspec.structs.replace(part, leans=bool(before))
            leads.append(part)
        return None

    def _fuller(
        self, text: str, itself: str, before: Sequence[Part], *, elliptic: bool
    ) -> tuple[list[str], list[str]]:
        """What a part may mean behind the others: what is searched before it itself (a pronoun, or
        an English question for a side alone, means that first), and after it."""
        texts = [p.text for p in before]
        full = fuller(text, self.asked.exchanges, texts, self._snapshot) if before else []
        if not asks(text) and not is_english(text):
            full.insert(0, f"{itself}是什么")
        leaning = leans_on_it(text) or (elliptic and is_english(text))
        return (full[:1], full[1:]) if leaning else ([], full)

    def _strays(self, part: Part, before: Sequence[Part]) -> bool:
        """Whether what was found for a part is of another matter: the questions before it name all
        that the part names (不备案, after 标准合同几天内备案), and it is about nothing else of what
        they name."""
        own = self.near.own_words(part.text)
        earlier = " ".join(p.text for p in before)
        if not own or not all(word in normalise(earlier) for word in own):
            return False
        others = [w for p in before for w in self.near.own_words(p.text) if w not in own]
        return bool(others) and not self.near.names_any(part, others)

    def _led_away(self, found: Part, alone: Part, text: str) -> bool:
        """Whether what was found behind another matter is not near a part by itself, which is
        likely about something else, and does not speak of all that it names."""
        near, target = alone.findings, found.target
        if target is None or near.band != "related" or near.chance < PROBABLE:
            return False
        own = self.near.own_words(text)
        away = bool(own) and target.id not in alone.nearest
        return away and not all(self.near.names_any(found, [word]) for word in own)

    def _unsaid(self, part: Part) -> Part:
        """A part that is a question on what was asked before it; alone it leads anywhere."""
        words = self.writer.write(Unknown(1.0), part.text)
        return msgspec.structs.replace(part, decision=Unknown(1.0), words=words)

    def _answers(self, again: Part, text: str) -> bool:
        """Whether what was found behind another question answers this one. That a thing is not
        known answers only what names it."""
        gap = isinstance(again.decision, Unknown)
        if gap and not asks_for_something(text, self._snapshot.index.segmenter):
            return False
        return self.near.said_in(again, text, agreed=True)

    def _topic(self, before: Sequence[Part]) -> str:
        """What a question that names nothing is about: the last thing that was named."""
        return last_thing([p.text for p in before]) or named_in(topic_of(self.asked.exchanges))

    async def found(
        self, wording: str, text: str, before: Sequence[Part], *, elliptic: bool
    ) -> Part:
        texts = [p.text for p in before]
        earlier = [*texts, told_and_asked(text)[0]]
        full = in_full(wording, self.asked.exchanges, *earlier)
        special = of_part(self._snapshot, full, text, self.asked, earlier)
        findings = special or await self._search(full)
        findings = await of_its_kind(findings, full, self.asked.exchanges, self._search) or findings
        if findings.ruling is not None:
            told = told_before(findings.ruling, texts, self.asked.today, text=text)
            told = with_own_facts(told, self.asked)
            case = msgspec.structs.replace(self.asked, text="，".join((*texts, full)))
            findings = msgspec.structs.replace(findings, ruling=told)
            findings = with_its_duties(self._snapshot, case, findings)
        if elliptic:
            findings = asked_for(findings, text)
        part = self._decided(text, findings, elliptic=elliptic)
        deed = named_whole(wording, full)
        if not deed or not part.known or self.near.names_any(part, [deed]):
            return part
        # 能入吗 behind 入表 is not answered by what tells of another deed.
        unsure = near_alone(findings, 0.0)
        words = self.writer.write(unsure, text)
        return msgspec.structs.replace(part, decision=unsure, words=words)

    async def _search(self, question: str) -> Findings:
        found = await self.searching.find(self._snapshot, question, self.asked.today)
        exchange = self._snapshot.pack.profile.exchange
        return of_here(found, self.asked.text, self.asked.exchanges, exchange=exchange)

    def _decided(self, text: str, findings: Findings, *, elliptic: bool) -> Part:
        guess = self.guessed(text, findings)
        wished = wish_of(text, guess.intent, self._snapshot)
        decision = decide(findings, guess, preparing=self.preparing, wished=wished)
        if outside(decision) and (elliptic or self._doubted(text, decision, findings)):
            decision = near_alone(findings, decision.chance)
        elif (
            self._hands_over(decision) and findings.band == "related" and self.near.own_words(text)
        ):
            decision = near_alone(findings, decision.chance)  # 能转给合作社吗 wants no clerk.
        return Part(text, findings, decision, self.writer.write(decision, text))

    def _hands_over(self, decision: Decision) -> bool:
        """Whether a part of a conversation is hardly a wish for a person."""
        handoff = isinstance(decision, Social) and decision.intent == "ask_person"
        return handoff and decision.chance < OUTSIDE_SURE and in_a_talk(self.asked.exchanges)

    def _doubted(self, text: str, outside: Decision, findings: Findings) -> bool:
        """Whether a part is not to be called foreign to the desk: it names a thing of ours, or is a
        scrap that says too little."""
        talk = in_a_talk(self.asked.exchanges) and not bids(text)
        ours = (talk or self._snapshot.graph.names.link(text)) and outside.chance < _CERTAIN
        if ours or (leans_on_it(text) and text != self.asked.text):
            return True
        related = findings.band == "related" and not self.near.own_words(text)
        return len(key(text)) < _SHORT and (related or outside.chance < OUTSIDE_SURE)

    def of_ours(self, part: Part) -> Part:
        """A part of a conversation that was called foreign, beside others that are not: not known,
        unless it is surely foreign."""
        sure = part.decision.chance >= _CERTAIN or bids(part.text)
        if sure or not in_a_talk(self.asked.exchanges) or not outside(part.decision):
            return part
        unsure = near_alone(part.findings, part.decision.chance)
        words = self.writer.write(unsure, part.text)
        return msgspec.structs.replace(part, decision=unsure, words=words)

    def of_target(self, target: Target) -> Part:
        """What a document that was taken tells; a table asks what it must know."""
        found = Findings("exact", exact=target, chance=PLAIN, band="answer")
        found = with_facts_told(self._snapshot, self.asked, found)
        return self._decided(self.asked.text, found, elliptic=False)


def outside(decision: Decision) -> bool:
    """Whether a decision calls a part foreign to the desk."""
    return isinstance(decision, Social) and decision.intent == "out_of_scope"
