"""The shipped nginx configuration before a real house: one public address over TLS."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.wire.wire_parts import PATIENCE, Script, Visitor, opened, settings_for

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
NGINX = "/usr/sbin/nginx"
NAME = "ask.example.org"
AROUND = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log stderr; {user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/yingbin.conf;
}}
"""


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Front:
    """What stands before the house. ``script``: the turn behind it."""

    def __init__(self, script: Script, port: int, plain: int, trusted: Path) -> None:
        self.script = script
        self.port = port
        self.plain = plain
        self.origin = f"https://{NAME}:{port}"
        self.tls = ssl.create_default_context(cafile=str(trusted))

    def client(self) -> aiohttp.ClientSession:
        """A browser whose name server knows this machine under the public name."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self.tls, resolver=_Here()),
        )

    def conversation(self, origin: str, **headers: str) -> Any:
        return connect(
            f"wss://{NAME}:{self.port}/ws",
            host="127.0.0.1",
            port=self.port,
            ssl=self.tls,
            origin=origin,
            additional_headers=headers,
            compression=None,
        )


class _Here(aiohttp.abc.AbstractResolver):
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        return [
            aiohttp.abc.ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        pass


async def run(*words: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, told.decode()


def adapted(folder: Path, ports: dict[str, int]) -> str:
    """The shipped file with this test's ports and certificate; all else stays."""
    text = SHIPPED.read_text("utf-8")
    for old, new, times in (
        (r"listen \[::\]:\d+( ssl)?;", "", 2),
        (r"listen 80;", f"listen 127.0.0.1:{ports['plain']};", 1),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{ports['tls']} ssl;", 1),
        (r"127\.0\.0\.1:8080", f"127.0.0.1:{ports['pages']}", 1),
        (r"127\.0\.0\.1:8765", f"127.0.0.1:{ports['conversation']}", 1),
        (r"/etc/ssl/ask\.example\.org", str(folder), 2),
    ):
        text, found = re.subn(old, new, text)
        assert found == times, old
    return text


@pytest.fixture
async def front(tmp_path: Path) -> AsyncIterator[Front]:
    ports = {"tls": free_port(), "plain": free_port()}
    settings = settings_for(
        tmp_path,
        doors={
            "public_url": f"https://{NAME}:{ports['tls']}",
            "trusted_proxies": ["127.0.0.1/32"],
        },
        limits={"address_questions": 3},
    )
    script = Script()
    async with opened(settings, script) as house:
        ports["pages"] = urlsplit(house.pages).port or 0
        ports["conversation"] = urlsplit(house.conversation).port or 0
        folder = tmp_path / "nginx"
        folder.mkdir()
        await run(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
            "-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"),
        )  # fmt: skip
        (folder / "yingbin.conf").write_text(adapted(folder, ports), "utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        around = folder / "nginx.conf"
        around.write_text(AROUND.format(folder=folder, user=user), "utf-8")
        await run(NGINX, "-t", "-q", "-p", str(folder), "-c", str(around))
        process = await asyncio.create_subprocess_exec(
            NGINX, "-p", str(folder), "-c", str(around), stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await listening(ports["tls"])
            yield Front(script, ports["tls"], ports["plain"], folder / "fullchain.pem")
        finally:
            process.terminate()
            await process.wait()


async def listening(port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                await writer.wait_closed()
                return


async def test_one_address_serves_page_and_conversation(front: Front) -> None:
    """The page comes over TLS, plain http leads there, and a question is answered at /ws."""
    async with front.client() as client:
        async with client.get(f"{front.origin}/") as page:
            assert page.status == 200
            assert "max-age" in page.headers["Strict-Transport-Security"]
            assert "数字人" in await page.text()
        plain = f"http://{NAME}:{front.plain}/x?y=1"
        async with client.get(plain, allow_redirects=False) as moved:
            assert moved.status == 301
            assert moved.headers["Location"] == f"https://{NAME}/x?y=1"
    async with front.conversation(front.origin) as ws:
        visitor = Visitor(ws)
        assert (await visitor.hello())["type"] == "welcome"
        assert (await visitor.ask("问一"))[-1]["type"] == "done"


async def test_a_foreign_page_is_refused_behind_it_too(front: Front) -> None:
    """The origin is compared with the public address, which nginx hands on."""
    with pytest.raises(InvalidStatus) as refused:
        async with front.conversation("https://elsewhere.example"):
            pass
    assert refused.value.response.status_code == 403


async def test_a_visitor_cannot_claim_another_address(front: Front) -> None:
    """The limit of an address counts what nginx saw, not what the visitor wrote."""
    told: list[str] = []
    for number in range(4):
        claimed = {"X-Forwarded-For": f"10.9.9.{number}"}
        async with front.conversation(front.origin, **claimed) as ws:
            visitor = Visitor(ws)
            await visitor.hello()
            last = (await visitor.ask("问一"))[-1]
            told.append(last.get("code", last["type"]))
    assert told[0] == "done"
    assert told[-1] == "too_fast"
    assert len(front.script.asked) == told.count("done")


async def test_a_posted_question_streams_through_it(front: Front) -> None:
    """The first sentence arrives while the turn still waits; a body beyond the limit is refused."""
    async with front.client() as client:
        body = {"ask": {"text": "慢"}}
        async with client.post(f"{front.origin}/ask", json=body) as answer:
            assert answer.status == 200, await answer.text()
            kinds: list[str] = []
            async for line in answer.content:
                kinds.append(json.loads(line)["type"])
                if kinds[-1] == "sentence" and not front.script.release.is_set():
                    front.script.release.set()
            assert kinds[-1] == "done"
        big = {"ask": {"text": "问" * 60_000}}
        async with client.post(f"{front.origin}/ask", json=big) as refused:
            assert refused.status == 413


async def test_the_staff_door_has_no_place_there(front: Front) -> None:
    """What staff use is not reachable at the public address."""
    async with front.client() as client:
        for path in ("/api/me", "/api/documents", "/metrics", "/setup"):
            async with client.get(f"{front.origin}{path}") as answer:
                assert answer.status == 404, path
