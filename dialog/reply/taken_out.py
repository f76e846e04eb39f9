"""What a visitor takes out of the case that a table ruled on, or asked back about (we removed the
diagnoses, 那病史不给呢), where that changes nothing that was stated."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import Aspect, asks, aspects_of
from dialog.reply.context import leaves_undone
from dialog.reply.question import Question
from dialog.reply.several import parts_of
from dialog.reply.told_cases import case_before
from dialog.reply.treated import treatment_of
from knowledge.answers.table_words import occurs
from knowledge.answers.tables import rule_on
from knowledge.answers.taken_away import takes_away
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

_LONGEST = 24
"""Characters beyond which a text tells a case of its own; English has four times as many."""
_ASKED_BESIDES = frozenset[Aspect](("time", "fee", "papers", "place", "penalty"))
"""What may be asked of the matter and is no part of a ruling."""
_OUT = re.compile(
    r"(?:那|要是|如果|我们?|先|就|把|[, ])*[^,。?!]{1,10}?(?:那[1一]?[列栏块]|这些)?(?:我们?|都"
    r"|全部?|也|先|给|就|已经)*"
    r"(?:去掉|去除|删除|删掉?|剔除|拿掉|不给|不传|不卖|不要|不发|不提供)(?:了|呢|的话|以后|之后"
    r"|行吗|可以吗|行不行|吗|[?。, ])*"
    r"|(?:ok(?:ay)?|and|so|but|then|well|what|if|suppose|now|[, ])*(?:we|i)(?:'ve| have| would"
    r"| will|'d)?"
    r"(?: now| already| just)? (?:remov|delet|strip|drop|leav|left|tak|took|exclud)\w*(?: out)?"
    r" (?:all |the |our |their |any )*[a-z' -]{3,30}?(?: out)?(?: first| now| then| from it)?"
    r"(?:[,.?! ]+(?:(?:and|what|how about|is it (?:ok(?:ay)?|fine)|can we) ?)*"
    r"(?:now|then|ok(?:ay)?|enough|fine|sell|send|it)?)*[?.! ]*"
)


def changed_data(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What the table says of a case after a text that takes some of its data out, or lists all that
    is left of them, and changes what was stated; ``None`` where it asks for something else besides,
    or tells a whole case of its own."""
    case = case_before(snapshot, asked) if asked.exchanges else None
    if case is None or not takes_away(case.table, normalise(text)) or leaves_undone(text):
        return None  # What if we send it without asking: no data is taken out.
    if _ASKED_BESIDES & {a for part in parts_of(text) if asks(part) for a in aspects_of(part)}:
        return None
    whole = snapshot.ruling(text, asked.today)
    if whole is not None and whole.settled:
        return None
    before = rule_on(case.table, case.texts, asked.today)
    ruling = rule_on(case.table, [*case.texts, text], asked.today)
    changed = ruling.slots != before.slots or ruling.stays
    if not changed or not (ruling.settled or ruling.ask is not None):
        return None
    told = ruling.row is not None and ruling.row.id in case.rows[-1:]
    return Findings("none", ruling=msgspec.structs.replace(ruling, same=told and not ruling.stays))


def taken_out(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What the table says then: the question that is open still, or its ruling where it knows what
    was taken out; ``None`` where nothing is taken out, or no table was told the case."""
    told = normalise(text).strip()
    if not asked.exchanges or len(told) > _LONGEST * (4 if is_english(told) else 1):
        return None
    if _OUT.fullmatch(told) is None:
        return None
    case = case_before(snapshot, asked)
    if case is None or not (case.near or _treated_since(snapshot, asked)):
        return None
    ruling = rule_on(case.table, [*case.texts, text], asked.today)
    if ruling.ask is not None:
        return Findings("none", ruling=msgspec.structs.replace(ruling, again=False))
    if ruling.row is None or not _denies(case.table, told):
        return None
    same = ruling.row.id in case.rows[-1:]
    return Findings("none", ruling=msgspec.structs.replace(ruling, same=same))


def _treated_since(snapshot: Snapshot, asked: Question) -> bool:
    """Whether all that was asked since a table ruled or asked back was whether what is done to the
    data changes anything."""
    tables = snapshot.pack.all(DecisionTable)
    since: list[str] = []
    for exchange in reversed(asked.exchanges):
        if exchange.entries and exchange.entries[0] in tables:
            break
        since.append(exchange.question)
    return all(treatment_of(question) for question in since)


def _denies(table: DecisionTable, text: str) -> bool:
    phrases = (p for known in table.inputs for words in known.words.values() for p in words)
    return any(occurs(normalise(p), text) == (False, True) for p in phrases)
