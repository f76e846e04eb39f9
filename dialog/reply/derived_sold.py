"""Who sells what they make from data that they bought, and not the data (出预测报告再卖给货代，这算
转售吗; we only sell the forecasts): that is no plain resale, and what the contract must say for it.
Pure but for the look-up.

By its words such a text is near the resale of bought data, or near what derived data are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange
from knowledge.findings import Findings, Taken
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise

_BACK = 4
"""Exchanges back to which the purchase may have been told."""
_ANSWERED = "买来的数据加工成报告、预测结果再卖，原数据不给出去，还要供方同意吗？"
_BOUGHT = re.compile(
    r"买(?:回来|来|到|进来?|的)|采购|外购|购[买入]|转[卖售]|\b(?:b(?:ought|uy)|purchas\w+"
    r"|resell\w*|resale|re-sell)\b"
)
_MADE = re.compile(
    r"衍生|加工(?:后|过|成|出)|(?:预测|分析|计算|模型|建模)[^,。?!]{0,4}?(?:报告|结果|指数|产品"
    r"|服务|出来)"
    r"|(?:做|出|算|生成|加工|喂)[^,。?!]{0,8}?(?:报告|指数|预测|评分|模型|看板|预报)|只(?:出|给"
    r"|卖|交付|提供)[^,。?!]{0,4}?(?:结果|结论|报告|预测|指数)"
    r"|\b(?:derived|forecasts?|predictions?|(?:index|indices) (?:made|built|computed)"
    r"|reports? (?:made|built)"
    r"|made from|built from|(?:model|analysis) results?|results? (?:only|of the model))\b"
)
_SOLD = re.compile(
    r"卖(?![方家点场])|转售|出售|收费|对外(?:提供|卖|服务)|供方|供应方|点头|同意|授权|许可"
    r"|\b(?:sell(?:ing)?|sold|resale|resell\w*|supplier|consent|agree|permission|licen[cs]e)\b"
)
_OTHERWISE = re.compile(
    r"入表|入账|无形资产|出境|境外|归谁|谁的|合同里|条款|哪几条|多少钱|价格|个人信息|客户名单"
    r"|手机号|爬|偷|我们自己的"
    r"|什么是|是什么|什么叫|定义|匿名|公共数据|政务|生成式|大模型|训练|语料|有没有|有哪些|想买"
    r"|要买|推荐"
    r"|\b(?:balance sheet|abroad|who owns|contract clauses?|personal|scrap\w*|crawl\w*"
    r"|public data|train\w*"
    r"|what is|looking for|do you have)\b"
)
"""What asks for another side of it, or tells of data with rules of their own."""
_FIRST = re.compile(
    r"^(?:第?\d[条个]?[,，、.． ]*)?(?P<asked>[^。;；!！?？]{4,40})[。;；!！?？]+ *(?=\S)"
)


def sells_derived(text: str) -> bool:
    """Whether a text tells that what is made from data is sold, and not the data."""
    plain = normalise(text)
    if _OTHERWISE.search(plain):
        return False
    return _MADE.search(plain) is not None and _SOLD.search(plain) is not None


def derived_sold(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, before: Sequence[str] = ()
) -> Findings | None:
    """What holds of selling what is made from bought data; with the document that the text names
    in full before it, where it picks one. ``before``: what the text says before it. ``None`` where
    it tells no such thing."""
    plain = normalise(text)
    if not sells_derived(text):
        return None
    told = (*(e.question for e in exchanges[-_BACK:]), *before)
    bought = _BOUGHT.search(plain) or _BOUGHT.search(" ".join(map(normalise, told)))
    exact = snapshot.exact(text)
    if bought is None or (exact is not None and exact.document.id != ""):
        return None
    found = snapshot.at_once(_ANSWERED)
    if found is None or found.exact is None:
        return None
    first = _FIRST.match(text.strip())
    named = snapshot.exact(first["asked"]) if first is not None else None
    taken = Taken((named, found.exact)) if named is not None and named != found.exact else None
    exact = named if taken is not None else found.exact
    return msgspec.structs.replace(found, exact=exact, chance=PLAIN, taken=taken)
