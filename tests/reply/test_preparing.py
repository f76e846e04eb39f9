"""While the search is still being made ready: what is stored answers, the rest says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dialog.messages import Done, Sentence
from dialog.reply.question import Question
from dialog.reply.turn import Models, Replier
from knowledge.library import Library
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Language
from tests.knowledge.small_parts import small_pack

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with TemporaryDirectory() as folder:
        built = Path(folder)
        return Library(
            lambda: (small_pack(), 1), embedder=None, built=built, today=lambda: DAY
        ).snapshot


async def asked(snapshot: Snapshot, text: str, language: Language, *, preparing: bool) -> Done:
    """How a turn ends; its words stand in ``route`` when the search is being prepared."""
    replier = Replier(lambda: snapshot, Models(), preparing=lambda: preparing)
    messages = [m async for m in replier.run(Question(text, language, (), DAY))]
    done = messages[-1]
    assert isinstance(done, Done)
    said = "".join(m.text for m in messages if isinstance(m, Sentence))
    assert ("几分钟" in said or "few minutes" in said) == (done.route == "preparing")
    return done


async def test_stored_answers_do_not_wait(snapshot: Snapshot) -> None:
    """A stored question is answered whether or not the search is ready."""
    entry = next(iter(small_pack().all(Entry).values()))
    for preparing in (True, False):
        done = await asked(snapshot, entry.question, "zh", preparing=preparing)
        assert (done.outcome, done.entries) == ("answered", (entry.id,))


@pytest.mark.parametrize(
    ("text", "language"), [("月球上的会费怎么交呢", "zh"), ("Is there tea on Mars?", "en")]
)
async def test_the_rest_is_told_to_wait(snapshot: Snapshot, text: str, language: Language) -> None:
    """Not "I do not know" before it was looked up; and just that once it was."""
    done = await asked(snapshot, text, language, preparing=True)
    assert (done.outcome, done.route) == ("unknown", "preparing")
    done = await asked(snapshot, text, language, preparing=False)
    assert done.route != "preparing"
