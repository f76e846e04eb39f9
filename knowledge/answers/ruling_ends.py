"""What is put to a ruling once its row is found, or is not: the day as of which it holds, what it
took from the texts before or for granted, and all that may hold where it would ask. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.days import Time
from knowledge.answers.rulings import Ruling
from knowledge.answers.table_rows import can_hold, latest_first, next_open, rows_on
from knowledge.answers.table_words import Slots, has_any
from knowledge.answers.zone_told import half_assumed
from knowledge.text import normalise


def as_of_end(ruling: Ruling, time: Time, today: date) -> Ruling:
    """A ruling on a span (去年, 今年1月到现在) that one row rules, as of the last day of it that is
    over: its first is only where it begins."""
    if ruling.row is None or time.first == time.last:
        return ruling
    return msgspec.structs.replace(ruling, day=min(time.last, max(today, time.first)))


def with_sites(ruling: Ruling, slots: Slots, texts: Sequence[str]) -> Ruling:
    """A ruling that says which half of the zone it took for granted."""
    sites = half_assumed(ruling.table, ruling.row, slots, texts)
    return msgspec.structs.replace(ruling, assumed=(*sites, *ruling.assumed))


def taking(ruling: Ruling, given: Slots) -> Ruling:
    """A ruling that names what it took from the texts before among what it assumed."""
    taken = (
        msgspec.structs.replace(i, assume=given[i.name], assumption="")
        for i in ruling.table.inputs
        if i.name in given
    )
    return msgspec.structs.replace(ruling, assumed=(*taken, *ruling.assumed))


def left_open(ruling: Ruling, text: str, day: date) -> Ruling:
    """A ruling that asks back, for somebody who wishes to get such a thing: what it asks for is
    left open, and all that may hold is told."""
    table = ruling.table
    if ruling.ask is None or not has_any(table.wishes, normalise(text)):
        return ruling
    asked, unsure = ruling.ask, ruling.unsure
    while asked is not None:
        unsure = (*unsure, asked.name)
        asked = next_open(table, ruling.slots, day, unsure)
    rows = [r for r in rows_on(table, day) if can_hold(r, ruling.slots, day)]
    return msgspec.structs.replace(ruling, ask=None, unsure=unsure, possible=latest_first(rows))
