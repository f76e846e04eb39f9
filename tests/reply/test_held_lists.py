"""A list of what data hold, typed with spaces and worded like questions, is no question itself."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.fields_told import as_told
from dialog.reply.several import parts_of
from tests.reply.test_same_case import talk

SALON = ("我开美甲店的", "手里客人数据挺多 能变现不")
HELD = "就客人电话微信 做了啥款 花多少钱这些"
MADE = "那我弄成 哪个颜色卖的好 哪个月人多 这种总可以了把"


@pytest.mark.parametrize(
    "text",
    [
        HELD,
        MADE,
        "主要是顾客手机号，点了啥菜，吃了多少钱之类的",
        "无非就是家长电话 孩子成绩 报了什么班这些",
        "我只卖 哪个时段人多 哪款奶茶卖得好 这样的统计 行不行",
        "做成哪个区租金高、哪个月空房多这种报告能卖吗",
        "比如哪个药卖得多 哪个季节买的人多 这类能挂牌不",
    ],
)
def test_a_list_is_not_cut(text: str) -> None:
    """Its items are words of the data, whatever stands between them."""
    assert len(parts_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("挂牌要多久 费用多少", 2),
        ("就费用 时间 材料这些", 2),
        ("比如挂牌要多久 要什么材料 这些能说说吗", 3),
        ("哪个交易所好 哪个便宜 这种问题你能答吗", 3),
        ("想问的就是要什么材料 要多久 这些", 2),
        ("做成产品要多久 要花多少钱", 2),
    ],
)
def test_what_is_asked_of_the_desk_is_cut(text: str, parts: int) -> None:
    """Also where it is put as a list, and where something is made."""
    assert len(parts_of(text)) == parts


def test_fields_are_called_by_their_names() -> None:
    """做了啥款 is the kind that was done."""
    assert as_told(HELD) == "我们的数据里有客人电话微信、做的款、消费金额"
    assert as_told(MADE) == ""
    assert as_told("就费用 时间 材料这些") == ""


async def test_a_list_is_of_the_sale_told_before(prepared: Prepared) -> None:
    """Before, the second half got the prices of third-party services."""
    held = await talk(prepared, *SALON, HELD)
    assert held.done.entries == ("entry.service-records",)
    made = await talk(prepared, *SALON, HELD, MADE)
    assert made.done.entries == ("entry.aggregate-statistics",)
    assert "哪个颜色" not in made.text


async def test_a_side_is_of_that_sale_too(prepared: Prepared) -> None:
    """办下来要多久 is how long a listing takes, and 麻不麻烦 what steps it has."""
    heard = await talk(prepared, *SALON, HELD, "办下来要多久 麻不麻烦")
    assert heard.done.entries == ("gap.processing-time", "procedure.list-product")
    alone = await talk(prepared, "怎么挂牌", "复不复杂")
    assert alone.done.entries == ("procedure.list-product",)
    complaint = await talk(prepared, "你们办事太麻烦了")
    assert complaint.done.entries == ("reply.complaint",)
