"""One visitor's conversation: its running turn, its sound, its replay, what it remembers.

A session knows no sockets: a door gives it an ``Outlet``. All that it sends gets its ``turn`` and
``seq`` here. Nothing is shared between two sessions but the counters and the journal.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from inspect import isasyncgen
from typing import TypeVar

import msgspec
import structlog

from dialog.errors import MessageError, VisitorGoneError
from dialog.label import labelled
from dialog.logs import failure
from dialog.messages import (
    Accepted,
    Ask,
    Clarify,
    CutReason,
    Delta,
    Done,
    Error,
    Feedback,
    Notice,
    NoticeCode,
    Played,
    Sentence,
    ServerMessage,
    Sources,
    Speech,
    Stopped,
)
from dialog.phrases import phrase
from dialog.reply.question import Exchange, Question
from dialog.running import Running
from dialog.seams import Means, Mouth, Outlet, Utterance
from dialog.wire import audio_frame, check_note, check_question, encode
from knowledge.types import Language

Item = TypeVar("Item")


class Session:
    """One conversation. A door calls it from one task at a time."""

    __slots__ = (
        "_been_soundless",
        "_heard",
        "_means",
        "_replay",
        "_replay_bytes",
        "_running",
        "_soundless",
        "_turns",
        "active_at",
        "address",
        "channel",
        "detached_at",
        "exchanges",
        "id",
        "language",
        "opened_at",
        "outlet",
        "reminded_at",
        "secret",
        "seq",
        "sound",
    )

    def __init__(self, means: Means, *, language: Language, sound: bool, channel: str) -> None:
        now = means.clock.monotonic()
        self._means = means
        self.id = secrets.token_hex(8)
        self.secret = ""
        self.language: Language = language
        self.sound = sound
        self.channel = channel
        self.address = ""
        self.outlet: Outlet | None = None
        self.seq = 0
        self.opened_at = self.active_at = self.reminded_at = now
        self.detached_at = 0.0
        self.exchanges: tuple[Exchange, ...] = ()
        self._turns = 0
        self._heard = 0
        self._soundless = ""
        self._been_soundless: frozenset[str] = frozenset()
        self._running: Running | None = None
        self._replay: deque[tuple[int, bytes]] | None = None
        self._replay_bytes = 0

    @property
    def turns(self) -> int:
        """Turns so far."""
        return self._turns

    @property
    def running(self) -> bool:
        """Whether a turn is in progress."""
        return self._running is not None

    def rotate_secret(self) -> str:
        """A new secret that resumes this session once; the old one is void."""
        self.secret = secrets.token_urlsafe(16)
        return f"{self.id}.{self.secret}"

    # What the visitor's page asks for

    async def ask(self, asked: Ask) -> None:
        """Start a turn; an unfinished older one is cut."""
        text = check_question(asked.text)
        await self.cut("barge_in")
        self.language = asked.language or self.language
        self.sound = self.sound if asked.sound is None else asked.sound
        self._turns += 1
        self._heard = 0
        now = self._means.clock.monotonic()
        self.active_at = now
        running = Running(f"t{self._turns}", text, self.language, started=now)
        self._running = running
        running.task = self._means.tasks.start(self._run(running), "turn")

    async def stop(self, turn: str) -> None:
        """Cut the running turn, if it is the one that is meant."""
        if self._running is not None and turn in {"", self._running.id}:
            await self.cut("visitor")

    def played(self, played: Played) -> None:
        """Remember how far the visitor has heard."""
        if self._running is not None and played.turn == self._running.id:
            self._heard = max(self._heard, min(played.sentence + 1, self._means.limits.sentences))

    def feedback(self, feedback: Feedback) -> None:
        """Record a thumb or a report on one of this conversation's turns."""
        check_note(feedback.note)
        number = feedback.turn.removeprefix("t")
        if not (number.isascii() and number.isdecimal() and 1 <= int(number[:9]) <= self._turns):
            raise MessageError("bad_message", "unknown_turn")
        self._means.journal.feedback(self.id, feedback)

    async def cut(self, reason: CutReason) -> None:
        """End the running turn with everything downstream, and say so."""
        running = self._running
        if running is None or running.task is None:
            return
        running.cut = running.cut or reason
        running.task.cancel()
        try:
            await asyncio.wait({running.task}, timeout=self._means.timeouts.cut)
            if not running.task.done():
                structlog.get_logger("session").error("turn_does_not_end", turn=running.id)
        finally:
            # A task that was cancelled before its first step never comes to its own end. Of one
            # that does not end, whatever it still sends is dropped: it no longer is the running.
            self._finish(running)
        if not running.ended:
            running.ended = True
            await self.send(Stopped(reason=running.cut), turn=running.id)

    async def finished(self) -> None:
        """Wait until no turn is running."""
        if self._running is not None and self._running.task is not None:
            await asyncio.wait({self._running.task})

    # What goes to the visitor's page

    async def send(self, message: ServerMessage, *, turn: str = "", audio: bytes = b"") -> None:
        """Stamp, keep for a replay, and send. Without a connection it is only kept."""
        self.seq += 1
        frame = encode(msgspec.structs.replace(message, turn=turn, seq=self.seq))
        # What was to be said at that moment is over when a page comes back, and a mouth's tracks
        # would push ten times as many words out of the replay.
        self._keep(b"" if isinstance(message, Speech) else frame)
        if self.outlet is not None:
            await self.outlet.send(frame, audio_frame(message, turn, audio=audio))

    async def notify(self, code: NoticeCode, name: str) -> None:
        """Send a notice in the visitor's language."""
        await self.send(Notice(code=code, text=phrase(name, self.language)))

    async def refuse(self, error: MessageError) -> None:
        """Say what was wrong with a message. Not part of the replay: it answers a message, and a
        flood of refusals must not push out answers."""
        if self.outlet is not None:
            text = phrase(error.phrase, self.language, **error.values)
            await self.outlet.send(encode(Error(code=error.code, text=text)))

    async def replay(self, last_seq: int) -> bool:
        """Send again what came after ``last_seq``; whether all of it was still there."""
        kept = [(seq, frame) for seq, frame in self._replay or () if seq > last_seq]
        for _, frame in kept:
            if frame and self.outlet is not None:
                await self.outlet.send(frame)
        return last_seq >= self.seq or bool(kept and kept[0][0] == last_seq + 1)

    def _keep(self, frame: bytes) -> None:
        if self._replay is None:
            self._replay = deque()
        self._replay.append((self.seq, frame))
        self._replay_bytes += len(frame)
        while self._replay_bytes > self._means.limits.replay_bytes:
            self._replay_bytes -= len(self._replay.popleft()[1])

    # The turn

    async def _run(self, running: Running) -> None:
        try:
            async with asyncio.timeout(self._means.timeouts.turn):
                await self._perform(running)
        except TimeoutError:
            await self._post(running, Stopped(reason="timeout"))
            running.cut = running.cut or "timeout"
        except Exception as error:
            # The edge of a turn's task: the visitor hears that it failed and can ask again.
            structlog.get_logger("session").error("turn_failed", turn=running.id, **failure(error))
            text = phrase("internal", running.language)
            await self._post(running, Error(code="internal", text=text))
            running.done = running.done or Done(outcome="error", tone="apologetic", confidence=0.0)
            await self._post(running, running.done)
        finally:
            self._finish(running)

    async def _perform(self, running: Running) -> None:
        await self._post(running, Accepted(text=running.text))
        means = self._means
        asked = Question(
            running.text, running.language, exchanges=self.exchanges, today=means.clock.now().date()
        )
        utterances: asyncio.Queue[Utterance | None] | None = None
        async with asyncio.TaskGroup() as group, AsyncExitStack() as stack:
            if means.open_mouth is not None:
                # Full: the sentence stays without a voice. One place more holds the end.
                utterances = asyncio.Queue(means.limits.sentences + 1)
                mouth = means.open_mouth(running.language, sound=self.sound)
                group.create_task(self._speak(running, mouth, utterances=utterances))
            turn = means.turn.run(asked)
            if self.sound and utterances is not None and means.spoken_label:
                turn = labelled(turn)
            async for message in _closed_by(stack, turn):
                match message:
                    case Done():
                        running.done = message
                    case Sources():
                        running.sources = message.items
                        await self._post(running, message)
                    case Sentence():
                        await self._post(running, message)
                        if utterances is not None and utterances.qsize() < means.limits.sentences:
                            utterances.put_nowait(_utterance(message))
                    case _:
                        await self._post(running, message)
            if utterances is not None:
                utterances.put_nowait(None)
        if running.done is None:
            raise RuntimeError("the turn ended without done")
        running.done = self._completed(running, running.done)
        await self._post(running, running.done)

    def _completed(self, running: Running, done: Done) -> Done:
        latency = dict(done.latency)
        if running.first_text is not None:
            latency["first_text"] = round((running.first_text - running.started) * 1000, 2)
        total = self._means.clock.monotonic() - running.started
        latency["total"] = round(total * 1000, 2)
        receipt = done.receipt or f"{secrets.token_hex(2)}-{secrets.token_hex(2)}"
        return msgspec.structs.replace(done, latency=latency, receipt=receipt)

    async def _post(self, running: Running, message: ServerMessage, *, audio: bytes = b"") -> None:
        """Send a message of a turn. A turn that was cut or has told its end says nothing more."""
        if self._running is not running or running.cut or running.ended:
            return
        running.ended = isinstance(message, Done | Stopped)
        if running.first_text is None and isinstance(message, Delta | Sentence | Clarify):
            running.first_text = self._means.clock.monotonic()
        try:
            await self.send(message, turn=running.id, audio=audio)
        except VisitorGoneError:
            # For the replay, in case that the visitor comes back.
            self.outlet = None
            running.cut = "disconnected"
            if not running.ended:
                running.ended = True
                await self.send(Stopped(reason="disconnected"), turn=running.id)
            if running.task is not None:
                running.task.cancel()

    async def _speak(
        self, running: Running, mouth: Mouth, *, utterances: asyncio.Queue[Utterance | None]
    ) -> None:
        """Give the turn its sound. When sound fails, the text goes on and the visitor is told."""
        try:
            async with asyncio.TaskGroup() as group, AsyncExitStack() as stack:
                group.create_task(_feed(mouth, utterances))
                async for voiced in _closed_by(stack, mouth.voiced()):
                    await self._post(running, voiced.speech, audio=voiced.audio)
                    reason = voiced.reason or voiced.notice
                    why = Notice(code="no_sound", text=voiced.notice, reason=reason)
                    await self._tell_sound(running, why, heard=bool(voiced.audio))
        except Exception as error:
            # The edge of the sound's task: whatever broke in it, the text goes on.
            structlog.get_logger("session").error("sound_failed", turn=running.id, **failure(error))
            words = phrase("no_sound", running.language)
            why = Notice(code="no_sound", text=words, reason="failed")
            await self._tell_sound(running, why, heard=False)

    async def _tell_sound(self, running: Running, why: Notice, *, heard: bool) -> None:
        """Tell a visitor who listens when sound goes missing, each reason once, and when what was
        told so is over. ``why``: without words where nothing is missing."""
        if not self.sound:
            return
        if why.text and not self._soundless:
            self._soundless = why.reason
            self._means.metrics.no_sound.inc()
            if why.reason not in self._been_soundless:
                await self._post(running, why)
        elif heard and self._soundless:
            over, self._soundless = self._soundless, ""
            if over not in self._been_soundless:
                self._been_soundless |= {over}
                text = phrase("sound_back", running.language)
                await self._post(running, Notice(code="sound_back", text=text))

    def _finish(self, running: Running) -> None:
        """Close the turn's books: memory, journal, counters, log. Done once for each turn."""
        if self._running is not running:
            return
        self._running = None
        means = self._means
        self.active_at = now = means.clock.monotonic()
        done = running.done
        outcome = done.outcome if done is not None else "stopped"
        if done is not None:
            exchange = Exchange(running.text, done.outcome, entries=done.entries)
            self.exchanges = (*self.exchanges, exchange)[-means.limits.exchanges :]
            done = done if done.receipt else self._completed(running, done)
        means.journal.turn(
            running.row(
                done,
                at=means.clock.now(),
                session=self.id,
                channel=self.channel,
                heard=self._heard,
            )
        )
        means.metrics.turns.labels(outcome, self.channel).inc()
        if running.cut:
            means.metrics.cut.labels(running.cut).inc()
        if running.first_text is not None:
            means.metrics.first_text.observe(running.first_text - running.started)
        means.metrics.turn_time.observe(now - running.started)
        structlog.get_logger("session").info(
            "turn",
            session=self.id,
            turn=running.id,
            channel=self.channel,
            outcome=outcome,
            cut=running.cut or "",
            milliseconds=round((now - running.started) * 1000),
        )


def _closed_by(stack: AsyncExitStack, stream: AsyncIterator[Item]) -> AsyncIterator[Item]:
    """The stream, closed with the stack when it is a generator."""
    if isasyncgen(stream):
        stack.push_async_callback(stream.aclose)
    return stream


async def _feed(mouth: Mouth, utterances: asyncio.Queue[Utterance | None]) -> None:
    while (utterance := await utterances.get()) is not None:
        await mouth.say(utterance)
    await mouth.finish()


def _utterance(sentence: Sentence) -> Utterance:
    return Utterance(
        sentence.sentence,
        sentence.text,
        language=sentence.language,
        tone=sentence.tone,
        intensity=sentence.intensity,
        published=sentence.locked,
    )
