"""What is said around an answer when a visitor does not simply ask on: doubts it, calls it empty
words, or asks for what depends on an open question. The stored words stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.told_elsewhere import OtherPlace
from dialog.reply.words import Choices, Frame, Line, Words
from knowledge.quantities import Quantity, quantities
from knowledge.search.targets import Target
from knowledge.text import normalise
from knowledge.types import Gap

_NARROWER = 3
"""Questions that are named to somebody who wants to hear less general things."""
_AT_ONCE = 4
"""Characters from the start within which an answer's figure is what was asked for: 3年，从…起算."""


class OnwardWriter:
    """Puts fixed words around a reply, from one snapshot in one language."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def held(self, words: Words, figure: str) -> Words:
        """An answer said again to somebody who doubts it. ``figure``: what is remembered instead,
        if it was a figure. Whether that is right is left to the stored words, but where they hold
        no other figure of its kind."""
        told = "\n".join(line.text for line in words.lines)
        before = self._line(_weighed(figure, told), figure=figure)
        lines = (before, *words.lines, self._line("report_error", next_step=True))
        return msgspec.structs.replace(words, lines=lines)

    def elsewhere(self, words: Words, place: str) -> Words:
        """A ruling by national rules said again to who asks of another place."""
        before = self._line("holds_elsewhere", place=place)
        return msgspec.structs.replace(words, lines=(before, *words.lines))

    def of_other_place(self, words: Words, place: OtherPlace) -> Words:
        """That only this exchange is known here, to who asks of another place; a document that
        speaks of that place is told as it is."""
        targets = map(self._frame.snapshot.index.target, words.entries)
        known = (t for t in targets if t is not None)
        if any(place.name.lower() in normalise(" ".join(t.questions)) for t in known):
            return words
        lines = [self._line("other_place", place=place.name)]
        if place.rests != "none":
            lines.append(self._line(f"other_place_{place.rests}", place=place.name))
        lines.append(self._line("other_place_ask", next_step=True, place=place.name))
        near = tuple(c for c in words.cards if place.name in c.title)
        return Words("unknown", tuple(lines), "told", cards=near, intent=words.intent)

    def narrower(self, words: Words, targets: Iterable[Target]) -> Words:
        """A reply to a grumble with questions on the matter spoken of that have an answer."""
        known = (t for t in targets if not isinstance(t.document, Gap))
        titles = tuple(dict.fromkeys(t for t in map(self._title, known) if t))[:_NARROWER]
        if not titles:
            return words
        named = self._named(titles)
        cards = tuple(Card("related", title) for title in titles)
        lines = (*words.lines, self._line("ask_narrower", next_step=True, named=named))
        return msgspec.structs.replace(words, lines=lines, cards=(*cards, *words.cards))

    def depends(self, words: Words) -> Words:
        """A question back that was not answered yet, where something is asked that hangs on it."""
        return msgspec.structs.replace(words, lines=(self._line("depends"), *words.lines))

    def other_side(self, words: Words, targets: Iterable[Target]) -> Words:
        """That no more is known than was just told, where another side of it is asked for. What to
        do stays, with questions on the matter that have an answer."""
        steps = [line for line in words.lines if line.role == "next_step"]
        titles = tuple(dict.fromkeys(t for t in map(self._title, targets) if t))[:_NARROWER]
        cards = tuple(Card("related", title) for title in titles)
        lines = (self._line("side_not_known"), *steps)
        contact = self._frame.contact(shown=not cards)
        return Words("unknown", lines, "told", cards=(*cards, *contact), intent=words.intent)

    def as_before(self, words: Words, near: Iterable[Target], *, denied: bool) -> Words:
        """That what is known was told before, where something new is said of it, or where it is
        ``denied`` to be what was asked; with what is ``near`` besides."""
        line = self._line("as_before_denied" if denied else "as_before")
        others = (t for t in near if t.id not in words.entries)
        titles = tuple(dict.fromkeys(t for t in map(self._title, others) if t))[:_NARROWER]
        cards = tuple(Card("related", title) for title in titles)
        contact = self._frame.contact(shown=True)
        return Words("unknown", (line,), "told", cards=(*cards, *contact), intent=words.intent)

    def as_added(self, words: Words) -> Words:
        """An answer that was told before, to who tells more of the case: that it still holds."""
        return msgspec.structs.replace(words, lines=(self._line("as_added"), *words.lines))

    def beside(self, words: Words, near: Iterable[Target]) -> Words:
        """An answer with what is ``near`` the goods of which it was asked, as a pointer."""
        titles = tuple(dict.fromkeys(t for t in map(self._title, near) if t))
        cards = tuple(Card("related", title) for title in titles)
        others = tuple(c for c in words.cards if c.title not in titles)
        return msgspec.structs.replace(words, cards=(*cards, *others))

    def not_asked(self, words: Words) -> Words:
        """Words that say that nothing is known, to who corrects the answer before."""
        return msgspec.structs.replace(words, lines=(self._line("not_asked"), *words.lines))

    def which_of(self, near: Iterable[Target]) -> Words:
        """Ask which of some documents is meant, where a pick fits several of them."""
        titles = tuple(dict.fromkeys(t for t in map(self._title, near) if t))[:_NARROWER]
        if len(titles) < 2:
            return self.which()
        line = self._line("pick_which", named=self._named(titles))
        choices = Choices(titles, self._frame.language, ("",) * len(titles))
        return Words("clarify", (line,), "pick", choices=choices)

    def if_meant(self, words: Words, target: Target) -> Words:
        """What answers a document's question, to who was asked whether they mean it and says no
        yes, but asks on for the same: what it answers is said first."""
        title = self._title(target)
        if not title:
            return words
        outcome = "partial" if words.outcome == "answered" else words.outcome
        lines = (self._line("if_meant", title=title), *words.lines)
        return msgspec.structs.replace(words, outcome=outcome, lines=lines)

    def not_borne_out(self, words: Words, statement: str) -> Words:
        """Words that say that nothing is known, to who wants a statement confirmed: that no source
        for it is held, and not to go by it."""
        name = "premise_unknown" if statement else "premise_said"
        line = self._line(name, statement=statement) if statement else self._line(name)
        return msgspec.structs.replace(words, lines=(line, *words.lines[1:]))

    def which(self) -> Words:
        """Ask what is meant where a place is picked and nothing was shown."""
        return Words("clarify", (self._line("pick_what"),), "pick")

    def not_that(self) -> Words:
        """Ask again what is meant, where the visitor said no to what was asked back for."""
        return Words("clarify", (self._line("not_that"),), "pick")

    def _line(self, name: str, *, next_step: bool = False, **values: str) -> Line:
        language = self._frame.language
        role = "next_step" if next_step else "answer"
        return Line(phrase(name, language, **values), role, locked=False, language=language)

    def _named(self, titles: Iterable[str]) -> str:
        marks = [f"“{title}”" for title in titles]
        return ", ".join(marks) if self._frame.english else "".join(marks)

    def _title(self, target: Target) -> str:
        if self._frame.english:
            return str(getattr(getattr(target.document, "english", None), "question", ""))
        return target.questions[0].rstrip("？?。.") if target.questions else ""


def _weighed(figure: str, told: str) -> str:
    """The words for a remembered figure beside those that an answer tells."""
    wanted = next(iter(quantities(normalise(figure))), None)
    if wanted is None:
        return "held"
    alike = {q.value for q in quantities(normalise(told)) if _kind(q) == _kind(wanted)}
    if wanted.value not in alike:
        return "held_otherwise"
    first = next(iter(quantities(normalise(told))))
    leads = first.start < _AT_ONCE and (first.value, _kind(first)) == (wanted.value, _kind(wanted))
    return "held_agreeing" if leads or len(alike) == 1 else "held_among_others"


def _kind(quantity: Quantity) -> tuple[str, str]:
    return quantity.kind, quantity.unit
