"""The console in a real browser: from the set-up link to a restored answer.

Longer than 400 lines because one signed-in console serves all of it.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page, expect
from staff_people import PASSWORD, Door, Person, add_editor, serving

from knowledge.documents import admit, encode, kind_of
from knowledge.pack import read

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# Only the patience of the tests: a busy machine is no fault of the page.
expect.set_options(timeout=20_000)
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = os.environ.get("YINGBIN_SHOTS", "")
"""A folder for screenshots, when somebody wants to look."""
OLD = "挂牌费用由双方在入场时书面约定"
NEW = "挂牌费用写在入场合同里，依据是《示例数据法》第三条；请先备好产品说明，再与专员核对合同。"


@pytest_asyncio.fixture(loop_scope="session")
async def door(app_and_door: tuple[web.Application, Door]) -> AsyncIterator[Door]:
    """The staff door on the loop of the browser."""
    async with serving(*app_and_door) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, door: Door) -> AsyncIterator[Page]:
    """A page whose scripts must not fail and which reaches nothing but the door; it is closed
    before the door is, for it may be asking something still."""
    del door
    context = await browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    opened = await context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda request: faults.append(request.url) if "127.0.0.1" not in request.url else None,
    )
    opened.on(
        "console",
        lambda message: (
            faults.append(message.text)
            if message.type == "error" and "status of 4" not in message.text
            else None
        ),
    )
    yield opened
    await context.close()
    assert faults == []


async def enter(page: Page, door: Door) -> None:
    await page.goto(f"{door.url}/setup#{await door.setup_token()}")
    await page.get_by_label("用户名").fill("wang.li")
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_role("button", name="创建").click()
    await expect(page.get_by_text("共 2 条")).to_be_visible()


async def shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


async def clean(page: Page) -> None:
    """No fault that axe knows of, and nothing wider than the window."""
    if await page.evaluate("typeof axe === 'undefined'"):
        await page.evaluate(AXE_SOURCE)
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
    assert told == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await page.evaluate(wide) <= 0


AXE_SOURCE = AXE.read_text("utf-8")


async def publish(page: Page, why: str) -> None:
    await page.get_by_role("button", name="发布", exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("原因").fill(why)
    await dialog.get_by_role("button", name="发布").click()


def answer_of(door: Door) -> str:
    found = {document.id: document for _, document in door.store.published()}
    return found["entry.fees"].answer  # type: ignore[union-attr]


async def test_from_the_link_to_a_restored_answer(page: Page, door: Door) -> None:
    """Set-up link, sign in, find an entry, change its answer, publish, history, restore."""
    await enter(page, door)
    assert "#" not in page.url.removesuffix("#/")
    await page.get_by_role("button", name="退出").click()
    await page.get_by_label("用户名").fill("wang.li")
    await page.get_by_label("密码").fill("not the password")
    await page.get_by_role("button", name="登录").click()
    await expect(page.get_by_text("用户名或密码不对")).to_be_visible()
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_role("button", name="登录").click()
    await page.get_by_label("搜索").fill("挂牌 收费")
    await expect(page.get_by_text("共 1 条")).to_be_visible()
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    answer = page.get_by_label("答案（必填）")
    await answer.fill(NEW)
    await expect(page.get_by_text("有未保存的修改")).to_be_visible()
    await expect(page.locator(".bubble")).to_contain_text("挂牌费用写在入场合同里")
    await publish(page, "按新合同样式改正")
    await expect(page.get_by_text("知识版本 2")).to_be_visible()
    assert await asyncio.to_thread(answer_of, door) == NEW
    history = page.locator("section > .history > li")
    await expect(history).to_have_count(2)
    await expect(history.first).to_contain_text("wang.li 起草并发布")
    await expect(history.first).to_contain_text("按新合同样式改正")
    await history.first.get_by_text("之前的草稿（1）").click()
    await expect(history.first.locator("li")).to_contain_text("第 2 版")
    await shoot(page, "history")
    await history.last.get_by_role("button", name="恢复此版本").click()
    await shoot(page, "restore")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("把“挂牌要交多少钱？”恢复到第 1 版？")
    await dialog.get_by_label("原因").fill("新样式推迟启用")
    await dialog.get_by_role("button", name="恢复此版本").click()
    await expect(page.get_by_text("知识版本 3")).to_be_visible()
    assert (await asyncio.to_thread(answer_of, door)).startswith(OLD)
    await expect(answer).to_have_value(await asyncio.to_thread(answer_of, door))


async def test_a_wrong_field_is_shown_where_it_stands(page: Page, door: Door) -> None:
    """A refused draft names the field beside it, takes the focus there, and loses nothing."""
    await enter(page, door)
    await page.get_by_role("link", name="入场要走哪几步？").click()
    sources = page.get_by_role("group", name="依据来源", exact=True)
    await sources.get_by_label("第几条").fill("五")
    await page.keyboard.press("Control+s")
    await expect(page.locator(".wrong")).to_have_text("格式不对，请检查。")
    await expect(sources.get_by_label("第几条")).to_be_focused()
    await sources.get_by_label("第几条").fill("6")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("草稿已保存（第 2 版）")).to_be_visible()
    await expect(page.locator(".chips")).to_contain_text("《示例数据法》第6条")


async def test_changes_are_not_lost(page: Page, door: Door) -> None:
    """Leaving with unsaved changes asks, naming the document; staying keeps them."""
    await enter(page, door)
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    await page.get_by_label("答案（必填）").fill(NEW)
    await page.get_by_role("link", name="运行状态").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("离开“挂牌要交多少钱？”？")
    await dialog.get_by_role("button", name="继续编辑").click()
    await expect(page.get_by_label("答案（必填）")).to_have_value(NEW)
    await page.get_by_role("link", name="运行状态").click()
    await dialog.get_by_role("button", name="离开").click()
    await expect(page.get_by_role("heading", name="运行状态")).to_be_visible()


async def test_a_conflict_keeps_my_words(page: Page, door: Door) -> None:
    """When a colleague was faster the console says who, and goes on with my words if I wish."""
    await enter(page, door)
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    answer = page.get_by_label("答案（必填）")
    await answer.fill(NEW)
    life = await asyncio.to_thread(door.store.history, "entry", "entry.fees")
    await asyncio.to_thread(door.store.save_draft, "entry", life[0].document(), "zhao", "同时在改")
    await page.get_by_role("button", name="保存草稿").click()
    await expect(page.get_by_role("alert")).to_contain_text("zhao 在")
    await shoot(page, "conflict")
    await expect(answer).to_have_value(NEW)
    await page.get_by_role("button", name="保留我的修改").click()
    await page.get_by_role("button", name="保存草稿").click()
    await expect(page.get_by_text("草稿已保存（第 3 版）")).to_be_visible()


async def test_signing_in_again_over_the_form(page: Page, door: Door) -> None:
    """A sign-in that ended meanwhile is renewed on top of the form; nothing is lost."""
    await enter(page, door)
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    await page.get_by_label("答案（必填）").fill(NEW)
    door.clock.jump(3600)
    await page.get_by_role("button", name="保存草稿").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("用户名").fill("wang.li")
    await dialog.get_by_label("密码").fill(PASSWORD)
    await dialog.get_by_role("button", name="登录").click()
    await expect(dialog).to_have_count(0)
    await page.get_by_role("button", name="保存草稿").click()
    await expect(page.get_by_text("草稿已保存（第 2 版）")).to_be_visible()
    await expect(page.get_by_label("答案（必填）")).to_have_value(NEW)


async def test_a_new_gap(page: Page, door: Door) -> None:
    """Another kind is written in a form drawn from its fields; markup stays text."""
    await enter(page, door)
    await page.get_by_label("类别").select_option("gap")
    await page.get_by_role("link", name="新建暂无答案").click()
    await page.get_by_label("编号（必填）").fill("gap.hours")
    await page.get_by_label("问题（必填）").fill("<img src=x onerror=alert(1)>几点开门？")
    await page.get_by_label("目前已知的情况（必填）").fill("没有可核对的开放时间。")
    await page.get_by_label("下一步怎么办（必填）").fill("请向现场人员询问。")
    await publish(page, "访客常问")
    await expect(page.get_by_text("知识版本 2")).to_be_visible()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x")


async def test_an_unchanged_form_changes_nothing(page: Page, door: Door) -> None:
    """Every document of the shipped pack comes out of its form as it went in."""
    pack = await asyncio.to_thread(read)
    documents = [*pack.every(), pack.profile]
    given = [(kind_of(one), json.loads(encode(one))) for one in documents]
    await enter(page, door)
    # As one text: value by value, the driver takes longer to hand them over than the forms take.
    returned = json.loads(await page.evaluate(FORMS, json.dumps(given)))
    for one, (kind, _), value in zip(documents, given, returned, strict=True):
        assert admit(kind, value).document == one


FORMS = """async given => {
    const { fields } = await import("/static/staff/form.js");
    const forms = await (await fetch("/api/forms")).json();
    const setting = { references: { law: {}, source: {} }, changed: () => {} };
    const returned = JSON.parse(given).map(([kind, value]) =>
        fields(forms[kind], value, { kind, ...setting }).read());
    return JSON.stringify(returned);
}"""


async def test_the_list_opens_on_entries(page: Page, door: Door) -> None:
    """What staff change most stands first; a matter is called by its name and its sides, and an
    address that asks for all kinds is kept on the way back from a document."""
    await enter(page, door)
    await expect(page.get_by_label("类别")).to_have_value("entry")
    await expect(page.get_by_role("row")).to_have_count(3)
    await page.get_by_label("类别").select_option("")
    await expect(page.get_by_text("共 6 条")).to_be_visible()
    matter = page.get_by_role("row").filter(has_text="matter.listing")
    await expect(matter.get_by_role("link")).to_have_text("挂牌：怎么办、费用")
    await expect(matter.get_by_text("matter.listing")).to_have_count(1)
    await matter.get_by_role("link").click()
    await page.get_by_role("link", name="返回列表").click()
    await expect(page.get_by_text("共 6 条")).to_be_visible()


async def test_words_are_looked_for_in_every_kind(page: Page, door: Door) -> None:
    """A search from the opening list leaves no kind out; a kind that was chosen is kept."""
    await enter(page, door)
    search = page.get_by_label("搜索")
    await search.fill("登记 入场")
    await expect(page.get_by_text("共 2 条")).to_be_visible()
    await expect(page.get_by_label("类别")).to_have_value("")
    await expect(page.get_by_role("row").nth(1)).to_contain_text("入场 · 步骤 · 登记")
    await page.get_by_role("row").nth(1).get_by_role("link").click()
    await page.get_by_role("link", name="返回列表").click()
    await expect(search).to_have_value("登记 入场")
    await expect(page.get_by_text("共 2 条")).to_be_visible()
    await page.get_by_label("类别").select_option("entry")
    await expect(page.get_by_text("共 1 条")).to_be_visible()
    await search.fill("入场")
    await expect(page.get_by_text("共 2 条")).to_be_visible()
    await expect(page.get_by_label("类别")).to_have_value("entry")


async def test_kinds_are_never_broken_into_characters(page: Page, door: Door) -> None:
    """On a tablet each cell beside the title stays on one line."""
    await page.set_viewport_size({"width": 768, "height": 900})
    await enter(page, door)
    heights = "[...document.querySelectorAll('td.kind, td.by')].map((one) => one.clientHeight)"
    await page.get_by_label("类别").select_option("")
    await expect(page.get_by_text("共 6 条")).to_be_visible()
    rows = "[...document.querySelectorAll('td.title')].map((one) => one.clientHeight)"
    cells = "[...document.querySelectorAll('td.kind')].map((one) => one.getClientRects().length)"
    assert max(await page.evaluate(heights)) <= max(await page.evaluate(rows))
    assert set(await page.evaluate(cells)) == {1}


async def test_question_and_answer_stand_first(page: Page, door: Door) -> None:
    """Long lists come last, folded, and say how many lines they hold."""
    await enter(page, door)
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    order = "[...document.querySelectorAll('.form > *')].map((one) => one.innerText.trim())"
    await expect(page.get_by_label("问题（必填）")).to_be_visible()
    shown = await page.evaluate(order)
    assert shown[0].startswith("问题")
    assert shown[1].startswith("答案")
    assert shown[2].startswith("英文")
    similar = page.get_by_text("相似问法（2 条）")
    await expect(page.get_by_label("相似问法")).to_be_hidden()
    await similar.click()
    await page.get_by_label("相似问法").fill("上架收费吗\n挂牌价格是多少\n挂牌费")
    await expect(page.get_by_text("相似问法（3 条）")).to_be_visible()


async def test_the_preview_cites_like_the_answer(page: Page, door: Door) -> None:
    """Sources of the claims that an entry rests on stand in the preview, too."""
    await enter(page, door)
    await page.get_by_role("link", name="入场要走哪几步？").click()
    chips = page.locator(".preview .chips li")
    await expect(chips).to_have_text(["《示例数据法》第5条", "《示例数据法》第7条第2款"])


async def test_an_english_answer_that_stayed_behind(page: Page, door: Door) -> None:
    """Whoever changes the Chinese answer alone is told before it is published."""
    await enter(page, door)
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    await page.get_by_label("答案（必填）").fill(NEW)
    await page.get_by_role("button", name="保存草稿").click()
    await expect(page.get_by_text("草稿已保存")).to_be_visible()
    await page.get_by_role("button", name="发布", exact=True).click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.locator(".warning")).to_contain_text("英文回答没有一起改")
    await clean(page)
    await shoot(page, "warning")
    await dialog.get_by_role("button", name="取消").click()
    english = page.get_by_role("group", name="英文", exact=True)
    await english.get_by_label("答案").fill("It stands in the contract.")
    await page.get_by_role("button", name="发布", exact=True).click()
    await expect(dialog).to_be_visible()
    await expect(dialog.locator(".warning")).to_have_count(0)


async def test_an_editor_cannot_publish(page: Page, door: Door) -> None:
    """An editor's console offers drafts only, and says who publishes."""
    admin = Person(door)
    await admin.set_up(await door.setup_token())
    await add_editor(admin)
    await admin.session.close()
    await page.goto(door.url)
    await page.get_by_label("用户名").fill("zhao")
    await page.get_by_label("密码").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="挂牌要交多少钱？").click()
    await expect(page.get_by_text("发布由发布员或管理员完成")).to_be_visible()
    await expect(page.get_by_role("button", name="发布", exact=True)).to_have_count(0)
    await expect(page.get_by_role("link", name="账户")).to_have_count(0)


async def test_empty_list_says_why(page: Page, door: Door) -> None:
    """A search without a find says what was searched, and clears with one key press."""
    await enter(page, door)
    await page.keyboard.press("/")
    await page.keyboard.type("火星")
    await expect(page.get_by_text("没有找到同时包含“火星”的内容")).to_be_visible()
    await page.get_by_role("button", name="清除筛选").press("Enter")
    await expect(page.get_by_text("共 6 条")).to_be_visible()
    await expect(page.get_by_label("搜索")).to_be_focused()


async def test_the_state_of_the_voice(page: Page, door: Door) -> None:
    """The status page says whether the cloud voice works, why not and since when, and what visitors
    hear instead."""
    await enter(page, door)
    await page.get_by_role("link", name="运行状态").click()
    voice = page.locator(".facts > dd").last
    await expect(voice).to_contain_text("云端语音暂时不可用")
    await expect(voice).to_contain_text("连接不上，从 2026年3月1日")
    await expect(voice).to_contain_text("由访客设备自带的语音朗读")
    await page.get_by_role("button", name="English").click()
    await expect(voice).to_contain_text("it cannot be reached, since 1 Mar 2026")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_clean_at_every_width(page: Page, door: Door, scheme: str) -> None:
    """Each view is free of axe faults and fits from 360 to 1440 px, light and dark, and says the
    same things in English."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.goto(door.url)
    await expect(page.get_by_role("heading", name="登录知识管理")).to_be_visible()
    await clean(page)
    await shoot(page, f"gate-{scheme}")
    await enter(page, door)
    views = {
        "list": ("#/", "共 2 条"),
        "all": ("#/?kind=all", "共 6 条"),
        "entry": ("#/document?kind=entry&key=entry.fees", "历史版本"),
        "law": ("#/document?kind=law&key=demo", "历史版本"),
        "new": ("#/new?kind=decision_table", "新建判断表"),
        "people": ("#/people", "添加账户"),
        "audit": ("#/audit", "登录与账户"),
        "status": ("#/status", "就绪"),
        "statutes": ("#/statutes", "预览"),
        "password": ("#/password", "当前密码"),
    }
    for name, (address, words) in views.items():
        await page.evaluate("address => { location.hash = address }", address)
        await expect(page.get_by_text(words).first).to_be_visible()
        for width in (360, 768, 1440):
            await page.set_viewport_size({"width": width, "height": 900})
            await clean(page)
            await shoot(page, f"{name}-{scheme}-{width}")
    await page.evaluate("location.hash = '#/'")
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_text("2 in all")).to_be_visible()
    await clean(page)


async def test_words_of_a_law_are_previewed_and_taken(page: Page, door: Door) -> None:
    """Choose a file, read the preview, take it with a reason."""
    await enter(page, door)
    await page.get_by_role("link", name="导入法规").click()
    text = "示例数据法\n第一条　为了示例，制定本法。\n第三条　数据应当登记。"
    file = {"name": "示例.txt", "mimeType": "text/plain", "buffer": text.encode("gb18030")}
    await page.get_by_label("文件").set_input_files([file])
    await page.get_by_role("button", name="预览").click()
    await expect(page.get_by_text("共 2 条，最后一条是第 3 条")).to_be_visible()
    await expect(page.get_by_text("示例.txt · 第 2 行 · 第1条：后面缺条")).to_be_visible()
    await clean(page)
    await shoot(page, "statutes")
    await page.get_by_role("button", name="导入", exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("原因").fill("官网文本")
    await dialog.get_by_role("button", name="导入").click()
    await expect(page.get_by_text("已导入（知识版本 2）")).to_be_visible()
    assert "statute.demo" in {d.id for _, d in await asyncio.to_thread(door.store.published)}
