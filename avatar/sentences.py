"""Text into sentences that can be shown, spoken and checked one by one.

A sentence ends at 。！？； or a line's end, in English at . ! ? before a space. A full stop inside
a number, an abbreviation, a web address or an article's number ends nothing. Nothing is lost: the
sentences joined are the text, up to white space.
"""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[。！？；!?;\n])(?![”’」』）)\"'。！？!?])|(?<=[。！？!?][”’」』）)\"'])|(?<=[.])\s+(?=[A-Z\"'(\u4e00-\u9fff])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Art|Arts|No|Nos|Dr|Mr|Mrs|Ms|Co|Ltd|Inc|e\.g|i\.e|etc|vs|para|paras|approx)|\b[A-Z])\.$",
    re.IGNORECASE,
)
LONGEST = 120
"""Characters beyond which a sentence is cut at a comma, so that a voice starts soon."""


def split(text: str) -> list[str]:
    """The sentences of a text in order, without white space around them."""
    parts: list[str] = []
    for piece in _END.split(text):
        if parts and _ABBREVIATION.search(parts[-1].rstrip()):
            parts[-1] = f"{parts[-1].rstrip()} {piece}"
        else:
            parts.append(piece)
    found: list[str] = []
    for part in parts:
        sentence = part.strip()
        if not sentence:
            continue
        found.extend(_shorten(sentence))
    return found


def _shorten(sentence: str) -> list[str]:
    if len(sentence) <= LONGEST or not re.search(r"[\u4e00-\u9fff]", sentence):
        return [sentence]
    cut = max(sentence.rfind(mark, LONGEST // 3, LONGEST) for mark in "，、：")
    if cut < 0:
        return [sentence]
    return [sentence[: cut + 1], *_shorten(sentence[cut + 1 :])]
