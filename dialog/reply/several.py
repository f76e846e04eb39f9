"""Several questions in one: cutting them apart, and putting their answers together in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.messages import Card, Outcome
from dialog.reply.aspects import asks, aspects_of, bare
from dialog.reply.words import Line, Words, heaviest
from knowledge.text import is_english, key, visible

_ENDS = re.compile(r"[?？]+|[;；\n]+")
_COMMA = re.compile(r"[，,](?!\d{3})|。|\s+and\s+(?=(?:how|what|when|where|who|which|why)\b)")
_LISTED = re.compile(r"、")
_URGING = re.compile(
    r"(?:(?:很|特别|非常|比较|有点|真的)?(?:着?急|赶时间)|急用|急需|在线等|挺急的?|谢谢\w{0,4}|多谢|感谢|谢了"
    r"|拜托了?|麻烦\w{0,6}|辛苦了?|快点?|尽快\w{0,4}|请?回复|求助|求解答?|求告知|您好|你好|老师好?|在吗"
    r"|thanks?(?: you)?(?: (?:very|so) much| in advance)?|please|urgent(?:ly)?|asap|it'?s urgent"
    r"|hello|hi|cheers|quickly)+[了的啊哦呢吧!！~～.。 ]*",
    re.IGNORECASE,
)
"""What hurries, greets or thanks, and asks nothing."""
_SHORTEST = 3
"""Characters of meaning that a part must have to stand as a question."""
_WHOLE = 8
"""Characters of meaning from which an unknown part counts as a question of its own."""
MOST = 5
"""Parts that are answered one by one; a longer list is taken as one question."""


def parts_of(text: str) -> list[str]:
    """The questions in a text, in order; a single one when it cannot be cut."""
    parts: list[str] = []
    for piece in _ENDS.split(text):
        whole = visible(piece).strip(" ，,。.")
        if parts and _urges(whole):
            continue
        for part in _clauses(whole):
            if len(key(part)) >= _SHORTEST or (asks(part) and aspects_of(part)):
                parts.append(part)
            elif parts and part:
                parts[-1] = f"{parts[-1]}，{part}"
    return parts if 2 <= len(parts) <= MOST else [text]


def question_within(text: str) -> str:
    """The last clause of a text that asks for something of something, where other clauses only
    vent; empty when there is none."""
    clauses = [c.strip() for c in re.split(r"[，,。.!！?？;；\n]+", text) if c.strip()]
    if len(clauses) < 2:
        return ""
    asking = (c for c in reversed(clauses) if asks(c) and aspects_of(c) and not bare(c))
    return next(asking, "")


def without_urging(text: str) -> str:
    """A text without what hurries or thanks at its end; the feeling is read from the whole."""
    pieces = re.split(r"([，,。?？!！\n]+)", text)
    kept = len(pieces)
    while kept > 2 and (not pieces[kept - 1].strip() or _urges(pieces[kept - 1])):
        kept -= 2
    return "".join(pieces[:kept]) if kept < len(pieces) and pieces[kept - 1].strip() else text


def _urges(text: str) -> bool:
    pieces = [p.strip() for p in _COMMA.split(text) if p and p.strip()]
    urging = bool(pieces) and all(_URGING.fullmatch(p) for p in pieces)
    return urging and not aspects_of(text)


def _clauses(sentence: str) -> list[str]:
    """The questions of one sentence: cut at a comma where both sides ask. What asks nothing goes
    with the question behind it (a case that is told first), else with the one before."""
    found: list[str] = []
    told = ""
    for piece in _COMMA.split(sentence):
        clause = piece.strip(" ，,。.")
        if not clause or _urges(clause):
            continue
        if not asks(clause):
            told = f"{told}，{clause}" if told else clause
            continue
        listed = [p.strip() for p in _LISTED.split(clause)]
        # A listing inside one question (身份证、营业执照都要交吗) asks only at its end.
        apart = listed if len(listed) > 1 and all(asks(p) for p in listed) else [clause]
        apart[0] = f"{told}，{apart[0]}" if told else apart[0]
        told = ""
        found.extend(apart)
    if told and found:
        found[-1] = f"{found[-1]}，{told}"
    elif told:
        found = [sentence]
    return found or [sentence]


def together(answers: Sequence[tuple[str, Words]]) -> Words:
    """One reply from several, in the visitor's order. No part is dropped: what is not known is said
    under its own heading. A question back comes last, where the visitor answers it."""
    answers = sorted(answers, key=lambda a: a[1].outcome == "clarify")
    last = answers[-1][1]
    asking = last.outcome == "clarify"
    lines: list[Line] = []
    known = [w for _, w in answers if w.outcome == "answered"]
    for part, words in answers:
        heading = f"About “{part}”:" if is_english(part) else f"关于“{part}”："
        lines.append(Line(heading, locked=False, language="en" if is_english(part) else "zh"))
        lines.extend(words.lines)
    cards: dict[str, Card] = {}
    for _, words in answers:
        for card in words.cards:
            cards.setdefault(f"{card.kind} {card.title}", card)
    entries = (
        [last.entries, *(w.entries for _, w in answers)]
        if asking
        else [w.entries for _, w in answers]
    )
    outcome: Outcome = "unknown"
    if asking:
        outcome = "clarify"
    elif known:
        outcome = "answered" if len(known) == len(answers) else "partial"
    return Words(
        outcome,
        tuple(lines),
        "several",
        sources=tuple(dict.fromkeys(s for _, w in answers for s in w.sources)),
        cards=tuple(cards.values()),
        choices=last.choices if asking else (),
        entries=tuple(dict.fromkeys(e for group in entries for e in group)),
        weight=heaviest(w.weight for _, w in answers),
        advice=any(w.advice for _, w in answers),
        intent=known[0].intent if known else None,
        chinese_only=any(w.chinese_only for _, w in answers),
    )


def settled(words: Words) -> bool:
    """Whether a part's reply may stand beside others: all but greetings and the like."""
    return words.outcome in ("answered", "unknown", "partial", "refused", "clarify")


def stand_alone(answers: Sequence[tuple[str, Words]]) -> bool:
    """Whether each part says something by itself: not known may only be what is a whole question,
    no rest of the one before (要办什么手续)."""
    routes = [w.route for _, w in answers]
    rests = [p for p, w in answers if not w.entries and len(key(p)) < _WHOLE]
    return not rests and ("law" in routes or "table" in routes)
