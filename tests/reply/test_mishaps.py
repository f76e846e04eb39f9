"""Misfortune that is told without a word of feeling gets a human word and a next step."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.phrases import phrase
from dialog.reply.feeling_told import feeling_told
from dialog.reply.mishaps import mishap_told
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("去年发大水把档案都泡了", "lost"),
        ("上个月厂里着火，账本全烧了", "lost"),
        ("去年园里被水淹了 好多档案泡了", "lost"),
        ("老板跑了，公司就剩我一个了", "left"),
        ("会计上个月走了，就剩我一个人顶着", "left"),
        ("我们被中介骗了五万块", "cheated"),
        ("中介收了钱就不见了", "cheated"),
        ("公司黄了", "fallen"),
        ("我被裁员了", "fallen"),
        ("The flood took our archive", "lost"),
        ("our server burned down last week", "lost"),
        ("My partner ran off with the money", "left"),
        ("We were scammed by an agent", "cheated"),
        ("An agent took three grand off us last year and vanished", "cheated"),
        ("I just lost my job", "fallen"),
    ],
)
def test_misfortunes_are_heard(text: str, kind: str) -> None:
    """By what befell whom."""
    assert mishap_told(text) == kind
    told = feeling_told(text)
    assert told is not None
    assert told.kind == "struck"


@pytest.mark.parametrize(
    "text",
    [
        "老板跑了，数据还能卖吗",
        "档案泡了要不要上报",
        "我们想卖火灾数据",
        "我们是做防汛的",
        "数据都存在服务器里",
        "我爸走了",
        "老板走了，我也不想活了",
        "the flood data we have",
        "can we sell flood records?",
        "my partner left me the data",
    ],
)
def test_others_are_none(text: str) -> None:
    """Questions, trades, and grief."""
    told = feeling_told(text)
    assert told is None or told.kind != "struck"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("去年发大水把档案都泡了", "lost"), ("老板跑了，公司就剩我一个了", "left")],
)
async def test_a_word_and_a_step(prepared: Prepared, text: str, kind: str) -> None:
    """And no hotline."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "smalltalk"
    assert phrase("felt_struck_1", "zh") in heard.text
    assert phrase(f"struck_{kind}", "zh") in heard.text


@pytest.mark.parametrize("text", ["我都快哭了", "急死了，我都要哭了", "材料退了三次，我都要哭了"])
async def test_near_tears_from_toil(prepared: Prepared, text: str) -> None:
    """Is no need."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "smalltalk"
    assert "12356" not in heard.text


@pytest.mark.parametrize(
    "text", ["我快哭了，不想活了", "天天哭，活着没意思", "老板走了，我也不想活了"]
)
async def test_real_need_is_heard(prepared: Prepared, text: str) -> None:
    """Whatever stands beside it."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "handoff"


async def test_whom_to_go_to_after_a_cheat(prepared: Prepared) -> None:
    """The police, as it is stored."""
    told = "An agent took three grand off us last year and vanished"
    heard = await talk(prepared, told, "Who'd I talk to about that?")
    assert heard.done.entries == ("entry.call-police",)
