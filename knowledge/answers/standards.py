"""Standards by their number: what is held of a section (国标37932第8.1条),
and that a standard is not held (GB/T 35273).

The words of a standard are protected, so that a section is told by the claims and documents that
rest on it. A number that no source bears and no answer speaks of is not held; what a standard of
another number says is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from knowledge.answers.citing import origins_of
from knowledge.documents import valid_on
from knowledge.text import normalise
from knowledge.types import Claim, ClosedList, Document, Entry, Gap, Procedure, Source

_BODY = r"(?:gb|db\d\d|yd|jr)\s?(?:/\s?[tz])?\s?[-—–]?\s?"
_CALLED = r"(?:国标|标准)号?\s?"
_EDITION = r"(?:\s?[-—–]\s?(?P<year>(?:19|20)\d\d)(?!\d))?"
_COUNTED = r"[\d年月元万亿个条项人份家%]"
_NUMBER = re.compile(
    rf"(?:{_BODY}|{_CALLED})(?P<n>\d{{3,5}}(?:\.\d{{1,2}})?)(?!{_COUNTED}){_EDITION}"
)
_ALONE = re.compile(rf"(?<![\d.])(?P<n>\d{{4,5}})(?!{_COUNTED}){_EDITION}")
_SECTION = re.compile(
    r"第?\s?(?<![\d.])(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.%])\s?[条节章款]?"
    r"(?:\s?第?\s?\(?(?P<i>[a-h])\s?[)项])?"
    r"|(?:第\s?|\b(?:section|clause|chapter|article)\s)(?P<m>\d{1,2})(?![\d.])\s?[条节章]?"
    r"(?:\s?第?\s?\(?(?P<mi>[a-h])\s?[)项])?"
    r"|(?:附录|\b(?:annex|appendix)\s)\s?(?P<a>[a-h](?:\.\d{1,2})*)"
)
_WHOLE = re.compile(r"(?:里面?|中|主要|都|究竟|到底|大概|这个|标准|国标|的|是|,|\s)*")
_ASKS_WHOLE = re.compile(
    r"(?:[讲说写管]|规定|规范|包括|包含)(?:的是|了)?(?:些)?(?:什么|啥|哪些|哪些?内容|什么内容)"
    r"|(?:内容|要点)(?:是什么|有哪些|是啥)?|是(?:什么|啥|做什么的|干什么的|干嘛的)"
    r"|what\s(?:is|does).*|summary"
)
_ASKS_ON = re.compile(
    r"那|和|还有|再看|的?(?:内容)?|呢|吗|[讲说写](?:的是|了)?(?:些)?(?:什么|啥)?|怎么[说写]"
    r"|\b(?:and|what|about|does|say|then|section|clause)\b|[ ,，]"
)
_POINT = re.compile(r"(?<=\d)点(?=\d)")
_JOINT = re.compile(r"[;；、,，]")
_HEAD = re.compile(r"\d+(?:\.\d+)*|附录[a-h](?:\.\d+)*")
_TOLD = (Entry, ClosedList, Procedure, Gap)


class StandardFinding(msgspec.Struct, frozen=True):
    """What looking up a standard gave. ``number``: as it is written (gb/t 35273). ``source``: the
    one that bears it; ``None`` = not held. ``section``: 8.1, 4.2a) or 附录a.3; empty = the standard
    as a whole. ``claims``: what is held of the section, those of one subject and predicate
    together. ``documents``: what else rests on it. ``sections``: the sections of which something
    is held, where the whole is asked for. ``others``: the standards that are held, where this one
    is not."""

    number: str
    source: Source | None = None
    section: str = ""
    claims: tuple[tuple[Claim, ...], ...] = ()
    documents: tuple[Document, ...] = ()
    sections: tuple[str, ...] = ()
    others: tuple[Source, ...] = ()


class Standards:
    """The standards that a pack cites, by number. Built once."""

    def __init__(self, documents: Iterable[Document], claims: Mapping[str, Claim]) -> None:
        self._sources: dict[str, Source] = {}
        self._resting: dict[str, list[tuple[tuple[str, ...], Document]]] = {}
        self._spoken: set[str] = set()
        for document in documents:
            if isinstance(document, Source):
                named = _NUMBER.search(normalise(document.number))
                if named is not None:
                    self._sources[named["n"]] = document
                continue
            self._spoken.update(m["n"] for m in _NUMBER.finditer(normalise(_answer(document))))
            if not isinstance(document, (Claim, *_TOLD)):
                continue
            for origin in dict.fromkeys(origins_of(document, claims)):
                if origin.source and origin.section:
                    parts = _parts(origin.section)
                    self._resting.setdefault(origin.source, []).append((parts, document))

    def look_up(self, question: str, day: date) -> StandardFinding | None:
        """What a question asks of a standard by its number, as held on a day."""
        text = _POINT.sub(".", normalise(question))
        named = _NUMBER.search(text) or self._alone(text)
        if named is None:
            return None
        source = self._sources.get(named["n"])
        number = named.group().strip()
        if source is None:
            if named["n"] in self._spoken:
                return None
            return StandardFinding(number, others=tuple(self._sources.values()))
        if named["year"] and named["year"] not in source.number:
            return None  # Another edition: what this one says is no answer to it.
        rest = f"{text[: named.start()]} {text[named.end() :]}"
        section = _section(rest)
        if section:
            return self._of_section(number, source, section, day)
        asked = _ASKS_WHOLE.sub("", rest)
        if asked == rest or _WHOLE.fullmatch(asked.strip(" ?？。!！呢吗")) is None:
            return None
        return self._whole(number, source)

    def follow_up(self, question: str, earlier: Sequence[str], day: date) -> StandardFinding | None:
        """Another section of the standard that was looked up last (那8.2呢). ``earlier``: oldest
        first."""
        text = _POINT.sub(".", normalise(question)).strip(" ?？。!！")
        section = _section(text)
        if not section or _ASKS_ON.sub("", _SECTION.sub("", text)):
            return None
        for told in reversed(earlier):
            found = self.look_up(told, day)
            if found is not None and found.source is not None:
                return self._of_section(found.number, found.source, section, day)
            if _NUMBER.search(normalise(told)) is None and not _section(normalise(told)):
                return None
        return None

    def _alone(self, text: str) -> re.Match[str] | None:
        """A number that a held standard bears, without the word for what it is."""
        return next((m for m in _ALONE.finditer(text) if m["n"] in self._sources), None)

    def _of_section(self, number: str, source: Source, section: str, day: date) -> StandardFinding:
        within = re.compile(rf"{re.escape(section)}(?!\d)")
        resting = [
            document
            for parts, document in self._resting.get(source.id, ())
            if any(within.match(part) for part in parts) and valid_on(document, day)
        ]
        claims = [d for d in resting if isinstance(d, Claim)]
        claims.sort(key=lambda c: (c.subject, c.predicate))
        together = groupby(claims, key=lambda c: (c.subject, c.predicate))
        others = dict.fromkeys(d for d in resting if isinstance(d, _TOLD))
        # What asks for the section is told of it by a list sooner than by what merely rests on it.
        ranked = sorted(others, key=lambda d: (_TOLD.index(type(d)), d.id))
        return StandardFinding(
            number, source, section, tuple(tuple(g) for _, g in together), tuple(ranked)
        )

    def _whole(self, number: str, source: Source) -> StandardFinding:
        resting = self._resting.get(source.id, ())
        heads = (_HEAD.match(part) for parts, _ in resting for part in parts)
        sections = {head.group().split(".")[0] for head in heads if head is not None}
        return StandardFinding(number, source, sections=tuple(sorted(sections, key=_in_order)))


def _answer(document: Document) -> str:
    """What a document tells, without the wordings by which it is asked for."""
    told = (getattr(document, name, "") for name in ("answer", "gist", "object", "summary"))
    return " ".join(text for text in told if isinstance(text, str))


def _section(text: str) -> str:
    """The section that a normalised text names, as sections are kept here: 8.1b), 附录a.3."""
    match = _SECTION.search(text)
    if match is None:
        return ""
    if match["a"]:
        return f"附录{match['a']}"
    item, figures = match["i"] or match["mi"], match["n"] or match["m"]
    return f"{figures}{item})" if item else figures


def _parts(section: str) -> tuple[str, ...]:
    """The sections of one citation: 4.3 a)、e)；6.2 → 4.3a), 4.3e), 6.2."""
    found: list[str] = []
    head = ""
    for part in _JOINT.split(normalise(section).replace(" ", "")):
        begun = _HEAD.match(part)
        head = begun.group() if begun is not None else head
        found.append(part if begun is not None else f"{head}{part}")
    return tuple(found)


def _in_order(section: str) -> tuple[int, str]:
    return (int(section) if section.isdecimal() else 99, section)
