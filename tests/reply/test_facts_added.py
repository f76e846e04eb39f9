"""What a visitor adds to the case told before: facts of the data, where these are sent, and whether
a new fact changes the answer."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.data_told import data_told
from dialog.reply.facts_added import as_sent, asked_with_fact, sent_abroad, sent_on, told_on
from dialog.reply.question import Exchange
from knowledge.text import normalise
from tests.reply.test_compose import DAY

TURBINES = "We'd like to sell our turbine data"
NOBODY = "It's mostly vibration readings and oil temperatures from gearboxes. No people in it."
MACHINES = "entry.machine-data"
NO_ASSESSMENT = "entry.cross-business-data"
PARTIES = "entry.device-data-parties"


async def talk(prepared: Prepared, *texts: str) -> tuple[str, ...]:
    """The outcome and the documents of the last reply of a conversation."""
    before: tuple[Exchange, ...] = ()
    heard: tuple[str, ...] = ()
    for text in texts:
        done = (await listen(prepared.turn, text, before, DAY)).done
        heard = (done.outcome, *done.entries)
        before = (*before, Exchange(text, done.outcome, done.entries))
    return heard


def _told(*questions: str) -> tuple[Exchange, ...]:
    return tuple(Exchange(q, "answered", ("entry.any",)) for q in questions)


@pytest.mark.parametrize(
    "text",
    [
        f"{NOBODY} Can it be sold?",
        "These are bearing temperatures from lifts, nobody is in them. May we list it?",
        "We log pressure from pumps and ovens. There's no personal information. Can we sell that?",
        "Nothing personal in there, just kiln curves. OK to list them?",
        "主要是齿轮箱的振动读数和油温，没有人的信息，能卖吗",
    ],
)
async def test_machine_readings_are_sold_as_such(prepared: Prepared, text: str) -> None:
    """A fresh visitor's gearboxes were answered as records of customers: no people in it was taken
    for people."""
    assert await talk(prepared, text) == ("answered", MACHINES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Heart rate readings from gym machines. Can it be sold?", "health"),
        ("Readings from patients' insulin pumps. Can we sell them?", "health"),
        ("Lift pass data of our guests, can we sell it?", "people"),
        ("It's mostly repair records of our customers. Can it be sold?", "people"),
        ("There are 300 people in it, and pump readings. Can we sell the data?", "people"),
    ],
)
def test_people_beside_machines_stay_in_the_data(text: str, kind: str) -> None:
    told = data_told(text)
    assert told is not None
    assert told.kind == kind


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (TURBINES, NOBODY),
        ("我们想卖风机数据", "主要是齿轮箱的振动和油温，没有人的信息"),
        (
            "Can we sell our factory's data?",
            "They are all kiln temperatures, nothing about people.",
        ),
        ("泵站的数据能卖吗", "里面就是水泵的压力和电流"),
        ("Could we list our quarry machine data?", "It covers about forty crushers since 2018."),
    ],
)
async def test_a_fact_of_the_data_is_no_question_of_its_own(
    prepared: Prepared, first: str, text: str
) -> None:
    assert await talk(prepared, first, text) == ("answered", MACHINES)


@pytest.mark.parametrize(
    "text",
    [
        "Our customers are very happy with us.",
        "It's expensive to run, I know.",
        "Do our customers have to agree?",
        "老板不同意",
    ],
)
def test_other_statements_tell_nothing_of_the_data(text: str) -> None:
    assert told_on(text, _told(TURBINES)) is None


def test_people_told_before_stay_until_they_are_denied() -> None:
    records = _told("我们4S店的客户维修记录能卖吗")
    told = told_on("里面还有设备的温度数据", records)
    assert told is not None
    assert told.kind == "people"
    assert sent_on("能直接传回丹麦总部吗", (*records, *_told("没有人的信息"))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Can I just send it back to our head office in Aarhus?",
        "I mean the gearbox readings. Do we need any permission to send those to Denmark?",
    ],
)
async def test_readings_go_abroad_by_the_rule_for_data_of_nobody(
    prepared: Prepared, text: str
) -> None:
    """Who had told that nobody is in the data was pointed to employees' data."""
    assert await talk(prepared, TURBINES, NOBODY, text) == ("answered", NO_ASSESSMENT)


@pytest.mark.parametrize(
    "text",
    [
        "齿轮箱的振动数据能直接传回丹麦总部吗",
        "注塑机的压力曲线要发给德国母公司，要审批吗",
        "Do we need approval to share oven temperatures with our parent company in Billund?",
    ],
)
async def test_readings_that_are_named_go_abroad_alike(prepared: Prepared, text: str) -> None:
    assert await talk(prepared, text) == ("answered", NO_ASSESSMENT)


@pytest.mark.parametrize(
    "text",
    [
        "客户的维修记录能传给德国总部吗",
        "车况数据能传回德国总部吗",
        "电梯里的摄像头视频，能传给日本总部吗",
        "气象站的数据能发到国外吗",
        "机床数据传到德国总部要多久",
        "机床数据能卖给德国客户吗",
    ],
)
def test_what_is_of_people_or_has_its_own_rules_is_left(text: str) -> None:
    assert sent_on(text, ()) is None


@pytest.mark.parametrize(
    ("town", "abroad"), [("Aarhus", True), ("Esbjerg", True), ("Wuxi", False), ("Suzhou", False)]
)
def test_a_parent_is_abroad_unless_its_town_reads_as_chinese(town: str, *, abroad: bool) -> None:
    text = normalise(f"Can we send it to our head office in {town}?")
    assert sent_abroad(text) is abroad


@pytest.mark.parametrize(
    "texts",
    [
        (
            TURBINES,
            NOBODY,
            "The turbines belong to our customers, not us. Does that change anything?",
        ),
        ("我们想卖风机数据", "风机是客户的，不是我们的，那有影响吗"),
        ("机床数据能卖吗", "设备是租来的，会不会不一样？"),
        ("Can we list our oven temperature data?", "The ovens are leased. Does this matter?"),
        ("机床数据能卖吗", "设备是客户的", "会不会不一样"),
    ],
)
async def test_a_new_fact_is_asked_with_the_question_before(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    assert await talk(prepared, *texts) == ("answered", PARTIES)


async def test_what_a_fact_changes_is_not_made_up(prepared: Prepared) -> None:
    """Of papers that were listed no more is known with the fact: that is said."""
    heard = await talk(prepared, "数据产品挂牌要交哪些材料", "原件丢了，有影响吗")
    assert heard == ("unknown",)


@pytest.mark.parametrize(
    "text",
    [
        "有什么影响吗",
        "个人信息保护法修改了，对我们有什么影响吗",
        "影响评估要做吗",
        "我们有影响力吗",
    ],
)
def test_other_questions_of_an_influence_stand_alone(text: str) -> None:
    assert asked_with_fact(text, _told("数据产品挂牌要交哪些材料")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "cold-store temperature data to New Zealand, no people in it",
        "pollen counts to Spain, nobody in it",
        "boat engine readings to Norway",
        "冷库温度数据传到新西兰，里面没有人",
        "虾塘溶氧数据给越南，没有人的信息",
        "桥梁传感器数据给德国，没有人",
    ],
)
def test_readings_of_nobody_go_abroad_without_a_verb(text: str) -> None:
    """Whatever the trade, and whatever the place."""
    assert sent_on(text, ()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "truck GPS data to Poland, no names",
        "heart rate readings to the US, no names",
        "purchase logs to Spain, no names",
        "地质钻孔数据给加拿大，没有人",
        "sell our kiln readings to Italy",
        "is there data about turbines for Germany",
    ],
)
def test_others_are_not_of_nobody(text: str) -> None:
    """Of people, with rules of their own, for sale, or on offer."""
    assert sent_on(text, ()) is None


def test_a_verb_is_put_to_what_names_none() -> None:
    assert as_sent("customer emails to France") == "we send customer emails to France"
    for text in ("welcome to France", "how do I get data to Germany", "we send names to France"):
        assert as_sent(text) == text
