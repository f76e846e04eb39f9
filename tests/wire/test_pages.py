"""The pages door: files and their headers, health, the relay, the question by POST, sound."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dialog.app import House
from dialog.config import Settings
from dialog.journal import Choice, list_turns
from tests.page_addresses import missing
from tests.wire.wire_parts import Script, Throat, opened, settings_for, types, visit


def relay_of(house: House) -> str:
    """The address that a page dials."""
    return house.pages.replace("http://", "ws://") + "ws"


async def post(client: aiohttp.ClientSession, house: House, **body: Any) -> list[dict[str, Any]]:
    """Ask by POST; the streamed messages."""
    async with client.post(f"{house.pages}ask", json=body) as response:
        assert response.status == 200
        return [json.loads(line) async for line in response.content if line.strip()]


async def test_the_page_comes_with_strict_headers(settings: Settings) -> None:
    """No inline script, no sniffing, no framing by strangers, nothing from elsewhere."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        async with client.get(house.pages) as response:
            assert response.status == 200
            assert response.content_type == "text/html"
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self';" in policy
            assert "frame-ancestors 'self'" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
            assert response.headers["Referrer-Policy"] == "same-origin"
            assert "Server" not in response.headers
            tag = response.headers["ETag"]
        async with client.get(house.pages, headers={"If-None-Match": tag}) as response:
            assert response.status == 304
        async with client.get(f"{house.pages}nothing") as response:
            assert response.status == 404
            assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize(
    "path",
    [
        "static/../pyproject.toml",
        "static/..%2fpyproject.toml",
        "static/%2e%2e/dialog/app.py",
        "static//etc/passwd",
        "static/protocol.d.ts",
        "static/",
        "static/nothing.js",
    ],
)
async def test_only_files_of_the_page_leave_the_house(settings: Settings, path: str) -> None:
    """Paths outside, other kinds of files and folders are not found."""
    async with opened(settings) as house:
        host, _, port = house.pages.removeprefix("http://").rstrip("/").partition(":")
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(f"GET /{path} HTTP/1.0\r\nHost: x\r\n\r\n".encode())
            status = await reader.readline()
            writer.close()
            await writer.wait_closed()
    assert status.split()[1] == b"404"


async def test_scripts_have_the_type_that_browsers_demand(settings: Settings) -> None:
    """A module with a wrong type would not run under nosniff."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        async with client.get(f"{house.pages}static/assistant.js") as response:
            assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
            assert response.headers["Cache-Control"] == "no-cache"
            assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_every_address_of_the_page_is_served(settings: Settings) -> None:
    """Scripts, styles and pictures, those that they name, and the widget's script."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        widget = f"{house.pages}static/embed.js"
        found, lost = await missing(client, house.pages, widget)
    assert lost == set()
    assert {f"{house.pages}static/{name}" for name in ("icon.svg", "page/turn.js")} <= found


async def test_frames_on_other_sites_need_a_listed_origin(tmp_path: Path) -> None:
    """A browser that says it loads a frame for a stranger's site gets nothing; the listed portal
    and the policy for browsers agree."""
    settings = settings_for(tmp_path, embed={"origins": ["https://portal.example.org"]})
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        for referrer, status in (
            ("https://portal.example.org/a/b", 200),
            ("https://evil.example.org/", 403),
            (house.pages, 200),
        ):
            headers = {"Sec-Fetch-Dest": "iframe", "Referer": referrer}
            async with client.get(house.pages, headers=headers) as response:
                assert response.status == status
        async with client.get(house.pages) as response:
            policy = response.headers["Content-Security-Policy"]
            assert policy.endswith("frame-ancestors 'self' https://portal.example.org")
            assert "X-Frame-Options" not in response.headers


async def test_health_follows_the_knowledge_and_the_stop(settings: Settings) -> None:
    """ok while questions can be answered; not ok before and at the end, with nothing else said."""
    ready = [False]
    async with opened(settings, healthy=lambda: ready[0]) as house:
        async with aiohttp.ClientSession() as client:
            for state, stop, status in ((False, False, 503), (True, False, 200), (True, True, 503)):
                ready[0] = state
                if stop:
                    await house.reception.stop()
                async with client.get(f"{house.pages}healthz") as response:
                    assert response.status == status
                    assert await response.text() == ("ok\n" if status == 200 else "not ok\n")


async def test_the_relay_carries_a_conversation(settings: Settings) -> None:
    """Through the public address: text, sound, and the close code."""
    async with opened(settings, open_mouth=Throat(audio=b"\xff\xe0" * 40_000)) as house:
        async with visit(relay_of(house), sound=True) as visitor:
            heard = await visitor.ask("你好")
            assert types(heard).count("speech") == 2
            assert len(visitor.audio[0]) > 80_000
            async with asyncio.TaskGroup() as group:
                group.create_task(house.reception.stop())
                assert await visitor.closed() == 1001


async def test_the_relay_takes_a_question_that_is_far_too_long(settings: Settings) -> None:
    """10,000 characters get their named limit through the relay too."""
    async with opened(settings) as house, visit(relay_of(house)) as visitor:
        assert "500" in (await visitor.ask("问" * 10_000))[-1]["text"]


async def test_a_visitor_behind_the_relay_is_known_by_the_own_address(settings: Settings) -> None:
    """The relay names the visitor's address; claims further left are not believed."""
    async with opened(settings) as house:
        claimed = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}
        async with visit(relay_of(house), claimed) as visitor:
            await visitor.ask("你好")
            session = next(iter(house.reception.sessions()))
            assert session.address == "203.0.113.7"


async def test_a_visitor_who_leaves_the_relay_leaves_the_house(settings: Settings) -> None:
    """Both legs close together; the turn is cut."""
    script = Script()
    async with opened(settings, script) as house:
        async with visit(relay_of(house)) as visitor:
            await visitor.send(type="ask", text="慢")
            await visitor.until("sentence")
        async with asyncio.timeout(5):
            while house.gate.total:
                await asyncio.sleep(0)
        assert script.closed == 1


async def test_the_relay_refuses_strangers_sites_and_plain_requests(settings: Settings) -> None:
    """403 for a page of another origin before anything is relayed; 426 for a plain GET."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(relay_of(house), headers={"Origin": "https://evil.example"})
        assert refused.value.status == 403
        own = house.pages.rstrip("/")
        async with client.ws_connect(relay_of(house), headers={"Origin": own}) as socket:
            assert not socket.closed
        async with client.get(f"{house.pages}ws") as response:
            assert response.status == 426


async def test_with_a_public_url_the_proxy_carries(tmp_path: Path) -> None:
    """The pages door then says whose task /ws is, and that url's origin is welcome."""
    settings = settings_for(tmp_path, doors={"public_url": "https://ask.example.org"})
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        async with client.get(f"{house.pages}ws") as response:
            assert response.status == 421
        headers = {"Origin": "https://ask.example.org"}
        async with visit(house, headers) as visitor:
            assert (await visitor.ask("你好"))[-1]["type"] == "done"


async def test_a_posted_question_streams_the_same_turn(settings: Settings) -> None:
    """One JSON message a line: welcome, then the turn; the secret in the body goes on with it."""
    script = Script()
    async with opened(settings, script) as house, aiohttp.ClientSession() as client:
        first = await post(client, house, ask={"text": "你好"})
        assert types(first)[0] == "welcome"
        assert types(first)[1:] == ["accepted", "delta", "sentence", "sentence", "sources", "done"]
        hello = {"protocol": [1, 1], "secret": first[0]["secret"], "channel": "post"}
        second = await post(client, house, ask={"text": "再来"}, hello=hello)
        assert second[0]["resumed"] is True
        assert second[1]["turn"] == "t2"
        assert second[1]["seq"] == first[-1]["seq"] + 1
    assert [exchange.question for exchange in script.asked[1].exchanges] == ["你好"]
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [turn["channel"] for turn in turns] == ["post", "post"]


async def test_a_posted_question_can_stream_as_events_and_begins_at_once(
    settings: Settings,
) -> None:
    """The first sentence arrives while the turn is still running."""
    script = Script()
    async with opened(settings, script) as house, aiohttp.ClientSession() as client:
        headers = {"Accept": "text/event-stream"}
        body = {"ask": {"text": "慢"}}
        async with client.post(f"{house.pages}ask", json=body, headers=headers) as response:
            assert response.content_type == "text/event-stream"
            async with asyncio.timeout(5):
                async for line in response.content:
                    if b'"sentence"' in line and b'"type":"sentence"' in line:
                        break
            script.release.set()
            rest = (await response.read()).decode()
        assert '"type":"done"' in rest
        assert all(line.startswith("data: ") for line in rest.split("\n") if line)


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ('{"ask": {"text": ""}}', "application/json", 400, "empty"),
        (json.dumps({"ask": {"text": "问" * 501}}), "application/json", 400, "too_long"),
        ('{"ask": {"text": "hi"}, "more": 1}', "application/json", 400, "bad_message"),
        ('{"question": "hi"}', "application/json", 400, "bad_message"),
        ("{", "application/json", 400, "bad_message"),
        ('{"ask": {"text": "hi"}}', "text/plain", 400, "bad_message"),
        ('{"ask": {"text": "hi"}}', "application/x-www-form-urlencoded", 400, "bad_message"),
        ('{"ask": {"text": "' + "x" * 70_000 + '"}}', "application/json", 400, "too_long"),
        (
            '{"ask": {"text": "hi"}, "hello": {"protocol": [5, 6]}}',
            "application/json",
            400,
            "protocol",
        ),
    ],
)
async def test_a_bad_post_is_refused_with_the_same_errors(
    settings: Settings, body: str, kind: str, status: int, code: str
) -> None:
    """The error message of the socket, with an HTTP status."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        headers = {"Content-Type": kind}
        async with client.post(f"{house.pages}ask", data=body, headers=headers) as response:
            assert response.status == status
            error = await response.json()
    assert error["type"] == "error"
    assert error["code"] == code


async def test_posts_have_the_same_pace_and_the_same_origins(tmp_path: Path) -> None:
    """A second question too soon is refused in the stream; a stranger's site is refused at once."""
    settings = settings_for(tmp_path, limits={"session_burst": 1, "session_questions": 1})
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        first = await post(client, house, ask={"text": "你好"})
        hello = {"protocol": [1, 1], "secret": first[0]["secret"]}
        second = await post(client, house, ask={"text": "你好"}, hello=hello)
        assert second[-1]["code"] == "too_fast"
        headers = {"Origin": "https://evil.example"}
        body = {"ask": {"text": "hi"}}
        async with client.post(f"{house.pages}ask", json=body, headers=headers) as response:
            assert response.status == 403


async def send_feedback(
    client: aiohttp.ClientSession, house: House, **body: Any
) -> tuple[int, dict[str, Any]]:
    """Rate by POST; the status, and the error if there is one."""
    async with client.post(f"{house.pages}feedback", json=body) as response:
        assert "Content-Security-Policy" in response.headers
        return response.status, await response.json() if response.status >= 400 else {}


async def test_a_thumb_by_post_reaches_the_journal(settings: Settings) -> None:
    """The conversation's secret shows whose turn it is, and stays good; later the receipt does."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        heard = await post(client, house, ask={"text": "一"})
        secret = heard[0]["secret"]
        receipt = heard[-1]["receipt"]
        hello = {"protocol": [1, 1], "secret": secret}
        thumb = {"turn": "t1", "rating": "up"}
        assert (await send_feedback(client, house, feedback=thumb, secret=secret))[0] == 204
        second = await post(client, house, ask={"text": "二"}, hello=hello)
        assert second[0]["resumed"] is True
        report = {"turn": "t9", "rating": "report", "note": "不对"}
        answer = await send_feedback(
            client, house, feedback=report, secret="a.b", receipt=second[-1]["receipt"]
        )
        assert answer[0] == 204
        assert receipt != second[-1]["receipt"]
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [(turn["feedback"], turn["note"]) for turn in turns] == [("up", ""), ("report", "不对")]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"feedback": {"turn": "t1", "rating": "up"}}, 403, "not_allowed"),
        ({"feedback": {"turn": "t1", "rating": "up"}, "secret": "x.y"}, 403, "not_allowed"),
        ({"feedback": {"turn": "t1", "rating": "up"}, "receipt": "' OR 1"}, 403, "not_allowed"),
        ({"feedback": {"turn": "t1", "rating": "best"}, "receipt": "12ab-34cd"}, 400, None),
        (
            {"feedback": {"turn": "t1", "rating": "up", "note": "长" * 501}, "receipt": "12ab-34"},
            400,
            "too_long",
        ),
        ({"turn": "t1", "rating": "up"}, 400, "bad_message"),
    ],
)
async def test_feedback_that_is_not_ones_own_is_refused(
    settings: Settings, body: dict[str, Any], status: int, code: str | None
) -> None:
    """Neither secret nor receipt, or a malformed body: an error in words, nothing recorded."""
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        await post(client, house, ask={"text": "一"})
        answer = await send_feedback(client, house, **body)
        assert (answer[0], answer[1]["code"]) == (status, code or "bad_message")
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [turn["feedback"] for turn in turns] == [""]


async def test_feedback_has_a_pace_a_type_and_an_origin(tmp_path: Path) -> None:
    """One past the limit of an address, a form's type and a stranger's site are all refused."""
    settings = settings_for(tmp_path, limits={"address_feedback": 4})
    body = {"feedback": {"turn": "t1", "rating": "up"}, "receipt": "12ab-34cd"}
    async with opened(settings) as house, aiohttp.ClientSession() as client:
        url = f"{house.pages}feedback"
        async with client.post(url, json=body, headers={"Origin": "https://evil.example"}) as got:
            assert got.status == 403
        async with client.post(url, data=json.dumps(body)) as got:
            assert got.status == 400
        assert (await send_feedback(client, house, **body))[0] == 204
        status, error = await send_feedback(client, house, **body)
        assert (status, error["code"]) == (429, "too_fast")


async def test_a_visitor_who_closes_a_post_cuts_its_turn(settings: Settings) -> None:
    """Nothing runs on for a response that nobody reads."""
    script = Script()
    async with opened(settings, script) as house:
        async with aiohttp.ClientSession() as client:
            response = await client.post(f"{house.pages}ask", json={"ask": {"text": "慢"}})
            await response.content.readline()
            response.close()
        async with asyncio.timeout(5):
            while script.closed == 0:
                await asyncio.sleep(0)
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [turn["cut"] for turn in turns] == ["disconnected"]


async def test_sound_is_fetched_by_its_hash(settings: Settings) -> None:
    """Bytes with the right type, to be kept; everything else is not found."""
    sounds = {hashlib.sha256(data).hexdigest(): data for data in (b"ID3abc", b"\x01\x02\x03\x04")}
    async with opened(settings, find_audio=sounds.get) as house, aiohttp.ClientSession() as client:
        for (name, data), kind in zip(
            sounds.items(), ("audio/mpeg", "application/octet-stream"), strict=True
        ):
            async with client.get(f"{house.pages}audio/{name}") as response:
                assert await response.read() == data
                assert response.content_type == kind
                assert "immutable" in response.headers["Cache-Control"]
        for name in ("0" * 64, "x", "..%2f..%2fetc", "A" * 64):
            async with client.get(f"{house.pages}audio/{name}") as response:
                assert response.status == 404
