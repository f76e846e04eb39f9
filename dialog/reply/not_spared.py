"""Who operates critical information infrastructure and takes few people for spared (关基运营者不到
十万人可以免吗; 既然十万人以下免申报，那我们关基也不用报了对吗): no number spares an operator. Pure.

By its words such a text is near what spares others, where the operator stands as a condition.
"""

from __future__ import annotations

import re

from dialog.reply.question import Question
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

OPERATORS = "关键信息基础设施运营者出境1条个人信息要评估吗？"

_OPERATOR = re.compile(
    r"关基|关键(?:信息)?(?:基础)?设施|关键(?:信息)?运营者|(?<![a-z])ciios?(?![a-z])"
    r"|\bcritical (?:information )?infrastructure\b"
)
_DENIED = re.compile(
    r"(?:不是|并非|非|不属于|不算|没被(?:认定|列)为?|未被?认定为?|也?不做)(?:什么)?(?:关基|关键)"
    r"|除(?:了)?(?:关基|关键)|(?:关基|关键)[^,。;?!]{0,10}(?:除外|以外|之外)"
    r"|\b(?:not|no|non|isn['’]t|aren['’]t|other than|except|unless)\b[^.;?!]{0,12}\b(?:ciio"
    r"|critical)\b"
)
_FEW = re.compile(
    r"(?:不满|不到|不足|没到|未满|没满|少于|低于|小于|未达到?|达不到"
    r"|不超过)[^,。;?!]{0,4}?\d[^,。;?!]{0,6}"
    r"|\d[^,。;?!]{0,4}(?:以下|以内|之内|都?不到)|人数?(?:很|这么|比较|不)?(?:少|多(?=[,，]|的话"
    r"|是不是))|(?:少量|小批量|量[很小少]|只有?(?:几|\d))"
    r"|\b(?:fewer|less|under|below|only|small|few|not (?:even )?reach\w*)\b"
)
_SPARED = re.compile(
    r"免|不(?:用|必|需要?|要)(?:做|办|去|再|了|申|评|报)|不(?:申报|报|评估)"
    r"|没有?(?:什么)?(?:手续|义务)|也?能走|豁免"
    r"|\b(?:exempt\w*|waive[ds]?|waiver|spared|free (?:of|from)|no (?:need|assessment)"
    r"|(?:not|n['’]t) (?:need|have) to|skip)\b"
)
_OTHER = re.compile(
    r"合同|员工|职工|紧急|救|订单|订票|预订|购物|寄递|境外(?:收集|来)|入境|匿名|(?:不含|没有"
    r"|无)个人|自贸|临港|清单|采购|网络产品|等级保护|云|认定|处罚|罚"
    r"|\b(?:contracts?|employees?|staff|emergenc\w+|orders?|bookings?|anonymi\w+|no personal"
    r"|zone|fined?)\b"
)
"""What may spare an operator as well, and matters of its own."""


def not_spared(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What holds of such an operator; ``None`` where nobody takes one for spared by the number, or
    a table rules on the case."""
    if not takes_for_spared(normalise(text)) or snapshot.exact(text) is not None:
        return None
    ruling = snapshot.ruling(text, asked.today)
    if ruling is not None and ruling.settled:
        return None
    found = snapshot.at_once(OPERATORS)
    return found if found is not None and found.band == "answer" else None


def takes_for_spared(plain: str) -> bool:
    """Whether a normalised text takes an operator for spared by a small number."""
    if _DENIED.search(plain) or _OTHER.search(plain):
        return False
    return all(sign.search(plain) for sign in (_OPERATOR, _FEW, _SPARED))
