"""A wish to be told something in few sentences: 三句话告诉我, 用一句话跟老板说, in two sentences.
Pure.

Alone it is for what was told last; around a question (三句话概括入表流程) for the answer to that.
The number in it counts sentences, and nothing else that a text could tell of.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise
from knowledge.types import Language

_LONGEST = 60
"""Characters beyond which a text asks for something of its own; English has twice as many."""
_NUMERAL = r"(?:[1-9]|10|[一二两三四五六几])"
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SENTENCES = rf"(?:[一1]?(?P<two>{_NUMERAL}))(?:个|条)?(?:短|简单的?)?(?:句子?(?:大?白?话)?|句)"
_POINTS = rf"(?<![这那哪第每该上下前后])(?P<points>{_NUMERAL})(?:个|条|大)?(?:要点|重点|点|条|行)"
_TIMES = r"(?:\d{1,3}|[一二两三五十几半])(?:个)?(?:分钟|秒钟?|字|段话?)(?:之?内|以内)?"
_SUM = r"(?:总结|概括|归纳|小结|汇总|提炼|浓缩|概述|回顾|梳理)"
_VERB = (
    rf"(?:{_SUM}|(?:说|讲|告诉|介绍|汇报|回答|解释|复述|转述)(?:清楚|明白|完|透|说|讲)?|搞懂|听懂)"
)
_WHOM = (
    r"(?:老板|领导|老总|总经理|经理|上级|上司|主管|同事|客户|家里人?|家人|爱人|董事会|会上|大家"
    r"|别人|他们?|她们?)"
)
_AROUND = (
    r"(?:好的?|行|嗯|那么?|ok|请|英[文语]|中文|写|拟|发|麻烦|劳驾|能不能|可不可以|可以|能否|能|你们?|您|我们?|咱们?|就|只|先|再|也|还|来|用|拿|以|给|帮|跟"
    r"|和|向|对|让|把|这些?|这个|这件事|刚才的?|刚刚的?|上面的?|以上的?|内容|答案|话|直接|简单|简短|大概|快速|最多|之?内|以内|成|为|得|地"
    r"|前面|之前|一路|到现在(?:为止)?|全部|所有|整个|一起|几(?:条|点|个|步|件|样)|分成|列成|分|问的|聊的|谈的|都"
    r"|怎么|怎样|如何|该|应该|要|想|好|[1一]?下|出来|行不行|行吗|吗|吧|呗|呢|啊|呀|哈|了|的|谢谢|就行|即可|就够了?|听听?|看看?|交差|交代|转达"
    rf"|{_WHOM}|[,.?!~。、：: ])"
)
_OF_LAST = re.compile(
    rf"(?>{_SENTENCES}|{_POINTS}|{_TIMES}|{_VERB}|{_AROUND})+".replace("?P<", "?P<_")
)
_COUNTED = re.compile(_SENTENCES)
_COUNTED_POINTS = re.compile(_POINTS)
_TIMED = re.compile(_TIMES)
_VERBS = re.compile(_VERB)
_SAYS_ITSELF = re.compile(r"(?<![给跟对和向让])我(?:想|要|来|再|先|就)?(?:多)?[说讲问]")
"""Who says something themselves."""
_SUMMED = re.compile(rf"{_SUM}(?!会|报告|表|书)")
_FOR_OTHERS = re.compile(
    rf"(?:给|跟|向|对|让|交给|发给|汇报)(?:我们?|咱们?)?(?:的)?{_WHOM}"
    r"|\b(?:for|to|tell|with) (?:my|our|the) (?:boss|manager|team|colleagues?|chief|wife|husband"
    r"|client|board|ceo|director|management)"
)
"""Whom a summary is for: they heard nothing of the conversation."""
_WHOLE = re.compile(
    r"前面|之前|回顾|一路|到现在|全部|所有|整个|一起|(?:说|讲|聊|谈|问)的(?:这)?(?:几|都)|\b(?:everything|all"
    r"|so far|we(?:'ve| have)? (?:just )?(?:discussed|talked about|covered)"
    r"|recap|you(?:'ve| have)? (?:told|explained)|conversation|chat|discussion|talk)\b"
)
"""What means all that was told, and not the last answer alone."""
_HEAD = re.compile(
    rf"(?>{_AROUND})*(?:{_SENTENCES}|{_POINTS})(?>{_AROUND})*{_VERB}(?:[1一]?下|给我(?:听|看)?|我|:|：|,)*"
)
"""A wish in front of what it is for."""
_TAIL = re.compile(
    rf"[,，。;；?？!！ ]+(?P<wish>(?:请|麻烦|你|您|用|就|只|给我)*(?:{_SENTENCES}|{_POINTS})"
    rf"(?>{_VERB}|{_AROUND})*)$"
)
_COUNT_ENGLISH = (
    r"(?:(?:a |just |only |at most |about |the )*"
    r"(?P<count>\d{1,2}|one|two|three|four|five|six|single|couple of|few)"
    r"[ -](?:short |simple |plain |main |key |brief |bullet )*"
    r"(?P<unit>sentences?|lines?|points?|bullets?"
    r"|words?|minutes?|takeaways?))"
)
_COUNTS = {"one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TO_ENGLISH = (
    r"(?: (?:so (?:that )?i can tell|that i can (?:give|send|show)(?: to)?|for|to) (?:me|us"
    r"|(?:my|our|the) (?:boss|manager|team|colleagues?|chief|wife"
    r"|husband|client|board|ceo|director|management)s?))*"
)
_TALK_ENGLISH = (
    r"(?:it|that|this|all(?: of (?:it|that|this))?|everything|so far|up to now|the (?:main )?points"
    r"|(?:what|everything|all)(?: that)? (?:you(?:'ve| have)? (?:just )?(?:said|told|explained)"
    r"(?: (?:me|us|to me))?|we(?:'ve| have)? (?:just )?(?:discussed|talked about|covered))"
    r"|(?:our|this|the) (?:whole )?(?:conversation|chat|talk|discussion))"
)
_UNNAMED_ENGLISH = _COUNT_ENGLISH.replace("?P<count>", "?:").replace("?P<unit>", "?:")
_OF_LAST_ENGLISH = re.compile(
    r"(?:(?:ok(?:ay)?|please|so|and|now|then|could you|can you|would you|just|can i (?:have|get)"
    r"|i need|i'd like)[,. ]*)*"
    rf"(?:(?:tell|say|put|give|write|explain|repeat|sum|summari[sz]e|wrap|recap|condense|boil"
    r"|answer|do)"
    rf"(?: (?:me|us|my boss|the answer|your answer|{_TALK_ENGLISH}))*"
    rf"{_TO_ENGLISH}(?: up| down)?"
    rf"(?: {_TALK_ENGLISH})*{_TO_ENGLISH}"
    rf"(?: (?:in|into|to|with|using|as) )?|in |with |the |give me )? ?(?:an? |the )?"
    rf"(?:quick |short |brief )*"
    rf"(?:{_UNNAMED_ENGLISH}|short(?:ly)?|brief(?:ly)?|a nutshell|summary|recap)?"
    rf"(?: (?:summary|recap))?(?: please| only| max)*(?: of {_TALK_ENGLISH})?"
    rf"{_TO_ENGLISH}(?: in {_UNNAMED_ENGLISH})?(?: in (?:english|chinese|mandarin))?"
    rf"(?:[,. ]*(?:please|thanks|thank you))*[.?! ]*"
)
_COUNTED_ENGLISH = re.compile(_COUNT_ENGLISH)
_SUMS_VERB = re.compile(
    r"[写拟]|\b(?:sum(?:med|s)?|summari[sz]e|summary|recap|wrap|condense|write)\b"
)
_SUMS_ENGLISH = re.compile(
    rf"{_COUNT_ENGLISH}|\b(?:sum(?:s|med)? (?:it |that |this |all |everything )*up|summari[sz]e"
    r"|wrap (?:it|that|this) up|recap|in a nutshell|in short|summary|boil (?:it|that|this) down"
    r"|condense (?:it|that|this))\b"
)
_HEAD_ENGLISH = re.compile(
    r"(?:(?:please|could you|can you|ok(?:ay)?)[, ]*)*"
    rf"(?:(?:tell me|explain|say|answer|describe)[,: ]+)?in {_COUNT_ENGLISH}[,: ]+(?=\w)"
)
_TAIL_ENGLISH = re.compile(rf"[,. ]+(?:please )?in {_COUNT_ENGLISH}(?:[, ]*please)?[.?! ]*$")
_LEFT = 2
"""Characters of a matter at least; words in English."""


class SumWish(msgspec.Struct, frozen=True):
    """``sentences``: how many are wished, 0 where that is left open; ``rest``: the question around
    which it is wished, as it is written, empty where what was told last is meant, or, where
    ``whole``, all that was told. ``language``: in which it is wished, where it says so."""

    sentences: int = 0
    whole: bool = False
    rest: str = ""
    language: Language | None = None


@kept
def sum_wish(text: str) -> SumWish | None:
    """The wish to be told something in few sentences; ``None`` where a text is none."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if len(plain) > _LONGEST * (2 if english else 1):
        return None
    if english:
        return _in_english(plain)
    if _SAYS_ITSELF.search(plain):
        return None
    if _OF_LAST.fullmatch(plain) and _wishes(plain):
        return SumWish(_sentences(plain), whole=_of_all(plain), language=_language(plain))
    return None if _language(plain) is not None else _around(plain)


def _language(plain: str) -> Language | None:
    """The language in which a summary is wished; ``None`` where none is named."""
    if re.search(r"英[文语]|\bin english\b", plain) is not None:
        return "en"
    return "zh" if re.search(r"中文|\bin (?:chinese|mandarin)\b", plain) is not None else None


def _of_all(plain: str) -> bool:
    """Whether all that was told is meant: a summary for others is of the whole conversation."""
    for_others = _SUMMED.search(plain) or _SUMS_VERB.search(plain)
    passed_on = for_others is not None and _FOR_OTHERS.search(plain) is not None
    return passed_on or _WHOLE.search(plain) is not None


def _wishes(plain: str) -> bool:
    """Whether small words and a number ask for a summary: minutes and points do not alone."""
    if _COUNTED.search(plain) or _SUMMED.search(plain):
        return True
    counted = _COUNTED_POINTS.search(plain) or _TIMED.search(plain)
    return counted is not None and _VERBS.search(plain) is not None


def _around(plain: str) -> SumWish | None:
    """A wish in front of a question, or behind it."""
    head = _HEAD.match(plain)
    if head is not None and len(key(plain[head.end() :])) >= _LEFT:
        return SumWish(_sentences(head.group()), rest=plain[head.end() :].strip(" ,:，："))
    tail = _TAIL.search(plain)
    if tail is not None and _wishes(tail["wish"]) and len(key(plain[: tail.start()])) >= _LEFT:
        return SumWish(_sentences(tail["wish"]), rest=plain[: tail.start()])
    return None


def _sentences(plain: str) -> int:
    read = _COUNTED.search(plain) or _COUNTED_POINTS.search(plain)
    numeral = read.group(1) if read is not None else ""
    return int(numeral) if numeral.isdigit() else _NUMBERS.get(numeral, 0)


def _in_english(plain: str) -> SumWish | None:
    if _OF_LAST_ENGLISH.fullmatch(plain) and _SUMS_ENGLISH.search(plain):
        count = _count(_COUNTED_ENGLISH.search(plain))
        return SumWish(count, whole=_of_all(plain), language=_language(plain))
    head = _HEAD_ENGLISH.match(plain)
    if head is not None and len(plain[head.end() :].split()) >= _LEFT:
        return SumWish(_count(head), rest=plain[head.end() :])
    tail = _TAIL_ENGLISH.search(plain)
    if tail is not None and len(plain[: tail.start()].split()) >= _LEFT:
        return SumWish(_count(tail), rest=plain[: tail.start()])
    return None


def _count(read: re.Match[str] | None) -> int:
    if read is None or not read["count"] or read["unit"].startswith(("word", "minute")):
        return 0
    count = read["count"]
    return int(count) if count.isdigit() else _COUNTS.get(count, 0)
