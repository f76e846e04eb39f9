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
from dialog.messages import Sentence, Speech
from dialog.published import Pronounced, Published, pronunciations, sentences
from dialog.rehearsal import sayings
from dialog.reply.question import Question
from dialog.reply.turn import Models, Replier
from dialog.seams import Utterance
from dialog.speech import Voicing
from knowledge.library import Library
from knowledge.pack import Pack, read
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Term
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


async def test_names_are_said_as_published_now(tmp_path: Path, snapshot: Snapshot) -> None:
    """A changed pronunciation is heard from the next turn on, and shapes the mouth as well."""
    said = {"QXZ": "期讯中心", "数商": "shu4 shang1"}
    version = 1

    def pack() -> tuple[Pack, int]:
        terms = [Term(name, "示例", pronunciation=how) for name, how in said.items()]
        return Pack(snapshot.pack.profile, terms), version

    library = Library(pack, embedder=None, built=tmp_path, today=lambda: DAY)
    voicing = Voicing(settings_for(tmp_path), pronunciations=Pronounced(lambda: library.snapshot))

    async def heard(text: str) -> Speech:
        mouth = voicing.open_mouth("zh", sound=False)
        await mouth.say(
            Utterance(3, text, language="zh", tone="calm", intensity=0.5, published=True)
        )
        await mouth.finish()
        (one,) = [voiced async for voiced in mouth.voiced()]
        return one.speech

    first, mouthed = await heard("请看QXZ。"), await heard("请问数商。")
    assert (first.sentence, first.spoken) == (3, "请看期讯中心。")
    said.update({"QXZ": "起行者", "数商": "fa1 fa1"})
    assert (await heard("请看QXZ。")).spoken == "请看期讯中心。"
    version = 2
    library.refresh()
    assert (await heard("请看QXZ。")).spoken == "请看起行者。"
    assert (await heard("请问数商。")).visemes != mouthed.visemes
    # The dictionary of pinyin is the process's own: other tests want the usual reading.
    said["数商"] = "shu4 shang1"
    version = 3
    library.refresh()
    assert (await heard("请问数商。")).visemes == mouthed.visemes


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
