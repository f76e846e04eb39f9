"""What a visitor tells whom an answer asked what they come for: to sell, to buy or to serve, where
the data come from, whether personal information is in them. Pure.

By itself such a text (我们当然是卖方，数据是自己的) asks for nothing and is near nothing; it is
gone on with by the document that fits what was told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.question import Exchange, Question
from dialog.reply.turned_side import standing_side
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_ASKED_WHICH = re.compile(r"您是.{0,6}卖.{0,6}买")
"""What of an answer asks which part the visitor has."""
_SELLS = re.compile(
    r"卖方|供方|卖家|供应方|(?:要|想|来|打算|准备|负责|是|就)卖|出售|往外卖|对外卖|\b(?:seller|sell|selling|supplier)\b"
)
_BUYS = re.compile(r"买方|需方|买家|采购|(?:要|想|来|打算|准备|是)买|\b(?:buyer|buy|buying)\b")
_SERVES = re.compile(
    r"服务商|数商|(?:提供|做|来做)(?:的是)?服务|\bservice provider\b|\bservices?\b"
)
_OWN = re.compile(
    r"自己|自有|自家|自产|自采|本(?:行|院|厂|公司|单位|集团)|业务(?:里|中|上)?(?:来|产生|攒|积累|形成)|内部系统"
    r"|\b(?:our own|own (?:data|systems?|business)|ourselves)\b"
)
_NO_PEOPLE = re.compile(
    r"(?:没有?|不含|不涉及|不包含|不带|无|去掉了?)[^,，。;；]{0,8}(?:个人|隐私|人的信息|自然人)"
    r"|个人(?:信息)?(?:的)?(?:都|也|全)?(?:没有|不含|无|去掉)"
    r"|\b(?:no|without|not any) (?:\w+ )?personal\b"
)
_NO_PEOPLE_TOLD = "数据里没有个人信息，还要做合规评估吗"
_OWN_TOLD = "数据是自己业务系统产生的，怎么证明来源"
_SELLER = "数据产品怎么挂牌"
_BUYER = "我想买数据，该怎么开始"
_VENDOR = "数商怎么入驻"


def start_told(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> str:
    """The question whose answer goes on from what a text tells, where the reply before asked which
    part the visitor has; else empty."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome != "answered" or not last.entries or asks(text):
        return ""
    target = snapshot.index.target(last.entries[0])
    told = str(getattr(target.document, "answer", "")) if target is not None else ""
    if _ASKED_WHICH.search(told) is None:
        return ""
    return _going_on(normalise(text))


def of_the_told_side(snapshot: Snapshot, asked: Question, found: Findings) -> Findings:
    """What was found; where its answer would ask which part the visitor has, and they told that
    they sell or buy, how who has that part begins."""
    best = found.best if found.band == "answer" and found.ruling is None else None
    told = str(getattr(best.document, "answer", "")) if best is not None else ""
    if _ASKED_WHICH.search(told) is None:
        return found
    side = standing_side(asked.text, asked.exchanges)
    begun = snapshot.at_once(_SELLER if side == "sells" else _BUYER) if side else None
    return begun or found


def _going_on(text: str) -> str:
    sells, buys = _SELLS.search(text) is not None, _BUYS.search(text) is not None
    own, without = _OWN.search(text) is not None, _NO_PEOPLE.search(text) is not None
    if buys and not sells:
        return _BUYER
    if _SERVES.search(text) and not sells:
        return _VENDOR
    if not sells and not (own and without):
        return ""
    if without:
        return _NO_PEOPLE_TOLD
    return _OWN_TOLD if own else _SELLER
