"""A fresh context of the one Chromium, and a fresh stand-in server, for each browser test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from browser_steps import OpenPage
from playwright.async_api import Browser, BrowserContext, Page
from standin import StandIn, standin

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[StandIn]:
    """The stand-in server."""
    async with standin() as state:
        yield state


@pytest.fixture
def motion() -> str:
    """Whether the visitor likes things to move. A figure that breathes and blinks keeps a core
    busy by itself; tests of sound and of whole visits have it do so."""
    return "reduce"


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, motion: str) -> AsyncIterator[OpenPage]:
    """Opens a page in a context of its own. An error on the page fails the test."""
    contexts: list[BrowserContext] = []
    mistakes: list[str] = []

    async def open_one(address: str, *, script: str = "", **options: Any) -> Page:
        values: dict[str, Any] = {
            "viewport": {"width": 1280, "height": 800},
            "locale": "zh-CN",
            "reduced_motion": motion,
            **options,
        }
        context = await browser.new_context(**values)
        contexts.append(context)
        if script:
            await context.add_init_script(script)
        page = await context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        await page.goto(address)
        return page

    yield open_one
    for context in contexts:
        await context.close()
    assert mistakes == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's script."""
    return AXE.read_text(encoding="utf-8")
