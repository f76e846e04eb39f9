"""Knowledge as kept by people: an append-only table of revisions with who, when and why.

A document's newest revision that is no draft is what visitors get; a draft above it waits. Every
change that visitors can notice raises the version by one. Nothing is overwritten, so anything can
be restored. All methods are synchronous and safe to call from any thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import sqlalchemy as sa

from knowledge.database import Database
from knowledge.documents import (
    Admitted,
    Kept,
    admit,
    decode,
    kind_of,
    title_of,
    valid_on,
    words_of,
)
from knowledge.errors import ConflictError, InvalidDocumentError, NoDraftError, NotFoundError
from knowledge.revisions import (
    Key,
    Overview,
    Recent,
    Revision,
    State,
    every,
    find,
    find_live,
    live_bodies,
    live_titles,
    newest,
    newest_version,
    numbered,
    numbers,
    overview,
    recent,
    waiting,
)
from knowledge.seeding import SeedReport, digest_as_given, digest_of, last_digest, lay
from knowledge.tables import revision, seeding

log = logging.getLogger(__name__)

WHY_LIMIT = 500
"""Characters that a reason may have."""


class Store:
    """The one place where knowledge changes."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self.database = database
        self._now = now
        self._hooks: list[Callable[[int], None]] = []
        self._hooks_lock = Lock()

    @classmethod
    def open(
        cls, path_or_dsn: str | Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> Store:
        """Open or create the database file and migrate it."""
        return cls(Database.open(path_or_dsn), now)

    def close(self) -> None:
        """Let the running write end, then release the file."""
        self.database.close()

    def on_publish(self, hook: Callable[[int], None]) -> Callable[[], None]:
        """Call ``hook`` with the new version after each change that visitors can notice, in the
        writer thread: it must be quick. Returns a function that takes the hook off again."""
        with self._hooks_lock:
            self._hooks.append(hook)

        def off() -> None:
            with self._hooks_lock:
                if hook in self._hooks:
                    self._hooks.remove(hook)

        return off

    def version(self) -> int:
        """The knowledge version; rises with every publish, also by another process."""
        return self.database.read("version", newest_version)

    def published(self, on: date | None = None) -> list[tuple[str, Kept]]:
        """What visitors get, by kind and key; with ``on`` without the documents whose own dates
        of validity do not hold that day. A row that this release cannot read is logged and left
        out; ``unreadable`` names it."""
        documents: list[tuple[str, Kept]] = []
        for kind, key, body in self.database.read("published", live_bodies):
            try:
                document = decode(kind, body)
            except InvalidDocumentError as error:
                log.error("left out of the knowledge: %s %s: %s", kind, key, error)
                continue
            if on is None or valid_on(document, on):
                documents.append((kind, document))
        return documents

    def unreadable(self) -> tuple[tuple[str, str, str], ...]:
        """Kind, key and reason of every published row that this release cannot read."""
        found: list[tuple[str, str, str]] = []
        for kind, key, body in self.database.read("unreadable", live_bodies):
            try:
                decode(kind, body)
            except InvalidDocumentError as error:
                found.append((kind, key, str(error)))
        return tuple(found)

    def history(self, kind: str, key: str) -> tuple[Revision, ...]:
        """Every revision, newest first. Raises NotFoundError."""
        return self.database.read("history", lambda connection: every(connection, kind, key))

    def titles(self, kind: str) -> dict[str, str]:
        """Id and title of each document of a kind that visitors get."""
        return self.database.read("titles", lambda connection: live_titles(connection, kind))

    def numbers(self, kinds: Iterable[str]) -> dict[Key, int]:
        """The newest revision of every document of some kinds, draft or not."""
        return self.database.read("numbers", lambda connection: numbers(connection, kinds))

    def drafts(self) -> tuple[Revision, ...]:
        """Every document whose newest revision is a draft, the newest first."""
        return self.database.read("drafts", waiting)

    def recent(self, limit: int = 100) -> Recent:
        """What staff did last, the newest first."""
        return self.database.read("recent", lambda connection: recent(connection, limit))

    def overview(
        self,
        words: str = "",
        kind: str = "",
        *,
        state: State | None = None,
        page: int = 1,
        size: int = 50,
    ) -> Overview:
        """Documents that hold all ``words`` (parted by spaces), by their newest revision."""
        return self.database.read(
            "overview",
            lambda connection: overview(connection, words, kind, state=state, page=page, size=size),
        )

    def save_draft(
        self,
        kind: str,
        document: Kept | dict[str, Any],
        author: str,
        why: str = "",
        *,
        expected: int | None = None,
    ) -> Revision:
        """Append a draft. ``expected``: the newest revision that the editor read, 0 for a new
        document, None to write whatever stands there. Raises InvalidDocumentError,
        ConflictError."""
        given = admit(kind, document)
        key = given.document.id
        _check_why(kind, why)

        def act(connection: sa.Connection) -> Revision:
            before = find(connection, kind, key)
            _expect(before, kind, key, expected)
            return self._append(connection, before, given, state="draft", signed=(author, why))

        return self.database.write("save draft", act)

    def publish(
        self, kind: str, key: str, author: str, why: str, *, expected: int | None = None
    ) -> Revision:
        """Make the waiting draft what visitors get. Raises NotFoundError, NoDraftError,
        ConflictError."""
        _check_why(kind, why)

        def act(connection: sa.Connection) -> Revision:
            draft = newest(connection, kind, key)
            _expect(draft, kind, key, expected)
            if draft.state != "draft":
                raise NoDraftError(kind, key)
            given = admit(kind, msgspec.json.decode(draft.body))
            return self._append(connection, draft, given, state="published", signed=(author, why))

        return self.database.write("publish", act, then=self._tell)

    def discard(
        self, kind: str, key: str, author: str, why: str, *, expected: int | None = None
    ) -> Revision:
        """Give up the waiting draft: what visitors get is appended again, unchanged, and the
        version stays. Raises NotFoundError, NoDraftError, ConflictError."""
        _check_why(kind, why)

        def act(connection: sa.Connection) -> Revision:
            draft = newest(connection, kind, key)
            _expect(draft, kind, key, expected)
            if draft.state != "draft":
                raise NoDraftError(kind, key)
            live = find_live(connection, kind, key)
            stays = draft if live is None else live
            return self._append(
                connection,
                draft,
                Admitted(kind, decode(kind, stays.body), stays.body),
                state="retired" if live is None else live.state,
                signed=(author, why),
                version=stays.version,
            )

        return self.database.write("discard draft", act)

    def retire(
        self, kind: str, key: str, author: str, why: str, *, expected: int | None = None
    ) -> Revision:
        """Take the document away from visitors. Raises NotFoundError, ConflictError."""
        _check_why(kind, why)

        def act(connection: sa.Connection) -> Revision:
            before = newest(connection, kind, key)
            _expect(before, kind, key, expected)
            if before.state == "retired":
                return before
            given = Admitted(kind, decode(kind, before.body), before.body)
            return self._append(connection, before, given, state="retired", signed=(author, why))

        return self.database.write("retire", act, then=self._tell)

    def restore(
        self,
        kind: str,
        key: str,
        number: int,
        *,
        author: str,
        why: str,
        expected: int | None = None,
    ) -> Revision:
        """Publish again what revision ``number`` said. Raises NotFoundError, ConflictError, and
        InvalidDocumentError when the old words no longer fit the class."""
        _check_why(kind, why)

        def act(connection: sa.Connection) -> Revision:
            before = newest(connection, kind, key)
            _expect(before, kind, key, expected)
            old = numbered(connection, kind, key, number)
            given = admit(kind, msgspec.json.decode(old.body))
            return self._append(connection, before, given, state="published", signed=(author, why))

        return self.database.write("restore", act, then=self._tell)

    def take(
        self,
        documents: Iterable[Kept],
        author: str,
        why: str,
        *,
        expected: dict[Key, int] | None = None,
    ) -> tuple[Revision, ...]:
        """Publish documents together, all of them or none, under one version; those that visitors
        have in just these words are passed over. ``expected``: the newest revision of each that
        the editor saw, 0 for a new one. Raises InvalidDocumentError, NotFoundError,
        ConflictError."""
        given = [admit(kind_of(document), document) for document in documents]
        for one in given:
            _check_why(one.kind, why)

        def act(connection: sa.Connection) -> tuple[Revision, ...]:
            version = newest_version(connection) + 1
            rows: list[Revision] = []
            for one in given:
                key = (one.kind, one.document.id)
                before = find(connection, *key)
                if expected is not None:
                    _expect(before, *key, expected.get(key, 0))
                if before is None or before.state != "published" or before.body != one.body:
                    signed = (author, why)
                    rows.append(
                        self._append(
                            connection,
                            before,
                            one,
                            state="published",
                            signed=signed,
                            version=version,
                        )
                    )
            return tuple(rows)

        def tell(rows: tuple[Revision, ...]) -> None:
            if rows:
                self._tell(rows[0])

        return self.database.write("take", act, then=tell)

    def seed(self, documents: Iterable[Kept], pack_version: str) -> SeedReport:
        """Lay a pack under the staff's work, all of it or nothing; the same pack again does
        nothing. Documents that staff never touched follow the pack; touched ones stay and are
        reported when the pack has changed them. Raises InvalidDocumentError."""
        documents = list(documents)
        if digest_as_given(documents) == self.database.read("seeded", last_digest):
            # To check three thousand documents again took longer than to read them.
            return SeedReport(self.version())
        wanted: dict[Key, Admitted] = {}
        for document in documents:
            given = admit(kind_of(document), document)
            key = (given.kind, given.document.id)
            if key in wanted:
                raise InvalidDocumentError(given.kind, "id", "id", "stands twice", key=key[1])
            wanted[key] = given
        digest = digest_of(wanted)

        def act(connection: sa.Connection) -> SeedReport:
            if last_digest(connection) == digest:
                return SeedReport(newest_version(connection))
            at = self._stamp()
            report = lay(connection, wanted, pack_version, at)
            connection.execute(
                sa.insert(seeding).values(pack_version=pack_version, digest=digest, at=at)
            )
            return report

        before = self.version()
        report = self.database.write("seed", act)
        if report.version != before:
            self._announce(report.version)
        return report

    def _append(
        self,
        connection: sa.Connection,
        before: Revision | None,
        given: Admitted,
        *,
        state: State,
        signed: tuple[str, str],
        version: int | None = None,
    ) -> Revision:
        """Append a row above ``before``, signed by (author, why)."""
        if version is None:
            version = 0 if state == "draft" else newest_version(connection) + 1
        row = Revision(
            kind=given.kind,
            key=given.document.id,
            number=1 if before is None else before.number + 1,
            state=state,
            title=title_of(given.document),
            body=given.body,
            author=signed[0],
            at=self._stamp(),
            why=signed[1],
            origin="staff",
            version=version,
        )
        values = msgspec.structs.asdict(row)
        connection.execute(sa.insert(revision).values(**values, words=words_of(given.document)))
        return row

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    def _tell(self, new: Revision) -> None:
        self._announce(new.version)

    def _announce(self, version: int) -> None:
        with self._hooks_lock:
            hooks = tuple(self._hooks)
        for hook in hooks:
            try:
                hook(version)
            except Exception:
                # The edge of a listener, of which nothing is known here. The change is on disk; a
                # listener's fault must not tell the editor otherwise.
                log.exception("a listener failed on knowledge version %d", version)


def _check_why(kind: str, why: str) -> None:
    if len(why) > WHY_LIMIT:
        reason = f"{len(why)} characters; {WHY_LIMIT} are allowed"
        raise InvalidDocumentError(kind, "why", "too_long", reason)


def _expect(before: Revision | None, kind: str, key: str, expected: int | None) -> None:
    found = 0 if before is None else before.number
    if expected is None or expected == found:
        return
    if before is None:
        raise NotFoundError(kind, key)
    raise ConflictError(
        kind, key, expected=expected, found=found, author=before.author, at=before.at
    )
