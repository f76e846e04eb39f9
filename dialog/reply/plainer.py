"""An answer told again to somebody for whom it was too much: its first sentence and the names of
what it lists, in the stored words, with the terms in it that can be asked for by themselves. What
was not known is said to be so in one plain sentence, with what the visitor can do.

Nothing is reworded. What is left out is named as left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from avatar.sentences import split
from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.words import Frame, Line, Words
from knowledge.search.targets import Target
from knowledge.text import normalise
from knowledge.types import Gap

_ENOUGH = 16
"""Characters from which a first sentence says something (要。 alone does not); English has thrice
as many."""
_OF_RULING = 2
"""Sentences to which a ruling comes down: what holds, and what is to be done."""
_VERDICT = 20
"""Characters below which a sentence is a verdict without its condition (未经同意的不能交易)."""
_HANGS = re.compile(
    r"同意|授权|匿名|前提|除非|除外|以外|先|须|满|超过|以[内上下]|[要只]看|合同|条件|凭|符合|免|合法|来源|得|需|要"
    r"|\b(?:unless|consent|if|once|without|provided|must|need(?:s|ed)?|depends?|fewer"
    r"|more than|contract"
    r"|lawful\w*|waived|when|where|authoris\w+|anonymis\w+)\b"
)
"""What tells on what a verdict hangs."""
_SHORTEST = 7
"""Characters below which a sentence is told with the next one."""
_TERMS = 3
"""Terms that are named as what can be asked next."""
NUMBERED = re.compile(r"\d+\. ")
_NAME_ENDS = re.compile(r"(?<!第)[：:](?!\d)")
_WHERE_IT_STANDS = re.compile(
    r"（《[^（）]*）|，(?:见|依据是?)《[^》]+》[^，。；]*|，(?:也)?见第[^，。；]{1,12}条"
    r"| \([^()]*\bArts?\. ?\d[^()]*\)"
)
"""Where something stands in the law: the sources beside the reply tell it."""
_GIST = re.compile(r"^《[^》]+》[^，。：]{0,24}的要点：")


class PlainerWriter:
    """Writes what a reply comes down to, from one snapshot in one language."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def write(self, words: Words, *, insisted: bool = False, example: bool = False) -> Words:
        """A reply in its plainest stored words. ``insisted``: that was told already, and did not
        help. ``example``: one is asked for; none is held, and that is said first."""
        plainer = self._plainer(words, insisted=insisted)
        if not example:
            return plainer
        none = self._line("plainer_no_example")
        return msgspec.structs.replace(plainer, lines=(none, *plainer.lines))

    def in_few(self, words: Words, sentences: int) -> Words:
        """A reply in as many of its first sentences as are wished; 0 = as few as say something.
        What is not known is said so, without what is likely something else."""
        if words.outcome == "unknown" and words.entries and sentences > 1:
            steps = [line for line in words.lines if line.role == "next_step"][-1:]
            known = [line for line in words.lines if line not in steps]
            lines = (*_first_sentences(known, sentences - len(steps)), *steps)
            return msgspec.structs.replace(words, lines=lines)
        if words.outcome == "unknown":
            cards = () if words.route != "near" and not words.entries else words.cards
            return self._unknown(msgspec.structs.replace(words, cards=cards))
        if words.outcome not in ("answered", "partial") or not sentences:
            return self._plainer(words, insisted=False)
        first = _first_sentences(words.lines, sentences, named=words.route != "table")
        if not first:
            return words  # Things of the catalogue stand on their cards.
        lines = [self._line(_opening(first, words.lines, insisted=False)), *first]
        if _shorter(first, words.lines):
            lines.append(self._line("plainer_rest", next_step=True))
        return msgspec.structs.replace(words, lines=tuple(lines))

    def first(self, words: Words) -> Words:
        """A reply in its first sentence and nothing around it; of what is listed, the names too."""
        sentences = 2 if words.route in ("procedure", "list") else 1
        return msgspec.structs.replace(words, lines=tuple(_first_sentences(words.lines, sentences)))

    def _plainer(self, words: Words, *, insisted: bool) -> Words:
        if words.outcome == "unknown":
            return self._unknown(words)
        if words.outcome == "clarify" and words.choices.titles:
            return msgspec.structs.replace(
                words, lines=(self._line("plainer_choose"), *words.lines)
            )
        if words.outcome not in ("answered", "partial"):
            return words
        terms = self._terms(words)
        core = () if insisted else tuple(_core(words.lines))
        if core and words.route == "table":
            # What was assumed, and each duty whole, would leave nothing out.
            core = _first_sentences(words.lines, _OF_RULING, named=False)
        lines = [self._line(_opening(core, words.lines, insisted=insisted)), *core]
        if core and _shorter(core, words.lines):
            lines.append(self._line("plainer_rest", next_step=True))
        if terms:
            named = self._named(t.title for t in terms)
            lines.append(self._line("plainer_terms", next_step=True, named=named))
        contact = self._frame.contact(shown=not any(c.kind == "contact" for c in words.cards))
        cards = (*terms, *words.cards, *contact)
        return msgspec.structs.replace(words, lines=tuple(lines), cards=tuple(dict.fromkeys(cards)))

    def _unknown(self, words: Words) -> Words:
        """That it is not known, in one sentence, and what to do."""
        steps = [line for line in words.lines if line.role == "next_step"]
        if words.route == "near":
            lines = (self._line("plainer_unsure"), *steps)
        elif words.entries:
            # A gap in English is one text; what to do stands at its end.
            last = words.lines[-1]
            step = msgspec.structs.replace(last, text=split(last.text)[-1], role="next_step")
            lines = (self._line("plainer_gap"), *(steps or (step,)))
        else:
            lines = (self._line("plainer_unknown"),)
        return msgspec.structs.replace(words, lines=lines)

    def _terms(self, words: Words) -> tuple[Card, ...]:
        """Terms that a reply names and whose meaning is held, as questions to ask."""
        snapshot = self._frame.snapshot
        told = normalise("\n".join(line.text for line in words.lines))
        linked = dict.fromkeys(m.entity for m in snapshot.graph.names.link(told))
        terms = [term for term in linked if not snapshot.laws.names.link(term)]
        cards: dict[str, Card] = {}
        for term in terms:
            found = snapshot.at_once(f"{term}是什么")
            target = found.best if found is not None else None
            if target is None or target.id in words.entries or isinstance(target.document, Gap):
                continue
            card = self._card(term, target)
            if card is not None:
                cards.setdefault(target.id, card)
        return tuple(cards.values())[:_TERMS]

    def _card(self, term: str, target: Target) -> Card | None:
        if not self._frame.english:
            return Card("related", f"{term}是什么？")
        question = str(getattr(getattr(target.document, "english", None), "question", ""))
        return Card("related", question, language="en") if question else None

    def _named(self, titles: Iterator[str]) -> str:
        marks = [f"“{title.rstrip('？?')}”" for title in titles]
        return ", ".join(marks) if self._frame.english else "".join(marks)

    def _line(self, name: str, *, next_step: bool = False, **values: str) -> Line:
        language = self._frame.language
        role = "next_step" if next_step else "answer"
        return Line(phrase(name, language, **values), role, locked=False, language=language)


def in_one_sentence(frame: Frame, words: Words) -> Words:
    """A reply in its first stored sentence, with what it was assumed on; of what asks back or is
    not known, what says so."""
    if words.outcome == "clarify":
        return words
    if words.outcome == "unknown":
        return PlainerWriter(frame).in_few(words, 1)
    first = _first_sentences(words.lines, 1, named=words.route != "table")
    if not first:
        return words
    place = next(n for n, line in enumerate(words.lines) if line.locked)
    assumed = [w for w in words.lines[place + 1 : place + 2] if not w.locked]
    if not assumed and _bare_verdict(first[0]):
        first = _first_sentences(words.lines, 2, named=words.route != "table")
    lines = [*first, *assumed]
    if _shorter(first, words.lines):
        rest = phrase("plainer_rest", frame.language)
        lines.append(Line(rest, "next_step", locked=False, language=frame.language))
    return msgspec.structs.replace(words, lines=tuple(lines))


def _bare_verdict(line: Line) -> bool:
    """Whether a sentence says so little that it leaves out on what it hangs."""
    if len(line.text) < _VERDICT * (3 if line.language == "en" else 1):
        return True
    return _HANGS.search(normalise(line.text)) is None


def _opening(core: Sequence[Line], whole: Sequence[Line], *, insisted: bool) -> str:
    if insisted:
        return "plainer_again"
    return "plainer_first" if _shorter(core, whole) else "as_reviewed"


def _shorter(core: Sequence[Line], whole: Sequence[Line]) -> bool:
    """Whether anything is left out but where a gist stands."""

    def told(lines: Sequence[Line]) -> int:
        return sum(len(_WHERE_IT_STANDS.sub("", _GIST.sub("", w.text))) for w in lines)

    return told(core) < told(whole)


def _core(lines: Sequence[Line]) -> Iterator[Line]:
    """What a reply comes down to: behind each heading its first stored sentence, and what is
    numbered by its name."""
    led = False
    for line in lines:
        if not line.locked:
            led = False
            yield line
        elif NUMBERED.match(line.text):
            yield msgspec.structs.replace(line, text=name_of(line.text))
        elif not led or _GIST.match(line.text):
            led = True
            yield msgspec.structs.replace(line, text=_first(line))


def _first_sentences(lines: Sequence[Line], wished: int, *, named: bool = True) -> tuple[Line, ...]:
    """The first stored sentences of a reply, as many as are wished at most. What is numbered is
    one of them: half a list would be a wrong one. ``named``: it is told by its names."""
    short = name_of if named else _unplaced
    told: list[Line] = []
    left = wished
    stored = [line for line in lines if line.locked]
    for place, line in enumerate(stored):
        if left <= 0:
            break
        numbered = NUMBERED.match(line.text) is not None
        if numbered and (place == 0 or NUMBERED.match(stored[place - 1].text) is None):
            names = [short(w.text).rstrip("。.") for w in stored[place:] if NUMBERED.match(w.text)]
            end, joint = (".", "; ") if line.language == "en" else ("。", "；")
            told.append(msgspec.structs.replace(line, text=joint.join(names) + end))
            left -= 1
        elif not numbered:
            sentences = whole_sentences(line)
            told.append(msgspec.structs.replace(line, text=_joined(sentences[:left], line)))
            left -= len(sentences[:left])
    return tuple(told)


def whole_sentences(line: Line) -> list[str]:
    """The sentences of a line, each with what it ends in: a yes alone (要。) is none."""
    found: list[str] = []
    begun = ""
    for part in split(_WHERE_IT_STANDS.sub("", _GIST.sub("", line.text))):
        begun = _joined([begun, part], line) if begun else part
        if len(begun) >= _SHORTEST and not begun.endswith((";", "；", ",", "，", ":", "：")):
            found.append(begun)
            begun = ""
    return [*found, begun] if begun else found


def _joined(sentences: Sequence[str], line: Line) -> str:
    return (" " if line.language == "en" else "").join(sentences)


def name_of(text: str) -> str:
    """A numbered thing without what is said of it, and without where it stands in the law."""
    name = _NAME_ENDS.split(text, maxsplit=1)[0]
    named = text if name == text else f"{name.rstrip('。')}。"
    return _WHERE_IT_STANDS.sub("", named)


def _unplaced(text: str) -> str:
    return _WHERE_IT_STANDS.sub("", text)


def _first(line: Line) -> str:
    """As many sentences from the beginning as say something."""
    text = _WHERE_IT_STANDS.sub("", _GIST.sub("", line.text))
    enough = _ENOUGH * (3 if line.language == "en" else 1)
    told = ""
    for sentence in split(text):
        told = f"{told} {sentence}" if told and line.language == "en" else told + sentence
        if len(told) >= enough and not told.endswith((";", "；", ",", "，")):
            break
    return told
