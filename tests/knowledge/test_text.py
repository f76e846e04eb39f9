"""Normalising, keys and cutting: what makes two ways of typing one thing equal."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.search.tokens import Tokens
from knowledge.text import (
    Segmenter,
    bigrams,
    dice,
    is_english,
    key,
    normalise,
    normalise_joined,
    pairs_of,
    visible,
    without_politeness,
)

ANYTHING = st.text(max_size=60)
MIXED = st.text(
    alphabet="个人信息保護法第五十百千万亿零〇一二两三条款0123456789０１２３., ，。？?"
    "「」abzAB ï\u200b\u00ad\u3000（）()％%多余几",
    max_size=40,
)
SEGMENTER = Segmenter(("示例所", "会员名册"))


@given(ANYTHING | MIXED)
def test_normalise_twice_is_once(text: str) -> None:
    """Normalising an already normalised text changes nothing, in any script."""
    assert normalise(normalise(text)) == normalise(text)


NEAR = st.text(alphabet="第三百十万亿千3 多几数人条年点别,.k元一样下\u200b", max_size=9)
PARTS = st.lists(NEAR | MIXED | ANYTHING, max_size=6).map(tuple)


@given(PARTS)
@example(("0", "BILLION", "k"))
@example(("下", "\U0002a32d"))
def test_what_is_put_together_is_written_as_one(parts: tuple[str, ...]) -> None:
    """The forms of the parts give that of the whole, wherever a number stands in them."""
    assert normalise_joined(parts) == normalise(" ".join(parts))


@given(PARTS)
def test_what_is_put_together_is_cut_as_one(parts: tuple[str, ...]) -> None:
    """The rows of the parts give that of the whole, in its order, for pairs and for words."""
    for cut in (pairs_of, SEGMENTER.cut):
        tokens = Tokens(cut)
        joined = tokens.joined([parts]).numbers.tolist()
        assert joined == [tokens.number(token) for token in cut(" ".join(parts))]


@given(ANYTHING | MIXED)
def test_visible_twice_is_once(text: str) -> None:
    """What is shown is stable, and holds no control or invisible characters."""
    shown = visible(text)
    assert visible(shown) == shown
    assert not any(c in shown for c in "\u200b\u00ad\u202e\x00\x1b\n")


@given(ANYTHING | MIXED)
def test_key_of_normalised_is_key(text: str) -> None:
    """A question and its normalised form meet under one key."""
    assert key(normalise(text)) == key(text)


@given(ANYTHING | MIXED)
def test_cutting_never_raises(text: str) -> None:
    """Words and pairs can be cut from any text; the overlap with itself is whole or none."""
    assert all(isinstance(w, str) and w for w in (*SEGMENTER.words(text), *bigrams(text)))
    assert dice(text, text) in (0.0, 1.0)
    borders = SEGMENTER.borders(text)
    assert {0, len(text)} <= borders
    assert is_english(text) in (True, False)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("个人信息保护法第55条", "個人信息保護法第五十五條"),
        ("个人信息保护法第55条", "个人信息保护法第５５条？"),
        ("会员名册要保存多久？", "请问，会员名册要保存多久呢"),
        ("会员名册要保存多久？", "您好，会员名册要保存多久啊？谢谢"),
        ("会员名册要保存多久？", "老师，会员名册要保存多久"),
        ("会员名册要保存多久？", "會員名冊要保存多久？"),
        ("会员名册要保存多久？", "会员\u200b名册 要保存 多久"),
        ("50万人要备案吗", "五十万人要备案吗"),
        ("50万人要备案吗", "500,000人要备案吗"),
        ("50万人要备案吗", "５０萬人要備案嗎？"),
        ("GB/T 37932 是什么", "ｇｂ/ｔ 37932是什么"),
        ("What is a member?", "what is a member"),
    ],
)
def test_equal_questions_meet(left: str, right: str) -> None:
    """Width, traditional characters, numerals, invisible characters and politeness make no
    difference."""
    assert key(left) == key(right) != ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("老师的信息能卖吗", "信息能卖吗"),
        ("罚款1.5倍吗", "罚款15倍吗"),
        ("50多万人", "50多人"),
        ("第五条", "第五十条"),
        ("不到1万人", "到1万人"),
        ("个人信息", "个人信誉"),
    ],
)
def test_different_questions_stay_apart(left: str, right: str) -> None:
    """What changes the meaning stays in the key."""
    assert key(left) != key(right)


@pytest.mark.parametrize(
    "text", ["", "   ", "？？？", "请问", "您好，谢谢！", "\u200b", "。" * 500]
)
def test_nothing_said_has_an_empty_key_or_itself(text: str) -> None:
    """A text of punctuation and politeness alone never meets a stored question."""
    assert key(text) in ("", "请问", "谢谢")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("What is PIPL?", True),
        ("PIPL第55条", False),
        ("数据交易", False),
        ("how do I apply 示例所", True),
        ("What is 示例所?", True),
        ("what is 数据二十条", True),
        ("to B 的数据能挂牌吗", False),
        ("how to 做数据合规评估才算通过", False),
        ("12345", False),
        ("", False),
        ("GDPR和个保法有什么不同", False),
    ],
)
def test_language_of_a_question(text: str, english: bool) -> None:
    """A question is English when Latin words outweigh Chinese characters."""
    assert is_english(text) is english


@settings(max_examples=50)
@given(st.lists(st.sampled_from("会员名册要保存多久示例所分几类办手续"), max_size=30).map("".join))
def test_pairs_cover_every_character(text: str) -> None:
    """No character of a Chinese run is lost from its pairs."""
    assert set("".join(bigrams(text))) == set(normalise(text))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("请问，公司怎么入场？", "公司怎么入场?"),
        ("您好,想问一下 公司怎么入场,谢谢", "公司怎么入场"),
        ("请问", "请问"),
        ("What is a data broker?", "what is a data broker?"),
    ],
)
def test_politeness_is_left_out_of_what_reads_meaning(said: str, left: str) -> None:
    """Shells go with the signs behind them; a text of nothing else stays whole."""
    assert without_politeness(said) == left
