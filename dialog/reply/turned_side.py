"""On which side of a trade a visitor stands, and who takes back that of the text before (我不卖，我
是要买; 说错了，是我们想卖气象数据). Pure.

By their words the two sides are one matter; what a seller asks is no help to a buyer. A text that
turns the side is answered as the same thing asked from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import MATTERS, said
from dialog.reply.kept import kept
from dialog.reply.own_goods import sells
from dialog.reply.policy import CATALOGUE
from dialog.reply.question import Exchange
from dialog.reply.told_trade import told_trade
from knowledge.text import is_english, normalise

TradeSide = Literal["", "buys", "sells"]

_LONGEST = 60
_BACK = 4
"""Exchanges back to which a side that was told still holds."""
_BUY = r"(?:购买|采购|求购|收购|买(?![家方卖断]))"
_SELL = r"(?:出售|售卖|(?<![买外专热])卖(?![家方场点座])|挂牌|上架|转让)"
_DEED = rf"(?:(?P<buy{{n}}>{_BUY})|(?P<sell{{n}}>{_SELL}))"
_US = r"(?:我们?|咱们?|我司|我方|我们?公司|本公司)"
_MEANS = r"(?:其实|真的|又|也|可|才|就|只|都|是|并|压根|根本)*"
_WANTS = r"(?:是|要|想要?|打算|准备|来|说|问|指|的是|求|能不能|怎么)*"
_END = r"(?:的|数据|东西|了|啊|呀|哦|嘛)*[,。;!? ]+"
_LEAD = (
    r"(?:啊|哦|噢|呃|嗯|哎|好的?|不对|不是的?|不|错了"
    r"|你?(?:听|理解|搞|弄)错了|(?:我)?[说写记搞]错了|抱歉|不好意思|[,.!。 ])*"
)
_BY_ROLE = r"(?:(?P<buyer{n}>买[方家]|需方|采购方)|(?P<seller{n}>卖[方家]|供方))"
_TURNED = (
    # 我不卖，我是要买
    re.compile(
        rf"{_LEAD}{_US}?{_MEANS}(?:不|没)(?:是|想|要|打算|准备|用|在|来)*{_DEED.format(n=0)}{_END}"
        rf"(?:而|但)?{_US}?{_MEANS}{_WANTS}{_DEED.format(n=1)}(?P<rest>[^?]*)[?。! ]*"
    ),
    # 我是要买，不是要卖
    re.compile(
        rf"{_LEAD}{_US}{_MEANS}{_WANTS}{_DEED.format(n=1)}(?P<rest>[^?,。]{{0,20}}?)"
        r"的?[,。; ]+(?:而|又)?(?:不|没)(?:是|想|要|打算|准备|用|在|来)*"
        rf"{_DEED.format(n=0)}(?:的|数据|它|东西|啊|[?。! ])*"
    ),
    # 不是卖方，我们是买方
    re.compile(
        rf"{_LEAD}{_US}?{_MEANS}不(?:是|算)+(?:卖[方家]|供方|买[方家]|需方){_END}(?:而)?{_US}?{_MEANS}是?"
        rf"{_BY_ROLE.format(n=1)}(?P<rest>[^?]*)[?。! ]*"
    ),
    re.compile(
        r"(?:no|sorry|but|well|[,. ])*(?:i am|i'm|we are|we're|i|we) (?:not|do not|don't)"
        r" (?:want to |going to |looking to |here to )?(?:(?P<sell0>sell|selling|list|listing)"
        r"|(?P<buy0>buy|buying))(?: anything| it| data)?[,.;]+ (?:but )?"
        r"(?:i|we)(?:'d|'m|'re| am| are)?"
        r" (?:want|need|would like|like|here|looking|hoping|trying)? ?(?:to )?"
        r"(?:(?P<buy1>buy|buying)|(?P<sell1>sell|selling|list|listing))\b(?P<rest>[^?]*)[?.! ]*"
    ),
)
_SAID_WRONG = re.compile(
    r"(?:啊|哦|噢|呃|嗯|哎|抱歉|不好意思|对不起|[,.!。 ])*"
    r"(?:(?:不对|不是的?|错了|你?(?:听|理解|搞|弄)错了|我?(?:刚才|刚刚)?[说写记搞问]错了|我?(?:说|讲)反了|反了)"
    r"[,.!。; ]+|(?=[^,。;?!]{0,4}其实))"
    rf"(?:而)?{_MEANS}{_US}{_MEANS}{_WANTS}{_DEED.format(n=1)}(?P<rest>[^?]*)[?。! ]*"
)
"""What takes back that the other side was meant, where the text before was of that."""
_BUYS = re.compile(
    rf"(?:{_US}|想要?|要|打算|准备|需要|能不能|可不可以|能|可以|哪[里儿]|怎么|在这[里儿])(?:能|可以|去|来|在这[里儿])*"
    rf"(?:购买|采购|求购|买(?![家方卖断来过])(?:得?到)?)|^(?:求购|采购)"
    rf"|{_US}{_MEANS}是?(?:买[方家]|需方|采购方)"
    r"|\b(?:i|we)(?:'d| would)? (?:want|like|wish|need|plan)(?: to)? (?:buy|purchase)\b"
    r"|\b(?:can|may|could|where|how) (?:can |do |may )?(?:i|we) (?:buy|purchase)\b|\bas a buyer\b"
)
_OTHERS_BUY = re.compile(
    r"(?:^|[, ])[^,。?!我咱 ]{0,6}有(?!没有)[^,。?!我咱]{1,10}(?:想|要|来)买[^,。?!]{0,8}"
)
"""有公司想买: who says that is no buyer."""
_RESALE = re.compile(r"卖给我们?|(?:再|转|倒)卖|卖出|买卖|买来|买了|买过|\bre-?sell\b|\bbought\b")
"""What buys and sells again is on both sides."""
_OF = re.compile(
    rf"(?:{_BUY}|{_SELL})(?:得?到|1?[些点批份])?(?P<thing>[^,。?!吗]{{0,18}}?(?:数据|语料|报告|接口|指数|影像|图像)集?)"
    rf"|(?P<first>[^,。?!]{{0,18}}?(?:数据|语料|报告|接口|指数|影像|图像)集?)[^。?!]{{0,8}}?(?:{_BUY}|{_SELL})"
)
_SOLD = re.compile(
    rf"(?:能|可以|可不可以|拿去|拿来|直接|就)[^,。?!]{{0,4}}(?:{_SELL}|做成[^,。?!]{{0,4}}产品)"
    r"|\b(?:can|may|could) (?:i|we|a \w+|the \w+) (?:sell|list)\b"
)
"""What asks whether a thing may be sold."""
_ENGLISH_THING = (
    r"(?: (?:a|an|our|my|the|this|some))?(?: (?:data ?sets?|data(?: products?)?|products?))"
)
_TO_SELL = re.compile(rf"\b(?:sell|list|offer){_ENGLISH_THING}\b")
_TO_BUY = re.compile(rf"\b(?:buy|purchase|get){_ENGLISH_THING}\b")
_BEFORE = re.compile(
    rf"^(?:那么?|请问|你好|{_US}|这[里儿边]|你们?|有没有|有|手里"
    r"|手上|[1一]?批|[1一]?些|的|在|把|将|自己|想|要|能|可以|[,。 ])+"
)
_OF_ENGLISH = re.compile(
    r"\b(?:buy|sell|purchase|list)(?:ing)? (?P<thing>(?:\w+ ){0,4}?"
    r"(?:data|datasets?|reports?|imagery))\b"
)
_NAMED = re.compile(r"[^,。?!]{1,18}(?:数据|语料|报告|接口|指数|影像|图像)集?")


class Turned(msgspec.Struct, frozen=True):
    """The question that is meant by who turned the side, and the side; ``wish``: it asks for
    nothing but the thing."""

    question: str
    side: TradeSide
    wish: bool


@kept
def side_told(text: str) -> TradeSide:
    """The side on which a text says that its writer stands; empty where it says none, or both."""
    text = normalise(text).strip()
    read = _read(text)
    if read is not None:
        return _side(read)
    if told_trade(text) is not None:
        return "sells"  # Somebody else wants to buy what is told there.
    own = _OTHERS_BUY.sub("", text)
    buys = _BUYS.search(own) is not None and _RESALE.search(own) is None
    sold = sells(own) or own != text
    if buys == sold:
        return ""
    return "buys" if buys else "sells"


def turned_lately(exchanges: Sequence[Exchange]) -> bool:
    """Whether the side was taken back in a text of late."""
    earlier = exchanges[-_BACK:]
    return any(turned(e.question, earlier[:n]) is not None for n, e in enumerate(earlier))


def standing_side(text: str, exchanges: Sequence[Exchange]) -> TradeSide:
    """The side on which the visitor of a conversation stands."""
    for told in (text, *(e.question for e in reversed(exchanges[-_BACK:]))):
        side = side_told(told)
        if side or _both(told):
            return side
    return ""


def turned(text: str, exchanges: Sequence[Exchange]) -> Turned | None:
    """What is meant by who takes back the side of the text before; ``None`` where that is not
    done."""
    text = normalise(text).strip()
    last = next((e for e in reversed(exchanges) if e.outcome in MATTERS), None)
    if last is None or len(text) > _LONGEST * (2 if is_english(text) else 1):
        return None
    read = _read(text)
    before = normalise(said(last.question).text)
    if read is None:
        read = _SAID_WRONG.fullmatch(text)
        if read is None or _side(read) == side_told(before):
            return None
        if not side_told(before):
            # What was asked before was of no trade: nothing of it is meant.
            rest = "" if read["rest"].strip() in ("数据", "点数据", "些数据") else read["rest"]
            return Turned(_question(rest, "", _side(read), english=False), _side(read), wish=True)
    side = _side(read)
    rest = read["rest"].strip(" ,.。;!的")
    english = is_english(text)
    named = rest if english and rest else ""
    if not english and (held := _NAMED.match(rest)):
        named, rest = held[0], rest[held.end() :].strip(" ,.。;!的")
    thing = named or _thing(before, english=english)
    if not thing and asks(before):
        # The same side of the other deed; a role alone is read elsewhere (reply.context).
        other = mirrored(before, side)
        of_role = read.groupdict().get("buyer1") or read.groupdict().get("seller1")
        return Turned(other, side, wish=False) if other and not of_role else None
    rest = "" if english else rest
    return Turned(_question(thing, rest, side, english=english), side, wish=not asks(rest))


def mirrored(before: str, side: TradeSide) -> str:
    """A question on one deed, asked of the other, as who stands on ``side`` asks it (挂牌要什么材料
    → 买数据要什么材料)."""
    if is_english(before):
        deed, other = (_TO_SELL, "buy data") if side == "buys" else (_TO_BUY, "list a data product")
        return found if (found := deed.sub(other, before, count=1)) != before else ""
    deed, other = (_SELL, "买数据") if side == "buys" else (_BUY, "卖数据")
    found = re.sub(rf"{deed}(?:数据)?", other, before, count=1)
    return found if found != before else ""


def _read(text: str) -> re.Match[str] | None:
    for pattern in _TURNED:
        read = pattern.fullmatch(text)
        groups = read.groupdict() if read is not None else {}
        denied = "buys" if groups.get("buy0") else "sells" if groups.get("sell0") else ""
        if read is not None and _side(read) != denied:
            return read
    return None


def _side(read: re.Match[str]) -> TradeSide:
    groups = read.groupdict()
    return "buys" if groups.get("buy1") or groups.get("buyer1") else "sells"


def side_of(role: str) -> TradeSide:
    """The side of a trade on which a part in it stands; empty where it is on neither."""
    if re.search(r"[买需购甲]|接收|buyer|purchaser|customer", role):
        return "buys"
    return "sells" if re.search(r"[卖供]|提供|出售|seller|supplier", role) else ""


def _both(text: str) -> bool:
    text = normalise(text)
    return sells(text) and _BUYS.search(text) is not None


def of_other_side(title: str, intent: str, side: TradeSide) -> bool:
    """Whether a document by its title is asked for on the other side than ``side``."""
    title = normalise(title)
    if side == "buys":
        return (sells(title) or _SOLD.search(title) is not None) and not re.search(_BUY, title)
    return intent in CATALOGUE or side_told(title) == "buys"


def _thing(before: str, *, english: bool) -> str:
    """The thing that was to be bought or sold; empty where none is named."""
    read = (_OF_ENGLISH if english else _OF).search(before)
    if read is None:
        return ""
    groups = read.groupdict()
    return _BEFORE.sub("", (groups["thing"] or groups.get("first") or "").strip()).strip()


def _question(thing: str, rest: str, side: TradeSide, *, english: bool) -> str:
    if english:
        if side == "buys":
            return f"I want to buy {thing or 'data'}"
        return f"May we sell our {thing or 'data'}?"
    behind = f",{rest}" if rest else ""
    if side == "buys":
        return f"我想买{thing or '数据'}{behind}"
    return f"我们能卖{thing}吗{behind}" if thing else f"我可以卖数据吗{behind}"
