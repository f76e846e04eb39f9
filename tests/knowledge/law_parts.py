"""Law books over the small and the shipped pack, and what is said of a finding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialog.reply.law_words import article_lines
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.rules import LawBook
from knowledge.types import Law, Rule
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack

LAWS = LawBook(small_pack().all(Law), small_pack().all(Rule))
REAL = LawBook(shipped_pack().all(Law), shipped_pack().all(Rule))
TODAY = date(2026, 11, 22)


def look(question: str, *earlier: str, book: LawBook = LAWS, day: date = DAY) -> LawFinding:
    """The finding for a question, or for an ellipsis behind earlier ones."""
    finding = book.follow_up(question, earlier, day) if earlier else book.look_up(question, day)
    assert finding is not None, question
    return finding


def real(question: str, *earlier: str, day: date = TODAY) -> LawFinding:
    """The same in the shipped pack."""
    return look(question, *earlier, book=REAL, day=day)


def ids(finding: LawFinding) -> list[str]:
    """The rules of a finding."""
    return [r.id for r in finding.rules]


def told(
    finding: LawFinding, *, laws: Mapping[str, Law] | None = None, english: bool = False
) -> tuple[str, str]:
    """How a finding ends, and its words in one text."""
    said = article_lines(finding, laws or shipped_pack().all(Law), english=english)
    return said.outcome, "".join(text for text, _ in said.lines)
