"""What is denied whoever it would be from."""

from __future__ import annotations

import pytest

from knowledge.answers.lacking import lacked
from knowledge.answers.table_words import stated
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input
from tests.knowledge.small_parts import small_pack

LEAVE = Input(
    "leave",
    "许可",
    "有许可吗？",
    values=("none", "given", "hidden"),
    labels=("没有许可", "有许可或准许", "已遮住"),
    words={"given": ("有许可", "准许了")},
)
TABLE = small_pack().all(DecisionTable)["table.route"]


@pytest.mark.parametrize(
    "text",
    [
        "没有房东许可，能放吗",
        "许可我们没拿到",
        "未经店家准许的照片",
        "有许可的只有店家，没有住户许可",
        "房东的准许还没取得",
    ],
)
def test_what_nobody_gave(text: str) -> None:
    """A yes in the same text does not take the no back: the strictest counts."""
    assert lacked(LEAVE, normalise(text)) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "有没有许可",
        "有房东许可",
        "许可没有问题",
        "没有一个不准许的",
        "没有照片，有许可",
        "无法许可",
    ],
)
def test_what_is_not_denied(text: str) -> None:
    """A question, a yes, a double no, and what is denied of something else."""
    assert lacked(LEAVE, normalise(text)) == ""


def test_other_inputs_deny_nothing() -> None:
    """Numbers, and inputs whose labels are no yes and no."""
    assert [i.name for i in TABLE.inputs if lacked(i, "没有会员信息，没有名册")] == []


def test_a_denial_in_front_of_who_says_it() -> None:
    """特殊的我们没有 denies as 没有特殊的 does; 特殊的我们有 does not."""
    assert stated(TABLE, "特殊的，名册外送")["kind"] == "special"
    assert stated(TABLE, "特殊的我们有，名册外送")["kind"] == "special"
    for text in ("特殊的我们没有", "涉密的这边都没有"):
        assert "kind" not in stated(TABLE, f"{text}，名册外送"), text
