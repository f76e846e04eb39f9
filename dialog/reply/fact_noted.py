"""A further fact of a case that changes nothing of its ruling (不是关基; we are registered in the
zone): it is noted in one sentence, with what still stands, rather than all told once more. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dialog.phrases import phrase
from dialog.reply.aspects import asks
from dialog.reply.context import Said, supposes
from dialog.reply.question import Exchange, Question
from dialog.reply.ruling_words import RulingWriter
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.rulings import Ruling
from knowledge.answers.table_words import names_value, stated
from knowledge.answers.zone_told import tells_site
from knowledge.findings import Findings
from knowledge.text import is_english, key, normalise, visible
from knowledge.types import DecisionTable

_LONGEST = 20
"""Characters of a text that tells a fact alone; English has thrice as many."""
_FIGURE = re.compile(r"\d")
_LEAD = re.compile(
    r"^(?:(?:那么?|哦|嗯|对了|还有|另外|而且|其实|但是?|不过|我们?(?:公司|单位)?|咱们?|我司|也|都|就"
    r"|(?:and|but|also|oh|well)(?=[, ]))[,，、 ]*)+(?=.{2})",
    re.IGNORECASE,
)
_DENIED = re.compile(r"没|不含|不是|不涉及|不带|无|\b(?:no|not|none|without|isn't|aren't)\b")
_CONTRADICTS = re.compile(
    r"不对|错|改成|换成|应该是|是说|不是说|\b(?:wrong|instead|actually|mean)\b"
)


def fact_noted(
    frame: Frame, words: Words, meant: Said, asked: Question, found: Findings
) -> Words | None:
    """That a fact was noted, and what stands or is still asked; ``None`` where a text tells no
    such fact, or the ruling is another. ``words``: those of the ruling that was told before."""
    ruling, last = found.ruling, asked.exchanges[-1]
    if ruling is None or words.route != "table" or meant.corrects:
        return None
    if last.outcome != words.outcome or not _tells_fact(ruling.table, meant.text):
        return None
    if words.outcome == "clarify":
        return _still_open(frame, ruling, meant, asked)
    plain = not (ruling.each or ruling.rest or ruling.periods or ruling.about or ruling.lapsed)
    if words.outcome != "answered" or not plain or ruling.row is None or ruling.other is not None:
        return None
    stays = words.lines[: 2 if ruling.assumed else 1]
    line = _noted(frame, "fact_noted", meant, asked, ruling.table)
    return msgspec.structs.replace(words, lines=(line, *stays))


def _still_open(frame: Frame, ruling: Ruling, meant: Said, asked: Question) -> Words | None:
    """The question that is still open, asked shortly; ``None`` where the fact was about it."""
    if ruling.ask is None or ruling.either or not ruling.again:
        return None
    told = stated(ruling.table, meant.text).keys() - {ruling.ask.name}
    site = tells_site(ruling.table, normalise(meant.text))
    if not told and not site and not _denies_one(ruling.table, normalise(meant.text)):
        return None
    words = RulingWriter(frame).write(msgspec.structs.replace(ruling, again=False))
    line = _noted(frame, "fact_noted_open", meant, asked, ruling.table)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def _tells_fact(table: DecisionTable, text: str) -> bool:
    """Whether a text tells a fact of a case and nothing else, with no number of people in it."""
    plain = normalise(text).strip()
    long = len(key(plain)) > _LONGEST * (3 if is_english(plain) else 1)
    if long or asks(plain) or supposes(plain) or _FIGURE.search(plain):
        return False
    if _CONTRADICTS.search(plain):
        return False
    return bool(stated(table, plain)) or tells_site(table, plain) or _denies_one(table, plain)


def _denies_one(table: DecisionTable, plain: str) -> bool:
    """Whether a text denies one of the values of an input: 没有重要数据, no important data."""
    if _DENIED.search(plain) is None:
        return False
    return any(name in plain for i in table.inputs for name in names_value(i))


def _noted(frame: Frame, name: str, meant: Said, asked: Question, table: DecisionTable) -> Line:
    facts = [*_facts_before(asked.exchanges, table), meant.text]
    joint = ", " if frame.english else "、"
    named = joint.join(dict.fromkeys(_LEAD.sub("", visible(f).strip(" ,，。.!！~")) for f in facts))
    return Line(phrase(name, frame.language, facts=named), locked=False, language=frame.language)


def _facts_before(exchanges: tuple[Exchange, ...], table: DecisionTable) -> Iterator[str]:
    """The facts that were told alone right before, oldest first."""
    told: list[str] = []
    for exchange in reversed(exchanges):
        if exchange.entries[:1] != (table.id,) or not _tells_fact(table, exchange.question):
            break
        told.append(exchange.question)
    return iter(reversed(told))
