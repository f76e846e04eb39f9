"""Which documents stand before the visitor with their words, on cards of the last replies."""

from __future__ import annotations

from dialog.reply.finding import shown_in
from dialog.reply.picking import denies
from dialog.reply.question import Question
from dialog.reply.searching import TurnSearches
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot


async def on_cards(
    searching: TurnSearches, snapshot: Snapshot, asked: Question
) -> tuple[Target, ...]:
    """These documents, the latest first, without what is denied; none to who only says no."""
    if denies(asked.text, asked.exchanges):
        return ()
    shown = await shown_in(searching, snapshot, asked).opened()
    return tuple(t for t in shown if not searching.denied(t))
