"""Who asks the desk to choose among what it told."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.choosing import asks_to_choose, bids_to_recommend
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.knowledge.small_parts import small_snapshot
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

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


@pytest.mark.parametrize(
    "text",
    [
        *(
            "你可以推荐给我们吗？",
            "那您能帮我推荐推荐么",
            "给个推荐吧",
            "有什么推荐的吗",
            "再给我推荐几款呢",
        ),
        *("could you please recommend something to us?", "So do you have any recommendations?"),
    ],
)
def test_a_bare_bid_to_recommend_names_nothing(text: str) -> None:
    assert bids_to_recommend(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "推荐算法怎么关",
            "能推荐律所吗",
            "别给我推荐了",
            "推荐几家做标注的",
            "不用推荐",
            "你的推荐收钱吗",
        ),
        *(
            "turn off recommendations",
            "can you recommend a law firm?",
            "why do you recommend it to me",
        ),
    ],
)
def test_what_is_said_of_recommending_or_names_a_thing_is_none(text: str) -> None:
    assert not bids_to_recommend(text)


@pytest.mark.parametrize(
    "text", ["您可以推荐给我们吗", "那你推荐推荐呗？", "Can you recommend something to us?"]
)
@pytest.mark.parametrize("before", ["交易合同有范本吗？", "什么是数据资产？"])
async def test_who_bids_to_recommend_is_asked_what(
    prepared: Prepared, before: str, text: str
) -> None:
    """Near these words alone is how recommendations are switched off: nobody asked that."""
    for texts in ((before, text), (text,)):
        heard = await talk(prepared, *texts)
        assert heard.done.outcome == "clarify"
        assert "entry.assistant-recommendation-off" not in heard.done.entries
        assert "数商" in heard.text or "data vendor" in heard.text


async def test_how_to_switch_recommendations_off_is_answered(prepared: Prepared) -> None:
    """That is a question of its own."""
    heard = await talk(prepared, "什么是数商？", "推荐功能在哪关")
    assert heard.done.entries == ("entry.assistant-recommendation-off",)
