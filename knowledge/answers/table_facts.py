"""Rulings with what the texts before told of the case: what a table would ask back for, or assume,
is taken from them and named. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.batches import kind_told
from knowledge.answers.case_edits import only_bounds, still_told, without_removed
from knowledge.answers.counting_windows import with_added, without_open_total
from knowledge.answers.days import Time, named_time, says_now, told_time
from knowledge.answers.important_no_more import without_important
from knowledge.answers.other_years import of_years
from knowledge.answers.people_counts import counted_input
from knowledge.answers.plain_deeds import in_table_words
from knowledge.answers.reasons import (
    counted_anew,
    reason_of,
    reason_of_other,
    tells_of_others,
)
from knowledge.answers.ruling_ends import taking
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_words import Slots, stated, triggers
from knowledge.answers.tables import Ruling, rule_on
from knowledge.answers.transit import pass_together
from knowledge.answers.years_told import numbers_by_year, other_year
from knowledge.text import normalise
from knowledge.types import DecisionTable


def told_before(ruling: Ruling, earlier: Sequence[str], day: date, *, text: str = "") -> Ruling:
    """The ruling on a ``text`` with what it asks back for, or would assume, taken from the texts
    before, the nearest first; it names what it took."""
    if counted_anew(ruling.table, [*earlier, text]) or ruling.whole is not None:
        return ruling  # A number before is not that of these data, or of a part of them.
    case = [normalise(_case_in(ruling.table, earlier)), normalise(text)]
    whole = [normalise(t) for t in (*earlier, text)]
    if of_years(ruling.table, whole, day) is not None or (
        ruling.table.places_abroad and pass_together(whole)
    ):
        return rule_on(ruling.table, whole, day)
    if other_year(ruling.table, case, day) is not None:
        return rule_on(ruling.table, case, day)
    time = _time_over(ruling, earlier, day, text=text)
    total = with_added(ruling.table, earlier, text, day)
    if total:
        ruling = rule_on(ruling.table, [], time, given={**ruling.slots, **total})
    known = without_open_total(ruling.table, ruling.slots, earlier, text)
    if known != ruling.slots:
        ruling = rule_on(ruling.table, [], time, given=known)
    nearer = _number_within(ruling, [*earlier, text])
    if nearer:
        ruling = rule_on(ruling.table, [], time, given={**ruling.slots, **nearer})
    whole = None if ruling.lacking else _with_case(ruling, earlier, time, text=text)
    if whole is not None:  # A reason whose condition lacks now is not taken up again.
        return whole
    given: Slots = {}
    current, kind = ruling, kind_of(ruling.table)
    while not current.settled and current.ask is not None and current.ask.name not in given:
        name = current.ask.name
        if kind is not None and name == kind.name and tells_of_others(ruling.table, text, earlier):
            return ruling
        value = _told_last(ruling.table, name, [*earlier, text])
        left = ruling.slots.get(name, "").split("|")
        if not value or (len(left) > 1 and value not in left):
            return ruling  # Who names a plate now takes back that no person is in the data.
        given[name] = value
        current = rule_on(ruling.table, [], time, given={**ruling.slots, **given})
    if not current.settled:
        return ruling
    taken = taking(current, given)
    return msgspec.structs.replace(taken, lacking=ruling.lacking, counted=ruling.counted)


def held_to(table: DecisionTable, texts: Sequence[str], day: date) -> Ruling | None:
    """The ruling on all ``texts``, where the last states a lighter kind than one before it (nothing
    sensitive, where children were told of): what was told is held against that. ``None`` where it
    does not."""
    known = kind_of(table)
    lighter = known.denied.items() if known is not None else ()
    told = [stated(table, t).get(known.name, "") for t in texts] if known is not None else []
    if not any(told[-1] == other and value in told for value, other in lighter):
        return None
    ruling = rule_on(table, texts, day)
    before = ruling if ruling.row is not None else rule_on(table, texts[:-1], day)
    return before if before.row is not None else ruling


def _number_within(ruling: Ruling, texts: Sequence[str]) -> Slots:
    """The number that was told before a text which only says that one is not reached by it."""
    counted = counted_input(ruling.table)
    value = ruling.slots.get(counted.name, "") if counted is not None else ""
    if counted is None or "~" not in value:
        return {}
    before = _told_last(ruling.table, counted.name, texts)
    return {counted.name: before} if only_bounds(value, before) else {}


def _told_last(table: DecisionTable, name: str, texts: Sequence[str]) -> str:
    """What the texts before the last state of an input, the nearest first, where no later one takes
    it out again; empty where they leave it open."""
    counted = counted_input(table)
    texts = in_table_words(without_important([normalise(t) for t in texts]))
    for place in range(len(texts) - 2, -1, -1):
        value = _told_in(table, name, texts[place])
        if counted is not None and counted.name == name:
            # Of several years none is the one that is asked about now.
            told = numbers_by_year(normalise(texts[place]), counted.units, date.min)
            value = "" if told else value
        if not value or "|" in value:
            continue
        slots = {name: value}
        for later in range(place + 1, len(texts)):
            slots = without_removed(table, slots, texts[later], texts[:later])
        value = slots.get(name, "")
        return "" if "|" in value else _held_to(table, name, value, texts[:place])
    return ""


def _held_to(table: DecisionTable, name: str, value: str, before: Sequence[str]) -> str:
    """A value, or the stricter one that a text before it told where it only says that the data are
    of nobody: 没有个人信息 behind 发函说算重要数据 makes no important data ordinary."""
    kind = kind_of(table)
    if kind is None or name != kind.name or value not in kind.values:
        return value
    people = {*kind.denied, *kind.denied.values()}
    if value in people:
        return value
    told = {stated(table, text).get(name, "") for text in before}
    stricter = [v for v in kind.values[: kind.values.index(value)] if v in told - people]
    return stricter[0] if stricter else value


def _told_in(table: DecisionTable, name: str, text: str) -> str:
    """What a text states of an input; of the kind of the data also what the table reads from the
    fields that it lists (名字电话), as it did where the text was ruled on."""
    value, kind = stated(table, text).get(name, ""), kind_of(table)
    if value or kind is None or kind.name != name:
        return value
    return rule_on(table, [text], date.min).slots.get(name, "") or kind_told(table, text)


def _time_over(ruling: Ruling, earlier: Sequence[str], day: date, *, text: str) -> Time:
    """The time of a ruling on a ``text`` with what was told before: the one that it names, else
    that of the last text before that told a case of its table."""
    named = named_time(text, day)
    if named is not None or says_now(text):
        first = ruling.day or day
        return named if named is not None else Time(first, first)
    return told_time([_case_in(ruling.table, earlier)], day)


def _case_in(table: DecisionTable, texts: Sequence[str]) -> str:
    """The last of some texts that told a case of a table."""
    return next((t for t in reversed(texts) if triggers(table, normalise(t))), "")


def _with_case(ruling: Ruling, earlier: Sequence[str], day: Time, *, text: str) -> Ruling | None:
    """The ruling with what the last text stated that told a case of its table: figures alone
    (两百人) leave out whose data it is. ``None`` where that gives no other conclusion."""
    table, known = ruling.table, reason_of(ruling.table)
    case = _case_in(table, earlier)
    told = stated(table, in_table_words([normalise(case), normalise(text)])[0]) if case else {}
    open_to = {i.name for i in ruling.assumed} if ruling.row is not None else None
    given = {
        name: value
        for name, value in still_told(table, told, text, case).items()
        if name not in ruling.slots and (open_to is None or name in open_to)
    }
    counted = counted_input(table)
    if counted is not None and numbers_by_year(normalise(case), counted.units, date.min):
        given.pop(counted.name, "")
    if known is not None and reason_of_other(table, text, ruling.slots, case):
        given.pop(known.name, "")
    current = rule_on(table, [], day, given={**given, **ruling.slots})
    if current.row is None or current.row == ruling.row:
        return None
    needed = {n: v for n, v in given.items() if _rests_on(current, n, given, day)}
    return taking(current, needed)


def _rests_on(ruling: Ruling, name: str, given: Slots, day: Time) -> bool:
    """Whether a ruling would be another one without an input that was given."""
    rest = {n: v for n, v in ruling.slots.items() if n != name}
    return name in given and rule_on(ruling.table, [], day, given=rest).row != ruling.row
