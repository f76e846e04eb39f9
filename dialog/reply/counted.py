"""Who asks whether what they do is such a thing at all (这也算出境吗, is that also an export): that
is said, and no ruling on the way to go, nor a document on another side of it. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.question import Question
from dialog.reply.told_cases import case_before
from knowledge.answers.table_asked import asks_to_count
from knowledge.answers.table_words import triggers
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_NO_ACCESS = re.compile(
    r"(?:看|查|碰|摸|访问|接触|下载|登录?)不[到了]|(?:没有?|无|不给|不让|不能"
    r"|无法)[^,。;?!]{0,6}(?:权限|访问|看|查|下载|登录|接触|导出)"
    r"|(?:没有?|不)(?:传|发|送|存|放)"
    r"|\b(?:no|without) (?:access|way)|(?:cannot|can['’]t|could not|not able to|unable to) "
    r"(?:see|access|read|query|download|open|log)"
)
"""What says that nothing is given or seen: whether that is one is not known from the case."""


def whether_counted(snapshot: Snapshot, asked: Question, found: Findings) -> Findings | None:
    """What answers who asks whether a case is one of a table at all, where no document on that was
    found; ``None`` where nothing of the kind is asked, or that is open."""
    text = normalise(asked.text)
    if found.law or found.graph or found.exact or _NO_ACCESS.search(text):
        return None
    for table in snapshot.pack.all(DecisionTable).values():
        if not _asks_of(table, asked) or _answers(table, found):
            continue
        case = case_before(snapshot, asked) if asked.exchanges else None
        texts = case.texts if case is not None and case.table.id == table.id else ()
        before = rule_on(table, texts, asked.today) if texts else None
        if before is not None and before.settled:
            alone = msgspec.structs.replace(before, counted=True, alone=True)
            return Findings("none", ruling=alone)
        of_text = found.ruling if found.ruling and found.ruling.table.id == table.id else None
        ruling = of_text or rule_on(table, [*texts, asked.text], asked.today)
        if found.band == "answer":
            return Findings("none", ruling=msgspec.structs.replace(ruling, counted=True))
    return None


def _asks_of(table: DecisionTable, asked: Question) -> bool:
    return asks_to_count(table, asked.text) and triggers(table, normalise(asked.text))


def _answers(table: DecisionTable, found: Findings) -> bool:
    """Whether what was found is a document on that very question."""
    best = found.best if found.band == "answer" else None
    counts = table.decides.counts if table.decides is not None else ()
    if best is None:
        return False
    asked = normalise("\n".join(best.questions))
    return any(normalise(phrase) in asked for phrase in counts)
