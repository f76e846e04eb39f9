"""Somebody's phone or name is a field of theirs, a round number counts people, and English ages
tell of children."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from knowledge.answers.ages import in_figures
from knowledge.answers.plain_deeds import in_table_words
from knowledge.text import normalise
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"
EXEMPT, CHILDREN = "national-ordinary-exempt", "national-sensitive-contract"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("50个人的电话要传到国外，走哪条路", EXEMPT),
        ("50个客户的电话要传到国外", EXEMPT),
        ("3000个人的微信号要发到国外，走哪条路", EXEMPT),
        ("500 people's phones go to our US headquarters. Which route?", EXEMPT),
        ("60,000 people's names last year and 60,000 this year to our US office. Which?", EXEMPT),
        ("6万 last year and 6万 this year, names only, to our US office. Which route?", EXEMPT),
        ("3000个客户的电话和病历要发到国外，走哪条路", CHILDREN),
        ("100万整的家长手机号要传到境外，走哪条路", "national-ordinary-assessment"),
        ("10万整的会员姓名传到日本，走哪条路", "national-ordinary-contract"),
        ("We sent names of 300 ten-year-olds to our US office this year. Which route?", CHILDREN),
        ("We send the names of 2,000 toddlers to the UK. Which route?", CHILDREN),
        ("The names of 2,000 first graders go to our UK partner. Which route?", CHILDREN),
        ("Names of 5,000 fifteen-year-olds go to our UK partner. Which route?", EXEMPT),
    ],
)
async def test_the_kind_is_not_asked_for(text: str, row: str, prepared: Prepared) -> None:
    """A phone left it open, a round number was none, and a child was a figure."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    "text",
    [
        "3000个人的电话录音要发到国外，走哪条路",
        "3000个客户的电话记录要发到国外，走哪条路",
        "我们给3000个客户打电话，客户数据要传到国外，走哪条路",
    ],
)
async def test_a_talk_on_the_phone_is_none(text: str, prepared: Prepared) -> None:
    """What is recorded of it may be of any kind."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))


def test_a_phone_that_is_shipped_is_a_thing() -> None:
    """No field of anybody."""
    text = normalise("We ship 500 phones to Germany.")
    assert in_table_words([text]) == [text]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("300 ten-year-olds", "300 people aged 10"),
        ("six year old pupils", "6-year-old pupils"),
        ("a 10-year contract", "a 10-year contract"),
    ],
)
def test_ages_in_figures(text: str, told: str) -> None:
    """An age that stands behind a number took its place."""
    assert in_figures(text) == told
