"""A wish behind a case that is told, where nothing is asked."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.wish_told import wish_told
from knowledge.findings import Findings
from tests.knowledge.small_parts import DAY


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("做水泵监控的，攒了四年的运行读数，打算挂牌", "procedure.list-product"),
        ("我们搞水泵监控，设备都是自己的，也想当数商", "procedure.become-vendor"),
    ],
)
async def test_the_steps_of_what_is_wished(prepared: Prepared, text: str, named: str) -> None:
    """Who tells what they have and what they want gets its steps."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (named,)


@pytest.mark.parametrize(
    "text",
    [
        "我们搞水泵监控，有住户的用水记录，想挂牌",
        "我们搞水泵监控，不想入驻，想挂牌",
        "我们搞水泵监控，入场费多少，想挂牌",
        "想挂牌",
        "我们搞水泵监控，挂牌",
        "我们搞水泵监控，想问挂牌",
    ],
)
def test_what_is_no_plain_wish(prepared: Prepared, text: str) -> None:
    """Data of people, what is not wanted, a question, a wish alone, and none."""
    assert wish_told(Findings("none"), text, prepared.library.snapshot) is None


def test_what_is_known_stays(prepared: Prepared) -> None:
    """A text that is near something is asked back for; so is nothing told over an answer."""
    text = "我们搞水泵监控，想挂牌"
    snapshot = prepared.library.snapshot
    assert wish_told(Findings("none"), text, snapshot) is not None
    assert wish_told(Findings("meaning", chance=0.6, band="related"), text, snapshot) is None
