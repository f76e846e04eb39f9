"""What a part of a text may mean behind what the conversation is about (审计要专门出报告吗, where
数据资产入表 was spoken of): searched by itself it is near another matter.

It is an answer only where the search behind that matter is as sure as of any question, and the
document speaks both of the part and of the matter; else what speaks of both is pointed to first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import MATTERS
from dialog.reply.going_further import leads
from dialog.reply.pointed import PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.standing_matter import (
    ids_of,
    not_told,
    signs_of,
    standing,
    supposes_other,
    telling_signs,
)
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import is_english

_LEADS = 4
"""Texts behind which a part is searched at most."""
_DEPTH = 4
"""Documents near a part behind the matter among which one is looked for that speaks of both."""
_STARTING = re.compile(r"^(?:那么?|所以|另外|还有|and|so|then)[,， ]*(?=\S{2})", re.IGNORECASE)

Answers = Callable[[Findings], bool]
"""Whether what was found answers the part."""


class Behind(msgspec.Struct, frozen=True):
    """What is near a part behind the talk. ``known``: it answers the part."""

    found: Findings
    known: bool = False


class Talk(msgspec.Struct, frozen=True):
    """A conversation (``exchanges``), and the parts of the text ``before`` this one."""

    exchanges: tuple[Exchange, ...]
    before: tuple[Exchange, ...] = ()

    @property
    def latest(self) -> tuple[Exchange, ...]:
        """What a part is searched behind: the part before it, and what was spoken of before."""
        return (*self.exchanges, *self.before[-1:])

    def open_still(
        self, near: Sequence[Candidate], text: str, snapshot: Snapshot
    ) -> tuple[Candidate, ...]:
        """The documents that were not told just before, and suppose nothing that nobody said."""
        left = not_told(not_told(near, self.exchanges, snapshot), self.before, snapshot)
        if is_english(text):
            return left
        spoken = signs_of(text) | standing(self.exchanges, snapshot)
        return tuple(c for c in left if not supposes_other(c.target, spoken))


def in_a_talk(exchanges: Sequence[Exchange]) -> bool:
    """Whether a matter of the desk was spoken of just before."""
    return bool(exchanges) and exchanges[-1].outcome in MATTERS


async def behind_the_talk(
    text: str, talk: Talk, found: Findings, snapshot: Snapshot, search: Search, *, answers: Answers
) -> Behind | None:
    """What is known or near behind the talk, for a part of which nothing is known by itself, and
    for which this was ``found``; ``None`` where the talk says nothing of it."""
    own = telling_signs(text) or signs_of(text)
    matter = standing(talk.exchanges, snapshot) - own
    left = talk.open_still(found.candidates if found.band != "unknown" else (), text, snapshot)
    fitting: dict[str, Candidate] = {}
    likely: dict[str, float] = {}
    # No document speaks of both where the part, or the talk, has no word of its own.
    behind = [*leads(talk.latest, snapshot)][:_LEADS] if own and matter else []
    for lead in behind:
        again = await search(_behind(lead, text))
        near = again.candidates[:_DEPTH] if again.band != "unknown" else ()
        near = talk.open_still(near, text, snapshot)
        both = [c for c in near if _speaks_of_both(c.target, own, matter)]
        if both and asks(lead):
            # What is near the question before by itself says nothing of this one.
            before = ids_of((await search(lead)).candidates[:_DEPTH])
            both = [c for c in both if c.target.id not in before or _shared(c.target, own) > 1]
        if both and both[0] is again.candidates[0]:
            plain = msgspec.structs.replace(again, law=None, ruling=None, graph=None)
            if again.band == "answer" and answers(plain):
                return Behind(plain, known=True)
            likely.setdefault(both[0].target.id, again.chance)
        for candidate in both:
            fitting.setdefault(candidate.target.id, candidate)
    spoken = standing(talk.exchanges, snapshot)
    both = sorted(fitting.values(), key=lambda c: not signs_of(c.target.questions[0]) & spoken)
    if both and not _stays(left, both[0], found, own=own, matter=matter):
        left = (*both, *(c for c in left if c.target.id not in fitting))
    if found.band == "unknown" and not left:
        return None
    if ids_of(left[:1]) == ids_of(found.candidates[:1]) and found.band != "unknown":
        return None
    chance = likely.get(left[0].target.id, 0.0) if left else 0.0
    band = "related" if left else "unknown"
    chance = chance if chance >= PROBABLE else 0.0
    return Behind(Findings("meaning", candidates=left, band=band, chance=chance))


def _behind(lead: str, text: str) -> str:
    joint = ", " if is_english(text) else "，"
    return f"{lead}{joint}{_STARTING.sub('', text, count=1)}"


def _stays(
    left: Sequence[Candidate],
    first: Candidate,
    found: Findings,
    *,
    own: frozenset[str],
    matter: frozenset[str],
) -> bool:
    """Whether what is likely for a part by itself comes before what speaks of the matter too: it
    does so as well, or has more of the words of the part."""
    if found.chance < PROBABLE or ids_of(left[:1]) != ids_of(found.candidates[:1]):
        return False
    itself = left[0].target
    if _speaks_of_both(itself, own, matter):
        return True
    return _shared(itself, own) > _shared(first.target, own)


def _shared(target: Target, own: frozenset[str]) -> int:
    return max((len(own & signs_of(q)) for q in target.questions), default=0)


def _speaks_of_both(target: Target, own: frozenset[str], matter: frozenset[str]) -> bool:
    """Whether a document is asked for in words of a part, and in words of the matter."""
    signs = frozenset(s for q in target.questions for s in signs_of(q))
    return bool(signs & own) and bool(signs & matter)
