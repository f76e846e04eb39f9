"""Another kind of data told behind the first is asked about by itself."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.by_kind import kind_wording
from dialog.reply.data_kinds import Kind
from dialog.reply.data_told import DataTold
from dialog.reply.further_data import as_further_data
from tests.reply.test_same_case import talk

KINDS: tuple[Kind, ...] = ("children", "health", "tracks", "people", "firms", "machine", "unknown")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("还有哈 客人的手照片 发抖音那种 能一起卖不", "客人的手照片能卖吗"),
        ("另外学员的身份证复印件 能一块卖吗", "学员的身份证复印件能卖吗"),
        ("对了还有会员的生日，这个也能卖么", "会员的生日信息能卖吗"),
        ("除了这些，客户的聊天记录能不能也卖", "客户的聊天记录能卖吗"),
        ("还有多久能卖", ""),
        ("还有什么能卖吗", ""),
        ("另外怎么卖", ""),
        ("还有一个问题 卖数据要交税吗", ""),
        ("还有呢，能卖吗", ""),
    ],
)
def test_further_data_are_heard(text: str, meant: str) -> None:
    """And no further question."""
    assert as_further_data(text) == meant


async def test_they_get_an_answer_of_their_own(prepared: Prepared) -> None:
    """Before, it was word for word the reply before."""
    first = ("我开美甲店的", "手里客人数据挺多 能变现不")
    heard = await talk(prepared, *first, "还有哈 客人的手照片 发抖音那种 能一起卖不")
    assert heard.done.entries == ("entry.body-photos",)
    alone = await talk(prepared, "客人的手照片能卖吗")
    assert heard.done.entries == alone.done.entries


async def test_what_is_told_to_any_trade_names_none(prepared: Prepared) -> None:
    """A nail salon was told of number plates and models of cars."""
    wordings = {kind_wording(DataTold("sell", k, totals=t)) for k in KINDS for t in (True, False)}
    for wording in sorted(wordings):
        told = (await talk(prepared, wording)).text
        assert not any(word in told for word in ("车牌", "车型", "入园", "一车")), told
