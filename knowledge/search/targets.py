"""What a question can hit: every document that answers one, with all its wordings.

A target knows its wordings, the near misses that it must not answer, and the whole of its text;
how well a question fits is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from knowledge.pack import Pack
from knowledge.types import (
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Gap,
    Law,
    NewsItem,
    Origin,
    Procedure,
    Rule,
    Source,
)

ANSWERING: tuple[type[Document], ...] = (
    Entry,
    ClosedList,
    Procedure,
    DecisionTable,
    Gap,
    NewsItem,
    Rule,
)
"""The kinds that answer questions, in the order of their targets."""


class Target(msgspec.Struct, frozen=True):
    """A document with its wordings. ``questions`` may be empty only for a rule's bare gist.
    ``context``: names that belong to it without being said in its body, such as its law's."""

    document: Document
    questions: tuple[str, ...]
    negative: tuple[str, ...]
    body: str
    context: str = ""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


def targets_of(pack: Pack, day: date) -> list[Target]:
    """The targets that hold on ``day``, in the pack's order."""
    found: list[Target] = []
    laws, sources = pack.all(Law), pack.all(Source)
    for document in _answering(pack):
        if not _holds(document, day, laws):
            continue
        target = _target(document, laws)
        found.append(msgspec.structs.replace(target, context=_context(document, laws, sources)))
    return found


def _context(document: Document, laws: dict[str, Law], sources: dict[str, Source]) -> str:
    origins: tuple[Origin, ...] = getattr(document, "sources", ())
    names: list[str] = []
    if isinstance(document, Rule):
        names.extend(document.topics)
        origins = (Origin(law=document.law, article=document.article),)
    for origin in origins:
        law, source = laws.get(origin.law), sources.get(origin.source)
        names.extend((law.title, *law.short) if law else ())
        names.extend((source.title, source.publisher) if source else ())
    names.extend(str(getattr(document, f, "")) for f in ("name", "intro", "closing", "next_step"))
    if isinstance(document, Procedure):
        for step in document.steps:
            names.extend((step.responsible, step.condition, *step.documents))
    return " ".join(names)


def _answering(pack: Pack) -> Iterable[Document]:
    for kind in ANSWERING:
        yield from pack.all(kind).values()


def _holds(document: Document, day: date, laws: dict[str, Law]) -> bool:
    start: date | None = getattr(document, "valid_from", None)
    end: date | None = getattr(document, "valid_to", None)
    if isinstance(document, Rule):
        law = laws.get(document.law)
        start = document.effective_from or (law.effective_from if law else None)
        end = document.effective_to or (law.effective_to if law else None)
    return (start is None or start <= day) and (end is None or day <= end)


def _target(document: Document, laws: dict[str, Law]) -> Target:
    english: tuple[str, ...] = ()
    given = getattr(document, "english", None)
    if given is not None and not isinstance(given, str) and given.question:
        english = (given.question,)
    if isinstance(document, Entry):
        return Target(
            document,
            (document.question, *document.similar, *english),
            document.negative,
            document.answer,
        )
    if isinstance(document, Gap):
        return Target(
            document,
            (document.question, *document.similar, *english),
            document.negative,
            document.answer,
        )
    if isinstance(document, ClosedList):
        body = "、".join(f"{i.name}{i.detail}" for i in document.items)
        return Target(
            document, (document.question, *document.similar, *english), document.negative, body
        )
    if isinstance(document, Procedure):
        body = "；".join(f"{s.name}{s.what}" for s in document.steps)
        return Target(
            document, (document.question, *document.similar, *english), document.negative, body
        )
    if isinstance(document, DecisionTable):
        body = document.name + "；".join(r.conclusion for r in document.rows)
        return Target(document, (document.question, *document.similar), document.negative, body)
    if isinstance(document, NewsItem):
        return Target(
            document, (document.title, *document.similar), document.negative, document.summary
        )
    if isinstance(document, Rule):
        law = laws.get(document.law)
        name = law.short[0] if law and law.short else ""
        return Target(document, document.similar, document.negative, f"{name}{document.gist}")
    raise TypeError(type(document).__name__)
