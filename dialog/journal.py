"""The record of turns, and the security log apart from it; two SQLite files, one writer thread.

Writing never waits and never fails for the conversation: when the queue or the disk is full, rows
are dropped and counted, the log says once so and what to do, and writing goes on when the file
takes rows again. The two files fail and recover apart. The security log holds addresses and no
words of visitors; the journal holds words and no addresses.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

import msgspec
import structlog

from dialog.clock import Clock
from dialog.config import JournalSettings
from dialog.errors import StartError
from dialog.journal_file import (
    EVENTS,
    FAULTS,
    TURNS,
    FeedbackRow,
    JournalFile,
    PurgeEvents,
    PurgeTurns,
    Row,
    SecurityRow,
    TurnRow,
    mend_of,
    open_file,
    stamp,
)
from dialog.logs import failure
from dialog.messages import Feedback
from dialog.metrics import Metrics

JOURNAL_FILE = "journal.sqlite"
SECURITY_FILE = "security.sqlite"
BATCH = 200

LIST_TURNS = """SELECT * FROM turn WHERE at >= :since AND at < :before
  AND (:outcome = '' OR outcome = :outcome) AND (:session = '' OR session = :session)
  AND (:receipt = '' OR receipt = :receipt) ORDER BY at, id
"""
DELETE_TURNS = """DELETE FROM turn WHERE at >= :since AND at < :before
  AND (:outcome = '' OR outcome = :outcome) AND (:session = '' OR session = :session)
  AND (:receipt = '' OR receipt = :receipt)
"""


class Mark(msgspec.Struct, frozen=True):
    """Sets ``reached`` when everything put before it is written; ``last`` ends the writer."""

    reached: threading.Event
    last: bool = False


class Journal:
    """The writer's side. ``start`` and ``stop`` bracket its thread."""

    def __init__(
        self, folder: Path, settings: JournalSettings, *, clock: Clock, metrics: Metrics
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._metrics = metrics
        # Unbounded by itself and lock-free for the event loop; ``_put`` holds the bound.
        self._queue: SimpleQueue[Row | Mark] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="journal", daemon=True)
        self._turns = JournalFile(folder / JOURNAL_FILE, TURNS, megabytes=settings.megabytes)
        self._events = JournalFile(folder / SECURITY_FILE, EVENTS, megabytes=0)
        self._log = structlog.get_logger("journal")

    def start(self) -> None:
        """Start the writer and delete what is past its retention."""
        self._thread.start()
        self.purge()

    async def flush(self, seconds: float) -> bool:
        """Wait until everything recorded so far is written or dropped."""
        reached = threading.Event()
        self._queue.put(Mark(reached))
        return await asyncio.to_thread(reached.wait, seconds)

    async def stop(self, seconds: float) -> bool:
        """Write what waits and end the writer."""
        reached = threading.Event()
        self._queue.put(Mark(reached, last=True))
        written = await asyncio.to_thread(reached.wait, seconds)
        if written:
            await asyncio.to_thread(self._thread.join, seconds)
        return written

    def turn(self, row: TurnRow) -> None:
        """Record a turn."""
        self._put(row if self._settings.questions else msgspec.structs.replace(row, question=""))

    def feedback(self, session: str, feedback: Feedback, *, receipt: str = "") -> None:
        """Record a thumb or a report; ``receipt`` finds the turn of a forgotten session."""
        self._put(FeedbackRow(session, feedback, receipt))

    def security(self, event: str, address: str, *, session: str = "", detail: str = "") -> None:
        """Record an event of the security log."""
        self._put(SecurityRow(self._clock.now(), event, address, session=session, detail=detail))

    def purge(self) -> None:
        """Delete what is past its retention."""
        now = self._clock.now()
        self._put(PurgeTurns(now - timedelta(days=self._settings.keep_days)))
        self._put(PurgeEvents(now - timedelta(days=self._settings.security_days)))

    def readiness(self) -> dict[str, str]:
        """How the two files fare, by name."""
        return {
            "journal": "failing" if self._turns.trouble else "ready",
            "security_log": "failing" if self._events.trouble else "ready",
        }

    def troubles(self) -> list[str]:
        """The files that take no rows, each with what to do about it."""
        return [f"{f.path}: {f.trouble}" for f in (self._turns, self._events) if f.trouble]

    def _put(self, row: Row) -> None:
        if self._queue.qsize() >= self._settings.queue:
            file = self._events if _is_event(row) else self._turns
            self._drop(file, [row], error=None)
        else:
            self._queue.put(row)

    def _drop(self, file: JournalFile, rows: list[Row], *, error: Exception | None) -> None:
        count = sum(not isinstance(row, PurgeTurns | PurgeEvents) for row in rows)
        self._metrics.journal_dropped.inc(count)
        file.lost += count
        if not file.trouble:
            full = "the disk is too slow, or journal.queue too small"
            file.trouble = mend_of(error) if error is not None else full
            why = failure(error) if error is not None else {"error": "the queue is full"}
            self._log.error("journal_failing", file=str(file.path), mend=file.trouble, **why)

    def _write(self) -> None:
        """The writer thread: batches, one transaction for each of the two files."""
        while True:
            rows, mark = self._take()
            # A full journal must not lose the security log, nor the other way round.
            self._write_to(self._turns, [row for row in rows if not _is_event(row)])
            self._write_to(self._events, [row for row in rows if _is_event(row)])
            if mark is not None:
                if mark.last:
                    self._turns.close()
                    self._events.close()
                mark.reached.set()
                if mark.last:
                    return

    def _write_to(self, file: JournalFile, rows: list[Row]) -> None:
        if not rows:
            return
        try:
            file.write(rows)
        except FAULTS as error:
            file.close()
            self._drop(file, rows, error=error)
            return
        # Where nothing was due, nothing was tried by deleting it.
        if file.trouble and any(isinstance(row, TurnRow | SecurityRow) for row in rows):
            self._log.warning("journal_back", file=str(file.path), dropped=file.lost)
            file.trouble, file.lost = "", 0

    def _take(self) -> tuple[list[Row], Mark | None]:
        rows: list[Row] = []
        while len(rows) < BATCH:
            item = self._queue.get()
            if isinstance(item, Mark):
                return rows, item
            rows.append(item)
            if self._queue.empty():
                break
        return rows, None


def _is_event(row: Row) -> bool:
    return isinstance(row, SecurityRow | PurgeEvents)


def record_event(folder: Path, at: datetime, event: str, *, detail: str) -> None:
    """Record a deed of the terminal in the security log, beside a running server or without one;
    ``StartError`` where it cannot be."""
    file = JournalFile(folder / SECURITY_FILE, EVENTS, megabytes=0)
    try:
        file.write([SecurityRow(at, event, "", detail=detail)])
    except FAULTS as error:
        what = f"the security log cannot be written: {error}"
        raise StartError(str(file.path), what, mend=mend_of(error)) from error
    finally:
        file.close()


class Choice(msgspec.Struct, frozen=True):
    """Which turns to list or delete; empty fields choose nothing apart."""

    since: datetime | None = None
    before: datetime | None = None
    outcome: str = ""
    session: str = ""
    receipt: str = ""

    def values(self) -> dict[str, str]:
        """The choice as the statements take it; ISO text sorts as time does."""
        return {
            "since": stamp(self.since) if self.since else "",
            "before": stamp(self.before) if self.before else "9999",
            "outcome": self.outcome,
            "session": self.session,
            "receipt": self.receipt,
        }


@contextmanager
def _opened(path: Path) -> Generator[sqlite3.Connection]:
    """The recorded turns; ``StartError`` where the file cannot be read."""
    try:
        with closing(open_file(path, TURNS)) as connection:
            yield connection
    except (sqlite3.Error, OSError) as error:
        what = f"the journal cannot be read: {error}"
        raise StartError(str(path), what, mend=mend_of(error)) from error


def list_turns(folder: Path, choice: Choice) -> list[dict[str, object]]:
    """The chosen turns, oldest first, as the journal keeps them."""
    path = folder / JOURNAL_FILE
    if not path.exists():
        return []
    with _opened(path) as connection:
        connection.row_factory = sqlite3.Row
        turns = [dict(row) for row in connection.execute(LIST_TURNS, choice.values())]
    for turn in turns:
        for name in ("sources", "entries", "latency"):
            turn[name] = msgspec.json.decode(turn[name])
    return turns


def delete_turns(folder: Path, choice: Choice) -> int:
    """Delete the chosen turns for good; the number of rows that went."""
    path = folder / JOURNAL_FILE
    if not path.exists():
        return 0
    with _opened(path) as connection:
        deleted = connection.execute(DELETE_TURNS, choice.values()).rowcount
        # The write-ahead file would otherwise still hold the words.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return deleted
