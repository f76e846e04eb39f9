"""The real ``yingbin serve`` as a child in a folder of its own, and visitors who talk to it.

Everything stays on loopback; the child is ended by its own handle and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import aiohttp
import msgspec
from measuring import ROOT
from websockets.asyncio.client import ClientConnection, connect

from dialog.config import Settings

PATIENCE = 180.0
"""Seconds for anything at start; a busy machine may be slow."""
HEARING = 30.0
"""Seconds of silence after which a visitor gives a turn up; it counts as an error."""


def settings_in(folder: Path, **groups: object) -> Settings:
    """Settings for a folder: any free ports, no sound from outside this machine."""
    raw: dict[str, object] = {
        "data_dir": str(folder / "var"),
        "doors": {"pages_port": 0, "conversation_port": 0, "staff_port": 0},
        "voice": {"cloud": "off"},
        "log": {"form": "json"},
        **groups,
    }
    return msgspec.convert(raw, Settings)


def lay_out(folder: Path, settings: Settings) -> None:
    """Write the configuration and copy what was built ahead, so that nothing shared is changed."""
    built = ROOT / "var" / "built"
    if not (built / "judges.json").is_file():
        raise SystemExit("Nothing is built yet; run: make pack")
    shutil.copytree(built, settings.data() / "built", dirs_exist_ok=True)
    (folder / "yingbin.yaml").write_bytes(msgspec.yaml.encode(settings))


class Server:
    """A running ``yingbin serve``. Times are seconds since it was started."""

    def __init__(self, process: asyncio.subprocess.Process, started: float) -> None:
        self._process = process
        self._started = started
        self._staff = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._csrf: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.doors_open = 0.0

    @property
    def id(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended by itself."""
        return self._process.returncode is None

    def age(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._started

    def address(self, door: str) -> str:
        """The WebSocket address of a door: ``pages`` (the relay) or ``conversation``."""
        if door == "conversation":
            return self.places["Conversation"]
        return self.places["Visitors"].replace("http", "ws", 1) + "ws"

    async def opened(self) -> None:
        """Wait for its last line at start."""
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            while line := (await self._process.stdout.readline()).decode():
                if line.startswith("Ctrl-C"):
                    self.doors_open = self.age()
                    return
                name, _, rest = line.partition(": ")
                self.places[name] = rest.strip()
        raise SystemExit("The server did not start; see its log above.")

    async def all_ready(self) -> float:
        """Wait until nothing is being built any more; the seconds since the start."""
        staff = self.places["Staff"].rstrip("/")
        link = next((p for n, p in self.places.items() if n.startswith("First")), "")
        account = {"name": "bench", "password": "measured not guessed 1"}
        if link:
            body = {"token": link.partition("#")[2], **account}
            told = await self._post(f"{staff}/api/setup", body)
        else:
            told = await self._post(f"{staff}/api/sign-in", account)
        self._csrf = {"X-CSRF-Token": told["account"]["csrf"]}
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self._staff.get(f"{staff}/api/readiness") as answer:
                    answer.raise_for_status()
                    state = cast("dict[str, str]", await answer.json())
                if "building" not in state.values():
                    return self.age()
                await asyncio.sleep(0.05)

    async def draft(self, kind: str, document: dict[str, Any], *, expected: int) -> int:
        """Save a draft as the console does; its number. ``all_ready`` has signed in before."""
        body = {"kind": kind, "document": document, "expected": expected, "why": "bench"}
        return int((await self._post(self._place("draft"), body))["number"])

    async def publish(self, kind: str, key: str, *, expected: int) -> int:
        """Publish a draft as the console does; the number of the new revision."""
        body = {"kind": kind, "key": key, "expected": expected, "why": "bench"}
        return int((await self._post(self._place("publish"), body))["number"])

    def _place(self, act: str) -> str:
        return f"{self.places['Staff'].rstrip('/')}/api/document/{act}"

    async def _post(self, url: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._staff.post(url, json=body, headers=self._csrf) as answer:
            answer.raise_for_status()
            return cast("dict[str, Any]", await answer.json())

    async def metrics(self) -> dict[str, float]:
        """The counters that it shows, by name with labels."""
        async with self._staff.get(self.places["Staff"].rstrip("/") + "/metrics") as answer:
            lines = (await answer.text()).splitlines()
        pairs = (line.rpartition(" ") for line in lines if line and not line.startswith("#"))
        return {name: float(value) for name, _, value in pairs}

    async def close(self) -> None:
        """End it as Ctrl-C would; kill it when it does not end."""
        await self._staff.close()
        if not self.running:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            async with asyncio.timeout(30):
                await self._process.communicate()
        except TimeoutError:
            self._process.kill()
            await self._process.communicate()


@asynccontextmanager
async def serving(
    folder: Path, *, cores: set[int] | None = None, log: Path | None = None
) -> AsyncGenerator[Server]:
    """The real server as a child, its doors open. ``cores``: where it may run. Its log goes to a
    file, as an operator would keep it."""
    place = log or folder / "serve.log"
    with place.open("ab") as errors:
        started = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "dialog",
            "serve",
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    if cores:
        os.sched_setaffinity(process.pid, cores)
    server = Server(process, started)
    try:
        await server.opened()
        yield server
    finally:
        await server.close()


class Turn(msgspec.Struct):
    """What a visitor saw of one turn. Milliseconds since ``begun``; ``nan`` = never."""

    first: float = float("nan")
    end: float = float("nan")
    outcome: str = ""
    route: str = ""
    error: str = ""
    said: str = ""
    speeches: int = 0
    ledger: dict[str, float] = msgspec.field(default_factory=dict[str, float])


class Visitor:
    """A page's side of a conversation."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def hello(self, *, sound: bool = False) -> None:
        """Open the conversation."""
        await self._send(type="hello", protocol=[1, 1], sound=sound)
        told = await self._hear()
        if told["type"] != "welcome":
            raise RuntimeError(str(told))

    async def ask(self, text: str, *, begun: float | None = None) -> Turn:
        """Ask and hear the whole turn. ``begun``: the moment from which the visitor waits."""
        begun = time.perf_counter() if begun is None else begun
        turn = Turn()
        await self._send(type="ask", text=text)
        while True:
            message = await self._hear()
            now = (time.perf_counter() - begun) * 1000
            match message["type"]:
                case "delta" | "sentence" | "clarify":
                    turn.first = now if turn.first != turn.first else turn.first
                    turn.said += message["text"] if message["type"] == "sentence" else ""
                case "speech":
                    turn.speeches += 1
                case "done":
                    turn.end = now
                    turn.outcome, turn.route = message["outcome"], message.get("route", "")
                    turn.ledger = message.get("latency", {})
                    return turn
                case "error" | "stopped":
                    turn.error = str(message.get("code") or message.get("reason"))
                    return turn
                case _:
                    pass

    async def _send(self, **message: object) -> None:
        await self.socket.send(msgspec.json.encode(message), text=True)

    async def _hear(self) -> dict[str, Any]:
        async with asyncio.timeout(HEARING):
            while isinstance(frame := await self.socket.recv(), bytes):
                pass  # Sound; its message came before it.
        return msgspec.json.decode(frame)


@asynccontextmanager
async def visiting(
    address: str, *, sound: bool = False, forwarded: str = ""
) -> AsyncGenerator[Visitor]:
    """A visitor with an open conversation. ``forwarded``: their address, as a proxy states it."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else None
    async with connect(
        address,
        compression=None,
        additional_headers=headers,
        max_size=None,
        # No limit: what an overloaded server sends late must not hold up the closing handshake.
        max_queue=None,
        ping_interval=None,
        close_timeout=2,
        proxy=None,
    ) as socket:
        visitor = Visitor(socket)
        await visitor.hello(sound=sound)
        yield visitor
