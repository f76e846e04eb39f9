"""A turn in progress, and the row that it leaves in the journal."""

from __future__ import annotations

import asyncio
from datetime import datetime

import msgspec

from dialog.journal import TurnRow
from dialog.messages import CutReason, Done, SourceItem
from knowledge.types import Language


class Running:
    """A turn in progress. ``cut`` says why it ends early; ``done`` waits for the last sound;
    ``ended``: the visitor was told ``done`` or ``stopped``, which each turn says once."""

    __slots__ = (
        "cut",
        "done",
        "ended",
        "first_text",
        "id",
        "language",
        "sources",
        "started",
        "task",
        "text",
    )

    def __init__(self, turn: str, text: str, language: Language, *, started: float) -> None:
        self.id = turn
        self.text = text
        self.language: Language = language
        self.started = started
        self.first_text: float | None = None
        self.done: Done | None = None
        self.cut: CutReason | None = None
        self.ended = False
        self.sources: tuple[SourceItem, ...] = ()
        self.task: asyncio.Task[None] | None = None

    def row(
        self, done: Done | None, *, at: datetime, session: str, channel: str, heard: int
    ) -> TurnRow:
        """The turn as the journal keeps it; without ``done`` it was stopped before its end."""
        row = TurnRow(
            at=at,
            session=session,
            turn=self.id,
            channel=channel,
            language=self.language,
            question=self.text,
            outcome="stopped",
            receipt="",
            cut=self.cut or "",
            sources=self.sources,
            heard=heard,
        )
        if done is None:
            return row
        return msgspec.structs.replace(
            row,
            outcome=done.outcome,
            receipt=done.receipt,
            route=done.route,
            entries=done.entries,
            knowledge=done.knowledge,
            latency=done.latency,
            confidence=done.confidence,
            tone=done.tone,
        )
