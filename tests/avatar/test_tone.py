"""The table of tones: every tone has a row, strength scales it, nothing leaves its bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatar.tone import PRESETS, TABLE, TONES, Prosody, face, prosody

STRENGTHS = st.floats(-1, 2)


def test_every_tone_has_a_row() -> None:
    """The table and the closed list hold the same tones, no two of which are said alike."""
    assert tuple(TABLE) == TONES
    assert len({manifest.prosody for manifest in TABLE.values()}) == len(TONES)


@given(st.sampled_from(TONES), STRENGTHS)
def test_bounds(tone: str, strength: float) -> None:
    """A receptionist never rushes, drags or shouts, and a face's weights lie in 0…1."""
    manner = prosody(tone, strength)  # type: ignore[arg-type]
    assert abs(manner.rate_percent) <= 10
    assert abs(manner.pitch_hz) <= 20
    assert abs(manner.volume_percent) <= 10
    weights = face(tone, strength)  # type: ignore[arg-type]
    assert set(weights) <= set(PRESETS)
    assert all(0 <= weight <= 1 for weight in weights.values())


@pytest.mark.parametrize("tone", TONES)
def test_no_strength_is_neutral(tone: str) -> None:
    """Strength 0 reads as neutral, in voice and face."""
    assert prosody(tone, 0) == Prosody()  # type: ignore[arg-type]
    assert {k: v for k, v in face(tone, 0).items() if v} == {"neutral": 1.0}  # type: ignore[arg-type]


def test_meaning() -> None:
    """Glad is quicker, higher and happy; apologetic is slower, lower, and never happy."""
    glad, sorry = prosody("glad", 1), prosody("apologetic", 1)
    assert glad.rate_percent > 0 > sorry.rate_percent
    assert glad.pitch_hz > 0 > sorry.pitch_hz
    assert face("glad", 1)["happy"] > 0.5
    for tone in ("serious", "empathetic", "apologetic", "calm"):
        assert "happy" not in face(tone, 1)
