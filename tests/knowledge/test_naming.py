"""Closed lists asked for by their names."""

from __future__ import annotations

import pytest

from knowledge.answers.naming import asked_by_name, name_key
from tests.knowledge.small_parts import small_snapshot


@pytest.mark.parametrize(
    "question", ["会员种类一共有几项，分别是什么？", "会员种类有哪些", "请列举会员种类，共几种"]
)
def test_a_list_is_known_by_its_name(question: str) -> None:
    """How many and which, asked of a list's name, is answered with the whole list."""
    target = small_snapshot().exact(question)
    assert target is not None
    assert target.id == "list.kinds"


@pytest.mark.parametrize(
    "question", ["会员种类", "会员种类怎么变更", "会员种类一共有几项要交费", "旧版会员种类有哪些"]
)
def test_more_than_the_name_is_another_question(question: str) -> None:
    """A name alone asks nothing, and a word besides asks for something else."""
    assert small_snapshot().exact(question) is None


def test_counting_words_inside_a_name_do_not_matter() -> None:
    """A name that counts itself is met by a question that counts it again."""
    assert asked_by_name("三种示例权利一共有几项，分别是什么") == name_key("三种示例权利")
