"""A question as the search engines see it: its tokens, its figures, the things that it names."""

from __future__ import annotations

import functools
from typing import Literal

from knowledge.localities import places_in
from knowledge.quantities import quantities
from knowledge.search.answer_kinds import choice, measures_wanted, wanted
from knowledge.search.facets import facets
from knowledge.text import Segmenter, bigrams, normalise


class Asked:
    """A question as the engines see it. One in English is asked by the Chinese names of what it
    names too: most of the knowledge is said in Chinese alone."""

    def __init__(self, question: str, segmenter: Segmenter) -> None:
        self.text = normalise(question)
        texts = (question, *segmenter.chinese(question))
        self.pairs = tuple(pair for text in texts for pair in bigrams(text))
        self.pairs_once = tuple(dict.fromkeys(self.pairs))
        self.words = tuple(word for text in texts for word in segmenter.words(text))
        self.words_once = tuple(dict.fromkeys(self.words))
        self.numbers = numbers_of(question)
        self.kinds = tuple(kind for text in texts for kind in segmenter.kinds(text))
        self.figures = figures_of(self.text)
        self.facets = facets(self.text)
        self.kinds_wanted = wanted(self.text)
        self.measures = measures_wanted(self.text)
        self.choice = choice(self.text)
        self.places = places_in(self.text)


def figures_of(text: str) -> tuple[tuple[Literal["year", "number"], str], ...]:
    """Years and other figures above two, as digits."""
    found: list[tuple[Literal["year", "number"], str]] = []
    for quantity in quantities(text):
        if quantity.kind == "date":
            found.append(("year", str(int(quantity.value) // 10000)))
        elif quantity.value > 2:
            found.append(("number", _digits(quantity.value)))
    return tuple(found)


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


@functools.lru_cache(maxsize=8192)
def numbers_of(text: str) -> frozenset[tuple[str, float]]:
    """Numbers that make a difference: those with a unit, of two digits or more."""
    return numbers_in(normalise(text))


def numbers_in(text: str) -> frozenset[tuple[str, float]]:
    """``numbers_of`` a text that is normalised already."""
    return frozenset(
        (q.kind, q.value)
        for q in quantities(text)
        if q.kind in ("number", "money", "percent", "date", "article") and q.value > 10
    )
