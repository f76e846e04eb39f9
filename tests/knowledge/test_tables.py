"""Rulings from decision tables: what is stated, assumed, asked, and which row holds."""

from __future__ import annotations

import itertools
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.days import asked_day
from knowledge.answers.table_asked import triggered
from knowledge.answers.table_replies import asks_anew
from knowledge.answers.table_words import stated
from knowledge.answers.tables import Ruling, holds, rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack

ROUTE = small_pack().all(DecisionTable)["table.route"]
TABLES = [ROUTE, *shipped_pack().all(DecisionTable).values()]
CROSSING = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TODAY = date(2026, 11, 22)


def rule(*texts: str, day: date = DAY) -> Ruling:
    return rule_on(ROUTE, texts, asked_day(texts[0], day))


def row(*texts: str) -> str:
    found = rule(*texts).row
    return found.id if found is not None else ""


def crossing(question: str) -> Ruling:
    return rule_on(CROSSING, [question], asked_day(question, TODAY))


def days_of(table: DecisionTable) -> list[date]:
    """One day in each stretch of time in which the same rows hold."""
    starts = {r.valid_from for r in table.rows} | {table.valid_from}
    return sorted(d for d in starts if d is not None) or [TODAY]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.id)
def test_every_combination_hits_exactly_one_row(table: DecisionTable) -> None:
    """For fully stated inputs there is never a hole or an overlap, on any day of validity."""
    choices = [
        [str(n) for n in i.lower] + [str(n - 1) for n in i.lower if n > 0]
        if i.lower
        else list(i.values)
        for i in table.inputs
    ]
    for day in days_of(table):
        for values in itertools.islice(itertools.product(*choices), 20000):
            slots = dict(zip((i.name for i in table.inputs), values, strict=True))
            hit = [r.id for r in table.rows if holds(r, slots, day)]
            assert len(hit) == 1, (day, slots, hit)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_partial_inputs_ask_only_for_what_matters(data: st.DataObject) -> None:
    """A ruling either concludes, or asks for an open input with two values of which lead to
    different rows; what it assumed and does not name would not change its row."""
    table = data.draw(st.sampled_from([ROUTE, CROSSING]))
    day = data.draw(st.sampled_from([*days_of(table), TODAY]))
    sentences: list[str] = []
    for known in table.inputs:
        phrases = [p for ps in known.words.values() for p in ps]
        if known.lower and data.draw(st.booleans()):
            sentences.append(f"{data.draw(st.sampled_from([3, 5000, 99999, 2000000]))}人")
        elif phrases and data.draw(st.booleans()):
            sentences.append(data.draw(st.sampled_from(phrases)))
    ruling = rule_on(table, ["，".join(sentences)], day)
    assert (ruling.row is None) or (ruling.ask is None)
    if ruling.ask is not None:
        open_values = set(ruling.slots.get(ruling.ask.name, "").split("|")) - {""}
        assert len(open_values) != 1
        # What would be assumed is asked for only where it was told in two ways (航运, in the zone),
        # or where the table says so.
        assert not ruling.ask.assume or len(open_values) > 1 or ruling.ask.asked_where
    if ruling.row is not None:
        full = {**{i.name: i.assume for i in table.inputs if i.assume}, **ruling.slots}
        named = {i.name for i in ruling.assumed}
        for known in table.inputs:
            if known.name in ruling.slots or known.name in named or not known.assume:
                continue
            for value in known.values or [str(n) for n in known.lower]:
                other = {**full, known.name: value}
                assert [r.id for r in table.rows if holds(r, other, day)] == [ruling.row.id]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("3000人的特殊名册外送", "special-many"),
        ("三千人的特殊名册外送", "special-many"),
        ("3千人的特殊名册外送", "special-many"),
        ("999人的特殊名册外送", "special-few"),
        ("1000人的特殊名册外送", "special-many"),
        ("不到1000人的特殊名册外送", "special-few"),
        ("十万人的普通名册外送", "plain-many"),
        ("将近10万人的普通名册外送", "plain-few"),
        ("10万多人的普通名册外送", "plain-many"),
        ("9万9千人的普通名册外送", "plain-few"),
        ("不含特殊信息的名册外送，5万人", "plain-few"),
        ("外送名册5万人，没有特殊信息，也不涉密，普通名册", "plain-few"),
        ("外送5万人的普通名册，不含涉密信息", "plain-few"),
        ("外送5万人的名册，没有涉密和特殊内容，普通名册", "plain-few"),
        ("涉密名册外送 5人", "secret"),
        ("特殊名册和涉密名册一起外送，5人", "secret"),
        ("重点单位外送普通名册5人", "role"),
        ("我们不是重点单位，外送普通名册5人", "plain-few"),
        ("2024年3月21日外送5人的普通名册", "old"),
        ("2024年3月22日外送5人的普通名册", "plain-few"),
        ("2024年3月22日以前外送5人的普通名册", "old"),
        ("2023年50人的特殊名册外送", "old"),
    ],
)
def test_rows_by_words_and_numbers(question: str, expected: str) -> None:
    """Numbers in every style, denials, mixtures and days lead to their row."""
    assert row(question) == expected


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("名册外送3个部门", ""),
        ("名册外送给2家公司", ""),
        ("第5个名册外送", ""),
        ("按16号令外送名册", ""),
        ("几万人的名册外送", "10000~99999"),
        ("名册外送，不到1000人", "0~999"),
        ("名册外送，1000人以下", "0~1000"),
        ("名册外送，不超过1000人", "0~1000"),
        ("the register of up to 1000 members goes abroad", "0~1000"),
        ("两三千人的名册外送", "2000~3999"),
        ("1000人到5000人的名册外送", "1000~5000"),
        ("2024年外送名册", ""),
        ("外送500公司员工的名册", "500"),
        ("外送500名会员", "500"),
        ("外送2个名册里的500人", "500"),
        ("outbound, 1 million people", "1000000"),
        ("outbound roll of 5k members", "5000"),
        ("outbound to 3 countries", ""),
    ],
)
def test_only_people_count_as_people(question: str, people: str) -> None:
    """Departments, decrees and years state no number of people; estimates and ranges both ends."""
    assert stated(ROUTE, question).get("people", "") == people


def test_assumptions_are_named_when_they_matter() -> None:
    """What was taken for granted is told where another value would give another row."""
    assert [i.name for i in rule("3000人的特殊名册外送").assumed] == ["role"]
    assert rule("涉密名册外送 5人").assumed == ()
    assert rule("重点单位外送特殊名册5人").assumed == ()


def test_a_missing_input_is_asked_only_when_it_matters() -> None:
    """The kind is asked for where it decides, the number only where it still can."""
    asked = rule("名册外送5人").ask
    assert asked is not None
    assert asked.name == "kind"
    assert row("涉密名册外送") == "secret"
    people = rule("特殊名册外送").ask
    assert people is not None
    assert people.name == "people"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("特殊名册", "special-many"),
        ("不含特殊信息的名册", "plain-few"),
        ("是特殊的", "special-many"),
        ("不含特殊", "plain-few"),
        ("第三个", "plain-few"),
        ("3", "plain-few"),
        ("2", "special-many"),
        ("涉密", "secret"),
        ("没有会员信息。", "none"),
        ("都没有", "none"),
        ("不是涉密名册", ""),
        ("里面是普通名册，不涉及涉密名册", "plain-few"),
        ("名册", ""),
        ("不知道", ""),
        ("9", ""),
    ],
)
def test_going_on_by_label_or_free_words(answer: str, expected: str) -> None:
    """A tapped label, its number or free words answer the question; what is unclear does not."""
    assert row("名册外送3000人", answer) == expected


def test_going_on_over_two_questions() -> None:
    """Each answer belongs to the question that was asked at its point."""
    assert row("名册外送要办什么手续", "特殊名册", "三千") == "special-many"
    assert row("名册外送要办什么手续", "特殊名册，200人") == "special-few"


@pytest.mark.parametrize(
    "text", ["什么是特殊名册？", "特殊名册是什么意思", "特殊名册包括哪些", "what is a special roll"]
)
def test_a_question_of_its_own_is_no_answer(text: str) -> None:
    """A visitor who asks back what a choice means has not chosen it."""
    assert asks_anew(text)
    assert not asks_anew("特殊名册")


def test_a_table_is_triggered_by_its_words_and_needs() -> None:
    """A trigger without the needed input, or the input without a trigger, is no ruling."""
    tables = [ROUTE]
    assert triggered(tables, "3000人的名册外送") is ROUTE
    assert triggered(tables, "名册外送") is None
    assert triggered(tables, "3000人的名册要保存多久") is None
    assert triggered(tables, "") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("5万人的敏感个人信息传到国外", "national-sensitive-assessment"),
        ("3千人的健康信息传给美国总部", "national-sensitive-contract"),
        ("八万名普通用户的手机号出境", "national-ordinary-exempt"),
        ("80000名普通用户的手机号出境", "national-ordinary-exempt"),
        ("一百二十万普通用户信息出境", "national-ordinary-assessment"),
        ("不到10万普通用户信息出境", "national-ordinary-exempt"),
        ("20万普通用户信息出境，不含重要数据", "national-ordinary-contract"),
        ("20万普通用户信息出境，不含敏感个人信息和重要数据", "national-ordinary-contract"),
        ("我们不算关基，20万普通用户信息出境", "national-ordinary-contract"),
        ("2023年50万普通用户信息传到境外", "old-ordinary-many"),
        ("2024年3月22日以前5万人的敏感信息出境", "old-sensitive-many"),
        ("2024年3月22日起5万人的敏感信息出境", "national-sensitive-assessment"),
    ],
)
def test_the_shipped_table_of_outbound_data(question: str, expected: str) -> None:
    """The ways out of the country by number, kind and day, as visitors put it."""
    found = crossing(question).row
    assert found is not None
    assert found.id == expected


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_give_a_ruling(first: str, second: str) -> None:
    """No text breaks a table, as a question or as an answer."""
    for table in (ROUTE, CROSSING):
        triggered([table], first)
        ruling = rule_on(table, [first, second], DAY)
        assert ruling.row is None or ruling.ask is None
        assert set(ruling.slots) <= {i.name for i in table.inputs}


@pytest.mark.parametrize("table", [ROUTE, CROSSING], ids=lambda t: t.id)
def test_an_english_label_is_its_value(table: DecisionTable) -> None:
    """Each English label, tapped after the question back, leads where the Chinese one leads."""
    for known in table.inputs:
        assert len(known.labels_english) in (0, len(known.values))
        for chinese, english in zip(known.labels, known.labels_english, strict=False):
            alone = msgspec.structs.replace(known, assume="", words={})
            asking = msgspec.structs.replace(table, inputs=(alone,))
            meant = [rule_on(asking, ["", one], TODAY).slots for one in (chinese, english)]
            assert meant[0] == meant[1]
