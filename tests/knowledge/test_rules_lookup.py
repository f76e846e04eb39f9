"""Law by look-up: names, numbers, days, versions, and what is said of each finding."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.reply.law_words import article_lines
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.rules import LawBook
from knowledge.types import Law, Rule
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack

LAWS = LawBook(small_pack().all(Law), small_pack().all(Rule))
REAL = LawBook(shipped_pack().all(Law), shipped_pack().all(Rule))
TODAY = date(2026, 11, 22)


def look(question: str, day: date = DAY) -> LawFinding:
    finding = LAWS.look_up(question, day)
    assert finding is not None, question
    return finding


def ids(finding: LawFinding) -> list[str]:
    return [r.id for r in finding.rules]


def said(question: str, *, english: bool = False) -> tuple[str, str]:
    told = article_lines(look(question), small_pack().all(Law), english=english)
    return told.outcome, "".join(text for text, _ in told.lines)


@pytest.mark.parametrize(
    "question",
    [
        "示例信息法第五条",
        "《中华人民共和国示例信息法》第5条讲了什么？",
        "中华人民共和国示例信息法第５条",
        "示信法5条",
        "示例資訊法第五條".replace("資訊", "信息"),
        "请问示例信息法的第五条",
        "Article 5 of the Sample Information Act",
        "What does Sample Information Act article 5 say?",
        "示例信息法里的第五条",
        "第五条示例信息法",
        "第5条《示例信息法》",
    ],
)
def test_one_article_by_many_names(question: str) -> None:
    """Long name, short name, English, traditional characters and no 第 all find the article."""
    finding = look(question)
    assert (finding.status, finding.article, ids(finding)) == ("found", 5, ["rule.beta-5"])
    assert finding.also == ()


@pytest.mark.parametrize(
    ("question", "law", "rule"),
    [
        ("示例安全法第三条", "alpha-2025", "rule.alpha-2025-3"),
        ("2025年12月31日示例安全法第三条", "alpha-2020", "rule.alpha-2020-3"),
        ("2026年1月1日示例安全法第三条", "alpha-2025", "rule.alpha-2025-3"),
        ("2024年示安法第3条怎么说", "alpha-2020", "rule.alpha-2020-3"),
        ("2026年之前的示例安全法第三条", "alpha-2020", "rule.alpha-2020-3"),
        ("旧示例安全法第三条", "alpha-2020", "rule.alpha-2020-3"),
        ("示例安全法旧版第三条", "alpha-2020", "rule.alpha-2020-3"),
        ("示例安全法2020年版第三条", "alpha-2020", "rule.alpha-2020-3"),
        ("新示例安全法第三条", "alpha-2025", "rule.alpha-2025-3"),
        ("2024年时，新示例安全法第三条", "alpha-2025", "rule.alpha-2025-3"),
        ("DEMO article 3", "alpha-2025", "rule.alpha-2025-3"),
    ],
)
def test_the_version_of_the_day(question: str, law: str, rule: str) -> None:
    """The version in force on the day that is asked for answers, or the one that is named."""
    finding = look(question)
    assert finding.law is not None
    assert (finding.status, finding.law.id, ids(finding)) == ("found", law, [rule])


@pytest.mark.parametrize(
    ("question", "version"),
    [
        ("2025年12月31日网络安全法第二十一条", "csl-2016"),
        ("2026年1月1日网络安全法第二十一条", "csl-2025"),
        ("网络安全法第二十一条", "csl-2025"),
        ("旧网安法第21条", "csl-2016"),
        ("2025年底时网安法第21条", "csl-2016"),
        ("Article 21 of the Cybersecurity Law", "csl-2025"),
    ],
)
def test_the_cybersecurity_law_changes_at_new_year(question: str, version: str) -> None:
    """The renumbered law answers from its first day on, the old one until its last."""
    finding = REAL.look_up(question, TODAY)
    assert finding is not None
    assert finding.law is not None
    assert finding.status == "found"
    assert finding.law.id == version
    assert {r.law for r in finding.rules} == {version}


def test_a_moved_article_is_told_under_its_new_number() -> None:
    """An old number asked for now leads to where the rule stands today."""
    for question in ("示例安全法第三条现在是第几条", "旧示例安全法第三条对应新的哪条"):
        finding = look(question)
        assert (finding.status, ids(finding)) == ("moved", ["rule.alpha-2025-4"]), question
        assert finding.other_version is not None
        assert finding.other_version.id == "alpha-2020"
    outcome, text = said("示例安全法第三条现在是第几条")
    assert outcome == "answered"
    assert "现在是第四条" in text
    assert "2026年1月1日" in text


def test_where_a_rule_stood_before() -> None:
    """The new number asked with 以前 names the old one."""
    outcome, text = said("示例安全法第四条以前是第几条")
    assert outcome == "answered"
    assert "2020年原文里是第三条" in text


def test_above_the_last_article_there_is_none() -> None:
    """A number above the last article of a whole law does not exist, in the day's version."""
    outcome, text = said("示例安全法第十三条")
    assert (look("示例安全法第十三条").status, outcome) == ("absent", "answered")
    assert "最后一条是第十二条" in text
    assert look("2025年时示例安全法第十一条").status == "absent"
    assert look("示例安全法第十一条").status == "found"


def test_a_law_without_known_length_has_no_absent_articles() -> None:
    """Where the last article is not known, nothing is said not to exist."""
    assert look("示例惯例办法第九百条").status == "no_gist"
    assert said("示例惯例办法第九百条")[0] == "unknown"


def test_an_undated_law_answers() -> None:
    """A law without dates counts as in force."""
    assert ids(look("示例惯例办法第一条")) == ["rule.delta-1"]
    assert ids(look("1990年示例惯例办法第一条")) == ["rule.delta-1"]


def test_an_article_in_doubt_is_told_with_its_doubt() -> None:
    """The gist of an uncertain article comes with the warning."""
    outcome, text = said("示例信息法第七条")
    assert outcome == "answered"
    assert "不完整" in text
    assert "核对官方文本" in text
    assert "不完整" not in said("示例信息法第五条")[1]


def test_an_expired_law_says_until_when() -> None:
    """A law that is over says so and does not speak as if it were in force."""
    outcome, text = said("示例市容条例第二条")
    assert look("示例市容条例第二条").status == "ended"
    assert outcome == "answered"
    assert "只适用到2019年12月31日" in text
    assert ids(look("2018年示例市容条例第二条")) == ["rule.gamma-2"]
    assert look("2018年示例市容条例第二条").status == "found"


def test_how_long_a_version_lasts_is_told_without_guessing_today() -> None:
    """A version that a new one replaced says so; one that only ends says until when."""
    assert "施行至2025年12月31日，之后适用新文本" in said("2024年示例安全法第三条")[1]
    lasting = said("2018年示例市容条例第二条")[1]
    assert "有效期至2019年12月31日" in lasting
    assert "新文本" not in lasting


def test_before_the_first_version_nothing_is_in_force() -> None:
    """A day before the act names the day on which its first version began."""
    outcome, text = said("2020年5月1日示例安全法第三条")
    assert outcome == "answered"
    assert "还没有施行" in text
    assert "2020年6月1日" in text


def test_a_rule_of_limited_time_is_no_gist_afterwards() -> None:
    """A rule with its own end is not told after it."""
    assert look("示例信息法第九条").status == "no_gist"
    assert ids(look("2023年示例信息法第九条")) == ["rule.beta-9"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("《示例海商法》第五条", "示例海商法"),
        ("刑法第二百五十三条", "刑法"),
        ("请问违反刑法第5条怎么罚", "刑法"),
        ("按照反洗钱法第5条", "反洗钱法"),
        ("民事诉讼法的第12条", "民事诉讼法"),
    ],
)
def test_a_law_that_is_not_held(question: str, title: str) -> None:
    """The name of an unknown law is told without the words around it."""
    finding = look(question)
    assert (finding.status, finding.title) == ("not_held", title)
    assert said(question)[0] == "unknown"
    assert f"《{title}》" in said(question)[1]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "第五条",
        "该法第五条",
        "我们公司的管理办法第三条",
        "这个办法第3条",
        "示例信息法",
        "示例信息法有哪些条款",
        "示例信息法里说的那一条",
        "示例信息法很长，其中我最关心的、也是大家平时问得最多的是第五条",
        "会员名册要保存多久",
        "article 5",
    ],
)
def test_what_asks_for_no_article(question: str) -> None:
    """Without a law near a number nothing is looked up."""
    assert LAWS.look_up(question, DAY) is None


def test_two_laws_in_one_question() -> None:
    """Each article is looked up in the law whose name stands before it."""
    finding = look("示例信息法第五条和示例安全法第三条有什么不同")
    assert ids(finding) == ["rule.beta-5"]
    assert [(f.status, ids(f)) for f in finding.also] == [("found", ["rule.alpha-2025-3"])]
    nearest = look("示例安全法和示例信息法第八条")
    assert (ids(nearest), nearest.also) == (["rule.beta-8"], ())


def test_two_articles_share_a_name() -> None:
    """第五条、第八条 behind one name are both meant."""
    for question in ("示例信息法第五条、第八条", "示例信息法5条和8条", "示信法第5条以及第8条"):
        finding = look(question)
        assert ids(finding) == ["rule.beta-5"], question
        assert [ids(f) for f in finding.also] == [["rule.beta-8"]], question


def test_a_paragraph_is_told_alone() -> None:
    """第二款 gives that paragraph; the article without it gives all."""
    assert ids(look("示例安全法第六条第二款")) == ["rule.alpha-2025-6-2"]
    assert ids(look("示例安全法第六条")) == ["rule.alpha-2025-6-1", "rule.alpha-2025-6-2"]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("示例安全法什么时候施行", "2026年1月1日起施行"),
        ("示例信息法一共多少条", "共20条"),
        ("示例信息法是谁发布的", "示例委员会"),
        ("2025年时示例安全法一共多少条", "共10条"),
    ],
)
def test_facts_about_a_law(question: str, part: str) -> None:
    """When, how many and by whom are told from the law's own record."""
    outcome, text = said(question)
    assert outcome == "answered"
    assert part in text


def test_english_words_for_findings() -> None:
    """English findings are told in English; a gist without English stays Chinese."""
    assert "Member rolls" in said("Article 8 of the Sample Information Act", english=True)[1]
    assert "No such article" in said("Article 88 of the Sample Information Act", english=True)[1]
    told = article_lines(
        look("Article 5 of the Sample Information Act"), small_pack().all(Law), english=True
    )
    assert [language for _, language in told.lines] == ["zh"]


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "示例安全法",
                "示信法",
                "《",
                "》",
                "第",
                "五",
                "条",
                "款",
                "2024年",
                "和",
                "现在",
                "article ",
                "3",
                "of ",
                "DEMO",
                "法",
                "多少",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_looking_up_never_raises(text: str) -> None:
    """Any text either finds something that can be said, or nothing."""
    finding = LAWS.look_up(text, DAY)
    if finding is not None:
        for english in (False, True):
            told = article_lines(finding, small_pack().all(Law), english=english)
            assert all(words for words, _ in told.lines)


def test_every_shipped_rule_is_found_by_its_article() -> None:
    """Each rule of the shipped pack that holds today is reached by its law's name and number."""
    lost: list[str] = []
    for rule in shipped_pack().all(Rule).values():
        law = shipped_pack().all(Law)[rule.law]
        if not REAL.holds(rule, TODAY):
            continue
        for name in (law.title, law.short[0] if law.short else law.title):
            finding = REAL.look_up(f"《{name}》第{rule.article}条", TODAY)
            if finding is None or rule.id not in [r.id for r in finding.rules]:
                lost.append(f"{rule.id} by {name}")
    assert lost == []


def test_the_number_in_another_version_is_told_of_the_article_spoken_of() -> None:
    """A pronoun means the article before, the year names the version: no day of that year."""
    for question in ("它在2020年的文本里是第几条", "这一条修改前是第几条"):
        finding = LAWS.follow_up(question, ["示例安全法第二条讲什么", "那第四条呢"], DAY)
        assert finding is not None
        assert finding.article == 4
        assert finding.other_version is not None
        assert finding.other_version.id == "alpha-2020"
    assert LAWS.follow_up("它在2020年的文本里是第几条", ["会费是多少"], DAY) is None


def test_a_version_is_called_by_the_year_before_its_force() -> None:
    """The text of a year is the version of that year; a day or a time of it stays a day."""
    assert look("2020年的示例安全法第三条").status == "found"
    assert look("2020年3月2日示例安全法第三条").status == "ended"


def test_an_old_number_is_asked_for_in_english() -> None:
    """Where the old article stands now is not the present article of that number."""
    finding = look("Which article is the old Article 3 of the Sample Security Act now?")
    assert finding.status == "moved"


def test_a_comma_may_stand_between_a_law_and_its_article() -> None:
    """A pause behind the law's name does not part it from its article."""
    assert look("示例安全法，第三条").article == 3
