"""What a visitor insists on: asked back once whether a question is meant, they say neither yes nor
no, but ask on for the same matter. Asking back again would not hear them.

The document is then told under the question that it answers; what was only named as the closest
before is not named so again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import msgspec

from dialog.reply.pointed import PROBABLE
from dialog.reply.policy import Decision, Unknown, stored
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.search.targets import Target

_BACK = 2
"""Exchanges back to which something was asked back or named as the closest."""

FoundAt = Callable[[tuple[Exchange, ...]], Awaitable[Findings]]
"""What was found for the last of some exchanges, when it was answered."""


async def insisted(
    decision: Decision, exchanges: tuple[Exchange, ...], found_at: FoundAt
) -> tuple[Decision, Target | None]:
    """A decision that would ask back for what was asked back for already, as it is to be instead;
    with the document that is told under its question, if it is told."""
    if not isinstance(decision, Unknown) or decision.gap is not None or not decision.related:
        return decision, None
    near = decision.related[0].target
    probable = 1.0 - decision.chance >= PROBABLE
    for place in range(len(exchanges), max(0, len(exchanges) - _BACK), -1):
        last = exchanges[place - 1]
        if last.outcome != "unknown" or last.entries:
            return decision, None
        before = await found_at(exchanges[:place])
        if before.best is None or before.best.id != near.id or before.band == "unknown":
            continue
        if probable and before.chance >= PROBABLE:
            return stored(near, 1.0 - decision.chance), near
        return msgspec.structs.replace(decision, named=True), None
    return decision, None
