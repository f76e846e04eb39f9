"""What points to the question behind a case that is told, where the whole text leads nowhere."""

from __future__ import annotations

import msgspec

from dialog.reply.aspects import bare
from dialog.reply.question import Question
from dialog.reply.searching import TurnSearches
from dialog.reply.several import told_and_asked
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot


async def behind_case(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question, whole: Findings
) -> Findings:
    """What was found, where that is nothing with the pointers of the question behind a case that is
    told. They assert nothing: the case may change the answer."""
    if whole.band != "unknown" or whole.ruling is not None or whole.graph is not None:
        return whole
    told, question = told_and_asked(text)
    if not told or not question or bare(question):
        return whole
    again = await searching.find(snapshot, question, asked.today)
    if not again.candidates or again.band == "unknown":
        return whole
    return msgspec.structs.replace(whole, candidates=again.candidates, band="related")
