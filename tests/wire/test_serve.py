"""The command line as an operator meets it: serve with the shipped pack, and what goes wrong."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import aiohttp
import pytest

from dialog.journal import SECURITY_FILE
from tests.wire.wire_parts import visit

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds: a busy machine may take long to read the pack."""
ANY = ("--pages-port", "0", "--conversation-port", "0", "--staff-port", "0")


@asynccontextmanager
async def yingbin(folder: Path, *words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program in a folder of its own; killed at the end if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "dialog",
        *words,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def said(process: asyncio.subprocess.Process) -> list[str]:
    """What serve prints up to its last line at start."""
    assert process.stdout is not None
    lines: list[str] = []
    async with asyncio.timeout(PATIENCE):
        while not lines or not lines[-1].startswith("Ctrl-C"):
            line = (await process.stdout.readline()).decode()
            assert line, lines
            lines.append(line.strip())
    return lines


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
async def test_serve_opens_answers_and_stops_in_order(tmp_path: Path, stop: signal.Signals) -> None:
    """Addresses are printed, a question is answered from the shipped pack, Ctrl-C and SIGTERM end
    it cleanly, and the turn stands in the journal. A log that takes no rows is told at the start,
    with what to do, and costs no answer."""
    broken = tmp_path / "var" / SECURITY_FILE
    broken.parent.mkdir()
    await asyncio.to_thread(broken.write_bytes, b"rubbish" * 1000)
    async with yingbin(tmp_path, "serve", "--listen", "0.0.0.0", *ANY) as process:
        lines = await said(process)
        assert any(re.fullmatch(r"Files that may be open at once: \d+", line) for line in lines)
        assert any(line.startswith("Knowledge:") and "being prepared" in line for line in lines)
        assert any("move the file away" in line and SECURITY_FILE in line for line in lines)
        assert any("every network" in line and "page" in line for line in lines)
        pages = next(line.split()[-1] for line in lines if line.startswith("Visitors"))
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{pages}static/protocol.js") as response:
                assert response.status == 404
        async with visit(pages.replace("http", "ws") + "ws") as visitor:
            heard = await visitor.ask("你好")
            assert heard[-1]["type"] == "done"
            process.send_signal(stop)
            assert await visitor.closed() == 1001
        async with asyncio.timeout(PATIENCE):
            out, _ = await process.communicate()
        assert process.returncode == 0
        assert out.decode().strip().splitlines()[-1] == "Stopped."
    async with yingbin(tmp_path, "journal", "list") as process:
        out, _ = await process.communicate()
        assert "你好" in out.decode()


STILL_BUILDING = """
import sys, threading
import onnxruntime
from onnxruntime.datasets import get_example
from dialog.__main__ import run

begun = threading.Event()

def build():
    while True:
        onnxruntime.InferenceSession(get_example("sigmoid.onnx"))
        begun.set()

threading.Thread(target=build, daemon=True).start()
begun.wait()
sys.argv = ["yingbin", "journal", "list"]
run()
"""
"""A program that ends while a thread nobody waits for is inside of compiled code."""


async def test_what_is_still_being_built_does_not_abort_an_orderly_end(tmp_path: Path) -> None:
    """Python ends such a thread by force, and the C++ below it then aborted the whole process."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        STILL_BUILDING,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        _, err = await process.communicate()
    assert (process.returncode, err.decode()) == (0, "")


async def failed(folder: Path, *words: str) -> str:
    """Standard error of a run that must end with code 2 and no traceback."""
    async with yingbin(folder, *words) as process, asyncio.timeout(PATIENCE):
        _, err = await process.communicate()
        assert process.returncode == 2, err.decode()
    assert "Traceback" not in err.decode()
    return err.decode().strip()


async def test_a_bad_configuration_is_told_line_by_line(tmp_path: Path) -> None:
    """Each line: file, path, what, mend."""
    (tmp_path / "yingbin.yaml").write_text("doors: {pages_prt: 1}\nvoice: {edge: 7}\n")
    lines = (await failed(tmp_path, "serve")).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("yingbin.yaml: doors.pages_prt: unknown setting — ")
    assert lines[1].startswith("yingbin.yaml: voice.edge: ")
    assert "yingbin.yaml" in await failed(tmp_path, "journal", "list")


async def test_a_wrong_option_is_told_like_a_wrong_setting(tmp_path: Path) -> None:
    """Ports out of range and addresses that are none."""
    assert "65535" in await failed(tmp_path, "serve", "--pages-port", "70000")
    assert "pages_listen" in await failed(tmp_path, "serve", "--listen", "everywhere")


async def test_a_missing_pack_is_told_with_its_folder(tmp_path: Path) -> None:
    """One line: the folder, what is wrong, what to do."""
    (tmp_path / "yingbin.yaml").write_text("knowledge: {pack: ./nowhere}\n")
    line = await failed(tmp_path, "serve", *ANY)
    assert "nowhere" in line
    assert "knowledge.pack" in line
    assert "\n" not in line


async def test_ports_in_use_are_told_before_anything_is_loaded(tmp_path: Path) -> None:
    """A line a door with the address and how to choose another one, all at once; the pack, which
    does not even exist, has not been looked at."""
    (tmp_path / "yingbin.yaml").write_text("knowledge: {pack: ./nowhere}\n")
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as one,
        closing(socket.create_server(("127.0.0.1", 0))) as two,
    ):
        ports = [str(taken.getsockname()[1]) for taken in (one, two)]
        words = ("serve", *ANY[2:4], "--pages-port", ports[0], "--staff-port", ports[1])
        lines = (await failed(tmp_path, *words)).splitlines()
    assert len(lines) == 2
    for line, door, port in zip(lines, ("pages", "staff"), ports, strict=True):
        assert line.startswith(f"127.0.0.1:{port}: the {door} door cannot be opened there: ")
        assert f"--{door}-port" in line
    assert not (tmp_path / "var").exists()
