"""The seams of a conversation: what a session needs of a door, of what answers, of what speaks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec

from avatar.tone import Tone
from dialog.clock import Clock
from dialog.config import Limits, Timeouts
from dialog.journal import Journal
from dialog.messages import ServerMessage, Speech
from dialog.metrics import Metrics
from dialog.reply.question import Question
from dialog.tasks import Tasks
from knowledge.types import Language


class Outlet(Protocol):
    """Where a session's messages go. ``send`` raises ``VisitorGoneError``."""

    async def send(self, frame: bytes, audio: bytes = b"") -> None:
        """Send a text frame, and a binary one after it where there is sound."""
        ...

    async def close(self, code: int, reason: str) -> None:
        """Close the connection."""
        ...


class Turn(Protocol):
    """What answers a question."""

    def run(self, asked: Question) -> AsyncIterator[ServerMessage]:
        """The turn's messages without turn and seq; the last one is ``done``."""
        ...


class Utterance(msgspec.Struct, frozen=True):
    """A sentence to be spoken. ``published``: it repeats the published knowledge, no visitor."""

    sentence: int
    text: str
    language: Language
    tone: Tone
    intensity: float
    published: bool


class Voiced(msgspec.Struct, frozen=True):
    """A sentence with its mouth and captions, and its sound if there is one; ``notice`` tells the
    visitor why there is none, ``reason`` names it."""

    speech: Speech
    audio: bytes = b""
    notice: str = ""
    reason: str = ""


class Mouth(Protocol):
    """What speaks one turn. Sentences come out in the order in which they went in."""

    async def say(self, utterance: Utterance) -> None:
        """Take a sentence; may wait."""
        ...

    async def finish(self) -> None:
        """No further sentence will come."""
        ...

    def voiced(self) -> AsyncIterator[Voiced]:
        """The sentences as they become ready; ends after the last one."""
        ...


class OpenMouth(Protocol):
    """Opens a mouth for one turn."""

    def __call__(self, language: Language, *, sound: bool) -> Mouth:
        """``sound``: whether the visitor wants to hear it; otherwise mouth and captions alone."""
        ...


class Means(msgspec.Struct, frozen=True):
    """What all sessions work with. ``spoken_label``: each answer that is heard begins with it."""

    turn: Turn
    open_mouth: OpenMouth | None
    spoken_label: bool
    clock: Clock
    journal: Journal
    metrics: Metrics
    timeouts: Timeouts
    limits: Limits
    tasks: Tasks
