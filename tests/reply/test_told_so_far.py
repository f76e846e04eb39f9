"""All that was told, each answer in its first sentence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.pair_told import both_meant
from dialog.reply.question import Exchange
from dialog.reply.summing_up import sum_wish
from dialog.reply.turn import Models, Replier

DAY = date(2026, 11, 22)
STEPS = Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",))
FEES = Exchange("要收费不", "unknown", ("gap.fees",))
RESALE = Exchange("买来的数据可以转卖吗", "answered", ("entry.resale",))
LISTED = Exchange("How do I list a data product?", "answered", ("procedure.list-product",))
RESOLD = Exchange("May bought data be resold?", "answered", ("entry.resale",))
RULING = Exchange(
    "5万人的普通个人信息要发到日本",
    "answered",
    ("table.cross-border-route", "national-ordinary-exempt"),
)


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn."""
    return await listen(Replier(lambda: prepared.library.snapshot, Models()), text, before, DAY)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("把之前聊的都归纳一下", True),
        ("请帮我把刚才说的几点总结一下", True),
        ("到现在为止说的，汇总一下", True),
        ("用三句话总结所有内容", True),
        ("sum up everything", True),
        ("总结一下", False),
        ("三句话告诉我", False),
    ],
)
def test_all_or_the_last_is_meant(text: str, whole: bool) -> None:
    """Words for what lies before, or for all of it; without them the last answer is meant."""
    wish = sum_wish(text)
    assert (wish is not None and wish.whole) is whole


@pytest.mark.parametrize(
    "text", ["所有材料都要盖章吗", "前面说的那个费用是多少", "之前的合同还算数吗"]
)
def test_a_question_is_no_summary(text: str) -> None:
    """The same words inside a question ask for something."""
    assert sum_wish(text) is None


async def test_each_answer_and_gap_is_told_once(prepared: Prepared) -> None:
    """Under the question that it was given to, in the order of the talk, with what it rests on; of
    steps the names."""
    heard = await hear(prepared, "把之前聊的都归纳一下", STEPS, FEES, RESALE)
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("procedure.list-product", "gap.fees", "entry.resale")
    places = [heard.text.index(e.question) for e in (STEPS, FEES, RESALE)]
    assert places == sorted(places)
    assert "我不能报数" in heard.text
    assert "挂牌上架" in heard.text
    assert heard.sources
    alone = await hear(prepared, RESALE.question)
    assert len(heard.text) < 2 * len(alone.text) + 200


async def test_a_ruling_is_not_left_out_nor_cut(prepared: Prepared) -> None:
    """It hangs on all that was said of its case, and is ruled again on that."""
    heard = await hear(prepared, "把之前聊的都归纳一下", RULING, RESALE)
    assert heard.done.entries == (*RULING.entries, "entry.resale")
    assert "评估、标准合同和认证都免" in heard.text
    assert "至少留3年" in heard.text
    one = await hear(prepared, "把之前聊的都归纳一下", RESALE)
    assert one.done.entries == ("entry.resale",)


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        (
            "帮我用两句话总结一下给老板",
            (STEPS, FEES, RESALE),
            ("挂牌：完成入驻；排查禁止数据；", "看合同，国标GB/T 37932"),
        ),
        ("给领导总结成两句话", (STEPS, FEES), ("；挂牌上架。", "我不能报数。")),
        ("帮我写两句话给老板", (RULING, RESALE), ("评估、标准合同和认证都免", "国标GB/T 37932")),
        (
            "Summarize it in two sentences for my boss",
            (LISTED, RESOLD),
            ("complete admission", "without a clause on resale you may not resell"),
        ),
    ],
)
async def test_two_sentences_to_pass_on(
    prepared: Prepared, text: str, before: tuple[Exchange, ...], told: tuple[str, ...]
) -> None:
    """Of the whole conversation, what decides, and nothing around it: rulings and answers before
    what is not known, each said so that it stands alone."""
    heard = await hear(prepared, text, *before)
    said = [m.text for m in heard.sentences if m.role == "answer"]
    whole = "".join(said)
    ends = (
        whole.count("。") if "。" in whole else len(re.findall(r"[a-z]\.(?: |$)", " ".join(said)))
    )
    assert ends <= 2
    for words in told:
        assert words in heard.text
    assert "最要紧的是这些" not in heard.text
    assert "刚才完整的回答" not in heard.text


async def test_two_things_named_in_one_question_are_both_told(prepared: Prepared) -> None:
    """In one sentence, where one is wished."""
    both = Exchange(
        "数商和经纪人有什么区别", "partial", ("entry.vendor-meaning", "entry.broker-meaning")
    )
    for text in ("一句话总结", "两句话总结一下", "帮我用一句话总结一下给老板"):
        heard = await hear(prepared, text, both)
        assert "数商是参与" in heard.text
        assert "经纪人：帮买卖双方牵线" in heard.text


async def test_what_was_told_before_is_summed_up_where_the_last_was_not_known(
    prepared: Prepared,
) -> None:
    """That nothing is known of the last is no summary of the rest."""
    unknown = Exchange("数据产品的展台要几米宽", "unknown")
    heard = await hear(prepared, "总结一下", RESALE, unknown)
    assert heard.done.entries == ("entry.resale",)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Can you recap in English?", (STEPS, FEES)),
        ("用英文总结一下前面说的", (STEPS, RESALE)),
        ("Please sum up everything in English", (FEES, RESALE)),
    ],
)
async def test_a_recap_in_english_has_english_titles(
    prepared: Prepared, text: str, before: tuple[Exchange, ...]
) -> None:
    """Whatever language was spoken before: no heading and no card is Chinese alone."""
    heard = await hear(prepared, text, *before)
    assert {e for b in before for e in b.entries} <= set(heard.done.entries)
    for title in (*heard.text.split("\n"), *heard.offered):
        assert not re.search("[\u4e00-\u9fff]", title) or re.search("[a-z]{3}", title)


@pytest.mark.parametrize(
    "text",
    ["数商和经纪人是什么", "什么是数商、经纪人", "What is a data vendor and a data broker?"],
)
async def test_two_things_are_told_what_they_are(prepared: Prepared, text: str) -> None:
    """Each by its own document, and both are summed up; before, one of them was guessed."""
    heard = await hear(prepared, text)
    assert heard.done.entries == ("entry.vendor-meaning", "entry.broker-meaning")


def test_one_name_with_an_and_is_one_thing() -> None:
    """And who asks how two things belong together asks no definitions."""
    assert both_meant("促进和规范数据跨境流动规定是什么") == ()
    assert both_meant("登记和挂牌是什么关系") == ()
    assert both_meant("数商和经纪人怎么申请") == ()


async def test_an_open_case_is_not_summed_up_by_its_old_ruling(prepared: Prepared) -> None:
    """What is asked back was left open by what changed the case."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    first = "20万人的普通个人信息传到德国"
    ruled = await listen(replier, first, (), DAY)
    before = (Exchange(first, ruled.done.outcome, ruled.done.entries),)
    opened = await listen(replier, "要是含病历呢", before, DAY)
    open_case = Exchange("要是含病历呢", opened.done.outcome, opened.done.entries)
    heard = await hear(prepared, "给老板总结成一句话", *before, open_case)
    assert heard.done.outcome == "clarify"
    mended = Exchange("不对，是200万人", "answered", ruled.done.entries)
    heard = await hear(prepared, "给老板总结成一句话", *before, mended)
    assert "要申报数据出境安全评估" in heard.text
