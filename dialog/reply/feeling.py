"""How a visitor feels: one of the closed list of feelings. Weak signs count as neutral."""

from __future__ import annotations

from typing import cast

from dialog.reply.small_models import Floats, SmallModel
from knowledge.types import Feeling

SURE = 0.8
"""Below this chance a feeling is not acted upon: care where none is needed reads as mockery."""


def read(model: SmallModel | None, text: str, vector: Floats | None) -> Feeling:
    """The feeling in a question."""
    if model is None:
        return "neutral"
    guess = model.guess(text, vector)
    return cast("Feeling", guess.label) if guess.chance >= SURE else "neutral"
