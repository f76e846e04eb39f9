"""The last rung: no sound, but a mouth that moves and captions that run at the usual speed."""

from __future__ import annotations

from functools import lru_cache

from avatar.spans import Spoken
from avatar.visemes import Tracks, estimate

NAME = "captions"
KEPT = 512
"""Sentences whose tracks are remembered: stored answers are said again and again."""


@lru_cache(KEPT)
def caption(spoken: Spoken, rate_percent: int) -> Tracks:
    """The tracks of a sentence without sound."""
    return estimate(spoken, rate_percent=rate_percent)
