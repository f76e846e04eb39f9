"""Data with an aim of their own are not spared by the reason of those told before."""

from __future__ import annotations

import pytest

from knowledge.answers.tables import rule_on
from tests.knowledge.law_parts import TODAY
from tests.knowledge.test_table_days import ROUTE

BOOKED = "客人自己订的国外酒店，旅行社传护照姓名，今年三十万人"


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        ((BOOKED, "不过还把二十万人的消费喜好发给国外广告公司"), ["contract", "ordinary"]),
        ((f"{BOOKED}，另外把二十万人的手机号给国外调研公司，要办什么",), ["contract", "ordinary"]),
        ((f"{BOOKED}，不给任何广告公司",), ["contract"]),
    ],
)
def test_an_aim_of_its_own(texts: tuple[str, ...], rows: list[str]) -> None:
    """The tastes of 200,000 guests were spared as if they served the booking."""
    ruling = rule_on(ROUTE, texts, TODAY)
    found = [ruling.row] if ruling.row is not None else [of.row for of in ruling.each]
    short = [r.id.removeprefix("national-").removesuffix("-contract") for r in found]
    assert short == rows
