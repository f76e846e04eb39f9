"""A decision as it is after what the replies before offered, asked back for or showed on cards."""

from __future__ import annotations

import msgspec

from dialog.reply.after_pointer import after_pointer
from dialog.reply.card_shown import may_be_on_card, of_card
from dialog.reply.finding import found_before
from dialog.reply.insisted import insisted
from dialog.reply.on_cards import on_cards
from dialog.reply.policy import Decision
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import TurnSearches
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot


async def after_cards(
    searching: TurnSearches, snapshot: Snapshot, decision: Decision, asked: Question
) -> tuple[Decision, Target | None]:
    """A decision that does not ask back twice for the same document, and knows what stood on the
    cards of the replies before; with the document that is told under its question, if one is."""

    async def found_at(exchanges: tuple[Exchange, ...]) -> Findings:
        then = msgspec.structs.replace(asked, exchanges=exchanges)
        return await found_before(searching, snapshot, then)

    decision, told = await insisted(decision, asked.exchanges, found_at)
    if told is not None or not asked.exchanges:
        return decision, told
    if not may_be_on_card(decision):
        return await after_pointer(decision, asked, snapshot, found_at), None
    opened = await on_cards(searching, snapshot, asked)
    return of_card(decision, asked, opened, snapshot, typed=searching.told), None
