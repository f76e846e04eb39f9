"""What was asked back for once is not asked back for again."""

from __future__ import annotations

import pytest

from dialog.reply.insisted import insisted
from dialog.reply.onward import OnwardWriter
from dialog.reply.policy import Decision, Stored, Unknown
from dialog.reply.question import Exchange
from dialog.reply.wording import Writer
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from tests.reply.test_compose import DAY, snapshot

HELD = snapshot()
FOUND = HELD.find("处理敏感的个人信息前，影响评估做不做", DAY)
NEAR = FOUND.candidates[0]
OTHER = Candidate(
    next(t for t in HELD.index.targets if t.questions and t.id != NEAR.target.id),
    NEAR.features,
    0.0,
    0.0,
)


async def after(
    decision: Decision, before: Findings, *exchanges: Exchange
) -> tuple[Decision, Target | None]:
    """The decision as it is after what was found before."""

    async def found_at(earlier: tuple[Exchange, ...]) -> Findings:
        return before

    return await insisted(decision, exchanges or (Exchange("评估呢", "unknown"),), found_at)


def near(candidate: Candidate, chance: float) -> Findings:
    """What was asked back for, or only named."""
    return Findings("meaning", candidates=(candidate,), chance=chance, band="related")


async def test_the_second_time_it_is_told() -> None:
    """Under its question, and not as a plain answer."""
    asking = Unknown(0.4, related=(NEAR,))
    decision, told = await after(asking, near(NEAR, 0.6))
    assert isinstance(decision, Stored)
    assert told == NEAR.target
    writer = Writer(HELD, "zh", DAY)
    words = writer.write(decision, "影响评估")
    framed = OnwardWriter(writer.frame).if_meant(words, NEAR.target)
    assert framed.lines[0].text.startswith("如果问的是“")
    assert framed.lines[1:] == words.lines
    assert framed.outcome == "partial"


async def test_what_was_only_near_is_not_named_again() -> None:
    """It stays among the pointers, but it is not offered as the closest."""
    decision, told = await after(Unknown(0.8, related=(NEAR, OTHER)), near(NEAR, 0.3))
    assert isinstance(decision, Unknown)
    assert decision.named
    assert told is None
    words = Writer(HELD, "zh", DAY).write(decision, "影响评估")
    assert "最接近" not in " ".join(line.text for line in words.lines)
    assert len(words.cards) > 1


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (near(OTHER, 0.6), Exchange("评估呢", "unknown")),
        (near(NEAR, 0.6), Exchange("评估呢", "answered", ("entry.other",))),
        (Findings("none"), Exchange("评估呢", "unknown")),
    ],
)
async def test_another_matter_is_asked_back(before: Findings, last: Exchange) -> None:
    """What was not asked back for before."""
    asking = Unknown(0.4, related=(NEAR,))
    assert await after(asking, before, last) == (asking, None)


async def test_at_the_beginning_nothing_was_asked() -> None:
    """So that it is asked back for."""

    async def found_at(earlier: tuple[Exchange, ...]) -> Findings:
        return near(NEAR, 0.6)

    asking = Unknown(0.4, related=(NEAR,))
    assert await insisted(asking, (), found_at) == (asking, None)
