"""What a conversation was told, in as many sentences as are wished, to be passed on to somebody:
the stored sentences that decide, and nothing around them.

Nothing is reworded: a sentence that says little alone (要先看两样。) is told with the next one, and
steps by their names, all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from avatar.sentences import split
from dialog.reply.pair_told import pair_named
from dialog.reply.plainer import NUMBERED, name_of, whole_sentences
from dialog.reply.words import Line, Words
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import Language

_ENOUGH = 16
"""Characters from which a sentence says something by itself; English has thrice as many."""


class Told(msgspec.Struct, frozen=True):
    """What one question was told: the words of each document, and how surely it belongs into a
    summary. ``ruling``: a table ruled; ``known``: it is more than that something is not known."""

    question: str
    words: tuple[Words, ...]
    ruling: bool = False
    known: bool = True


def in_sentences(snapshot: Snapshot, told: Sequence[Told], wished: int) -> tuple[Line, ...]:
    """At most ``wished`` sentences of what was told, in the order of the talk. Where more was told,
    rulings go first, then what was asked first and last; what is not known comes behind."""
    kept = _weightiest(told, wished)
    shares = _shares(len(kept), wished)
    lines: list[Line] = []
    for one, share in zip(kept, shares, strict=True):
        lines.extend(_sentences(snapshot, one, share))
    return tuple(lines)


def _weightiest(told: Sequence[Told], wished: int) -> list[Told]:
    last = len(told) - 1
    places = sorted(
        range(len(told)),
        key=lambda n: (not told[n].ruling, not told[n].known, 0 if n == 0 else 1 + last - n),
    )
    return [told[n] for n in sorted(places[:wished])]


def _shares(count: int, wished: int) -> list[int]:
    """How many sentences each of ``count`` things has of those that are ``wished``."""
    each, over = divmod(wished, count) if count else (0, 0)
    return [each + (n < over) for n in range(count)]


def _sentences(snapshot: Snapshot, told: Told, share: int) -> list[Line]:
    """What one question was told in ``share`` sentences; of several documents each is named, in
    one sentence where there are not enough for all."""
    each = [s for w in told.words if (s := _folded(snapshot, w))]
    each = _named(pair_named(told.question), each)
    if not each:
        return []
    if len(each) <= share:
        shares = _shares(len(each), share)
        return [line for lines, most in zip(each, shares, strict=True) for line in lines[:most]]
    first = [lines[0] for lines in each]
    if share > 1:
        return [*first[: share - 1], _joined(first[share - 1 :], "；", "; ")]
    return [_joined(first, "；", "; ")]


def _named(names: Sequence[str], each: Sequence[list[Line]]) -> list[list[Line]]:
    """What is told of each of two things under its name, where its first sentence does not begin
    with that."""
    if len(names) != len(each):
        return list(each)
    named: list[list[Line]] = []
    for name, (first, *rest) in zip(names, each, strict=True):
        colon = ": " if first.language == "en" else "："
        begins = normalise(first.text).startswith(normalise(name))
        text = first.text if begins else f"{name}{colon}{first.text}"
        named.append([msgspec.structs.replace(first, text=text), *rest])
    return named


def _folded(snapshot: Snapshot, words: Words) -> list[Line]:
    """The stored sentences of one document, those that say little alone told with the next."""
    stored = [line for line in words.lines if line.locked and line.role == "answer"]
    numbered = [line for line in stored if NUMBERED.match(line.text)]
    if numbered and words.route in ("procedure", "list"):
        names = [NUMBERED.sub("", _ended(name_of(line.text))) for line in numbered]
        heading = _heading(snapshot, words, numbered[0].language)
        text = ("; " if numbered[0].language == "en" else "；").join(names)
        return [_with_text(numbered[0], f"{heading}{text}")]
    found: list[Line] = []
    for line in stored:
        # The number of a duty that stands alone says nothing.
        whole = (NUMBERED.sub("", s) for s in whole_sentences(line))
        found.extend(_with_text(line, _one(s, english=line.language == "en")) for s in whole)
    told: list[Line] = []
    for line in found:
        enough = _ENOUGH * (3 if line.language == "en" else 1)
        if told and len(told[-1].text) < enough:
            told[-1] = _joined((told[-1], line), "，", ", ")
        else:
            told.append(line)
    return told


def _heading(snapshot: Snapshot, words: Words, language: Language) -> str:
    """What the numbered things are of: a list alone says it not."""
    target = snapshot.index.target(words.entries[0]) if words.entries else None
    if target is None:
        return ""
    if language == "en":
        english = getattr(getattr(target.document, "english", None), "question", "")
        return f"{english.rstrip('?')}: " if english else ""
    name = getattr(target.document, "name", "")
    return f"{name}：" if name else ""


def _joined(lines: Sequence[Line], chinese: str, english: str) -> Line:
    joint = english if lines[0].language == "en" else chinese
    texts = [*(_ended(line.text) for line in lines[:-1]), lines[-1].text.rstrip("。.")]
    return _with_text(lines[0], joint.join(texts))


def _one(text: str, *, english: bool) -> str:
    """What is told as one sentence, where a short one begins it (看合同。…)."""
    parts = split(text)
    ends = (
        _ended(p) + (", " if english else "，") if p.endswith(("。", ".")) else p for p in parts
    )
    return "".join((*tuple(ends)[:-1], parts[-1])) if parts else text


def _ended(text: str) -> str:
    return text.rstrip("。.；;")


def _with_text(line: Line, text: str) -> Line:
    """The line with another text of whole sentences, ended as one."""
    end = "." if line.language == "en" else "。"
    ended = text if text.endswith(("。", "！", "？", ".", "!", "?")) else text + end
    return msgspec.structs.replace(line, text=ended)
