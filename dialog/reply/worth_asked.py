"""Who asks whether a listing, or joining, is worth it is told what it is good for. Pure but for its
search."""

from __future__ import annotations

import re

from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.text import is_english, normalise

_WORTH = re.compile(
    r"值不值|值得(?:吗|么|嘛|不)|值得[^,。?!]{1,4}[吗么嘛]|划不划算|划算[吗么]|合不合算|有没有必要|有必要[^,。?!]{0,4}[吗么]"
    r"|\bworth (?:it|the (?:trouble|effort|while)|listing|joining|doing)|\bworthwhile\b"
)
_DEED = re.compile(
    r"(?:挂牌|入驻|进场|入场|上架|场内交易|(?:在|到|上|进)(?:你们|贵所|交易所|数交所))"
    r"|\b(?:list|listing|join|joining|on (?:the|your) exchange)\b"
)
_OTHER = re.compile(
    r"入表|融资|贷款|评估|认证|保荐|多少|几|什么|谁|哪"
    r"|\b(?:loan|assessment|certif\w+|how much|what|who)\b"
)
"""What is asked of something else, or for another side."""
_BENEFIT = (
    "比起自己和客户签合同，进场交易有什么好处？",
    "What is the benefit of trading on the exchange over private contracts?",
)


async def of_worth(text: str, search: Search) -> Findings | None:
    """What is held of the use of a listing, where a text asks whether it is worth it."""
    text = normalise(text)
    if not _WORTH.search(text) or not _DEED.search(text) or _OTHER.search(text):
        return None
    found = await search(_BENEFIT[int(is_english(text))])
    return found if found.band == "answer" and found.exact is not None else None
