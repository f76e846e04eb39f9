"""What answers the question that a decision table asked back."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_replies import place_in
from knowledge.answers.tables import Ruling, gone_on
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
