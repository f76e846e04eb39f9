"""What an ellipsis may mean behind the questions before it, and what is known of that."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dialog.reply.asked_side import asked_for
from dialog.reply.aspects import asks_the_house, bare
from dialog.reply.context import full_questions, nameless, which
from dialog.reply.denied import with_candidates
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import TurnSearches
from dialog.reply.spoken_of import as_meant, elsewhere, next_asked
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import key
from knowledge.types import Gap

_AGREEING = 4
"""Documents near the fuller question among which an answer to the ellipsis must stand."""
_SCRAP = 7
"""Characters up to which a text may be asked of what was spoken of, though it stands by itself."""
_LEADING = 2
"""Of these, so many are of the same matter without naming it."""


async def made_whole(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question, alone: Findings
) -> Findings | None:
    """What is known about what an ellipsis may mean, likeliest meaning first. What was found for it
    ``alone`` is an answer only if it is near what it may mean as well; else it is a pointer."""
    near: list[Findings] = []
    for fuller in full_questions(text, as_meant(snapshot, asked.exchanges)):
        again = await searching.find(snapshot, fuller, asked.today)
        if bare(text):
            again = asked_for(again, text)
        known = again.band == "answer" or again.graph is not None or _of_then(again, asked)
        if known and not same_as_before(again, asked):
            # The law that the earlier question named is not asked for again.
            return msgspec.structs.replace(again, law=None)
        near.append(_without_told(again, asked) if known else again)
    pointed = next_asked(snapshot, text, asked.exchanges, [alone, *near])
    if pointed is not None and alone.band != "answer":
        return pointed
    lacking = nameless(text) or snapshot.matters.asks_alone(text)
    if alone.band == "unknown" or (alone.band != "answer" and lacking):
        pointing = (n for n in near if n.band == "related" and n.candidates)
        leading = next(pointing, None)
        if leading is not None and not nameless(text):
            # A side that the matter does not hold: what is near it is of another side.
            leading = msgspec.structs.replace(leading, chance=0.0)
        if leading is not None:
            told = asked.exchanges[-1].entries
            others = tuple(c for c in leading.candidates if c.target.id not in told)
            leading = with_candidates(leading, others or leading.candidates)
        return leading and msgspec.structs.replace(leading, law=None, ruling=None)
    if alone.band != "answer" or not near or alone.best is None:
        return None
    ranks = [n for f in near for n, c in enumerate(f.candidates) if c.target.id == alone.best.id]
    if min(ranks, default=_AGREEING) < _AGREEING:
        gap = isinstance(alone.best.document, Gap)
        near_enough = (gap or min(ranks) < _LEADING) and not which(text)
        if near_enough or not elsewhere(snapshot, alone.best, asked.exchanges):
            return None
    return msgspec.structs.replace(near[0], match="none", exact=None, law=None, band="related")


async def instead_of_gap(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question, found: Findings
) -> Findings | None:
    """What is known of a short text (有多少产品) behind what was spoken of, where by its wording it
    is only known that this is not known; ``None`` where nothing is."""
    gap = found.best is not None and isinstance(found.best.document, Gap)
    if not gap or len(key(text)) > _SCRAP or asks_the_house(text) or not asked.exchanges:
        return None
    for fuller in full_questions(text, as_meant(snapshot, asked.exchanges))[:1]:
        again = await searching.find(snapshot, fuller, asked.today)
        again = msgspec.structs.replace(again, law=None, ruling=None)
        if again.graph is not None:
            return again
        best = again.best if again.band == "answer" else None
        known = best is not None and not isinstance(best.document, Gap)
        return again if known and not same_as_before(again, asked) else None
    return None


def _of_then(findings: Findings, asked: Question) -> bool:
    """Whether a table's row of an earlier day was found."""
    ruling = findings.ruling
    return ruling is not None and ruling.settled and (ruling.day or asked.today) < asked.today


def _without_told(findings: Findings, asked: Question) -> Findings:
    """What leads to an answer just told, with what is near it besides: as pointers."""
    told = asked.exchanges[-1].entries
    others = tuple(c for c in findings.candidates if c.target.id not in told)
    return Findings("none", candidates=others, band="related", vector=findings.vector)


def same_as_before(findings: Findings, asked: Question) -> bool:
    """Whether what was found is what the reply before told."""
    best = findings.best
    return best is not None and best.id in asked.exchanges[-1].entries


def doubtful(snapshot: Snapshot, findings: Findings, text: str) -> bool:
    """Whether an answer that was found for an ellipsis alone may belong to any other matter: the
    text names none, or it is only known that something is not known."""
    best = findings.best
    if best is None:
        return False
    if findings.match in ("exact", "near"):
        # A wording that names nothing is known of one matter, and may be asked of any.
        return nameless(text)
    if isinstance(best.document, Gap) or nameless(text) or which(text):
        return True
    return not snapshot.graph.names.link(text) and not snapshot.matters.name_in(text)


def fresh_after_nothing(snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text names a thing of its own after a reply that knew nothing: nothing was told
    that it could be asked of, whatever word it begins with."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome != "unknown" or last.entries or nameless(text):
        return False
    return bool(snapshot.graph.names.link(text) or snapshot.matters.name_in(text))
