"""Who asks for the names of those who lead the exchange, in whatever words: 上海的老总叫什么. Pure.

Searched, a name that is asked for leads to any guest of a round table.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

_ASKING = re.compile(
    r"(?:那|请问|[,， ])*(?:上海(?:数据)?(?:交易所|数交所)?|你们?|您们?|贵[所司]|交易所|数交所|这"
    r"[里儿边])+"
    r"(?:现在|目前|今年|这边|那边|的)*(?:老总|总经理|[1一]把手|老板|领导|董事长|头儿|头头|总裁"
    r"|负责人|当家的|ceo|大领导)"
    r"(?:现在|目前|到底)*(?:是|叫|姓)(?:谁|哪位|哪个|什么|啥)(?:名字?|人)?(?:呢|啊|呀|来着|"
    r"[?!。 ])*"
    r"|(?:and |so )*(?:who(?:'s| is)|what(?:'s| is) the name of) (?:the|your) (?:boss|head|chief"
    r"|ceo"
    r"|general manager|president|chairman|director)(?: (?:of|at) (?:th"
    r"e )?(?:shanghai )?(?:data )?exchange)?[?. ]*"
)
WORDING = "交易所领导是谁"


def asks_for_officers(text: str) -> bool:
    """Whether a text asks, with every word, who leads the exchange."""
    return _ASKING.fullmatch(normalise(text).strip()) is not None
