"""Carries ``/ws`` of the pages door to the conversation door, frame by frame, both ways.

No queue of its own: each way reads one message, writes it, and only then reads the next one, so
that a slow side slows the other through the sockets' own bounded buffers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import aiohttp
from aiohttp import ClientWebSocketResponse, WSMsgType, web

from dialog.config import Settings

TRY_LATER = 1013
Socket = web.WebSocketResponse | ClientWebSocketResponse


class Relay:
    """Opens one connection to the conversation door for each visitor's."""

    def __init__(self, settings: Settings, *, port: int) -> None:
        host = settings.doors.conversation_listen
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared only
        bracketed = f"[{host}]" if ":" in host else host
        self._url = f"http://{bracketed}:{port}/"
        self._settings = settings
        self._client: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        """Make ready to connect."""
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        self._client = aiohttp.ClientSession(connector=connector, auto_decompress=False)

    async def close(self) -> None:
        """Close all connections to the conversation door."""
        if self._client is not None:
            await self._client.close()

    async def carry(self, request: web.Request, *, address: str) -> web.StreamResponse:
        """Relay one visitor, whose origin was checked, until either side closes."""
        if self._client is None:
            raise web.HTTPServiceUnavailable(text="not ready\n")
        timeouts, limits = self._settings.timeouts, self._settings.limits
        headers = {"X-Forwarded-For": address}
        visitor = web.WebSocketResponse(
            timeout=timeouts.close,
            heartbeat=timeouts.ping,
            compress=False,
            max_msg_size=limits.frame_bytes,
        )
        visitor_ready = visitor.can_prepare(request)
        if not visitor_ready.ok:
            raise web.HTTPUpgradeRequired(text="This address speaks WebSocket.\n")
        try:
            async with asyncio.timeout(timeouts.relay):
                upstream = await self._connect(headers)
        except aiohttp.WSServerHandshakeError as error:
            raise web.HTTPForbidden(text="refused\n") from error
        except (TimeoutError, aiohttp.ClientError) as error:
            raise web.HTTPBadGateway(text="the conversation door does not answer\n") from error
        async with upstream:
            await visitor.prepare(request)
            await self._both_ways(visitor, upstream)
        return visitor

    async def _connect(self, headers: Mapping[str, str]) -> ClientWebSocketResponse:
        assert self._client is not None
        return await self._client.ws_connect(self._url, headers=headers, compress=0, max_msg_size=0)

    async def _both_ways(self, visitor: Socket, upstream: Socket) -> None:
        """Two pumps; when one ends, its close code is passed on, which ends the other."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._pump(visitor, upstream))
            group.create_task(self._pump(upstream, visitor))

    async def _pump(self, source: Socket, target: Socket) -> None:
        try:
            async for message in source:
                async with asyncio.timeout(self._settings.timeouts.write):
                    if message.type is WSMsgType.TEXT:
                        await target.send_str(message.data)
                    elif message.type is WSMsgType.BINARY:
                        await target.send_bytes(message.data)
        except (TimeoutError, ConnectionError, aiohttp.ClientError):
            await source.close(code=TRY_LATER)
        await target.close(code=_passed_on(source.close_code))


def _passed_on(code: int | None) -> int:
    """A close code that may be sent: some only describe what happened here."""
    return code if code is not None and code not in {1005, 1006, 1015} else 1000
