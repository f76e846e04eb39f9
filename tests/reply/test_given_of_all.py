"""In English the number of all who are held is never taken as that of those who are sent."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE, EXEMPT = "table.cross-border-route", "national-ordinary-exempt"
ASSESSMENT = "national-ordinary-assessment"


@pytest.mark.parametrize(
    "texts",
    [
        ("In October 2023 we handled 1.5 million users and sent 2,000 phone numbers to Singapore.",
         "And if we did the same in May 2024, 2,000 for the year?"),
        ("3 million members in total; only 5,000 of their phone numbers went to London.",),
        ("Out of 5 million subscribers, we only export the email addresses of 8,000 to Paris.",),
        ("Database of 2 million guests, but just 6,000 names and phones sent to Dubai.",),
        ("Only 8,000 of our 5 million subscribers' emails go to Paris.",),
        ("Of our 2 million users, 3,000 had their names and emails sent to Seoul this year.",),
    ],
)  # fmt: skip
async def test_those_sent_count(prepared: Prepared, texts: tuple[str, ...]) -> None:
    """Few are sent, however many there are."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (ROUTE, EXEMPT)


@pytest.mark.parametrize(
    "text",
    [
        "A total of 1.2 million users' emails were sent to Berlin this year. What do we need?",
        "We sent 1.2 million emails of customers in total to Berlin this year. Which route?",
        "This year 1.5 million phone numbers went to Rome. What do we need?",
    ],
)
async def test_a_total_that_is_sent_counts(prepared: Prepared, text: str) -> None:
    """In total says nothing of who stays here."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, ASSESSMENT)
