"""Slips of one character in the very short words that ask for a side: 电活多少, 地扯在哪; and such
words as they are spoken: 多钱一份. Pure.

The mender of the search knows slips by their sound, in terms of the field. Here a look-alike counts
as well, and only where a text has nothing else that could be meant.
"""

from __future__ import annotations

import re

_AROUND = (
    r"(?:你们?|您|贵[所司]|交易所|数交所|上海|那|请问|问[1一]?下|的|在|要|是|有|给|收|多|大概"
    r"|大约|[,，。 ])*"
)
_BEHIND = (
    r"(?:是|有|要|交|给|在|收|的|吗|呢|啊|呀|多少|几?号?码?|什么|啥|哪些|哪[里儿]?|怎么|收|算|能"
    r"|办|[?？。!！ ])*"
)
_SLIPS = (
    (r"电(?:活|画|花|华|诂|括|语)|店话|申话|由话|典话", "电话"),
    (r"地(?:扯|止|纸|祉|只|耻|趾)|他址|池址", "地址"),
    (r"费(?:甩|甪|永|佣|涌)|废用|贵用|非用", "费用"),
    (r"多(?:九|酒|就|玖|救)|夕久", "多久"),
    (r"[材才财](?:枓|科|斗|料|科)(?<!材料)|村料|材枓", "材料"),
)
_TEXTS = tuple(
    (re.compile(rf"(?P<before>{_AROUND})(?:{slip})(?P<behind>{_BEHIND})"), word)
    for slip, word in _SLIPS
)


_SPOKEN = (
    (re.compile(r"(?:咋|怎么)个?卖法"), "怎么卖"),
    (re.compile(r"咋(?=付|给钱|卖|买|收|交|结|退)"), "怎么"),
    (re.compile(r"(?<=怎么)(?:付|给)钱"), "付款"),
    (re.compile(r"(?<![很许这那么不])多钱"), "多少钱"),
    (re.compile(r"啥价"), "什么价"),
)
"""How prices and paying are asked for in speech."""
_LONGEST = 12
"""Characters beyond which a text has more than that to go by."""


def mended_word(text: str) -> str:
    """The text with the slip mended, where every other word of it only asks, and short questions
    for prices and paying as they are written (多钱一份); else the text."""
    if len(text) <= _LONGEST:
        for spoken, written in _SPOKEN:
            text = spoken.sub(written, text)
    for pattern, word in _TEXTS:
        read = pattern.fullmatch(text.strip())
        if read is not None:
            return f"{read['before']}{word}{read['behind']}"
    return text
