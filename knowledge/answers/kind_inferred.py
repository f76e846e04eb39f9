"""The kind of data on which a ruling rests where nobody named it, only the data (轨迹, 手机号): the
visitor must see what it was taken for, and by which of their words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.answers.rulings import Ruling
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_words import occurs
from knowledge.answers.taken_away import data_of, each_denied
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_BY_NAME = re.compile(
    r"敏感|普通|一般|重要|匿名|个人(?:信息|数据)|sensitive|ordinary|important|anonym|personal"
)
"""What names a kind itself."""
_MOST = 3
"""Words that are told at most."""


def kind_inferred(ruling: Ruling) -> tuple[Input, tuple[str, ...]] | None:
    """The input of the kind, and the words by which a ruling that concludes on it knew its value;
    ``None`` where the kind was named or chosen, changes nothing, or differs by part."""
    known, row = kind_of(ruling.table), ruling.row
    if known is None or row is None or ruling.heard is None or ruling.periods:
        return None
    if ruling.whole is not None or ruling.rest is not None:
        return None
    value = ruling.slots.get(known.name, "")
    if row.when.get(known.name) != (value,) or any(i.name == known.name for i in ruling.assumed):
        return None
    found = _said(ruling.table, known.words.get(value, ()), ruling.heard.texts)
    labels = {normalise(n) for n in (*known.labels, *known.labels_english)}
    chosen = any(normalise(t).strip(" .。") in labels for t in ruling.heard.texts)
    if not found or chosen or any(_BY_NAME.search(word) for word in found):
        return None
    return known, found[:_MOST]


def taken_out(ruling: Ruling) -> tuple[str, ...]:
    """The words for data that the last text of a case took out of it, where the ruling asks what
    is left, in the order of the text."""
    known = data_of(ruling.table)
    later = ruling.heard.texts[1:] if ruling.heard is not None else ()
    if known is None or ruling.ask is None or ruling.ask.name != known.name or not later:
        return ()
    plain = each_denied(ruling.table, normalise(later[-1]))
    words = [*(p for group in known.words.values() for p in group), *known.plain]
    denied = _longest(w for w in map(normalise, words) if occurs(w, plain) == (False, True))
    named = (w for w in denied if not _BY_NAME.search(w) and len(w) > 1)
    return tuple(sorted(named, key=plain.find))[:_MOST]


def _said(table: DecisionTable, phrases: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """The phrases that stand in the texts and were not taken back, the longer of those within each
    other, in order."""
    told = [each_denied(table, normalise(t)) for t in texts]
    found: set[str] = set()
    for phrase in map(normalise, phrases):
        for text in told:
            held, denied = occurs(phrase, text)
            if denied:
                found.discard(phrase)
            elif held:
                found.add(phrase)
    return tuple(sorted(_longest(found), key="\n".join(told).find))


def _longest(words: Iterable[str]) -> list[str]:
    """The words that stand within no other of them, each once."""
    known = dict.fromkeys(words)
    return [w for w in known if not any(w != other and w in other for other in known)]
