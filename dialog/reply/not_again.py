"""What was found, without what a visitor said was not meant, and without what is told of another
place than the exchange's own."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

import msgspec

from dialog.reply.context import MATTERS, Said, topic_of
from dialog.reply.corrected import Corrected, instead, meant_instead
from dialog.reply.denied import with_candidates
from dialog.reply.pointed import PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.redress import redress
from dialog.reply.searching import Search
from dialog.reply.selling import for_a_seller
from dialog.reply.several import parts_of
from knowledge.findings import Findings
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH
from knowledge.search.fusion import Candidate
from knowledge.text import normalise

_AWAY = re.compile(rf"{ELSEWHERE}|\b{ELSEWHERE_ENGLISH}\b")
_ELSEWHERE = re.compile(
    rf"{_AWAY.pattern}|外地|各地|全国|其他(?:省|市|地|交易所)|别的(?:省|市|地|交易所)|哪[个家里]交易所"
    r"|\b(?:other|elsewhere|another|which) (?:exchanges?|cit(?:y|ies)|provinces?)\b"
)
"""What says that another place may be meant."""
_TOLD = 3
"""Exchanges back to which what was told is no answer to what names a thing alone."""
_NEAR = 6
"""Documents near a question among which one of the matter before comes first."""
_MOST = 8
"""Questions that are searched for one correction."""
_CITY = 2
"""Characters of the name of a city."""


async def when_corrected(
    given: Said, exchanges: Sequence[Exchange], search: Search, *, denying: bool
) -> Findings | None:
    """What is known of what a text means instead of what was understood; ``None`` where it corrects
    nothing. ``search`` leaves out what is denied; ``denying``: there was such."""
    correction = instead(given, exchanges)
    if correction is None or (correction.of_self and not denying):
        # 我不是律师，我想问…: nobody had taken that for what was asked.
        return None
    wronged = await redress(correction.meant, exchanges, search)
    if wronged is not None:
        return wronged
    last = next(e for e in reversed(exchanges) if e.outcome in MATTERS)
    asked = (last.question, *parts_of(last.question))
    questions = dict.fromkeys(
        q for before in asked for q in meant_instead(correction, before, topic=topic_of(exchanges))
    )
    told = {entry for e in exchanges[-_TOLD:] for entry in e.entries}
    near: list[Findings] = []
    for question in [*questions][:_MOST]:
        found = await for_a_seller(await search(question), question, search)
        if _answers(found, question, correction, told):
            return msgspec.structs.replace(found, vector=None)
        near.append(found)
    alone = near[0]
    if correction.whole and alone.band == "related" and alone.candidates and alone.chance:
        return _nearest(alone, near[1:])
    likely = max(near, key=lambda f: f.chance)
    if likely.band == "related" and likely.chance >= PROBABLE:
        return _pointing(likely)
    pointing = _pooled(near, told)
    return pointing if correction.denied or pointing.candidates else None


def _answers(found: Findings, question: str, correction: Corrected, told: Set[str]) -> bool:
    """Whether what was found for one of the questions that may be meant answers it. What was told
    lately does not answer what only names a thing: that was not asked."""
    whole = question == correction.meant and correction.whole
    if found.law is not None or found.ruling is not None or found.graph is not None:
        return whole
    best = found.best if found.band == "answer" else None
    return best is not None and (whole or question != correction.meant or best.id not in told)


def _nearest(alone: Findings, behind: Sequence[Findings]) -> Findings:
    """What is near a whole question by itself. The matter before it only breaks ties: where none is
    likely, those come first that are near the question ``behind`` that matter too."""
    if alone.chance >= PROBABLE:
        return _pointing(alone)
    shared = {c.target.id for f in behind for c in f.candidates[:_NEAR]}
    near = sorted(alone.candidates[:_NEAR], key=lambda c: c.target.id not in shared)
    return with_candidates(_pointing(alone), tuple(near))


def _pooled(near: Sequence[Findings], told: Set[str]) -> Findings:
    """What is nearest to any of the questions that may be meant and was not told, as pointers."""
    best: dict[str, Candidate] = {}
    for candidate in (c for f in near if f.band != "unknown" for c in f.candidates):
        known = best.get(candidate.target.id)
        if known is None or known.score < candidate.score:
            best[candidate.target.id] = candidate
    if told >= best.keys():
        return Findings("none")
    pooled = sorted(
        (c for name, c in best.items() if name not in told), key=lambda c: c.score, reverse=True
    )
    return Findings("none", candidates=tuple(pooled[:_NEAR]), band="related")


def _pointing(found: Findings) -> Findings:
    return msgspec.structs.replace(found, law=None, ruling=None, graph=None, vector=None)


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
    return found if len(left) == len(found.candidates) else with_candidates(found, left)


def _of_another_place(candidate: Candidate, exchange: str) -> bool:
    """An exchange bears the name of its city in front; what names that city as well is of here."""
    questions = candidate.target.questions
    title = normalise(questions[0]) if questions else ""
    return exchange[:_CITY] not in title and _AWAY.search(title) is not None
