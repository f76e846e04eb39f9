"""A list that two parts of one text are answered with, once in its own document and once in the
gist of its article: it is told once. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dialog.reply.neighbours import Part
from knowledge.text import bigrams, normalise
from knowledge.types import ClosedList

_NAMED = 0.6
"""The share of the pairs of characters of a thing's name from which a text names it."""
_BESIDE = 3
"""How many times as long as the names of its things what tells a list may be."""


def lists_once(parts: Sequence[Part]) -> list[Part]:
    """The parts, of which each that only tells the list of another is answered with that."""
    found = list(parts)
    for place, part in enumerate(found):
        for other in found:
            listed = other.target.document if other.target is not None else None
            if other is part or not other.known or not isinstance(listed, ClosedList):
                continue
            if part.known and part.target != other.target and _tells(part, listed):
                found[place] = msgspec.structs.replace(other, text=part.text)
                break
    return found


def _tells(part: Part, listed: ClosedList) -> bool:
    """Whether what is said for a part names each thing of a list, and little besides."""
    if part.target is None or isinstance(part.target.document, ClosedList):
        return False
    said = normalise("".join(line.text for line in part.words.lines if line.locked))
    names = [normalise(item.name) for item in listed.items]
    pairs = set(bigrams(said))
    if not names or len(said) > _BESIDE * sum(map(len, names)):
        return False
    return all(len(set(bigrams(n)) & pairs) >= _NAMED * len(set(bigrams(n))) for n in names)
