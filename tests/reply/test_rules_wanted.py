"""Who asks for a rule on a thing is not shown the thing."""

from __future__ import annotations

import pytest

from dialog.reply.cues import Around, weighed, wishes_firmly
from dialog.reply.intent import IntentGuess
from dialog.reply.rules_wanted import wants_rules

ON_RULES = [
    "有没有买卖气象数据的规定",
    "想买降雨数据，版权怎么保证",
    "想采购道路数据，合不合法",
    "求购语料，来源怎么核实",
    "Are there any rules on buying rainfall data?",
]
WISHES = [
    "有没有降雨数据",
    "想买合规的道路数据",
    "推荐做合规评估的律所",
    "有没有版权清晰的语料",
    "Do you have rainfall data?",
]


@pytest.mark.parametrize("text", ON_RULES)
def test_a_rule_on_a_thing_is_no_wish_for_it(text: str) -> None:
    """Whatever the intent model takes it for."""
    guess = IntentGuess("recommend_product", 0.9, 1.0, 0.0, 0.0)
    assert wants_rules(text)
    assert not wishes_firmly(text)
    assert weighed(guess, text, Around()).chance == 0.0


@pytest.mark.parametrize("text", WISHES)
def test_a_thing_that_keeps_the_rules_is_wished_for(text: str) -> None:
    """There the rule only says of what kind it is to be."""
    assert not wants_rules(text)
    assert wishes_firmly(text)
