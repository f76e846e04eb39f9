"""Who is ill in earnest is not confused by the rules."""

from __future__ import annotations

import pytest

from dialog.reply.feeling_told import feeling_told


@pytest.mark.parametrize(
    "text",
    ["头疼，布洛芬一天吃几片", "感冒了，头昏", "头疼，吃什么药好", "布洛芬一天最多吃几片，头疼"],
)
def test_a_headache_with_its_pills_is_no_confusion(text: str) -> None:
    assert feeling_told(text) is None


@pytest.mark.parametrize("text", ["越看越头大", "药店的数据太多，我头疼", "我头都疼了"])
def test_a_headache_of_rules_is_one(text: str) -> None:
    told = feeling_told(text)
    assert told is not None
    assert told.kind == "confused"
