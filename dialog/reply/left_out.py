"""Who says that something was left out (收费呢？你漏了; you skipped the second part): what it is
called, or which of the questions before it was. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.covering import own_words
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of
from knowledge.text import Segmenter, normalise

_LONGEST = 40
"""Characters beyond which a text tells something of its own; twice as many of English."""
_BACK = 4
"""Exchanges back to which something may have been left out."""
_LEAD = r"(?:嗯+|哦|诶|哎|喂|那|不是|可是?|但是?|等等|[,.。!？? ])*"
_YOU = r"(?:你们?|您)"
_HOW = r"(?:怎么|是不是|好像|刚才|刚刚|刚|还|又|都|也|就|根本|压根|可|倒是?|给|把它?|[一1]直)*"
_LOST = r"(?:漏|落|忘|跳|略|丢|忽略|遗漏|错过)(?:掉|下|过去?|记)?(?:了)?(?:没?有?[说答讲提]|回答)?"
_NOT_SAID = (
    r"(?:没有?|未)(?:给我|跟我)?(?:回答|答复|解答|说明|讲到|说到|提到|说|讲|答|提|理)(?:清楚?)?"
)
_WHAT = r"(?P<what>[^,.。!?;]{2,20}?)"
_END = r"(?:呢|啊|呀|吧|哦|了|到|的|我|[,.。!? ])*"
_LEFT_OUT = tuple(
    re.compile(p)
    for p in (
        # 收费呢？你漏了; 第1个问题你没回答
        rf"{_LEAD}{_WHAT}(?:呢|啊)?[,.。!? ]*{_YOU}{_HOW}(?:{_LOST}|{_NOT_SAID}){_END}",
        # 你漏了收费那条; 你还没说收费
        rf"{_LEAD}{_YOU}{_HOW}(?:{_LOST}|{_NOT_SAID})(?:我?问?的)?{_WHAT}(?:吗|么)?{_END}",
        # 第2个问题还没回答
        (
            rf"{_LEAD}(?:我的?)?(?P<what>第\d[^,.。!?;]{{1,8}}?|[前后][1一]?半\w?|另[1一外]\w{{1,4}}?)"
            rf"{_HOW}(?:被?{_YOU}?{_LOST}|{_NOT_SAID}){_END}"
        ),
    )
)
_LOST_ENGLISH = (
    r"(?:(?:'ve| have)? ?(?:just |totally |completely |still )?"
    r"(?:skipped|missed|forgot(?:ten)?|left out|overlooked|ignored|dropped)"
    r"|(?: did not| didn't| have not| haven't| never)(?: yet)?"
    r" (?:answer(?:ed)?|address(?:ed)?|cover(?:ed)?|say|said|mention(?:ed)?))"
)
_BUT = r"(?:(?:but|and|wait|hey|sorry|hold on|so)[, ]+)*"
_LEFT_OUT_ENGLISH = tuple(
    re.compile(p)
    for p in (
        (
            rf"{_BUT}(?:what about|how about|and)? ?(?P<what>[^,.?!]{{3,60}}?)[?,.! ]+"
            rf"(?:i think )?you{_LOST_ENGLISH}(?: (?:it|that|this|one|part))*(?: out)?[.! ]*"
        ),
        (
            rf"{_BUT}you{_LOST_ENGLISH}(?: (?:about|to (?:answer|tell me|say|mention)))*"
            r"(?: about)? (?P<what>[^,.?!]{3,60}?)(?: (?:i|we) asked(?: about)?)?(?: yet)?[.! ]*"
        ),
        (
            rf"{_BUT}(?P<what>(?:my|the) (?:first|second|third|last|other)"
            r" (?:question|part|half|one)) (?:was|is|has|remains)(?: not|n't)?(?: been)?(?: still)?"
            r" (?:answered|unanswered|open|left out|skipped|missed)(?: yet)?[.! ]*"
        ),
    )
)
_PART = re.compile(
    r"^(?:我的?)?(?:第(?P<place>\d)(?:个|部分|问|半|点|条|项)?(?:问题|问|部分)?|(?P<half>[前后])[1一]?半\w{0,2})$"
    r"|^(?:my |the )?(?P<word>first|second|third|last|other)(?: (?:question|part|half|one|point))?$"
)
_PLACES = {"first": 1, "second": 2, "third": 3, "other": -1, "last": -1, "前": 1, "后": -1}


class LeftOut(msgspec.Struct, frozen=True):
    """What was left out: the ``place`` of a question, -1 for the last, or the ``words`` for it."""

    words: str
    place: int = 0


def left_out(text: str) -> LeftOut | None:
    """What a text says was left out, and nothing else; ``None`` where it says no such thing."""
    text = normalise(text).strip()
    english = text.isascii()
    if len(text) > _LONGEST * (2 if english else 1):
        return None
    for pattern in _LEFT_OUT_ENGLISH if english else _LEFT_OUT:
        read = pattern.fullmatch(text)
        if read is None:
            continue
        what = re.sub(
            r"^(?:the |my )(?=.*\b(?!part|question|half|one)\w+$)", "", read["what"].strip()
        )
        place = _PART.match(what)
        if place is None:
            return LeftOut(what)
        named = place["place"] or place["half"] or place["word"]
        return LeftOut("", _PLACES.get(named) or int(named))
    return None


def part_left_out(lost: LeftOut, exchanges: Sequence[Exchange], segmenter: Segmenter) -> str:
    """Which of the questions asked before was left out; empty where none is meant."""
    for exchange in reversed(exchanges[-_BACK:]):
        parts = parts_of(exchange.question)
        if len(parts) < 2:
            continue
        if lost.place:
            place = len(parts) if lost.place < 0 else lost.place
            return parts[place - 1] if place <= len(parts) else ""
        words = own_words(lost.words, segmenter) or (lost.words,)
        named = [p for p in parts if all(w in normalise(p) for w in words)]
        if named:
            return named[0]
    return ""
