"""Who was told by a department that data of theirs are in the list of important data, in loose
words (来函说列进要紧的那个目录了): they are important data from then on, however few. Pure; over
normalised texts.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:主管部门|监管(?:部门)?|上级|网信办?|工信|委里|局里|部里|厅里|政府|来函|发函|函"
    r"|通知|告知|认定|公布|公告)"
)
NOTIFIED = re.compile(
    rf"{_WHO}[^。;?!]{{0,24}}?(?<!不)(?<!没)(?<!没有)(?<!未)(?<!没被)(?<!未被)"
    r"(?:列[进入到]|编[进入]|划[进入]|纳入|收[进入]|进了|上了|算(?:是|作|成)?|属于"
    r"|定(?:为|成)|认定(?:为|成)?|归[进入])了?"
    r"[^。;?!]{0,6}?(?:(?:要紧|重点|重要)(?:的)?(?:那个?|这个?)?(?:数据)?(?:目录|名录"
    r"|清单|名单|数据)|要紧的(?=了?$|[,。;!]))"
    r"|\b(?:ministry|regulator|authority|authorities|department|bureau|cac|government"
    r"|notified|letter|wrote)\b"
    r"[^.;?!]{0,50}\b(?:on|in|into|to|as|part of) (?:the |its |their )?(?:list|catalogue"
    r"|catalog|register)?"
    r"(?: of)?(?: the)? ?(?:important|sensitive to the state|key) (?:data|list|catalogue"
    r"|catalog|ones?)\b"
)
_NOT = re.compile(
    r"(?:没有?(?:人|谁|部门)?|从来没|未|没收到|不曾)[^,。;?!]{0,6}$|\b(?:no|never|not"
    r"|nobody|no one)\b[^,.;?!]{0,12}$"
)
_NEVER = re.compile(r"没|未(?!来)|从不|\b(?:no|not|never)\b|n['’]t")
_ASKS = re.compile(r"(?:吗|么|没有|不)\s*[?]?$|[?]\s*$|是不是|会不会|是否")


def with_notified(text: str) -> str:
    """A text with what was put on such a list called important data."""
    for found in NOTIFIED.finditer(text):
        before = text[: found.start()]
        clause = re.split(r"[,。;]", before)[-1] + re.split(r"[,。;]", text[found.start() :])[0]
        if _NEVER.search(found.group()):
            continue
        if _NOT.search(before) is None and _ASKS.search(clause) is None:
            return f"{text},重要数据" if not text.isascii() else f"{text}, important data"
    return text
