"""Numbers that only say how large a case is, and those that decide."""

from __future__ import annotations

import numpy as np
import pytest

from dialog.reply.case_numbers import of_the_case
from knowledge.findings import Findings
from knowledge.search.confidence import Band
from knowledge.search.fusion import FEATURES, Candidate
from tests.knowledge.small_parts import small_snapshot

TARGETS = {t.id: t for t in small_snapshot().index.targets}


def found(name: str, band: Band = "answer") -> Findings:
    candidate = Candidate(TARGETS[name], np.zeros(len(FEATURES)), 1.0, 1.0)
    return Findings("meaning", (candidate,), chance=0.95, band=band)


@pytest.mark.parametrize(
    "text",
    [
        "我们俱乐部有四百个人，想成为会员，怎么申请",
        "咱家开了35间民宿，入会怎么办理？",
        "We have 60 members. How do we join?",
    ],
)
def test_the_size_of_a_case_is_told(text: str) -> None:
    """Whoever asks says first how large they are; the answer holds for any size."""
    assert of_the_case(found("entry.join"), text).size_told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("table.route", "我们有四千名会员，名册外送怎么办"),
        ("entry.join", "怎么申请成为会员，四百个人的"),
        ("entry.join", "四百人的俱乐部怎么成为会员"),
        ("entry.join", "我们2019年交过钱，怎么申请成为会员"),
        ("entry.join", "我们是个俱乐部，怎么申请成为会员"),
    ],
)
def test_what_may_decide_is_kept(name: str, text: str) -> None:
    """What counts itself, a number that is asked about, a day, and no number at all."""
    assert not of_the_case(found(name), text).size_told


def test_what_is_not_known_stays_so() -> None:
    """No number makes an answer of what was not one."""
    text = "我们俱乐部有四百个人，想成为会员，怎么申请"
    assert not of_the_case(found("entry.join", "related"), text).size_told
