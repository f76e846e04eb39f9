"""What answers the question that a decision table asked back."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.menu_places import place_in
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.table_words import stated
from knowledge.answers.tables import Ruling
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

TABLES = shipped_pack().all(DecisionTable)
TRADE = TABLES["table.forbidden-data"]
DAY = date(2026, 11, 22)


def after(question: str, *texts: str, table: DecisionTable = TRADE) -> Ruling | None:
    return gone_on(table, [question, *texts], DAY)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("14", 14),
        ("就第12个吧", 12),
        ("选10", 10),
        ("第十一项", 11),
        ("最后那个", -1),
        ("option 12", 12),
        ("number 3 please", 3),
        ("the 11th one", 11),
        ("the second one", 2),
        ("the last one", -1),
        ("14岁以下", 0),
        ("12 people", 0),
        ("第14条怎么说", 0),
    ],
)
def test_a_place_alone_is_picked(text: str, place: int) -> None:
    """Of two digits as well; what counts or names something else picks nothing."""
    assert place_in(text) == place


def test_each_place_of_a_long_menu_is_its_own_choice() -> None:
    """Fourteen is no age of a child, whose label has that figure."""
    kinds = TRADE.inputs[0].values
    for place, value in enumerate(kinds, 1):
        ruling = after("我手上的这种数据能不能交易？", str(place))
        assert ruling is not None
        assert ruling.slots["kind"] == value
        assert ruling.row is not None or ruling.ask is not None


def test_a_place_behind_the_end_is_asked_again() -> None:
    """It picks nothing, and is no question of its own."""
    ruling = after("我手上的这种数据能不能交易？", "15")
    assert ruling is not None
    assert ruling.again
    assert "kind" not in ruling.slots


def test_what_holds_for_every_answer_is_not_asked() -> None:
    """State secrets may not be sold, authorised or not."""
    ruling = after("我手上的这种数据能不能交易？", "国家秘密")
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == "secret"


SOLD = "客户的电话号码能卖吗"
ROUTE = TABLES["table.cross-border-route"]
ABROAD = "客户数据要传给德国总部"


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("没有，就加了个微信", "none"),
        ("没有，只签过服务协议", "none"),
        ("没人同意过", "none"),
        ("都没签过字，也没签过协议", "none"),
        ("没签过同意书", "none"),
        ("nobody agreed, it is our own list", "none"),
        ("we never asked anyone", "none"),
        ("they have not given consent", "none"),
        ("有的", "authorised"),
        ("有，每个人都签了授权书", "authorised"),
        ("注册时勾选同意了的", "none"),
        ("只签了服务协议", "none"),
        ("在注册页面单独弹窗单独同意了的", "authorised"),
        ("yes, all of them signed a consent form", "authorised"),
        ("it's fully anonymised", "anonymised"),
    ],
)
def test_an_answer_in_own_words_with_its_reason(text: str, treatment: str) -> None:
    """What stands behind a yes or a no tells why, and takes nothing back."""
    ruling = after(SOLD, text)
    assert ruling is not None
    assert ruling.slots["treatment"] == treatment


@pytest.mark.parametrize(
    "text",
    [
        "打过码了",
        "都打码了",
        "没有，但是都脱敏了",
        "没有，名字删了",
        "there is a service contract",
        "we removed the names",
    ],
)
def test_what_goes_into_the_question_without_deciding_it(text: str) -> None:
    """Masked is not anonymised, and a contract may hold a consent or not: it is asked again, or not
    taken for an answer."""
    ruling = after(SOLD, text)
    assert ruling is None or (ruling.again and "treatment" not in ruling.slots)


@pytest.mark.parametrize(
    "text", ["匿名化是什么意思", "同意书怎么写", "what is a consent form", "谢谢"]
)
def test_a_question_is_no_answer(text: str) -> None:
    """It is answered as such; the question back stays open."""
    assert after(SOLD, text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("names, phone and where the car drive", "sensitive"),
        ("e-mail and location of the users", "sensitive"),
        ("姓名、电话、车开到哪", "sensitive"),
        ("名字和行程，还有护照号", "sensitive"),
        ("姓名电话邮箱", "ordinary"),
        ("没有，就是姓名和电话", "ordinary"),
        ("only names, job titles and departments", "ordinary"),
    ],
)
def test_a_list_of_fields_follows_the_strictest(text: str, kind: str) -> None:
    """Where somebody goes is sensitive, whatever stands beside it."""
    ruling = after(ABROAD, text, table=ROUTE)
    assert ruling is not None
    assert ruling.slots["kind"] == kind


@pytest.mark.parametrize(
    "text", ["姓名、护照号", "names and passport numbers", "电话和通话录音", "email, salary"]
)
def test_a_list_with_an_unknown_field_is_asked_again(text: str) -> None:
    """The field that is not known may be the sensitive one."""
    ruling = after(ABROAD, text, table=ROUTE)
    assert ruling is not None
    assert ruling.again
    assert ruling.row is None


@pytest.mark.parametrize(
    "text",
    [
        "2吧，充值记录应该算？里面还有未成年",
        "2，有14岁以下的",
        "2, some of them are children",
        "选2，有孩子",
    ],
)
def test_a_place_with_a_reason_is_no_figure(text: str) -> None:
    """The number of people that was told stays; what is said besides is read as well."""
    ruling = after("8万人的个人信息出境", text, table=ROUTE)
    assert ruling is not None
    assert ruling.slots == {"kind": "sensitive", "people": "80000"}


def test_a_place_against_its_own_reason_is_asked_again() -> None:
    """Who picks the kind without sensitive data and names faces is asked once more."""
    ruling = after("8万人的个人信息出境", "3，里面有人脸", table=ROUTE)
    assert ruling is not None
    assert ruling.row is None
    assert ruling.ask is not None
    assert ruling.ask.name == "kind"


@pytest.mark.parametrize("text", ["2吧，里面有未成年", "2，有人脸", "1吧", "14", "option 2"])
def test_a_place_is_no_figure_wherever_it_stands(text: str) -> None:
    """With no menu before it as well; a figure with its unit, or a long one, is one."""
    assert "people" not in stated(ROUTE, text)
    assert stated(ROUTE, "2个人，有人脸")["people"] == "2"
    assert stated(ROUTE, "那3000呢")["people"] == "3000"


def test_a_bare_place_changes_no_figure() -> None:
    """After the ruling a place picks what was told, not another number of people."""
    ruling = after("8万人的个人信息出境", "敏感个人信息", "1", table=ROUTE)
    assert ruling is None or ruling.slots["people"] == "80000"


def test_clauses_on_other_inputs_are_no_fields_of_the_data() -> None:
    """What is told of the number and the operator leaves the kind decided."""
    text = "普通的个人信息，当年累计五十万人，我们不是关基"
    ruling = after("我们想把客户数据给国外公司", text, table=ROUTE)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.slots["kind"] == "ordinary"
