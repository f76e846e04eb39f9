"""Anger, haste and worry beside a question of the desk are no need; words of need always are."""

from __future__ import annotations

import pytest

from dialog.reply.grief import distress_of
from knowledge.text import normalise
from tests.knowledge.small_parts import shipped_pack

SURE = 0.97
"""What the model says: it alone decides nothing beside a question of the desk."""


def felt(text: str) -> float:
    return distress_of(SURE, normalise(text), ours=False)


@pytest.mark.parametrize(
    "text",
    [
        "火大……就问一句，我买数据要不要先注册？我没开公司",
        "气死我了，卖数据要交多少钱",
        "我快崩溃了，合规评估报告到底找谁写",
        "我怕被罚，个人信息能卖吗",
        "跑了三趟没人理，入驻到底找谁",
        "没用的废话少说，授权合同要几份？",
        "心累，数商认证为什么还没批",
        "火大。我要买数据",
        "I'm so angry. Do I have to register to buy data?",
        "This is killing me. How do I list a product?",
        "your answer is worthless, what is the fee for listing?",
    ],
)
def test_anger_beside_a_question_of_the_desk_is_no_need(text: str) -> None:
    """However sure the model is."""
    assert felt(text) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "我不想活了，挂牌到底要什么材料？",
        "累死了，想从楼上跳下去，入驻找谁",
        "我走了以后，我的数据能删吗",
        "对不起大家，数据的事以后找谁",
        "公司黄了，入驻费退不退？我绝望了",
        "我真没用，什么合规都学不会，怎么办",
        "有人堵在门口要杀我，数据公司干的，怎么办",
        "他打我，我手机里的数据能当证据吗",
        "我爸刚走了，他的数据怎么处理",
        "What happens to my data when I'm not here?",
        "no hope left. is there a fee for listing?",
        "火大，真不知道怎么办",
        "好累，谁能听我说说",
    ],
)
def test_words_of_need_are_heard_beside_any_question(text: str) -> None:
    """And where nothing of the desk is asked, the model is believed as before."""
    assert felt(text) == SURE


def test_shipped_need_is_heard_beside_any_question() -> None:
    """No shipped example of a person in need loses it to a question that stands behind."""
    shipped = [e.text for e in shipped_pack().intents if e.label == "distress"]
    for question in ("", "，卖数据要注册吗？", "。How do I list data?"):
        assert [t for t in shipped if not felt(t + question)] == []
