"""A stand-in for the edge-tts service on a local address: speaks its frames, with real mp3 of our
own making, and fails in every way that the service is known to fail in.

``moods``: what happens to the next connections; the last one stays.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import edge_tts.communicate
from aiohttp import WSCloseCode, web
from edge_tts.drm import DRM

TONE = (Path(__file__).parent / "tone.mp3").read_bytes()
"""Three seconds of a soft tone, 24 kHz, 48 kbit/s, in frames of 144 bytes and 24 ms."""
FRAME_BYTES, FRAME_MS = 144, 24
LEAD_MS, CHARACTER_MS, TAIL_MS = 100, 200, 800


class Asked:
    """What a client asked for."""

    def __init__(self, ssml: str, config: str) -> None:
        self.config = config
        ssml = ssml.partition("\r\n\r\n")[2]
        self.text = html.unescape(re.sub("<[^>]*>", "", ssml))
        prosody = dict(re.findall(r"(pitch|rate|volume)='([^']*)'", ssml))
        self.pitch, self.rate, self.volume = (prosody[k] for k in ("pitch", "rate", "volume"))
        self.voice = re.findall(r"<voice name='([^']*)'", ssml)[0]


class StandinEdge:
    """The service. ``asked``: what it was asked to say; ``connections``: how many came;
    ``gone``: set when a client leaves a connection that stalls."""

    def __init__(self) -> None:
        self.moods = ["well"]
        self.asked: list[Asked] = []
        self.connections = 0
        self.stalling = asyncio.Event()
        self.gone = asyncio.Event()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.connections += 1
        mood = self.moods.pop(0) if len(self.moods) > 1 else self.moods[0]
        if mood == "403":
            return web.Response(status=403)
        if mood == "503":
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        config = (await socket.receive()).data
        asked = Asked((await socket.receive()).data, config)
        self.asked.append(asked)
        with suppress(ConnectionError):
            await self._speak(request, socket, asked, mood)
        return socket

    async def _drop(
        self, request: web.Request, socket: web.WebSocketResponse, text: str, after: int
    ) -> None:
        """Send the sentence in small pieces and drop the line after so many of them."""
        words, audio = recording(text)
        pieces = [audio[at : at + 2880] for at in range(0, len(audio), 2880)]
        for number in range(max(len(words), len(pieces))):
            if number == after:
                request.transport.abort()  # type: ignore[union-attr]
                return
            for word in words[number : number + 1]:
                await socket.send_str(_text("audio.metadata", {"Metadata": [word]}))
            for piece in pieces[number : number + 1]:
                await socket.send_bytes(_audio(piece))
        await socket.send_str(_text("turn.end", {}))
        await socket.close()

    async def _drip(self, socket: web.WebSocketResponse) -> None:
        """Send sound again and again, in time, without ever coming to an end."""
        while not socket.closed:
            await socket.send_bytes(_audio(TONE[:FRAME_BYTES]))
            await asyncio.sleep(0.01)

    async def _speak(
        self, request: web.Request, socket: web.WebSocketResponse, asked: Asked, mood: str
    ) -> None:
        await socket.send_str(_text("turn.start", {"context": {}}))
        if mood == "stall":
            await self._stall(socket)
            return
        if mood == "no sound":
            await socket.send_str(_text("turn.end", {}))
            return
        if mood == "unknown path":
            await socket.send_str(_text("surprise", {}))
            return
        if mood == "bad json":
            await socket.send_str("Path:audio.metadata\r\n\r\n{not json")
            return
        if mood.startswith("drop "):
            await self._drop(request, socket, asked.text, int(mood.split()[1]))
            return
        if mood == "drip":
            await self._drip(socket)
            return
        words, audio = recording(asked.text)
        if mood == "not mp3":
            audio = b"x" * len(audio)
        if mood == "no words":
            words = []
        half = len(audio) // 2
        for word in words[: len(words) // 2]:
            await socket.send_str(_text("audio.metadata", {"Metadata": [word]}))
        await socket.send_bytes(_audio(audio[:half]))
        if mood == "cut":
            request.transport.abort()  # type: ignore[union-attr]
            return
        if mood == "1011":
            await socket.close(code=WSCloseCode.INTERNAL_ERROR)
            return
        if mood == "stall in the middle":
            await self._stall(socket)
            return
        rest = words[len(words) // 2 :]
        if mood == "several words at once":
            await socket.send_str(_text("audio.metadata", {"Metadata": rest}))
        else:
            for word in rest:
                await socket.send_str(_text("audio.metadata", {"Metadata": [word]}))
        if mood == "shorter than its words":
            await socket.send_bytes(_audio(audio[half : half + FRAME_BYTES]))
        else:
            await socket.send_bytes(_audio(audio[half:]))
        await socket.send_bytes(_frame(b"X-RequestId:1\r\nPath:audio\r\n", b""))
        await socket.send_str(_text("turn.end", {}))
        await socket.close()

    async def _stall(self, socket: web.WebSocketResponse) -> None:
        self.stalling.set()
        await socket.receive()
        self.gone.set()


def recording(text: str) -> tuple[list[dict[str, Any]], bytes]:
    """Words of two characters each and sound of the right length, as the service sends them."""
    at = LEAD_MS
    words: list[dict[str, Any]] = []
    for stretch in re.findall(r"\w+", text):
        for start in range(0, len(stretch), 2):
            part = stretch[start : start + 2]
            length = len(part) * CHARACTER_MS
            data = {
                "Offset": at * 10_000,
                "Duration": length * 10_000,
                "text": {"Text": html.escape(part), "Length": len(part), "BoundaryType": "Word"},
            }
            words.append({"Type": "WordBoundary", "Data": data})
            at += length
        at += CHARACTER_MS
    frames = (at + TAIL_MS) // FRAME_MS
    whole = TONE * (frames * FRAME_BYTES // len(TONE) + 1)
    return words, whole[: frames * FRAME_BYTES]


def _text(path: str, body: dict[str, Any]) -> str:
    return (
        f"X-RequestId:1\r\nContent-Type:application/json\r\nPath:{path}\r\n\r\n{json.dumps(body)}"
    )


def _frame(headers: bytes, body: bytes) -> bytes:
    return len(headers).to_bytes(2, "big") + headers + body


def _audio(body: bytes) -> bytes:
    return _frame(b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n", body)


@asynccontextmanager
async def standing() -> AsyncIterator[StandinEdge]:
    """The service on a free port, and the library told to call it there."""
    edge = StandinEdge()
    app = web.Application()
    app.router.add_get("/edge", edge.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    try:
        with calling(f"ws://127.0.0.1:{port}/edge?token=x"):
            yield edge
    finally:
        await runner.cleanup()


class calling:
    """Send the library to an address for a while."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._before = ""

    def __enter__(self) -> None:
        self._before = edge_tts.communicate.WSS_URL
        edge_tts.communicate.WSS_URL = self._address

    def __exit__(self, *_: object) -> None:
        edge_tts.communicate.WSS_URL = self._before
        DRM.clock_skew_seconds = 0.0
