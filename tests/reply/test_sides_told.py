"""What was just told is not told again to a question on another side of it."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.sides_told import other_side
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)
MAPS = Exchange("测绘数据能卖吗", "unknown", ("gap.map-data",))
IN_ENGLISH = Exchange("May map and surveying data be listed?", "unknown", ("gap.map-data",))
KEPT = Exchange("数据交易记录要保存多久", "answered", ("entry.record-keeping",))


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


@pytest.mark.parametrize(
    ("text", "before"), [("那要啥资质啊", MAPS), ("what qualifications do I need?", IN_ENGLISH)]
)
async def test_another_side_is_said_not_to_be_known(
    prepared: Prepared, text: str, before: Exchange
) -> None:
    """What to do about it is said once more."""
    heard = await hear(prepared, text, before)
    assert heard.done.outcome == "unknown"
    assert not heard.done.entries
    assert "全部" in heard.text or "all that I know" in heard.text


@pytest.mark.parametrize(
    "text", ["那要存多久啊", "那是哪部法律", "日志和合同记录分别存在哪个系统里"]
)
def test_the_same_side_may_be_told_again(prepared: Prepared, text: str) -> None:
    """Nor is a question of its own, or one that names no side, met with that."""
    told = prepared.library.snapshot.index.target("entry.record-keeping")
    assert told is not None
    assert not other_side(text, KEPT, told)
