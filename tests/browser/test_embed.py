"""The widget on a portal of another origin: frame, commands, events, and who may use it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import web
from browser_steps import OpenPage, violations
from playwright.async_api import Page, expect
from standin import StandIn, serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PORTAL = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例门户</title>
<style>button {{ display: none }} * {{ color: red }}</style></head>
<body><main><h1>示例门户</h1><a href="#x" id="before">链接</a></main>
<script>
  window.heard = [];
  window.Yingbin = window.Yingbin || [];
  for (const name of ['ready', 'opened', 'closed', 'message', 'error'])
    Yingbin.push(['on', name, (detail) => window.heard.push([name, detail ?? null])]);
</script>
<script async src="{assistant}/embed.js" data-channel="embed" data-language="zh" {more}></script>
</body></html>"""


@pytest_asyncio.fixture(loop_scope="session")
async def portal(server: StandIn) -> AsyncIterator[str]:
    """A portal on an origin of its own; ``?more=`` adds attributes to its script tag."""

    async def page(request: web.Request) -> web.Response:
        more = request.query.get("more", "")
        text = PORTAL.format(assistant=server.address, more=more)
        return web.Response(text=text, content_type="text/html")

    app = web.Application()
    app.router.add_get("/", page)
    async with serve(app) as address:
        yield address


async def wait_heard(page: Page, name: str) -> None:
    """Wait until the portal has heard an event."""
    await page.wait_for_function(f"window.heard.some(([name]) => name === '{name}')")


async def test_a_listed_portal_talks(server: StandIn, portal: str, open_page: OpenPage) -> None:
    """Open by the launcher, ask inside the frame, and the portal hears of it."""
    server.ancestors = portal
    page = await open_page(portal)
    launcher = page.get_by_role("button", name="咨询: 打开咨询窗口")
    await expect(launcher).to_be_visible()
    await launcher.click()
    frame = page.frame_locator("yingbin-widget iframe")
    await expect(frame.locator("#ai-label")).to_be_visible()
    await expect(frame.locator("#question")).to_be_focused()
    await frame.locator("#question").fill("不知道收费多少？")
    await frame.locator("#question").press("Enter")
    await wait_heard(page, "message")
    heard = await page.evaluate("window.heard")
    assert [name for name, _ in heard] == ["opened", "ready", "message"]
    detail = heard[2][1]
    assert detail["outcome"] == "unknown"
    assert detail["text"].startswith("收费标准目前没有公开的资料")
    [hello] = await server.wait_received("hello")
    assert hello["channel"] == "embed"


async def test_an_unlisted_portal_is_refused(
    server: StandIn, portal: str, open_page: OpenPage
) -> None:
    """A portal that the server does not list gets no page in its frame, and says so in words."""
    server.ancestors = "'self'"
    page = await open_page(portal)
    await page.get_by_role("button", name="咨询: 打开咨询窗口").click()
    await wait_heard(page, "error")
    failed = page.locator("yingbin-widget .failed")
    await expect(failed).to_contain_text("咨询窗口暂时打不开。")
    assert server.received == []
    await failed.get_by_role("button", name="关闭咨询窗口").click()
    await expect(failed).to_be_hidden()


async def test_keyboard_and_focus(server: StandIn, portal: str, open_page: OpenPage) -> None:
    """Escape inside the frame or outside closes, and the focus goes back to the launcher."""
    server.ancestors = portal
    page = await open_page(portal)
    launcher = page.locator("yingbin-widget .launch")
    await launcher.focus()
    await page.keyboard.press("Enter")
    frame = page.frame_locator("yingbin-widget iframe")
    await expect(frame.locator("#question")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("yingbin-widget .panel")).to_be_hidden()
    await expect(launcher).to_be_focused()
    await expect(launcher).to_have_attribute("aria-expanded", "false")
    await page.keyboard.press("Enter")
    await expect(frame.locator("#question")).to_be_focused()
    await page.locator("#before").focus()
    await page.keyboard.press("Escape")
    await expect(page.locator("yingbin-widget .panel")).to_be_hidden()
    await expect(launcher).to_be_focused()


async def test_commands(server: StandIn, portal: str, open_page: OpenPage) -> None:
    """send opens and asks; setLanguage changes both sides; off silences; destroy leaves nothing."""
    server.ancestors = portal
    page = await open_page(portal)
    await expect(page.locator("yingbin-widget .launch")).to_be_visible()
    await page.evaluate("Yingbin.send('不知道收费多少？')")
    [message] = await server.wait_received("ask")
    assert message["text"] == "不知道收费多少？"
    await page.evaluate("Yingbin.setLanguage('en')")
    frame = page.frame_locator("yingbin-widget iframe")
    await expect(frame.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("yingbin-widget .launch")).to_have_text("Ask us")
    await page.evaluate(
        "() => { const count = () => { window.count = (window.count ?? 0) + 1; };"
        " Yingbin.on('closed', count); Yingbin.close(); Yingbin.off('closed', count);"
        " Yingbin.toggle(); Yingbin.close(); }"
    )
    assert await page.evaluate("window.count") == 1
    await page.evaluate("Yingbin.destroy()")
    assert await page.locator("yingbin-widget").count() == 0


async def test_init_waits_when_manual(server: StandIn, portal: str, open_page: OpenPage) -> None:
    """With data-manual nothing shows before init; init's options win over the attributes."""
    server.ancestors = portal
    page = await open_page(f"{portal}/?more=data-manual")
    await page.wait_for_function("typeof Yingbin.init === 'function'")
    assert await page.locator("yingbin-widget").count() == 0
    await page.evaluate("Yingbin.init({ language: 'en', side: 'left' })")
    await expect(page.locator("yingbin-widget .launch")).to_have_text("Ask us")
    box = await page.locator("yingbin-widget .launch").bounding_box()
    assert box is not None
    assert box["x"] < 100


async def test_styles_do_not_mix(server: StandIn, portal: str, open_page: OpenPage) -> None:
    """The portal's styles do not reach the widget, nor the other way round."""
    server.ancestors = portal
    page = await open_page(portal)
    launcher = page.locator("yingbin-widget .launch")
    await expect(launcher).to_be_visible()
    color = "(one) => getComputedStyle(one).color"
    assert await launcher.evaluate(color) == "rgb(255, 255, 255)"
    assert await page.locator("h1").evaluate(color) == "rgb(255, 0, 0)"


async def test_full_screen_on_phones(
    server: StandIn, portal: str, open_page: OpenPage, axe: str
) -> None:
    """On a phone the window fills the screen, can be closed inside, and passes the checker."""
    server.ancestors = portal
    page = await open_page(portal, viewport={"width": 360, "height": 740})
    await page.locator("yingbin-widget .launch").click()
    frame = page.frame_locator("yingbin-widget iframe")
    await expect(frame.locator("#starters button")).to_have_count(2)
    box = await page.locator("yingbin-widget iframe").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 360, "height": 740}
    assert await violations(page, axe, within="yingbin-widget") == []
    await frame.get_by_role("button", name="关闭对话窗口").click()
    await expect(page.locator("yingbin-widget .panel")).to_be_hidden()


async def test_messages_of_others_are_ignored(
    server: StandIn, portal: str, open_page: OpenPage
) -> None:
    """A message without our mark, or from another window, neither asks nor closes."""
    server.ancestors = portal
    page = await open_page(portal)
    await page.locator("yingbin-widget .launch").click()
    frame = page.frame_locator("yingbin-widget iframe")
    await expect(frame.locator("#starters button")).to_have_count(2)
    # From the portal's own window: right words, wrong source.
    await page.evaluate("postMessage({ mark: 'yingbin', kind: 'close' }, '*')")
    # From inside the frame's own window: right origin for nobody.
    inner = next(one for one in page.frames if one != page.main_frame)
    await inner.evaluate("postMessage({ mark: 'yingbin', kind: 'ask', text: '人工' }, '*')")
    await page.evaluate(
        "document.querySelector('yingbin-widget').shadowRoot.querySelector('iframe')"
        ".contentWindow.postMessage({ kind: 'ask', text: '人工' }, '*')"
    )
    await page.evaluate("Yingbin.send('拒绝')")
    messages = await server.wait_received("ask")
    assert [one["text"] for one in messages] == ["拒绝"]
    await expect(page.locator("yingbin-widget .panel")).to_be_visible()
