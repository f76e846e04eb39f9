"""What picks something out of the reply before: a yes to what was asked back, a pointer by its
place, a step or an item by its number.

Nothing is searched for the pick itself; it names a place, and the reply before says what stands
there.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from types import UnionType

import msgspec
import numpy as np

from dialog.reply.aspects import asks, aspects_of, says_little
from dialog.reply.assent import agrees, more_than_yes, pick_and_more
from dialog.reply.comforting import shown_to_comfort
from dialog.reply.context import said
from dialog.reply.item_questions import place_told
from dialog.reply.next_step import goes_on_in_steps, gone_on_step, last_steps
from dialog.reply.pointed import RELATED, apart, pointed_to, shows_answer
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.several import parts_of
from dialog.reply.worded_picks import (
    is_of,
    named_among,
    other_picked,
    place_picked,
    places_picked,
    says_again,
    worded_pick,
)
from knowledge.findings import Findings
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import Segmenter, normalise
from knowledge.types import ClosedList, Entry, Procedure

_STEP = re.compile(
    r"第(?P<number>\d{1,2})步|(?P<last>最后)(?:那|1)?步|\bthe (?P<last_in_english>last) step\b"
    r"|\bstep (?P<in_english>\d{1,2})\b"
)
_ITEM = re.compile(
    r"第(?P<item>\d{1,2})(?:个|种|项|类|条(?!第))(?!月)|\bitem (?P<item_in_english>\d{1,2})\b"
)
_AFTER = r"(?:做完|走完|完成|办完)?了?(?:以后|之后|后面?|完了?)"
_AT_STEP = re.compile(
    rf"^(?:那么?|在|到|做完|走完|完成)*第\d{{1,2}}步"
    rf"(?:{_AFTER}|之前|以前|的时候|前|时|里面?|中|那里|这里|[,， ])+"
)
"""Where in the steps a question of its own is asked: 第2步以后要自己评吗."""
_NEXT = re.compile(rf"第\d{{1,2}}步{_AFTER}")
"""What asks for the step behind a step."""
_TOLD = 4
"""Exchanges back to which steps or items may have been told."""
_NO = re.compile(
    r"(?:嗯+|哦|噢|啊|[,、 ])*(?:都|也|好像)?(?:不是|不对|不|没有|错了)(?:的|呀|啊|了|吧|哦|哎)*"
    r"(?:[,、 ]*我?(?:不是|没)?[想要]?[问说指]?的?(?:不是)?(?:这个|这些|这件事|那个|它)(?:意思)?)?"
    r"[。.!！~]*"
    r"|(?:no|nope|neither|none|wrong|not (?:that|this|it|really|those))"
    r"(?:[, ]*(?:not that|that'?s not it|none of (?:them|these|those)|of (?:them|these|those)"
    r"|it isn'?t|one|not really))*[.!]*",
    re.IGNORECASE,
)
SearchBefore = Callable[[], Awaitable[Findings]]
"""Finds for the question before what was found for it then."""


def denies(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text says no, and nothing else, to what the reply before asked back for."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome not in ("unknown", "clarify") or last.entries:
        return False
    return _NO.fullmatch(normalise(text).strip()) is not None


async def part_agreed_to(
    text: str, exchanges: Sequence[Exchange], search: Callable[[str], Awaitable[Findings]]
) -> Findings | None:
    """The document that a reply in several parts asked back for or offered at one of them, the last
    such, when the visitor says yes to it."""
    last = exchanges[-1] if exchanges else None
    if last is None or not agrees(text):
        return None
    some = last.outcome == "unknown" and last.entries != () and len(parts_of(last.question)) > 1
    if last.outcome != "partial" and not some:
        return None
    if places_picked(last.question, 1):
        return None  # All of it was picked; nothing was offered beside.
    for part in reversed(parts_of(last.question)):
        found = await search(part)
        looked_up = found.law or found.ruling or found.graph or found.compared
        best = found.best if found.band == "related" and not looked_up else None
        if best is not None and best.id not in last.entries:
            return _told(best)
    return None


async def picked(
    text: str, exchanges: Sequence[Exchange], search_before: SearchBefore, *, english: bool
) -> Findings | None:
    """The document that the reply before pointed to, when the visitor says yes to the one that it
    asked back for, or picks one by its place."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome not in ("unknown", "clarify") or last.entries:
        return None
    other = other_picked(text)
    place = place_picked(text) or place_picked(pick_and_more(text)[0])
    yes = agrees(text) or more_than_yes(text) != ""
    if not (place or other) and not (last.outcome == "unknown" and yes):
        return None
    before = await search_before()
    if other:
        # The first was told, or asked back for: what is left of those shown.
        return of_these(_shown(before, last, english=english)[1:])
    if not place:
        # Also one that was only named as the closest.
        if before.best is None or before.band == "unknown":
            return None
        if apart(before) and asks(more_than_yes(text)):
            return None  # It was not asked back for: the yes leads over to a question.
        return msgspec.structs.replace(
            _told(before.best),
            read=shows_answer(before, english=english),
            shown=tuple(t.id for t in _shown(before, last, english=english)),
        )
    shown = _shown(before, last, english=english)
    if place > len(shown):
        return Findings("none")
    return _told(shown[place - 1 if place > 0 else place]) if shown else None


def picked_further(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """The document that an answer offered to go on with, when a text picks it by its place."""
    if exchanges and other_picked(text):
        return of_these(offered(exchanges[-1], snapshot))
    place = 0 if text.strip().isdecimal() or not exchanges else place_picked(text)
    on_offer = offered(exchanges[-1], snapshot) if place else []
    on_offer = on_offer or list(shown_to_comfort(snapshot, exchanges) if place else ())
    place = len(on_offer) if place < 0 else place
    return _told(on_offer[place - 1]) if 0 < place <= len(on_offer) else None


async def picked_in_words(
    text: str,
    exchanges: Sequence[Exchange],
    search_before: SearchBefore,
    snapshot: Snapshot,
    *,
    english: bool,
) -> Findings | None:
    """The document shown before that a text picks by words of it (公交公司那个), or by its place
    and words. The several that fit, where the words do not tell or are those of another place."""
    pick = worded_pick(text) if exchanges else None
    if pick is None:
        return None
    segmenter = snapshot.index.segmenter
    shown = await _choices(exchanges[-1], search_before, snapshot, english=english)
    named = [shown[n] for n in named_among(pick.words, shown, segmenter)]
    place = len(shown) if pick.place < 0 else pick.place
    at = shown[place - 1] if 0 < place <= len(shown) else None
    if at is None and named and not pick.pointing:
        return _told(named[0])  # The first that fits was offered as the closest.
    if at is None:
        return of_these(named)
    if at in named or (len(named) != 1 and is_of(pick.words, at, segmenter)):
        return _told(at)
    if named:
        return of_these((at, *named))
    return of_these(shown) if pick.pointing else None


def of_these(targets: Sequence[Target]) -> Findings | None:
    """The only one of some documents that are meant, or all of them, to ask which."""
    if len(targets) == 1:
        return _told(targets[0])
    near = tuple(Candidate(t, np.zeros(len(FEATURES)), 0.0, 0.0) for t in targets)
    return Findings("none", candidates=near, band="related", which=True) if near else None


async def restated(
    text: str,
    exchanges: Sequence[Exchange],
    search_before: SearchBefore,
    search: Search,
    segmenter: Segmenter,
) -> Findings | None:
    """The document shown or told before that a text asks for nearly in its own words, and first of
    all leads to: who says it again has picked it."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome not in ("unknown", "answered", "partial"):
        return None
    found = await search(text)
    looked_up = found.law or found.ruling or found.graph or found.compared
    best = found.best if found.band != "unknown" and not looked_up else None
    if best is None or not says_again(text, best.questions, segmenter):
        return None
    if last.entries or last.outcome != "unknown":
        return _told(best) if best.id in last.entries else None
    shown = _shown(await search_before(), last, english=False)
    return _told(best) if best.id in {t.id for t in shown} else None


async def _choices(
    last: Exchange, search_before: SearchBefore, snapshot: Snapshot, *, english: bool
) -> list[Target]:
    """The documents that the last reply named to choose from: pointers, or what an answer offered
    to go on with."""
    if last.outcome in ("unknown", "clarify") and not last.entries:
        return _shown(await search_before(), last, english=english)
    return offered(last, snapshot)


def offered(last: Exchange, snapshot: Snapshot) -> list[Target]:
    """The documents that an answer offered to go on with."""
    if last.outcome not in ("answered", "partial") or len(last.entries) != 1:
        return []
    told = snapshot.index.target(last.entries[0])
    if told is None or not isinstance(told.document, Entry):
        return []
    targets = (snapshot.index.target(name) for name in told.document.related)
    return [t for t in targets if t is not None and isinstance(t.document, Entry)][:RELATED]


def _told(target: Target) -> Findings:
    return Findings("exact", exact=target, chance=PLAIN, band="answer")


def _shown(before: Findings, last: Exchange, *, english: bool) -> list[Target]:
    """The documents that the reply before named, in their order."""
    if before.which:
        return [c.target for c in before.candidates]
    if last.outcome == "unknown" or worded_pick(last.question) is not None:
        return pointers_of(before)
    wanted = aspects_of(last.question)
    titled = (c.target for c in before.candidates if c.target.questions)
    fitting = [t for t in titled if aspects_of(t.questions[0]) & wanted]
    return [t for t in fitting if not english or getattr(t.document, "english", None)]


def pointers_of(found: Findings) -> list[Target]:
    """The documents that a reply points to by which nothing is known."""
    return [c.target for c in pointed_to(found) if c.target.questions]


def numbered(text: str) -> bool:
    """Whether a text names a step or an item by its number, or goes on in them."""
    return _place_told(normalise(text)) != 0 or goes_on_in_steps(text)


def without_step(text: str) -> str:
    """A question of its own that is asked at a step, without the step; else the text itself."""
    text = normalise(text)
    rest = _AT_STEP.sub("", text, count=1)
    return (
        rest if rest != text and (asks(rest) or "还是" in rest) and not says_little(rest) else text
    )


def part_of_what_was_told(
    text: str,
    exchanges: Sequence[Exchange],
    snapshot: Snapshot,
    named: Callable[[Exchange], Sequence[str]],
) -> Findings | None:
    """The step or item of what was told last that has steps or items, when it is asked for by its
    number. Questions on something else, and small talk, may stand in between. Of a matter whose
    steps were not told, they are its own. ``named``: the texts that name what an exchange was
    about."""
    text = normalise(text)
    step, place = _STEP.search(text), _place_told(text)
    if not place or not exchanges or snapshot.graph.names.link(text):
        # Who names a thing means the steps of that.
        return gone_on_step(text, exchanges, snapshot, named)
    if without_step(text) != text:
        return None
    place += _NEXT.search(text) is not None
    steps_told = last_steps(exchanges, snapshot) is not None
    for exchange in reversed(exchanges[-_TOLD:]):
        if step is not None:
            # A paper of the steps that were told belongs to other steps as well.
            own = not steps_told or snapshot.matters.name_in(said(exchange.question).text) != ""
            document = _procedure(exchange, snapshot, named if own else None)
        else:
            # 第5个 of steps that were told is a step as well.
            document = _holding(exchange, snapshot, ClosedList | Procedure)
        if document is None:
            continue
        parts = _parts(document)
        number = place if place > 0 else parts + 1 + place
        past = number > parts and step is not None and isinstance(document.document, Procedure)
        if not 0 < number <= parts and not past:
            return None
        return Findings("exact", exact=document, chance=PLAIN, band="answer", part=number)
    return None


def explained(item: Findings) -> bool:
    """Whether a list says of an item what it is."""
    listed = item.exact.document if item.exact is not None else None
    return not isinstance(listed, ClosedList) or listed.items[item.part - 1].detail != ""


def _place_told(text: str) -> int:
    """The place of a step or an item that a normalised text names, from the end where negative; 0
    without any."""
    step = _STEP.search(text)
    read = step or _ITEM.search(text)
    place = 0 if step is not None else place_told(text)
    if place or read is None:
        return place
    number = next(n for n in read.groups() if n)
    return int(number) if number.isdecimal() else -1


def _parts(target: Target) -> int:
    document = target.document
    if isinstance(document, Procedure):
        return len(document.steps)
    return len(document.items) if isinstance(document, ClosedList) else 0


def _holding(
    exchange: Exchange, snapshot: Snapshot, kind: type[Procedure] | UnionType
) -> Target | None:
    """The document of a kind that an exchange told."""
    told = (snapshot.index.target(entry) for entry in exchange.entries)
    return next((t for t in told if t is not None and isinstance(t.document, kind)), None)


def _procedure(
    exchange: Exchange, snapshot: Snapshot, named: Callable[[Exchange], Sequence[str]] | None
) -> Target | None:
    """The procedure that an exchange told, else that of the matter that it named; ``None`` for
    ``named``: only what it told."""
    told = _holding(exchange, snapshot, Procedure)
    if told is not None or not exchange.entries or named is None:
        return told
    own = snapshot.matters.go_on("有哪些步骤", named(exchange))
    return own if own is not None and isinstance(own.document, Procedure) else None
