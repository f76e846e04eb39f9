"""The talk: what a visitor asks and reads, with keyboard, mouse and screen reader."""

from __future__ import annotations

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import expect
from standin import StandIn
from standin_words import ANSWER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_greets_with_label_and_starters(server: StandIn, open_page: OpenPage) -> None:
    """Before any question there are a greeting, the AI label, and questions to start with."""
    page = await open_page(server.address)
    await expect(page.locator("#greeting-words")).to_contain_text("我是迎宾")
    await expect(page.locator("#ai-label")).to_have_text("数字人 · AI生成")
    await expect(page.locator("#ai-label")).to_be_visible()
    await page.click("#starters button >> nth=0")
    [message] = await server.wait_received("ask")
    assert message["text"] == "数据产品怎么登记？"


async def test_shows_an_answer_in_its_parts(server: StandIn, open_page: OpenPage) -> None:
    """Opener and closing line stand outside the answer; the next step is marked."""
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    turn = page.locator("yingbin-turn")
    await expect(turn.locator(".actions")).to_be_visible()
    await expect(turn.locator(".opener")).to_have_text(ANSWER[0].text)
    await expect(turn.locator(".answer p").first).to_have_text(ANSWER[1].text + ANSWER[2].text)
    await expect(turn.locator(".answer .list-item")).to_have_count(3)
    await expect(turn.locator(".answer .next-step")).to_have_text(ANSWER[6].text)
    await expect(turn.locator(".closing")).to_have_text(ANSWER[7].text)
    assert ANSWER[0].text not in await turn.locator(".answer").inner_text()


async def test_text_grows_before_the_sentence_is_whole(
    server: StandIn, open_page: OpenPage
) -> None:
    """The first words are on the page while the rest is still to come."""
    server.hold.clear()
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".opener")).to_have_text(ANSWER[0].text)
    await expect(page.locator(".answer")).to_be_hidden()
    server.hold.set()
    await expect(page.locator(".answer")).to_be_visible()


async def test_sources_open_in_place(server: StandIn, open_page: OpenPage) -> None:
    """A chip opens law, dates of force, grade, gist and publisher; only web addresses are links."""
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    first = page.get_by_role("button", name="《网络安全法》第23条")
    await first.click()
    await expect(first).to_have_attribute("aria-expanded", "true")
    panel = page.locator(".source-panel")
    for words in (
        "2026-01-01 起施行",
        "2026-11-22 有效的版本",
        "法规",
        "六个月",
        "全国人民代表大会",
    ):
        await expect(panel).to_contain_text(words)
    await expect(panel.locator("a")).to_have_attribute("href", "https://www.npc.gov.cn/")
    await page.get_by_role("button", name="数据交易服务安全要求").click()
    await expect(panel).to_contain_text("主体与产品两项审核")
    await expect(panel.locator("a")).to_have_count(0)
    await expect(first).to_have_attribute("aria-expanded", "false")


async def test_an_opened_source_comes_into_view(server: StandIn, open_page: OpenPage) -> None:
    """Opened at the lower edge, with a notice over the question box, it is seen as a whole."""
    page = await open_page(server.address, viewport={"width": 1440, "height": 620})
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".actions")).to_be_visible()
    await page.evaluate("document.getElementById('notice').hidden = false")
    chip = page.get_by_role("button", name="《网络安全法》第23条")
    await chip.evaluate("(one) => one.scrollIntoView({ block: 'end' })")
    await chip.press("Enter")
    panel = page.locator(".source-panel")
    await expect(panel).to_be_in_viewport(ratio=1)
    notice = await page.locator("#notice").bounding_box()
    box = await panel.bounding_box()
    assert notice is not None
    assert box is not None
    assert box["y"] + box["height"] <= notice["y"]


async def test_pointers_say_what_they_rest_on(server: StandIn, open_page: OpenPage) -> None:
    """A pointer's basis stands below its words, in small print, and is no part of the question."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    chip = page.get_by_role("button", name="数据交易服务机构应当向谁公开收费标准")
    basis = "依据：《关于构建数据基础制度更好发挥数据要素作用的意见》第十一条"
    await expect(chip.locator(".chip-basis")).to_have_text(basis)
    await chip.click()
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"].startswith("数据交易服务机构应当向谁公开")


async def test_cards_say_why_and_what_is_not_verified(server: StandIn, open_page: OpenPage) -> None:
    """Catalogue cards carry the sample tag and the reason; pointers say that nobody has verified
    that they fit, and can be asked like the questions to go on with."""
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    product = page.locator(".card-product")
    await expect(product.locator(".tag-sample")).to_have_text("示例")
    await expect(product).to_contain_text("推荐理由：您问到航运场景")
    heading = page.locator("yingbin-cards .unverified")
    await expect(heading).to_have_text("可能相关，是否对题未经核实")
    await page.click(".unverified ~ .card-related .ask-chip")
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"] == "数据资产入表"
    await page.locator("yingbin-cards").first.get_by_role("button", name="登记需要哪些").click()
    messages = await server.wait_received("ask", 3)
    assert messages[2]["text"] == "登记需要哪些材料？"


async def test_the_way_to_a_person_is_a_link(server: StandIn, open_page: OpenPage) -> None:
    """It opens the official page beside the conversation; a card without an address has none."""
    page = await open_page(server.address)
    await ask(page, "人工")
    link = page.locator(".card-contact").get_by_role("link", name="www.example.org")
    await expect(link).to_have_attribute("href", "https://www.example.org/contact")
    await expect(link).to_have_attribute("target", "_blank")
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".card-product")).to_be_visible()
    await expect(page.locator(".card-product a")).to_have_count(0)


async def test_a_contact_stands_in_full_once(server: StandIn, open_page: OpenPage) -> None:
    """Replies in a row that lead to the same person show how to reach them once; later it is a line
    that opens, by keyboard too."""
    page = await open_page(server.address)
    turns = page.locator("yingbin-turn")
    for count, question in enumerate(("人工", "不知道收费多少？", "人工在吗"), 1):
        await ask(page, question)
        await expect(turns.nth(count - 1).locator(".actions")).to_be_visible()
    await expect(turns.nth(0).locator(".card-contact .card-body")).to_be_visible()
    for place in (1, 2):
        again = turns.nth(place).locator(".contact-again")
        await expect(again.locator("summary")).to_have_text("请联系交易所工作人员（联系方式同上）")
        await expect(again.locator(".card-body")).to_be_hidden()
        await again.locator("summary").press("Enter")
        await expect(again.get_by_role("link", name="www.example.org")).to_be_visible()


async def test_many_sources_are_folded(server: StandIn, open_page: OpenPage) -> None:
    """Four are shown, the rest behind one chip that gives its place and the focus to them."""
    page = await open_page(server.address)
    await ask(page, "多据")
    chips = page.locator("yingbin-sources li:visible")
    await expect(chips).to_have_count(5)
    await page.get_by_role("button", name="其余 3 条依据").click()
    await expect(chips).to_have_count(7)
    await expect(chips.nth(4).locator("button")).to_be_focused()
    await expect(chips.nth(6)).to_contain_text("7《示例法》第7条")


async def test_what_is_asked_too_early_can_be_asked_again(
    server: StandIn, open_page: OpenPage
) -> None:
    """While the server is getting ready the page says that, and keeps the question at hand."""
    page = await open_page(server.address)
    await ask(page, "准备好了吗？")
    turn = page.locator("yingbin-turn").first
    await expect(turn.locator(".outcome-line")).to_have_text("正在准备资料")
    await turn.get_by_role("button", name="重新提问").click()
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"] == "准备好了吗？"


async def test_parts_of_an_answer_stand_apart(server: StandIn, open_page: OpenPage) -> None:
    """Each of several questions is a heading above its own answer."""
    page = await open_page(server.address)
    await ask(page, "两问")
    await expect(page.locator(".answer p")).to_have_count(4)
    await expect(page.locator(".answer .part")).to_have_text(
        ["关于“要哪些材料”：", "关于“要交多少钱”："]
    )


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("不知道收费多少？", "unknown", "这一点目前无法确认"),
        ("半知", "unknown", "不能完全确认，已知的如下"),
        ("相近", "unknown", "还需要确认一点"),
        ("拒绝", "refused", "不在本助手的解答范围内"),
        ("人工", "handoff", "请由工作人员为您处理"),
        ("部分", "partial", "只有一部分能够确认"),
        ("出错", "error", "这次没能答上来"),
        ("澄清", "clarify", "还需要确认一点"),
    ],
)
async def test_names_outcomes(
    server: StandIn, open_page: OpenPage, question: str, outcome: str, words: str
) -> None:
    """Each outcome other than a plain answer is named above it. That something is not known is no
    heading of a question back, nor of an answer that rests on a source."""
    page = await open_page(server.address)
    await ask(page, question)
    turn = page.locator("yingbin-turn")
    await expect(turn).to_have_attribute("data-outcome", outcome)
    await expect(turn.locator(".outcome-line")).to_have_text(words)


async def test_choices_of_a_question_back_are_asked(server: StandIn, open_page: OpenPage) -> None:
    """A choice is tapped instead of typed; after a switch in the other language, as far as it is
    known in it."""
    page = await open_page(server.address)
    await ask(page, "澄清一下")
    await expect(page.locator(".clarify-question")).to_have_text("您的数据是否包含个人信息？")
    await page.get_by_role("button", name="不包含", exact=True).click()
    messages = await server.wait_received("ask", 2)
    assert messages[1]["text"] == "不包含"
    await page.click("#language")
    choices = page.locator("yingbin-turn").first.locator(".clarify .ask-chip")
    await expect(choices).to_have_text(["It does", "It does not", "不清楚"])
    await choices.nth(1).click()
    messages = await server.wait_received("ask", 3)
    assert (messages[2]["text"], messages[2]["language"]) == ("It does not", "en")
    await page.click("#language")
    await expect(choices.first).to_have_text("包含")


async def test_markup_is_shown_as_text(server: StandIn, open_page: OpenPage) -> None:
    """Markup in questions and answers stays words."""
    page = await open_page(server.address)
    await ask(page, "<b>粗体</b>")
    await expect(page.locator(".question-words")).to_have_text("<b>粗体</b>")
    await expect(page.locator(".answer")).to_contain_text("<img src=x onerror=alert(1)>")
    assert await page.locator("yingbin-turn img, yingbin-turn b").count() == 0


async def test_enter_while_composing_does_not_send(server: StandIn, open_page: OpenPage) -> None:
    """An input method confirms a word with Enter; that must not send half a question."""
    page = await open_page(server.address)
    await page.fill("#question", "shuju")
    cases = ("isComposing: true", "keyCode: 229")
    for case in cases:
        prevented = await page.evaluate(
            "() => !document.getElementById('question').dispatchEvent(new KeyboardEvent("
            f"'keydown', {{key: 'Enter', bubbles: true, cancelable: true, {case}}}))"
        )
        assert prevented is False
    await page.press("#question", "Shift+Enter")
    await page.type("#question", "第二行")
    assert await page.input_value("#question") == "shuju\n第二行"
    await page.press("#question", "Enter")
    messages = await server.wait_received("ask")
    assert [one["text"] for one in messages] == ["shuju\n第二行"]


async def test_counts_characters_near_the_limit(server: StandIn, open_page: OpenPage) -> None:
    """The limit is named before it is reached; one past it nothing is sent and nothing is lost."""
    page = await open_page(server.address)
    await page.fill("#question", "问" * 400)
    await expect(page.locator("#counter")).to_have_text("")
    await page.fill("#question", "问" * 500)
    await expect(page.locator("#counter")).to_have_text("还可输入 0 字")
    await page.fill("#question", "问" * 501)
    await page.press("#question", "Enter")
    await expect(page.locator("#counter")).to_have_text("超出 1 字，请精简到 500 字以内")
    assert len(await page.input_value("#question")) == 501
    await page.fill("#question", "问" * 500)
    await page.press("#question", "Enter")
    [message] = await server.wait_received("ask")
    assert len(message["text"]) == 500


async def test_each_sentence_is_announced_once(server: StandIn, open_page: OpenPage) -> None:
    """A screen reader hears whole sentences, each once, in its language; never pieces."""
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".actions")).to_be_visible()
    said = await page.locator("#announcer p").all_inner_texts()
    assert said == [one.text for one in ANSWER]
    assert (
        await page.locator("#turns [aria-live], #turns [role=log], #turns [role=status]").count()
        == 0
    )
    await ask(page, "English please")
    await expect(page.locator("#announcer p[lang=en]")).to_have_count(2)
    await expect(page.locator("yingbin-turn >> nth=1 >> .answer span[lang=en]")).to_have_count(2)


async def test_a_new_question_cuts_the_old_one(server: StandIn, open_page: OpenPage) -> None:
    """Asking while an answer runs is barge-in; the older turn says so."""
    server.hold.clear()
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".opener")).to_be_visible()
    await ask(page, "拒绝")
    await expect(page.locator(".ending >> nth=0")).to_have_text("已转到您的新问题。")
    server.hold.set()
    await expect(page.locator("yingbin-turn >> nth=1")).to_have_attribute("data-state", "done")


async def test_stop_ends_the_answer(server: StandIn, open_page: OpenPage) -> None:
    """The stop button stops, and goes when there is nothing left to stop."""
    server.hold.clear()
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    await expect(page.locator(".opener")).to_be_visible()
    await page.click("#stop")
    [message] = await server.wait_received("stop")
    assert message["turn"] == "t1"
    await expect(page.locator(".ending")).to_have_text("已停止。")
    await expect(page.locator("#stop")).to_be_hidden()
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")


async def test_rating_and_report(server: StandIn, open_page: OpenPage) -> None:
    """A thumb and a report reach the server with their turn."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    up = page.get_by_role("button", name="有帮助", exact=True)
    await up.click()
    await expect(up).to_have_attribute("aria-pressed", "true")
    await page.get_by_role("button", name="举报").click()
    dialog = page.get_by_role("dialog", name="举报这条回答")
    await dialog.get_by_label("说明（可不填）").fill("数字有误")
    await dialog.get_by_role("button", name="提交").click()
    await expect(page.locator("#notice-words")).to_have_text("已收到，工作人员会核查。")
    messages = await server.wait_received("feedback", 2)
    assert [(one["turn"], one["rating"], one.get("note", "")) for one in messages] == [
        ("t1", "up", ""),
        ("t1", "report", "数字有误"),
    ]


async def test_copies_carry_the_label(server: StandIn, open_page: OpenPage) -> None:
    """What leaves the page by copying says that a machine wrote it."""
    page = await open_page(server.address, permissions=["clipboard-read", "clipboard-write"])
    await ask(page, "不知道收费多少？")
    await page.get_by_role("button", name="复制").click()
    await expect(page.locator("#notice-words")).to_have_text("已复制")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("收费标准目前没有公开的资料")
    assert copied.endswith("（数字人 · AI生成）")
    await page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.answer p'));"
        " document.execCommand('copy'); }"
    )
    selected = await page.evaluate("navigator.clipboard.readText()")
    assert selected.endswith("（数字人 · AI生成）")


async def test_notices_are_shown_in_words(server: StandIn, open_page: OpenPage) -> None:
    """A notice stands on the page until it is dismissed; one about an answer stands with it."""
    page = await open_page(server.address)
    await ask(page, "英文")
    await expect(page.locator(".turn-notices")).to_contain_text("Only the Chinese wording")
    await server.notice("two_hours", "您已与人工智能助手对话两小时。")
    await expect(page.locator("#notice-words")).to_have_text("您已与人工智能助手对话两小时。")
    await page.click("#notice-close")
    await expect(page.locator("#notice")).to_be_hidden()


async def test_refused_question_can_be_asked_again(server: StandIn, open_page: OpenPage) -> None:
    """The server's reason stands with the question, and one tap asks again."""
    page = await open_page(server.address)
    await ask(page, "太快了吗？")
    await expect(page.locator(".ending")).to_contain_text("提问太快了")
    await page.get_by_role("button", name="重新提问").click()
    await server.wait_received("ask", 2)


async def test_about_panel_says_what_is_kept(server: StandIn, open_page: OpenPage) -> None:
    """The panel names the machine, the sources of answers and what is kept; Escape closes it."""
    page = await open_page(server.address)
    await page.click("#about")
    dialog = page.get_by_role("dialog", name="关于本助手")
    for words in ("由人工智能驱动的数字人", "保留哪些信息", "不代替合规评估或法律意见"):
        await expect(dialog).to_contain_text(words)
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(page.locator("#about")).to_be_focused()
