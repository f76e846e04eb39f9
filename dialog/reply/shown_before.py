"""What the replies before pointed to, in the order in which it was listed, also under a reply in
several parts: what a visitor takes of it, and what they say was left out.

Nothing is kept of a reply but what it answered; what it listed is found as it was found then.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import msgspec

from dialog.reply.assent import agrees
from dialog.reply.left_out import left_out, part_left_out
from dialog.reply.part_search import PartSearch
from dialog.reply.parts import Several
from dialog.reply.picking import of_these, offered, part_agreed_to, pointers_of
from dialog.reply.pointed import OPENED, PROBABLE, pointed_to, shows_answer
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Search, Then
from dialog.reply.taking import name_and_rest, picked_of, places_of, taking
from dialog.reply.worded_picks import is_of
from dialog.reply.wording import Writer
from dialog.reply.words import Words
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot

_BACK = 4
"""Exchanges back to which something may have been listed."""
_LATELY = 2
"""Exchanges back to which the words on a card are still before the visitor."""


ThenAt = Callable[[tuple[Exchange, ...]], Awaitable[Then]]
"""The last question of some exchanges, when it was answered."""


class Shown:
    """What the replies of a conversation pointed to."""

    def __init__(self, snapshot: Snapshot, asked: Question, then_at: ThenAt) -> None:
        self._snapshot = snapshot
        self._asked = asked
        self._then_at = then_at
        self._segmenter = snapshot.index.segmenter

    async def taken(self, search: Search) -> Findings | None:
        """What a text takes of it, also from a reply in several parts, and what is asked besides;
        or what it says was left out. ``None`` where it does neither, or takes one thing of a plain
        list and asks nothing else."""
        exchanges = self._asked.exchanges
        read = taking(self._asked.text) if exchanges else None
        if read is None:
            return await self._left_out(search) if exchanges else None
        shown, in_parts, opened = await self._listed(exchanges)
        agreed = await self._agreed(read.picks[0], shown, search)
        targets: list[Target] = [agreed] if agreed is not None else []
        then = [read.then] if read.then else []
        for clause in read.picks[agreed is not None :]:
            picked = await self._picked(clause, shown)
            targets.extend(t for t in picked if t not in targets)
            if not picked and targets:
                then.insert(0, clause)
        if then and len(targets) == 1 and places_of(read.picks[-1], len(shown)):
            then = [t for t in (*then[:-1], self._without_name(then[-1], targets[0])) if t]
        if read.names_its_place and len(targets) > 1:
            targets = self._at_its_place(read.picks[-1], targets, shown)
        alone = len(targets) == 1 and not read.first
        if len(targets) > 1 and read.names_its_place and not (read.first or then):
            return None  # Whether the place or the words are meant is asked.
        if not targets:
            beyond = (
                not read.first and not then and len(places_of(self._asked.text, len(shown))) > 1
            )
            return of_these(shown) if beyond and shown else None
        if alone and targets[0] in shown and not in_parts and not then:
            return None
        if alone and not then:
            return _told(targets[0])
        if alone and targets[0].id == opened:
            # What is asked besides is answered behind it; it stands before the visitor already.
            seen = tuple(t.id for t in shown)
            return msgspec.structs.replace(_told(targets[0]), read=True, shown=seen)
        told = Taken(tuple(targets), first=read.first, then="，".join(then), besides=read.besides)
        return Findings("exact", exact=targets[0], chance=PLAIN, band="answer", taken=told)

    async def pointed(self) -> list[Target]:
        """The documents to which the last reply pointed, the likeliest first."""
        last = self._asked.exchanges[-1]
        then = await self._then_at(self._asked.exchanges)
        words = await self._told_in_parts(then)
        if words is not None and (words.outcome, words.entries) == (last.outcome, last.entries):
            cards = [c for c in words.cards if c.kind == "related"]
            # What was offered with its words stands before what was only listed.
            cards.sort(key=lambda c: not c.body)
            return [t for c in cards if (t := self._snapshot.exact(c.title)) is not None]
        bare = last.outcome == "unknown" and not last.entries
        return [c.target for c in pointed_to(then.found)] if bare else []

    async def opened(self) -> tuple[Target, ...]:
        """The documents whose words stood on cards of the last replies, the latest first."""
        exchanges, found = self._asked.exchanges, list[Target]()
        for end in range(len(exchanges), max(0, len(exchanges) - _LATELY), -1):
            on_cards = await self._opened(exchanges[:end])
            found.extend(t for t in on_cards if t not in found)
        return tuple(found)

    async def _opened(self, exchanges: tuple[Exchange, ...]) -> list[Target]:
        """The same of the reply to the last of some exchanges."""
        last = exchanges[-1]
        if last.outcome not in ("unknown", "partial"):
            return []
        then = await self._then_at(exchanges)
        words = await self._told_in_parts(then)
        if words is None:
            bare = last.outcome == "unknown" and not last.entries
            if not bare or not shows_answer(then.found, english=self._asked.language == "en"):
                return []
            first, *others = pointed_to(then.found)
            return [first.target, *(c.target for c in others if c.share >= OPENED)]
        if (words.outcome, words.entries) != (last.outcome, last.entries):
            return []
        cards = (c for c in words.cards if c.kind == "related" and c.body)
        return [t for c in cards if (t := self._snapshot.exact(c.title)) is not None]

    async def _picked(self, clause: str, shown: Sequence[Target]) -> list[Target]:
        """What a clause picks of what was shown last; what was shown before that it picks only by
        words that fit nothing else."""
        picked = picked_of(clause, shown, self._segmenter)
        if picked or places_of(clause, len(shown)):
            return picked
        before = picked_of(clause, await self._earlier(), self._segmenter)
        return before if len(before) == 1 else []

    def _at_its_place(
        self, clause: str, targets: list[Target], shown: Sequence[Target]
    ) -> list[Target]:
        """The first of some targets alone, where a clause only describes it."""
        named = picked_of(clause, shown, self._segmenter)
        fits = len(named) != 1 and is_of(clause, targets[0], self._segmenter)
        return targets[:1] if targets[0] in named or fits else targets

    def _without_name(self, text: str, picked: Target) -> str:
        """What stands behind a pick, without words that only name it (第2个，爬虫；…)."""
        name, rest = name_and_rest(text)
        return rest if name and is_of(name, picked, self._segmenter) else text

    async def _agreed(self, clause: str, shown: list[Target], search: Search) -> Target | None:
        """What a yes takes: what was asked back for."""
        last = self._asked.exchanges[-1]
        if agrees(clause) and (back := await self._asked_back(self._asked.exchanges)):
            return back
        of_part = await part_agreed_to(clause, self._asked.exchanges, search)
        if of_part is not None:
            return of_part.best
        yes = taking(clause)
        if yes is None or not shown or last.entries or last.outcome != "unknown":
            return None
        return shown[0] if not picked_of(clause, shown, self._segmenter) else None

    async def _left_out(self, search: Search) -> Findings | None:
        """What a text says was left out: a thing that was listed, else one of the questions asked
        before. What was near that, and was listed, is told under its own question."""
        lost = left_out(self._asked.text)
        if lost is None:
            return None
        listed = await self._earlier(0)
        if lost.words:
            picked = picked_of(f"{lost.words}那条", listed, self._segmenter)
            if len(picked) == 1:
                return _told(picked[0])
        part = part_left_out(lost, self._asked.exchanges, self._segmenter)
        if not part:
            listed = listed if lost.place else []
            return _told(listed[lost.place - 1]) if 0 < lost.place <= len(listed) else None
        found = await search(part)
        near = found.best if found.band == "related" and found.chance >= PROBABLE else None
        targets = (near,) if near is not None and near in listed else ()
        first = Taken(targets, then="" if targets else part)
        return Findings("none", taken=first)

    async def _earlier(self, back: int = 1) -> list[Target]:
        """What the replies listed before the last one, the latest first."""
        exchanges = self._asked.exchanges
        found: list[Target] = []
        for end in range(len(exchanges) - back, max(0, len(exchanges) - _BACK), -1):
            listed, _, _ = await self._listed(exchanges[:end])
            found.extend(t for t in listed if t not in found)
        return found

    async def _asked_back(self, exchanges: tuple[Exchange, ...]) -> Target | None:
        """What the reply to the last of some exchanges asked back for, or offered, at one of its
        several parts; the last that it asked back for, else the last that it offered."""
        last = exchanges[-1]
        words = await self._told_in_parts(await self._then_at(exchanges))
        if words is None or (words.outcome, words.entries) != (last.outcome, last.entries):
            return None
        titles = [c.title for c in words.cards if c.kind == "related"]
        back = [line for line in words.lines if line.role == "next_step"]
        for line in (*reversed(back), *reversed(words.lines)):
            named = [t for t in titles if f"“{t.rstrip('？?。.')}”" in line.text]
            if named and not line.locked:
                return self._snapshot.exact(named[0])
        return None

    async def _listed(self, exchanges: tuple[Exchange, ...]) -> tuple[list[Target], bool, str]:
        """What the reply to the last of some exchanges listed, whether it had several parts, and
        the document whose words it showed on a card; empty where it showed none."""
        last = exchanges[-1]
        if last.outcome == "answered":
            return offered(last, self._snapshot), False, ""
        if last.outcome not in ("unknown", "partial", "clarify"):
            return [], False, ""
        then = await self._then_at(exchanges)
        words = await self._told_in_parts(then)
        if words is None:
            if last.outcome != "unknown" or last.entries:
                return [], False, ""
            english = self._asked.language == "en"
            best = then.found.best if shows_answer(then.found, english=english) else None
            return pointers_of(then.found), False, best.id if best is not None else ""
        if words.outcome != last.outcome or words.entries != last.entries:
            return [], False, ""  # It was put together otherwise: what it listed is not known.
        cards = [c for c in words.cards if c.kind == "related"]
        listed = [(c, t) for c in cards if (t := self._snapshot.exact(c.title)) is not None]
        opened = next((t.id for c, t in listed if c.body), "")
        return [t for _, t in listed], True, opened

    async def _told_in_parts(self, then: Then) -> Words | None:
        """The words of a reply before, where it had several parts."""
        language, day = self._asked.language, self._asked.today
        several = Several(
            PartSearch(
                then.searching,
                self._snapshot,
                Writer(self._snapshot, language, day),
                then.asked,
                guessed=lambda part, found: then.searching.guessed(part, found, then.asked),
                preparing=False,
            )
        )
        told = await several.reply(then.found)
        return told[0] if told is not None else None


def _told(target: Target) -> Findings:
    return Findings("exact", exact=target, chance=PLAIN, band="answer")
