"""Cases that are told over several texts, for decision tables."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.table_asked import taken_up
from knowledge.answers.table_facts import told_before
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack, small_snapshot

TABLE = small_pack().all(DecisionTable)["table.route"]
TABLES = [TABLE, *shipped_pack().all(DecisionTable).values()]
TODAY = date(2026, 11, 22)
COUNTS = (
    "3000人",
    "几百个人",
    "五万到八万人",
    "两百多万人",
    "就几个",
    "没几个人",
    "20个G",
    "2026年1月",
)


def test_what_was_told_before_is_not_asked_again() -> None:
    """The nearest text that states the missing input gives it, and the ruling names it."""
    asking = rule_on(TABLE, ["3000人的名册外送"], DAY)
    assert asking.ask is not None
    assert asking.ask.name == "kind"
    ruling = told_before(asking, ["涉密的也有吗", "特殊会员信息指什么"], DAY)
    assert ruling.row is not None
    assert ruling.row.id == "special-many"
    assert ("kind", "special") in [(i.name, i.assume) for i in ruling.assumed]


def test_what_nobody_told_is_still_asked() -> None:
    """Texts that leave it open, or say it in a way that could be either, change nothing."""
    asking = rule_on(TABLE, ["3000人的名册外送"], DAY)
    for earlier in ([], ["会员信息怎么保存"], ["示例所几点开门"]):
        assert told_before(asking, earlier, DAY) == asking


def test_a_case_follows_its_matter() -> None:
    """Figures behind a question on the matter are the matter's; elsewhere they are nobody's."""
    assert taken_up([TABLE], ["名册外送要办什么"], "普通名册，20万人") is TABLE
    assert taken_up([TABLE], ["会费是多少钱"], "普通名册，20万人") is None
    assert taken_up([TABLE], ["名册外送要办什么"], "普通名册") is None
    ruling = small_snapshot().ruling_over(["名册外送要办什么"], "普通名册，20万人", DAY, matter=2)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == "plain-many"


def words_of(table: DecisionTable) -> list[str]:
    """What people say to a table: its wordings, triggers, values, replies, numbers, and nothing."""
    words = [table.question, *table.similar, *table.triggers, *table.wishes]
    for known in table.inputs:
        words += itertools.chain(*known.words.values(), *known.answers.values(), known.labels)
    return [*words, *COUNTS, *(f"第{n}个" for n in (1, 2, 3)), "不是", "不知道", "还没定"]


@given(st.data())
@settings(deadline=None, max_examples=250)
def test_whatever_was_told_before_a_table_rules_or_asks(data: st.DataObject) -> None:
    """No texts, in whatever order, lead to nothing: it concludes, asks, or tells what may hold."""
    table = data.draw(st.sampled_from(TABLES))
    text = st.lists(st.sampled_from(words_of(table)), min_size=1, max_size=3).map("，".join)
    *earlier, last = data.draw(st.lists(text, min_size=2, max_size=4))
    ruling = told_before(rule_on(table, [last], TODAY), earlier, TODAY, text=last)
    assert ruling.settled or ruling.ask or ruling.possible
    assert set(ruling.slots) <= {i.name for i in table.inputs}
    assert "|" not in ruling.slots.values()
    further = gone_on(table, [*earlier, last], TODAY)
    assert further is None or further.settled or further.ask or further.possible
