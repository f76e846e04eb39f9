"""Rulings on numbers of people as visitors write them: in any spelling, in batches, monthly."""

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


@pytest.mark.parametrize("number", ["12万34567", "1.2万3000"])
async def test_a_number_that_cannot_be_read_is_asked_for(prepared: Prepared, number: str) -> None:
    """Nothing is ruled on a part of it."""
    heard = await talk(prepared, f"旅行社今年给泰国传了{number}个客户的姓名电话，要手续吗？")
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("剧院今年四月给奥地利传了7万观众的姓名手机号，十月又传了4万别的人，要手续吗？", CONTRACT),
        ("剧院今年给奥地利传了7万会员的姓名手机号，还有4万演员的，要手续吗？", CONTRACT),
        ("剧院今年给奥地利传会员的姓名手机号，第一批4万，第二批3万，第三批5万，怎么办？", CONTRACT),
        ("牙科今年给瑞士传了7000个病人的病历，另外4000个，签合同行吗？", SENSITIVE),
        ("剧院今年每个月给奥地利传1.2万个新会员的姓名手机号，传了九个月，要手续吗？", CONTRACT),
        ("剧院今年每周给奥地利传2500名新会员的姓名手机号，到现在传了44周，要手续吗？", CONTRACT),
        ("牙科每个月给瑞士传1300名新病人的病历，今年从二月到现在，签合同行吗？", SENSITIVE),
        (("Our theatre sent names and phones of 70,000 members to Oslo in May, and another 40,000 "
          "in July. What do we need?"), CONTRACT),
        ("剧院今年给奥地利传了8万会员的姓名手机号，其中3万是女性，要手续吗？", EXEMPT),
        ("剧院今年给奥地利传了8万会员的姓名手机号，又把这8万人的邮箱传了一遍，要手续吗？", EXEMPT),
        ("剧院今年给奥地利传了8万会员的姓名手机号，手里还有30万没传，要手续吗？", EXEMPT),
        ("剧院今年给奥地利传了6万会员的姓名手机号，明年还要传5万，要手续吗？", EXEMPT),
        ("剧院今年每个月给奥地利传2万个新会员的姓名手机号，传了4个月，要手续吗？", EXEMPT),
    ],
)  # fmt: skip
async def test_batches_of_a_year_are_summed(prepared: Prepared, text: str, row: str) -> None:
    """Batches count together, and a rate as often as it is said to have been sent; what is only
    held, of the same people, or of next year does not."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    "text",
    [
        "剧院今年每个月给奥地利传2万个新会员的姓名手机号，要手续吗？",
        "剧院今年每个月给奥地利传2万会员的姓名手机号，传了9个月，要手续吗？",
        "剧院分五批给奥地利传会员的姓名手机号，每批3万人，要手续吗？",
        "剧院今年给奥地利传了6万会员的姓名手机号，给法国传了5万，要手续吗？",
    ],
)
async def test_what_may_be_the_same_people_is_asked_for(prepared: Prepared, text: str) -> None:
    """Nothing is multiplied that was not told to be of others, or how often."""
    heard = await talk(prepared, text)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))


@pytest.mark.parametrize(
    ("number", "row"),
    [
        ("1.3 million learners", ASSESSMENT),
        ("half a million attendees", CONTRACT),
        ("two hundred thousand learners", CONTRACT),
        ("sixty thousand spectators", EXEMPT),
    ],
)
async def test_numbers_in_english_words(prepared: Prepared, number: str, row: str) -> None:
    """A number in words is a number, and whoever visits, learns or watches is a person."""
    text = f"We sent names and emails of {number} abroad this year. What do we need?"
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, row)


async def test_who_turns_out_to_be_critical_infrastructure(prepared: Prepared) -> None:
    """Told later and in short, it changes the case; told as a no it does not."""
    first = "Our museum sent names and phones of 130,000 visitors to Japan this year. What now?"
    heard = await talk(prepared, first, "And we are in fact critical infrastructure.")
    assert heard.done.entries == (ROUTE, "ciio")
    heard = await talk(prepared, f"{first} We are not critical infrastructure.")
    assert heard.done.entries == (ROUTE, CONTRACT)
