"""Voices, one file a rung, and what the speaker asks of each."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

from avatar.spans import Language
from avatar.tone import Prosody
from avatar.visemes import Boundary

SoundFormat = Literal["mp3", "pcm"]


class Line(msgspec.Struct, frozen=True):
    """A sentence in its form for the ear, and the manner in which to say it. Never empty."""

    text: str
    language: Language
    prosody: Prosody


class Sound(msgspec.Struct, frozen=True):
    """A sentence as sound. ``duration`` in milliseconds; ``boundaries`` may be empty."""

    voice: str
    audio: bytes
    duration: int
    boundaries: tuple[Boundary, ...] = ()
    format: SoundFormat = "mp3"
    sample_rate: int = 24_000


class Voice(Protocol):
    """A way to make sound. It keeps its own deadlines and raises ``VoiceError`` alone."""

    def name(self, language: Language) -> str:
        """Who speaks this language; a part of the content hash of what is kept."""
        ...

    async def synthesise(self, line: Line) -> Sound:
        """The whole sentence, checked: not cut short."""
        ...
