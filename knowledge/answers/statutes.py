"""The imported words of laws, ready for quoting. What may be quoted is decided here alone: the
article is held without doubt, and the day lies within known dates of force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from knowledge.types import Law, Statute, StatuteArticle

_ITEM = re.compile(r"[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[.．、]")


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
