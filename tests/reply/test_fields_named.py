"""A field that is named after the catalogue had nothing, and the desk asked for another one."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.fields_named import another_field
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk

MINING = Exchange("do you have data on mining?", "unknown", ())
FISHING = Exchange("有没有钓鱼的数据", "unknown", ())
OTHER = Exchange("标准合同能不能改", "unknown", ())


@pytest.mark.parametrize(
    ("text", "before", "field"),
    [
        ("那餐饮的呢", FISHING, "餐饮"),
        ("零售行业呢", FISHING, "零售"),
        ("那零售呢", FISHING, "零售"),
        ("换成工业的", FISHING, "工业"),
        ("fishing then?", MINING, "fishing"),
        ("what about retail?", MINING, "retail"),
        ("ok, healthcare?", MINING, "healthcare"),
        (
            "maybe edible oil, supermarket sales? or consumers of food in general",
            MINING,
            "edible oil, supermarket sales",
        ),
        ("那费用呢", FISHING, ""),
        ("那合同呢", FISHING, ""),
        ("那算了", FISHING, ""),
        ("那餐饮的呢", OTHER, ""),
        ("thanks then", MINING, ""),
        ("can I see a person?", MINING, ""),
        ("what about personal information?", MINING, ""),
    ],
)
def test_another_field_is_read(prepared: Prepared, text: str, before: Exchange, field: str) -> None:
    """A matter of the desk, a side, or thanks is none."""
    assert another_field(text, (before,), prepared.library.snapshot) == field


async def test_it_is_looked_up_in_the_catalogue(prepared: Prepared) -> None:
    """Over a field of which there was nothing either."""
    heard = await talk(prepared, "do you have data on mining?", "fishing then?", "retail then")
    assert heard.done.entries == ("product.retail-sales-index",)
