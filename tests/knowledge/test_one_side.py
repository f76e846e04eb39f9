"""A question for one side of a matter is not answered with the steps of it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.one_side import one_side
from knowledge.types import Side
from tests.knowledge.law_parts import TODAY


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("通过了的评估，它的有效期是多久", "validity"),
        ("那张证书什么时候过期", "validity"),
        ("办下来前后要花多少钱", "cost"),
        ("递上去以后几天有回音", "duration"),
        ("申报归谁管", "responsible"),
        ("how long is the outcome valid", "validity"),
        ("How much does the filing cost?", "cost"),
        ("评估怎么申报，要多久", None),
        ("谁都要申报评估吗", None),
        ("申报流程是什么", None),
        ("评估要交哪些材料", None),
    ],
)
def test_the_one_side_that_is_asked_for(text: str, side: Side | None) -> None:
    """Where steps are asked for as well, or a side that they answer, it is none."""
    assert one_side(text) == side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出境评估结果有效期几年", "entry.cross-assessment-validity"),
        ("通过的数据出境安全评估，结果能用几年才过期", "entry.cross-assessment-validity"),
        ("How long does the outcome of an outbound security assessment stay valid?",
         "entry.cross-assessment-validity"),
        ("评估多少天出结果", "entry.cross-assessment-time"),
        ("数据出境安全评估怎么申报？", "procedure.outbound-assessment"),
        ("申报出境评估的流程和时限", "procedure.outbound-assessment"),
    ],
)  # fmt: skip
def test_a_side_is_answered_with_what_answers_it(
    prepared: Prepared, text: str, expected: str
) -> None:
    """How long a result holds is no step, however near the steps are in words."""
    found = prepared.library.snapshot.find(text, TODAY)
    assert found.band == "answer"
    assert found.best is not None
    assert found.best.id == expected


def test_steps_found_for_a_side_give_way_to_what_answers_it(prepared: Prepared) -> None:
    """Of the matter whose steps they are; without a document for the side they stay."""
    snapshot = prepared.library.snapshot
    steps = snapshot.index.target("procedure.outbound-assessment")
    assert steps is not None

    def instead(text: str, *, worded: bool = False) -> str:
        found = snapshot.matters.instead_of_steps(text, steps, worded=worded)
        return found.id if found is not None else ""

    assert instead("这个评估过几年会过期") == "entry.cross-assessment-validity"
    assert instead("办这个评估收费吗") == "gap.filing-fees"
    assert instead("出境评估的申请递给哪个部门") == "entry.cross-assessment-where"
    assert instead("出境评估的申请递给哪个部门", worded=True) == ""
    assert instead("评估要怎么一步步办") == ""
    assert instead("谁要做这个评估") == ""
