"""One turn: a question in, messages out. No sockets, no clocks of visitors, no state of its own.

``yingbin ask``, the page, the streamed POST and the tests all run this one generator.
"""

from __future__ import annotations

import re
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing

import msgspec

from avatar.sentences import split
from avatar.tone import Manner
from dialog.messages import Cards, Clarify, Delta, Done, Notice, Sentence, ServerMessage, Sources
from dialog.reply import feeling as feelings
from dialog.reply import intent as intents
from dialog.reply.aspects import aspects_of, bare, subject_of
from dialog.reply.compose import Composer, Reply
from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.manner import Occasion, choose, gesture_of
from dialog.reply.policy import Compose, Decision, Social, Unknown, decide
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Searching
from dialog.reply.several import parts_of, settled, stand_alone, together, without_urging
from dialog.reply.small_models import SmallModel
from dialog.reply.wording import Line, Words, Writer
from knowledge.answers.tables import Ruling
from knowledge.library import Findings, Snapshot
from knowledge.text import is_english, key, visible
from knowledge.types import Feeling, Gap, Language, Opener

_FOLLOW_UP = re.compile(
    r"^(?:那|那么|还有|另外|然后|它|他们|这个|这些|那个|这种|该|上面|刚才"
    r"|and |what about|how about|it |that )",
    re.IGNORECASE,
)
_SHORT = 8
"""A question of fewer characters may lean on the one before it."""
_OFFERED = 3
"""Exchanges for which a choice that was offered stays open."""
_SENTENCE = 14
"""An answer to a question back of so many characters may be a question of its own."""


class Models(msgspec.Struct):
    """The small models; ``None`` until they are built."""

    intent: SmallModel | None = None
    feeling: SmallModel | None = None


class Ledger:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self.stages: dict[str, float] = {}

    def mark(self, stage: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.stages[stage] = round((now - self._last) * 1000, 2)
        self._last = now

    def total(self) -> dict[str, float]:
        """All stages and their sum."""
        whole = round((time.perf_counter() - self._start) * 1000, 2)
        return {**self.stages, "total": whole}


class Replier:
    """Answers questions from the current snapshot. Shared by all visitors; holds none of them."""

    def __init__(
        self,
        snapshot: Callable[[], Snapshot],
        models: Models,
        *,
        composer: Composer | None = None,
        searching: Searching | None = None,
        preparing: Callable[[], bool] = lambda: False,
    ) -> None:
        """``composer``: ``None`` = no language model is configured. ``preparing()``: whether what
        the search needs is being built."""
        self._searching = searching or Searching()
        self._preparing = preparing
        self._snapshot = snapshot
        self._models = models
        self._composer = composer

    async def run(self, asked: Question) -> AsyncIterator[ServerMessage]:
        """The messages of one turn, ``done`` last."""
        ledger = Ledger()
        snapshot = self._snapshot()
        text = visible(asked.text)
        language: Language = "en" if is_english(text) else _language(text, asked.language)
        calm = without_urging(text)
        findings = await self._find(snapshot, calm, asked, ledger)
        guess, feeling = self._read(calm, findings)
        if calm != text:
            feeling = feelings.read(self._models.feeling, text, None)
        ledger.mark("read")
        composer = self._composer
        decision = decide(
            findings,
            guess,
            can_compose=composer is not None and composer.ready(),
            preparing=self._preparing(),
            elliptic=all(bare(part) for part in parts_of(calm)),
        )
        ledger.mark("decide")
        chance = decision.chance
        writer = Writer(snapshot, language, asked.today)
        words, reply = None, None
        async with AsyncExitStack() as stack:
            several = None
            if not _grave(decision):
                several = await self._several(asked, snapshot, findings, writer=writer)
            if several is not None:
                words, chance = several
            elif composer is not None and isinstance(decision, Compose):
                reply = await composer.open(
                    decision, text, snapshot=snapshot, writer=writer, language=language
                )
                await stack.enter_async_context(reply)
                words = await reply.begin()
            if words is None:
                # No model, or nothing of it stands: what would be said without one.
                reply = None
                words = writer.write(decision, text, turn=len(asked.exchanges))
            ledger.mark("words")
            manner = choose(Occasion(words.outcome, feeling, words.weight, words.intent))
            said = await stack.enter_async_context(
                aclosing(self._say(snapshot, words, manner, feeling, language, reply=reply))
            )
            async for message in said:
                if "first" not in ledger.stages:
                    ledger.mark("first")
                yield message
            words = words if reply is None else reply.words()
        yield Done(
            outcome=words.outcome,
            tone=manner.tone,
            confidence=round(chance, 4),
            entries=words.entries,
            route=words.route,
            latency=ledger.total(),
            knowledge=snapshot.version,
        )

    async def _find(
        self, snapshot: Snapshot, text: str, asked: Question, ledger: Ledger
    ) -> Findings:
        exact = snapshot.exact(text)
        if exact is not None:
            ledger.mark("find")
            return Findings("exact", exact=exact, chance=1.0, band="answer")
        ruling = _continued(snapshot, text, asked)
        if ruling is not None and len(key(text)) < _SENTENCE:
            ledger.mark("find")
            return Findings("none", ruling=ruling)
        findings = await self._searching.find(snapshot, text, asked.today)
        elsewhere = findings.law or findings.ruling or findings.band == "answer"
        if ruling is not None and not elsewhere:
            ledger.mark("find")
            return Findings("none", ruling=ruling)
        if findings.law is None and _leans(text, asked):
            earlier = [e.question for e in asked.exchanges]
            law = snapshot.laws.follow_up(text, earlier, asked.today)
            if law is not None:
                findings = msgspec.structs.replace(findings, law=law)
            elif findings.band != "answer":
                fuller = f"{asked.exchanges[-1].question}，{text}"
                again = await self._searching.find(snapshot, fuller, asked.today)
                if again.band == "answer" and not _same_as_before(again, asked):
                    # The law that the earlier question named is not asked for again.
                    findings = msgspec.structs.replace(again, law=None)
        ledger.mark("find")
        return findings

    async def _several(
        self, asked: Question, snapshot: Snapshot, whole: Findings, *, writer: Writer
    ) -> tuple[Words, float] | None:
        """The reply to several questions in one with its chance, or ``None`` when it is one
        question, or when the whole is answered better than its parts."""
        parts = parts_of(asked.text)
        if len(parts) < 2 or whole.match in ("exact", "near"):
            return None
        answers: list[tuple[str, Words]] = []
        chances: list[float] = []
        if all(bare(part) for part in parts) and not _topic(asked):
            return None
        topic = _topic(asked) if bare(parts[0]) else subject_of(parts[0])
        for part in parts:
            elliptic = bare(part)
            fuller = f"{topic}{part}" if elliptic else part
            findings = await self._searching.find(snapshot, fuller, asked.today)
            if elliptic:
                findings = _asked_for(findings, part)
            guess, _ = self._read(part, findings)
            decision = decide(findings, guess, preparing=self._preparing())
            if elliptic and _outside(decision):
                decision = Unknown(decision.chance)
            if _outside(decision) and len(key(part)) < _SHORT:
                # A scrap says too little to be called foreign to the desk.
                decision = Unknown(decision.chance)
            words = writer.write(decision, part)
            if _grave(decision):
                return words, decision.chance
            if settled(words):
                answers.append((part, words))
                chances.append(decision.chance)
        found = {w.entries for _, w in answers if w.entries}
        if len(answers) < 2 or not found:
            return None
        if whole.band == "answer" and len(found) < 2 and _covers(whole, parts):
            return None
        if (whole.law or whole.ruling) and not stand_alone(answers):
            return None
        return together(answers), min(chances)

    def _read(self, text: str, findings: Findings) -> tuple[IntentGuess, Feeling]:
        feeling = feelings.read(self._models.feeling, text, findings.vector)
        if findings.match == "exact":
            return NO_GUESS, feeling
        return intents.classify(self._models.intent, text, findings.vector), feeling

    async def _say(
        self,
        snapshot: Snapshot,
        words: Words,
        manner: Manner,
        feeling: Feeling,
        language: Language,
        *,
        reply: Reply | None,
    ) -> AsyncGenerator[ServerMessage]:
        opener = _opener(snapshot, feeling, words, language)
        number = block = 0
        async for block, line in _lines(opener, words, reply):
            for sentence in split(line.text):
                yield Delta(sentence=number, text=sentence)
                yield Sentence(
                    sentence=number,
                    text=sentence,
                    tone=manner.tone,
                    intensity=manner.intensity,
                    gesture=gesture_of(manner.tone) if number == 0 else "none",
                    language=line.language,
                    locked=line.locked,
                    role=line.role,
                    block=block,
                )
                number += 1
        words = words if reply is None else reply.words()
        if words.advice:
            profile = snapshot.pack.profile
            closing = profile.closing_english if language == "en" else profile.closing
            yield Sentence(
                sentence=number,
                text=closing,
                tone=manner.tone,
                intensity=manner.intensity,
                language=language,
                role="closing",
                block=block + 1,
            )
        if words.chinese_only and language == "en":
            yield Notice(
                code="chinese_only",
                text="No reviewed English wording yet; the Chinese words are shown.",
            )
        if words.sources:
            yield Sources(items=words.sources)
        if words.choices:
            yield Clarify(question=words.lines[-1].text, choices=words.choices)
        if words.cards:
            yield Cards(items=words.cards)


async def _lines(
    opener: Line | None, words: Words, reply: Reply | None
) -> AsyncGenerator[tuple[int, Line]]:
    """The lines of a reply with the numbers of their paragraphs, as they come."""
    if opener is not None:
        yield 0, opener
    shift = int(opener is not None)
    for block, line in enumerate(words.lines):
        yield block + shift, line
    if reply is not None:
        async with aclosing(reply.lines()) as lines:
            async for block, line in lines:
                yield block + shift, line


def _opener(snapshot: Snapshot, feeling: Feeling, words: Words, language: Language) -> Line | None:
    if feeling == "neutral" or words.outcome in ("smalltalk", "error"):
        return None
    for opener in snapshot.pack.all(Opener).values():
        if opener.feeling == feeling and words.outcome in opener.when:
            text = opener.english if language == "en" else opener.text
            return Line(text, "opener", locked=False, language=language)
    return None


def _language(text: str, chosen: Language) -> Language:
    has_chinese = any("\u4e00" <= c <= "\u9fff" for c in text)
    return "zh" if has_chinese else chosen


def _grave(decision: Decision) -> bool:
    """Whether a decision takes the whole turn: a person in need, or what must not be done."""
    return isinstance(decision, Social) and decision.intent in ("distress", "unsafe")


def _outside(decision: Decision) -> bool:
    return isinstance(decision, Social) and decision.intent == "out_of_scope"


def _leans(text: str, asked: Question) -> bool:
    """Whether a question may be an ellipsis of the one before it."""
    return bool(asked.exchanges) and (len(key(text)) < _SHORT or _FOLLOW_UP.match(text) is not None)


def _continued(snapshot: Snapshot, text: str, asked: Question) -> Ruling | None:
    """The ruling that goes on when a text answers the question that a table asked back, or changes
    what the ruling before rested on."""
    exchanges = _up_to_the_offer(snapshot, text, asked.exchanges)
    if not exchanges or not exchanges[-1].entries:
        return None
    last = exchanges[-1]
    if last.outcome != "clarify" and not _leans(text, asked):
        return None
    table = last.entries[:1]
    chain: list[str] = []
    for exchange in reversed(exchanges):
        if exchange.entries[:1] != table:
            break
        chain.insert(0, exchange.question)
        if snapshot.ruling(exchange.question, asked.today) is not None:
            # It states a whole case: what was said before belongs to another one.
            break
    return snapshot.continued(table[0], [*chain, text], asked.today)


def _up_to_the_offer(
    snapshot: Snapshot, text: str, exchanges: tuple[Exchange, ...]
) -> tuple[Exchange, ...]:
    """The exchanges until a choice was offered that is the text: it may still be tapped after
    something else was asked in between (什么是敏感个人信息)."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _OFFERED - 1), -1):
        exchange = exchanges[place]
        if exchange.outcome == "clarify" and exchange.entries:
            offered = snapshot.offers(exchange.entries[0], text)
            return exchanges[: place + 1] if offered else exchanges
    return exchanges


def _topic(asked: Question) -> str:
    """What was last spoken of, with the questions left out that name nothing."""
    for exchange in reversed(asked.exchanges):
        if exchange.outcome in ("answered", "partial", "unknown", "clarify"):
            subject = subject_of(parts_of(exchange.question)[0])
            if subject:
                return subject
    return ""


def _covers(whole: Findings, parts: list[str]) -> bool:
    """Whether the document found for the whole asks for all that the parts ask for."""
    best = whole.best
    if best is None:
        return False
    held = aspects_of(" ".join(best.questions))
    return all(aspects_of(part) <= held for part in parts)


def _asked_for(findings: Findings, part: str) -> Findings:
    """Findings for a completed ellipsis, where the best candidate must be about what is asked: a
    question about fees is not answered with the rights of the same subject."""
    wanted, best = aspects_of(part), findings.best
    if best is None or findings.exact is not None:
        return findings
    fits = bool(wanted & aspects_of(best.questions[0] if best.questions else ""))
    if fits and (findings.band == "answer" or not isinstance(best.document, Gap)):
        return findings
    for candidate in findings.candidates[:4]:
        # What is known not to be known may be said in its stead.
        target = candidate.target
        if isinstance(target.document, Gap) and wanted & aspects_of(target.questions[0]):
            return Findings("exact", exact=target, chance=findings.chance, band="answer")
    return msgspec.structs.replace(findings, band="unknown", exact=None, match="none")


def _same_as_before(findings: Findings, asked: Question) -> bool:
    best = findings.best
    return best is not None and best.id in asked.exchanges[-1].entries
