"""Small talk about the house gets a light word, and never the office hours."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.phrases import phrase
from dialog.reply.asides import aside_asked, aside_of, asks_who, praises, without_aside
from dialog.reply.course import only_remarks
from dialog.reply.intent import IntentGuess
from dialog.reply.policy import Unknown
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("你们单位的伙食怎么样", "food"),
        ("对了，附近有啥好吃的呀", "food"),
        ("昨天下雨了，今天天气真不错吧", "weather"),
        ("前台小哥哥好帅啊", "looks"),
        ("周末大家都去哪玩", "leisure"),
        ("Is the coffee at your place any good?", "food"),
        ("how was your weekend?", "leisure"),
        ("凌晨三点还在值班，你们也不睡觉的吗", "wellbeing"),
        ("你们不用吃饭的吗", "wellbeing"),
        ("don't you ever sleep?", "wellbeing"),
        ("Lovely weather today", "weather"),
    ],
)
def test_small_talk_about_the_house(text: str, kind: str) -> None:
    """Every word is such talk."""
    assert aside_of(text) in (kind, "")
    if "不错" not in text:
        assert aside_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "周末上班吗",
        "中午休息吗",
        "晚上几点关门",
        "你们晚上休息吗",
        "睡觉时心率的数据有没有",
        "食堂的消费记录能卖吗",
        "有天气的吗",
        "上海的天气",
        "气象数据有没有",
        "餐饮行业的报告",
        "明天下雨你们还办公吗",
        "图表好看的报告怎么做",
        "is there weather data",
        "are you open at the weekend",
        "hot products",
    ],
)
def test_matters_are_no_asides(text: str) -> None:
    """Hours, and data on such things."""
    assert aside_of(text) == ""


def test_an_aside_behind_a_question_is_left_out() -> None:
    """The question is answered."""
    assert without_aside("入驻要几天？对了，你们食堂好吃吗") == "入驻要几天？"
    assert without_aside("你们食堂好吃吗") == "你们食堂好吃吗"
    assert without_aside("入驻要几天，挂牌要几天") == "入驻要几天，挂牌要几天"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("入驻要几天？对了，你们食堂好吃吗", "food"),
        ("入驻要几天？今天好热啊", ""),
        ("How many kinds of vendors are there? Is it raining today?", "weather"),
        ("入驻要几天", ""),
        ("明天会下雨吗", ""),
    ],
)
async def test_what_is_asked_in_passing_gets_a_word(
    prepared: Prepared, text: str, kind: str
) -> None:
    """The question is answered, and nothing that was asked is dropped in silence."""
    assert aside_asked(text) == kind
    if kind:
        heard = await listen(prepared.turn, text, (), DAY)
        assert heard.done.entries
        language = "en" if text.isascii() else "zh"
        assert heard.text.endswith(phrase(f"aside_{kind}", language))


async def test_an_aside_is_answered_lightly(prepared: Prepared) -> None:
    """And leads back to what was spoken of."""
    before = (Exchange("挂牌要交哪些材料", "answered", ("list.listing-documents",)),)
    heard = await listen(prepared.turn, "好。顺便问下你们这儿的饭菜好吃吗", before, DAY)
    assert heard.done.outcome == "smalltalk"
    assert "接着问" in heard.text
    hours = await listen(prepared.turn, "你们周末上班吗", before, DAY)
    assert hours.done.entries == ("gap.hours",)


@pytest.mark.parametrize(
    "text",
    [
        "对了，您是活人吗",
        "你到底是机器人还是真人啊，普通话挺标准",
        "Am I talking to a real person?",
        "By the way, are you a bot?",
    ],
)
def test_who_the_assistant_is(text: str) -> None:
    """With what leads over to it, and with praise."""
    assert asks_who(text)


@pytest.mark.parametrize(
    "text",
    ["客服是真人吗", "你们是机器人公司吗", "你是真人的话能帮我交材料吗", "are you open on Sunday?"],
)
def test_other_questions_are_not_about_the_assistant(text: str) -> None:
    """Whoever or whatever else is asked about."""
    assert not asks_who(text)


def test_praise_asks_nothing() -> None:
    """Of the voice and the looks; a question on voices is none."""
    assert praises("您的声音真好听呀")
    assert praises("your voice sounds really nice")
    assert not praises("声音数据能卖吗")
    assert not praises("声音好听的数据")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("how's your day going", "aside_wellbeing"),
        ("你今天忙不忙", "aside_wellbeing"),
        ("Nice to meet you", "aside_meeting"),
        ("just looking around, thanks", "aside_looking"),
        ("随便看看", "aside_looking"),
        ("Lovely weather today", "aside_weather_fine"),
        ("Miserable weather, isn't it", "aside_weather_foul"),
        ("Is it raining outside?", "aside_weather"),
        ("Where would I get a decent coffee round here?", "aside_food"),
    ],
)
async def test_small_talk_gets_a_human_word(prepared: Prepared, text: str, name: str) -> None:
    """That hears what was said."""
    heard = await listen(prepared.turn, text, (), DAY)
    language = "en" if text.isascii() else "zh"
    assert heard.done.outcome == "smalltalk"
    assert phrase(name, language) in heard.text


@pytest.mark.parametrize(
    "text", ["怎么样", "can I get weather data", "where can I get traffic data"]
)
def test_other_questions_are_no_small_talk(text: str) -> None:
    """Whatever of its words stand in such talk."""
    assert aside_of(text) == ""


@pytest.mark.parametrize(
    ("text", "chat"),
    [
        ("上次来参观，你们食堂的红烧肉不错，替我带个好", True),
        ("你们这效率，唉", False),
        ("我们的数据有点乱", False),
    ],
)
def test_a_remark_that_asks_for_nothing_is_not_unknown(text: str, *, chat: bool) -> None:
    """It gets a friendly word; a sigh, a question or a word on data gets none such."""
    guess = IntentGuess("small_talk", 0.3, 1.0, 0.0, 0.0)
    assert only_remarks(Unknown(1.0), Findings("none"), guess, text) == chat
