"""Tests for the number and the kind of a part of those whose data is sent."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_parts import told_in_one
from knowledge.answers.table_words import stated
from knowledge.answers.tables import gone_on, rule_on
from tests.knowledge.test_table_days import ROUTE

TODAY = date(2026, 11, 22)
STEPS = "今年给美国服务器传了三十万用户的邮箱"
PLAYERS = "we send nicknames and emails of 300,000 players to a server in Ireland this year"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((f"{STEPS},里面两万人还有心率",), "national-sensitive-assessment"),
        ((STEPS, "哦不对,里面还有心率,心率的有两万人"), "national-sensitive-assessment"),
        ((STEPS, "还有两万人的心率"), "national-sensitive-assessment"),
        ((STEPS, "其中8000人有银行卡号"), "national-sensitive-contract"),
        ((PLAYERS, "for 15,000 of them there are bank card numbers too"),
         "national-sensitive-assessment"),
        ((PLAYERS, "9,000 of them also have health records"), "national-sensitive-contract"),
        (("2个名册、500人的姓名要发到德国总部",), "national-ordinary-exempt"),
        ((STEPS,), "national-ordinary-contract"),
    ],
)  # fmt: skip
def test_a_part_has_its_own_number_and_kind(texts: tuple[str, ...], row: str) -> None:
    """The stricter part is ruled on by its own number; other counts are left out."""
    ruling = rule_on(ROUTE, texts, TODAY) if len(texts) == 1 else gone_on(ROUTE, texts, TODAY)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == row


@pytest.mark.parametrize("thing", ["梦境记录", "购物偏好"])
def test_the_number_of_a_part_is_never_that_of_all(thing: str) -> None:
    """What is in the data of some people, of an unread kind, makes nobody exempt."""
    ruling = rule_on(ROUTE, [f"{STEPS},里面两万人还有{thing}"], TODAY)
    assert ruling.row is None or "exempt" not in ruling.row.id


def test_a_part_takes_the_number_in_front_of_it() -> None:
    """15,000 of them is the number of the part."""
    whole, part = told_in_one(ROUTE, "names of 300,000 players, for 15,000 of them bank cards")
    assert "300000" in whole
    assert "15000" in part
    told = stated(ROUTE, part)
    assert (told["kind"], told["people"]) == ("sensitive", "15000")


def test_steps_alone_leave_the_kind_open() -> None:
    """What a wristband counts may tell of health."""
    assert "|" in stated(ROUTE, "今年给美国服务器传了三十万用户的步数")["kind"]
