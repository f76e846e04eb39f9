"""Who names a field of persons takes back that no person is in the data."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ASSESSED = "table.product-assessments"


@pytest.mark.parametrize(
    ("before", "later"),
    [
        (
            "我想上架一份停车热力图产品，没有个人信息，要准备哪些评估？",
            "其实里面还保留着车牌。",
        ),
        (
            "我想上架一份驾校客流统计产品，没有个人信息，要准备哪些评估？",
            "其实里面还有学员手机号。",
        ),
        ("我想上架一份客流产品，不含个人信息，要哪些评估？", "等等，表里带着身份证号"),
        (
            "We list a footfall product with no personal information. Which assessments?",
            "Actually it still contains phone numbers.",
        ),
    ],
)
async def test_a_field_of_persons_overturns_none(
    before: str, later: str, prepared: Prepared
) -> None:
    """It was told again that the product holds no personal information."""
    first = await listen(prepared.turn, before, (), DAY)
    assert first.done.entries == (ASSESSED, "none")
    told = Exchange(before, first.done.outcome, first.done.entries)
    heard = await listen(prepared.turn, later, (told,), DAY)
    assert heard.done.outcome == "clarify"
    assert "五十五" in heard.text or "55" in heard.text
    assert "不含个人信息" not in heard.text


async def test_faces_are_sensitive(prepared: Prepared) -> None:
    """Where the field decides the kind, it is ruled on at once."""
    before = Exchange(
        "我想上架一份客流统计产品，没有个人信息，要准备哪些评估？", "answered", (ASSESSED, "none")
    )
    heard = await listen(prepared.turn, "里面还有人脸照片", (before,), DAY)
    assert heard.done.entries == (ASSESSED, "sensitive")
    heard = await listen(prepared.turn, "其实里面还有公共数据", (before,), DAY)
    assert heard.done.entries == (ASSESSED, "none-public")
