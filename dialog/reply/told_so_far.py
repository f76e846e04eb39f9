"""All that a conversation was told: each answer in its first sentence (帮我把前面说的归纳一下), or
in as many sentences as are wished, to be passed on (用两句话总结一下给老板)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import msgspec

from dialog.reply.again import asks_again
from dialog.reply.context import Said
from dialog.reply.course import Course
from dialog.reply.finding import then
from dialog.reply.in_sentences import Told, in_sentences
from dialog.reply.plainer import PlainerWriter
from dialog.reply.policy import Stored, Unknown
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import TurnSearches
from dialog.reply.several import together
from dialog.reply.summing_up import SumWish
from dialog.reply.wording import Writer
from dialog.reply.words import Words
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN
from knowledge.text import is_english
from knowledge.types import DecisionTable, Gap

_MOST = 6
"""Answers that are told again; more than that is no summary."""
_TOLD = ("answered", "partial", "unknown")
"""Outcomes of questions that something may have been told to."""

WordsAt = Callable[[tuple[Exchange, ...]], Awaitable[Words]]
"""What the last of some exchanges was told, worded anew."""


async def told_so_far(
    searching: TurnSearches,
    writer: Writer,
    asked: Question,
    exchanges: Sequence[Exchange],
    wish: SumWish,
) -> Words | None:
    """The answers, rulings and known gaps of a conversation, each once: as many sentences as are
    wished, else each under the question that it was given to. ``None`` where the last answer alone
    is meant, fewer than two things were told, or a case is still open."""
    if exchanges and exchanges[-1].outcome == "clarify" and exchanges[-1].entries:
        return None  # What was ruled before holds no more, or not yet.
    snapshot = writer.frame.snapshot

    async def words_at(upto: tuple[Exchange, ...]) -> Words:
        before = await then(searching, snapshot, msgspec.structs.replace(asked, exchanges=upto))
        text = before.asked.text
        guess = searching.guessed(text, before.found, before.asked)
        course = Course(snapshot, preparing=False)
        decision, _ = course.of(before.found, guess, meant=Said(text), asked=before.asked)
        return writer.write(decision, text)

    told = await _told(writer, exchanges, words_at)
    last = exchanges[-1].question if exchanges else ""
    last_told = bool(told) and told[-1].question == last
    if last_told and not wish.whole:
        # Two things that one question named are told both.
        anew = wish.sentences > 0 or wish.language is not None
        told = told[-1:] if anew and len(told[-1].words) > 1 else []
    to_pass_on = wish.whole and wish.sentences > 0
    if sum(len(one.words) for one in told) < 1 + (last_told and not to_pass_on):
        return None
    told = told[-_MOST:]
    if wish.sentences:
        words = together([(t.question, w) for t in told for w in t.words])
        lines = in_sentences(snapshot, told, wish.sentences)
        return msgspec.structs.replace(words, lines=lines)
    plainer = PlainerWriter(writer.frame)
    return together(
        [
            (_heading(t, w, writer), w if t.ruling else first)
            for t in told
            for w in t.words
            for first in (plainer.first(w),)
        ]
    )


async def _told(writer: Writer, exchanges: Sequence[Exchange], words_at: WordsAt) -> list[Told]:
    """What each question was told. A document stands where it was told first, a ruling as it was
    last, for what came between changed it."""
    found: dict[str, Told] = {}
    for place, exchange in enumerate(exchanges):
        if exchange.outcome not in _TOLD or not exchange.entries or asks_again(exchange.question):
            continue
        targets = [writer.frame.snapshot.index.target(name) for name in exchange.entries]
        kept = [t for t in targets if t is not None]
        ruling = any(isinstance(t.document, DecisionTable) for t in kept)
        if ruling or not kept:
            words = (await words_at(tuple(exchanges[: place + 1])),)
            found.pop(exchange.entries[0], None)
        else:
            words = tuple(_stored(writer, t, exchange.question) for t in kept)
        known = exchange.outcome != "unknown"
        told = Told(exchange.question, words, ruling=ruling, known=known)
        found.setdefault(exchange.entries[0], told)
    return list(found.values())


def _stored(writer: Writer, target: Target, question: str) -> Words:
    gap = target.document if isinstance(target.document, Gap) else None
    decision = Stored(PLAIN, target) if gap is None else Unknown(PLAIN, gap=gap)
    return writer.write(decision, question)


def _heading(told: Told, words: Words, writer: Writer) -> str:
    """The question that was told something, where that alone was told and it is in the language of
    the summary; else the document's own."""
    english = writer.frame.english
    target = writer.frame.snapshot.index.target(words.entries[0]) if words.entries else None
    if target is None or (len(told.words) == 1 and is_english(told.question) == english):
        return told.question
    titled = getattr(getattr(target.document, "english", None), "question", "")
    return titled if english and titled else next(iter(target.questions), told.question)
