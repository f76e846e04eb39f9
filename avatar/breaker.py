"""A circuit breaker: leaves a failing voice in peace for a while, then tries it with one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

from avatar.errors import Reason, VoiceError

State = Literal["closed", "open", "probing"]


class Breaker:
    """Opens after ``failures`` failures in a row, or at once when a refusal says that trying again
    is useless; after ``rest`` seconds one sentence may try."""

    def __init__(self, *, failures: int, rest: float, now: Callable[[], float]) -> None:
        self._limit = failures
        self._rest = rest
        self._now = now
        self._failures = 0
        self._until = 0.0
        self._decided = asyncio.Event()
        self.state: State = "closed"
        self.reason: Reason = "unreachable"
        self.succeeded_at: float | None = None
        self.failing_since: float | None = None
        """The first failure after the last success."""

    def enter(self) -> bool:
        """Whether a sentence may try now. Who enters must tell how it ended."""
        if self.state == "closed":
            return True
        if self.state == "open" and self._now() >= self._until:
            self.state = "probing"
            self._decided.clear()
            return True
        return False

    async def wait_decided(self) -> None:
        """Wait while a sentence is trying whether the voice is back."""
        if self.state == "probing":
            await self._decided.wait()

    def succeeded(self) -> None:
        """The sentence was spoken."""
        self.state = "closed"
        self._failures = 0
        self.succeeded_at = self._now()
        self.failing_since = None
        self._decided.set()

    def failed(self, error: VoiceError) -> None:
        """The sentence was not spoken."""
        self.reason = error.reason
        self._failures += 1
        if self.failing_since is None:
            self.failing_since = self._now()
        if self.state == "probing" or error.reason == "refused" or self._failures >= self._limit:
            self.state = "open"
            self._until = self._now() + self._rest
            self._decided.set()

    def left(self) -> None:
        """The sentence was cut before it was known how it would end; the next one may try."""
        if self.state == "probing":
            self.state = "open"
            self._decided.set()
