"""A kind of data that is laughed at is none that was told, and what stands beside it answers."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.choice_explained import asks_meaning
from knowledge.answers.table_words import occurs
from tests.reply.test_same_case import talk

MENU = "手里的这种数据能卖吗"
MEMBERS = "会员手机号一个月来几次都记的，这种能卖吗"
SECRET = "国家秘密"
NONE = ("table.forbidden-data", "personal-none")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("剃头店哪里来国家秘密啦", SECRET),
        ("谁说我有国家秘密", SECRET),
        ("谁跟你说我们有重要数据的", "重要数据"),
        ("怎么会有国家秘密呢", SECRET),
        ("什么国家秘密不国家秘密的", SECRET),
        ("国家秘密?开什么玩笑", SECRET),
        ("我们小店哪有国家秘密啊", SECRET),
        ("why would a barber have state secrets?", "state secret"),
        ("who says i have state secrets", "state secret"),
    ],
)
def test_wonder_denies(text: str, name: str) -> None:
    """Whoever laughs at a thing says that they have none."""
    assert occurs(name, text) == (False, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("哪里有公共数据可以买", "公共数据"),
        ("里面有国家秘密怎么处理", SECRET),
        ("监管部门说我们有重要数据", "重要数据"),
        ("为什么要卖公共数据", "公共数据"),
        ("哪里来的公共数据能卖", "公共数据"),
        ("谁说公共数据不能卖", "公共数据"),
        ("we have state secrets", "state secret"),
    ],
)
def test_what_is_told_or_asked_stands(text: str, name: str) -> None:
    """A source may really be asked for, and somebody really have said so."""
    assert occurs(name, text)[0]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            "哦哟 剃头店哪里来国家秘密啦 侬不是骗子伐 就是普通人来剪头的记录",
            "entry.service-records",
        ),
        ("国家秘密？我一个修车的？就是车主来修车的记录", "entry.service-records"),
        ("哪来的国家秘密，机器的读数", "entry.machine-data"),
        ("谁说我有国家秘密", "entry.our-trade"),
        ("卖脱了要捉进去伐 啥人讲我有国家秘密啦 我问会员的事体", "entry.contacts-to-partner"),
        ("就是客人来洗车的记录", "entry.service-records"),
    ],
)
async def test_what_is_told_beside_it_answers(prepared: Prepared, text: str, entry: str) -> None:
    """No state secret is ruled on, and no menu of many kinds asked again."""
    assert (await talk(prepared, MENU, text)).done.entries == (entry,)


async def test_a_choice_is_one_still(prepared: Prepared) -> None:
    """Who picks it has it."""
    heard = await talk(prepared, MENU, SECRET)
    assert heard.done.entries == ("table.forbidden-data", "secret")


async def test_who_told_what_they_have_gets_no_menu(prepared: Prepared) -> None:
    """The kinds are asked for of who told nothing."""
    heard = await talk(prepared, "开面馆的，客人点单记录都在", "我手上这种数据能卖吗")
    assert heard.done.outcome == "answered"


@pytest.mark.parametrize(
    "texts",
    [
        ("啥叫授权 办卡辰光伊拉自家写的号码 这个算伐",),
        ("没签过字，就填了张表",),
        ("什么叫授权", "没签过字，就填了张卡"),
        ("什么叫授权", "没有"),
        ("没签过字", "侬刚刚问我的呀 啥授权不授权 没签过字的 就填了张卡"),
    ],
)
async def test_a_card_filled_in_is_no_consent(prepared: Prepared, texts: tuple[str, ...]) -> None:
    """The question stays open while its words are explained."""
    assert (await talk(prepared, MEMBERS, *texts)).done.entries == NONE


@pytest.mark.parametrize("text", ["什么叫授权", "这三个什么意思", "what do you mean by consent?"])
async def test_the_words_of_the_choices_are_explained(prepared: Prepared, text: str) -> None:
    """They are none of the authorisation of public data."""
    assert (await talk(prepared, MEMBERS, text)).done.entries == ("entry.consent-words",)


@pytest.mark.parametrize("text", ["没有授权", "匿名化了", "我们都是做加工的，自己的设备"])
def test_an_answer_asks_no_meaning(text: str) -> None:
    """What tells something explains nothing away."""
    assert not asks_meaning(text)


async def test_names_struck_out_are_no_anonymising(prepared: Prepared) -> None:
    """划脱 is as good as 去掉."""
    text = "算了算了 那我把名字号码全划脱 光留来几趟 几钿 这个总归好卖了伐"
    assert "entry.strip-names" in (await talk(prepared, MEMBERS, "没有", text)).done.entries
