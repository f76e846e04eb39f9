"""What a turn is asked, and what a conversation remembers of its finished turns."""

from __future__ import annotations

from datetime import date

import msgspec

from dialog.messages import Outcome
from knowledge.types import Language


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
