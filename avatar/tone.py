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
