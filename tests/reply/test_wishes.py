"""A wish for catalogue items that goes on."""

from __future__ import annotations

from dialog.reply.question import Exchange
from dialog.reply.wishes import wished_on
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
