"""Why the staff door says no, as JSON: a code with its data. The console has the words."""

from __future__ import annotations

import math

import msgspec
from aiohttp import web

from dialog.doors.accounts import AccountError
from knowledge.errors import (
    ConflictError,
    InvalidDocumentError,
    NoDraftError,
    NotFoundError,
    StoreError,
    UnavailableError,
)


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
