"""Whether a text asks for something that a ruling just told does not speak of: it is searched then,
for the same words once more would not hear it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialog.reply.aspects import asks
from dialog.reply.context import supposes
from dialog.reply.covering import own_words
from dialog.reply.question import Exchange, Question
from dialog.reply.several import told_and_asked
from knowledge.answers.relative_dates import without_relative
from knowledge.answers.table_asked import asks_for_copies
from knowledge.answers.table_words import stated
from knowledge.answers.tables import Ruling
from knowledge.answers.told_of import without_told
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_TOLD = 4
"""Exchanges back to which a ruling may have been told that a text asks besides of."""
_EITHER = re.compile(r"还是")
"""What asks which of two things it is, with no other word that asks."""
_FIGURE = re.compile(r"\d|的话")
_CLAUSES = re.compile(r"[,，;；。?？!！\n]+|\.(?=\s|$)")
_OUTCOME = re.compile(
    r"怎么(?:办|弄|走|算|样)|咋[办弄算]|如何|(?:可以|能|行|算|免|对|是)(?:了|的)?(?:吗|么|吧|不|嘛)|是不是|呢$|会怎"
    r"|走?哪[条种个]|要不要|用不用|需不需要|能不能|可不可以|行不行"
    r"|^(?:and |so |then |but |,)*(?:do|does|is|are|can|may|must|should|would|will"
    r"|what (?:then|now|if|about))\b"
)
"""What asks for the outcome of a case, naming nothing."""
_DECIDED = re.compile(
    r"合同|评估|认证|手续|申报|备案|办(?!法)|免|签(?!字|名|收)|(?:合|加)(?:起来|1起|在1起|并)|累计|[1一]起算|行不|可以|能行"
    r"|\b(?:contract|assess\w*|certif\w*|exempt\w*|waive\w*|fil(?:e|ing)|need|add (?:up|to)"
    r"|together|required?|hook|must)\b"
)
"""What asks for what a table decides on, by whatever name."""
_OF_WORDS = re.compile(
    r"(?:写|填|列|注明|包括|包含|讲|说|告诉|告知|通知|准备|交|签|找|问|发)(?:些|点|个|清楚?|明白?)*(?:什么|啥|哪|谁|几)"
    r"|(?:怎么|如何|咋|怎样)(?:写|填|拟|签|问|说|讲|收|征|取得|拿到|通知|告知|准备)|模板|范本|样本|格式"
    r"|\b(?:what|how)\b.{0,40}\b(?:say|write|word|contain|include|tell|draft|obtain|collect|prepare)\b"
    r"|\btemplate|\bsample\b"
)
"""What asks for the words of a paper, or how such a thing is got."""


def asks_besides(snapshot: Snapshot, text: str, ruling: Ruling, last: Exchange) -> bool:
    """Whether a text asks for something else than what a ruling just told says (是孩子自己同意，
    还是家长; 让他们重新签，要写些啥)."""
    row = ruling.row
    if row is None or last.outcome == "clarify" or last.entries[1:2] != (row.id,):
        return False
    if supposes(text):
        return False
    # 前年呢 names a day of the same ruling, as 2024年呢 does.
    own = told_and_asked(without_told(normalise(text)))[1]
    question = without_relative(normalise(own), ruling.day or date.max)
    clauses = [c for c in _CLAUSES.split(question) if asks(c) or _EITHER.search(c)]
    if not clauses:
        return False
    if any(_OF_WORDS.search(c) for c in clauses):
        return True
    if _tells_anew(ruling.table, text, last) and any(_DECIDED.search(c) for c in clauses):
        return False
    held = _said(ruling, last)
    segmenter = snapshot.index.segmenter
    for clause in clauses:
        words = [w for w in own_words(clause, segmenter) if not _FIGURE.search(w)]
        if not words and not _OUTCOME.search(clause) and not _FIGURE.search(clause):
            return True
    words = own_words(question, segmenter)
    return any(word not in held and not _FIGURE.search(word) for word in words)


def asks_anew_of(snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text asks, of something new that it tells of the case just ruled on, what its table
    decides."""
    last = exchanges[-1] if exchanges else None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0]) if last and last.entries else None
    if last is None or table is None or not _tells_anew(table, text, last):
        return False
    clauses = [c for c in _CLAUSES.split(normalise(text)) if asks(c)]
    return any(_DECIDED.search(c) for c in clauses) and not any(map(_OF_WORDS.search, clauses))


def _tells_anew(table: DecisionTable, text: str, last: Exchange) -> bool:
    """Whether a text states other of what a table needs than the one before (年后再发五万，要签
    合同吗): what is asked is asked of that."""
    needs = table.needs
    told, before = stated(table, text), stated(table, last.question)
    return bool(needs) and all(n in told and told[n] != before.get(n) for n in needs)


def asked_besides_ruling(snapshot: Snapshot, asked: Question, ruling: Ruling) -> bool:
    """Whether a question asks for something else than a ruling that was told in one of the last
    exchanges says, and tells no case of its own."""
    row, needs = ruling.row, set(ruling.table.needs)
    copies = asks_for_copies(normalise(asked.text))
    if needs and needs <= set(stated(ruling.table, asked.text)) and not copies:
        return False
    told = [e for e in asked.exchanges[-_TOLD:] if row and e.entries[1:2] == (row.id,)]
    return bool(told) and asks_besides(snapshot, asked.text, ruling, told[-1])


def _said(ruling: Ruling, last: Exchange) -> str:
    """The words of a ruling, of what its table asks and decides, and of the question before."""
    row, table = ruling.row, ruling.table
    inputs = (p for i in table.inputs for words in i.words.values() for p in words)
    spoken = [*inputs, last.question]
    if row is not None:
        spoken.extend((row.conclusion, *row.duties, *row.duties_english))
    if table.decides is not None:
        spoken.extend((*table.decides.things, *table.decides.deeds))
    return normalise(" ".join(spoken))
