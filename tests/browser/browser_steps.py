"""What browser tests do again and again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Page

OpenPage = Callable[..., Awaitable[Page]]
"""Opens an address in a context of its own; ``script`` runs before the page's own, the other
keywords are those of a browser context."""


SETTLED = """async () => {
  const roots = (root) => [...root.querySelectorAll("*")].flatMap((one) =>
    one.shadowRoot ? [one.shadowRoot, ...roots(one.shadowRoot)] : []);
  const running = () => [document, ...roots(document)]
    .flatMap((root) => root.getAnimations())
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .filter((one) => one.playState === "running");
  for (let some = running(); some.length; some = running())
    await Promise.allSettled(some.map((one) => one.finished));
}"""
"""Waits for whatever fades or moves to its end; what goes round for ever has none."""


async def violations(page: Page, axe: str, *, within: str = "html") -> list[str]:
    """What the checker finds wrong on a page at rest, each with its place: midway from one scheme
    to the other, or while a line fades in, no colour is the one that is meant."""
    await page.evaluate(SETTLED)
    if await page.evaluate("typeof axe === 'undefined'"):
        await page.evaluate(axe)
    found = await page.evaluate("async (within) => (await axe.run(within)).violations", within)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


async def ask(page: Page, question: str) -> None:
    """Type a question and send it by Enter."""
    await page.fill("#question", question)
    await page.press("#question", "Enter")


async def resize(page: Page, width: int, height: int) -> None:
    """Give the window another size and let the page settle in it."""
    await page.set_viewport_size({"width": width, "height": height})
    frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    await page.evaluate(frames)
