"""A contract that people concluded themselves spares what their data need, and no other."""

from __future__ import annotations

import pytest

from knowledge.answers.own_contracts import NEEDED, OPEN, own_contract
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.knowledge.test_cases import TODAY

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
LEGS = "今年把一千两百个病人的残肢扫描发到冰岛"
FERRY = "旅客买了去大阪的船票，名字电话要发给日本港口，一年二十万人"


@pytest.mark.parametrize(
    "text",
    [
        "病人都是自己来订的，不发过去就做不出来",
        "旅客买了国际机票，名单发给大阪机场",
        "学生报名国外考试，名字发给英国考试机构",
        "求职的人托我们投国外的职位，不把简历发过去就没法应聘",
        "客人跟我们签了定做合同，要把病历发到冰岛才能做",
        "学员委托我们办加拿大签证，材料得交给使馆",
        "车主找我们订德国原厂配件，不报姓名厂里不给发",
        "为履行和客户本人的合同，必须发给德国厂",
        "The patient orders the leg himself and it can only be built in Iceland from his scan.",
        "Passengers book a ferry with us; the port must be given their names or they cannot board.",
        "Customers ordered shoes and we have to send their scans to the Italian maker",
    ],
)
def test_what_people_ordered_needs_their_data(text: str) -> None:
    """Deeds of their own, in any trade."""
    assert own_contract(normalise(text)) == NEEDED


@pytest.mark.parametrize(
    "text",
    [
        "会员买了我们的衣服，名字电话发给美国总部做分析",
        "买过我们家具的客户，名字电话发给德国总部",
        "旅客买了国际机票，名字发给德国广告公司做推广",
        "我们和冰岛的厂签了合同，要把病人的扫描发过去",
        "客户公司跟我们签了合同，要把他们会员的名字发到德国",
        "我们自己订了德国的软件，会员的名字要传过去才能用",
        "会员的名字必须发给美国母公司",
        "病人没有跟我们签合同，扫描必须发到冰岛",
        "不是病人自己订的，扫描必须发到冰岛的厂",
        "We have a contract with a US firm and must send the names of our members.",
    ],
)
def test_what_serves_others_is_no_such_contract(text: str) -> None:
    """Nor is a contract of two companies."""
    assert own_contract(normalise(text)) == ""


def test_a_need_that_is_not_told_is_asked_for() -> None:
    """Both results are told, with the question that parts them."""
    text = "客人自己订的，名字电话今年二十万人发给日本总部，要签标准合同吗"
    assert own_contract(normalise(text)) == OPEN
    ruling = rule_on(ROUTE, [text], TODAY)
    assert ruling.ask is not None
    assert (ruling.ask.name, ruling.again) == ("purpose", True)
    assert [of.row.id for of in ruling.either] == ["contract", "national-ordinary-contract"]
    after = rule_on(ROUTE, [text, "只是总部要分析"], TODAY).row
    assert after is not None
    assert after.id == "national-ordinary-contract"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((LEGS, "是病人自己跟我们签约订做的，履行这个合同非发不可"), "contract"),
        ((LEGS, "病人自己下的单，不发就做不出来"), "contract"),
        ((LEGS,), "national-sensitive-contract"),
        ((FERRY,), "contract"),
        ((FERRY, "还想拿去做分析"), "national-ordinary-contract"),
        ((FERRY, "没有跟他们签合同"), "national-ordinary-contract"),
    ],
)
def test_it_may_be_told_later(texts: tuple[str, ...], row: str) -> None:
    """And is taken away by a use of one's own."""
    ruled = rule_on(ROUTE, texts, TODAY).row
    assert ruled is not None
    assert ruled.id == row
