"""Places of a menu that a text picks: 14, 第14个, option 3, 2吧，里面还有未成年. Pure.

Such a number is no figure of a case, whoever reads it.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

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


_PLACE_AND_MORE = re.compile(
    r"(?:嗯|那|就|是|我|选|要|第|[, ])*(?P<place>\d{1,2})(?:个|项|种|条|号)?(?:吧|呢|的|啊)*"
    r"[,;.。 ]+(?P<more>[^\d\s].*)"
)
"""A place in a list, and what is said besides: 2吧,里面还有未成年."""


def place_and_more(text: str) -> tuple[str, str]:
    """The place that a text picks first, as its own words, and what it says besides; both empty
    where it does not do that."""
    read = _PLACE_AND_MORE.fullmatch(normalise(text).strip())
    return (read["place"], read["more"]) if read is not None else ("", "")


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


def without_place(text: str) -> str:
    """A normalised text without the place that it picks, alone or first of all."""
    if place_in(text):
        return ""
    return place_and_more(text)[1] or text
