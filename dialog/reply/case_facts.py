"""What a visitor told of a case before a table was asked for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialog.reply.aspects import asks
from dialog.reply.assent import agrees
from dialog.reply.context import said
from dialog.reply.question import Exchange
from dialog.reply.worded_picks import place_picked
from knowledge.answers.batches import kind_told
from knowledge.answers.dated_tables import implied
from knowledge.answers.table_words import gives, names_data, stated
from knowledge.text import key, normalise
from knowledge.types import DecisionTable

_CLAUSES = re.compile(r"[,，;；。?？!！\n]+|\.(?=\s|$)")
_OWN = re.compile(r"我|咱|本(?:公司|单位|院|校|行|店)|\b(?:we|our|i|my|us)\b")
"""What tells of the visitor's own case."""


def telling_of(text: str) -> str:
    """The clauses of a text that ask nothing: 都是小孩信息 behind 亲子app的数据能卖吗."""
    if not asks(text):
        return text
    return "，".join(c for c in _CLAUSES.split(text) if c.strip() and not asks(c))


def _states(table: DecisionTable, text: str) -> bool:
    return bool(stated(table, text) or kind_told(table, text))


def _of_data(table: DecisionTable, text: str) -> bool:
    """Whether a text tells of data that are given (客户的名字发到日本), whatever it states."""
    return gives(table, text) and names_data(table, text) and not asks(text)


def agreed_to(exchanges: Sequence[Exchange], text: str, table: DecisionTable) -> str:
    """The question for which a table was offered, where a text says yes to that, or picks it: it
    told the case, and its day. Empty where the text does neither."""
    before = exchanges[-1] if exchanges else None
    if before is None or before.outcome != "unknown" or before.entries:
        return ""
    by_name = key(text) in {key(q) for q in (table.question, table.question_english) if q}
    return before.question if agrees(text) or place_picked(text) or by_name else ""


def agreed_case(told: Sequence[str], agreed: str, table: DecisionTable, today: date) -> list[str]:
    """The texts of a case that was ``told`` and then asked about in the question that was
    ``agreed`` to."""
    return [*(t for t in told if t != agreed), agreed, *implied(table, agreed, today)]


def told_first(
    exchanges: Sequence[Exchange], first: int, table: DecisionTable | None, today: date
) -> tuple[list[str], bool]:
    """What was told of the data before the case that began with the exchange at ``first``, where
    the case left that open: 我们有人脸数据, and then 要传给新加坡. Whether that exchange tells any
    of the case itself: a yes does not."""
    before = exchanges[first - 1] if first else None
    opened = exchanges[first]
    if table is not None and not stated(table, opened.question):
        # The table was picked: all that is known of the case was told before.
        told = facts_told(exchanges[:first], table, names_none=True)
        agreed = agreed_to(exchanges[:first], opened.question, table)
        if agreed:
            return agreed_case(told, agreed, table, today), False
        if opened.outcome != "clarify":
            # It concluded by what its labels name, which states nothing by itself.
            return [*told, opened.question, *implied(table, opened.question, today)], False
        return told, True
    if before is None or opened.outcome != "clarify" or before.outcome != "unknown":
        return [], True
    tells = table is not None and not asks(before.question) and stated(table, before.question)
    return ([before.question] if tells else []), True


def facts_told(
    exchanges: Sequence[Exchange],
    table: DecisionTable,
    *,
    names_none: bool,
    of_own: bool = False,
) -> list[str]:
    """What a visitor told of data of their own in the talk, oldest first, up to where another
    matter was begun. Where the last text names no case itself (``names_none``), theirs is meant.
    ``of_own``: only what says that it is of their own."""
    told: list[str] = []
    unanswered = not of_own
    for exchange in reversed(exchanges):
        given = said(exchange.question)
        own = _OWN.search(normalise(exchange.question)) is not None
        # What was only told, right before, is of the case that is told on.
        unanswered = unanswered and not asks(given.text)
        own = own or (unanswered and kind_told(table, given.text) != "")
        if own and (_states(table, given.text) or _of_data(table, given.text)):
            told.append(given.text)
        elif names_none and stated(table, telling := telling_of(given.text)):
            told.append(telling)
        if given.turns:
            break
    if not told and names_none and exchanges and stated(table, exchanges[-1].question):
        # 小孩的数据能卖吗 tells nothing of one's own, and is what the next question speaks of.
        return [exchanges[-1].question]
    return told[::-1]
