"""A running house for the wire tests: real doors and sockets, a scripted turn behind the seam, a
clock that jumps, and a visitor that speaks the protocol."""

from __future__ import annotations

import asyncio
import heapq
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from avatar.cues import VisemeTrack, WordTrack
from dialog.app import House, Parts, open_house
from dialog.config import Settings
from dialog.messages import Delta, Done, Sentence, ServerMessage, SourceItem, Sources, Speech
from dialog.reply.question import Question
from dialog.seams import Utterance, Voiced
from knowledge.types import Language, Profile

PROFILE = Profile(
    id="test",
    name="试验包",
    version="1",
    as_of=date(2025, 1, 1),
    exchange="示例交易所",
    assistant="小试",
    assistant_english="Sample",
    greeting="您好。",
    greeting_english="Hello.",
    closing="供参考。",
    closing_english="For reference.",
    unknown=("不知道。",),
    unknown_english=("I do not know.",),
    related="相关",
    related_english="Related",
    contact="请联系工作人员。",
    contact_english="Please ask the staff.",
    official_hosts=("example.org",),
    starters=("问一",),
    starters_english=("Ask one",),
)
PATIENCE = 10
"""Seconds that a test waits for anything before it fails."""


class JumpingClock:
    """A clock that stands still until it is told to jump."""

    def __init__(self) -> None:
        self._now = 1000.0
        self._start = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    def monotonic(self) -> float:
        return self._now

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._now - 1000.0)

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self._now + seconds, self._count, future))
        await future

    async def jump(self, seconds: float) -> None:
        """Move on; everything that is due meanwhile happens in its order."""
        target = self._now + seconds
        while self._waiting and self._waiting[0][0] <= target:
            due, _, future = heapq.heappop(self._waiting)
            self._now = max(self._now, due)
            if not future.done():
                future.set_result(None)
            for _ in range(5):
                await asyncio.sleep(0)
        self._now = target


class Script:
    """Answers by script. ``release`` lets a waiting turn go on; ``asked`` remembers the questions;
    ``closed`` counts the turns whose generator was left, finished or cut."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.closed = 0
        self.release = asyncio.Event()

    async def run(self, asked: Question) -> AsyncIterator[ServerMessage]:
        self.asked.append(asked)
        try:
            async for message in self._play(asked.text):
                yield message
        finally:
            self.closed += 1

    async def _play(self, text: str) -> AsyncGenerator[ServerMessage]:
        if text.startswith("坏"):
            yield Delta(sentence=0, text="开头")
            raise RuntimeError(text)
        if text.startswith("长"):
            for _ in range(int(text[1:])):
                yield Delta(sentence=0, text="字" * 20_000)
        if text.startswith("短"):
            for index in range(int(text[1:])):
                yield Delta(sentence=0, text=f"{index}。")
        yield Delta(sentence=0, text=f"{text}：一。")
        yield Sentence(sentence=0, text=f"{text}：一。", tone="warm", intensity=0.5, locked=True)
        if text == "慢":
            await self.release.wait()
        if text == "顽固":
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
            await self.release.wait()
        if text == "没完":
            return
        yield Sentence(sentence=1, text="二。", tone="calm", intensity=0.5)
        yield Sources(items=(SourceItem(title="数据安全法", grade="法规", article=21),))
        yield Done(
            outcome="answered",
            tone="warm",
            confidence=0.9,
            entries=("e1",),
            route="exact",
            knowledge=7,
            latency={"find": 1.0},
        )


class TestMouth:
    """Speaks by script: ``audio`` for each sentence, ``notice`` where there is none; ``broken``
    raises at the second sentence; ``stuck`` never gets ready."""

    __test__ = False

    def __init__(self, language: Language, *, audio: bytes, notice: str, mood: str) -> None:
        self._language = language
        self._audio = audio
        self._notice = notice
        self._mood = mood
        self._ready: asyncio.Queue[Voiced | None] = asyncio.Queue(100)

    async def say(self, utterance: Utterance) -> None:
        if self._mood == "broken" and utterance.sentence == 1:
            raise OSError(utterance.text)
        if self._mood == "stuck":
            await asyncio.Event().wait()
        speech = Speech(
            sentence=utterance.sentence,
            duration=100,
            visemes=VisemeTrack(("aa",), (0,), (100,), (1.0,)),
            words=WordTrack((0,), (1,), (0,), (100,)),
            spoken=utterance.text,
            voice="试验",
            audio=len(self._audio),
            format="mp3" if self._audio else "none",
            id="ab" * 32 if self._audio else "",
        )
        await self._ready.put(Voiced(speech, self._audio, self._notice))

    async def finish(self) -> None:
        await self._ready.put(None)

    async def voiced(self) -> AsyncIterator[Voiced]:
        while (voiced := await self._ready.get()) is not None:
            yield voiced


class Throat:
    """Opens a mouth for each turn; ``open`` counts them. Its moods can change between turns."""

    def __init__(self, audio: bytes = b"ID3sound", notice: str = "", mood: str = "") -> None:
        self.audio = audio
        self.notice = notice
        self.mood = mood

    def __call__(self, language: Language, *, sound: bool) -> TestMouth:
        audio, notice = (self.audio, self.notice) if sound else (b"", "")
        return TestMouth(language, audio=audio, notice=notice, mood=self.mood)


def settings_for(folder: Path, **groups: dict[str, Any]) -> Settings:
    """Settings with free ports and short waits; ``groups`` change single settings."""
    base: dict[str, dict[str, Any]] = {
        "doors": {"pages_port": 0, "conversation_port": 0, "staff_port": 0},
        "timeouts": {"close": 1, "stop": 0.2, "cut": 1},
    }
    for name, values in groups.items():
        base[name] = {**base.get(name, {}), **values}
    return msgspec.convert({"data_dir": str(folder / "var"), **base}, Settings)


@asynccontextmanager
async def opened(settings: Settings, script: Script | None = None, **parts: Any) -> Any:
    """A running house with a scripted turn."""
    turn = script or Script()
    async with open_house(settings, Parts(turn=turn, profile=lambda: PROFILE, **parts)) as house:
        yield house


class Visitor:
    """A page's side of the conversation: keeps what it was told, as a page does."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.secret = ""
        self.session = ""
        self.last_seq = 0
        self.audio: list[bytes] = []

    async def send(self, **message: Any) -> None:
        await self.socket.send(json.dumps(message, ensure_ascii=False))

    def burst(self, *messages: dict[str, Any]) -> None:
        """Send several messages at once, so that they come in without a pause."""
        for message in messages:
            self.socket.protocol.send_text(json.dumps(message, ensure_ascii=False).encode())
        self.socket.send_data()

    async def hello(self, **fields: Any) -> dict[str, Any]:
        """Say hello; the answer, ``welcome`` or ``error``."""
        await self.send(type="hello", **{"protocol": [1, 1], **fields})
        answer = await self.hear()
        self.secret = answer.get("secret", "")
        self.session = answer.get("session", "")
        return answer

    async def hear(self) -> dict[str, Any]:
        """The next message; sound is put aside."""
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = await self.socket.recv()
                if isinstance(frame, str):
                    break
                self.audio.append(frame)
        message: dict[str, Any] = json.loads(frame)
        self.last_seq = max(self.last_seq, message.get("seq", 0))
        return message

    async def until(self, *kinds: str) -> list[dict[str, Any]]:
        """Messages up to one of these kinds."""
        heard: list[dict[str, Any]] = []
        while not heard or heard[-1]["type"] not in kinds:
            heard.append(await self.hear())
        return heard

    async def ask(self, text: str, **fields: Any) -> list[dict[str, Any]]:
        """Ask, and hear the whole turn."""
        await self.send(type="ask", text=text, **fields)
        return await self.until("done", "stopped", "error")

    async def closed(self) -> int:
        """Wait for the end; the close code."""
        async with asyncio.timeout(PATIENCE):
            try:
                while True:
                    await self.socket.recv()
            except ConnectionClosed as end:
                return end.rcvd.code if end.rcvd else 1006


@asynccontextmanager
async def visit(
    where: House | str, headers: dict[str, str] | None = None, hello: bool = True, **fields: Any
) -> Any:
    """A visitor with an open conversation at the conversation door (or at another address)."""
    url = where if isinstance(where, str) else where.conversation
    async with connect(
        url, compression=None, additional_headers=headers, max_size=None, ping_interval=None
    ) as socket:
        visitor = Visitor(socket)
        if hello:
            answer = await visitor.hello(**fields)
            assert answer["type"] == "welcome", answer
        yield visitor


def types(messages: list[dict[str, Any]]) -> list[str]:
    """The messages' types, in order."""
    return [message["type"] for message in messages]
