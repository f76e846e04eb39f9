"""What a seller is told: 我能在这里卖气象数据吗, can we list port statistics. Pure.

By its words such a text is near what a buyer asks (有没有气象数据产品), and the answer to that is
none to a seller. Whether the very thing may be sold is searched as ever; where only a buyer's
answer is found, what holds of selling data at large is told instead.
"""

from __future__ import annotations

import msgspec
import numpy as np

from dialog.reply.own_goods import sells_alone, sells_records
from dialog.reply.policy import CATALOGUE, PROBABLE
from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN
from knowledge.text import is_english

_RECORDS = "客户的消费、订单、维修记录能卖吗，要客户同意吗"
_NO_FEATURES = np.zeros(len(FEATURES))
_WORDING = "我可以卖数据吗"
_IN_ENGLISH = "May I sell data?"


async def for_a_seller(found: Findings, text: str, search: Search) -> Findings:
    """What was found, and to a seller no buyer's answer: what is known of selling data at large
    stands in its place, and is asked back where nothing of that thing is known. Who asks of records
    of their own customers is told what holds of these, however the case is put."""
    if sells_records(text) and not _settled(found):
        held = await search(_RECORDS)
        if held.exact is not None and held.band == "answer":
            return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
    if not sells_alone(text) or _settled(found):
        return found
    held = await search(_IN_ENGLISH if is_english(text) else _WORDING)
    target = held.exact
    if target is None or _buys(target):
        return found
    if found.band != "unknown" and found.best is not None and _buys(found.best):
        return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
    known = found.candidates if found.band != "unknown" else ()
    others = (c for c in known if not _buys(c.target) and c.target.id != target.id)
    near = (Candidate(target, _NO_FEATURES, 0.0, PROBABLE), *others)
    return Findings(
        found.match, candidates=near, chance=PROBABLE, band="related", vector=found.vector
    )


def _settled(found: Findings) -> bool:
    """Whether the very thing is known: by law, by a ruling, by a document that is no buyer's."""
    if found.law or found.ruling or found.graph or found.compared:
        return True
    return found.band == "answer" and found.best is not None and not _buys(found.best)


def _buys(target: Target) -> bool:
    """Whether a document answers who looks for data."""
    return getattr(target.document, "intent", None) in CATALOGUE
