"""From the staff's desk to the visitor: new words at once, the old ones when restored."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import Page, expect
from test_visit import settings_for

from dialog.app import Parts, choose_parts, open_house
from dialog.clock import SystemClock
from dialog.hearing import listen

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

QUESTION = "数据交易链是什么？"
NEW = (
    "数据交易链把挂牌目录记在链上，方便各地核对。这是一句示例答案，"
    "用来试验工作人员改了以后，下一位访客马上看到新的说法。"
)
PATIENCE = 90.0
"""Seconds after which it counts as broken; how fast it really is, `bench/publish.py` tells."""


async def sign_up(page: Page) -> None:
    await page.get_by_label("用户名").fill("wang.li")
    await page.get_by_label("密码").fill("a long enough password")
    await page.get_by_role("button", name="创建").click()
    await page.get_by_label("搜索").fill("数据交易链")
    await page.get_by_role("link", name=QUESTION).click()


async def publish(page: Page, why: str) -> None:
    await page.get_by_role("button", name="发布", exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("原因").fill(why)
    await dialog.get_by_role("button", name="发布").click()


async def answer_for_a_visitor(open_page: OpenPage, address: str) -> str:
    """What a visitor who has just come gets."""
    page = await open_page(address)
    await ask(page, QUESTION)
    turn = page.locator("yingbin-turn").last
    await expect(turn).to_have_attribute("data-outcome", re.compile("."))
    answer = await turn.locator(".answer").inner_text()
    await page.context.close()
    return answer


async def wait_until_known(parts: Parts, words: str) -> None:
    """Until a turn that begins now says the words. Asked without a page: a browser that opens one
    after the other takes both cores from the very work that is waited for."""
    today = SystemClock().now().date()
    async with asyncio.timeout(PATIENCE):
        while words not in (await listen(parts.turn, QUESTION, (), today)).text:
            await asyncio.sleep(0.05)


async def test_what_staff_publish_reaches_the_next_visitor(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """An edited answer is what the next visitor hears; so is a restored one."""
    settings = settings_for(tmp_path)
    parts = await asyncio.to_thread(choose_parts, settings)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(asyncio.to_thread, parts.close)
        house = await stack.enter_async_context(open_house(settings, parts))
        before = await answer_for_a_visitor(open_page, house.pages)
        assert "国家工程实验室" in before
        link = await asyncio.to_thread(parts.setup_link)
        staff = await open_page(house.staff.rstrip("/") + link)
        await sign_up(staff)
        await staff.get_by_label("答案（必填）").fill(NEW)
        await publish(staff, "试验新的说法")
        await expect(staff.locator(".history li").first).to_contain_text("试验新的说法")
        await wait_until_known(parts, NEW[:20])
        assert NEW[:20] in await answer_for_a_visitor(open_page, house.pages)
        await staff.locator(".history li").last.get_by_role("button", name="恢复此版本").click()
        dialog = staff.get_by_role("dialog")
        await dialog.get_by_label("原因").fill("试验结束")
        await dialog.get_by_role("button", name="恢复此版本").click()
        await expect(staff.locator(".history li").first).to_contain_text("试验结束")
        await wait_until_known(parts, before[:20])
        assert await answer_for_a_visitor(open_page, house.pages) == before
