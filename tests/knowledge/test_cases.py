"""Cases that are told over several texts, for decision tables."""

from __future__ import annotations

from knowledge.answers.table_asked import taken_up
from knowledge.answers.table_facts import told_before
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import DAY, small_pack, small_snapshot

TABLE = small_pack().all(DecisionTable)["table.route"]


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
