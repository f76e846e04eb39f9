"""A case that is told over several turns: what a decision table rules when its question is
answered, or when what the ruling rested on changes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import Said, leans, nameless, supposes
from dialog.reply.question import Exchange, Question
from dialog.reply.spoken_of import MATTER_BACK
from knowledge.answers.table_replies import answered
from knowledge.answers.table_words import stated
from knowledge.answers.tables import Ruling, rule_on, told_before
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_OFFERED = 3
"""Exchanges for which a choice that was offered stays open."""
_CASE = 4
"""Exchanges back to which a case may have been told."""
_TELLS = re.compile(
    r"\d|不|没|只|就|含|大概|左右|差不多|[一几]点|我们|其实|\b(?:only|just|about|no|not)\b"
)
"""What tells more of a case, rather than names a thing to hear of."""


def continued(snapshot: Snapshot, text: str, asked: Question, *, corrects: bool) -> Ruling | None:
    """The ruling that goes on when a text answers the question that a table asked back, or changes
    what the ruling before rested on."""
    exchanges = _up_to_the_offer(snapshot, text, asked.exchanges)
    exchanges = (
        exchanges if corrects or not supposes(text) else _up_to_the_case(snapshot, exchanges)
    )
    if not exchanges or not exchanges[-1].entries:
        return None
    last = exchanges[-1]
    tells = not asks(text) and _TELLS.search(normalise(text)) is not None
    if last.outcome != "clarify" and not (
        corrects or tells or supposes(text) or leans(text, asked.exchanges)
    ):
        return None
    chain = _chain(snapshot, exchanges, asked)
    return snapshot.continued(last.entries[0], [*chain, text], asked.today)


def replied(snapshot: Snapshot, text: str, asked: Question) -> Ruling | None:
    """The ruling where a text answers the very question that a table just asked back, by a choice
    or in its own words. What it says besides (就签了服务协议) is no question of its own."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries or asks(text):
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    chain = _chain(snapshot, asked.exchanges, asked)
    open_input = rule_on(table, chain, asked.today).ask
    if open_input is None or open_input.lower or not answered(open_input, text):
        return None
    return snapshot.continued(table.id, [*chain, text], asked.today)


def still_asked(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The question that a table asked back and that is still open, where a text asks for a side of
    what it leads to: that depends on the answer."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries or not nameless(text):
        return None
    if not asks(text):
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    ruling = rule_on(table, _chain(snapshot, asked.exchanges, asked), asked.today)
    return Findings("none", ruling=ruling) if ruling.ask is not None else None


def over_several(
    snapshot: Snapshot, given: Said, asked: Question, findings: Findings
) -> Findings | None:
    """The ruling on a case that was told over several texts."""
    text = given.text
    earlier = [e.question for e in asked.exchanges][-_CASE:]
    told = not asks(text) and findings.match not in ("exact", "near")
    if earlier and findings.ruling is None and (findings.band != "answer" or told):
        over = snapshot.ruling_over(earlier, text, asked.today, matter=MATTER_BACK)
        if over is not None:
            return Findings("none", ruling=over)
    leaning = given.corrects or leans(text, asked.exchanges)
    if leaning and findings.ruling is not None:
        with_case = told_before(findings.ruling, earlier, asked.today, text=text)
        return msgspec.structs.replace(findings, ruling=with_case)
    return None


def _chain(snapshot: Snapshot, exchanges: Sequence[Exchange], asked: Question) -> list[str]:
    """The texts that told the case on which the last exchange ruled."""
    table = exchanges[-1].entries[:1]
    first = len(exchanges)
    while first and exchanges[first - 1].entries[:1] == table:
        first -= 1
        if snapshot.ruling(exchanges[first].question, asked.today) is not None:
            # It states a whole case: what was said before belongs to another one.
            break
    told = [e.question for e in exchanges[first:]]
    return [*_told_first(snapshot, exchanges, first), *told]


def _told_first(snapshot: Snapshot, exchanges: Sequence[Exchange], first: int) -> list[str]:
    """What was told of the data before the case, where the case left that open: 我们有人脸数据, and
    then 要传给新加坡."""
    before = exchanges[first - 1] if first else None
    if before is None or exchanges[first].outcome != "clarify" or before.outcome != "unknown":
        return []
    table = snapshot.pack.all(DecisionTable).get(exchanges[first].entries[0])
    told = table is not None and not asks(before.question) and stated(table, before.question)
    return [before.question] if told else []


def _up_to_the_offer(
    snapshot: Snapshot, text: str, exchanges: tuple[Exchange, ...]
) -> tuple[Exchange, ...]:
    """The exchanges until a choice was offered that is the text: it may still be tapped after
    something else was asked in between (什么是敏感个人信息)."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _OFFERED - 1), -1):
        exchange = exchanges[place]
        if exchange.outcome == "clarify" and exchange.entries:
            offered = snapshot.offers(exchange.entries[0], text)
            return exchanges[: place + 1] if offered else exchanges
    return exchanges


def _up_to_the_case(snapshot: Snapshot, exchanges: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    """The exchanges without those behind the case told last that asked only for sides of what it
    led to: what is supposed then (要是里面有…呢) changes the case."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _CASE - 1), -1):
        exchange = exchanges[place]
        if exchange.entries and exchange.entries[0] in snapshot.pack.all(DecisionTable):
            return exchanges[: place + 1]
        if not nameless(exchange.question) and exchange.outcome != "smalltalk":
            break
    return exchanges
