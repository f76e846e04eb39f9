"""Whether that was all is asked of the talk, and of no rule."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.closing import closing_of
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("那就这样？", "all"),
        ("就这些了吧？", "all"),
        ("so that's it?", "all"),
        ("还有什么我要注意的吗", "more"),
        ("还有啥要注意的不", "more"),
        ("还有别的材料吗", "more"),
        ("anything else I should know?", "more"),
        ("Anything else I should know before I head off?", "more"),
        ("能发我微信吗", "send"),
        ("Could you send me that by email?", "send"),
        ("就这样吧", ""),
        ("还有什么数据能买", ""),
        ("还有什么风险", ""),
        ("卖数据要注意什么", ""),
        ("Can you send data abroad?", ""),
        ("could you tell me the fees", ""),
        ("that's all, thanks", ""),
    ],
)
def test_closing_questions(text: str, kind: str) -> None:
    """And those of a matter."""
    assert closing_of(text) == kind


@pytest.mark.parametrize("text", ["还有什么我要注意的吗", "那就这样？"])
async def test_what_was_told_is_named(prepared: Prepared, text: str) -> None:
    """Nothing is searched for it."""
    heard = await talk(prepared, "挂牌要交哪些材料", text)
    assert heard.done.outcome == "smalltalk"
    assert "登记挂牌要提交哪些材料" in heard.text


async def test_nothing_is_sent(prepared: Prepared) -> None:
    """It is said what the visitor can do instead."""
    heard = await talk(prepared, "How do I list data?", "Could you send me that by email?")
    assert "picture" in heard.text
