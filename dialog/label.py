"""The label that speaks: a sentence, or a short tone, before what a machine made is heard.

The page carries its label at all times; these are for places where people only listen.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack
from inspect import isasyncgen
from itertools import chain

import msgspec

from avatar.cues import VisemeTrack, WordTrack
from dialog.messages import Delta, Sentence, ServerMessage, Speech
from dialog.seams import Voiced
from knowledge.types import Language

SENTENCES: dict[Language, str] = {
    "zh": "以下内容由人工智能生成。",
    "en": "The following is AI-generated.",
}
SAMPLE_RATE = 24_000
HERTZ = 660
LOUDNESS = 0.2
EDGE = SAMPLE_RATE // 100
"""Samples in which a beep swells and fades; without them it clicks."""
UNIT = SAMPLE_RATE // 10
"""Samples of a short beep; a long one is three of them."""
RHYTHM = (1, -1, 3, -3, 1, -1, 1)
"""Units of sound, and of silence as negative numbers: AI in Morse, short-long, short-short."""
BEFORE = -1
"""The number of the tone among a turn's sentences: it comes before the first and is none."""


async def labelled(turn: AsyncIterator[ServerMessage]) -> AsyncGenerator[ServerMessage]:
    """A turn whose first sentence is the label; those that follow count on from it."""
    shift = 0
    async with AsyncExitStack() as stack:
        if isasyncgen(turn):
            stack.push_async_callback(turn.aclose)
        async for message in turn:
            if not isinstance(message, Delta | Sentence):
                yield message
                continue
            if not shift:
                shift = 1
                yield _sentence(message.text)
            yield msgspec.structs.replace(message, sentence=message.sentence + shift)


def _sentence(before: str) -> Sentence:
    """The label in the language of the words that it stands before."""
    chinese = any("\u4e00" <= character <= "\u9fff" for character in before)
    language: Language = "zh" if chinese else "en"
    return Sentence(
        sentence=0,
        text=SENTENCES[language],
        tone="neutral",
        intensity=0.5,
        language=language,
        role="opener",
    )


def _pcm() -> bytes:
    """The rhythm as 16-bit samples."""
    samples = chain.from_iterable(
        (_beep(at, units * UNIT) for at in range(units * UNIT))
        if units > 0
        else (0 for _ in range(-units * UNIT))
        for units in RHYTHM
    )
    values = list(samples)
    return struct.pack(f"<{len(values)}h", *values)


def _beep(at: int, length: int) -> int:
    swell = min(1.0, at / EDGE, (length - at) / EDGE)
    return round(32767 * LOUDNESS * swell * math.sin(2 * math.pi * HERTZ * at / SAMPLE_RATE))


TONE = _pcm()
TONE_NAME = hashlib.sha256(TONE).hexdigest()


def rhythm() -> Voiced:
    """The tone as what is said before a turn's first sentence."""
    speech = Speech(
        sentence=BEFORE,
        duration=sum(map(abs, RHYTHM)) * UNIT * 1000 // SAMPLE_RATE,
        visemes=VisemeTrack(),
        words=WordTrack(),
        spoken="",
        voice="label",
        audio=len(TONE),
        format="pcm",
        sample_rate=SAMPLE_RATE,
        id=TONE_NAME,
    )
    return Voiced(speech, TONE)
