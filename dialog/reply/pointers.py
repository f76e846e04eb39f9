"""Pointers: documents that may answer, named with what they rest on. They assert nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.law_places import cited_name
from dialog.reply.words import Choices, Frame, Line, Words
from knowledge.answers.citing import origins_of
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.types import Claim, DecisionTable, Rule

_SHOWN = ("nearest_shown", "nearest_shown_again")
"""What asks back for something whose stored words the card shows."""


class PointerWriter:
    """Names candidates as questions that can be asked."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def cards(self, near: Sequence[Candidate]) -> tuple[Card, ...]:
        """A card a candidate, with the first thing that it rests on."""
        return tuple(self._card(c.target) for c in near if c.target.questions)

    def _card(self, target: Target) -> Card:
        placed = self._is_its_place(target)
        why, other_why = ("" if placed else self._basis(target, english=e) for e in (False, True))
        title, other = target.questions[0], self._english(target)
        card = Card("related", title, why=why, other_title=other, other_why=other_why)
        return self._frame.card(card)

    def named(self, near: Sequence[Candidate]) -> list[Candidate]:
        """Those that have a title in this language: who does not read Chinese, could not pick the
        others."""
        titled = (c for c in near if c.target.questions)
        return [c for c in titled if not self._frame.english or self._english(c.target)]

    def nearest(self, card: Card, turn: int) -> Line:
        """The likeliest candidate as a question back, in words that can be spoken. Where the card
        holds what is stored under that question, who reads has it before them. ``turn``: the
        number of the turn, for other words than the last time."""
        title = card.title.rstrip("？?。.")
        language = self._frame.language
        if self._frame.english:
            why = card.why if card.language == "en" else card.other_why
            rests = f" ({why})" if why else ""
        else:
            rests = f"（依据{card.why}）" if card.why else ""
        name = _SHOWN[turn % len(_SHOWN)] if card.body else "nearest"
        text = phrase(name, language, title=title, rests=rests)
        return Line(text, "next_step", locked=False, language=language)

    def closest(self, card: Card) -> Line:
        """The first of some pointers in words that can be spoken: who only listens sees no cards.
        It is offered, and not taken for what was meant: it may well be another matter."""
        name = "closest_shown" if card.body else "closest"
        text = phrase(name, self._frame.language, title=card.title.rstrip("？?。."))
        return Line(text, locked=False, language=self._frame.language)

    def which(self, near: Target, other: Target) -> Words:
        """Whether a question is asked of what was offered before, or of what its own words are
        near, with both to choose from."""
        both = [self._card(target) for target in (near, other)]
        titles = tuple(card.title for card in both)
        bare = [title.rstrip("？?。.") for title in titles]
        language = self._frame.language
        text = phrase("of_pointer", language, near=bare[0], other=bare[-1])
        given = Choices(titles, language, tuple(card.other_title for card in both))
        line = Line(text, locked=False, language=language)
        return Words("clarify", (line,), "ask_back", choices=given)

    def all_there_is(self, card: Card) -> Line:
        """That no more is known than what stood on a card before, and stands there again."""
        title = card.title.rstrip("？?。.")
        text = phrase("card_is_all", self._frame.language, title=title)
        return Line(text, locked=False, language=self._frame.language)

    def _is_its_place(self, target: Target) -> bool:
        """Whether a document is named in this language by what it rests on."""
        return self._frame.english and isinstance(target.document, Rule)

    def _english(self, target: Target) -> str:
        """The document's own question in English; of a rule, its place, by which it can be asked
        for. Empty where there is none."""
        document = target.document
        if isinstance(document, DecisionTable):
            return document.question_english
        if self._is_its_place(target):
            return self._basis(target, english=True)
        return str(getattr(getattr(document, "english", None), "question", ""))

    def _basis(self, target: Target, *, english: bool) -> str:
        """The first thing that a document rests on, as its reply shows it."""
        origins = origins_of(target.document, self._frame.snapshot.pack.all(Claim))
        first = next(iter(self._frame.cite(origins)), None)
        return "" if first is None else cited_name(first, english=english)
