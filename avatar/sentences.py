"""Text into sentences that can be shown, spoken and checked one by one.

A sentence ends at 。！？； or a line's end, in English at . ! ? ; before a space. A full stop in a
number, an abbreviation, a web address or an article's number ends nothing. Nothing is lost: the
sentences joined are the text, up to white space.
"""

from __future__ import annotations

import re

_CLOSERS = "”’」』）)】〕》\"'"
_HAN = "\u4e00-\u9fff"
# Behind the closing signs no comma may follow: “好。”，他说 is one sentence. English marks need a
# space or a Chinese character behind them: ? and ; stand in web addresses.
_END = re.compile(
    rf"[。！？；]+[{_CLOSERS}]*(?![，、,。！？；{_CLOSERS}])"
    rf"|[!?;]+[{_CLOSERS}]*(?=\s|$|[{_HAN}])"
    rf"|\.[{_CLOSERS}]*(?=\s+[A-Z\"'“(（《{_HAN}0-9])"
    r"|\n"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Art|Arts|No|Nos|Dr|Mr|Mrs|Ms|Co|Ltd|Inc|e\.g|i\.e|etc|vs|cf|para|paras|approx|Ch|Sec)"
    r"|\b[A-Z]|(?:^|\n)\s*[0-9]{1,3})\.$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?<![0-9])[，、：,:]|[，、：,:](?![0-9])")
LONGEST = 120
"""Characters beyond which a sentence is cut at a comma, so that a voice starts soon. English takes
about two characters for the time of one Chinese character."""


def split(text: str) -> list[str]:
    """The sentences of a text in order, without white space around them."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        _add(found, text[start : match.end()])
        start = match.end()
    _add(found, text[start:])
    return found


def _add(found: list[str], part: str) -> None:
    rest = part.strip()
    signs = rest and not any(character.isalnum() for character in rest)
    if signs and found and not part[0].isspace():
        # Signs alone are no sentence; they close the one before.
        found[-1] += rest
        return
    limit = LONGEST if re.search(f"[{_HAN}]", rest) else 2 * LONGEST
    while len(rest) > limit and (cut := _comma(rest, limit)):
        found.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    if rest:
        found.append(rest)


def _comma(sentence: str, limit: int) -> int:
    """Where to cut: behind the last comma that leaves a fair piece on both sides; 0 = nowhere."""
    best = 0
    for match in _COMMA.finditer(sentence, limit // 3, len(sentence) - 1):
        cut = match.end()
        inside = sentence.count("《", 0, cut) > sentence.count("》", 0, cut)
        spaced = match.group() in "，、：" or sentence[cut].isspace()
        if inside or not spaced:
            continue
        if cut > limit and best:
            break
        best = cut
        if cut > limit:
            break
    return best
