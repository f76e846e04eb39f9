"""What greets, asks whether anybody is there, or says that questions will come (有几个问题想请教),
and says nothing else. Pure."""

from __future__ import annotations

import re

from dialog.reply.aspects import asks, bare
from knowledge.answers.introducing import introduction
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text says more."""
_GREETING = re.compile(
    r"(?:[你您](?:们|大家)?好|大家好|老师好|[上中下]午好|早上?好|早安|晚上好|嗨|哈[喽罗啰]|哈|喂"
    r"|请问|有没有|有|个|人|在不在|在没在|在线|在|这里|这边|那边|都|还"
    r"|呢|吗|么|嘛|啊|呀|吧|不|哦|[,.?!~。， ])+"
    r"|(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|is|are|you|any(?:one|body)"
    r"|some(?:one|body)|there|here|home|around|online|in|at|the|desk|[,.?!~ ])+"
)
_GREETS = re.compile(
    r"好|早安|嗨|哈[喽罗啰]|喂|有人|在不在|在没在|在线?[吗么嘛啊呀呢]"
    r"|\b(?:hello|hi|hey|good|any(?:one|body)|some(?:one|body)|you (?:there|here|around))\b"
)

_LONGEST_TOLD = 80
"""Characters up to which who asks may be told before it is said that questions come."""
_OPENING = (
    r"(?:[你您](?:们)?好|请问|麻烦|打扰|不好意思|抱歉|那|就是|我们?|咱们?|这边|这里|这儿|还|也"
    r"|另外|刚好|正好|现在|今天"
    r"|[1一]?下|了|啊|哦|嗯|好的?|[,.!。 ])*"
)
_TO_ASK = r"(?:问问?|请教|咨询|请问|打听|了解|采访|聊聊?)"
_SOME = (
    r"(?:[1一]?[几两些点个]个?|[1一]两|\d)?(?:[个点些])?(?:小|简单的?|基本的?|基础的?|业务|相关)*"
)
_QUESTIONS = re.compile(
    rf"{_OPENING}(?:有|还有){_SOME}(?:(?:不太?懂|不明白|不清楚|没弄懂)的?)?(?:问题|事儿?|事情"
    rf"|地方|疑问)?"
    r"(?<=[题事儿情方问懂的白楚])(?:不懂|不明白|不清楚)?"
    rf"(?:[,，]?(?:想|要|需要|希望|得|能不能|可以|可不可以|方便)?(?:向|跟|和|找)?(?:"
    rf"[你您]们?)?{_TO_ASK}"
    r"(?:[1一]下)?(?:[你您]们?)?)?(?:[吗么吧呢啊呀哈]|可以|行|[?!,.。 ])*"
    rf"|{_OPENING}(?:想|要|需要|希望|来|能不能|可不可以|可以|方便)+(?:向|跟|和|找)?(?:"
    rf"[你您]们?)?{_TO_ASK}"
    rf"(?:[1一]下)?(?:[你您]们?)?(?:{_SOME}(?:问题|事儿?|事情|情况))?(?:可以|行)?(?:"
    rf"[吗么吧呢啊呀哈]|[?!,.。 ])*"
    r"|(?:(?:hello|hi|hey|good (?:morning|afternoon|evening)|excuse me|sorry|well|so|please|ok"
    r"(?:ay)?)"
    r"[,.! ]*)*(?:(?:i|we)(?:'ve| have|'d| would)?(?: still| also)?(?: got)?"
    r" (?:a few|some|a couple of|several|two|three|a|one|many|more)(?: more| other| quick| short"
    r"| basic)*"
    r" (?:questions?|things? to ask)"
    r"|(?:(?:can|could|may|might) i|(?:i|we)(?:'d| would)? (?:like|want|wish|need)(?: to)?)"
    r"(?: please)? ask(?: you)?(?: (?:a few|some|a couple of|several|a|one|you)"
    r"(?: more| quick| short| basic)*(?: (?:questions?|things?))?|(?: something)))"
    r"(?: (?:to ask|for) you)?(?:[,. ]*(?:please|if i may|if that'?s ok(?:ay)?))?[.!? ]*"
)
"""What says that questions will come, and names none."""
_ANNOUNCED = re.compile(r"问题|疑问|不太?懂|不明白|不清楚|\bquestions?\b")
_TROUBLE = re.compile(r"退回|驳回|没过|没通过|投诉|被骗|[偷盗]|泄露|罚|封|打不开|报错|进不去")
"""What befell who asks is told as a matter of its own."""
_ALL_RIGHT = re.compile(r"(?:有|会有|会不会有)(?:没有)?(?:什么|啥)?问题(?:吗|么|不|没)")
"""What asks whether something that was told is all right."""
_CLAUSES = re.compile(r"[,，。;；!！]+\s*")


def announces(text: str) -> bool:
    """Whether a text says that questions will come, and at most who asks before: 我是记者，有几个
    问题. What asks something before names its matter."""
    text = normalise(text).strip()
    if len(text) > _LONGEST_TOLD:
        return False
    if _QUESTIONS.fullmatch(text) is not None:
        return True
    if (told := introduction(text)) and _QUESTIONS.fullmatch(text[len(told) :].strip()):
        return True
    if is_english(text):
        first, _, last = text.rpartition(". ")
        first, last = (first, last) if first else text.rpartition(", ")[::2]
        said = _QUESTIONS.fullmatch(last.strip()) is not None and not asks(first)
        return bool(first) and said
    *before, last = [c for c in _CLAUSES.split(text) if c.strip()] or [""]
    read = _QUESTIONS.fullmatch(last)
    if read is None and len(before) > 1:
        # 有些问题，想请教一下 is said in two clauses.
        last = f"{before.pop()},{last}"
        read = _QUESTIONS.fullmatch(last)
    if read is None or _ANNOUNCED.search(last) is None or (before and _ALL_RIGHT.search(last)):
        return False
    return not any(asks(c) or bare(c) or _TROUBLE.search(c) for c in before)


def greets(text: str) -> bool:
    """Whether every word of a text greets or asks whether anybody is there: 你好在吗."""
    text = normalise(text).strip()
    if len(text) > _LONGEST or _GREETS.search(text) is None:
        return False
    return _GREETING.fullmatch(text) is not None
