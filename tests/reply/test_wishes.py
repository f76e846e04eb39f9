"""A wish for catalogue items: what it is for, and how it goes on."""

from __future__ import annotations

import pytest

from dialog.reply.policy import Wish
from dialog.reply.question import Exchange
from dialog.reply.wishes import wish_of, wished_on
from tests.knowledge.small_parts import small_snapshot

SNAPSHOT = small_snapshot()
SHOWN = (Exchange("推荐数据产品", "answered", tuple(SNAPSHOT.products)),)


def test_others_are_what_was_not_shown() -> None:
    """The wish is the one told first, through any number of requests for more."""
    chain = (*SHOWN, Exchange("还有吗", "unknown"))
    found = wished_on("换一批", chain, SNAPSHOT)
    assert found is not None
    assert (found.wish, found.side) == ("推荐数据产品", "more")
    assert set(found.shown) == set(SNAPSHOT.products)


def test_a_price_is_not_in_the_catalogue() -> None:
    """It is said so, instead of the exchange's own fees."""
    found = wished_on("便宜一点的有吗", SHOWN, SNAPSHOT)
    assert found is not None
    assert found.side == "price"


def test_without_a_recommendation_there_is_no_wish() -> None:
    """The same words elsewhere are no wish, nor is a question on another side."""
    assert (
        wished_on("换一批", (Exchange("会费多少", "answered", ("entry.keep",)),), SNAPSHOT) is None
    )
    assert wished_on("要多久呢", SHOWN, SNAPSHOT) is None


@pytest.mark.parametrize(
    "text", ["降雨数据怎么卖", "请问你们的道路流量数据多少钱一份？", "农业保险的数据集是什么价格"]
)
def test_the_price_of_a_thing_in_the_catalogue_is_a_wish(text: str) -> None:
    wish = wish_of(text, "out_of_scope", SNAPSHOT)
    assert wish is not None
    assert wish.side == "price"
    assert wish.named


@pytest.mark.parametrize(
    "text",
    [
        "我们的降雨数据值多少钱",
        "降雨数据挂牌多少钱",
        "宝石鉴定数据多少钱",
        "降雨数据怎么登记",
        "会费多少钱",
    ],
)
def test_what_has_no_price_in_the_catalogue_is_none(text: str) -> None:
    """One's own data, a fee, a thing that the catalogue does not have."""
    assert wish_of(text, "concept", SNAPSHOT) is None


def test_plain_words_and_a_name_are_a_wish_whatever_is_guessed() -> None:
    """Without a name, or without words that wish, only the guess tells it."""
    assert wish_of("我们做保险的，想买点降雨的数据", "concept", SNAPSHOT) == Wish(
        "recommend_product", ("降雨",), plain=True
    )
    assert wish_of("有没有做标注的公司", "concept", SNAPSHOT) == Wish(
        "recommend_vendor", ("标注",), plain=True
    )
    assert wish_of("有没有降雨数据出境的规定", "concept", SNAPSHOT) is None
    assert wish_of("降雨数据算什么数据", "concept", SNAPSHOT) is None
    assert wish_of("想买点别的数据", "recommend_product", SNAPSHOT) is None
