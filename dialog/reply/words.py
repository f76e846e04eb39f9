"""What a reply consists of before it is cut into sentences, and the pieces that all of them use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from dialog.messages import Card, Clarify, Outcome
from knowledge.snapshot import Snapshot
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


class Choices(msgspec.Struct, frozen=True):
    """What can be tapped to answer a question back. ``others``: the same in the other language,
    each empty where it is not known in it."""

    titles: tuple[str, ...] = ()
    language: Language = "zh"
    others: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True):
    """A whole reply before it is cut into sentences."""

    outcome: Outcome
    lines: tuple[Line, ...]
    route: str
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()
    choices: Choices = Choices()
    entries: tuple[str, ...] = ()
    weight: Weight = "plain"
    advice: bool = False
    intent: Intent | None = None
    chinese_only: bool = False

    def asked_back(self) -> Clarify | None:
        """The question back that the words end in, where it has choices."""
        if not self.choices.titles:
            return None
        return Clarify(
            question=self.lines[-1].text,
            choices=self.choices.titles,
            language=self.choices.language,
            other_choices=self.choices.others,
        )


class Frame:
    """What every writer needs: one snapshot, one language, one day; and the pieces around words."""

    def __init__(self, snapshot: Snapshot, language: Language, today: date) -> None:
        self.snapshot = snapshot
        self.english = language == "en"
        self.language: Language = language
        self.today = today

    def cite(self, origins: Iterable[Origin], day: date | None = None) -> tuple[SourceItem, ...]:
        """The evidence as shown, of a day, else of this one."""
        return self.snapshot.citer.cite(origins, day or self.today)

    def related(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """Up to three entries to ask next."""
        entries = self.snapshot.pack.all(Entry)
        cards: list[Card] = []
        for name in ids:
            entry = entries.get(name)
            if entry is None:
                continue
            english = entry.english.question if entry.english else ""
            if self.english and not english:
                continue
            cards.append(self.card(Card("ask", entry.question, other_title=english)))
        return tuple(cards[:3])

    def card(self, card: Card) -> Card:
        """A Chinese card in this language, as far as its title is known in it."""
        if not self.english or not card.other_title:
            return card
        return msgspec.structs.replace(
            card,
            title=card.other_title,
            body=card.other_body,
            why=card.other_why or card.why,
            other_title=card.title,
            other_body=card.body,
            other_why=card.why,
            language="en",
        )

    def contact(self, *, shown: bool) -> tuple[Card, ...]:
        """The card that leads to a person."""
        if not shown:
            return ()
        profile = self.snapshot.pack.profile
        words = ("转人工", profile.contact)
        english = ("Ask a person", profile.contact_english)
        url = self.snapshot.citer.official_link(profile.contact_url)
        card = Card("contact", *words, other_title=english[0], other_body=english[1], url=url)
        return (self.card(card),)


def heaviest(weights: Iterable[Weight]) -> Weight:
    """The weight that a reply of several parts takes."""
    ranked = sorted(weights, key=_HEAVIEST.index)
    return ranked[0] if ranked else "plain"
