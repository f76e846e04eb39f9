"""A visit to the real house: page, relay, session, turn and the shipped knowledge."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio
import yaml
from aiohttp import web
from browser_steps import OpenPage, ask, violations
from playwright.async_api import WebSocket, expect
from standin import serve

from dialog.app import House, Parts, choose_parts, open_house
from dialog.config import Settings
from dialog.journal import Choice, list_turns

EXAMPLE = Path(__file__).parents[2] / "examples" / "portal"
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture
def motion() -> str:
    """A whole visit has the figure move."""
    return "no-preference"


def settings_for(folder: Path, **groups: dict[str, Any]) -> Settings:
    """Free ports, a folder of its own, and what a test changes."""
    doors = {"pages_port": 0, "conversation_port": 0, "staff_port": 0, **groups.pop("doors", {})}
    base = {"data_dir": str(folder), "doors": doors, "timeouts": {"stop": 0.2, "close": 1}}
    return msgspec.convert({**base, **groups}, Settings)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def parts(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Parts]:
    """The product's own parts over the shipped pack; nothing is built in the background."""
    settings = settings_for(tmp_path_factory.mktemp("parts"))
    chosen = await asyncio.to_thread(choose_parts, settings)
    yield msgspec.structs.replace(chosen, warm=None, staff=None)
    await asyncio.to_thread(chosen.close)


@asynccontextmanager
async def opened(parts: Parts, folder: Path, **groups: dict[str, Any]) -> AsyncGenerator[House]:
    """The house on free ports."""
    async with open_house(settings_for(folder, **groups), parts) as house:
        yield house


class Portal:
    """A portal's page. It learns the assistant's address late, as each names the other."""

    def __init__(self) -> None:
        self.assistant = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/", self.page)
        return app

    async def page(self, _request: web.Request) -> web.Response:
        text = f"""<!doctype html><html lang="zh-CN"><title>示例门户</title><h1>示例门户</h1>
<script async src="{self.assistant}embed.js" data-language="zh"></script></html>"""
        return web.Response(text=text, content_type="text/html")


async def test_a_visitor_asks_and_is_answered(
    parts: Parts, tmp_path: Path, open_page: OpenPage, axe: str
) -> None:
    """A starter is answered with sources, and the finished page passes the checker."""
    async with opened(parts, tmp_path) as house:
        page = await open_page(house.pages)
        await expect(page.locator("#greeting-words")).to_contain_text("迎宾")
        await page.click("#starters button >> nth=0")
        turn = page.locator("yingbin-turn")
        await expect(turn).to_have_attribute("data-outcome", "answered")
        await expect(turn.locator(".answer")).to_be_visible()
        await turn.locator(".source-chip").first.click()
        await expect(turn.locator(".source-panel")).to_be_visible()
        assert await violations(page, axe) == []


async def test_a_thumb_reaches_the_journal(
    parts: Parts, tmp_path: Path, open_page: OpenPage
) -> None:
    """The real server takes the page's hello, question, thumb and stop without a complaint."""
    async with opened(parts, tmp_path) as house:
        page = await open_page(house.pages)
        frames: list[str] = []

        def listen(socket: WebSocket) -> None:
            socket.on("framereceived", lambda frame: frames.append(str(frame)))

        page.on("websocket", listen)
        await page.reload()
        await ask(page, "数商分为哪几类？")
        up = page.get_by_role("button", name="有帮助", exact=True)
        await up.click()
        await expect(up).to_have_attribute("aria-pressed", "true")
        await page.click("#language")
        await expect(page.locator("#greeting-words")).to_contain_text("Yingbin")
        await ask(page, "What will the weather be like tomorrow?")
        await expect(page.locator("yingbin-turn >> nth=1")).to_have_attribute("data-state", "done")
        assert not [one for one in frames if '"type":"error"' in one]


async def test_a_broken_line_is_resumed(parts: Parts, tmp_path: Path, open_page: OpenPage) -> None:
    """After a reload the same tab shows its conversation again."""
    async with opened(parts, tmp_path) as house:
        page = await open_page(house.pages)
        await ask(page, "数商分为哪几类？")
        await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
        words = await page.locator(".answer").inner_text()
        await page.reload()
        await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
        assert await page.locator(".answer").inner_text() == words


async def test_blocked_sockets_still_answer(
    parts: Parts, tmp_path: Path, open_page: OpenPage
) -> None:
    """Where no socket gets through, the answer streams by POST, and the conversation goes on."""
    doors = {"public_url": "https://assistant.example.org"}
    async with opened(parts, tmp_path, doors=doors) as house:
        page = await open_page(house.pages)
        await expect(page.locator("#line-status")).to_contain_text("已改用兼容方式")
        for number in range(2):
            await ask(page, "数商分为哪几类？")
            turn = page.locator("yingbin-turn").nth(number)
            await expect(turn).to_have_attribute("data-outcome", "answered")
        await turn.get_by_role("button", name="没有帮助").click()
        await expect(page.locator("#announcer")).to_contain_text("谢谢您的反馈。")
        assert len(house.reception) == 1
    folder = settings_for(tmp_path).data()
    kept = await asyncio.to_thread(list_turns, folder, Choice())
    assert [one["feedback"] for one in kept] == ["", "down"]


async def test_a_muted_visitor_sees_the_mouth_move(
    parts: Parts, tmp_path: Path, open_page: OpenPage
) -> None:
    """Sound off: captions run and the figure speaks, at the pace of speech, without a notice."""
    async with opened(parts, tmp_path) as house:
        page = await open_page(house.pages)
        await page.click("#sound")
        await ask(page, "数商分为哪几类？")
        captions = page.locator("#captions")
        await expect(captions.locator(".spoken")).not_to_be_empty()
        await expect(captions.locator(".rest")).not_to_be_empty()
        await expect(page.locator("body")).to_have_attribute("data-figure", "speaking")
        await expect(page.locator("#notice")).to_be_hidden()
        # The words are all there and nothing sounds, yet it is still being told.
        await page.click("#stop")
        await expect(captions).to_have_text("")
        await expect(page.locator("#stop")).to_be_hidden()
        await expect(page.locator("body")).to_have_attribute("data-figure", "idle")


async def test_the_example_portal_works(parts: Parts, tmp_path: Path, open_page: OpenPage) -> None:
    """examples/portal with its own configuration: its buttons ask, its list shows the events."""
    state = {"assistant": ""}

    async def file(request: web.Request) -> web.Response:
        name = request.match_info["name"] or "index.html"
        text = (EXAMPLE / name).read_text("utf-8")
        kind = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
        text = text.replace("http://127.0.0.1:8080/", state["assistant"])
        return web.Response(text=text, content_type=kind[name.rpartition(".")[2]])

    app = web.Application()
    app.router.add_get("/{name:[a-z.]*}", file)
    embed = yaml.safe_load((EXAMPLE / "yingbin.yaml").read_text("utf-8"))["embed"]
    async with serve(app) as portal:
        assert embed["origins"] == ["http://127.0.0.1:8090"]
        async with opened(parts, tmp_path, embed={**embed, "origins": [portal]}) as house:
            state["assistant"] = house.pages
            page = await open_page(portal)
            await page.get_by_role("button", name="数商分为哪几类？").click()
            turn = page.frame_locator("yingbin-widget iframe").locator("yingbin-turn")
            await expect(turn).to_have_attribute("data-outcome", "answered")
            events = page.locator("#events li")
            await expect(events.last).to_contain_text('"outcome":"answered"')
            assert [s.channel for s in house.reception.sessions()] == ["portal"]


async def test_listed_portal_is_served_and_unlisted_refused(
    parts: Parts, tmp_path: Path, open_page: OpenPage
) -> None:
    """The server decides who may frame the assistant: a listed portal may, another may not."""
    portal = Portal()
    async with serve(portal.app()) as listed, serve(portal.app()) as unlisted:
        async with opened(parts, tmp_path, embed={"origins": [listed]}) as house:
            portal.assistant = house.pages
            page = await open_page(listed)
            await page.locator("yingbin-widget .launch").click()
            frame = page.frame_locator("yingbin-widget iframe")
            await frame.locator("#starters button").first.click()
            turn = frame.locator("yingbin-turn")
            await expect(turn).to_have_attribute("data-outcome", "answered")
            refused = await open_page(unlisted)
            await refused.locator("yingbin-widget .launch").click()
            failed = refused.locator("yingbin-widget .failed")
            await expect(failed).to_contain_text("咨询窗口暂时打不开。")
            assert len(house.reception) == 1
