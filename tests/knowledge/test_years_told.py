"""Numbers of people that are told of several years: summed, kept apart or left out by the law of
the day, whichever order they are told in."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.people_counts import counted_input
from knowledge.answers.tables import rule_on
from knowledge.answers.years_told import numbers_by_year
from knowledge.text import normalise
from tests.knowledge.test_table_days import ROUTE

TODAY = date(2026, 11, 22)
APART = "每年1月1日起重新累计"
COUNTED = counted_input(ROUTE)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2023年6月我们准备出境，2022年传了8万人，2023年到6月传了5万人普通信息，走哪条路？",
         "old-ordinary-many"),
        ("2022年传了8万人，2023年1到6月又传了5万人，都是普通信息，2023年6月那时候走哪条路？",
         "old-ordinary-many"),
        (("We sent 80,000 customers' names abroad in 2022 and another 50,000 by June 2023. What "
         "did the law ask for in June 2023?"), "old-ordinary-many"),
        (("In June 2023 we wanted to send more abroad: 80,000 people in 2022 and 50,000 in 2023, "
         "ordinary data. Which route?"), "old-ordinary-many"),
        ("8万人是2022年传的，5万人是2023年传的，普通信息出境，2023年10月该走哪条",
         "old-ordinary-many"),
        ("2023年6月，前一年出境8万人，当年出境1万人，都是普通个人信息，要不要评估？",
         "old-ordinary-few-2023"),
        ("2023年8月，2021年传了8万人，2023年传了5万人普通信息，走哪条路？",
         "old-ordinary-few-2023"),
        ("2023年出境了6000人的敏感信息，2022年也传了5000人的敏感信息，当时（2023年9月）要走评估吗",
         "old-sensitive-many"),
        ("2025年传了120万人普通信息，2026年到现在传了20万，走哪条路", "national-ordinary-contract"),
        ("2026年传8000人的病历出境，2026年再传5000人的病历", "national-sensitive-assessment"),
        ("2024年传了8万，2025年传了8万，2026年传了8万，都是普通信息出境，一共24万，要评估吗",
         "national-ordinary-exempt"),
    ],
)  # fmt: skip
def test_the_law_of_the_day_says_which_years_count(text: str, row: str) -> None:
    """Up to 21 March 2024 since the year before, now the calendar year alone."""
    found = rule_on(ROUTE, [text], TODAY).row
    assert found is not None
    assert found.id == row


@pytest.mark.parametrize(
    "texts",
    [
        ("2026年传6万，2027年打算再传6万，普通信息出境",),
        ("今年传6万人，明年再传6万人普通信息到新加坡，走哪条路",),
        ("We send 60,000 customers' ordinary data abroad in 2026 and plan another 60,000 in 2027",),
        ("我们把6万客户的邮箱传给新加坡，要办什么", "2026年传6万，2027年打算再传6万"),
    ],
)
def test_years_ahead_are_counted_each_for_itself(texts: tuple[str, ...]) -> None:
    """The year that lies ahead is none that adds to this one, and the ruling says so."""
    ruling = rule_on(ROUTE, texts, TODAY)
    assert ruling.row is not None
    assert ruling.row.id == "national-ordinary-exempt"
    assert any(APART in i.assumption for i in ruling.assumed)
    assert not any("算在一起" in i.assumption for i in ruling.assumed)


def test_years_that_differ_are_told_each() -> None:
    ruling = rule_on(ROUTE, ["2026年传6万人普通信息出境，2027年打算再传12万，要备案吗"], TODAY)
    assert [(of.label, of.row.id) for of in ruling.each] == [
        ("2026年", "national-ordinary-exempt"),
        ("2027年", "national-ordinary-contract"),
    ]


def test_years_of_several_texts_are_summed_where_the_law_did() -> None:
    ruling = rule_on(ROUTE, ["2022年出境8万人的邮箱", "2023年又出境了5万人的邮箱"], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == "old-ordinary-many"


@pytest.mark.parametrize(
    "text",
    [
        "2022年传了12万人，其中2023年传了5万人",
        "2022年到2023年一共传了13万人，2024年没传",
        "2022年起累计传了8万人，2023年传了5万人",
        "3月传6万人，11月再传6万人",
        "2023年传了5万人，不对，是2022年传了8万人",
        "如果2026年传6万人，或者2027年传6万人",
    ],
)
def test_parts_totals_and_corrections_are_no_years_of_their_own(text: str) -> None:
    assert COUNTED is not None
    assert numbers_by_year(normalise(text), COUNTED.units, TODAY) == ()


NINE = "我们做潜水培训，今年把9万学员的邮箱传给澳洲总部，要办什么"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((NINE, "去年还传过30万"), "national-ordinary-exempt"),
        ((NINE, "今年又传了5万"), "national-ordinary-contract"),
        (("2023年6月把6万客户的邮箱传给瑞士，要备案吗", "2022年还传过5万"), "old-ordinary-many"),
        (("2023年6月把6万客户的邮箱传给瑞士，要备案吗", "2021年还传过5万"),
         "old-ordinary-few-2023"),
    ],
)  # fmt: skip
def test_a_number_of_another_year_told_later(texts: tuple[str, ...], row: str) -> None:
    """Its year was taken for the day that is asked about."""
    found = rule_on(ROUTE, texts, TODAY).row
    assert found is not None
    assert found.id == row


def test_a_number_of_the_next_year_told_later() -> None:
    ruling = rule_on(ROUTE, [NINE, "明年要翻倍到18万"], TODAY)
    assert [of.row.id for of in ruling.each] == [
        "national-ordinary-exempt",
        "national-ordinary-contract",
    ]
