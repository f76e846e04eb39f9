"""The staff door: the console's page, its JSON API, metrics and readiness in detail.

Handlers decode, ask ``dialog.doors.access`` for what the caller may do, and answer. Each refusal is
JSON with a code; the console has the words in two languages.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec
from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from dialog.clock import Clock
from dialog.config import Settings
from dialog.doors import access, staff_bodies, staff_history, staff_statutes
from dialog.doors.access import (
    COOKIE,
    DESK,
    Publisher,
    access_administer,
    access_edit,
    access_metrics,
    access_nobody,
    access_publish,
    access_read,
)
from dialog.doors.accounts import Account, AccountError
from dialog.doors.refusal import RefusedError, faulty, refused, response
from dialog.doors.staff_forms import forms
from knowledge.check import Finding
from knowledge.documents import Kept, admit, decode
from knowledge.errors import StoreError
from knowledge.store import Store
from knowledge.types import SourceItem

B = TypeVar("B")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Readiness = Callable[[], Mapping[str, Any]]
Cite = Callable[[Kept], Sequence[SourceItem]]
"""The sources of a document as visitors see them."""
Objections = Callable[[Kept], Sequence[Finding]]
"""What would be wrong with what visitors get if a document were published."""

log = logging.getLogger(__name__)

_STATIC = Path(__file__).parents[2] / "static"
PAGE_SIZE = 50
AUDIT_LINES = 200
_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
_READINESS: web.AppKey[Readiness] = web.AppKey("readiness")
_CITE: web.AppKey[Cite] = web.AppKey("cite")
_OBJECTIONS: web.AppKey[Objections] = web.AppKey("objections")
_METRICS: web.AppKey[CollectorRegistry] = web.AppKey("metrics", CollectorRegistry)
_HOSTS: web.AppKey[frozenset[str]] = web.AppKey("hosts")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def staff_app(
    *,
    store: Store,
    settings: Settings,
    readiness: Readiness,
    cite: Cite,
    objections: Objections,
    metrics: CollectorRegistry,
    clock: Clock,
    journal: access.SecurityLog | None = None,
) -> web.Application:
    """The whole door as one application. ``readiness`` must not block; ``cite`` names
    the sources of a document, ``objections`` what speaks against showing it to visitors;
    ``journal`` takes the refusals for the security log."""
    app = web.Application(
        middlewares=[_headers, _refusals, _origin], client_max_size=settings.staff.body_bytes
    )
    app[DESK] = access.Desk(store, settings.staff, clock=clock, journal=journal)
    app[_OBJECTIONS] = objections
    app[_READINESS] = readiness
    app[_CITE] = cite
    app[_METRICS] = metrics
    app[_HOSTS] = _LOOPBACK | {settings.doors.staff_listen} | frozenset(settings.staff.hosts)
    app.add_routes(
        [
            web.get("/", _console),
            web.get("/setup", _console),
            web.get("/api/me", _me),
            web.post("/api/setup", _set_up),
            web.post("/api/sign-in", _sign_in),
            web.post("/api/sign-out", _sign_out),
            web.post("/api/password", _password),
            web.get("/api/forms", _forms),
            web.get("/api/references", _references),
            web.get("/api/documents", _documents),
            web.get("/api/document", _document),
            web.post("/api/document/sources", _sources),
            web.post("/api/document/draft", _draft),
            web.post("/api/document/publish", _publish),
            web.post("/api/document/discard", _discard),
            web.post("/api/document/retire", _retire),
            web.post("/api/document/restore", _restore),
            *staff_statutes.routes(),
            web.get("/api/accounts", _accounts),
            web.post("/api/accounts", _add_account),
            web.post("/api/accounts/change", _change_account),
            web.get("/api/audit", _audit),
            web.get("/api/readiness", _ready),
            web.get("/metrics", _metrics),
            web.static("/static", _STATIC),
        ]
    )
    return app


@web.middleware
async def _headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    answer = await handler(request)
    answer.headers.update(_SECURITY)
    return answer


@web.middleware
async def _refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except RefusedError as error:
        return response(error)
    except (StoreError, AccountError, TimeoutError) as error:
        told = refused(error)
        if told.status >= 500:
            log.error("staff door: %s %s: %s", request.method, request.path, error)
        return response(told)
    except web.HTTPRequestEntityTooLarge:
        return response(RefusedError(413, "too_large"))
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return response(RefusedError(error.status, "no_such_page"))
    except Exception:
        # The edge of a request: the person learns that it failed, the log learns why.
        log.exception("staff door: %s %s", request.method, request.path)
        return response(RefusedError(500, "internal"))


@web.middleware
async def _origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign names (DNS rebinding) and writes that another site's page sends."""
    try:
        name = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        name = None
    if name not in request.app[_HOSTS]:
        request.app[DESK].alarm("staff_host", request)
        raise RefusedError(421, "host")
    if request.method not in {"GET", "HEAD"}:
        origin = request.headers.get("Origin")
        if origin is not None and origin.partition("://")[2] != request.headers["Host"]:
            raise RefusedError(403, "origin")
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise RefusedError(403, "origin")
    return await handler(request)


async def _body(request: web.Request, shape: type[B]) -> B:
    if request.content_type != "application/json":
        raise RefusedError(415, "not_json")
    async with asyncio.timeout(request.app[DESK].settings.timeout):
        text = await request.read()
    return staff_bodies.decode(text, shape)


def _json(value: object, status: int = 200) -> web.Response:
    return web.Response(
        body=msgspec.json.encode(value), status=status, content_type="application/json"
    )


def _told(account: Account, csrf: str) -> dict[str, str]:
    return {"name": account.name, "role": account.role, "csrf": csrf}


async def _console(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(_STATIC / "staff" / "index.html")


async def _me(request: web.Request) -> web.Response:
    found = await access_nobody(request)
    return _json({"account": None if found is None else _told(found.account, found.csrf)})


async def _set_up(request: web.Request) -> web.Response:
    body = await _body(request, staff_bodies.SetUp)
    await access.set_up(request, body.token, body.name, password=body.password)
    return await _signed_in(request, body.name, body.password)


async def _sign_in(request: web.Request) -> web.Response:
    body = await _body(request, staff_bodies.SignIn)
    return await _signed_in(request, body.name, body.password)


async def _signed_in(request: web.Request, name: str, password: str) -> web.Response:
    token, csrf, account = await access.sign_in(request, name, password)
    answer = _json({"account": _told(account, csrf)})
    answer.set_cookie(
        COOKIE,
        token,
        httponly=True,
        samesite="Strict",
        secure=request.app[DESK].settings.tls,
        path="/",
    )
    return answer


async def _sign_out(request: web.Request) -> web.Response:
    staff = await access.access_act(request)
    await staff.sign_out()
    answer = _json({})
    answer.del_cookie(COOKIE, path="/", httponly=True, samesite="Strict")
    return answer


async def _password(request: web.Request) -> web.Response:
    staff = await access.access_act(request)
    body = await _body(request, staff_bodies.Password)
    await staff.change_password(body.old, body.new)
    return _json({})


async def _forms(request: web.Request) -> web.Response:
    await access_read(request)
    return _json(forms())


async def _references(request: web.Request) -> web.Response:
    staff = await access_read(request)
    return _json({"law": await staff.titles("law"), "source": await staff.titles("source")})


async def _documents(request: web.Request) -> web.Response:
    staff = await access_read(request)
    query = staff_bodies.query(request.query, staff_bodies.Search)
    found = await staff.overview(
        query.words, query.kind, state=query.state, page=query.page, size=PAGE_SIZE
    )
    laws = await staff.law_names()
    lines = tuple(staff_history.titled(line, laws) for line in found.lines)
    found = msgspec.structs.replace(found, lines=lines)
    return _json({"overview": found, "size": PAGE_SIZE, "version": await staff.version()})


async def _document(request: web.Request) -> web.Response:
    staff = await access_read(request)
    query = staff_bodies.query(request.query, staff_bodies.Which)
    history = await staff.history(query.kind, query.key)
    laws = await staff.law_names()
    return _json(await asyncio.to_thread(staff_history.life, history, laws))


async def _sources(request: web.Request) -> web.Response:
    """What visitors would see a document to rest on, before it is saved."""
    await access_edit(request)
    body = await _body(request, staff_bodies.Shown)
    document = await asyncio.to_thread(admit, body.kind, body.document)
    cite = request.app[_CITE]
    return _json({"sources": cite(document.document)})


async def _draft(request: web.Request) -> web.Response:
    staff = await access_edit(request)
    body = await _body(request, staff_bodies.Draft)
    saved = await staff.save_draft(body.kind, body.document, why=body.why, expected=body.expected)
    return _json({"number": saved.number, "key": saved.key})


async def _look_over(
    request: web.Request,
    staff: Publisher,
    body: staff_bodies.Act | staff_bodies.Restore,
    *,
    number: int | None = None,
) -> None:
    """Refuse what would make wrong what visitors get: the newest revision, or one of a number."""
    history = await staff.history(body.kind, body.key)
    chosen = next((r for r in history if number in (None, r.number)), None)
    if chosen is None or history[0].number != body.expected:
        return  # The store says what is the matter.
    document = decode(body.kind, chosen.body)
    found = await asyncio.to_thread(request.app[_OBJECTIONS], document)
    if found:
        raise faulty(found)


async def _publish(request: web.Request) -> web.Response:
    staff = await access_publish(request)
    body = await _body(request, staff_bodies.Act)
    await _look_over(request, staff, body)
    saved = await staff.publish(body.kind, body.key, why=body.why, expected=body.expected)
    return _json({"number": saved.number, "version": saved.version})


async def _discard(request: web.Request) -> web.Response:
    staff = await access_edit(request)
    body = await _body(request, staff_bodies.Act)
    saved = await staff.discard(body.kind, body.key, why=body.why, expected=body.expected)
    return _json({"number": saved.number, "version": saved.version})


async def _retire(request: web.Request) -> web.Response:
    staff = await access_publish(request)
    body = await _body(request, staff_bodies.Act)
    saved = await staff.retire(body.kind, body.key, why=body.why, expected=body.expected)
    return _json({"number": saved.number, "version": saved.version})


async def _restore(request: web.Request) -> web.Response:
    staff = await access_publish(request)
    body = await _body(request, staff_bodies.Restore)
    await _look_over(request, staff, body, number=body.number)
    saved = await staff.restore(
        body.kind, body.key, number=body.number, why=body.why, expected=body.expected
    )
    return _json({"number": saved.number, "version": saved.version})


async def _accounts(request: web.Request) -> web.Response:
    staff = await access_administer(request)
    return _json({"accounts": await staff.accounts()})


async def _add_account(request: web.Request) -> web.Response:
    staff = await access_administer(request)
    body = await _body(request, staff_bodies.NewAccount)
    return _json(await staff.add_account(body.name, body.role, body.password), 201)


async def _change_account(request: web.Request) -> web.Response:
    staff = await access_administer(request)
    body = await _body(request, staff_bodies.ChangedAccount)
    return _json(
        await staff.change_account(
            body.name, role=body.role, active=body.active, password=body.password
        )
    )


async def _audit(request: web.Request) -> web.Response:
    staff = await access_administer(request)
    changes = staff_history.changes(await staff.recent(AUDIT_LINES), await staff.law_names())
    return _json({"door": await staff.noted(AUDIT_LINES), "changes": changes})


async def _ready(request: web.Request) -> web.Response:
    await access_read(request)
    return _json(dict(request.app[_READINESS]()))


async def _metrics(request: web.Request) -> web.Response:
    await access_metrics(request)
    text = await asyncio.to_thread(generate_latest, request.app[_METRICS])
    return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})
