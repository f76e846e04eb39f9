"""What a buyer asks of others who are to have the use of what was bought: 能给母公司用吗,
集团内部能共享吗. Pure.

By its words such a text names nobody's matter but the other company's, and is near an account, a
handing over of personal information, or a foreign law. It asks how far the right of use goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from knowledge.findings import Findings, pointing_alone
from knowledge.text import is_english, normalise

_LONGEST = 28
"""Characters beyond which a text tells something of its own; English has thrice as many."""
_BACK = 3
"""Exchanges back to which buying, or its contract, may have been spoken of."""
_OTHERS = (
    r"(?:母|子|分|总|兄弟|姐妹|关联|控股|全资|下属|旗下|集团|别的|其他|其它|另1?[1一]?家|合作)的?"
    r"(?:公司|企业|单位|方|机构|部门|伙伴)"
    r"|集团(?:内部?|里面?|上下)?|总部|第三方|(?:别|他)人|合作伙伴|客户|股东"
)
_OTHERS_ENGLISH = (
    r"(?:parent|sister|group|holding|affiliated|related|associated|other|another|partner)"
    r" (?:compan(?:y|ies)|firms?|entit(?:y|ies))"
    r"|subsidiar(?:y|ies)|affiliates?|parent|group|headquarters|branch(?:es)?|third part(?:y|ies)"
    r"|others|somebody else|someone else|partners?|clients?|customers?|shareholders?"
)
_USE = r"(?:使用|用|共享|共用|分享|转给|转让|转发|转|传给|传|提供|给|交给|开放|看|查看|访问|拿)"
_USE_ENGLISH = (
    r"(?:use|used|share|shared|pass|passed|give|given|hand|transfer|transferred|provide|provided"
    r"|forward|access|see|have|get)"
)
_MAY = re.compile(
    r"能|可以|可否|允许|行吗|行不行|吗|\b(?:can|could|may|might|allowed|permitted|ok(?:ay)?)\b"
)
_BOUGHT = re.compile(
    r"买(?![方家])|购|采买|拿到手|合同|下单|订单|\bcontracts?\b|\b(?:buy|buying|bought|purchas\w+|acquir\w+|licen[cs]ed)\b"
)
_AROUND = re.compile(
    rf"{_OTHERS}|{_USE}|能不能|可不可以|可以|可否|能否|能|允许|行不行|行吗|合同|没写|没有?写|签了?|合约|买回?来?|采?购买?|采购"
    r"|数据产品|数据|产品|这些?|那些?|个|份|它|东西|我们?|咱们?|公司|自己|的话|的|了"
    r"|以后|之后|后|完|到|拿|回来|来|去|给|让|跟|和|与|一起|1起|也|还|再|都"
    r"|想|打算|把|是不是|是否|会不会|要不要|需要|另外|单独|直接|内部|外部|之间|里面?|那么?|如果|要是|请问"
    r"|吗|呢|么|吧|啊|呀|[,，。.?？! ]"
)
_AROUND_ENGLISH = re.compile(
    rf"\b(?:{_OTHERS_ENGLISH}|{_USE_ENGLISH}|can|could|may|might|must|is|are|be|it|that|this|them"
    r"|these|those|the|an?|our|we|i|us|my|own|allowed|permitted|ok(?:ay)?|to|with|by|on|over|along"
    r"|within|inside|among|and|so|but|then|if|once|after|when|also|too|as|well|for|of|in|data|product"
    r"|set|dataset|bought|buy|buying|purchased?|acquired?|licen[cs]ed|what|have|has|whole|internally|afterwards?|later|sister"
    r"|company|companies|please)\b|[,.?!' ]"
)
_WORDINGS = ("买来的数据可以转给别的公司用吗", "合同没写能不能给子公司用")
_IN_ENGLISH = (
    "May bought data be resold or passed on to another company?",
    "May bought data be resold?",
)


def passes_on(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text asks with every word whether others may have the use of what was bought, in
    itself or after questions on buying."""
    text = normalise(text).strip()
    english = is_english(text)
    if len(text) > _LONGEST * (3 if english else 1) or _MAY.search(text) is None:
        return False
    others, use, around = (
        (rf"\b(?:{_OTHERS_ENGLISH})\b", rf"\b{_USE_ENGLISH}\b", _AROUND_ENGLISH)
        if english
        else (_OTHERS, _USE, _AROUND)
    )
    if re.search(others, text) is None or around.sub("", text):
        return False
    if re.search(use, re.sub(others, " ", text)) is None:
        return False
    spoken = (text, *(normalise(e.question) for e in exchanges[-_BACK:]))
    return any(_BOUGHT.search(said) is not None for said in spoken)


async def when_passed_on(search: Search, *, english: bool) -> Findings:
    """What is known of handing on what was bought; what is only near asserts nothing."""
    near: list[Findings] = []
    for wording in _IN_ENGLISH if english else _WORDINGS:
        found = await search(wording)
        if found.band == "answer":
            return msgspec.structs.replace(found, law=None, ruling=None, graph=None)
        near.append(found)
    return pointing_alone(near)
