"""What is only polite in front of a question, names a place alone, or holds up what was said."""

from __future__ import annotations

import pytest

from dialog.reply.polite_clauses import polite, without_faces, without_politeness


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "没有关系，您不晓得就说不晓得，这一点我倒是很赞成的。那么我想请教您，这样小的公司可以吗？",
            "这样小的公司可以吗？",
        ),
        ("哦，这样我就放心一些了。再请教一件，入驻要交什么材料？", "入驻要交什么材料？"),
        ("不知道就说不知道，挺好的。请教一下公证处能做登记吗", "公证处能做登记吗"),
        ("不好意思再打扰您一下，您讲得很清楚。备案要多久？", "备案要多久？"),
        ("没事没事。请教您一件事，入表要不要评估？", "入表要不要评估？"),
        ("啊，你刚才自己说可以的呀。那我们能挂牌吗？", "那我们能挂牌吗？"),
        ("我们想挂牌，在上海这边？大概要多久？", "我们想挂牌，大概要多久？"),
        (
            "That's fine, I appreciate your honesty. May a small firm sell data?",
            "May a small firm sell data?",
        ),
        ("数据产品怎么挂牌，能大概跟我讲讲吗😭", "数据产品怎么挂牌，"),
        ("领导刚让我搞清楚数据资产怎么挂牌", "数据资产怎么挂牌"),
        ("好难，入驻要什么材料，求讲解🙏", "好难，入驻要什么材料，"),
        ("How do I list data? Can you walk me through it?", "How do I list data?"),
        ("Which products do you have? Can I see a list?", "Which products do you have?"),
        ("My boss asked me to find out how to list data", "how to list data"),
        ("Thanks, that's a relief. One more thing: who signs?", "who signs?"),
    ],
)
def test_only_the_question_is_left(text: str, rest: str) -> None:
    """Whatever is polite in front of it."""
    assert without_politeness(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "那我就放心了",
        "没关系，不用了",
        "没关系吗？数据里有手机号",
        "没有同意，可以卖吗",
        "员工都同意了，可以卖吗",
        "没有人告诉我要登记，会罚吗？",
        "我没说过要卖，你们为什么问我",
        "你刚才说要登记，那登记要多久？",
        "上海这边有什么补贴？",
        "深圳那边？大概要多久？",
        "我很满意这个产品，能退吗",
        "给我讲讲什么是数商",
        "能跟我讲讲匿名化吗",
        "领导让我问问能不能",
        "Can you explain the standard contract?",
        "No consent was given. May we sell them?",
        "We appreciate in value every year. Can we list?",
    ],
)
def test_what_tells_of_the_case_is_kept(text: str) -> None:
    """And what has no question besides."""
    assert without_politeness(text) == text


def test_drawn_faces_are_no_words() -> None:
    """They tell a feeling, and are quoted back to nobody."""
    assert without_faces("怎么挂牌😭😭") == "怎么挂牌"
    assert without_faces("😭") == "😭"


def test_a_polite_clause_is_known_by_every_word() -> None:
    """More words tell something."""
    assert polite("您讲得很清楚")
    assert not polite("您讲得很清楚的那条规定")
