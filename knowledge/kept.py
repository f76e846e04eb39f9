"""What was read of texts with one thing (a decision table), kept for a while: a turn reads its
question, and those before it, many times over with the same thing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Told = TypeVar("Told", bound=Hashable)
T = TypeVar("T")

_READ = 1024
"""Readings that are kept: those of some hundred visitors' last turns."""


class _Very(Generic[Thing]):
    """A thing as a key: equal to itself alone, whatever it holds."""

    __slots__ = ("thing",)

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Very) and other.thing is self.thing


def kept_with(read: Callable[[Thing, Told], T]) -> Callable[[Thing, Told], T]:
    """The same reading of what is told with a thing, done once for each of those read last. What it
    returns is shared, so it must not be changed. Safe to share between threads."""

    @functools.lru_cache(_READ)
    def known(thing: _Very[Thing], told: Told) -> T:
        return read(thing.thing, told)

    @functools.wraps(read)
    def again(thing: Thing, told: Told) -> T:
        return known(_Very(thing), told)

    return again


def kept_for_each(
    read: Callable[[Thing, Told], dict[str, str]],
) -> Callable[[Thing, Told], dict[str, str]]:
    """The same, where each reader gets a copy of its own that it may change."""
    known = kept_with(read)

    @functools.wraps(read)
    def again(thing: Thing, told: Told) -> dict[str, str]:
        return {**known(thing, told)}

    return again
