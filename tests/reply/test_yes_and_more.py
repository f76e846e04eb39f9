"""A yes to what was asked back, with more behind it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dialog.reply.assent import more_than_yes, pick_and_more
from dialog.reply.intent import NO_GUESS
from dialog.reply.part_search import PartSearch
from dialog.reply.parts import Several
from dialog.reply.picking import picked
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Searching
from dialog.reply.wording import Writer
from knowledge.answers.table_gone_on import gone_on
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.snapshot import PLAIN
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import DAY, shipped_pack, small_snapshot

SNAPSHOT = small_snapshot()
TODAY = date(2026, 11, 22)
"""A day on which the table rules on all."""
TRADE = shipped_pack().all(DecisionTable)["table.forbidden-data"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("是，我们在国内注册", "我们在国内注册"),
        ("对的 但是还没签合同", "但是还没签合同"),
        ("Yes, we are based in Suzhou.", "we are based in Suzhou"),
        ("right, and what does it cost?", "and what does it cost?"),
        ("是", ""),
        ("是的", ""),
        ("yes please", ""),
        ("是不是要备案", ""),
        ("对外提供要备案吗", ""),
        ("right now we have none", ""),
        ("是我们自己采的", ""),
    ],
)
def test_what_stands_behind_a_yes(text: str, more: str) -> None:
    """Only a yes of its own has anything behind it."""
    assert more_than_yes(text) == more


@pytest.mark.parametrize("text", ["是", "对，我们在国内注册", "Yes. And what does it cost?"])
async def test_a_yes_with_more_is_taken(text: str) -> None:
    """The document that was asked back for is told, whatever stands behind the yes."""
    target = SNAPSHOT.index.target("list.kinds")
    assert target is not None

    async def before() -> Findings:
        candidate = Candidate(target, np.zeros(1), 0.0, 0.6)
        return Findings("meaning", candidates=(candidate,), chance=0.6, band="related")

    exchanges = (Exchange("会员种类", "unknown"),)
    found = await picked(text, exchanges, before, english=text.isascii())
    assert found is not None
    assert found.best == target


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("是，不过停车场说要先登记", "停车场说要先登记"),
        ("是的，另外门口的停车场能停大巴吗", "门口的停车场能停大巴吗"),
        ("是，我们有两辆大巴", ""),
    ],
)
async def test_more_is_answered_behind_it(text: str, named: str) -> None:
    """A question or an objection is named where nothing is known of it; more of the case is not."""
    target = SNAPSHOT.index.target("list.kinds")
    assert target is not None
    asked = Question(text, "zh", (Exchange("会员种类", "unknown"),), DAY)
    several = Several(
        PartSearch(
            Searching().in_turn(),
            SNAPSHOT,
            Writer(SNAPSHOT, "zh", DAY),
            asked,
            guessed=lambda _text, _found: NO_GUESS,
            preparing=False,
        )
    )
    told = await several.reply(Findings("exact", exact=target, chance=PLAIN, band="answer"))
    assert (told is not None) == bool(named)
    if told is not None:
        words, _ = told
        assert words.outcome == "partial"
        assert words.entries == ("list.kinds",)
        assert any(named in line.text for line in words.lines)


@pytest.mark.parametrize(
    "text",
    [
        "签过授权书，不过只限内部分析",
        "客户同意的，但有些还没签",
        "They all agreed, but only for research",
        "取得同意了，但是旧协议",
    ],
)
def test_half_a_yes_to_a_table_is_none(text: str) -> None:
    """It is asked once more: a permission must not rest on it."""
    ruling = gone_on(TRADE, ["我手上的这种数据能不能交易？", "一般个人信息", text], TODAY)
    assert ruling is not None
    assert ruling.row is None
    assert ruling.ask is not None


@pytest.mark.parametrize(
    "text", ["都签过同意书了", "They all agreed", "取得了同意，但客户有三十万"]
)
def test_a_whole_yes_is_one(text: str) -> None:
    """What is said besides takes nothing back."""
    ruling = gone_on(TRADE, ["我手上的这种数据能不能交易？", "一般个人信息", text], TODAY)
    assert ruling is not None
    assert ruling.row is not None


def test_a_place_within_a_sentence_is_no_pick() -> None:
    """Last year's fires picked the last of what was shown."""
    assert pick_and_more("Last year's fires took a third of our trees.") == ("", "")
    assert pick_and_more("the last, and how long does it take")[0] == "the last"
