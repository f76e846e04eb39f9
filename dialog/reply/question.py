"""What a turn is asked, and what a conversation remembers of its finished turns."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from dialog.messages import Outcome
from dialog.reply.dialect import in_plain_words
from knowledge.types import Language

_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")


class Exchange(msgspec.Struct, frozen=True):
    """A finished turn: the question, how it ended, and the ids of what answered it."""

    question: str
    outcome: Outcome
    entries: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True):
    """A question with its conversation so far, oldest exchange first."""

    text: str
    language: Language
    exchanges: tuple[Exchange, ...]
    today: date


def straightened(asked: Question) -> Question:
    """A question and those before it with the plain apostrophe in English words, for which phones
    type the curved one (that’s), and with the words of the town in plain ones."""
    before = (msgspec.structs.replace(e, question=_plain(e.question)) for e in asked.exchanges)
    return msgspec.structs.replace(asked, text=_plain(asked.text), exchanges=tuple(before))


def _plain(text: str) -> str:
    return in_plain_words(_APOSTROPHE.sub("'", text))
