"""Who offers data is heard before what the data tell of; where things stand is nobody's track."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.data_kinds import kind_of
from dialog.reply.who_may_sell import FOREIGN_SELLER, OF_AN_OFFICE, seller_wording
from knowledge.text import normalise
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "can a company with no Chinese entity, only Dublin, sign up to sell weather data?",
            FOREIGN_SELLER,
        ),
        ("我们是都柏林的公司，在国内没有主体，想通过你们卖气象数据行吗", FOREIGN_SELLER),
        (
            "俺们区里城运中心的，停车场余位、公厕位置这些数据能给企业用不？还是说政府的东西不能卖",
            OF_AN_OFFICE,
        ),
        ("我们交通局的到站时间能拿出来给企业用吗", OF_AN_OFFICE),
        ("没有国内公司，可以在这里买数据吗", ""),
        ("我们邮局旁边的药店，数据能卖给企业吗", ""),
        ("我们局授权运营的数据怎么定价，能给企业吗", ""),
        ("我们局的下属事业单位能不能自己把公共数据做成产品收费？", ""),
        ("个人能卖数据吗", ""),
    ],
)
def test_who_asks_whether_they_may_sell(text: str, wording: str) -> None:
    """By what they are; of buying, and of other sides of public data, other documents tell."""
    assert seller_wording(normalise(text)) == wording


@pytest.mark.parametrize(
    ("text", "tracks"),
    [
        ("停车场余位、公厕位置能卖吗", False),
        ("公交站点的位置能卖吗", False),
        ("Can we sell the locations of public toilets?", False),
        ("用户的位置能卖吗", True),
        ("司机停在充电桩的位置和时间", False),
        ("司机的实时位置能卖吗", True),
        ("Can we sell the locations of our users?", True),
    ],
)
def test_the_place_of_a_thing_is_no_track(text: str, *, tracks: bool) -> None:
    """It does not move."""
    assert (kind_of(text) == "tracks") is tracks


async def test_both_halves_of_no_consent_and_anonymised(prepared: Prepared) -> None:
    """That anonymised data may be sold is no answer to whether these may as they are."""
    heard = await talk(prepared, "没有授权的病历能卖吗，匿名化之后可以吗")
    assert heard.done.entries[:1] == ("table.forbidden-data",)
    assert {"personal-none", "personal-anonymised"} <= set(heard.done.entries)


async def test_no_bare_article_is_asked_back_for(prepared: Prepared) -> None:
    """Its number alone tells nobody what it is about, where no law is named."""
    heard = await talk(prepared, "What is it actually supposed to do by law?")
    assert "Art. 3”" not in heard.text


async def test_who_was_named_publicly_hears_the_conditions(prepared: Prepared) -> None:
    """And no yes that was said to something else."""
    heard = await talk(
        prepared, "我们公司半年前因为数据泄露被通报过,现在想来买数据会不会被拒之门外"
    )
    assert heard.done.entries == ("entry.buyer-conditions",)
