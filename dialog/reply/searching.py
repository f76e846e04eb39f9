"""Searches of many visitors on the few threads that help.

Half of a search is the vector, which leaves the interpreter to others; the rest holds it. More
threads than cores only take it from the loop that talks with the visitors.
"""

from __future__ import annotations

import asyncio
import functools
import heapq
import itertools
import os
import weakref
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import msgspec

from dialog.reply.covering import asked_alike
from dialog.reply.fitting import fitting
from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.living_kinds import instead_of_people
from dialog.reply.point_of_article import with_point
from dialog.reply.question import Question
from knowledge.answers.days import dates_told, in_full, named_time
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise, without_politeness

_FEW = 3
"""Searches of a turn before it lets later ones go first; nearly all turns need no more."""
_BEHIND = 8
"""Turns that go before each further search: a text of several questions may need twenty, and all
who came after it would wait half a second for their first."""
Search = Callable[[str], Awaitable[Findings]]
"""What is known about a question by itself."""
LeavingOut = Callable[[Findings], Findings]
"""Takes something away from what was found."""
Guessing = Callable[[str, Findings, Question], IntentGuess]
"""The intent of a text in a question of a conversation, for which something was found."""
THREADS = max(2, min(4, os.cpu_count() or 2))
_KEPT = 2048
"""Searches whose findings are kept: a turn searches again what the questions before it meant, and
hundreds of visitors may have asked in between. Some kilobytes each."""


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


class Kept:
    """What was found last in one state of the knowledge. Of another state nothing is kept, and the
    state itself is not held."""

    def __init__(self) -> None:
        self._state: weakref.ref[Snapshot] | None = None
        self._found: OrderedDict[tuple[str, date], Findings] = OrderedDict()

    def find(self, snapshot: Snapshot, text: str, day: date) -> Findings | None:
        """What was found for this very text; ``None`` where it was not searched lately."""
        self._turn_to(snapshot)
        found = self._found.get((text, day))
        if found is not None:
            self._found.move_to_end((text, day))
        return found

    def keep(self, snapshot: Snapshot, text: str, day: date, *, found: Findings) -> None:
        """Keep what was found; what was asked for least lately is let go."""
        if self._state is None or self._state() is not snapshot:
            return  # Another state has taken its place meanwhile.
        self._found[text, day] = found
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)

    def _turn_to(self, snapshot: Snapshot) -> None:
        if self._state is None or self._state() is not snapshot:
            self._state = weakref.ref(snapshot)
            self._found.clear()


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
        self._kept = Kept()
        self._hurried = hurried

    def in_turn(self, told: str = "") -> TurnSearches:
        """The searches of a turn that begins now, of which the whole text is ``told``."""
        searches = TurnSearches(self, self._line.number())
        searches.told = told
        return searches

    async def find(self, snapshot: Snapshot, text: str, day: date, *, number: int) -> Findings:
        """``snapshot.find`` on a thread, for the turn of a number; what was found lately is not
        searched again."""
        known = self._kept.find(snapshot, text, day)
        if known is not None:
            return known
        loop = asyncio.get_running_loop()
        if self._line.length >= self._waiting:
            self._hurried()
            return await loop.run_in_executor(
                self._quick, lambda: snapshot.find(text, day, hurry=True)
            )
        await self._line.enter(number)
        try:
            found = await loop.run_in_executor(self._threads, snapshot.find, text, day)
        finally:
            # Also when the visitor has gone: what had not begun is withdrawn with its future.
            self._line.leave()
        self._kept.keep(snapshot, text, day, found=found)
        return found

    def close(self) -> None:
        """Let the threads go; what has not begun is not begun any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._quick.shutdown(wait=False, cancel_futures=True)


class Then(msgspec.Struct, frozen=True):
    """A question before as it was ``asked`` then, what was ``found`` for it, and the ``searching``
    of that turn, in which what the visitor denied then is not found."""

    asked: Question
    found: Findings
    searching: TurnSearches


class TurnSearches:
    """The searches of one turn. A question in several parts searches once for each: it does not
    stand in the line anew behind all who came while its first part was answered, unless it searches
    often. What several readers of a turn search for is searched once."""

    def __init__(self, searching: Searching, number: int) -> None:
        self._searching = searching
        self._number = number
        self._found: dict[tuple[int, str, date], Findings] = {}
        self._leaving_out: LeavingOut | None = None
        self.denying = False
        """Whether the visitor denies something in this very turn."""
        self.denied: Callable[[Target], bool] = lambda _target: False
        """Whether a document was said not to be meant."""
        self.misguessed = False
        """Whether the visitor denies in this very turn what was only guessed to be meant."""
        self.told = ""
        """The text of the turn, which may name the day for its parts."""
        self._read: dict[tuple[int, str, date], Findings] = {}
        self.before: dict[Hashable, Then] = {}
        """Questions before as they were meant, found already in this turn."""
        self.guessed: Guessing = lambda _text, _found, _asked: NO_GUESS
        """What the intent of a question is taken for, also of one that was asked before."""

    def without(self, leaving_out: LeavingOut, *, now: bool) -> TurnSearches:
        """The same searches with something taken away from what they find, and nothing else: what
        was taken away before is found again. ``now``: it is denied in this turn."""
        others = TurnSearches(self._searching, self._number)
        others._found, others._leaving_out = self._found, leaving_out
        others.denying, others.denied = now, self.denied
        others.guessed, others.told = self.guessed, self.told
        others.before = self.before
        return others

    async def find(self, snapshot: Snapshot, text: str, day: date) -> Findings:
        """``snapshot.find`` on a thread, before the searches of turns that began later."""
        very = (id(snapshot), text, day)
        if very not in self._read:
            self._read[very] = await self._find(snapshot, text, day)
        return self._read[very]

    async def _find(self, snapshot: Snapshot, text: str, day: date) -> Findings:
        # What differs by an 请问 or by the width of a comma finds the same.
        asked = (id(snapshot), without_politeness(text), day)
        if asked not in self._found:
            searching = self._searching
            # All searches of a turn are counted, also of those in which something is left out.
            number = self._number + _BEHIND * max(0, len(self._found) - _FEW)
            found = await searching.find(snapshot, text, day, number=number)
            self._found[asked] = found
        found = self._of_its_day(snapshot, text, self._found[asked], day)
        found = with_point(fitting(found, text, self.told), text, snapshot.index.segmenter)
        found = instead_of_people(found, text, self.told, snapshot) or found
        if found.band == "related" and not snapshot.graph.names.link(text):
            found = msgspec.structs.replace(found, unnamed=True)
        found = found if self._leaving_out is None else self._leaving_out(found)
        best = found.best if found.band == "related" else None
        alike = best is not None and asked_alike(text, best, snapshot.index.segmenter)
        return msgspec.structs.replace(found, alike=True) if alike else found

    def _of_its_day(self, snapshot: Snapshot, text: str, found: Findings, day: date) -> Findings:
        """What was found for a part of the turn's text, where that names the day for it."""
        part, whole = normalise(text).strip("?!.。, "), normalise(self.told)
        if part == whole or part not in whole or named_time(text, day) is not None:
            return found
        dated = named_time(whole, day)
        times = {d.time for d in dates_told(in_full(whole, day), day) if not d.thing}
        if dated is None or dated.first >= day or len(times) != 1:
            return found
        first = times.pop().first
        return snapshot.of_that_day(
            f"{first.year}年{first.month}月{first.day}日,{text}", found, day
        )


Replaying = Callable[[TurnSearches, Snapshot, Question], Awaitable[Then]]
"""Finds again what the last question before was found to mean."""


def once_a_turn(replaying: Replaying) -> Replaying:
    """The same, done once in a turn for the same questions before: a dozen readers ask for it, and
    one that had several parts takes as long as a turn of its own."""

    async def known(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Then:
        of = (id(snapshot), asked.exchanges, asked.language, asked.today)
        if of not in searching.before:
            searching.before[of] = await replaying(searching, snapshot, asked)
        return searching.before[of]

    return functools.wraps(replaying)(known)
