"""How a visitor asks on: topics, asides and spaces in one text, a yes with a question behind it,
and sides of what was wished for turns before."""

from __future__ import annotations

import msgspec
import pytest

from dialog.parts import Prepared
from dialog.reply.assent import behind_yes
from dialog.reply.context import MATTERS
from dialog.reply.cues import Around, weighed
from dialog.reply.intent import NO_GUESS
from dialog.reply.several import parts_of
from knowledge.answers.taken_away import names_other_data
from tests.reply.test_told_before import talked


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("安全这块呢，万一来路不正，我们要不要担责", 1),
        ("那个国标呢，哪天施行", 1),
        ("有授权的能不能用，赔多少不重要", 1),
        ("怎么交付，是给文件还是接口", 1),
        ("前几年的钱早费用化了，现在能补进去吗", 1),
        ("数商怎么入驻 要什么材料", 2),
        ("怎么收费，合同用你们的还是我们的", 2),
        ("材料呢，费用呢，多久", 3),
    ],
)
def test_where_a_text_is_cut(text: str, parts: int) -> None:
    """What only names the topic, is waved off or offers the other way is no question of its own; a
    space stands for a comma."""
    assert len(parts_of(text)) == parts


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("对 就是这个。材料具体哪几样", "材料具体哪几样"),
        ("嗯就是这个。要多少钱", "要多少钱"),
        ("Yes that one. But who pays?", "But who pays?"),
        ("就是这个", ""),
        ("是", ""),
    ],
)
def test_a_yes_is_taken_off_whole(text: str, more: str) -> None:
    """However often it is said."""
    assert behind_yes(text) == more


@pytest.mark.parametrize(
    ("side", "entry"),
    [
        ("要多久", "gap.processing-time"),
        ("要什么材料", "list.listing-documents"),
        ("那怎么开始", "procedure.list-product"),
    ],
)
async def test_a_wish_to_sell_carries_its_sides(prepared: Prepared, side: str, entry: str) -> None:
    """Also behind another side, where nothing else was named since."""
    asked = "我们有冷库的温度数据，能卖吗"
    assert (await talked(prepared, asked, side)).done.entries == (entry,)
    assert (await talked(prepared, asked, "要多少钱", side)).done.entries == (entry,)


async def test_what_is_asked_behind_a_yes_is_answered_alone(prepared: Prepared) -> None:
    """The card stood before the visitor: its words are not told again."""
    asked = "外资公司入驻要什么材料"
    first = await talked(prepared, asked)
    assert first.done.outcome in MATTERS
    assert "收录的答复" in first.pointers[0]
    heard = await talked(prepared, asked, "对 就是这个。费用呢")
    assert heard.done.entries == ("gap.fees",)


@pytest.mark.parametrize(
    ("text", "distress"), [("我在北京", 0.0), ("我在北京，不想活了", 0.5), ("我在楼顶", 0.5)]
)
def test_a_place_alone_is_no_distress(text: str, distress: float) -> None:
    """A word of despair or of danger is believed wherever it is said."""
    guess = msgspec.structs.replace(NO_GUESS, distress=0.5)
    assert weighed(guess, text, Around()).distress == distress


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("企业的财报数据传给东京要什么手续", True),
        ("那我们的数据传给东京要什么手续", False),
        ("轨迹数据传到东京", False),
        ("这些个人信息传到美国要评估吗", False),
    ],
)
def test_data_named_anew_are_others(text: str, other: bool) -> None:
    """What points back, or names what was named, is the same."""
    assert names_other_data(text, ["我们有四万车主的行车轨迹"]) is other
