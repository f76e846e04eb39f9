"""Who asks in spoken words what that would bring which they told of before, and whether anybody
wants it (这种能卖几个钱啊 有人要么): the price and the buyers of the data that are for sale. Pure.

Searched, 有人 is near whatever speaks of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from dialog.reply.turned_side import side_told
from knowledge.text import normalise

_PRICE_ASKED = "我们的数据值多少钱？"
_BUYERS_ASKED = "挂了牌有人买吗"
_CLAUSES = re.compile(r"[ \u3000,，。.?？!！;；、~]+")
_POINTS = (
    r"(?:那么?|哦|嗯|还有|另外|而且|就|也|都|我们?的?|咱们?的?|这[种个些批样]?的?|那[种个些批样]?的?|它们?"
    r"|数据|东西|统计|报告|资料|产品|店里的?|挂(?:了牌|出去|上去)|真的?|大概|一般|到底|究竟|估计|会|能|可以)*"
)
_END = r"(?:[啊呀呢哈吧嘛哦了的吗么]|大概|左右|[1一](?:条|份|年|次|批))*"
_MONEY = r"(?:几个(?:钱|子儿?)?|几[块毛分](?:钱)?|多少钱?|(?:什么|啥|怎么个?)(?:价钱?|价格|价位))"
_PRICE = re.compile(
    rf"{_POINTS}(?:卖|值|换|挣|赚)(?:得?[到了个上出去来]|[1一]条)*{_MONEY}{_END}"
    rf"|{_POINTS}(?:值钱|卖得?上价)[吗么不嘛]?{_END}"
)
_SURELY = re.compile(r"(?:能|可以|值|会)[^,]*?(?:卖|值|换|挣|赚)|值")
"""What no buyer says of a price."""
_WANT = r"(?:要|买|收|肯出钱)"
_BUYERS = re.compile(
    rf"{_POINTS}(?:有没有|有)(?:人|公司|单位|企业|买家|客户)(?:会|愿意|肯|来|想)*{_WANT}?"
    rf"(?:[的了这种个]|数据|东西)*(?:[吗么嘛不没]|没有)?{_END}"
    rf"|{_POINTS}(?:谁|什么人|哪些人|哪家|哪些?公司|哪种公司|啥人)(?:会|来|想|愿意|肯)*{_WANT}"
    rf"(?:[这那](?:种|个|些)?|数据|东西)*{_END}"
    rf"|{_POINTS}(?:卖得?(?:掉|出去)|好卖)(?:[吗么嘛不])?{_END}"
)
_WANTED = re.compile(rf"{_WANT}|买家|客户|卖")
_OF_A_SALE = re.compile(r"变现|换钱|卖钱|赚钱|(?<![买外专热])卖(?![方家])|出售|挂牌|上架")


def as_sold(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text that asks for nothing but what is got for the data told of before, and who wants them,
    in words that say so; empty where it asks for anything else, or to a buyer."""
    clauses = [c for c in _CLAUSES.split(normalise(text)) if c]
    if not clauses or not _of_a_sale(exchanges):
        return ""
    meant: list[str] = []
    for clause in clauses:
        if _PRICE.fullmatch(clause) and (_SURELY.search(clause) or exchanges):
            meant.append(_PRICE_ASKED)
        elif _BUYERS.fullmatch(clause) and _WANTED.search(clause):
            meant.append(_BUYERS_ASKED)
        else:
            return ""
    return "".join(f"{m.rstrip('？')}？" for m in dict.fromkeys(meant))


def _of_a_sale(exchanges: Sequence[Exchange]) -> bool:
    """Whether the side that was told last is a seller's."""
    for exchange in reversed(exchanges):
        side = side_told(exchange.question)
        if side == "buys":
            return False
        if side == "sells" or _OF_A_SALE.search(normalise(exchange.question)):
            return True
    return False
