"""What a short text asks of the law that the reply before it told: what a breach costs (罚则呢), or
what it says of somebody or of a graver case (直接负责的主管人员呢).

Searched, such a text finds any law that says the like in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialog.reply.context import leaves_undone
from dialog.reply.question import Exchange
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.law_following import says_only
from knowledge.answers.law_told import Told
from knowledge.answers.law_topics import PENAL
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise
from knowledge.types import Entry, Rule

_HELD = ("answered", "partial")


def of_told_law(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, today: date
) -> Findings | None:
    """What answers a text out of the law that was told last, or the document that told it;
    ``None`` where it asks something else, or nothing that they say."""
    last = next((e for e in reversed(exchanges) if e.outcome != "smalltalk"), None)
    if last is None or last.outcome not in _HELD:
        return None
    targets = [t for t in map(snapshot.index.target, last.entries) if t is not None]
    told = tuple(dict.fromkeys(place for t in targets for place in _places(t)))
    if not told:
        return None
    asked = normalise(text)
    if says_only(PENAL, asked) or leaves_undone(asked):
        return _of_law(snapshot.laws.breach_of(told, today))
    if not all(_told_as_law(t) for t in targets):
        # Of other matters, what is named next may be a thing of its own.
        return None
    found = _of_law(snapshot.laws.held_in(asked, told, today))
    return found or _told_again(asked, targets, snapshot)


def _of_law(finding: LawFinding | None) -> Findings | None:
    return finding and Findings("none", law=finding)


def _told_again(asked: str, targets: Sequence[Target], snapshot: Snapshot) -> Findings | None:
    """The document that was told, where its own words say what no gist of the article says."""
    for target in targets:
        document = target.document
        if isinstance(document, Entry) and snapshot.laws.says(document.answer, asked):
            return Findings("exact", exact=target, chance=PLAIN, band="answer")
    return None


def _told_as_law(target: Target) -> bool:
    """Whether a document tells an article, or what a breach costs."""
    document = target.document
    return isinstance(document, Rule) or (
        isinstance(document, Entry) and document.weight == "penalty"
    )


def _places(target: Target) -> Iterator[Told]:
    """The articles on which a document rests."""
    document = target.document
    if isinstance(document, Rule):
        yield document.law, document.article
    elif isinstance(document, Entry):
        for origin in document.sources:
            if origin.law and origin.article:
                yield origin.law, origin.article
