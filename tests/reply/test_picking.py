"""What picks something out of the reply before: a pointer by its place, a step by its number."""

from __future__ import annotations

import msgspec
import pytest

from dialog.hearing import Heard, listen
from dialog.reply.picking import agrees, part_agreed_to, picked, without_step
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from dialog.reply.worded_picks import other_picked, place_picked
from knowledge.findings import Findings
from knowledge.search.confidence import Band
from tests.reply.test_compose import DAY, snapshot

ASKED = "处理敏感的个人信息前，影响评估做不做"
HELD = snapshot()


async def hear(text: str, *before: Exchange) -> Heard:
    """A whole turn."""
    return await listen(Replier(lambda: HELD, Models()), text, before, DAY)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第二个吧", 2),
        ("我想问第一条", 1),
        ("选3", 3),
        ("最后一个", -1),
        ("the second one, please", 2),
        ("后面那个", -1),
        ("前面那个吧", 1),
        ("下面那个", -1),
        ("the latter", -1),
        ("the first of those", 1),
        ("第二个月呢", 0),
        ("下一个", 0),
        ("后面的怎么办", 0),
        ("第一条讲什么", 0),
        ("first of all, what is it", 0),
    ],
)
def test_a_pick_is_nothing_but_a_place(text: str, place: int) -> None:
    """With another word it is a question."""
    assert place_picked(text) == place


async def test_a_pointer_is_picked_by_its_place() -> None:
    """The picked pointer is answered as if its question had been asked; a yes takes the first."""
    pointed = await hear(ASKED)
    before = Exchange(ASKED, pointed.done.outcome, pointed.done.entries)
    titles = [p.partition("（")[0] for p in pointed.pointers]
    for place, title in enumerate(titles, 1):
        picked = await hear(f"第{place}个吧", before)
        assert picked.text == (await hear(title)).text
    assert (await hear("the first one", before)).done.entries
    assert agrees("嗯，是的")


async def test_a_place_beyond_what_was_shown_is_asked_back() -> None:
    """Nothing is guessed where nothing stands at that place."""
    pointed = await hear(ASKED)
    heard = await hear("第9个", Exchange(ASKED, pointed.done.outcome, pointed.done.entries))
    assert (heard.done.outcome, heard.done.route) == ("clarify", "pick")


async def test_a_yes_takes_what_a_figure_kept_from_being_told() -> None:
    """A likely document is asked back for where the question states a figure that it lacks; the yes
    gets it all the same, as does one to what is named as the closest; what is not even near is not
    taken."""
    likely = HELD.find(ASKED, DAY)
    assert likely.candidates
    last = (Exchange(ASKED, "unknown", ()),)

    async def chosen(band: Band, chance: float) -> Findings | None:
        async def before() -> Findings:
            return msgspec.structs.replace(likely, exact=None, band=band, chance=chance)

        return await picked("是的", last, before, english=False)

    taken = await chosen("answer", 0.9)
    assert taken is not None
    assert taken.best is likely.candidates[0].target
    named = await chosen("related", 0.2)
    assert named is not None
    assert named.best is likely.candidates[0].target
    assert await chosen("unknown", 0.1) is None


async def test_a_pick_out_of_nothing_is_asked_back() -> None:
    """At the beginning there is nothing to pick from."""
    assert (await hear("第二个")).done.outcome == "clarify"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("第三步以后 名册要自己填还是请人填", "名册要自己填还是请人填"),
        ("第二步做什么", "第2步做什么"),
        ("第三步呢", "第3步呢"),
    ],
)
def test_a_question_at_a_step_is_asked_without_it(text: str, rest: str) -> None:
    """Only what asks something of its own loses the step."""
    assert without_step(text) == rest


def test_a_place_of_two_digits_is_picked() -> None:
    """A menu may be long; behind its end it is asked which one is meant."""
    assert place_picked("就12吧") == 12
    assert place_picked("option 14") == 14
    assert place_picked("2026年") == 0


async def test_a_yes_takes_what_was_asked_back_at_a_part() -> None:
    """A reply in parts answers one and asks back at the other: the yes means that one, and nothing
    that was told already."""
    question = f"名册保存多久？{ASKED}？"

    async def search(part: str) -> Findings:
        return msgspec.structs.replace(HELD.find(part, DAY), exact=None, band="related")

    async def agreed(text: str, told: tuple[str, ...]) -> Findings | None:
        last = (Exchange(question, "partial", told),)
        return await part_agreed_to(text, last, search)

    taken = await agreed("是的", ())
    likely = HELD.find(f"{ASKED}？", DAY).candidates[0].target
    assert taken is not None
    assert taken.best is likely
    assert await agreed("多少钱", ()) is None
    again = await agreed("是的", (likely.id,))
    assert again is None or again.best is not likely


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("不是这个，另一个", True),
        ("另外那个", True),
        ("no, the other one", True),
        ("另一个问题是怎么收费", False),
        ("the other one costs how much", False),
    ],
)
def test_the_other_of_what_was_shown(text: str, *, picks: bool) -> None:
    assert other_picked(text) == picks
