"""Places in laws as people write them: 第38条第2款第(1)项, 55条, Article 38(2). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from knowledge.numerals import chinese_number
from knowledge.search.entities import Mention

NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_PARAGRAPH = r"(?:[的中,里 ]{0,2}第?(?P<p>\d{1,2})款)?"
_ITEM = rf"(?:[的中,里 ]{{0,2}}第?\(?(?P<i>{NUMERAL})\)?项)?"
_PART = rf"(?:之(?P<t>{NUMERAL})(?!般))?"
ARTICLE = re.compile(
    rf"第\s?(?P<n>[1-9]\d{{0,3}})\s?条{_PART}{_PARAGRAPH}{_ITEM}"
    r"|(?:\b(?:articles?|arts?\.?|section)|§)\s*(?P<e>[1-9]\d{0,3})(?!\d|\.\d)"
    r"(?:\s*\((?P<ep>\d{1,2})\)|,?\s*para(?:graph|\.)?\s*(?P<eq>\d{1,2}))?"
    r"(?:,?\s*item\s*\(?(?P<ei>\d{1,2})\)?)?",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    rf"(?:原(?:来|先)?的?)?第?\s?[1-9]\d{{0,3}}\s?条{_PART}{_PARAGRAPH}{_ITEM}"
    r"|(?:\b(?:articles?|arts?\.?|section)|§)\s*[1-9]\d{0,3}(?:\s*\(\d{1,2}\))?",
    re.IGNORECASE,
)
"""An article as it is written anywhere in a text, with or without 第."""
_FORMERLY = r"(?:原(?:来|先)?|以前|从前|[旧老]版?|修[改正订]前)的?|\d{4}年(?:版|文本|原文)?的?"
_BARE = re.compile(
    rf"[》)]?的?(?:{_FORMERLY})?\s?(?<!\d)(?P<n>[1-9]\d{{0,3}})\s?条(?!例){_PART}{_PARAGRAPH}{_ITEM}"
)
"""A number without 第 is an article only right behind the law's name: 那一条 and 几条 are none."""
_FIGURE = re.compile(
    r"[》)]?的?\s?(?<!\d)第?(?!(?:19|20)\d\d)(?P<n>[1-9]\d{0,3})(?![\d.:/%-])"
    r"(?=\s*(?:$|[?？!！,，。、;；(]|[讲说写谈]|规定|内容|(?:的|是)(?:$|[?？,，。]|什么|啥|内容|规定|怎么)|什么|啥|怎么[说写规]"
    r"|呢|吗|吧|[和与及]\s?\d))"
)
"""A number alone right behind a law's name is an article where no word follows that it counts."""
_FORMER = re.compile(
    r"(?:原(?:来|先)?|以前|从前|[旧老]版?|修[改正订]前)的?\s*$|\b(?:former|old|previous|original)\s+$"
)
"""What stands right before an article whose number is that of the version before."""
_FORMER_LAW = re.compile(
    r"(?:以前的|从前的|[旧老]版?的?|修[改正订]前的|原(?:来的|先的)?)《?(?:中华人民共和国)?$|\b(?:former|old|previous|original)\s+$"
)
_OF = re.compile(
    r"\s*(?:\(\d+\)\s*)*(?:(?:of|in|from|under|,)\s+|\s)(?:the\s+)?"
    r"(?:(?:former|old|previous|original)\s+)?(?:chinese?'?s?\s+)?$"
)
_AT_ONCE = re.compile(r"的?\s?《?(?:中华人民共和国)?")
_JOINED = re.compile(r"\s*(?:和|与|、|及|以及|跟|,|and|or|或者?|还?是|在|至|到)+\s*")
_NEXT = re.compile(r"(?:和|与|、|及|以及|跟|还是)")
_NEXT_ENGLISH = re.compile(r"\s*(?:,|and|&|,\s*and)\s*(?P<e>[1-9]\d{0,3})(?!\d|\.\d)")
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
    """A place that a text asks for, with the law whose name it belongs to. ``former``: its number
    is that of the version before (原第47条)."""

    mention: Mention
    place: Place
    former: bool = False


_ITEM_MARK = re.compile(r"[一二三四五六七八九十]+|\d+")


def item_number(item: str) -> int | None:
    """The number of an item as rules and origins write it: （三） → 3; ``None`` = none."""
    mark = _ITEM_MARK.search(item)
    return _number(mark.group()) if mark is not None else None


def lacks(make_up: Sequence[int], paragraph: int | None, item: int | None) -> bool:
    """Whether an article is known to have no such paragraph or item. ``make_up``: how many items
    each of its paragraphs has; empty = not known."""
    if not make_up or (paragraph or 0) > len(make_up):
        return bool(make_up)
    chosen = make_up[paragraph - 1 : paragraph] if paragraph else make_up
    return (item or 0) > max(chosen)


def outside(span: Sequence[int], article: int) -> bool:
    """Whether an article lies outside the part of a law that is held: from its first article to its
    last; empty = the law is held as a whole."""
    return bool(span) and not span[0] <= article <= span[-1]


def place_of(match: re.Match[str]) -> Place:
    """The place that a match of ``ARTICLE`` or of a number behind a law's name means."""
    groups = match.groupdict()
    article = int(groups["n"] or groups["e"])
    return Place(article, _number(groups.get("t")) or 0, *paragraph_and_item(match))


def paragraph_and_item(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The paragraph and the item that a match names."""
    groups = match.groupdict()
    paragraph = groups.get("p") or groups.get("ep") or groups.get("eq")
    return _number(paragraph), _number(groups.get("i") or groups.get("ei"))


def _number(numeral: str | None) -> int | None:
    if not numeral:
        return None
    return int(numeral) if numeral.isdecimal() else chinese_number(numeral)


def asked_places(text: str, mentions: list[Mention]) -> list[Asked]:
    """The articles that a text asks for, each with the law that it belongs to: the one whose name
    stands right before it, or in English right behind it. 第55条、第56条 share one name."""
    found: list[Asked] = []
    last: tuple[Mention, int] | None = None
    places = _places(text, mentions)
    for number, (start, end, place) in enumerate(places):
        mention = next((m for m in reversed(mentions) if m.end <= start), None)
        joint = end
        for further, beyond, _ in places[number + 1 :]:
            # Articles 13 and 38 of PIPL share the name behind the last.
            if _JOINED.fullmatch(text[joint:further]) is None:
                break
            joint = beyond
        behind = next((m for m in mentions if _OF.fullmatch(text[joint : m.start])), None)
        former = _FORMER.search(text[:start]) is not None
        if behind is None and mention is None and number == 0:
            # 第55条个人信息保护法
            behind = next((m for m in mentions if _AT_ONCE.fullmatch(text[joint : m.start])), None)
        if behind is not None:
            found.append(Asked(behind, place, former or _of_former(text, behind)))
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
            found.append(Asked(mention, place, former or _of_former(text, mention)))
            last = (mention, end)
    return list(dict.fromkeys(found))


def _of_former(text: str, mention: Mention) -> bool:
    """Whether a law is named as it was: 以前的网络安全法, the former Cybersecurity Law."""
    return _FORMER_LAW.search(text[: mention.start]) is not None


def _places(text: str, mentions: list[Mention]) -> list[tuple[int, int, Place]]:
    """The articles named in a text, in order: start, end, place."""
    found: dict[int, tuple[int, int, Place]] = {}
    for match in ARTICLE.finditer(text):
        found[match.start()] = (match.start(), match.end(), place_of(match))
        further = _NEXT_ENGLISH.match(text, match.end()) if match["e"] else None
        while further is not None:
            found[further.start("e")] = (
                further.start("e"),
                further.end(),
                Place(int(further["e"])),
            )
            further = _NEXT_ENGLISH.match(text, further.end())
    for mention in mentions:
        match = _BARE.match(text, mention.end) or _FIGURE.match(text, mention.end)
        while match is not None:
            start = match.start("n")
            # 第 belongs to a place that is already found.
            if not any(s <= start < e for s, e, _ in found.values()):
                found[start] = (start, match.end(), place_of(match))
            further = _NEXT.match(text, match.end())
            match = _BARE.match(text, further.end()) if further else None
    inside = {p for m in mentions for p in range(m.start, m.end)}
    return [found[place] for place in sorted(found) if place not in inside]
