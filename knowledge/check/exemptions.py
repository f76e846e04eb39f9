"""Whether who tells of an exemption also says what it does not lift.

A rule that exempts names the words of what is still due (``leaves``). What rests on it and says
that something is not needed must have them, or a visitor goes home freed of duties that stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from knowledge.check.findings import Findings, error
from knowledge.check.force import Force
from knowledge.pack import Pack
from knowledge.types import (
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Gap,
    Origin,
    Procedure,
    Rule,
)

_FREED = re.compile(
    r"(?<![避难以])免(?![费税责职疫]|得罪)|(?:不|无)(?:用|需要?|必|须)(?!说|担心|着急)|豁免"
)
_FREED_ENGLISH = re.compile(
    r"\b(?:exempt\w*|waive\w*|spared?|fall(?:s|en)? away|left out|without the \w+ procedures"
    r"|(?:no|not) (?:\w+ ){0,4}?(?:need\w*|required|necessary)|needs? (?:no|none))\b",
    re.I,
)


class _Told(msgspec.Struct, frozen=True):
    """What is told at once, in both languages, and what it rests on."""

    whose: str
    chinese: str
    english: str
    sources: tuple[Origin, ...]


def check_exemptions(pack: Pack) -> Findings:
    """All findings about exemptions that are told alone."""
    force = Force(pack)
    for document in pack.every():
        for told in _told(document):
            exempting = [r for o in told.sources for r in force.rules_at(o) if r.leaves]
            if isinstance(document, Rule):
                exempting = [document] if document.leaves else []
            yield from _of(document.id, told, exempting)


def _of(key: str, told: _Told, rules: list[Rule]) -> Findings:
    chinese = dict.fromkeys(w for r in rules for w in r.leaves)
    english = dict.fromkeys(w for r in rules for w in r.leaves_english)
    for text, freed, words, language in (
        (told.chinese, _FREED, chinese, "Chinese"),
        (told.english, _FREED_ENGLISH, english, "English"),
    ):
        lacking = [w for w in words if not any(one in text.lower() for one in _either(w))]
        if lacking and freed.search(text):
            yield error(
                "exemption_alone", key,
                f"{told.whose}tells of the exemption of {rules[0].id} in {language} and not of "
                f"what it leaves due: {', '.join(lacking)}",
                mend="say in the same text what remains to be done, in its first sentences",
            )  # fmt: skip


def _either(words: str) -> list[str]:
    return [w.strip().lower() for w in words.split("|") if w.strip()]


def _told(document: Document) -> Iterator[_Told]:
    """What of a document is told together: of a table each row."""
    match document:
        case Entry() | Gap():
            english = document.english.answer if document.english else ""
            step = document.next_step if isinstance(document, Gap) else ""
            yield _Told("", f"{document.answer}{step}", english, document.sources)
        case Rule():
            yield _Told("", document.gist, document.english, ())
        case ClosedList():
            items = "".join(f"{i.name}{i.detail}" for i in document.items)
            english = document.english.answer if document.english else ""
            text = f"{document.intro}{items}{document.closing}"
            yield _Told("", text, english, document.sources)
        case Procedure():
            steps = "".join(f"{s.name}{s.what}{s.condition}" for s in document.steps)
            english = document.english.answer if document.english else ""
            text = f"{document.intro}{steps}{document.closing}"
            yield _Told("", text, english, document.sources)
        case DecisionTable():
            for row in document.rows:
                chinese = "。".join((row.conclusion, *row.duties))
                english = ". ".join((row.conclusion_english, *row.duties_english))
                yield _Told(f"row {row.id} ", chinese, english, row.sources)
        case _:
            return
