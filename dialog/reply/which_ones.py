"""Which the things are that a reply named by their number alone (这三项手续免了; none of the three
procedures), or told one by one: 你说的那三种是哪三种, what are those three you mention. Pure.

Searched by itself, such a text finds whatever comes in threes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.by_place import counted_in
from dialog.reply.context import MATTERS
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import ClosedList, DecisionTable, Procedure

_BACK = 4
"""Exchanges back to which the things may have been named."""
_LONGEST = 40
"""Characters beyond which a sentence asks for something of its own; English has twice as many."""
_MEASURE = r"(?:个|种|条|项|样|类|步|关|点|家|件|道|方面|大类)"
_SAID = r"(?:你们?|您)?(?:刚才|刚刚|前面|上面|之前)?(?:说|讲|提|答|列|写)(?:到|过|了)*的?"
_COUNT = r"[2-9二两三四五六七八九]"
_WHICH = rf"(?:哪{_COUNT}?{_MEASURE}?(?:[^,。?!]{{0,4}})|什么|啥|哪些|哪几{_MEASURE})"
_ASKED = re.compile(
    rf"(?:那么?|哦|嗯|请问|不好意思|等等|[, ])*(?P<said>{_SAID})?(?:的)?(?P<that>[那这])?"
    rf"(?P<count>{_COUNT})(?P<noun>{_MEASURE}[^,。?!是哪什啥]{{0,6}}?)(?:具体|分别|各自?|都|到底"
    rf"|又|是|指的?|有|叫|[, ])*"
    rf"{_WHICH}(?:来着|啊|呀|呢|吗|[?。! ])*"
    rf"|(?:那么?|哦|嗯|请问|等等|[, ])*(?:是|具体|分别"
    rf"|到底)*哪(?P<bare>{_COUNT}){_MEASURE}[^,。?!]{{0,4}}?(?:来着|啊|呀|呢|[?。! ])*"
    r"|(?:(?:and|so|but|ok(?:ay)?|sorry|wait|then|please)[, ]+)*"
    r"(?:(?:what|which)(?: exactly)? (?:are|were) )?(?:the|these|those|this|that|your) "
    r"(?P<word>two|three|four|five|six|[2-6])(?: [a-z]+){0,2}?"
    r"(?: (?:that )?(?:you|u) (?:just )?(?:say|said|mention(?:ed)?|told(?: me)?|name[ds]?"
    r"|talk(?:ed)? about|list(?:ed)?))?"
    r"(?P<what>[, -]+(?:what|which)(?: exactly)?(?: ones?)? (?:are|were) (?:they|these"
    r"|those))?(?: exactly| again)?[?. ]*"
    r"|(?:(?:and|so|but|ok(?:ay)?|sorry|wait)[, ]+)*(?:which|what) (?P<which>two|three|four|five"
    r"|six|[2-6])"
    r"(?: [a-z]+)?(?: (?:do you mean|exactly|are (?:they|these|those)|did you (?:say|mean)))?[?. ]*"
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_HAN_NUMBERS = "一二三四五六七八九"
_NAMES = {n: w for w, n in _WORDS.items()}
_ONE_BY_ONE = re.compile(
    r"(?:^|[。;:,])第?(?P<place>[1-9一二三四五六七八九])(?:[,、]|是(?!不))(?=[^,。;]{2})"
)
_ABROAD = re.compile(r"出境|境外|跨境|\b(?:abroad|cross-border|leav\w+ the country|export\w*)\b")
_ROUTES = "数据出境有哪几条合规路径？"
_ROUTE_COUNT = 3
"""The procedures of sending data abroad, which are spoken of by their number everywhere."""


def which_ones(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """What tells the things of which a reply named the number; ``None`` where a text asks for
    nothing of the kind. Where it points to what the desk said, and no such number was said, nothing
    that comes in that number elsewhere is meant."""
    read = _read(text) if exchanges else None
    if read is None:
        return None
    count, pointing = read
    last = [e for e in exchanges if e.outcome in MATTERS][-_BACK:]
    for exchange in reversed(last):
        found = _told(exchange, count, snapshot)
        if found is not None:
            return found
    return Findings("none") if pointing and snapshot.exact(text) is None else None


def _read(text: str) -> tuple[int, bool] | None:
    """How many things a text asks for, and whether it points to what the desk said."""
    sentences = [
        s for s in re.split(r"(?<=[?!。;])|(?<=\.) ", normalise(text).strip()) if s.strip()
    ]
    for place, sentence in enumerate(sentences):
        read = _ASKED.fullmatch(sentence.strip()) if len(sentence) <= _LONGEST * 2 else None
        if read is None:
            continue
        if any(asks(s) for n, s in enumerate(sentences) if n != place):
            return None  # It asks for more than that.
        if read["word"] and not (read["what"] or re.match(r".*?\b(?:what|which)\b", sentence)):
            continue
        told = read["count"] or read["bare"] or read["word"] or read["which"]
        alone = re.fullmatch(_MEASURE, read["noun"] or "") is not None
        pointing = bool(read["said"] or read["that"] or alone or read["bare"] or read["word"])
        if read["count"] and not pointing:
            continue  # 3种语料角色是哪些 names its matter.
        return _WORDS.get(told, 0) or _place(told.replace("两", "二")), pointing
    return None


def _told(exchange: Exchange, count: int, snapshot: Snapshot) -> Findings | None:
    """What tells so many things as a reply named, or counted up."""
    tables = snapshot.pack.all(DecisionTable)
    for entry in exchange.entries:
        table = tables.get(entry)
        if table is not None:
            if table.places_abroad and count == _ROUTE_COUNT:
                return snapshot.at_once(_ROUTES)
            continue
        target = snapshot.index.target(entry)
        if target is None:
            continue
        if _tells(target, count):
            return Findings("exact", exact=target, chance=1.0, band="answer")
        if count == _ROUTE_COUNT and _names_routes(target):
            return snapshot.at_once(_ROUTES)
    return None


def _tells(target: Target, count: int) -> bool:
    """Whether a document counts up so many things."""
    document = target.document
    if isinstance(document, ClosedList):
        return len(document.items) == count
    if isinstance(document, Procedure):
        return len(document.steps) == count
    body = normalise(target.body)
    if len(counted_in(body)) == count:
        return True
    if any(len(m[1].split(";")) == count for m in re.finditer(rf"{_COUNT}点:([^。]+)", body)):
        return True
    numbers = {_place(m["place"]) for m in _ONE_BY_ONE.finditer(body)}
    return numbers == set(range(1, count + 1))


def _place(number: str) -> int:
    return int(number) if number.isascii() else _HAN_NUMBERS.index(number) + 1


def _names_routes(target: Target) -> bool:
    """Whether a document speaks of the procedures of sending data abroad by their number."""
    named = re.compile(rf"{_ROUTE_COUNT}(?:项|条|种|道)|\b{_NAMES[_ROUTE_COUNT]}\b")
    told = f"{normalise(target.body)} {normalise(target.english)}"
    return named.search(told) is not None and _ABROAD.search(told) is not None
