"""The client of a model server, against a stand-in that misbehaves in every known way."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator

import pytest
from structlog.testing import capture_logs

from dialog.config import Model
from dialog.errors import ModelError, ModelFault
from dialog.reply.llm import HttpModel
from dialog.reply.prompt import Limits, Message
from tests.reply.model_parts import CHAT, LIMITS, Client, JumpingClock
from tests.reply.standin_model import BROKEN, Standin, standin

FAULTS: dict[str, ModelFault] = {
    "standin-dies": "broken",
    "standin-text-error": "broken",
    "standin-hangs": "slow",
    "standin-stalls": "slow",
    "standin-closes": "broken",
    "standin-unfinished": "broken",
    "standin-aborts": "broken",
    "standin-junk": "broken",
    "standin-long-line": "broken",
    "standin-html": "broken",
    "standin-busy": "overloaded",
    "standin-unavailable": "overloaded",
    "standin-moved": "misconfigured",
    "no-such-model": "misconfigured",
}
SILENT = {
    *("standin-hangs", "standin-html", "standin-busy", "standin-unavailable", "standin-moved"),
    "no-such-model",
}
"""Models that fail before their first word."""


@pytest.fixture
async def server() -> AsyncGenerator[Standin]:
    """A stand-in of the test's own."""
    async with standin() as running:
        yield running


async def exhaust(client: Client, server: Standin) -> None:
    """Let the server fail until it is left in peace; then it is well again."""
    server.full = True
    for _ in range(3):
        assert await client.ask() == ("", "overloaded")
    server.full = False


async def test_a_whole_answer_comes_piece_by_piece(server: Standin) -> None:
    """The texts of the stream are the answer; roles, usage and [DONE] are none of it."""
    client = Client(server)
    said, fault = await client.ask()
    assert fault is None
    assert "需方在5个工作日内验收" in said
    assert "assistant" not in said
    assert not client.faults


def test_every_misbehaviour_is_tried() -> None:
    """Each way in which the stand-in can break has its expected fault."""
    assert set(FAULTS) == {*BROKEN, "no-such-model"}


@pytest.mark.parametrize(("model", "fault"), FAULTS.items())
async def test_what_breaks_ends_as_one_fault(
    server: Standin, model: str, fault: ModelFault
) -> None:
    """Whatever the server does, the reply hears one fault, in time, and keeps what came before."""
    client = Client(server, model)
    async with asyncio.timeout(8):
        said, heard = await client.ask()
    assert heard == fault
    assert client.faults == {fault: 1}
    assert bool(said) == (model not in SILENT)


async def test_an_answer_cut_at_its_length_is_told(server: Standin) -> None:
    """finish_reason length has status 200, and is no whole answer; the server counts as well."""
    client = Client(server)
    for _ in range(4):
        said, fault = await client.ask(limits=Limits(16))
        assert fault == "truncated"
        assert len(said) == 15
    assert client.model.healthy()


async def test_a_full_queue_is_told_from_a_dead_engine(server: Standin) -> None:
    """Both come inside a stream of status 200: the error's code says which, in the log too."""
    with capture_logs() as lines:
        for model in ("standin-busy", "standin-text-error", "standin-dies"):
            await Client(server, model).ask()
    told = [(line["fault"], line["status"]) for line in lines]
    assert told == [("overloaded", 503), ("broken", 0), ("broken", 500)]


async def test_a_prompt_that_is_too_long_is_refused_alone(server: Standin) -> None:
    """400 is this question's fault: the next one is asked."""
    client = Client(server)
    for _ in range(4):
        assert await client.ask((Message("user", "长" * 9000),)) == ("", "refused")
    assert client.model.healthy()
    assert (await client.ask())[1] is None


async def test_nobody_listens_on_the_address() -> None:
    """A server that is not there is broken, not an exception."""
    async with standin() as server:
        client = Client(server)
    assert await client.ask() == ("", "broken")


async def test_the_key_is_sent_and_never_logged(
    server: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key from the environment opens the server; neither a log line nor repr shows it."""
    server.key = "geheim-7f3a"
    with capture_logs() as lines:
        assert await Client(server).ask() == ("", "misconfigured")
        monkeypatch.setenv("YINGBIN_MODEL_KEY", "falsch-91bc")
        wrong = Client(server)
        assert await wrong.ask() == ("", "misconfigured")
        monkeypatch.setenv("YINGBIN_MODEL_KEY", server.key)
        client = Client(server, "standin-dies")
        assert (await client.ask())[1] == "broken"
    shown = json.dumps(lines, default=str) + repr(client.model) + repr(wrong.settings)
    assert server.key not in shown
    assert "falsch" not in shown
    assert [line["fault"] for line in lines] == ["misconfigured", "misconfigured", "broken"]


async def test_no_words_of_a_visitor_are_logged(server: Standin) -> None:
    """A failing call logs its fault, its status and the request's name, no text."""
    chat = (Message("user", "我叫王小明，" + "电话很长" * 3000),)
    with capture_logs() as lines:
        await Client(server).ask(chat)
    assert "王小明" not in json.dumps(lines, default=str, ensure_ascii=False)
    assert lines[0]["status"] == 400
    assert lines[0]["request"] == server.requests[-1][0]["X-Request-Id"]


async def test_a_request_is_what_the_server_expects(server: Standin) -> None:
    """Streamed, no creativity, bounded, with a priority, and without thinking aloud."""
    await Client(server).ask(limits=Limits(99, priority=5))
    headers, body = server.requests[-1]
    assert len(headers["X-Request-Id"]) == 32
    assert body["max_tokens"] == 99
    assert body["priority"] == 5
    assert body["temperature"] == 0
    assert body["stream"] is True
    assert body["chat_template_kwargs"] == {"enable_thinking": False}
    assert [m["role"] for m in body["messages"]] == ["system", "user"]


async def test_leaving_an_answer_stops_the_servers_work(server: Standin) -> None:
    """A visitor who goes on to the next question frees the GPU at once."""
    client = Client(server)
    server.release = asyncio.Event()

    async def listen() -> None:
        await client.ask()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(listen())
        await server.wait_for(lambda: server.running == 1)
        task.cancel()
    await server.wait_for(lambda: server.running == 0)
    assert server.aborted_after == [0]
    assert client.model.healthy()
    assert not client.faults


async def test_more_visitors_than_allowed_are_answered_without_the_model(server: Standin) -> None:
    """Beyond at_once nobody waits in a queue; a place that is free again is used."""
    client = Client(server, at_once=2)
    server.release = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        first = [group.create_task(client.ask()) for _ in range(2)]
        await server.wait_for(lambda: server.running == 2)
        assert not client.model.healthy()
        assert await client.ask() == ("", "busy")
        server.release.set()
    assert [task.result()[1] for task in first] == [None, None]
    assert server.most_running == 2
    assert client.model.healthy()


async def test_a_server_that_fails_is_left_in_peace_and_tried_with_one_token(
    server: Standin,
) -> None:
    """After three failures nobody waits for it; after the rest a canary goes before the visitor."""
    client = Client(server)
    await exhaust(client, server)
    assert not client.model.healthy()
    assert await client.ask() == ("", "resting")
    assert len(server.requests) == 3

    server.ill = True
    client.clock.time += 10.1
    assert client.model.healthy()
    assert await client.ask() == ("", "slow")
    assert server.requests[-1][1]["max_tokens"] == 1
    client.clock.time += 10.1
    assert await client.ask() == ("", "resting"), "a failed canary makes the rest longer"

    server.ill = False
    client.clock.time += 10.0
    said, fault = await client.ask()
    assert fault is None
    assert said
    assert [body["max_tokens"] for _, body in server.requests[-2:]] == [1, LIMITS.tokens]
    assert (await client.ask())[1] is None
    assert server.requests[-1][1]["max_tokens"] == LIMITS.tokens


async def test_only_one_visitor_waits_for_the_canary(server: Standin) -> None:
    """While it is not known whether a server is back, all others are answered without it."""
    client = Client(server)
    await exhaust(client, server)
    server.release = asyncio.Event()
    client.clock.time += 10.1
    async with asyncio.TaskGroup() as group:
        task = group.create_task(client.ask())
        await server.wait_for(lambda: server.running == 1)
        assert not client.model.healthy()
        assert await client.ask() == ("", "resting")
        server.release.set()
    assert task.result()[1] is None


async def test_a_canary_that_is_left_does_not_lock_the_server_out(server: Standin) -> None:
    """A visitor who leaves while the canary is out leaves the next one free to try."""
    client = Client(server)
    await exhaust(client, server)
    server.release = asyncio.Event()
    client.clock.time += 10.1
    async with asyncio.TaskGroup() as group:
        task = group.create_task(client.ask())
        await server.wait_for(lambda: server.running == 1)
        task.cancel()
    server.release.set()
    assert client.model.healthy()
    assert (await client.ask())[1] is None


async def test_a_wrong_key_rests_at_once(server: Standin) -> None:
    """Asking again would fail alike, so the second visitor does not wait for it."""
    server.key = "geheim-7f3a"
    client = Client(server)
    assert await client.ask() == ("", "misconfigured")
    assert await client.ask() == ("", "resting")


async def test_a_stream_that_drips_is_cut_at_the_whole(server: Standin) -> None:
    """An answer may not take longer than model.whole, however steadily it comes."""
    settings = Model(url=server.url, model="standin", first_token=4, between_tokens=4, whole=0.3)
    server.release = asyncio.Event()
    model = HttpModel(settings, clock=JumpingClock(), count=lambda _: None)
    with pytest.raises(ModelError, match="slow"):
        await anext(model.stream(CHAT, LIMITS))
