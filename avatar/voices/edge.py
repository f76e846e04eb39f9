"""The edge-tts voice: an unofficial service abroad, good to hear and free to fail at any time.

The library ends a broken stream as if it were whole and waits for ever on a silent one, so this
file keeps the deadlines itself and measures what came against what was to be said. Emotion styles
do not exist there; tones reach it as rate, pitch and volume. A sentence stays the mp3 that came.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

import aiohttp
import miniaudio
from edge_tts import Communicate
from edge_tts.exceptions import EdgeTTSException, NoAudioReceived, SkewAdjustmentError

from avatar.errors import (
    VoiceBrokenError,
    VoiceError,
    VoiceRefusedError,
    VoiceSlowError,
    VoiceUnreachableError,
)
from avatar.spans import Language
from avatar.visemes import Boundary, align
from avatar.voices import Line, Sound

NAME = "edge-tts"
TICKS = 10_000
"""The service counts in units of 100 ns; this many make a millisecond."""
LONGEST_BYTES = 4_000
"""Beyond about 4 KB the library cuts a text at blanks, and nowhere else."""
LARGEST = 2 * 1024 * 1024
"""Bytes of sound beyond which something is wrong: more than five minutes."""
FRAME_BYTES, FRAME_MS = 144, 24
"""One mp3 frame at 24 kHz and 48 kbit/s, the only form in which the service sends."""
BREATH = 260
"""Milliseconds of silence left behind the last word; the service sends three times that."""
TOLERANCE = 60
"""Milliseconds by which sound and words may disagree."""
MISSING = 0.9
"""Words at the end that no boundary tells of need at least this share of their likely time."""
FASTEST = 0.6
"""Where no boundary comes at all: the share of the usual time below which nobody speaks."""
SILENCE = 150
"""Milliseconds of silence with which every whole sound ends, at the least."""


class EdgeVoice:
    """Speaks through the service. ``first_byte`` and ``between_chunks`` in seconds."""

    def __init__(
        self, *, chinese: str, english: str, first_byte: float, between_chunks: float
    ) -> None:
        self._voices: dict[Language, str] = {"zh": chinese, "en": english}
        self._first_byte = first_byte
        self._between_chunks = between_chunks

    def name(self, language: Language) -> str:
        """The service and its voice for the language."""
        return f"{NAME}:{self._voices[language]}"

    async def synthesise(self, line: Line) -> Sound:
        """The whole sentence as mp3 with its words."""
        try:
            audio, boundaries = await self._receive(line)
        except (aiohttp.ClientError, EdgeTTSException, OSError, LookupError) as error:
            raise mapped(error) from error
        except (ValueError, TypeError, AttributeError) as error:
            # The library reads what comes without checking it: broken JSON, a line without a colon.
            raise VoiceBrokenError(NAME, f"unreadable message ({type(error).__name__})") from error
        return await asyncio.to_thread(
            checked, line, audio, boundaries=boundaries, voice=self.name(line.language)
        )

    async def _receive(self, line: Line) -> tuple[bytes, tuple[Boundary, ...]]:
        loop = asyncio.get_running_loop()
        audio = bytearray()
        boundaries: list[Boundary] = []
        first = loop.time() + self._first_byte
        async with aclosing(self._stream(line)) as stream:
            while True:
                due = loop.time() + self._between_chunks if audio else first
                try:
                    async with asyncio.timeout_at(due):
                        chunk = await anext(stream, None)
                except TimeoutError as error:
                    where = "in the middle" if audio else "no first sound"
                    raise VoiceSlowError(NAME, where) from error
                if chunk is None:
                    return bytes(audio), tuple(boundaries)
                if chunk["type"] == "audio":
                    audio += chunk["data"]
                else:
                    boundaries.append(
                        Boundary(chunk["text"], chunk["offset"] / TICKS, chunk["duration"] / TICKS)
                    )
                if len(audio) > LARGEST:
                    raise VoiceBrokenError(NAME, "no end of sound")

    def _stream(self, line: Line) -> AsyncGenerator[dict[str, Any], None]:
        # No connector of our own: the library closes it after one use.
        communicate = Communicate(
            breathing(line.text),
            self._voices[line.language],
            rate=f"{line.prosody.rate_percent:+d}%",
            volume=f"{line.prosody.volume_percent:+d}%",
            pitch=f"{line.prosody.pitch_hz:+d}Hz",
            boundary="WordBoundary",
        )
        return cast("AsyncGenerator[dict[str, Any], None]", communicate.stream())


def mapped(error: Exception) -> VoiceError:
    """What the library and the network raise, as ours."""
    match error:
        case aiohttp.ClientResponseError(status=401 | 403):
            return VoiceRefusedError(NAME, f"status {error.status}")
        case aiohttp.ClientResponseError():
            return VoiceUnreachableError(NAME, f"status {error.status}")
        case SkewAdjustmentError():
            return VoiceRefusedError(NAME, "status 403")
        case NoAudioReceived():
            return VoiceBrokenError(NAME, "no sound")
        case aiohttp.ClientError() | OSError():
            return VoiceUnreachableError(NAME, type(error).__name__)
        case _:
            return VoiceBrokenError(NAME, f"unreadable message ({type(error).__name__})")


def breathing(text: str) -> str:
    """A very long text with blanks at which the library can cut it."""
    if len(text.encode()) <= LONGEST_BYTES:
        return text
    pieces = (text[at : at + 600] for at in range(0, len(text), 600))
    return " ".join(piece.strip() for piece in pieces)


def checked(line: Line, audio: bytes, *, boundaries: tuple[Boundary, ...], voice: str) -> Sound:
    """The sound, measured against the words; ``VoiceBrokenError`` when it is cut short. Reads the
    whole sound: call it in a thread."""
    try:
        frames = miniaudio.mp3_get_info(audio)
    except miniaudio.MiniaudioError as error:
        raise VoiceBrokenError(NAME, "not mp3") from error
    duration = round(frames.num_frames * 1000 / frames.sample_rate)
    heard = align(line.text, boundaries)
    last = max((b.time + b.duration for b in boundaries), default=0.0)
    needed = last
    if not boundaries:
        needed = FASTEST * heard.rest
    elif heard.rest:
        needed += MISSING * heard.rest + SILENCE
    if duration + TOLERANCE < needed:
        raise VoiceBrokenError(NAME, "cut short")
    if boundaries and not heard.rest:
        audio, duration = trimmed(audio, duration, end=last + BREATH)
    return Sound(
        voice, audio, duration, boundaries=boundaries, format="mp3", sample_rate=frames.sample_rate
    )


def trimmed(audio: bytes, duration: int, *, end: float) -> tuple[bytes, int]:
    """The sound without the long silence behind its words, cut between two frames."""
    frames = round(end / FRAME_MS + 0.5)
    constant = len(audio) % FRAME_BYTES == 0 and len(audio) // FRAME_BYTES * FRAME_MS == duration
    if not constant or frames * FRAME_MS >= duration:
        return audio, duration
    return audio[: frames * FRAME_BYTES], frames * FRAME_MS
