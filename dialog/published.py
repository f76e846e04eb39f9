"""The sentences that the published knowledge holds word for word: what may leave for a voice
service by default, and what can be spoken ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from avatar.sentences import split
from knowledge.pack import Pack
from knowledge.snapshot import Snapshot
from knowledge.types import (
    ClosedList,
    Entry,
    Gap,
    Language,
    Opener,
    Procedure,
    Reply,
    Term,
)


def sentences(pack: Pack) -> Iterator[tuple[str, Language]]:
    """Every stored sentence; what everybody hears comes first."""
    for text in _chinese(pack):
        for sentence in split(text):
            yield sentence, "zh"
    for text in _english(pack):
        for sentence in split(text):
            yield sentence, "en"


def pronunciations(pack: Pack) -> dict[str, str]:
    """How the glossary says its names. Letters apart belong to the abbreviation among the names:
    个人信息保护法 stays itself, and PIPL is said P I P L."""
    said: dict[str, str] = {}
    for term in pack.all(Term).values():
        if term.pronunciation:
            names = (term.id, *term.synonyms)
            latin = term.pronunciation.replace(" ", "").isascii() and " " in term.pronunciation
            letters = term.pronunciation.replace(" ", "").lower()
            abbreviations = [name for name in names if name.lower() == letters]
            for name in abbreviations if latin and abbreviations else (term.id,):
                said[name] = term.pronunciation
    return said


class Published:
    """Whether a sentence stands in the published knowledge; follows its versions."""

    def __init__(self, snapshot: Callable[[], Snapshot]) -> None:
        self._snapshot = snapshot
        self._version = -1
        self._known: frozenset[str] = frozenset()

    def __call__(self, text: str) -> bool:
        snapshot = self._snapshot()
        if snapshot.version != self._version:
            self._known = frozenset(sentence for sentence, _ in sentences(snapshot.pack))
            self._version = snapshot.version
        return text in self._known or snapshot.laws.texts.holds(text)


class Pronounced:
    """How the glossary says its names; follows the versions of the published knowledge."""

    def __init__(self, snapshot: Callable[[], Snapshot]) -> None:
        self._snapshot = snapshot
        self._version = -1
        self._said: dict[str, str] = {}

    def __call__(self) -> dict[str, str]:
        snapshot = self._snapshot()
        if snapshot.version != self._version:
            self._said = pronunciations(snapshot.pack)
            self._version = snapshot.version
        return self._said


def _chinese(pack: Pack) -> Iterator[str]:
    profile = pack.profile
    yield from (profile.greeting, profile.closing, profile.related)
    yield from (*profile.unknown, *profile.unsure)
    for reply in pack.all(Reply).values():
        yield from reply.variants
    for opener in pack.all(Opener).values():
        yield opener.text
    for entry in pack.all(Entry).values():
        yield entry.answer
    for gap in pack.all(Gap).values():
        yield from (gap.answer, gap.next_step)
    for procedure in pack.all(Procedure).values():
        yield from (procedure.intro, procedure.closing)


def _english(pack: Pack) -> Iterator[str]:
    profile = pack.profile
    yield from (profile.greeting_english, profile.closing_english, profile.related_english)
    yield from (*profile.unknown_english, *profile.unsure_english)
    for reply in pack.all(Reply).values():
        yield from reply.english
    for opener in pack.all(Opener).values():
        yield opener.english
    for kind in (Entry, Gap, ClosedList):
        for document in pack.all(kind).values():
            if document.english is not None:
                yield document.english.answer
