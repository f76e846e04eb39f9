"""The start of a counting span, and the day of an earlier breach, are no day asked about."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.parts import Prepared
from knowledge.answers.days import named_day
from tests.reply.test_same_case import talk

TODAY = date(2026, 11, 22)
IN_ENGLISH = (
    "Counted from 1 January 2022 to August 2023 we sent the names of 110,000 people abroad."
    " Which route was it?"
)


@pytest.mark.parametrize(
    "text",
    [
        "11万观众的姓名电话，从2022年1月1日累计到2023年8月，都是普通信息，要出境，该走哪个？",
    ],
)
async def test_it_is_ruled_on_at_the_end_of_the_span(prepared: Prepared, text: str) -> None:
    """The law of its first day would leave the case open."""
    heard = await talk(prepared, text)
    assert "old-ordinary-many" in heard.done.entries


@pytest.mark.parametrize(
    "text",
    [
        "14个月前有重大违法失信记录，我们想当数据商，行不行？",
        "我们14个月前被罚过，还能做数商吗",
        "18 months ago we were fined; would we be allowed as a vendor?",
    ],
)
async def test_a_breach_of_then_and_a_wish_of_now(prepared: Prepared, text: str) -> None:
    """It is asked of today."""
    assert named_day(text, TODAY) in (None, TODAY)
    heard = await talk(prepared, text)
    assert "您问的那个时候" not in heard.text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14个月前给美国传了12万人的姓名，要申报吗", date(2025, 9, 1)),
        ("2025年9月违法传了数据，当时会怎么罚", date(2025, 9, 1)),
        ("2022年1月1日到2023年8月传了11万人", date(2022, 1, 1)),
    ],
)
def test_what_was_done_then_is_asked_of_then(text: str, day: date) -> None:
    """A deed that is asked about, and a period that counts nothing, keep their days."""
    assert named_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "2022年1月1日起算，算到2023年8月，我们一共向境外传了9万人的普通个人信息，当时要申报吗",
            "old-ordinary-few-2023",
        ),
        (
            "从2022年1月起累计到2023年8月，向境外传了12万人的姓名电话，那时要做安全评估吗",
            "old-ordinary-many",
        ),
        ("自2022年1月1日起一直算到2023年8月底，8万人的姓名传到境外，走哪条路",
         "old-ordinary-few-2023"),
        ("从2022年1月1日到2023年8月累计向境外传了11万人的姓名，走哪条路", "old-ordinary-many"),
        ("统计区间2022年1月1日至2023年8月31日，向境外提供12万人的姓名，走哪条路",
         "old-ordinary-many"),
        (IN_ENGLISH, "old-ordinary-many"),
        ("2025年1月1日起算，算到2025年8月，传了12万人的姓名到境外，当时要办什么",
         "national-ordinary-contract-before-2026"),
    ],
)  # fmt: skip
async def test_the_law_of_its_end_says_since_when(prepared: Prepared, text: str, row: str) -> None:
    """A span that the law of then counts whole was taken for one of several years."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("table.cross-border-route", row)


@pytest.mark.parametrize(
    "text",
    [
        "累计从2021年6月到2023年8月，向境外传了11万人的姓名，走哪条路",
        "2023年1月到2024年6月累计出境12万人的姓名，走哪条路",
        "2024年起累计到2025年8月，传了12万人的姓名到境外，当时要办什么",
    ],
)
async def test_a_longer_span_is_asked_for_again(prepared: Prepared, text: str) -> None:
    """Nobody knows how many of it lie in what the law counts."""
    heard = await talk(prepared, text)
    assert heard.done.outcome == "clarify"


async def test_a_period_that_counts_nothing_is_told_in_its_parts(prepared: Prepared) -> None:
    """As before."""
    heard = await talk(prepared, "2022年1月1日到2023年8月传了11万人的姓名到境外，走哪条路")
    assert "2022年9月1日到2023年8月31日" in heard.text
