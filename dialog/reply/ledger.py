"""How long the stages of a turn take."""

from __future__ import annotations

import time


class Ledger:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self.stages: dict[str, float] = {}

    def mark(self, stage: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.stages[stage] = round((now - self._last) * 1000, 2)
        self._last = now

    def total(self) -> dict[str, float]:
        """All stages and their sum."""
        whole = round((time.perf_counter() - self._start) * 1000, 2)
        return {**self.stages, "total": whole}
