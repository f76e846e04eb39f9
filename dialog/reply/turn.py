"""One turn: a question in, messages out. No sockets, no clocks of visitors, no state of its own.

``yingbin ask``, the page, the streamed POST and the tests all run this one generator.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing

import msgspec

from avatar.sentences import split
from avatar.tone import Manner
from dialog.messages import Cards, Delta, Done, Notice, Sentence, ServerMessage, Sources
from dialog.reply import feeling as feelings
from dialog.reply import intent as intents
from dialog.reply.after_cards import after_cards
from dialog.reply.again import asks_for_example
from dialog.reply.beginning import Begun, begin
from dialog.reply.borne_out import borne_out, need_borne_out
from dialog.reply.card_shown import on_card_alone
from dialog.reply.closing import closes
from dialog.reply.comforting import instead_of_nothing, manner_of, with_settled
from dialog.reply.compose import Composer, Reply
from dialog.reply.context import Said, goes_on
from dialog.reply.course import Course
from dialog.reply.cues import VENTING, Around, weighed
from dialog.reply.details_taken import wronged_in_person
from dialog.reply.failing import only_supposed
from dialog.reply.finding import find, without_denied
from dialog.reply.framing import framed, with_apology, with_passing
from dialog.reply.going_further import goes_further
from dialog.reply.grief import without_denied_death
from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.ledger import Ledger
from dialog.reply.manner import gesture_of
from dialog.reply.onward import OnwardWriter
from dialog.reply.part_search import PartSearch
from dialog.reply.parts import Several
from dialog.reply.plainer import PlainerWriter
from dialog.reply.policy import DISTRESS, Decision, Unknown
from dialog.reply.question import Exchange, Question
from dialog.reply.recalled import in_one
from dialog.reply.searching import Searching, TurnSearches
from dialog.reply.several import pressing_question, question_within
from dialog.reply.small_models import SmallModel
from dialog.reply.told_so_far import told_so_far
from dialog.reply.wording import Line, Words, Writer
from dialog.reply.words import Frame
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import Feeling, Language


class Models(msgspec.Struct):
    """The small models; ``None`` until they are built."""

    intent: SmallModel | None = None
    feeling: SmallModel | None = None


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
        ledger, snapshot = Ledger(), self._snapshot()
        before, whole_text = asked.exchanges, asked.text
        begun = begin(snapshot, asked)
        asked, meant, found, again = begun.asked, begun.meant, begun.found, begun.again
        text, language, numbers = begun.text, asked.language, begun.numbers
        searching = self._searching.in_turn(whole_text)
        searching.guessed = lambda part, found, of: self._read(snapshot, part, found, asked=of)[0]
        searching = await without_denied(searching, snapshot, meant, asked)
        findings, guess, feeling = await self._understand(
            searching, snapshot, meant, asked, whole=begun.voiced, ledger=ledger
        )
        writer = Writer(snapshot, language, asked.today)
        course = await self._course(
            searching, snapshot, findings, guess, begun=begun, all_of=before
        )
        decision, alone, told = course
        ledger.mark("decide")
        chance, words, reply = decision.chance, None, None
        async with AsyncExitStack() as stack:
            # What was found for earlier questions leads back to the searches that found it.
            stack.callback(searching.before.clear)
            turn = (searching, snapshot, asked, findings, writer)
            several = None if alone else await self._several(*turn, decided=decision)
            if numbers and not text:
                words, chance = writer.no_numbers(), 1.0
            elif (again == "repeat" or begun.in_few) and not found:
                words, chance = writer.again_what(), 1.0
            elif several is not None:
                words, chance = several
            elif (reply := await self._composed(decision, text, writer)) is not None:
                await stack.enter_async_context(reply)
                words, chance = await reply.begin(), findings.chance
            if words is None:  # No model, or nothing of it stands: what is said without one.
                reply, chance = None, decision.chance
                words = writer.write(decision, asked.text, turn=len(asked.exchanges))
            if again == "simpler" and found:
                few = begun.in_few
                summed = few and await told_so_far(searching, writer, asked, before, few)
                words = summed or _plainer(writer.frame, words, begun)
            elif reply is None and words.route != "said":
                # What was told before says so itself.
                told = told if several is None else None
                words = framed(writer.frame, words, begun, meant=meant, asked=asked, found=findings)
                words = words if told is None else OnwardWriter(writer.frame).if_meant(words, told)
                words = with_passing(writer.frame, words, whole_text, before)
                words = with_settled(writer.frame, words, begun.voiced, before)
            words = _begun_with(writer, words, searching, begun, composed=reply is not None)
            ledger.mark("words")
            manner, opener = manner_of(writer.frame, words, feeling, begun.voiced, before)
            spoken = await stack.enter_async_context(
                aclosing(self._say(snapshot, words, manner, opener, language, reply=reply))
            )
            async for message in spoken:
                if "first" not in ledger.stages:
                    ledger.mark("first")
                yield message
            words = words if reply is None else reply.words()
        yield _done(words, manner, chance, ledger=ledger, knowledge=snapshot.version)

    async def _understand(
        self,
        searching: TurnSearches,
        snapshot: Snapshot,
        meant: Said,
        asked: Question,
        *,
        whole: str,
        ledger: Ledger,
    ) -> tuple[Findings, IntentGuess, Feeling]:
        """What is known, what is wanted and how the visitor feels; that is read from the
        ``whole`` text."""
        findings = await find(searching, snapshot, meant, asked)
        ledger.mark("find")
        guess, feeling = self._read(snapshot, meant.text, findings, asked=asked)
        if meant.text != whole:
            feeling = feelings.read(self._models.feeling, whole, None)
        denied = without_denied_death(normalise(whole)) != normalise(whole)
        if denied and feeling == "distressed" and guess.distress < DISTRESS:
            feeling = "neutral"
        if feeling == "neutral" and wronged_in_person(normalise(whole)):
            feeling = "anxious"
        venting = guess
        findings, guess = await self._despite(
            searching, snapshot, meant.text, findings, guess, asked=asked
        )
        if guess is not venting and feeling == "neutral" and venting.intent == "complaint":
            feeling = "angry"
        ledger.mark("read")
        return findings, guess, feeling

    async def _course(
        self,
        searching: TurnSearches,
        snapshot: Snapshot,
        findings: Findings,
        guess: IntentGuess,
        *,
        begun: Begun,
        all_of: tuple[Exchange, ...],
    ) -> tuple[Decision, bool, Target | None]:
        """The course of a turn, whether it takes the whole of it, and what was told already.
        ``all_of``: the whole conversation."""
        course = Course(snapshot, preparing=self._preparing())
        decision, alone = course.of(findings, guess, meant=begun.meant, asked=begun.asked)
        if decision_at_end := closes(begun.typed, all_of):
            return decision_at_end, True, None
        decision, told = await after_cards(searching, snapshot, decision, begun.asked)
        felt = instead_of_nothing(decision, findings, _felt_text(begun), all_of, snapshot)
        return (decision, alone, told) if felt is None else (felt, True, None)

    async def _composed(self, decision: Decision, text: str, writer: Writer) -> Reply | None:
        """The reply that a language model may give instead of "not known"; ``None`` where there is
        no model to be asked, or nothing for it to word."""
        composer = self._composer
        if not isinstance(decision, Unknown) or not decision.evidence:
            return None
        if composer is None or not composer.ready():
            return None
        return await composer.open(decision.evidence, text, writer=writer)

    async def _several(
        self,
        searching: TurnSearches,
        snapshot: Snapshot,
        asked: Question,
        whole: Findings,
        writer: Writer,
        *,
        decided: Decision,
    ) -> tuple[Words, float] | None:
        """The reply to several questions in one with its chance, if it is such and says more than
        what was decided."""
        several = Several(
            PartSearch(
                searching,
                snapshot,
                writer,
                asked,
                guessed=lambda part, found: self._read(snapshot, part, found, asked=asked)[0],
                preparing=self._preparing(),
            )
        )
        told = await several.reply(whole)
        return None if on_card_alone(decided, told) else told

    def _read(
        self, snapshot: Snapshot, text: str, findings: Findings, *, asked: Question
    ) -> tuple[IntentGuess, Feeling]:
        feeling = feelings.read(self._models.feeling, text, findings.vector)
        if only_supposed(text):
            feeling = "neutral"
        if findings.match == "exact":
            return NO_GUESS, feeling
        guess = intents.classify(self._models.intent, text, findings.vector)
        ruling = findings.ruling
        around = Around(
            leaning=goes_on(text, asked.exchanges),
            terms=len(snapshot.graph.names.link(text)),
            looked_up=findings.law is not None or (ruling is not None and ruling.settled),
            used_up=findings.graph is not None,
            ruled=ruling is not None,
        )
        weighing = weighed(guess, text, around)
        weighing = borne_out(weighing, text)
        if goes_further(text, asked.exchanges):
            # Within a matter, talk needs a word of its own; need and harm are weighed as ever.
            within = weighed(guess, text, msgspec.structs.replace(around, leaning=True))
            weighing = msgspec.structs.replace(weighing, chance=within.chance)
        weighing = need_borne_out(weighing, text, asked, snapshot)
        if feeling == "distressed" and weighing.distress < guess.distress:
            feeling = "neutral"
        return weighing, feeling

    async def _despite(
        self,
        searching: TurnSearches,
        snapshot: Snapshot,
        text: str,
        findings: Findings,
        guess: IntentGuess,
        *,
        asked: Question,
    ) -> tuple[Findings, IntentGuess]:
        """The question that stands in a complaint or in words of haste, for it is what can be
        helped with."""
        if findings.band == "answer" or findings.law is not None or findings.ruling is not None:
            return findings, guess
        if guess.intent in VENTING:
            clause = question_within(text)
            if clause and snapshot.graph.names.link(clause):
                again = await find(searching, snapshot, Said(clause), asked)
                return again, msgspec.structs.replace(guess, chance=0.0)
        clause = pressing_question(text)
        if clause and findings.band == "unknown" and snapshot.graph.names.link(clause):
            return await find(searching, snapshot, Said(clause), asked), guess
        return findings, guess

    async def _say(
        self,
        snapshot: Snapshot,
        words: Words,
        manner: Manner,
        opener: Line | None,
        language: Language,
        *,
        reply: Reply | None,
    ) -> AsyncGenerator[ServerMessage]:
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
        if (asked_back := words.asked_back()) is not None:
            yield asked_back
        if words.cards:
            yield Cards(items=words.cards)


def _done(words: Words, manner: Manner, chance: float, *, ledger: Ledger, knowledge: int) -> Done:
    return Done(
        outcome=words.outcome,
        tone=manner.tone,
        confidence=round(chance, 4),
        entries=words.entries,
        route=words.route,
        latency=ledger.total(),
        knowledge=knowledge,
    )


def _begun_with(
    writer: Writer, words: Words, searching: TurnSearches, begun: Begun, *, composed: bool
) -> Words:
    """The words behind what is said to who protests, or told their own numbers."""
    asked = begun.asked
    if begun.meant.turns:
        # What is asked is whole by itself; the protest is against what was told all the same.
        asked = msgspec.structs.replace(asked, exchanges=begun.before)
    text, wrong = searching.told, searching.misguessed
    if not composed:
        words = with_apology(writer.frame, words, text, asked, misguessed=wrong)
    return writer.no_numbers(words) if begun.numbers and begun.text else words


def _felt_text(begun: Begun) -> str:
    """What may tell a feeling and nothing else: no text that wants the last answer again."""
    return "" if begun.found else begun.voiced


def _plainer(frame: Frame, words: Words, begun: Begun) -> Words:
    """The words told again as they are wished: plainer, or in few sentences."""
    if begun.recalled:
        return in_one(frame, words, begun.recalled)
    writer = PlainerWriter(frame)
    if begun.in_few is not None:
        return writer.in_few(words, begun.in_few.sentences)
    example = asks_for_example(begun.typed)
    return writer.write(words, insisted=begun.insisted, example=example)


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
