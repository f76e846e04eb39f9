"""How many people's data somebody has in all is heard apart from how many they send abroad."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.held_totals import told_of_all
from knowledge.answers.table_asked import triggered
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.tables import Ruling, rule_on
from knowledge.text import normalise
from knowledge.types import DecisionTable
from tests.knowledge.law_parts import TODAY
from tests.knowledge.small_parts import shipped_pack

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
UNITS = ("人", "条", "名", "个", "份", "户", "")
OLD = date(2023, 10, 1)
ASKED = "要把3万人的姓名电话传给新加坡公司，当时要做安全评估吗？"


def ruled(*texts: str, day: date = OLD) -> Ruling:
    """The ruling on a conversation that is about a day."""
    return rule_on(ROUTE, texts, day)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("公司处理着200万用户的个人信息", "2000000"),
        ("我们旗下App用户超过两百万", "2000000"),
        ("我们医院存着几百万患者的病历", "1000000~9999999"),
        ("平台存量用户150万", "1500000"),
        ("会员总数不到100万", "0~999999"),
        ("我们有3万客户和2000名员工", "30000"),
        ("the hospital holds records of 1.2 million patients", "1200000"),
        ("our user base is 1.5 million", "1500000"),
    ],
)
def test_what_is_had_in_all_is_heard(text: str, value: str) -> None:
    """By words for having, processing and totals; of several the greatest."""
    told = told_of_all(normalise(text), UNITS)
    assert told is not None
    assert told.value == value


@pytest.mark.parametrize(
    "text",
    [
        "要传给美国公司的有200万用户的手机号",
        "传给有200万用户的新加坡公司",
        "我们有200万用户的信息要发到德国",
        "里面有3000人的病历",
        "累计给境外提供了8万人的姓名",
        "用户数量大概3万",
        "那有12万人呢",
        "我们没有200万用户",
        "公司有500人",
        "send them to a company in Singapore with 2 million users",
    ],
)
def test_what_is_given_or_of_others_is_no_total(text: str) -> None:
    """Nor is the recipient's, a part, or the size of the firm."""
    assert told_of_all(normalise(text), UNITS) is None


@pytest.mark.parametrize(
    "text",
    [
        "公司处理着200万用户的个人信息，要把3万人的姓名电话传给新加坡公司，当时要做安全评估吗？",
        "我们公司有200万用户，要把2000人的姓名和电话传给日本公司，要办什么手续？",
        "处理的个人信息超过100万人，要传2000人的手机号给美国公司，要办什么手续",
        "平台存量用户150万，要把其中5000人的邮箱发给德国总部，要申报安全评估吗",
        "我们收集了120万会员的信息，给香港公司提供8000人的手机号，要办手续吗",
        "We have 2 million users. We want to send the names and emails of 3,000 customers abroad.",
        "我们公司有200万用户，客户的姓名和电话要传给日本公司，要办什么手续？",
    ],
)
def test_who_processes_a_million_needed_an_assessment(text: str) -> None:
    """Under the rules up to March 2024, whatever the number that is sent; before, the reply took
    for granted that it was fewer and said that no assessment was needed."""
    assert triggered([ROUTE], text) is ROUTE
    ruling = ruled(text)
    assert ruling.row is not None
    assert ruling.row.id == "old-processed"


@pytest.mark.parametrize(
    "later",
    [
        "我们处理的个人信息有200万人",
        "平台注册用户几百万",
        "我们一共处理200万患者的信息",
        "we have 3 million users in all",
    ],
)
def test_a_later_text_may_tell_it(later: str) -> None:
    """The number that is sent and its kind stay: before, it was taken for the former."""
    ruling = ruled(ASKED, later)
    assert ruling.row is not None
    assert ruling.row.id == "old-processed"
    assert (ruling.slots["people"], ruling.slots["kind"]) == ("30000", "ordinary")


def test_who_tells_it_again_gets_the_ruling_again() -> None:
    """It changes nothing, and is no question of its own."""
    texts = ["我们处理着200万用户的信息，" + ASKED, "我们一共处理200万人的个人信息"]
    ruling = gone_on(ROUTE, texts, OLD)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == "old-processed"


def test_a_supposed_case_is_no_total() -> None:
    """那我们有12万用户呢 asks of another number that is sent."""
    assert ruled(ASKED, "那我们有12万用户呢").slots["people"] == "120000"


def test_nothing_is_assumed_against_a_range_that_was_told() -> None:
    """Where it lies on both sides of the threshold, the number is asked for."""
    asked = "我们有80万到120万用户，要给日本公司传5000人的邮箱，要申报吗"
    ruling = ruled(asked)
    assert ruling.ask is not None
    assert ruling.ask.name == "processed"
    more, fewer = ruled(asked, "110万"), ruled(asked, "大概90万人")
    assert more.row is not None
    assert fewer.row is not None
    assert (more.row.id, fewer.row.id) == ("old-processed", "old-ordinary-few-2023")
    assert fewer.slots["people"] == "5000"


def test_it_is_said_where_it_was_taken_for_granted() -> None:
    """And not where it was told."""
    assert "processed" in [i.name for i in ruled(ASKED).assumed]
    told = ruled("我们处理50万人的信息，" + ASKED)
    assert "processed" not in [i.name for i in told.assumed]


def test_the_number_that_is_sent_is_read_beside_it_today_as_well() -> None:
    """Though the law of today asks for no total; a total alone is still what is sent."""
    both = ruled("我们处理的信息超过100万人，给境外传2000人的手机号，要申报吗", day=TODAY)
    alone = ruled("我们有80万会员，姓名积分要传到新加坡总部，要办什么手续", day=TODAY)
    assert both.row is not None
    assert both.row.id == "national-ordinary-exempt"
    assert both.slots["people"] == "2000"
    assert alone.slots["people"] == "800000"


def test_all_that_is_processed_is_no_answer_to_how_many_are_sent() -> None:
    """一共处理80万人 leaves that open: it is asked for again."""
    ruling = ruled("客户姓名电话要给境外公司，要办什么手续", "我们一共处理80万人的信息", day=TODAY)
    assert ruling.ask is not None
    assert ruling.ask.name == "people"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("我们掌握150万人的信息，每年给总部传4000条姓名和住址，走哪条路", "4000"),
        ("我们保存着两百万人的档案，传出境的是五千条联系方式，走哪条路", "5000"),
        ("向境外提供4000条姓名和电话并处理150万人的信息，走哪条路", "4000"),
        ("We hold data on 1.5 million people and export the names and emails of 4,000.", "4000"),
        (
            "We send the names and emails of 4,000 to Japan and process the data of 1.5 million.",
            "4000",
        ),
    ],
)
def test_a_number_belongs_to_the_verb_it_stands_with(text: str, given: str) -> None:
    """Also in one clause, counted in records, or in English without a word for people: the whole
    was taken for what is sent, and an assessment demanded of who is exempt."""
    ruling = ruled(text, day=TODAY)
    assert ruling.slots["people"] == given
    assert ruling.row is not None
    assert ruling.row.id == "national-ordinary-exempt"


@pytest.mark.parametrize("text", ["委托境外公司处理150万人的信息", "发给境外机构处理150万人的数据"])
def test_what_others_process_for_somebody_is_given(text: str) -> None:
    """The verb of having is what is asked of the recipient."""
    assert told_of_all(normalise(text), UNITS) is None


def test_plain_words_for_what_is_sent_name_its_kind() -> None:
    """普通信息 is 普通个人信息 there: it was asked for again."""
    told = ruled("2023年2月我们掌握90万人的个人信息，出境2000人的普通信息，走哪条路")
    assert told.ask is None
    assert told.slots["kind"] == "ordinary"
