"""Who protests that the reply before took them wrong (什么会员，你理解错了), only said the same
again (这不是刚才那段话嘛) or was not understood (太简短了，我听不懂), and then asks: what the
protest is, and the question behind it. Pure.

A word that is thrown back (什么会员) is no word of the question; it is left out with the protest.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dialog.reply.aspects import bare
from knowledge.text import is_english, key, normalise

ProtestKind = Literal["misread", "repeated", "unclear"]

_YOU = r"(?:[你您](?:们)?|机器人|助手|这|那)"
_SO = r"(?:根本|压根|完全|明明|还是|还|都|又|也|就|怎么|咋|老是?|总是?|一直|刚才|刚刚|到底|可)*"
_BEFORE = r"(?:刚才|刚刚|刚|上面|前面|之前|先前|方才|上[1一]?[次条轮个句])"
_SAID = r"(?:话|回答|答复|回复|答案|内容|东西|说法|原话|那套)"
_SPOKEN = r"(?:说|讲|念|回答|答|复述|读|背)"
_END = r"(?:[了啊呀吧呢嘛哦吗么]|好吗|行吗|好不好)*(?:[,.。!:;?~…、 ]+|$)"
_THING = r"[^,.。;:?!~…]{1,14}?"
_REPEATED = re.compile(
    rf"(?:{_YOU}*{_SO}(?:不|不还|不又|不就)?{_SO}是{_BEFORE}(?:{_SPOKEN}过?|[的那这同样1一])*"
    rf"[段句条个些遍套]?(?:{_SAID})?"
    rf"|{_YOU}*{_BEFORE}(?:不是|明明|就|已经|都|才|你|您)*{_SPOKEN}(?:过|了|完)+(?:[1一两]?遍"
    rf"|[1一]次)?"
    rf"|{_YOU}*(?:怎么|咋|又|老是?|还|总是?|一直|在|别|不要|再|给我|跟我)*"
    rf"(?:重复|复读|复述|车轱辘话?)(?:机|{_BEFORE}|那|这|的|[1一]?[段遍句]|{_SAID})*"
    rf"|{_YOU}*{_SO}[跟和与]{_BEFORE}(?:{_SPOKEN}|[的那这段条个]|{_SAID})*"
    r"(?:完全|还是|都)?(?:[1一]模[1一]样|[1一]样|没(?:有)?(?:什么|啥)?(?:区别|两样|变化))的?"
    rf"|{_YOU}*{_SO}(?:又|还)?(?:是)?(?:[1一]模[1一]样的?|老[1一]套|同样的?)(?:{_SAID})?"
    rf"|{_YOU}*{_SO}(?:又|还是?)(?:是)?(?:这|那|老)[1一]?[段句条套](?:{_SAID})?){_END}"
)
_MISREAD = re.compile(
    rf"(?:{_YOU}*{_SO}(?:误会了?(?:我)?|误解了?(?:我)?|会错(?:了)?意|(?:理解|搞|弄|听|看|答|想|找"
    rf"|领会)(?:错|偏|岔|反|歪)了?)"
    r"(?:我的(?:意思|问题)|我)?|(?:完全|根本|压根)?(?:不是|没)(?:这个?|那个?)(?:意思|事)"
    rf"|(?:我)?不是(?:这个?|那个?)意思){_END}"
)
_UNCLEAR = re.compile(
    rf"(?:{_YOU}*{_BEFORE}?{_SPOKEN}(?:得|的)(?:也|实在|真的?|有点|还是|话)*(?:太|过于|有点|好)"
    r"(?:简短|简略|简单|短|快|少|长|多|复杂|专业|深奥?|绕|笼统|含糊|官方|书面|抽象|文绉绉|啰嗦)"
    r"|(?:我|俺|咱|们|还是|实在|真的?|有点|有些|根本|完全|都)*"
    r"(?:[听看读搞弄](?:得|了)?(?:还是|半天)?(?:也)?不(?:太|大|怎么)?(?:懂|明白|清楚)"
    rf"|没(?:太|大|怎么)?[听看读搞弄](?:懂|明白))(?:{_YOU}?{_SPOKEN}的)?){_END}"
)
"""Who says that the reply was too short, too hard or not understood."""
_WHY_UNCLEAR = re.compile(
    r"(?:我|俺|咱|们|是|个|人|也|这|又)*(?:(?:年纪|岁数|年龄)(?:也|真|有点|太|实在|比较)*大"
    r"|文化(?:程度)?(?:不高|低)|没(?:有)?(?:什么|啥)?文化|外行|小白|门外汉|大老粗|老人家?|老太太"
    r"|老头)"
    rf"(?:{_END}|了?(?=[听看读]))"
)
"""Why that is so, which is no protest by itself."""
_UNCLEAR_ENGLISH = re.compile(
    r"(?:(?:no|sorry|well|but|hm+),? )*(?:(?:that|this|it|your (?:answer|reply))(?:'s| is| was)"
    r" (?:way |much |a bit |far |all |rather )*too (?:short|brief|complicated|complex|technical"
    r"|long|much|hard)(?: for me)?"
    r"|(?:i|we)(?: really| still)* (?:don't|do not|didn't|did not|can't|cannot)(?: quite| really)*"
    r" (?:understand|follow|get)(?: (?:it|that|this|a word|you|your answer))?)"
    r"(?: (?:at all|though))?(?: and (?=i |we )|[,.!:;] *|$)"
)
_WHY_ENGLISH = re.compile(
    r"(?:i(?:'m| am) (?:just |only |quite )?(?:an? )?(?:old|elderly|not young|a layman|no expert)"
    r"(?: (?:man|woman|lady|person))?)(?: and |[,.!:;] *)"
)
_SAID_IT = re.compile(
    rf"(?:我)?(?:不是)?(?:刚才?|刚刚|刚|前面|之前|早就?|上面)*(?:都|已经|不是|明明|就|也)*(?:跟你"
    rf"|和你)?"
    rf"(?:说|讲|告诉)(?:你|您)?(?:过|了|得很清楚|清楚)+{_END}(?=.{{3}})"
)
"""Who holds up to the desk that they told it: 我都说了，…"""
_SAID_IT_ENGLISH = re.compile(
    r"(?:(?:but|no|well|hey|look|sorry),? )*(?:(?:i|we)(?:'ve| have)? (?:just|already|literally)"
    r"(?: just| already)* (?:told|said)|i told)(?: (?:to )?you)?(?: (?:that|this|so|before))*"
    r"[,:;.! ]+(?=.{4})"
)
_BEHIND = re.compile(
    rf"[,.。;?!~… ]+(?:{_YOU}(?:是不是|又|好像|全|都|给|可能)*(?:[说弄搞理解听答看会想讲])*"
    r"(?:反|错|拧|岔|偏)了?(?:意)?(?:[吧啊呀吗了]|[?。.!~ ])*"
    r"|you(?:'ve| have)? (?:got|have) (?:it|that) (?:the wrong way (?:round|around)|backwards?"
    r"|wrong)"
    r"[?.! ]*)$"
)
"""The protest at the end of what is meant: 我说的是不算重要数据。你反了吧."""
_THROWN_BACK = re.compile(
    rf"(?:(?:什么|啥|哪门子|哪(?:里|儿)?(?:来|有)的?(?:什么|啥)?){_THING}"
    rf"|(?:都说了?|说了|早说了)(?:根本|又|可)?(?:没有?|不是)(?:人|谁)?{_THING}"
    rf"|(?:谁|哪个)(?:跟你|和你|要)?(?:问|说|提|讲)(?:了|过|你|您|到)*{_THING}"
    rf"|(?:{_YOU})?(?:怎么|干[嘛吗]|为什么|咋)(?:又|就|会|还|突然|给我|跟我|[你您])*"
    rf"(?:说|讲|扯|提|聊|答|问|跑|变成?|成|冒出|出来)(?:到|起|出|成|的是|了|个)*{_THING}"
    rf"|{_THING}(?:是[谁啥]|是什么|怎么样|怎么[办回样])?(?:的事)?"
    r"(?:我(?:才|又|可|并)?(?:不(?:关心|想知道|在乎|感兴趣|需要知道)|没(?:有)?(?:兴趣|在问|问|提"
    r"|说))"
    r"|关我什么事|(?:跟|和|与)我(?:又|可)?(?:没(?:有)?(?:什么|半点)?关系|无关|不相干))"
    rf"|{_THING}(?=\?)){_END}"
)
"""A clause that throws a word of the reply back; it counts only where the rest shows it. What
denies a thing by its name is read as a correction."""
_THROWS = re.compile(
    r"^(?:什么|啥|哪门子|哪(?:里|儿)?[来有]|都说|说了|早说|谁|哪个|怎么|干[嘛吗]|为什么|咋)"
    r"|不关心|不想知道|不在乎|不感兴趣|没(?:有)?兴趣"
    r"|关我什么事|没关系|无关|不相干|没(?:有)?(?:在)?(?:问|提|说)"
    r"|^[^?]{2,8}(?<![呢吗么吧])\?\s*$"
)
_A_QUESTION = re.compile(
    r"[呢吗么]\W*$|多久|多少|哪[个里家些]|怎么(?:办|样|做|弄)|能不能|要不要|是不是"
    r"|\b(?:can|could|do|does|did|is|are|should|must|will|would|may) (?:we|i|you|it|they|the)\b"
    r"|\babout\b.*\?"
    r"|^(?:so |and |then |but )*(?:what|which|how|when|where|who|why)(?: else)?(?:'s| (?:would"
    r"|should"
    r"|do|does|did|can|could|is|are|will|must|may|might|counts?|changes?|happens?))\b"
)
"""What makes of a thrown back clause a question of its own."""
_DISMISSED = re.compile(r"不关心|不想知道|不在乎|不感兴趣|没(?:有)?兴趣|关我什么事")
_SAYS_ASKED = re.compile(r"我[^,.。]{0,5}(?:问|说|指)|\b(?:ask|mean|question)")
_FILLER = re.compile(
    r"(?:唉|哎呀?|喂|啊|哦|呃|嗯|算了|天哪?|拜托|不好意思|抱歉|等等|停|得了|行了|好吧"
    rf"|(?:不对|不是的?|错了?|不)+){_END}"
)
_NO = re.compile(
    rf"(?:(?:不对|不是的?|错了|不)+){_END}(?:(?:不对|不是的?|错了|不){_END})"
    rf"|(?:不对|不是的?|错了){{2,}}{_END}"
)
"""No, and no again; who says it once is read as a correction."""
_ASKED = re.compile(
    r"(?:我(?:刚才|刚刚|其实|就|只|光|真的|明明|现在|们)*(?:是)?(?:想|要)?(?:再)?"
    r"(?:问(?!过)|说的?是|指的?是|想知道|想了解)(?:你|您)?(?:的?是|的就是|的|了)?(?:[1一]?下"
    r"|[1一]?[句遍]|清楚)?"
    r"|我的(?:问题|意思)(?:就)?是)[,.:;… ]*(?=.{2})"
)
_REPEATED_ENGLISH = re.compile(
    r"(?:(?:but|no|well|ok(?:ay)?|sorry|hey|look|again),? )*"
    r"(?:(?:that|this|it)(?:'s| is| was) (?:just |again |only |still )*"
    r"(?:the (?:very )?same(?: (?:answer|text|thing|paragraph|reply|words))?"
    r"|what you (?:just )?(?:said|told me|wrote)|(?:your|the) (?:last|previous|earlier) answer)"
    r"|you(?:'ve| have)? (?:just |already )+(?:said|told me|gave me|wrote|read)"
    r"(?: me)?(?: (?:that|this|it))?|(?:the )?same (?:answer|text|thing|paragraph|reply)"
    r"|you(?:'re| are)? (?:just |only )?repeat(?:ing)?(?: yourself| the same(?: \w+)?)?)"
    r"(?: (?:again|before|just now|already|twice|word for word))*(?:[,.!:;?] *|$)"
)
_THROWN_ENGLISH = re.compile(
    r"(?:(?:no|but|well|hey|sorry|wait),? )*(?:what|which|who said(?: anything)? about"
    r"|i (?:do not|don't) care about|why are you (?:talking|telling me) about"
    r"|i (?:did not|didn't|never)(?: even)? (?:ask|say|mention)\w*(?: anything)?(?: about)?"
    r") [^,.;:?!]{2,40}(?:[,.!:;?] *|$)"
    r"|(?:(?:no|but|well),? )*(?:nobody|no[- ]one)(?: here| has| is)* (?:died|dead|deceased)"
    r"(?: here)?(?:[,.!:;?] *|$)"
)
_MISREAD_ENGLISH = re.compile(
    r"(?:(?:no|but|well|sorry|hey|wait),? )*(?:you(?:'ve| have)?(?: just| completely| totally)? "
    r"(?:misunderstood|misread|got (?:it|me|that) wrong|mistook)(?: (?:me|my question|that|it))?"
    r"|(?:that|this)(?:'s| is) not (?:it|what i (?:asked|meant|mean|was asking)))"
    r"(?: (?:at all|again|here))*(?:[,.!:;?] *|$)"
)
_FILLER_ENGLISH = re.compile(
    r"(?:no|sorry|hey|wait|look|well|never mind|forget it|anyway|again)(?:[,.!:; ]+|$)"
)
_ASKED_ENGLISH = re.compile(
    r"(?:(?:i|we)(?:'m| am| was|'re| are| were)? (?:just |only |simply )?"
    r"(?:ask(?:ed|ing)?|meant?|want(?:ed)? to know)|my question (?:is|was)"
    r"|just one question)(?: about| whether(?= it))?[,:; ]+(?=.{2})"
)
_DENIED_BEHIND = re.compile(
    r"(?P<meant>[^,，.。;；?？!！]{1,40}?)[,，;；](?:而|并|又|可)?不是(?:说|问|指|要)?"
    r"[^,，。;；?？!！]{1,24}[。!！;；.](?P<rest>\S.*)"
)
"""What is meant and, before another question, what is not (我问的是处罚，不是第几条。另外…)."""
_LEAST = 2
"""Characters that must stand behind a protest for it to have a question."""


class Protested(msgspec.Struct, frozen=True):
    """A protest in front of a question. ``rest``: what stands behind it."""

    kind: ProtestKind
    rest: str


def protested(text: str) -> Protested | None:
    """The protest that a text begins with; ``None`` where it does not, or asks nothing more."""
    said = normalise(text).strip()
    behind = _BEHIND.search(said)
    if behind is not None and len(key(said[: behind.start()])) >= _LEAST:
        front = said[: behind.start()]
        asked = (_ASKED_ENGLISH if is_english(front) else _ASKED).match(front)
        return Protested("misread", front[asked.end() :] if asked is not None else front)
    read = _in_english(said) if is_english(said) else _in_chinese(said)
    if read is None or len(key(read.rest)) < _LEAST:
        return None
    whole = text.strip()
    # The words as they were typed, where both are of one length.
    rest = whole[len(whole) - len(read.rest) :] if len(whole) == len(said) else read.rest
    return Protested(read.kind, without_denied(rest))


def _in_chinese(said: str) -> Protested | None:
    kind: ProtestKind | None = None
    thrown = denied = False
    rest = said
    while rest:
        if (read := _FILLER.match(rest) or _WHY_UNCLEAR.match(rest)) and read.end():
            denied = denied or _NO.match(rest) is not None
        elif (read := _REPEATED.match(rest)) and read.end():
            kind = "repeated"
        elif (read := _MISREAD.match(rest) or _SAID_IT.match(rest)) and read.end():
            kind = kind or "misread"
        elif (read := _UNCLEAR.match(rest)) and read.end():
            kind = kind or "unclear"
        elif not thrown and (read := _THROWN_BACK.match(rest)) and _THROWS.search(read.group()):
            # 什么材料？ may itself be the question: what follows must show the protest.
            behind = rest[read.end() :]
            question = _A_QUESTION.search(read.group()) and not _DISMISSED.search(read.group())
            if question or not _shows(behind):
                break
            thrown = True
        else:
            break
        rest = rest[read.end() :]
    asked = _ASKED.match(rest)
    if kind is None and asked is not None and (thrown or denied):
        kind = "misread"
    if kind is None:
        return None
    return Protested(kind, rest[asked.end() :] if asked is not None else rest)


def _shows(behind: str) -> bool:
    """Whether what stands behind a clause shows that it only threw a word back."""
    if any(p.match(behind) for p in (_MISREAD, _REPEATED, _MISREAD_ENGLISH, _REPEATED_ENGLISH)):
        return True
    asked = _ASKED.match(behind) or _ASKED_ENGLISH.match(behind)
    return asked is not None and _SAYS_ASKED.search(asked.group()) is not None


def without_denied(rest: str) -> str:
    """What is asked, without what is denied behind its first part and before another question."""
    read = _DENIED_BEHIND.fullmatch(rest)
    if read is None:
        return rest
    meant = read["meant"]
    return f"{meant}呢？{read['rest']}" if bare(meant) else f"{meant}。{read['rest']}"


def _in_english(said: str) -> Protested | None:
    kind: ProtestKind | None = None
    thrown = False
    rest = said
    while rest:
        if (read := _REPEATED_ENGLISH.match(rest)) and read.end():
            kind = "repeated"
        elif (read := _MISREAD_ENGLISH.match(rest) or _SAID_IT_ENGLISH.match(rest)) and read.end():
            kind = kind or "misread"
        elif read := _UNCLEAR_ENGLISH.match(rest):
            kind = kind or "unclear"
        elif not thrown and (read := _THROWN_ENGLISH.match(rest)):
            behind = rest[read.end() :]
            if _A_QUESTION.search(read.group()) or not _shows(behind):
                break
            thrown = True
        elif (read := _FILLER_ENGLISH.match(rest) or _WHY_ENGLISH.match(rest)) is None:
            break
        rest = rest[read.end() :]
    asked = _ASKED_ENGLISH.match(rest)
    if kind is None and asked is not None and thrown:
        kind = "misread"
    if kind is None:
        return None
    return Protested(kind, rest[asked.end() :] if asked is not None else rest)
