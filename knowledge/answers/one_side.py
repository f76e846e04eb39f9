"""The one side of a matter that a question asks for, whatever else stands in it (出境评估结果有效期
几年: how long it is valid). Pure.

Steps answer what is to be done. That something costs, lasts or is decided by somebody is another
side of the same matter, and the steps, which name the matter with every word, sound near it.
"""

from __future__ import annotations

import re

from knowledge.answers.sides import LEXICON, LONGEST, Symbols
from knowledge.text import normalise, symbols
from knowledge.types import SIDES, Side

_ANSWERED_APART: tuple[Side, ...] = ("validity", "cost", "duration", "responsible")
"""Sides that steps do not answer."""
_WHO_DECIDES = re.compile(
    r"(?:由|找|向|归)(?:谁|哪个部门|什么部门)|哪个部门|谁来?(?:审|批|管|受理|负责)"
    r"|\bwhich (?:authority|agency|department|body)\b|\bwho (?:reviews|approves|decides|handles)\b"
)
"""Who has it in hand; a bare who (谁要报) may ask for whom it is for."""


def one_side(question: str) -> Side | None:
    """The side that a question asks for, where it asks for one alone that steps do not answer."""
    asked = _asked(symbols(question))
    if "validity" in asked:
        asked.discard("duration")  # 有效期多久 measures what is valid.
        asked.discard("moment")
    side = next(iter(asked)) if len(asked) == 1 else None
    if side == "responsible" and not _WHO_DECIDES.search(normalise(question)):
        return None
    return side if side in _ANSWERED_APART else None


def _asked(text: Symbols) -> set[Side]:
    """The sides whose signs stand in a text, the longest sign first."""
    bits = place = 0
    while place < len(text):
        for length in range(min(LONGEST, len(text) - place), 0, -1):
            word = LEXICON.get(text[place : place + length])
            if word is not None and word.asks:
                bits |= word.asks
                place += length - 1
                break
        place += 1
    return {side for number, side in enumerate(SIDES) if bits >> number & 1}
