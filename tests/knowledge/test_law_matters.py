"""What a breach costs, what took a rule's place, and what a law said of a matter on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.knowledge.law_parts import LAWS, REAL, TODAY, ids, look, real, told
from tests.knowledge.small_parts import DAY


def penal(question: str, day: date = TODAY) -> list[int | None]:
    return [p.article for p in real(question, day=day).penal or ()]


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("违反数据安全法第30条怎么处罚", [45]),
        ("数据安全法第33条的罚则是哪条", [47]),
        ("违反网安法第23条罚多少", [61]),
        ("违反旧网安法第21条罚多少", [59]),
        ("2024年违反网络安全法第21条罚多少", [59]),
        ("违反网络数据安全管理条例第13条有什么后果", [56]),
        ("What is the penalty for breaching Article 30 of the Data Security Law?", [45]),
    ],
)
def test_a_breach_leads_to_the_article_that_punishes_it(question: str, articles: list[int]) -> None:
    """The penalty of the version of the day comes first, then the article itself."""
    assert penal(question) == articles
    finding = real(question)
    outcome, text = told(finding)
    assert outcome == "answered"
    for rule in [r for p in finding.penal or () for r in p.rules]:
        assert rule.gist.rstrip("。") in text


def test_penalties_of_other_breaches_are_left_out() -> None:
    """Of an article that punishes several breaches only what is meant is told."""
    for finding, rule in (
        (real("违反数据安全法第35条罚多少"), "rule.dsl-48-1"),
        (look("违反示例安全法第六条罚多少"), "rule.alpha-2025-11"),
    ):
        assert [r.id for p in finding.penal or () for r in p.rules] == [rule]


def test_a_breach_without_a_held_penalty_is_said_so() -> None:
    """That no penalty is held is said first; an article is never told as if it were one."""
    outcome, text = told(real("数据安全法第12条的罚则"))
    assert outcome == "partial"
    assert text.startswith("我这里没有收录《数据安全法》第十二条对应的罚则")
    assert "投诉" in text


def test_a_general_penalty_is_told_as_general() -> None:
    """违反本法的 holds for every article, and is said to."""
    finding = real("违反个人信息保护法第38条要罚多少钱")
    outcome, text = told(finding)
    assert (finding.general, penal("违反个人信息保护法第38条要罚多少钱")) == (True, [66])
    assert outcome == "partial"
    assert "单独针对" in text


def test_an_old_number_is_pointed_to_its_new_one() -> None:
    """Article 21 of today punishes nothing that people mean by the old 21."""
    text = told(real("违反网络安全法第21条罚多少"))[1]
    assert "2016年原文的第二十一条，它现在是第二十三条" in text


def test_a_penal_article_speaks_for_itself() -> None:
    """Asked for its sums, it is told alone."""
    for question in ("数据安全法第45条罚多少", "个保法66条第二款最高罚多少"):
        assert real(question).penal is None
        assert told(real(question))[0] == "answered"


def test_a_displaced_rule_is_told_with_what_took_its_place() -> None:
    """The two years of 2022 are over; the three years that are applied instead stand beside."""
    outcome, text = told(real("数据出境安全评估办法第十四条写的两年，现在还算数吗"))
    assert outcome == "answered"
    assert "只适用到2024年3月21日" in text
    assert "第九条" in text
    assert "3年" in text
    then = told(real("2023年时数据出境安全评估办法第十四条"))[1]
    assert "3年" not in then


@pytest.mark.parametrize(
    ("question", "day", "article"),
    [
        ("2025年6月那会儿，网络安全法里等级保护是第几条？", TODAY, 21),
        ("网络安全等级保护规定在网络安全法第几条？", date(2023, 10, 10), 21),
        ("网络安全等级保护规定在网络安全法第几条？", TODAY, 23),
        ("实名制在网安法里是哪一条", TODAY, 26),
        ("2024年的时候网安法实名制是第几条", TODAY, 24),
        ("23年那会儿个人信息出境评估门槛是多少", TODAY, 4),
        ("2023年的时候安全评估有效期几年", TODAY, 14),
        ("2024年网安法对日志怎么规定", TODAY, 21),
    ],
)
def test_a_matter_is_looked_up_on_its_day(question: str, day: date, article: int) -> None:
    """By its words instead of a number, in the text that was in force on the day."""
    finding = real(question, day=day)
    assert (finding.status, finding.article) == ("about_matter", article)
    text = told(finding)[1]
    assert ("适用的" in text) == (finding.day != day)


@pytest.mark.parametrize(
    "question",
    [
        "2023年你们成交了多少",
        "2023年上海数据交易所有多少家数商",
        "2023年数据出境",
        "2022年的网络安全法写得好吗",
        "网络安全法里数据产品挂牌是哪一条",
        "个人信息保护法里哪一条讲食堂",
    ],
)
def test_a_matter_must_be_said_by_a_rule(question: str) -> None:
    """A word that no rule of that day says leaves the question to the search."""
    assert REAL.look_up(question, TODAY) is None


def test_the_highest_fine_of_a_day_is_among_what_is_held() -> None:
    """The top of what is held in the text of that day, and said to be that."""
    finding = real("2022年的时候网络安全法罚款上限是多少")
    outcome, text = told(finding)
    assert (finding.aspect, outcome) == ("highest", "answered")
    assert {r.law for r in finding.rules} == {"csl-2016"}
    assert "1000万" not in text
    assert "100万" in text
    assert "在我收录的要点里" in text
    assert "1000万" in told(real("网络安全法最高罚多少"))[1]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("深圳市数据交易管理暂行办法现在还有效吗", "有效期到2026年2月28日，已经届满，不再有效"),
        ("标准合同办法还有效吗", "没有收录它失效或者废止的日期"),
        ("旧网安法还有效吗", "适用到2025年12月31日"),
        ("反不正当竞争法现在还有效吗", "2019年修正"),
        ("出境评估办法还管用吗", "只适用到2024年3月21日"),
        ("公共数据资源登记办法失效了吗", "现在还在这段时间里"),
    ],
)
def test_whether_a_law_is_valid_is_told_by_its_dates(question: str, part: str) -> None:
    """Over, limited or without a known end, with what was displaced in it."""
    outcome, text = told(real(question))
    assert outcome == "answered"
    assert part in text


def test_a_replaced_text_is_not_called_a_law_that_ended() -> None:
    """Of an act of which only an old text is held, the text is over, not the act."""
    text = told(real("反不正当竞争法第9条"))[1]
    assert "之后的文本没有收录" in text
    assert "不再有效" not in text


def test_which_of_two_texts_prevails() -> None:
    """Told only where a rule speaks of both."""
    for question in (
        "2022年的评估办法和2024年的跨境新规打架，听谁的",
        "出境评估办法和跨境新规不一致以谁为准",
    ):
        assert ids(real(question)) == ["rule.cross-border-13"]
    for question in ("GDPR和跨境新规冲突听谁的", "数据安全法和网络安全法冲突听谁的"):
        assert REAL.look_up(question, TODAY) is None
    assert LAWS.look_up("示例安全法和示例信息法冲突听谁的", DAY) is None


@pytest.mark.parametrize(
    ("question", "law", "article"),
    [
        ("2024年10月日志保存六个月是网络安全法第几条", "csl-2016", 21),
        ("2025年3月网络安全法哪一条要求网络日志保存", "csl-2016", 21),
        ("2024年3月网络安全法规定重要数据备份是哪一条", "csl-2016", 21),
    ],
)
def test_an_article_of_a_day_is_found_by_how_it_is_asked_for(
    question: str, law: str, article: int
) -> None:
    """The words by which a rule is asked for (保存, of 留存) count where a number is wanted, in
    the version of that day."""
    finding = real(question)
    assert finding.law is not None
    assert (finding.law.id, finding.article, finding.dated) == (law, article, True)


@pytest.mark.parametrize(
    "question",
    [
        "2025年8月网络安全法第几条说要买保险",
        "2024年网络安全法第几条管航天发动机",
        "2023年保存是网络安全法第几条",
    ],
)
def test_a_matter_that_no_rule_tells_has_no_article(question: str) -> None:
    """One word, or a word that no rule has, leads to none."""
    assert REAL.look_up(question, TODAY) is None
