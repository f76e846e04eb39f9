"""What is asked of catalogue items that were shown."""

from __future__ import annotations

import pytest

from dialog.reply.item_details import detail_of, told_of
from dialog.reply.question import Exchange
from dialog.reply.wishes import wished_on
from tests.knowledge.small_parts import small_snapshot

SNAPSHOT = small_snapshot()
SHOWN = (Exchange("推荐数据产品", "answered", tuple(SNAPSHOT.products)),)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "历史的有吗",
            "近十年的呢",
            "有去年的吗",
            "能回溯多少年",
            "2015年以前的有没有",
            "往年的数据",
        ),
        *("historical?", "do you have the last 10 years", "how far back does it go", "past data"),
    ],
)
def test_years_are_asked_for(text: str) -> None:
    assert detail_of(text) == "span"


@pytest.mark.parametrize(
    "text",
    [
        *("有上海的吗", "多久更新一次", "能用API吗", "是实时的吗", "什么格式", "覆盖全国吗"),
        *("is it real-time?", "can i get csv", "how often is it updated"),
    ],
)
def test_what_an_item_says_of_itself_is_asked_for(text: str) -> None:
    assert detail_of(text) == "detail"


@pytest.mark.parametrize(
    "text", ["交通的有吗", "多少钱", "历史数据怎么挂牌", "换一批", "what is it", "怎么登记"]
)
def test_another_field_or_side_is_none(text: str) -> None:
    assert detail_of(text) == ""


def test_it_is_told_what_the_items_hold() -> None:
    """After items only; elsewhere the same words are no such question."""
    found = wished_on("近十年的呢", SHOWN, SNAPSHOT)
    assert found is not None
    assert found.side == "span"
    assert set(found.shown) == set(SNAPSHOT.products)
    elsewhere = (Exchange("会费多少", "answered", ("entry.keep",)),)
    assert wished_on("近十年的呢", elsewhere, SNAPSHOT) is None
    items = SNAPSHOT.products.values()
    told = told_of(items)
    assert all(item.name in line for item, line in zip(items, told, strict=True))
