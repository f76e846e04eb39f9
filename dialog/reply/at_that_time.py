"""A question of the time at which the thing of the question before began (什么时候开的，开板时多少
产品).

The deed names the moment, and nothing names what did it: the question before was about that. Alone
such words are near whatever else began.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import msgspec

from dialog.reply.aspects import subject_of
from dialog.reply.neighbours import Neighbours, Part
from dialog.reply.several import told_and_asked
from knowledge.answers.graph import ClaimGraph
from knowledge.search.fusion import Candidate
from knowledge.text import is_english, normalise

_DEED = (
    r"(?:开(?:板|业|张|市|通|设|放|园|幕|始|启)?|上线|启动|成立|设立|发布|推出|揭牌|运营|起步|落地"
    r"|建成|首发)"
)
_TIME = re.compile(
    rf"(?:那|而|并且?|还有|以及|[,， ])*(?:在|刚|首次|刚刚|最初|正式|才)*"
    rf"(?:{_DEED}(?:的|了)?(?:时候?|那天|那会儿?|那年|当天|当日|当时|之初|之时|初期|第[1一]天)"
    r"|(?:当时|那时候?|那会儿?|那天|当天|当年|起初|最初|一开始|刚开始|头[1一]天|首日))(?!间)"
)
_TIME_ENGLISH = re.compile(
    r"\b(?:at (?:the|its) (?:start|opening|launch|beginning)|at (?:launch|that time|first)"
    r"|(?:when|as) it (?:was )?(?:opened|started|launched|began)|(?:back )?then|initially)\b"
    r"|\bon (?:the|its) (?:first|opening|launch) day\b"
)
_MOMENT = re.compile(
    r"什么时候|啥时候|何时|几时|几号|哪[1一]?[年天月日]|什么时间"
    r"|\b(?:when|what (?:year|date|day))\b"
)
Finder = Callable[[str], Awaitable[Part]]
"""What is known of a part in another wording."""


def of_its_beginning(text: str, before: str) -> bool:
    """Whether a question begins with the moment at which something did a deed, and does not name
    what did it, behind one that asked for that moment; in English it names it anywhere."""
    text = normalise(text).strip()
    if _MOMENT.search(normalise(before)) is None:
        return False
    if is_english(text):
        return _TIME_ENGLISH.search(text) is not None
    return _TIME.match(text) is not None


async def of_the_thing(
    part: str, before: str, near: Neighbours, graph: ClaimGraph, found: Finder
) -> tuple[Part | None, tuple[Candidate, ...]]:
    """What is known of a part of the thing that the question before was about, else what is near
    and about that thing. What the words lead to alone counts only where it is about it."""
    subject = _subject(before, graph)
    fuller = f"{subject}{': ' if is_english(part) else ''}{part}"
    behind = await found(fuller)
    for one in (behind, await found(part)):
        about = one.known and near.is_about(one.target, subject)
        if about and near.said_in(one, part, agreed=True):
            return msgspec.structs.replace(one, leans=one is behind), ()
    candidates = behind.findings.candidates
    return None, tuple(c for c in candidates if near.is_about(c.target, subject))


def _subject(text: str, graph: ClaimGraph) -> str:
    """What a question is about: in English the first thing of ours that it names."""
    if not is_english(text):
        return subject_of(told_and_asked(text)[1] or text)
    found, spelled = graph.names.link(text), normalise(text)
    return spelled[found[0].start : found[0].end] if found else text.strip("?. ")
