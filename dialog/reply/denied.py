"""What a visitor said was not meant, in this turn and those before it: it is told, asked back for
and pointed to no more, until it is named again or picked.

What is left out is a document that is asked for by the denied name, and the one that the reply
before told, asked back for or offered first and that was denied with it.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from dialog.reply.context import MATTERS, Said, said
from dialog.reply.corrected import corrected, denied_aside, instead
from dialog.reply.picking import denies
from dialog.reply.question import Exchange
from dialog.reply.turned_side import TradeSide, of_other_side, standing_side, turned_lately
from dialog.reply.wrongs import supposes_wrong
from knowledge.findings import Findings
from knowledge.quantities import quantities
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

Pointed = Callable[[tuple[Exchange, ...]], Awaitable[Sequence[Target]]]
"""What the reply to the last of some exchanges pointed to, the likeliest first."""

_BACK = 4
"""Exchanges back to which what was denied is remembered."""
_SMALL = 3
"""Letters up to which an English word says little."""
_SHARE = 3
"""One in so many wordings that bear a name makes a document one on that."""
_NEAR_ENOUGH = 1.0
"""The score from which what stands behind what is denied is near a question itself."""
_LACKING = r"(?:没有?|不含|不是|不带|无|非|去掉|without |no )[^,]{0,4}"
_YOU = re.compile(r"你们|您们|贵所|你|您")
_EDGES = re.compile(
    r"^(?:要|想|问|说|指|查|找|看|关于|那个|这个|那种|这种|什么|去|是|在|做|[买卖](?=..)"
    r"|the |an? |about |to |(?:sell|buy|list|ask|trade)(?:ing)? )+"
    r"|(?:是谁|是什么|怎么[样办做]?|的|了|呢|啊|那个|那种|这种|那边|方面|之类|数据|信息|产品|东西"
    r"|问题|事情?|data|products?)+$"
)
"""What stands around the name of what is denied."""
_AT_LARGE = re.compile(
    r"上海|中国|国内|本地|交易所?|数交所|公司|企业|单位|个人|个人信息|别人|[我你他她它]们?|人家|客户|用户|卖方|买方|自己"
    r"|companies|company|people|exchange|shanghai|china|personal"
)
"""Names that too much bears for it to be left out."""


class Denied(msgspec.Struct, frozen=True):
    """What is denied: by name and by document, ``now`` and in the turns before, or now without its
    name. ``meant``: what is meant now; what is asked for by that is kept. ``nobody``: nobody did
    the speaker the wrong that was supposed, so that nothing on such wrongs is meant."""

    names: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()
    names_now: tuple[str, ...] = ()
    entries_now: frozenset[str] = frozenset()
    meant: str = ""
    nobody: bool = False
    side: TradeSide = ""
    """On which side of a trade the speaker stands."""
    turned: bool = False
    """Whether that was said to take the other side back."""
    now: bool = False
    """Whether this very text denies something."""
    misguessed: bool = False
    """Whether that is what the reply before only guessed to be meant."""

    def without(self, found: Findings) -> Findings:
        """The findings without what is denied. Its very wording names it again; what was denied
        before, or not by its name, still answers a question of which that is sure."""
        if found.match == "exact" or not found.candidates:
            return found
        names, entries = self.names_now, self.entries_now
        if found.band != "answer":
            names, entries = (*names, *self.names), entries | self.entries
        left = tuple(c for c in found.candidates if not self._is(c.target, names, entries))
        left = self._of_my_side(found, left)
        if len(left) == len(found.candidates):
            return found
        if left[:1] != found.candidates[:1]:
            # Far behind what is denied, almost anything stands.
            left = tuple(c for c in left if c.score >= _NEAR_ENOUGH)
        return with_candidates(found, left)

    def leaves_out(self, target: Target) -> bool:
        """Whether a document is denied, now or before."""
        names, entries = (*self.names_now, *self.names), self.entries_now | self.entries
        return self._is(target, names, entries)

    def _of_my_side(self, found: Findings, left: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Without what the other side asks; to a seller such answers are replaced elsewhere
        (reply.selling)."""
        sure = found.band == "answer" or self.side == "sells"
        if not self.side or (sure and not self.turned):
            return left
        return tuple(c for c in left if not _asked_by_others(c.target, self.side))

    def _is(self, target: Target, names: Sequence[str], entries: frozenset[str]) -> bool:
        if self.nobody and target.questions and supposes_wrong(normalise(target.questions[0])):
            return True
        return target.id in entries or any(speaks_of(n, target, self.meant) for n in names)


def _asked_by_others(target: Target, side: TradeSide) -> bool:
    title = target.questions[0] if target.questions else ""
    return of_other_side(title, str(getattr(target.document, "intent", "")), side)


async def denied_in(
    given: Said, exchanges: tuple[Exchange, ...], snapshot: Snapshot, pointed: Pointed
) -> Denied:
    """What is denied in a text, and in the exchanges before it."""
    names: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()
    nobody = False
    for place in range(max(0, len(exchanges) - _BACK), len(exchanges)):
        exchange, earlier = exchanges[place], exchanges[:place]
        taken = await _read(said(exchange.question), earlier, snapshot, pointed)
        names = (*_not_named(names, exchange.question), *taken.names_now)
        entries = (entries - frozenset(exchange.entries)) | taken.entries | taken.entries_now
        nobody = taken.nobody or (nobody and not supposes_wrong(normalise(exchange.question)))
    now = await _read(given, exchanges, snapshot, pointed)
    correction = corrected(given.text, exchanges)
    aside = name_of(denied_aside(given.text))
    return Denied(
        _not_named(names, given.text),
        entries | now.entries,
        (*now.names_now, aside) if aside else now.names_now,
        now.entries_now,
        meant=correction.meant if correction is not None else "",
        nobody=now.nobody or (nobody and not supposes_wrong(normalise(given.text))),
        side=standing_side(given.text, exchanges),
        turned=given.wishes or turned_lately(exchanges),
        now=now.now,
        misguessed=now.misguessed,
    )


def _not_named(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The names without those that a text names again."""
    text = normalise(text)
    return tuple(n for n in names if n not in text)


async def _read(
    given: Said, exchanges: tuple[Exchange, ...], snapshot: Snapshot, pointed: Pointed
) -> Denied:
    """What a text denies after some exchanges; under ``entries`` what it may well mean."""
    correction = corrected(given.text, exchanges)
    if correction is None and not given.corrects and not denies(given.text, exchanges):
        return Denied()
    told, offered = await _of_reply(exchanges, snapshot, pointed)
    if correction is None:
        # What was told may answer in spite of that: it is said then that no more is known. A
        # question of its own (不是，我说的是财务审计) is not on what was told beside others.
        several = len(told) > 1 or given.complains
        whole = several and instead(given, exchanges) is not None
        denied = frozenset(t.id for t in told) if whole else frozenset[str]()
        return Denied(
            entries=frozenset(t.id for t in offered[:1]),
            entries_now=denied,
            now=True,
            misguessed=not told and bool(offered),
        )
    if quantities(correction.denied):
        return Denied()
    name = name_of(correction.denied)
    name = "" if name and name in correction.meant else name
    if correction.again and not name and len(correction.denied) == 1:
        name = normalise(correction.denied)  # 你怎么又说税
    shared = [
        t for t in (*(told if correction.again else told[:1]), *offered) if name and shares(name, t)
    ]
    if correction.of_self and not shared and not _told_of(name, exchanges, snapshot):
        # 我不是律师，我想问…: nobody had taken that for what was asked.
        return Denied()
    denied = frozenset(t.id for t in shared)
    if correction.asked and len(told) == 1:
        denied |= {told[0].id}
    # What was spoken of before by its name is not what was offered last.
    elsewhere = name and (_told_of(name, exchanges, snapshot) or _asked_of(name, exchanges))
    likely = offered[:1] if not (denied or correction.of_self or elsewhere) else ()
    return Denied(
        entries=frozenset(t.id for t in likely),
        names_now=(name,) if name else (),
        entries_now=denied,
        nobody=correction.nobody,
        now=True,
        misguessed=any(t.id in denied or t in likely for t in offered),
    )


def _told_of(name: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether a document on what bears a name was told lately."""
    told = (snapshot.index.target(e) for ex in exchanges[-_BACK:] for e in ex.entries)
    return name != "" and any(speaks_of(name, t, "") for t in told if t is not None)


def _asked_of(name: str, exchanges: Sequence[Exchange]) -> bool:
    return any(name in normalise(e.question) for e in exchanges[-_BACK:])


async def _of_reply(
    exchanges: tuple[Exchange, ...], snapshot: Snapshot, pointed: Pointed
) -> tuple[list[Target], list[Target]]:
    """The documents that the last reply on a matter told, and those that it pointed to."""
    last = next((n for n, e in reversed([*enumerate(exchanges)]) if e.outcome in MATTERS), None)
    if last is None:
        return [], []
    entries = exchanges[last].entries
    told = [t for t in map(snapshot.index.target, entries) if t is not None]
    told = [t for t in told if not isinstance(t.document, DecisionTable)]
    if exchanges[last].outcome not in ("unknown", "partial"):
        return told, []
    return told, [t for t in await pointed(exchanges[: last + 1]) if t not in told]


def name_of(denied: str) -> str:
    """The name in what is denied (问轨迹的事 → 轨迹); empty where it is none, or one that almost
    everything bears."""
    name, shorter = normalise(denied).strip(), ""
    while name != shorter:
        shorter, name = name, _EDGES.sub("", name).strip()
    name = name.removesuffix("s") if name.isascii() else name
    return "" if len(name) < 2 or _AT_LARGE.fullmatch(name) else name


def speaks_of(name: str, target: Target, meant: str) -> bool:
    """Whether a document is asked for by a name, and not by that of what is ``meant``, or for where
    there is none of it."""
    wordings = [normalise(q) for q in _questions(target, english=name.isascii())]
    # Who is denied as 你们 is the exchange, by whatever name a wording has it.
    names = {name, _YOU.sub("交易所", name)}
    bearing = [w for w in wordings if any(n in w for n in names)]
    if not bearing or (meant and any(meant in w for w in wordings)):
        return False
    if re.search(_LACKING + re.escape(name), wordings[0]):
        return False
    return bearing[0] == wordings[0] or len(bearing) * _SHARE >= len(wordings)


def _questions(target: Target, *, english: bool) -> tuple[str, ...]:
    """The questions that a document answers, in one language, its title first."""
    if not english:
        return target.questions
    title = str(getattr(getattr(target.document, "english", None), "question", ""))
    return (title, *(q for q in target.questions if q.isascii()))


def shares(denied: str, target: Target) -> bool:
    """Whether wordings have two signs of what is denied beside each other, or a word in English."""
    held = normalise(" ".join(target.questions))
    if denied.isascii():
        return any(len(word) > _SMALL and word in held for word in denied.split())
    return any(denied[n : n + 2] in held for n in range(max(1, len(denied) - 1)))


def with_candidates(found: Findings, left: tuple[Candidate, ...]) -> Findings:
    """The findings with fewer candidates; a chance speaks of the first one alone."""
    if left[:1] == found.candidates[:1]:
        return msgspec.structs.replace(found, candidates=left)
    band = "related" if left and found.band != "unknown" else "unknown"
    return msgspec.structs.replace(found, candidates=left, chance=0.0, band=band, match="meaning")
