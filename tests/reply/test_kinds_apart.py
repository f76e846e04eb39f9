"""Batches of different kinds are never summed: each kind is ruled on with its own number."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
CONTRACT, EXEMPT = "national-ordinary-contract", "national-ordinary-exempt"
SENSITIVE, ASSESSMENT = "national-sensitive-contract", "national-sensitive-assessment"


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (("2000个顾客的验光处方和眼病史，再加5万人的电话，传给德国，要办什么？",),
         {SENSITIVE, EXEMPT}),
        (("20万会员的姓名邮箱，再加3000人的银行卡号，要传到法国",), {CONTRACT, SENSITIVE}),
        (("9000人的病历和3000人的指纹，再加5万人的邮箱，传到英国",), {ASSESSMENT, EXEMPT}),
        (("We send the prescriptions of 2,000 customers plus the emails of 50,000 to Rome.",),
         {SENSITIVE, EXEMPT}),
        (("我们要把2000个顾客的验光处方传给德国", "再加5万人的电话呢"), {SENSITIVE, EXEMPT}),
    ],
)  # fmt: skip
async def test_each_kind_is_ruled_on(
    prepared: Prepared, texts: tuple[str, ...], rows: set[str]
) -> None:
    """Two thousand prescriptions and fifty thousand numbers are no 52,000 sensitive ones."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries[0] == ROUTE
    assert set(heard.done.entries[1:]) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("三月传6千人的病历到美国，九月又传5千人的指纹", ASSESSMENT),
        ("5万人的电话，其中2000人有病历，发到新加坡", SENSITIVE),
        ("去年传了5万人的电话到美国，今年传了2000人的病历", SENSITIVE),
    ],
)
async def test_one_kind_is_summed_and_a_part_is_a_part(
    prepared: Prepared, text: str, row: str
) -> None:
    """What is told of last year counts for this year in no kind."""
    heard = await talk(prepared, text)
    assert heard.done.entries[:2] == (ROUTE, row)
