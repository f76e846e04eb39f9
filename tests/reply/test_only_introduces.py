"""Who only tells who they are is asked what they have come for, and is heard from there."""

from __future__ import annotations

import pytest

from dialog.messages import Outcome
from dialog.reply.only_introduces import behind_introduction, only_introduces
from dialog.reply.question import Exchange

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
