"""What a visitor wishes to be shown out of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.own_goods import of_people
from dialog.reply.question import Exchange
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Intent

_GOODS = r"(?:数据|语料|接口|报告|指数|影像|图像|产品|数据集|\bdata(?: ?sets?)?|\bapis?|\breports?)"
_LOOKED_FOR = re.compile(
    r"(?P<thing>[^,。;?!]{2,24}?)[,。;、 ]+(?:你们?|您|请|麻烦|能不能|可不可以|可以|能|就|先|快)*"
    r"(?:帮我|给我|替我|帮忙)?"
    r"(?:在|去|从|到)?(?:你们?的?|你这|这)?(?:目录|平台|系统|库|上面|网站)?(?:里面?|上|中)?"
    r"(?:找[找1一]?找?|查[查1一]?查?|看[看1一]?看?|搜[搜1一]?搜?|瞧瞧)(?:下|[1一]下)?[,]?"
    r"(?:有没有|有(?:的)?[吗么没]|在不在|有无)(?:这个?|这种|这样的?|类似的?|的|卖的|啊|呢)*[?。! ]*"
    r"|(?P<english>[^.?!]{4,60}?)[,.;: -]+(?:(?:can|could|would|will) you |please |just )*"
    r"(?:look|check|search|see|find out)(?: (?:it|them|that) up)?(?: (?:in|through|on) (?:the|your)"
    r" (?:catalogue|catalog|platform|site|list))?(?: for me)?"
    r"(?: (?:if|whether) (?:you have|there is|there are|you've got)(?: (?:it|any|some|that"
    r"|them))*)?[?.! ]*"
)
"""A thing that is named first, and then looked for: 沪杭高速的实时车速，你帮我找找有没有."""


_WHERE_BOUGHT = re.compile(
    r"(?:请问|您好|你好|想问[1一]?下|[, ])*(?P<thing>(?![我咱你您])[^,。?!]{2,20}?"
    r"(?:数据|语料|接口|报告|指数)(?:集|产品)?)"
    r"(?:在|去|到|从|要|该|应该)*(?:哪[里儿]?|什么地方)(?:能|可以|才能)?买(?:得?到)?[呢啊呀?。! ]*"
    r"|(?:请问|您好|你好|想问[1一]?下|[, ])*(?:在|去|到|从)*(?:哪[里儿]|什么地方)(?:能|可以|才能)?"
    r"买(?:得?到|些|点)*(?P<behind>(?![我咱你您数产])[^,。?!]{2,20}?"
    r"(?:数据|语料|接口|报告|指数)(?:集|产品)?)[呢啊呀?。! ]*"
)
"""Who asks where a thing is to be bought wishes to buy it: 冷库数据哪里买."""
_TO_BE_HAD = re.compile(
    r"(?:请问|您好|你好|想问[1一]?下|[, ])*(?P<thing>(?![我咱你您])[^,。?!]{2,24}?"
    r"(?:数据|语料|接口|报告|指数)(?:集|产品)?)的?"
    r"(?:(?:在|从)?(?:你们?|您|贵所)?(?:那|这)?[里儿边]?|平台上?)*"
    r"(?:有得[买卖]|有没有得?[买卖]|有[买卖]|买得[到着]|能买到|买不买得到)(?:的)?(?:没有?|[吗么不嘛伐啊呀])*"
    r"(?:[,，](?:要|最好|得是?)[^,，?？]{1,12})?[?？。! ]*"
)
"""Who asks whether a thing is to be had for money: 集装箱到港的数据有得买没，要实时的."""
_PURCHASE = re.compile(
    r"(?:您好|你好|我们?|咱们?|公司|我司|就|还|想要?|要|打算|准备|需要|求|[, ])*"
    r"(?:买|购买|采购|求购)(?:[1一]?[些点批份个])?(?P<thing>(?![些点批份个]|别|其[他它]|更|这|那|什么|啥"
    r"|几|[1一]|新|好|便宜|真|数据|产品)[^,。?!的]{2,16}?)的?"
    r"(?:数据|语料|接口|报告|指数)(?:集|产品)?[。! ]*"
    r"|(?:hi|hello|[,. ])*(?:i|we)(?:'d| would)? (?:want|like|need|wish)(?: to)? (?:buy|purchase)"
    r" (?:some |any )?(?P<english>[a-z -]{3,40}?) (?:data(?: ?sets?)?|reports?)[.! ]*"
)

_RECOMMENDED = re.compile(
    r"推荐(?:下|几|[1一]|些|点|[个款家种下些点])*(?P<field>[^,。;?!]{2,8}?)(?:方面|行业|领域|类|相关|有关)*的?"
    r"(?:数据产品|数据集|数据包|数据|产品|接口|语料库?|报告|指数|工具)"
    r"|\brecommend (?:me |us |some |a few |any )*(?P<english>[a-z][a-z -]{1,24}?) data\b"
)

_ON_OFFER = (
    r"(?:你们?|您|贵所|这[里儿边]?|交易所|目前|现在|到底|先|我|想|看看|[帮给]我|查|问|了解|请|在"
    r"|1?下|平台|目录|网站|系统|库|的|上面?|里面?|中)*(?:挂牌的)?(?:数据|产品)?(?:上面?|里面?|中)?(?:有没有|有无|有(?=.*(?:[吗么没不]|$)))"
    r"(?:什么|没有|哪些|哪几[种个款]|已经?|正?在|现成|现货|可以|能|直接|合适|对口|类似|相关|这类|这种"
    r"|这样|挂牌|上架|[挂卖售买]着?|销售|在售|交易|中|了|着|的)*"
    r"(?:数据)?(?:产品|数据|商品|标的|东西|集|接口)?(?:可以|能)?(?:直接)?(?:[买挂卖]的?|挂着|在卖"
    r"|采购|卖)?的?(?:没有?|[吗么不嘛伐啊呀])*[?。! ]*"
)
_BOUGHT_BY_US = re.compile(
    r"(?:^|[,。;!])(?P<who>[^,。;!?]{0,10}?)(?:想要?|要|打算|准备|计划|需要|考虑|让[^,。;!?]{1,4}?(?:来|去)?"
    r"|叫[^,。;!?]{1,4}?(?:来|去)?)"
    r"(?:在|从|向|找|跟)?(?:你们?|您|这[里儿边]?|平台上?|交易所)*"
    r"(?:买(?![家方卖断])|采购|购买|采买|购入|求购)(?:点|些|进|1?[批份点些套个])*"
    r"(?P<thing>(?![我咱你您这那])[^,。;?!]{2,20}?)的?(?:数据|语料|接口|报告|指数)(?:集|产品)?"
    rf"[,。;! ]+(?:[^,。;?!]{{1,16}}[,。;! ]+)?{_ON_OFFER}"
)
"""Who tells that somebody of theirs is to buy a thing, and asks whether there is any on offer:
老板想买一批港口数据，我先摸个底，有现成的挂牌产品吗."""
_BOUGHT_ENGLISH = re.compile(
    r"\b(?:want(?:s|ed)?|would like|need(?:s|ed)?|plan(?:s|ning)?|wish(?:es)?|look(?:s|ing)?"
    r"|ask(?:s|ed)? (?:me|us)|intend(?:s)?|like)(?: for)?(?: to)? "
    r"(?:buy|purchase|source|procure|acquire|get)(?: in)? (?:a |an |the )?"
    r"(?:some |any |batch of |lot of |few |set of |bit of |more )*"
    r"(?P<thing>(?!(?:data|it|them|that|this|your|our)\b)[a-z][a-z ,&-]{2,40}?) "
    r"(?:data(?: ?sets?)?|figures|statistics)\b"
    r"(?: (?:here|from you|on your (?:platform|exchange)|at your exchange))?[,.;: ]+"
    r"(?:(?!\b(?:how|who|when|where|which|may|must|should|need|law|legal|consent|fees?)\b)[^?]){0,60}?"
    r"\b(?:do you|have you|is there|are there|is any\w*|you have|what do you|any)\b"
    r"(?: (?:have|got|offer|sell|list|hold|any\w*|some\w*|such|the|of|that|this|these|kind|sort"
    r"|ready"
    r"|already|listed|now|currently|data|products?|for sale|for that|like|it|them|available"
    r"|finished"
    r"|existing|in|on|here|your|catalogue|catalog|platform|exchange|site|suitable|matching|maybe"
    r"|please|similar|of it|there|made|offer|shelf|off|the-shelf|off-the-shelf"
    r"|ready-made))*[?.! ]*$"
)


class Wish(msgspec.Struct, frozen=True):
    """A wish for something that the catalogue has. ``named``: the fields and uses of its items that
    the text names; without any, only their descriptions share words with it. ``plain``: what it
    wishes for is told by its words alone, whatever the intent model says. ``side``: whether it
    asks for the price of a thing rather than for the thing. ``text``: the wish without slips.
    ``buys``: somebody wants to get it, so that what is offered is told before what the law says.
    ``open``: it is asked what there is to get for a use that items name; that belongs to the desk,
    whatever the intent model says. ``field``: what somebody wants to be recommended products of
    (推荐几个金融方面的数据产品), where the catalogue names nothing of it."""

    what: Intent
    named: tuple[str, ...] = ()
    plain: bool = False
    side: Literal["", "price"] = ""
    text: str = ""
    buys: bool = False
    open: bool = False
    field: str = ""


def field_recommended(asked: str) -> str:
    """The field of which products shall be recommended in a normalised text; empty where it names
    none."""
    read = _RECOMMENDED.search(asked)
    return (read["field"] or read["english"]) if read is not None else ""


def looked_for(text: str) -> str:
    """A text that names a thing and bids the desk look whether it is there, as one wish; else the
    text itself."""
    plain = normalise(text).strip()
    if ours := _bought_by_us(plain):
        return ours
    bought = _WHERE_BOUGHT.fullmatch(plain)
    if bought is not None:
        thing = bought["thing"] or bought["behind"]
        return text if asks(thing) or of_people(thing) else f"我想买{thing}"
    had = _TO_BE_HAD.fullmatch(plain)
    if had is not None and not asks(had["thing"]) and not of_people(had["thing"]):
        return f"我想买{had['thing']}"
    read = _LOOKED_FOR.fullmatch(plain)
    if read is None:
        return text
    thing = (read["thing"] or read["english"]).strip()
    if asks(thing):
        return text
    named = re.search(_GOODS, thing) is not None
    if is_english(plain):
        return f"Do you have {thing}{'' if named else ' data'}?"
    return f"有没有{thing}{'' if named else '数据'}"


def _bought_by_us(plain: str) -> str:
    """The wish of who tells that they are to buy a thing and asks whether any is on offer; empty
    for others. Data of people have rules of their own."""
    english = is_english(plain)
    read = _BOUGHT_ENGLISH.search(plain) if english else _BOUGHT_BY_US.search(plain)
    if read is None or (not english and read.end() != len(plain)) or of_people(plain):
        return ""
    if not english and re.search(r"有|别人|客户|同行|谁|不", read["who"]):
        return ""  # 有公司想买 is said by who sells.
    thing = read["thing"].strip(" ,")
    return f"I want to buy {thing} data" if english else f"我想买{thing}数据"


def purchase_of(text: str) -> bool:
    """Whether a text says that its writer wishes to buy data of a kind that it names, and nothing
    else. Data of people have rules of their own."""
    plain = normalise(text).strip()
    return _PURCHASE.fullmatch(plain) is not None and not of_people(plain)


def told_of(items: Sequence[str], exchanges: Sequence[Exchange], snapshot: Snapshot) -> str:
    """All that tells of catalogue items: what they say, and what was wished for."""
    held = (snapshot.products.get(i) or snapshot.vendors.get(i) for i in items)
    said = [f"{i.name} {i.description}" for i in held if i is not None]
    return " ".join([*said, *(e.question for e in exchanges if set(e.entries) & set(items))])
