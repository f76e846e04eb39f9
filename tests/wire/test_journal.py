"""The journal: rows, retention, deletion, a full queue and a full disk, and its commands."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dialog.__main__ import main
from dialog.config import JournalSettings
from dialog.journal import (
    JOURNAL_FILE,
    SECURITY_FILE,
    Choice,
    Journal,
    TurnRow,
    delete_turns,
    list_turns,
    stamp,
)
from dialog.metrics import Metrics
from tests.wire.wire_parts import JumpingClock

DAY = 86400


def row(clock: JumpingClock, number: int, **fields: Any) -> TurnRow:
    """A turn of session s1 unless said otherwise."""
    known: dict[str, Any] = {"session": "s1", "question": f"问{number}", "outcome": "answered"}
    known |= fields
    return TurnRow(
        at=clock.now(),
        turn=f"t{number}",
        channel="page",
        language="zh",
        receipt=f"r{number}",
        **known,
    )


@asynccontextmanager
async def kept(
    folder: Path, clock: JumpingClock, metrics: Metrics | None = None, **settings: Any
) -> AsyncIterator[Journal]:
    """A journal that is running."""
    known = msgspec.convert(settings, JournalSettings)
    journal = Journal(folder, known, clock=clock, metrics=metrics or Metrics())
    journal.start()
    try:
        yield journal
    finally:
        assert await journal.stop(10)


def events(folder: Path) -> list[tuple[str, str]]:
    """The security log's events with their addresses."""
    with closing(sqlite3.connect(folder / SECURITY_FILE)) as connection:
        return connection.execute("SELECT event, address FROM event ORDER BY id").fetchall()


def dropped(metrics: Metrics) -> float:
    """Rows counted as lost."""
    return metrics.registry.get_sample_value("yingbin_journal_dropped_total") or 0.0


async def listed(folder: Path, choice: Choice) -> list[dict[str, Any]]:
    """The chosen turns, read beside the event loop."""
    return await asyncio.to_thread(list_turns, folder, choice)


async def deleted(folder: Path, choice: Choice) -> int:
    """Delete beside the event loop."""
    return await asyncio.to_thread(delete_turns, folder, choice)


async def test_rows_are_listed_by_time_and_outcome(tmp_path: Path) -> None:
    """since is inclusive; an outcome chooses; everything comes oldest first."""
    clock = JumpingClock()
    async with kept(tmp_path, clock) as journal:
        journal.turn(row(clock, 1, outcome="unknown"))
        await clock.jump(DAY)
        noon = clock.now()
        journal.turn(row(clock, 2))
        journal.turn(row(clock, 3, outcome="unknown"))
        assert await journal.flush(10)
        assert [turn["turn"] for turn in await listed(tmp_path, Choice())] == ["t1", "t2", "t3"]
        assert [turn["turn"] for turn in await listed(tmp_path, Choice(since=noon))] == ["t2", "t3"]
        unknown = await listed(tmp_path, Choice(outcome="unknown"))
        assert [turn["turn"] for turn in unknown] == ["t1", "t3"]


async def test_words_and_addresses_lie_apart_and_belong_to_the_owner(tmp_path: Path) -> None:
    """The journal has no addresses, the security log no questions; nobody else may read either."""
    clock = JumpingClock()
    async with kept(tmp_path / "var", clock) as journal:
        journal.turn(row(clock, 1, question="秘密问题"))
        journal.security("connected", "192.0.2.7", session="s1")
    words, addresses = ((tmp_path / "var" / name) for name in (JOURNAL_FILE, SECURITY_FILE))
    assert "秘密问题".encode() in words.read_bytes()
    assert b"192.0.2.7" not in words.read_bytes()
    assert b"192.0.2.7" in addresses.read_bytes()
    assert "秘密问题".encode() not in addresses.read_bytes()
    assert {path.stat().st_mode & 0o777 for path in (words, addresses)} == {0o600}
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700


async def test_questions_can_be_left_out(tmp_path: Path) -> None:
    """With journal.questions off the row stays, the words do not."""
    clock = JumpingClock()
    async with kept(tmp_path, clock, questions=False) as journal:
        journal.turn(row(clock, 1))
    assert [turn["question"] for turn in await listed(tmp_path, Choice())] == [""]


async def test_retention_deletes_each_log_by_its_own_time(tmp_path: Path) -> None:
    """Turns go after their days; security events stay for theirs, six months at the least."""
    clock = JumpingClock()
    async with kept(tmp_path, clock, keep_days=30, security_days=183) as journal:
        journal.turn(row(clock, 1))
        journal.security("connected", "192.0.2.1")
        await clock.jump(31 * DAY)
        journal.turn(row(clock, 2))
        journal.purge()
        assert await journal.flush(10)
        assert [turn["turn"] for turn in await listed(tmp_path, Choice())] == ["t2"]
        assert len(events(tmp_path)) == 1
        await clock.jump(153 * DAY)
        journal.purge()
        assert await journal.flush(10)
        assert events(tmp_path) == []


async def test_deleted_words_are_gone_from_the_files(tmp_path: Path) -> None:
    """Deleting by session, receipt or date leaves the rest, and no trace of the words."""
    clock = JumpingClock()
    async with kept(tmp_path, clock) as journal:
        for number, session in enumerate(("a", "a", "b", "c")):
            journal.turn(row(clock, number, session=session, question=f"特别的话{number}"))
            await clock.jump(1)
        assert await journal.flush(10)
        assert await deleted(tmp_path, Choice(session="a")) == 2
        assert await deleted(tmp_path, Choice(receipt="r2")) == 1
        assert await deleted(tmp_path, Choice(session="nobody")) == 0
        assert [turn["session"] for turn in await listed(tmp_path, Choice())] == ["c"]
        assert await deleted(tmp_path, Choice(before=clock.now())) == 1
        # The writer still holds the files open, as in a running product.
        left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert "特别的话".encode() not in left


async def test_a_full_queue_drops_and_counts(tmp_path: Path) -> None:
    """Before the writer runs, rows past the bound are dropped; what fits is written."""
    clock, metrics = JumpingClock(), Metrics()
    journal = Journal(tmp_path, JournalSettings(queue=3), clock=clock, metrics=metrics)
    for number in range(5):
        journal.turn(row(clock, number))
    assert dropped(metrics) == 2
    journal.start()
    assert await journal.stop(10)
    assert [turn["turn"] for turn in await listed(tmp_path, Choice())] == ["t0", "t1", "t2"]


async def test_a_full_disk_costs_rows_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SQLite refuses; rows are counted, the log says so once; with room again rows are written and
    the log says how many were lost. The security log is not touched by it."""
    clock, metrics = JumpingClock(), Metrics()
    async with kept(tmp_path, clock, metrics, megabytes=1) as journal:
        for number in range(12):
            journal.turn(row(clock, number, question="字" * 40_000))
            journal.security("connected", f"192.0.2.{number}")
            assert await journal.flush(10)
        lost = dropped(metrics)
        assert 0 < lost < 12
        assert len(events(tmp_path)) == 12
        assert await deleted(tmp_path, Choice(session="s1")) == 12 - lost
        journal.turn(row(clock, 99))
        assert await journal.flush(10)
        assert [turn["turn"] for turn in await listed(tmp_path, Choice())] == ["t99"]
    said = capsys.readouterr().out
    assert said.count("journal_failing") == 1
    assert said.count("journal_back") == 1
    assert "字字" not in said


async def test_a_folder_that_cannot_be_written_costs_rows_only(tmp_path: Path) -> None:
    """A file in the folder's place: rows are counted as lost; when it is mended they are kept."""
    clock, metrics = JumpingClock(), Metrics()
    folder = tmp_path / "var"
    folder.write_text("in the way")
    async with kept(folder, clock, metrics) as journal:
        journal.turn(row(clock, 1))
        assert await journal.flush(10)
        assert dropped(metrics) >= 1
        folder.unlink()
        journal.turn(row(clock, 2))
        assert await journal.flush(10)
        assert [turn["turn"] for turn in await listed(folder, Choice())] == ["t2"]


def break_file(path: Path) -> None:
    """Rubbish where a database should be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"rubbish" * 1000)


@pytest.mark.parametrize("broken", [JOURNAL_FILE, SECURITY_FILE])
async def test_a_broken_file_is_told_with_its_mend_until_it_is_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    """From the start on it is told which file takes no rows and what to do. What the other file
    takes is no recovery of this one; when it is moved away the rows are kept again, and the log
    says how many were lost."""
    clock, metrics = JumpingClock(), Metrics()
    path = tmp_path / broken
    await asyncio.to_thread(break_file, path)
    async with kept(tmp_path, clock, metrics) as journal:
        assert await journal.flush(10)
        (trouble,) = journal.troubles()
        assert str(path) in trouble
        assert "move the file away" in trouble
        assert sorted(journal.readiness().values()) == ["failing", "ready"]
        for number in range(3):
            journal.turn(row(clock, number))
            journal.security("connected", "192.0.2.1")
            assert await journal.flush(10)
        said = capsys.readouterr().out
        assert said.count("journal_failing") == 1
        assert str(path) in said
        assert "move the file away" in said
        assert "journal_back" not in said
        assert dropped(metrics) == 3
        await asyncio.to_thread(path.unlink)
        journal.turn(row(clock, 9))
        journal.security("connected", "192.0.2.9")
        assert await journal.flush(10)
        assert set(journal.readiness().values()) == {"ready"}
        said = capsys.readouterr().out
        assert said.count("journal_back") == 1
        assert "dropped=3" in said
    if broken == JOURNAL_FILE:
        assert [turn["turn"] for turn in await listed(tmp_path, Choice())] == ["t9"]
        assert len(events(tmp_path)) == 4
    else:
        assert len(await listed(tmp_path, Choice())) == 4
        assert len(events(tmp_path)) == 1


@pytest.mark.parametrize("words", [["list"], ["delete", "--session", "s1", "--yes"]])
def test_a_broken_journal_is_a_line_of_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """The file and what to do, exit code 2; it was a traceback."""
    config = tmp_path / "yingbin.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\n")
    break_file(tmp_path / "var" / JOURNAL_FILE)
    assert main(["journal", "--config", str(config), *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(str(tmp_path / "var" / JOURNAL_FILE))
    assert "move the file away" in line


def test_the_commands_list_and_delete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """journal list, as lines and as JSON; journal delete asks unless --yes."""
    clock = JumpingClock()
    config = tmp_path / "yingbin.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\n")

    async def fill() -> None:
        async with kept(tmp_path / "var", clock) as journal:
            journal.turn(row(clock, 1, outcome="unknown"))
            journal.turn(row(clock, 2))

    def run(*words: str) -> tuple[int, str]:
        code = main(["journal", "--config", str(config), *words])
        return code, capsys.readouterr().out

    asyncio.run(fill())
    code, said = run("list")
    assert code == 0
    assert [line.split()[-1] for line in said.splitlines()] == ["问1", "问2"]
    _, said = run("list", "--outcome", "unknown", "--json")
    assert [msgspec.json.decode(line)["turn"] for line in said.splitlines()] == ["t1"]
    assert run("list", "--since", "2025-01-03")[1] == ""
    assert run("delete", "--receipt", "r1")[0] == 1
    assert run("delete", "--receipt", "r1", "--yes") == (0, "Deleted turns: 1\n")
    assert run("delete", "--before", "2025-02-01", "--yes") == (0, "Deleted turns: 1\n")
    assert run("list")[1] == ""
    with pytest.raises(SystemExit):
        run("delete", "--yes")
    with pytest.raises(SystemExit):
        run("list", "--since", "soon")
    with pytest.raises(SystemExit):
        run("list", "--outcome", "zzz")
    said = capsys.readouterr().err
    assert all(name in said for name in ("answered", "unknown", "stopped"))


def test_the_configuration_may_stand_anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the command, behind it, behind its action: the named file is read."""
    config = str(tmp_path / "none.yaml")
    for words in (
        ["--config", config, "journal", "list"],
        ["journal", "--config", config, "list"],
        ["journal", "list", "--config", config],
    ):
        assert main(words) == 2
        assert config in capsys.readouterr().err


def test_stamps_sort_as_time_does() -> None:
    """Moments of any zone are kept in UTC."""
    clock = JumpingClock()
    moments = [clock.now() + timedelta(hours=hour) for hour in range(3)]
    assert sorted(map(stamp, moments)) == [stamp(moment) for moment in moments]
