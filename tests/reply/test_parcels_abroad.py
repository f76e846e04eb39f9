"""Parcels delivered abroad for one's own customers are what the contract with them is about."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.parts import Prepared
from dialog.reply.several import parts_of
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
SHIPS = (
    "We ship 300,000 tea parcels to buyers in Germany and give the courier there names and"
    " addresses."
)
MAILS = (
    "We mail 300,000 packages to buyers in France and pass the delivery address to the local"
    " carrier there. Must we apply for anything?"
)
SELLS = (
    "We sell tea online to customers in Germany, 300,000 parcels this year; the German courier"
    " gets names and addresses. Do we need a security assessment?"
)
SELLS_AND_MUST = (
    "We sell rice online to buyers in Germany and must hand their names and addresses to the"
    " German carrier so the parcels arrive. 200,000 buyers this year. Do we need a standard"
    " contract?"
)


@pytest.mark.parametrize(
    "text",
    [
        "客人寄包裹到澳洲，必须把收件人和寄件人的姓名、电话传给澳洲派送方，30万人，要做标准合同吗？",
        "我们是快递公司，客户往法国寄快递，要把收件人姓名电话地址给法国的派送公司，今年50万人，要评估吗？",
        "我们给德国买家寄了30万个茶叶包裹，把姓名地址给那边的快递，走哪条路",
        "把包裹寄给日本买家，今年40万件，收件人姓名电话给日本的派送公司，要签标准合同吗",
        "糕点店卖月饼给国外的买家，得把买家姓名地址电话交给当地快递才能送到，今年15万个买家，要签标准合同吗",
        "为了寄包裹把12万国外买家的姓名地址给当地快递，要办手续吗",
        "国外顾客的姓名地址要给新加坡的快递公司，不给就送不到，今年20万人，要标准合同吗",
        SELLS_AND_MUST,
        SHIPS,
        f"{SHIPS} Which route applies?",
        MAILS,
        SELLS,
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
        "快递公司要把国内12万收件人的姓名电话传给新加坡的派送公司做培训，走哪条路",
    ],
)
async def test_another_use_is_not(prepared: Prepared, text: str) -> None:
    """The reason is of the delivery alone."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, "national-ordinary-contract")


@pytest.mark.parametrize(
    "text",
    [
        "We ship 300,000 parcels to buyers in Germany; our parent there gets names for marketing.",
        "We sell customer data to buyers in Germany. Which assessment?",
        "Can we sell our parcel data to buyers in Japan?",
        "我们想把快递数据卖给日本买家，能卖吗",
    ],
)
async def test_neither_are_data_that_are_sold(prepared: Prepared, text: str) -> None:
    """Nor what goes to a parent."""
    heard = await talk(prepared, text)
    assert "contract" not in heard.done.entries


async def test_the_reason_stays_through_the_talk(prepared: Prepared) -> None:
    """Who asks on is told the same, until another use is told."""
    told = await talk(prepared, SHIPS, "Is a standard contract needed?")
    assert told.done.entries == (ROUTE, "contract")
    other = await talk(prepared, SHIPS, "and if we also give the addresses to an advertiser there?")
    assert "contract" not in other.done.entries


def test_what_is_given_to_others_bids_nothing() -> None:
    """把…给那边的快递 was a question of its own beside 走哪条路."""
    text = "我们有3000个会员，把姓名电话给日本总部，走哪条路"
    assert parts_of(text) == [text]
    assert parts_of("挂牌要几天，把联系方式也给我") == ["挂牌要几天", "把联系方式也给我"]


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
