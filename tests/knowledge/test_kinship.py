"""Whether one thing is another: an answer that names only the second is none."""

from __future__ import annotations

import pytest

from knowledge.answers.kinship import speaks_of_both
from knowledge.search.entities import EntityIndex
from knowledge.search.targets import Target
from knowledge.types import Entry, Origin

NAMES = EntityIndex([("会员", "member"), ("成员", "member"), ("访客", "guest"), ("名册", "roll")])


def target(question: str, answer: str) -> Target:
    entry = Entry(
        id="entry.x", question=question, intent="concept", answer=answer,
        sources=(Origin(source="src.x"),),
    )  # fmt: skip
    return Target(entry, (question,), (), answer)


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("访客是不是要登记进名册的会员", False), ("访客算不算会员", False),
        ("成员是否属于会员", True), ("会员是不是名册里的人", True), ("名册怎么登记", True),
        ("访客怎么登记", True), ("石头是不是会员", True), ("访客属于会员吗", False),
    ],
)  # fmt: skip
def test_an_answer_speaks_of_both(question: str, both: bool) -> None:
    """By any of its names; what has no known name, and other questions, are left to the search."""
    told = target("什么是会员", "会员是登记在册的人。")
    assert speaks_of_both(question, told, NAMES) is both
