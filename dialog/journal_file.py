"""One of the journal's two files: its tables, the rows that go in, and how its writer holds it.

What goes wrong with a file is told with what to do about it, never with the text of an error that
a row may have caused.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from dialog.messages import Feedback, SourceItem

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


Row = TurnRow | FeedbackRow | SecurityRow | PurgeTurns | PurgeEvents

FAULTS = (sqlite3.Error, OSError, ValueError, OverflowError)
"""What a file may answer to a row."""


class JournalFile:
    """One of the two files as the writer thread holds it; opened when there is something to write,
    and opened anew after a failure. ``megabytes`` = 0: no bound. ``trouble``: what to do where rows
    are being lost, empty while they are kept; ``lost``: how many have been since."""

    def __init__(self, path: Path, schema: str, *, megabytes: int) -> None:
        self.path = path
        self._schema = schema
        self._pages = megabytes * 1_048_576 // PAGE_BYTES
        self.trouble = ""
        self.lost = 0
        self._connection: sqlite3.Connection | None = None

    def write(self, rows: list[Row]) -> None:
        """Write all rows in one transaction, or none."""
        if self._connection is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = open_file(self.path, self._schema)
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


_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
"""SQLite's codes for a file that is none of its own or broken, or has other tables."""


def mend_of(error: Exception) -> str:
    """What an operator can do about a file that refuses."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in _DAMAGED:
        return "move the file away, a new one is made at once; or put a backup in its place"
    return "see that the file and its folder can be written and have room"
