"""Rulings from decision tables: what a question states, what it leaves open, which row holds.

Thresholds are rows of the pack, never numbers here. A ruling names what it assumed; where a
missing input would change the conclusion and nothing may be assumed, it asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from knowledge.answers.added_people import with_added_people
from knowledge.answers.anonymised import with_anonymised, without_undone
from knowledge.answers.apart_by_aim import apart_by_aim
from knowledge.answers.bans import with_bans
from knowledge.answers.case_edits import (
    as_changed,
    still_told,
    told_now,
    without_removed,
)
from knowledge.answers.compared import without_compared, zone_of
from knowledge.answers.conditions import claims_without, lacking_anyway, without_lacking
from knowledge.answers.counting_windows import counted_by_year, without_earlier_years
from knowledge.answers.days import Time, told_time
from knowledge.answers.groups_told import counted_together, kind_listed, of_one_group
from knowledge.answers.held_totals import without_total
from knowledge.answers.important_no_more import without_important
from knowledge.answers.kinds_told import several_in
from knowledge.answers.open_batches import with_open_batch
from knowledge.answers.opening_case import opened
from knowledge.answers.other_years import OfYears, of_years
from knowledge.answers.others_service import in_others_service
from knowledge.answers.own_sums import without_own_sums
from knowledge.answers.people_counts import counted_units
from knowledge.answers.plain_deeds import in_table_words
from knowledge.answers.reasons import (
    Held,
    first_held,
    held_after,
    reason_in,
    reason_of,
    without_kind_of_others,
)
from knowledge.answers.ruling_ends import as_of_end, taking, with_sites
from knowledge.answers.rulings import Heard, Of, Ruling
from knowledge.answers.table_asked import asks_to_count
from knowledge.answers.table_parts import (
    kind_of,
    of_whichever_kind,
    parted,
    places_of_parts,
    stricter,
    told_in_one,
)
from knowledge.answers.table_periods import changes, periods
from knowledge.answers.table_replies import (
    asks_again,
    is_unsure,
    surmised_kind,
)
from knowledge.answers.table_rows import (
    can_hold,
    holds,
    latest_first,
    matters,
    next_open,
    rows_on,
    told_as_ranges,
)
from knowledge.answers.table_words import Slots, held_against
from knowledge.answers.taken_away import each_denied
from knowledge.answers.trade_goods import without_goods
from knowledge.answers.withdrawn import left_of_nobody
from knowledge.answers.yearly_parts import by_part
from knowledge.answers.years_told import ByYears, apart, by_years, of_each_year, other_year
from knowledge.kept import kept_with
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input


def rule_on(
    table: DecisionTable,
    texts: Sequence[str],
    day: date | Time,
    *,
    given: Mapping[str, str] | None = None,
) -> Ruling:
    """The ruling on a conversation: the first text opens it, each later one answers the question
    that was asked back at that point, or states something else (那3000人呢). It is of the day
    that the texts name last, of ``day`` where they name none, and of each part of a year or a month
    in which the law changed. ``given``: inputs known before."""
    return _rule_on(table, (tuple(texts), day, tuple((given or {}).items())))


_Told = tuple[tuple[str, ...], date | Time, tuple[tuple[str, str], ...]]  # texts, day, given


@kept_with
def _rule_on(table: DecisionTable, case: _Told) -> Ruling:
    texts, day, given = case
    heard = Heard(texts, day, dict(given))
    said = (without_compared(normalise(t), zone_of(table)) for t in texts)
    told = without_important([without_goods(t) for t in said])
    told = without_own_sums(told, counted_units(table), day.first if isinstance(day, Time) else day)
    kind, left = kind_of(table), left_of_nobody(table, told)
    if kind is not None and left:
        time = told_time(texts, day)
        nobody = rule_on(table, [], time, given={**dict(given), kind.name: left})
        return msgspec.structs.replace(nobody, heard=heard)
    texts = with_added_people(told)
    of_groups = _of_groups(table, texts, day, heard.given)
    ruled = of_groups or with_open_batch(_of_all(table, texts, day, heard.given), texts, told)
    return msgspec.structs.replace(ruled, heard=heard)


def _of_all(
    table: DecisionTable, texts: Sequence[str], day: date | Time, given: Mapping[str, str]
) -> Ruling:
    """The ruling on all that a conversation tells as one case."""
    texts = in_table_words([normalise(t) for t in of_one_group(table, texts)])
    texts = with_anonymised(table, with_bans(table, without_undone(texts)))
    today = day.first if isinstance(day, Time) else day
    texts = by_part(texts, counted_units(table))
    years = by_years(table, texts, day)
    if years is not None:
        ahead = [(t, _of_years(table, years, t, today, given)) for t in years.ahead()]
        ruled = [r for _, r in ahead] or [_of_years(table, years, years.time(day), today, given)]
        return of_each_year(ruled, [t for t, _ in ahead], years)
    several = of_years(table, texts, day)
    if several is not None:
        times, ruled = [t for t, _ in several.cases], [*_each(table, several, today, given)]
        return apart(table, ruled, times, today)
    other = other_year(table, texts, day)
    if other is not None:
        return _of_other_year(table, other, texts, day, given)
    time = told_time(texts, day)
    texts = without_earlier_years(table, texts, time.last)
    time = told_time(texts, day)
    texts = counted_by_year(table, texts, time, today)
    return _of_time(table, lambda _: texts, time, today, given)


def _each(
    table: DecisionTable, several: OfYears, today: date, given: Mapping[str, str]
) -> Iterator[Ruling]:
    """The ruling of each year that is asked about, on the numbers of that year alone."""
    for time, told in several.cases:
        counted = counted_by_year(table, told, time, today)
        yield _of_time(table, lambda _, counted=counted: counted, time, today, given)


def _of_other_year(
    table: DecisionTable,
    other: tuple[int, Sequence[str]],
    texts: Sequence[str],
    day: date | Time,
    given: Mapping[str, str],
) -> Ruling:
    """The ruling where the last text tells a number of a year that is not asked about: without it
    where that is over, else on each year."""
    (year, without), today = other, day.first if isinstance(day, Time) else day
    first = _of_all(table, texts[:-1] if year > today.year else without, day, given)
    if year <= today.year:
        return apart(table, [first], [], today)
    then = Time(date(year, 1, 1), date(year, 12, 31))
    later = _of_time(table, lambda _: without, then, today, given)
    return apart(table, [first, later], [Time(today, today), then], today)


def _of_years(
    table: DecisionTable, years: ByYears, time: Time, today: date, given: Mapping[str, str]
) -> Ruling:
    """The ruling of a time on a case whose numbers are told of several years."""

    def told(first: date) -> Sequence[str]:
        part = Time(first, time.last)
        return counted_by_year(table, years.counted(part), part, today)

    return _of_time(table, told, time, today, given)


def _of_time(
    table: DecisionTable,
    told: Callable[[date], Sequence[str]],
    time: Time,
    today: date,
    given: Mapping[str, str],
) -> Ruling:
    """The ruling of a time, or of its parts, on what is ``told`` for the law of a day."""
    first, *later = (
        _ruled_of(table, told(day), day, given) for day in (time.first, *changes(table, time))
    )
    ruled = (first, *later)
    if first.ask is not None or not later:
        return as_of_end(first, time, today)
    if any(r.row is None or r.rest is not None for r in ruled):
        return next((r for r in later if r.ask is not None), first)
    rows = [(r.day or time.first, r.row) for r in ruled if r.row is not None]
    assumed = tuple({i.name: i for r in ruled for i in r.assumed}.values())
    parts = periods(rows, time)
    if not parts:
        return as_of_end(first, time, today)
    return msgspec.structs.replace(first, periods=parts, assumed=assumed)


def _of_groups(
    table: DecisionTable, texts: Sequence[str], day: date | Time, given: Mapping[str, str]
) -> Ruling | None:
    """The ruling on each group of people, or each kind of data, of which a text tells several;
    ``None`` where none is."""
    groups = apart_by_aim(table, texts) or several_in(table, texts)
    ruled = [
        (g, rule_on(table, own, day, given={**given, **kind_listed(table, own)}))
        for g, own in groups.items()
    ]
    settled = {g: r for g, r in ruled if r.row is not None}
    if not settled or any(r.periods for _, r in ruled):
        return None
    first, *_ = settled.values()
    together = counted_together(table, {g: r.slots for g, r in settled.items()})
    rows = [(_ruled(table, o.slots, first.day or date.min, ()).row, *o.names) for o in together]
    return msgspec.structs.replace(
        first,
        row=None,
        rest=None,
        each=tuple(Of(row, *names) for row, *names in rows if row is not None),
        assumed=tuple({i.name: i for r in settled.values() for i in r.assumed}.values()),
        lacking=tuple({c.name: c for r in settled.values() for c in r.lacking}.values()),
        left=tuple((g.label, g.english) for g, r in ruled if r.row is None),
    )


def _ruled_of(
    table: DecisionTable, texts: Sequence[str], day: date, given: Mapping[str, str]
) -> Ruling:
    """The ruling on a conversation, of one day."""
    told_of = [told_in_one(table, text) for text in texts]
    slots = {**given, **(opened(table, told_of[0], given) if told_of else {})}
    parts = places_of_parts(told_of)
    texts = [each_denied(table, normalise(text)) for both in told_of for text in both]
    unsure: tuple[str, ...] = ()
    before, whole, stays = None, None, ""
    held = first_held(table, texts[0], slots) if texts else Held()
    for place, said in enumerate(texts[1:], 1):
        text, total = without_total(table, said, slots, day)
        slots = without_kind_of_others(table, slots, text, texts[:place])
        slots, stays = still_told(table, slots, text, "，".join(texts[:place])) | total, ""
        before = _turning(table, asked := next_open(table, slots, day, unsure), slots, day)
        if asked is not None and is_unsure(text):
            unsure = (*unsure, asked.name)
            continue
        slots = without_removed(table, slots, text, texts[:place])
        of_all = whole is None and place not in parts
        told = told_now(table, asked, text, slots)
        told, stays = as_changed(table, told, slots, text, texts[:place], of_all=of_all)
        slots, held = held_after(
            table, text, told, slots, before=texts[:place], held=held, concluded=asked is None
        )
        slots, whole = parted(
            table,
            text,
            told,
            before=slots,
            whole=whole,
            row=lambda stated: _ruled(table, stated, day, ()).row,
            part=place in parts,
        )
        unsure = tuple(name for name in unsure if "|" in slots.get(name, "|"))
    slots, despite = held_against(table, slots, texts)
    resting, (slots, lacking) = slots, without_lacking(table, slots, texts)
    ruling = _ruled(table, slots, day, unsure)
    if lacking and _ruled(table, resting, day, unsure).row == ruling.row:
        # It matters nothing here, or to the rules of that day, unless it was just claimed to.
        lacking = lacking if claims_without(table, resting, texts[-1]) else ()
    again = asks_again(ruling.ask, texts, before, kind_of(table) if whole is not None else None)
    others = held.wider if whole is None else whole
    rest = _ruled(table, others, day, ()).row if others is not None else None
    rest = rest if ruling.row is not None and rest != ruling.row else None
    ruling = _with_reason(with_sites(ruling, slots, texts), held, day)
    if ruling.row is not None and (guessed := surmised_kind(kind_of(table), slots, texts)):
        ruling = taking(ruling, guessed)
    return msgspec.structs.replace(
        ruling,
        again=again,
        despite=despite,
        stays=stays,
        rest=rest,
        lacking=lacking + lacking_anyway(table, ruling.row, slots, texts, lacking),
        whole=whole,
        stricter=stricter(ruling.row, rest) if whole is not None else "",
        counted=bool(told_of) and asks_to_count(table, "，".join(told_of[-1])),
    )


def _with_reason(ruling: Ruling, held: Held, day: date) -> Ruling:
    """A ruling that names the reason on which it rests though the case changed since it was told,
    or the one on which it does not rest as it was told of other data."""
    known = reason_of(ruling.table)
    if known is None or ruling.row is None:
        return ruling
    value = reason_in(ruling.table, ruling.slots)
    if value and held.carried and known.name in ruling.row.when:
        return taking(ruling, {known.name: value})
    with_it = {**ruling.slots, known.name: held.lapsed}
    if held.lapsed and _ruled(ruling.table, with_it, day, ruling.unsure).row != ruling.row:
        return msgspec.structs.replace(ruling, lapsed=held.lapsed)
    return ruling


def with_lasting(ruling: Ruling, texts: Sequence[str], day: date) -> Ruling:
    """A ruling without what rests on a condition that its visitor lacks whatever the case, as an
    earlier one of all their ``texts`` said."""
    if ruling.lacking or ruling.each or not ruling.table.conditions:
        return ruling
    texts = in_others_service([normalise(t) for t in texts])
    slots, lacking = without_lacking(ruling.table, ruling.slots, texts, lasting=True)
    if not lacking:
        return ruling
    without = _ruled(ruling.table, slots, ruling.day or day, ruling.unsure)
    if without.row == ruling.row:
        return ruling
    return msgspec.structs.replace(
        without, lacking=lacking, same=ruling.same, despite=ruling.despite
    )


def _ruled(table: DecisionTable, slots: Slots, day: date, unsure: tuple[str, ...]) -> Ruling:
    """The ruling on what was stated. ``unsure``: what the visitor does not know."""
    asked = next_open(table, slots, day, unsure)
    if asked is not None:
        personal = of_whichever_kind(table, asked, slots)
        whichever = _ruled(table, {**slots, **personal}, day, unsure) if personal else None
        if whichever is not None and whichever.row is not None:
            return whichever
        alike = _alike_by_each(table, asked, slots, day)
        if alike is not None:
            return alike
        each = _of_each(table, asked, slots, day)
        ruling = Ruling(table, slots, ask=asked, unsure=unsure, day=day)
        if each:
            return msgspec.structs.replace(ruling, ask=None, each=each)
        if not (asked.denied or asked.spares):
            return ruling
        either, assumed = _by_each_value(table, asked, slots, day)
        return msgspec.structs.replace(ruling, either=either, assumed=assumed)
    assumed = tuple(i for i in table.inputs if i.name not in slots and i.assume)
    any_value = {i.name: "|".join(i.values) for i in table.inputs if i.values}
    full = {**any_value, **{i.name: i.assume for i in assumed}, **slots}
    rows = [r for r in rows_on(table, day) if (can_hold if unsure else holds)(r, full, day)]
    if len(rows) != 1:
        possible = latest_first(rows) if unsure else ()
        return Ruling(table, slots, assumed=assumed, unsure=unsure, possible=possible, day=day)
    mattering = tuple(i for i in assumed if matters(table, i, full, day))
    ranges = (i for i in told_as_ranges(table, slots) if not i.held or matters(table, i, full, day))
    mattering = (*ranges, *mattering)
    return Ruling(table, slots, row=rows[0], assumed=mattering, unsure=unsure, day=day)


def _of_each(table: DecisionTable, asked: Input, slots: Slots, day: date) -> tuple[Of, ...]:
    """What holds of each thing where a text names several that an input tells apart by its labels
    alone (图片和视频): none of these is stricter than the others, each has a row of its own."""
    return () if asked.words else _by_each_value(table, asked, slots, day)[0]


def _alike_by_each(table: DecisionTable, asked: Input, slots: Slots, day: date) -> Ruling | None:
    """The ruling where every one of the values between which an input is open comes to the same,
    as the table grades it: nothing need be asked then, though the rows are several."""
    slots = {**slots, **of_whichever_kind(table, asked, slots)}
    each, assumed = _by_each_value(table, asked, slots, day)
    grades = {of.row.grade for of in each}
    if len(grades) != 1 or not all(grades) or any(of.row.unsettled for of in each):
        return None
    return Ruling(table, slots, each=each, either=each, assumed=assumed, day=day)


def _turning(table: DecisionTable, asked: Input | None, slots: Slots, day: date) -> Input | None:
    """What is open, where something turns on it: else it was not asked."""
    alike = asked is not None and _alike_by_each(table, asked, slots, day) is not None
    return None if alike else asked


def _by_each_value(
    table: DecisionTable, asked: Input, slots: Slots, day: date
) -> tuple[tuple[Of, ...], tuple[Input, ...]]:
    """What holds by each of the values between which an input is open, with their names, and what
    that takes for granted; nothing where it is not, or where one of them leaves more to ask."""
    # Where nobody told it and it is asked for all the same, any value may be.
    values = slots.get(asked.name, "|".join(asked.values if asked.asked_where else ())).split("|")
    if len(values) < 2:
        return (), ()
    labels = dict(zip(asked.values, asked.labels, strict=False))
    english = dict(zip(asked.values, asked.labels_english, strict=False))
    ruled = [(v, _ruled(table, {**slots, asked.name: v}, day, ())) for v in values]
    found = tuple(Of(r.row, labels.get(v, v), english.get(v, "")) for v, r in ruled if r.row)
    if len(found) < len(values):
        return (), ()
    return found, tuple({i.name: i for _, r in ruled for i in r.assumed}.values())
