"""Places in laws as people write them: 第38条第2款第(1)项, 55条, Article 38(2). Pure."""

from __future__ import annotations

import re

import msgspec

from knowledge.quantities import chinese_number
from knowledge.search.entities import Mention

NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_PARAGRAPH = r"(?:[的中,里]{0,2}第?(?P<p>\d{1,2})款)?"
_ITEM = rf"(?:[的中,里]{{0,2}}第?\(?(?P<i>{NUMERAL})\)?项)?"
_PART = rf"(?:之(?P<t>{NUMERAL})(?!般))?"
ARTICLE = re.compile(
    rf"第(?P<n>[1-9]\d{{0,3}})条{_PART}{_PARAGRAPH}{_ITEM}"
    r"|article\s*(?P<e>[1-9]\d{0,3})(?!\d)(?:\s*\((?P<ep>\d{1,2})\)|,?\s*para(?:graph)?\s*(?P<eq>\d{1,2}))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"[》)]?的?(?<!\d)(?P<n>[1-9]\d{{0,3}})条(?!例){_PART}{_PARAGRAPH}{_ITEM}")
"""A number without 第 is an article only right behind the law's name: 那一条 and 几条 are none."""
_OF = re.compile(r"\s*(?:\(\d+\)\s*)*(?:of|in|from|under|,)\s+(?:the\s+)?(?:chinese?'?s?\s+)?$")
_JOINED = re.compile(r"\s*(?:和|与|、|及|以及|跟|,|and|or|或|至|到)+\s*")
_NEXT = re.compile(r"(?:和|与|、|及|以及|跟)")
_REACH = 12
"""Characters that may stand between a law's name and its article."""


class Place(msgspec.Struct, frozen=True):
    """An article and what of it is meant. ``part``: 1 for 第N条之一; ``paragraph`` (款) and
    ``item`` (项): ``None`` = not named."""

    article: int
    part: int = 0
    paragraph: int | None = None
    item: int | None = None

    def written(self) -> str:
        """The place in figures: 第38条第2款第1项."""
        text = f"第{self.article}条" + (f"之{self.part}" if self.part else "")
        text += f"第{self.paragraph}款" if self.paragraph else ""
        return text + (f"第{self.item}项" if self.item else "")


class Asked(msgspec.Struct, frozen=True):
    """A place that a text asks for, with the law whose name it belongs to."""

    mention: Mention
    place: Place


def place_of(match: re.Match[str]) -> Place:
    """The place that a match of ``ARTICLE`` or of a number behind a law's name means."""
    groups = match.groupdict()
    article = int(groups["n"] or groups["e"])
    return Place(article, _number(groups.get("t")) or 0, *paragraph_and_item(match))


def paragraph_and_item(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The paragraph and the item that a match names."""
    groups = match.groupdict()
    paragraph = groups.get("p") or groups.get("ep") or groups.get("eq")
    return _number(paragraph), _number(groups.get("i"))


def _number(numeral: str | None) -> int | None:
    if not numeral:
        return None
    return int(numeral) if numeral.isdecimal() else chinese_number(numeral)


def asked_places(text: str, mentions: list[Mention]) -> list[Asked]:
    """The articles that a text asks for, each with the law that it belongs to: the one whose name
    stands right before it, or in English right behind it. 第55条、第56条 share one name."""
    found: list[Asked] = []
    last: tuple[Mention, int] | None = None
    for start, end, place in _places(text, mentions):
        mention = next((m for m in reversed(mentions) if m.end <= start), None)
        behind = next((m for m in mentions if _OF.fullmatch(text[end : m.start])), None)
        if behind is not None:
            found.append(Asked(behind, place))
            last = (behind, end)
            continue
        if mention is None:
            continue
        if last is not None and last[0] == mention:
            joined = _JOINED.fullmatch(text[last[1] : start])
        else:
            close = re.sub(r"^[》)]*\s*[，,]\s*$", "", text[mention.end : start])
            joined = len(close) <= _REACH and not re.search(r"[，。？；,?;]", close)
        if joined:
            found.append(Asked(mention, place))
            last = (mention, end)
    return list(dict.fromkeys(found))


def _places(text: str, mentions: list[Mention]) -> list[tuple[int, int, Place]]:
    """The articles named in a text, in order: start, end, place."""
    found: dict[int, tuple[int, int, Place]] = {}
    for match in ARTICLE.finditer(text):
        found[match.start()] = (match.start(), match.end(), place_of(match))
    for mention in mentions:
        match = _BARE.match(text, mention.end)
        while match is not None:
            found[match.start()] = (match.start(), match.end(), place_of(match))
            further = _NEXT.match(text, match.end())
            match = _BARE.match(text, further.end()) if further else None
    inside = {p for m in mentions for p in range(m.start, m.end)}
    return [found[place] for place in sorted(found) if place not in inside]
