"""Children told by an age that they have not reached; people in important data without names."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
STUDENTS = "配音工作室2万名学员的姓名和邮箱传到日本，非关基，今年第一次，要手续吗？"
PERSONAL = "里面有个人信息的，个人信息那一套也要做"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("这2万人里面有三千个是没满十四岁的学生", "national-sensitive-contract"),
        ("这2万人里面有三千个还没到十四岁", "national-sensitive-contract"),
        ("里面有三千个是未到十四周岁的", "national-sensitive-contract"),
        ("里面有三千个十四岁以下的", "national-sensitive-contract"),
        ("里面有三千个都五六岁", "national-sensitive-contract"),
        ("里面有三千个是幼儿园的孩子", "national-sensitive-contract"),
    ],
)
async def test_an_age_that_is_not_reached(prepared: Prepared, text: str, row: str) -> None:
    heard = await talk(prepared, STUDENTS, text)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("3,000 of them are younger than 14", "national-sensitive-contract"),
        ("3,000 of them haven't turned 14 yet", "national-sensitive-contract"),
    ],
)
async def test_such_an_age_in_english(prepared: Prepared, text: str, row: str) -> None:
    case = "We send names and e-mails of 20,000 students to Japan this year, not CII. Procedures?"
    heard = await talk(prepared, case, text)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize("text", ["都满十四岁了", "里面有三千个是十四岁以上的"])
async def test_who_is_old_enough_is_no_child(prepared: Prepared, text: str) -> None:
    heard = await talk(prepared, STUDENTS, text)
    assert "national-sensitive-contract" not in heard.done.entries


@pytest.mark.parametrize(
    ("what", "personal"),
    [
        ("两万户农户的地块坐标和产量", True),
        ("三千人的用电曲线", True),
        ("村民的水井位置", True),
        ("管网的压力读数", False),
        ("3000个基站的坐标", False),
    ],
)
async def test_people_in_important_data(prepared: Prepared, what: str, personal: bool) -> None:
    """People are told by their number or their trade as well as by names."""
    heard = await talk(prepared, f"我们要把{what}传给荷兰公司，已经被告知是重要数据，要办什么？")
    assert heard.done.entries == (ROUTE, "important")
    assert (PERSONAL in heard.text) is personal
