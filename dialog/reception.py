"""Who is here: opens, resumes, keeps and ends conversations, for every door alike.

Sessions never see one another. One sweep looks at idle, detached and long conversations, so that a
waiting visitor costs no timer of their own.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from datetime import date
from types import TracebackType

import structlog

from dialog.config import Settings
from dialog.config_file import CHANNELS
from dialog.errors import MessageError, VisitorGoneError
from dialog.messages import PROTOCOL, QUESTION_LIMIT, Hello, NoticeCode, Welcome
from dialog.phrases import LABEL
from dialog.seams import Means, Outlet
from dialog.session import Session
from dialog.tasks import Tasks, guarded
from dialog.wire import check_protocol, encode, shown
from knowledge.types import Profile

OpenMeans = Callable[[Tasks], Means]

GOING_AWAY = 1001
TAKEN_OVER = 4000
IDLE = 4001
"""Close codes: the service stops; the conversation was resumed elsewhere; idle for too long."""


class Reception:
    """All conversations of one running product. An async context: inside it, turns may run."""

    def __init__(
        self, settings: Settings, open_means: OpenMeans, *, profile: Callable[[], Profile]
    ) -> None:
        self._settings = settings
        self._open_means = open_means
        self._profile = profile
        self._sessions: dict[str, Session] = {}
        self._detached: dict[str, Session] = {}
        self._channels = (*CHANNELS, *settings.embed.channels)
        self._tasks = Tasks()
        self._means: Means | None = None
        self._sweeper: asyncio.Task[None] | None = None
        self._purged: date | None = None
        self.closing = False
        self._log = structlog.get_logger("reception")

    async def __aenter__(self) -> Reception:
        await self._tasks.__aenter__()
        self._means = self._open_means(self._tasks)
        self._sweeper = self._tasks.start(self._sweep(), "sweep")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._sweeper is not None:
            self._sweeper.cancel()
        await self._tasks.__aexit__(kind, error, trace)

    @property
    def means(self) -> Means:
        """What the sessions work with."""
        if self._means is None:
            raise RuntimeError("the reception is not open")
        return self._means

    def __len__(self) -> int:
        return len(self._sessions)

    def sessions(self) -> list[Session]:
        """The conversations that are kept, oldest first."""
        return list(self._sessions.values())

    async def admit(
        self, hello: Hello, outlet: Outlet, *, address: str, streamed: bool = False
    ) -> Session:
        """Open a conversation, or resume the one that the secret stands for; says welcome.

        ``streamed``: the visitor comes with a request for each question, so that coming back is
        no news, and a ``last_seq`` of 0 asks for no replay.
        """
        check_protocol(*hello.protocol)
        if self.closing:
            raise MessageError("busy", "closing")
        if hello.channel not in self._channels:
            known = ", ".join(self._channels)
            raise MessageError("not_allowed", "channel", name=shown(hello.channel), known=known)
        session = self._find(hello.secret)
        resumed = session is not None
        if session is None:
            if hello.secret:
                self.means.journal.security("resume_refused", address)
            session = Session(
                self.means, language=hello.language, sound=hello.sound, channel=hello.channel
            )
        elif session.outlet is not None:
            await self._take_over(session, session.outlet)
        # Also for a resumed one: while it changed hands, its old connection may have given it up.
        self._sessions[session.id] = session
        self._detached.pop(session.id, None)
        session.address, session.outlet = address, outlet
        session.language, session.sound = hello.language, hello.sound
        session.active_at = self.means.clock.monotonic()
        self.means.metrics.sessions.set(len(self._sessions))
        self.means.journal.security("connected", address, session=session.id, detail=hello.channel)
        await outlet.send(encode(self._welcome(session, resumed=resumed)))
        if resumed and (hello.last_seq or not streamed):
            whole = await session.replay(hello.last_seq)
        else:
            whole = True
        if resumed and not (streamed and whole):
            await session.notify("reconnected", "reconnected" if whole else "reconnected_gap")
        return session

    def known(self, secret: str) -> Session | None:
        """The conversation that a secret stands for; the secret stays good."""
        return self._find(secret)

    async def leave(self, session: Session, outlet: Outlet) -> None:
        """The connection ended: cut its turn, and keep the conversation for a while."""
        if session.outlet is not outlet and session.outlet is not None:
            return  # It was resumed through another connection.
        session.outlet = None
        self.means.journal.security("left", session.address, session=session.id)
        await session.cut("disconnected")
        if session.id not in self._sessions:
            return
        if not session.turns or self.closing:
            # Nothing to come back to; keeping it would only push out other visitors' sessions.
            self._end(session)
            return
        session.detached_at = self.means.clock.monotonic()
        self._detached[session.id] = session
        while len(self._detached) > self._settings.limits.detached:
            self._end(next(iter(self._detached.values())))

    async def stop(self) -> None:
        """Refuse what is new, let running turns finish for a while, cut the rest, say goodbye."""
        self.closing = True
        sessions = list(self._sessions.values())
        running = [session for session in sessions if session.running]
        try:
            async with asyncio.timeout(self._settings.timeouts.stop):
                for session in running:
                    await session.finished()
        except TimeoutError:
            self._log.info("turns_cut_at_stop")
        async with asyncio.TaskGroup() as group:
            for session in sessions:
                group.create_task(self._dismiss(session))

    def _find(self, secret: str) -> Session | None:
        name, _, token = secret.partition(".")
        session = self._sessions.get(name)
        if session is None or not hmac.compare_digest(session.secret.encode(), token.encode()):
            return None
        return session

    async def _take_over(self, session: Session, outlet: Outlet) -> None:
        """A newer connection resumes a session whose older one still seems open."""
        session.outlet = None
        await session.cut("disconnected")
        self._tasks.start(outlet.close(TAKEN_OVER, "resumed elsewhere"), "take over")

    def _welcome(self, session: Session, *, resumed: bool) -> Welcome:
        profile = self._profile()
        chinese = session.language == "zh"
        return Welcome(
            protocol=PROTOCOL,
            session=session.id,
            secret=session.rotate_secret(),
            resumed=resumed,
            assistant=(not chinese and profile.assistant_english) or profile.assistant,
            exchange=(not chinese and profile.exchange_english) or profile.exchange,
            greeting=profile.greeting if chinese else profile.greeting_english,
            label=LABEL[session.language],
            starters=profile.starters if chinese else profile.starters_english,
            question_limit=QUESTION_LIMIT,
            sound=self.means.open_mouth is not None,
            samples=self._settings.samples,
        )

    def _end(self, session: Session) -> None:
        self._sessions.pop(session.id, None)
        self._detached.pop(session.id, None)
        self.means.metrics.sessions.set(len(self._sessions))

    async def _sweep(self) -> None:
        """Look at all conversations again and again."""
        means = self.means
        while True:
            await means.clock.sleep(self._settings.timeouts.sweep)
            await guarded(self._look_around(), "sweep")

    async def _look_around(self) -> None:
        means = self.means
        now = means.clock.monotonic()
        for session in self.sessions():
            self._look_at(session, now)
        today = means.clock.now().date()
        if self._purged not in {None, today}:
            means.journal.purge()
        self._purged = today

    def _look_at(self, session: Session, now: float) -> None:
        timeouts = self._settings.timeouts
        if session.outlet is None:
            if session.id in self._detached and now - session.detached_at >= timeouts.resume:
                self._end(session)
        elif not session.running and now - session.active_at >= timeouts.idle:
            self._end(session)
            self._tasks.start(self._say_goodbye(session, "idle", code=IDLE), "idle")
        elif now - session.reminded_at >= timeouts.reminder:
            session.reminded_at = now
            self._tasks.start(self._tell(session, "two_hours", "two_hours"), "reminder")

    async def _tell(self, session: Session, code: NoticeCode, name: str) -> None:
        try:
            await session.notify(code, name)
        except VisitorGoneError:
            session.outlet = None

    async def _say_goodbye(self, session: Session, name: str, *, code: int) -> None:
        outlet = session.outlet
        if outlet is not None:
            await self._tell(session, "closing", name)
            await outlet.close(code, name)

    async def _dismiss(self, session: Session) -> None:
        try:
            await session.cut("closing")
        except VisitorGoneError:
            session.outlet = None
        await self._say_goodbye(session, "closing", code=GOING_AWAY)
        self._end(session)
