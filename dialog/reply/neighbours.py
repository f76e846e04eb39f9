"""Which questions of one text lie in what is said for another of them.

The words of an answer decide (``reply.covering``), and what the search puts near: a question that
the search brings elsewhere is not taken as answered by its neighbour because some words are shared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import bare
from dialog.reply.covering import asks_for_side, covers, own_words, same_sides
from dialog.reply.pointed import PROBABLE, RELATED
from dialog.reply.policy import (
    Article,
    Beside,
    Decision,
    GraphAnswer,
    OfTold,
    Recommend,
    Rule,
    Stored,
    Unknown,
)
from dialog.reply.question import Exchange
from dialog.reply.said_before import Repeated
from dialog.reply.side_lists import side_named
from dialog.reply.words import Words
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_SLACK = 0.05
"""By how much the whole text may be found less surely than the part that it is compared with."""
_TELLING = (Stored, Article, Rule, GraphAnswer, Recommend, Beside, OfTold, Repeated)
"""Decisions that tell something known."""
_SENTENCE = re.compile(r"[。;!?]|\.\s")


class Part(msgspec.Struct, frozen=True):
    """A question of a text with what is found for it and what is said. ``leans``: it was found
    behind the part before it. ``leads``: the documents that are nearest to it there."""

    text: str
    findings: Findings
    decision: Decision
    words: Words
    leans: bool = False
    leads: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether something is known about it, be it that nothing can be known."""
        if isinstance(self.decision, Unknown):
            return self.decision.gap is not None
        told = isinstance(self.decision, _TELLING)
        return told and self.words.entries != ()

    @property
    def nearest(self) -> tuple[str, ...]:
        """The documents that the search puts first."""
        return tuple(c.target.id for c in self.findings.candidates[:3])

    @property
    def target(self) -> Target | None:
        """The document that is quoted, if one is."""
        decision, best = self.decision, self.findings.best
        if isinstance(decision, Stored):
            return decision.target
        gap = decision.gap if isinstance(decision, Unknown) else None
        return best if gap is not None and best is not None and best.id == gap.id else None


class Neighbours:
    """Compares the questions of one text, over one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._segmenter = snapshot.index.segmenter

    def covered(
        self, parts: Sequence[Part], one: Part | None, whole: Findings, *, apart: bool
    ) -> list[Part]:
        """The parts, of which each that lies in what is said for another is said with it. ``one``:
        what answers the whole, if anything does. ``apart``: each asks for a side of its own, so
        that what is known of it stands."""
        found = list(parts)
        for place, part in enumerate(parts):
            if part.known and (apart or not isinstance(part.decision, GraphAnswer)):
                continue
            others = [p for p in (*reversed(found[:place]), *found[place + 1 :]) if p.known]
            others.extend([one] if one is not None else [])
            if part.known:
                # A document says more than a claim does.
                others = [p for p in others if isinstance(p.decision, Stored)]
            after = found[place + 1 : place + 2]
            for other in others:
                follows = other.leans and other in after
                if self._covers(other, part, whole, follows=follows):
                    found[place] = msgspec.structs.replace(other, text=part.text)
                    break
        return found

    def in_whole(self, one: Part, part: Part, whole: Findings) -> bool:
        """Whether what answers the whole answers a part; what another document was found for lies
        in it only where it is among the nearest to that part."""
        if one.target is None or one.target == part.target:
            return one.target is not None
        near = not part.known or one.target.id in part.nearest
        return near and self._covers(one, part, whole)

    def _covers(self, other: Part, part: Part, whole: Findings, *, follows: bool = False) -> bool:
        """Whether what is said for another part answers this one too. ``follows``: the other was
        found behind this one by its words, so that both are about the same thing."""
        follows = follows and same_sides(part.text, other.text)
        agreed = follows or self._agreed(other, part, whole)
        if not agreed and self._leads_elsewhere(part, other):
            return False
        named = "" if asks_for_side(part.text) else side_named(part.text)
        if named and not any(named in line.text for line in other.words.lines):
            return False  # 重要数据的识别方法, behind what they are.
        return self.said_in(other, part.text, agreed=agreed)

    def _leads_elsewhere(self, part: Part, other: Part) -> bool:
        """Whether the search brings a part with words of its own near other documents only, and no
        sentence of what is said has all those words."""
        own, target = self.own_words(part.text), other.target
        if target is None or part.findings.band == "unknown" or not own or bare(part.text):
            return False
        said = (s for line in other.words.lines for s in _SENTENCE.split(normalise(line.text)))
        outright = len(own) > 1 and any(all(word in s for word in own) for s in said)
        return target.id not in part.nearest and not outright

    def _agreed(self, other: Part, part: Part, whole: Findings) -> bool:
        """Whether the search leads to the document of another part too: for this part, or for the
        whole text about as surely as for the other part."""
        target = other.target
        if target is None:
            return False
        if not bare(part.text) and target.id in part.nearest[:1]:
            return True
        if target.id in part.leads and not self.own_words(part.text):
            return True
        same = whole.best is not None and whole.best.id == target.id
        return same and whole.chance >= other.findings.chance - _SLACK

    def said_in(self, other: Part, text: str, *, agreed: bool) -> bool:
        """Whether what is said for a part answers a question. ``agreed``: the search says so."""
        said = "\n".join(line.text for line in other.words.lines)
        named = " ".join((*other.words.entries, *(s.title for s in other.words.sources)))
        target = other.target
        if isinstance(other.decision, Unknown) and self.own_words(text):
            if not agreed:
                # That one thing is not known says nothing of another.
                return False
            agreed = False
        wordings = " ".join((named, *(target.questions if target is not None else (other.text,))))
        asked = normalise(text)
        names = [asked[m.start : m.end] for m in self._snapshot.graph.names.link(asked)]
        if not all(name in normalise(f"{said} {wordings}") for name in names):
            return False
        return covers(said, wordings, text, self._segmenter, agreed=agreed)

    def names_any(self, part: Part, words: Sequence[str]) -> bool:
        """Whether what is said for a part, or how it is asked for, has one of some words."""
        target = part.target
        said = [line.text for line in part.words.lines]
        said.extend(s.title for s in part.words.sources)
        said.extend(target.questions if target is not None else ())
        text = normalise(" ".join(said))
        return any(word in text for word in words)

    def is_about(self, target: Target | None, subject: str) -> bool:
        """Whether a document is about a thing: each word that names it, save those of the
        exchange's own name, stands in what it says or in how it is asked for. Of the exchange
        itself may be any."""
        if target is None:
            return False
        house = normalise(self._snapshot.pack.profile.exchange)
        named = [w for w in self.own_words(subject) if w not in house]
        said = normalise(" ".join((target.body, *target.questions)))
        return all(word in said for word in named)

    def matter_in(self, text: str) -> str:
        """The one matter that a text names; empty where it names none."""
        return self._snapshot.matters.name_in(text)

    def names_thing(self, text: str) -> bool:
        """Whether a text names a thing of the field, a matter or a law."""
        return bool(self._snapshot.graph.names.link(text) or self.matter_in(text))

    def own_words(self, text: str) -> tuple[str, ...]:
        """The words of a question that name something."""
        return own_words(text, self._segmenter)


def english_title(whole: Findings) -> str:
    """How what answers the whole is asked for in English; empty where that is not held."""
    document = whole.best.document if whole.best is not None else None
    return str(getattr(getattr(document, "english", None), "question", ""))


def near_alone(findings: Findings, chance: float) -> Unknown:
    """That it is not known, with what is near."""
    near = findings.candidates[:RELATED] if findings.band == "related" else ()
    return Unknown(max(chance, 1.0 - PROBABLE), related=near)


def told_as(part: Part) -> Exchange:
    """A part as an exchange of a conversation."""
    return Exchange(part.text, "answered" if part.known else "unknown", part.words.entries)
