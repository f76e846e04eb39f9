"""What may hold where a table asks back and the visitor only wishes to get such a thing. Pure."""

from __future__ import annotations

from datetime import date

import msgspec

from knowledge.answers.rulings import Ruling
from knowledge.answers.table_rows import can_hold, latest_first, next_open, rows_on
from knowledge.answers.table_words import has_any
from knowledge.text import normalise


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
