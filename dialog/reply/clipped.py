"""A deed that is named by its first character, because it was named whole before: 停车数据能入吗,
after 数据资产可以入表. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS
from dialog.reply.pair_told import with_pair
from dialog.reply.question import Exchange
from knowledge.text import normalise

_DEEDS = [
    "入表",
    "入账",
    "入驻",
    "入场",
    "入会",
    "挂牌",
    "上架",
    "登记",
    "备案",
    "报备",
    "评估",
    "审计",
    "审核",
    "公证",
    "摊销",
    "抵税",
    "质押",
    "融资",
    "出境",
    "脱敏",
    "授权",
    "存证",
    "质检",
    "注册",
    "申报",
    "续期",
]
_CLIPPED = re.compile(
    r"(?:能不能|可不可以|要不要|用不用|需不需要|能|可以|可|要|得|用|该|需要|还|也|没|先|直接)"
    r"(?:(?P<here>(?:在|到|来|去|从)+(?:你们?|您|贵所|上海|交易所|平台|这|那)+(?:里|儿|边|上|来|去)*))?"
    r"(?P<deed>[入挂上登备报评审公摊抵质融出脱授存注申续])(?P<end>了?(?:吗|么|不|呢|啊|[?？。])*)$"
)
_BACK = 2
"""Exchanges on a matter back to which a deed was named."""


def in_full(text: str, exchanges: Sequence[Exchange], *earlier: str) -> str:
    """A text with the deed at its end named whole, where one that begins so was named before, in
    the conversation or ``earlier`` in the text; and with the things whose difference it asks."""
    text = with_pair(text, exchanges, *earlier)
    read = _CLIPPED.search(text)
    if read is None:
        return text
    asked = [e.question for e in exchanges if e.outcome in MATTERS][-_BACK:]
    deeds = [d for d in _DEEDS if d[0] == read["deed"]]
    for before in (*reversed(earlier), *reversed(asked)):
        named = [d for d in deeds if d in normalise(before)]
        if len(named) == 1:
            return f"{text[: read.start('deed')]}{named[0]}{read['end']}"
    if read["here"] and read["deed"] == "挂":
        # What can be hung up at an exchange is a listing.
        return f"{text[: read.start('deed')]}挂牌{read['end']}"
    return text


def named_whole(text: str, full: str) -> str:
    """The deed that a text in full names whole where the text itself clips it; empty for none."""
    return next((d for d in _DEEDS if full.count(d) > text.count(d)), "")
