"""How a visitor feels: one of the closed list of feelings. Weak signs count as neutral."""

from __future__ import annotations

import re
from typing import cast

from dialog.reply.small_models import Floats, SmallModel
from knowledge.text import normalise
from knowledge.types import Feeling

SURE = 0.8
"""Below this chance a feeling is not acted upon: care where none is needed reads as mockery."""


_SHOWN_BY: dict[Feeling, re.Pattern[str]] = {
    "anxious": re.compile(
        r"担[心忧]|擔心|[怕慌愁急忧]|焦虑|不安|紧张|没底|不踏实|发毛|打鼓|七上八下|睡不[着好]|心虚|后怕|糟了"
        r"|完了|吓|不放心|没戏|隐患"
        r"|会不会|不会.{0,12}吧|万一|怎么办|咋[办整]|出事|有事|来得及|变数|追溯|悬"
        r"|\b(?:worr\w*|afraid|nervous|concern\w*|anxious|uneasy|scared|trouble|safe|sure|fear\w*"
        r"|what if|panic\w*)\b"
    ),
    "urgent": re.compile(
        r"急|紧迫|时间紧|快(?!递|到期|要)|马上|立刻|立即|赶|尽早|来不及|等不|等着|分钟|小时|截止|今[天日晚]|明[天早]"
        r"|现在就|现场|速|抓紧|优先|磨蹭"
        r"|\b(?:urgent\w*|asap|quick\w*|hurry|now|soon|immediate\w*|deadline|today|tonight|minutes?"
        r"|hours?|no time|right away|on fire)\b"
    ),
}
"""Feelings that are read into plain questions as well (公司受过处罚能不能入驻 is no worry):
something in the words must show them."""


def read(model: SmallModel | None, text: str, vector: Floats | None) -> Feeling:
    """The feeling in a question."""
    if model is None:
        return "neutral"
    guess = model.guess(text, vector)
    label = cast("Feeling", guess.label)
    shown = _SHOWN_BY.get(label)
    if guess.chance < SURE or (shown is not None and not shown.search(normalise(text))):
        return "neutral"
    return label
