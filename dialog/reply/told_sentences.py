"""The sentences of what the replies before told, as they are published, each with what it rests on.
Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from avatar.sentences import split
from dialog.reply.question import Exchange
from dialog.reply.stored_words import done_by
from knowledge.answers.citing import origins_of
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Gap,
    Language,
    Origin,
    Procedure,
    Row,
    Rule,
)

_BACK = 3
"""Exchanges back to which what was told is looked at."""
_TOLD = ("answered", "partial", "unknown")
_SENTENCES = re.compile(r"(?<=[。；])")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[，、是]|\d{1,2}[.、] ?|Step \d+: )")
_PLACE = re.compile(r"第[\d.一二三四五六七八九十百]+[条章]|\bArts?\. ?\d")
_LAW_NAMED = re.compile(r"《|GB/T|国标|\b(?:Law|PIPL|Provisions|Measures|Regulations?)\b")
_POINTING = re.compile(r"(?:这|它|其(?!他|它|余|中)|上述|(?:These|This|They|It)\b)")
"""What begins a sentence that says something of the one before it."""
_SHORTEST = 7
"""Characters below which a sentence is told with the next one."""
_ARTICLE = re.compile(r"第(\d+)条|\barts?\. ?(\d+)|\barticles? (\d+)")


class Told(msgspec.Struct, frozen=True):
    """A sentence that was told: its published words, its ground, what told it. ``gap``: that told
    that something is not known; ``duty``: it stands among what is to be done; ``advice``: said for
    a case, it is no legal advice; ``back``: how many exchanges ago."""

    text: str
    origins: tuple[Origin, ...]
    entries: tuple[str, ...]
    language: Language
    gap: bool = False
    duty: bool = False
    advice: bool = False
    back: int = 0


def told_sentences(
    exchanges: Sequence[Exchange], snapshot: Snapshot, *, english: bool
) -> tuple[Told, ...]:
    """The sentences of the last answers and known gaps, the last answer first, each once."""
    found: dict[str, Told] = {}
    telling = [e for e in exchanges if e.outcome != "smalltalk"][-_BACK:]
    for back, exchange in enumerate(reversed(telling)):
        if exchange.outcome not in _TOLD:
            continue
        for told in _of_exchange(exchange, snapshot, english=english):
            found.setdefault(told.text, msgspec.structs.replace(told, back=back))
    return tuple(found.values())


def _of_exchange(exchange: Exchange, snapshot: Snapshot, *, english: bool) -> Iterator[Told]:
    rules = snapshot.pack.all(Rule)
    for name in exchange.entries:
        target = snapshot.index.target(name)
        document: Document | None = target.document if target is not None else rules.get(name)
        if isinstance(document, DecisionTable):
            rows = [row for row in document.rows if row.id in exchange.entries]
            for row in rows:
                yield from _of_row(document, row, english=english)
        elif document is not None:
            yield from _of_document(document, snapshot, english=english)


def _of_row(table: DecisionTable, row: Row, *, english: bool) -> Iterator[Told]:
    entries = (table.id, row.id)
    given = english and row.conclusion_english != ""
    language: Language = "en" if given else "zh"
    for text in sentences_of(row.conclusion_english if given else row.conclusion):
        yield Told(text, row.sources, entries, language, advice=True)
    given = english and bool(row.duties_english)
    language = "en" if given else "zh"
    for duty in row.duties_english if given else row.duties:
        text = duty.rstrip("。.") + ("." if given else "。")
        yield Told(text, row.sources, entries, language, duty=True, advice=True)


def _of_document(document: Document, snapshot: Snapshot, *, english: bool) -> Iterator[Told]:
    held = getattr(document, "english", None)
    translated = held if isinstance(held, str) else str(getattr(held, "answer", ""))
    given = english and translated != ""
    texts = (translated,) if given else tuple(_texts(document))
    origins = tuple(dict.fromkeys(origins_of(document, snapshot.pack.all(Claim))))
    for text in texts:
        for sentence in sentences_of(text):
            yield Told(
                sentence,
                _named_in(sentence, origins),
                (document.id,),
                "en" if given else "zh",
                gap=isinstance(document, Gap),
                advice=isinstance(document, Rule) or bool(getattr(document, "advice", False)),
            )


def _texts(document: Document) -> Iterator[str]:
    match document:
        case Entry():
            yield document.answer
        case Gap():
            yield document.answer
            yield document.next_step
        case Rule():
            yield document.gist
        case ClosedList():
            for item in document.items:
                yield f"{item.name}{f'：{item.detail}' if item.detail else ''}。"
        case Procedure():
            for step in document.steps:
                by = done_by(step).rstrip("。")
                yield f"{step.name}：{step.what.rstrip('。')}{f'（{by}）' if by else ''}。"
        case _:
            return


def sentences_of(text: str) -> list[str]:
    """The sentences of a published text. One that names an article and not its law stands with the
    one before it that names the law, one that points back with what it points to, and a yes alone
    with the next."""
    pieces = split(text) if is_english(text) else _SENTENCES.split(text)
    joint = " " if is_english(text) else ""
    found: list[str] = []
    for piece in (p.strip() for p in pieces):
        if not piece:
            continue
        short = found and len(found[-1]) < _SHORTEST
        leaning = _PLACE.search(piece) and not _LAW_NAMED.search(piece)
        placed = leaning and found and _LAW_NAMED.search(found[-1])
        if short or placed or (found and _POINTING.match(piece)):
            found[-1] = f"{found[-1]}{joint}{piece}"
        else:
            found.append(piece)
    return [_closed(_NUMBER.sub("", sentence)) for sentence in found]


def _closed(sentence: str) -> str:
    """A sentence with a full stop at its end."""
    if sentence.endswith("；"):
        return f"{sentence[:-1]}。"
    return f"{sentence[:-1]}." if sentence.endswith(";") else sentence


def _named_in(sentence: str, origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
    """The places among some that a sentence names; all where it names none of them."""
    numbers = {int(n) for found in _ARTICLE.findall(normalise(sentence)) for n in found if n}
    named = tuple(o for o in origins if o.article in numbers)
    return named or origins
