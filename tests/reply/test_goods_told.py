"""Goods that are told by what is in them: totals, and columns asked about one by one."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.goods_told import asks_if_personal, offers_totals
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    "text",
    [
        "We'd like to sell weekly umbrella sales per district, there are no customers in it",
        "Could we list average waiting times per clinic per month? No patient can be recognised.",
        "We publish bike counts by street. Could that be a product?",
        "我们想挂各区每月的雨伞销量汇总，里面没有客户姓名",
        "按周汇总的停车总数，认不出车主，能做成产品吗",
    ],
)
def test_totals_on_offer(text: str) -> None:
    """They are offered, they say of what they are the total, and nobody can be told from them."""
    assert offers_totals(text)


@pytest.mark.parametrize(
    "text",
    [
        "We want to sell each customer's monthly totals",
        "Could we list sales per customer per month? There are no names in it.",
        "We have weekly sales per district",
        "Can we sell totals that were hashed, with no names?",
        "我们想卖每个客户的月度明细，没有姓名",
        "有没有按月汇总的销量数据卖",
    ],
)
def test_what_is_no_total_on_offer(text: str) -> None:
    """Single records, what nobody offers, and what has rules of its own."""
    assert not offers_totals(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Is a licence key personal information?", True),
        ("If it's just the shop, the week and the price, is that personal data?", True),
        ("只有门店、星期和价格，算个人信息吗", True),
        ("Is a face sensitive personal information?", False),
        ("Is hashed data still personal information?", False),
        ("Must personal information be encrypted?", False),
        ("个人信息要保存多久", False),
    ],
)
def test_whether_a_thing_is_personal(text: str, asked: bool) -> None:
    """What is sensitive or treated has documents of its own."""
    assert asks_if_personal(text) is asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We'd list umbrella sales per district, no customers. Could that be a product?",
            "entry.aggregate-business",
        ),
        (
            "May we offer weekly gas totals per block? No household can be identified.",
            "entry.aggregate-statistics",
        ),
        ("If it is only shop, week and price, is that personal data?", "entry.pi-definition"),
    ],
)
async def test_they_are_answered(text: str, told: str, prepared: Prepared) -> None:
    """The goods themselves stand in no wording."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (told,)
