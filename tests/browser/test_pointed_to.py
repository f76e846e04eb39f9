"""Pointers on the page: what may be meant, with what is stored under it."""

from __future__ import annotations

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import expect
from standin import StandIn

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_is_likely_meant_is_read_at_once(server: StandIn, open_page: OpenPage) -> None:
    """Its card shows the stored words and their basis under the mark that nothing is verified; a
    tap asks its question."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    card = page.locator(".unverified ~ article.card-related")
    await expect(card.locator(".card-title")).to_have_text("数据产品挂牌要交多少钱？")
    await expect(card.locator(".card-body")).to_contain_text("请向工作人员索要现行收费标准。")
    await expect(card.locator(".card-why")).to_have_text("依据：《数据交易服务安全要求》")
    await card.get_by_role("button", name="对，就问这个").click()
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"] == "数据产品挂牌要交多少钱？"


async def test_what_is_less_likely_meant_opens_by_a_tap(
    server: StandIn, open_page: OpenPage
) -> None:
    """Its title stands there as a line, its stored words behind it."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    card = page.locator("details.card-related")
    await expect(card.locator(".card-body")).to_be_hidden()
    await card.locator("summary").press("Enter")
    await expect(card.locator(".card-body")).to_have_text("登记收不收费没有查到公开规定。")
    await card.get_by_role("button", name="对，就问这个").click()
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"] == "登记收费吗？"
