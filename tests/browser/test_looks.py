"""Every state at every width, light and dark: nothing sticks out, nothing fails the checker."""

from __future__ import annotations

import itertools
from typing import Literal

import pytest
from browser_steps import OpenPage, ask, resize, violations
from playwright.async_api import Page, expect
from standin import StandIn

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
HEADS = ((360, 740, 90), (320, 640, 90), (740, 360, 90), (768, 1024, 230))
"""Windows, and how far down the talk may begin there."""
SMALL_TARGETS = """() => [...document.querySelectorAll('button, a[href], textarea')]
  .filter((one) => one.checkVisibility() && !one.classList.contains('skip-link'))
  .map((one) => [one.id || one.className, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


async def reach(page: Page, server: StandIn, state: str) -> None:
    """Bring the page into a state."""
    await expect(page.locator("#starters button")).to_have_count(2)
    match state:
        case "answered":
            await ask(page, "数据产品怎么登记？")
            await expect(page.locator(".actions")).to_be_visible()
            await page.click(".source-chip >> nth=0")
        case "unknown":
            await ask(page, "不知道收费多少？")
            await expect(page.locator(".actions")).to_be_visible()
        case "led again":
            for _ in range(2):
                await ask(page, "人工")
            again = page.locator(".contact-again")
            await expect(again).to_have_count(1)
            await again.locator("summary").click()
        case "error":
            await ask(page, "太快了吗？")
            await expect(page.locator(".ending")).to_be_visible()
        case "offline":
            await page.context.set_offline(True)
            await server.drop()
            await expect(page.locator("#line-status")).to_be_visible()
        case "clarify":
            await ask(page, "澄清一下")
            await expect(page.locator(".clarify .chip")).to_have_count(3)
        case "report":
            await ask(page, "拒绝")
            await page.get_by_role("button", name="举报").click()
        case _:
            pass


@pytest.mark.parametrize("state", ["empty", "answered", "unknown", "led again", "error", "offline"])
async def test_fits_and_is_accessible(
    server: StandIn, open_page: OpenPage, axe: str, state: str
) -> None:
    """No sideways scrolling, no small target, no violation, at every width, light and dark."""
    page = await open_page(server.address)
    await reach(page, server, state)
    for scheme, width in itertools.product(SCHEMES, (360, 768, 1440)):
        await page.emulate_media(color_scheme=scheme)
        await resize(page, width, 800)
        seen = (scheme, width)
        # The figure hears of the new width with the frame that shows it.
        await expect(page.locator("html")).to_have_js_property("scrollWidth", width)
        assert await page.evaluate(SMALL_TARGETS) == [], seen
        assert await violations(page, axe) == [], seen
        await expect(page.locator("#ai-label")).to_be_in_viewport(ratio=1)


async def test_names_are_whole_on_a_small_screen(server: StandIn, open_page: OpenPage) -> None:
    """The exchange's name is not cut, however long it is, and no 第23条 is parted."""
    page = await open_page(server.address, viewport={"width": 360, "height": 740})
    await reach(page, server, "answered")
    await page.evaluate(
        "document.getElementById('exchange-name').textContent = 'Sample Exchange '.repeat(4)"
    )
    cut = (
        "(one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1"
    )
    assert not await page.locator(".bar-title").evaluate(cut)
    label = await page.locator("#ai-label").bounding_box()
    name = await page.locator("#exchange-name").bounding_box()
    assert label is not None
    assert name is not None
    assert name["y"] + name["height"] <= label["y"]
    rows = "(one) => one.getClientRects().length"
    places = await page.locator(".chip-place").all()
    assert places
    assert [await place.evaluate(rows) for place in places] == [1] * len(places)


async def test_the_head_leaves_the_screen_to_the_talk(server: StandIn, open_page: OpenPage) -> None:
    """On a phone, name, label and figure share one head; all of them stay in sight."""
    page = await open_page(server.address, viewport={"width": 360, "height": 740})
    await ask(page, "不知道收费多少？")
    for scheme, (width, height, most) in itertools.product(SCHEMES, HEADS):
        await page.emulate_media(color_scheme=scheme)
        await resize(page, width, height)
        talk = await page.locator("#scroller").bounding_box()
        assert talk is not None
        assert talk["y"] <= most, (scheme, width)
        for part in ("#figure", "#ai-label", "#assistant-name", "#sound", "#captions"):
            await expect(page.locator(part)).to_be_in_viewport(ratio=0.98)
        figure = await page.locator(".figure-plate").bounding_box()
        assert figure is not None
        assert figure["width"] >= 56, (scheme, width)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("state", ["clarify", "report"])
async def test_further_states_are_accessible(
    server: StandIn, open_page: OpenPage, axe: str, state: str
) -> None:
    """Choices and the report panel pass the checker, too."""
    page = await open_page(server.address)
    await reach(page, server, state)
    assert await violations(page, axe) == []


async def test_everything_by_keyboard(server: StandIn, open_page: OpenPage) -> None:
    """The skip link leads to the question box; every control is reached by Tab, with a visible
    focus."""
    page = await open_page(server.address)
    await expect(page.locator("#starters button")).to_have_count(2)
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip-link")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#question")).to_be_focused()
    await page.keyboard.type("数据产品怎么登记？")
    await page.keyboard.press("Enter")
    await expect(page.locator(".actions")).to_be_visible()
    reached: set[str] = set()
    await page.evaluate("document.activeElement.blur()")
    for _ in range(40):
        await page.keyboard.press("Tab")
        name, outlined = await page.evaluate(
            """() => { const one = document.activeElement;
            if (one === document.body) return ['', true];
            const box = one.closest('.ask-form') ?? one;
            const style = getComputedStyle(box);
            return [one.id || one.textContent || one.ariaLabel,
              style.outlineStyle !== 'none' || style.boxShadow !== 'none']; }"""
        )
        reached.add(name)
        assert outlined, name
    assert {"sound", "language", "about", "question", "send"} <= reached
    assert any("网络安全法" in name for name in reached)


async def test_reduced_motion_is_respected(server: StandIn, open_page: OpenPage) -> None:
    """With reduced motion nothing is animated for longer than a moment."""
    page = await open_page(server.address, reduced_motion="reduce")
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".actions")).to_be_visible()
    longest = await page.evaluate(
        "() => Math.max(0, ...document.getAnimations().map("
        "(one) => Number(one.effect.getTiming().duration)))"
    )
    assert longest < 1


async def test_prints_with_its_label(server: StandIn, open_page: OpenPage) -> None:
    """On paper the talk stands alone, with the label that a machine wrote it."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    await expect(page.locator(".actions")).to_be_visible()
    await page.emulate_media(media="print")
    await expect(page.locator("#print-label")).to_be_visible()
    await expect(page.locator("#form")).to_be_hidden()
    await expect(page.locator(".answer")).to_be_visible()
