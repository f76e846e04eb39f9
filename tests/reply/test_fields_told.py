"""A list of fields tells what is in the data, however it is typed."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.fields_told import as_told, fields_told
from dialog.reply.only_introduces import with_fields
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk

FIELDS = "姓名 手机号 车牌 行驶轨迹"
TOLD = "我们的数据里有姓名、手机号、车牌、行驶轨迹"


@pytest.mark.parametrize(
    "text",
    [
        FIELDS,
        "姓名、手机号、车牌、行驶轨迹",
        "字段：姓名/手机号/车牌/行驶轨迹",
        "我们有姓名，手机号，车牌和行驶轨迹",
        "数据里有 姓名|手机号|车牌|行驶轨迹 这些字段",
    ],
)
def test_fields_are_read_in_every_spelling(text: str) -> None:
    """With spaces, slashes, bars or commas between them."""
    assert as_told(text) == TOLD


@pytest.mark.parametrize(
    "text",
    ["数商 经纪人 买方", "姓名和手机号", "价格 时间 材料", "姓名、手机号能卖吗", "温度 湿度"],
)
def test_what_is_no_list_of_fields(text: str) -> None:
    """Two words, words of the desk, and what asks for something."""
    assert fields_told(text) == ()


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        ("我们想卖一批数据，能卖吗", FIELDS, f"{TOLD}，能卖吗"),
        ("数据要出境", FIELDS, f"{TOLD}，数据要出境"),
        (FIELDS, "要出境，10万人", f"{TOLD}，要出境，10万人"),
        ("挂牌要多久", "name, phone, plate number", "Our data has name, phone, plate number"),
        ("我想买司机数据", FIELDS, ""),
        ("我们想卖一批数据，能卖吗", "10万人", ""),
    ],
)
def test_fields_are_of_what_was_spoken_of(before: str, text: str, meant: str) -> None:
    """Of data that are to be sold or sent abroad."""
    assert with_fields(text, (Exchange(before, "answered"),)) == meant


async def test_fields_of_a_case_are_ruled_on(prepared: Prepared) -> None:
    """Told alone they are heard; the strictest of them decides."""
    assert (await talk(prepared, FIELDS)).done.outcome == "clarify"
    sold = await talk(prepared, FIELDS, "能卖吗")
    assert sold.done.entries[:1] == ("table.forbidden-data",)
    sent = await talk(prepared, "我们要把10万人的数据传到日本", FIELDS)
    assert sent.done.entries == ("table.cross-border-route", "national-sensitive-assessment")
    mild = await talk(prepared, "我们要把10万人的数据传到日本", "姓名/手机号")
    assert mild.done.entries == ("table.cross-border-route", "national-ordinary-contract")
    counted = await talk(prepared, "数据要出境", FIELDS, "10万人")
    assert counted.done.entries == sent.done.entries
