"""Who may do what at the staff door.

Handlers hold no store. They get at rows only through what an ``access_*`` function hands out after
its check: a Reader, an Editor, a Publisher or an Administrator. Every database call runs in a
thread, under the configured timeout.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from aiohttp import web
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dialog.clock import Clock
from dialog.config import Staff
from dialog.doors import accounts
from dialog.doors.accounts import Account, Deed, Noted, Role, SignIn
from dialog.doors.attempts import Attempts
from dialog.doors.refusal import RefusedError
from knowledge.revisions import Key, Overview, Recent, Revision, State, law_names
from knowledge.statutes.proposing import Held, held_in
from knowledge.store import Store
from knowledge.types import Document

T = TypeVar("T")

COOKIE = "yingbin_staff"
CSRF_HEADER = "X-CSRF-Token"
PASSWORD_LENGTH = range(10, 201)
_RANK: dict[Role, int] = {"editor": 1, "publisher": 2, "admin": 3}
_HASHING_AT_ONCE = 2
_HASHING_WAITING = 16


class SecurityLog(Protocol):
    """Where refusals are written down for six months or more."""

    def security(self, event: str, address: str, *, session: str = "", detail: str = "") -> None:
        """Append one event; never blocks."""
        ...


class Desk:
    """What stands behind the door: the store, the clock, the counters of wrong passwords."""

    def __init__(
        self, store: Store, settings: Staff, *, clock: Clock, journal: SecurityLog | None
    ) -> None:
        self.store = store
        self.settings = settings
        self.clock = clock
        self._journal = journal
        self.attempts = Attempts(settings.attempts)
        self._hasher = PasswordHasher()
        self._hashing = asyncio.Semaphore(_HASHING_AT_ONCE)
        self._waiting = 0
        self._nobody = ""

    def alarm(self, event: str, request: web.Request, detail: str = "") -> None:
        """Tell the security log who was refused, or let in by a link of the terminal."""
        if self._journal is not None:
            self._journal.security(event, request.remote or "", detail=detail)

    async def ask(self, act: Callable[[], T]) -> T:
        """Run a database call in a thread."""
        async with asyncio.timeout(self.settings.timeout):
            return await asyncio.to_thread(act)

    async def hash(self, password: str) -> str:
        """Hash a new password; refuses one that is too short or too long."""
        if len(password) not in PASSWORD_LENGTH:
            raise RefusedError(400, "password", detail=str(PASSWORD_LENGTH.start))
        return await self._costly(lambda: self._hasher.hash(password))

    async def matches(self, kept: str | None, password: str) -> bool:
        """Compare; an unknown account costs the same time as a wrong password."""
        if not self._nobody:
            self._nobody = await self._costly(lambda: self._hasher.hash(secrets.token_hex(16)))
        against = self._nobody if kept is None else kept

        def verify() -> bool:
            try:
                return self._hasher.verify(against, password[: PASSWORD_LENGTH.stop])
            except (VerificationError, InvalidHashError):
                return False

        return await self._costly(verify) and kept is not None

    async def _costly(self, act: Callable[[], T]) -> T:
        """Each hash takes 64 MB: two at once, few in line, the rest is sent away."""
        if self._waiting >= _HASHING_WAITING:
            raise RefusedError(429, "busy", retry_after=2)
        self._waiting += 1
        try:
            async with self._hashing:
                return await self.ask(act)
        finally:
            self._waiting -= 1


DESK: web.AppKey[Desk] = web.AppKey("desk", Desk)


class Reader:
    """What every signed-in member of staff may do."""

    def __init__(self, request: web.Request, who: SignIn) -> None:
        self.who = who
        self._request = request
        self._desk = request.app[DESK]
        self._deed = _deed(request, who.account.name)

    async def overview(
        self, words: str, kind: str, *, state: State | None, page: int, size: int
    ) -> Overview:
        """A page of documents."""
        store = self._desk.store
        return await self._desk.ask(
            lambda: store.overview(words, kind, state=state, page=page, size=size)
        )

    async def history(self, kind: str, key: str) -> tuple[Revision, ...]:
        """Every revision, newest first."""
        return await self._desk.ask(lambda: self._desk.store.history(kind, key))

    async def titles(self, kind: str) -> dict[str, str]:
        """Id and title of everything of one kind that visitors get."""
        return await self._desk.ask(lambda: self._desk.store.titles(kind))

    async def law_names(self) -> dict[str, str]:
        """Id of each law that visitors get, and what people call it."""
        database = self._desk.store.database
        return await self._desk.ask(lambda: database.read("law names", law_names))

    async def version(self) -> int:
        """The knowledge version."""
        return await self._desk.ask(self._desk.store.version)

    async def sign_out(self) -> None:
        """End this sign-in."""
        key = self.who.token_hash
        await self._desk.ask(
            lambda: accounts.end_sign_in(self._desk.store.database, key, self._deed)
        )

    async def change_password(self, old: str, new: str) -> None:
        """Change the own password; other sign-ins of the account end."""
        desk, name = self._desk, self.who.account.name
        await _check_password(self._request, name, old)
        hashed = await desk.hash(new)
        database, keep = desk.store.database, self.who.token_hash
        await desk.ask(
            lambda: accounts.change_account(
                database, name, self._deed, password_hash=hashed, keep=keep
            )
        )


class Editor(Reader):
    """May write drafts."""

    async def save_draft(
        self, kind: str, document: dict[str, Any], *, why: str, expected: int
    ) -> Revision:
        """Append a draft."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(
            lambda: store.save_draft(kind, document, name, why, expected=expected)
        )

    async def discard(self, kind: str, key: str, *, why: str, expected: int) -> Revision:
        """Give the waiting draft up."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(lambda: store.discard(kind, key, name, why, expected=expected))


class Publisher(Editor):
    """May change what visitors get."""

    async def publish(self, kind: str, key: str, *, why: str, expected: int) -> Revision:
        """Publish the waiting draft."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(lambda: store.publish(kind, key, name, why, expected=expected))

    async def retire(self, kind: str, key: str, *, why: str, expected: int) -> Revision:
        """Take a document away from visitors."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(lambda: store.retire(kind, key, name, why, expected=expected))

    async def restore(
        self, kind: str, key: str, *, number: int, why: str, expected: int
    ) -> Revision:
        """Publish an old revision again."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(
            lambda: store.restore(kind, key, number, author=name, why=why, expected=expected)
        )

    async def laws(self) -> tuple[Held, dict[Key, int]]:
        """The laws and statutes that are held, and the newest revision of each."""
        return await self._desk.ask(lambda: held_in(self._desk.store))

    async def take(
        self, documents: Sequence[Document], *, why: str, expected: dict[Key, int]
    ) -> tuple[Revision, ...]:
        """Publish documents together, all of them or none."""
        store, name = self._desk.store, self._deed.actor
        return await self._desk.ask(lambda: store.take(documents, name, why, expected=expected))


class Administrator(Publisher):
    """May also decide who comes in, and read the audit trail."""

    async def accounts(self) -> tuple[Account, ...]:
        """Everybody."""
        return await self._desk.ask(lambda: accounts.accounts(self._desk.store.database))

    async def add_account(self, name: str, role: Role, password: str) -> Account:
        """A new member of staff."""
        hashed = await self._desk.hash(password)
        database = self._desk.store.database
        return await self._desk.ask(
            lambda: accounts.add_account(
                database, name, role, password_hash=hashed, deed=self._deed
            )
        )

    async def change_account(
        self, name: str, *, role: Role | None, active: bool | None, password: str
    ) -> Account:
        """Change a member of staff; their sign-ins end, except this one."""
        hashed = await self._desk.hash(password) if password else ""
        database, keep = self._desk.store.database, self.who.token_hash
        return await self._desk.ask(
            lambda: accounts.change_account(
                database,
                name,
                self._deed,
                role=role,
                active=active,
                password_hash=hashed,
                keep=keep,
            )
        )

    async def noted(self, limit: int) -> tuple[Noted, ...]:
        """The newest lines of the audit trail."""
        return await self._desk.ask(lambda: accounts.noted(self._desk.store.database, limit))

    async def recent(self, limit: int) -> Recent:
        """What staff changed last."""
        return await self._desk.ask(lambda: self._desk.store.recent(limit))


async def access_nobody(request: web.Request) -> SignIn | None:
    """The sign-in of the request's cookie, if it holds. For the question who one is."""
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    desk = request.app[DESK]
    now, limits = desk.clock.now(), desk.settings
    return await desk.ask(
        lambda: accounts.find_sign_in(
            desk.store.database, token, now, idle=limits.idle, absolute=limits.absolute
        )
    )


async def access_read(request: web.Request) -> Reader:
    """Anybody who is signed in."""
    return Reader(*await _admit(request, "editor"))


async def access_act(request: web.Request) -> Reader:
    """Anybody who is signed in, for changes to the own sign-in. (The CSRF token is asked for
    by the method, here as everywhere.)"""
    return Reader(*await _admit(request, "editor"))


async def access_edit(request: web.Request) -> Editor:
    """Editors and above, with the CSRF token."""
    return Editor(*await _admit(request, "editor"))


async def access_publish(request: web.Request) -> Publisher:
    """Publishers and above, with the CSRF token."""
    return Publisher(*await _admit(request, "publisher"))


async def access_administer(request: web.Request) -> Administrator:
    """Administrators, with the CSRF token where something changes."""
    return Administrator(*await _admit(request, "admin"))


async def access_metrics(request: web.Request) -> None:
    """A scraper on this machine, or anybody who is signed in. Behind a proxy every request comes
    from this machine, so there only the sign-in counts."""
    proxied = request.app[DESK].settings.tls or any(
        name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Real-IP")
    )
    if proxied or not _loopback(request.remote or ""):
        await access_read(request)


async def sign_in(request: web.Request, name: str, password: str) -> tuple[str, str, Account]:
    """Check name and password, open a session: cookie token, CSRF token, account."""
    desk = request.app[DESK]
    database, limits = desk.store.database, desk.settings
    known = await _check_password(request, name, password)
    deed = _deed(request, name)
    token, csrf = await desk.ask(
        lambda: accounts.open_sign_in(database, known, deed, absolute=limits.absolute)
    )
    found = await desk.ask(
        lambda: accounts.find_sign_in(
            database, token, deed.now, idle=limits.idle, absolute=limits.absolute
        )
    )
    if found is None:
        raise RefusedError(401, "signed_out")
    return token, csrf, found.account


async def set_up(request: web.Request, token: str, name: str, *, password: str) -> None:
    """Make the administrator that a set-up link stands for."""
    desk = request.app[DESK]
    database, deed = desk.store.database, _deed(request, name)
    # The token first: nobody without one may keep the hasher busy.
    purpose = await desk.ask(lambda: accounts.check_setup(database, token, deed.now))
    hashed = await desk.hash(password)
    await desk.ask(
        lambda: accounts.redeem_setup(database, token, name, password_hash=hashed, deed=deed)
    )
    # Who lost a password has tried it: the new one must not meet a name that is shut.
    desk.attempts.forgive(name, request.remote or "")
    desk.alarm(f"staff_setup_{purpose}", request, name)


async def _check_password(request: web.Request, name: str, password: str) -> int:
    desk, address = request.app[DESK], request.remote or ""
    now = desk.clock.monotonic()
    wait = desk.attempts.wait(name, address, now)
    if wait > 0:
        desk.alarm("staff_attempts", request)
        raise RefusedError(429, "too_many_attempts", retry_after=wait)
    desk.attempts.failed(name, address, now)
    known = await desk.ask(lambda: accounts.password_hash_of(desk.store.database, name))
    if not await desk.matches(None if known is None else known[1], password) or known is None:
        # An unknown name may be a password typed into the wrong field: it is not written down.
        deed = Deed(name if known else "", address, desk.clock.now())
        await desk.ask(lambda: accounts.note(desk.store.database, deed, "sign_in_refused", ""))
        desk.alarm("staff_sign_in_refused", request, deed.actor)
        raise RefusedError(401, "wrong_password")
    desk.attempts.forgive(name, address)
    return known[0]


async def _admit(request: web.Request, role: Role) -> tuple[web.Request, SignIn]:
    found = await access_nobody(request)
    if found is None:
        raise RefusedError(401, "signed_out")
    if request.method not in {"GET", "HEAD"}:
        given = request.headers.get(CSRF_HEADER, "")
        if not secrets.compare_digest(given.encode(), found.csrf.encode()):
            request.app[DESK].alarm("staff_csrf", request, found.account.name)
            raise RefusedError(403, "csrf")
    if _RANK[found.account.role] < _RANK[role]:
        request.app[DESK].alarm("staff_role", request, found.account.name)
        raise RefusedError(403, "role", detail=role)
    return request, found


def _deed(request: web.Request, name: str) -> Deed:
    now: datetime = request.app[DESK].clock.now()
    return Deed(name, request.remote or "", now)


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
