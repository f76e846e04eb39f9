"""Readings of a text that are kept for a while: a turn reads its question, and each one before it
in the conversation, a dozen times over. Only for what depends on the text alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_TEXTS = 1024
"""Texts whose reading is kept: some hundred visitors' last questions."""


def kept(read: Callable[[str], T]) -> Callable[[str], T]:
    """The same reading of a text, done once for each of the texts that were read last. What it
    returns is shared, so it must not be changed."""
    return functools.lru_cache(_TEXTS)(read)
