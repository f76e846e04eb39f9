"""Speaking ahead: the sentences of the published answers, as a calm visitor would hear them, so
that they are kept and start at once. Slow, polite, and only when nobody waits for the voice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import date

import structlog

from avatar.sentences import split
from avatar.speaker import Ladder, Saying
from dialog.reply.manner import Occasion, choose
from dialog.reply.policy import Stored
from dialog.reply.wording import Writer
from knowledge.search.targets import targets_of
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Gap

Sleep = Callable[[float], Awaitable[None]]


def sayings(snapshot: Snapshot, today: date) -> Iterator[Saying]:
    """The sentences of every entry and known gap, in the tone of a visitor without a feeling."""
    writer = Writer(snapshot, "zh", today)
    said: set[Saying] = set()
    for target in targets_of(snapshot.pack, today):
        if not isinstance(target.document, Entry | Gap):
            continue
        words = writer.write(Stored(1.0, target), "")
        manner = choose(Occasion(words.outcome, "neutral", words.weight, words.intent))
        for line in words.lines:
            for sentence in split(line.text):
                saying = Saying(
                    0,
                    sentence,
                    language=line.language,
                    tone=manner.tone,
                    intensity=manner.intensity,
                    published=True,
                )
                if line.locked and saying not in said:
                    said.add(saying)
                    yield saying


async def rehearse(ladder: Ladder, todo: Iterator[Saying], *, seconds: float, sleep: Sleep) -> None:
    """Speak ahead what is not kept yet, one sentence every ``seconds``."""
    made = 0
    for saying in todo:
        while ladder.busy:
            await sleep(seconds)
        if await ladder.prepare(saying):
            made += 1
            await sleep(seconds)
    structlog.get_logger("voice").info("rehearsed", sentences=made)
