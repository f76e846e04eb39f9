"""How people write articles and laws: former numbers, figures alone, abbreviations, slips."""

from __future__ import annotations

import pytest

from knowledge.answers.rules import LawBook
from knowledge.types import Law, Rule
from tests.knowledge.law_parts import DAY, LAWS, ids, look, real, told
from tests.knowledge.small_parts import small_pack


@pytest.mark.parametrize(
    "question",
    [
        "示例安全法原来的第三条",
        "示例安全法原第3条",
        "示例安全法修改前的3条",
        "示例安全法2020年的3条讲什么",
        "以前的示例安全法第三条",
        "former Article 3 of the Sample Security Act",
        "Article 3 of the former Sample Security Act",
        "Article 3 of the Sample Security Act before the amendment",
    ],
)
def test_a_former_number_is_of_the_version_before(question: str) -> None:
    """What stood under it then is told, with its number of today."""
    finding = look(question)
    assert (finding.status, ids(finding), finding.now) == ("found", ["rule.alpha-2020-3"], (4,))
    assert "现行文本里是第四条" in told(finding, laws=small_pack().all(Law))[1]


def test_a_former_number_of_which_only_the_new_place_is_held() -> None:
    """Without a gist of the old text its place today answers."""
    laws, rules = small_pack().all(Law), dict(small_pack().all(Rule))
    del rules["rule.alpha-2020-5"]
    finding = LawBook(laws, rules).look_up("示例安全法原来的第五条", DAY)
    assert finding is not None
    assert (finding.status, [r.article for r in finding.rules]) == ("moved", [6])


def test_words_of_surprise_are_no_former_number() -> None:
    """原来 at the front of a sentence does not date the law."""
    assert ids(look("原来示例安全法第三条是讲这个的")) == ["rule.alpha-2025-3"]


@pytest.mark.parametrize(
    "question",
    [
        "示例信息法 5 条",
        "示例信息法5",
        "示信法 5 讲什么",
        "《示例信息法》5的内容",
        "示例信息法第 5 条",
        "Sample Information Act Art. 5",
        "Art 5 Sample Information Act",
        "Sample Information Act §5",
        "Section 5 of the Sample Information Act",
    ],
)
def test_articles_in_short_writing(question: str) -> None:
    """Blanks, a figure alone behind the name, and English abbreviations are articles."""
    finding = look(question)
    assert (finding.status, ids(finding)) == ("found", ["rule.beta-5"])


@pytest.mark.parametrize(
    "question",
    [
        "示例信息法5个例子",
        "示例信息法50万罚款",
        "示例信息法2021年",
        "示例信息法2021",
        "示例信息法3次",
        "示例信息法5.1",
    ],
)
def test_a_figure_that_counts_or_dates_is_no_article(question: str) -> None:
    """What follows the figure says what it counts; a year is none either."""
    assert LAWS.look_up(question, DAY) is None


def test_english_articles_share_a_name() -> None:
    """Articles 5 and 8 of an act are both of it."""
    finding = look("Articles 5 and 8 of the Sample Information Act")
    assert [f.article for f in (finding, *finding.also)] == [5, 8]


@pytest.mark.parametrize(
    ("question", "law", "written"),
    [
        ("数据安法第21条", "dsl", "数据安法"),
        ("我想问数据全安法第21条", "dsl", "数据全安法"),
        ("个人信息保户法第55条", "pipl", "个人信息保户法"),
        ("个人信息保护发55条", "pipl", "个人信息保护发"),
        ("根据网落安全法第二十一条", "csl-2025", "网落安全法"),
    ],
)
def test_a_slip_in_a_name_is_mended_and_said(question: str, law: str, written: str) -> None:
    """One character missing, misplaced or of the same sound leaves the law plain."""
    finding = real(question)
    assert finding.law is not None
    assert (finding.law.id, finding.written) == (law, written)
    assert told(finding)[1].startswith(f"您写的“{written}”")


@pytest.mark.parametrize(
    "question",
    [
        "广东数据条例第5条",
        "数字安全法第5条",
        "生物安全法第5条",
        "行政许可法第4条",
        "韩国数据安法第5条",
        "数据法第5条",
        "网络安全审查办法第5条",
    ],
)
def test_another_law_is_no_slip(question: str) -> None:
    """A word of its own, a foreign law, or more than one character apart stays not held."""
    finding = real(question)
    assert finding.status == "not_held"


def test_two_facts_of_a_law_are_both_told() -> None:
    """How many and since when are two findings; what else is asked is left to others."""
    finding = look("示例信息法一共多少条，什么时候施行")
    assert [f.aspect for f in (finding, *finding.also)] == ["count", "when"]
    assert LAWS.look_up("示例信息法一共多少条，最近改了啥", DAY) is None
    assert look("How many articles does the Sample Information Act have?").aspect == "count"
    assert look("When did the Sample Information Act take effect?").aspect == "when"
