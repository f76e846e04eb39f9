"""The languages of the page: the one chosen, the one written in, and what follows a switch."""

from __future__ import annotations

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import expect
from standin import StandIn

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_english_answer_is_english_as_a_whole(
    server: StandIn, open_page: OpenPage
) -> None:
    """On a page that the visitor made Chinese, too, an English answer has English words around
    it."""
    chosen = "localStorage.setItem('yingbin.language', 'zh')"
    page = await open_page(server.address, script=chosen)
    await ask(page, "English, please")
    turn = page.locator("yingbin-turn")
    await expect(turn).to_have_attribute("data-state", "done")
    await expect(turn.locator("yingbin-sources h3")).to_have_text("Sources")
    await expect(turn.locator(".source-chip").first).to_contain_text("Art. 23")
    await expect(page.locator("#question")).to_have_attribute("placeholder", "请输入您的问题")


async def test_language_changes_page_and_greeting(server: StandIn, open_page: OpenPage) -> None:
    """The toggle changes every word of the page, and the server greets anew in that language."""
    page = await open_page(server.address)
    await expect(page.locator("#starters button")).to_have_count(2)
    await page.click("#language")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("#greeting-words")).to_have_text("Good day. How can I help?")
    await expect(page.locator("#notice")).to_be_hidden()
    await ask(page, "English please")
    [message] = await server.wait_received("ask")
    assert message["language"] == "en"
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_the_page_speaks_as_the_visitor_writes(server: StandIn, open_page: OpenPage) -> None:
    """On a phone that is set to English a Chinese question makes the page Chinese, its permanent
    label too, also after a reload; a choice of the visitor's own stays."""
    page = await open_page(server.address, locale="en-GB")
    await expect(page.locator("#ai-label")).to_have_text("Digital human · AI-generated")
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator("#ai-label")).to_have_text("数字人 · AI生成")
    await expect(page.locator("yingbin-sources h3")).to_have_text("依据")
    await expect(page.locator("yingbin-cards .quiet-heading").last).to_have_text("您还可以问")
    await expect(page.locator("#greeting-words")).to_contain_text("您好")
    assert (await server.wait_received("ask"))[0]["language"] == "zh"
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    await page.click("#language")
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator("#ai-label")).to_have_text("Digital human · AI-generated")
    await expect(page.locator("yingbin-sources h3").last).to_have_text("依据")


async def test_chips_follow_the_language(server: StandIn, open_page: OpenPage) -> None:
    """After a switch what can be tapped is in the new language, as far as it is known in it, and is
    asked in it; switched in the middle of an answer, the starters follow at its end."""
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    chip = page.locator("yingbin-cards .ask-chip")
    await expect(chip.nth(1)).to_have_text("登记需要哪些材料？")
    server.hold.clear()
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator("#stop")).to_be_visible()
    await page.click("#language")
    await expect(chip.nth(1)).to_have_text("What does registration need?")
    await expect(chip.nth(2)).to_have_text("谁来做合规评估？")
    server.hold.set()
    await expect(page.locator("#starters button").first).to_have_text("How do I register?")
    await chip.nth(1).click()
    asked = await server.wait_received("ask", 3)
    assert (asked[2]["text"], asked[2]["language"]) == ("What does registration need?", "en")
