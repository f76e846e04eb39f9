"""Slips in very short words, names of officers, and exchanges that are held against each other."""

from __future__ import annotations

import pytest

from dialog.reply.choosing import ranks_exchanges
from dialog.reply.officers import asks_for_officers
from dialog.reply.short_slips import mended_word


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("你们电画是多少", "你们电话是多少"),
        ("地止在哪里", "地址在哪里"),
        ("要多九", "要多久"),
        ("才料有哪些", "材料有哪些"),
        ("电活动数据多少", "电活动数据多少"),
        ("地质数据在哪", "地质数据在哪"),
        ("多就业数据", "多就业数据"),
        ("挂牌多少钱", "挂牌多少钱"),
        ("电动车", "电动车"),
    ],
)
def test_a_slip_is_mended_where_nothing_else_is_said(text: str, mended: str) -> None:
    """With another word beside it, it may be that word."""
    assert mended_word(text) == mended


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("你们一把手是谁", True),
        ("上海数据交易所的总裁叫什么名字", True),
        ("Who is the head of the exchange?", True),
        ("2023年谁谈过语料库", False),
        ("我们老板是谁批的", False),
        ("数据安全负责人是谁", False),
    ],
)
def test_who_leads_the_exchange(text: str, asked: bool) -> None:
    """Not who leads another thing."""
    assert asks_for_officers(text) == asked


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("听说贵阳的交易所比你们活跃", True),
        ("交易所里谁最强", True),
        ("Is the Shenzhen exchange bigger than Shanghai's?", True),
        ("贵阳的比例是多少", False),
        ("交易所和股市有什么不同", False),
        ("交易所收的费比例多少", False),
    ],
)
def test_exchanges_held_against_each_other(text: str, ranked: bool) -> None:
    """A ratio holds nothing against anything."""
    assert ranks_exchanges(text) == ranked
