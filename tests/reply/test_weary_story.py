"""A feeling that is told inside of a little story is heard, and is no need; need always is."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.phrases import PHRASES
from dialog.reply.feeling_told import feeling_told, without_feeling
from dialog.reply.grief import distress_of
from dialog.reply.policy import DISTRESS
from knowledge.text import normalise
from tests.reply.test_taking import talk

SURE = 0.97
LISTING = "挂牌要哪些材料"
COLD = ("不猜", "没有查到", "不在我的服务范围", "投诉", "I do not guess", "outside my service")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("唉，老板就一句话，我愁得觉都睡不好", "afraid"),
        ("我这一下午看了二十份合同，脑子都转不动了", "tired"),
        ("写得我头都大了，明天就要交", "tired"),
        ("服了 真费劲 早知道不问了", "put_off"),
        ("真费劲", "put_off"),
        ("早知道不问了", "put_off"),
        ("愁得睡不着", "afraid"),
        ("愁死我了", "afraid"),
        ("领导一天三个电话，我头都要炸了", "pressed"),
        ("昨晚加班到半夜，现在眼睛都睁不开", "tired"),
        ("Honestly, I find all of this quite confusing. Sorry.", "confused"),
        ("Sorry, this is all a bit much for me.", "confused"),
        ("I've been at this since morning and my brain is fried.", "tired"),
        ("I wish I hadn't asked.", "put_off"),
    ],
)
async def test_the_story_is_heard(prepared: Prepared, text: str, kind: str) -> None:
    """With one warm sentence and a next step, whether something was spoken of or not."""
    told = feeling_told(text)
    assert told is not None
    assert (told.kind, told.alone, told.pure) == (kind, True, True)
    warm = PHRASES[f"felt_{kind}_1"][int(text.isascii())]
    for before in ((), (LISTING,)):
        *_, heard = await talk(prepared, *before, text)
        assert (heard.done.outcome, heard.done.route) == ("smalltalk", "felt")
        assert heard.text.startswith(warm.split(";", maxsplit=1)[0])
        assert heard.offered
        assert heard.contact
        assert not any(words in heard.text for words in COLD)


async def test_who_is_confused_is_offered_plainer_words(prepared: Prepared) -> None:
    """Of the last answer, by a chip that says it more simply; or a person."""
    text = "Sorry, this is all a bit much for me."
    _, heard, plainer = await talk(
        prepared, "How do I list a data product?", text, "Please say it more simply"
    )
    assert "more simply" in heard.text
    assert "step by step" in heard.text
    assert "person" in heard.text
    assert "Please say it more simply" in heard.offered
    assert plainer.done.entries == ("procedure.list-product",)


async def test_what_is_due_is_asked_for(prepared: Prepared) -> None:
    """Where nothing was spoken of."""
    (heard,) = await talk(prepared, "写得我头都大了，明天就要交")
    assert PHRASES["felt_due"][0].split("：", maxsplit=1)[0] in heard.text


@pytest.mark.parametrize(
    ("before", "text", "entry"),
    [
        ("数据产品怎么挂牌", "愁死了，材料到底要哪些", "list.listing-documents"),
        ("怎么成为会员", "愁死了 数据产品怎么挂牌", "procedure.list-product"),
        ("怎么成为会员", "脑子都转不动了，你就说挂牌要哪些材料吧", "list.listing-documents"),
        (LISTING, "愁死我了，那费用呢", "gap.fees"),
        (LISTING, "This is all a bit much for me. What is a data vendor?", "entry.vendor-meaning"),
    ],
)
async def test_what_is_asked_beside_a_story_is_answered(
    prepared: Prepared, before: str, text: str, entry: str
) -> None:
    _, heard = await talk(prepared, before, text)
    assert entry in heard.done.entries


@pytest.mark.parametrize(
    "text",
    [
        "愁死我了",
        "脑子转不动了，好累",
        "愁得我头发都掉了",
        "唉，老板就一句话，我愁得觉都睡不好",
        "写了一晚上，脑子转不动了，真累",
        "忙得饭都吃不下，累死了",
        "My boss called me three times today and I can't think straight any more.",
        "My kid is sick and I still have to finish this tonight.",
    ],
)
def test_weariness_with_its_cause_is_no_need(text: str) -> None:
    """Hotlines for a long day read as mockery."""
    assert distress_of(SURE, normalise(text), ours=False) < DISTRESS


@pytest.mark.parametrize(
    "text",
    [
        "我真的不想活了",
        "撑不下去了想死",
        "愁得不想活了",
        "累得不想再醒来",
        "累得想从楼上跳下去",
        "脑子转不动了，不想活了",
        "真费劲，活着真费劲",
        "日子太难了",
        "一个人带孩子太难了，好累",
        "我这辈子人都废了",
        "烦死了，真不想待在这世上",
        "忙得都不知道活着为什么",
        "整夜睡不着，看不到希望",
        "孩子住院了，我好累",
        "没人懂我，好累",
        "好累",
        "睡不着，一直睡不着",
        "写了一晚上，脑子转不动了，真不如死了",
        "My head hurts and I want to die",
        "I can't think straight because of my divorce",
        "I can't sleep, I want it all to end",
        "Life is too much for me",
        "I'm going crazy, nobody would miss me",
    ],
)
def test_need_is_heard_in_any_story(text: str) -> None:
    """A word of need, or a weariness without a cause, leaves the model its say."""
    assert distress_of(SURE, normalise(text), ours=False) == SURE


@pytest.mark.parametrize(
    "text",
    [
        "失眠患者的数据能卖吗",
        "我们写了三年的代码，想卖",
        "我们核了3万人的身份证",
        "太麻烦您了",
        "全国人大",
        "不怕麻烦",
        "客户愁死了",
        "用户觉得太复杂",
        "员工加班到半夜的考勤数据",
        "买了数据后悔了，能退吗",
        "This is a lot of data",
        "I find all of this useful",
        "明天就要交",
    ],
)
def test_other_stories_tell_no_feeling(text: str) -> None:
    """Of others, of a case, thanks, and what is only due."""
    assert feeling_told(text) is None
    assert without_feeling(text) == text
