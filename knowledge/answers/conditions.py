"""Conditions that stand only in the words of a ruling (集体合同), and who lacks them. Pure.

Where one is lacking, the case is ruled on without what rested on it, and is told why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.aims import denies_aim, slipped_in, tells_aim
from knowledge.answers.hedged import halves
from knowledge.answers.lacking import has, lacks
from knowledge.answers.table_words import Slots
from knowledge.answers.zone_told import half_lost
from knowledge.text import normalise
from knowledge.types import Condition, DecisionTable, Row


def without_lacking(
    table: DecisionTable, slots: Slots, texts: Sequence[str], *, lasting: bool = False
) -> tuple[Slots, tuple[Condition, ...]]:
    """What was stated, with what holds instead of that which rests on conditions that the texts
    lack; and those conditions. ``lasting``: of those alone that lack in every case."""
    lacking: list[Condition] = []
    for condition in table.conditions:
        if lasting and not condition.lasting:
            continue
        if _rests_on(condition, slots) and lacked_in(condition, texts):
            slots = {**slots, **condition.instead}
            lacking.append(condition)
    return slots, tuple(lacking)


def lacking_anyway(
    table: DecisionTable,
    row: Row | None,
    slots: Slots,
    texts: Sequence[str],
    known: Sequence[Condition],
) -> tuple[Condition, ...]:
    """The conditions that are told of whoever lacks them, beside those ``known``, where a row is
    ruled on without what rests on them; and the half of a zone that is elsewhere."""
    if row is None:
        return ()
    anyway = (
        c
        for c in table.conditions
        if c.always
        and c not in known
        and all(slots.get(n) == v and n in row.when for n, v in c.instead.items())
        and lacked_in(c, texts)
    )
    return (*anyway, *half_lost(table, row, slots, texts))


def lacked_in(condition: Condition, texts: Sequence[str]) -> bool:
    """Whether a condition is lacking after texts, of which the last that speaks of it counts."""
    for text in reversed([normalise(t) for t in texts]):
        if _lacks(condition, text):
            return True
        if has(condition.words, text) or tells_aim(condition.aims, text):
            return False
    return False


def rests_on_conditions(table: DecisionTable, slots: Slots) -> bool:
    """Whether what a table concludes holds only under conditions that stand in its words."""
    return any(_rests_on(condition, slots) for condition in table.conditions)


def speaks_of_condition(table: DecisionTable, slots: Slots, text: str) -> bool:
    """Whether a text says that a condition of what was stated is there, or is not."""
    text = normalise(text)
    return any(
        _rests_on(condition, slots) and (_lacks(condition, text) or has(condition.words, text))
        for condition in table.conditions
    )


_CLAIMED = re.compile(
    r"(?:签|勾|点|打|按|写|接受|答应|同意|授权|说|讲)(?:选|上|字|名)?(?:了|过|着|好|的)|里面?(?:就)?(?:有|写)|算(?!法)|够|行不行"
    r"|\b(?:ticked|checked|accepted|agreed|signed|clicked|said|told|got|gave|given|has|have|says|included)\b"
)
"""What claims that something was agreed, rather than asks what is to stand in a text."""


def claims_without(table: DecisionTable, slots: Slots, text: str) -> bool:
    """Whether a text claims what is none of a condition of what was stated: 注册时都勾过协议了."""
    text = normalise(text)
    return any(c.unsaid and _rests_on(c, slots) and _shown(c, text) for c in table.conditions)


def _lacks(condition: Condition, text: str) -> bool:
    if denies_aim(condition.aims, text) or tells_aim(condition.aims_besides, text):
        return True
    if condition.aims_besides and slipped_in(text):
        return True
    return lacks(condition.words, text) or _shown(condition, text)


def _shown(condition: Condition, text: str) -> bool:
    """Whether a normalised text names what is none of a condition, and not the very thing too."""
    shown = any(normalise(phrase) in text for phrase in condition.lacking)
    if condition.unsaid and _CLAIMED.search(text) is None:
        return False
    if halves(text) and all(condition.of.get(n) == (v,) for n, v in condition.instead.items()):
        return False  # 签过授权书，不过只限内部分析 claims no such authorisation.
    return shown and not has(condition.words, text)


def _rests_on(condition: Condition, slots: Slots) -> bool:
    """Whether all that was stated lies within what a condition belongs to."""
    return all(
        set(slots[name].split("|")) <= set(values)
        if name in slots
        else condition.unsaid and name in condition.instead
        for name, values in condition.of.items()
    )
