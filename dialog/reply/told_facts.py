"""What was found for a question, with what the visitor told of the case several turns back: what a
table would ask for again, or rule without, is taken from there. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.asked_besides import asked_besides_ruling
from dialog.reply.case_facts import agreed_case, agreed_to, facts_told
from dialog.reply.own_facts import with_own_facts
from dialog.reply.question import Question
from dialog.reply.told_cases import CASE, case_before
from knowledge.answers.listed_fields import unlisted
from knowledge.answers.reasons import counted_anew
from knowledge.answers.table_facts import told_before
from knowledge.answers.table_words import gives, names_data, stated
from knowledge.answers.tables import Ruling, rule_on
from knowledge.answers.taken_away import data_of, left_unread, of_other_data
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_POINTING = re.compile(
    r"(?:这些|那些|这批|那批|它们|上述|前面说的|刚才说的|我们的?)(?:数据|信息|资料|东西)?"
    r"|\b(?:this|these|that|those|our|the|all the|all our) (?:data|information|files|records)\b"
)
"""What points to data that were told of, and names none."""


def with_facts_told(snapshot: Snapshot, asked: Question, findings: Findings) -> Findings:
    """What was found, where that is a table that must ask first, with what the visitor told of the
    case several turns back: that is not asked for again."""
    if findings.taken is not None or (findings.ruling is not None and findings.ruling.alone):
        return findings  # Each is told by itself, or nothing of the case is.
    found = _with_facts_told(snapshot, asked, findings)
    if found.ruling is None:
        return found
    lasting = with_own_facts(found.ruling, asked)
    if lasting is found.ruling:
        return found
    if lasting.ask is not None and found.ruling.ask is None:
        # In the zone the trade decides as well, and that may have been told.
        told = facts_told(asked.exchanges, lasting.table, names_none=False)
        lasting = told_before(lasting, told, asked.today, text=asked.text) if told else lasting
    return msgspec.structs.replace(found, ruling=lasting)


def _with_facts_told(snapshot: Snapshot, asked: Question, findings: Findings) -> Findings:
    ruling = findings.ruling or _of_told_case(snapshot, asked, findings)
    table = findings.best.document if findings.best is not None and ruling is None else None
    picked = isinstance(table, DecisionTable) and findings.band == "answer" and not findings.law
    if picked and isinstance(table, DecisionTable):
        changed = _of_changed_case(snapshot, asked, table)
        if changed is not None:
            return Findings("exact" if changed.settled else "none", ruling=changed)
        ruling = rule_on(table, [asked.text], asked.today)
    if ruling is None:
        return findings
    found = findings.ruling is None or findings.match != "none"
    if found and asked_besides_ruling(snapshot, asked, ruling):
        return msgspec.structs.replace(findings, ruling=None)
    if ruling.settled or ruling.ask is None:
        return findings if ruling is findings.ruling else Findings("none", ruling=ruling)
    before = [e.question for e in asked.exchanges]
    if ruling.ask is data_of(ruling.table) and of_other_data(ruling.table, asked.text, before):
        return findings  # What was named before is not what is asked of.
    anew = counted_anew(ruling.table, [*before[-CASE:], asked.text])
    # A field that nobody knows is no milder for what stood beside it before.
    if anew or unlisted(ruling.ask, normalise(asked.text)):
        return findings if ruling is findings.ruling else Findings("none", ruling=ruling)
    told = facts_told(asked.exchanges, ruling.table, names_none=picked)
    agreed = agreed_to(asked.exchanges, asked.text, ruling.table) if picked else ""
    if agreed:
        # The question that the table was offered for told the case, and its day.
        texts = agreed_case(told, agreed, ruling.table, asked.today)
        ruled = rule_on(ruling.table, texts, asked.today)
        return Findings("exact" if ruled.settled else "none", ruling=ruled, chance=1.0)
    with_case = told_before(ruling, told, asked.today, text=asked.text) if told else ruling
    if found and asked_besides_ruling(snapshot, asked, with_case):
        return msgspec.structs.replace(findings, ruling=None)
    if with_case.settled:
        # A table that is asked for by its name is one question, whatever it asks in its wording.
        return Findings("exact" if picked else "none", ruling=with_case, chance=float(picked))
    further = rule_on(ruling.table, [*told, asked.text], asked.today) if picked and told else ruling
    if further.ask is ruling.ask and ruling is findings.ruling:
        return findings
    return Findings("none", ruling=msgspec.structs.replace(further, again=False))


def _of_changed_case(snapshot: Snapshot, asked: Question, table: DecisionTable) -> Ruling | None:
    """The ruling of a table that was asked back for and is agreed to, where the very text before
    changed the case that it had ruled on: what that took out is no part of it any more, and what it
    left unclear is asked for. ``None`` where there is no such case."""
    last = asked.exchanges[-1] if asked.exchanges else None
    case = case_before(snapshot, asked)
    if last is None or case is None or case.table.id != table.id:
        return None
    if last.outcome != "unknown" or last.entries:
        return None
    texts = list(case.texts)
    if last.question not in texts and stated(table, last.question):
        texts.append(last.question)
    ruling = rule_on(table, texts, asked.today)
    unread = left_unread(table, normalise(last.question))
    given = {n: v for n, v in ruling.slots.items() if n != unread}
    return rule_on(table, [], asked.today, given=given) if unread else ruling


def _of_told_case(snapshot: Snapshot, asked: Question, findings: Findings) -> Ruling | None:
    """The ruling where a text asks what to do with data that it does not name (要什么手续), and
    the visitor told several turns back of whose they are."""
    text = normalise(asked.text)
    if findings.band == "answer" or findings.exact or findings.law or findings.graph:
        return None
    for table in snapshot.pack.all(DecisionTable).values():
        if not gives(table, text) or names_data(table, _POINTING.sub("", text)):
            continue
        told = facts_told(asked.exchanges, table, names_none=False, of_own=True)
        for fact in reversed(told):
            ruling = snapshot.ruling(f"{fact}，{asked.text}", asked.today)
            if ruling is not None and ruling.table.id == table.id:
                return ruling
    return None
