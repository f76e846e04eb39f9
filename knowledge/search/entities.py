"""Names in a question: which terms, laws and catalogue items it mentions, and slips of the pinyin
input that turn one of them into another word of the same sound."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import msgspec
import pypinyin

from knowledge.text import Segmenter, normalise

_KEPT = 1024
"""Texts whose mentions are kept: a turn looks for the names of its question again and again."""


class Mention(msgspec.Struct, frozen=True):
    """A name found at ``start:end`` of the normalised text."""

    entity: str
    start: int
    end: int


class EntityIndex:
    """Longest-match look-up of names. Built once, then only read."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names``: (what people write, the entity it means); the first meaning wins."""
        self._meaning: dict[str, str] = {}
        self._by_first: dict[str, list[int]] = {}
        for name, entity in names:
            surface = normalise(name)
            if len(surface) >= 2:
                self._meaning.setdefault(surface, entity)
        self._surfaces: dict[str, list[str]] = {}
        for surface, entity in self._meaning.items():
            self._surfaces.setdefault(entity, []).append(surface)
            lengths = self._by_first.setdefault(surface[0], [])
            if len(surface) not in lengths:
                lengths.append(len(surface))
        for lengths in self._by_first.values():
            lengths.sort(reverse=True)
        # No cache around a method: it would be a cycle, and nothing that stays is looked through
        # for those.
        self._linked: dict[str, tuple[Mention, ...]] = {}

    def names(self, text: str, entity: str) -> bool:
        """Whether an entity is among the mentions in the text."""
        text = normalise(text)
        if not any(surface in text for surface in self._surfaces.get(entity, ())):
            return False
        return any(mention.entity == entity for mention in self.link(text))

    def link(self, text: str) -> list[Mention]:
        """The mentions in the text, left to right, longest first, without overlap."""
        known = self._linked.get(text)
        if known is None:
            known = tuple(self._link(normalise(text)))
            if len(self._linked) >= _KEPT:
                self._linked.clear()
            self._linked[text] = known
        return list(known)

    def _link(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(text):
            for length in self._by_first.get(text[position], ()):
                end = position + length
                # Beyond the end a slice is shorter, and might be another name.
                entity = self._meaning.get(text[position:end]) if end <= len(text) else None
                if entity is not None and _on_word_border(text, position, end):
                    found.append(Mention(entity, position, end))
                    position = end
                    break
            else:
                position += 1
        return found


def _on_word_border(text: str, start: int, end: int) -> bool:
    # A Latin abbreviation must not be found inside a longer Latin word.
    if not text[start].isascii():
        return True
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
    after = end < len(text) and text[end].isascii() and text[end].isalnum()
    return not before and not after


_COMMON = frozenset(
    "上下中里内外是有在到要能可会和及与或等于以为也都还又就才再把被给让由从向对跟按据计用做"
)
"""Characters that often follow a word: 数据上 is no slip for 数据商."""


_OF_DATES = "年月日号"
"""Behind a figure these are of a date: 1月1日至8月31日 tells of no 日志."""
_MEASURES = frozenset("个名位条份户家")
_COUNTING = frozenset("几数多这那两每各")
"""Behind these a measure word begins no word: 8000个新买家 tells of no 个信."""


class SlipMender:
    """Mends words typed with the right sound and the wrong characters (数剧产品 → 数据产品)."""

    def __init__(self, terms: Iterable[str], segmenter: Segmenter) -> None:
        """``segmenter`` knows ordinary words: one is left alone, and so is what cuts one apart
        (服务上线 is not 服务商线)."""
        self._segmenter = segmenter
        self._terms: dict[tuple[str, ...], str] = {}
        for term in terms:
            if 2 <= len(term) <= 8 and all("\u4e00" <= c <= "\u9fff" for c in term):
                self._terms.setdefault(sounds(term), term)
        self._lengths = sorted({len(k) for k in self._terms}, reverse=True)

    def mend(self, text: str) -> str:
        """The normalised text with slips replaced; the same text when there is none."""
        text = normalise(text)
        heard = sounds(text)
        if len(heard) != len(text):
            return text
        borders = self._segmenter.borders(text)
        position = 0
        while position < len(text):
            before = text[position - 1 : position]
            in_a_date = text[position] in _OF_DATES and before.isdigit()
            counts = text[position] in _MEASURES and (before.isdigit() or before in _COUNTING)
            for length in () if in_a_date or counts else self._lengths:
                if position not in borders or position + length not in borders:
                    continue
                window = text[position : position + length]
                term = self._terms.get(heard[position : position + length])
                if term is None or len(window) < length:
                    continue
                if term == window or self._segmenter.is_word(window):
                    position += length - 1
                    break
                wrong = [i for i, c in enumerate(term) if c != window[i]]
                if len(wrong) * 2 > length:
                    continue
                if wrong == [length - 1] and length > 2 and window[-1] in _COMMON:
                    continue
                text = text[:position] + term + text[position + length :]
                position += length - 1
                break
            position += 1
        return text


@functools.lru_cache(maxsize=4096)
def sounds(text: str) -> tuple[str, ...]:
    """The sounds of a text in pinyin without tones, one for each character."""
    return tuple(
        pypinyin.lazy_pinyin(text, errors=list, v_to_u=False)  # pyright: ignore
    )
