"""Slips in English words (shiping, wether), mended against the few words that are looked for.

Only a word that is known nowhere is mended, and only where one word alone is near it: a letter
more, less, other or swapped; two in a long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.search.targets import Target
from knowledge.types import Product, Vendor

_WORD = re.compile(r"[a-z]+")
_SHORTEST = 5
"""Letters from which a word may be mended: in a shorter one a letter makes another word."""
_LONG = 8
"""Letters from which two may be wrong."""

_WISHING = ("available", "recommend", "looking", "dataset", "provide", "vendor", "company")
"""Words of an English wish for the catalogue."""


class EnglishSlips:
    """Mends words of a text."""

    def __init__(self, wanted: Iterable[str], known: Iterable[str]) -> None:
        """``wanted``: what a slip may stand for. ``known``: texts whose words are no slips."""
        self._wanted = sorted({w for t in wanted for w in _words(t) if len(w) >= _SHORTEST})
        self._known = {w for t in known for w in _words(t)} | set(self._wanted)

    def mend(self, text: str) -> str:
        """The text with its slips mended; the same text where there is none."""
        return _WORD.sub(lambda m: self._mended(m[0]), text.lower()) if text.isascii() else text

    def _mended(self, word: str) -> str:
        if (
            len(word) < _SHORTEST - 1
            or word in self._known
            or word.removesuffix("s") in self._known
        ):
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near = [(d, w) for w in self._wanted if (d := distance(word, w, allowed)) <= allowed]
        least = min((d for d, _ in near), default=0)
        nearest = [w for d, w in near if d == least]
        return nearest[0] if len(nearest) == 1 else word


def of_wishes(items: Iterable[Product | Vendor], targets: Iterable[Target]) -> EnglishSlips:
    """What mends an English wish for something of the catalogue. ``targets``: their wordings are
    no slips."""
    wanted = (word for item in items for word in item.keywords)
    known = (question for target in targets for question in target.questions)
    return EnglishSlips((*wanted, *_WISHING), known)


def distance(word: str, other: str, most: int) -> int:
    """How many letters must be added, left out, changed or swapped with the next to make one word
    the other; anything beyond ``most`` where it is more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        last, row = row, [i]
        for j, wanted in enumerate(other, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before = last
        if min(row) > most:
            return most + 1
    return row[-1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
