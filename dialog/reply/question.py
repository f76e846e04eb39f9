"""What a turn is asked, and what a conversation remembers of its finished turns."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from dialog.messages import Outcome
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
    """A question and those before it with the plain apostrophe in English words: phones type the
    curved one (that’s)."""
    before = (
        msgspec.structs.replace(e, question=_APOSTROPHE.sub("'", e.question))
        for e in asked.exchanges
    )
    text = _APOSTROPHE.sub("'", asked.text)
    return msgspec.structs.replace(asked, text=text, exchanges=tuple(before))
