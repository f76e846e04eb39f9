"""A part of the people of a case has a kind and a number of its own."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.tables import Ruling, rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
DAY = date(2026, 11, 22)
WHOLE = "40万人的普通个人信息要传到国外"


def after(*texts: str) -> Ruling:
    """The ruling after further texts on the whole case."""
    ruling = gone_on(ROUTE, [WHOLE, *texts], DAY)
    assert ruling is not None
    return ruling


def row(ruling: Ruling) -> str:
    return ruling.row.id if ruling.row is not None else ""


@pytest.mark.parametrize("text", ["其中有婴儿的信息", "名单里也有病历", "一部分是定位数据"])
def test_a_part_without_a_number_is_asked_how_many_it_is(text: str) -> None:
    """The number of the whole is not that of the part."""
    ruling = after(text)
    assert row(ruling) == ""
    assert ruling.ask is not None
    assert ruling.ask.name == "people"


def test_a_part_has_a_ruling_and_the_rest_keeps_its_own() -> None:
    """Both are told."""
    ruling = after("里面有200人的人脸")
    assert row(ruling) == "national-sensitive-contract"
    assert ruling.rest is not None
    assert ruling.rest.id == "national-ordinary-contract"


@pytest.mark.parametrize("text", ["按不含敏感的算", "就当不敏感的看"])
def test_a_part_of_the_same_kind_changes_nothing(text: str) -> None:
    """The number of the whole holds again, not that of the part."""
    ruling = after("里面还有900人的身份证", text)
    assert row(ruling) == "national-ordinary-contract"
    assert ruling.slots["people"] == "400000"


def test_what_names_the_whole_goes_on_with_it() -> None:
    """So does what changes something else than the part."""
    assert row(after("里面有900人的身份证", "要是一共150万人呢")) == "national-ordinary-assessment"
    assert row(after("里面有900人的身份证", "在临港，是其他行业")) == "zone-other-ordinary-contract"


def test_a_number_that_does_not_matter_is_not_asked() -> None:
    """Of a small whole each part has the same ruling."""
    ruling = gone_on(ROUTE, ["2000人的普通个人信息要传到国外", "里面有小孩"], DAY)
    assert ruling is not None
    assert row(ruling) == "national-sensitive-contract"
    assert ruling.rest is not None
    assert ruling.rest.id == "national-ordinary-exempt"


def test_another_kind_of_the_whole_keeps_the_number() -> None:
    """Nothing says that it is a part."""
    assert row(after("是敏感的")) == "national-sensitive-assessment"


@pytest.mark.parametrize(
    "text",
    [
        "培训班25万学员，有些是十二岁的小学生，资料存在首尔",
        "平台20万用户，其中有未成年人，数据要给伦敦",
        "会员40万人的名单要给东京，里面有孩子",
        "We have 300,000 subscribers and some of them are minors; the data go to Berlin.",
        "350,000 users in all, a few of the users are patients, stored in Sydney",
    ],
)
def test_the_number_of_all_is_not_that_of_a_part(text: str) -> None:
    """A text that tells how many there are in all, and of a part that it is of a stricter kind, is
    asked how many that part is: taking all for it once ruled an assessment on a few children."""
    ruling = rule_on(ROUTE, [text], DAY)
    assert ruling.ask is not None
    assert ruling.ask.name == "people"
    assert ruling.whole is not None
    assert ruling.whole["kind"] == "ordinary"


@pytest.mark.parametrize(
    ("texts", "part", "rest"),
    [
        (("25万学员里有3000个小孩，资料存在首尔",), "sensitive-contract", "ordinary-contract"),
        (
            ("20万用户，其中有未成年人，数据要给伦敦", "未成年的两万"),
            "sensitive-assessment",
            "ordinary-contract",
        ),
        (
            ("20万用户要给伦敦，有的是儿童", "总共20万，不满14岁的5000个，其余的是成年人"),
            "sensitive-contract",
            "ordinary-contract",
        ),
        (
            ("130万用户要给伦敦，其中不到14岁的5000个",),
            "sensitive-contract",
            "ordinary-assessment",
        ),
        (
            ("Some of our 90,000 users are kids; all data go to Tokyo.", "about 700"),
            "sensitive-contract",
            "ordinary-exempt",
        ),
    ],
)
def test_both_numbers_are_ruled_on(texts: tuple[str, ...], part: str, rest: str) -> None:
    """That of the part and that of all."""
    ruling = rule_on(ROUTE, texts, DAY)
    assert row(ruling) == f"national-{part}"
    assert ruling.rest is not None
    assert ruling.rest.id == f"national-{rest}"


@pytest.mark.parametrize(
    "text",
    [
        "30万患者的病历要给波士顿，其中有些是未成年人",
        "8万儿童的资料给巴黎",
        "把8万名患者的姓名、病历给巴黎，里面有诊断",
    ],
)
def test_a_whole_of_the_stricter_kind_is_no_mixture(text: str) -> None:
    """Where all are of it, or what is told of are fields of each, the number is that of all."""
    ruling = rule_on(ROUTE, [text], DAY)
    assert row(ruling) == "national-sensitive-assessment"
    assert ruling.rest is None


def test_a_new_case_leaves_the_mixture_behind() -> None:
    """Who then tells another whole case is not told of the rest of the first."""
    texts = ["25万学员里有3000个小孩，资料存在首尔", "800人的银行卡号要给伦敦呢"]
    assert rule_on(ROUTE, texts, DAY).rest is None
