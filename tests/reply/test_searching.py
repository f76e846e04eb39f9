"""The line before the searching threads: who began first goes first, and nobody is forgotten."""

from __future__ import annotations

import asyncio

from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Line, Searching, Then, TurnSearches, once_a_turn
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from tests.knowledge.small_parts import DAY, small_snapshot

SNAPSHOT = small_snapshot()


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_an_older_turn_goes_before_those_that_came_while_it_was_answered() -> None:
    """The first turn's second search waits less than the first search of a later turn."""
    line, order = Line(1), list[str]()
    first, second, third = line.number(), line.number(), line.number()
    await line.enter(first)

    async def search(name: str, number: int) -> None:
        await line.enter(number)
        order.append(name)
        line.leave()

    waiting = [
        asyncio.create_task(search("third", third)),
        asyncio.create_task(search("second", second)),
        asyncio.create_task(search("first again", first)),
    ]
    await _settle()
    assert order == []
    assert line.length == 4
    line.leave()
    await asyncio.gather(*waiting)
    assert order == ["first again", "second", "third"]
    assert line.length == 0


async def test_as_many_at_once_as_there_are_places() -> None:
    """Nobody waits while a place is free, and a place that was left is free again."""
    line = Line(2)
    for _ in range(2):
        await asyncio.wait_for(line.enter(line.number()), 1)
    third = asyncio.create_task(line.enter(line.number()))
    await _settle()
    assert not third.done()
    line.leave()
    await asyncio.wait_for(third, 1)
    line.leave()
    line.leave()
    assert line.length == 0
    await asyncio.wait_for(line.enter(line.number()), 1)


async def test_who_goes_away_holds_nobody_up() -> None:
    """A visitor who leaves while waiting, or in the moment of being called, costs no place."""
    line = Line(1)
    await line.enter(line.number())
    leaving, called, last = (asyncio.create_task(line.enter(line.number())) for _ in range(3))
    await _settle()
    leaving.cancel()
    await _settle()
    assert line.length == 3
    line.leave()  # Calls the second one, who is gone before hearing it.
    called.cancel()
    await asyncio.wait_for(last, 1)
    assert called.cancelled()
    assert line.length == 1
    line.leave()
    assert line.length == 0


async def test_a_turn_of_many_searches_lets_others_go_first() -> None:
    """A text of several questions, searched for a dozen times, does not keep the one thread from
    who asks one thing meanwhile; the first few searches of a turn give way to nobody."""
    searching, order = Searching(threads=1), list[str]()
    many, one = searching.in_turn(), searching.in_turn()

    async def search(turn: TurnSearches, name: str, text: str) -> None:
        await turn.find(SNAPSHOT, text, DAY)
        order.append(name)

    try:
        for round_, expected in enumerate((["earlier", "later"], ["later", "earlier"])):
            del order[:]
            await asyncio.gather(
                search(searching.in_turn(), "at it", f"第{round_}个场所要备哪些东西"),
                search(one, "later", f"第{round_}种挂牌材料有哪些"),
                search(many, "earlier", f"第{round_}种登记要哪些东西"),
            )
            assert order == ["at it", *expected]
            for number in range(5):
                await search(many, "earlier", f"第{number}步登记要哪些东西")
    finally:
        searching.close()


async def test_what_was_found_is_not_searched_again() -> None:
    """The next turn goes on from the question before, which it reads again: that is found as it
    was, by another state of the knowledge anew."""
    searching = Searching(threads=1)
    try:
        first = await searching.in_turn().find(SNAPSHOT, "挂牌大概要交哪些东西才行", DAY)
        again = await searching.in_turn().find(SNAPSHOT, "挂牌大概要交哪些东西才行", DAY)
        assert again is first
        later = SNAPSHOT.with_meaning(None, None)
        other = await searching.in_turn().find(later, "挂牌大概要交哪些东西才行", DAY)
        assert other is not first
        back = await searching.in_turn().find(SNAPSHOT, "挂牌大概要交哪些东西才行", DAY)
        assert back is not first
    finally:
        searching.close()


async def test_a_turn_searches_once_for_the_same_words() -> None:
    """What several readers of a turn ask for is searched once. (A line that takes nobody sends
    every search to words alone, where each is counted; that is found anew in the next turn.)"""
    counted = list[str]()
    searching = Searching(threads=1, waiting=0, hurried=lambda: counted.append("search"))
    snapshot, text = SNAPSHOT, "挂牌大概要交哪些东西才行"
    try:
        turn = searching.in_turn()
        first = await turn.find(snapshot, text, DAY)
        assert first.candidates
        assert await turn.find(snapshot, text, DAY) is first
        assert len(counted) == 1
        await turn.find(snapshot, f"{text}呢", DAY)
        assert len(counted) == 2
        again = await searching.in_turn().find(snapshot, text, DAY)
        assert [c.target.id for c in again.candidates] == [c.target.id for c in first.candidates]
        assert len(counted) == 3
    finally:
        searching.close()


async def test_a_question_before_is_found_again_once_a_turn() -> None:
    """What the same questions before meant is found once in a turn, whatever is left out of its
    searches; after other questions, and in the next turn, it is found anew."""
    found = list[str]()

    @once_a_turn
    async def then(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Then:
        found.append(asked.exchanges[-1].question)
        return Then(asked, Findings("none"), searching)

    one = Question("那材料呢", "zh", (Exchange("怎么挂牌", "answered"),), DAY)
    other = Question("那材料呢", "zh", (*one.exchanges, Exchange("收费吗", "unknown")), DAY)
    searching = Searching(threads=1)
    try:
        turn = searching.in_turn()
        first = await then(turn, SNAPSHOT, one)
        assert await then(turn.without(lambda f: f, now=False), SNAPSHOT, one) is first
        await then(turn, SNAPSHOT, other)
        await then(searching.in_turn(), SNAPSHOT, one)
        assert found == ["怎么挂牌", "收费吗", "怎么挂牌"]
    finally:
        searching.close()
