"""Who authorises the data of a public service, here and in a county."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.authorised_by import as_authorised
from dialog.reply.holds_here import own_place
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("我们是县里的公交公司", "你们县"),
        ("我们县公共数据怎么申请", "你们县"),
        ("我在县城医院上班", "你们县"),
        ("我们是长兴县的水务公司", "长兴县"),
        ("Our county bus company has card data", "your county"),
        ("我们是崇明县的公交公司", ""),
        ("县级以上人民政府的数据主管部门管什么", ""),
        ("上海各区县的数据归谁管", ""),
        ("我们做县域经济研究", ""),
    ],
)
def test_a_county_is_elsewhere(text: str, place: str) -> None:
    """But for the one that was of this city, and words that only hold the sign."""
    assert own_place(text) == place


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("我们县里公交公司的数据归谁授权", "我们在外省"),
        ("我们公交公司的数据归谁授权", "由谁牵头"),
        ("自来水公司的用水数据找哪个部门授权", "由谁牵头"),
        ("我们的设备数据归谁授权", ""),
        ("公交刷卡数据归谁", ""),
        ("授权运营是什么", ""),
    ],
)
def test_who_authorises_is_heard(text: str, asked: str) -> None:
    """Of a public service alone."""
    heard = as_authorised(text, ())
    assert asked in heard if asked else heard == ""


async def test_both_halves_are_answered_for_a_county(prepared: Prepared) -> None:
    """What it is by the rule of this place, which holds here alone, and who authorises there."""
    heard = await talk(prepared, "我们是县里的公交公司", "那个授权运营是啥意思，我们找谁授权")
    assert heard.done.entries == (
        "entry.public-data-authorised",
        "entry.other-province-public-data",
    )
    assert "只在上海适用" in heard.text
    assert "你们县" in heard.text
    here = await talk(prepared, "我们公交公司的数据归谁授权")
    assert here.done.entries == ("entry.public-data-lead",)
