"""Tests for deaths of people of whom data tell: nobody is consoled for them."""

from __future__ import annotations

import pytest

from dialog.reply.grief import distress_of, mourns, of_others
from knowledge.text import normalise


@pytest.mark.parametrize(
    "text",
    [
        "And the ones who passed away?",
        "Some of these patients have died, do we ask the family?",
        "Deceased customers are in the list as well",
        "有些病人已经去世了，要问家属吗",
        "客户过世了，他的数据还能卖吗",
        "已故会员的资料怎么处理",
    ],
)
def test_who_asks_of_the_dead_in_data_mourns_nobody(text: str) -> None:
    """Whatever the model hears in it."""
    assert of_others(normalise(text))
    assert not mourns(text)
    assert distress_of(0.8, normalise(text), ours=False) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "My mother passed away. Do I still have to file today?",
        "我爸去世了，材料能晚两天交吗",
        "我老公走了，我不知道怎么办",
        "我妻子的客户数据还在，她过世了",
    ],
)
def test_a_loss_of_one_s_own_is_heard_beside_a_question(text: str) -> None:
    """It comes before what is asked."""
    assert not of_others(normalise(text))
    assert distress_of(0.1, normalise(text), ours=True) >= 0.35


@pytest.mark.parametrize("text", ["我要他们删掉我的信息", "他家说删了，真删了没"])
def test_the_model_alone_must_be_sure_of_a_need(text: str) -> None:
    """No word speaks of one."""
    assert distress_of(0.6, normalise(text), ours=False) == 0.0
    assert distress_of(0.8, normalise(text), ours=False) == 0.8
