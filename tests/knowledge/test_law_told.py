"""What an ellipsis asks of articles that a reply has just told."""

from __future__ import annotations

import pytest

from knowledge.answers.law_told import part_asked
from tests.knowledge.law_parts import REAL, TODAY, ids

PIPL = (("pipl", 66),)


@pytest.mark.parametrize(
    ("question", "rules"),
    [
        ("直接负责的主管人员呢", ["rule.pipl-66-1", "rule.pipl-66-2"]),
        ("责任人怎么罚", ["rule.pipl-66-1", "rule.pipl-66-2"]),
        ("那高管呢", ["rule.pipl-66-1", "rule.pipl-66-2"]),
        ("what about the person in charge", ["rule.pipl-66-1", "rule.pipl-66-2"]),
        ("情节严重的呢", ["rule.pipl-66-2"]),
        ("拒不改正的话呢", ["rule.pipl-66-1"]),
        ("要停业吗", ["rule.pipl-66-2"]),
    ],
)
def test_a_part_of_what_was_told_is_looked_up_in_its_article(
    question: str, rules: list[str]
) -> None:
    """Whom an article fines, or what it says of a graver case, stands in that article, in whatever
    words it is asked for."""
    finding = REAL.held_in(question, PIPL, TODAY)
    assert finding is not None
    assert ids(finding) == rules


@pytest.mark.parametrize("question", ["未成年人信息呢", "数据安全法呢", "特别严重的呢", "再见"])
def test_what_the_article_does_not_say_is_not_taken_from_it(question: str) -> None:
    """What the told article does not hold, or another law named in the text, is left to others."""
    assert REAL.held_in(question, PIPL, TODAY) is None


def test_what_another_article_says_of_every_breach_is_told() -> None:
    """Of an organisation the article told says nothing; its law says it of the whole crime."""
    finding = REAL.held_in("单位呢", (("spc-pi-crime", 5),), TODAY)
    assert finding is not None
    assert ids(finding) == ["rule.spc-pi-crime-7"]


def test_a_breach_costs_what_the_law_of_the_told_article_says() -> None:
    """The penalty of a told article is that of the very article, or of its law at large."""
    moved = REAL.breach_of((("csl-2025", 39),), TODAY)
    assert moved is not None
    assert [p.article for p in moved.penal or ()] == [71]
    general = REAL.breach_of((("pipl", 28),), TODAY)
    assert general is not None
    assert general.general


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("那主管人员呢", "主管人员"),
        ("责任人罚多少钱", "责任人"),
        ("what about executives?", "executives"),
        ("请把这部法律里关于责任人员的全部规定一条一条都给我列出来好吗", ""),
    ],
)
def test_the_part_that_is_named(text: str, part: str) -> None:
    """Small words around the part are not of it; a whole question names none."""
    assert part_asked(text) == part


def test_a_rule_without_a_sum_leads_to_the_law_it_names() -> None:
    """To what that law says of the matter told, or of articles that were told, or of all breaches
    where it alone is named; among several nothing is chosen."""
    assessment = ("export-assessment", 18)
    told = REAL.breach_of((assessment, ("pipl", 39)), TODAY)
    assert told is not None
    assert [(f.law and f.law.id, f.article) for f in told.also] == [("pipl", 39)]
    important = REAL.breach_of((assessment,), TODAY, matter="重要数据出境要申报评估。")
    assert important is not None
    assert [ids(f) for f in important.also] == [["rule.dsl-46"]]
    alone = REAL.breach_of((("pi-std-contract", 12),), TODAY)
    assert alone is not None
    assert [f.article for f in alone.also] == [66]
    several = REAL.breach_of((assessment,), TODAY, matter="评估结果管几年。")
    assert several is not None
    assert several.also == ()


def test_a_penalty_is_found_by_a_topic_of_its_own() -> None:
    """Where no rule names the article, the one is meant that shares a topic which is hardly any
    other's; a topic of the whole law tells nothing."""
    core = REAL.breach_of((("dsl", 21),), TODAY)
    assert core is not None
    assert [p.article for p in core.penal or ()] == [45]
    secret = REAL.breach_of((("secrets", 36),), TODAY)
    assert secret is not None
    assert secret.penal == ()


def test_who_enforces_is_told_by_the_same_law() -> None:
    """A penal rule that names a body comes before who is in charge; another law's is not taken."""
    label = REAL.enforced_by((("ai-label", 4),), TODAY)
    assert label is not None
    assert label.punishes
    assert [r.id for r in label.rules] == ["rule.ai-label-13"]
    charged = REAL.enforced_by((("pipl", 66),), TODAY)
    assert charged is not None
    assert not charged.punishes
    assert [r.id for r in charged.rules] == ["rule.pipl-60"]
    assert REAL.enforced_by((("nds-reg", 12),), TODAY) is None


def test_a_part_is_said_by_its_very_name() -> None:
    """自评估 is no 影响评估, though both are assessments."""
    told = (("pipl", 55), ("export-assessment", 5))
    finding = REAL.held_in("自评估呢", told, TODAY, wholly=True)
    assert finding is not None
    assert ids(finding) == ["rule.export-assessment-5"]
    assert REAL.held_in("停车评估呢", told, TODAY, wholly=True) is None
