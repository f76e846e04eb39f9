"""Who says that the answer before was wrong (你刚刚答错了), or that it missed what was asked. Pure.

Such a text names no matter and remembers no figure. Searched, it leads to any other matter, and the
answer said again would not hear the visitor; so it is known by its whole wording. A question
(你答错了吧) doubts, and is held to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from knowledge.text import normalise

_LONGEST = 40
"""Characters beyond which a text tells something of its own; twice as many of English."""
_ANSWER = r"(?:回答|答案|答复|回复|说法|说|答|讲|话)"
_WRONG = (
    r"[答说讲搞弄记写]错误?|错误|有误|错|不对|不正确|不准确?|不[实真]|对不上|不靠谱|不是这样(?:的|子)?|不是这么回事"
    rf"|(?:跟|和|与)我(?:这边)?[知了查看听记]?[道解到得过]?的(?:都)?(?:不[1一]样|不同|不符)|{_ANSWER}[得的]?有(?:点|些)?问题"
    r"|[乱瞎][说讲答]|胡说(?:八道)?"
)
_MISSED = (
    r"我(?:要|想|刚才|刚刚)*问的(?:根本|压根)?(?:就|可|又|也)?不是(?:这个?|那个?)(?:问题|意思|事)?"
    r"|(?:根本|压根|又|也|这|那|可)*不是我(?:要|想|刚才|刚刚)*问的(?:问题|意思)?|我(?:根本)?(?:没|不是|不想)(?:在)?问(?:你)?这个?"
    r"|没有?(?:正面)?(?:回答|答|回应)(?:[到上]点子?上|到|上)?我?的?(?:问题)?|没有?说到点子?上|跑题|答偏"
    r"|理解错|会错意|没(?:有)?(?:听|看|理解|明白)[懂解]?我的?(?:意思|问题)"
    r"|所?答非所问|文不对题|[驴牛]头不对马嘴|驴唇不对马嘴"
)
_SPOKEN = rf"你们?|您|机器人|助手|{_ANSWER}"
_AROUND = (
    rf"{_SPOKEN}|刚才|刚刚|刚|上面|前面|之前|上[1一]?[条个句次]|第?[1一]?[条个句段次]|给我?|这|那|[的得地是都也全又就还有]|在|完全|根本|明显|明明"
    r"|好像|可能|应该|感觉|我(?:觉得|感觉|认为|看)|好多|很多|些|点|里面?|其实|抱歉|不好意思|喂|哎|嗯|不"
    r"|[了啊呀哦嘛呢吧]|[,.!~。 ]"
)
# Atomic, because one text can be cut in many ways: no wording may make the match long.
_BLAMING = re.compile(rf"(?>{_WRONG}|{_MISSED}|{_AROUND})+")
_BLAMES = re.compile(rf"{_WRONG}|{_MISSED}")
_ASKING = re.compile(r"[吗吧么?]|是不是|是否")
_OF_ANSWER = re.compile(rf"{_SPOKEN}|{_MISSED}|[乱瞎][说讲答]|跟我|和我|与我")
"""What says that the answer is meant; without it, 不对 may answer a question back."""
_LEAD = (
    r"(?:(?:sorry|no|nope|hey|but|well|hm+|ok(?:ay)?|actually|excuse me"
    r"|i(?:'m| am) afraid|i (?:think|believe|guess|know)(?: that)?)[, ]+)*"
)
_THE_ANSWER = (
    r"(?:that|this|it|you|what you (?:just )?(?:said|told me|wrote)"
    r"|(?:your|the|that|this) (?:(?:last|previous|first|earlier) )?"
    r"(?:answer|reply|response|information|statement))"
)
_HOW = r"(?: (?:just|all|so|completely|totally|simply|plainly|quite|clearly|absolutely|still))*"
_IS_WRONG = (
    rf"(?:(?:'s|'re| is| was| are| were| seems(?: to be)?| looks| sounds){_HOW} "
    r"(?:wrong|incorrect|inaccurate|mistaken|false|untrue|a mistake|an error"
    r"|not (?:right|correct|true|accurate|so))"
    r"|(?: is| was| are| were)n't (?:right|correct|true|accurate|so))"
)
_BLAMING_ENGLISH = re.compile(
    rf"{_LEAD}(?:{_THE_ANSWER}{_IS_WRONG}"
    r"|(?:you(?:'ve| have)? (?:just )?(?:got|gave(?: me)?|made|answered|told me)"
    r"(?: (?:it|that|this|an?|the|me|something|my question))*"
    r" (?:wrong(?:ly)?|incorrect(?:ly)?|mistaken?|error)(?: answer)?)"
    r"|(?:a )?(?:wrong|incorrect)(?: answer| again)?"
    r"|(?:that(?:'s| is|'s really| was)?|this is) not (?:what i|my question|the question)"
    r"(?: (?:asked|meant|was asking|am asking))?(?: (?:for|about|you))*"
    r"|(?:that|this|it|you) (?:does|did|do|has|have)(?:n't| not) (?:answer|answered|address) "
    r"(?:my|the) question"
    r"|you(?:'ve| have)? (?:misunderst(?:ood|and)|missed) (?:me|my (?:question|point)|the point))"
    r"(?: (?:again|just now|at all|though|too))*[.! ]*"
)
_NAMES_ENGLISH = re.compile(r"\b(?:you|your|answer|reply|response|that|this|it|question)\b")


def blames(text: str, exchanges: Sequence[Exchange] = ()) -> bool:
    """Whether a text says nothing but that the answer before was wrong or missed the point. What
    names no answer (不对) may deny what was asked back, and then does not blame."""
    text = normalise(text).strip()
    if _ASKING.search(text) or not _of_answer_alone(text):
        return False
    names = _NAMES_ENGLISH if text.isascii() else _OF_ANSWER
    return names.search(text) is not None or not _asked_back(exchanges)


def wonders(text: str) -> bool:
    """Whether a text asks nothing but whether the answer before was wrong: 你答错了吧."""
    text = normalise(text).strip()
    asking = _ASKING.search(text) is not None
    return asking and not text.isascii() and _of_answer_alone(_ASKING.sub("", text))


def _of_answer_alone(text: str) -> bool:
    if text.isascii():
        return len(text) <= _LONGEST * 2 and _BLAMING_ENGLISH.fullmatch(text) is not None
    if len(text) > _LONGEST or _BLAMES.search(text) is None:
        return False
    return _BLAMING.fullmatch(text) is not None


def _asked_back(exchanges: Sequence[Exchange]) -> bool:
    """Whether the reply before asked something that a bare no answers."""
    last = exchanges[-1] if exchanges else None
    if last is None:
        return False
    return last.outcome == "clarify" or (last.outcome == "unknown" and not last.entries)
