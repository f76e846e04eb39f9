"""A small server that speaks the real messages, for states that are hard to provoke otherwise.

It serves the real page from ``static/`` under the strictest content policy, and answers by a script
that is found by the question's first word. Tests reach into it to drop lines, refuse sockets, or
look at what the page has sent.
"""

from __future__ import annotations

import asyncio
import io
import json
import math
import struct
import wave
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import msgspec
from aiohttp import WSMsgType, web
from standin_words import script

from avatar.cues import VisemeTrack, WordTrack
from dialog import messages as m
from dialog.phrases import LABEL

STATIC = Path(__file__).parents[2] / "static"
SAMPLE_RATE = 24_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {ancestors}"
)


def tone_bytes(milliseconds: int, *, stored: bool) -> bytes:
    """A quiet tone as bare samples, or with a head that a browser's decoder reads."""
    count = SAMPLE_RATE * milliseconds // 1000
    samples = b"".join(
        struct.pack("<h", int(900 * math.sin(2 * math.pi * 220 * index / SAMPLE_RATE)))
        for index in range(count)
    )
    if not stored:
        return samples
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(SAMPLE_RATE)
        writer.writeframes(samples)
    return file.getvalue()


def speech_of(one: m.Sentence, *, milliseconds: int, audio: int) -> m.Speech:
    """Mouth and captions spread evenly over a sentence."""
    count = len(one.text)
    times = tuple(index * milliseconds // count for index in range(count))
    step = milliseconds // count
    return m.Speech(
        sentence=one.sentence,
        duration=milliseconds,
        visemes=VisemeTrack(("aa",) * count, times, (step,) * count, (0.7,) * count),
        words=WordTrack(tuple(range(count)), tuple(range(1, count + 1)), times, (step,) * count),
        spoken=one.text,
        voice="stand-in",
        audio=audio,
        format="pcm" if audio else "none",
        sample_rate=SAMPLE_RATE,
    )


class StandIn:
    """The stand-in's state, as tests read and set it."""

    def __init__(self) -> None:
        self.address = ""
        self.received: list[dict[str, Any]] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.transports: set[asyncio.Transport] = set()
        self.takes_feedback = True
        self.refuse_sockets = False
        self.refuse_protocol = False
        self.resumes = True
        self.hold = asyncio.Event()
        """Set: turns run to their end. Clear: they stop after their first sentence."""
        self.hold.set()
        self.sound = False
        self.stored = False
        """Whether sound comes as a stored file with a head of its own instead of bare samples."""
        self.milliseconds = 120
        """How long each sentence sounds."""
        self.ancestors = "'self'"
        self.page_loads = 0
        self.changed = asyncio.Condition()
        self._turns = 0
        self._seq = 0
        self._kept: list[tuple[int, str]] = []

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/", self.page)
        app.router.add_get("/ws", self.socket)
        app.router.add_post("/ask", self.post)
        app.router.add_post("/feedback", self.feedback)
        app.router.add_get("/healthz", self.health)
        app.router.add_get("/embed.js", self.embed)
        app.router.add_static("/static", STATIC)
        app.on_response_prepare.append(self.harden)
        return app

    async def harden(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = POLICY.format(ancestors=self.ancestors)
        response.headers["Cache-Control"] = "no-store"

    async def page(self, _request: web.Request) -> web.FileResponse:
        self.page_loads += 1
        return web.FileResponse(STATIC / "index.html")

    async def embed(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "embed.js")

    async def health(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def note(self, message: dict[str, Any]) -> None:
        async with self.changed:
            self.received.append(message)
            self.changed.notify_all()

    async def wait_received(self, kind: str, count: int = 1) -> list[dict[str, Any]]:
        """The messages of a kind, once so many have come."""

        def found() -> list[dict[str, Any]]:
            return [one for one in self.received if one["type"] == kind]

        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(lambda: len(found()) >= count)
        return found()

    async def drop(self) -> None:
        """The line breaks for everybody."""
        for transport in list(self.transports):
            transport.abort()

    async def close(self, code: int) -> None:
        """The server closes all lines and gives its reason."""
        for one in list(self.sockets):
            await one.close(code=code)

    async def notice(self, code: m.NoticeCode, text: str) -> None:
        """A notice outside any turn, to everybody."""
        for one in self.sockets:
            await one.send_str(msgspec.json.encode(m.Notice(code=code, text=text)).decode())

    def welcome(self, hello: dict[str, Any]) -> m.Welcome:
        english = hello.get("language") == "en"
        greeting = "您好，我是迎宾。想了解入场、登记还是合规？"
        starters = ("数据产品怎么登记？", "需要哪些材料？")
        return m.Welcome(
            protocol=m.PROTOCOL,
            session="s1",
            secret=f"secret-{len(self.received)}",
            resumed=self.resumes and bool(hello.get("secret")),
            assistant="Yingbin" if english else "迎宾",
            exchange="Sample Data Exchange" if english else "示例数据交易所",
            greeting="Good day. How can I help?" if english else greeting,
            label=LABEL["en" if english else "zh"],
            starters=("How do I register?",) if english else starters,
            question_limit=m.QUESTION_LIMIT,
            sound=self.sound,
            samples=True,
        )

    async def socket(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_sockets:
            return web.Response(status=502)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        transport = cast("asyncio.Transport", request.transport)
        self.transports.add(transport)
        turn: asyncio.Task[None] | None = None
        try:
            async with asyncio.TaskGroup() as group:
                async for frame in socket:
                    if frame.type is not WSMsgType.TEXT:
                        continue
                    message = json.loads(frame.data)
                    await self.note(message)
                    if message["type"] == "hello":
                        if self.refuse_protocol:
                            refusal = m.Error(code="protocol", text="版本不一致")
                            await socket.send_str(msgspec.json.encode(refusal).decode())
                            continue
                        await self.greet(socket, message)
                    elif message["type"] in ("ask", "stop"):
                        if turn and not turn.done():
                            turn.cancel()
                            reason = "barge_in" if message["type"] == "ask" else "visitor"
                            await self.send(socket, m.Stopped(reason=reason), f"t{self._turns}")
                        if message["type"] == "ask":
                            turn = group.create_task(self.run(socket, message["text"]))
                if turn:
                    turn.cancel()
        finally:
            self.sockets.remove(socket)
            self.transports.discard(transport)
        return socket

    async def send(
        self, socket: web.WebSocketResponse, message: m.ServerMessage, turn: str
    ) -> None:
        self._seq += 1
        stamped = msgspec.structs.replace(message, turn=turn, seq=self._seq)
        frame = msgspec.json.encode(stamped).decode()
        self._kept.append((self._seq, frame))
        await socket.send_str(frame)

    async def greet(self, socket: web.WebSocketResponse, hello: dict[str, Any]) -> None:
        welcome = self.welcome(hello)
        await socket.send_str(msgspec.json.encode(welcome).decode())
        if welcome.resumed:
            for seq, frame in self._kept:
                if seq > hello["last_seq"]:
                    await socket.send_str(frame)
        else:
            self._seq, self._turns, self._kept = 0, 0, []

    async def run(self, socket: web.WebSocketResponse, text: str) -> None:
        if text.startswith("太快"):
            error = m.Error(code="too_fast", text="提问太快了，请稍等几秒再问。")
            await socket.send_str(msgspec.json.encode(error).decode())
            return
        self._turns += 1
        turn = f"t{self._turns}"
        try:
            await self.send(socket, m.Accepted(text=text), turn)
            for number, message in enumerate(script(text)):
                if number == 1:
                    await self.hold.wait()
                if isinstance(message, m.Sentence):
                    half = len(message.text) // 2
                    for piece in (message.text[:half], message.text[half:]):
                        await self.send(
                            socket, m.Delta(sentence=message.sentence, text=piece), turn
                        )
                await self.send(socket, message, turn)
                if isinstance(message, m.Sentence):
                    await self.speak(socket, message, turn)
        except ConnectionResetError:
            return

    async def speak(self, socket: web.WebSocketResponse, one: m.Sentence, turn: str) -> None:
        sound = tone_bytes(self.milliseconds, stored=self.stored) if self.sound else b""
        speech = speech_of(one, milliseconds=self.milliseconds, audio=len(sound))
        if sound and self.stored:
            speech = msgspec.structs.replace(speech, format="mp3")
        await self.send(socket, speech, turn)
        if sound:
            header = json.dumps({"turn": turn, "sentence": one.sentence}).encode()
            await socket.send_bytes(len(header).to_bytes(4, "big") + header + sound)

    async def feedback(self, request: web.Request) -> web.Response:
        await self.note({"type": "posted feedback", **await request.json()})
        return web.Response(status=204 if self.takes_feedback else 403)

    async def post(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        await self.note({"type": "post", **body})
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        await response.prepare(request)
        self._turns += 1
        turn = f"t{self._turns}"
        text = body["ask"]["text"]
        for message in (self.welcome(body["hello"]), m.Accepted(text=text), *script(text)):
            self._seq += 1
            stamped = msgspec.structs.replace(message, turn=turn, seq=self._seq)
            await response.write(msgspec.json.encode(stamped) + b"\n")
        await response.write_eof()
        return response


@asynccontextmanager
async def serve(app: web.Application, host: str = "127.0.0.1") -> AsyncGenerator[str]:
    """The application on a free port; yields its origin."""
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, host, 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def standin() -> AsyncGenerator[StandIn]:
    """A stand-in that listens."""
    state = StandIn()
    async with serve(state.app()) as address:
        state.address = address
        yield state
