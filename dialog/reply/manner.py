"""How a reply is said: tone, intensity, gesture, and the occasion for a caring opener. Pure.

Care is brief and functional. Never glad on a refusal, a penalty or bad news; nothing here touches
the locked text.
"""

from __future__ import annotations

import msgspec

from avatar.tone import Gesture, Manner, Tone
from dialog.messages import Outcome
from knowledge.types import Feeling, Intent, Weight

_GESTURES: dict[Tone, Gesture] = {
    "neutral": "none",
    "warm": "small_nod",
    "glad": "nod",
    "encouraging": "small_nod",
    "calm": "none",
    "serious": "none",
    "empathetic": "tilt",
    "apologetic": "bow",
    "curious": "tilt",
}


class Occasion(msgspec.Struct, frozen=True):
    """What a tone is chosen for."""

    outcome: Outcome
    feeling: Feeling = "neutral"
    weight: Weight = "plain"
    intent: Intent | None = None


def choose(occasion: Occasion) -> Manner:
    """The manner of a reply."""
    tone, intensity = _tone(occasion)
    return Manner(tone, intensity)


def gesture_of(tone: Tone) -> Gesture:
    """The gesture that goes with a tone."""
    return _GESTURES[tone]


def _tone(occasion: Occasion) -> tuple[Tone, float]:
    feeling = occasion.feeling
    if occasion.intent == "distress" or feeling == "distressed":
        return "empathetic", 0.8
    if occasion.outcome == "refused":
        return ("calm", 0.6) if feeling in ("angry", "anxious") else ("serious", 0.5)
    if occasion.outcome in ("unknown", "error"):
        return "apologetic", 0.7 if feeling in ("angry", "disappointed", "urgent") else 0.5
    if occasion.outcome == "clarify":
        return "curious", 0.5
    if feeling in ("angry", "disappointed") or occasion.intent == "complaint":
        return "empathetic", 0.6
    if occasion.weight in ("penalty", "bad_news"):
        return "serious", 0.6
    if occasion.weight == "caution":
        return ("calm", 0.6) if feeling == "anxious" else ("serious", 0.4)
    if feeling in ("anxious", "urgent"):
        return "calm", 0.7
    if feeling == "confused":
        return "encouraging", 0.6
    if feeling == "pleased" or occasion.weight == "good_news":
        return "glad", 0.6
    if occasion.outcome in ("smalltalk", "handoff"):
        return "warm", 0.7
    if occasion.outcome == "partial":
        return "calm", 0.5
    return "warm", 0.4
