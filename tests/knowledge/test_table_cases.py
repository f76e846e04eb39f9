"""Cases that are told without figures, and visitors who do not know what a table asks."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.ruling_ends import left_open
from knowledge.answers.table_asked import triggered
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

CROSSING = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TABLES = list(shipped_pack().all(DecisionTable).values())
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "客户数据给国外公司",
        "把用户资料发给美国总部",
        "海外母公司要看我们员工信息",
        "会员名单同步到新加坡的服务器可以吗",
        "德国同事要查我们的客户档案",
        "患者的检查报告寄给境外医院会诊",
        "我们的简历资料存在欧洲的云上行不行",
        "5万客户资料发给法国的母公司要不要申报",
        "车主的行驶轨迹要给日本总公司，走什么流程",
        "把门店监控录像传给英国总部怎么申报",
        "Can our overseas headquarters access our staff records?",
        "Our French parent wants the drivers' GPS tracks, what is the procedure?",
        "We want to share customer data with a German company",
        "May we bring our members' records home to Porto when the shop closes?",
        "Can we hand over the guest lists to the new owner in Houston?",
        "Our engineers carry test drive footage to Gothenburg",
        "How do we move our tenants' personal data to the US?",
        "我们撤店，会员资料能带去里斯本吗",
    ],
)
def test_a_case_is_known_by_whose_what_and_where(question: str) -> None:
    """However it is said, whose data is given abroad is the table's matter, figures or none."""
    table = triggered(TABLES, question)
    assert table is not None
    assert table.id == CROSSING.id
    ruling = rule_on(table, [question], TODAY)
    assert ruling.ask is not None or ruling.row is not None


@pytest.mark.parametrize(
    "question",
    [
        "客户数据给国外公司会被罚多少",
        "把用户资料卖给美国公司",
        "国外公司给我们用户数据",
        "我想看国外数据交易所的用户资料",
        "客户数据不给国外公司",
        "客户数据给上海的公司",
        "给国外公司客户资料要准备什么材料",
        "谁把员工信息给了海外母公司",
        "海外母公司的员工很多",
        "How much does it cost to send customer data abroad?",
    ],
)
def test_what_asks_for_something_else_is_no_case(question: str) -> None:
    """A fine, a price, data that come in, what is denied: the table stays silent."""
    assert triggered(TABLES, question) is None


def test_who_does_not_know_is_told_what_may_hold() -> None:
    """Not knowing is an answer: the next input is asked, then all that may hold is told, what is
    in force first; what was not known may still be said."""
    asked = rule_on(CROSSING, ["客户数据给国外公司", "不知道"], TODAY)
    assert asked.ask is not None
    assert (asked.ask.name, asked.unsure) == ("people", ("kind",))
    for answer in ("不清楚", "这个我也说不准", "不知道有多少人", "no idea"):
        open_ruling = rule_on(CROSSING, ["客户数据给国外公司", "不知道", answer], TODAY)
        assert open_ruling.row is None
        assert open_ruling.ask is None
        assert len(open_ruling.possible) > 1
        assert [r for r in open_ruling.possible if r.valid_to is not None] == []
    few = rule_on(CROSSING, ["客户数据给国外公司", "不清楚", "5万人"], TODAY)
    assert {r.id for r in few.possible} == {
        "national-ordinary-exempt",
        "national-sensitive-assessment",
    }
    said = rule_on(CROSSING, ["客户数据给国外公司", "不清楚", "5万人", "是敏感的"], TODAY)
    assert said.row is not None
    assert said.row.id == "national-sensitive-assessment"


def test_old_rows_are_told_only_of_their_days() -> None:
    """Asked of 2023, the rules of then may hold, and none of today."""
    then = rule_on(CROSSING, ["客户数据给国外公司", "不知道", "5万人"], date(2023, 7, 1))
    assert then.possible
    assert {r.valid_to for r in then.possible} == {date(2024, 3, 21)}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("物业把业主的电话号码卖给中介", "personal"),
        ("停车场的车牌记录可以出售吗", "personal"),
        ("诊所想把病历卖给保险公司", "sensitive"),
        ("这套人脸照片能挂牌吗", "sensitive"),
        ("托管班要卖小学生的家庭住址", "minors"),
        ("Can we sell licence plate records to an advertiser?", "personal"),
    ],
)
def test_a_sale_of_what_may_not_be_traded_is_a_case(question: str, kind: str) -> None:
    """What it is stands in the text; how it was come by is asked."""
    table = triggered(TABLES, question)
    assert table is not None
    assert table.id == "table.forbidden-data"
    ruling = rule_on(table, [question], TODAY)
    assert ruling.slots["kind"] == kind
    assert ruling.ask is not None
    assert ruling.ask.name == "treatment"
    told = rule_on(table, [question, "未经本人同意"], TODAY)
    assert told.row is not None
    assert told.row.weight == "bad_news"


@pytest.mark.parametrize(
    "question",
    [
        "卖业主电话号码会判几年",
        "我的手机号被人卖了找谁投诉",
        "卖方要留手机号吗",
        "病历怎么出境",
        "你们的客服手机号有没有",
        "Do you have a phone number for the service desk?",
    ],
)
def test_a_penalty_a_complaint_or_the_desks_own_number_is_no_sale(question: str) -> None:
    table = triggered(TABLES, question)
    assert table is None or table.id != "table.forbidden-data"


def test_who_wishes_to_get_such_data_is_told_all_that_may_hold() -> None:
    """A buyer cannot know how the data were come by."""
    question = "有没有宝妈手机号的数据包"
    table = triggered(TABLES, question)
    assert table is not None
    ruling = left_open(rule_on(table, [question], TODAY), question, TODAY)
    assert ruling.ask is None
    assert len(ruling.possible) > 1
    assert "bad_news" in {row.weight for row in ruling.possible}
    selling = "我的宝妈手机号能卖吗"
    asking = rule_on(table, [selling], TODAY)
    assert left_open(asking, selling, TODAY) == asking


@pytest.mark.parametrize(
    "question",
    [
        "30万人的个人信息要做安全评估吗",
        "8万人的个人信息，签标准合同就行吗",
        "security assessment for 300,000 people's personal information",
        "Is the standard contract enough for 80,000 people's personal data?",
    ],
)
def test_the_name_of_a_route_with_a_figure_is_its_tables(question: str) -> None:
    """In both languages, where nobody says that the data go abroad."""
    table = triggered(TABLES, question)
    assert table is not None
    assert table.id == CROSSING.id


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("none of it sensitive", "ordinary"),
        ("none of the data is sensitive", "ordinary"),
        ("it isn't sensitive", "ordinary"),
        ("it does not include any sensitive data", "ordinary"),
        ("sensitive data is not included", "ordinary"),
        ("敏感的没有", "ordinary"),
        ("不涉及敏感信息", "ordinary"),
        ("some of it sensitive", "sensitive"),
        ("not all of it is sensitive", "sensitive"),
        ("敏感的没有加密", "sensitive"),
        ("without health data", "sensitive|ordinary"),
        ("有没有敏感的还要查", "sensitive|ordinary"),
    ],
)
def test_a_kind_is_denied_before_or_behind_its_word(told: str, kind: str) -> None:
    """Only the word for the kind rules it out; one example denied leaves it open."""
    opening = "we send personal information of 50000 customers abroad, "
    assert rule_on(CROSSING, [opening + told], TODAY).slots["kind"] == kind


@pytest.mark.parametrize(
    "correction",
    [
        "更正，是其中有300人的银行账号",
        "其中300人有银行卡号",
        "其中300人有行踪轨迹",
        "其中有300人信教，登记了宗教信仰",
        "其中300人是未满14周岁的孩子",
        "actually 300 of them have bank accounts",
        "300 of them are kids under 14",
    ],
)
def test_what_the_law_names_is_sensitive(correction: str) -> None:
    """The kinds that the law names, in everyday words, for as many people as are told now."""
    first = "当年累计向境外提供了12万人的普通个人信息，没有敏感的，走什么路径"
    ruling = rule_on(CROSSING, [first, correction], TODAY)
    assert (ruling.slots["kind"], ruling.slots["people"]) == ("sensitive", "300")
    assert ruling.row is not None
    assert ruling.row.id == "national-sensitive-contract"


def test_what_an_answer_leaves_open_is_asked_in_other_words() -> None:
    """An ID number decides no kind: the second asking is marked, and a reading concludes."""
    texts = ["出境要不要备案 5万人"]
    assert not rule_on(CROSSING, texts, TODAY).again
    texts.append("有身份证号")
    asked = rule_on(CROSSING, texts, TODAY)
    assert asked.again
    assert asked.ask is not None
    assert asked.ask.ask_again not in ("", asked.ask.ask)
    assert rule_on(CROSSING, [*texts, "按不含敏感"], TODAY).row is not None


@pytest.mark.parametrize("question", ["身份证号算敏感信息吗", "这算不算敏感的", "is it sensitive?"])
def test_asking_whether_it_is_so_chooses_nothing(question: str) -> None:
    """A visitor who asks whether it is sensitive has not said that it is."""
    ruling = rule_on(CROSSING, ["5万人的个人信息出境要备案吗", question], TODAY)
    assert ruling.row is None
    assert ruling.again


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("注册在新片区", "inside"),
        ("在临港办公", "inside"),
        ("不在新片区", "outside"),
        ("在徐汇", None),
    ],
)
def test_the_zone_is_read_by_any_of_its_names(place: str, zone: str | None) -> None:
    """Whose crew data is judged by the zone's list says so in many ways."""
    ruling = rule_on(CROSSING, [f"我们{place}，今年给境外传了12万名船员的敏感个人信息"], TODAY)
    assert ruling.slots.get("zone") == zone


FACES = "我们要把20万人的人脸数据传到新加坡"


def kind_of(*texts: str) -> tuple[str, str]:
    """The kind of data that a ruling on texts goes by, and what it holds against the last."""
    ruling = rule_on(CROSSING, texts, TODAY)
    return ruling.slots["kind"], ruling.despite


@pytest.mark.parametrize("denial", ["不含敏感的", "都是非敏感的", "none of it is sensitive"])
def test_a_kind_that_was_named_is_not_denied_by_its_heading(denial: str) -> None:
    """Who speaks of faces and then denies that anything is sensitive is held to the faces."""
    assert kind_of(FACES, denial) == ("sensitive", "人脸")
    assert kind_of(FACES, denial, "那3000人呢") == ("sensitive", "人脸")


def test_what_is_taken_back_by_name_is_taken_back() -> None:
    """So is data in whose place other data is named, and what was never more than the heading."""
    assert kind_of(FACES, "不含敏感的", "不含人脸") == ("ordinary", "")
    assert kind_of(FACES, "换成手机号，不含敏感的") == ("ordinary", "")
    assert kind_of("2万人的敏感个人信息传到国外", "不含敏感的") == ("ordinary", "")
    assert kind_of("30万人的手机号传到日本", "不含敏感的") == ("ordinary", "")


@pytest.mark.parametrize(
    "question",
    [
        "What approvals do we need to ship the archive files to Oslo?",
        "We move the records to our owner in Osaka. Which procedure do we need?",
        "档案要搬到里昂总部，要办什么手续",
    ],
)
def test_the_way_to_go_is_asked_of_data_that_nobody_owns_yet(question: str) -> None:
    """Whose they are is what the table asks for."""
    table = triggered(TABLES, question)
    assert table is CROSSING
    assert rule_on(CROSSING, [question], TODAY).ask is not None


@pytest.mark.parametrize(
    "question",
    [
        "Is the used car trade in Shanghai listed anywhere with customer data to send?",
        "How long does it take until our records are sent to Oslo?",
        "When is the customer data law of Germany in force?",
    ],
)
def test_another_matter_is_no_case(question: str) -> None:
    """The used cars are not in the US; a time and a date are other questions."""
    assert triggered(TABLES, question) is not CROSSING


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("Can we send 900 employees' names and emails to Oslo?", True),
        ("Can we send the names and emails of 900 customer service employees to Oslo?", True),
        ("Can we send 900 employee and customer names and emails to Oslo?", False),
        ("员工和会员的姓名都传到奥斯陆，900人", False),
        ("900名员工的姓名传到奥斯陆", True),
    ],
)
def test_what_spares_staff_spares_no_customers(text: str, spared: bool) -> None:
    """Who named both was told that nothing is needed for either."""
    row = rule_on(CROSSING, [text], TODAY).row
    assert (row is not None and row.id == "employees") is spared


@pytest.mark.parametrize(
    ("question", "table", "row"),
    [
        ("2023年2月国家秘密可以卖吗", "forbidden-data", "security-before-2026-07"),
        ("2021年4月，偷来的名册能不能挂牌", "forbidden-data", "illegal-source-2021"),
        ("2024年2月别家公司的数据没有授权能卖吗", "forbidden-data", "unauthorised-before-2026-07"),
        ("2025年2月能交易重要数据吗", "forbidden-data", "important-before-2026-07"),
        ("2022年4月没有同意的电话号码能卖吗", "forbidden-data", "personal-none-before-2026-07"),
        ("2024年2月换脸视频要加标识吗", "ai-labelling", "edited-face-voice-2023"),
        ("换脸的视频，要不要标识", "ai-labelling", "edited-face-voice"),
    ],
)
def test_a_case_of_an_earlier_day_is_ruled_on(question: str, table: str, row: str) -> None:
    """A kind that is called by its name is the table's, and the row is that of the day."""
    found = triggered(TABLES, question)
    assert found is not None
    assert found.id == f"table.{table}"
    ruled = rule_on(found, [question], TODAY).row
    assert ruled is not None
    assert ruled.id == row


@pytest.mark.parametrize(
    "question",
    [
        "换脸视频不加标识罚多少",
        "换脸视频的标识要停几秒吗",
        "换脸视频好看吗",
        "广州有没有规定不许用偷来的数据",
    ],
)
def test_what_else_is_asked_of_a_named_kind_is_no_case(question: str) -> None:
    """A fine, a measure, a rule elsewhere, or no label at all: the tables stay silent."""
    assert triggered(TABLES, question) is None


@pytest.mark.parametrize(
    "text",
    [
        "客户电话和名字，没问过他们本人，我打包卖给同行行不行？",
        "会员手机号从来没跟人家说过要卖，现在能挂牌吗",
        "We never asked the customers, can we sell their phone numbers?",
    ],
)
def test_who_never_asked_has_no_consent(text: str) -> None:
    """Nobody was asked: the table does not ask whether somebody agreed."""
    table = triggered(TABLES, text)
    assert table is not None
    ruling = rule_on(table, [text], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == "personal-none"
