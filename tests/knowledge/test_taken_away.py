"""What is taken out of the data of a case, and what alone is left of them."""

from __future__ import annotations

import pytest

from knowledge.answers.tables import rule_on
from knowledge.answers.taken_away import each_denied, only_left
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.knowledge.test_cases import TODAY

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TRADE = shipped_pack().all(DecisionTable)["table.forbidden-data"]
GYM = "二十万会员的身份证、体检报告和手机号传到伦敦"
DRIVERS = "五万车主的行车轨迹、姓名传到慕尼黑"
LEARNERS = "三万学员的人脸、银行卡号发到东京"
PUPILS = "两万名小学生的人脸和姓名传到首尔"
SHOP = "We send bank card numbers, gps tracks and e-mails of 300,000 customers to Berlin."
GUESTS = "We export passport numbers, face images and emails of 50000 guests to Tokyo."


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("不传身份证护照和人脸", "不传身份证、不传护照、不传人脸"),
        ("指纹病历都不提供了", "不传指纹、不传病历"),
        ("声纹留在国内", "不传声纹"),
        ("除了人脸和指纹,其他都传", "不传人脸、不传指纹,其他都传"),
        ("不含银行卡号", "不传银行卡、不传卡号"),
        ("不要求人脸加密", "不要求人脸加密"),
        ("病历去掉姓名身份证", "病历不传姓名、不传身份证"),
        ("没有病历银行卡那些", "没有病历、没有银行卡那些"),
        ("从来没有要过他们的银行卡", "从来没有银行卡"),
        ("没有要过病人的银行卡", "没有银行卡"),
        ("没要求人脸加密", "没要求人脸加密"),
        ("有没有病历银行卡都一样吗", "有没有病历、有没有银行卡都一样吗"),
        ("病历没有银行卡那么要紧", "病历没有银行卡那么要紧"),
    ],
)
def test_a_no_reaches_each_thing_of_its_list(text: str, each: str) -> None:
    """Before the list or behind it; it reaches nothing that stands outside."""
    assert each_denied(ROUTE, text) == each


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("只传姓名电话积分", "姓名电话积分"),
        ("光留会员号", "会员号"),
        ("we only send names and emails", "names and emails"),
        ("只传给总部", ""),
        ("只传3000人", ""),
        ("只传统计结果", ""),
        ("只给新加坡的同事看", ""),
        ("we just send 300 people", ""),
        ("we only send it to one partner", ""),
    ],
)
def test_what_alone_is_left_is_a_list_of_fields(text: str, listed: str) -> None:
    """How many, to whom, and what is made of the data first are no such list."""
    assert only_left(ROUTE, text) == listed


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((GYM, "体检报告不传了，身份证也不传，手机号照传"), "national-ordinary-contract"),
        ((DRIVERS, "轨迹留在国内，只传姓名和邮箱可以吗"), "national-ordinary-exempt"),
        ((DRIVERS, "除了轨迹，其他都传"), "national-ordinary-exempt"),
        ((LEARNERS, "人脸去掉呢"), "national-sensitive-assessment"),
        ((LEARNERS, "人脸不传了，姓名照传"), "national-sensitive-assessment"),
        ((LEARNERS, "只传会员号"), "national-ordinary-exempt"),
        ((PUPILS, "人脸不传，只传姓名"), "national-sensitive-assessment"),
        ((PUPILS, "人脸不传，只传姓名", "不含孩子，都是老师"), "national-ordinary-exempt"),
        ((SHOP, "What if we leave out the bank cards and gps?"), "national-ordinary-contract"),
        ((SHOP, "the gps tracks stay in China"), "national-sensitive-assessment"),
        (
            (GUESTS, "the face images stay in China and we don't send the passports"),
            "national-ordinary-exempt",
        ),
    ],
)
def test_a_case_is_ruled_on_without_what_was_taken_out(texts: tuple[str, ...], row: str) -> None:
    """All that else was named counts, and it is of its kind whatever it stands beside; fields of
    children are of theirs."""
    ruling = rule_on(ROUTE, texts, TODAY)
    assert ruling.row is not None
    assert ruling.row.id == row


@pytest.mark.parametrize(
    "texts",
    [
        (LEARNERS, "人脸和银行卡号都不传"),
        (LEARNERS, "人脸去掉呢", "银行卡号也去掉"),
        (LEARNERS, "只传身份证号"),
        (GYM, "体检报告不传"),
        (SHOP, "no bank cards, no gps tracks and no e-mails"),
    ],
)
def test_what_is_left_unclear_is_asked_for(texts: tuple[str, ...]) -> None:
    """Where nothing says what is left, or an ID number is, no ruling rests on what was denied."""
    ruling = rule_on(ROUTE, texts, TODAY)
    assert ruling.row is None
    assert ruling.ask is not None
    assert ruling.ask.name == "kind"


def test_what_keeps_a_case_of_its_kind_is_named() -> None:
    """Other data of the kind that were told of, or the people."""
    assert rule_on(ROUTE, [LEARNERS, "人脸去掉呢"], TODAY).stays == "银行卡"
    assert rule_on(ROUTE, [PUPILS, "只传姓名"], TODAY).stays == "小学生"
    assert rule_on(ROUTE, [LEARNERS, "只传姓名"], TODAY).stays == ""


def test_a_kind_without_a_lighter_one_is_taken_out_as_well() -> None:
    """Of a table that knows many kinds, the rest of what was named is ruled on."""
    ruling = rule_on(TRADE, ["想卖业主的人脸和手机号，没授权", "人脸不卖，光卖手机号行吗"], TODAY)
    assert ruling.slots["kind"] == "personal"


BEES = "今年往新西兰发三千户蜂农的名字手机"


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        ((BEES, "没有病历银行卡那些"), "ordinary"),
        ((BEES, "里面没有身份证银行卡"), "ordinary"),
        ((BEES, "从来没有要过他们的银行卡"), "ordinary"),
        ((BEES, "We never asked for their bank details"), "ordinary"),
        (("今年往日本发三千个学员的名字和鞋垫厚薄，没有体检、银行卡之类",), "ordinary"),
        (("今年往日本发三千个学员的名字和体检表，没有银行卡之类",), "sensitive"),
        (("今年把三百个六岁学员的名字发给法国", "没有病历银行卡那些"), "sensitive"),
        (("今年给日本发三千个病人的姓名", "没有要过病人的银行卡"), "sensitive"),
    ],
)
def test_what_is_not_there_is_not_in_the_case(texts: tuple[str, ...], kind: str) -> None:
    """Told in a later text as well; whoever the data are of stay who they are."""
    assert rule_on(ROUTE, texts, TODAY).slots["kind"] == kind
