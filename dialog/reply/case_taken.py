"""What a case that is told over several texts rests on beside the one on which it was ruled: the
figures that a question tells before it asks, and the texts from which a ruling took what its own
left open. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialog.reply.case_facts import telling_of
from dialog.reply.question import Exchange
from knowledge.answers.table_words import stated, triggers
from knowledge.answers.tables import rule_on
from knowledge.answers.transit import pass_together
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_LIMIT = re.compile(
    r"(?:没有?|未|不)(?:超过?|到|满|足|过)?[^,。;?!\d]{0,3}\d|(?:超过|[低少多高]于)[^,。;?!\d]{0,3}\d"
    r"|\d[^,。;?!]{0,3}以[内下上]"
    r"|\b(?:under|below|fewer than|less than|more than|over|exceed\w*|within|not even) \d"
)
"""What holds a number against another."""
_EARLIER = 4
"""Exchanges before a case in which it may have been told where its data come from."""


def figures_told(snapshot: Snapshot, text: str) -> bool:
    """Whether a text that asks tells the figures of a case before that (就这三千户，要办啥). Who
    only holds them against a limit (没超过十万，是不是免) tells none, unless that is a range."""
    telling = telling_of(text)
    limited = _LIMIT.search(normalise(telling)) is not None
    for table in snapshot.pack.all(DecisionTable).values():
        told = stated(table, telling)
        if table.needs and all(n in told and (not limited or "~" in told[n]) for n in table.needs):
            return True
    return False


def with_taken(
    before: Sequence[Exchange], told: list[str], table: DecisionTable, today: date
) -> list[str]:
    """The texts of a case that was concluded, with those ``before`` them from which the ruling took
    what they leave open."""
    texts = list(told)
    earlier = [e.question for e in before[-_EARLIER:]]
    if table.places_abroad and earlier and pass_together([*earlier, ",".join(told)]):
        return [*earlier, *told]
    for exchange in reversed(before):
        if rule_on(table, texts, today).settled:
            return texts
        if stated(table, exchange.question) or triggers(table, normalise(exchange.question)):
            texts = [exchange.question, *texts]
    return texts if rule_on(table, texts, today).settled else told
