"""For all tests: nothing of ours blocks the event loop, no task and no thread outlives its test,
and hypothesis measures behaviour, not the speed of the machine. One Chromium serves all tests that
await; each opens contexts of its own, which share nothing."""

from __future__ import annotations

import asyncio
import inspect
import os
import threading
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
import structlog
from blockbuster import blockbuster_ctx
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, async_playwright

from dialog.config import Settings
from dialog.parts import Prepared, prepare

OURS = ["avatar", "dialog", "knowledge"]
SHARED_THREADS = ("asyncio_", "asyncio-", "waitpid-", "ThreadPoolExecutor", "pytest_timeout")
"""Threads of the loop and of the test tools, which live as long as these like."""

CHROMIUM = os.environ.get("YINGBIN_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: begun last, it would run alone beside an idle core."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def _house_rules(request: pytest.FixtureRequest) -> Iterator[None]:
    """The rules that every test keeps without saying so."""
    before = set(threading.enumerate())
    function = getattr(request, "function", None)
    asynchronous = inspect.iscoroutinefunction(getattr(function, "__wrapped__", function))
    in_own_loop = asynchronous and request.node.get_closest_marker("browser") is None
    if in_own_loop:
        request.getfixturevalue("_tasks_end")
    with blockbuster_ctx(OURS):
        yield
    # A command that a test runs sets the log up for the whole process.
    structlog.reset_defaults()
    if in_own_loop or not asynchronous:
        kept = SHARED_THREADS
        if "prepared" in request.fixturenames:
            # The searching threads of the parts that the whole session shares.
            kept = (*kept, "search")
        left = [t for t in threading.enumerate() if t not in before and not t.name.startswith(kept)]
        for thread in left:
            thread.join(timeout=5)
        alive = [t.name for t in left if t.is_alive()]
        assert alive == [], f"threads that outlive the test: {alive}"


@pytest_asyncio.fixture
async def _tasks_end() -> AsyncIterator[None]:
    """Tasks that a test started have ended when its fixtures are closed."""
    before = asyncio.all_tasks()
    yield
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    assert not left, f"tasks that outlive the test: {left}"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The product's own parts over the shipped pack, as they stand in the first second: with the
    judges and models that the pack brings, before the vectors are made."""
    data = tmp_path_factory.mktemp("data")
    parts = prepare(Settings(data_dir=str(data)), day="2026-11-22")
    yield parts
    parts.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The Chromium of the system, for tests on the session's loop."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=ARGUMENTS
        )
        yield chromium
        await chromium.close()
