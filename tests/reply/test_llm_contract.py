"""What a model server does on the wire, asked of every server at hand: the stand-in always, and a
real one as well where ``YINGBIN_MODEL_URL`` and ``YINGBIN_MODEL_NAME`` name it (its key, if any, in
``YINGBIN_MODEL_KEY``). So the stand-in cannot drift from what it stands in for."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator
from typing import Any

import aiohttp
import msgspec
import pytest

from dialog.clock import SystemClock
from dialog.config import Model
from dialog.errors import ModelError
from dialog.reply.llm import HttpModel
from dialog.reply.prompt import Limits, Message
from tests.reply.standin_model import Standin, standin

SERVERS = ["standin", *(["real"] if os.environ.get("YINGBIN_MODEL_URL") else [])]
RUSH, ROOM = 64, 4
"""Requests that come at once, more than a real server's queue takes; those a stand-in takes."""
CHAT = (Message("system", "Answer in one short sentence."), Message("user", "你好"))


class Server(msgspec.Struct, frozen=True):
    """A server under test."""

    url: str
    model: str
    key: str = ""
    standin: Standin | None = None

    @property
    def settings(self) -> Model:
        """The configuration that names it; a real one on a slow machine is given time."""
        return Model(url=self.url, model=self.model, first_token=60, between_tokens=60, whole=120)

    def body(self, **more: Any) -> dict[str, Any]:
        """A request."""
        chat = [{"role": m.role, "content": m.content} for m in CHAT]
        return {"model": self.model, "messages": chat, "max_tokens": 8, "stream": True, **more}

    async def post(
        self, body: object, headers: dict[str, str] | None = None
    ) -> tuple[int, str, dict[str, str]]:
        """Status, text and headers of an answer. ``headers``: more, or others."""
        mine = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.url}/chat/completions", json=body, headers={**mine, **(headers or {})}
            ) as response,
        ):
            return response.status, await response.text(), dict(response.headers)

    async def rush(self, body: object) -> list[tuple[int, str]]:
        """Status and text of the answers to many requests that come at once."""
        if self.standin is not None:
            self.standin.release = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.post(body)) for _ in range(RUSH)]
            if self.standin is not None and self.standin.release is not None:
                seen = self.standin.requests
                await self.standin.wait_for(lambda: len(seen) == RUSH)
                self.standin.release.set()
        return [task.result()[:2] for task in tasks]


@pytest.fixture(params=SERVERS)
async def server(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[Server]:
    """Each server in turn."""
    if request.param == "real":
        key = os.environ.get("YINGBIN_MODEL_KEY", "")
        yield Server(os.environ["YINGBIN_MODEL_URL"], os.environ["YINGBIN_MODEL_NAME"], key)
        return
    monkeypatch.setenv("YINGBIN_MODEL_KEY", "geheim-7f3a")
    async with standin(key="geheim-7f3a", queue=ROOM) as running:
        yield Server(running.url, "standin", running.key, running)


def events(text: str) -> list[Any]:
    """The events of a stream; the last one is ``[DONE]``."""
    datas = [line[5:].strip() for line in text.splitlines() if line.startswith("data:")]
    return [data if data == "[DONE]" else json.loads(data) for data in datas]


async def test_a_stream_has_the_expected_shape(server: Server) -> None:
    """First a role without text, at the end usage without choices, then [DONE]."""
    status, text, headers = await server.post(
        server.body(stream_options={"include_usage": True}), {"X-Request-Id": "abc"}
    )
    assert status == 200
    assert headers["Content-Type"].startswith("text/event-stream")
    first, *middle, usage, done = events(text)
    assert first["id"] == "chatcmpl-abc"
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    last = middle[-1]["choices"][0]
    assert last["finish_reason"] in ("stop", "length")
    assert [*last["delta"]] == ["content"], "the last text may come with the end"
    assert usage["choices"] == []
    assert usage["usage"]["completion_tokens"] > 0
    assert done == "[DONE]"


async def test_an_answer_cut_short_has_status_200(server: Server) -> None:
    """Only finish_reason tells that an answer is not whole."""
    status, text, _ = await server.post(server.body(max_tokens=1))
    reasons = [c["finish_reason"] for e in events(text)[:-1] for c in e["choices"]]
    assert status == 200
    assert reasons == [None] * (len(reasons) - 1) + ["length"]


async def test_extra_fields_are_taken(server: Server) -> None:
    """What the product sends besides the standard fields is refused by none."""
    status, _, _ = await server.post(
        server.body(priority=5, chat_template_kwargs={"enable_thinking": False})
    )
    assert status == 200


async def test_an_unknown_model_is_not_found(server: Server) -> None:
    """404, with the error as an object."""
    status, text, _ = await server.post(server.body(model="no-such-model"))
    assert status == 404
    assert json.loads(text)["error"]["code"] == 404


async def test_a_bad_body_is_refused(server: Server) -> None:
    """400, with the error as an object, before any stream begins."""
    long = [{"role": "user", "content": "长" * 100_000}]
    for body in ({"model": server.model}, server.body(messages=[]), server.body(messages=long)):
        status, text, _ = await server.post(body)
        assert status == 400
        assert json.loads(text)["error"]["code"] == 400


async def test_a_wrong_key_opens_nothing(server: Server) -> None:
    """401, with the error as a text; a server that asks for none takes any."""
    status, text, _ = await server.post(server.body(), {"Authorization": "Bearer falsch"})
    if server.key:
        assert (status, json.loads(text)) == (401, {"error": "Unauthorized"})
    else:
        assert status == 200


async def test_a_surplus_is_refused_inside_the_stream(server: Server) -> None:
    """A full queue has status 200 too: the first event says that there is no room."""
    answers = await server.rush(server.body(max_tokens=64, ignore_eos=True))
    assert {status for status, _ in answers} == {200}
    firsts = [events(text)[0] for _, text in answers]
    refused = [first["error"]["code"] for first in firsts if "error" in first]
    assert 0 < len(refused) < RUSH
    assert {*refused} == {503}
    assert {events(text)[-1] for _, text in answers} == {"[DONE]"}


@pytest.mark.parametrize("tokens", [1, 8])
async def test_the_client_is_told_that_an_answer_was_cut(server: Server, tokens: int) -> None:
    """The product's client gives on what came, which may be nothing: a token can be less than a
    character. Then it says that the answer is not whole."""
    model = HttpModel(server.settings, clock=SystemClock(), count=lambda _: None)
    chat = (Message("user", f"[1] {'数据交易所的规则在这里。' * 4}"),)
    said = ""

    async def listen() -> None:
        nonlocal said
        async for piece in model.stream(chat, Limits(tokens)):
            said += piece

    with pytest.raises(ModelError, match="truncated"):
        await listen()
    assert said or tokens == 1
    assert model.healthy()


async def test_leaving_an_answer_leaves_the_server_well(server: Server) -> None:
    """An answer that nobody waits for is left in mid-stream, and the next one comes."""
    model = HttpModel(server.settings, clock=SystemClock(), count=lambda _: None)
    for _ in range(2):
        stream = model.stream(CHAT, Limits(512))
        assert await anext(stream)
        await stream.aclose()
    assert model.healthy()
