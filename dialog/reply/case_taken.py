"""What a case that is told over several texts rests on beside the one on which it was ruled: the
figures that a question tells before it asks, and the texts from which a ruling took what its own
left open. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialog.reply.case_facts import telling_of
from dialog.reply.question import Exchange
from knowledge.answers.table_words import stated, triggers
from knowledge.answers.tables import rule_on
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable


def figures_told(snapshot: Snapshot, text: str) -> bool:
    """Whether a text that asks tells the figures of a case before that (就这三千户，要办啥)."""
    telling = telling_of(text)
    tables = snapshot.pack.all(DecisionTable).values()
    return any(t.needs and set(t.needs) <= set(stated(t, telling)) for t in tables)


def with_taken(
    before: Sequence[Exchange], told: list[str], table: DecisionTable, today: date
) -> list[str]:
    """The texts of a case that was concluded, with those ``before`` them from which the ruling took
    what they leave open."""
    texts = list(told)
    for exchange in reversed(before):
        if rule_on(table, texts, today).settled:
            return texts
        if stated(table, exchange.question) or triggers(table, normalise(exchange.question)):
            texts = [exchange.question, *texts]
    return texts if rule_on(table, texts, today).settled else told
