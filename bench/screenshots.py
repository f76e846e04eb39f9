"""Takes the READMEs' pictures from a running server: ``python bench/screenshots.py [ADDRESS]``.

Run it after the page or the figure has changed, with everything prepared (``make pack``).
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, async_playwright, expect

FOLDER = Path(__file__).parents[1] / "docs" / "images"
QUESTION = "我们会员有一百二十万，资料不含敏感信息，想传到新加坡总部，要办什么手续？"


async def take(browser: Browser, address: str, name: str, **options: object) -> None:
    """Ask the question and keep what a visitor sees at the answer's end."""
    context = await browser.new_context(locale="zh-CN", **options)  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(address)
    await expect(page.locator("#starters button").first).to_be_visible()
    await page.click("#sound")
    await page.fill("#question", QUESTION)
    await page.keyboard.press("Enter")
    await expect(page.locator("#turns")).to_contain_text("供参考", timeout=20_000)
    await page.wait_for_timeout(1500)
    await page.screenshot(path=FOLDER / f"{name}.png")
    await context.close()


async def main(address: str) -> None:
    """Light and dark."""
    FOLDER.mkdir(exist_ok=True)
    wide = {"width": 1280, "height": 800}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        await take(browser, address, "visit-light", viewport=wide, color_scheme="light")
        await take(browser, address, "visit-dark", viewport=wide, color_scheme="dark")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080/"))
