"""The words by which a question asks for a side of a matter, and those that may stand beside them.

The words stand in ``sides.yaml``, which says what they are for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from knowledge.text import symbols
from knowledge.types import SIDES, Side

_WORDS = Path(__file__).with_name("sides.yaml")


class Word(msgspec.Struct, frozen=True):
    """What a word of a question allows: sides that it may stand in, sides that it asks for; a bit
    each."""

    allows: int
    asks: int


Symbols = tuple[str, ...]


def _parts(words: str) -> Iterable[Symbols]:
    return (symbols(word.replace("_", " ")) for word in words.split())


class _Wordings(msgspec.Struct, forbid_unknown_fields=True):
    signs: str
    company: str


class _Lexicon(msgspec.Struct, forbid_unknown_fields=True):
    small: str
    before: str
    sides: dict[Side, _Wordings]


_READ = msgspec.yaml.decode(_WORDS.read_bytes(), type=_Lexicon)
_EVERY = (1 << len(SIDES)) - 1


def _lexicon(read: _Lexicon) -> dict[Symbols, Word]:
    found: dict[Symbols, list[int]] = {}
    for word in _parts(read.small):
        found[word] = [_EVERY, 0]
    for place, side in enumerate(SIDES):
        signs, company = read.sides[side].signs, read.sides[side].company
        for word in (*_parts(signs), *_parts(company)):
            found.setdefault(word, [0, 0])[0] |= 1 << place
        for word in _parts(signs):
            found[word][1] |= 1 << place
    return {word: Word(*bits) for word, bits in found.items()}


LEXICON = _lexicon(_READ)
_BEFORE = dict.fromkeys(_parts(_READ.before), Word(_EVERY, 0))
ANY_ASKER = frozenset(_BEFORE)
"""Words that say no more of who asks than anybody's question: 公司."""
LONGEST = max(map(len, LEXICON))
"""Symbols of the longest word in the lexicon."""


def asking_words(text: Symbols, *, first: int = 1) -> Iterator[tuple[int, Symbols]]:
    """The words of a text that ask for a side, each with its place, from the place ``first``."""
    for place in range(first, len(text)):
        for length in range(1, min(LONGEST, len(text) - place) + 1):
            word = LEXICON.get(text[place : place + length])
            if word is not None and word.asks:
                yield place, text[place : place + length]


def sides_of(text: Symbols, *, before: int = 0) -> tuple[Side, ...]:
    """The sides that a stretch of symbols asks for, with every word of it used up. ``before``: so
    many of them stand in front of what is asked about."""
    # At each place: the sides still allowed, with those asked for so far.
    reached: list[set[tuple[int, int]]] = [set() for _ in range(len(text) + 1)]
    reached[0].add((_EVERY, 0))
    for place in range(len(text)):
        for length in range(1, min(LONGEST, len(text) - place) + 1):
            part = text[place : place + length]
            word = LEXICON.get(part)
            if word is None and place + length <= before:
                word = _BEFORE.get(part)
            if word is None:
                continue
            for allowed, asked in reached[place]:
                left = allowed & word.allows
                if left:
                    reached[place + length].add((left, asked | word.asks))
    bits = 0
    for allowed, asked in reached[-1]:
        bits |= allowed & asked
    return tuple(side for place, side in enumerate(SIDES) if bits >> place & 1)
