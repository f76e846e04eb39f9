"""A place that is picked with a plea to tell it, or with words that describe what stands there."""

from __future__ import annotations

import pytest

from dialog.reply.assent import agrees
from dialog.reply.taking import taking
from dialog.reply.worded_picks import place_picked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第一条讲讲", 1),
        ("给我讲讲第一条", 1),
        ("你列的第一条是啥意思", 1),
        ("第三条是什么意思", 3),
        ("帮我展开第二个", 2),
        ("最后那条详细说说", -1),
        ("看第二条", 2),
        ("第一条挂牌要多少钱", 0),
        ("个保法第一条讲讲", 0),
        ("第一条数据安全法是什么", 0),
        ("讲讲怎么入驻", 0),
    ],
)
def test_a_place_is_picked_with_a_plea_to_tell_it(text: str, place: int) -> None:
    """What names a law or another matter picks nothing."""
    assert place_picked(text) == place


@pytest.mark.parametrize("text", ["第二条，授权证明那个，讲讲", "第一个吧，担责的那个"])
def test_words_behind_a_place_may_describe_what_stands_there(text: str) -> None:
    """The plea at the end says nothing of its own."""
    read = taking(text)
    assert read is not None
    assert read.names_its_place
    assert read.then == ""


def test_a_question_may_describe_what_stands_there() -> None:
    """Pointed at (那个), it asks nothing besides."""
    read = taking("就第一条，谁担责那个，给我讲讲")
    assert read is not None
    assert (read.picks, read.then) == (("就第一条",), "")


def test_what_is_asked_behind_a_pick_is_kept() -> None:
    read = taking("第二条，要多少钱")
    assert read is not None
    assert read.then == "要多少钱"


def test_the_one_above_takes_what_was_offered() -> None:
    assert agrees("上面那个")
    assert agrees("上面那条讲讲")
    assert not agrees("上面那个多少钱")
