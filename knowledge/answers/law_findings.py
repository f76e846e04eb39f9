"""What looking up a law can give, as values."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from knowledge.answers.places import lacks
from knowledge.answers.standards import StandardFinding
from knowledge.answers.statutes import Wording
from knowledge.types import Law, Rule

Status = Literal[
    "found", "moved", "absent", "not_held", "no_gist", "ended", "about_law", "about_matter"
]
MOST = 3
"""Articles that are told for one question."""
NAMED = 12
"""Articles that are only named where a question asks which speak of a matter."""


class Replaced(msgspec.Struct, frozen=True):
    """A rule that has ended, and those that are applied in its place."""

    old: Rule
    new: tuple[Rule, ...]


class LawFinding(msgspec.Struct, frozen=True):
    """What looking up a law gave. ``rules`` is empty unless found, moved or about a matter.
    ``also``: what the question asks of further articles, in its order. ``part``: 1 for 第N条之一.
    ``wording``: the article word for word, where it may be quoted on the day; ``paragraph`` and
    ``item``: those asked for. ``whole``: the rules are of the article, for none is held of the
    paragraph or item that was asked for.

    ``penal``: the articles that punish a breach of this one, ``None`` where the question does not
    ask; ``general``: they punish breaches of the law at large. ``renumbered``: where the article of
    this number in an older version (``other_version``) stands now. ``replaced``: what was said here
    until another rule took its place. ``near``: held laws with a name like the one not held.
    ``dated``: it is told of another day than today. ``now``: the present numbers of an article of a
    version that is over. ``make_up``: how many items each of its paragraphs has; empty = not known.
    ``present``: what stands now under a number that is meant as it was before.
    ``matter``: what the question asks about, or takes an article to be about while nothing that is
    held of it says so; ``saying``: the articles of the law that do.
    ``unsaid``: what a question asks of an article in its own words, of which nothing that is held
    of it speaks. ``denied``: a figure or a place that an article is taken to name, and ``instead``
    the words in which it names another.
    ``written``: the law's name as the visitor wrote it, where it was mended. ``aspect``: what is
    asked of a law, or of an article: when it takes effect, or which parts it has. ``standard``: a
    standard was looked up, and no law."""

    status: Status
    title: str
    article: int | None
    day: date
    law: Law | None = None
    rules: tuple[Rule, ...] = ()
    other_version: Law | None = None
    aspect: str = ""
    also: tuple[LawFinding, ...] = ()
    part: int = 0
    paragraph: int | None = None
    item: int | None = None
    whole: bool = False
    wording: Wording | None = None
    doubtful: bool = False
    last: int | None = None
    penal: tuple[LawFinding, ...] | None = None
    general: bool = False
    renumbered: tuple[int, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    near: tuple[Law, ...] = ()
    dated: bool = False
    now: tuple[int, ...] = ()
    present: tuple[Rule, ...] = ()
    make_up: tuple[int, ...] = ()
    written: str = ""
    matter: str = ""
    unsaid: str = ""
    denied: str = ""
    instead: str = ""
    saying: tuple[int, ...] = ()
    standard: StandardFinding | None = None

    @property
    def lacking(self) -> bool:
        """Whether the article is known to have no such paragraph or item."""
        return lacks(self.make_up, self.paragraph, self.item)
