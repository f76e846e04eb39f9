"""The answer to which kind of data is sent abroad, where it is of no person."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ENGLISH = (
    "Hi, we're a Danish company that services wind turbines. One of our Chinese customers wants us"
    " to send turbine data back to Denmark. Are we allowed to?"
)
CHINESE = "我们工厂的数据要传到德国去，要办什么手续"


async def _behind(prepared: Prepared, first: str, text: str) -> tuple[str, ...]:
    asked = await listen(prepared.turn, first, (), DAY)
    assert asked.done.outcome == "clarify"
    before = (Exchange(first, asked.done.outcome, asked.done.entries),)
    heard = await listen(prepared.turn, text, before, DAY)
    return (heard.done.outcome, *heard.done.entries)


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (ENGLISH, "It's just vibration and temperature readings from the gearboxes"),
        (ENGLISH, "Neither personal nor important data. Just machine readings."),
        (ENGLISH, "Just machine readings, no people in it"),
        (CHINESE, "不含个人信息，就是机器读数"),
        (CHINESE, "跟人没关系，都是设备参数"),
    ],
)
async def test_machine_readings_are_of_no_person(prepared: Prepared, first: str, text: str) -> None:
    heard = await _behind(prepared, first, text)
    assert heard == ("answered", "table.cross-border-route", "none")


async def test_a_field_of_a_person_beside_it_leaves_the_kind_open(prepared: Prepared) -> None:
    heard = await _behind(prepared, CHINESE, "不含个人信息，有身份证号")
    assert heard[0] == "clarify"
