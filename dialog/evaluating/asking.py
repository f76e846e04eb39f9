"""Runs conversations and gold questions through the turn that visitors get."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

from dialog.evaluating.conversations import Conversation
from dialog.evaluating.judging import Judged, LawNames, judge_gold, judge_turn
from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.seams import Turn
from knowledge.evidence import without
from knowledge.gold import Gold

TOGETHER = 40
"""Twins whose evidence is taken from one pack together: a pack of its own for each would take two
seconds a question, and a pack that lost half of what it holds would be another one."""


class Asking:
    """Asks one after the other, so that a question's time is its own."""

    def __init__(self, prepared: Prepared, *, told: Callable[[str], None]) -> None:
        """``told`` hears how far it is."""
        self._prepared = prepared
        self._told = told
        self._day = prepared.today()
        self._names = LawNames(prepared.library.snapshot.pack)
        self._turns: dict[date, Turn] = {self._day: prepared.turn}

    async def hold(self, conversations: Sequence[Conversation]) -> list[Judged]:
        """Every turn of which something is expected."""
        found: list[Judged] = []
        for one in conversations:
            found.extend(await self._hold(one))
        self._told(f"{len(conversations)} conversations held")
        return found

    async def _hold(self, one: Conversation) -> list[Judged]:
        day = one.day or self._day
        turn = self._turns.get(day)
        if turn is None:
            pack = self._prepared.library.snapshot.pack
            turn = self._turns[day] = await asyncio.to_thread(self._prepared.over, pack, day)
        most = self._prepared.exchanges
        exchanges: tuple[Exchange, ...] = ()
        found: list[Judged] = []
        for number, asked in enumerate(one.turns, 1):
            heard = await listen(turn, asked.ask, exchanges, day)
            if asked.expected is not None:
                found.append(
                    judge_turn(
                        heard,
                        asked.expected,
                        self._names,
                        id=f"{one.id}#{number}",
                        kind=one.kind or "conversation",
                        question=asked.ask,
                        before=tuple(e.question for e in exchanges),
                        conversation=one.id,
                        turn=number,
                    )
                )
            done = heard.done
            exchanges = (*exchanges, Exchange(asked.ask, done.outcome, done.entries))[-most:]
        return found

    async def put(self, questions: Sequence[Gold]) -> list[Judged]:
        """Every gold question; a twin is asked where its evidence is away."""
        found: dict[str, Judged] = {}
        for one in questions:
            if not one.taken:
                found[one.id] = await self._put(self._prepared.turn, one)
        twins = [one for one in questions if one.taken]
        for start in range(0, len(twins), TOGETHER):
            some = twins[start : start + TOGETHER]
            taken = frozenset(t for one in some for t in one.taken)
            pack = without(self._prepared.library.snapshot.pack, taken)
            turn = await asyncio.to_thread(self._prepared.over, pack, self._day)
            for one in some:
                found[one.id] = await self._put(turn, one)
        self._told(f"{len(questions)} gold questions asked")
        return [found[one.id] for one in questions]

    async def _put(self, turn: Turn, one: Gold) -> Judged:
        return judge_gold(await listen(turn, one.question, (), self._day), one, self._names)
