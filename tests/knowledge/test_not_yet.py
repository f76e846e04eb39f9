"""A number that is told as not reached is anything below it, in whatever words."""

from __future__ import annotations

import pytest

from knowledge.answers.people_counts import people_in
from knowledge.text import normalise
from tests.knowledge.test_people_counts import UNITS


@pytest.mark.parametrize(
    "text",
    [
        "没到十万",
        "还没满十万人",
        "还差一点才到十万",
        "没有十万人",
        "不是十万以上",
        "没上十万",
        "十万都不到",
        "十万人还没到呢",
        "离十万还差得远",
        "哪有十万人啊",
        "没到十万人的门槛",
        "not even 100,000",
        "we haven't reached 100,000 people",
    ],
)
def test_not_reached(text: str) -> None:
    assert people_in(normalise(text), UNITS) == "0~99999"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("没超过十万", "0~100000"),
        ("离十万还差两万", "80000"),
        ("已经到十万了", "100000"),
        ("我们有十万人", "100000"),
        ("没有敏感的，12万人", "120000"),
        ("快到十万了", "99999"),
    ],
)
def test_reached_or_nearly(text: str, people: str) -> None:
    assert people_in(normalise(text), UNITS) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("今年发了五千人的病历去韩国，没有一万人", "5000"),
        ("再发两万，一共十一万，要签合同吗", "110000"),
        ("病历两千人，一共十万人", ""),
    ],
)
def test_of_two_numbers(text: str, people: str) -> None:
    """One that is not reached bounds the other; a sum is told of what comes on top alone."""
    assert people_in(normalise(text), UNITS) == people
