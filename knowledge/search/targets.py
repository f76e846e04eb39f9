"""What a question can hit: every document that answers one, with all its wordings.

A target knows its wordings, the near misses that it must not answer, and the whole of its text;
how well a question fits is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from knowledge.pack import Pack
from knowledge.text import Segmenter, is_english, segmenter_for
from knowledge.types import (
    ClosedList,
    DecisionTable,
    Document,
    English,
    Entry,
    Gap,
    Law,
    NewsItem,
    Origin,
    Procedure,
    Rule,
    Source,
    Term,
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
    ``beside``: what a reply tells beside the body; ``context``: that, and the names that belong to
    it without being said, such as its law's.
    ``english``: all that it says in English."""

    document: Document
    questions: tuple[str, ...]
    negative: tuple[str, ...]
    body: str
    beside: str = ""
    context: str = ""
    english: str = ""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    def of_another_law(self, law: Law | None) -> bool:
        """Whether this is a rule of another law than the one that a question names."""
        return isinstance(self.document, Rule) and law is not None and self.document.law != law.id


def whole_of(target: Target) -> str:
    """All wordings and the body of a target as one text."""
    return " ".join(whole_parts(target))


def whole_parts(target: Target) -> tuple[str, ...]:
    """What ``whole_of`` puts together."""
    return (*target.questions, target.body)


def said_of(target: Target, *, main: bool = True) -> str:
    """What a target itself says: its own question and its answer, without the many ways in which
    others ask."""
    return " ".join(said_parts(target, main=main))


def said_parts(target: Target, *, main: bool = True) -> tuple[str, ...]:
    """What ``said_of`` puts together."""
    return (*target.questions[: int(main)], target.body, target.context, target.english)


def segmenter_of(pack: Pack) -> Segmenter:
    """What cuts texts with the words of a pack's terms and laws, and knows their English names."""
    terms, laws = pack.all(Term).values(), pack.all(Law).values()
    words = (*(n for t in terms for n in (t.id, *t.synonyms)), *(s for w in laws for s in w.short))
    english = (
        *((name, t.id) for t in terms for name in (t.english, *t.synonyms) if is_english(name)),
        *((w.english.split(" (")[0], w.title) for w in laws if w.english),
    )
    return segmenter_for(words, english)


def targets_of(pack: Pack, day: date) -> list[Target]:
    """The targets that hold on ``day``, in the pack's order."""
    found: list[Target] = []
    laws, sources = pack.all(Law), pack.all(Source)
    for document in _answering(pack):
        if not _holds(document, day, laws):
            continue
        target = _target(document, laws)
        beside = _beside(document)
        context = f"{_context(document, laws, sources)} {beside}"
        english = _english(document, laws)
        found.append(
            msgspec.structs.replace(target, beside=beside, context=context, english=english)
        )
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
    return " ".join(names)


def _beside(document: Document) -> str:
    """What a reply tells beside the body."""
    told = [str(getattr(document, f, "")) for f in ("name", "intro", "closing", "next_step")]
    if isinstance(document, Procedure):
        for step in document.steps:
            told.extend((step.responsible, step.condition, *step.documents))
    if isinstance(document, DecisionTable):
        told.extend(duty for row in document.rows for duty in row.duties)
    return " ".join(told)


def _english(document: Document, laws: dict[str, Law]) -> str:
    parts = (p for field in ("items", "inputs", "rows") for p in getattr(document, field, ()))
    law = laws.get(document.law) if isinstance(document, Rule) else None
    texts: list[str] = []
    for holder in (document, *parts, *((law,) if law else ())):
        given: English | str | None = getattr(holder, "english", None)
        texts += (given.question, given.answer) if isinstance(given, English) else (given or "",)
        texts += (getattr(holder, "ask_english", ""), *getattr(holder, "labels_english", ()))
    return " ".join(text for text in texts if text)


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
