"""What a visitor told of themselves in the texts before, whatever answered these: what a table
rules on holds of them as long as they do not take it back. Pure.

A question states nothing (我们算关键信息基础设施吗), nor does what is said of others (客户是关基),
or what is only wished or supposed (准备搬到临港).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dialog.reply.aspects import asks
from dialog.reply.context import said
from dialog.reply.kept import kept
from dialog.reply.question import Exchange, Question
from knowledge.answers.lasting_facts import with_lasting_facts
from knowledge.answers.rulings import Ruling
from knowledge.answers.tables import with_lasting
from knowledge.text import normalise

_CLAUSES = re.compile(
    r"[,，;；。?？!！\n]+|\.(?=\s|$)|\b(?:and|but|so)\b(?= (?:what|how|which|do|must))"
)
_OWN = re.compile(
    r"我|咱|本(?:公司|单位|院|校|行|店|厂|人)|公司|单位|作为|身为"
    r"|\b(?:we|our|i|my|us|as an?)\b"
)
_OTHERS = re.compile(
    r"(?:客户|对方|合作方|合作伙伴|供应商|买方|卖方|买家|卖家|接收方|朋友|亲戚|同行|同学|隔壁|别人|人家|他们?|她|听说|据说|有的|有些|某|"
    r"别的|别家|另外?[1一][家个]|其他|母公司|总公司|子公司|股东|上家|下家|哪[种些]|什么样)"
    r"(?!(?:的)?(?:数据|信息|资料|名单|名字|电话))[^,]{0,12}"
    r"|(?:替|帮|[给为])[^,]{0,12}(?:做|干|办|打理|处理|代)"
    r"|\b(?:(?:our|the|a|my|their|some|another) (?:client|customer|partner|supplier|buyer|friend"
    r"|parent|subsidiary|recipient|competitor|other)\w*|they|their|he|she|heard|somebody|someone)\b"
)
"""Of whom else something is said."""
_BEGINS_OWN = re.compile(
    r"(?:我们?|咱们?|我司|本?公司|本?单位)(?!们?(?:的|有[个家1一几些]|跟|和|与))|we (?!have|know)"
)
"""A clause of the speaker's own doing, whomever it names besides."""
_NOT_YET = re.compile(
    r"想|打算|准备|计划|将来|以后会|如果|要是|假如|假设|万一|争取|考虑|可能|也许|会不会|还没|即将|快要"
    r"|\b(?:if|plan\w*|want|wish|would|might|may|maybe|perhaps|intend|consider\w*|suppose|going to"
    r"|about to|thinking)\b"
)
_ABOUT_DATA = re.compile(r"数据|资料|信息|名单|传|发|\b(?:send|export|data|transfer)")
_ASKED_FROM = re.compile(
    r"(?:有)?(?:什么|哪|怎|如何|多少|啥|咋|几|要不要|需不需要?|用不用|能不能|可不可以|该不该|是否)"
    r"|\b(?:what|which|how|who|when|where|why|do|does|must|should|can|may)\b"
)
_YES_NO = re.compile(r"(?:是不是|算不算|属不属于|在不在|有没有|是否)|[吗么吧][?？]?$")
_LIKE_US = re.compile(
    r"^(?:我们?|咱们?|本公司|公司)(?:就是|正是|也是|就属于|就算)(?:这[种样个]|的|,|$)"
)
"""Who says that what they asked of in general holds of them."""


def with_own_facts(ruling: Ruling, asked: Question) -> Ruling:
    """A ruling with what its visitor told of themselves in the whole conversation."""
    texts = [*(e.question for e in asked.exchanges), asked.text]
    told = facts_of(asked.exchanges, asked.text)
    with_facts = with_lasting_facts(ruling, told, asked.text, asked.today)
    return with_lasting(with_facts, texts, asked.today)


def facts_of(exchanges: Sequence[Exchange], text: str) -> list[str]:
    """What each text before tells of the visitor, oldest first; ``text``: the one that is asked
    now, which may say that all of the one before it was meant of them."""
    texts = [*(e.question for e in exchanges), text]
    told: list[str] = []
    for earlier, later in pairwise(texts):
        meant = _LIKE_US.match(normalise(later)) is not None
        clauses = _telling(said(earlier).text, meant=meant)
        if clauses:
            told.append(clauses)
    return told


@kept
def _own_clauses(text: str) -> tuple[tuple[str, bool], ...]:
    """The clauses of a text that state something, and whether each is plainly of the speaker."""
    found: list[tuple[str, bool]] = []
    theirs = False
    for clause in map(str.strip, _CLAUSES.split(normalise(text))):
        own = _OWN.search(clause) is not None
        others = _OTHERS.search(clause) is not None
        # What follows (合作伙伴在临港，也从临港发) is still of them, until we are named again.
        theirs = (others and not _BEGINS_OWN.match(clause)) or (theirs and not own)
        if others or theirs or (_NOT_YET.search(clause) and not _ABOUT_DATA.search(clause)):
            continue
        if asks(clause):
            start = _ASKED_FROM.search(clause)
            if start is None or _YES_NO.search(clause) or not own:
                continue
            found.append((clause[: start.start()], own))
        elif clause:
            found.append((clause, own))
    return tuple(found)


def _telling(text: str, *, meant: bool) -> str:
    asking = asks(text) or text.rstrip().endswith(("?", "？"))
    return "，".join(c for c, own in _own_clauses(text) if own or meant or not asking)
