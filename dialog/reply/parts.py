"""Several questions in one: each is searched by itself, or made whole from the one before it, and
what lies in the answer to its neighbour is said once.

Nothing is dropped: what no document covers is named as not known, in the visitor's order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.another_asked import each_in_full
from dialog.reply.aspects import asks, bare
from dialog.reply.assent import more_than_yes
from dialog.reply.choosing import classed
from dialog.reply.consent_of_sale import asks_only_consent, consent_meant
from dialog.reply.context import Said, topic_of
from dialog.reply.corrected import corrected
from dialog.reply.halves import (
    as_its_neighbours,
    asks_of_treated,
    nothing_known,
    of_the_matter,
    surely_foreign,
)
from dialog.reply.neighbours import Part
from dialog.reply.pair_told import both_meant
from dialog.reply.part_search import PartSearch, outside
from dialog.reply.policy import (
    Choose,
    Decision,
    Rule,
    Social,
    Stored,
    Unknown,
    decide,
)
from dialog.reply.same_list import lists_once
from dialog.reply.several import (
    before_telling,
    parts_of,
    settled,
    stand_alone,
    to_confirm,
    together,
    told_and_asked,
)
from dialog.reply.shared_day import with_shared_day
from dialog.reply.side_lists import of_the_named, sides_listed
from dialog.reply.supposed import held_against, supposed
from dialog.reply.told_again import STORED, asked_on
from dialog.reply.told_once import told_once
from dialog.reply.told_together import told_behind, told_together
from dialog.reply.which_of_two import which_of_two
from dialog.reply.words import Words
from knowledge.findings import Findings, Taken
from knowledge.snapshot import PLAIN
from knowledge.types import DecisionTable, Gap

_ANONYMISED = re.compile(r"匿名|anonymi", re.IGNORECASE)
_CONSENT = re.compile(r"同意|\bconsent\b")


class Several:
    """Answers the questions of one text, from one snapshot, in one language."""

    def __init__(self, search: PartSearch) -> None:
        self._search = search

    async def reply(self, whole: Findings) -> tuple[Words, float] | None:
        """The reply with its chance, or ``None`` when it is one question, or when the whole is
        answered better than its parts."""
        if whole.taken is not None:
            return await told_together(whole.taken, self._search.of_target, self._search.of_part)
        untrue = await self._supposed_untrue(whole)
        if untrue is not None:
            return untrue
        correction = corrected(self._search.asked.text, self._search.asked.exchanges)
        if correction is not None and (self._search.searching.denying or not correction.of_self):
            # It is never cut into what is denied and what is meant.
            asked = msgspec.structs.replace(self._search.asked, text=correction.meant)
            self._search.asked = asked
        more = more_than_yes(self._search.asked.text)
        if more and whole.match == "exact" and self._search.asked.exchanges:
            one = self._of_whole(whole)
            if one is None or not whole.best or not whole.best.questions:
                return None
            if whole.read:
                offered = {whole.best.id, *whole.shown}

                async def of_part(text: str, before: Sequence[Part]) -> Part:
                    return self._not_offered(await self._search.of_part(text, before), offered)

                then = await told_behind(one, whole.best, more, of_part)
                if then is not None:
                    return then
            return await told_together(
                Taken((whole.best,), then=more), lambda _: one, self._search.of_part
            )
        asked = self._search.asked
        pair = which_of_two(asked.text, asked.exchanges, self._search.writer.frame.snapshot)
        if pair:
            return self._put_together([await self._search.of_part(t, ()) for t in pair], whole)
        texts = parts_of(asked.text)
        if not topic_of(asked.exchanges):
            texts = of_the_named(texts, self._search.near.matter_in)
        texts = each_in_full(texts, self._search.near.names_thing)
        texts = with_shared_day(texts, asked.today)
        used_up = whole.graph is not None and whole.law is None and whole.ruling is None
        worded = whole.match == "near" or (whole.match == "exact" and whole.chance > PLAIN)
        # 那算敏感吗，要签合同吗 is one question of the case, told by each kind.
        one_case = whole.ruling is not None and whole.ruling.again and whole.ruling.either
        if used_up or one_case or (worded and not bare(self._search.asked.text)):
            # 谁发起？我问的是示例所 is one question of which claims leave no word over.
            return None
        if len(texts) < 2:
            return await self._of_both(whole) or await self._without_telling(whole)
        if all(bare(t) for t in texts) and not topic_of(self._search.asked.exchanges):
            return None
        return await self._of_parts(texts, whole)

    async def _supposed_untrue(self, whole: Findings) -> tuple[Words, float] | None:
        """What is held against what a text supposes, before what it asks; ``None`` where it
        supposes nothing, or nothing is held against it."""
        read = supposed(self._search.asked.text)
        if read is None or whole.match == "exact":
            return None
        first = await self._search.found(read.question, read.question, (), elliptic=False)
        told = isinstance(first.decision, Stored) and first.words.outcome == "answered"
        if not told or not held_against(read, first.words.lines[0].text):
            return None
        first = msgspec.structs.replace(first, text=read.statement)
        then = await self._search.of_part(read.rest, ())
        if grave(then.decision):
            return then.words, then.decision.chance
        return self._put_together([first, then] if settled(then.words) else [first], whole)

    async def _of_both(self, whole: Findings) -> tuple[Words, float] | None:
        """What each of two things is of which a text asks that, where nothing is known of both at
        once; ``None`` where one of them is not known either."""
        both = both_meant(self._search.asked.text)
        known = whole.law or whole.ruling or whole.compared
        if not both or known is not None or whole.band == "answer":
            return None
        parts = [await self._search.of_part(text, ()) for text in both]
        told = all(p.known and p.words.outcome == "answered" for p in parts)
        return self._put_together(parts, whole) if told else None

    async def _of_parts(self, texts: Sequence[str], whole: Findings) -> tuple[Words, float] | None:
        """The reply to the questions of a text, unless the whole is answered better."""
        parts: list[Part] = []
        for text in texts:
            if parts and _said_of_consent(parts[-1], text):
                part = msgspec.structs.replace(parts[-1], text=text)
            else:
                part = await self._of_consent(text, parts)
                part = part or await self._search.of_part(text, parts)
                part = self._half(self._classed(part, parts), parts)
                part = self._treated(part, parts, whole)
            if grave(part.decision):
                return part.words, part.decision.chance
            parts.append(part)
        near = self._search.near
        parts = [as_its_neighbours(p, parts, near) for p in parts if settled(p.words)]
        if len(parts) < 2 or not self._worth_telling(parts, whole):
            return None
        if any(not outside(p.decision) for p in parts):
            parts = [self._not_foreign(self._search.of_ours(p), parts) for p in parts]
        looked_up = whole.law is not None or whole.ruling is not None
        alone = all(p.known for p in parts) or stand_alone([(p.text, p.words) for p in parts])
        alone = alone or (whole.ruling is None and all(self._says_something(p) for p in parts))
        if looked_up and not alone:
            return self._beside_the_case(parts, whole)
        one = self._of_whole(whole) if self._tells(whole) else None
        if one is not None and all(self._search.near.in_whole(one, p, whole) for p in parts):
            return None
        apart = sides_listed(self._search.asked.text) != ()
        parts = self._search.near.covered(parts, one, whole, apart=apart)
        return self._put_together(parts, whole)

    def _classed(self, part: Part, before: Sequence[Part]) -> Part:
        """A part of which nothing is known; who asks which they are of what the part before tells
        hears on what that hangs."""
        who, last = classed(part.text), before[-1] if before else None
        told = last is not None and last.known and last.words.outcome != "unknown"
        if who is None or last is None or not told or (part.known and who):
            return part
        choice = Choose(1.0, among="classed", shown=last.words.entries)
        words = self._search.writer.write(choice, part.text)
        return msgspec.structs.replace(part, decision=choice, words=words, leans=True)

    def _treated(self, part: Part, before: Sequence[Part], whole: Findings) -> Part:
        """A part; what asks of the data told before as they are once they are treated is what a
        table rules on the whole."""
        ruling = whole.ruling
        if not before or ruling is None or not ruling.settled or not asks_of_treated(part.text):
            return part
        decision = Rule(part.decision.chance, ruling)
        words = self._search.writer.write(decision, part.text)
        if _ANONYMISED.search(part.text) and words.entries == before[-1].words.entries:
            return part  # The table did not hear it.
        return Part(part.text, whole, decision, words, leans=True)

    def _half(self, part: Part, before: Sequence[Part]) -> Part:
        """A part; what asks an aspect alone is asked of the matter before it."""
        before = [p for p in before if not outside(p.decision)]
        if part.known and topic_of(self._search.asked.exchanges):
            return part  # It may be asked of what the conversation is about.
        half = of_the_matter(part, before, self._search.near)
        return part if half is None else self._worded(half)

    def _not_foreign(self, part: Part, parts: Sequence[Part]) -> Part:
        """A part that was called foreign beside others that are not: not known, unless it is surely
        foreign."""
        if not outside(part.decision) or surely_foreign(part):
            return part
        others = [p for p in parts if p is not part]
        return self._worded(nothing_known(part, others, self._search.near))

    def _worded(self, part: Part) -> Part:
        """A part with the words of its decision, where those are that nothing is known."""
        decision = part.decision
        if not isinstance(decision, Unknown) or decision.gap is not None:
            return part
        return msgspec.structs.replace(part, words=self._search.writer.write(decision, part.text))

    async def _of_consent(self, text: str, before: Sequence[Part]) -> Part | None:
        """What is known of a consent that is asked for by itself behind a sale."""
        for wording in consent_meant(text, [p.text for p in before]):
            part = await self._search.found(wording, text, (), elliptic=False)
            if part.known and part.words.outcome == "answered":
                return msgspec.structs.replace(part, leans=True)
        return None

    def _beside_the_case(
        self, parts: Sequence[Part], whole: Findings
    ) -> tuple[Words, float] | None:
        """The reply to questions that are asked while a case is told on, before what is still to be
        known of that; ``None`` where nothing is known of them, or the case is settled."""
        ruling = whole.ruling
        told = told_and_asked(self._search.asked.text)[0]
        going_on = ruling is not None and not ruling.settled and whole.match == "none"
        if not told or not going_on or ruling is None or not any(p.known for p in parts):
            return None
        case = self._search.writer.write(Rule(1.0, ruling), self._search.asked.text)
        if case.outcome != "clarify":
            return None
        answers = [(p.text, p.words) for p in parts]
        return together([*answers, (told, case)]), min(p.decision.chance for p in parts)

    def _worth_telling(self, parts: Sequence[Part], whole: Findings) -> bool:
        """Whether the parts say more than the whole: something is known of one, some are foreign,
        or each is a question of its own that something else is near."""
        if any(p.known for p in parts) or self._differ(parts, whole):
            return True
        if whole.band == "answer":
            return False
        questions = [told_and_asked(p.text)[1] for p in parts if not to_confirm(p.text)]
        own = [q for q in questions if asks(q) and self._search.near.own_words(q)]
        if len(own) + len(parts) - len(questions) < 2:
            return False
        near = [p for p in parts if p.findings.candidates and p.findings.band != "unknown"]
        best = whole.best
        same = best is not None and all(best.id in p.nearest[:1] for p in parts)
        return len(near) > 0 and not same

    def _says_something(self, part: Part) -> bool:
        """Whether something is known of a part, or it asks by itself for a thing that it names."""
        own = part.known or (asks(part.text) and self._search.near.own_words(part.text) != ())
        return own and settled(part.words)

    def _differ(self, parts: Sequence[Part], whole: Findings) -> bool:
        """Whether of parts of which nothing is known some are foreign to the desk, and others are
        not: the whole is not either, or documents are near them."""
        foreign = [outside(p.decision) for p in parts]
        if not any(foreign) or all(foreign):
            return False
        if any(p.findings.band == "related" for p in parts if not outside(p.decision)):
            return True
        return not outside(self._decided(whole))

    def _decided(self, whole: Findings) -> Decision:
        guess = self._search.guessed(self._search.asked.text, whole)
        return decide(whole, guess, preparing=self._search.preparing)

    def _tells(self, whole: Findings) -> bool:
        """Whether the text as a whole is told what was found for it: a figure in it may forbid
        that."""
        decision = self._decided(whole)
        return not isinstance(decision, Unknown) or decision.gap is not None

    async def _without_telling(self, whole: Findings) -> tuple[Words, float] | None:
        """The reply to one question, where a case that is told hides it from the search."""
        if whole.band == "answer" or whole.law or whole.ruling or whole.graph:
            return None
        question = before_telling(self._search.asked.text)
        if question:
            # An answer is not taken so: what is told behind a question may be its condition.
            part = await self._search.found(question, question, (), elliptic=bare(question))
            gap = isinstance(part.decision, Unknown) and part.known
            return (part.words, part.decision.chance) if gap else None
        part = await self._search.behind_telling(self._search.asked.text, whole)
        return (part.words, part.decision.chance) if part is not None else None

    def _put_together(self, parts: Sequence[Part], whole: Findings) -> tuple[Words, float] | None:
        parts = [self._once(p) for p in lists_once(parts)]
        said = {(p.words.entries, p.words.lines) for p in parts}
        if len(said) == 1 and all(p.known for p in parts):
            best = whole.best if whole.band == "answer" and self._tells(whole) else None
            same = best is not None and parts[0].words.entries == (best.id,)
            return None if same else (parts[0].words, max(p.decision.chance for p in parts))
        told = {e for p in parts if p.known for e in p.words.entries}
        answers = [(p.text, self._without_pointers_to(told, p)) for p in parts]
        return together(answers), min(p.decision.chance for p in parts)

    def _once(self, part: Part) -> Part:
        """A part; what was told a moment ago is not told whole again beside others."""
        frame, exchanges = self._search.writer.frame, self._search.asked.exchanges
        stored = part.known and part.words.route in STORED
        segmenter = frame.snapshot.index.segmenter
        meant = Said(part.text)
        if not stored or not asked_on(meant, exchanges, part.words.entries, segmenter):
            return part
        once = told_once(frame, part.words, part.text)
        return part if once is None else msgspec.structs.replace(part, words=once)

    def _without_pointers_to(self, told: set[str], part: Part) -> Words:
        """The words of a part; what is told beside it is no pointer any more."""
        decision = part.decision
        if not isinstance(decision, Unknown) or decision.gap is not None or not decision.related:
            return part.words
        left = tuple(c for c in decision.related if c.target.id not in told)
        return self._search.writer.write(msgspec.structs.replace(decision, related=left), part.text)

    def _not_offered(self, part: Part, offered: set[str]) -> Part:
        """A part; what the reply before offered, and was seen, is offered no more."""
        decision = part.decision
        if not isinstance(decision, Unknown) or decision.gap is not None:
            return part
        left = tuple(c for c in decision.related if c.target.id not in offered)
        if left == decision.related:
            return part
        # What is left was not the likeliest, so that it is not asked back for.
        decision = Unknown(1.0, related=left)
        words = self._search.writer.write(decision, part.text)
        return msgspec.structs.replace(part, decision=decision, words=words)

    def _of_whole(self, whole: Findings) -> Part | None:
        best = whole.best
        if best is None or whole.band != "answer":
            return None
        gap = best.document if isinstance(best.document, Gap) else None
        decision = Unknown(whole.chance, gap) if gap else Stored(whole.chance, best)
        words = self._search.writer.write(decision, self._search.asked.text)
        return Part(self._search.asked.text, whole, decision, words)


def _said_of_consent(before: Part, text: str) -> bool:
    """Whether a question behind the ruling of a table is only whether consent is needed, and the
    conclusion of that ruling tells whose: alone it leads to what holds of any data."""
    target = before.target
    ruled = isinstance(before.decision, Rule) or (
        target is not None and isinstance(target.document, DecisionTable)
    )
    if not ruled or before.words.outcome != "answered":
        return False
    told = _CONSENT.search(before.words.lines[0].text) is not None
    return told and asks_only_consent(text)


def grave(decision: Decision) -> bool:
    """Whether a decision takes the whole turn: a person in need, or what must not be done."""
    return isinstance(decision, Social) and decision.intent in ("distress", "unsafe")
