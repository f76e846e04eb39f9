"""What the tests of the model's client share: short waits, a clock that jumps, a listener."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from dialog.config import Model
from dialog.errors import ModelError, ModelFault
from dialog.reply.llm import HttpModel
from dialog.reply.prompt import Limits, Message, messages
from tests.reply.evidence_parts import EVIDENCE
from tests.reply.standin_model import Standin

CHAT = messages("需方几天内验收？", EVIDENCE, language="zh")
LIMITS = Limits(512)


class JumpingClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = 1000.0

    def monotonic(self) -> float:
        return self.time

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time, UTC)

    async def sleep(self, seconds: float) -> None:
        self.time += seconds


class Client:
    """The product's client at a stand-in, with what it counted."""

    def __init__(self, server: Standin, model: str = "standin", *, at_once: int = 8) -> None:
        self.clock = JumpingClock()
        self.faults: Counter[ModelFault] = Counter()
        self.settings = Model(
            url=server.url,
            model=model,
            first_token=1,
            between_tokens=1,
            whole=5,
            rest=10,
            at_once=at_once,
        )
        self.model = HttpModel(
            self.settings, clock=self.clock, count=lambda fault: self.faults.update([fault])
        )

    async def ask(
        self, chat: tuple[Message, ...] = CHAT, limits: Limits = LIMITS
    ) -> tuple[str, ModelFault | None]:
        """What was said, and the fault that ended it."""
        said = ""
        try:
            async for piece in self.model.stream(chat, limits):
                said += piece
        except ModelError as error:
            return said, error.fault
        return said, None
