"""Searches of many visitors on the few threads that help.

Half of a search is the vector, which leaves the interpreter to others; the rest holds it. More
threads than cores only take it from the loop that talks with the visitors.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from knowledge.findings import Findings
from knowledge.snapshot import Snapshot

THREADS = max(2, min(4, os.cpu_count() or 2))


class Searching:
    """Searches side by side. When too many wait already, a search is done by words alone: some
    answers then become an honest "not known", but none comes half a minute late."""

    def __init__(
        self,
        *,
        threads: int = THREADS,
        waiting: int = 48,
        hurried: Callable[[], None] = lambda: None,
    ) -> None:
        """``waiting``: searches on their way, beyond which words must do; 48 of 30 ms on two
        threads are three quarters of a second. ``hurried()`` counts those."""
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="search")
        self._quick = ThreadPoolExecutor(1, thread_name_prefix="search-words")
        self._waiting = waiting
        self._under_way = 0
        self._hurried = hurried

    async def find(self, snapshot: Snapshot, text: str, day: date) -> Findings:
        """``snapshot.find`` on a thread."""
        loop = asyncio.get_running_loop()
        if self._under_way >= self._waiting:
            self._hurried()
            return await loop.run_in_executor(
                self._quick, lambda: snapshot.find(text, day, hurry=True)
            )
        self._under_way += 1
        try:
            return await loop.run_in_executor(self._threads, snapshot.find, text, day)
        finally:
            # Also when the visitor has gone: what had not begun is withdrawn with its future.
            self._under_way -= 1

    def close(self) -> None:
        """Let the threads go; what has not begun is not begun any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._quick.shutdown(wait=False, cancel_futures=True)
