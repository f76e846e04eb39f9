"""What the exchanges before were about: the matters that they named, and what a ruling led to.
Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.context import MATTERS, done, said, topic_of
from dialog.reply.question import Exchange
from knowledge.library import Snapshot
from knowledge.search.targets import Target
from knowledge.types import DecisionTable

_SPARED = re.compile(r"免|不用|无需|不需要|不能|不在")
"""What a conclusion says is not led to."""
MATTER_BACK = 2
"""Exchanges back to which its matter may have been named."""


def as_meant(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges with what a ruling led to in the place of the case that was told for it."""
    return tuple(
        msgspec.structs.replace(e, question=led) if (led := led_to(snapshot, e)) else e
        for e in exchanges
    )


def sides_spoken_of(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Target, ...]:
    """What answers the sides of the matter spoken of last, those left out that were told."""
    told = {entry for e in exchanges for entry in e.entries}
    for exchange in reversed(exchanges):
        if exchange.outcome in MATTERS:
            found = snapshot.matters.all_sides(named(snapshot, exchange))
            if found:
                return tuple(t for t in found if t.id not in told)
    return ()


def named(snapshot: Snapshot, exchange: Exchange) -> tuple[str, ...]:
    """The texts that name what an exchange was about, the most telling last: the question, the
    thing that it asks how to do, what a table concluded."""
    led = led_to(snapshot, exchange)
    question = said(exchange.question).text
    return tuple(n for n in (question, done(question), led) if n)


def matters_named(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    """What the matter spoken of last is called, the most telling name first."""
    held = [e for e in exchanges if e.outcome in MATTERS][-MATTER_BACK:]
    names = (
        snapshot.matters.name_in(text)
        for exchange in reversed(held)
        for text in reversed(named(snapshot, exchange))
    )
    return tuple(dict.fromkeys(n for n in (*names, topic_of(exchanges)) if n))


def led_to(snapshot: Snapshot, exchange: Exchange) -> str:
    """The matter to which the ruling of an exchange led, if it was one: 数据出境安全评估."""
    if not exchange.entries:
        return ""
    target = snapshot.index.target(exchange.entries[0])
    if target is None or not isinstance(target.document, DecisionTable):
        return ""
    table = target.document
    row = next((r for r in table.rows if r.id in exchange.entries[1:2]), None)
    clauses = re.split(r"[,，。]", row.conclusion) if row is not None else []
    clauses = [c for c in clauses if not _SPARED.search(c)]
    case = {label for i in table.inputs for label in i.labels}
    # What the case consisted of is named first, and is not what it led to.
    named = (snapshot.matters.name_in(c) for c in clauses)
    return next((n for n in named if n and n not in case), table.name)
