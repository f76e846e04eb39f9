"""A question by POST whose answer streams, for networks that block WebSocket, and thumbs and
reports by POST. Same session code.

Lines of JSON, or server-sent events when the page asks for ``text/event-stream``. The secret that
goes on with the conversation travels in the body. Sound is fetched by its hash.
"""

from __future__ import annotations

import asyncio
import re

from aiohttp import web

from dialog.config import Settings
from dialog.doors.limits import Gate
from dialog.doors.socket import take_question
from dialog.errors import MessageError, VisitorGoneError
from dialog.messages import Error as ErrorMessage
from dialog.messages import ErrorCode, Posted
from dialog.phrases import phrase
from dialog.reception import Reception
from dialog.wire import check_note, check_question, decode_feedback, decode_posted, encode
from knowledge.types import Language

STATUS: dict[ErrorCode, int] = {
    "too_fast": 429,
    "too_many": 503,
    "busy": 503,
    "not_allowed": 403,
    "internal": 500,
}

RECEIPT = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{3,39}")
"""What a turn's receipt looks like."""


class StreamOutlet:
    """A streaming response as a session sees it; the response starts with the first message."""

    def __init__(self, request: web.Request, *, seconds: float) -> None:
        self._request = request
        self._seconds = seconds
        self._events = "text/event-stream" in request.headers.get("Accept", "")
        self.response: web.StreamResponse | None = None

    async def send(self, frame: bytes, audio: bytes = b"") -> None:
        """Send a message; sound is not sent along, the page fetches it by its hash."""
        line = b"data: " + frame + b"\n\n" if self._events else frame + b"\n"
        try:
            async with asyncio.timeout(self._seconds):
                response = self.response or await self._begin()
                await response.write(line)
        except TimeoutError as error:
            if self._request.transport is not None:
                self._request.transport.abort()
            raise VisitorGoneError("slow") from error
        except ConnectionError as error:
            raise VisitorGoneError("closed") from error

    async def close(self, code: int, reason: str) -> None:
        """The response ends when its turn does."""

    async def _begin(self) -> web.StreamResponse:
        kind = "text/event-stream" if self._events else "application/x-ndjson"
        headers = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
        self.response = web.StreamResponse(headers=headers)
        await self.response.prepare(self._request)
        return self.response


class PostDoor:
    """Answers POSTs; limits count them as connections and questions like any other."""

    def __init__(self, reception: Reception, gate: Gate, *, settings: Settings) -> None:
        self._reception = reception
        self._gate = gate
        self._settings = settings

    async def answer(self, request: web.Request, *, address: str) -> web.StreamResponse:
        """One question and its whole answer."""
        language: Language = "zh"
        entered = False
        means = self._reception.means
        try:
            posted = decode_posted(await self._read(request))
            language = posted.ask.language or posted.hello.language
            check_question(posted.ask.text)
            self._gate.enter(address, means.clock.monotonic())
            entered = True
            means.metrics.connections.labels("post").inc()
            return await self._stream(request, posted, address=address)
        except MessageError as error:
            return self._refusal(error, language)
        finally:
            if entered:
                self._gate.leave(address)
                means.metrics.connections.labels("post").dec()

    async def take_feedback(self, request: web.Request, *, address: str) -> web.Response:
        """A thumb or a report on a turn that the visitor can show to be theirs."""
        language: Language = "zh"
        means = self._reception.means
        try:
            self._gate.feedback(address, means.clock.monotonic())
            posted = decode_feedback(await self._read(request))
            session = self._reception.known(posted.secret)
            if session is not None:
                language = session.language
                session.feedback(posted.feedback)
            elif RECEIPT.fullmatch(posted.receipt):
                check_note(posted.feedback.note)
                means.journal.feedback("", posted.feedback, receipt=posted.receipt)
            else:
                means.journal.security("feedback_refused", address)
                raise MessageError("not_allowed", "unknown_turn")
        except MessageError as error:
            return self._refusal(error, language)
        return web.Response(status=204)

    def _refusal(self, error: MessageError, language: Language) -> web.Response:
        self._reception.means.metrics.refused.labels(error.code).inc()
        text = phrase(error.phrase, language, **error.values)
        body = encode(ErrorMessage(code=error.code, text=text))
        status = STATUS.get(error.code, 400)
        return web.Response(body=body, status=status, content_type="application/json")

    async def _read(self, request: web.Request) -> bytes:
        if request.content_type != "application/json":
            # A form on another site cannot send this type without asking first.
            raise MessageError("bad_message", "json_only")
        try:
            async with asyncio.timeout(self._settings.timeouts.hello):
                return await request.read()
        except web.HTTPRequestEntityTooLarge as error:
            limit = self._settings.limits.frame_bytes
            raise MessageError("too_long", "body_too_long", limit=limit) from error
        except TimeoutError as error:
            raise MessageError("bad_message", "bad_json") from error

    async def _stream(
        self, request: web.Request, posted: Posted, *, address: str
    ) -> web.StreamResponse:
        outlet = StreamOutlet(request, seconds=self._settings.timeouts.write)
        session = await self._reception.admit(posted.hello, outlet, address=address, streamed=True)
        try:
            await take_question(session, posted.ask, reception=self._reception, gate=self._gate)
            await session.finished()
        except MessageError as error:
            await session.refuse(error)
        except VisitorGoneError:
            pass  # The visitor closed the response; leaving cuts what still runs.
        finally:
            await self._reception.leave(session, outlet)
        response = outlet.response
        if response is None:
            raise web.HTTPInternalServerError
        return response
