"""A small server that speaks the real messages, for states that are hard to provoke otherwise.

It serves the real page from ``static/`` under the strictest content policy, and answers by a script
that is found by the question's first word. Tests reach into it to drop lines, refuse sockets, or
look at what the page has sent.
"""

from __future__ import annotations

import asyncio
import json
import math
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import msgspec
from aiohttp import WSMsgType, web

from avatar.cues import VisemeTrack, WordTrack
from dialog import messages as m

STATIC = Path(__file__).parents[2] / "static"
SAMPLE_RATE = 24_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {ancestors}"
)
SOURCES = (
    m.SourceItem(
        title="中华人民共和国网络安全法",
        grade="法规",
        law="网络安全法",
        article=23,
        publisher="全国人民代表大会常务委员会",
        date="2025-10-28",
        url="https://www.npc.gov.cn/",
        as_of="2026-11-22",
        gist="网络日志留存不少于六个月。",
        effective_from="2026-01-01",
    ),
    m.SourceItem(
        title="数据交易服务安全要求",
        grade="标准",
        section="6.2",
        publisher="国家标准化管理委员会",
        date="2025",
        url="javascript:alert(1)",
        gist="登记前先完成主体与产品两项审核。",
    ),
    m.SourceItem(title="一场公开的圆桌讨论（示例）", grade="发言", date="2023-11"),
)
CARDS = (
    m.Card(
        kind="product",
        title="示例航运时效数据",
        body="按航线统计的在途时长。",
        why="您问到航运场景，该产品登记了这一场景。",
        tags=("航运", "数据集"),
        sample=True,
    ),
    m.Card(
        kind="vendor",
        title="示例合规评估机构",
        body="出具数据合规评估报告。",
        why="登记前需要合规评估，该机构提供这项服务。",
        tags=("合规评估",),
        sample=True,
    ),
    m.Card(kind="related", title="数据资产入表", body="会计处理的一般说明。"),
    m.Card(kind="ask", title="登记需要哪些材料？"),
    m.Card(kind="ask", title="谁来做合规评估？"),
)
CONTACT = m.Card(
    kind="contact", title="请联系交易所工作人员", body="可通过官方网站公布的渠道咨询。"
)


def sentence(index: int, text: str, **more: Any) -> m.Sentence:
    """A sentence of a calm answer."""
    values: dict[str, Any] = {"tone": "warm", "intensity": 0.6, "role": "answer", **more}
    return m.Sentence(sentence=index, text=text, **values)


ANSWER = (
    sentence(0, "别着急，我们一步一步看。", tone="empathetic", role="opener", block=0),
    sentence(1, "登记数据产品，先审核主体，再审核产品。", locked=True, block=1),
    sentence(2, "两项都通过之后才能挂牌。", locked=True, block=1),
    sentence(3, "1. 提交主体证明：营业执照、经办人授权。", locked=True, block=2),
    sentence(
        4, "2. 提交产品说明：来源、内容、更新频率，以及是否包含个人信息。", locked=True, block=3
    ),
    sentence(5, "3. 完成合规评估，日志留存不少于6个月。", locked=True, block=4),
    sentence(6, "先准备营业执照和产品说明，再预约合规评估。", role="next_step", block=5),
    sentence(7, "供参考，不代替合规评估或法律意见。", role="closing", block=6),
)
UNKNOWN = (
    sentence(0, "收费标准目前没有公开的资料，我不能给您一个数字。", tone="apologetic", block=0),
    sentence(1, "请向交易所工作人员询问，并说明产品类型和交易方式。", role="next_step", block=1),
)
ENGLISH = (
    sentence(
        0, "Two reviews come before listing: the organisation, then the product.", language="en"
    ),
    sentence(1, "Both must be passed.", language="en"),
)


def script(text: str) -> list[m.ServerMessage]:
    """What is said to a question, by its first two characters."""
    done = {"tone": "warm", "confidence": 0.97, "receipt": "Y-20261122-0001"}
    match text[:2]:
        case "不知":
            end = m.Done(outcome="unknown", **done)
            return [*UNKNOWN, m.Cards(items=(CONTACT, CARDS[3])), end]
        case "拒绝":
            words = sentence(0, "这个请求我不能协助。", tone="serious")
            return [words, m.Done(outcome="refused", **done)]
        case "人工":
            words = sentence(0, "好的，请由工作人员为您处理。")
            return [words, m.Cards(items=(CONTACT,)), m.Done(outcome="handoff", **done)]
        case "部分":
            return [*ANSWER[1:3], m.Sources(items=SOURCES[:1]), m.Done(outcome="partial", **done)]
        case "澄清":
            ask = m.Clarify(question="您的数据是否包含个人信息？", choices=("包含", "不包含"))
            return [ask, m.Done(outcome="clarify", **done)]
        case "出错":
            return [m.Done(outcome="error", **done)]
        case "En":
            return [*ENGLISH, m.Done(outcome="answered", **done)]
        case "<b":
            return [
                sentence(0, "<img src=x onerror=alert(1)> 原样显示。"),
                m.Done(outcome="answered", **done),
            ]
        case "英文":
            note = m.Notice(code="chinese_only", text="Only the Chinese wording has been reviewed.")
            return [note, ANSWER[1], m.Done(outcome="answered", **done)]
        case _:
            return [
                *ANSWER,
                m.Sources(items=SOURCES),
                m.Cards(items=CARDS),
                m.Done(outcome="answered", **done),
            ]


def tone_bytes(milliseconds: int) -> bytes:
    """A quiet tone as PCM."""
    count = SAMPLE_RATE * milliseconds // 1000
    return b"".join(
        struct.pack("<h", int(900 * math.sin(2 * math.pi * 220 * index / SAMPLE_RATE)))
        for index in range(count)
    )


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
        self.refuse_sockets = False
        self.refuse_protocol = False
        self.resumes = True
        self.hold = asyncio.Event()
        """Set: turns run to their end. Clear: they stop after their first sentence."""
        self.hold.set()
        self.sound = False
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
            label="数字人 · AI生成",
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
        sound = tone_bytes(self.milliseconds) if self.sound else b""
        await self.send(
            socket, speech_of(one, milliseconds=self.milliseconds, audio=len(sound)), turn
        )
        if sound:
            header = json.dumps({"turn": turn, "sentence": one.sentence}).encode()
            await socket.send_bytes(len(header).to_bytes(4, "big") + header + sound)

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
async def serve(app: web.Application, host: str = "127.0.0.1") -> AsyncIterator[str]:
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
async def standin() -> AsyncIterator[StandIn]:
    """A stand-in that listens."""
    state = StandIn()
    async with serve(state.app()) as address:
        state.address = address
        yield state
