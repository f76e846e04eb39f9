"""Another group of people added to a case on which a table ruled: those told before stay in it."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from knowledge.answers.added_people import adds_people
from tests.reply.test_compose import DAY

CUSTOMERS = "我们在国内的客户12万人的姓名邮箱今年要传给德国总部，非关基，要办手续吗"
IN_ENGLISH = (
    "We send names and e-mails of 120,000 customers in China to Germany this year, not CII. "
    "What must we do?"
)


async def talk(prepared: Prepared, first: str, text: str) -> Heard:
    """The second text of a conversation."""
    told = await listen(prepared.turn, first, (), DAY)
    before = Exchange(first, told.done.outcome, told.done.entries)
    return await listen(prepared.turn, text, (before,), DAY)


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (CUSTOMERS, "还有五百个员工的也一起传"),
        (CUSTOMERS, "还有五百个供应商联系人的也一起传"),
        (CUSTOMERS, "对了，另外还有300名司机的姓名"),
        (IN_ENGLISH, "Also staff data, about 500 people."),
        (IN_ENGLISH, "Plus 300 employees' names."),
    ],
)
async def test_the_people_told_before_stay(prepared: Prepared, first: str, text: str) -> None:
    """The waiver for staff, or a number below the mark, was told for all."""
    heard = await talk(prepared, first, text)
    assert "national-ordinary-contract" in heard.done.entries


async def test_a_group_of_another_kind_has_its_own_ruling(prepared: Prepared) -> None:
    """Patients beside customers."""
    heard = await talk(prepared, CUSTOMERS, "还有八百个病人的病历")
    assert {"national-ordinary-contract", "national-sensitive-contract"} <= set(heard.done.entries)


@pytest.mark.parametrize(
    "text", ["那员工呢", "不是客户，是员工", "还有员工的怎么办", "还有3万客户", "员工五百人"]
)
def test_what_asks_of_the_group_alone_adds_none(text: str) -> None:
    """Nor what puts one group in the place of another, or tells more of the same."""
    assert not adds_people([CUSTOMERS, text])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (CUSTOMERS, "还有员工"),
        (CUSTOMERS, "员工也有"),
        (CUSTOMERS, "还有司机和供应商"),
        (IN_ENGLISH, "and our staff"),
    ],
)
async def test_a_group_that_is_only_named_is_added(
    prepared: Prepared, first: str, text: str
) -> None:
    """It is no introduction, no field and no case of its own; of what kind it was taken is said."""
    heard = await talk(prepared, first, text)
    assert "national-ordinary-contract" in heard.done.entries
    assert ("后加的那一批" if first == CUSTOMERS else "further batch") in heard.text


async def test_a_name_that_tells_another_kind_rules_nothing(prepared: Prepared) -> None:
    """How many patients there are is not told."""
    heard = await talk(prepared, CUSTOMERS, "还有病人")
    assert "national-sensitive-assessment" not in heard.done.entries
