"""Bad frames, wrong protocol, limits at their edge and one past it, floods, strangers."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dialog.config import Settings
from tests.wire.wire_parts import JumpingClock, Script, opened, settings_for, types, visit


@pytest.mark.parametrize(
    ("frame", "code", "named"),
    [
        ("{", "bad_message", "JSON"),
        ("[]", "bad_message", "type"),
        ('"hi"', "bad_message", "type"),
        ("[" * 20_000, "bad_message", "JSON"),
        ("{}", "unknown_type", "type"),
        ('{"type": "dance"}', "unknown_type", "dance"),
        ('{"type": 7}', "unknown_type", "type"),
        ('{"type": "ask", "text": "hi", "colour": 1}', "bad_message", "colour"),
        ('{"type": "ask"}', "bad_message", "text"),
        ('{"type": "ask", "text": 5}', "bad_message", "text"),
        ('{"type": "ask", "text": "\\ud800"}', "bad_message", "JSON"),
        ('{"type": "played", "turn": "t1", "sentence": "x"}', "bad_message", "sentence"),
        ('{"type": "feedback", "turn": "t1", "rating": "wow"}', "bad_message", "rating"),
        ('{"type": "feedback", "turn": "t1", "rating": "up"}', "bad_message", ""),
        ('{"type": "hello", "protocol": [1, 1]}', "bad_message", "hello"),
        (b'{"type": "ask", "text": "hi"}', "bad_message", "二进制"),
    ],
)
async def test_a_bad_message_is_named_and_the_conversation_goes_on(
    settings: Settings, frame: str | bytes, code: str, named: str
) -> None:
    """The error names what is wrong; the next question is answered as ever."""
    async with opened(settings) as house, visit(house) as visitor:
        await visitor.socket.send(frame)
        error = await visitor.hear()
        assert error["type"] == "error"
        assert error["code"] == code
        assert named in error["text"]
        assert (await visitor.ask("你好"))[-1]["outcome"] == "answered"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("问" * 500, ""),
        ("问" * 501, "too_long"),
        ("问" * 10_000, "too_long"),
        ("  " + "𠮷" * 500 + "\n", ""),
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\u200b", "empty"),
        ("\u2060 \ufeff", "empty"),
        ("一\n二\t三", ""),
        ("一\x00二", "bad_message"),
        ("一\x1b[31m", "bad_message"),
        ("一\x85二", "bad_message"),
    ],
)
async def test_a_question_within_the_limit_is_taken_and_past_it_the_limit_is_named(
    settings: Settings, text: str, code: str
) -> None:
    """1 to 500 characters that can be seen, without control characters; each refusal says 500."""
    script = Script()
    async with opened(settings, script) as house, visit(house) as visitor:
        heard = await visitor.ask(text)
    if code:
        assert types(heard) == ["error"]
        assert heard[0]["code"] == code
        assert "500" in heard[0]["text"]
        assert script.asked == []
    else:
        assert heard[-1]["outcome"] == "answered"
        assert script.asked[0].text == text.strip()


async def test_a_note_has_the_same_limit(settings: Settings) -> None:
    """A report's note of 500 characters is taken, one of 501 is refused."""
    async with opened(settings) as house, visit(house) as visitor:
        await visitor.ask("你好")
        await visitor.send(type="feedback", turn="t1", rating="report", note="字" * 501)
        assert (await visitor.hear())["code"] == "too_long"
        await visitor.send(type="feedback", turn="t1", rating="report", note="字" * 500)
        assert (await visitor.ask("再来"))[-1]["outcome"] == "answered"


async def test_a_frame_at_the_limit_passes_and_a_larger_one_ends_the_connection(
    tmp_path: Path,
) -> None:
    """frame_bytes is the largest frame; one byte more closes with 1009, and nobody else notices."""
    settings = settings_for(tmp_path, limits={"frame_bytes": 4096})
    async with opened(settings) as house, visit(house) as other:
        async with visit(house) as visitor:
            frame = json.dumps({"type": "stop", "turn": ""})
            await visitor.socket.send(frame + " " * (4096 - len(frame)))
            assert (await visitor.ask("你好"))[-1]["type"] == "done"
            await visitor.socket.send(frame + " " * (4097 - len(frame)))
            assert await visitor.closed() == 1009
        assert (await other.ask("你好"))[-1]["type"] == "done"


@pytest.mark.parametrize(
    ("fields", "code", "close"),
    [
        ({"protocol": [2, 3]}, "protocol", 4002),
        ({"protocol": [0, 0]}, "protocol", 4002),
        ({"protocol": [3, 0]}, "protocol", 4002),
        ({"protocol": [1]}, "bad_message", 1008),
        ({"channel": "nowhere"}, "not_allowed", 1008),
        ({"extra": 1}, "bad_message", 1008),
        ({"language": "fr"}, "bad_message", 1008),
    ],
)
async def test_a_wrong_hello_is_refused_with_its_reason(
    settings: Settings, fields: dict[str, Any], code: str, close: int
) -> None:
    """The error comes in both languages, as the visitor's own is not known, then the close."""
    async with opened(settings) as house, visit(house, hello=False) as visitor:
        answer = await visitor.hello(**fields)
        assert answer["code"] == code
        assert " / " in answer["text"]
        assert await visitor.closed() == close


async def test_a_range_that_contains_our_protocol_is_fine(settings: Settings) -> None:
    """A page that speaks several versions is welcome."""
    async with opened(settings) as house, visit(house, hello=False) as visitor:
        assert (await visitor.hello(protocol=[0, 9]))["protocol"] == 1


async def test_the_first_message_must_be_hello(settings: Settings) -> None:
    """Anything else first ends the connection."""
    async with opened(settings) as house, visit(house, hello=False) as visitor:
        await visitor.send(type="ask", text="你好")
        assert "hello" in (await visitor.hear())["text"]
        assert await visitor.closed() == 1008


async def test_hello_has_a_deadline(tmp_path: Path) -> None:
    """A visitor who says nothing is told so and sent away."""
    settings = settings_for(tmp_path, timeouts={"hello": 0.1})
    async with opened(settings) as house, visit(house, hello=False) as visitor:
        assert "hello" in (await visitor.hear())["text"]
        assert await visitor.closed() == 1008


async def test_bad_messages_in_a_row_end_the_connection(tmp_path: Path) -> None:
    """One fewer than the limit is forgiven by a good question; the limit itself closes."""
    settings = settings_for(tmp_path, limits={"bad_messages": 3})
    async with opened(settings) as house, visit(house) as visitor:
        for _ in range(2):
            await visitor.socket.send("{")
            await visitor.hear()
        await visitor.ask("你好")
        for _ in range(3):
            await visitor.socket.send("{")
            await visitor.hear()
        assert (await visitor.hear())["code"] == "too_many"
        assert await visitor.closed() == 1008


async def test_a_conversation_has_a_pace(tmp_path: Path) -> None:
    """A burst is answered, one more is refused with the wait, after the wait it is answered."""
    settings = settings_for(tmp_path, limits={"session_burst": 3, "session_questions": 6})
    clock = JumpingClock()
    async with opened(settings, clock=clock) as house, visit(house) as visitor:
        for _ in range(3):
            assert (await visitor.ask("你好"))[-1]["type"] == "done"
        refused = (await visitor.ask("你好"))[-1]
        assert refused["code"] == "too_fast"
        assert "10 秒" in refused["text"]
        await clock.jump(9.9)
        assert (await visitor.ask("你好"))[-1]["type"] == "error"
        await clock.jump(0.2)
        assert (await visitor.ask("你好"))[-1]["type"] == "done"


async def test_a_reconnect_buys_no_questions(tmp_path: Path) -> None:
    """The pace belongs to the conversation, not to the connection."""
    settings = settings_for(tmp_path, limits={"session_burst": 1, "session_questions": 1})
    async with opened(settings, clock=JumpingClock()) as house:
        async with visit(house) as visitor:
            await visitor.ask("你好")
            secret = visitor.secret
        async with visit(house, secret=secret) as again:
            assert (await again.until("notice"))[-1]["code"] == "reconnected"
            assert (await again.ask("你好"))[-1]["code"] == "too_fast"


async def test_an_address_has_a_pace_and_another_address_is_not_harmed(tmp_path: Path) -> None:
    """A flood through many sessions of one address stops there; a neighbour behind the same proxy,
    known by X-Forwarded-For, is served."""
    settings = settings_for(tmp_path, limits={"address_questions": 4})
    headers = {"X-Forwarded-For": "203.0.113.5"}
    async with opened(settings, clock=JumpingClock()) as house:
        outcomes: list[str] = []
        for _ in range(4):
            async with visit(house, headers) as visitor:
                outcomes.append((await visitor.ask("你好"))[-1]["type"])
        assert outcomes == ["done", "done", "error", "error"]
        async with visit(house, {"X-Forwarded-For": "203.0.113.6"}) as neighbour:
            assert (await neighbour.ask("你好"))[-1]["type"] == "done"


async def test_a_channel_has_a_pace(tmp_path: Path) -> None:
    """One portal's flood does not use up the others' share."""
    settings = settings_for(
        tmp_path, limits={"channel_questions": 4}, embed={"channels": ["portal-a", "portal-b"]}
    )
    async with opened(settings, clock=JumpingClock()) as house:
        outcomes: list[str] = []
        for channel in ("portal-a", "portal-a", "portal-a", "portal-b"):
            async with visit(house, channel=channel) as visitor:
                outcomes.append((await visitor.ask("你好"))[-1]["type"])
    assert outcomes == ["done", "done", "error", "done"]


async def test_a_flood_of_messages_is_refused_and_closed(tmp_path: Path) -> None:
    """Messages of any kind have a pace; going on regardless ends the connection, not the house."""
    settings = settings_for(tmp_path, limits={"session_messages": 60, "bad_messages": 5})
    async with opened(settings, clock=JumpingClock()) as house, visit(house) as visitor:
        for _ in range(40):
            await visitor.send(type="stop")
        heard = await visitor.until("error")
        assert heard[-1]["code"] == "too_fast"
        assert await visitor.closed() == 1008
        async with visit(house) as other:
            assert (await other.ask("你好"))[-1]["type"] == "done"


async def test_connections_from_one_address_have_a_limit(tmp_path: Path) -> None:
    """At the limit one is welcome, past it told why; when one leaves there is room again. One IPv6
    household (a /64) counts as one address."""
    settings = settings_for(tmp_path, limits={"address_connections": 2})
    one, two = ({"X-Forwarded-For": f"2001:db8::{end}"} for end in (1, 2))
    async with opened(settings) as house, visit(house, one):
        async with visit(house, two):
            async with visit(house, two, hello=False) as third:
                error = await third.hear()
                assert error["code"] == "too_many"
                assert "2" in error["text"]
                assert await third.closed() == 1013
            async with visit(house, {"X-Forwarded-For": "2001:db8:0:1::1"}):
                assert house.gate.total == 3
        async with asyncio.timeout(5):
            while house.gate.total > 1:
                await asyncio.sleep(0)
        async with visit(house, one):
            assert house.gate.total == 2


async def test_connections_have_a_limit_in_all(tmp_path: Path) -> None:
    """Past the overall limit, any address is asked to come later."""
    settings = settings_for(tmp_path, limits={"connections": 1})
    async with opened(settings) as house, visit(house):
        async with visit(house, {"X-Forwarded-For": "203.0.113.9"}, hello=False) as second:
            assert (await second.hear())["code"] == "too_many"
            assert await second.closed() == 1013


async def test_opening_again_and_again_has_a_pace(tmp_path: Path) -> None:
    """An address that reconnects in a loop is slowed down."""
    settings = settings_for(tmp_path, limits={"address_opens": 2})
    async with opened(settings, clock=JumpingClock()) as house:
        for _ in range(2):
            async with visit(house):
                pass
        async with visit(house, hello=False) as third:
            assert (await third.hear())["code"] == "too_fast"


@pytest.mark.parametrize(
    ("origin", "host", "status"),
    [
        ("https://portal.example.org", "ask.example.org", 101),
        ("https://other.example.org", "ask.example.org", 403),
        ("https://portal.example.org.evil.net", "ask.example.org", 403),
        ("http://ask.example.org", "ask.example.org", 101),
        ("https://ask.example.org", "ask.example.org:443", 101),
        ("https://ask.example.org:8443", "ask.example.org", 403),
        ("null", "ask.example.org", 403),
        ("file://", "ask.example.org", 403),
        (None, "ask.example.org", 101),
    ],
)
async def test_pages_of_other_sites_are_refused(
    tmp_path: Path, origin: str | None, host: str, status: int
) -> None:
    """Same host or a listed origin may open a conversation; others get 403 before any frame."""
    settings = settings_for(tmp_path, embed={"origins": ["https://portal.example.org"]})
    headers = {"Host": host, **({"Origin": origin} if origin else {})}
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        try:
            async with client.ws_connect(house.conversation, headers=headers):
                seen = 101
        except aiohttp.WSServerHandshakeError as refused:
            seen = refused.status
    assert seen == status
