"""What the console may send: one class a request; unknown fields are refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from dialog.doors.accounts import Role
from dialog.doors.refusal import RefusedError

B = TypeVar("B")
Short = Annotated[str, Meta(max_length=200)]
Why = Annotated[str, Meta(max_length=500)]
Number = Annotated[int, Meta(ge=0, le=1_000_000_000)]
_FIELD = re.compile(r"field `(?P<field>[^`]+)`")
_PATH = re.compile(r" - at `\$\.?(?P<path>.*)`$")


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root."""


class SignIn(Body, frozen=True):
    """Name and password."""

    name: Short
    password: Annotated[str, Meta(max_length=1000)]


class SetUp(Body, frozen=True):
    """The first administrator."""

    token: Short
    name: Short
    password: Annotated[str, Meta(max_length=1000)]


class Password(Body, frozen=True):
    """A change of the own password."""

    old: Annotated[str, Meta(max_length=1000)]
    new: Annotated[str, Meta(max_length=1000)]


class Search(Body, frozen=True):
    """What to list."""

    words: Short = ""
    kind: Annotated[str, Meta(max_length=32)] = ""
    state: Literal["draft", "published", "retired"] | None = None
    page: Annotated[int, Meta(ge=1, le=100_000)] = 1


class Which(Body, frozen=True):
    """One document."""

    kind: Short
    key: Short


class Draft(Body, frozen=True):
    """A document to be kept as a draft. ``expected``: the newest revision that was read, 0 for a
    new document."""

    kind: Short
    document: dict[str, Any]
    expected: Number
    why: Why = ""


class Shown(Body, frozen=True):
    """A document as it stands in the form."""

    kind: Short
    document: dict[str, Any]


class Act(Body, frozen=True):
    """Publish, discard or retire. ``why`` must say something."""

    kind: Short
    key: Short
    expected: Number
    why: Annotated[str, Meta(min_length=1, max_length=500)]


class Restore(Body, frozen=True):
    """Publish an old revision again."""

    kind: Short
    key: Short
    number: Number
    expected: Number
    why: Annotated[str, Meta(min_length=1, max_length=500)]


class NewAccount(Body, frozen=True):
    """A new member of staff."""

    name: Short
    role: Role
    password: Annotated[str, Meta(max_length=1000)]


class ChangedAccount(Body, frozen=True):
    """Changes to a member of staff; what is left out stays."""

    name: Short
    role: Role | None = None
    active: bool | None = None
    password: Annotated[str, Meta(max_length=1000)] = ""


def decode(text: bytes, shape: type[B]) -> B:
    """The body as a value; a refusal names the field."""
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.ValidationError as error:
        raise _named(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(400, "not_json") from error


def query(given: Mapping[str, str], shape: type[B]) -> B:
    """The query string as a value; an empty value counts as left out."""
    try:
        values = {name: value for name, value in given.items() if value}
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        raise _named(str(error)) from error


def _named(message: str) -> RefusedError:
    found = _PATH.search(message)
    path = found["path"] if found else ""
    problem = message[: found.start()] if found else message
    field = _FIELD.search(problem)
    if not field:
        return RefusedError(400, "field", field=path, detail=problem)
    path = f"{path}.{field['field']}" if path else field["field"]
    code = "missing_field" if "missing" in problem else "unknown_field"
    return RefusedError(400, code, field=path, detail=problem)
