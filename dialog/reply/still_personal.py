"""Who asks, behind a case, whether its data are personal information (still), or anonymised.

That is a question for what the words mean. Whatever it says the data lack takes nothing out of the
case, and no table rules anew on it.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.question import Question
from dialog.reply.searching import Search
from dialog.reply.told_cases import case_before
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Gap

_KIND = r"(?:个人(?:信息|数据)|匿名(?:化|的)?(?:信息|数据|处理)?)"
_WHETHER = r"(?:算不算|是不是|属不属于|算不上|算得上|不?(?:算作?|是|属于|构成))"
_ASKED = re.compile(
    rf"(?:算不算|是不是|属不属于)(?:还|也|就|真的?|什么)*{_KIND}(?:范围|的)?(?:了|呢|啊)*[?。! ]*$"
    rf"|{_WHETHER}(?:还|也|就|真的?|什么)*{_KIND}(?:范围|的)?了?(?:吗|么|嘛|不)[?。! ]*$"
    r"|\b(?:is|are|does|do|would|will|can) (?:it|this|that|these|those|they|(?:the|our|such|its)"
    r" \w+)(?: (?:still|really|even|already|then|now|not|be|count|counts|qualify|as|considered"
    r"|regarded|treated|seen|truly))* "
    r"(?:personal (?:data|information|info)|anonymous|anonymi[sz]ed)"
    r"(?: (?:data|information|then|now|already|anyway|at all|enough))*[?. ]*$"
)
_CLAUSES = re.compile(r"[,;。?!\n]+|\.(?=\s|$)")
_TRAITS = re.compile(
    r"年龄|性别|岁数|学历|专业|职业|年级|\b(?:ages?|sex|gender|occupations?|majors?)\b"
)
_LACKS = re.compile(
    r"匿名|没有?|不含|不带|不留|去掉|删|只有|只剩|只留|认不出|看不出"
    r"|\b(?:anonym\w+|no|not|without|only|just|nobody|removed|stripped)\b"
)
Wording = tuple[str, str]
_FEW_TRAITS: Wording = (
    "照片或者记录里只剩年龄、性别，算匿名、可以卖了吗？",
    "Are photographs or records anonymous when only age and sex are left?",
)
_ANONYMITY: Wording = (
    "匿名化做到什么程度就不算个人信息？",
    "When does anonymised data stop being personal information?",
)
_DEFINITION: Wording = ("什么是个人信息？", "What is personal information?")


def asks_if_still_personal(text: str) -> bool:
    """Whether a text asks whether something is personal information or anonymised, and nothing
    else."""
    text = normalise(text).strip()
    found = _ASKED.search(text)
    if found is None:
        return False
    return not any(asks(clause) for clause in _CLAUSES.split(text[: found.start()])[:-1])


async def still_personal(
    text: str, asked: Question, snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is held of how personal information is told from other, where a text asks that of a case
    that a table ruled on or asked back about; ``None`` where it tells a whole case of its own."""
    if not asked.exchanges or not asks_if_still_personal(text):
        return None
    if case_before(snapshot, asked) is None:
        return None
    found = await search(text)
    if found.ruling is not None or found.law is not None or found.graph is not None:
        return None
    plain = normalise(text)
    best = found.best if found.band == "answer" else None
    known = best is not None and not isinstance(best.document, Gap)
    # By its meaning a text is near what it says is not in the data.
    if known and (found.match in ("exact", "near") or not _LACKS.search(plain)):
        return found
    held = await search(_wording(plain)[int(is_english(plain))])
    if held.exact is None:
        return None
    return msgspec.structs.replace(held, chance=PLAIN, band="answer", vector=found.vector)


def _wording(text: str) -> Wording:
    if not _LACKS.search(text):
        return _DEFINITION
    return _FEW_TRAITS if _TRAITS.search(text) else _ANONYMITY
