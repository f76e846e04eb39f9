"""A choice between two figures, and how long a decision takes, behind what was spoken of."""

from __future__ import annotations

import numpy as np
import pytest

from dialog.parts import Prepared
from dialog.reply.until_decided import until_decided
from dialog.reply.which_figure import of_figures, of_two_figures
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from tests.knowledge.small_parts import small_snapshot
from tests.reply.test_same_case import talk

TARGETS = small_snapshot().index.targets[:2]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("入驻费是收八千还是一万", True),
        ("登记审核究竟是3天还是7天啊", True),
        ("Is the joining fee 8,000 or 10,000 yuan?", True),
        ("我们有三千还是五千条数据", False),
        ("走标准合同还是认证", False),
        ("Do we have 300 or 500 rows?", False),
    ],
)
def test_a_choice_between_figures_asks_for_the_figure(text: str, *, asked: bool) -> None:
    """A choice between other things, or between figures of one's own, does not."""
    assert (of_figures(text) != "") is asked


@pytest.mark.parametrize("text", ["产品挂牌费是两千还是四千", "Is the listing fee 2,000 or 4,000?"])
async def test_a_figure_that_is_not_held_is_a_gap(prepared: Prepared, text: str) -> None:
    """It is told at once, and not asked back."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("gap.fees",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("交上去以后他们多久给答复", ""),
        ("how long until they decide?", ""),
        ("申请挂牌之后几天批下来", "挂牌"),
        ("多少天之内要报告", None),
        ("how long is it valid?", None),
    ],
)
def test_the_time_of_a_decision_is_asked_for(text: str, named: str | None) -> None:
    """With the matter that it names, if any."""
    assert until_decided(text) == named


@pytest.mark.parametrize(
    "turns",
    [
        ("我们要把一百五十万用户的邮箱传到首尔，走哪条路", "报上去后网信部门多久给结论"),
        ("We send emails of 1.5 million users to Seoul. Route?", "When will the CAC decide?"),
    ],
)
async def test_the_decision_is_that_of_what_was_advised(
    prepared: Prepared, turns: tuple[str, ...]
) -> None:
    """Not of another filing."""
    heard = await talk(prepared, *turns)
    assert heard.done.entries == ("entry.cross-assessment-time",)


async def test_a_gap_that_answers_both_is_told() -> None:
    """The two figures do not make it doubtful; what answers the text alone is left to it."""
    target, other = TARGETS

    def near(one: Target) -> Findings:
        best = Candidate(one, np.zeros(1), 0.0, 1.0)
        return Findings("meaning", candidates=(best,), chance=0.9, band="answer")

    async def same(_question: str) -> Findings:
        return near(target)

    async def differs(question: str) -> Findings:
        return near(target if question == of_figures(text) else other)

    text = "年费到底收两千还是四千"
    found = await of_two_figures(text, same)
    assert found is not None
    assert found.best is not None
    assert found.best.id == target.id
    assert await of_two_figures(text, differs) is None
