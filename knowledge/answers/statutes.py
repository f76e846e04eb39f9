"""The imported words of laws, ready for quoting. What may be quoted is decided here alone: the
article is held without doubt, and the day lies within known dates of force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from knowledge.numerals import chinese_number
from knowledge.text import normalise
from knowledge.types import Law, Statute, StatuteArticle

_ITEM = re.compile(r"[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[.．、]")

_ITEM_NUMBER = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_PUNISHES = re.compile(r"罚|责令|处分|没收|吊销|追究")
_BREACHED = re.compile(
    r"(?:违反|不履行|未履行|未按照|没有履行)(?:了)?本(?:法|条例|办法|规定|规范|细则)(?P<places>(?:第\d+[条款项]|之\d+"
    r"|、|和|及|与|以及|至|或者?)+)"
)
_PLACE = re.compile(r"(至)?第(\d+)条")


def breached_in(text: str) -> frozenset[int]:
    """The articles of the same law whose breach the words of an article punish, where they name
    them: 违反本法第22条、第24条至第26条规定的."""
    text = normalise(text)
    found: set[int] = set()
    if _PUNISHES.search(text):
        for breach in _BREACHED.finditer(text):
            last = 0
            for through, figure in _PLACE.findall(breach.group("places")):
                number = int(figure)
                found.update(range(last + 1 if through and last else number, number + 1))
                last = number
    return frozenset(found)


def paragraphs_of(lines: Iterable[str]) -> list[list[str]]:
    """The lines of an article by paragraph (款): items in brackets belong to the one above."""
    found: list[list[str]] = []
    for line in lines:
        if found and _ITEM.match(line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


class Wording(msgspec.Struct, frozen=True):
    """An article's words as they may be quoted, and where they were taken from."""

    article: StatuteArticle
    source: str

    @property
    def paragraphs(self) -> list[list[str]]:
        """The lines of each paragraph."""
        return paragraphs_of(self.article.text.split("\n"))

    @property
    def make_up(self) -> tuple[int, ...]:
        """How many items each paragraph has."""
        return tuple(
            sum(_ITEM_NUMBER.match(line) is not None for line in lines[1:])
            for lines in self.paragraphs
        )

    def lines(self, paragraph: int | None, item: int | None) -> list[str]:
        """The lines of a paragraph, or of one item with the line that opens it; empty where there
        is no such paragraph, or where the items stand in one line."""
        paragraphs = self.paragraphs
        chosen = paragraphs[paragraph - 1 : paragraph] if paragraph else paragraphs
        if not item:
            return chosen[0] if paragraph and chosen else []
        for lines in chosen:
            for line in lines[1:]:
                mark = _ITEM_NUMBER.match(line)
                if mark is not None and chinese_number(mark.group(1)) == item:
                    return [lines[0], line]
        return []


class StatuteBook:
    """All imported words of a pack, by law, number and 之-number."""

    def __init__(self, statutes: Mapping[str, Statute], laws: Mapping[str, Law]) -> None:
        self._statutes = {statute.law: statute for statute in statutes.values()}
        self._laws = laws
        self._articles = {
            (statute.law, article.number, article.part): article
            for statute in statutes.values()
            for article in statute.articles
        }
        self._punishing: dict[tuple[str, int], list[int]] = {}
        for (law, number, part), article in self._articles.items():
            if not part and self._sure(law, article):
                for breached in breached_in(article.text):
                    self._punishing.setdefault((law, breached), []).append(number)
        self._quotable = "\n".join(
            article.text
            for (law, *_), article in self._articles.items()
            if self._sure(law, article)
        )

    def wording(self, law: str, number: int, part: int, *, day: date) -> Wording | None:
        """The words of an article for quoting on a day; ``None`` = not held, in doubt, or not
        known to be in force then."""
        article = self._articles.get((law, number, part))
        known = self._laws.get(law)
        if article is None or known is None or not self._sure(law, article):
            return None
        start, end = known.effective_from, known.effective_to
        if start is None or day < start or (end is not None and day > end):
            return None
        return Wording(article, self._statutes[law].source)

    def doubtful(self, law: str, number: int, part: int = 0) -> bool:
        """Whether an article is held, but in words that must not be quoted."""
        article = self._articles.get((law, number, part))
        return article is not None and not self._sure(law, article)

    def punishing(self, law: str, number: int) -> list[int]:
        """The articles whose words punish a breach of an article of the same law."""
        return self._punishing.get((law, number), [])

    def last(self, law: str) -> int | None:
        """The number of a law's last article, where the law is held whole."""
        statute = self._statutes.get(law)
        if statute is None or not statute.whole:
            return None
        return max(a.number for a in statute.articles)

    def holds(self, sentence: str) -> bool:
        """Whether a sentence stands in words that may be quoted."""
        return len(sentence) > 3 and sentence in self._quotable

    def _sure(self, law: str, article: StatuteArticle) -> bool:
        known = self._laws.get(law)
        listed = known is not None and article.number in known.in_doubt and not article.part
        return not article.doubt and not listed
