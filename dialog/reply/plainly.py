"""What a visitor says that asks for nothing the knowledge could hold: that is all right, that is
enough, a person please. Pure.

Such a text is known by its whole wording. Searched, it leads to any other matter; with another word
in it, it is a question like all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.doubting import doubts
from dialog.reply.question import Exchange
from knowledge.text import normalise
from knowledge.types import Intent

_LONGEST = 60
"""Characters beyond which a text tells something of its own."""
_PERSON = re.compile(
    r"(?:那|好的?|算了|不行|还是|我们?|你们?|您|请|麻烦|快|直接|现在|就|想|要|需要|必须"
    r"|能不能|可不可以|可以|能|给我|帮我|帮忙|有没有|有|[,.!。 ])*"
    r"(?:(?:转|找|接|换|叫|联系|呼叫|见|跟|和|到|派|来)(?:[1一]?[个位下])?)*(?:你们的?|的)?"
    r"(?:人工|真人|活人|客服|工作人员|(?<=[找换叫]|个)人)(?:客服|服务|坐席|接待|咨询|工作人员)?"
    r"(?:来?(?:说|聊|谈|讲|问|回答|答|接|帮我|沟通|处理|对接)(?:[1一]下|话)?)?"
    r"(?:行不行|行吗|好吗|可以吗|在吗|在不在|谢谢|[吗么吧呢啊呀嘛了]|[,.?!~。 ])*"
    r"|(?:(?:please|ok|okay|no|just|hey|hi|sorry)[,. ]*)*"
    r"(?:(?:i (?:want|need|would like|wish)|i'?d like|can i|could i|may i|let me|give me|get me"
    r"|connect me|transfer me|put me through|can you|could you)[, ]*)*"
    r"(?:to |(?:talk|speak|chat) |with |get |find |call |through )*"
    r"(?:an? |the |some |your |real |live |actual )*"
    r"(?:human(?: being| agent)?|person|operator|agent|representative|staff(?: member)?"
    r"|member of staff|somebody real|someone real)(?:[,. ]*(?:please|now|instead))*[.?! ]*",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"(?:嗯|哦|噢|啊|那|好|行|可以|算|得|没事|没问题|不用|不必|不问|先这样|就这样|知道|明白|懂"
    r"|清楚|了解|收到|我|都|的|了|吧|呀|嘞|滴|哒|[,.!~。 ])+"
    r"|(?:(?:ok(?:ay)?|k|fine|all ?right|alright|good|great|cool|right|sure|i see|got it"
    r"|understood|i understand|noted|never ?mind|forget it|no matter|that'?s (?:fine|ok(?:ay)?|all)"
    r"|(?:it'?s|that is) (?:fine|ok(?:ay)?)|then|thanks)[,.!~ ]*)+",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"好|行|可以|算|得了|没事|没问题|不用|不必|不问|这样|知道|明白|懂|清楚|了解|收到|嗯|哦|噢|[a-z]"
)


def said_plainly(text: str, exchanges: Sequence[Exchange]) -> Intent | None:
    """What a text wants, where it says so with every word and asks for nothing else."""
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        return None
    if _PERSON.fullmatch(text):
        return "ask_person"
    last = exchanges[-1] if exchanges else None
    if last is None:
        return None
    asked_back = last.outcome == "clarify" and bool(last.entries)
    if not asked_back and _ENOUGH.fullmatch(text) and _WORD.search(text):
        return "thanks"
    return "complaint" if doubts(text) else None
