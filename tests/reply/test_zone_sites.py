"""The zone's list holds for who is registered in the zone and sends the data from there: both."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
CASE = "会员管理，今年传了200万人的姓名电话给曼谷，要评估吗？"
IN_ZONE, OUTSIDE = "zone-retail-ordinary-contract", "national-ordinary-assessment"


@pytest.mark.parametrize(
    ("sites", "row"),
    [
        ("我们茶饮店注册在临港，数据是从成都的机房出境的，", OUTSIDE),
        ("我们茶饮店在武汉注册，只是借新片区的服务器出境，", OUTSIDE),
        ("我们茶饮店没有在自贸区注册，只在区内出境，", OUTSIDE),
        ("我们茶饮店登记在新片区，也从新片区出境，", IN_ZONE),
        ("我们茶饮店登记在新片区，把成都会员的数据从新片区传出去，", IN_ZONE),
        (("We run tea shops registered in Wuhan and send from Lingang. Names and phones of 2 "
         "million members went to Bangkok this year. An assessment?"), OUTSIDE),
    ],
)  # fmt: skip
async def test_registered_there_and_sending_from_there(
    prepared: Prepared, sites: str, row: str
) -> None:
    """One of both elsewhere is outside, and where the members live matters nothing."""
    text = sites if sites.isascii() else sites + CASE
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, row)
    assert "两样缺一样" not in heard.text


async def test_the_half_that_nobody_told_is_said_to_be_assumed(prepared: Prepared) -> None:
    heard = await talk(prepared, f"我们茶饮店在临港注册，{CASE}")
    assert heard.done.entries == (ROUTE, IN_ZONE)
    assert "两样缺一样" in heard.text


async def test_another_place_of_registration_told_later_changes_the_case(
    prepared: Prepared,
) -> None:
    first = f"我们茶饮店登记在新片区，也从新片区出境，{CASE}"
    heard = await talk(prepared, first, "如果我们其实注册在成都呢？")
    assert heard.done.entries == (ROUTE, OUTSIDE)


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("我们是茶饮连锁，按清单来办的话，", IN_ZONE),
        ("我们是茶饮连锁，清单适用的话，", IN_ZONE),
        ("我们是茶饮连锁，不适用清单，", OUTSIDE),
        ("我们是茶饮连锁，没有用清单，", OUTSIDE),
    ],
)
async def test_the_list_stands_for_the_zone(prepared: Prepared, told: str, row: str) -> None:
    """Who supposes that the list applies supposes the zone, which the ruling says."""
    heard = await talk(prepared, told + CASE)
    assert heard.done.entries == (ROUTE, row)
    assert ("两样缺一样" in heard.text) == (row == IN_ZONE)


@pytest.mark.parametrize(
    ("site", "row"),
    [
        ("出境是在成都的机房做的。", OUTSIDE),
        ("数据从新片区的机房出境。", IN_ZONE),
        ("工商登记在成都。", OUTSIDE),
    ],
)
async def test_a_site_told_behind_the_ruling_changes_it(
    prepared: Prepared, site: str, row: str
) -> None:
    """It was searched for as a question of its own."""
    heard = await talk(prepared, f"我们茶饮店登记在新片区，{CASE}", site)
    assert heard.done.entries == (ROUTE, row)
    assert "两样缺一样" not in heard.text


async def test_it_is_said_that_the_list_is_lost(prepared: Prepared) -> None:
    """Who told of the zone, and then that the data leave from elsewhere."""
    heard = await talk(prepared, f"我们茶饮店登记在新片区，{CASE}", "出境是在成都的机房做的。")
    assert heard.text.startswith("照您说的，注册和数据出境不都在")
