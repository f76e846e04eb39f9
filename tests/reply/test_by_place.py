"""A thing told before that is named by its place, where more is asked of it."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.by_place import by_place, counted_in, of_no_place, things_of
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY

COMPARED = Exchange("标准合同和认证有什么区别", "partial", ("entry.x",))
KINDS = Exchange("数据产品分哪七类", "answered", ("list.product-kinds",))
CLASSES = Exchange("数商分几类", "answered", ("list.vendor-classes",))


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, DAY)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("第二个有效期多久", "出境认证有效期多久"),
        ("前者要备案吗", "标准合同要备案吗"),
        ("那后者呢", "出境认证呢"),
        ("how long is the second one valid", "how long is 出境认证 valid"),
    ],
)
def test_a_place_is_replaced_by_its_name(prepared: Prepared, text: str, question: str) -> None:
    """Of two that were compared, each may be named by its place."""
    placed = by_place(text, [COMPARED], prepared.library.snapshot)
    assert placed is not None
    assert placed.question == question


@pytest.mark.parametrize("text", ["第二个月要交什么", "第九个有效期多久", "有效期多久", "第二步呢"])
def test_what_names_no_thing_by_its_place(prepared: Prepared, text: str) -> None:
    """A span of time, a place beyond the last thing and a step are none."""
    assert by_place(text, [COMPARED], prepared.library.snapshot) is None


def test_the_same_is_asked_of_the_other(prepared: Prepared) -> None:
    """第二个呢 asks of the second what was asked of the first."""
    before = [COMPARED, Exchange("标准合同要备案吗", "answered", ("entry.y",))]
    placed = by_place("第二个呢", before, prepared.library.snapshot)
    assert placed is not None
    assert placed.question == "出境认证要备案吗"


def test_of_no_thing_nothing_is_guessed() -> None:
    """Where the reply before told nothing, more asked of its second thing is not known; a mere
    pick is left to the pointers."""
    unknown = [Exchange("甲和乙有什么区别", "unknown")]
    assert of_no_place("第二个有效期多久", unknown)
    assert not of_no_place("第二个呢", unknown)
    assert not of_no_place("第二个有效期多久", [KINDS])


def test_what_an_answer_counts_up() -> None:
    """The things are as many as the answer says, or they are none."""
    assert counted_in("常用三条路：安全评估、标准合同、保护认证；另有一条。") == (
        "安全评估",
        "标准合同",
        "保护认证",
    )
    assert counted_in("常用三条路：安全评估、标准合同。") == ()


def test_what_was_not_told_has_no_things(prepared: Prepared) -> None:
    """A list that was pointed to only was not told."""
    pointed = Exchange("数商分几类", "unknown", ("list.vendor-classes",))
    assert things_of(pointed, prepared.library.snapshot) == ()


async def test_an_item_is_told_with_its_explanation(prepared: Prepared) -> None:
    """Where a list explains its item, that is told; where it does not, that is said."""
    explained = await hear(prepared, "第一类是干嘛的", KINDS)
    assert "围绕一个主题" in explained.text
    bare = await hear(prepared, "第三类是干嘛的", CLASSES)
    assert "数据专业评估服务商" in bare.text
    assert "没有另外收录" in bare.text


async def test_a_period_is_that_of_the_thing(prepared: Prepared) -> None:
    """The period of another thing, however near, is not told; the matter goes on with it."""
    first = await hear(prepared, COMPARED.question)
    assert len(first.done.entries) == 2
    before = Exchange(COMPARED.question, first.done.outcome, first.done.entries)
    second = await hear(prepared, "第二个有效期多久", before)
    assert second.done.entries == ("entry.cross-certification",)
    after = Exchange("第二个有效期多久", second.done.outcome, second.done.entries)
    third = await hear(prepared, "要到期前多久续", before, after)
    assert third.done.entries == ("rule.pi-export-cert-8",)


async def test_the_list_says_no_more_of_an_item_than_the_item(prepared: Prepared) -> None:
    """What an item means that is nowhere explained is said to be not held; the whole list is not
    told again."""
    forbidden = Exchange("哪些东西不让卖", "answered", ("list.forbidden-data",))
    heard = await hear(prepared, "第七个怎么理解", forbidden)
    assert "7. 未获授权且涉及公共利益" in heard.text
    assert "没有另外收录" in heard.text
    assert "10." not in heard.text


async def test_an_item_in_english(prepared: Prepared) -> None:
    """One item is told by its English name, and what it is in detail in the words that are held."""
    heard = await hear(prepared, "What does the fourth one mean?", KINDS)
    assert "4. Data applications." in heard.text
    assert "5." not in heard.text
    assert "chinese_only" in heard.notices or "定制方案" in heard.text


async def test_a_numbered_thing_of_steps_is_a_step(prepared: Prepared) -> None:
    """第6个 after steps that were told names one of them."""
    steps = Exchange("怎么挂牌", "answered", ("procedure.list-product",))
    assert "第6步" in (await hear(prepared, "第六个是啥意思", steps)).text
