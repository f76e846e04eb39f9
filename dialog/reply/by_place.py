"""A thing of the reply before that is named by its place (第三类是干嘛的, 第二个有效期多久).

The things are those of a closed list that was told, the two that were compared, or what an answer
counts up. The place is replaced by the name, and the question stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange
from dialog.reply.worded_picks import place_picked
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import ClosedList, Entry, Rule

_PLACED = re.compile(
    r"^(?:那么?|哦|嗯|请问|[,， ])*(?:(?:其中|里面)的?)?"
    r"(?:第(?P<number>\d{1,2})(?:个|种|项|类|样|者)|(?P<former>前者|前(?:[面边头]的?)?[那这]?[1一]?(?:个|种|者))"
    r"|(?P<latter>后者|后(?:[面边头]的?)?[那这]?[1一]?(?:个|种|者)|最后(?:[1一]?)(?:个|种|项|类)))"
    r"(?!月|周|季|年|天|步|阶段|问题|情[形况])(?:的话|的(?!$))?[,， ]*(?=.)"
    r"|^(?:and |so |for )*(?:the )?(?P<word>first|second|third|fourth|fifth|former|latter|last)"
    r"(?: (?:one|kind|item|type|class))?(?:'s)?[, ]+(?=.{3})"
    r"|^(?P<ask>(?:and |so )*(?:what|how|who|when|where|which)\b.{0,40}?)\bthe "
    r"(?P<ordinal>first|second|third|fourth|fifth|former|latter|last)"
    r"(?: (?:one|kind|item|type|class))?\b(?= ?)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "former": 1}
_ONLY = re.compile(
    r"(?:是什么|是哪个|是哪[1一]?[个种类项]|是啥|叫什么|呢|说什么|讲什么|什么|[?？。! ])*"
)
"""What asks for the thing at a place and nothing more."""
_MEANS = re.compile(
    r"什么意思|什么|啥|干嘛|干什么|做什么|怎么理解|指|解释|说明|介绍"
    r"|\b(?:mean\w*|what is|what does|explain|about|do)\b"
)
_COUNTED = re.compile(
    r"(?P<count>\d{1,2})(?:条|种|类|项|个|样|步|家)[^:。;,]{0,8}[:](?P<things>[^。;:,]+?)(?=[。;,]|$)"
)
"""What an answer counts up: 常用3条路：甲、乙、丙."""
_BACK = 4
"""Exchanges back to which the things may have been told."""


class Placed(msgspec.Struct, frozen=True):
    """A question with the name of the thing in the stead of its place. ``only``: it asks for that
    thing and nothing more of it; ``meaning``: it asks what that is."""

    question: str
    name: str
    place: int
    only: bool
    meaning: bool


def by_place(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Placed | None:
    """The question that names its thing by a place among the things told before; ``None`` where it
    names none, or names something else."""
    asked = normalise(text)
    read = _PLACED.match(asked)
    if read is None:
        return None
    rest = asked[read.end() :]
    if read["ask"] is None and snapshot.laws.names.link(asked):
        return None
    for exchange in reversed(exchanges[-_BACK:]):
        things = things_of(exchange, snapshot)
        if not things:
            if exchange.outcome in ("unknown", "clarify"):
                # What was shown then may be picked by its place as well.
                return None
            continue
        place = _place(read) or len(things)
        if place > len(things):
            return None
        name = things[place - 1]
        question = f"{read['ask']}{name}{rest}" if read["ask"] else f"{name}{rest}"
        last, mere = exchanges[-1], rest.strip("?？。 ") in ("", "呢")
        again = _again_of(last, things, name) if mere and last is not exchange else ""
        only = not again and _ONLY.fullmatch(rest) is not None
        meaning = _MEANS.search(rest or question) is not None
        return Placed(again or question, name, place, only, meaning)
    return None


def tells_meaning(name: str, target: Target) -> bool:
    """Whether a document tells what a thing is. A rule that only forbids it does not."""
    if not isinstance(target.document, Rule):
        return True
    gist, name = normalise(target.document.gist), re.escape(normalise(name))
    return re.search(rf"(?:是|叫|指)(?:指|的是)?{name}|{name}(?:是|指)", gist) is not None


def of_no_place(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text asks more of a thing by its place where the reply before told no things: it is
    not known of which."""
    read = _PLACED.match(normalise(text))
    if read is None or not exchanges or exchanges[-1].outcome != "unknown":
        return False
    return not place_picked(text)


def _again_of(last: Exchange, things: Sequence[str], name: str) -> str:
    """The question before of another of the things, asked of this one: 第一个要多久, 第二个呢."""
    asked = normalise(last.question)
    other = next((t for t in things if asked.startswith(normalise(t)) and t != name), "")
    rest = asked[len(normalise(other)) :]
    return f"{name}{rest}" if other and len(rest) > 1 else ""


def _place(read: re.Match[str]) -> int:
    if read["number"]:
        return int(read["number"])
    word = read["word"] or read["ordinal"] or ("former" if read["former"] else "last")
    return _ORDINALS.get(word, 0)


def things_of(exchange: Exchange, snapshot: Snapshot) -> tuple[str, ...]:
    """The names of the things that an exchange told one after the other."""
    if exchange.outcome not in ("answered", "partial"):
        return ()
    compared = snapshot.comparisons.names_in(exchange.question)
    if compared:
        return compared
    for target in map(snapshot.index.target, exchange.entries):
        document = target.document if target is not None else None
        if isinstance(document, ClosedList):
            return tuple(item.name for item in document.items)
        if isinstance(document, Entry):
            return tuple(map(snapshot.matters.name_of, counted_in(document.answer)))
    return ()


def counted_in(answer: str) -> tuple[str, ...]:
    """The things that an answer counts up, where they are as many as it says."""
    for read in _COUNTED.finditer(normalise(answer)):
        things = tuple(t.strip() for t in re.split(r"、|和(?=[^、]*$)", read["things"]))
        if len(things) == int(read["count"]) > 1:
            return things
    return ()


def named_by_place(exchanges: Sequence[Exchange], snapshot: Snapshot) -> tuple[Exchange, ...]:
    """The exchanges with names in the stead of places in their questions."""
    found: list[Exchange] = []
    for exchange in exchanges:
        placed = by_place(exchange.question, found, snapshot) if found else None
        question = placed.question if placed is not None else exchange.question
        found.append(msgspec.structs.replace(exchange, question=question))
    return tuple(found)
