"""The ladder and the speaker: order, cutting, resting, and which voice speaks."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from avatar.breaker import Breaker
from avatar.cache import Cache
from avatar.errors import VoiceError, VoiceRefusedError, VoiceUnreachableError
from avatar.spans import Language
from avatar.speaker import AHEAD, Health, Ladder, Patience, Rung, Said, Saying, Speaker
from avatar.spoken import Normaliser
from avatar.voices import Line, Sound

PATIENCE = Patience(wait=5, whole=5, failures=2, rest=60, places=4)


class Hoarse:
    """A voice that says what it is told: sound, an error, or nothing until ``go`` is set."""

    def __init__(self, name: str = "a") -> None:
        self._name = name
        self.error: Exception | None = None
        self.go = asyncio.Event()
        self.go.set()
        self.heard: list[str] = []
        self.inside = 0
        self.most = 0

    def name(self, language: Language) -> str:
        return self._name

    async def synthesise(self, line: Line) -> Sound:
        self.heard.append(line.text)
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await self.go.wait()
        finally:
            self.inside -= 1
        if self.error is not None:
            raise self.error
        return Sound(self._name, b"x", 1000)


class Now:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def ladder(*voices: Hoarse, now: Now | None = None, patience: Patience = PATIENCE) -> Ladder:
    rungs = [Rung(v, cloud=False, patience=patience, now=now or Now()) for v in voices]
    cache = Cache(None, megabytes=1)
    return Ladder(rungs, cloud="published", normaliser=Normaliser(), cache=cache)


def saying(number: int, text: str = "") -> Saying:
    words = text or f"第{number}句。"
    return Saying(number, words, language="zh", tone="warm", intensity=0.5, published=True)


async def speak(speaker: Speaker, count: int) -> list[Said]:
    async def hand_over() -> None:
        for number in range(count):
            await speaker.say(saying(number))
        await speaker.finish()

    async with asyncio.TaskGroup() as group:
        group.create_task(hand_over())
        return [said async for said in speaker.said()]


async def test_order() -> None:
    """Many sentences come out in the order in which they went in."""
    said = await speak(Speaker(ladder(Hoarse())), 30)
    assert [one.number for one in said] == list(range(30))
    assert all(one.sound for one in said)


async def test_two_ahead() -> None:
    """Never more than two sentences of a turn are made at the same time."""
    voice = Hoarse()
    voice.go.clear()
    speaker = Speaker(ladder(voice))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(speak(speaker, 6))
        while len(voice.heard) < AHEAD:
            await asyncio.sleep(0)
        for _ in range(50):
            await asyncio.sleep(0)
        assert len(voice.heard) == AHEAD
        voice.go.set()
    assert len(task.result()) == 6
    assert voice.most == AHEAD


async def test_cut_at_a_sentence() -> None:
    """Leaving between two sentences ends everything that is being made."""
    voice = Hoarse()
    speaker = Speaker(ladder(voice))
    for number in range(4):
        await speaker.say(saying(number))
    async with aclosing(speaker.said()) as stream:
        assert (await anext(stream)).number == 0
        voice.go.clear()
    assert voice.inside == 0


async def test_cut_while_waiting() -> None:
    """Cancelling while a sentence is being made ends it, and raises nothing else."""
    voice = Hoarse()
    voice.go.clear()
    speaker = Speaker(ladder(voice))

    async def listen() -> None:
        async with aclosing(speaker.said()) as stream:
            async for _ in stream:
                pass

    task = asyncio.ensure_future(listen())
    await speaker.say(saying(0))
    while not voice.inside:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert voice.inside == 0


async def test_next_rung() -> None:
    """When the first voice fails, the second speaks, and nobody is told of a lack."""
    first, second = Hoarse("a"), Hoarse("b")
    first.error = VoiceUnreachableError("a", "down")
    (said,) = await speak(Speaker(ladder(first, second)), 1)
    assert said.sound is not None
    assert said.sound.voice == "b"
    assert said.reason is None


async def test_fault_in_a_voice() -> None:
    """A fault that nobody foresaw leaves a sentence silent, not the turn."""
    voice = Hoarse()
    voice.error = RuntimeError("bug")
    said = await speak(Speaker(ladder(voice)), 2)
    assert [one.reason for one in said] == ["broken", "broken"]


async def test_health() -> None:
    """How the voice fares is known with its times: from the first failure, and since it spoke."""
    now, voice = Now(), Hoarse()
    one = ladder(voice, now=now)
    assert one.health == Health()
    await one.say(saying(0))
    now.seconds += 5
    assert one.health == Health(since=5)
    voice.error = VoiceRefusedError("a", "status 403")
    await one.say(saying(1))
    now.seconds += 90
    await one.say(saying(2))
    assert one.health == Health("refused", 90)
    now.seconds += 90
    voice.error = None
    await one.say(saying(3))
    assert one.health == Health(since=0)
    assert ladder().health is None


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Hoarse, Ladder]:
    voice = Hoarse()
    rung = Rung(voice, cloud=False, patience=PATIENCE, now=Now())
    cache = Cache(tmp_path, megabytes=1)
    return voice, Ladder([rung], cloud="published", normaliser=Normaliser(), cache=cache)


async def test_filed_sentences_sound_while_the_voice_rests(kept: tuple[Hoarse, Ladder]) -> None:
    """A sentence spoken before is spoken again although the service refuses everything new."""
    voice, one = kept
    await one.say(saying(0))
    voice.error = VoiceRefusedError("a", "status 403")
    assert (await one.say(saying(1))).reason == "refused"
    again = await one.say(saying(0))
    assert again.sound is not None
    assert len(voice.heard) == 2


async def test_busy_voice_is_passed_over() -> None:
    """A sentence that would wait too long goes to the next voice at once."""
    first, second = Hoarse("a"), Hoarse("b")
    first.go.clear()
    patience = Patience(wait=2, whole=5, failures=2, rest=60, places=1)
    one = ladder(first, second, patience=patience)
    async with asyncio.TaskGroup() as group:
        waiting = [group.create_task(one.say(saying(number))) for number in range(2)]
        while not first.inside:
            await asyncio.sleep(0)
        for _ in range(20):
            await asyncio.sleep(0)
        third = await one.say(saying(2))
        assert third.sound is not None
        assert third.sound.voice == "b"
        first.go.set()
    voices = [task.result().sound for task in waiting]
    assert [sound.voice for sound in voices if sound] == ["a", "a"]


async def test_probe_is_alone() -> None:
    """After a rest one sentence tries; the others wait for its outcome instead of failing."""
    voice, now = Hoarse(), Now()
    voice.error = VoiceRefusedError("a", "status 403")
    one = ladder(voice, now=now)
    await one.say(saying(0))
    voice.error = None
    now.seconds = 61
    voice.go.clear()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one.say(saying(number))) for number in range(1, 4)]
        while not voice.inside:
            await asyncio.sleep(0)
        for _ in range(50):
            await asyncio.sleep(0)
        assert voice.inside == 1
        voice.go.set()
    assert all(task.result().sound for task in tasks)


async def test_cut_probe() -> None:
    """A probe that is cut by its visitor leaves the next sentence free to try."""
    voice, now = Hoarse(), Now()
    voice.error = VoiceRefusedError("a", "status 403")
    one = ladder(voice, now=now)
    await one.say(saying(0))
    voice.error = None
    now.seconds = 61
    voice.go.clear()
    task = asyncio.ensure_future(one.say(saying(1)))
    while not voice.inside:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    voice.go.set()
    assert (await one.say(saying(2))).sound


FAULT = VoiceUnreachableError("a", "down")


@pytest.mark.parametrize(
    ("error", "failures", "state"),
    [(FAULT, 2, "closed"), (FAULT, 3, "open"), (VoiceRefusedError("a", ""), 1, "open")],
)
def test_breaker_opens(error: VoiceError, failures: int, state: str) -> None:
    """A few failures in a row, or one refusal, and the voice is left alone."""
    breaker = Breaker(failures=3, rest=60, now=Now())
    for _ in range(failures):
        assert breaker.enter()
        breaker.failed(error)
    assert breaker.state == state
    assert breaker.enter() is (state == "closed")


def test_breaker_counts_in_a_row() -> None:
    """A success in between starts the count anew."""
    breaker = Breaker(failures=2, rest=60, now=Now())
    for _ in range(5):
        breaker.failed(FAULT)
        breaker.succeeded()
    assert breaker.state == "closed"


@pytest.mark.parametrize(("seconds", "tries"), [(59.9, False), (60.0, True)])
def test_breaker_rests(seconds: float, tries: bool) -> None:
    """Before the rest is over nobody tries; then one does; its failure starts a new rest."""
    now = Now()
    breaker = Breaker(failures=1, rest=60, now=now)
    breaker.failed(FAULT)
    now.seconds = seconds
    assert breaker.enter() is tries
    assert not breaker.enter()
    if tries:
        breaker.failed(FAULT)
        assert not breaker.enter()
        now.seconds += 60
        assert breaker.enter()
