"""A running house that speaks through the real edge voice to a stand-in service, and a replier that
says given sentences."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from dialog.app import House, Parts, open_house
from dialog.messages import Delta, Done, Sentence, ServerMessage
from dialog.reply.question import Question
from dialog.speech import Voicing
from tests.wire.wire_parts import PROFILE, JumpingClock, settings_for

FIRST = "入场之前要先审核主体。"
SECOND = "审核需要3~5个工作日。"


class Says:
    """Says the sentences that it is given, locked unless told otherwise."""

    def __init__(self, *texts: str, locked: bool = True, **fields: Any) -> None:
        self.texts = texts
        self.locked = locked
        self.fields: dict[str, Any] = {"tone": "warm", "intensity": 0.8, **fields}

    async def run(self, asked: Question) -> AsyncIterator[ServerMessage]:
        for number, text in enumerate(self.texts):
            yield Delta(sentence=number, text=text)
            yield Sentence(sentence=number, text=text, locked=self.locked, **self.fields)
        yield Done(outcome="answered", tone="warm", confidence=1.0)


class Talking:
    """A house with its clock, its replier and its voices."""

    def __init__(self, house: House, clock: JumpingClock, says: Says, *, voicing: Voicing) -> None:
        self.house = house
        self.voicing = voicing
        self.clock = clock
        self.says = says

    async def rest(self) -> None:
        """Let a failing voice have its rest."""
        await self.clock.jump(61)


@asynccontextmanager
async def talking(folder: Path, *texts: str, **voice: Any) -> AsyncIterator[Talking]:
    """The house, with voice settings changed by ``voice``."""
    # Long waits: on a busy machine a healthy service must never seem slow.
    waits = {"first_byte": 8, "between_chunks": 8, **voice}
    settings = settings_for(folder, voice=waits, timeouts={"stop": 5})
    clock = JumpingClock()
    voicing = Voicing(settings, now=clock.monotonic)
    says = Says(*(texts or (FIRST, SECOND)))
    parts = Parts(
        turn=says,
        profile=lambda: PROFILE,
        open_mouth=voicing.open_mouth,
        find_audio=voicing.find_audio,
    )
    async with open_house(settings, parts) as house:
        yield Talking(house, clock, says, voicing=voicing)


def of(messages: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """The messages of one type."""
    return [message for message in messages if message["type"] == kind]
