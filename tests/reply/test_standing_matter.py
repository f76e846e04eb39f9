"""What is near a follow-up is near the matter that stands, and not what was just told."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY


async def talk(prepared: Prepared, *turns: str) -> Heard:
    """The reply to the last of some turns."""
    exchanges: tuple[Exchange, ...] = ()
    for text in turns[:-1]:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    return await listen(prepared.turn, turns[-1], exchanges, DAY)


@pytest.mark.parametrize(
    ("turns", "never"),
    [
        (
            ("用爬虫抓数据违法吗", "我们抓的时候没有登录，也没绕过验证。那离挂牌还缺什么"),
            ("用爬虫抓数据违法吗", "登不上去"),
        ),
        (
            (
                "数据存境内国外同事能看算不算出境",
                "我们的人全在国外办公室看，那卫星照片算重要数据吗",
            ),
            ("国外同事能查",),
        ),
    ],
)
async def test_what_was_told_is_not_offered_again(
    prepared: Prepared, turns: tuple[str, ...], never: tuple[str, ...]
) -> None:
    """Nor what one common word leads to."""
    heard = await talk(prepared, *turns)
    assert not any(word in pointer for word in never for pointer in heard.pointers[:1])


async def test_who_asks_the_same_again_gets_it(prepared: Prepared) -> None:
    """It is no new fact."""
    first = await talk(prepared, "用爬虫抓数据违法吗")
    again = await talk(prepared, "用爬虫抓数据违法吗", "用爬虫抓数据违法吗")
    assert again.done.entries == first.done.entries


async def test_a_matter_of_its_own_stays(prepared: Prepared) -> None:
    """Whatever was spoken of before it."""
    heard = await talk(
        prepared, "数据资产怎么入表，算无形资产还是存货", "交易平台账号登不上去怎么办"
    )
    assert heard.done.entries == ("gap.account-trouble",)


async def test_a_price_behind_a_deed_is_the_price_of_that(prepared: Prepared) -> None:
    """However much is told in front of the deed."""
    heard = await talk(prepared, "机器是公司自己的，里头没有人名。那合规评估请谁来做，多少钱？")
    assert "gap.valuation" not in heard.done.entries
