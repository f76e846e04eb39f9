"""The knowledge database file: one writer thread, many readers, migrations at open.

Writes run one after another in one thread, each in ``BEGIN IMMEDIATE``, so that two processes over
one file wait for each other instead of failing half-way. Readers see the last whole commit (WAL).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DBAPIError

from knowledge.errors import NewerStoreError, UnavailableError, UnsupportedDatabaseError

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long a writer waits for another process's transaction."""


class Database:
    """An open file. ``write`` and ``read`` take a function of one connection."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open = True
        # Its queue needs no bound: each caller is a thread that waits for its own result.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="knowledge-writer")
        self._writer = self._engine(writing=True)
        self._reader = self._engine(writing=False)

    @classmethod
    def open(cls, path_or_dsn: str | Path) -> Database:
        """Open or create the file (readable by its owner alone) and bring its tables up to date."""
        path = _path_of(path_or_dsn)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UnavailableError(f"open {path}", reason, retryable=False) from error
        database = cls(path)
        try:
            if database.read("look", _step) != _newest_step():
                database.write("migrate", _migrate)
        except NewerStoreError:
            database.close()
            raise
        except UnavailableError:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Let the running write end, then release the file. Safe to call twice."""
        self._open = False
        self._thread.shutdown(wait=True)
        self._writer.dispose()
        self._reader.dispose()

    def write(
        self,
        operation: str,
        act: Callable[[sa.Connection], T],
        *,
        then: Callable[[T], None] | None = None,
    ) -> T:
        """Run ``act`` in the writer thread, all of it or nothing; ``then`` once it is on disk."""

        def run() -> T:
            with self._writer.begin() as connection:
                result = act(connection)
            if then is not None:
                then(result)
            return result

        if not self._open:
            raise UnavailableError(operation, "closed", retryable=False)
        try:
            return self._thread.submit(run).result()
        except DBAPIError as error:
            raise _refusal(operation, error) from error

    def read(self, operation: str, act: Callable[[sa.Connection], T]) -> T:
        """Run ``act`` over one consistent view, in the caller's thread."""
        if not self._open:
            raise UnavailableError(operation, "closed", retryable=False)
        try:
            with self._reader.begin() as connection:
                return act(connection)
        except DBAPIError as error:
            raise _refusal(operation, error) from error

    def _engine(self, *, writing: bool) -> sa.Engine:
        engine = sa.create_engine(
            sa.URL.create("sqlite", database=str(self.path)),
            connect_args={"timeout": BUSY_SECONDS},
            pool_size=1 if writing else 4,
        )
        begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

        def connected(connection: sqlite3.Connection, _record: Any) -> None:
            # The driver's own transactions begin too late; BEGIN is said below instead.
            connection.isolation_level = None
            connection.execute("PRAGMA journal_mode=WAL")
            # A publish that was confirmed must survive a power cut.
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")

        def begun(connection: sa.Connection) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine, "connect", connected)
        event.listen(engine, "begin", begun)
        return engine


def _path_of(path_or_dsn: str | Path) -> Path:
    text = str(path_or_dsn)
    if "://" not in text:
        return Path(text)
    try:
        url = sa.make_url(text)
    except ArgumentError as error:
        raise UnsupportedDatabaseError(text.split("://", 1)[0]) from error
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise UnsupportedDatabaseError(url.get_backend_name())
    return Path(url.database)


_STEPS = Path(__file__).parent / "migrations"


def _newest_step() -> str:
    """The number of the newest migration: each file's name begins with its own, m0001_first."""
    return max(path.stem[1:].partition("_")[0] for path in _STEPS.glob("versions/m*.py"))


def _step(connection: sa.Connection) -> str:
    """The number of the migration that the file has reached; empty for a new one."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def _migrate(connection: sa.Connection) -> None:
    # Loaded only where there is something to do: it takes longer than to open the file.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # Alembic reads the value as a template in which a percent sign is special.
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerStoreError(str(connection.engine.url.database)) from error


def _refusal(operation: str, error: DBAPIError) -> UnavailableError:
    """Decide in one place whether trying again can help."""
    reason = str(error.orig)
    retryable = any(word in reason for word in ("locked", "busy", "interrupted"))
    return UnavailableError(operation, reason, retryable=retryable)
