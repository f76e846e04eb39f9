"""A complaint that the answer missed the question is taken off what is asked again behind it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.context import said
from dialog.reply.openings import behind_complaint
from tests.reply.test_taking import talk


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("您还是没回答我的问题，评估报告谁出", "评估报告谁出"),
        ("答非所问嘛。下架以后还能再上吗", "下架以后还能再上吗"),
        ("你理解错了，我们是买方", "我们是买方"),
        ("怎么又是这段话，保证金退不退", "保证金退不退"),
        ("这不是我问的！谁来盖章", "谁来盖章"),
        ("You still haven't answered me. Who files it?", "Who files it?"),
        ("This isn't what I asked, who pays the broker?", "who pays the broker?"),
        (
            "Please stop repeating yourself. My question was: who keeps the log?",
            "who keeps the log?",
        ),
    ],
)
def test_what_is_meant_stands_behind_a_complaint(text: str, meant: str) -> None:
    """In other words each, in both languages."""
    assert behind_complaint(text) == meant
    assert said(text).complains


@pytest.mark.parametrize(
    "text",
    [
        "没有回答问卷的人，数据能卖吗",
        "他们没答复我的备案，要等多久",
        "不是我们采集的数据，能挂牌吗",
        "没看懂，数商是什么",
        "你没回答我",
        "It is not a personal matter, who signs?",
        "They did not answer our request, what now?",
    ],
)
def test_other_texts_complain_of_nothing(text: str) -> None:
    """What others left unanswered, what something is not, and a complaint alone."""
    assert behind_complaint(text) == ""


@pytest.mark.parametrize(
    ("first", "then", "entry"),
    [
        ("数据产品怎么挂牌", "你没听懂，我问的是数据需方要满足什么条件", "entry.buyer-conditions"),
        ("数据需方要满足什么条件", "所答非所问。我要的是怎么下架", "entry.delisting"),
    ],
)
async def test_the_question_said_again_is_answered(
    prepared: Prepared, first: str, then: str, entry: str
) -> None:
    """And not met with who the assistant is, nor with the answer before."""
    *_, last = await talk(prepared, first, then)
    assert last.done.entries == (entry,)


async def test_a_complaint_gets_no_introduction(prepared: Prepared) -> None:
    """What was told last is not told again to who complains of it."""
    first, last = await talk(
        prepared, "数据产品怎么挂牌", "你根本没回答我，我问的是外地的仓库钥匙归谁保管"
    )
    assert last.done.outcome == "unknown"
    assert last.done.entries != first.done.entries
