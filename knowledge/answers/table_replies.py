"""What a text answers to the question that a decision table asked back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.table_words import Slots, number_in, occurs
from knowledge.text import normalise
from knowledge.types import Input

_YES = re.compile(r"(?:是|有|对|嗯|yes\b)")
_NO = re.compile(r"(?:不|否|没|无|no\b)")
_NONE_OF_THEM = re.compile(r"(?:以上|这些)?(?:都)?(?:不是|没有|不属于|没)(?:的)?")
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_PLACE = re.compile(
    r"(?:嗯|那|就|是|我|选|要|第|[, ])*"
    r"(?:(?P<number>\d{1,2})(?:个|项|种|条|号)?|(?P<last>最后(?:那|[一1])?(?:个|项|种|条)))"
    r"(?:吧|呢|啊|呀|的|[。.!? ])*"
    r"|(?:(?:yes|ok|okay|i|we|pick|choose|take|mean|it'?s?|is|the)[, ]+)*"
    r"(?:(?:number|no\.?|option|item|choice|#) ?(?P<digit>\d{1,2})|(?P<nth>\d{1,2})(?:st|nd|rd|th)"
    rf"|(?P<word>last|{'|'.join(_PLACES)}))(?: (?:one|option|kind|choice))?"
    r"(?:[,. ]*please)?[.!? ]*"
)


def place_in(text: str) -> int:
    """The place in a list that a text picks and nothing else: 14, 第14个, option 3; -1 for the last
    one, 0 for none."""
    read = _PLACE.fullmatch(normalise(text).strip())
    if read is None:
        return 0
    if read["last"] or read["word"] == "last":
        return -1
    word = read["word"]
    return _PLACES.index(word) + 1 if word else int(read["number"] or read["digit"] or read["nth"])


def answered(asked: Input, text: str) -> Slots:
    """What a text answers to one question: a choice by its label or place, yes or no, a figure."""
    text = normalise(text).strip("。.!, ")
    if asked.lower:
        number = number_in(text)
        return {asked.name: number} if number else {}
    place = place_in(text)
    if place:
        inside = place <= len(asked.values)
        return {asked.name: asked.values[place - (place > 0)]} if inside else {}
    labels = [normalise(label) for label in asked.labels or asked.values]
    english = [normalise(label) for label in asked.labels_english]
    if text in english:
        return {asked.name: asked.values[english.index(text)]}
    places = _by_label(labels, text, two=len(asked.values) == 2)
    return {asked.name: asked.values[places[0]]} if len(places) == 1 else {}


def _by_label(labels: Sequence[str], text: str, *, two: bool) -> list[int]:
    """The places of the labels that a text may mean. ``two``: there are no more to choose from."""
    places = [place for place, label in enumerate(labels) if label == text]
    if not places and (_YES.match(text) or _NO.match(text)) and two:
        meant = bool(_NO.match(text))
        places = [place for place, label in enumerate(labels) if bool(_NO.match(label)) == meant]
    if not places and _NONE_OF_THEM.fullmatch(text):
        places = [p for p, label in enumerate(labels) if label == "其他" or label.startswith("没")]
    if places:
        return places
    places = [
        place
        for place, label in enumerate(labels)
        if min(len(label), len(text)) > 1 and (occurs(label, text)[0] or text in label)
    ]
    if _NO.match(text) and not any(_NO.match(labels[p]) for p in places):
        return []
    return places
