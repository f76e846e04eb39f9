"""Parcels delivered abroad for one's own customers are what the contract with them is about."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.parts import Prepared
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"


@pytest.mark.parametrize(
    "text",
    [
        "客人寄包裹到澳洲，必须把收件人和寄件人的姓名、电话传给澳洲派送方，30万人，要做标准合同吗？",
        "我们是快递公司，客户往法国寄快递，要把收件人姓名电话地址给法国的派送公司，今年50万人，要评估吗？",
    ],
)
async def test_they_are_waived(prepared: Prepared, text: str) -> None:
    """However many there are."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, "contract")


@pytest.mark.parametrize(
    "text",
    [
        "客户寄包裹到澳洲，我们把收件人的姓名电话传给澳洲派送方做营销，今年30万人，要标准合同吗",
        "国内快递公司把30万收件人的姓名电话传给美国总部做分析，要标准合同吗",
    ],
)
async def test_another_use_is_not(prepared: Prepared, text: str) -> None:
    """The reason is of the delivery alone."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, "national-ordinary-contract")


def test_they_are_waived_in_english() -> None:
    """To deliver the parcels says why."""
    table = shipped_pack().all(DecisionTable)[ROUTE]
    text = (
        "A courier must pass names and addresses to the Canadian carrier to deliver the parcels, "
        "2 million people."
    )
    row = rule_on(table, [text], date(2026, 11, 22)).row
    assert row is not None
    assert row.id == "contract"
