"""What the READMEs and the page promise to a new user holds in the first second after the start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialog.commands.ask import as_row
from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.building import load_models
from knowledge.pack import SHIPPED
from knowledge.search.judges import load_judges
from tests.knowledge.small_parts import shipped_pack

ROOT = Path(__file__).parents[1]
PROFILE = shipped_pack().profile
README_QUESTIONS = re.findall(r'yingbin ask "([^"]+)"', (ROOT / "README.md").read_text("utf-8"))


async def ask(prepared: Prepared, question: str) -> Heard:
    return await listen(prepared.turn, question, (), prepared.today())


@pytest.mark.parametrize(
    "question", [*PROFILE.starters, *PROFILE.starters_english, *README_QUESTIONS]
)
async def test_what_we_suggest_to_ask_is_answered(prepared: Prepared, question: str) -> None:
    """Suggested questions get an answer with its sources, or a question back that leads to it."""
    heard = await ask(prepared, question)
    assert heard.done.outcome in {"answered", "clarify"}, heard.text
    assert heard.text
    if heard.done.outcome == "answered":
        assert heard.sources


@pytest.mark.parametrize(
    "question",
    [
        "挂牌一次收多少钱？",
        "客服电话是多少？",
        "你们几点下班？",
        "现在归哪个部门监管？",
        "How much does it cost to trade on the Shanghai Data Exchange?",
    ],
)
async def test_what_we_say_that_we_do_not_know_is_not_answered(
    prepared: Prepared, question: str
) -> None:
    """The README names these; no number slips into the reply instead."""
    heard = await ask(prepared, question)
    assert heard.done.outcome in {"unknown", "handoff"}, heard.text
    assert not re.search(r"\d{7,}|\d+\s*元|\d+:\d\d", heard.text)


@pytest.mark.parametrize(
    "question", ["明天上海会下雨吗？", "帮我写一首关于秋天的诗", "量子纠缠是怎么回事？"]
)
async def test_what_is_not_ours_is_not_answered(prepared: Prepared, question: str) -> None:
    """Other fields get a friendly no, without sources."""
    heard = await ask(prepared, question)
    assert heard.done.outcome in {"refused", "unknown", "smalltalk"}, heard.text
    assert heard.sources == ()


async def test_a_row_of_json_has_the_promised_fields(prepared: Prepared) -> None:
    """As the README and the issue of the command describe them."""
    row = as_row("7", await ask(prepared, PROFILE.starters[5]))
    assert row["id"] == "7"
    assert row["outcome"] == "answered"
    assert 0 < row["confidence"] <= 1
    assert row["latency_ms"] > 0
    for citation in row["citations"]:
        assert citation["law"]
        assert not citation["law"].startswith(("中华人民共和国", "《"))
        assert isinstance(citation["article"], int)
        assert citation["as_of"]
    assert row["citations"]


def test_what_was_learned_fits_the_shipped_examples() -> None:
    """A new user waits for nothing: judges and models of just this pack come with it. When this
    fails: run ``yingbin pack build --ship`` and commit what it writes."""
    pack = shipped_pack()
    built = SHIPPED / "built"
    models = load_models(built, pack)
    assert models.intent is not None
    assert models.feeling is not None
    assert load_judges(built) is not None
