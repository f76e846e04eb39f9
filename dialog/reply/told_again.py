"""Whether what was found for a question is what was told just before, though something new is said.
Pure.

我没有申请编号，都没人给我 after an answer that asks for that number is not met by the same words
once more, nor is a correction (不对，我是说买方要什么材料). Who asks for nothing new hears it
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dialog.reply.assent import agrees, more_than_yes
from dialog.reply.context import MATTERS, Said, role_named, role_of
from dialog.reply.corrected import corrected
from dialog.reply.covering import asks_for_side, own_words, same_sides
from dialog.reply.details_taken import complains_of_others
from dialog.reply.going_further import goes_further
from dialog.reply.question import Exchange
from dialog.reply.shared_day import asks_of_time
from dialog.reply.worded_picks import place_picked
from dialog.reply.words import Words
from knowledge.text import Segmenter, is_english, key, normalise

_BACK = 3
"""Exchanges back to which what was told is not told again."""
_LATELY = 2
"""Exchanges back to which it is not told whole again to who asks on."""
STORED = ("faq", "gap", "list", "procedure")
"""Routes of documents that are told whole."""


def told_again(
    meant: Said, exchanges: Sequence[Exchange], words: Words
) -> Literal["", "denied", "new"]:
    """Whether words were told a few turns before to who now takes that back (``denied``), or
    says something new of it."""
    before = [e for e in exchanges if e.outcome in MATTERS][-_BACK:]
    if words.route not in STORED or not words.entries:
        return ""
    told = [e for e in before if e.entries == words.entries]
    text = meant.text
    if not told or agrees(text) or more_than_yes(text) or place_picked(text) or asks_of_time(text):
        return ""
    if key(text) == key(told[-1].question):
        return ""
    if complains_of_others(normalise(text), [normalise(e.question) for e in exchanges]):
        return ""  # 我不是投诉你们 takes nothing of that back.
    if corrects(meant, exchanges):
        return "denied"
    role = role_named(text)
    other = role != "" and role_named(told[-1].question) != role
    return "new" if other or role_of(text) or goes_further(text, exchanges) else ""


def asked_on(
    meant: Said, exchanges: Sequence[Exchange], entries: tuple[str, ...], segmenter: Segmenter
) -> bool:
    """Whether documents were told whole in one of the last exchanges, to who now asks on rather
    than for them again, be it in other words."""
    told = [e for e in exchanges[-_LATELY:] if entries and set(entries) <= set(e.entries)]
    told = [e for e in told if e.outcome in MATTERS and e.outcome != "clarify"]
    text = meant.text
    if not told or agrees(text) or place_picked(text) or asks_of_time(text):
        return False
    if any(_says_as_much(e.question, text, segmenter) for e in told):
        return False
    if complains_of_others(normalise(text), [normalise(e.question) for e in exchanges]):
        return False
    # Who was told it in the other language may have understood nothing of it.
    return is_english(text) == is_english(told[-1].question)


def _says_as_much(before: str, text: str, segmenter: Segmenter) -> bool:
    """Whether a question names and asks for nothing that the one before did not."""
    if key(before) == key(text):
        return True
    words, known = own_words(text, segmenter), normalise(before)
    if not words or not all(word in known for word in words):
        return False
    return not asks_for_side(text) or same_sides(text, before)


def corrects(meant: Said, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text takes back what was understood."""
    return meant.corrects or corrected(meant.text, exchanges) is not None


def missed(meant: Said, exchanges: Sequence[Exchange], words: Words) -> bool:
    """Whether nothing is known of what is meant instead of what was just answered."""
    last = exchanges[-1] if exchanges else None
    answered = last is not None and last.outcome in ("answered", "partial") and last.entries != ()
    unknown = words.outcome == "unknown" and not words.entries
    if not (answered and unknown and corrects(meant, exchanges)):
        return False
    correction = corrected(meant.text, exchanges)
    return correction is None or not correction.of_self
