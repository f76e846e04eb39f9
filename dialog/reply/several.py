"""Several questions in one: cutting them apart, and putting their answers together in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.messages import Card, Outcome
from dialog.reply.wording import Line, Words, heaviest
from knowledge.text import is_english, key, visible

_ENDS = re.compile(r"[?？]+|[;；\n]+")
_SHORTEST = 3
"""Characters of meaning that a part must have to stand as a question."""
_WHOLE = 8
"""Characters of meaning from which an unknown part counts as a question of its own."""
MOST = 5
"""Parts that are answered one by one; a longer list is taken as one question."""


def parts_of(text: str) -> list[str]:
    """The questions in a text, in order; a single one when it cannot be cut."""
    parts: list[str] = []
    for piece in _ENDS.split(text):
        part = visible(piece).strip(" ，,。.")
        if len(key(part)) >= _SHORTEST:
            parts.append(part)
        elif parts and part:
            parts[-1] = f"{parts[-1]}，{part}"
    return parts if 2 <= len(parts) <= MOST else [text]


def together(answers: Sequence[tuple[str, Words]]) -> Words:
    """One reply from several, in the visitor's order. No part is dropped: what is not known is said
    under its own heading. A question back comes last, where the visitor answers it."""
    answers = sorted(answers, key=lambda a: a[1].outcome == "clarify")
    last = answers[-1][1]
    asking = last.outcome == "clarify"
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
    entries = (
        [last.entries, *(w.entries for _, w in answers)]
        if asking
        else [w.entries for _, w in answers]
    )
    outcome: Outcome = "unknown"
    if asking:
        outcome = "clarify"
    elif known:
        outcome = "answered" if len(known) == len(answers) else "partial"
    return Words(
        outcome,
        tuple(lines),
        "several",
        sources=tuple(dict.fromkeys(s for _, w in answers for s in w.sources)),
        cards=tuple(cards.values()),
        choices=last.choices if asking else (),
        entries=tuple(dict.fromkeys(e for group in entries for e in group)),
        weight=heaviest(w.weight for _, w in answers),
        advice=any(w.advice for _, w in answers),
        intent=known[0].intent if known else None,
        chinese_only=any(w.chinese_only for _, w in answers),
    )


def settled(words: Words) -> bool:
    """Whether a part's reply may stand beside others: all but greetings and the like."""
    return words.outcome in ("answered", "unknown", "partial", "refused", "clarify")


def stand_alone(answers: Sequence[tuple[str, Words]]) -> bool:
    """Whether each part says something by itself: not known may only be what is a whole question,
    no rest of the one before (要办什么手续)."""
    routes = [w.route for _, w in answers]
    rests = [p for p, w in answers if not w.entries and len(key(p)) < _WHOLE]
    return not rests and ("law" in routes or "table" in routes)
