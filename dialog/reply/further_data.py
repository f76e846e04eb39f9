"""Who names another kind of data behind those told of before, and asks whether they may be sold as
well (还有哈 客人的手照片 发抖音那种 能一起卖不): that kind is asked about by itself. Pure.

Said as it was typed, the turn is near what was told of the first kind, and gets the same reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise

_APART = r"[ \u3000,，、:：]"
_SALE = r"(?:卖(?![方家点场])|变现|挂牌|挂|上架|出售|交易(?!所))"
_MAY = r"(?:能不能|可不可以|可否|能否|行不行|能|可以|可)"
_TOO = (
    r"(?:也|都|[1一](?:起|并|块儿?|道)|顺便|顺带|跟着|连着?|打包|[1一]?同|拿来|拿去|直接|放[进在][1一]起|给"
    r"|给你们?|在[你这][们里儿]*|上去|的话)"
)
_FURTHER = re.compile(
    r"^(?:那么?|哦|嗯|对了|[,， ])*(?:还有|另外|再有|再就是|此外|再加上|对了"
    r"|除了(?:这些?|那些?|上面的?))"
    rf"(?:[1一][个件种样](?:事儿?)?|就是|我们?|手[里上]头?|的|有|[哈啊呢呀嘛哦]|{_APART})*"
    rf"(?P<thing>[^,，、。;；?？!！ \u3000]{{2,18}}?)"
    rf"(?:{_APART}+[^,，。;；?？!！ \u3000]{{1,12}}"
    r"(?:[那这](?:种|类|些|样)的?|之类的?|什么的|啥的))?"
    rf"{_APART}*(?:[这那](?:些|种|个|类)|它们?)?{_APART}*"
    rf"(?:{_TOO})*{_MAY}?(?:{_TOO})*(?P<sale>{_SALE})(?:了|掉|出去|上去|钱|给你们?)*"
    rf"(?P<asks>(?:{_MAY}|[吗么不嘛没行啊呀呢的吧])*)[?？。 ]*$"
)
_ASKED = re.compile(rf"{_MAY}|[吗么不嘛]")
_OF_ANOTHER = re.compile(
    r"什么|啥|谁|哪|怎么|如何|多少|多久|为什么|几|想|要|问|个问题|合规|同意|授权|手续|材料|合同|能$|可以$"
)
"""What asks something, and names no data."""

_DATA = re.compile(
    r"数据|记录|信息|资料|照片|图|像|视频|录音|轨迹|名单|档案|流水|成绩|单$|明细|统计|日志|病历|处方|件$|表$|号码?$"
)


_AND_THOSE = re.compile(
    r"^(?:那么?|哦|嗯|对了|[,， ])*(?:还有|另外|再有|再加上|以及)(?:就是|我们?的?"
    r"|手[里上]头?的?|[哈啊嘛哦,， ])*"
    r"(?P<goods>[^,，。;；?？!！ ]{2,14}?)(?:[呢咧嘞]|行吗|也行吗|可以吗|也可以吗|也是吗"
    r"|也[1一]样吗)[?？。 ]*$"
)
_AND_THOSE_ENGLISH = re.compile(
    r"^(?:ok(?:ay)?[, ]+|so[, ]+|oh[, ]+)*(?:and|what about|how about|and what about|also|plus)"
    r" (?P<goods>(?:the |our |their |my |some |all )?(?:[a-z'-]+ ){0,4}?[a-z'-]+)"
    r"(?P<too>,? (?:too|as well|also|with (?:it|them)))?[?.! ]*$"
)
_DATA_ENGLISH = re.compile(
    r"\b(?:data(?:sets?)?|records?|logs?|readings?|notes?|diar(?:y|ies)|ledgers?|recipes?|lists?|numbers?"
    r"|names?|addresses|e-?mails?|photos?|pictures|images?|videos?|recordings?|bookings?|orders?"
    r"|histor(?:y|ies)|results?|measurements?|temperatures?|prices?|sales|statistics|counts?|maps?"
    r"|files?|yields?|reviews?|feedback|complaints|routes?|locations?|plates?|invoices?)\b"
)
_MAY_SELL = re.compile(
    r"(?:能|可以|行|可不可以|能不能)[^。?]{0,20}?(?:卖|挂|上架|出售|交易|换[^,。?]{0,3}钱)"
    r"|(?:卖|挂牌|上架|出售)[^。?]{0,16}?(?:吗|行|可以)"
    r"|\b(?:can|may|could|like to|want to|allowed to)\b[^.?]{0,40}?\b(?:sell|list|offer)\b"
)


_GOODS_ALONE = re.compile(
    r"^(?:那么?|哦|嗯|对了|[,， ])*(?P<goods>[^,，。;；?？!！ ]{2,10}?)[呢咧嘞][,，。?？ ]*"
    r"(?P<told>[^?？]{0,24})$"
)
"""What names goods, and tells of them at most: 孩子照片呢，我们有好几万张."""
_BACK = 12
"""Exchanges back to which a question on a sale still holds for goods that are named."""


def further_goods(text: str, exchanges: Sequence[Exchange]) -> tuple[str, str]:
    """A further kind of data that a text names behind a question whether some may be sold, and the
    question whether that may; both empty for any other text."""
    if not exchanges:
        return "", ""
    plain = normalise(text).strip()
    asked = as_further_data(text)
    if asked:
        read = _FURTHER.match(plain)
        return (read["thing"] if read is not None else ""), asked
    if named := _named_alone(plain, exchanges):
        return named, f"我们有{named}，想拿来卖，行不行"
    before = normalise(exchanges[-1].question)
    if exchanges[-1].outcome not in ("answered", "partial") or not _MAY_SELL.search(before):
        return "", ""
    english = is_english(plain)
    those = (_AND_THOSE_ENGLISH if english else _AND_THOSE).match(plain)
    if those is None:
        return "", ""
    goods = those["goods"].strip()
    if english:
        known = _DATA_ENGLISH.search(goods) is not None
        bare = re.sub(r"^(?:the|our|their|my|some|all) ", "", goods)
        return (bare, f"{bare}, can we sell the data?") if known else ("", "")
    if _OF_ANOTHER.search(goods) or not _DATA.search(goods):
        return "", ""
    return goods, f"{goods}，我们的数据能卖吗"


def _named_alone(plain: str, exchanges: Sequence[Exchange]) -> str:
    """The goods that a text names and asks nothing else of, where a sale was asked of before and
    the last reply told nothing; empty for other texts."""
    sold = any(_MAY_SELL.search(normalise(e.question)) for e in exchanges[-_BACK:])
    return goods_alone(plain) if sold and exchanges[-1].outcome != "answered" else ""


def goods_alone(plain: str) -> str:
    """The goods that a normalised text names and asks nothing else of; empty for other texts."""
    alone = _GOODS_ALONE.match(plain)
    if alone is None:
        return ""
    if _OF_ANOTHER.search(alone["goods"]) or not _DATA.search(alone["goods"]):
        return ""
    told = alone["told"].replace("好几", "")
    if _ASKED.search(told) or _OF_ANOTHER.search(told):
        return ""
    return alone["goods"]


@kept
def as_further_data(text: str) -> str:
    """The question whether a further kind of data may be sold, in words that name it alone; empty
    for any other text."""
    plain = normalise(text).strip()
    read = _FURTHER.match(plain)
    if read is None or _OF_ANOTHER.search(read["thing"]):
        return ""
    if not _ASKED.search(plain[read.end("thing") :]):
        return ""
    sale = "挂牌" if read["sale"] == "挂" else read["sale"]
    named = "" if _DATA.search(read["thing"]) else "信息"
    return f"{read['thing']}{named}能{sale}吗"
