"""Several questions in one: cut in order, answered together, nothing dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.messages import Card
from dialog.reply.several import MOST, parts_of, settled, together
from dialog.reply.words import Choices, Line, Words
from knowledge.text import key
from knowledge.types import SourceItem, Weight


def words(text: str, **more: object) -> Words:
    given_words: dict[str, object] = {
        "outcome": "answered", "lines": (Line(text),), "route": "faq", "entries": (f"e.{text}",),
        **more,
    }  # fmt: skip
    return Words(**given_words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("会员分几类？名册要存多久？", ["会员分几类", "名册要存多久"]),
        ("会员分几类;名册要存多久", ["会员分几类", "名册要存多久"]),
        ("会员分几类\n名册要存多久", ["会员分几类", "名册要存多久"]),
        ("会员分几类？对吗？名册要存多久？", ["会员分几类，对吗", "名册要存多久"]),
        ("How many kinds? How long to keep rolls?", ["How many kinds", "How long to keep rolls"]),
        ("会员分几类", ["会员分几类"]),
        ("小店能入会不，要缴会费不", ["小店能入会不", "要缴会费不"]),
        ("我们有三十几家店，名册要存多久", ["我们有三十几家店，名册要存多久"]),
        ("谁来审名册，要另外缴费吗", ["谁来审名册", "要缴费吗"]),
        ("名册要存多久另外会费多少", ["名册要存多久", "会费多少"]),
        ("会员分几类？？？", ["会员分几类？？？"]),
        ("你好？会员分几类？", ["你好？会员分几类？"]),
        ("", [""]),
        ("？？？", ["？？？"]),
        ("会员\u200b分几\x07类？名册要存多久？", ["会员分几类", "名册要存多久"]),
    ],
)
def test_cutting(text: str, parts: list[str]) -> None:
    """Questions are cut at their ends; a scrap stays with the one before it."""
    assert parts_of(text) == parts


@given(
    st.lists(
        st.sampled_from(["会员分几类", "名册要存多久", "会费多少", "对吗", "？", "；", "\n", " "]),
        max_size=14,
    ).map("".join)
)
def test_cutting_loses_nothing_of_weight(text: str) -> None:
    """Whatever is long enough to be a question is in a part, in order; never too many parts."""
    parts = parts_of(text)
    assert 1 <= len(parts) <= MOST
    joined = key("".join(parts))
    for question in ("会员分几类", "名册要存多久", "会费多少"):
        assert joined.count(question) == key(text).count(question)


def test_answers_keep_the_visitors_order_under_headings() -> None:
    """Each part has its heading, outside the locked text, followed by its own lines."""
    whole = together([("甲问题", words("甲。")), ("what is B", words("B."))])
    assert [(line.text, line.locked) for line in whole.lines] == [
        ("关于“甲问题”：", False), ("甲。", True), ("About “what is B”:", False), ("B.", True),
    ]  # fmt: skip
    assert whole.entries == ("e.甲。", "e.B.")
    assert whole.outcome == "answered"


def test_an_unknown_part_makes_it_partial() -> None:
    """What is not known is said in its place, and the whole is partial."""
    unknown = words("不知道。", outcome="unknown", entries=())
    assert together([("甲", words("甲。")), ("乙", unknown)]).outcome == "partial"
    assert together([("甲", unknown), ("乙", unknown)]).outcome == "unknown"
    half = words("知道一半。", outcome="partial")
    assert together([("甲", half), ("乙", unknown)]).outcome == "partial"
    assert together([("甲", half), ("乙", half)]).outcome == "partial"
    refused = words("不行。", outcome="refused", entries=())
    assert together([("甲", words("甲。")), ("乙", refused)]).outcome == "partial"


def test_what_is_not_known_is_said_once_for_all_parts() -> None:
    """Both parts are named, their pointers stand together at the end, the known part is told."""
    near = {"outcome": "unknown", "entries": (), "route": "none"}
    point = Line("可能相关：", "next_step", locked=False)
    one = words("不知道。", **near, lines=(Line("不知道。"), point), cards=(Card("related", "甲"),))
    two = words("不知道。", **near, cards=(Card("related", "乙"),))
    whole = together([("子", one), ("丑", words("有。")), ("寅", two)])
    said = [line.text for line in whole.lines]
    assert said == ["关于“丑”：", "有。", "关于“子”“寅”：", "不知道。", "可能相关："]
    assert [c.title for c in whole.cards] == ["甲", "乙"]
    assert whole.outcome == "partial"


def test_the_same_answer_is_said_once_for_all_parts() -> None:
    """Parts that one document answers stand in one heading, and count as answered."""
    whole = together([("甲", words("一。")), ("乙", words("二。")), ("丙", words("一。"))])
    assert [line.text for line in whole.lines] == ["关于“甲”“丙”：", "一。", "关于“乙”：", "二。"]
    assert whole.outcome == "answered"


def test_a_question_back_comes_last_and_can_be_answered() -> None:
    """The table's question stands at the end with its choices; its id leads the entries."""
    choices = Choices(("甲", "乙"), others=("A", "B"))
    asking = words("哪一种？", outcome="clarify", entries=("table.x",), choices=choices)
    whole = together([("问手续", asking), ("问种类", words("三类。"))])
    assert whole.outcome == "clarify"
    assert whole.lines[-1].text == "哪一种？"
    assert whole.choices == choices
    assert whole.entries == ("table.x", "e.三类。")


@pytest.mark.parametrize(
    ("weights", "heaviest"),
    [
        (("good_news", "penalty"), "penalty"),
        (("good_news", "plain"), "plain"),
        (("good_news", "good_news"), "good_news"),
        (("caution", "bad_news"), "bad_news"),
    ],
)
def test_the_heaviest_part_sets_the_weight(weights: tuple[Weight, ...], heaviest: Weight) -> None:
    """One part's good news never brightens another's penalty."""
    answers = [(str(n), words(str(n), weight=w)) for n, w in enumerate(weights)]
    assert together(answers).weight == heaviest


def test_sources_and_cards_stand_once() -> None:
    """Evidence of all parts is kept, doubles once; advice of one part is advice for all."""
    source = SourceItem(title="示例公报", grade="官方")
    contact = Card("contact", "转人工", "请问工作人员")
    one = words("甲。", sources=(source,), cards=(contact,), advice=True)
    two = words("乙。", sources=(source,), cards=(contact,))
    whole = together([("甲", one), ("乙", two)])
    assert (whole.sources, whole.cards, whole.advice) == ((source,), (contact,), True)


def test_small_talk_does_not_stand_beside_answers() -> None:
    """A greeting is no part of a list of answers; a refusal and a question back are."""
    outcomes = ("answered", "unknown", "partial", "refused", "clarify", "smalltalk", "handoff")
    assert [o for o in outcomes if settled(words("x", outcome=o))] == list(outcomes[:5])


@pytest.mark.parametrize(
    "text",
    [
        "保管期是多久，国家有没有明确规定",
        "藏品一共几件？要写进年度总结里",
        "名册归谁管，是放到展板上用的",
        "是先登记，还是先拍照？",
        "Is a passport enough, or do I need a letter as well?",
    ],
)
def test_what_belongs_to_the_question_before_is_none_of_its_own(text: str) -> None:
    """Whether a rule settles it, what it is for, and the other way that it could be."""
    assert len(parts_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("名册归谁管，还有没有统一的表格", "没有统一的表格"),
        ("要写哪些内容？要不要写进合同", "要不要写进合同"),
        ("Can I borrow it? Or what else can I do?", "Or what else can I do"),
    ],
)
def test_what_only_looks_so_is_a_question(text: str, second: str) -> None:
    parts = parts_of(text)
    assert len(parts) == 2
    assert second in parts[1]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("谁能做合规评估，推荐两家", 1),
        ("请谁做审计合适？能推荐几家靠谱的机构吗", 1),
        ("哪家做隐私计算，给我们介绍几个", 1),
        ("有谁做数据清洗，麻烦推荐一下", 1),
        ("入驻要什么材料，给我推荐几家公司", 2),
        ("谁监管你们？推荐几个农业数据", 2),
        ("挂牌要多少钱，推荐几个降雨数据产品", 2),
    ],
)
def test_who_would_do_it_and_a_wish_for_some_is_one_wish(text: str, count: int) -> None:
    """A wish that does not say of what goes with the question for somebody; one that names its
    own thing, or stands behind another question, is a part of its own."""
    assert len(parts_of(text)) == count
