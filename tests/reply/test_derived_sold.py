"""What is made from bought data and sold, and words around what was shown."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.assent import acknowledged
from dialog.reply.question import Exchange
from dialog.reply.weary import of_work
from dialog.reply.worded_picks import place_picked
from tests.reply.test_same_case import talk

DERIVED = "entry.derived-resale"
WANTED = "有没有现成的港口吞吐、船期和气象数据能买"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("买回来的数据喂到运价模型里，出预测报告再卖给货代，这算转售吗", (DERIVED,)),
        (
            "2，买来的数据可以转卖吗。不过我卖的不是原数据，是加工后的衍生产品",
            ("entry.resale", DERIVED),
        ),
        (
            "We buy weather data and sell forecasts made from it. Must the supplier agree?",
            (DERIVED,),
        ),
        ("买来的数据可以转卖吗", ("entry.resale",)),
        ("衍生数据是什么", ("entry.derived-data",)),
    ],
)
async def test_what_is_made_from_bought_data_is_no_resale_of_them(
    prepared: Prepared, text: str, entries: tuple[str, ...]
) -> None:
    """The contract must allow for it; the data themselves are another question."""
    assert (await talk(prepared, text)).done.entries == entries


async def test_an_item_named_beside_its_place_is_asked_of(prepared: Prepared) -> None:
    """Its fields are told, and where the real ones are."""
    text = "第三个那个在泊统计，更新频率多少？是API还是给文件？都是示例的话真的产品我去哪看"
    heard = await talk(prepared, WANTED, text)
    assert heard.done.entries == ("product.port-throughput",)
    assert "每日" in heard.text
    assert "官网" in heard.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("你点开第一条讲给我听", 1),
        ("open the second one and tell me", 2),
        ("第二条要盖章吗", 0),
    ],
)
def test_a_pointer_is_opened_in_these_words(text: str, place: int) -> None:
    """What bids the desk tell it asks for nothing else."""
    assert place_picked(text) == place


def test_a_confirmation_leads_over_to_its_question() -> None:
    """What stood on the card is not told again."""
    before = (Exchange("这样还要供方点头吗", "unknown", ()),)
    said = "挺接近，就是衍生数据，建模算的。那合同里我让法务盯哪几条？"
    assert acknowledged(said, before) == "那合同里我让法务盯哪几条？"
    assert acknowledged("挺接近", before) == "挺接近"


@pytest.mark.parametrize(
    ("feared", "work"),
    [
        ("财务那边过不了审计", True),
        ("法务不签", True),
        ("被罚", False),
        ("要坐牢", False),
        ("客户知道了告我们", False),
    ],
)
def test_a_work_that_may_not_go_through_is_no_fear(feared: str, work: bool) -> None:
    """Nobody is soothed at length for it."""
    assert of_work(feared) is work
