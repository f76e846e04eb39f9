"""Answers from dated claims: one hop, two hops, is-a, disagreement, and silence."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.reply.policy import GraphAnswer
from dialog.reply.wording import Words, Writer
from knowledge.answers.graph import ClaimGraph, GraphFinding
from knowledge.types import Claim, Predicate, Term
from tests.knowledge.small_parts import DAY, small_pack, small_snapshot

GRAPH = ClaimGraph(small_pack().all(Claim), small_pack().all(Predicate), small_pack().all(Term))


def find(question: str, day: date = DAY) -> GraphFinding | None:
    return GRAPH.find(question, day)


def found(question: str, day: date = DAY) -> list[list[str]]:
    finding = find(question, day)
    assert finding is not None, question
    return [[c.id for c in hop.claims] for hop in finding.hops]


def words(question: str) -> Words:
    finding = find(question)
    assert finding is not None
    return Writer(small_snapshot(), "zh", DAY).write(GraphAnswer(0.95, finding), question)


@pytest.mark.parametrize(
    "question",
    [
        "示例所由谁发起？",
        "示例交易所的发起人是谁".replace("是谁", ""),
        "请问示例所是谁发起的",
        "示例所发起人",
    ],
)
def test_one_hop(question: str) -> None:
    """A subject by any of its names and a predicate in known words give the claim."""
    assert found(question) == [["claim.founder"]]


@pytest.mark.parametrize("question", ["示例所的发起人的注册资本是多少", "示例所发起人注册资金多少"])
def test_two_hops(question: str) -> None:
    """The object of the first claim is the subject of the second."""
    assert found(question) == [["claim.founder"], ["claim.capital"]]
    said = "".join(line.text for line in words(question).lines)
    assert "示例所由示例集团发起" in said
    assert "示例集团的注册资本为3亿元" in said
    assert set(words(question).entries) == {"claim.founder", "claim.capital"}


def test_one_way_of_asking_makes_one_hop() -> None:
    """是什么 and 含义 in one question ask for one definition, not for that of a word inside it."""
    claim = msgspec.structs.replace(
        small_pack().all(Claim)["claim.founder"], predicate="定义", object="示例集团的交易场所"
    )
    other = msgspec.structs.replace(claim, id="claim.other", subject="示例集团", object="一家公司")
    predicate = Predicate("定义", asks=("是什么", "含义"))
    graph = ClaimGraph({c.id: c for c in (claim, other)}, {"定义": predicate}, {})
    finding = graph.find("示例所的含义是什么", DAY)
    assert finding is not None
    assert [[c.id for c in hop.claims] for hop in finding.hops] == [["claim.founder"]]


def test_old_figures_do_not_say_how_things_stand_now() -> None:
    """现在 is not answered with what a paper once wrote; an official founder still is."""
    assert find("示例所现在有多少会员") is None
    assert found("示例所现在由谁发起") == [["claim.founder"]]


def test_is_a_follows_the_chain() -> None:
    """A narrower term belongs to each broader one, and the chain is told."""
    finding = find("甲会员算不算主体")
    assert finding is not None
    assert finding.is_a == ("甲类会员", "会员", "主体")
    said = words("甲类会员属于主体吗")
    assert said.lines[0].text == "是的，甲类会员属于主体。层级是：甲类会员→会员→主体。"
    assert said.sources


@pytest.mark.parametrize(
    "question",
    [
        "主体属于甲类会员吗",
        "甲类会员不属于主体吗",
        "甲类会员属于示例所吗",
        "会员属于会员吗",
        "甲类会员以前属于主体吗？",
    ],
)
def test_is_a_never_guesses(question: str) -> None:
    """What the terms do not say upwards is not answered with yes, nor is a negated question."""
    assert find(question) is None


def test_disagreement_stands_side_by_side() -> None:
    """Claims that differ are all told, each with its speaker and its day."""
    assert found("示例所有多少会员") == [["claim.members-paper", "claim.members-speech"]]
    lines = [line.text for line in words("示例所有多少会员").lines]
    assert lines[0] == "各来源说法不一，一并列出。"
    assert any("示例日报" in t and "2023-07" in t and "500家" in t for t in lines)
    assert any("王某" in t and "2024" in t and "620家" in t for t in lines)
    assert len(words("示例所有多少会员").sources) == 2


def test_one_source_of_two_days_is_told_by_days() -> None:
    """A figure that one paper gave twice is no list: each day stands with its figure."""
    paper = small_pack().all(Claim)["claim.members-paper"]
    later = msgspec.structs.replace(paper, id="claim.later", object="700家", as_of="2025-07")
    graph = ClaimGraph(
        {paper.id: paper, later.id: later}, small_pack().all(Predicate), small_pack().all(Term)
    )
    finding = graph.find("示例所有多少会员", DAY)
    assert finding is not None
    said = Writer(small_snapshot(), "zh", DAY).write(GraphAnswer(0.95, finding), "")
    lines = [line.text for line in said.lines]
    assert any("2023-07" in t and "500家" in t and "700家" not in t for t in lines)
    assert any("2025-07" in t and "700家" in t for t in lines)


def test_claims_that_have_ended_are_left_out() -> None:
    """A claim is told only on days on which it holds."""
    on_an_old_day = found("示例所的会员数", date(2021, 1, 1))
    assert "claim.members-old" in on_an_old_day[0]
    assert "claim.members-old" not in found("示例所的会员数")[0]


def test_many_objects_make_one_sentence() -> None:
    """Several objects of one source are a list, no disagreement."""
    lines = [line.text for line in words("示例所有哪些部门").lines]
    assert lines == ["示例所设有交易部；风控部。"]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "示例所",
        "发起人是谁",
        "示例所的发起人为什么退出",
        "示例所的发起人和注册资本增长率",
        "示例所发起人的老婆是谁",
        "示例所没有发起人吗",
        "2021年示例所的发起人被处罚了吗",
        "示例集团的发起人",
    ],
)
def test_nothing_when_words_are_left_over(question: str) -> None:
    """A word of weight that no claim accounts for keeps the graph silent."""
    assert find(question) is None


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            [
                "示例所",
                "会员",
                "甲类会员",
                "主体",
                "发起人",
                "注册资本",
                "属于",
                "吗",
                "的",
                "不",
                "多少",
            ]
        ),
        max_size=8,
    ).map("".join)
)
def test_any_text_is_answered_or_left(text: str) -> None:
    """No text breaks the graph, and whatever it finds has claims or a chain."""
    finding = find(text)
    if finding is not None:
        assert finding.is_a or finding.hops
        assert all(hop.claims for hop in finding.hops)


def test_objects_with_braces_are_said_as_they_stand() -> None:
    """Braces in a claim's words are text, no template."""
    claim = msgspec.structs.replace(small_pack().all(Claim)["claim.founder"], object="{集团}")
    graph = ClaimGraph({claim.id: claim}, small_pack().all(Predicate), small_pack().all(Term))
    finding = graph.find("示例所由谁发起", DAY)
    assert finding is not None
    said = Writer(small_snapshot(), "zh", DAY).write(GraphAnswer(0.95, finding), "")
    assert said.lines[0].text == "示例所由{集团}发起。"


@pytest.mark.parametrize(
    "question",
    [
        "想了解一下示例所，由谁发起？",
        "麻烦问一下，示例所是谁发起的",
        "劳驾帮我查一下示例所的发起人，谢谢",
    ],
)
def test_politeness_in_front_has_no_weight(question: str) -> None:
    """What asks for help and names nothing leaves the question as narrow as it is."""
    assert found(question) == [["claim.founder"]]


def test_english_names_are_asked_in_english() -> None:
    """A subject by its English name, and words that ask for one thing that is known of it; any
    other word makes it another question."""
    claim = msgspec.structs.replace(
        small_pack().all(Claim)["claim.founder"], predicate="义务", object="每年报一次名册"
    )
    term = Term("示例所", english="Sample Exchange")
    graph = ClaimGraph({claim.id: claim}, {}, {term.id: term})
    for question in (
        "What are the duties of the Sample Exchange?",
        "Please tell me about the obligations of Sample Exchange",
    ):
        finding = graph.find(question, DAY)
        assert finding is not None
        assert [c.id for c in finding.hops[0].claims] == [claim.id]
    for question in (
        "What are the duties of Sample Exchange members?",
        "What is the Sample Exchange?",
        "Which fines follow when Sample Exchange breaks its duties?",
    ):
        assert graph.find(question, DAY) is None, question


def test_a_name_may_end_with_a_word_that_asks() -> None:
    """隐私计算 is one name; its 算 asks nothing."""
    terms = {t.id: t for t in (Term("示例沙箱", broader=("示例计算",)), Term("示例计算"))}
    finding = ClaimGraph({}, {}, terms).find("示例沙箱属于示例计算吗", DAY)
    assert finding is not None
    assert finding.is_a == ("示例沙箱", "示例计算")
