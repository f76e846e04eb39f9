"""The day of which a question asks, and the date of a thing, which is none."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.days import named_day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("公司2021年注册的，10万人的手机号发给美国，要评估吗", None),
        ("我们2022年签的合同还有效吗", None),
        ("2019年成立的企业能入驻吗", None),
        ("2022年攒了一批数据", None),
        ("2023年做数据出境要评估吗", 2023),
        ("2022年的规定怎么说", 2022),
        ("2021年，要评估吗", 2021),
    ],
)
def test_the_date_of_a_thing_is_no_day_of_which_is_asked(text: str, year: int | None) -> None:
    """A ruling goes by the day that is asked about, not by that on which a firm was founded."""
    found = named_day(text, date(2026, 11, 22))
    assert (found.year if found is not None else None) == year
