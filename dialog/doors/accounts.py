"""Who may come in at the staff door: accounts, sign-ins, set-up links, the audit trail.

Plain functions over the knowledge database, each one transaction. Passwords arrive hashed; tokens
are kept as SHA-256 only, so that a copy of the file opens no door. Times are aware datetimes.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec
import sqlalchemy as sa

from knowledge.database import Database
from knowledge.store import Store
from knowledge.tables import account, audit, setup_token, staff_session

Role = Literal["editor", "publisher", "admin"]
Refusal = Literal["name", "name_taken", "last_admin", "no_account", "token", "closed"]

SETUP_MINUTES = 15
SEEN_STEP = timedelta(seconds=60)
"""A sign-in's last use is written at most this often."""
_NAME = re.compile(r"[\w.@-]{2,40}")


class AccountError(Exception):
    """An account cannot be made or changed so."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal: Refusal = refusal


class Account(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str
    role: Role
    active: bool
    created_at: str
    created_by: str


class SignIn(msgspec.Struct, frozen=True):
    """A sign-in that still holds."""

    token_hash: str
    csrf: str
    account: Account


class Noted(msgspec.Struct, frozen=True):
    """A line of the audit trail."""

    at: str
    actor: str
    action: str
    object: str
    detail: str
    address: str


class Deed(msgspec.Struct, frozen=True):
    """Who does something, from where, when: goes with every change."""

    actor: str
    address: str
    now: datetime


_ACCOUNT = tuple(account.c[name] for name in Account.__struct_fields__)


def needs_setup(store: Store) -> bool:
    """Whether there is no administrator who can sign in."""
    return store.database.read("accounts", lambda connection: not _admins(connection))


def create_setup_link(store: Store, now: datetime | None = None, *, recovery: bool = False) -> str:
    """Make a one-time link and return its path, ``/setup#<token>``; earlier links stop working.

    It holds for 15 minutes and once. Without ``recovery`` it is refused, here and when it is used,
    once an administrator exists. The token stands behind ``#`` so that no log and no referrer
    ever holds it; show it in the terminal only.
    """
    moment = datetime.now(UTC) if now is None else now
    token = secrets.token_urlsafe(32)

    def act(connection: sa.Connection) -> str:
        if not recovery and _admins(connection):
            raise AccountError("closed")
        connection.execute(sa.delete(setup_token))
        connection.execute(
            sa.insert(setup_token).values(
                token_hash=_hash(token),
                purpose="recovery" if recovery else "first",
                created_at=_text(moment),
                expires_at=_text(moment + timedelta(minutes=SETUP_MINUTES)),
                used_at=None,
            )
        )
        purpose = "recovery" if recovery else "first"
        _note(connection, Deed("terminal", "", moment), "setup_link", "", purpose)
        return f"/setup#{token}"

    return store.database.write("set-up link", act)


def check_setup(database: Database, token: str, now: datetime) -> str:
    """What the token is for, ``first`` or ``recovery``; AccountError unless it would be taken."""
    return database.read("set up", lambda connection: _setup_purpose(connection, token, now))


def redeem_setup(
    database: Database, token: str, name: str, *, password_hash: str, deed: Deed
) -> Account:
    """Make the administrator that a set-up link stands for, and use the link up. A recovery link
    gives an existing name the new password and the role of administrator."""

    def act(connection: sa.Connection) -> Account:
        purpose = _setup_purpose(connection, token, deed.now)
        connection.execute(
            sa.update(setup_token)
            .where(setup_token.c.token_hash == _hash(token))
            .values(used_at=_text(deed.now))
        )
        known = _by_name(connection, name)
        signed = Deed(name, deed.address, deed.now)
        if known is not None and purpose == "recovery":
            connection.execute(
                sa.update(account)
                .where(account.c.id == known.id)
                .values(role="admin", active=True, password_hash=password_hash)
            )
            _end_all(connection, known.id)
            made = _by_id(connection, known.id)
        else:
            made = _add(connection, name, "admin", password_hash=password_hash, deed=signed)
        _note(connection, signed, "setup", name, purpose)
        return made

    return database.write("set up", act)


def password_hash_of(database: Database, name: str) -> tuple[int, str] | None:
    """Id and password hash of an account that may sign in."""
    query = sa.select(account.c.id, account.c.password_hash).where(
        account.c.name == name, account.c.active
    )

    def act(connection: sa.Connection) -> tuple[int, str] | None:
        row = connection.execute(query).one_or_none()
        return None if row is None else (row.id, row.password_hash)

    return database.read("sign in", act)


def open_sign_in(
    database: Database, account_id: int, deed: Deed, *, absolute: float
) -> tuple[str, str]:
    """A new session token (for the cookie) and its CSRF token; sessions past their absolute end
    are swept away."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    oldest = _text(deed.now - timedelta(seconds=absolute))

    def act(connection: sa.Connection) -> tuple[str, str]:
        connection.execute(sa.delete(staff_session).where(staff_session.c.opened_at < oldest))
        connection.execute(
            sa.insert(staff_session).values(
                token_hash=_hash(token),
                account=account_id,
                csrf=csrf,
                opened_at=_text(deed.now),
                seen_at=_text(deed.now),
            )
        )
        _note(connection, deed, "sign_in", deed.actor)
        return token, csrf

    return database.write("sign in", act)


def find_sign_in(
    database: Database, token: str, now: datetime, *, idle: float, absolute: float
) -> SignIn | None:
    """The sign-in of a cookie's token, unless it has ended or its account was closed."""
    query = sa.select(
        staff_session.c.csrf, staff_session.c.opened_at, staff_session.c.seen_at, *_ACCOUNT
    ).join(account, account.c.id == staff_session.c.account)
    key = _hash(token)

    def act(connection: sa.Connection) -> tuple[SignIn, str] | None:
        row = connection.execute(query.where(staff_session.c.token_hash == key)).one_or_none()
        if row is None:
            return None
        about = list(row)
        csrf, opened_at, seen_at = (str(text) for text in about[:3])
        found = SignIn(key, csrf, Account(*about[3:]))
        fresh = _moment(seen_at) + timedelta(seconds=idle) > now
        young = _moment(opened_at) + timedelta(seconds=absolute) > now
        return (found, seen_at) if fresh and young and found.account.active else None

    held = database.read("sign-in", act)
    if held is None:
        return None
    found, seen_at = held
    # Half of a short idle time, so that a busy session never runs out under its user's hands.
    if now - _moment(seen_at) >= min(SEEN_STEP, timedelta(seconds=idle / 2)):
        touch = (
            sa.update(staff_session)
            .where(staff_session.c.token_hash == key)
            .values(seen_at=_text(now))
        )
        database.write("sign-in", lambda connection: connection.execute(touch) and None)
    return found


def end_sign_in(database: Database, token_hash: str, deed: Deed) -> None:
    """Sign out."""

    def act(connection: sa.Connection) -> None:
        connection.execute(sa.delete(staff_session).where(staff_session.c.token_hash == token_hash))
        _note(connection, deed, "sign_out", deed.actor)

    database.write("sign out", act)


def accounts(database: Database) -> tuple[Account, ...]:
    """Everybody, by name."""
    query = sa.select(*_ACCOUNT).order_by(account.c.name)
    return database.read(
        "accounts",
        lambda connection: tuple(Account(*row) for row in connection.execute(query)),
    )


def add_account(
    database: Database, name: str, role: Role, *, password_hash: str, deed: Deed
) -> Account:
    """A new member of staff."""

    def act(connection: sa.Connection) -> Account:
        made = _add(connection, name, role, password_hash=password_hash, deed=deed)
        _note(connection, deed, "add_account", name, role)
        return made

    return database.write("add account", act)


def change_account(
    database: Database,
    name: str,
    deed: Deed,
    *,
    role: Role | None = None,
    active: bool | None = None,
    password_hash: str = "",
    keep: str = "",
) -> Account:
    """Change role, standing or password, and end the account's sign-ins but ``keep``. The last
    administrator cannot be lost."""

    def act(connection: sa.Connection) -> Account:
        known = _by_name(connection, name)
        if known is None:
            raise AccountError("no_account")
        values: dict[str, object] = {}
        if role is not None:
            values["role"] = role
        if active is not None:
            values["active"] = active
        if password_hash:
            values["password_hash"] = password_hash
        if values:
            connection.execute(sa.update(account).where(account.c.id == known.id).values(**values))
        if not _admins(connection):
            raise AccountError("last_admin")
        _end_all(connection, known.id, keep=keep)
        _note(connection, deed, "change_account", name, ", ".join(sorted(values)))
        return _by_id(connection, known.id)

    return database.write("change account", act)


def note(database: Database, deed: Deed, action: str, subject: str) -> None:
    """Append a line to the audit trail."""
    database.write("audit", lambda connection: _note(connection, deed, action, subject))


def noted(database: Database, limit: int) -> tuple[Noted, ...]:
    """The newest lines of the audit trail, newest first."""
    columns = [audit.c[name] for name in Noted.__struct_fields__]
    query = sa.select(*columns).order_by(audit.c.id.desc()).limit(limit)
    return database.read(
        "audit", lambda connection: tuple(Noted(*row) for row in connection.execute(query))
    )


def _admins(connection: sa.Connection) -> int:
    query = sa.select(sa.func.count()).where(account.c.role == "admin", account.c.active)
    return connection.execute(query).scalar() or 0


def _by_name(connection: sa.Connection, name: str) -> Account | None:
    row = connection.execute(sa.select(*_ACCOUNT).where(account.c.name == name)).one_or_none()
    return None if row is None else Account(*row)


def _by_id(connection: sa.Connection, account_id: int) -> Account:
    return Account(
        *connection.execute(sa.select(*_ACCOUNT).where(account.c.id == account_id)).one()
    )


def _add(
    connection: sa.Connection, name: str, role: Role, *, password_hash: str, deed: Deed
) -> Account:
    if not _NAME.fullmatch(name):
        raise AccountError("name")
    if _by_name(connection, name) is not None:
        raise AccountError("name_taken")
    connection.execute(
        sa.insert(account).values(
            name=name,
            role=role,
            password_hash=password_hash,
            active=True,
            created_at=_text(deed.now),
            created_by=deed.actor,
        )
    )
    made = _by_name(connection, name)
    if made is None:
        raise AccountError("no_account")
    return made


def _setup_purpose(connection: sa.Connection, token: str, now: datetime) -> str:
    row = connection.execute(
        sa.select(setup_token).where(setup_token.c.token_hash == _hash(token))
    ).one_or_none()
    if row is None or row.used_at is not None or _moment(row.expires_at) <= now:
        raise AccountError("token")
    if row.purpose == "first" and _admins(connection):
        raise AccountError("closed")
    return str(row.purpose)


def _end_all(connection: sa.Connection, account_id: int, *, keep: str = "") -> None:
    connection.execute(
        sa.delete(staff_session).where(
            staff_session.c.account == account_id, staff_session.c.token_hash != keep
        )
    )


def _note(
    connection: sa.Connection, deed: Deed, action: str, subject: str, detail: str = ""
) -> None:
    connection.execute(
        sa.insert(audit).values(
            at=_text(deed.now),
            actor=deed.actor[:64],
            action=action,
            object=subject,
            detail=detail,
            address=deed.address,
        )
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
