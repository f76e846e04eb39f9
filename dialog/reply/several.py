"""Several questions in one: cutting them apart, and putting their answers together in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.messages import Card
from dialog.reply.wording import Line, Words, heaviest
from knowledge.text import is_english, key

_ENDS = re.compile(r"[?？]+|[;；\n]+")
_SHORTEST = 3
"""Characters of meaning that a part must have to stand as a question."""
MOST = 5
"""Parts that are answered one by one; a longer list is taken as one question."""


def parts_of(text: str) -> list[str]:
    """The questions in a text, in order; a single one when it cannot be cut."""
    parts: list[str] = []
    for piece in _ENDS.split(text):
        part = piece.strip(" ，,。.")
        if len(key(part)) >= _SHORTEST:
            parts.append(part)
        elif parts and part:
            parts[-1] = f"{parts[-1]}，{part}"
    return parts if 2 <= len(parts) <= MOST else [text]


def together(answers: Sequence[tuple[str, Words]]) -> Words:
    """One reply from several, in the visitor's order. No part is dropped: what is not known is said
    under its own heading."""
    lines: list[Line] = []
    known = [w for _, w in answers if w.outcome == "answered"]
    for part, words in answers:
        heading = f"About “{part}”:" if is_english(part) else f"关于“{part}”："
        lines.append(Line(heading, locked=False, language="en" if is_english(part) else "zh"))
        lines.extend(words.lines)
    cards: dict[str, Card] = {}
    for _, words in answers:
        for card in words.cards:
            cards.setdefault(f"{card.kind} {card.title}", card)
    return Words(
        "answered" if len(known) == len(answers) else "partial" if known else "unknown",
        tuple(lines),
        "several",
        sources=tuple(dict.fromkeys(s for _, w in answers for s in w.sources)),
        cards=tuple(cards.values()),
        entries=tuple(dict.fromkeys(e for _, w in answers for e in w.entries)),
        weight=heaviest(w.weight for _, w in answers),
        advice=any(w.advice for _, w in answers),
        intent=known[0].intent if known else None,
        chinese_only=any(w.chinese_only for _, w in answers),
    )


def settled(words: Words) -> bool:
    """Whether a part's reply may stand beside others: an answer or an honest "not known"."""
    return words.outcome in ("answered", "unknown", "partial")
