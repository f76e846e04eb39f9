"""A fee that is asked for behind a question on fines (罚多少 … 那收费呢): it is what the exchange
charges, for nobody charges a fee for a fine. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS
from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise

_FEE = re.compile(
    r"(?:那么?|还有|另外|然后|对了|请问|顺便|问[1一]?下|[, ])*"
    r"(?:(?:要|会|得|需要|怎么|如何|是)*(?:收费|交费|缴费|付费)|收(?:什么|多少|哪些)费用?"
    r"|(?:服务|手续|挂牌|入驻|交易|登记)?费用?|收费标准)"
    r"(?:怎么|如何|是|又|呢|多少|收|算|样|标准|要|高|贵|的|吗|么|不|有|[,?。! ])*"
)
_FEE_ENGLISH = re.compile(
    r"(?:and|so|what about|how about|then|ok(?:ay)?|what are|are there|[, ])*"
    r"(?:(?:the |your |any |listing |service )*(?:fees?|charges?)|(?:what|how much) do you charge"
    r"|do you charge(?: (?:a fee|fees|anything))?)(?: (?:then|too|here|like))*[?.! ]*"
)
_FINES = re.compile(
    r"罚|处分|坐牢|判刑|判几年|后果|违法成本"
    r"|\b(?:fines?|fined|penalt\w+|punish\w*|sanction\w*|jail|prison)\b"
)
_OF_THE_EXCHANGE = ("交易所怎么收费", "What fees does the exchange charge?")


def fee_apart(text: str, exchanges: Sequence[Exchange]) -> str:
    """The question for the fees of the exchange, where a text asks for a fee and nothing else
    behind a question on fines; else empty."""
    plain = normalise(text).strip()
    english = is_english(plain)
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome not in MATTERS or _FINES.search(plain):
        return ""
    if (_FEE_ENGLISH if english else _FEE).fullmatch(plain) is None:
        return ""
    return _OF_THE_EXCHANGE[english] if _FINES.search(normalise(last.question)) else ""
