"""A shown item that is named by words of it, and who hears that it is a sample."""

from __future__ import annotations

import pytest

from dialog.reply.item_questions import by_pronoun, item_question

SHOWN = "道路流量实时接口（示例） 每5分钟更新 有没有路况数据 Do you have traffic data?"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("那你给我看的那个路况的，多少钱一年？", "它多少钱1年?"),
        ("刚才那个道路流量的更新频率呢", "它更新频率呢"),
        ("你推荐的那款路况的，能买吗", "它能买吗"),
        ("how much is the traffic one?", "how much is it?"),
    ],
)
def test_words_of_an_item_are_read_as_it(text: str, meant: str) -> None:
    """Only what was shown is named so."""
    assert by_pronoun(text, SHOWN) == meant
    assert item_question(meant) is not None


@pytest.mark.parametrize(
    "text", ["那个备案的，多久", "那个合同的模板在哪", "how much is the first one?", "多少钱"]
)
def test_other_words_name_no_item(text: str) -> None:
    assert by_pronoun(text, SHOWN) == text


@pytest.mark.parametrize(
    "text",
    [
        "你刚才那个是示例啊？那真的在哪看",
        "原来是示例啊，真的去哪找",
        "so that was only a sample? where are the real ones?",
    ],
)
def test_who_hears_that_it_is_a_sample_asks_for_the_real_one(text: str) -> None:
    """That is told with where real products are."""
    asked = item_question(text)
    assert asked is not None
    assert asked.sides == ("buyable",)


def test_a_price_for_a_year_asks_for_no_history() -> None:
    """一年 behind a price is no span."""
    asked = item_question("它多少钱一年")
    assert asked is not None
    assert asked.sides == ("price",)
