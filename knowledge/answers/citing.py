"""From an origin to a citation as it is shown: title, article, dates, grade, link if official."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

from knowledge.types import (
    Claim,
    ClosedList,
    Document,
    Entry,
    Gap,
    Law,
    NewsItem,
    Origin,
    Procedure,
    Reply,
    Rule,
    Source,
    SourceItem,
)


class Citer:
    """Makes citations from a pack's laws and sources. Built once, then only read."""

    def __init__(
        self,
        laws: Mapping[str, Law],
        sources: Mapping[str, Source],
        rules: Mapping[str, Rule],
        *,
        official_hosts: Iterable[str],
    ) -> None:
        self._laws = laws
        self._sources = sources
        self._hosts = tuple(official_hosts)
        self._gists: dict[tuple[str, int], list[Rule]] = {}
        for rule in rules.values():
            self._gists.setdefault((rule.law, rule.article), []).append(rule)

    def cite(self, origins: Iterable[Origin], day: date) -> tuple[SourceItem, ...]:
        """Citations in order, each once."""
        found: dict[tuple[object, ...], SourceItem] = {}
        for origin in origins:
            item = self._item(origin, day)
            if item is not None:
                found.setdefault((item.title, item.article, item.paragraph, item.section), item)
        # A source without a section says nothing beside the same source with one.
        named = {i.title for i in found.values() if i.article is not None or i.section}
        return tuple(
            i for i in found.values() if i.article is not None or i.section or i.title not in named
        )

    def cite_rules(self, rules: Iterable[Rule], day: date) -> tuple[SourceItem, ...]:
        """Citations of rules, each with its own gist."""
        return self.cite(
            (
                Origin(law=r.law, article=r.article, paragraph=r.paragraph, item=r.item)
                for r in rules
            ),
            day,
        )

    def _item(self, origin: Origin, day: date) -> SourceItem | None:
        if origin.law:
            law = self._laws.get(origin.law)
            return None if law is None else self._law_item(origin, law, day)
        source = self._sources.get(origin.source)
        if source is None:
            return None
        return SourceItem(
            title=source.title,
            grade=source.grade,
            section=origin.section,
            publisher=source.publisher or source.speaker,
            date=source.date,
            url=self.official_link(source.url),
            as_of=source.date,
            english=source.english,
        )

    def _law_item(self, origin: Origin, law: Law, day: date) -> SourceItem:
        rules = self._gists.get((law.id, origin.article or 0), [])
        exact = [r for r in rules if origin.paragraph in (None, r.paragraph)] or rules
        return SourceItem(
            title=law.title,
            grade=law.grade,
            law=plain_title(law.title),
            article=origin.article,
            paragraph=origin.paragraph,
            section=origin.item or origin.section,
            publisher=law.issuer,
            date=law.published.isoformat() if law.published else "",
            url=self.official_link(law.url),
            as_of=_in_force(law, day).isoformat(),
            gist=exact[0].gist if exact else "",
            effective_from=law.effective_from.isoformat() if law.effective_from else "",
            effective_to=law.effective_to.isoformat() if law.effective_to else "",
            version=law.version,
            english=law.english,
        )

    def official_link(self, url: str) -> str:
        """An address that visitors may be sent to; empty where its host is not official."""
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return ""
        official = any(
            host == h or (h.startswith("*.") and host.endswith(h[1:])) for h in self._hosts
        )
        return url if official and url.startswith("https://") else ""


def _in_force(law: Law, day: date) -> date:
    """The day nearest to a day on which a law holds: an answer of another day may name it."""
    if law.effective_from is not None and day < law.effective_from:
        return law.effective_from
    return law.effective_to if law.effective_to is not None and day > law.effective_to else day


def plain_title(title: str) -> str:
    """A law's title without the state's name and without brackets behind it."""
    title = title.removeprefix("中华人民共和国").strip("《》")
    while title.endswith("）") and "（" in title:
        title = title[: title.rindex("（")]
    while title.endswith(")") and "(" in title:
        title = title[: title.rindex("(")]
    return (
        title.replace("（", "").replace("）", "")
        if title.count("（") != title.count("）")
        else title
    )


def origins_of(document: Document, claims: Mapping[str, Claim]) -> list[Origin]:
    """What a document as a whole rests on, in the order in which visitors see it: its own sources,
    then those of its claims or of its steps."""
    match document:
        case Rule():
            named = Origin(
                law=document.law,
                article=document.article,
                paragraph=document.paragraph,
                item=document.item,
            )
            return [named]
        case Claim():
            return [document.origin]
        case Entry():
            known = (claims[c] for c in document.claims if c in claims)
            return [*document.sources, *claim_origins(known)]
        case Procedure():
            return [*document.sources, *(o for s in document.steps for o in s.sources)]
        case ClosedList() | Gap() | NewsItem() | Reply():
            return list(document.sources)
        case _:
            return []


def claim_origins(claims: Iterable[Claim]) -> list[Origin]:
    """The origins of claims, in order."""
    return [c.origin for c in claims]
