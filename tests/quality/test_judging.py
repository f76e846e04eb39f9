"""What counts as right, wrong or silent, and what the measures make of it."""

from __future__ import annotations

import pytest

from dialog.evaluating.conversations import Cited, Expected
from dialog.evaluating.judging import Judged, LawNames, judge_gold, judge_turn
from dialog.evaluating.measures import measured, reliability, risk_coverage
from dialog.hearing import Heard
from dialog.messages import Done, Sentence
from knowledge.gold import Gold, Statement
from knowledge.search.thresholds import upper_bound
from knowledge.types import Origin, SourceItem
from tests.knowledge.small_parts import shipped_pack, small_pack

NAMES = LawNames(shipped_pack())
PIPL = SourceItem(title="个人信息保护法", grade="法规", law="个人信息保护法", article=55)


def heard(
    text: str,
    outcome: str = "answered",
    *,
    tone: str = "warm",
    sources: tuple[SourceItem, ...] = (),
    entries: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Heard:
    sentence = Sentence(sentence=0, text=text, tone=tone, intensity=0.5)  # type: ignore[arg-type]
    done = Done(outcome=outcome, tone=tone, confidence=confidence, entries=entries, route="faq")  # type: ignore[arg-type]
    return Heard((sentence,), sources, done, 12.0)


def turn(reply: Heard, **expected: object) -> Judged:
    wanted = Expected(**expected)  # type: ignore[arg-type]
    return judge_turn(reply, wanted, NAMES, id="a#1", kind="law", question="？", conversation="a")


@pytest.mark.parametrize(
    ("reply", "expected", "verdict"),
    [
        (heard("要做影响评估。"), {"expect": (("影响评估",),)}, "right"),
        (heard("要备案。"), {"expect": (("影响评估",),)}, "wrong"),
        (heard("要备案。", "partial"), {"expect": (("影响评估",),)}, "silent"),
        (heard("我不知道。", "unknown"), {"expect": (("影响评估",),)}, "silent"),
        (heard("我不知道。", "unknown"), {"outcome": ("unknown",)}, "right"),
        (heard("收5元。"), {"outcome": ("unknown",)}, "wrong"),
        (
            heard("我不知道，大概5元。", "unknown"),
            {"outcome": ("unknown",), "absent": (r"/\d元/",)},
            "wrong",
        ),
        (heard("满一百万人的，要评估。"), {"expect": (("100万",),)}, "right"),
        (heard("要认证。"), {"expect": (("标准合同", "认证"),)}, "right"),
        (heard("是的，要。"), {"absent": ("/^是的/",)}, "wrong"),
    ],
)
def test_a_turn_is_right_wrong_or_silent(
    reply: Heard, expected: dict[str, object], verdict: str
) -> None:
    """Wrong is what asserts and does not hold; what says nothing is never wrong by that."""
    assert turn(reply, **expected).verdict == verdict


def test_a_citation_is_known_by_any_name_of_its_law() -> None:
    """Title, short name and id mean one law; article and paragraph must agree."""
    reply = heard("要评估。", sources=(PIPL,))
    for name in ("个人信息保护法", "个保法", "《中华人民共和国个人信息保护法》", "pipl"):
        assert turn(reply, cite=(Cited(name, 55),)).lacks == ()
    assert turn(reply, cite=(Cited("个保法", 54),)).verdict == "wrong"
    assert turn(reply, cite=(Cited("个保法", 55, 2),)).verdict == "wrong"


def test_a_closing_line_answers_nothing() -> None:
    """What stands under every answer is not taken for one; what must not stand is sought there
    too."""
    closing = Sentence(
        sentence=1, text="不代替合规评估。", tone="warm", intensity=0.5, role="closing"
    )
    reply = heard("要备案。")
    reply = Heard((*reply.sentences, closing), (), reply.done, 12.0)
    assert turn(reply, expect=(("合规评估",),)).verdict == "wrong"
    assert turn(reply, absent=("合规评估",)).verdict == "wrong"


def test_a_tone_that_does_not_fit_fails_the_turn_and_is_not_wrong() -> None:
    """What is said is right all the same."""
    one = turn(heard("罚款。", tone="glad"), tone=("serious",))
    assert (one.verdict, one.tone_fits) == ("right", False)
    assert one.lacks


def gold(**about: object) -> Gold:
    values: dict[str, object] = {
        "id": "g/1",
        "kind": "claim",
        "question": "会员数",
        "language": "zh",
        "about": "会员数",
        "statements": (Statement("claim.a", "500家"),),
        **about,
    }
    return Gold(**values)  # type: ignore[arg-type]


def judge(reply: Heard, **about: object) -> Judged:
    return judge_gold(reply, gold(**about), LawNames(small_pack()))


def test_gold_is_right_with_its_figures_alone() -> None:
    """The stored figure makes a reply right, another one wrong, none silent."""
    assert judge(heard("会员数是五百家。")).verdict == "right"
    assert judge(heard("会员数是620家。")).verdict == "wrong"
    assert judge(heard("不知道。", "unknown")).verdict == "silent"


def test_an_entry_may_say_its_claim_in_its_own_words() -> None:
    """What rests on the claim needs its figures and some of its words; anything else needs more."""
    about = {
        "statements": (Statement("claim.a", "自书面受理通知之日起45个工作日内完成评估，可以延长"),),
        "resting": frozenset({"entry.a"}),
    }
    text = "受理后，45个工作日内评完。"
    assert judge(heard(text, entries=("entry.a",)), **about).verdict == "right"
    assert judge(heard(text, entries=("entry.b",)), **about).verdict == "wrong"


def test_who_disagrees_must_be_named_with_the_date() -> None:
    """One of two statements is not enough, nor both without who and when."""
    both = (Statement("a", "500家", "", "2023-07"), Statement("b", "620家", "王某", "2024"))
    about = {"kind": "differing", "statements": both, "whole": True}
    assert (
        judge(heard("据报道（2023-07）500家；据王某（2024）称620家。"), **about).verdict == "right"
    )
    assert judge(heard("500家，也有说620家。"), **about).verdict == "wrong"
    assert judge(heard("据王某（2024）称620家。"), **about).verdict == "wrong"


def test_a_list_needs_every_item_and_the_count() -> None:
    """One item short, or no count, is wrong."""
    items = tuple(Statement("", name) for name in ("甲类", "乙类", "丙类"))
    about = {"kind": "list", "statements": items, "whole": True, "count": 3}
    assert judge(heard("共三类：甲类、乙类、丙类。"), **about).verdict == "right"
    assert judge(heard("有甲类、乙类、丙类。"), **about).verdict == "wrong"
    assert judge(heard("共三类：甲类、乙类等。"), **about).verdict == "wrong"


def test_a_twin_is_right_in_silence() -> None:
    """An answer is wrong there, unless the evidence stood elsewhere after all."""
    twin = {"kind": "twin", "taken": frozenset({"claim.a"})}
    assert judge(heard("不知道。", "unknown"), **twin).verdict == "right"
    assert judge(heard("会员数是600家。"), **twin).verdict == "wrong"
    assert judge(heard("会员数是500家。"), **twin).verdict == "kept"


def test_what_is_not_so_must_not_be_affirmed() -> None:
    """A yes is wrong; a no and silence are right."""
    about = {"kind": "is_not_a", "statements": ()}
    assert judge(heard("是的，甲属于乙。"), **about).verdict == "wrong"
    assert judge(heard("不是，甲不属于乙。"), **about).verdict == "right"
    assert judge(heard("不知道。", "unknown"), **about).verdict == "right"


def test_citations_are_measured_both_ways() -> None:
    """Recall of what is wanted, precision of what is shown."""
    origin = Origin(law="pipl", article=55)
    other = SourceItem(title="个人信息保护法", grade="法规", law="个人信息保护法", article=1)
    reply = heard("500家", sources=(PIPL, other))
    one = judge_gold(reply, gold(cite=(origin,), may_cite=(origin,)), NAMES)
    found = measured([one])
    assert (found["citation_recall"], found["citation_precision"]) == (1.0, 0.5)


def test_measures_count_what_was_asserted() -> None:
    """The bound is Clopper and Pearson's, over what was answered; a kept twin is left out."""
    replies = [
        judge(heard("500家", confidence=0.9)),
        judge(heard("620家", confidence=0.6)),
        judge(heard("不知道", "unknown", confidence=0.3)),
        judge(heard("500家"), kind="twin", taken=frozenset({"claim.a"})),
    ]
    found = measured(replies)
    assert (found["questions"], found["answered"], found["wrong"]) == (3, 2, 1)
    assert found["wrong_bound"] == pytest.approx(upper_bound(1, 2))
    assert found["coverage"] == pytest.approx(1 / 3)
    assert found["right_or_silent"] == pytest.approx(2 / 3)
    assert (found["claim.wrong"], found["kept"]) == (1, 1)
    assert "twin.wrong" not in found


def test_the_curves_follow_the_chances() -> None:
    """The surest come first in the risk curve; bins hold stated and true shares."""
    replies = [judge(heard("500家", confidence=0.95)), judge(heard("620家", confidence=0.55))]
    curve = risk_coverage(replies)
    assert [(p.coverage, p.risk) for p in curve] == [(0.5, 0.0), (1.0, 0.5)]
    bins = reliability(replies)
    assert [(b.count, b.true) for b in bins] == [(1, 0.0), (1, 1.0)]
