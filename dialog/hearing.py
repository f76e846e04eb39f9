"""Hears a whole turn: what ``ask`` prints and what the evaluation judges."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

import msgspec
import structlog

from dialog.errors import MessageError
from dialog.logs import failure
from dialog.messages import (
    QUESTION_LIMIT,
    Card,
    Cards,
    Clarify,
    Done,
    Notice,
    Sentence,
    SourceItem,
    Sources,
)
from dialog.phrases import phrase
from dialog.reply.question import Exchange, Question
from dialog.seams import Turn
from dialog.wire import check_question
from knowledge.text import is_english
from knowledge.types import Language


class Heard(msgspec.Struct, frozen=True):
    """What a whole turn said."""

    sentences: tuple[Sentence, ...]
    sources: tuple[SourceItem, ...]
    done: Done
    milliseconds: float
    offered: tuple[str, ...] = ()
    """What can be chosen beside the text on the page: pointers, catalogue items, choices."""
    pointers: tuple[str, ...] = ()
    """Of these, the pointers with what they rest on, and the choices."""
    items: tuple[str, ...] = ()
    """Of these, the items of the catalogue."""
    contact: str = ""
    """The way to a person that stands beside the text."""
    notices: tuple[str, ...] = ()
    """What the page says of the reply itself: that it is not in the language of the question."""

    @property
    def text(self) -> str:
        """The reply's sentences in one text, a line a block."""
        return _joined(self.sentences)

    @property
    def body(self) -> str:
        """The same without caring openers and closing lines, which answer nothing."""
        return _joined(s for s in self.sentences if s.role in ("answer", "next_step"))


def _joined(sentences: Iterable[Sentence]) -> str:
    blocks: dict[int, str] = {}
    for sentence in sentences:
        before = blocks.get(sentence.block, "")
        # Latin sentences stand apart, also where they name something in Chinese.
        space = " " if before and before[-1].isascii() else ""
        blocks[sentence.block] = f"{before}{space}{sentence.text}"
    return "\n".join(blocks.values())


async def listen(turn: Turn, question: str, exchanges: tuple[Exchange, ...], today: date) -> Heard:
    """Run one turn to its end."""
    started = time.perf_counter()
    question = question[:QUESTION_LIMIT]
    asked = Question(question, "en" if is_english(question) else "zh", exchanges, today)
    sentences: list[Sentence] = []
    sources: tuple[SourceItem, ...] = ()
    offered: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    contact = ""
    notices: tuple[str, ...] = ()
    done: Done | None = None
    async for message in turn.run(asked):
        match message:
            case Sentence():
                sentences.append(message)
            case Sources():
                sources = (*sources, *message.items)
            case Cards():
                things = (card for card in message.items if card.kind != "contact")
                offered = (*offered, *(_told(card) for card in things))
                related = (card for card in message.items if card.kind == "related")
                pointers = (*pointers, *(_pointer(card) for card in related))
                shown = (card for card in message.items if card.kind in ("product", "vendor"))
                items = (*items, *(_told(card) for card in shown))
                leading = (_contact(card) for card in message.items if card.kind == "contact")
                contact = next(leading, contact)
            case Clarify():
                offered = (*offered, *message.choices)
                pointers = (*pointers, *message.choices)
            case Notice():
                notices = (*notices, message.text)
            case Done():
                done = message
            case _:
                pass
    if done is None:
        raise RuntimeError(question)
    spent = (time.perf_counter() - started) * 1000
    said = tuple(sentences)
    return Heard(said, sources, done, spent, offered, pointers, items, contact, notices)


async def listen_through(
    turn: Turn, question: str, exchanges: tuple[Exchange, ...], today: date
) -> Heard:
    """Run one turn of many: one that fails, or that the conversation door would not take, says so
    as that door does, and those behind it are asked all the same."""
    language: Language = "en" if is_english(question) else "zh"
    text = refusal(question, language)
    try:
        if not text:
            return await listen(turn, question.strip(), exchanges, today)
    except Exception as error:
        structlog.get_logger("ask").error("turn_failed", **failure(error))
        text = phrase("internal", language)
    said = Sentence(0, text, "apologetic", 0.5, language=language)
    return Heard((said,), (), Done(outcome="error", tone="apologetic", confidence=0.0), 0.0)


def refusal(question: str, language: Language) -> str:
    """Why no door of the conversation would take a question, in words; empty where it is taken."""
    try:
        check_question(question)
    except MessageError as error:
        return phrase(error.phrase, language, **error.values)
    return ""


def _pointer(card: Card) -> str:
    """A pointer in words, with what it rests on and what it shows."""
    english = card.language == "en"
    rests = (f" ({card.why})" if english else f"（{card.why}）") if card.why else ""
    if not card.body:
        return f"{card.title}{rests}"
    stored = phrase("stored_under", "en" if english else "zh", body=" ".join(card.body.split("\n")))
    return f"{card.title}{rests} {stored}"


def _contact(card: Card) -> str:
    """What a contact card says, in a line; its address where the words do not name it."""
    mark = ": " if card.language == "en" else "："
    words = f"{card.title}{mark}{card.body}" if card.body else card.title
    host = urlsplit(card.url).hostname
    return words if not host or host in words else f"{words} {card.url}"


def _told(card: Card) -> str:
    mark = (
        "（示例）"
        if card.sample and "示例" not in card.title and "sample" not in card.title
        else ""
    )
    return f"{card.title}{mark}"
