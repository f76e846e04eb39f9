"""How a ruling goes on with a further text: whether that answers or changes anything. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.answers.added_people import added_alone
from knowledge.answers.conditions import speaks_of_condition
from knowledge.answers.held_totals import without_total
from knowledge.answers.kinds_told import several_in
from knowledge.answers.menu_places import place_in
from knowledge.answers.other_years import adds_years
from knowledge.answers.rulings import Ruling
from knowledge.answers.table_replies import asks_anew, by_answers, touches
from knowledge.answers.table_words import Slots, denies, stated
from knowledge.answers.tables import rule_on
from knowledge.answers.taken_away import lacks_data
from knowledge.answers.vague_counts import says_how_many
from knowledge.text import normalise
from knowledge.types import DecisionTable


def gone_on(table: DecisionTable, texts: Sequence[str], day: date) -> Ruling | None:
    """The ruling after further answers; ``None`` when the last one answers nothing that the table
    had asked and changes nothing that was stated."""
    ruling = rule_on(table, texts, day)
    before = rule_on(table, texts[:-1], day)
    # 授权书里写明了卖给谁 asks nothing.
    anew = asks_anew(texts[-1]) and not speaks_of_condition(table, before.slots, texts[-1])
    if anew and (ruling.row is None or not adds_years(table, texts, day)):
        return None
    if added_alone(texts) and ruling.row != before.row:
        return None  # How many there are of a kind of their own (还有病人) is not told.
    if (ruling.each and several_in(table, texts)) or added_alone(texts):
        return ruling
    told = (ruling.slots, ruling.unsure, ruling.despite, ruling.lacking)
    same = told == (before.slots, before.unsure, before.despite, before.lacking)
    if same and not ruling.stays and ruling.day == before.day:
        return ruling if _asked_again(ruling, texts[-1]) or _bears_out(before, texts[-1]) else None
    return ruling


def _asked_again(ruling: Ruling, text: str) -> bool:
    """Whether what was asked back is asked once more after a text that leaves it open: a place
    behind the end of the list, or words that go into the question without deciding it."""
    asked = ruling.ask
    if asked is None or asked.lower:
        return False
    return place_in(text) != 0 or touches(asked, text)


def _in_answers(ruling: Ruling, text: str) -> Slots:
    """What a text states in the words that answer the table's own questions (没签过字)."""
    told = ((i.name, by_answers(i, normalise(text))) for i in ruling.table.inputs if i.answers)
    return {name: value for name, value in told if value}


def _bears_out(ruling: Ruling, text: str) -> bool:
    """Whether a text that changes nothing goes on with a ruling all the same: it states again what
    was stated, says that it is few or many, without a figure (就几百条), or what is not in the data
    (没有病历，也没有银行卡)."""
    if says_how_many(text) or (ruling.despite and denies(ruling.table, text)):
        return ruling.row is not None or bool(ruling.despite)
    if ruling.row is not None and lacks_data(ruling.table, text):
        return True
    rest, of_all = without_total(ruling.table, text, ruling.slots, ruling.day or date.min)
    again = _in_answers(ruling, rest) | stated(ruling.table, rest) | of_all
    instead = {name for condition in ruling.lacking for name in condition.instead}
    held = (ruling.slots.get(n) == v or n in instead for n, v in again.items())
    return bool(again) and all(held)
