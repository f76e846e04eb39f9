"""Writes to the store broken off by SQLite itself: after so many steps, or on a full disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event
from store_parts import answers, entry

from knowledge.errors import UnavailableError
from knowledge.store import Store

Prepare = Callable[[sqlite3.Connection], None]


class Faults:
    """Prepares every database connection that is made while it is in force."""

    def __init__(self, prepare: Prepare) -> None:
        self._prepare = prepare

    def __enter__(self) -> None:
        event.listen(Engine, "connect", self._connected)

    def __exit__(self, *_: object) -> None:
        event.remove(Engine, "connect", self._connected)

    def _connected(self, connection: sqlite3.Connection, _record: object) -> None:
        self._prepare(connection)


def interrupt_after(steps: int) -> Prepare:
    """SQLite itself breaks off after so many steps of its virtual machine."""

    def prepare(connection: sqlite3.Connection) -> None:
        left = [steps]

        def step() -> int:
            left[0] -= 1
            return int(left[0] < 0)

        connection.set_progress_handler(step, 10)

    return prepare


def both(store: Store) -> tuple[int, dict[str, str], int]:
    return store.version(), answers(store), store.overview().total


def test_interrupted_writes_leave_nothing(tmp_path: Path) -> None:
    """Broken off after n steps for n = 0, 1, 2, … a seed is either whole or absent, and the next
    try gets through."""
    first = [entry("1", f"entry.{n}") for n in range(3)]
    second = [entry("2", f"entry.{n}") for n in range(1, 4)]
    path = tmp_path / "knowledge.db"
    opened = Store.open(path)
    opened.seed(first, "1")
    before = both(opened)
    opened.close()
    failures: list[UnavailableError] = []
    for steps in range(2000):
        with Faults(interrupt_after(steps)):
            try:
                broken = Store.open(path)
                try:
                    broken.seed(second, "2")
                finally:
                    broken.close()
            except UnavailableError as error:
                failures.append(error)
            else:
                break
        opened = Store.open(path)
        assert both(opened) == before
        opened.close()
    opened = Store.open(path)
    assert both(opened) == (2, {"entry.1": "2", "entry.2": "2", "entry.3": "2"}, 4)
    opened.close()
    assert len(failures) > 20
    assert all(error.retryable for error in failures)


def test_interrupted_migration_leaves_nothing(tmp_path: Path) -> None:
    """A first start that is broken off at any step can simply be repeated."""
    path = tmp_path / "knowledge.db"
    failures = 0
    for steps in range(2000):
        with Faults(interrupt_after(steps)):
            try:
                Store.open(path).close()
            except UnavailableError:
                failures += 1
            else:
                break
        connection = sqlite3.connect(path)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        connection.close()
    assert failures > 20
    opened = Store.open(path)
    opened.seed([entry("1")], "1")
    assert answers(opened) == {"entry.a": "1"}
    opened.close()


def test_a_full_disk_keeps_the_old(tmp_path: Path) -> None:
    """With room for n more pages, n = 0, 1, 2, …, a publish is whole or absent; the error says
    that trying again will not help."""
    path = tmp_path / "knowledge.db"
    opened = Store.open(path)
    opened.seed([entry("1")], "1")
    opened.save_draft("entry", entry("长" * 6000), "li")
    opened.close()
    connection = sqlite3.connect(path)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    failures: list[UnavailableError] = []
    for room in range(50):

        def prepare(connection: sqlite3.Connection, limit: int = pages + room) -> None:
            connection.execute(f"PRAGMA max_page_count={limit}")

        with Faults(prepare):
            full = Store.open(path)
            try:
                full.publish("entry", "entry.a", "li", "")
            except UnavailableError as error:
                failures.append(error)
                assert answers(full) == {"entry.a": "1"}
                assert full.version() == 1
            else:
                assert answers(full) == {"entry.a": "长" * 6000}
                break
            finally:
                full.close()
    assert len(failures) > 2
    assert all("full" in error.reason and not error.retryable for error in failures)
