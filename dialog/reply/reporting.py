"""Who goes to report to somebody above them, and asks with what to begin (那我回去跟老板汇报，
第一步该说啥; what do I tell my boss first): it is where to start with their own data, not the first
step of a procedure that was told before. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_BOSS = r"(?:老板|领导|上级|上司|经理|总监|董事会?|[一1]把手|老总|头儿|总部|公司|股东|boss)"
_REPORTS = re.compile(
    rf"(?:跟|给|向|同|和|对)(?:我们?|咱们?)?的?{_BOSS}(?:们)?[^,。?!]{{0,6}}?(?:汇报|报告|说|讲|交代|交差|回话|回复|解释|开口|提)"
    r"|(?:要|去|得|做|写)(?:[1一]次|个)?(?:汇报|报告)(?!书|有|数)"
    r"|\b(?:report|tell|explain|present|brief|say|talk|go back|pitch)\b[^.?!]{0,20}"
    r"\b(?:my|our|the) (?:boss|manager|managers|ceo|board|director|management|head ?office"
    r"|superiors?|chief)\b"
)
_BEGINS = re.compile(
    r"(?:第[1一]步|首先|先|开头|起头|[1一]上来|开口)[^,。?!]{0,6}?(?:说|讲|汇报|谈|提|报|交代|开口)[^,。?!]{0,3}?(?:什么|啥|哪)"
    r"|(?:第[1一]步|首先|先)[^,。?!]{0,6}?(?:做|干|办)(?:什么|啥|哪)"
    r"|从(?:哪|何)[^,。?!]{0,4}?(?:说|讲|汇报|谈|开始|入手|起)|(?:怎么|如何|咋)[^,。?!]{0,8}?(?:开口|开头|起头|开始(?:说|讲))"
    r"|\b(?:what|where|how)\b[^.?!]{0,24}\b(?:first|start|begin|open with)\b"
)
_LONGEST = 50
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_START = "第一次来，入场要先做什么？"
"""The wording of what is known of where to start."""


def asks_what_to_report(text: str) -> bool:
    """Whether a text asks with what to begin before somebody above the visitor."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1):
        return False
    return _REPORTS.search(plain) is not None and _BEGINS.search(plain) is not None


def reported(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """Where to start, for who asks what to report first; ``None`` for anything else, or where
    nothing was spoken of: the text is searched then as it is."""
    if not exchanges or not asks_what_to_report(text):
        return None
    return snapshot.at_once(_START)
