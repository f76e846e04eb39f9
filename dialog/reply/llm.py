"""A language model behind an OpenAI-style HTTP server, such as vLLM. Knows nothing of evidence.

Everything that such a server was seen to do wrong ends as one ``ModelError``: refusing at once,
inside a stream of status 200 too, hanging before or between tokens, dying in mid-stream, cutting
the answer short.
Neither the key nor any words of a visitor are ever logged.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

import aiohttp
import msgspec
import structlog
from aiohttp.http import HttpProcessingError

from dialog.clock import Clock
from dialog.config import Model
from dialog.errors import ModelError, ModelFault
from dialog.reply.prompt import Limits, Message

log = structlog.get_logger(__name__)

FAILURES = 3
"""Failures in a row after which the server is left in peace."""
LONGEST_REST = 8
"""How many times ``model.rest`` the rest may become while the server stays ill."""
LINE_BYTES = 65_536
"""Longest line of a stream; a longer one is no token."""
CANARY = (Message("user", "1"),)
CANARY_LIMITS = Limits(tokens=1)

CountFault = Callable[[ModelFault], None]


class _Delta(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Chunk(msgspec.Struct, frozen=True):
    """One event. Its error is an object from some servers and a text from others."""

    choices: tuple[_Choice, ...] = ()
    error: msgspec.Raw = msgspec.Raw()


class _Failure(msgspec.Struct, frozen=True):
    """An error that is an object. Its code is the status that HTTP would have had."""

    code: int


_decoder = msgspec.json.Decoder(_Chunk)
_failures = msgspec.json.Decoder(_Failure)


class Patience:
    """Deadlines of one answer: to the first token, from token to token, and to its end."""

    def __init__(self, settings: Model) -> None:
        self._settings = settings
        self._time = asyncio.get_running_loop().time
        now = self._time()
        self._end = now + settings.whole
        self._next = now + settings.first_token

    def token(self) -> None:
        """A token came; wait for the next one."""
        self._next = self._time() + self._settings.between_tokens

    def deadline(self) -> float:
        """The loop's time until which the next token must be there."""
        return min(self._next, self._end)


class Breaker:
    """Leaves an ill server in peace. After a rest one canary is sent, before any visitor."""

    def __init__(self, clock: Clock, rest: float) -> None:
        self._clock = clock
        self._rest = rest
        self._failures = 0
        self._opened = 0
        self._until = 0.0
        self._probing = False

    @property
    def closed(self) -> bool:
        """Whether the server counts as well."""
        return self._opened == 0

    @property
    def may_try(self) -> bool:
        """Whether a call, or its canary, may go out now."""
        return self.closed or (not self._probing and self._clock.monotonic() >= self._until)

    def probe(self) -> None:
        """A canary goes out."""
        self._probing = True

    def probed(self) -> None:
        """The canary is back, whatever it says."""
        self._probing = False

    def succeeded(self) -> None:
        """An answer came whole."""
        self._failures = self._opened = 0

    def failed(self, *, hopeless: bool) -> None:
        """A call failed; ``hopeless``: the next one would fail alike."""
        self._failures += 1
        if hopeless or self._failures >= FAILURES or not self.closed:
            self._opened += 1
            times = min(2 ** (self._opened - 1), LONGEST_REST)
            self._until = self._clock.monotonic() + self._rest * times


class HttpModel:
    """The server named in the configuration. A call has a connection of its own: closing it is
    what stops the model's work when a visitor goes on to the next question."""

    def __init__(self, settings: Model, *, clock: Clock, count: CountFault) -> None:
        self._settings = settings
        self._url = f"{settings.url.rstrip('/')}/chat/completions"
        self._headers = {"Accept": "text/event-stream"}
        if key := settings.key():
            self._headers["Authorization"] = f"Bearer {key}"
        self._count = count
        self._breaker = Breaker(clock, settings.rest)
        self._running = 0

    def healthy(self) -> bool:
        """Whether asking now has a chance: not resting, not full."""
        return self._breaker.may_try and self._running < self._settings.at_once

    async def stream(self, chat: Sequence[Message], limits: Limits) -> AsyncGenerator[str]:
        """The answer's text as it comes; ``ModelError`` unless it ends whole."""
        if not self.healthy():
            raise ModelError("busy" if self._breaker.may_try else "resting")
        self._running += 1
        try:
            if not self._breaker.closed:
                await self._send_canary()
            async with aclosing(self._answer(chat, limits)) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            self._running -= 1

    async def _send_canary(self) -> None:
        """Ask for one token. A server that is alive and generates nothing fails here."""
        self._breaker.probe()
        try:
            async with aclosing(self._answer(CANARY, CANARY_LIMITS)) as pieces:
                async for _ in pieces:
                    pass
        except ModelError as error:
            # One token is all that was asked for: cut short is well.
            if error.fault != "truncated":
                raise
        finally:
            self._breaker.probed()

    async def _answer(self, chat: Sequence[Message], limits: Limits) -> AsyncGenerator[str]:
        """One call, with its outcome told to the breaker, the counters and the log."""
        name = uuid.uuid4().hex
        try:
            async with aclosing(self._call(name, chat, limits)) as pieces:
                async for piece in pieces:
                    yield piece
        except ModelError as error:
            self._count(error.fault)
            log.warning("model.failed", fault=error.fault, status=error.status, request=name)
            if error.blames_server:
                self._breaker.failed(hopeless=error.fault == "misconfigured")
            else:
                self._breaker.succeeded()
            raise
        else:
            self._breaker.succeeded()

    async def _call(
        self, name: str, chat: Sequence[Message], limits: Limits
    ) -> AsyncGenerator[str]:
        patience = Patience(self._settings)
        session = aiohttp.ClientSession(
            headers={**self._headers, "X-Request-Id": name},
            timeout=aiohttp.ClientTimeout(total=None),
            read_bufsize=LINE_BYTES,
        )
        response: aiohttp.ClientResponse | None = None
        try:
            async with asyncio.timeout_at(patience.deadline()):
                response = await session.post(
                    self._url, json=self._body(chat, limits), allow_redirects=False
                )
            if response.status != 200:
                raise ModelError(_fault_of(response.status), response.status)
            if response.content_type != "text/event-stream":
                raise ModelError("broken", response.status)
            async with aclosing(_pieces(response.content, patience)) as pieces:
                async for piece in pieces:
                    yield piece
        except TimeoutError as error:
            raise ModelError("slow") from error
        except (aiohttp.ClientError, HttpProcessingError, OSError, ValueError) as error:
            # The second and the last: a line without end, or bytes that are no chunks.
            raise ModelError("broken") from error
        finally:
            if response is not None:
                response.close()
            await session.close()

    def _body(self, chat: Sequence[Message], limits: Limits) -> dict[str, object]:
        return {
            "model": self._settings.model,
            "messages": [{"role": m.role, "content": m.content} for m in chat],
            "max_tokens": limits.tokens,
            "temperature": 0,
            "stream": True,
            "stream_options": {"include_usage": True},
            "priority": limits.priority,
            # The evidence is to be quoted, not thought about; a thinking model would let the
            # visitor wait. Templates that know no such switch leave it alone.
            "chat_template_kwargs": {"enable_thinking": False},
        }


async def _pieces(content: aiohttp.StreamReader, patience: Patience) -> AsyncGenerator[str]:
    """The texts of an event stream. Ends only after ``finish_reason: stop``."""
    finished = False
    while True:
        async with asyncio.timeout_at(patience.deadline()):
            line = await content.readline()
        if not line:
            break
        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            break
        chunk = _decode(data)
        if bytes(chunk.error) not in (b"", b"null") and not finished:
            raise _error_of(chunk.error)
        for choice in chunk.choices:
            if choice.delta.content:
                patience.token()
                yield choice.delta.content
            if choice.finish_reason == "length":
                raise ModelError("truncated")
            if choice.finish_reason is not None and choice.finish_reason != "stop":
                raise ModelError("broken")
            finished = finished or choice.finish_reason == "stop"
    if not finished:
        raise ModelError("broken")


def _decode(data: bytes) -> _Chunk:
    # Bytes of a character that was cut in two become U+FFFD; the ground check withholds those.
    try:
        return _decoder.decode(data.decode("utf-8", "replace"))
    except msgspec.DecodeError as error:
        raise ModelError("broken") from error


def _error_of(told: msgspec.Raw) -> ModelError:
    """What an error inside a stream means. A server that has answered 200 already can refuse only
    here: vLLM does so when its queue is full."""
    try:
        code = _failures.decode(told).code
    except msgspec.DecodeError:
        code = 0
    return ModelError(_fault_of(code) if code >= 400 else "broken", code)


def _fault_of(status: int) -> ModelFault:
    if status in (429, 503):
        return "overloaded"
    if status in (400, 413, 422):
        return "refused"
    return "broken" if status >= 500 else "misconfigured"
