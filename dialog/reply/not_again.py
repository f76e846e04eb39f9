"""What was found, without what a visitor said was not meant, and without what is told of another
place than the exchange's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.context import MATTERS, topic_of
from dialog.reply.corrected import corrected, meant_instead, not_denied
from dialog.reply.policy import PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.selling import for_a_seller
from dialog.reply.several import parts_of
from knowledge.findings import Findings, pointing_alone
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.text import normalise

_AWAY = re.compile(
    r"深圳|深数所|北京|北数所|贵阳|贵州|贵数所|广州|广数所|杭州|浙江|江苏|苏州|南京|重庆|天津|成都|武汉"
    r"|海南|郑州|福建|\b(?:shenzhen|beijing|guiyang|guizhou|guangzhou|hangzhou|zhejiang|hainan)\b"
)
_ELSEWHERE = re.compile(
    rf"{_AWAY.pattern}|外地|各地|全国|其他(?:省|市|地|交易所)|别的(?:省|市|地|交易所)|哪[个家里]交易所"
    r"|\b(?:other|elsewhere|another|which) (?:exchanges?|cit(?:y|ies)|provinces?)\b"
)
"""What says that another place may be meant."""
_CITY = 2
"""Characters of the name of a city."""


async def when_corrected(
    text: str, exchanges: Sequence[Exchange], search: Search
) -> Findings | None:
    """What is known of what a text means instead of what was understood; ``None`` where it corrects
    nothing."""
    correction = corrected(text, exchanges)
    if correction is None:
        return None
    last = next(e for e in reversed(exchanges) if e.outcome in MATTERS)
    asked = (last.question, *parts_of(last.question))
    questions = dict.fromkeys(
        q for before in asked for q in meant_instead(correction, before, topic=topic_of(exchanges))
    )
    near: list[Findings] = []
    for question in questions:
        found = await for_a_seller(await search(question), question, search)
        left = not_denied(found.candidates, correction, last.entries)
        best = found.best
        if found.band == "answer" and best is not None and _stands(best, found, left):
            return msgspec.structs.replace(found, law=None, vector=None)
        near.append(_with(found, left))
    likely = max(near, key=lambda f: f.chance)
    if likely.band == "related" and likely.chance >= PROBABLE:
        return msgspec.structs.replace(likely, law=None, ruling=None, graph=None, vector=None)
    return pointing_alone(near)


def _stands(best: Target, found: Findings, left: Sequence[Candidate]) -> bool:
    return not found.candidates or best.id in [c.target.id for c in left]


def of_here(
    found: Findings, text: str, exchanges: Sequence[Exchange], *, exchange: str
) -> Findings:
    """The findings without documents on other places, where neither the text nor the question
    before names such a place. ``exchange``: the name of the one that is spoken for."""
    if found.match == "exact" or not found.candidates:
        return found
    spoken = (text, *(e.question for e in exchanges[-1:]))
    if any(_ELSEWHERE.search(normalise(t)) for t in spoken):
        return found
    left = tuple(c for c in found.candidates if not _of_another_place(c, exchange))
    return found if len(left) == len(found.candidates) else _with(found, left)


def _of_another_place(candidate: Candidate, exchange: str) -> bool:
    """An exchange bears the name of its city in front; what names that city as well is of here."""
    questions = candidate.target.questions
    title = normalise(questions[0]) if questions else ""
    return exchange[:_CITY] not in title and _AWAY.search(title) is not None


def _with(found: Findings, left: tuple[Candidate, ...]) -> Findings:
    """The findings with fewer candidates; a chance speaks of the first one alone."""
    if left[:1] == found.candidates[:1]:
        return msgspec.structs.replace(found, candidates=left)
    band = "related" if left and found.band != "unknown" else "unknown"
    return msgspec.structs.replace(found, candidates=left, chance=0.0, band=band, match="meaning")
