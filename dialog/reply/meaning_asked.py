"""What a thing is, asked in careless words: 数商是个啥东西, what the heck is a data broker.

The words around the thing say nothing, and a search takes them for a part of it. They are put
plainly where the thing is one that the knowledge names.
"""

from __future__ import annotations

import re

from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_LONGEST = 30
"""Characters beyond which a text asks for something more; English has thrice as many."""
_WHAT = r"(?:[1一]?个)?(?:什么|啥|甚么|神马)"
_THING = r"(?:东东|东西|玩意儿?|鬼|概念|意思|名堂|说法)"
_CARELESS = re.compile(
    r"(?:请问|那|这个|那个|所谓的?|你说的|刚才说的|前面说的|[,， ])*"
    rf"(?P<name>[^,，。?？!！]{{2,20}}?)(?:它|这东西|这个)?(?:到底|究竟)?(?:是|算|叫"
    rf"|指){_WHAT}{_THING}?"
    r"(?:来的|来着|呢|啊|呀|嘛|哦|呐|[?？!！。 ])*"
)
_CARELESS_ENGLISH = re.compile(
    r"(?:and |so |but |ok(?:ay)?,? |sorry,? )*what(?:'s|'re| is| are|)(?: (?:the (?:heck|hell|fuck)"
    r"|on earth|exactly|even))*"
    r"(?: is| are|'s)? (?P<name>(?:an? |the )?[a-z -]{3,60}?)(?: (?:thing|supposed to be|exactly"
    r"|anyway))*[?.! ]*"
)


_YOURSELVES = re.compile(r"(?:[1一]?下)?(?:你们?|您|贵)(?:这里|这边|们|所|单位|交易所|公司|机构)?")


_INTRODUCED = re.compile(
    r"(?:请|麻烦|您|你|能不能|能|可以|给我们?|帮我们?|跟我们?|为我们?|简单|大概|先|再|[,， ])*"
    r"(?:介绍|科普|讲讲|说说|讲|说)(?:[1一]?下)?(?:什么是)?(?P<name>[^,，。?？!！]{2,16}?)"
    r"(?:是什么|吧|呗|吗|嘛|[?？。! ])*"
    r"|(?:(?:can|could|would) you |please )*(?:briefly )?(?:introduce|explain|tell me about)"
    r" (?:to me )?(?P<title>(?:an? |the )?[a-z -]{3,40}?)(?: to me)?[?.! ]*"
)
"""Who wants a thing introduced: 给我介绍一下数商."""
_HOUSE = (
    r"(?:贵(?:所|单位|交易所|平台)|你们?(?:单位|交易所|所|平台|机构)?|(?:上海)?(?:数据)?交易所"
    r"|(?:上海)?数交所)"
)
_PRESENTED = re.compile(
    rf"{_HOUSE}的?(?:基本|简单|官方|机构|单位|简短|大概|整体)*的?(?:情况|概况)?的?"
    r"(?:简介|介绍(?!信)|概况|概述)(?:材料|文字)?(?=$|[,，。.!！?？、吗吧呢给发])"
    r"|(?:介绍|说明|概括)(?:[1一]下|下)?"
    rf"{_HOUSE}(?:的?(?:情况|概况))?(?=$|[,，。.!！?？吧])"
    r"|\b(?:introduction|intro|summary|description|overview|profile|blurb)"
    r" (?:of|to|about|on) (?:the |your )?(?:shanghai )?(?:data )?(?:exchange|yourselves)\b"
)
"""Who wants the exchange presented, for whomever and however long."""
_OF_ELSE = re.compile(
    r"产品|数商|规则|流程|会员|历史|收费|费用|总经理|电话|地址|步骤|怎么|如何|多少|为什么|能不能卖|英[文语]|中文"
    r"|\b(?:how|why|fees?|products?|vendors?|rules|who|english|chinese)\b"
)


def as_presented(text: str, snapshot: Snapshot) -> str:
    """A wish for a few words on the exchange (领导要一份贵所的简介, a short intro to the exchange)
    as the question what it is; the text itself where something else is wanted."""
    read = normalise(text).strip()
    long = len(read) > _LONGEST * (3 if is_english(read) else 1)
    if long or _PRESENTED.search(read) is None or _OF_ELSE.search(read) is not None:
        return text
    asked = "What is a data exchange?" if is_english(read) else snapshot.pack.profile.exchange
    ends = ("",) if is_english(read) else ("是做什么的", "是什么")
    plain = (f"{asked}{end}" for end in ends)
    return next((p for p in plain if snapshot.at_once(p) is not None), text)


def as_definition(text: str, snapshot: Snapshot) -> str:
    """A question what a thing is in plain words, where the thing is a name that is known and the
    text is no wording that is held; else the text itself."""
    if snapshot.exact(text) is not None:
        return text
    if (presented := as_presented(text, snapshot)) != text:
        return presented
    read = normalise(text).strip()
    english = is_english(read)
    if len(read) > _LONGEST * (3 if english else 1):
        return text
    asked = (_CARELESS_ENGLISH if english else _CARELESS).fullmatch(read)
    asked = asked or _INTRODUCED.fullmatch(read)
    if asked is None:
        return text
    name = (asked["name"] or asked.groupdict().get("title") or "").strip()
    if not _is_a_name(re.sub(r"^(?:an?|the) ", "", name) if english else name, snapshot):
        return text
    plain = f"what is {name}" if english else f"{name}是什么"
    return plain if snapshot.at_once(text) is None else text


def as_introduced(text: str, snapshot: Snapshot) -> str:
    """A question what a thing is, where a text is its bare name (用英语介绍数商, without the plea)
    or means the exchange; else the text itself."""
    read = normalise(text).strip(" ?？。.!")
    if _YOURSELVES.fullmatch(read):
        read = snapshot.pack.profile.exchange
    elif is_english(read) or not _is_a_name(read, snapshot):
        return text
    asked = (f"{read}{end}" for end in ("是做什么的", "是什么"))
    return next((a for a in asked if snapshot.at_once(a) is not None), text)


def _is_a_name(name: str, snapshot: Snapshot) -> bool:
    linked = snapshot.graph.names.link(name)
    whole = len(linked) == 1 and (linked[0].start, linked[0].end) == (0, len(normalise(name)))
    return whole or normalise(snapshot.matters.name_in(name)) == normalise(name)
