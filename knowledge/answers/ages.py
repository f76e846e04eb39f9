"""Ages that a text tells: 13岁的用户, 6到12岁, users aged 12. Pure; texts are normalised.

Young is who is surely below an age; 13岁以上 or 16岁以下 leaves it open and tells nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from knowledge.answers.vague_counts import bounds
from knowledge.text import normalise
from knowledge.types import Input

_AGE = re.compile(
    r"(?<![\d.])(?:(?P<low>\d{1,2})\s*(?:周?岁)?\s*(?:到|至|-|~|—|–|and|to)\s*)?(?P<high>\d{1,2})\s*"
    r"(?:周?岁(?!月)|[- ]years?[- ]olds?\b)"
    r"(?:\s*(?P<open>[及或]?以上|起|and (?:over|above|older)))?"
    r"|\b(?:aged?|ages)\s+(?:(?P<low_aged>\d{1,2})\s*(?:to|-|and|–)\s*)?(?P<aged>\d{1,2})\b"
    r"(?!\s*(?:years? )?(?:and|or) (?:over|above|older|up))"
)
_BELOW = re.compile(
    r"(?:是|都|全|还)*(?:[不未没](?:有)?(?:满|到|足)|还没(?:有)?|小于|低于)\s*\d{1,2}\s*周?岁(?!月)"
    r"|\b(?:under|below|younger than|not yet(?: turned)?|(?:have|has)n['’]t turned)"
    r" (?:the age of )?\d{1,2}\b(?!,\d)"
    r"(?! (?:thousand|million|hundred|people|users|customers|days|months|years of\b))"
)
_FROM = re.compile(r"(?:满|超过|大于|高于|over|above|at least)\s*$")
_NOT_YET = re.compile(r"(?:不|未|没)(?:有)?满\s*$")
_TO_COME = re.compile(
    r"(?:[不未没](?:有)?(?:满|到|足)|还没(?:有)?|尚未|小于|低于)\s*$"
    r"|\b(?:under|below|younger than|not yet(?: turned)?|(?:have|has)n['’]t turned)"
    r" (?:the age of )?$"
)
"""What says that an age is not reached: 没满14岁."""
_LIMIT = re.compile(r"(?:不满|未满|不到|under (?:the age of )?)\s*(\d{1,2})")

_OF_CHILD = re.compile(r"\d|1[0-3]")

_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        ),
        1,
    )
}  # fmt: skip
_YEARS_OLD = re.compile(
    rf"\b(?P<age>\d{{1,2}}|{'|'.join(_SPELLED)})[- ]years?[- ]old(?P<people>s)?\b"
)
_UNDER = re.compile(r"\bunder[- ](1?\d)s\b")
_NUMERALS = "一二三四五六七八九"
_ABOUT = re.compile(rf"(?P<ten>十)?(?P<low>[{_NUMERALS}])[、~]?(?P<high>[{_NUMERALS}])(?:周)?岁")
"""An age that is told as one of two: 七八岁, 十二三岁."""
_CHILDREN = re.compile(
    r"(?:(?<=[个名群\d家校班的])|小)娃(?!哈|机|玩|店|产|款|衣)(?:娃(?!机|玩|店|产|款|衣)|儿|们)?"
)
"""Children as they are called at home: 8000个娃."""
_COUNTED = re.compile(r"\d(?: of (?:our|the|these|those))?\s$")
_THINGS = re.compile(
    r"\s(?:[a-z]+\s)?(?:cars?|vehicles?|trucks?|contracts?|files?|records?|documents?|photos?"
    r"|pictures?|videos?|systems?|machines?|devices?|servers?|logs?|buildings?|houses?|trees?"
    r"|horses?|dogs?|cats?|cows?|animals?|pets?|compan(?:y|ies)|firms?|bottles?|policies|loans?)\b"
)
"""What may be as old and is nobody."""


def in_figures(text: str) -> str:
    """A normalised text with its ages in figures, so that they count no people and hide
    none: 300 ten-year-olds, 300 ten-year-old swimmers → 300 people aged 10."""

    def about(match: re.Match[str]) -> str:
        ten = 10 if match["ten"] else 0
        low, high = (_NUMERALS.index(match[g]) + 1 + ten for g in ("low", "high"))
        return f"{low}到{high}岁"

    def written(match: re.Match[str]) -> str:
        age = _SPELLED.get(match["age"], match["age"])
        counted = _COUNTED.search(match.string[: match.start()]) is not None
        counted = counted and not _THINGS.match(match.string[match.end() :])
        return f"people aged {age}" if match["people"] or counted else f"{age}-year-old"

    def below(match: re.Match[str]) -> str:
        return f"minors aged 0 to {int(match[1]) - 1}"

    text = _CHILDREN.sub("孩子", text)
    return _UNDER.sub(below, _YEARS_OLD.sub(written, _ABOUT.sub(about, text)))


def ages(text: str) -> Iterator[tuple[str, str]]:
    """The ages that a text tells with the words that tell each; a number or a range."""
    for match in _AGE.finditer(text):
        before = text[: match.start()]
        short = _TO_COME.search(before)
        high = match["high"] or match["aged"]
        if short is not None and not match["open"]:
            yield str(int(high) - 1), text[short.start() : match.end()]
            continue
        if match["open"] or (_FROM.search(before) and not _NOT_YET.search(before)):
            continue
        yield high, match.group()


def without_ages(text: str) -> str:
    """A text without its ages: they count no people."""
    return _AGE.sub(" ", text)


def ages_blanked(text: str) -> str:
    """A text with spaces in the place of its ages, all else where it stood: 9999个6到10岁小朋友
    counts 9999."""
    return _AGE.sub(lambda m: " " * len(m.group()), text)


def without_limits(text: str) -> str:
    """A text without the ages below which people are: 8000个不满14岁 counts the 8000."""
    return _BELOW.sub(" ", text)


def tells_child(text: str) -> bool:
    """Whether a normalised text tells the age of somebody for whom a guardian consents."""
    told = (m["low"] or m["low_aged"] or m["high"] or m["aged"] for m in _AGE.finditer(text))
    return any(_OF_CHILD.fullmatch(age) for age in told)


def young_value(known: Input) -> tuple[str, int]:
    """The value of an input that stands for people below an age, and the age; empty without any."""
    for place, value in enumerate(known.values):
        limit = _limit(known.labels[place : place + 1]) or _limit(known.words.get(value, ()))
        if limit is not None:
            return value, limit
    return "", 0


@functools.lru_cache(maxsize=1024)
def _limit(phrases: tuple[str, ...]) -> int | None:
    """The age that the first of some phrases names; kept, for they are a table's own."""
    found = (_LIMIT.search(normalise(p)) for p in phrases)
    return next((int(read[1]) for read in found if read is not None), None)


def tells_young(known: Input, text: str) -> str:
    """The words by which a text tells of people below the age that an input knows; else empty."""
    value, limit = young_value(known)
    if not value:
        return ""
    return next((words for age, words in ages(text) if bounds(age)[1] < limit), "")
