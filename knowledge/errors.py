"""What can go wrong with kept knowledge.

KnowledgeError
└── StoreError
    ├── UnavailableError          the database refused: busy, full, closed, damaged
    ├── NewerStoreError           the database was written by a newer release
    ├── UnsupportedDatabaseError  an address that this release cannot open
    ├── InvalidDocumentError      a field is wrong; names it
    ├── ConflictError             somebody else was faster; names who and when
    ├── NotFoundError             no such document or revision
    └── NoDraftError              no draft waits
"""

from __future__ import annotations

from typing import Literal

Fault = Literal[
    "kind",
    "missing",
    "unknown",
    "type",
    "choice",
    "empty",
    "id",
    "date",
    "dates",
    "origin",
    "too_long",
]
"""What is wrong with a field. The staff console has words in two languages for each."""


class KnowledgeError(Exception):
    """The root."""


class StoreError(KnowledgeError):
    """The root of what the store raises. ``retryable``: trying again later can help."""

    retryable = False


class UnavailableError(StoreError):
    """The database did not take part. Nothing of the operation was kept."""

    def __init__(self, operation: str, reason: str, *, retryable: bool) -> None:
        super().__init__(operation, reason)
        self.operation = operation
        self.reason = reason
        self.retryable = retryable

    def __str__(self) -> str:
        again = "try again" if self.retryable else "see to the disk and the file, then try again"
        return f"{self.operation}: the knowledge store answered {self.reason!r}; {again}"


class NewerStoreError(StoreError):
    """The file's schema is not one that this release knows."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: written by a newer release; install that release or restore a backup"


class UnsupportedDatabaseError(StoreError):
    """The address is not that of a SQLite file."""

    def __init__(self, dialect: str) -> None:
        super().__init__(dialect)
        self.dialect = dialect

    def __str__(self) -> str:
        return f"{self.dialect}: not supported; give a file path or sqlite:///path"


class InvalidDocumentError(StoreError):
    """One field of a document is wrong. ``field`` is a path such as ``sources[0].law``; ``key``
    the document's id, empty where it has none."""

    def __init__(self, kind: str, field: str, fault: Fault, detail: str, *, key: str = "") -> None:
        super().__init__(kind, field, fault, detail)
        self.kind = kind
        self.key = key
        self.field = field
        self.fault: Fault = fault
        self.detail = detail

    def __str__(self) -> str:
        where = f"{self.kind}.{self.field}" if self.field else self.kind
        return (
            f"{where}: {self.detail}" if not self.key else f"{where} of {self.key}: {self.detail}"
        )


class ConflictError(StoreError):
    """The document has moved on since the editor read it."""

    def __init__(self, kind: str, key: str, *, expected: int, found: int, author: str, at: str):
        super().__init__(kind, key, expected, found, author, at)
        self.kind = kind
        self.key = key
        self.expected = expected
        self.found = found
        self.author = author
        self.at = at

    def __str__(self) -> str:
        return (
            f"{self.kind} {self.key}: {self.author} changed it at {self.at} "
            f"(revision {self.found}, you read {self.expected}); read it again, then repeat"
        )


class NotFoundError(StoreError):
    """There is no such document, or no such revision of it."""

    def __init__(self, kind: str, key: str, number: int | None = None) -> None:
        super().__init__(kind, key, number)
        self.kind = kind
        self.key = key
        self.number = number

    def __str__(self) -> str:
        revision = "" if self.number is None else f" revision {self.number}"
        return f"{self.kind} {self.key}{revision}: not in the store"


class NoDraftError(StoreError):
    """The document's newest revision is no draft."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(kind, key)
        self.kind = kind
        self.key = key

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: no draft waits to be published"
