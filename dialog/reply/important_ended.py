"""Who tells behind, or in, a case of data sent abroad that these are important data no longer, or
that nobody ever told them so: the case is ruled on without that, and where nothing else is known of
the data, the document that says what holds then is told. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.question import Question
from knowledge.answers.important_no_more import no_more
from knowledge.answers.table_words import gives
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_ENDED = "原来被认定为重要数据，后来撤出目录了，出境还要评估吗？"
"""The wording of the document on data that are important no longer."""
_BACK = 3
"""Exchanges back to which the data may have been called important."""
_PROCEDURE = re.compile(
    r"评估|申报|报不报|要报|还报|手续|要办|办啥|怎么办|怎么弄|\b(?:assess\w*|fil(?:e|ing)|declare|report)\b|[?？]?$"
)
_SELLS = re.compile(r"卖|挂牌|上架|交易|\b(?:sell|list|trade)\b")


def important_ended(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is known where data are important no longer; ``None`` to any other text."""
    before = [e.question for e in asked.exchanges[-_BACK:]]
    told = [normalise(t) for t in (*before, text)]
    ended = [n for n in range(len(told)) if no_more(told[n], told[:n])]
    if not ended or ended[-1] < len(told) - 2 or _SELLS.search(told[-1]):
        return None
    if not _PROCEDURE.search(told[-1]):
        return None
    for table in snapshot.pack.all(DecisionTable).values():
        if not table.places_abroad or not any(gives(table, t) for t in (*told, "，".join(told))):
            continue
        ruling = rule_on(table, [*before, text], asked.today)
        if ruling.settled:
            return Findings("none", ruling=msgspec.structs.replace(ruling, again=False))
        found = snapshot.at_once(_ENDED)
        return found if found is not None and found.band == "answer" else None
    return None
