"""The scenes of the zone's list are of certain trades: whoever is in another one, or denies these,
is in none; who tells of members alone is asked."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
NATIONAL, LISTED = "zone-other-ordinary-assessment", "zone-retail-ordinary-contract"
MEMBERS = "今年往德国传了120万会员的邮箱和电话，非关基，要办什么手续？"
ENGLISH = "1.2 million members' e-mails sent to Germany this year. Not CII. What procedure?"


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("临港注册的精酿酒厂，自己造啤酒，没有餐厅和门店，", NATIONAL),
        ("我们是临港的光伏安装公司，不做零售，", NATIONAL),
        ("我们在临港做无人机的，", NATIONAL),
        ("临港的公司，不是零售也不是餐饮住宿，", NATIONAL),
        ("临港的，做酒店软件的，", NATIONAL),
        ("我们在临港开超市，", LISTED),
        ("我们是临港的火锅连锁，", LISTED),
        ("我们是临港的，没有门店，只有网店，", LISTED),
    ],
)
async def test_the_trade_decides_and_not_the_word_for_members(
    prepared: Prepared, told: str, row: str
) -> None:
    heard = await talk(prepared, told + MEMBERS)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    "told",
    [
        "Our tutoring app is registered in Lingang, no shops, no restaurants, ",
        "We are in Lingang and neither in retail nor in catering or lodging, ",
    ],
)
async def test_another_trade_in_english(prepared: Prepared, told: str) -> None:
    heard = await talk(prepared, told + ENGLISH)
    assert heard.done.entries == (ROUTE, NATIONAL)


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        ("零售", LISTED),
        ("其他", NATIONAL),
        ("我们不是做零售的", NATIONAL),
        ("开健身房的", NATIONAL),
    ],
)
async def test_members_alone_are_asked_for_their_trade(
    prepared: Prepared, answer: str, row: str
) -> None:
    asked = await talk(prepared, f"临港注册的，{MEMBERS}")
    assert asked.done.outcome == "clarify"
    assert "哪种场景" in asked.text
    heard = await talk(prepared, f"临港注册的，{MEMBERS}", answer)
    assert heard.done.entries == (ROUTE, row)


async def test_outside_of_the_zone_no_trade_is_asked_for(prepared: Prepared) -> None:
    heard = await talk(prepared, MEMBERS)
    assert heard.done.entries == (ROUTE, "national-ordinary-assessment")


async def test_seafarers_are_crew(prepared: Prepared) -> None:
    told = "临港的国际客运轮渡公司，今年往新加坡传了149,999名{}的姓名和邮箱，非关基，要什么手续？"
    rows = [(await talk(prepared, told.format(w))).done.entries for w in ("海员", "船员")]
    assert rows == [(ROUTE, "zone-shipping-ordinary-unsettled")] * 2
