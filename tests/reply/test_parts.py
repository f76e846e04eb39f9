"""Several questions in one text, through a whole turn over the small pack."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.reply.turn import Models, Replier
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Origin
from tests.knowledge.small_parts import DAY, changed_pack, small_snapshot

SNAPSHOT = small_snapshot()
NOT_KNOWN = SNAPSHOT.pack.profile.unknown


async def ask(text: str) -> Heard:
    return await listen(Replier(lambda: SNAPSHOT, Models()), text, (), DAY)


def apologies(heard: Heard) -> int:
    return sum(heard.text.count(words) for words in NOT_KNOWN)


async def test_two_unknown_parts_are_denied_once_and_both_named() -> None:
    """One apology for both, beside the part that is known."""
    heard = await ask("会员分为哪几类？门口的停车场能停大巴吗？食堂的红烧肉好吃吗？")
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("list.kinds",)
    assert apologies(heard) == 1
    assert "关于“门口的停车场能停大巴吗”“食堂的红烧肉好吃吗”：" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "会员分为哪几类，门口的停车场能停大巴吗",
        "门口的停车场能停大巴吗，会员分为哪几类",
        "1. 会员分为哪几类 2. 门口的停车场能停大巴吗",
        "会员分为哪几类，另外门口的停车场能停大巴吗",
        "门口的停车场能停大巴吗；会员分为哪几类",
    ],
)
async def test_an_unknown_part_is_never_dropped(text: str) -> None:
    """Whatever joins them: the known part is told, the unknown one named."""
    heard = await ask(text)
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("list.kinds",)
    assert apologies(heard) == 1
    assert "门口的停车场能停大巴吗”" in heard.text


async def test_what_the_neighbours_answer_holds_is_not_denied() -> None:
    """Asked twice in one text, it is answered once, without headings."""
    heard = await ask("会员分为哪几类？一共几类？")
    assert heard.done.outcome == "answered"
    assert heard.done.entries == ("list.kinds",)
    assert apologies(heard) == 0
    assert "关于“" not in heard.text


async def test_a_remark_behind_a_question_is_no_part() -> None:
    """What wonders or presses asks for nothing of its own."""
    plain = await ask("会员分为哪几类？")
    for remark in ("会员分为哪几类，之前不是按行业分吗", "会员分为哪几类？给个准话"):
        heard = await ask(remark)
        assert (heard.text, heard.done.outcome) == (plain.text, "answered")


async def test_bare_sides_carry_the_topic_along() -> None:
    """多少钱 behind 入会 is the fee of joining."""
    heard = await ask("入会有哪些步骤、多少钱？")
    assert heard.done.entries == ("procedure.join", "gap.fee")
    assert heard.done.outcome == "partial"


async def test_a_part_that_names_nothing_new_stays_with_the_matter_of_the_sentence() -> None:
    """What another document says of a deed alone is no answer to the deed that was spoken of."""
    stray = Entry(
        "entry.stray",
        question="不报备罚多少",
        answer="矿石堆场不报备的，罚款。",
        intent="compliance",
        sources=(Origin(law="alpha-2025", article=6),),
    )
    pack = changed_pack(stray)
    snapshot = Snapshot(pack, DAY, version=1, judges=SNAPSHOT.judges, cache=None)
    replier = Replier(lambda: snapshot, Models())
    alone = await listen(replier, "不报备罚多少", (), DAY)
    assert alone.done.entries == ("entry.stray",)
    heard = await listen(replier, "会员分为哪几类？会员名册报备吗？不报备罚多少？", (), DAY)
    assert "entry.stray" not in heard.done.entries
    assert "不报备罚多少" in heard.text


async def test_a_bidding_beside_a_question_is_a_part_of_its_own() -> None:
    """It does not hide the question before it."""
    heard = await ask("会员分为哪几类，顺便帮我写一首诗")
    assert heard.done.entries[:1] == ("list.kinds",)
    assert "写一首诗" in heard.text
