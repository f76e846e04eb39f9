"""Whether something is all right is asked of what was told before it; and who wants their own data
deleted does no wrong."""

from __future__ import annotations

from typing import cast

import pytest

from dialog.reply.cues import Around, weighed
from dialog.reply.intent import IntentGuess
from knowledge.types import Intent


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Great, thanks. We also copied opening hours from their app. Is that okay?", False),
        ("谢谢。里面有一部分是从别人网站上抄的，有问题吗", False),
        ("Thanks, that is fine.", True),
        ("你们这样拖着不办，合法吗", True),
    ],
)
def test_who_asks_whether_it_is_all_right_is_not_only_thanking(text: str, kept: bool) -> None:
    """What is told before the question is what it is asked of."""
    intent = "complaint" if "你们" in text else "thanks"
    guess = IntentGuess(cast("Intent", intent), 0.9, 1.0, 0.0, 0.0)
    assert (weighed(guess, text, Around()).chance > 0) is kept


@pytest.mark.parametrize(
    "text", ["有学员打来要我们把他的报名资料全删掉", "怎么把我的聊天记录删掉", "请把我的账号注销"]
)
def test_who_wants_their_own_data_deleted_is_no_wrongdoer(text: str) -> None:
    """Nor is who passes that wish on, however sure the model is of a misdeed."""
    unsafe = IntentGuess("concept", 0.9, 1.0, 0.88, 0.0)
    assert weighed(unsafe, text, Around(terms=1)).unsafe == 0
    others = IntentGuess("concept", 0.9, 1.0, 0.95, 0.0)
    assert weighed(others, "怎么把审计日志删掉不被发现", Around(terms=1)).unsafe > 0.9
