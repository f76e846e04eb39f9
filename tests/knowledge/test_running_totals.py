"""Tests for numbers of several years or texts, deeds in plain words, and what nobody ever said."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.plain_deeds import in_table_words
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from tests.knowledge.test_table_days import ROUTE, TABLES

TODAY = date(2026, 11, 22)
FORBIDDEN = TABLES["table.forbidden-data"]
PETS = "我们是宠物医院，把宠物主人的姓名电话传给德国的系统，今年累计999999人，不含敏感信息"
MATS = "卖瑜伽垫的，今年给加拿大传了9.5万人的收货信息，都不敏感"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("去年往国外传了120万人的信息，今年到现在只传了20万，都不含敏感，今年走哪条路？",),
         "national-ordinary-contract"),
        (("去年往海外传了5万人，今年1月到现在又传了30万，都不含敏感的，现在走哪条？",),
         "national-ordinary-contract"),
        ((PETS, "昨天又传了一个人过去"), "national-ordinary-assessment"),
        ((MATS, "这个月又多传了5000人，还是一样的，没敏感"), "national-ordinary-contract"),
        ((MATS, "总共9.8万人"), "national-ordinary-exempt"),
        ((MATS, "更正一下，是3000人"), "national-ordinary-exempt"),
        (("今年给美国传了9900个人的口腔影像，敏感", "月底又传了200个人的"),
         "national-sensitive-assessment"),
        (("2023年8月给瑞典传了4万个客户的普通信息，上年到当时就这4万，手里总共25万人",),
         "old-ordinary-few-2023"),
    ],
)  # fmt: skip
def test_the_year_s_own_number_counts_with_what_came_on_top(
    texts: tuple[str, ...], row: str
) -> None:
    """Not that of last year, and not that of all who are held."""
    found = rule_on(ROUTE, texts, TODAY).row
    assert found is not None
    assert found.id == row


def test_what_came_on_top_of_another_kind_is_no_part_of_the_sum() -> None:
    """Each kind keeps its own number."""
    ruling = rule_on(ROUTE, (PETS, "又传了200人的病历"), TODAY)
    assert {of.row.id for of in ruling.each} == {
        "national-ordinary-contract",
        "national-sensitive-contract",
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("我们是关基，旅客自己订了巴黎的酒店，把300人的姓名护照号传给酒店，要申报吗", "contract"),
        ("我们是关基的银行，客户自己要汇款到国外，把300人的姓名给境外收款行", "contract"),
        ("我们是关基，把300人的姓名传给巴黎总部，要申报吗", "ciio"),
        ("我们把猫狗的病历和2万个主人的手机号传给美国总部，走什么路径", "national-ordinary-exempt"),
        ("我们把2万个病人的病历传给美国总部，走什么路径", "national-sensitive-assessment"),
    ],
)
def test_what_was_booked_remitted_or_of_animals_is_known_as_such(text: str, row: str) -> None:
    """Whatever the words."""
    found = rule_on(ROUTE, [text], TODAY).row
    assert found is not None
    assert found.id == row


def test_the_illness_of_people_stays_beside_that_of_animals() -> None:
    """Who names both is held to the stricter."""
    both = [normalise("宠物病历，还有员工的体检报告")]
    assert in_table_words(both) == both


@pytest.mark.parametrize(
    "text",
    [
        "nobody told us it's important data",
        "no authority has ever notified us that this is important data",
        "没人告诉过我们是重要数据",
        "主管部门没有通知我们属于重要数据",
    ],
)
def test_what_nobody_ever_said_is_not_told(text: str) -> None:
    """Important data are those of which somebody was told."""
    assert stated(ROUTE, text).get("kind") != "important"


@pytest.mark.parametrize("text", ["手机号没专门签过授权", "客户电话，没有正式取得过同意"])
def test_a_consent_that_was_never_got_is_none(text: str) -> None:
    """With any word between."""
    assert stated(FORBIDDEN, text).get("treatment") == "none"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("If it has phone numbers, can we still buy it, or only anonymised?", ""),
        ("can we still buy it，or only anonymised", ""),
        ("会员手机号的数据，能直接卖吗，还是只能匿名化的才行？", ""),
        ("会员手机号能卖吗，已经匿名化了", "anonymised"),
        ("We sell only anonymised phone records", "anonymised"),
    ],
)
def test_the_second_of_two_ways_is_asked_for_and_not_told(text: str, told: str) -> None:
    """Who asks whether only that may be traded has not said that it is so."""
    assert stated(FORBIDDEN, text).get("treatment", "") == told


@pytest.mark.parametrize(
    ("texts", "asks", "row"),
    [
        (("我们要把5万人的病历传给美国总部", "另外还想把2万会员的消费记录发过去"), "kind", ""),
        (("我们要把5万人的病历传给美国总部", "还想把3000人的基因数据发过去"), "",
         "national-sensitive-assessment"),
        (("今年把5万人的手机号传给美国总部", "还要再传3万人"), "", "national-ordinary-exempt"),
    ],
)  # fmt: skip
def test_data_told_of_besides_may_be_of_another_kind(
    texts: tuple[str, ...], asks: str, row: str
) -> None:
    """The kind of those before is not theirs; of the same kind they count together."""
    ruling = rule_on(ROUTE, texts, TODAY)
    assert (ruling.ask.name if ruling.ask else "") == asks
    assert (ruling.row.id if ruling.row else "") == row
