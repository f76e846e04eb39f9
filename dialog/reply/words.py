"""What a reply consists of before it is cut into sentences, and the pieces that all of them use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from dialog.messages import Card, Outcome
from knowledge.library import Snapshot
from knowledge.types import Entry, Intent, Language, Origin, SourceItem, Weight

_HEAVIEST: tuple[Weight, ...] = ("penalty", "bad_news", "caution", "plain", "good_news")

Role = Literal["opener", "answer", "next_step", "closing"]


class Line(msgspec.Struct, frozen=True):
    """A stretch of text with its role. ``locked``: quoted from the knowledge. ``language``: what
    it is written in."""

    text: str
    role: Role = "answer"
    locked: bool = True
    language: Language = "zh"


class Words(msgspec.Struct, frozen=True):
    """A whole reply before it is cut into sentences."""

    outcome: Outcome
    lines: tuple[Line, ...]
    route: str
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()
    choices: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    weight: Weight = "plain"
    advice: bool = False
    intent: Intent | None = None
    chinese_only: bool = False


class Frame:
    """What every writer needs: one snapshot, one language, one day; and the pieces around words."""

    def __init__(self, snapshot: Snapshot, language: Language, today: date) -> None:
        self.snapshot = snapshot
        self.english = language == "en"
        self.language: Language = language
        self.today = today

    def cite(self, origins: Iterable[Origin]) -> tuple[SourceItem, ...]:
        """The evidence as shown, on this day."""
        return self.snapshot.citer.cite(origins, self.today)

    def related(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """Up to three entries to ask next."""
        entries = self.snapshot.pack.all(Entry)
        cards: list[Card] = []
        for name in ids:
            entry = entries.get(name)
            if entry is None:
                continue
            title = entry.english.question if self.english and entry.english else entry.question
            cards.append(Card("ask", title))
        return tuple(cards[:3])

    def contact(self, *, shown: bool) -> tuple[Card, ...]:
        """The card that leads to a person."""
        if not shown:
            return ()
        profile = self.snapshot.pack.profile
        if self.english:
            return (Card("contact", "Ask a person", profile.contact_english),)
        return (Card("contact", "转人工", profile.contact),)


def heaviest(weights: Iterable[Weight]) -> Weight:
    """The weight that a reply of several parts takes."""
    ranked = sorted(weights, key=_HEAVIEST.index)
    return ranked[0] if ranked else "plain"
