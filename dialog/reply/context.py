"""What a question means after the ones before it: corrections in front, pronouns, ellipses. Pure.

Nothing here decides what is answered: it proposes fuller questions, and the search says which of
them is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import bare, subject_of
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of
from knowledge.text import is_english, key, normalise, visible

_CORRECTING = re.compile(
    r"^(?:(?:(?:啊|哦|噢|呃|嗯|抱歉|对不起|不好意思)[,，、 ]*)*"
    r"(?:不对|不是的?|不|错了|我?(?:刚才|刚刚)?(?:说|打|写|问|讲|搞|弄)错了|我?(?:说|讲)反了|更正一?下|纠正一?下"
    r"|(?:no|wrong|sorry|i was wrong|correction)(?=[,.:;!]))"
    r"(?:[,，。.!！:：;； ]+|(?=我(?:是|要|想|其实)|其实|应该是)))+"
    r"(?:我(?:其实)?(?:是)?(?:想|要)?(?:问|说|指)的?是?|我的意思是|其实是?|应该是|i meant to ask\b"
    r"|i mean(?:t)?\b|actually\b)?[,，:： ]*",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"^(?:(?:行|好|好吧|好的|嗯|知道了|明白了|算了|ok|okay|right|fine)(?:吧|了|的)?[,，。. ]+)*"
    r"(?:(?:我?(?:们)?换个?(?:话题|问题)|换一个(?:话题|问题)|另外问一?下|再问(?:一个|个|一下)|顺便问一?下"
    r"|another question|by the way|new topic)[,，:：。. ]*)?",
    re.IGNORECASE,
)
_NEW_TOPIC = re.compile(r"换个?(?:话题|问题)|换一个(?:话题|问题)|another question|new topic", re.I)
_LEADING = re.compile(
    r"^(?:那么?|还有|另外|然后|它|他们|她们|这个|这些|那个|那些|这种|那种|该|上面|刚才|那时"
    r"|and\b|what about\b|how about\b|it\b|that\b|then\b)",
    re.IGNORECASE,
)
_STARTING = re.compile(
    r"^(?:那么?|还有|另外|然后|要是|如果|and|what about|how about|then)[,， ]*", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"它们?|(?<!其)他们|她们|这个(?![\u4e00-\u9fff]{2})|那时候?|刚才说的|上面说的|上面的|对此"
    r"|\b(?:it|for that|they|them|those)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"^(?P<other>.{1,12}?)(?:的话)?呢[?？。!！]*$")
_ANOTHER_ENGLISH = re.compile(
    r"^(?:and |what about |how about )+(?:the |an? )?(?P<other>.{2,40}?)\??$", re.IGNORECASE
)
_DEFINED = re.compile(
    r"^(?:请问)?(?:什么是|什么叫|啥是|啥叫|何谓|what (?:is|are) (?:an? |the )?)", re.IGNORECASE
)
_HOW_I = re.compile(r"^how (?:do|can|should|must) (?:i|we) ", re.IGNORECASE)
_FOR_THAT = re.compile(r"\bfor (?:that|this|it)\b", re.IGNORECASE)
_VERBS = re.compile(
    r"(?<=..)(?:要(?![素求件点闻])|需(?![方求])要?|必须|应当|应该|能不能|能(?![力源])|可以|会不会|会被|包括|包含|(?<![享拥具持])有(?![限效关])"
    r"|分(?![类级析布享])|怎么|如何|怎样|什么|哪|多少|多久|几|是|由|保存(?!期)|满足)"
)
"""Where what a question says of its subject begins."""
_TIME = re.compile(
    r"现在|如今|目前|今年|去年|明年|以前|之前|以后|当时|那时候?|当年|\d{4}年|now|today|this year"
)
_TIMES = re.compile(r"现在|如今|目前|今年|去年|以前|当时|那时候?|当年|刚才")
_UNDONE = re.compile(
    r"^(?:如果|要是|万一|假如)?(?:我们?)?(?:不|没|忘了?).{1,6}(?:会?怎么?[样办]|(?:有|是)什么后果|行吗|行不行|可以吗|会?罚)"
)
"""What asks for the outcome of leaving undone what was spoken of (不打会怎样)."""
_ALSO = re.compile(r"(?:也|还).{0,8}(?:吗|么|不)[?？。]*$")
MATTERS = ("answered", "partial", "unknown", "clarify")
"""Outcomes of questions that belong to the desk."""
_SHORT = 8
"""A question of fewer characters may lean on the one before it."""
_MOST = 3
"""Fuller questions that are searched for one ellipsis."""


class Said(msgspec.Struct, frozen=True):
    """A text as it is to be understood. ``corrects``: it takes back what was said before.
    ``turns``: it says that another matter begins."""

    text: str
    corrects: bool = False
    turns: bool = False


def said(text: str) -> Said:
    """A text without the correction or the turn in front of it (不对，我要问的是…)."""
    text = visible(text)
    turning = _TURNING.match(text)
    rest = text[turning.end() :] if turning is not None else text
    corrected = _CORRECTING.sub("", rest, count=1)
    turns = _NEW_TOPIC.search(text[: len(text) - len(rest)]) is not None
    for left, corrects in ((corrected, corrected != rest), (rest, False)):
        if len(key(left)) > 1:
            return Said(left, corrects and left != text, turns)
    return Said(text)


def leans(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question may go on with the ones before it."""
    return bool(exchanges) and (len(key(text)) < _SHORT or elliptic(text, exchanges))


def elliptic(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question shows by its words that it goes on with the ones before it."""
    if not exchanges:
        return False
    shapes = (_LEADING.match, _PRONOUN.search, _ANOTHER.match, _ALSO.search, _UNDONE.match)
    return any(shape(text) is not None for shape in shapes)


def on_a_matter(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question goes on with a matter of the desk, rather than with small talk, a refusal
    or a person in need."""
    return elliptic(text, exchanges) and exchanges[-1].outcome in MATTERS


def topic_of(exchanges: Sequence[Exchange]) -> str:
    """What was last spoken of, with the questions left out that name nothing."""
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome not in MATTERS:
            continue
        text = said(exchange.question).text
        if elliptic(text, exchanges[:place]) and _ANOTHER.match(text) is None:
            continue
        subject = subject_of(parts_of(_STARTING.sub("", text))[0])
        other = _ANOTHER.match(subject)
        if subject:
            return _head(other.group("other") if other is not None else subject)
    return ""


def _head(subject: str) -> str:
    """The thing itself in what a question is about: 交易记录要保存 → 交易记录."""
    subject = _DEFINED.sub("", subject)
    verb = None if is_english(subject) else _VERBS.search(subject)
    return subject[: verb.start()] if verb is not None else subject


def full_questions(text: str, exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    """What a question may mean after the ones before it, likeliest first."""
    if not exchanges:
        return ()
    before = _whole(exchanges)
    topic = topic_of(exchanges)
    rest = _STARTING.sub("", text)
    found: list[str] = []
    other = _ANOTHER.match(rest) or _ANOTHER_ENGLISH.match(text)
    if other is not None:
        found.extend(_put(other.group("other"), before))
    elif is_english(rest) and _HOW_I.match(topic) and _FOR_THAT.search(rest):
        found.append(_FOR_THAT.sub(f"to {_HOW_I.sub('', topic)}", rest))
    elif topic and _PRONOUN.search(rest) and not is_english(rest):
        found.append(_PRONOUN.sub(lambda _: topic, rest, count=1))
    elif topic and not is_english(rest):
        found.append(f"{topic}{rest}")
    found.append(f"{before}，{rest}")
    return tuple(dict.fromkeys(f for f in found if key(f) != key(text)))[:_MOST]


def _whole(exchanges: Sequence[Exchange]) -> str:
    """The last question on a matter, itself made whole where it asks for another thing alone."""
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome not in ("smalltalk", "refused", "handoff") or place == 0:
            text = said(exchange.question).text
            other = _ANOTHER.match(_STARTING.sub("", text))
            if other is None or place == 0:
                return _STARTING.sub("", text)
            return next(iter(_put(other.group("other"), _whole(exchanges[:place]))), text)
    return ""


def _put(other: str, before: str) -> list[str]:
    """A question with another thing in the place of what it was about: 交易记录要保存多久, 日志呢 →
    日志要保存多久."""
    if _TIME.fullmatch(other):
        return [f"{other}{_TIMES.sub('', before)}"]
    subject = "" if bare(before) else _head(subject_of(before))
    before = normalise(before)
    if not is_english(before) and subject and before.endswith(subject):
        return [f"{before.removesuffix(subject)}{other}"]
    if is_english(before) or not subject or not before.startswith(subject):
        return [f"{other}，{before}"]
    asked = before[len(subject) :]
    found = [f"{other}{asked}"]
    head = subject.rfind("的")
    if other.endswith("的") and head > 0:
        # 外购的成本 → 自研的成本
        found.insert(0, f"{other}{subject[head + 1 :]}{asked}")
    elif head > 0:
        found.insert(0, f"{subject[: head + 1]}{other}{asked}")
    return found
