"""Goods that a seller describes by what is in them: totals in which nobody is named, and columns of
which it is asked whether they are personal information. Pure but for its search.

How many sofas a city buys in a month stands in no wording, whatever the goods are; what decides is
that they are totals, and that no person or firm can be told from them.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.own_goods import of_people, sells
from dialog.reply.pointed import PROBABLE
from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN
from knowledge.text import is_english, normalise

_TOTALS = re.compile(
    r"合计|总数|总量|总额|平均|均价|统计(?!局)|加总"
    r"|\b(?:averages?|mean|medians?|sums?|statistics|stats|summar(?:y|ies))\b"
)
_BROKEN_DOWN = re.compile(
    r"汇总|聚合|按(?:年|月|周|季度?|区县?|城市|省)"
    r"|\b(?:aggregat\w+|totals?|(?:units|volumes?|numbers?|counts?|sales|figures|sold|usage|use|consumption"
    r"|rents?|prices|temperatures?|averages?)\b[^.?!]{0,40}?\b(?:per|by) (?:hour|day|week|month"
    r"|quarter|year|city|district|province|region|area|neighbou?rhood|model|category|street|store"
    r"|shop)"
    r"|(?:monthly|weekly|daily|yearly|annual|quarterly|hourly) (?:\w+ )?(?:sales|figures|totals?"
    r"|averages?|numbers|volumes?|counts?))\b"
)
"""Totals that say of what they are the total."""
_NONE_IN_IT = (
    r"(?:没有?|不含|不带|无|去掉|不包括|不涉及)(?:任何)?[^,。;?!]{0,4}"
    r"(?:个人|客户|用户|顾客|姓名|名字|人名|电话|手机|地址|身份)"
    r"|\b(?:no|without(?: any)?|not contain any|there is nothing about|nothing about|never any)"
    r" (?:\w+ ){0,2}?(?:names?|customers?|people|persons?|personal|addresses|phone|identit\w+"
    r"|individuals?|clients?|users?|consumers?|households?)\b(?! (?:can|could) )"
)
_UNRECOGNISED = (
    r"(?:认|看|识别|对|查)不(?:出|到|了)|(?:不能|无法)(?:识别|认出)"
    r"|\b(?:no|not a single|nobody|no one|no-one|cannot|can't|can not|not)\b[^.?!,]{0,24}?"
    r"\b(?:identif\w+|recogni[sz]\w+|traced|singled out|told from)\b"
)
_NOBODY = re.compile(f"{_NONE_IN_IT}|{_UNRECOGNISED}")
"""What says that nobody can be told from the data."""
_NAMED_AS_NONE = re.compile(_NONE_IN_IT)
_OFFERED = re.compile(
    r"(?:做成?|当|算|成为?|作为)[^,。?!]{0,4}(?:数据)?产品|挂牌|挂(?:上|出|在|到)|上架|能挂|想挂"
    r"|\b(?:(?:could|can|would|may|might|is|as) (?:that|this|it|such\w*)? ?"
    r"(?:be |make |work as |become )?(?:an? |your )?(?:data )?product"
    r"|list (?:it|that|this|them|our)"
    r"|(?:we|i)(?:'d(?: like to)?| would| could| can"
    r"| (?:would )?(?:want|plan|like|hope|intend) to) (?:list|offer|sell)"
    r"|(?:can|could|may|might) (?:we|i) (?:list|offer|sell|publish)"
    r"|(?:our|the|a) (?:data )?product would be|would (?:that|this|it) work)\b"
)
"""What offers a thing as goods, besides plain words of selling."""
_ONE_BY_ONE = re.compile(
    r"每(?:个|位|名)?(?:人|客户|用户|会员|户)|逐[人条户]|[1一][人户][1一]|明细|单个"
    r"|\bper (?:person|head|customer|user|household|patient|member)|\beach (?:person|customer|user"
    r"|household)\b|\bindividual (?:level|records?)|\bline by line\b"
)
_HOUSEHOLDS = re.compile(
    r"用户|客户|顾客|会员|病人|患者|居民|家庭|户|消费者|乘客|学生|人次"
    r"|\b(?:households?|patients?|residents?|consumers?|passengers?|members?|students?|meters?)\b"
)
"""Of whom the single records are from which the totals were made."""
_OF_FIRMS = re.compile(r"哪家|企业|公司|单位|\b(?:firms?|compan(?:y|ies)|suppliers?|corporate)\b")
_PERSONAL = re.compile(
    r"(?:算不算|是不是|属不属于|算|是|属于)(?:不)?(?:什么)?(?:个人(?:信息|数据)|隐私)"
    r"(?:[吗么嘛呢吧]|不)?[?。! ]*$"
    r"|\b(?:is|are|would|does|do) (?:that|this|it|these|those|they|such\b|an?\b|the\b|our\b|my\b)"
    r"[^.?!]{0,70}?\b(?:(?:be|count as|considered|regarded as|still|already) )*personal"
    r" (?:data|information)\b[^.!,]{0,12}$"
)
"""What asks of a thing whether it is personal information."""
_OTHER_LAW = re.compile(
    r"敏感|重要数据|匿名|脱敏|去标识|打码|哈希|加密|出境|境外|国外"
    r"|\b(?:sensitive|important data|anonymi\w+|mask\w*|hash\w*|pseudonym\w*|encrypt\w*"
    r"|abroad|export)\b"
)
"""What has documents of its own."""
_OWN_STATISTICS = (
    "用个人数据算出来的汇总统计，能当产品卖吗？",
    "May statistics computed from personal data be sold as a product?",
)
_BUSINESS = (
    "企业经营、业务量的统计，汇总到看不出哪家也认不出人，能做成产品卖吗？",
    "May business statistics be sold in which neither a company nor a person can be recognised?",
)
_DEFINITION = ("什么是个人信息？", "What is personal information?")


def offers_totals(text: str) -> bool:
    """Whether a text offers totals as goods, and says that nobody can be told from them, or
    speaks of nobody."""
    text = normalise(text)
    offered = sells(text) or _OFFERED.search(text) is not None
    if not offered or _OTHER_LAW.search(text) or _ONE_BY_ONE.search(_NOBODY.sub(" ", text)):
        return False
    broken_down = _BROKEN_DOWN.search(text) is not None
    if _NOBODY.search(text) is not None:
        return broken_down or _TOTALS.search(text) is not None
    return broken_down and not of_people(text)


def asks_if_personal(text: str) -> bool:
    """Whether a text names a thing and asks whether it is personal information."""
    text = normalise(text).strip()
    return _PERSONAL.search(text) is not None and _OTHER_LAW.search(text) is None


async def of_such_goods(found: Findings, text: str, search: Search) -> Findings | None:
    """What is known of totals for sale, or how personal information is told from other, where the
    thing itself is not known surely; nothing where the text tells of neither."""
    if found.law or found.ruling or found.graph or found.compared or found.band == "answer":
        return None
    plain = normalise(text)
    if asks_if_personal(text):
        return await _held(_DEFINITION, found, text, search) if found.chance < PROBABLE else None
    if offers_totals(text):
        people = _HOUSEHOLDS.search(_NAMED_AS_NONE.sub(" ", plain)) and not _OF_FIRMS.search(plain)
        return await _held(_OWN_STATISTICS if people else _BUSINESS, found, text, search)
    return None


async def _held(
    wording: tuple[str, str], found: Findings, text: str, search: Search
) -> Findings | None:
    held = await search(wording[int(is_english(normalise(text)))])
    if held.exact is None or held.band != "answer":
        return None
    return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
