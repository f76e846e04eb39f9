"""Who asks the desk to choose among what it told."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.reply.choosing import asks_to_choose
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.knowledge.small_parts import small_snapshot
from tests.reply.test_compose import DAY

SNAPSHOT = small_snapshot()


async def hear(text: str, *before: Exchange) -> Heard:
    """A whole turn."""
    return await listen(Replier(lambda: SNAPSHOT, Models()), text, before, DAY)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "你推荐哪个",
            "那你推荐哪个呢？",
            "哪个好",
            "哪种更省事",
            "我该选哪条",
            "帮我选一个吧",
            "怎么选比较好",
        ),
        *(
            "你觉得哪家好",
            "which one do you recommend?",
            "so which is better for us",
            "what do you suggest",
        ),
        *("which one should i take", "pick one for me please", "what would you recomend"),
    ],
)
def test_a_request_to_choose_says_nothing_else(text: str) -> None:
    assert asks_to_choose(text)


@pytest.mark.parametrize(
    "text",
    [
        *("推荐几家公司", "哪个部门管", "推荐一个降雨数据产品", "哪种数据不能卖", "好的", "怎么办"),
        *(
            "which papers do i need",
            "recommend a vendor for labelling",
            "what is it",
            "best regards",
        ),
    ],
)
def test_what_names_a_thing_is_no_such_request(text: str) -> None:
    """It is a wish or a question of its own."""
    assert not asks_to_choose(text)


async def test_the_desk_does_not_choose_among_items() -> None:
    """It says so, and what would have to be known; the items stay what is spoken of."""
    shown = Exchange("推荐数据产品", "answered", tuple(SNAPSHOT.products))
    heard = await hear("你推荐哪个", shown)
    assert (heard.done.outcome, heard.done.route) == ("partial", "choose")
    assert "示例" in heard.text
    assert set(heard.done.entries) == set(SNAPSHOT.products)


async def test_without_anything_told_it_is_asked_what_is_meant() -> None:
    heard = await hear("你推荐哪个")
    assert (heard.done.outcome, heard.done.route) == ("clarify", "pick")
