"""Why the staff door says no, as JSON: a code with its data. The console has the words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import msgspec
from aiohttp import web

from dialog.doors.accounts import AccountError
from knowledge.check import Finding
from knowledge.errors import (
    ConflictError,
    InvalidDocumentError,
    NoDraftError,
    NotFoundError,
    StoreError,
    UnavailableError,
)

_TOLD = 3
"""Findings of one document that are told at once."""
_FIELD = re.compile(r"(?P<path>[a-z_]+(?:\[\d+\]|\.[a-z_]+)*): ")


class RefusedError(Exception):
    """A request is refused. ``code`` is what the console looks up."""

    def __init__(
        self,
        status: int,
        code: str,
        *,
        detail: str = "",
        field: str = "",
        retry_after: float = 0,
        by: str = "",
        at: str = "",
    ) -> None:
        super().__init__(status, code, detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.field = field
        self.retry_after = math.ceil(retry_after)
        self.by = by
        self.at = at


def refused(error: StoreError | AccountError | TimeoutError) -> RefusedError:
    """What the person at the console is told about an error from behind the door."""
    match error:
        case ConflictError():
            return RefusedError(
                409, "conflict", detail=str(error.found), by=error.author, at=error.at
            )
        case NotFoundError():
            return RefusedError(404, "not_found", detail=f"{error.kind} {error.key}")
        case NoDraftError():
            return RefusedError(409, "no_draft", detail=error.key)
        case InvalidDocumentError():
            return RefusedError(
                400, f"document_{error.fault}", field=error.field, detail=error.detail
            )
        case UnavailableError() if error.retryable:
            return RefusedError(503, "busy", retry_after=2)
        case StoreError():
            return RefusedError(500, "store")
        case AccountError():
            status = 409 if error.refusal in {"name_taken", "last_admin", "closed"} else 400
            return RefusedError(status, f"account_{error.refusal}")
        case TimeoutError():
            return RefusedError(503, "timeout", retry_after=5)


def faulty(findings: Sequence[Finding]) -> RefusedError:
    """What the person is told whose words would make what visitors get wrong: the first finding's
    code, and of each what was found. Where a finding names a field, the console shows it."""
    first = findings[0]
    field = _FIELD.match(first.what)
    return RefusedError(
        409,
        f"finding_{first.code}",
        field=field["path"] if field else "",
        detail="; ".join(f.what for f in findings[:_TOLD]),
    )


def response(error: RefusedError) -> web.Response:
    """The refusal as JSON."""
    told = {
        "code": error.code,
        "detail": error.detail,
        "field": error.field,
        "by": error.by,
        "at": error.at,
        "retry_after": error.retry_after,
    }
    body = msgspec.json.encode({"error": {name: value for name, value in told.items() if value}})
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after else {}
    return web.Response(
        body=body, status=error.status, content_type="application/json", headers=headers
    )
