"""What a visitor recalls that the desk said (你刚才不是说去掉名字就可以吗), held against what it
did say. Pure.

That is no dispute: the sentence that speaks of it is told again, with its condition, whichever of
the replies it stood in. Where none does, that is said plainly, before the answer that they had.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.doubting import what_recalled
from dialog.reply.question import Exchange
from dialog.reply.told_once import SPECIFIC, Near, nearest, speaking_of, weights_of
from dialog.reply.told_sentences import Told, told_sentences
from dialog.reply.words import Frame, Line, Words
from knowledge.quantities import quantities
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_BACK = 8
"""Exchanges back to which something may be recalled."""
_TELLS = ("answered", "partial", "unknown")
_SHARE = 0.4
"""The weight of the words that a sentence shares among those recalled, from which on it is what is
meant."""
_STRANGE = 0.2
"""The same, below which nothing of it was told."""
_DUTY = re.compile(
    r"申报|报批|报备|备案|评估|认证|登记|审批|同意|授权|告知|手续|罚|收费|免|要钱|[能会可]|行"
    r"|不用|不要|必须"
    r"|\b(?:consent|permission|assess\w*|fil(?:e|ing)|certif\w*|exempt\w*|free|fees?|need\w*"
    r"|allowed"
    r"|can|cannot|could|may|must|have to|required)\b"
)
"""What is done or allowed, which is told in many ways."""
_NEARER = 1.15
"""By so much an earlier reply must share more than the last one to be meant instead."""


def up_to_what_is_recalled(
    text: str, exchanges: tuple[Exchange, ...], snapshot: Snapshot, *, english: bool
) -> tuple[Exchange, ...]:
    """The exchanges up to the one whose reply speaks of what a text recalls, else up to the last
    that told something; all of them where it recalls nothing."""
    what = what_recalled(text)
    if what is None:
        return exchanges
    best, most, last = 0, 0.0, 0
    for place in range(len(exchanges), max(0, len(exchanges) - _BACK), -1):
        exchange = exchanges[place - 1]
        if exchange.outcome not in _TELLS or not exchange.entries:
            continue
        last = last or (place if exchange.outcome != "unknown" else 0)
        near = _nearest(what, _told(exchange.entries, snapshot, english=english), snapshot)
        if near is not None and near.weight > most * _NEARER:
            best, most = place, near.weight
    return exchanges[: best or last or len(exchanges)]


def as_recalled(frame: Frame, words: Words, text: str) -> Words:
    """The words of the reply that is meant, as they are said to who recalls something of it."""
    what = what_recalled(text) or ""
    told = _told(words.entries, frame.snapshot, english=frame.english)
    held = " ".join(line.text for line in words.lines)
    figures = [q for q in quantities(normalise(what)) if q.unit]
    known = {(q.value, q.unit) for q in quantities(normalise(held))}
    missing = next((q for q in figures if (q.value, q.unit) not in known), None)
    if missing is not None:
        figure = normalise(what)[missing.start : missing.end]
        return _behind(frame, words, "recalled_figure", figure=figure)
    near = _nearest(what, told, frame.snapshot)
    if words.outcome == "clarify":
        return _behind(frame, words, "recalled_undecided")
    if near is None and _foreign(what, told, frame.snapshot) and words.route != "table":
        return _behind(frame, words, "recalled_never")
    best = speaking_of(what, told, frame.snapshot) if near is not None else ()
    if not best or words.route == "table":
        return _behind(frame, words, "recalled_whole")
    opening = Line(phrase("recalled_said", frame.language), locked=False, language=frame.language)
    return msgspec.structs.replace(
        words,
        lines=(opening, *(Line(t.text, language=t.language) for t in best)),
        route="said",
        sources=frame.cite(dict.fromkeys(o for t in best for o in t.origins)),
        chinese_only=frame.english and any(t.language == "zh" for t in best),
    )


def _behind(frame: Frame, words: Words, name: str, **values: str) -> Words:
    said = phrase(name, frame.language, **values)
    line = Line(said, locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def _told(entries: Sequence[str], snapshot: Snapshot, *, english: bool) -> tuple[Told, ...]:
    return told_sentences((Exchange("", "answered", tuple(entries)),), snapshot, english=english)


def _foreign(what: str, told: Sequence[Told], snapshot: Snapshot) -> bool:
    """Whether what is recalled names a thing of which nothing was told. A duty, or a yes or no, may
    have been told in other words."""
    if _DUTY.search(normalise(what)):
        return False
    whole = sum(weights_of(what, snapshot, single=False).values())
    near = next(iter(nearest(what, told, snapshot)), None)
    return whole >= SPECIFIC and (near is None or near.share < _STRANGE)


def _nearest(what: str, told: Sequence[Told], snapshot: Snapshot) -> Near | None:
    """The sentence that speaks of what is recalled; ``None`` where none does."""
    near = next(iter(nearest(what, told, snapshot)), None)
    enough = near is not None and near.weight >= SPECIFIC and near.share >= _SHARE
    return near if enough else None
