"""Pointers: the likeliest is asked back with its basis, and a yes to it is understood."""

from __future__ import annotations

import pytest

from dialog.commands.ask import as_row
from dialog.hearing import Heard, listen
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from knowledge.pack import SHIPPED, read
from tests.reply.test_compose import DAY, snapshot

ASKED = "处理敏感的个人信息前，影响评估做不做"
HELD = snapshot()


async def hear(text: str, *before: Exchange) -> Heard:
    """A whole turn."""
    return await listen(Replier(lambda: HELD, Models()), text, before, DAY)


async def test_the_likeliest_pointer_is_asked_back_with_its_basis() -> None:
    """Nothing is asserted; the reply names the nearest question and the article it rests on, and a
    row of JSON lists the pointers, which the page shows as chips."""
    heard = await hear(ASKED)
    assert (heard.done.outcome, heard.done.route, heard.done.entries) == ("unknown", "near", ())
    assert "敏感个人信息要不要做影响评估" in heard.text
    assert "《个人信息保护法》第五十五条" in heard.text
    assert "应当事前做" not in heard.text
    row = as_row("1", heard)
    assert row["text"].splitlines()[-1].startswith(f"{len(heard.pointers)}. ")
    assert "1. 敏感个人信息要不要做影响评估（《个人信息保护法》第五十五条）" in row["text"]


@pytest.mark.parametrize("yes", ["是", "是的", "对，就是这个", "嗯，是的。", "yes", "Yes please."])
async def test_yes_gets_what_was_asked_back(yes: str) -> None:
    """The document that was named is told, and only after such a question back."""
    before = await hear(ASKED)
    heard = await hear(yes, Exchange(ASKED, before.done.outcome))
    assert (heard.done.outcome, heard.done.entries) == ("answered", ("rule.pipl-55",))
    told = await hear(yes, Exchange(ASKED, "answered", ("rule.pipl-55",)))
    assert told.done.outcome != "answered"


async def test_no_is_no_yes() -> None:
    """Something else than a yes is a question of its own."""
    heard = await hear("不是", Exchange(ASKED, "unknown"))
    assert heard.done.entries == ()


def test_a_reply_that_knows_nothing_fits_a_phone() -> None:
    """The shipped words: what is not known, and one thing to do, a short sentence each."""
    profile = read(SHIPPED).profile
    assert max(map(len, (*profile.unknown, *profile.unsure))) <= 24
    assert len(profile.related) <= 56
    assert "www.chinadep.com" in profile.related
