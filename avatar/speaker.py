"""What speaks a turn: sentences in order, each by the best voice that can, cut at any moment.

``Ladder`` is shared by all visitors and knows the voices; a ``Speaker`` lives for one turn.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Literal

import msgspec
import structlog

from avatar.breaker import Breaker
from avatar.cache import Cache
from avatar.cues import VisemeTrack, WordTrack
from avatar.errors import Reason, VoiceError, VoiceSlowError
from avatar.spans import Language, Spoken
from avatar.spoken import Normaliser
from avatar.tone import Tone, prosody
from avatar.visemes import Tracks, align, follow
from avatar.voices import Line, Sound, Voice
from avatar.voices.captions import caption

AHEAD = 2
"""Sentences of a turn that are made at the same time: the one awaited and the one after it."""
WAITING = 8
"""Sentences that a turn may hand over before the first is made; then handing over waits."""
PACE = 1.5
"""Seconds that a sentence is thought to take before any has been measured."""

Cloud = Literal["off", "published", "all"]


class Saying(msgspec.Struct, frozen=True):
    """A shown sentence to be spoken. ``published``: it repeats published knowledge, no visitor."""

    number: int
    text: str
    language: Language
    tone: Tone
    intensity: float
    published: bool


class Said(msgspec.Struct, frozen=True):
    """A sentence with mouth and captions, and its sound or the reason why there is none. ``id``:
    under which name the sound can be had again."""

    number: int
    spoken: str
    tracks: Tracks
    sound: Sound | None = None
    id: str = ""
    reason: Reason | None = None


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """``wait``: seconds for a place at a voice; ``whole``: for a whole sentence; ``failures`` in a
    row before the voice is left alone for ``rest`` seconds; ``places``: sentences at a time."""

    wait: float
    whole: float
    failures: int
    rest: float
    places: int


class Health(msgspec.Struct, frozen=True):
    """How a voice fares: ``reason`` = why it fails, ``None`` = it does not. ``since``: for how many
    seconds it has failed, or how long ago it last spoke; ``None`` = nothing was asked of it yet."""

    reason: Reason | None = None
    since: float | None = None


class Rung:
    """A voice with its places, breaker and pace. ``cloud``: its words leave this machine."""

    def __init__(
        self, voice: Voice, *, cloud: bool, patience: Patience, now: Callable[[], float]
    ) -> None:
        self.voice = voice
        self.cloud = cloud
        self.breaker = Breaker(failures=patience.failures, rest=patience.rest, now=now)
        self._patience = patience
        self._now = now
        self._places = asyncio.Semaphore(patience.places)
        self._inside = 0
        self._pace = PACE

    @property
    def busy(self) -> bool:
        """Whether a sentence is being made."""
        return self._inside > 0

    @property
    def predicted_wait(self) -> float:
        """Seconds until a further sentence would get a place."""
        before = max(0, self._inside + 1 - self._patience.places)
        return before * self._pace / self._patience.places

    @property
    def health(self) -> Health:
        """How the voice fares."""
        breaker = self.breaker
        if breaker.failing_since is not None:
            return Health(breaker.reason, self._now() - breaker.failing_since)
        if breaker.succeeded_at is None:
            return Health()
        return Health(since=self._now() - breaker.succeeded_at)

    async def speak(self, line: Line) -> Sound | Reason:
        """The sound of a sentence, or why there is none."""
        if self.predicted_wait > self._patience.wait:
            return "busy"
        try:
            async with asyncio.timeout(self._patience.wait):
                await self.breaker.wait_decided()
        except TimeoutError:
            return self.breaker.reason
        if not self.breaker.enter():
            return self.breaker.reason
        probing = self.breaker.state == "probing"
        self._inside += 1
        try:
            return await self._speak(line)
        finally:
            self._inside -= 1
            if probing:
                self.breaker.left()

    async def _speak(self, line: Line) -> Sound | Reason:
        try:
            async with asyncio.timeout(self._patience.wait):
                await self._places.acquire()
        except TimeoutError:
            return "busy"
        try:
            began = self._now()
            sound = await self._attempts(line)
        finally:
            self._places.release()
        if isinstance(sound, Sound):
            self._pace += 0.2 * (self._now() - began - self._pace)
        return sound

    async def _attempts(self, line: Line) -> Sound | Reason:
        """Try, and once more where that can help and the first try failed quickly."""
        began = self._now()
        for again in (True, False):
            was = self.breaker.state
            try:
                async with asyncio.timeout(self._patience.whole):
                    sound = await self.voice.synthesise(line)
            except TimeoutError:
                error = VoiceSlowError(self.voice.name(line.language), "no end")
            except VoiceError as problem:
                error = problem
            else:
                self.breaker.succeeded()
                if was != "closed":
                    structlog.get_logger("voice").info("voice_back", voice=sound.voice)
                return sound
            self.breaker.failed(error)
            structlog.get_logger("voice").warning(
                "voice_failed", voice=error.voice, reason=error.reason, detail=error.detail
            )
            in_time = self._now() - began < self._patience.wait
            if not (again and error.retryable and in_time and self.breaker.state == "closed"):
                return error.reason
        return self.breaker.reason


class Ladder:
    """The voices from the best to the last, the words for the ear, and what was said before."""

    def __init__(
        self,
        rungs: Sequence[Rung],
        *,
        cloud: Cloud,
        normaliser: Normaliser,
        cache: Cache,
    ) -> None:
        self._rungs = tuple(rungs)
        self._cloud: Cloud = cloud
        self._normaliser = normaliser
        self._cache = cache

    async def say(self, saying: Saying) -> Said:
        """The sentence by the first voice that can say it, else with captions alone."""
        spoken = self._normaliser.spoken(saying.text, saying.language)
        line = self._line(spoken, saying)
        if not speakable(line):
            return _silent(saying, spoken, line, None)
        reason: Reason = "off"
        for rung in self._rungs:
            name = rung.voice.name(line.language)
            kept = await self._cache.find(name, line) if saying.published else None
            if kept is not None:
                return _with_sound(saying.number, spoken, *kept)
            if rung.cloud and not self._may_leave(saying):
                reason = "policy" if self._cloud == "published" else "off"
                continue
            sound = await rung.speak(line)
            if isinstance(sound, Sound):
                name = await self._cache.keep(line, sound, lasting=saying.published)
                return _with_sound(saying.number, spoken, name, sound)
            reason = sound
        return _silent(saying, spoken, line, reason)

    @property
    def health(self) -> Health | None:
        """How the best voice fares; ``None`` = there is no voice."""
        return self._rungs[0].health if self._rungs else None

    @property
    def busy(self) -> bool:
        """Whether any visitor waits for a voice."""
        return any(rung.busy for rung in self._rungs)

    async def prepare(self, saying: Saying) -> bool:
        """Have a sentence said by the first voice and kept; whether a voice had to be asked."""
        for rung in self._rungs[:1]:
            line = self._line(self._normaliser.spoken(saying.text, saying.language), saying)
            name = rung.voice.name(line.language)
            may = not rung.cloud or self._may_leave(saying)
            if not may or not speakable(line) or await self._cache.find(name, line) is not None:
                return False
            sound = await rung.speak(line)
            if isinstance(sound, Sound):
                await self._cache.keep(line, sound, lasting=saying.published)
            return True
        return False

    def _line(self, spoken: Spoken, saying: Saying) -> Line:
        manner = prosody(saying.tone, saying.intensity)
        return Line(spoken.text.strip(), saying.language, manner)

    def _may_leave(self, saying: Saying) -> bool:
        return self._cloud == "all" or (self._cloud == "published" and saying.published)


def speakable(line: Line) -> bool:
    """Whether there is anything to say: a voice that is asked for nothing answers nothing."""
    return any(character.isalnum() for character in line.text)


def _silent(saying: Saying, spoken: Spoken, line: Line, reason: Reason | None) -> Said:
    tracks = caption(spoken, line.prosody.rate_percent)
    return Said(saying.number, spoken.text, tracks, reason=reason)


def _with_sound(number: int, spoken: Spoken, name: str, sound: Sound) -> Said:
    heard = align(spoken.text, sound.boundaries)
    tracks = follow(spoken, heard, duration=sound.duration)
    return Said(number, spoken.text, tracks, sound=sound, id=name)


class Speaker:
    """Speaks one turn. Leaving ``said`` early drops everything that is not said yet."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        # Full: the one who hands over waits; the text has long been shown.
        self._sayings: asyncio.Queue[Saying | None] = asyncio.Queue(WAITING)

    async def say(self, saying: Saying) -> None:
        """Take a sentence; waits while too many are waiting."""
        await self._sayings.put(saying)

    async def finish(self) -> None:
        """No further sentence will come."""
        await self._sayings.put(None)

    async def said(self) -> AsyncGenerator[Said]:
        """The sentences in their order, as they become ready."""
        places = asyncio.Semaphore(AHEAD)
        making: asyncio.Queue[asyncio.Task[Said] | None] = asyncio.Queue(AHEAD + 1)
        async with asyncio.TaskGroup() as group:
            taking = group.create_task(self._take(group, places, making=making))
            try:
                while (task := await making.get()) is not None:
                    yield await task
                    places.release()
            except GeneratorExit:
                # Raised at the yield when the turn is cut; it must not reach the group, which
                # would wrap it and so break the closing of this generator.
                return
            finally:
                taking.cancel()
                while not making.empty():
                    task = making.get_nowait()
                    if task is not None:
                        task.cancel()

    async def _take(
        self,
        group: asyncio.TaskGroup,
        places: asyncio.Semaphore,
        *,
        making: asyncio.Queue[asyncio.Task[Said] | None],
    ) -> None:
        while True:
            saying = await self._sayings.get()
            if saying is None:
                await making.put(None)
                return
            await places.acquire()
            await making.put(group.create_task(self._make(saying)))

    async def _make(self, saying: Saying) -> Said:
        try:
            return await self._ladder.say(saying)
        except Exception as error:
            # The edge of this task: a fault in one sentence leaves the others their voice.
            structlog.get_logger("voice").error("sentence_failed", kind=type(error).__name__)
            return Said(saying.number, "", Tracks(1, VisemeTrack(), WordTrack()), reason="broken")
