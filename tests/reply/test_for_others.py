"""Who would sell, anonymised, what they work on for somebody else; and who only publishes what an
AI of somebody else made."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.for_others import CLIENTS, sells_a_clients
from dialog.reply.labels_asked import LABEL_OF_USER, label_wording
from knowledge.text import normalise
from knowledge.types import Entry


@pytest.mark.parametrize(
    "text",
    [
        "翻译社替客户处理员工名单，委托已经结束，客户没让我们留。把名字匿名化以后，我们能挂牌卖吗？",
        "我们给医院做CT影像存储，医院没同意，匿名化以后能卖吗",
        "我们是外包公司，替银行处理客户资料，脱敏成认不出人的，能拿来卖吗",
        "受医院委托做病历录入，去掉名字能不能自己卖",
        "We host bookings for a hotel chain. Once anonymised, can we sell them on your exchange?",
    ],
)
def test_the_clients_data_stay_the_clients(text: str) -> None:
    """Anonymising makes them nobody's who only works on them."""
    assert sells_a_clients(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "我们自己的客户名单，匿名化以后能卖吗",
        "医院授权我们了，匿名化以后能卖吗，我们替医院存影像",
        "客户书面同意我们卖，匿名化了，我们是替他们处理的，能挂牌吗",
        "我们给用户做体检，报告匿名化以后能卖吗",
        "替客户处理员工名单要签什么",
        "The hospital has authorised us; we host scans for it. Anonymised, may we list them?",
    ],
)
def test_own_data_and_agreed_sales_are_told_as_before(text: str) -> None:
    """Nor is it a sale where nothing is sold."""
    assert not sells_a_clients(normalise(text))


def test_the_wording_is_one_of_the_pack(prepared: Prepared) -> None:
    """The document that says whose they are."""
    entries = prepared.library.snapshot.pack.all(Entry).values()
    assert any(e.question == CLIENTS for e in entries)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("用网上的AI工具拿客人的照片生成了短视频，自己发到抖音上，我要打什么标？", LABEL_OF_USER),
        ("我用剪映的AI做了段口播发视频号，我这个发布的人要做什么标识？", LABEL_OF_USER),
        ("我们做AI视频工具，用户做的视频要打什么标", ""),
        ("AI视频要打什么标", ""),
    ],
)
def test_who_used_the_tool_of_others_is_a_user(text: str, wording: str) -> None:
    """The kind of thing that was made does not tell who made it."""
    assert label_wording(normalise(text)) == wording
