"""What turns to something else agrees to nothing, a choice that was asked back can be picked, and
fear of trouble at work is no need."""

from __future__ import annotations

import numpy as np
import pytest

from dialog.reply.after_pointer import both_offered
from dialog.reply.grief import distress_of
from dialog.reply.question import Exchange
from dialog.reply.taking import taking
from knowledge.findings import Findings
from knowledge.search.features import FEATURES
from knowledge.search.fusion import Candidate
from knowledge.text import normalise
from tests.reply.test_agreed_cases import SNAPSHOT


@pytest.mark.parametrize(
    "text",
    ["对了 能开发票不", "哦对了，停车方便吗", "对了对了 你叫啥", "Right, and where is lunch"],
)
def test_by_the_way_takes_nothing(text: str) -> None:
    """对了 is no 对 where more stands behind it."""
    assert taking(text) is None


@pytest.mark.parametrize("text", ["对，就是这个", "对了", "对了，第二个"])
def test_a_yes_and_a_pick_are_still_taken(text: str) -> None:
    """Alone it agrees; and a pick stands behind it too."""
    assert taking(text) is not None


def found_for(name: str, *, band: str) -> Findings:
    """What a search gives that found one document."""
    target = SNAPSHOT.index.target(name)
    assert target is not None
    if band == "answer":
        return Findings("exact", exact=target, band="answer", chance=1.0)
    near = Candidate(target, np.zeros(len(FEATURES)), 0.0, 0.6)
    return Findings("fused", candidates=(near,), band="related", chance=0.6)


@pytest.mark.parametrize(
    ("before", "last", "both"),
    [
        ("unknown", "clarify", True),
        ("answered", "clarify", False),
        ("unknown", "answered", False),
    ],
)
async def test_both_that_were_asked_back_can_be_picked(
    before: str, last: str, *, both: bool
) -> None:
    """In the order in which they were named: what was offered before, then what the words are
    near."""
    told = ("entry.foreign-owned",) if before == "answered" else ()
    exchanges = (Exchange("a", before, told), Exchange("b", last))  # type: ignore[arg-type]

    async def found_at(_: tuple[Exchange, ...]) -> Findings:
        return found_for("entry.foreign-owned", band="related")

    found = found_for("gap.processing-time", band="answer")
    offered = await both_offered(found, exchanges, found_at)
    assert offered.which == both
    names = [c.target.id for c in offered.candidates]
    assert names == (["entry.foreign-owned", "gap.processing-time"] if both else [])


@pytest.mark.parametrize(
    "text",
    [
        "我怕做错了老板怪我",
        "万一弄错了我怕被开除",
        "我有点怕，怕担责任",
        "I'm scared my boss will blame me if I get this wrong",
    ],
)
def test_fear_of_trouble_at_work_is_no_need(text: str) -> None:
    """However sure the model is."""
    assert distress_of(0.95, normalise(text), ours=False) == 0.0


@pytest.mark.parametrize(
    "text", ["我怕被老板打死，我不想活了", "老板骂我，我真的撑不下去了，想跳楼", "我怕，我想死"]
)
def test_a_word_of_need_beside_it_is_heard(text: str) -> None:
    """Then the fear is the smaller thing."""
    assert distress_of(0.95, normalise(text), ours=False) > 0.9
