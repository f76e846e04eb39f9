"""An article's number that is meant as it was before the law was renumbered."""

from __future__ import annotations

from datetime import date

import pytest

from tests.knowledge.law_parts import ids, real, told


@pytest.mark.parametrize(
    ("question", "now"),
    [
        ("网安法37条现在还是本地化吗", 39),
        ("网络安全法第三十七条还管数据境内存储吗", 39),
        ("网安法21条还是等保吗", 23),
        ("网安法21条变了吗", 23),
        ("网安法第22条现在改了没有", 24),
        ("网安法24条现在是实名制吗", 26),
        ("网安法42条还是个人信息泄露吗", 44),
        ("网安法37条还有效吗", 39),
        ("网络安全法第三十七条数据本地化怎么规定", 39),
        ("网安法第21条日志留存", 23),
        ("日志保存六个月是网络安全法第二十一条吗", 23),
        ("网安法第三十七条是不是要求数据存在国内", 39),
        ("Is Article 37 of the Cybersecurity Law still about data localisation?", 39),
        ("等保是网安法第21条吧？同事非说改了号，我赌了一杯奶茶", 23),
        ("等保是网络安全法第二十一条来着", 23),
        ("网安法第21条现在换了条号没", 23),
        ("Graded protection is Article 21 of the Cybersecurity Law, right?", 23),
    ],
)
def test_an_old_number_is_told_with_its_present_one(question: str, now: int) -> None:
    """Who asks whether an article still is what it was, or names what stood under its number in
    the text before, is told where that stands now and what the number means today."""
    finding = real(question)
    assert finding.status == "moved", finding
    assert {r.article for r in finding.rules} == {now}
    assert all(r.article == finding.article for r in finding.present)


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("网安法39条还是本地化吗", 39),
        ("网安法23条还是等保吗", 23),
        ("网安法第37条关基采购审查", 37),
        ("网安法第21条讲什么", 21),
        ("网安法第21条是搞安全宣传的吗", 21),
        ("网安法第37条采购要审批吗", 37),
        ("网安法第21条是讲税收的吗", 21),
        ("数据安全法21条变了吗", 21),
        ("网安法第66条现在罚多少", 66),
    ],
)
def test_a_present_number_stays_what_it_is(question: str, article: int) -> None:
    """A number under which the present text holds what is named, or of which nothing is named that
    stood there before, is the present one; so is every number of a law with one text."""
    finding = real(question)
    assert finding.status == "found"
    assert {r.article for r in finding.rules} == {article}


def test_the_text_of_a_past_day_keeps_its_numbers() -> None:
    """Asked of a day before the change, the article of that day is told."""
    finding = real("2025年网安法21条还是等保吗")
    assert (finding.status, finding.law and finding.law.id) == ("found", "csl-2016")
    assert real("网安法21条还是等保吗", day=date(2025, 6, 1)).status == "found"


@pytest.mark.parametrize("question", ["罚则呢", "那罚多少", "违反了会怎么处理", "有什么后果"])
def test_the_penalty_is_that_of_the_moved_duty(question: str) -> None:
    """What a breach costs is looked up under the present number of the duty, whatever article of
    the present text bears the old one."""
    finding = real(question, "网安法37条现在还是本地化吗")
    assert finding.article == 39
    assert [p.article for p in finding.penal or ()] == [71]


def test_a_fine_asked_with_the_old_number_is_told_in_one_reply() -> None:
    """A question that names the old number, its duty and a fine is told the present number first
    and then the article that punishes its breach."""
    finding = real("网安法21条等级保护罚多少")
    outcome, words = told(finding)
    assert outcome == "answered"
    assert words.index("现在是第二十三条") < words.index("写在第六十一条")
    assert "rule.csl-2025-23" in ids(finding)
