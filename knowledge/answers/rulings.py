"""What a decision table says of a case, as a value."""

from __future__ import annotations

from datetime import date

import msgspec

from knowledge.answers.days import Time
from knowledge.answers.table_parts import Stricter
from knowledge.answers.table_periods import Period
from knowledge.answers.table_words import Slots
from knowledge.types import Besides, Condition, DecisionTable, Input, Row


class Of(msgspec.Struct, frozen=True):
    """The row that holds of one thing of several, with the names of the thing."""

    row: Row
    label: str
    label_english: str


class Heard(msgspec.Struct, frozen=True):
    """What a table ruled on: the ``texts`` of a case, the ``day`` on which they were told, and what
    was ``given`` besides."""

    texts: tuple[str, ...]
    day: date | Time
    given: Slots


class Ruling(msgspec.Struct, frozen=True):
    """What a table says. ``row`` is set when it can conclude, ``ask`` when it must know more first,
    ``possible`` when the visitor does not know what it asked (``unsure``): the rows that may hold,
    those in force longest from now first. ``assumed``: inputs that were taken for granted.
    ``again``: the last text did not decide what it was asked, and it is asked once more.
    ``despite``: what was named before of a kind that was denied then; the ruling goes by it.
    ``stays``: the word for what keeps the case of its kind though something was taken out: people
    (儿童) of whom other fields were named, or other data.
    ``rest``: what holds of the whole where ``row`` is for a part of it. ``each``: what holds of
    several things that were named, in the place of ``row``. ``lacking``: conditions that are not
    met, without which it rules. ``same``: it is asked for again of the same case,
    ``about`` a thing that a duty names; ``other``: the row of another ruling that was told and that
    it is held against; ``duty_first``: that thing is all that is asked for, and told before the
    conclusion. ``lapsed``: a reason that was told of other data, and not counted here.
    ``whole``: what was stated of all where a part of another kind was told of; ``stricter``: which
    of the row and that for the rest is the stricter one, where the table grades them. ``counted``:
    it is asked whether such a case is one of the table at all.
    ``day``: the one of which it was ruled. ``periods``: the parts of the time that was named, where
    the law changed within it; ``row`` is that of the first. ``left``: the names of the groups of
    people, of several told, that are open. ``alone``: only that it is ``counted`` is told.
    ``besides``: what else is to be done in such a case. ``either``: what holds by each of the
    values between which what it asks for is open, where nothing else is. ``heard``: what it rules
    on."""

    table: DecisionTable
    slots: Slots
    row: Row | None = None
    ask: Input | None = None
    assumed: tuple[Input, ...] = ()
    unsure: tuple[str, ...] = ()
    possible: tuple[Row, ...] = ()
    again: bool = False
    despite: str = ""
    stays: str = ""
    rest: Row | None = None
    each: tuple[Of, ...] = ()
    lacking: tuple[Condition, ...] = ()
    same: bool = False
    about: str = ""
    duty_first: bool = False
    other: Row | None = None
    lapsed: str = ""
    day: date | None = None
    whole: Slots | None = None
    stricter: Stricter = ""
    counted: bool = False
    periods: tuple[Period, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    alone: bool = False
    besides: tuple[Besides, ...] = ()
    either: tuple[Of, ...] = ()
    heard: Heard | None = None

    @property
    def settled(self) -> bool:
        """Whether it concludes."""
        return self.row is not None or bool(self.each)
