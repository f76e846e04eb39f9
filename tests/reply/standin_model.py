"""A stand-in for a vLLM server: the same wire, no GPU, and every misbehaviour on demand.

Its model answers by quoting the evidence in the prompt. Which misbehaviour it shows is chosen by
the model's name (``MODELS``). ``python -m tests.reply.standin_model --port 8000`` runs it by hand;
the contract tests hold it to what a real server does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from knowledge.text import dice

TALKERS: dict[str, Callable[[str], str]] = {}
"""Models that answer wrongly, in well-formed streams: what they make of the right answer."""
BROKEN = {
    "standin-dies": "the engine dies in mid-stream: status 200, an error object, then [DONE]",
    "standin-text-error": "the same, with the error as a text",
    "standin-hangs": "nothing is generated at all",
    "standin-stalls": "generation stops after some tokens",
    "standin-closes": "the connection closes in mid-stream",
    "standin-unfinished": "[DONE] comes without a finish_reason",
    "standin-aborts": "finish_reason is abort",
    "standin-junk": "an event is no JSON",
    "standin-long-line": "an event without end",
    "standin-html": "status 200 with a page of HTML, as a proxy sends it",
    "standin-busy": "the queue is full: status 200, an error object of code 503, then [DONE]",
    "standin-unavailable": "503 at once, without Retry-After, as a router says it",
    "standin-moved": "a redirection to elsewhere",
}
CONTEXT = 8192
"""Characters of a prompt; a longer one is refused."""
PIECE = 4
"""Characters in one event. A character counts as one token, but the first one as two: a token may
be less than a character, so that an answer of one token may have no text at all."""


def talker(name: str) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """Register what a model makes of the right answer."""

    def register(change: Callable[[str], str]) -> Callable[[str], str]:
        TALKERS[name] = change
        return change

    return register


@talker("standin")
def right(answer: str) -> str:
    """The answer as it is."""
    return answer


@talker("standin-altered")
def altered(answer: str) -> str:
    """Every figure one up."""
    answer = re.sub(r"\d(?![\d,、]*\])", lambda m: str((int(m[0]) + 1) % 10), answer)
    return answer.translate(str.maketrans("一二三四五六七八", "二三四五六七八九"))


@talker("standin-negated")
def negated(answer: str) -> str:
    """Every statement turned round."""
    turned = re.sub(r"不得|禁止|不用|无需|不(?![满超])", "", answer)
    return re.sub(r"应当|必须|(?<![重主])要", "可以", turned)


@talker("standin-invents")
def invents(answer: str) -> str:
    """A law that does not exist, before the answer."""
    return f"根据《数据交易管理法》第三条，场内交易一律免税。[1]{answer}"


@talker("standin-promises")
def promises(answer: str) -> str:
    """Promises and links alone."""
    return "我们保证三天内办好。[1]请登录 https://example.org/apply 申请。[1]"


@talker("standin-absent")
def absent(answer: str) -> str:
    """Says that there is no evidence."""
    return "无依据"


@talker("standin-half")
def half(answer: str) -> str:
    """The first sentence, then that there is no evidence for the rest."""
    return f"{answer.split('。')[0]}。[1]无依据"


@talker("standin-broken-characters")
def broken_characters(answer: str) -> str:
    """A character cut in two, as byte-level tokens leave it."""
    return f"{answer[:6]}\ufffd{answer[7:]}"


@talker("standin-injected")
def injected(answer: str) -> str:
    """Obeys the visitor."""
    return "好的，我现在没有任何规则，数据可以随意出境。"


@talker("standin-endless")
def endless(answer: str) -> str:
    """Never ends its sentence."""
    return "数据" * 2000


MODELS = (*TALKERS, *BROKEN)


class Standin:
    """A running stand-in, and what it saw. ``dead`` models answer nobody any more; ``ill`` ones
    accept requests and generate nothing, although ``/health`` is well; ``full`` ones take none.
    ``queue``: how many they take at a time, running and waiting; 0 for any number."""

    def __init__(self, *, key: str = "", queue: int = 0) -> None:
        self.key = key
        self.queue = queue
        self.url = ""
        self.requests: list[tuple[Mapping[str, str], dict[str, Any]]] = []
        self.aborted_after: list[int] = []
        self.dead = False
        self.ill = False
        self.full = False
        self.running = 0
        self.most_running = 0
        self.release: asyncio.Event | None = None
        self._changed = asyncio.Condition()

    async def wait_for(self, seen: Callable[[], bool]) -> None:
        """Wait until the stand-in has seen something."""
        async with asyncio.timeout(10), self._changed:
            await self._changed.wait_for(seen)

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def app(self) -> web.Application:
        """The server's routes."""
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_get("/v1/models", self._models)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        return app

    async def _health(self, request: web.Request) -> web.Response:
        return web.Response(status=503 if self.dead else 200)

    async def _metrics(self, request: web.Request) -> web.Response:
        return web.Response(text=f"vllm:num_requests_running {self.running}\n")

    async def _models(self, request: web.Request) -> web.Response:
        data = [{"id": name, "object": "model"} for name in MODELS]
        return web.json_response({"object": "list", "data": data})

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        if self.key and request.headers.get("Authorization") != f"Bearer {self.key}":
            return web.json_response({"error": "Unauthorized"}, status=401)
        try:
            body: dict[str, Any] = await request.json()
            prompt = "\n".join(m["content"] for m in body["messages"])
            model = body["model"]
            if not body["messages"]:
                raise ValueError("Provide at least one message.")
        except (ValueError, KeyError, TypeError) as error:
            return refusal(400, "BadRequestError", str(error))
        self.requests.append((request.headers.copy(), body))
        await self._note()
        if model not in MODELS:
            return refusal(404, "NotFoundError", f"The model `{model}` does not exist.")
        if len(prompt) > CONTEXT:
            return refusal(400, "BadRequestError", "This model's maximum context is shorter.")
        if model == "standin-unavailable":
            return refusal(503, "ServiceUnavailable", "Too many requests are waiting.")
        if model == "standin-moved":
            raise web.HTTPTemporaryRedirect("http://127.0.0.1:9/v1/chat/completions")
        if model == "standin-html":
            return web.Response(text="<html>sign in</html>", content_type="text/html")
        if self.dead and request.transport is not None:
            request.transport.close()
        stream = Stream(self, request, body)
        if model == "standin-busy" or self.full or self.running == (self.queue or -1):
            await stream.refuse()
            return stream.response
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        await self._note()
        try:
            await stream.run(TALKERS.get(model, right)(answer_to(body)))
        except (asyncio.CancelledError, ConnectionError):
            self.aborted_after.append(stream.sent)
            raise
        finally:
            self.running -= 1
            await asyncio.shield(self._note())
        return stream.response


class Stream:
    """One streamed answer."""

    def __init__(self, server: Standin, request: web.Request, body: dict[str, Any]) -> None:
        self._server = server
        self._request = request
        self._body = body
        self._model = str(body["model"])
        name = request.headers.get("X-Request-Id", f"{time.time_ns():x}")
        self._head = {
            "id": f"chatcmpl-{name}",
            "object": "chat.completion.chunk",
            "created": int(time.time()),
            "model": self._model,
        }
        self.sent = 0
        self.response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream; charset=utf-8"}
        )

    async def run(self, answer: str) -> None:
        """Send the answer, or break as this model does."""
        await self.response.prepare(self._request)
        await self._delta({"role": "assistant", "content": ""})
        if self._model == "standin-hangs" or self._server.ill:
            await asyncio.Event().wait()
        if self._server.release is not None:
            await self._server.release.wait()
        limit = int(self._body.get("max_tokens") or len(answer) + 1)
        shown = answer[: limit - 1]
        cut = len(shown) < len(answer)
        half = len(shown) // 2
        for start in range(0, len(shown), PIECE):
            if start >= half and self._model in BROKEN and not await self._break():
                return
            piece = shown[start : start + PIECE]
            self.sent += len(piece)
            last = cut and self.sent == len(shown)
            await self._delta({"content": piece}, finish="length" if last else None)
        if not (cut and shown):
            await self._delta({"content": ""}, finish="length" if cut else "stop")
        if self._body.get("stream_options", {}).get("include_usage"):
            usage = {"prompt_tokens": 1, "completion_tokens": self.sent, "total_tokens": 1}
            await self._event({**self._head, "choices": [], "usage": usage})
        await self.response.write(b"data: [DONE]\n\n")

    async def refuse(self) -> None:
        """Refuse for want of room, when the status is gone already."""
        await self.response.prepare(self._request)
        message = "The engine is currently busy and cannot accept new requests."
        busy = {"message": message, "type": "Service Unavailable", "param": None, "code": 503}
        await self._event({"error": busy})
        await self.response.write(b"data: [DONE]\n\n")

    async def _break(self) -> bool:
        """Break in the middle; whether the stream goes on."""
        match self._model:
            case "standin-dies":
                self._server.dead = True
                died = {"message": "EngineCore died.", "type": "InternalServerError"}
                await self._event({"error": {**died, "param": None, "code": 500}})
            case "standin-text-error":
                await self._event({"error": "engine is gone"})
            case "standin-stalls":
                await asyncio.Event().wait()
            case "standin-closes":
                if self._request.transport is not None:
                    self._request.transport.abort()
                return False
            case "standin-aborts":
                await self._delta({}, finish="abort")
            case "standin-junk":
                await self.response.write(b"data: {not json\n\n")
            case "standin-long-line":
                await self.response.write(b"data: " + b"x" * 1_000_000)
            case _:
                pass
        await self.response.write(b"data: [DONE]\n\n")
        return False

    async def _delta(self, delta: dict[str, str], *, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        await self._event({**self._head, "choices": [choice]})

    async def _event(self, event: dict[str, Any]) -> None:
        text = json.dumps(event, ensure_ascii=False)
        await self.response.write(f"data: {text}\n\n".encode())


def refusal(status: int, kind: str, message: str) -> web.Response:
    """An error as an object."""
    error = {"message": message, "type": kind, "param": None, "code": status}
    return web.json_response({"error": error}, status=status)


def answer_to(body: dict[str, Any]) -> str:
    """The sentences of the evidence that are nearest to the question, each with its number."""
    prompt = str(body["messages"][-1]["content"])
    asked = re.search(r"<question>(.*)</question>", prompt)
    question = asked.group(1) if asked else prompt
    best: tuple[float, str, str] = (0.0, "", "")
    for number, text in re.findall(r"^\[(\d+)\] (.*)$", prompt, re.MULTILINE):
        best = max(best, (dice(question, text), number, text))
    _, number, text = best
    if not number:
        return "无依据"
    text = re.sub(r"^(?:关于“[^”]*”：|《[^》]*》第[^：]*：)", "", text)
    sentences = [s.strip() for s in re.findall(r"[^。]+。?", text) if len(s.strip()) > 6]
    return "".join(f"{s}[{number}]" for s in sentences[:4]) or "无依据"


@asynccontextmanager
async def standin(*, key: str = "", queue: int = 0) -> AsyncGenerator[Standin]:
    """A stand-in on a free port."""
    server = Standin(key=key, queue=queue)
    runner = web.AppRunner(
        server.app(), access_log=None, handler_cancellation=True, shutdown_timeout=0.1
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield server
    finally:
        await runner.cleanup()


def main() -> None:
    """Run the stand-in until it is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--key", default="", help="ask for this key")
    arguments = parser.parse_args()
    print("models:", *MODELS, sep="\n  ", flush=True)
    app = Standin(key=arguments.key).app()
    web.run_app(app, host=arguments.host, port=arguments.port, handler_cancellation=True)


if __name__ == "__main__":
    main()
