"""Searches of many visitors on the few threads that help.

Half of a search is the vector, which leaves the interpreter to others; the rest holds it. More
threads than cores only take it from the loop that talks with the visitors.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import os
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.question import Question
from knowledge.answers.days import dates_told, named_time
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise, without_politeness

Search = Callable[[str], Awaitable[Findings]]
"""What is known about a question by itself."""
LeavingOut = Callable[[Findings], Findings]
"""Takes something away from what was found."""
Guessing = Callable[[str, Findings, Question], IntentGuess]
"""The intent of a text in a question of a conversation, for which something was found."""
THREADS = max(2, min(4, os.cpu_count() or 2))


class Line:
    """Those who wait for a thread; who came first goes first, however often it comes again."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self.length = 0
        """How many wait or are at it."""

    def number(self) -> int:
        """A number that is higher than all before it."""
        return next(self._numbers)

    async def enter(self, number: int) -> None:
        """Wait until it is one's turn."""
        self.length += 1
        if self._free:
            self._free -= 1
            return
        called = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (number, self.number(), called))
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled():
                self.leave()  # Called and gone in one moment: the next one is called.
            else:
                self.length -= 1
            raise

    def leave(self) -> None:
        """Call the next one."""
        self.length -= 1
        while self._waiting:
            _, _, called = heapq.heappop(self._waiting)
            if not called.done():
                called.set_result(None)
                return
        self._free += 1


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
        self._line = Line(threads)
        self._hurried = hurried

    def in_turn(self, told: str = "") -> TurnSearches:
        """The searches of a turn that begins now, of which the whole text is ``told``."""
        searches = TurnSearches(self, self._line.number())
        searches.told = told
        return searches

    async def find(self, snapshot: Snapshot, text: str, day: date, *, number: int) -> Findings:
        """``snapshot.find`` on a thread, for the turn of a number."""
        loop = asyncio.get_running_loop()
        if self._line.length >= self._waiting:
            self._hurried()
            return await loop.run_in_executor(
                self._quick, lambda: snapshot.find(text, day, hurry=True)
            )
        await self._line.enter(number)
        try:
            return await loop.run_in_executor(self._threads, snapshot.find, text, day)
        finally:
            # Also when the visitor has gone: what had not begun is withdrawn with its future.
            self._line.leave()

    def close(self) -> None:
        """Let the threads go; what has not begun is not begun any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._quick.shutdown(wait=False, cancel_futures=True)


class TurnSearches:
    """The searches of one turn. A question in several parts searches once for each: it does not
    stand in the line anew behind all who came while its first part was answered. What several
    readers of a turn search for is searched once."""

    def __init__(self, searching: Searching, number: int) -> None:
        self._searching = searching
        self._number = number
        self._found: dict[tuple[int, str, date], Findings] = {}
        self._leaving_out: LeavingOut | None = None
        self.denying = False
        """Whether the visitor denies something in this very turn."""
        self.told = ""
        """The text of the turn, which may name the day for its parts."""
        self.guessed: Guessing = lambda _text, _found, _asked: NO_GUESS
        """What the intent of a question is taken for, also of one that was asked before."""

    def without(self, leaving_out: LeavingOut, *, now: bool) -> TurnSearches:
        """The same searches with something taken away from what they find, and nothing else: what
        was taken away before is found again. ``now``: it is denied in this turn."""
        others = TurnSearches(self._searching, self._number)
        others._found, others._leaving_out = self._found, leaving_out
        others.denying, others.guessed, others.told = now, self.guessed, self.told
        return others

    async def find(self, snapshot: Snapshot, text: str, day: date) -> Findings:
        """``snapshot.find`` on a thread, before the searches of turns that began later."""
        # What differs by an 请问 or by the width of a comma finds the same.
        asked = (id(snapshot), without_politeness(text), day)
        if asked not in self._found:
            searching = self._searching
            found = await searching.find(snapshot, text, day, number=self._number)
            self._found[asked] = found
        found = self._of_its_day(snapshot, text, self._found[asked], day)
        return found if self._leaving_out is None else self._leaving_out(found)

    def _of_its_day(self, snapshot: Snapshot, text: str, found: Findings, day: date) -> Findings:
        """What was found for a part of the turn's text, where that names the day for it."""
        part, whole = normalise(text).strip("?!.。, "), normalise(self.told)
        if part == whole or part not in whole or named_time(text, day) is not None:
            return found
        times = {dated.time for dated in dates_told(whole, day) if not dated.thing}
        if len(times) != 1:
            return found
        first = times.pop().first
        return snapshot.of_that_day(
            f"{first.year}年{first.month}月{first.day}日,{text}", found, day
        )
