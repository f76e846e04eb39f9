"""Who only tells who they are is asked what they have come for, and is heard from there."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.messages import Outcome
from dialog.parts import Prepared
from dialog.reply.only_introduces import behind_introduction, only_introduces
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY

FIRM = "我们公司是做充电桩的，在上海有3000个桩"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        (FIRM, True),
        ("你好，我是一家德国车企上海子公司的法务，总部在考虑关掉中国业务", True),
        ("我有1000万条用户数据", True),
        ("我们是国企", True),
        ("We run a chain of gyms in Shanghai with 20,000 members.", True),
        ("Hi, I'm in-house counsel at the Shanghai subsidiary of a German maker.", True),
        ("我们是做充电桩的，想挂牌", False),
        ("我们有3000个桩，能卖吗", False),
        ("我们的数据被人偷了", False),
        ("我有点累", False),
        ("我们没有营业执照", False),
        ("数据产品怎么挂牌", False),
        ("We need a permit", False),
        ("I am worried about my data", False),
        ("数据交易所", False),
    ],
)
def test_who_only_tells_of_themselves(text: str, only: bool) -> None:
    """A question, a wish, a trouble or a thing alone is something else."""
    assert only_introduces(text) is only


@pytest.mark.parametrize(
    ("told", "outcome", "text", "whole"),
    [
        (FIRM, "clarify", "能卖吗", f"{FIRM.replace('，', ',')}，我们的数据能卖吗"),
        ("我有1000万条用户数据。", "clarify", "能卖吗", "我有1000万条用户数据，能卖吗"),
        ("我们是国企", "clarify", "能入驻吗", "我们是国企，能入驻吗"),
        ("We run gyms.", "clarify", "Can we sell that?", "We run gyms, Can we sell that?"),
        ("我们是国企", "clarify", "要什么材料", ""),
        ("我们有四万车主的行车轨迹", "clarify", "日本公司能入驻吗", ""),
        ("我们是国企", "clarify", "那我们的公共数据授权运营要怎么申请呢", ""),
        ("我们是国企", "clarify", "好的", ""),
        ("我们是国企", "answered", "能入驻吗", ""),
        ("我们想挂牌", "clarify", "能卖吗", ""),
    ],
)
def test_a_short_question_is_theirs(told: str, outcome: Outcome, text: str, whole: str) -> None:
    """It is asked of what was told just before, where it needs that and nothing was answered."""
    assert behind_introduction(text, (Exchange(told, outcome),)) == whole


BUS = "我们是公交公司，手里有刷卡记录"
SOLD = f"{BUS.replace('，', ',')}，我们的数据能卖吗"


@pytest.mark.parametrize(
    ("told", "text", "whole"),
    [
        (BUS, "卖的话合规上要注意啥", SOLD),
        (BUS, "那要准备什么", f"{SOLD}，要准备什么"),
        (BUS, "要办哪些手续才能卖", f"{SOLD}，要办哪些手续"),
        (BUS, "想拿去卖钱，行不行", SOLD),
        (BUS, "能挂牌吗", SOLD),
        (BUS, "能换钱吗", SOLD),
        (BUS, "挂牌要多少钱", ""),
        (BUS, "要先脱敏吗", ""),
        ("我们是国企", "那要准备什么", ""),
        ("我们是国企", "卖之前要注意什么", "我们是国企，我们的数据能卖吗"),
        (
            "Our clinic keeps dental records.",
            "What should we watch for when selling them?",
            "Our clinic keeps dental records, can we sell the data?",
        ),
        ("We run gyms.", "What are the opening hours?", ""),
    ],
)
def test_a_side_of_selling_is_of_what_was_told(told: str, text: str, whole: str) -> None:
    """What a sale asks for hangs on whether the data may be sold; what hangs on nothing that was
    told is asked by itself."""
    assert behind_introduction(text, (Exchange(told, "clarify"),)) == whole


def test_what_was_told_stands_until_something_else_is_asked() -> None:
    """In two texts, or before questions on its sale; a document near it answered nothing of it."""
    two = (Exchange("我们是公交公司", "clarify"), Exchange("手里有刷卡记录", "clarify"))
    asked = (Exchange(BUS, "answered", ("entry.other",)), Exchange("能卖吗", "answered"))
    other = (Exchange(BUS, "clarify"), Exchange("数据出境要申报吗", "answered"))
    assert behind_introduction("能卖吗", two) == "我们是公交公司，手里有刷卡记录，我们的数据能卖吗"
    assert behind_introduction("卖的时候要注意哪些", asked) == SOLD
    assert behind_introduction("卖的时候要注意哪些", other) == ""


async def test_a_bus_company_hears_of_its_swipe_records(prepared: Prepared) -> None:
    """What was told two texts before is what may be sold."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, "卖的话合规上要注意啥", (Exchange(BUS, "clarify"),), DAY)
    assert heard.done.entries == ("entry.utility-data",)
