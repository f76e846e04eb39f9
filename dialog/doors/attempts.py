"""Wrong passwords counted, so that guessing is slow. No sockets; time comes as a number."""

from __future__ import annotations

from collections import deque

WINDOW = 900.0
"""Seconds for which a wrong password counts."""
KEPT = 10_000
"""Counters that are held; when there are more, the one that was used longest ago is forgotten."""


class Attempts:
    """Counters by name and address. One address guessing one name is stopped first, then one
    address guessing many names, then many addresses guessing one name."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._failed: dict[tuple[str, str], deque[float]] = {}

    def wait(self, name: str, address: str, now: float) -> float:
        """Seconds until the next try may be made; 0 = now."""
        longest = 0.0
        for key, limit in self._keys(name, address):
            times = self._failed.get(key)
            if times is None:
                continue
            while times and times[0] <= now - WINDOW:
                times.popleft()
            if len(times) >= limit:
                longest = max(longest, times[-limit] + WINDOW - now)
        return longest

    def failed(self, name: str, address: str, now: float) -> None:
        """Count a wrong password. Callers count before they check, and forgive afterwards, so
        that tries at the same time do not slip through."""
        for key, limit in self._keys(name, address):
            times = self._failed.pop(key, None) or deque(maxlen=limit)
            times.append(now)
            self._failed[key] = times
        while len(self._failed) > KEPT:
            del self._failed[next(iter(self._failed))]

    def forgive(self, name: str, address: str) -> None:
        """A right password clears the pair, and takes its own try off the wider counters."""
        for key, limit in self._keys(name, address):
            times = self._failed.get(key)
            if times and limit != self._limit:
                times.pop()
            else:
                self._failed.pop(key, None)

    def _keys(self, name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
        name = name.casefold()
        return (
            ((name, address), self._limit),
            (("", address), self._limit * 4),
            ((name, ""), self._limit * 10),
        )
