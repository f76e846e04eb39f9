"""Pointers: the likeliest is asked back with its basis, and a yes to it is understood."""

from __future__ import annotations

import msgspec
import pytest

from dialog.commands.ask import as_row
from dialog.hearing import Heard, listen
from dialog.reply.assent import agrees
from dialog.reply.law_places import rule_lines
from dialog.reply.pointers import PointerWriter
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from dialog.reply.words import Frame
from knowledge.pack import SHIPPED, read
from knowledge.search.fusion import Candidate
from knowledge.types import Law, Opener, Rule
from tests.knowledge.small_parts import small_models, small_snapshot
from tests.reply.test_compose import DAY, snapshot

ASKED = "处理敏感的个人信息前，影响评估做不做"
HELD = snapshot()
OPENER = Opener("opener.x", "angry", ("unknown",), "这点我没有依据。", "I have no basis.")
OPENING = snapshot(OPENER)
MODELS = small_models()


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


async def test_what_is_stored_under_the_likeliest_stands_on_its_card() -> None:
    """Who reads has it at once; it is not said, cited or counted as the answer. The other pointers
    and what the voice says hold none of it."""
    heard = await hear(ASKED)
    first, *others = heard.pointers
    assert "收录的答复：" in first
    assert "应当事前做" in first
    assert not any("收录的答复" in pointer for pointer in others)
    assert "答复在下面" in heard.text
    assert (heard.sources, heard.done.entries) == ((), ())
    told = await hear("是", Exchange(ASKED, heard.done.outcome))
    assert all(line in first for line in told.body.splitlines()[:1])


async def test_nothing_is_said_before_a_question_back_that_denies_it() -> None:
    """Who is angry hears of no lack of grounds before the likely matter is named; where nothing is
    near, they do."""
    replier = Replier(lambda: OPENING, Models(None, MODELS.feeling))
    near = await listen(replier, f"气死我了，{ASKED}", (), DAY)
    assert near.done.route == "near"
    assert "opener" not in {s.role for s in near.sentences}
    far = await listen(replier, "气死我了，办了三次", (), DAY)
    assert far.done.route != "near"
    assert far.sentences[0].text == OPENER.text


def test_in_english_a_pointer_names_its_basis_in_english() -> None:
    """Neither the chip nor the question back names a law in Chinese; who switches gets the Chinese
    name, and what has no English name keeps its own."""
    held = small_snapshot()
    found = [held.index.target(name) for name in ("entry.keep", "entry.join")]
    near = [Candidate(target, (), 0.0, 0.5) for target in found if target is not None]
    writer = PointerWriter(Frame(held, "en", DAY))
    keep = writer.cards(near)[0]
    assert (keep.title, keep.why) == (
        "How long must member rolls be kept?",
        "Sample Information Act, Art. 8",
    )
    assert keep.other_why == "《示例信息法》第八条"
    line = writer.nearest(keep, 0)
    assert "(Sample Information Act, Art. 8)" in line.text
    assert PointerWriter(Frame(held, "zh", DAY)).cards(near)[0].why == keep.other_why


def test_a_rule_without_english_words_is_named_in_english() -> None:
    """What it says is told in Chinese, as reviewed, under the English name of its law."""
    held = small_snapshot()
    rule = msgspec.structs.replace(
        next(r for r in held.pack.all(Rule).values() if r.law == "beta"), english=""
    )
    ((text, language),) = rule_lines([rule], held.pack.all(Law)["beta"], english=True)
    named = f"Sample Information Act, Article {rule.article}"
    assert text.startswith(named)
    assert text.endswith(f" (in Chinese): {rule.gist.rstrip('。')}。")
    assert language == "zh"


@pytest.mark.parametrize("yes", ["是", "是的", "对，就是这个", "嗯，是的。", "yes", "Yes please."])
async def test_yes_gets_what_was_asked_back(yes: str) -> None:
    """The document that was named is told, and only after such a question back."""
    before = await hear(ASKED)
    heard = await hear(yes, Exchange(ASKED, before.done.outcome))
    assert (heard.done.outcome, heard.done.entries) == ("answered", ("rule.pipl-55",))
    told = await hear(yes, Exchange(ASKED, "answered", ("rule.pipl-55",)))
    assert told.done.outcome != "answered"


@pytest.mark.parametrize(
    ("text", "yes"),
    [(t, True) for t in ("要", "嗯，看看", "行吧", "念一下", "好的", "ok", "go ahead", "read it")]
    + [(t, False) for t in ("要什么材料", "看不懂", "行吗", "要钱吗", "行了", "嗯？", "why not")],
)
def test_an_offer_is_taken_in_many_words(text: str, yes: bool) -> None:
    """A wish to see or hear it is a yes; a question or a sigh is none."""
    assert agrees(text) is yes


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
