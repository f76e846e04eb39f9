"""What is said where the catalogue has nothing of what somebody wishes for."""

from __future__ import annotations

import pytest

from dialog.reply.borne_out import borne_out
from dialog.reply.empty_catalogue import of_empty
from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.policy import Recommend, Unknown
from dialog.reply.wished import looked_for
from knowledge.findings import Findings
from knowledge.types import Intent
from tests.knowledge.small_parts import small_snapshot

SNAPSHOT = small_snapshot()
NOTHING = Findings("none")


@pytest.mark.parametrize(
    "text",
    [
        "Do you have typhoon loss data at county level, say 2010 onward?",
        "is there any wolf tracking data",
        "有没有蚂蚁迁徙的数据",
        "冷链温控的接口有得买没",
    ],
)
def test_that_there_is_none_is_an_answer(text: str) -> None:
    """Who asks for data of a kind is told that the catalogue has none of it."""
    told = of_empty(Unknown(1.0), NOTHING, text, SNAPSHOT)
    assert isinstance(told, Recommend)
    assert told.side == "more"


@pytest.mark.parametrize(
    "text",
    [
        "Do you have an office in Beijing?",
        "do you have a data protection officer",
        "有没有数据出境的模板",
        "有没有客户电话的数据",
        "我们有没有资格卖数据",
        "do you have any data about me",
        "do you have data",
        "有没有我们的数据",
        "has anyone complained about your data export rules",
    ],
)
def test_other_things_are_no_wish_for_data(text: str) -> None:
    """Offices, papers and people are not in a catalogue."""
    assert isinstance(of_empty(Unknown(1.0), NOTHING, text, SNAPSHOT), Unknown)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("港口集装箱到港时间的数据有得买没，要实时的", "我想买港口集装箱到港时间的数据"),
        ("冷库温度数据你们那儿买得到吗", "我想买冷库温度数据"),
        ("患者数据有得买没", "患者数据有得买没"),
        ("我们的数据有得卖吗", "我们的数据有得卖吗"),
    ],
)
def test_who_asks_whether_a_thing_is_to_be_had_wishes_to_buy_it(text: str, meant: str) -> None:
    """In spoken words, too; data of people have rules of their own."""
    assert looked_for(text) == meant


@pytest.mark.parametrize(
    ("intent", "chance", "text", "left"),
    [
        ("complaint", 0.5, "光有想法没有数据，你们收不收", 0.0),
        ("complaint", 0.5, "等了三天没人理", 0.5),
        ("complaint", 0.9, "通知都不发，产品就给下了", 0.9),
        ("about_assistant", 0.6, "你觉得我导师会让我过吗", 0.0),
        ("about_assistant", 0.6, "do you think my boss will agree", 0.0),
        ("about_assistant", 0.6, "你觉得你自己聪明吗", 0.6),
        ("about_assistant", 0.6, "你是谁开发的", 0.6),
    ],
)
def test_talk_with_the_desk_needs_words_that_bear_it_out(
    intent: Intent, chance: float, text: str, left: float
) -> None:
    """A guess alone tells nobody that complaints are not taken here, nor who the assistant is."""
    guess = IntentGuess(intent, chance, NO_GUESS.in_scope, 0.0, 0.0)
    assert borne_out(guess, text).chance == left
