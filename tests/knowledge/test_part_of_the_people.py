"""Tests for the number and the kind of a part of those whose data is sent."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_facts import told_before
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.table_parts import told_in_one
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from tests.knowledge.test_table_days import ROUTE, TABLES

TODAY = date(2026, 11, 22)
STEPS = "今年给美国服务器传了三十万用户的邮箱"
LABELS = TABLES["table.ai-labelling"]
PLAYERS = "we send nicknames and emails of 300,000 players to a server in Ireland this year"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((f"{STEPS},里面两万人还有心率",), "national-sensitive-assessment"),
        ((STEPS, "哦不对,里面还有心率,心率的有两万人"), "national-sensitive-assessment"),
        ((STEPS, "其中8000人有银行卡号"), "national-sensitive-contract"),
        ((PLAYERS, "for 15,000 of them there are bank card numbers too"),
         "national-sensitive-assessment"),
        ((PLAYERS, "9,000 of them also have health records"), "national-sensitive-contract"),
        (("2个名册、500人的姓名要发到德国总部",), "national-ordinary-exempt"),
        ((STEPS,), "national-ordinary-contract"),
    ],
)  # fmt: skip
def test_a_part_has_its_own_number_and_kind(texts: tuple[str, ...], row: str) -> None:
    """The stricter part is ruled on by its own number; other counts are left out."""
    ruling = rule_on(ROUTE, texts, TODAY) if len(texts) == 1 else gone_on(ROUTE, texts, TODAY)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == row


@pytest.mark.parametrize("thing", ["梦境记录", "购物偏好"])
def test_the_number_of_a_part_is_never_that_of_all(thing: str) -> None:
    """What is in the data of some people, of an unread kind, makes nobody exempt."""
    ruling = rule_on(ROUTE, [f"{STEPS},里面两万人还有{thing}"], TODAY)
    assert ruling.row is None or "exempt" not in ruling.row.id


def test_a_part_takes_the_number_in_front_of_it() -> None:
    """15,000 of them is the number of the part."""
    whole, part = told_in_one(ROUTE, "names of 300,000 players, for 15,000 of them bank cards")
    assert "300000" in whole
    assert "15000" in part
    told = stated(ROUTE, part)
    assert (told["kind"], told["people"]) == ("sensitive", "15000")


def test_steps_alone_leave_the_kind_open() -> None:
    """What a wristband counts may tell of health."""
    assert "|" in stated(ROUTE, "今年给美国服务器传了三十万用户的步数")["kind"]


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("给奥地利发了七万名会员的邮箱，不敏感", "哦还漏了四万名"), "national-ordinary-contract"),
        (("今年给波兰发了八万个客户邮箱，不敏感", "少算了三万"), "national-ordinary-contract"),
        (("今年往葡萄牙发了八万五千名学员的手机号，不敏感", "又补发了两万名"),
         "national-ordinary-contract"),
        (("今年向越南买家发了99万9千个农户的姓名电话，不敏感", "漏算了，还有一千个"),
         "national-ordinary-assessment"),
        (("发99万个游船客人的手机号给意大利，不敏感", "年底还要再发2万个"),
         "national-ordinary-assessment"),
    ],
)  # fmt: skip
def test_what_was_left_out_comes_on_top(texts: tuple[str, ...], row: str) -> None:
    """Whatever word says that it was forgotten; 1,000,000 is as much as the law's number."""
    ruling = gone_on(ROUTE, texts, TODAY)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == row


def test_more_of_an_unread_number_is_no_number() -> None:
    """Who forgot a thousand of a number that was not understood did not send a thousand."""
    first = "今年向美国发了99万9千个蜂友，不敏感，走标准合同行吗"
    later = "漏算了，还有一千个"
    told = told_before(rule_on(ROUTE, [later], TODAY), [first], TODAY, text=later)
    assert told.row is None


@pytest.mark.parametrize(
    ("text", "transit"),
    [
        ("替德国一家学校处理报名资料，全是德国收的，没混国内个人信息，两百万人，不敏感", True),
        ("韩国子公司把当地收的资料传来算账，算完传回去，没掺国内数据，120万人，不敏感", True),
        ("给德国客户传了两百万国内用户的资料，没加中国客户的身份证，不敏感", False),
        ("替德国公司处理德国客户资料，混了一点国内的，200万人传回去，不敏感", False),
    ],
)  # fmt: skip
def test_data_of_others_abroad_go_back_free(text: str, transit: bool) -> None:
    """Where nothing of people here was put in, and only there."""
    ruling = rule_on(ROUTE, [text], TODAY)
    assert ruling.row is not None
    assert (ruling.row.id == "transit") is transit


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("视频是真人实拍的，没用AI，要打AI标吗", "recorded"),
        ("AI写的短视频脚本，真人念的，要标AI吗", ""),
        ("真人出镜的视频，脸用AI换了，要标吗", "video"),
        ("AI生成的视频要打标吗", "video"),
    ],
)
def test_real_footage_is_not_generated(text: str, content: str) -> None:
    """Of which at most the words were written by a machine; a face that was swapped is."""
    slots = rule_on(LABELS, [text], TODAY).slots
    assert slots.get("content", "") == content


def test_what_is_told_besides_is_ruled_on_beside_the_rest() -> None:
    """Each kind has its own number."""
    ruling = gone_on(ROUTE, (STEPS, "还有两万人的心率"), TODAY)
    assert ruling is not None
    assert {of.row.id for of in ruling.each} == {
        "national-ordinary-contract",
        "national-sensitive-assessment",
    }
