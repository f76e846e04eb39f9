"""What a follow-up asks that a sentence of the replies just before settles: 独立、客观是哪一条说的
after an answer that cited the article for these words.

What was told is the first place to look. The sentence that shares the words of what is asked,
weighed by how rare they are, and has what the question wants to know, is told again as it is
published; yes or no is never said beyond it. What names a new matter finds no sentence, and is
searched as ever.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.covering import own_words
from dialog.reply.pointed import PROBABLE
from dialog.reply.policy import Decision
from dialog.reply.question import Exchange, Question
from dialog.reply.said_forms import (
    NOT_KNOWN,
    AskedOfSaid,
    SaidForm,
    asked_of_said,
    asks_of_shape,
    measures_otherwise,
    said_by_you,
    settles,
    wants_consent,
)
from dialog.reply.told_lately import spoken_in, spoken_lately
from dialog.reply.told_sentences import Told, told_sentences
from knowledge.answers.people_counts import counted_input, people_told
from knowledge.answers.vague_counts import bounds
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import dice, is_english, normalise, pairs_of
from knowledge.types import DecisionTable, Input

_SAID = 0.95
"""The chance of what was told a moment ago and is asked for again."""
_SHARE = 0.75
"""The weight of the shared words among those of what is asked."""
_HALF = 0.5
"""The same, of what is said to have been told, and is not taken to settle anything."""
_LATELY = 2
"""Exchanges back to which what was told is near enough to be gone beyond."""
_THIRD = 0.34
"""The weight of what was spoken of among what a text names beside what it asks."""
_DOUBLE = 4
"""Characters of a word that may stand for a longer one with something in its midst."""
_SLIGHT = 4.0
"""The weight below which shared words are too common to tell a matter."""
_STRICT: tuple[SaidForm, ...] = ("article", "official", "degree")
"""Forms that ask of what was said itself: whatever else the search finds is of another matter."""
_IDLE = frozenset(
    [
        "前面", "刚才", "刚刚", "之前", "上面", "你说", "提到", "那个", "这个", "那条", "这条",
        "数字", "官方", "正式", "权威", "直接", "要求", "规定", "依据", "出处",
        "法律", "现在", "已经",
        "那样", "这样", "如果", "的话", "是不是", "日子", "说法",
        "said", "mentioned", "official", "figure", "number", "still", "just", "then", "also",
        "write", "make",
    ]
)  # fmt: skip
"""Words that belong to the asking, or to anything."""


class Repeated(Decision, frozen=True, tag="repeated"):
    """Say again what was told and settles what is asked. ``form``: how it is asked. ``again``: it
    was said again just before, and settles no more now. ``shown``: it only stood on a card.
    ``more``: what speaks of it as well."""

    told: Told
    form: SaidForm
    again: bool = False
    shown: bool = False
    more: tuple[Told, ...] = ()


def said_before(text: str, asked: Question, snapshot: Snapshot) -> Repeated | None:
    """The told sentence that settles a text; ``None`` where none does."""
    exchanges = asked.exchanges
    if not exchanges or snapshot.laws.names.link(normalise(text)):
        return None
    if measures_otherwise(text):
        return _measured_again(asked, snapshot)
    if counts_anew(f"{asked.text}，{text}", exchanges, snapshot):
        return None  # 再发五万，要签合同吗 is not settled by what held of 九万.
    reading = asked_of_said(text)
    if reading is None:
        return None
    told = told_sentences(exchanges, snapshot, english=asked.language == "en")
    return _settling(text, reading, told, exchanges, snapshot)


def repeats(text: str, asked: Question, found: Findings, snapshot: Snapshot) -> Repeated | None:
    """The told sentence that settles a text, where what was ``found`` for it does not do so
    better."""
    if not asked.exchanges:
        return None
    if found.match in ("exact", "near") and found.part == 0 and not _just_told(found, asked):
        return None
    said = said_before(text, asked, snapshot)
    if said is None:
        return _beyond(text, asked, found, snapshot) or _lately(text, asked, found, snapshot)
    if said.form in _STRICT:
        return said
    if found.law is not None or found.graph is not None or found.compared is not None:
        return None
    ruling = found.ruling
    if ruling is not None:
        if ruling.row is not None and ruling.row.unsettled:
            return None  # A sentence of what is not settled would settle it.
        row = ruling.row.id if ruling.row is not None else ""
        # Whether something may be done is what the ruling says itself, and why.
        return said if row and row in said.told.entries and said.form != "leave" else None
    return said if found.band != "answer" or _just_told(found, asked) else None


def counts_anew(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether a text tells another number of those whom a table counts than was told before."""
    tables, last = snapshot.pack.all(DecisionTable), exchanges[-1].entries[:1]
    counted = counted_input(tables[last[0]]) if last and last[0] in tables else None
    if counted is None:
        return False
    told = {v for e in exchanges for v in _numbers(e.question, counted)}
    new = (bounds(value) for value in _numbers(text, counted))
    return any(
        not any(low <= bounds(v)[0] and bounds(v)[1] <= high for v in told) for low, high in new
    )


def _numbers(text: str, counted: Input) -> set[str]:
    return {t.value for t in people_told(normalise(text), counted.units)}


def _beyond(text: str, asked: Question, found: Findings, snapshot: Snapshot) -> Repeated | None:
    """The told sentence that speaks of what a text asks, and does not settle it, where nothing
    likelier is found: whether a consent will do in some shape, or what the desk is said to have
    said."""
    if found.law or found.graph or found.compared or found.ruling or found.band == "answer":
        return None
    cited = said_by_you(text)
    if found.chance >= PROBABLE and found.band == "related" and not cited:
        return None
    told = [
        t
        for t in told_sentences(asked.exchanges, snapshot, english=asked.language == "en")
        if not t.gap and t.back < _LATELY
    ]
    if asks_of_shape(text):
        near = next((t for t in told if wants_consent(t.text)), None)
        last = asked.exchanges[-1]
        again = near is not None and last.entries == near.entries and asks_of_shape(last.question)
        return near and Repeated(_SAID, near, "beyond", again=again)
    pointed = own_words(cited, snapshot.index.segmenter)
    words = [w for w in pointed if w not in _IDLE]
    if not words or not told:
        return None
    weights = {w: snapshot.index.words.weight(w) for w in words}
    score, best = max(((_weight(weights, t, snapshot), t) for t in told), key=lambda s: s[0])
    enough = score >= max(_HALF * sum(weights.values()), _SLIGHT)
    return Repeated(_SAID, best, "beyond") if enough else None


def _lately(text: str, asked: Question, found: Findings, snapshot: Snapshot) -> Repeated | None:
    """The sentence told lately that speaks of what a text wants to be enough, where nothing
    likelier is found; or of what would lead back to a document that was just told."""
    if found.law or found.graph or found.compared or found.ruling or found.band == "answer":
        return None
    best = found.best
    if best is not None and found.band == "related" and found.chance >= PROBABLE:
        told = spoken_in(text, best, asked, snapshot)
        return told and Repeated(_SAID, told, "beyond")
    spoken = spoken_lately(text, asked, snapshot)
    return spoken and Repeated(_SAID, spoken.told, "degree" if spoken.test else "beyond")


def _just_told(found: Findings, asked: Question) -> bool:
    """Whether what was found is what the reply before told."""
    best = found.best
    return best is not None and best.id in asked.exchanges[-1].entries


def _measured_again(asked: Question, snapshot: Snapshot) -> Repeated | None:
    """The test that was told for the measure before, where another is put in its place."""
    *earlier, last = asked.exchanges
    before = msgspec.structs.replace(asked, exchanges=tuple(earlier))
    said = said_before(last.question, before, snapshot)
    if said is None or said.form != "degree" or not set(said.told.entries) <= set(last.entries):
        return None
    return said


def _settling(
    text: str,
    reading: AskedOfSaid,
    told: Sequence[Told],
    exchanges: Sequence[Exchange],
    snapshot: Snapshot,
) -> Repeated | None:
    """The sentence that has the words of what is asked and settles it, the nearest one."""
    fitting = [t for t in told if _settled_by(reading, t)]
    if not fitting:
        return None
    words = _asked_words(reading, snapshot)
    known = normalise(" ".join((*(t.text for t in told), *(e.question for e in exchanges))))
    if reading.form == "degree":
        # What may be too fine is of the case that was told; a thing never named is a new matter.
        named = own_words(text, snapshot.index.segmenter)
        if named and not any(_holds(word, known, snapshot) for word in named):
            return None
        return Repeated(_SAID, fitting[0], reading.form)
    if not words or any(not _holds(word, known, snapshot) for word in words):
        return None
    if _elsewhere(reading, words, known, snapshot):
        return None
    weights = {w: snapshot.index.words.weight(w) for w in words}
    scored = [
        (_weight(weights, t, snapshot), -t.back, dice(reading.clause, t.text), t) for t in fitting
    ]
    score, _, _, best = max(scored, key=lambda s: s[:3])
    whole = sum(weights.values())
    if score < max(_SHARE * whole, _SLIGHT):
        return None
    return Repeated(_SAID, best, reading.form)


def _elsewhere(reading: AskedOfSaid, words: Sequence[str], known: str, snapshot: Snapshot) -> bool:
    """Whether too little of what a text names beside what it asks was spoken of: another case."""
    told = own_words(" ".join(reading.beside), snapshot.index.segmenter)
    beside = [w for w in told if w not in (*words, *_IDLE)]
    weights = {w: snapshot.index.words.weight(w) for w in beside}
    held = sum(weight * _known_share(w, known, snapshot) for w, weight in weights.items())
    return held < _THIRD * sum(weights.values())


def _known_share(word: str, known: str, snapshot: Snapshot) -> float:
    """How much of a word was spoken of. Of what the dictionary does not know (药企买), a part may
    be."""
    if _holds(word, known, snapshot):
        return 1.0
    pairs = () if is_english(word) else pairs_of(word)
    return sum(pair in known for pair in pairs) / len(pairs) if len(pairs) > 1 else 0.0


def _settled_by(reading: AskedOfSaid, told: Told) -> bool:
    sentence = normalise(told.text)
    if reading.alters and reading.form not in _STRICT:
        # Of a case told otherwise the sentence may not hold.
        return False
    if reading.form == "duty" and told.duty:
        return True
    if told.gap and reading.form in ("duty", "leave") and not NOT_KNOWN.search(sentence):
        return False
    return settles(reading, sentence)


def _asked_words(reading: AskedOfSaid, snapshot: Snapshot) -> tuple[str, ...]:
    """The words of what is asked, that alone where the form says of what it asks."""
    segmenter = snapshot.index.segmenter
    for thing in (*reading.thing, reading.clause):
        words = tuple(w for w in own_words(thing, segmenter) if w not in _IDLE)
        if words:
            return words
    return ()


def _weight(weights: dict[str, float], told: Told, snapshot: Snapshot) -> float:
    sentence = normalise(told.text)
    return sum(weight for word, weight in weights.items() if _holds(word, sentence, snapshot))


def _holds(word: str, text: str, snapshot: Snapshot) -> bool:
    """Whether a normalised text has a word, or another name of the same thing."""
    if is_english(word):
        return word in text or word in snapshot.index.segmenter.words(text)
    if word in text or word in text.replace("性", ""):
        return True
    if len(word) == _DOUBLE and re.search(f"{word[:2]}.{{0,4}}{word[2:]}", text):
        return True  # 合规报告 is short for 合规性评估报告.
    names = snapshot.graph.names
    meant = {m.entity for m in names.link(word)}
    return bool(meant) and meant <= {m.entity for m in names.link(text)}
