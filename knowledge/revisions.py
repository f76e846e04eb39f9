"""Revisions as values, and the queries that read them.

Every function takes a connection inside a transaction that its caller began.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from knowledge.documents import Kept, decode, plain
from knowledge.errors import NotFoundError
from knowledge.tables import revision
from knowledge.types import Law

State = Literal["draft", "published", "retired"]
By = Literal["pack", "staff"]
Key = tuple[str, str]
"""Kind and key of a document."""


class Revision(msgspec.Struct, frozen=True):
    """One row of a document's life. ``version``: the knowledge version that it opened, 0 for a
    draft. ``body`` is JSON text."""

    kind: str
    key: str
    number: int
    state: State
    title: str
    body: str
    author: str
    at: str
    why: str
    origin: By
    version: int

    def document(self) -> Kept:
        """The body as a value."""
        return decode(self.kind, self.body)


class Recent(msgspec.Struct, frozen=True):
    """What staff did last, ``rows``, the newest first. ``others``: what else stood in the same
    documents, by staff or by a pack, drafts left out; without it a draft that was given up looks
    like a publication."""

    rows: tuple[Revision, ...]
    others: tuple[Revision, ...]


COLUMNS = tuple(revision.c[name] for name in Revision.__struct_fields__)
"""The columns that make a Revision, in its order."""


class Listed(msgspec.Struct, frozen=True):
    """A line of an overview. ``live``: visitors get some revision of it now."""

    kind: str
    key: str
    number: int
    state: State
    title: str
    author: str
    at: str
    live: bool


class Overview(msgspec.Struct, frozen=True):
    """A page of lines, how many match in all, and how many of each kind match."""

    lines: tuple[Listed, ...]
    total: int
    kinds: dict[str, int]


def newest_version(connection: sa.Connection) -> int:
    """The knowledge version."""
    return connection.execute(sa.select(sa.func.max(revision.c.version))).scalar() or 0


def live_bodies(connection: sa.Connection) -> list[tuple[str, str, str]]:
    """Kind, key and JSON text of all that visitors get."""
    live = _newest_numbers(revision.c.state != "draft")
    query = (
        sa.select(revision.c.kind, revision.c.key, revision.c.body)
        .join(live, _same_row(live))
        .where(revision.c.state == "published")
        .order_by(revision.c.kind, revision.c.key)
    )
    return [(row.kind, row.key, row.body) for row in connection.execute(query)]


def live_titles(connection: sa.Connection, kind: str) -> dict[str, str]:
    """Key and title of what visitors get of one kind."""
    live = _newest_numbers(revision.c.state != "draft", revision.c.kind == kind)
    query = (
        sa.select(revision.c.key, revision.c.title)
        .join(live, _same_row(live))
        .where(revision.c.state == "published")
        .order_by(revision.c.key)
    )
    return {str(row.key): str(row.title) for row in connection.execute(query)}


def law_names(connection: sa.Connection) -> dict[str, str]:
    """Id of each law that visitors get, and what people call it; its version, where two laws are
    called the same."""
    live = _newest_numbers(revision.c.state != "draft", revision.c.kind == "law")
    query = (
        sa.select(revision.c.body)
        .join(live, _same_row(live))
        .where(revision.c.state == "published")
    )
    laws = [decode("law", str(row.body)) for row in connection.execute(query)]
    named = {law.id: _called(law) for law in laws if isinstance(law, Law)}
    many = Counter(name for name, _ in named.values())
    return {
        key: f"{name}（{version}）" if many[name] > 1 and version else name
        for key, (name, version) in named.items()
    }


def _called(law: Law) -> tuple[str, str]:
    return (law.short[0] if law.short else law.title), law.version


def every(connection: sa.Connection, kind: str, key: str) -> tuple[Revision, ...]:
    """Every revision of a document, newest first. Raises NotFoundError."""
    query = _select(kind, key).order_by(revision.c.number.desc())
    found = _revisions(connection, query)
    if not found:
        raise NotFoundError(kind, key)
    return found


def find(connection: sa.Connection, kind: str, key: str) -> Revision | None:
    """The newest revision of a document, draft or not."""
    query = _select(kind, key).order_by(revision.c.number.desc()).limit(1)
    return next(iter(_revisions(connection, query)), None)


def find_live(connection: sa.Connection, kind: str, key: str) -> Revision | None:
    """The newest revision that is no draft."""
    query = (
        _select(kind, key)
        .where(revision.c.state != "draft")
        .order_by(revision.c.number.desc())
        .limit(1)
    )
    return next(iter(_revisions(connection, query)), None)


def newest(connection: sa.Connection, kind: str, key: str) -> Revision:
    """The newest revision, draft or not. Raises NotFoundError."""
    found = find(connection, kind, key)
    if found is None:
        raise NotFoundError(kind, key)
    return found


def numbered(connection: sa.Connection, kind: str, key: str, number: int) -> Revision:
    """One revision. Raises NotFoundError."""
    query = _select(kind, key).where(revision.c.number == number)
    for found in _revisions(connection, query):
        return found
    raise NotFoundError(kind, key, number)


def numbers(connection: sa.Connection, kinds: Iterable[str]) -> dict[Key, int]:
    """The newest number of every document of some kinds."""
    top = _newest_numbers(revision.c.kind.in_(tuple(kinds)))
    query = sa.select(top.c.kind, top.c.key, top.c.number)
    return {(str(r.kind), str(r.key)): int(r.number) for r in connection.execute(query)}


def waiting(connection: sa.Connection) -> tuple[Revision, ...]:
    """Every document whose newest revision is a draft, the newest first."""
    top = _newest_numbers()
    query = (
        sa.select(*COLUMNS)
        .join(top, _same_row(top))
        .where(revision.c.state == "draft")
        .order_by(revision.c.id.desc())
    )
    return _revisions(connection, query)


def recent(connection: sa.Connection, limit: int) -> Recent:
    """The newest revisions by staff."""
    window = (
        sa.select(revision.c.id)
        .where(revision.c.origin == "staff")
        .order_by(revision.c.id.desc())
        .limit(limit)
        .subquery()
    )
    chosen = revision.c.id.in_(sa.select(window.c.id))
    touched = sa.select(revision.c.kind, revision.c.key).where(chosen)
    others = (
        sa.select(*COLUMNS)
        .where(sa.tuple_(revision.c.kind, revision.c.key).in_(touched))
        .where(revision.c.state != "draft", sa.not_(chosen))
    )
    rows = sa.select(*COLUMNS).where(chosen).order_by(revision.c.id.desc())
    return Recent(_revisions(connection, rows), _revisions(connection, others))


def overview(
    connection: sa.Connection,
    words: str,
    kind: str,
    *,
    state: State | None,
    page: int,
    size: int,
) -> Overview:
    """Documents that hold all ``words`` in any order, by their newest revision: those with all of
    them in the title first, then last changed first."""
    wanted = plain(words).split()
    top = _newest_numbers()
    live = _newest_numbers(revision.c.state != "draft")
    public = revision.alias("public")
    matching = (
        sa.select(
            revision.c.id,
            *[revision.c[name] for name in Listed.__struct_fields__ if name != "live"],
            sa.func.coalesce(public.c.state == "published", sa.false()).label("live"),
        )
        .join(top, _same_row(top))
        .outerjoin(live, sa.and_(live.c.kind == top.c.kind, live.c.key == top.c.key))
        .outerjoin(
            public,
            sa.and_(
                public.c.kind == live.c.kind,
                public.c.key == live.c.key,
                public.c.number == live.c.number,
            ),
        )
        .where(*[revision.c.words.contains(word, autoescape=True) for word in wanted])
    )
    if state is not None:
        matching = matching.where(revision.c.state == state)
    found = matching.subquery()
    counts = sa.select(found.c.kind, sa.func.count()).group_by(found.c.kind)
    kinds = {str(name): int(count) for name, count in connection.execute(counts)}
    title = sa.func.lower(found.c.title)
    named = sa.and_(sa.true(), *[title.contains(word, autoescape=True) for word in wanted])
    lines = (
        sa.select(*[found.c[name] for name in Listed.__struct_fields__])
        .where(found.c.kind == kind if kind else sa.true())
        .order_by(sa.case((named, 0), else_=1), found.c.id.desc())
        .limit(size)
        .offset((page - 1) * size)
    )
    total = kinds.get(kind, 0) if kind else sum(kinds.values())
    return Overview(
        tuple(Listed(*row[:-1], live=bool(row[-1])) for row in connection.execute(lines)),
        total,
        kinds,
    )


def _newest_numbers(*conditions: sa.ColumnElement[bool]) -> sa.Subquery:
    return (
        sa.select(revision.c.kind, revision.c.key, sa.func.max(revision.c.number).label("number"))
        .where(*conditions)
        .group_by(revision.c.kind, revision.c.key)
        .subquery()
    )


def _same_row(numbers: sa.Subquery) -> sa.ColumnElement[bool]:
    return sa.and_(
        revision.c.kind == numbers.c.kind,
        revision.c.key == numbers.c.key,
        revision.c.number == numbers.c.number,
    )


def _select(kind: str, key: str) -> sa.Select[Any]:
    return sa.select(*COLUMNS).where(revision.c.kind == kind, revision.c.key == key)


def _revisions(connection: sa.Connection, query: sa.Select[Any]) -> tuple[Revision, ...]:
    return tuple(Revision(*row) for row in connection.execute(query))
