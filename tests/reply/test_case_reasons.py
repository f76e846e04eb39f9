"""A reason that waives the procedures holds of the data that it was told of, and of no other."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.table_asked import triggered
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import ROUTE, STAFF, STAFF_ENGLISH, talk

TRAVEL = "我们给旅客订境外酒店，要把姓名、手机号传过去，900人，为订酒店用，要申报吗"
SENSITIVE = "national-sensitive-contract"


@pytest.mark.parametrize(
    "texts",
    [
        (TRAVEL, "那旅客的体检报告呢，两千人"),
        (TRAVEL, "那他们的就诊记录也传，三千份，怎么办"),
        (STAFF_ENGLISH, "What about the medical records of 400 customers?"),
        (TRAVEL, "还有信用卡截图呢，一千二百人的"),
    ],
)
async def test_other_data_are_ruled_on_without_the_reason(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """What was told of the first says nothing of the second."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("table.cross-border-route", SENSITIVE)


@pytest.mark.parametrize("more", ["总共四百来人，有入职体检报告", "两百人，里面还有指纹打卡"])
async def test_what_is_in_the_same_data_keeps_the_reason(prepared: Prepared, more: str) -> None:
    """An entry told of it first; that they hold sensitive data makes them no other data."""
    heard = await talk(prepared, "员工资料要发给荷兰总公司", more)
    assert heard.done.entries == ("table.cross-border-route", "employees")


async def test_the_reason_that_is_not_counted_is_named(prepared: Prepared) -> None:
    """Who needs it for the other data as well can say so, and is then ruled on with it."""
    other = "那旅客的体检报告呢，两千人"
    heard = await talk(prepared, TRAVEL, other)
    assert "为本人订立履行合同" in heard.text
    heard = await talk(prepared, TRAVEL, other, "这个也是订酒店必需的，为了履行合同")
    assert heard.done.entries == ("table.cross-border-route", "contract")


async def test_the_same_data_in_another_number_keep_the_reason_by_name(prepared: Prepared) -> None:
    """It is told that this is taken for granted."""
    heard = await talk(prepared, TRAVEL, "那两万人呢")
    assert heard.done.entries == ("table.cross-border-route", "contract")
    assert "出境原因：为本人订立履行合同" in heard.text


async def test_a_reason_of_a_part_leaves_the_rest_as_it_was(prepared: Prepared) -> None:
    """Both are told, and what comes next is no longer that part."""
    whole = "要把30万国内买家的姓名、手机号传到日本的服务器，走哪条路？"
    part = "当中履行合同用得上的那部分，能免吗"
    heard = await talk(prepared, whole, part)
    assert heard.done.entries == ("table.cross-border-route", "contract")
    assert "标准合同和认证里选一样" in heard.text
    heard = await talk(prepared, whole, part, "那要是全部40万人呢")
    assert heard.done.entries == ("table.cross-border-route", "national-ordinary-contract")


def test_a_part_with_a_number_of_its_own_lets_nobody_else_go() -> None:
    """The rest is ruled on with the number of the whole."""
    ruling = rule_on(ROUTE, ["50万买家的手机号传到巴黎，其中2000人的是履行合同必需的"], DAY)
    assert ruling.row is not None
    assert ruling.rest is not None
    assert (ruling.row.id, ruling.rest.id) == ("contract", "national-ordinary-contract")


@pytest.mark.parametrize(
    "text",
    [
        "这些并非每笔都用得上，走哪条？",
        "就当没有豁免的情形，该走哪条",
        "按不能豁免的来看呢",
        "其实这批数据和履行合同没有关系",
        "豁免用不上的，怎么办",
        "这些不都是履行合同必需的",
        "Suppose we are not exempt. Which route is it?",
        "These fields are not strictly necessary for that.",
    ],
)
async def test_who_denies_the_waiver_is_ruled_on_without_it(prepared: Prepared, text: str) -> None:
    """The facts of the case stay."""
    heard = await talk(prepared, STAFF, text)
    assert heard.done.entries == ("table.cross-border-route", SENSITIVE)


@pytest.mark.parametrize(
    "text",
    [
        "有没有豁免的情形",
        "难道没有豁免吗",
        "能不能按合同豁免",
        "标准合同不是必需的",
        "不是每个客户都要签合同",
        "数据是不免费的",
        "没有必要再签认证合同",
        "为什么不能免",
        "Is there no exemption?",
        "A security assessment is not necessary",
        "It is not necessary to sign anything",
    ],
)
def test_what_denies_no_waiver_states_no_reason(text: str) -> None:
    """Neither does who asks, or speaks of the procedures themselves."""
    assert "purpose" not in stated(ROUTE, text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("敏感个人信息，九千人，今年的。走哪条？", SENSITIVE),
        (
            "重说一次，没有任何豁免：敏感个人信息，两万人。该走哪条路",
            "national-sensitive-assessment",
        ),
        (
            "Sensitive personal information of 3,000 people in the calendar year. Which route?",
            SENSITIVE,
        ),
    ],
)
async def test_who_tells_all_and_asks_for_the_way_is_ruled_on(
    prepared: Prepared, text: str, row: str
) -> None:
    """Whatever was spoken of before."""
    for before in ((), ("挂牌要交哪些材料？",), (STAFF,)):
        heard = await talk(prepared, *before, text)
        assert heard.done.entries == ("table.cross-border-route", row)


@pytest.mark.parametrize(
    "text", ["两千人走哪条地铁线", "敏感个人信息写在哪条法律里，罚多少", "敏感个人信息走哪条路"]
)
def test_who_tells_less_asks_no_table(text: str) -> None:
    """A number or a kind alone is no case."""
    assert triggered([ROUTE], text) is None


@pytest.mark.parametrize(
    "text",
    [
        "这些不就是重要数据吗？",
        "是否已经算作重要数据",
        "这不是敏感信息吗？",
        "Aren't those important data by law?",
        "Wouldn't this be considered important data?",
    ],
)
def test_a_question_states_no_kind(text: str) -> None:
    """Nor does it deny one, which would be lighter."""
    assert "kind" not in stated(ROUTE, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("这批就是重要数据", "important"),
        ("要传的是敏感个人信息可以吗", "sensitive"),
        ("This is important data.", "important"),
        ("We send health records, is that fine?", "sensitive"),
        ("这不是敏感信息", "ordinary"),
    ],
)
def test_a_statement_does(text: str, kind: str) -> None:
    """Whatever it asks besides."""
    assert stated(ROUTE, text)["kind"] == kind


async def test_what_is_asked_is_no_fact_of_the_case(prepared: Prepared) -> None:
    """What was asked back stays open, and can still be answered."""
    case = "We want to send footage from our test drivers' cameras to the lab in Osaka. May we?"
    doubt = "Roads and crossings, all of it. Isn't this important data?"
    heard = await talk(prepared, case, doubt)
    assert "important" not in heard.done.entries
    heard = await talk(prepared, case, doubt, "Sensitive personal information")
    assert heard.done.outcome == "clarify"
    assert heard.done.entries == ("table.cross-border-route",)


async def test_copies_count_no_people(prepared: Prepared) -> None:
    """So many prints may be of anybody: how many people is asked."""
    heard = await talk(prepared, TRAVEL, "那旅客的病历照片呢，五千张")
    assert heard.done.outcome == "clarify"
    heard = await talk(prepared, TRAVEL, "那旅客的身份证相片呢，六千张", "敏感个人信息")
    assert heard.done.outcome == "clarify"
    heard = await talk(prepared, TRAVEL, "那旅客的病历照片呢，五千张", "一共两千人")
    assert heard.done.entries == ("table.cross-border-route", SENSITIVE)


CRUISE = "五万名乘客的健康申报要传给釜山的母港，要办什么手续"
CRUISE_ENGLISH = "We send the medical records of 30,000 travellers to Paris. What do we have to do?"


@pytest.mark.parametrize(
    ("case", "text"),
    [
        (CRUISE, "可票是他们自己订的，这些是履约所需，不是可以免吗"),
        (CRUISE, "这个传输是为了履行合同，算不算例外？"),
        (
            CRUISE_ENGLISH,
            "But it is needed to perform the contract. Are we exempt?",
        ),
        (CRUISE_ENGLISH, "I mean the contract exemption. Does a flight booking count?"),
    ],
)
async def test_a_reason_that_is_claimed_afterwards_is_ruled_on(
    prepared: Prepared, case: str, text: str
) -> None:
    """The ruling took it for granted that there is none; what it asks for is said with it."""
    heard = await talk(prepared, case, text)
    assert heard.done.entries == ("table.cross-border-route", "contract")
    assert "确需" in heard.text or "really necessary" in heard.text


@pytest.mark.parametrize(
    "texts",
    [
        (CRUISE, "这些是履约所需", "那拿来做营销画像的六万人呢，要评估吗"),
        (
            CRUISE_ENGLISH,
            "It is needed to perform the contract. Are we exempt?",
            "So the bookings are free, and the profiling of 60,000 of them, need the assessment?",
        ),
    ],
)
async def test_marketing_is_no_performance_of_a_contract(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """A question that sums up is ruled on with the number and the purpose that it names."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("table.cross-border-route", "national-sensitive-assessment")


@pytest.mark.parametrize(
    "text", ["签标准合同需要多久？", "Which documents are needed for the contract?"]
)
def test_the_standard_contract_is_no_contract_with_the_person(text: str) -> None:
    """It spares nothing."""
    assert "purpose" not in stated(ROUTE, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("把住客的姓名、手机号、护照号传到罗马，3万人", "sensitive|ordinary"),
        ("names, emails and passport numbers of 30,000 guests go to Rome", "sensitive|ordinary"),
        ("姓名、身份证号和病历，3万人，传到罗马", "sensitive"),
        ("身份证号，按不含敏感的看，3万人", "ordinary"),
        ("住客的姓名、手机号传到罗马，3万人", "ordinary"),
    ],
)
def test_an_identity_number_leaves_the_kind_open(text: str, kind: str) -> None:
    """A name beside it does not make it ordinary: so an export was once ruled to be exempt."""
    assert stated(ROUTE, text)["kind"] == kind
    ruling = rule_on(ROUTE, [text], DAY)
    assert (ruling.ask is not None and ruling.again) is ("|" in kind)


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (
            ("两万名外包工的身份证号和银行卡号发给挪威总部，不是我们的员工", "要不要评估"),
            "national-sensitive-assessment",
        ),
        (
            ("员工家属一万一千人的体检发给英国总部，照集团规章", "要评估吗"),
            "national-sensitive-assessment",
        ),
        (
            ("Bank details of 20,000 agency workers go to Norway, none our staff. Assessment?",),
            "national-sensitive-assessment",
        ),
        (
            ("有劳动规章和集体合同，八百名员工的工资和银行卡号发给德国总部，要申报吗",),
            "employees",
        ),
        (
            ("眼镜连锁，今年给日本六万会员的名字电话", "又加了一批六万，也是名字电话"),
            "national-ordinary-contract",
        ),
    ],
)
async def test_who_are_no_employees_and_what_comes_on_top(
    prepared: Prepared, texts: tuple[str, ...], row: str
) -> None:
    """The waiver for managing employees covers no agency workers and no relatives; a further batch
    of the same kind is added where the kind of the first was left open."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (ROUTE.id, row)
