"""Faults of the network and of the machine at the conversation's doors: one visitor's trouble costs
nobody else anything, and nothing that was said is lost without a word."""

from __future__ import annotations

import asyncio
import socket
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from dialog.errors import AddressError
from tests.wire.wire_parts import PATIENCE, Script, Throat, Visitor, opened, settings_for, visit


async def empty(house: Any) -> None:
    """Wait until every connection is gone."""
    async with asyncio.timeout(PATIENCE):
        while house.gate.total:
            await asyncio.sleep(0.001)


def port_of(url: str) -> int:
    """The port of a door."""
    return int(url.rstrip("/").rsplit(":", 1)[1])


@pytest.mark.parametrize("through", ["conversation", "relay"])
async def test_a_visitor_who_does_not_read_is_cut_and_others_are_served(
    tmp_path: Path, through: str
) -> None:
    """The write deadline ends a slow reader; meanwhile a neighbour gets whole answers."""
    many = 1_000_000
    settings = settings_for(
        tmp_path,
        timeouts={"write": 0.3},
        limits=dict.fromkeys(
            ("session_burst", "session_questions", "session_messages", "address_questions"), many
        ),
    )
    async with opened(settings) as house, visit(house) as neighbour:
        url = house.conversation
        if through == "relay":
            url = house.pages.replace("http", "ws") + "ws"
        async with connect(
            url, compression=None, max_queue=1, ping_interval=None, close_timeout=0.1
        ) as slow:
            visitor = Visitor(slow)
            await visitor.hello()
            await visitor.send(type="ask", text="长400")
            async with asyncio.timeout(PATIENCE):
                while house.gate.total > 1:
                    assert (await neighbour.ask("你好"))[-1]["outcome"] == "answered"
            slow.transport.abort()
        if through == "conversation":
            assert house.metrics.registry.get_sample_value("yingbin_slow_readers_total") == 1


async def test_a_half_open_connection_is_found(tmp_path: Path) -> None:
    """A peer that shook hands and then answers no ping is gone after ping and pong."""
    settings = settings_for(tmp_path, timeouts={"ping": 0.1, "pong": 0.1, "close": 0.1})
    async with opened(settings) as house:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(house.conversation))
        writer.write(
            b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert b"101" in await reader.readline()
        async with asyncio.timeout(PATIENCE):
            await reader.read()
        await empty(house)
        writer.close()
        await writer.wait_closed()


async def test_a_connection_that_never_shakes_hands_is_closed(tmp_path: Path) -> None:
    """The opening handshake has a deadline."""
    settings = settings_for(tmp_path, timeouts={"open": 0.1})
    async with opened(settings) as house:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(house.conversation))
        writer.write(b"GET / HTTP/1.1\r\n")
        async with asyncio.timeout(PATIENCE):
            await reader.read()
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize(
    "rubbish", [b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x00" * 50_000]
)
async def test_rubbish_at_the_door_harms_nobody(
    tmp_path: Path, rubbish: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    """TLS, plain HTTP and noise are turned away without a line of log each."""
    settings = settings_for(tmp_path, timeouts={"open": 0.2})
    async with opened(settings) as house, visit(house) as neighbour:
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(house.conversation))
        writer.write(rubbish)
        async with asyncio.timeout(PATIENCE):
            with suppress(ConnectionResetError):
                await reader.read()
        writer.close()
        assert (await neighbour.ask("你好"))[-1]["type"] == "done"
    said = "".join(capfd.readouterr())
    assert "Traceback" not in said


async def test_a_connection_cut_after_any_message_loses_nothing(tmp_path: Path) -> None:
    """Cut after the n-th message for n = 1, 2, … until a run gets through: each time the visitor
    who comes back has every seq once, and the turn has ended with done or stopped."""
    settings = settings_for(tmp_path, limits={"session_burst": 100})
    for reached in range(1, 100):
        async with opened(settings) as house:
            heard: list[dict[str, Any]] = []
            async with visit(house) as visitor:
                await visitor.send(type="ask", text="短3")
                while len(heard) < reached and (not heard or heard[-1]["type"] != "done"):
                    heard.append(await visitor.hear())
                whole = heard[-1]["type"] == "done"
                visitor.socket.transport.abort()
            await empty(house)
            fields = {"secret": visitor.secret, "last_seq": heard[-1]["seq"]}
            async with visit(house, **fields) as again:
                heard += await again.until("notice")
            seqs = [message["seq"] for message in heard]
            assert seqs == list(range(1, len(seqs) + 1)), reached
            ends = [m["type"] for m in heard if m["type"] in {"done", "stopped"}]
            assert len(ends) == 1, (reached, ends)
        if whole:
            return
    pytest.fail("no run got through")


async def test_a_voice_that_fails_for_every_visitor_costs_no_text(tmp_path: Path) -> None:
    """Ten visitors at once with a broken voice: each gets the whole text and one notice."""

    async def one(house: Any) -> list[dict[str, Any]]:
        async with visit(house, sound=True) as visitor:
            return await visitor.ask("你好")

    async with opened(settings_for(tmp_path), open_mouth=Throat(mood="broken")) as house:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(house)) for _ in range(10)]
    for task in tasks:
        kinds = [message["type"] for message in task.result()]
        assert kinds.count("sentence") == 2
        assert kinds.count("notice") == 1
        assert kinds[-1] == "done"


async def test_a_full_journal_does_not_disturb_the_conversation(tmp_path: Path) -> None:
    """With a journal that cannot be written, every question is answered, the loss counted."""
    settings = settings_for(tmp_path, limits={"session_burst": 50})
    settings.data().write_text("a file in the folder's place")
    async with opened(settings) as house, visit(house) as visitor:
        for _ in range(5):
            assert (await visitor.ask("你好"))[-1]["outcome"] == "answered"
        assert await house.journal.flush(PATIENCE)
        dropped = house.metrics.registry.get_sample_value("yingbin_journal_dropped_total")
        assert dropped is not None
        assert dropped >= 5


async def test_a_flood_of_connections_that_say_nothing_ends_by_itself(tmp_path: Path) -> None:
    """A hundred silent connections are gone after the hello deadline; a visitor is served before,
    during and after."""
    settings = settings_for(tmp_path, timeouts={"hello": 3.0}, limits={"address_connections": 150})
    async with opened(settings) as house, visit(house) as visitor:
        sockets = [
            await connect(house.conversation, compression=None, ping_interval=None)
            for _ in range(100)
        ]
        assert house.gate.total == 101
        assert (await visitor.ask("你好"))[-1]["type"] == "done"
        async with asyncio.timeout(PATIENCE):
            for silent in sockets:
                try:
                    while True:
                        await silent.recv()
                except ConnectionClosed:
                    pass
        async with asyncio.timeout(PATIENCE):
            while house.gate.total > 1:
                await asyncio.sleep(0.001)
        assert (await visitor.ask("你好"))[-1]["type"] == "done"


@pytest.mark.parametrize("door", ["pages", "conversation"])
async def test_a_port_in_use_is_one_clear_error(tmp_path: Path, door: str) -> None:
    """The error names door, address and mend; what was already open is closed again."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        settings = settings_for(tmp_path, doors={f"{door}_port": port})
        with pytest.raises(AddressError) as error:
            async with opened(settings):
                pytest.fail("it opened")
    said = str(error.value)
    assert f"127.0.0.1:{port}" in said
    assert f"doors.{door}_port" in said
    assert "\n" not in said


async def test_the_stop_does_not_wait_for_ever(tmp_path: Path) -> None:
    """With a turn that hangs and a visitor who does not answer the close, the house still ends."""
    settings = settings_for(tmp_path, timeouts={"stop": 0.1, "close": 0.1})
    script = Script()
    async with asyncio.timeout(PATIENCE):
        async with opened(settings, script) as house:
            url = house.conversation
            silent = await connect(url, compression=None, ping_interval=None, close_timeout=0.1)
            visitor = Visitor(silent)
            await visitor.hello()
            await visitor.send(type="ask", text="慢")
            await visitor.until("sentence")
            silent.transport.pause_reading()
    silent.transport.abort()
    assert script.closed == 1


async def test_the_stop_does_not_wait_for_who_was_sent_away(tmp_path: Path) -> None:
    """Two visitors who were closed by force and do not answer that: the house ends at once, not
    when their closing handshakes are given up."""
    settings = settings_for(tmp_path, timeouts={"close": 60}, limits={"bad_messages": 2})
    silent: list[Any] = []
    async with asyncio.timeout(PATIENCE):
        async with opened(settings) as house:
            for _ in range(2):
                url = house.conversation
                visitor = Visitor(await connect(url, compression=None, ping_interval=None))
                await visitor.hello()
                visitor.socket.transport.pause_reading()
                visitor.burst({"type": "none"}, {"type": "none"})
                silent.append(visitor.socket)
            name, reason = "yingbin_refused_total", {"reason": "strikes"}
            while house.metrics.registry.get_sample_value(name, reason) != 2:
                await asyncio.sleep(0.001)
    for connection in silent:
        connection.transport.abort()
