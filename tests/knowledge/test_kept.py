"""Readings with one thing are kept by that very thing and by what is told."""

from __future__ import annotations

from knowledge.kept import kept_for_each, kept_with


def test_what_is_told_again_is_read_once() -> None:
    """The same text with the same thing is read once; another thing that is equal reads anew."""
    read: list[str] = []

    def reading(thing: list[str], told: str) -> int:
        read.append(told)
        return len(thing) + len(told)

    known = kept_with(reading)
    one, other = ["行"], ["行"]
    assert [known(one, "甲"), known(one, "甲"), known(one, "甲乙"), known(other, "甲")] == [
        2,
        2,
        3,
        2,
    ]
    assert read == ["甲", "甲乙", "甲"]


def test_each_reader_may_change_what_it_got() -> None:
    """What one reader changes, the next does not see."""
    known = kept_for_each(lambda thing, told: {thing: told})
    known("people", "3000")["people"] = "0"
    assert known("people", "3000") == {"people": "3000"}
