"""A further batch without a kind is summed with the one before, and the ruling says so."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"
ASSESSED = "national-sensitive-assessment"
TAKEN, TAKEN_ENGLISH = "没说是哪种信息", "of which no kind was told"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2000个顾客的处方，再加5万人，要传到国外总部，走哪条路", ASSESSED),
        ("2000个顾客的处方要传到国外总部，另外还有5万人也要传，走哪条路", ASSESSED),
        ("2000份处方加上5万人的资料一起传给国外总部，走哪条路", ASSESSED),
        ("8万人的姓名电话，另外4万人，传给日本总部，要办什么", "national-ordinary-contract"),
        (
            "We send 2,000 clients' prescriptions plus 50,000 people to our US office. Which way?",
            ASSESSED,
        ),
    ],
)
async def test_what_it_was_taken_for_is_said(text: str, row: str, prepared: Prepared) -> None:
    """It was summed in silence."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, row)
    assert TAKEN in heard.text or TAKEN_ENGLISH in heard.text


async def test_so_it_is_over_several_texts(prepared: Prepared) -> None:
    """What is told later has no kind of its own."""
    before = Exchange(
        "我们要把2000人的病历传给美国总部", "answered", (ROUTE, "national-sensitive-contract")
    )
    heard = await listen(prepared.turn, "再加5万人呢", (before,), DAY)
    assert heard.done.entries == (ROUTE, ASSESSED)
    assert TAKEN in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "2000个顾客的处方，再加5万个顾客的处方，要传到国外总部，走哪条路",
        "2000个顾客的处方，再加5万人的姓名电话，要传到国外总部，走哪条路",
        "8万人的姓名电话，另外4万人的，传给日本总部，要办什么",
        "8万人，另外4万人，都是姓名电话，传给日本总部，要办什么",
        "姓名电话要传给日本总部，三月6万人，九月又5万人，要办什么",
        "8万人的姓名电话传给日本总部，要办什么",
    ],
)
async def test_what_was_told_is_not_assumed(text: str, prepared: Prepared) -> None:
    """Each batch has its kind, or both have one."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:1] == (ROUTE,)
    assert heard.done.outcome == "answered"
    assert TAKEN not in heard.text
