"""Documents as JSON text and back: validation with the field named, titles, differences.

Pure functions over the classes of ``knowledge/types.py``; nothing here reads a file or a table.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, cast

import msgspec

from knowledge.errors import Fault, InvalidDocumentError
from knowledge.partial_dates import first_day, told_with_mend
from knowledge.types import (
    KINDS,
    Claim,
    Document,
    Law,
    Matter,
    Origin,
    PartialDate,
    Profile,
    Rule,
    Side,
)

Kept = Document | Profile
"""What the store keeps: a document of any kind, or the pack's profile."""

BODY_LIMIT = 250_000
"""Bytes that one document may have as JSON."""
STATUTE_LIMIT = 4_000_000
"""The same for a statute, which holds a whole law: the longest codes take about a million."""
FINE = 20_000
"""Characters up to which a difference is told character by character, beyond by lines."""

SIDE_NAMES: dict[Side, str] = {
    "meaning": "是什么",
    "steps": "怎么办",
    "documents": "材料",
    "condition": "条件",
    "cost": "费用",
    "duration": "要多久",
    "validity": "有效期",
    "moment": "什么时候",
    "deadline": "多久之内要做",
    "responsible": "谁负责",
    "where": "在哪里",
    "contact": "联系方式",
    "basis": "依据",
    "kinds": "有哪些",
    "duty": "要不要",
    "helper": "要不要找人办",
    "permission": "可不可以",
    "penalty": "处罚",
    "benefit": "好处与用处",
    "count": "有多少",
}
"""What the sides of a matter are called in its title."""

_KIND_OF: dict[type, str] = {kept: kind for kind, kept in KINDS.items()}
_ID = re.compile(r"(?!\s)[^\x00-\x1f\x7f]{1,200}(?<!\s)")
_PATH = re.compile(r" - at `\$\.?(?P<path>.*)`$")
_HOLDING = (msgspec.Struct, tuple)
"""What may hold parts of a document; most of it is words."""
_FIELD = re.compile(r"field `(?P<field>[^`]+)`")


Problem = tuple[str, Fault, str]
"""The path of a field, what is wrong with it, and that in words."""


class Admitted(msgspec.Struct, frozen=True):
    """A checked document with its JSON text."""

    kind: str
    document: Kept
    body: str


class Change(msgspec.Struct, frozen=True):
    """One field that differs; ``pieces`` are runs of text in order."""

    field: str
    pieces: tuple[tuple[Literal["same", "gone", "new"], str], ...]


def kind_of(document: Kept) -> str:
    """The name of the document's kind."""
    return _KIND_OF[type(document)]


def encode(document: Kept) -> str:
    """The document as the JSON text that is stored and compared."""
    return msgspec.json.encode(document).decode()


def decode(kind: str, body: str | bytes, *, key: str = "") -> Kept:
    """The document of a stored text; ``key`` is its id, for the error. Raises
    InvalidDocumentError naming the field."""
    if kind not in KINDS:
        wanted = f"one of {', '.join(KINDS)} was expected"
        raise InvalidDocumentError(kind, "", "kind", wanted, key=key)
    try:
        return msgspec.json.decode(body, type=KINDS[kind])
    except msgspec.ValidationError as error:
        raise _named(kind, str(error), key=key) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidDocumentError(kind, "", "type", "not JSON text", key=key) from error


def admit(kind: str, given: Kept | dict[str, Any]) -> Admitted:
    """Check what is to be kept. Raises InvalidDocumentError naming the field."""
    key = given.get("id", "") if isinstance(given, dict) else given.id
    key = key if isinstance(key, str) else ""
    try:
        text = msgspec.json.encode(given)
    except (TypeError, UnicodeEncodeError, msgspec.MsgspecError) as error:
        raise InvalidDocumentError(kind, "", "type", "not made of JSON values", key=key) from error
    if len(text) > _limit(kind):
        raise _too_long(kind, key, len(text))
    document = decode(kind, text, key=key)
    for fault in faults(kind, document):
        raise fault
    return Admitted(kind, document, encode(document))


def faults(kind: str, document: Kept) -> Iterator[InvalidDocumentError]:
    """All for which the store would refuse a document that fits its class."""
    size = len(msgspec.json.encode(document))
    if size > _limit(kind):
        yield _too_long(kind, document.id, size)
    problems: list[Problem] = []
    if not _ID.fullmatch(document.id):
        wanted = "1–200 characters on one line, none of them a space at an end"
        problems.append(("id", "id", wanted))
    problems.extend(_words(document, ""))
    for path, part in _parts(document, ""):
        problems.extend(_origin(path, part) if isinstance(part, Origin) else _dates(path, part))
        problems.extend(_partial(path, part))
    for field, fault, detail in problems:
        yield InvalidDocumentError(kind, field, fault, detail, key=document.id)


def _limit(kind: str) -> int:
    return STATUTE_LIMIT if kind == "statute" else BODY_LIMIT


def _too_long(kind: str, key: str, size: int) -> InvalidDocumentError:
    told = f"{size} bytes; {_limit(kind)} are allowed"
    return InvalidDocumentError(kind, "", "too_long", told, key=key)


def title_of(document: Kept) -> str:
    """The words by which a person knows the document."""
    if isinstance(document, Claim):
        return f"{document.subject} · {document.predicate} · {document.object}"
    if isinstance(document, Rule):
        return f"{document.law} 第{document.article}条 {document.gist}"
    if isinstance(document, Law):
        return f"{document.title} {document.version}".strip()
    if isinstance(document, Matter) and document.names:
        sides = "、".join(dict.fromkeys(SIDE_NAMES[s.side] for s in document.sides))
        return f"{document.names[0]}：{sides}" if sides else document.names[0]
    for name in ("question", "title", "name", "text"):
        value = getattr(document, name, "")
        if value:
            return str(value)
    variants = getattr(document, "variants", ())
    return str(variants[0]) if variants else document.id


def words_of(document: Kept) -> str:
    """All text of the document in one form, for a search by words."""
    built = cast("dict[str, Any]", msgspec.to_builtins(document))
    return plain("\n".join(value for _, value in _leaves(built)))


def plain(text: str) -> str:
    """Width and case made equal."""
    return unicodedata.normalize("NFKC", text).casefold()


def valid_on(document: Kept, on: date) -> bool:
    """Whether the document's own dates of validity hold ``on``. A law or rule always is: a former
    version is knowledge too, and who reads it compares the dates of force."""
    first: date | None = getattr(document, "valid_from", None)
    last: date | None = getattr(document, "valid_to", None)
    return (first is None or first <= on) and (last is None or on <= last)


def differences(kind: str, before: str, after: str) -> tuple[Change, ...]:
    """The fields that differ between two stored texts, in the order of the class."""
    old = _by_field(before)
    new = _by_field(after)
    order = [field.encode_name for field in msgspec.structs.fields(KINDS[kind])]
    names = [name for name in order if name in old or name in new]
    return tuple(
        Change(name, _pieces(old.get(name, ""), new.get(name, "")))
        for name in names
        if old.get(name) != new.get(name)
    )


def _by_field(body: str) -> dict[str, str]:
    built: dict[str, Any] = msgspec.json.decode(body)
    return {name: _readable(value) for name, value in built.items()}


def _readable(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(_readable(item) for item in cast("list[Any]", value))
    return msgspec.json.encode(value).decode()


def _pieces(before: str, after: str) -> tuple[tuple[Literal["same", "gone", "new"], str], ...]:
    pieces: list[tuple[Literal["same", "gone", "new"], str]] = []
    # The time grows with the square of the length.
    fine = len(before) + len(after) <= FINE
    old = list(before) if fine else before.splitlines(keepends=True)
    new = list(after) if fine else after.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(("gone", "".join(old[a:b])))
        if d > c:
            pieces.append(("new", "".join(new[c:d])))
    return tuple(pieces)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, item in cast("dict[str, Any]", value).items():
            yield from _leaves(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(cast("list[Any]", value)):
            yield from _leaves(item, f"{path}[{index}]")


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def _words(value: msgspec.Struct, path: str) -> Iterator[Problem]:
    """Required text must say something, and so must each line of a document's own lists. Lists
    inside its parts may hold blanks, where one place of a row has nothing to say."""
    for field in _fields(type(value)):
        here = _below(path, field.name)
        given = getattr(value, field.name)
        if isinstance(given, str):
            if field.required and not given.strip():
                yield here, "empty", "empty; it must say something"
        elif isinstance(given, msgspec.Struct):
            yield from _words(given, here)
        elif isinstance(given, tuple):
            for index, item in enumerate(cast("tuple[Any, ...]", given)):
                if isinstance(item, msgspec.Struct):
                    yield from _words(item, f"{here}[{index}]")
                elif isinstance(item, str) and not path and not item.strip():
                    yield f"{here}[{index}]", "empty", "empty; remove it"


def _origin(path: str, origin: Origin) -> Iterator[Problem]:
    if bool(origin.law) == bool(origin.source):
        yield path, "origin", "name either a law or a source, not both and not neither"
    elif origin.article is not None and not origin.law:
        yield path, "origin", "an article belongs to a law"


def _dates(path: str, part: msgspec.Struct) -> Iterator[Problem]:
    """Times of a document, or of a row of it, that end before they begin."""
    for stem in ("valid", "effective"):
        last: date | None = getattr(part, f"{stem}_to", None)
        first: date | None = getattr(part, f"{stem}_from", None)
        if first is not None and last is not None and last < first:
            yield _below(path, f"{stem}_to"), "dates", f"{last} lies before {first}"


def _partial(path: str, part: msgspec.Struct) -> Iterator[Problem]:
    """Dates that may lack their day or month, and that no calendar has."""
    for name in _partial_dates(type(part)):
        given: str = getattr(part, name)
        # A required one that says nothing is told as empty.
        if given.strip() and first_day(given) is None:
            told = f"{given!r} is no day, month or year of the calendar"
            yield _below(path, name), "date", told


@functools.cache
def _partial_dates(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in _fields(kind) if field.type == PartialDate)


def _parts(value: Any, path: str) -> Iterator[tuple[str, msgspec.Struct]]:
    """A document and every part of it, with its path."""
    if isinstance(value, msgspec.Struct):
        yield path, value
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if isinstance(part, _HOLDING):
                yield from _parts(part, _below(path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(cast("tuple[Any, ...]", value)):
            if isinstance(item, _HOLDING):
                yield from _parts(item, f"{path}[{index}]")


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _named(kind: str, message: str, *, key: str) -> InvalidDocumentError:
    """An error that names the field, out of the decoder's sentence."""
    found = _PATH.search(message)
    path = found["path"] if found else ""
    problem = message[: found.start()] if found else message
    field = _FIELD.search(problem)
    fault: Fault = "type"
    if field:
        path = f"{path}.{field['field']}" if path else field["field"]
        fault = "missing" if "missing" in problem else "unknown"
    elif "Invalid enum" in problem:
        fault = "choice"
    elif (told := told_with_mend(problem)) != problem:
        fault, problem = "date", told
    return InvalidDocumentError(kind, path, fault, problem, key=key)
