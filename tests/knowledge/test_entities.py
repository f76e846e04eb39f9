"""Names in a question, and slips of the pinyin input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.entities import EntityIndex, SlipMender
from knowledge.search.targets import targets_of
from knowledge.text import Segmenter, normalise
from knowledge.types import Law, Term
from tests.knowledge.small_parts import DAY, shipped_pack

NAMES = EntityIndex(
    [("示例所", "所"), ("示例所章程", "章程"), ("PIPL", "pipl"), ("會員", "会员"), ("AI", "ai")]
)
TERMS = ("数据产品", "会员名册", "数商", "服务商", "裸数据", "合规评估")
MENDER = SlipMender(TERMS, Segmenter(TERMS))


@given(st.text(max_size=60) | st.text(alphabet="示例所章程PIPLpipl会員员 ai", max_size=30))
def test_mentions_lie_inside_and_apart(text: str) -> None:
    """Mentions come in order, inside the normalised text, without overlap."""
    end = 0
    for mention in NAMES.link(text):
        assert end <= mention.start < mention.end <= len(normalise(text))
        end = mention.end


@given(
    st.text(alphabet="示例所章程PIPLpipl会員员 ai", max_size=30),
    st.sampled_from(["所", "章程", "ai", "无"]),
)
def test_an_entity_is_named_where_it_is_linked(text: str, entity: str) -> None:
    """Asking for one entity tells what linking all of them tells."""
    assert NAMES.names(text, entity) == (entity in {m.entity for m in NAMES.link(text)})


def test_the_longest_name_wins() -> None:
    """A name inside a longer one is not found beside it."""
    assert [m.entity for m in NAMES.link("示例所章程和示例所")] == ["章程", "所"]


def test_traditional_and_wide_names_are_found() -> None:
    """Names are compared normalised on both sides."""
    assert [m.entity for m in NAMES.link("會員看ＰＩＰＬ")] == ["会员", "pipl"]


@pytest.mark.parametrize("text", ["said", "pipls", "email", "xpipl"])
def test_an_abbreviation_inside_a_word_is_none(text: str) -> None:
    """A Latin name is found only as a word of its own."""
    assert NAMES.link(text) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("数剧产品怎么卖", "数据产品怎么卖"),
        ("树商分几类", "数商分几类"),
        ("会员名策", "会员名册"),
        ("和规评估", "合规评估"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    """A word of the right sound and the wrong characters is read as the term."""
    assert MENDER.mend(typed) == meant


@pytest.mark.parametrize(
    "text", ["深度合成服务上线前", "网络数据安全", "用户人数上限", "数据上探索", "会员数据", "服务"]
)
def test_words_are_not_cut_apart(text: str) -> None:
    """What only sounds like a term across the borders of proper words stays."""
    assert MENDER.mend(text) == text


@given(st.text(max_size=60))
def test_mending_keeps_length_and_never_raises(text: str) -> None:
    """Mending replaces character by character, in any script."""
    assert len(MENDER.mend(text)) == len(normalise(text))


def test_mending_destroys_no_name() -> None:
    """A term or law that a shipped wording names is still named after mending."""
    pack = shipped_pack()
    names = [n for t in pack.all(Term).values() for n in (t.id, *t.synonyms)]
    shorts = [s for w in pack.all(Law).values() for s in w.short]
    mender = SlipMender(names, Segmenter((*names, *shorts)))
    index = EntityIndex((n, n) for n in (*names, *shorts))
    for question in (q for t in targets_of(pack, DAY) for q in t.questions):
        before = {m.entity for m in index.link(question)}
        after = {m.entity for m in index.link(mender.mend(question))}
        # A mended name may swallow a shorter one: 网络数据 inside a longer term.
        assert all(any(b in a for a in after) for b in before), question


def test_the_unit_of_a_date_begins_no_term() -> None:
    """2022年1月1日至2023年8月31日 was read as 日志."""
    mender = SlipMender(("日志",), Segmenter(("日志",)))
    assert "日至" in mender.mend("统计区间2022年1月1日至2023年8月31日")
    assert mender.mend("操作日至存多久") == "操作日志存多久"
