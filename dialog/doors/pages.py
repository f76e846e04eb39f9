"""The pages door: the visitors' page, the widget, sound by its hash, the relay to the conversation
door, and the question by POST whose answer streams.

It works on plain http in a local network. ``Host`` is not restricted: nothing here trusts it with
more than the comparison of a page's origin.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from aiohttp import web

from dialog.config import Settings
from dialog.doors.limits import Gate
from dialog.doors.origins import origin_allowed, visitor_address
from dialog.doors.post import PostDoor
from dialog.doors.relay import Relay
from dialog.reception import Reception

STATIC = Path(__file__).resolve().parents[2] / "static"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".mp3": "audio/mpeg",
    ".webmanifest": "application/manifest+json",
}
"""What may leave the folder, by suffix, and as what. Everything else stays inside."""
HIDDEN = frozenset({"staff", "tests", "node_modules"})
"""Folders of ``static`` that this door does not serve."""
HASH = re.compile(r"[0-9a-f]{64}")
HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")

FindAudio = Callable[[str], bytes | None]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PagesParts(msgspec.Struct, frozen=True):
    """What the pages door works with. ``healthy``: whether visitors can be served."""

    reception: Reception
    gate: Gate
    relay: Relay | None
    find_audio: FindAudio
    healthy: Callable[[], bool]
    static: Path = STATIC


def read_static(folder: Path) -> dict[str, Path]:
    """The files that may be served, by their path under ``/static/``. The list is made once, so
    that no request can name a file outside it."""
    files: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        secret = any(part in HIDDEN or part.startswith((".", "__")) for part in parts)
        if path.suffix in TYPES and path.is_file() and not secret:
            files["/".join(parts)] = path
    return files


def pages_app(parts: PagesParts, settings: Settings) -> web.Application:
    """The application of the pages door. Reads the list of files: call it in a thread."""
    pages = Pages(parts, settings)
    app = web.Application(client_max_size=settings.limits.frame_bytes)
    app.router.add_get("/", pages.page)
    app.router.add_get("/embed.js", pages.embed)
    app.router.add_get("/static/{name:.+}", pages.file)
    app.router.add_get("/healthz", pages.health)
    app.router.add_get("/ws", pages.relay)
    app.router.add_post("/ask", pages.ask)
    app.router.add_post("/feedback", pages.feedback)
    app.router.add_get("/audio/{id}", pages.audio)
    app.on_response_prepare.append(pages.secure)
    return app


class Pages:
    """The handlers."""

    def __init__(self, parts: PagesParts, settings: Settings) -> None:
        self._parts = parts
        self._settings = settings
        self._files = read_static(parts.static)
        self._trusted = settings.doors.networks()
        self._post = PostDoor(parts.reception, parts.gate, settings=settings)

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The visitors' page. A frame on a site that is not listed gets nothing; browsers that do
        not name the site are held by ``frame-ancestors``."""
        referrer = urlsplit(request.headers.get("Referer", ""))
        if request.headers.get("Sec-Fetch-Dest") == "iframe" and referrer.scheme:
            origin = f"{referrer.scheme}://{referrer.netloc}"
            if not self._allowed(request, origin):
                self._refuse(request, origin)
                raise web.HTTPForbidden(text="This site may not embed the assistant.\n")
        return self._serve("index.html")

    async def embed(self, request: web.Request) -> web.StreamResponse:
        """The widget's script, which other sites load."""
        response = self._serve("embed.js")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file of the page."""
        return self._serve(request.match_info["name"])

    async def health(self, request: web.Request) -> web.StreamResponse:
        """Whether visitors can be served; nothing else."""
        healthy = self._parts.healthy()
        headers = {"Cache-Control": "no-store"}
        status = 200 if healthy else 503
        return web.Response(text="ok\n" if healthy else "not ok\n", status=status, headers=headers)

    async def relay(self, request: web.Request) -> web.StreamResponse:
        """``/ws``, carried to the conversation door."""
        if self._parts.relay is None:
            raise web.HTTPMisdirectedRequest(
                text="With doors.public_url set, the reverse proxy must send /ws to the "
                "conversation door.\n"
            )
        self._access_origin(request)
        if self._parts.reception.closing:
            raise web.HTTPServiceUnavailable(text="stopping\n")
        return await self._parts.relay.carry(request, address=self._address(request))

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """A question by POST."""
        self._access_origin(request)
        return await self._post.answer(request, address=self._address(request))

    async def feedback(self, request: web.Request) -> web.StreamResponse:
        """A thumb or a report by POST."""
        self._access_origin(request)
        return await self._post.take_feedback(request, address=self._address(request))

    async def audio(self, request: web.Request) -> web.StreamResponse:
        """Sound by its content hash, fetched again after a reconnect."""
        name = request.match_info["id"]
        audio = None
        if HASH.fullmatch(name):
            audio = await asyncio.to_thread(self._parts.find_audio, name)
        if audio is None:
            raise web.HTTPNotFound(text="no such sound\n")
        mp3 = audio[:3] == b"ID3" or (audio[:1] == b"\xff" and audio[1:2] >= b"\xe0")
        kind = "audio/mpeg" if mp3 else "application/octet-stream"
        headers = {"Cache-Control": "private, max-age=31536000, immutable"}
        return web.Response(body=audio, content_type=kind, headers=headers)

    async def secure(self, request: web.Request, response: web.StreamResponse) -> None:
        """The security headers of every response."""
        headers = response.headers
        headers["Content-Security-Policy"] = self._policy(request.host)
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not self._settings.embed.origins:
            headers["X-Frame-Options"] = "SAMEORIGIN"
        headers.pop("Server", None)

    def _policy(self, host: str) -> str:
        # Some browsers do not count ws: of the same host as 'self'.
        sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
        ancestors = " ".join(("'self'", *self._settings.embed.origins))
        return (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            f"font-src 'self'; media-src 'self' blob:; connect-src 'self'{sockets}; "
            "manifest-src 'self'; base-uri 'none'; form-action 'none'; "
            f"frame-ancestors {ancestors}"
        )

    def _serve(self, name: str) -> web.StreamResponse:
        path = self._files.get(name)
        if path is None:
            raise web.HTTPNotFound(text="not found\n")
        # Revalidated by ETag on each load, so that a new release is seen at once and whole.
        headers = {"Content-Type": TYPES[path.suffix], "Cache-Control": "no-cache"}
        return web.FileResponse(path, headers=headers)

    def _address(self, request: web.Request) -> str:
        forwarded = request.headers.getall("X-Forwarded-For", [])
        return visitor_address(request.remote or "", forwarded, self._trusted)

    def _allowed(self, request: web.Request, origin: str | None) -> bool:
        return origin_allowed(origin, request.host, self._settings.origins())

    def _access_origin(self, request: web.Request) -> None:
        origin = request.headers.get("Origin")
        if not self._allowed(request, origin):
            self._refuse(request, origin or "")
            raise web.HTTPForbidden(text="This origin is not allowed.\n")

    def _refuse(self, request: web.Request, origin: str) -> None:
        means = self._parts.reception.means
        means.metrics.refused.labels("origin").inc()
        means.journal.security("refused_origin", self._address(request), detail=origin[:200])
