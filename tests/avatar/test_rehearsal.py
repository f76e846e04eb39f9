"""What the published knowledge says word for word, and speaking it ahead."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from avatar.sentences import split
from avatar.speaker import Saying
from dialog.messages import Sentence
from dialog.published import Published, pronunciations, sentences
from dialog.rehearsal import sayings
from dialog.reply.question import Question
from dialog.reply.turn import Models, Replier
from dialog.seams import Utterance
from dialog.speech import Voicing
from knowledge.library import Library, Snapshot
from knowledge.pack import read
from knowledge.types import Entry
from tests.avatar.standin_edge import standing
from tests.wire.wire_parts import PATIENCE, settings_for

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    pack = read(Path(str(files("knowledge"))) / "packs" / "shanghai")
    built = tmp_path_factory.mktemp("built")
    return Library(lambda: (pack, 1), embedder=None, built=built, today=lambda: DAY).snapshot


def test_what_is_published(snapshot: Snapshot) -> None:
    """Stored sentences are known word for word; a visitor's words never are."""
    published = Published(lambda: snapshot)
    entry = next(iter(snapshot.pack.all(Entry).values()))
    assert all(published(sentence) for sentence in split(entry.answer))
    assert published(split(snapshot.pack.profile.greeting)[0])
    assert not published("我叫张三，电话13800138000。")
    assert not published(entry.answer[:-2])


def test_pronunciations(snapshot: Snapshot) -> None:
    """Letters belong to the abbreviation, not to the law's Chinese name."""
    said = pronunciations(snapshot.pack)
    assert said["PIPL"] == "P I P L"
    assert said.get("个人信息保护法") != "P I P L"


def test_every_published_sentence_can_be_said(snapshot: Snapshot) -> None:
    """No stored Chinese sentence leaves a figure unsaid: all are turned into words."""
    from avatar.spoken import Normaliser

    normaliser = Normaliser()
    left = [
        text
        for text, language in sentences(snapshot.pack)
        if language == "zh" and any(c in "0123456789" for c in normaliser.spoken(text).text)
    ]
    assert left == []


async def test_ahead_is_what_is_said(snapshot: Snapshot) -> None:
    """What is spoken ahead is exactly what a turn says: same words, tone and strength."""
    entry = next(iter(snapshot.pack.all(Entry).values()))
    turn = Replier(lambda: snapshot, Models())
    ahead = {(s.text, s.tone, s.intensity) for s in sayings(snapshot, DAY)}
    asked = Question(entry.question, "zh", exchanges=(), today=DAY)
    said = [m async for m in turn.run(asked) if isinstance(m, Sentence) and m.locked]
    assert said
    assert {(s.text, s.tone, s.intensity) for s in said} <= ahead


@pytest.fixture
def some() -> list[Saying]:
    return [
        Saying(0, text, language="zh", tone="warm", intensity=0.4, published=True)
        for text in ("先审核主体。", "再审核产品。", "——。")
    ]


async def rehearsed(folder: Path, some: list[Saying], **voice: object) -> Voicing:
    voicing = Voicing(settings_for(folder, voice={"first_byte": 8, **voice}))

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(0)

    def todo() -> Iterator[Saying]:
        yield from some

    async with asyncio.timeout(PATIENCE):
        await voicing.rehearse(todo, sleep)
    return voicing


async def test_spoken_ahead(tmp_path: Path, some: list[Saying]) -> None:
    """A sentence spoken ahead is asked for once, and then starts without the service."""
    async with standing() as edge:
        voicing = await rehearsed(tmp_path, some, ahead=1)
        assert sorted(asked.text for asked in edge.asked) == ["先审核主体。", "再审核产品。"]
        await rehearsed(tmp_path, some, ahead=1)
        assert len(edge.asked) == 2
        edge.moods = ["403"]
        mouth = voicing.open_mouth("zh", sound=True)
        await mouth.say(
            Utterance(0, "先审核主体。", language="zh", tone="warm", intensity=0.4, published=True)
        )
        await mouth.finish()
        heard = [voiced async for voiced in mouth.voiced()]
        assert [bool(voiced.audio) for voiced in heard] == [True]


@pytest.mark.parametrize("voice", [{}, {"ahead": 1, "cloud": "off"}, {"ahead": 1, "edge": False}])
async def test_not_ahead(tmp_path: Path, some: list[Saying], voice: dict[str, object]) -> None:
    """Nothing is spoken ahead unless it is asked for and may leave."""
    async with standing() as edge:
        await rehearsed(tmp_path, some, **voice)
        assert edge.connections == 0


async def test_ahead_gives_way(tmp_path: Path, some: list[Saying]) -> None:
    """A service that refuses is asked no more often by speaking ahead than by visitors."""
    async with standing() as edge:
        edge.moods = ["403"]
        await rehearsed(tmp_path, [*some, *some], ahead=1)
        assert edge.connections == 2
