"""The line to the server: breaks, blocked sockets, another version, an idle page."""

from __future__ import annotations

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import expect
from standin import StandIn

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SOON = """
const later = window.setTimeout;
window.setTimeout = (act, wait, ...more) => later(act, wait >= 15000 ? 200 : wait, ...more);
"""
"""What the page would do in half a minute it does at once."""


async def test_reconnects_and_resumes(server: StandIn, open_page: OpenPage) -> None:
    """A broken line comes back by itself; its secret never stands in an address."""
    page = await open_page(server.address)
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", lambda socket: addresses.append(socket.url))
    await ask(page, "拒绝")
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    await server.drop()
    await expect(page.locator("#notice-words")).to_have_text("连接已恢复。")
    first, second = await server.wait_received("hello", 2)
    assert "secret" not in first
    assert second["secret"].startswith("secret-")
    assert second["last_seq"] > 0
    assert addresses
    assert not any("secret" in address for address in addresses)
    await ask(page, "人工")
    await expect(page.locator("yingbin-turn >> nth=1")).to_have_attribute("data-state", "done")


async def test_says_that_it_is_offline(server: StandIn, open_page: OpenPage) -> None:
    """Offline is said in words; a question asked meanwhile is sent once the network is back."""
    page = await open_page(server.address)
    await expect(page.locator("#starters button")).to_have_count(2)
    await page.context.set_offline(True)
    await server.drop()
    status = page.locator("#line-status")
    await expect(status).to_have_text("当前没有网络。网络恢复后会自动重新连接。")
    await ask(page, "拒绝")
    await page.context.set_offline(False)
    await expect(status).to_be_hidden()
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    messages = await server.wait_received("ask")
    assert [one["text"] for one in messages] == ["拒绝"]


async def test_a_lost_answer_can_be_asked_again(server: StandIn, open_page: OpenPage) -> None:
    """A break in the middle of an answer whose session is gone says so, and offers to ask again."""
    server.hold.clear()
    server.resumes = False
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".opener")).to_be_visible()
    await server.drop()
    await expect(page.locator(".ending")).to_contain_text("连接中断，这次回答没有完成。")
    server.hold.set()
    await page.get_by_role("button", name="重新提问").click()
    await expect(page.locator("yingbin-turn >> nth=1 >> .actions")).to_be_visible()


async def test_blocked_sockets_fall_back_to_post(server: StandIn, open_page: OpenPage) -> None:
    """Where sockets are blocked, questions go by POST, the answer streams, and the page says so."""
    server.refuse_sockets = True
    page = await open_page(server.address)
    await expect(page.locator("#line-status")).to_contain_text("已改用兼容方式")
    await ask(page, "不知道收费多少？")
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-outcome", "unknown")
    [posted] = await server.wait_received("post")
    assert posted["ask"]["text"] == "不知道收费多少？"
    assert "secret" not in posted["hello"]
    await expect(page.locator("#greeting-words")).to_contain_text("我是迎宾")
    await ask(page, "拒绝")
    await expect(page.locator("yingbin-turn >> nth=1")).to_have_attribute("data-outcome", "refused")
    posts = await server.wait_received("post", 2)
    assert posts[1]["hello"]["secret"].startswith("secret-")


async def test_a_thumb_without_a_socket(server: StandIn, open_page: OpenPage) -> None:
    """By POST a thumb carries the conversation's secret and the turn's receipt; one that is not
    taken is said so, and does not look as if it were."""
    server.refuse_sockets = True
    page = await open_page(server.address)
    await ask(page, "拒绝")
    up = page.get_by_role("button", name="有帮助", exact=True)
    await up.click()
    [posted] = await server.wait_received("posted feedback")
    assert posted["feedback"]["rating"] == "up"
    assert posted["feedback"]["turn"] == "t1"
    assert posted["secret"].startswith("secret-")
    assert posted["receipt"] == "Y-20261122-0001"
    await expect(page.locator("#announcer")).to_contain_text("谢谢您的反馈。")
    await page.get_by_role("button", name="举报").click()
    await page.fill("#report-note", "来源过期")
    await page.get_by_role("button", name="提交").click()
    reports = await server.wait_received("posted feedback", 2)
    assert reports[1]["feedback"]["note"] == "来源过期"
    await expect(page.locator("#notice-words")).to_contain_text("已收到")
    server.takes_feedback = False
    down = page.get_by_role("button", name="没有帮助")
    await down.click()
    await expect(page.locator("#notice-words")).to_have_text("反馈没有提交成功，请稍后再试。")
    await expect(down).to_have_attribute("aria-pressed", "false")
    await expect(up).to_have_attribute("aria-pressed", "true")


async def test_sockets_are_tried_again_now_and_then(server: StandIn, open_page: OpenPage) -> None:
    """Once the network lets sockets by, the page goes on over one, quietly says so, and keeps the
    conversation; a question asked meanwhile is not lost."""
    server.refuse_sockets = True
    page = await open_page(server.address, script=SOON)
    await expect(page.locator("#line-status")).to_contain_text("已改用兼容方式")
    await ask(page, "拒绝")
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    server.refuse_sockets = False
    await expect(page.locator("#notice-words")).to_have_text("实时连接已恢复。")
    await expect(page.locator("#line-status")).to_be_hidden()
    [hello] = await server.wait_received("hello")
    assert hello["secret"].startswith("secret-")
    await ask(page, "人工")
    [asked] = await server.wait_received("ask")
    assert asked["text"] == "人工"
    await expect(page.locator("yingbin-turn >> nth=1")).to_have_attribute("data-state", "done")


async def test_another_version_reloads_once(server: StandIn, open_page: OpenPage) -> None:
    """A page of another version reloads once; if that does not help, it says what to do."""
    server.refuse_protocol = True
    page = await open_page(server.address)
    await expect(page.locator("#line-status")).to_have_text(
        "页面版本与服务不一致，请刷新页面后再试。"
    )
    assert server.page_loads == 2


@pytest.mark.parametrize(
    ("code", "state", "resumes"), [(4001, "resting", True), (4000, "elsewhere", False)]
)
async def test_a_closed_line_opens_with_the_next_question(
    server: StandIn, open_page: OpenPage, code: int, state: str, resumes: bool
) -> None:
    """An idle page does not dial again until it is used; one that was resumed elsewhere begins a
    conversation of its own."""
    page = await open_page(server.address)
    await expect(page.locator("#starters button")).to_have_count(2)
    await server.close(code)
    await expect(page.locator("body")).to_have_attribute("data-line", state)
    await ask(page, "拒绝")
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    hellos = await server.wait_received("hello", 2)
    assert ("secret" in hellos[1]) is resumes


async def test_a_reload_keeps_the_conversation(server: StandIn, open_page: OpenPage) -> None:
    """After a reload the same tab shows its conversation again, and does not read it out."""
    page = await open_page(server.address)
    await ask(page, "拒绝")
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    await page.reload()
    hellos = await server.wait_received("hello", 2)
    assert hellos[1]["secret"]
    assert hellos[1]["last_seq"] == 0
    await expect(page.locator("yingbin-turn")).to_have_attribute("data-state", "done")
    await expect(page.locator(".question-words")).to_have_text("拒绝")
    assert await page.locator("#announcer p").count() == 0
