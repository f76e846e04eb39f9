"""Tones: the closed list, and what each does to the voice, the face and the gesture.

Nothing here chooses a tone; that is the conversation's decision. This module only says what a tone
*is*, so that voice and face can never disagree about it.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Tone = Literal[
    "neutral",
    "warm",
    "glad",
    "encouraging",
    "calm",
    "serious",
    "empathetic",
    "apologetic",
    "curious",
]
TONES: tuple[Tone, ...] = get_args(Tone)

Gesture = Literal["none", "nod", "small_nod", "bow", "tilt", "brows"]
GESTURES: tuple[Gesture, ...] = get_args(Gesture)


class Manner(msgspec.Struct, frozen=True):
    """A tone with its strength. ``intensity`` lies in 0…1; 0 reads as neutral."""

    tone: Tone = "neutral"
    intensity: float = 0.5


class Prosody(msgspec.Struct, frozen=True):
    """How a voice differs from its usual way: percent of speed, hertz, percent of loudness."""

    rate_percent: int = 0
    pitch_hz: int = 0
    volume_percent: int = 0


Preset = Literal["neutral", "happy", "angry", "sad", "relaxed", "surprised"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
"""The emotion presets of VRM 1.0, for avatars that bring their own face."""


class Manifest(msgspec.Struct, frozen=True):
    """What a tone does at full intensity: to the voice, and to a face by VRM 1.0 presets."""

    prosody: Prosody
    face: tuple[tuple[Preset, float], ...]


TABLE: dict[Tone, Manifest] = {
    "neutral": Manifest(Prosody(0, 0, 0), (("neutral", 1.0),)),
    "warm": Manifest(Prosody(-2, 6, 0), (("happy", 0.35), ("relaxed", 0.35))),
    "glad": Manifest(Prosody(6, 16, 6), (("happy", 0.85),)),
    "encouraging": Manifest(Prosody(3, 10, 4), (("happy", 0.5), ("surprised", 0.15))),
    "calm": Manifest(Prosody(-8, -4, -4), (("relaxed", 0.7),)),
    "serious": Manifest(Prosody(-6, -8, 2), (("neutral", 0.8), ("angry", 0.12))),
    "empathetic": Manifest(Prosody(-10, -6, -6), (("sad", 0.45),)),
    "apologetic": Manifest(Prosody(-8, -8, -8), (("sad", 0.55),)),
    "curious": Manifest(Prosody(2, 12, 0), (("surprised", 0.35), ("happy", 0.15))),
}
"""One row a tone, so that no voice and no face can mean different things by the same word. The
speeds stay within a tenth of the usual: a receptionist may hurry or linger, never rush or drag."""


def prosody(tone: Tone, intensity: float) -> Prosody:
    """The voice's manner for a tone at a strength; 0 is the usual voice."""
    share = _share(intensity)
    full = TABLE[tone].prosody
    return Prosody(
        round(full.rate_percent * share),
        round(full.pitch_hz * share),
        round(full.volume_percent * share),
    )


def face(tone: Tone, intensity: float) -> dict[Preset, float]:
    """VRM 1.0 presets with weights in 0…1 for a tone at a strength; 0 is ``neutral``."""
    share = _share(intensity)
    weights: dict[Preset, float] = {"neutral": round(1 - share, 4)} if share < 1 else {}
    for preset, weight in TABLE[tone].face:
        weights[preset] = round(min(1.0, weights.get(preset, 0.0) + weight * share), 4)
    return weights


def _share(intensity: float) -> float:
    return min(1.0, max(0.0, intensity))
