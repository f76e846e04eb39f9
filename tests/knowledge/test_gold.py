"""Gold questions: what is right of them is stored, and their twins have lost just that."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.answers.graph import ClaimGraph
from knowledge.evidence import says, without
from knowledge.gold import KINDS, Gold, drawn, gold
from knowledge.types import Claim, Entry, Predicate, Rule, Term
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack


def questions(**settings: int) -> list[Gold]:
    return gold(small_pack(), DAY, **settings)


def graph_of(pack: object) -> ClaimGraph:
    return ClaimGraph(pack.all(Claim), pack.all(Predicate), pack.all(Term))  # type: ignore[attr-defined]


def test_the_seed_decides_the_questions() -> None:
    """The same seed gives the same questions, another one others."""
    assert questions(seed=3) == questions(seed=3)
    assert [g.question for g in questions(seed=3)] != [g.question for g in questions(seed=4)]


def test_every_predicate_is_asked_for() -> None:
    """No kind of claim that holds today is left out, and each is worded in several ways."""
    asked = Counter(g.about for g in questions() if g.kind in ("claim", "differing"))
    assert set(asked) == {c.predicate for c in small_pack().all(Claim).values()}
    assert min(asked.values()) >= 2


def test_right_is_what_the_claim_says() -> None:
    """A question carries the object of every claim that holds on the day, and no other."""
    about = [g for g in questions() if g.id.startswith("claim.members-paper/")]
    assert {s.words for g in about for s in g.statements} == {"500家", "620家"}


def test_who_disagrees_is_named_with_the_day() -> None:
    """Where speakers differ, all of them are wanted, with name and date; parts do not differ."""
    kinds = {g.about: g.kind for g in questions() if g.kind in ("claim", "differing")}
    assert kinds["会员数"] == "differing"
    assert kinds["部门"] == "claim"
    one = next(g for g in questions() if g.kind == "differing")
    assert one.whole
    assert {(s.speaker, s.as_of) for s in one.statements} == {("", "2023-07"), ("王某", "2024")}


def test_complete_lists_are_asked_with_their_count() -> None:
    """A list that says that it is complete is wanted whole; one that is not is no gold."""
    lists = [g for g in questions() if g.kind == "list"]
    assert lists
    assert all(g.whole and g.count == len(g.statements) for g in lists)


def test_a_twin_has_lost_what_answers_it() -> None:
    """The graph knows the question before the claims are taken away, and nothing after."""
    pack = small_pack()
    twins = [g for g in questions() if g.kind == "twin"]
    assert twins
    for twin in twins:
        thin = without(pack, twin.taken)
        assert {s.claim for s in twin.statements} <= twin.taken
        left = [c for c in thin.all(Claim).values() if c.predicate == twin.about]
        assert not [c.id for c in left if c.subject in twin.question]
        assert graph_of(thin).find(twin.question, DAY) is None
    found = [graph_of(pack).find(t.question, DAY) for t in twins]
    assert any(f is not None for f in found)


def test_a_twin_has_lost_what_rests_on_the_claim() -> None:
    """Entries that name the claim go with it, and rules and lists of the same place."""
    pack = shipped_pack()
    twins = [g for g in gold(pack, DAY) if g.kind == "twin"]
    for twin in twins[::10]:
        own = {s.claim for s in twin.statements}
        left = without(pack, twin.taken)
        assert not [e.id for e in left.all(Entry).values() if own.intersection(e.claims)], twin.id
        places = {(pack.all(Claim)[c].origin.law, pack.all(Claim)[c].origin.article) for c in own}
        assert not [r.id for r in left.all(Rule).values() if (r.law, r.article) in places], twin.id


def test_a_pack_without_documents_keeps_all_others() -> None:
    """Taking away takes what is named, and nothing beside it."""
    pack = small_pack()
    gone = {"claim.founder"}
    thin = without(pack, gone)
    assert {d.id for d in pack.every()} - {d.id for d in thin.every()} == gone
    assert thin.consultations == pack.consultations


@pytest.mark.parametrize(
    ("text", "words", "is_said"),
    [
        ("记录要留三年。", "3年", True),
        ("记录要留两年。", "3年", False),
        ("达到50万人的要评估", "五十万人", True),
        ("达到60万人的要评估", "五十万人", False),
        ("揭牌于2021年11月25日。", "2021年11月", True),
        ("揭牌于2021年。", "2021年11月25日", False),
        ("由示例集团发起。", "示例集团", True),
        ("由别的公司发起。", "示例集团", False),
        ("要取得单独的同意，还要告知对方的名称", "告知对方名称，并取得单独同意", True),
    ],
)
def test_a_text_says_something_with_its_figures(text: str, words: str, is_said: bool) -> None:
    """All figures must be there, in either way of writing, and most of the words."""
    assert says(text, words) is is_said


def test_a_part_keeps_the_kinds_and_the_twins() -> None:
    """A drawn part has every kind, each twin beside its question, and is stable."""
    everything = gold(shipped_pack(), DAY)
    part = drawn(everything, 150, seed=5)
    assert {g.kind for g in part} == set(KINDS)
    assert 140 <= len(part) <= 170
    ids = {g.id for g in part}
    assert all(g.id.removesuffix("~") in ids for g in part)
    assert part == drawn(everything, 150, seed=5)
    assert part != drawn(everything, 150, seed=6)
