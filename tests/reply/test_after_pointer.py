"""What asks on after a pointer is asked back, and a new question after nothing is read fresh."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dialog.parts import Prepared
from dialog.reply.after_pointer import after_pointer
from dialog.reply.made_whole import fresh_after_nothing
from dialog.reply.policy import AskBack, Unknown
from dialog.reply.question import Exchange, Question
from knowledge.findings import Findings
from knowledge.search.features import FEATURES
from knowledge.search.fusion import Candidate
from knowledge.types import Gap
from tests.reply.test_agreed_cases import SNAPSHOT
from tests.reply.test_same_case import talk

NOTHING = (Exchange("What's the CEO's shoe size?", "unknown"),)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("So what interest rate did the first data-backed loan in Deqing carry?", True),
        ("那数据产品登记要多久", True),
        ("那要多久", False),
        ("how long does that take", False),
    ],
)
def test_what_names_a_thing_is_fresh(text: str, *, fresh: bool) -> None:
    """Whatever word it begins with."""
    assert fresh_after_nothing(SNAPSHOT, text, NOTHING) == fresh
    assert not fresh_after_nothing(SNAPSHOT, text, ())


@pytest.mark.parametrize(
    ("text", "offered", "asked"),
    [
        ("那要等多久批下来", "entry.employee-data-export", True),
        ("how long does that take", "entry.employee-data-export", True),
        ("那要等多久批下来", "entry.foreign-owned", False),
        ("挂牌要等多久批下来", "entry.children-data-product", False),
    ],
)
async def test_it_is_asked_back_of_what(text: str, offered: str, *, asked: bool) -> None:
    """Unless what is told is of the matter that was offered, or the text names its own."""
    near = SNAPSHOT.index.target(offered) or next(
        t for t in SNAPSHOT.index.targets if t.questions and "员工" in t.questions[0]
    )
    gap = SNAPSHOT.pack.all(Gap)["gap.processing-time"]

    async def found_at(_: tuple[Exchange, ...]) -> Findings:
        candidate = Candidate(near, np.zeros(len(FEATURES)), 0.0, 0.6)
        return Findings("fused", candidates=(candidate,), band="related", chance=0.6)

    question = Question(text, "zh", (Exchange("我们那个东西怎么弄", "unknown"),), TODAY)
    decided = await after_pointer(Unknown(0.9, gap=gap), question, SNAPSHOT, found_at)
    assert isinstance(decided, AskBack) == asked


async def test_an_answer_is_gone_on_with(prepared: Prepared) -> None:
    """Nothing is asked back where something was told."""
    heard = await talk(prepared, "挂牌要交哪些材料", "那要等多久批下来")
    assert heard.done.outcome != "clarify"
