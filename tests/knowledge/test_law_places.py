"""Paragraphs, items and what an ellipsis asks after an article: what is held of them is said, and
nothing else in its stead."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dialog.reply.law_facts import about
from knowledge.answers.places import ARTICLE, Place, place_of
from knowledge.answers.rules import LawBook
from knowledge.answers.statutes import StatuteBook
from knowledge.text import normalise
from knowledge.types import Law, Rule, Statute, StatuteArticle
from tests.knowledge.law_parts import DAY, LAWS, REAL, TODAY, ids, look, real, told
from tests.knowledge.small_parts import small_pack


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第五十五条", Place(55)),
        ("第38条第二款", Place(38, paragraph=2)),
        ("第三十八条第一款第（三）项", Place(38, paragraph=1, item=3)),
        ("第38条的第2款", Place(38, paragraph=2)),
        ("第13条第三项", Place(13, item=3)),
        ("第一百二十条之一第二款", Place(120, 1, 2)),
        ("Article 38(2)", Place(38, paragraph=2)),
        ("Article 38, paragraph 2", Place(38, paragraph=2)),
    ],
)
def test_places_are_read_as_people_write_them(text: str, place: Place) -> None:
    """条, 款 and 项, in Chinese and English, with and without brackets."""
    match = ARTICLE.search(normalise(text))
    assert match is not None
    assert place_of(match) == place


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("个人信息保护法38条2款", ["rule.pipl-38-1", "rule.pipl-38-3"]),
        ("个保法第五十五条第（三）项", ["rule.pipl-55"]),
        ("个保法第三十八条第一款第（三）项", ["rule.pipl-38-1"]),
    ],
)
def test_a_paragraph_that_is_not_held_is_said_plainly(question: str, held: list[str]) -> None:
    """That it is not held comes first, then what is held of the article; whether there is such a
    paragraph is not judged."""
    finding = real(question)
    outcome, text = told(finding)
    assert (finding.whole, ids(finding), outcome) == (True, held, "partial")
    assert "没有单独收录" in text.split("。")[0]
    assert "不存在" not in text
    assert "没有第" not in text.replace("没有第三方", "")
    english = told(finding, english=True)[1]
    assert "holds no summary of" in english


@pytest.mark.parametrize(
    ("turns", "line", "english"),
    [
        (["数据安全法第45条第3款是什么"], "只有两款，没有第三款", "has 2 paragraphs only"),
        (["数据安全法第45条第一款", "下一款呢", "下一款呢"], "没有第三款", "no paragraph 3"),
        (["个保法第五十五条第九项"], "只列了五项，没有第（九）项", "has 5 items only"),
        (["个保法第38条第二款第一项"], "第二款没有分项", "has no items"),
        (["网络数据安全管理条例第55条第8款"], "没有第八款", "no paragraph 8"),
    ],
)
def test_a_paragraph_that_there_is_not_is_said_not_to_be(
    turns: list[str], line: str, english: str
) -> None:
    """Where the make-up of an article is known, a number above it is answered as such."""
    finding = real(turns[-1], *turns[:-1])
    outcome, text = told(finding)
    assert (outcome, line in text) == ("answered", True), text
    assert "没有单独收录" not in text
    assert english in told(finding, english=True)[1]


@pytest.mark.parametrize(
    ("turns", "outcome", "part"),
    [
        (["个保法第38条一共有几款"], "answered", "有三款，第一款列了四项"),
        (["数据安全法第四十五条分几款？"], "answered", "有两款，没有分项"),
        (["个保法第55条讲什么", "它有几项"], "answered", "只有一款，列了五项"),
        (["网安法第23条有几项"], "partial", "我这里没有收录"),
        (["How many items does Article 55 of PIPL have?"], "answered", "列了五项"),
    ],
)
def test_how_an_article_is_made_up(turns: list[str], outcome: str, part: str) -> None:
    """有几款 and 有几项 are answered from the make-up, or said not to be held."""
    ended, text = told(real(turns[-1], *turns[:-1]))
    assert ended == outcome
    assert part in text


@pytest.mark.parametrize(
    ("turns", "day"),
    [
        (["网安法第21条讲什么", "这条什么时候生效"], "2026年1月1日起施行"),
        (["旧网安法第21条讲什么", "这一条什么时候施行的？"], "2017年6月1日起施行"),
        (["个保法第55条从什么时候开始生效"], "2021年11月1日起施行"),
        (["个保法第55条", "它是哪天施行的"], "2021年11月1日起施行"),
        (["个保法讲什么", "什么时候生效的"], "2021年11月1日起施行"),
    ],
)
def test_since_when_an_article_holds(turns: list[str], day: str) -> None:
    """The date of force is told of the article, in the version that is spoken of."""
    outcome, text = told(real(turns[-1], *turns[:-1]))
    assert (outcome, day in text) == ("answered", True), text


@pytest.mark.parametrize(
    ("question", "first", "also"),
    [
        ("上海市数据条例是什么时候颁布的", "于2021年11月25日公布", "自2022年1月1日起施行"),
        ("个保法公布日期", "于2021年8月20日公布", "自2021年11月1日起施行"),
        ("数安法哪天公布、什么时候生效", "于2021年6月10日公布", "自2021年9月1日起施行"),
        ("数安法的施行日期", "自2021年9月1日起施行", "公布日期是2021年6月10日"),
        ("When was PIPL issued?", "于2021年8月20日公布", "自2021年11月1日起施行"),
    ],
)
def test_when_it_was_made_public_is_asked_apart(question: str, first: str, also: str) -> None:
    """The day that was asked for is told first, the other one behind it, each once."""
    outcome, text = told(real(question))
    assert outcome == "answered"
    assert -1 < text.find(first) < text.find(also)
    assert text.count(first) == 1


def test_an_english_question_is_told_both_days_in_english() -> None:
    """The day of publication first; where it is not held, that is said."""
    finding = real("When was PIPL issued?")
    assert finding.law is not None
    said = about(finding, finding.law, {}, english=True).lines
    days = "was made public on 2021-08-20 and took effect on 2021-11-01."
    assert [(text.endswith(days), language) for text, language in said] == [(True, "en")]
    unknown = msgspec.structs.replace(finding.law, published=None)
    ((text, _),) = about(finding, unknown, {}, english=True).lines
    assert text.endswith("took effect on 2021-11-01. When it was made public is not held.")


def test_a_paragraph_that_is_held_stands_alone() -> None:
    """Neither a remark nor another paragraph comes with it; an item is found by its number."""
    assert ids(real("个人信息保护法38条3款")) == ["rule.pipl-38-3"]
    assert ids(real("上海市数据条例第87条第六项")) == ["rule.sh-data-reg-87-i6"]
    assert ids(real("跨境流动规定第5条第一款第（二）项")) == ["rule.cross-border-5-1-i2"]
    assert not real("个人信息保护法38条3款").whole


ARTICLES = (
    StatuteArticle(1, "第一款的话。\n第二款有两项：\n（一）甲；\n（二）乙。"),
    StatuteArticle(2, "违反本法第六条、第八条至第九条规定的，处罚款。"),
)


def worded() -> LawBook:
    """The small pack with invented words for two articles of one law."""
    statute = Statute("statute.beta", "beta", "示例信息法", ARTICLES)
    laws = small_pack().all(Law)
    return LawBook(laws, small_pack().all(Rule), StatuteBook({"statute.beta": statute}, laws))


def test_imported_words_tell_which_paragraphs_there_are() -> None:
    """Where the article is held word for word, the paragraph or item asked for is quoted, and one
    that is not there is said not to be."""
    laws = small_pack().all(Law)
    second = told(look("示例信息法第一条第二款", book=worded()), laws=laws)[1]
    assert "甲" in second
    assert "第一款的话" not in second
    item = told(look("示例信息法第一条第二款第（二）项", book=worded()), laws=laws)[1]
    assert "乙" in item
    assert "甲" not in item
    assert "没有第五款" in told(look("示例信息法第一条第五款", book=worded()), laws=laws)[1]


def test_imported_words_name_the_breaches_that_they_punish() -> None:
    """违反本法第六条、第八条至第九条 is read as 6, 8 and 9."""
    for number in (6, 8, 9):
        finding = look(f"违反示例信息法第{number}条怎么罚", book=worded())
        assert [p.article for p in finding.penal or ()] == [2], number


@pytest.mark.parametrize(
    ("earlier", "then", "rules"),
    [
        (["个人信息保护法第66条讲什么"], "那第二款呢？", ["rule.pipl-66-2"]),
        (["个人信息保护法第66条讲什么"], "第一款说的什么", ["rule.pipl-66-1"]),
        (["个人信息保护法第66条讲什么"], "第二款最高罚多少", ["rule.pipl-66-2"]),
        (["网络安全法第23条讲什么"], "第三项呢", ["rule.csl-2025-23-i3"]),
        (["网络安全法第23条第三项"], "下一项呢", ["rule.csl-2025-23-i4"]),
        (["个人信息保护法第66条第一款"], "那下一款呢", ["rule.pipl-66-2"]),
        (["数据安全法第30条"], "那下一条呢", ["rule.dsl-31"]),
        (["数据安全法第30条", "下一条呢"], "再下一条呢", ["rule.dsl-32"]),
        (["数据安全法第30条"], "上一条呢", ["rule.dsl-29"]),
        (["数据安全法第30条"], "前面一条讲什么", ["rule.dsl-29"]),
        (["数据安全法第30条"], "the next article", ["rule.dsl-31"]),
        (["个保法第55条"], "后面那条呢", ["rule.pipl-56-1", "rule.pipl-56-2"]),
        (["深圳的数据条例第57条"], "下一条呢", ["rule.sz-data-reg-58"]),
        (["Article 38 of PIPL"], "And paragraph 3?", ["rule.pipl-38-3"]),
        (["个保法第38条", "那第二款呢"], "第三款呢", ["rule.pipl-38-3"]),
        (["旧网安法第21条现在是哪条"], "第三项呢", ["rule.csl-2025-23-i3"]),
        (["旧网安法第21条"], "第三项呢", ["rule.csl-2016-21-i3"]),
        (["网安法2016年版第21条"], "第三项呢", ["rule.csl-2016-21-i3"]),
        (["个保法什么时候施行"], "第十条呢", ["rule.pipl-10"]),
        (["个保法第55条"], "那第10条里说的买卖指什么", ["rule.pipl-10"]),
    ],
)
def test_an_ellipsis_moves_within_the_law(earlier: list[str], then: str, rules: list[str]) -> None:
    """A paragraph, an item, the next or the previous one are of the article spoken of last, in the
    version spoken of."""
    assert ids(real(then, *earlier)) == rules


@pytest.mark.parametrize(
    ("then", "law"),
    [
        ("2021年的时候呢", "csl-2016"),
        ("那25年6月的时候呢", "csl-2016"),
        ("那23年呢", "csl-2016"),
        ("去年呢", "csl-2016"),
        ("去年是怎么规定的", "csl-2016"),
        ("那在2024年呢？", "csl-2016"),
        ("那现在呢", "csl-2025"),
        ("今年呢", "csl-2025"),
    ],
)
def test_an_ellipsis_moves_to_another_day(then: str, law: str) -> None:
    """The same article on the day that is named, whatever day was asked for before."""
    for before in ("网络安全法第21条讲什么", "2022年时网络安全法第21条讲什么"):
        finding = real(then, before)
        assert finding.law is not None
        assert (finding.law.id, finding.article) == (law, 21)


def test_a_day_stays_while_the_article_changes() -> None:
    """第23条呢 after a question on 2021 is still of 2021."""
    finding = real("那第37条呢", "网络安全法第21条", "2021年的时候呢")
    assert finding.law is not None
    assert (finding.law.id, finding.article) == ("csl-2016", 37)


@pytest.mark.parametrize(
    ("earlier", "then"),
    [
        ([], "第二款呢"),
        (["会员分为哪几类"], "第二款呢"),
        (["示例信息法第五条", "会员分为哪几类"], "第二款呢"),
        (["示例信息法第五条"], "三种权利的第二项是什么"),
        (["示例信息法第五条"], "2025年交易额有多少呢"),
        (["示例信息法第五条"], "那下一步呢"),
        (["示例信息法第五条"], "我们合同的第七条写的是违约金，可以吗"),
        (["示例信息法第五条"], "会费逾期怎么罚"),
        (["示例信息法什么时候施行"], "第二款呢"),
        (["江苏省数据条例第五条"], "下一条呢"),
        (["示例信息法第一条"], "上一条呢"),
    ],
)
def test_what_is_no_ellipsis_of_a_law(earlier: list[str], then: str) -> None:
    """Without an article before it, or where it asks for something of its own, nothing is looked
    up."""
    book = REAL if "江苏" in "".join(earlier) else LAWS
    finding = book.follow_up(then, earlier, DAY)
    assert finding is None or finding.status == "not_held"


def test_a_year_of_two_figures_needs_a_time_behind_it() -> None:
    """23年那会儿 is a year; 15年以下 and 23年有效 are none."""
    for question in ("23年那会儿网安法第21条", "25年底网安法第21条", "24年3月网安法第21条"):
        finding = real(question)
        assert finding.law is not None
        assert finding.law.id == "csl-2016", question
    finding = real("网安法第21条写的是不是15年以下", day=date(2026, 11, 22))
    assert finding.day == TODAY


def test_an_ellipsis_asks_for_the_fine_or_the_old_number() -> None:
    """罚多少 is of a breach of the article spoken of, 修改前呢 of where it stood before."""
    for then in ("罚多少", "违反了怎么罚", "那违反了会怎样处罚"):
        finding = real(then, "数据安全法第30条讲什么")
        assert [p.article for p in finding.penal or ()] == [45], then
    assert "2016年原文里是第三十七条" in told(real("修改前呢", "网安法第39条讲什么"))[1]


def test_a_year_in_which_a_law_came_is_of_the_law() -> None:
    """2022年 asks of measures that came in September what they then said; a month before it does
    not. 去年 is a time, not a version."""
    finding = real("2022年数据出境安全评估办法第14条写几年")
    assert finding.status == "found"
    assert "适用到2024年3月21日" in told(finding)[1]
    assert real("2022年3月数据出境安全评估办法第14条").status == "ended"
    last_year = real("去年的网络安全法第21条讲什么").law
    assert last_year is not None
    assert last_year.id == "csl-2016"
