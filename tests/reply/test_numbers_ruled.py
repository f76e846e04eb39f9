"""Rulings on numbers of people as visitors write them: in any spelling, in batches, by the month."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
CONTRACT, EXEMPT = "national-ordinary-contract", "national-ordinary-exempt"
ASSESSMENT, SENSITIVE = "national-ordinary-assessment", "national-sensitive-assessment"


@pytest.mark.parametrize(
    ("number", "row"),
    [
        ("99万9998", CONTRACT),
        ("20万零3", CONTRACT),
        ("20w6000", CONTRACT),
        ("十万零几百", CONTRACT),
        ("9万9998", EXEMPT),
        ("差1个10万", EXEMPT),
        ("100万零2", ASSESSMENT),
        ("一百几十万", ASSESSMENT),
    ],
)
async def test_a_number_in_any_spelling_is_ruled_on(
    prepared: Prepared, number: str, row: str
) -> None:
    """The whole of it, never its last figures."""
    heard = await talk(prepared, f"旅行社今年给泰国传了{number}人的姓名电话，要手续吗？")
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize("number", ["12万34567", "1.2万3000", "几十万5000"])
async def test_a_number_that_cannot_be_read_is_asked_for(prepared: Prepared, number: str) -> None:
    """Nothing is ruled on a part of it."""
    heard = await talk(prepared, f"旅行社今年给泰国传了{number}人的姓名电话，要手续吗？")
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))
