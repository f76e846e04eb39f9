"""The manner of a reply, over every outcome, feeling, weight and intent."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from avatar.tone import GESTURES, PRESETS, TONES, face, prosody
from dialog.messages import Outcome
from dialog.reply.manner import Occasion, choose, gesture_of
from knowledge.types import FEELINGS, INTENTS, Weight

OCCASIONS = [
    Occasion(outcome, feeling, weight, intent)
    for outcome, feeling, weight, intent in itertools.product(
        get_args(Outcome), FEELINGS, get_args(Weight), (None, *INTENTS)
    )
]
BRIGHT = ("glad", "encouraging")


def test_every_occasion_has_a_manner() -> None:
    """Each combination gives a tone of the closed list with a strength in 0…1."""
    assert len(OCCASIONS) == 8 * 8 * 5 * 20
    for occasion in OCCASIONS:
        manner = choose(occasion)
        assert manner.tone in TONES
        assert 0 < manner.intensity <= 1


def test_never_glad_on_bad_occasions() -> None:
    """Nobody is told with a smile of a refusal, of not knowing, of a penalty or of bad news."""
    for occasion in OCCASIONS:
        bad = occasion.outcome in ("refused", "unknown", "error") or occasion.weight in (
            "penalty",
            "bad_news",
        )
        if bad:
            assert choose(occasion).tone not in BRIGHT, occasion


def test_distress_is_always_met_with_empathy() -> None:
    """A person in need is met with empathy in every outcome and weight."""
    for occasion in OCCASIONS:
        if occasion.intent == "distress" or occasion.feeling == "distressed":
            assert choose(occasion).tone == "empathetic"


def test_an_angry_visitor_is_never_met_with_cheer() -> None:
    """Anger and disappointment bring no glad tone, even with good news."""
    for occasion in OCCASIONS:
        if occasion.feeling in ("angry", "disappointed"):
            assert choose(occasion).tone not in BRIGHT


@pytest.mark.parametrize(
    ("occasion", "tone"),
    [
        (Occasion("answered"), "warm"),
        (Occasion("answered", "pleased"), "glad"),
        (Occasion("answered", weight="good_news"), "glad"),
        (Occasion("answered", "pleased", "penalty"), "serious"),
        (Occasion("answered", "confused", "bad_news"), "serious"),
        (Occasion("answered", "anxious"), "calm"),
        (Occasion("answered", "confused"), "encouraging"),
        (Occasion("answered", weight="caution"), "serious"),
        (Occasion("unknown", "pleased"), "apologetic"),
        (Occasion("refused", "pleased"), "serious"),
        (Occasion("refused", "angry"), "calm"),
        (Occasion("clarify"), "curious"),
        (Occasion("handoff"), "warm"),
        (Occasion("partial"), "calm"),
    ],
)
def test_tones_of_usual_occasions(occasion: Occasion, tone: str) -> None:
    """The tone that visitors meet on common occasions."""
    assert choose(occasion).tone == tone


def test_each_tone_has_gesture_voice_and_face() -> None:
    """A tone's gesture, prosody and face come from the closed lists and stay in bounds."""
    for tone in TONES:
        assert gesture_of(tone) in GESTURES
        for intensity in (0.0, 0.5, 1.0, 7.0):
            assert set(face(tone, intensity)) <= set(PRESETS)
            assert all(0 <= weight <= 1 for weight in face(tone, intensity).values())
            assert abs(prosody(tone, intensity).rate_percent) <= 10
    assert prosody("glad", 0) == prosody("neutral", 1)
