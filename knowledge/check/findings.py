"""What a check finds, and the walk over a document that several checks share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, cast

import msgspec

from knowledge.types import Document, Origin, Part

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong. ``code`` names the rule that was broken; ``file`` is the place
    below the pack's folder, empty where the pack did not come from a folder; ``field``: the path
    of the field whose line is that place, empty for the document's own."""

    severity: Severity
    code: str
    id: str
    what: str
    mend: str
    file: str = ""
    field: str = ""

    def __str__(self) -> str:
        place = f"{self.file}: " if self.file else ""
        return f"{self.severity}: {place}{self.id}: {self.what} [{self.code}] — {self.mend}"


Findings = Iterator[Finding]


def error(code: str, key: str, what: str, *, mend: str, field: str = "") -> Finding:
    """Something that would make an answer wrong or a document unreachable."""
    return Finding("error", code, key, what, mend, field=field)


def warning(code: str, key: str, what: str, *, mend: str) -> Finding:
    """Something that a careful editor would mend."""
    return Finding("warning", code, key, what, mend)


def origins(document: Document | Part) -> Iterator[tuple[str, Origin]]:
    """Every origin inside a document or a part of one, with the path of its field."""
    yield from ((path, v) for path, v in _walk(document, "") if isinstance(v, Origin))


def texts(document: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """Every text inside a document or a part of one, with the path of its field."""
    yield from ((path, v) for path, v in _walk(document, "") if isinstance(v, str))


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[Any, ...]", value)):
            yield from _walk(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        for name, item in cast("dict[str, Any]", value).items():
            yield from _walk(item, f"{path}.{name}")
