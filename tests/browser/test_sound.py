"""Sound, mouth and captions on one clock, and the rungs below sound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from browser_steps import OpenPage, ask
from playwright.async_api import expect
from standin import StandIn
from standin_words import ANSWER, UNKNOWN

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture
def motion() -> str:
    """Sound goes with the figure that moves."""
    return "no-preference"


WATCH = """
window.started = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (when) {
  window.started.push({ when, now: this.context.currentTime, length: this.buffer.duration });
  document.documentElement.dataset.started = window.started.length;
  return start.call(this, when);
};
window.states = [];
new MutationObserver(() => window.states.push(document.body.dataset.figure)).observe(
  document, { subtree: true, attributes: true, attributeFilter: ['data-figure'] });
"""
SUSPENDED = """
const resume = AudioContext.prototype.resume;
window.allowed = false;
AudioContext.prototype.resume = function () {
  return window.allowed ? resume.call(this) : new Promise(() => {});
};
Object.defineProperty(AudioContext.prototype, 'state', { get() {
  return window.allowed ? 'running' : 'suspended';
} });
"""
BROKEN = """
AudioContext.prototype.decodeAudioData = () =>
  Promise.reject(new DOMException('no sound', 'EncodingError'));
"""
VOICES = """
window.spoken = [];
const voices = %s;
speechSynthesis.getVoices = () => voices;
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
speechSynthesis.speak = (words) => {
  window.spoken.push([words.voice.name, words.text]);
  words.dispatchEvent(new Event('start'));
  setTimeout(() => words.dispatchEvent(new Event('end')), 20);
};
"""
TAKEN_AWAY = """
const listen = AudioBufferSourceNode.prototype.addEventListener;
AudioBufferSourceNode.prototype.addEventListener = function (name, ...more) {
  if (name !== 'ended') listen.call(this, name, ...more);
};
"""
LOCAL = '{ name: "local", lang: "zh-CN", localService: true }'
REMOTE = '{ name: "remote", lang: "zh-CN", localService: false }'


@pytest.mark.parametrize("stored", [False, True], ids=["live", "stored"])
async def test_sentences_sound_in_order(server: StandIn, open_page: OpenPage, stored: bool) -> None:
    """Each sentence sounds once, scheduled on the audio clock, and what was heard is told."""
    server.sound, server.stored = True, stored
    page = await open_page(server.address, script=WATCH)
    await ask(page, "数据产品怎么登记？")
    played = await server.wait_received("played", len(ANSWER))
    assert [(one["sentence"], one["ms"]) for one in played] == [
        (index, 120) for index in range(len(ANSWER))
    ]
    started = await page.evaluate("window.started")
    assert len(started) == len(ANSWER)
    assert all(one["when"] > one["now"] for one in started)
    assert [round(one["length"], 3) for one in started] == [0.12] * len(ANSWER)
    assert all(
        later["when"] >= earlier["when"] + earlier["length"] for earlier, later in pairwise(started)
    )
    states = await page.evaluate("window.states")
    assert {"thinking", "speaking"} <= set(states)
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")


async def test_captions_follow_without_sound(server: StandIn, open_page: OpenPage) -> None:
    """Without sound the captions and the mouth go on, by the durations given."""
    server.milliseconds = 400
    page = await open_page(server.address, script=WATCH)
    await ask(page, "不知道收费多少？")
    captions = page.locator("#captions")
    await expect(captions.locator(".spoken")).not_to_be_empty()
    await expect(captions).to_have_text("收费标准目前没有公开的资料，我不能给您一个数字。")
    played = await server.wait_received("played", 2)
    assert [one["sentence"] for one in played] == [0, 1]
    assert await page.evaluate("window.started") == []
    await expect(captions).to_have_text("")


async def test_blocked_sound_waits_for_a_tap(server: StandIn, open_page: OpenPage) -> None:
    """Where the browser blocks sound the captions run, and one tap lets the answer be heard."""
    server.sound = True
    page = await open_page(server.address, script=WATCH + SUSPENDED)
    await ask(page, "不知道收费多少？")
    hear = page.get_by_role("button", name="点按此处，听语音回答")
    await expect(hear).to_be_visible()
    await server.wait_received("played", 2)
    assert await page.evaluate("window.started") == []
    await page.evaluate("window.allowed = true")
    await hear.click()
    await expect(hear).to_be_hidden()
    await expect(page.locator("html")).to_have_attribute("data-started", "2")


async def test_own_voice_of_the_device(server: StandIn, open_page: OpenPage) -> None:
    """No sound from the server, sound wanted: a voice that lives on the device speaks."""
    page = await open_page(server.address, script=VOICES % f"[{REMOTE}, {LOCAL}]")
    await ask(page, "不知道收费多少？")
    await server.wait_received("played", 2)
    spoken = await page.evaluate("window.spoken")
    assert [name for name, _ in spoken] == ["local", "local"]


async def test_a_remote_voice_is_never_used(server: StandIn, open_page: OpenPage) -> None:
    """A browser's voice that sends words elsewhere is not used; captions run instead."""
    page = await open_page(server.address, script=VOICES % f"[{REMOTE}]")
    await ask(page, "不知道收费多少？")
    await server.wait_received("played", 2)
    assert await page.evaluate("window.spoken") == []


async def test_muted_means_silent(server: StandIn, open_page: OpenPage) -> None:
    """Muted: the question asks for no sound, no voice of the device speaks, the choice is kept."""
    page = await open_page(server.address, script=VOICES % f"[{LOCAL}]")
    sound = page.get_by_role("button", name="声音")
    await expect(sound).to_have_attribute("aria-pressed", "true")
    await sound.click()
    await expect(sound).to_have_attribute("aria-pressed", "false")
    await ask(page, "不知道收费多少？")
    [message] = await server.wait_received("ask")
    assert message["sound"] is False
    await server.wait_received("played", 2)
    assert await page.evaluate("window.spoken") == []
    await page.reload()
    await expect(sound).to_have_attribute("aria-pressed", "false")


async def test_broken_sound_leaves_the_captions(server: StandIn, open_page: OpenPage) -> None:
    """Sound that cannot be decoded costs the sound, not the captions nor what follows."""
    server.sound = True
    page = await open_page(server.address, script=WATCH + BROKEN)
    server.stored = True
    await ask(page, "不知道收费多少？")
    await expect(page.locator("#captions .spoken")).not_to_be_empty()
    played = await server.wait_received("played", 2)
    assert [one["sentence"] for one in played] == [0, 1]
    assert await page.evaluate("window.started") == []


async def test_long_captions_follow_the_voice(server: StandIn, open_page: OpenPage) -> None:
    """On a small screen the line that is being said stays in sight."""
    server.milliseconds = 600
    viewport = {"width": 360, "height": 480}
    page = await open_page(server.address, viewport=viewport)
    await ask(page, "不知道收费多少？")
    captions = page.locator("#captions")
    await expect(captions.locator(".rest")).not_to_be_empty()
    inside = """(one) => one.scrollTop + one.clientHeight + 2
      >= one.querySelector('.rest').offsetTop + parseFloat(getComputedStyle(one).lineHeight)"""
    assert await captions.evaluate(inside)
    await expect(captions.locator(".rest")).to_be_empty()
    assert await captions.evaluate(inside)


async def test_stop_silences_at_once(server: StandIn, open_page: OpenPage) -> None:
    """Stop cancels sound, mouth and captions together and tells how far it was heard."""
    server.sound = True
    server.milliseconds = 4000
    page = await open_page(server.address, script=WATCH)
    await ask(page, "不知道收费多少？")
    await expect(page.locator("#captions .spoken")).not_to_be_empty()
    await page.click("#stop")
    await expect(page.locator("#captions")).to_have_text("")
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")
    [played] = await server.wait_received("played")
    assert played["sentence"] == 0
    assert 0 <= played["ms"] < 4000
    assert len(await page.evaluate("window.started")) == 1


async def test_sound_that_never_ends_is_passed_over(server: StandIn, open_page: OpenPage) -> None:
    """Where the system takes the sound away in the middle of a sentence, its captions do not stand
    there for ever: the next one follows, and at the end nothing is left."""
    server.sound = True
    page = await open_page(server.address, script=WATCH + TAKEN_AWAY)
    await page.clock.install()
    await ask(page, "不知道收费多少？")
    captions = page.locator("#captions")
    for sentence in UNKNOWN:
        await expect(captions).to_have_text(sentence.text)
        await page.clock.run_for(5000)
    await expect(captions).to_have_text("")
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")


async def test_captions_are_not_read_out(server: StandIn, open_page: OpenPage) -> None:
    """A screen reader hears each sentence once, from the announcer; the captions are not for it."""
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    await server.wait_received("played", 2)
    await expect(page.locator("#captions")).to_have_attribute("aria-hidden", "true")
    said = await page.locator("#announcer p").all_inner_texts()
    assert said == [one.text for one in UNKNOWN]


@pytest.mark.parametrize("key", ["", "Escape"])
async def test_captions_can_be_stopped_when_the_words_are_all_there(
    server: StandIn, open_page: OpenPage, key: str
) -> None:
    """Without a voice the mouth still runs over the captions after the answer is complete: the
    button stays for mouse and touch as Escape does for keys, and goes with the captions."""
    server.milliseconds = 4000
    page = await open_page(server.address)
    await ask(page, "不知道收费多少？")
    await expect(page.locator("#turns .actions")).to_be_visible()
    await expect(page.locator("body")).to_have_attribute("data-figure", "speaking")
    await expect(page.locator("#stop")).to_be_visible()
    await (page.keyboard.press(key) if key else page.click("#stop"))
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")
    await expect(page.locator("#captions")).to_have_text("")
    await expect(page.locator("#stop")).to_be_hidden()
    await expect(page.locator("#question")).to_be_focused()


async def test_the_stop_button_goes_when_all_was_told(server: StandIn, open_page: OpenPage) -> None:
    """It stays while a voice sounds, also for who mutes it, and goes by itself at the end."""
    server.sound = True
    server.milliseconds = 1500
    page = await open_page(server.address, script=WATCH)
    await ask(page, "不知道收费多少？")
    await expect(page.locator("#turns .actions")).to_be_visible()
    await expect(page.locator("#stop")).to_be_visible()
    await page.click("#sound")
    await expect(page.locator("#stop")).to_be_visible()
    await expect(page.locator("#captions")).to_have_text("")
    await expect(page.locator("#stop")).to_be_hidden()


async def test_stop_ends_a_silent_mouth(server: StandIn, open_page: OpenPage) -> None:
    """Stopping in the middle of an answer without a voice stops the mouth with the words."""
    server.milliseconds = 4000
    server.hold.clear()
    page = await open_page(server.address)
    await ask(page, "数据产品怎么登记？")
    server.hold.set()
    await expect(page.locator("body")).to_have_attribute("data-figure", "speaking")
    server.hold.clear()
    await ask(page, "不知道收费多少？")
    await expect(page.locator("#stop")).to_be_visible()
    await page.click("#stop")
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")
    await expect(page.locator("#captions")).to_have_text("")
    await expect(page.locator("#stop")).to_be_hidden()
    server.hold.set()
    await expect(page.locator("#question")).to_be_focused()
    await expect(page.locator("body")).to_have_attribute("data-figure", "idle")


async def test_missing_sound_is_told_once_to_who_listens(
    server: StandIn, open_page: OpenPage
) -> None:
    """Not again for the same reason, not after a reload; and it goes away with the sound itself."""
    page = await open_page(server.address)
    words = page.locator("#notice-words")
    await ask(page, "无声一")
    await expect(words).to_have_text("语音服务暂时连接不上。")
    await page.click("#sound")
    await expect(page.locator("#notice")).to_be_hidden()
    await page.click("#sound")
    for question in ("有声", "无声二"):
        await ask(page, question)
        await expect(page.locator("yingbin-turn").last.locator(".actions")).to_be_visible()
    await expect(page.locator("#notice")).to_be_hidden()
    await page.reload()
    await ask(page, "无声三")
    await expect(page.locator("yingbin-turn").last.locator(".actions")).to_be_visible()
    await expect(page.locator("#notice")).to_be_hidden()


async def test_missing_sound_is_not_told_to_who_muted(server: StandIn, open_page: OpenPage) -> None:
    """They miss nothing; who listens again is told then."""
    page = await open_page(server.address)
    await page.click("#sound")
    for question in ("无声一", "有声", "无声二"):
        await ask(page, question)
        await expect(page.locator("yingbin-turn").last.locator(".actions")).to_be_visible()
        await expect(page.locator("#notice")).to_be_hidden()
    await page.click("#sound")
    await expect(page.locator("#notice-words")).to_have_text("语音服务暂时连接不上。")
