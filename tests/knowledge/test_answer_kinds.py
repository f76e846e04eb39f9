"""What kind of thing an answer must hold, and whether a candidate holds it."""

from __future__ import annotations

import pytest

from knowledge.search.answer_kinds import choice, held, measures_held, measures_wanted, wanted
from knowledge.search.features import PLACE
from knowledge.search.fusion import SearchIndex
from knowledge.search.targets import Target
from knowledge.text import normalise, segmenter_for
from knowledge.types import Gap

AGREEMENT = Target(
    Gap("gap.a", "公共数据授权运营协议是什么？", "", ""),
    ("公共数据授权运营协议是什么？", "授权运营协议多久到期"),
    (),
    "协议由实施机构与运营机构签订，写明范围、安全要求和退出。",
)
TERM = Target(
    Gap("gap.b", "授权运营协议最长几年？", "", ""),
    ("授权运营协议最长几年？",),
    (),
    "期限原则上不超过5年。",
)


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("授权运营协议要签多久", "不超过5年", "由双方签订"),
        ("谁来审核", "由交易机构审核", "先登记，再上架"),
        ("依据第几条", "《个人信息保护法》第55条", "要先做影响评估"),
        ("How long does it take?", "about 10 days", "it is reviewed"),
        ("罚多少", "最高罚100万元", "应当改正"),
        ("一共几步", "共8步", "先登记，再上架"),
    ],
)
def test_a_text_holds_what_is_asked_for_or_lacks_it(question: str, answer: str, other: str) -> None:
    asked = wanted(normalise(question))
    assert asked
    assert not asked & ~held(normalise(answer))
    assert asked & ~held(normalise(other))


def test_a_candidate_that_lacks_the_point_shows_it_whoever_asked_before() -> None:
    index = SearchIndex([AGREEMENT, TERM], segmenter_for(()), None)
    numbers, rows = index.features("授权运营协议可以签多久", None)
    row = dict(zip(numbers, rows, strict=True))
    assert set(row) == {0, 1}
    assert row[0][PLACE["kinds_wanted"]] == row[1][PLACE["kinds_wanted"]] == 1
    assert row[0][PLACE["kinds_lacking"]] == 1
    assert row[1][PLACE["kinds_lacking"]] == 0


def test_what_others_ask_is_not_what_the_answer_says() -> None:
    index = SearchIndex([AGREEMENT, TERM], segmenter_for(()), None)
    numbers, rows = index.features("协议多久到期", None)
    column = dict(zip(numbers, rows, strict=True))[0]
    assert column[PLACE["covered_words"]] > column[PLACE["said_words"]]
    hidden = index.features("协议多久到期", None, hidden_wordings={0})[1]
    assert hidden[numbers.index(0)][PLACE["said_words"]] <= column[PLACE["said_words"]]


def test_what_is_counted_is_held_by_its_measure_alone() -> None:
    """A date counts no days, and a number of firms is no number of kinds."""
    asked = measures_wanted(normalise("协议最长签几年"))
    assert asked <= measures_held(normalise("期限原则上不超过5年"))
    assert not asked <= measures_held(normalise("2024年3月22日起施行"))
    assert not measures_wanted(normalise("有几家")) <= measures_held(normalise("分为六类"))


def test_a_choice_is_read_with_both_sides() -> None:
    assert choice(normalise("按自然日还是工作日？")) == ("自然日", "工作日")
    assert choice(normalise("按哪种日子算")) == ()


def test_an_english_text_is_known_by_the_chinese_names_in_it() -> None:
    segmenter = segmenter_for((), (("Member roll", "会员名册"), ("roll", "名册")))
    assert segmenter.chinese("How long are member rolls kept?") == ("会员名册",)
    assert segmenter.chinese("会员名册 roll") == ()
