"""All that a conversation was told, each answer in its first sentence: 帮我把前面说的归纳一下."""

from __future__ import annotations

from collections.abc import Sequence

from dialog.reply.plainer import PlainerWriter
from dialog.reply.policy import Stored, Unknown
from dialog.reply.question import Exchange
from dialog.reply.several import together
from dialog.reply.wording import Writer
from dialog.reply.words import Words
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.types import DecisionTable, Gap

_MOST = 6
"""Answers that are told again; more than that is no summary."""


def told_so_far(snapshot: Snapshot, writer: Writer, exchanges: Sequence[Exchange]) -> Words | None:
    """The answers and known gaps of a conversation under the questions that they were given to,
    each once. ``None`` where fewer than two were told, or where a ruling was among them: it hangs
    on all that was said of its case, and may not be left out."""
    answers: dict[str, tuple[str, Words]] = {}
    for exchange in exchanges:
        for name in exchange.entries[:1]:
            target = snapshot.index.target(name)
            if target is None:
                return None
            if isinstance(target.document, DecisionTable):
                return None
            gap = target.document if isinstance(target.document, Gap) else None
            decision = Stored(PLAIN, target) if gap is None else Unknown(PLAIN, gap=gap)
            words = writer.write(decision, exchange.question)
            answers[name] = (exchange.question, PlainerWriter(writer.frame).first(words))
    told = list(answers.values())[-_MOST:]
    return together(told) if len(told) > 1 else None
