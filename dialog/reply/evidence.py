"""The evidence that a language model may word: reviewed texts with what they are cited by.

Decision tables and known gaps are no evidence: a table's conclusions hold only under conditions
that the visitor has not stated, and a gap says what is *not* known.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dialog.reply.law_places import article_name
from dialog.reply.policy import Stored
from dialog.reply.wording import Words, Writer
from knowledge.answers.citing import plain_title
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable, Gap, Language, Law, Rule, SourceItem, Weight

LONGEST = 1500
"""Characters of one piece of evidence; a longer text is left out whole, never cut."""


class Evidence(msgspec.Struct, frozen=True):
    """One reviewed text. ``about`` stands before what is said from it, so that nothing is heard
    out of its context. ``law`` (a title) and ``article`` are set when the whole text is one
    article's; ``in_force`` is that law's first day."""

    id: str
    text: str
    about: str = ""
    sources: tuple[SourceItem, ...] = ()
    law: str = ""
    article: int | None = None
    paragraph: int | None = None
    in_force: str = ""
    weight: Weight = "plain"


def evidence_of(
    candidates: Iterable[Candidate],
    question: str,
    *,
    snapshot: Snapshot,
    writer: Writer,
    language: Language,
) -> tuple[Evidence, ...]:
    """The candidates' texts in the order of their ids, so that equal sets give equal prompts.

    A text is left out when it is not written in ``language``, and when it lacks a name that the
    question speaks of: what holds for one exchange says nothing about another.
    """
    names = snapshot.graph.names
    named = {m.entity for m in names.link(normalise(question))}
    found: list[Evidence] = []
    for candidate in candidates:
        target = candidate.target
        if isinstance(target.document, Gap | DecisionTable):
            continue
        piece = _piece(target, writer.write(Stored(0.0, target), question), snapshot, language)
        if piece is None or len(piece.text) > LONGEST:
            continue
        whole = normalise(" ".join((piece.about, piece.text, *target.questions)))
        if named <= {m.entity for m in names.link(whole)}:
            found.append(piece)
    return tuple(sorted(found, key=lambda piece: piece.id))


def _piece(target: Target, words: Words, snapshot: Snapshot, language: Language) -> Evidence | None:
    document = target.document
    if any(line.language != language for line in words.lines):
        return None
    english = language == "en"
    if isinstance(document, Rule):
        law = snapshot.pack.all(Law)[document.law]
        if english:
            title = law.english or plain_title(law.title)
            about = f"{title}, Article {document.article}: "
        else:
            about = f"{article_name(law, document.article, document)}："
        return Evidence(
            document.id,
            document.english if english else document.gist,
            about,
            words.sources,
            law=plain_title(law.title),
            article=document.article,
            paragraph=document.paragraph,
            in_force=law.effective_from.isoformat() if law.effective_from else "",
            weight=words.weight,
        )
    asked = _question(target, english=english).rstrip("？?。")
    return Evidence(
        document.id,
        "\n".join(line.text for line in words.lines),
        f"On “{asked}”: " if english else f"关于“{asked}”：",
        words.sources,
        weight=words.weight,
    )


def _question(target: Target, *, english: bool) -> str:
    """The target's own question in the language of its text."""
    given = getattr(target.document, "english", None)
    if english and given is not None and not isinstance(given, str) and given.question:
        return str(given.question)
    return target.questions[0]
