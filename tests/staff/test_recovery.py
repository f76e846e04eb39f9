"""A lost administrator's password has a way back: a link from the terminal, written down."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from staff_people import Door, Person

from dialog.__main__ import main
from dialog.doors.accounts import check_setup
from dialog.journal import SECURITY_FILE
from knowledge.store import Store


async def test_recovery_lets_in_who_has_tried_in_vain(
    door: Door, admin: Person, stranger: Person
) -> None:
    """Wrong tries have shut the name; the link's password is taken at once, and the security log
    tells of it."""
    for _ in range(6):
        status, _ = await stranger.sign_in("wang.li", "a forgotten one")
    assert status == 429
    token = await door.setup_token(recovery=True)
    assert (await stranger.set_up(token, password="another long one"))[0] == 200
    assert door.notes.events[-1] == "staff_setup_recovery"
    assert (await admin.get("/api/documents"))[0] == 401
    assert (await stranger.set_up(token, password="yet another one"))[0] == 400
    _, told = await stranger.get("/api/audit")
    assert {line["detail"] for line in told["door"]} >= {"first", "recovery"}


async def test_recovery_at_the_terminal(
    door: Door, admin: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints a link that the running door takes; it stands in the security log, and
    the link itself nowhere but on the terminal."""
    config = tmp_path / "yingbin.yaml"
    database = door.store.database.path
    text = f"data_dir: {tmp_path / 'var'}\nknowledge: {{database: {database}}}\n"
    await asyncio.to_thread(config.write_text, text)
    await asyncio.to_thread(main, ["staff", "recover", "--config", str(config)])
    out, err = capsys.readouterr()
    (link,) = re.findall(r"within 15 minutes: http://127.0.0.1:8081/setup#(\S+)", out)
    assert link not in err
    # The door's clock stands in another year; the command's does not.
    now = datetime.now(UTC)
    account = await asyncio.to_thread(check_setup, door.store.database, link, now)
    assert account == "recovery"

    def logged() -> list[tuple[str, str]]:
        with closing(sqlite3.connect(tmp_path / "var" / SECURITY_FILE)) as connection:
            return connection.execute("SELECT event, detail FROM event").fetchall()

    assert await asyncio.to_thread(logged) == [("staff_setup_link", "terminal, recovery")]


def test_recovery_without_a_database_or_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing was started yet, or the deed cannot be written down, there is no link."""
    config, folder = tmp_path / "yingbin.yaml", tmp_path / "var"
    config.write_text(f"data_dir: {folder}\n")
    words = ["staff", "recover", "--config", str(config)]
    assert main(words) == 2
    assert "start the server once" in capsys.readouterr().err
    assert not folder.exists()
    Store.open(folder / "knowledge.sqlite3").close()
    (folder / SECURITY_FILE).write_bytes(b"rubbish" * 1000)
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert SECURITY_FILE in err
    (folder / SECURITY_FILE).unlink()
    assert main(words) == 0
    assert capsys.readouterr().out.startswith("First administrator, once")
