"""The matter that a conversation is about."""

from __future__ import annotations

from dialog.reply.question import Exchange
from dialog.reply.spoken_of import likely_matter, names_of
from knowledge.findings import Findings
from knowledge.search.confidence import Band
from tests.knowledge.small_parts import small_snapshot

SNAPSHOT = small_snapshot()
ASKED = (Exchange("名册这事", "unknown"),)


def found(chance: float, band: Band) -> Findings:
    """What leads to the document on member rolls."""
    return Findings("words", exact=SNAPSHOT.index.target("entry.keep"), chance=chance, band=band)


def test_who_goes_on_without_a_yes_means_what_was_asked_back_for() -> None:
    """Its title names the matter then, besides the question's own words."""
    meant = likely_matter(ASKED, found(0.8, "related"))
    assert meant[-1].entries == ("entry.keep",)
    assert "会员名册" in names_of(SNAPSHOT, meant[-1])[0]


def test_what_was_only_pointed_to_is_no_matter() -> None:
    """An unlikely document, or one that is no pointer, was not asked back for."""
    assert likely_matter(ASKED, found(0.2, "related")) == ASKED
    assert likely_matter(ASKED, found(0.8, "unknown")) == ASKED
