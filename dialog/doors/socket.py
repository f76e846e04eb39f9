"""The conversation door: a ``websockets`` server. It carries frames; the session decides.

Compression stays off: it would multiply the memory of an idle connection.
"""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus

import structlog
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.protocol import State

from dialog.config import Settings
from dialog.doors.limits import Gate
from dialog.doors.origins import origin_allowed, visitor_address
from dialog.errors import AddressError, MessageError, VisitorGoneError
from dialog.logs import failure
from dialog.messages import Ask, ClientMessage, Error, Feedback, Hello, Played, Stop
from dialog.phrases import phrase
from dialog.reception import Reception
from dialog.session import Session
from dialog.wire import check_question, decode, encode

POLICY = 1008
INTERNAL = 1011
TRY_LATER = 1013
PROTOCOL_MISMATCH = 4002
"""Close codes beside those of the reception."""


class SocketOutlet:
    """A visitor's connection as a session sees it. A visitor who does not read in time is cut."""

    __slots__ = ("_connection", "_door")

    def __init__(self, connection: ServerConnection, door: SocketDoor) -> None:
        self._connection = connection
        self._door = door

    async def send(self, frame: bytes, audio: bytes = b"") -> None:
        if self._connection.state is not State.OPEN:
            # The library would wait until a peer that does not answer the close is given up.
            raise VisitorGoneError("closed")
        try:
            async with asyncio.timeout(self._door.write_seconds):
                await self._connection.send(frame, text=True)
                if audio:
                    await self._connection.send(audio)
        except TimeoutError as error:
            self._door.cut_slow(self._connection)
            raise VisitorGoneError("slow") from error
        except ConnectionClosed as error:
            raise VisitorGoneError("closed") from error

    async def close(self, code: int, reason: str) -> None:
        # Who closes already waits for the peer; a second one, at a stop, would wait beside them.
        if self._connection.state is State.OPEN:
            await self._connection.close(code, reason)


class SocketDoor:
    """Listens, admits visitors, and hands their messages to their session."""

    def __init__(self, reception: Reception, gate: Gate, *, settings: Settings) -> None:
        self._reception = reception
        self._gate = gate
        self._settings = settings
        self._trusted = settings.doors.networks()
        self._server: Server | None = None
        self._visits: set[ServerConnection] = set()
        self._log = structlog.get_logger("conversation")
        self._gauge = reception.means.metrics.connections.labels("conversation")
        self.write_seconds = settings.timeouts.write

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return next(iter(self._server.sockets)).getsockname()[1] if self._server else 0

    async def open(self) -> None:
        """Start to listen."""
        doors, timeouts, limits = (
            self._settings.doors,
            self._settings.timeouts,
            self._settings.limits,
        )
        # The library logs each broken handshake with a traceback; a stranger could fill the disk.
        quiet = logging.getLogger("websockets.server")
        quiet.setLevel(logging.CRITICAL)
        try:
            self._server = await serve(
                self._visit,
                doors.conversation_listen,
                doors.conversation_port,
                process_request=self._process_request,
                compression=None,
                server_header=None,
                open_timeout=timeouts.open,
                ping_interval=timeouts.ping,
                ping_timeout=timeouts.pong,
                close_timeout=timeouts.close,
                max_size=limits.frame_bytes,
                max_queue=4,  # Full: the library stops to read, and the visitor's sending waits.
                write_limit=limits.write_bytes,
                logger=quiet,
            )
        except OSError as error:
            raise AddressError(
                "conversation",
                doors.conversation_listen,
                port=doors.conversation_port,
                why=error.strerror or "",
            ) from error

    def refuse_new(self) -> None:
        """Stop to listen; open conversations go on."""
        if self._server is not None:
            self._server.close(close_connections=False)

    async def close(self) -> None:
        """Wait until all connections are closed."""
        if self._server is not None:
            self._server.close(close_connections=False)
            # The library's own list lacks those whose close the peer has not answered yet.
            for connection in self._visits:
                connection.transport.abort()
            await self._server.wait_closed()

    def cut_slow(self, connection: ServerConnection) -> None:
        """Drop a visitor who does not read; what waits for them is thrown away."""
        self._reception.means.metrics.slow.inc()
        connection.transport.abort()

    def _process_request(self, connection: ServerConnection, request: Request) -> Response | None:
        origin = request.headers.get("Origin")
        host = request.headers.get("Host", "")
        if origin_allowed(origin, host, self._settings.origins()):
            return None
        address = self._address(connection, request)
        self._refused("origin", address, detail=(origin or "")[:200])
        return connection.respond(HTTPStatus.FORBIDDEN, "This origin is not allowed.\n")

    def _address(self, connection: ServerConnection, request: Request | None) -> str:
        peer = str(connection.remote_address[0]) if connection.remote_address else ""
        forwarded = request.headers.get_all("X-Forwarded-For") if request is not None else []
        return visitor_address(peer, forwarded, self._trusted)

    def _refused(self, reason: str, address: str, *, session: str = "", detail: str = "") -> None:
        means = self._reception.means
        means.metrics.refused.labels(reason).inc()
        means.journal.security(f"refused_{reason}", address, session=session, detail=detail)

    async def _visit(self, connection: ServerConnection) -> None:
        """One connection from its first frame to its last."""
        self._visits.add(connection)
        try:
            await self._receive(connection)
        finally:
            self._visits.discard(connection)

    async def _receive(self, connection: ServerConnection) -> None:
        """Let the visitor in, where the limits allow it, until they leave."""
        address = self._address(connection, connection.request)
        outlet = SocketOutlet(connection, self)
        try:
            self._gate.enter(address, self._now())
        except MessageError as error:
            self._refused(error.code, address)
            await self._turn_away(outlet, error, code=TRY_LATER)
            return
        self._gauge.inc()
        try:
            await self._converse(connection, outlet, address=address)
        except (VisitorGoneError, ConnectionClosed):
            pass  # It ended while something was sent or awaited; the books are closed by now.
        except Exception as error:
            # The edge of a connection's task: one visitor's fault must not end the door.
            self._log.error("connection_failed", **failure(error))
            await outlet.close(INTERNAL, "internal error")
        finally:
            self._gauge.dec()
            self._gate.leave(address)

    async def _converse(
        self, connection: ServerConnection, outlet: SocketOutlet, *, address: str
    ) -> None:
        session = await self._welcome(connection, outlet, address=address)
        if session is None:
            return
        began = self._now()
        log = self._log.bind(session=session.id, channel=session.channel)
        log.info("connect", language=session.language)
        try:
            await self._listen(connection, outlet, session=session)
        finally:
            self._gate.forget(session.id)
            await self._reception.leave(session, outlet)
            seconds = round(self._now() - began, 1)
            log.info("close", code=connection.close_code, seconds=seconds, turns=session.turns)

    async def _welcome(
        self, connection: ServerConnection, outlet: SocketOutlet, *, address: str
    ) -> Session | None:
        """Wait for ``hello`` and admit the visitor; ``None`` when that failed and was said."""
        seconds = self._settings.timeouts.hello
        try:
            async with asyncio.timeout(seconds):
                frame = await connection.recv()
        except TimeoutError:
            error = MessageError("bad_message", "hello_late", seconds=round(seconds))
            await self._turn_away(outlet, error, code=POLICY)
            return None
        try:
            hello = decode(frame)
            if not isinstance(hello, Hello):
                raise MessageError("bad_message", "hello_first")
            return await self._reception.admit(hello, outlet, address=address)
        except MessageError as error:
            self._refused(error.code, address)
            code = PROTOCOL_MISMATCH if error.code == "protocol" else POLICY
            await self._turn_away(outlet, error, code=TRY_LATER if error.code == "busy" else code)
            return None

    async def _listen(
        self, connection: ServerConnection, outlet: SocketOutlet, *, session: Session
    ) -> None:
        """Take the visitor's messages until the end. Too many bad ones in a row end it."""
        strikes = 0
        async for frame in connection:
            try:
                self._gate.message(session.id, self._now())
                message = decode(frame)
                await self._take(session, message)
            except MessageError as error:
                strikes += 1
                self._reception.means.metrics.refused.labels(error.code).inc()
                await session.refuse(error)
                if strikes >= self._settings.limits.bad_messages:
                    self._refused("strikes", session.address, session=session.id, detail=str(error))
                    last = MessageError("too_many", "too_many_mistakes", limit=strikes)
                    await session.refuse(last)
                    await connection.close(POLICY, "too many refused messages")
                    return
            else:
                strikes = 0 if isinstance(message, Ask) else strikes
                session.active_at = self._now()

    async def _take(self, session: Session, message: ClientMessage) -> None:
        match message:
            case Hello():
                raise MessageError("bad_message", "hello_again")
            case Ask():
                await take_question(session, message, reception=self._reception, gate=self._gate)
            case Stop():
                await session.stop(message.turn)
            case Played():
                session.played(message)
            case Feedback():
                session.feedback(message)

    async def _turn_away(self, outlet: SocketOutlet, error: MessageError, *, code: int) -> None:
        """Say why in both languages, as the visitor's own is not known yet, and close."""
        words = (
            phrase(error.phrase, "zh", **error.values),
            phrase(error.phrase, "en", **error.values),
        )
        await outlet.send(encode(Error(code=error.code, text=" / ".join(words))))
        await outlet.close(code, error.code)

    def _now(self) -> float:
        return self._reception.means.clock.monotonic()


async def take_question(session: Session, asked: Ask, *, reception: Reception, gate: Gate) -> None:
    """Start a turn within the limits. Every door of the conversation asks through here."""
    if reception.closing:
        raise MessageError("busy", "closing")
    check_question(asked.text)
    now = reception.means.clock.monotonic()
    gate.question(session.id, session.address, session.channel, now=now)
    await session.ask(asked)
