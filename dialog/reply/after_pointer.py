"""What asks on after a reply that knew nothing and offered one document as the closest (那要等
多久批下来, how long does that take): it is asked of what was offered, or of what its own words are
near, and nobody can tell which. It is asked back, with what either would mean.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import msgspec

from dialog.reply.context import elliptic, nameless
from dialog.reply.pointed import apart
from dialog.reply.policy import AskBack, Decision, Stored, Unknown
from dialog.reply.question import Exchange, Question
from dialog.reply.spoken_of import names_of
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_STAGES = re.compile(r"入驻|挂牌|上架|登记|备案|入表")
"""What stands in titles beside the name of its matter."""

FoundAt = Callable[[tuple[Exchange, ...]], Awaitable[Findings]]


async def after_pointer(
    decision: Decision, asked: Question, snapshot: Snapshot, found_at: FoundAt
) -> Decision:
    """A decision that would tell what any matter may be asked, as it is where the reply before
    offered one document of another matter; itself elsewhere."""
    last = asked.exchanges[-1] if asked.exchanges else None
    told = _told(decision, snapshot)
    if last is None or last.outcome != "unknown" or last.entries or told is None:
        return decision
    if not _names_nothing(asked, snapshot):
        return decision
    before = await found_at(asked.exchanges)
    near = before.best if before.band == "related" and not apart(before) else None
    if near is None or not near.questions or isinstance(near.document, DecisionTable):
        return decision
    if near.id == told.id or _same_matter(snapshot, last, near, told):
        return decision
    return AskBack(1.0 - before.chance, before.candidates[:1], of=told)


async def both_offered(
    found: Findings, exchanges: tuple[Exchange, ...], found_at: FoundAt
) -> Findings:
    """What was found for the last question, where it was asked back whether it was asked of what
    the reply before had offered: both, in the order in which they were named; else as it is."""
    last = exchanges[-1]
    before = exchanges[-2] if len(exchanges) > 1 else None
    if before is None or (before.outcome, before.entries) != ("unknown", ()):
        return found
    if (last.outcome, last.entries, found.band) != ("clarify", (), "answer") or not found.best:
        return found
    offered = await found_at(exchanges[:-1])
    near = offered.best if offered.band == "related" else None
    if near is None or near.id == found.best.id:
        return found
    first = offered.candidates[0]
    both = (first, msgspec.structs.replace(first, target=found.best))
    return msgspec.structs.replace(found, candidates=both, which=True)


def _names_nothing(asked: Question, snapshot: Snapshot) -> bool:
    """Whether a text goes on with the reply before and names no matter of its own."""
    text = asked.text
    if snapshot.graph.names.link(text) or snapshot.matters.name_in(text):
        return False
    return nameless(text) or elliptic(text, asked.exchanges)


def _told(decision: Decision, snapshot: Snapshot) -> Target | None:
    if isinstance(decision, Stored):
        return decision.target
    if isinstance(decision, Unknown) and decision.gap is not None:
        return snapshot.index.target(decision.gap.id)
    return None


def _same_matter(snapshot: Snapshot, last: Exchange, near: Target, told: Target) -> bool:
    """Whether what would be told speaks of the matter of what was offered."""
    offered = names_of(snapshot, msgspec.structs.replace(last, entries=(near.id,)))
    matters = {n for text in offered if (n := snapshot.matters.name_in(text))}
    title = normalise(near.questions[0])
    matters |= {title[m.start : m.end] for m in snapshot.graph.names.link(title)}
    matters |= set(_STAGES.findall(title))
    speaks = normalise(" ".join((*told.questions, str(getattr(told.document, "answer", "")))))
    return any(normalise(name) in speaks for name in matters)
