"""The record of turns, and the security log apart from it; two SQLite files, one writer thread.

Writing never waits and never fails for the conversation: when the queue or the disk is full, rows
are dropped and counted, the log says so once, and writing goes on when there is room again. The
security log holds addresses and no words of visitors; the journal holds words and no addresses.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

import msgspec
import structlog

from dialog.clock import Clock
from dialog.config import JournalSettings
from dialog.logs import failure
from dialog.messages import Feedback, SourceItem
from dialog.metrics import Metrics

JOURNAL_FILE = "journal.sqlite"
SECURITY_FILE = "security.sqlite"
BATCH = 200
PAGE_BYTES = 4096

TURNS = """CREATE TABLE IF NOT EXISTS turn (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, session TEXT NOT NULL, turn TEXT NOT NULL,
  channel TEXT NOT NULL, language TEXT NOT NULL, question TEXT NOT NULL, outcome TEXT NOT NULL,
  cut TEXT NOT NULL, route TEXT NOT NULL, sources TEXT NOT NULL, entries TEXT NOT NULL,
  knowledge INTEGER NOT NULL, latency TEXT NOT NULL, confidence REAL NOT NULL, tone TEXT NOT NULL,
  heard INTEGER NOT NULL, receipt TEXT NOT NULL, feedback TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS turn_session ON turn (session, turn);
CREATE INDEX IF NOT EXISTS turn_receipt ON turn (receipt);
CREATE INDEX IF NOT EXISTS turn_at ON turn (at);
"""
EVENTS = """CREATE TABLE IF NOT EXISTS event (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, event TEXT NOT NULL, address TEXT NOT NULL,
  session TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS event_at ON event (at);
"""
INSERT_TURN = """INSERT INTO turn (at, session, turn, channel, language, question, outcome, cut,
  route, sources, entries, knowledge, latency, confidence, tone, heard, receipt)
VALUES (:at, :session, :turn, :channel, :language, :question, :outcome, :cut,
  :route, :sources, :entries, :knowledge, :latency, :confidence, :tone, :heard, :receipt)
"""
LIST_TURNS = """SELECT * FROM turn WHERE at >= :since AND at < :before
  AND (:outcome = '' OR outcome = :outcome) AND (:session = '' OR session = :session)
  AND (:receipt = '' OR receipt = :receipt) ORDER BY at, id
"""
DELETE_TURNS = """DELETE FROM turn WHERE at >= :since AND at < :before
  AND (:outcome = '' OR outcome = :outcome) AND (:session = '' OR session = :session)
  AND (:receipt = '' OR receipt = :receipt)
"""


class TurnRow(msgspec.Struct, frozen=True):
    """One turn as the journal keeps it. ``cut``: why it was cut, empty when it ran to its end.
    ``heard``: sentences that the page had played by then."""

    at: datetime
    session: str
    turn: str
    channel: str
    language: str
    question: str
    outcome: str
    receipt: str
    cut: str = ""
    route: str = ""
    sources: tuple[SourceItem, ...] = ()
    entries: tuple[str, ...] = ()
    knowledge: int = 0
    latency: dict[str, float] = {}
    confidence: float = 0.0
    tone: str = ""
    heard: int = 0


class FeedbackRow(msgspec.Struct, frozen=True):
    """A visitor's thumb or report on one turn: of a session, or with a receipt."""

    session: str
    feedback: Feedback
    receipt: str = ""


class SecurityRow(msgspec.Struct, frozen=True):
    """One event of the security log: who came, who was refused and why."""

    at: datetime
    event: str
    address: str
    session: str = ""
    detail: str = ""


class PurgeTurns(msgspec.Struct, frozen=True):
    """Delete turns that are past their retention."""

    before: datetime


class PurgeEvents(msgspec.Struct, frozen=True):
    """Delete security events that are past their retention."""

    before: datetime


class Mark(msgspec.Struct, frozen=True):
    """Sets ``reached`` when everything put before it is written; ``last`` ends the writer."""

    reached: threading.Event
    last: bool = False


Row = TurnRow | FeedbackRow | SecurityRow | PurgeTurns | PurgeEvents


class Journal:
    """The writer's side. ``start`` and ``stop`` bracket its thread."""

    def __init__(
        self, folder: Path, settings: JournalSettings, *, clock: Clock, metrics: Metrics
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._metrics = metrics
        # Unbounded by itself and lock-free for the event loop; ``_put`` holds the bound.
        self._queue: SimpleQueue[Row | Mark] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="journal", daemon=True)
        self._failing = False
        self._dropped = 0
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

    def _put(self, row: Row) -> None:
        if self._queue.qsize() >= self._settings.queue:
            self._drop(1, error=None)
        else:
            self._queue.put(row)

    def _drop(self, count: int, *, error: Exception | None) -> None:
        self._metrics.journal_dropped.inc(count)
        self._dropped += count
        if not self._failing:
            self._failing = True
            why = failure(error) if error is not None else {"error": "the queue is full"}
            self._log.error("journal_failing", folder=str(self._folder), **why)

    def _write(self) -> None:
        """The writer thread: batches, one transaction for each of the two files."""
        turns = _File(self._folder / JOURNAL_FILE, TURNS, megabytes=self._settings.megabytes)
        events = _File(self._folder / SECURITY_FILE, EVENTS, megabytes=0)
        while True:
            rows, mark = self._take()
            # A full journal must not lose the security log, nor the other way round.
            written = self._write_to(turns, [row for row in rows if not _is_event(row)])
            written = self._write_to(events, [row for row in rows if _is_event(row)]) and written
            if rows and written:
                self._recover()
            if mark is not None:
                if mark.last:
                    turns.close()
                    events.close()
                mark.reached.set()
                if mark.last:
                    return

    def _write_to(self, file: _File, rows: list[Row]) -> bool:
        if not rows:
            return True
        try:
            file.write(rows)
        except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
            file.close()
            self._drop(len(rows), error=error)
            return False
        return True

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

    def _recover(self) -> None:
        if self._failing:
            self._failing = False
            self._log.warning("journal_back", dropped=self._dropped)
            self._dropped = 0


class _File:
    """One of the two files as the writer thread holds it; opened when there is something to write,
    and opened anew after a failure. ``megabytes`` = 0: no bound."""

    def __init__(self, path: Path, schema: str, *, megabytes: int) -> None:
        self._path = path
        self._schema = schema
        self._pages = megabytes * 1_048_576 // PAGE_BYTES
        self._connection: sqlite3.Connection | None = None

    def write(self, rows: list[Row]) -> None:
        """Write all rows in one transaction, or none."""
        if self._connection is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = open_file(self._path, self._schema)
            if self._pages:
                self._connection.execute(f"PRAGMA max_page_count = {self._pages}")
        self._connection.execute("BEGIN IMMEDIATE")
        for row in rows:
            _write_row(self._connection, row)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not committed is rolled back."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _is_event(row: Row) -> bool:
    return isinstance(row, SecurityRow | PurgeEvents)


def open_file(path: Path, schema: str) -> sqlite3.Connection:
    """One of the two files, readable by its owner only; deleted words are overwritten."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(schema)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _write_row(connection: sqlite3.Connection, row: Row) -> None:
    match row:
        case TurnRow():
            values = msgspec.structs.asdict(row) | {
                "at": stamp(row.at),
                "sources": msgspec.json.encode(row.sources).decode(),
                "entries": msgspec.json.encode(row.entries).decode(),
                "latency": msgspec.json.encode(row.latency).decode(),
            }
            connection.execute(INSERT_TURN, values)
        case FeedbackRow():
            said = (row.feedback.rating, row.feedback.note)
            if row.receipt:
                connection.execute(
                    "UPDATE turn SET feedback = ?, note = ? WHERE receipt = ?",
                    (*said, row.receipt),
                )
            else:
                connection.execute(
                    "UPDATE turn SET feedback = ?, note = ? WHERE session = ? AND turn = ?",
                    (*said, row.session, row.feedback.turn),
                )
        case SecurityRow():
            connection.execute(
                "INSERT INTO event (at, event, address, session, detail) VALUES (?, ?, ?, ?, ?)",
                (stamp(row.at), row.event, row.address, row.session, row.detail),
            )
        case PurgeTurns():
            connection.execute("DELETE FROM turn WHERE at < ?", (stamp(row.before),))
        case PurgeEvents():
            connection.execute("DELETE FROM event WHERE at < ?", (stamp(row.before),))


def stamp(moment: datetime) -> str:
    """A moment as the files keep it: UTC, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


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


def list_turns(folder: Path, choice: Choice) -> list[dict[str, object]]:
    """The chosen turns, oldest first, as the journal keeps them."""
    path = folder / JOURNAL_FILE
    if not path.exists():
        return []
    with closing(open_file(path, TURNS)) as connection:
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
    with closing(open_file(path, TURNS)) as connection:
        deleted = connection.execute(DELETE_TURNS, choice.values()).rowcount
        # The write-ahead file would otherwise still hold the words.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return deleted
