"""What was just told is not told again word for word to who says something new of it."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.context import said
from dialog.reply.corrected import corrected, meant_instead
from dialog.reply.question import Exchange
from dialog.reply.told_again import missed, told_again
from dialog.reply.words import Words
from tests.reply.test_compose import DAY

ASKED = Exchange("名册要什么材料", "answered", ("list.papers",))
TOLD = Words("answered", (), "list", entries=("list.papers",))


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("不对，我问的是供方要什么材料", "denied"),
        ("不是问名册，我是说买家交什么", "denied"),
        ("可是我们没有营业执照", "new"),
        ("卖方要什么材料", "new"),
        ("We have no licence, only a permit", "new"),
        ("要什么材料", ""),
        ("名册要什么材料", ""),
        ("是", ""),
        ("第一个", ""),
    ],
)
def test_who_says_something_new(text: str, again: str) -> None:
    """A correction, another part in the trade, a fact; a question asked again says nothing new."""
    assert told_again(said(text), (ASKED,), TOLD) == again


def test_only_what_was_told_lately() -> None:
    """Other words, or those of long ago, are said as ever."""
    other = Words("answered", (), "faq", entries=("entry.rosters",))
    assert told_again(said("可是我们没有执照"), (ASKED,), other) == ""
    since = [Exchange(f"问题{n}", "answered", (f"entry.{n}",)) for n in range(3)]
    assert told_again(said("可是我们没有执照"), (ASKED, *since), TOLD) == ""
    ruled = Words("answered", (), "table", entries=("list.papers",))
    assert told_again(said("可是我们没有执照"), (ASKED,), ruled) == ""


def test_who_was_misunderstood_hears_so() -> None:
    """Where nothing is known of what is meant; not where the answer before knew nothing either."""
    unknown = Words("unknown", (), "none")
    assert missed(said("不对，我是说船的"), (ASKED,), unknown)
    assert not missed(said("船的呢"), (ASKED,), unknown)
    assert not missed(said("不对，我是说船的"), (Exchange("名册", "unknown"),), unknown)


def test_what_was_asked_all_along_is_searched_by_itself() -> None:
    """However short it is; a deed without a thing is done to data."""
    correction = corrected("不是查产品，我问的是采购的流程", (ASKED,))
    assert correction is not None
    assert correction.asked
    questions = meant_instead(correction, ASKED.question, topic="名册")
    assert {"采购的流程", "采购数据的流程"} <= set(questions)


async def heard_after(prepared: Prepared, before: str, text: str) -> tuple[Heard, Heard]:
    first = await listen(prepared.turn, before, (), DAY)
    exchanges = (Exchange(before, first.done.outcome, first.done.entries),)
    return first, await listen(prepared.turn, text, exchanges, DAY)


async def test_a_correction_that_finds_the_same_says_so(prepared: Prepared) -> None:
    """It gets no list a second time."""
    first, second = await heard_after(prepared, "入驻要什么材料", "不对，我是说需方入驻要什么材料")
    assert first.done.outcome == "answered"
    assert second.text != first.text
    assert first.text not in second.text
