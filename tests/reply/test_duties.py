"""Tests for the duties of several things in one reply."""

from __future__ import annotations

from dialog.reply.duties import of_whom
from knowledge.answers.tables import Of
from knowledge.types import Row


def _of(label: str, *duties: str) -> Of:
    english = tuple(f"english of {d}" for d in duties)
    return Of(
        Row(id=label, when={}, conclusion="", duties=duties, duties_english=english),
        label,
        f"the {label}",
    )


def test_a_duty_of_one_thing_says_of_which_and_those_of_all_come_last() -> None:
    """Nobody takes a waiver of the one for the other."""
    found = of_whom((_of("员工", "备案", "告知"), _of("客户", "免办", "告知")))
    assert list(found) == ["员工：备案", "客户：免办", "告知"]
    assert found["员工：备案"] == "the 员工: english of 备案"


def test_what_all_have_stays_as_it_is() -> None:
    """Two pictures of one kind."""
    assert list(of_whom((_of("甲", "标识"), _of("乙", "标识")))) == ["标识"]
