"""A number that is told with its parts by year counts in each year by its part alone."""

from __future__ import annotations

import pytest

from knowledge.answers.tables import rule_on
from tests.knowledge.law_parts import TODAY
from tests.knowledge.test_table_days import ROUTE


def rows(*texts: str) -> list[str]:
    ruling = rule_on(ROUTE, texts, TODAY)
    found = [ruling.row] if ruling.row is not None else [of.row for of in ruling.each]
    return [row.id.removeprefix("national-ordinary-") for row in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("一共120万玩家的邮箱要发加拿大，2026年12月发60万，2027年1月发60万",), ["contract"]),
        (("总数十五万人的姓名电话发国外，2026年发八万，2027年发七万",), ["exempt"]),
        (("一共一百六十万客人的电话发国外，2025年发了80万，2026年80万，今年走什么",), ["contract"]),
        (("要发120万客人的邮箱给加拿大，一半今年12月发，一半明年1月发",), ["contract"]),
        (("会员手机号十八万要发日本", "一半今年发，另一半明年发"), ["exempt"]),
        (("要发18万会员的手机号到日本，今年先发六万，剩下的明年发",), ["exempt", "contract"]),
        (("玩家十八万，分两年发，每年九万，手机号出境",), ["exempt"]),
        (
            (
                (
                    "We send 1.2 million players' emails to Canada, half in December 2026"
                    " and half in January 2027"
                ),
            ),
            ["contract"],
        ),
        (
            (
                (
                    "The studio sends 1.2 million players' emails to Canada, 600k in December 2026"
                    " and 600k in January 2027"
                ),
            ),
            ["contract"],
        ),
        (
            (
                (
                    "Total 160,000 guests' phone numbers go abroad: 90,000 sent in 2025 and 70,000"
                    " in 2026. What is needed for 2026?"
                ),
            ),
            ["exempt"],
        ),
        (
            (
                (
                    "80,000 people's names go abroad in December 2026 and 70,000 people's in"
                    " January 2027"
                ),
            ),
            ["exempt"],
        ),
    ],
)
def test_a_whole_is_sent_in_no_year(texts: tuple[str, ...], expected: list[str]) -> None:
    """The sum of two years was counted to one of them, and led to the assessment."""
    assert rows(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年把30万客人的手机号发国外，一半是去年的老客人，一半是今年的", ["contract"]),
        ("2025年发了160万人的手机号出境，2026年发80万，2027年80万", ["contract"]),
        ("今年上半年发了五万人的手机号出境，下半年又发六万", ["contract"]),
        ("今年发12万会员的手机号出境，一半是老会员，明年不发", ["contract"]),
    ],
)
def test_shares_of_one_year_stay_together(text: str, expected: list[str]) -> None:
    """Who the people are tells nothing of when their data are sent."""
    assert rows(text) == expected
