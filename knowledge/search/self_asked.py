"""Questions that entries ask themselves: what an index of entries without judged questions has to
learn from.

An entry with several wordings is asked by one of them, hidden. One with a single question is asked
by that question in other words. One whose "question" is no question but a name or a text — an
article of a law, a passage — is asked by a few words out of what it says. Every case comes twice:
with its entry, and with its entry taken away as if it had never been entered.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import msgspec

from knowledge.search.fusion import SearchIndex
from knowledge.search.targets import Target
from knowledge.text import Segmenter, normalise

_CASES = 400
"""Entries that ask themselves, drawn by the seed."""
_OFTEN = 6
"""Wordings by which an entry asks itself where there are few entries."""
_LEFT_OUT = (0.15, 0.35, 0.5)
"""Shares of a question's words that are left out, in turn."""
_STRANGE = 0.5
"""Of the words left out, the share for which a word of other entries stands: people say the same
in words that no entry has."""
_LONG = 48
"""Characters from which a "question" is a text."""
_CLAUSE = 6
"""The shortest clause that says enough to ask by."""
_CLAUSES = re.compile(r"[，,。；;：:！!？?\n]|\.\s")
_ASKING = re.compile(
    r"[?？]|什么|怎|如何|哪|谁|几|多少|多久|吗|呢|是否|能否|可否|为何|[能会要有是可]不"
    r"|\b(?:how|what|which|who|whose|when|where|why|can|could|do|does|is|are|should|will|i|my)\b"
)

_SAME = (
    ("什么时候", "何时"),
    ("为什么", "为何"),
    ("怎么样", "如何"),
    ("怎么", "如何"),
    ("怎样", "怎么"),
    ("如何", "怎么"),
    ("多少钱", "什么价格"),
    ("哪里", "哪儿"),
    ("能不能", "可以"),
    ("是否", "是不是"),
    ("可以", "能"),
    ("需要", "要"),
    ("不能", "无法"),
    ("没有", "没"),
    ("how do i", "how can i"),
    ("can i", "is it possible to"),
    ("what is", "what's"),
    ("need to", "have to"),
)
"""Small words for each other."""


class Case(msgspec.Struct, frozen=True):
    """An entry asking itself. ``gold``: its number; -1 where it was taken away. ``made``: whether
    the text was made up here; else it is a wording that somebody wrote."""

    text: str
    entry: int
    gold: int
    made: bool
    hidden_wordings: frozenset[int] = frozenset()
    hidden_targets: frozenset[int] = frozenset()


def self_asked(index: SearchIndex, seed: int) -> list[Case]:
    """The cases of an index, with and without their entry."""
    wordings: dict[int, list[int]] = {}
    for place, owner in enumerate(index.owner):
        wordings.setdefault(owner, []).append(place)
    chance = random.Random(seed)
    entries = sorted(wordings)
    chance.shuffle(entries)
    asked = entries[:_CASES]
    often = max(1, min(_OFTEN, _CASES // max(len(asked), 1)))
    strange = _strange(index, asked)
    cases: list[Case] = []
    for turn, entry in enumerate(asked):
        away = frozenset((entry,))
        if len(wordings[entry]) > 1:
            for place in chance.sample(wordings[entry], min(often, len(wordings[entry]))):
                text, itself = index.wordings[place], frozenset((place,))
                cases.append(Case(text, entry, entry, made=False, hidden_wordings=itself))
                cases.append(Case(text, entry, -1, made=False, hidden_targets=away))
            continue
        text, body = index.wordings[wordings[entry][0]], index.targets[entry].body
        left_out = _LEFT_OUT[turn % len(_LEFT_OUT)]
        if is_question(text):
            other = perturbed(text, index.segmenter, chance, left_out=left_out, strange=strange)
            # Taken away it is asked whole: with words left out it is easier to refuse.
            cases.append(Case(other, entry, entry, made=True))
            cases.append(Case(text, entry, -1, made=True, hidden_targets=away))
        else:
            other = asked_of(text, body, index.segmenter, chance, strange=strange)
            cases.append(Case(other, entry, entry, made=True))
            cases.append(Case(other, entry, -1, made=True, hidden_targets=away))
    return cases


def is_question(text: str) -> bool:
    """Whether an entry's question is one, other than a name or a text."""
    return len(text) <= _LONG and _ASKING.search(normalise(text)) is not None


def told_apart(left: Target, right: Target) -> bool:
    """Whether two entries with nearly the same questions differ all the same: passages of one
    article, whose "question" is a name, are told apart by what they say."""
    named = not (is_question(left.questions[0]) and is_question(right.questions[0]))
    return named and bool(left.body and right.body) and left.body != right.body


def perturbed(
    text: str,
    segmenter: Segmenter,
    chance: random.Random,
    *,
    left_out: float,
    strange: Sequence[str] = (),
) -> str:
    """A text in other words: some left out or replaced by strange ones, two neighbours swapped, a
    small word said otherwise."""
    text = normalise(text)
    for old, new in _SAME:
        if old in text and chance.random() < 0.5:
            text = text.replace(old, new, 1)
            break
    words = segmenter.words(text)
    if len(words) < 2:
        return text
    kept: list[str] = []
    for word in words:
        if chance.random() >= left_out:
            kept.append(word)
        elif strange and chance.random() < _STRANGE:
            kept.append(chance.choice(strange))
    kept = kept or [chance.choice(words)]
    if len(kept) > 1 and chance.random() < 0.5:
        place = chance.randrange(len(kept) - 1)
        kept[place], kept[place + 1] = kept[place + 1], kept[place]
    return _joined(kept)


def asked_of(
    name: str,
    body: str,
    segmenter: Segmenter,
    chance: random.Random,
    *,
    strange: Sequence[str] = (),
) -> str:
    """What somebody might ask of a text: its name, where it has a short one, and some of the words
    of one of its clauses."""
    text = body or name
    clauses = [c.strip() for c in _CLAUSES.split(text) if len(c.strip()) >= _CLAUSE] or [text]
    clause = normalise(chance.choice(clauses))
    if body and len(name) <= _LONG and chance.random() < 0.5:
        clause = f"{normalise(name)} {clause}"
    words = segmenter.words(clause)
    most = 12
    if len(words) > most:
        start = chance.randrange(len(words) - most + 1)
        words = words[start : start + most]
    left_out = chance.choice(_LEFT_OUT)
    return perturbed(_joined(words), segmenter, chance, left_out=left_out, strange=strange)


def _strange(index: SearchIndex, entries: Sequence[int]) -> list[str]:
    """Words of some entries, as often as they stand there."""
    found: list[str] = []
    for entry in entries[:100]:
        target = index.targets[entry]
        text = " ".join((*target.questions[:1], target.body))[:120]
        found.extend(index.segmenter.words(normalise(text)))
    return found


def _joined(words: Sequence[str]) -> str:
    found = words[0] if words else ""
    for word in words[1:]:
        found += f" {word}" if found[-1].isascii() and word[0].isascii() else word
    return found
