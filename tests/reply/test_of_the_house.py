"""What is asked of the exchange itself, of another day, and what asks for no clerk."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_standing_matter import talk


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("数据出境要多少人才要安全评估", "你们收费多少"), "gap.fees"),
        (("个人信息出境标准合同备案怎么做", "你们收费多少"), "gap.fees"),
        (
            (
                "How much personal information of how many people needs a security assessment?",
                "How much are your fees?",
            ),
            "gap.fees",
        ),
        (("我想找人做合规评估", "他们收费多少"), "gap.third-party-prices"),
    ],
)
async def test_your_fees_are_those_of_the_exchange(
    prepared: Prepared, turns: tuple[str, ...], told: str
) -> None:
    """Whatever was spoken of before; theirs are not."""
    assert told in (await talk(prepared, *turns)).done.entries


@pytest.mark.parametrize(
    "turns",
    [
        ("AI生成的图片标在哪,2025年8月上线的时候要标吗",),
        ("AI生成的图片要标在哪", "2025年8月上线的时候要标吗"),
        ("2025年8月上线的AI换装小程序，生成的图片当时要不要标",),
    ],
)
async def test_the_time_when_a_thing_went_live_may_be_asked_of(
    prepared: Prepared, turns: tuple[str, ...]
) -> None:
    """The rules of that day are told, not those of today."""
    heard = await talk(prepared, *turns)
    assert heard.done.entries[:2] == ("table.ai-labelling", "synthesis-2023")


@pytest.mark.parametrize("text", ["你们能帮我们找个投资人吗", "能帮我找个客户吗"])
async def test_who_looks_for_money_or_customers_wants_no_clerk(
    prepared: Prepared, text: str
) -> None:
    """Nobody is promised what the exchange is not known to do."""
    assert (await talk(prepared, text)).done.outcome != "handoff"


async def test_who_wants_a_person_gets_one(prepared: Prepared) -> None:
    """Whoever looks for somebody of the desk still does."""
    assert (await talk(prepared, "找个人跟我说")).done.outcome == "handoff"


async def test_another_platform_keeps_its_records_by_its_own_law(prepared: Prepared) -> None:
    """And from when the time runs is told with it."""
    heard = await talk(prepared, "我们开网店卖渔具的平台,交易记录要存几年,从哪天算")
    assert heard.done.entries == ("entry.ecommerce-records",)
    assert heard.done.outcome == "answered"


async def test_english_pronouns_mean_the_things_just_asked_of(prepared: Prepared) -> None:
    """They are the documents; nobody asks for a translation."""
    text = "Which documents do you need from us, and do they have to be in Chinese?"
    heard = await talk(prepared, text)
    assert not any(e.startswith("reply.") for e in heard.done.entries)


@pytest.mark.parametrize("text", ["现在我有点怕，是不是干脆别碰了？", "听得头大，要不算了"])
async def test_who_thinks_of_giving_up_is_heard(prepared: Prepared, text: str) -> None:
    """Nobody is told to put a doubt in other words."""
    heard = await talk(prepared, "挂牌要哪些材料", text)
    assert heard.done.outcome == "smalltalk"
    assert "换个说法" not in heard.text


async def test_a_campaign_is_no_data_element(prepared: Prepared) -> None:
    """A sign that a name has is part of the name."""
    campaign = await talk(prepared, "数据要素×是什么意思")
    plain = await talk(prepared, "数据要素到底是什么")
    assert campaign.done.entries == ("gap.data-multiplier",)
    assert plain.done.entries == ("entry.data-market-plain",)
