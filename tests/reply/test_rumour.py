"""A rumour of what befell others, with one's own worry, is no claim to verify."""

from __future__ import annotations

import pytest

from dialog.reply.premise import premise_of
from dialog.reply.rumour import rumour_told


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("你好…我做一个亲子打卡的app，听说有个同行被罚了，我有点慌", "我做1个亲子打卡的app"),
        ("听说隔壁公司因为卖数据被罚了五十万，我们也做这个，好怕", "我们也做这个"),
        ("听说有同行出事了，担心", ""),
        ("网上说有家公司被网信办约谈了，我们也收集人脸，心里没底", "我们也收集人脸"),
        ("朋友的公司被查了，我们卖客流数据，怕", "我们卖客流数据"),
        ("I run a kids' app. I heard a competitor got fined and I'm worried", "i run a kids' app"),
    ],
)
def test_who_tells_what_befell_others_wants_help_for_their_own(text: str, own: str) -> None:
    """What is their own is left; nothing is to be verified."""
    assert rumour_told(text) == own
    assert premise_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "听说同行被罚了，是真的吗",
        "听说买数据不用本人同意，对吧",
        "听说违规会被罚一百万",
        "听说有同行被罚了，我们要注意什么",
        "我们被罚了，我有点慌",
        "有公司被罚了五千万是真的假的",
        "听说公司数据要入表",
        "I heard companies get fined for selling data, right?",
        "我们卖气象数据，心里没底",
    ],
)
def test_what_is_to_be_confirmed_or_is_ones_own_is_no_rumour(text: str) -> None:
    """A claim stays one."""
    assert rumour_told(text) is None


def test_a_claim_is_quoted_without_the_worry_behind_it() -> None:
    """How somebody feels is no part of what they heard."""
    premise = premise_of("听说未成年人的数据一律不能卖，我有点慌")
    assert premise is not None
    assert premise.statement == "未成年人的数据一律不能卖"
