"""How a pack is laid under the staff's work: what follows the pack, what stays, what goes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from knowledge.documents import Admitted, Kept, decode, encode, kind_of, title_of, words_of
from knowledge.revisions import COLUMNS, Key, State, newest_version
from knowledge.tables import revision, seeding

PACK = "pack"
"""Author and origin of the rows that a pack brings."""


class SeedReport(msgspec.Struct, frozen=True):
    """What laying a pack under the staff's work did. ``kept``: the pack has other words than
    before, but staff had touched the document, so it stayed as it is."""

    version: int
    added: tuple[Key, ...] = ()
    upgraded: tuple[Key, ...] = ()
    retired: tuple[Key, ...] = ()
    kept: tuple[Key, ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """Where the documents stand: newest number and state, the pack's last words, and which of
    them staff have touched. Words that staff set back to the pack's own count as untouched."""

    newest: dict[Key, tuple[int, State]]
    from_pack: dict[Key, str]
    touched: set[Key]


def digest_of(wanted: dict[Key, Admitted]) -> str:
    """The same for the same documents, in whatever order."""
    return _digest({key: admitted.body for key, admitted in wanted.items()})


def digest_as_given(documents: Sequence[Kept]) -> str:
    """The digest of documents that nobody has checked; empty where one stands twice."""
    bodies = {(kind_of(d), d.id): encode(d) for d in documents}
    return _digest(bodies) if len(bodies) == len(documents) else ""


def last_digest(connection: sa.Connection) -> str | None:
    """The digest of the documents that were laid last, if any were."""
    query = sa.select(seeding.c.digest).order_by(seeding.c.id.desc()).limit(1)
    return connection.execute(query).scalar()


def _digest(bodies: dict[Key, str]) -> str:
    total = hashlib.sha256()
    for key in sorted(bodies):
        total.update(repr((key, bodies[key])).encode())
    return total.hexdigest()


def standing(connection: sa.Connection) -> Standing:
    """Read where every document stands."""
    found = Standing({}, {}, set())
    query = sa.select(*COLUMNS).order_by(revision.c.kind, revision.c.key, revision.c.number)
    for row in connection.execute(query):
        key = (row.kind, row.key)
        found.newest[key] = (row.number, row.state)
        if row.origin == PACK:
            found.from_pack[key] = row.body
            found.touched.discard(key)
        elif row.state == "published" and row.body == found.from_pack.get(key):
            found.touched.discard(key)
        else:
            found.touched.add(key)
    return found


def decide(stand: Standing, wanted: dict[Key, Admitted], version: int) -> SeedReport:
    """What the pack changes. ``version``: the one that the change would open."""
    added: list[Key] = []
    upgraded: list[Key] = []
    retired: list[Key] = []
    kept: list[Key] = []
    for key, admitted in wanted.items():
        changed = stand.from_pack.get(key) != admitted.body
        if key not in stand.newest:
            added.append(key)
        elif key not in stand.touched:
            if changed or stand.newest[key][1] == "retired":
                upgraded.append(key)
        elif changed:
            kept.append(key)
    for key in stand.from_pack:
        if key in wanted or stand.newest[key][1] == "retired":
            continue
        (kept if key in stand.touched else retired).append(key)
    moved = bool(added or upgraded or retired)
    return SeedReport(
        version if moved else version - 1,
        tuple(added),
        tuple(upgraded),
        tuple(retired),
        tuple(kept),
    )


def lay(
    connection: sa.Connection, wanted: dict[Key, Admitted], pack_version: str, at: str
) -> SeedReport:
    """Append what the pack changes and say what it was."""
    stand = standing(connection)
    report = decide(stand, wanted, newest_version(connection) + 1)
    rows: list[dict[str, Any]] = []

    def add(key: Key, given: Admitted, state: State) -> None:
        rows.append(
            {
                "kind": key[0],
                "key": key[1],
                "number": stand.newest[key][0] + 1 if key in stand.newest else 1,
                "state": state,
                "title": title_of(given.document),
                "words": words_of(given.document),
                "body": given.body,
                "author": PACK,
                "at": at,
                "why": f"pack {pack_version}",
                "origin": PACK,
                "version": report.version,
            }
        )

    for key in report.added + report.upgraded:
        add(key, wanted[key], "published")
    for key in report.retired:
        body = stand.from_pack[key]
        add(key, Admitted(key[0], decode(key[0], body), body), "retired")
    if rows:
        connection.execute(sa.insert(revision), rows)
    return report
