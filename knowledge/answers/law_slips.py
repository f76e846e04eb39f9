"""Slips in the name of a law right before an article: 数据安法第21条, 个人信息保护发第55条."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from knowledge.answers.law_names import may_open, names_of
from knowledge.search.entities import sounds
from knowledge.text import Segmenter, normalise
from knowledge.types import Law

_BEFORE_ARTICLE = re.compile(r"([\u4e00-\u9fff]{3,30}?)》?的?\s?第?\s?\d+\s?条")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_HEARD = 3
"""Characters from which a name is known again by its sound alone."""
_SEEN = 5
"""Characters from which it is known with one missing, too many or wrong: of shorter names two may
differ by no more than that."""


class Slip(msgspec.Struct, frozen=True):
    """A text with the law's name as it should be, and as it was written."""

    text: str
    written: str


class NameSlips:
    """Mends names of laws that are one slip away from a single held law. Built once."""

    def __init__(self, laws: Iterable[Law], segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._names: dict[str, str] = {}
        for law in laws:
            for name in map(normalise, names_of(law)):
                if len(name) >= _HEARD and _HAN.fullmatch(name):
                    self._names.setdefault(name, law.family or law.id)

    def mend(self, text: str) -> Slip | None:
        """The slip in a normalised text in which no law is named rightly; ``None`` = there is none,
        or it may mean two laws."""
        match = _BEFORE_ARTICLE.search(text)
        if match is None:
            return None
        run = match.group(1)
        found = {
            (family, name, written)
            for name, family in self._names.items()
            for written in {run[-size:] for size in range(len(name) - 1, len(name) + 2)}
            if self._means(run, written, name)
        }
        if len({family for family, *_ in found}) != 1:
            return None
        _, name, written = min(found, key=lambda f: (-len(f[1]), f[1], f[2]))
        start = match.end(1) - len(written)
        return Slip(text[:start] + name + text[match.end(1) :], written)

    def _means(self, run: str, written: str, name: str) -> bool:
        if not _one_slip(written, name) or not may_open(run[: -len(written)], self._segmenter):
            return False
        if len(written) == len(name) and sounds(written) == sounds(name):
            return True
        return len(name) >= _SEEN and written[0] == name[0] and not self._other_word(written, name)

    def _other_word(self, written: str, name: str) -> bool:
        """Whether the wrong character makes a word of its own: 广东 for 广州 is no slip."""
        if len(written) != len(name):
            return False
        wrong = [i for i, c in enumerate(name) if c != written[i]]
        end = 0
        for word in self._segmenter.words(written):
            start = written.find(word, end)
            end = start + len(word)
            if len(word) > 1 and any(start <= i < end for i in wrong):
                return True
        return False


def _one_slip(written: str, name: str) -> bool:
    """Whether two texts differ by one character that is missing, too many or another, or by two
    that changed places."""
    front = 0
    while front < min(len(written), len(name)) and written[front] == name[front]:
        front += 1
    a, b = written[front:], name[front:]
    if a == b:
        return False
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter
