"""Reads YAML with its places: every mistake of a file is reported, each with line and mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import msgspec
import yaml

from dialog.errors import StartError

FILE_LIMIT = 2 * 1024 * 1024
"""Bytes that one file may have."""


class Mapped(msgspec.Struct, frozen=True):
    """A mapping of a file with the line of each key."""

    values: Mapping[str, object]
    lines: Mapping[str, int]
    line: int


class Listed(msgspec.Struct, frozen=True):
    """A list of a file with the line of each item."""

    values: tuple[object, ...]
    lines: tuple[int, ...]


class Problems:
    """What is wrong with the files read so far."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, str]] = []

    def add(self, path: Path, line: int, what: str, *, mend: str) -> None:
        """Keep a problem with its place and its mend."""
        self.found.append((str(path), line, f"{path}, line {line}: {what} — {mend}"))

    def stop(self, what: str) -> None:
        """Raise ``StartError`` with all problems, if there are any."""
        if self.found:
            lines = "\n".join(told for _, _, told in sorted(self.found))
            raise StartError(what, f"{len(self.found)} problem(s)\n{lines}\n", mend="mend them")


def read_yaml(path: Path, problems: Problems) -> object:
    """The file's content as ``Mapped``, ``Listed`` and plain values; ``None`` when it has none."""
    try:
        if path.stat().st_size > FILE_LIMIT:
            problems.add(path, 1, f"larger than {FILE_LIMIT >> 20} MB", mend="split it")
            return None
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(path, 1, f"it cannot be read ({error})", mend="name a UTF-8 file")
        return None
    try:
        node = cast("Any", yaml.compose(text, Loader=yaml.SafeLoader))
        return None if node is None else _value(node, path, problems, depth=0)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", None) or "this is not YAML")
        line = 1 if mark is None else int(mark.line) + 1
        mend = "check indentation, quotes and colons there"
        problems.add(path, line, what, mend=mend)
        return None


_DEEPEST = 12


def _value(node: Any, path: Path, problems: Problems, *, depth: int) -> object:
    line = int(node.start_mark.line) + 1
    if depth > _DEEPEST:
        problems.add(path, line, "nested too deep, or in itself", mend="write it out flat")
        return None
    if isinstance(node, yaml.MappingNode):
        values: dict[str, object] = {}
        lines: dict[str, int] = {}
        for key, inner in cast("list[tuple[Any, Any]]", node.value):
            name, place = str(key.value), int(key.start_mark.line) + 1
            if name in values:
                problems.add(path, place, f"`{name}` stands twice", mend="keep one of them")
            values[name] = _value(inner, path, problems, depth=depth + 1)
            lines[name] = place
        return Mapped(values, lines, line)
    if isinstance(node, yaml.SequenceNode):
        items = cast("list[Any]", node.value)
        return Listed(
            tuple(_value(i, path, problems, depth=depth + 1) for i in items),
            tuple(int(i.start_mark.line) + 1 for i in items),
        )
    return _scalar(node)


def _scalar(node: Any) -> object:
    text, tag = str(node.value), str(node.tag)
    if tag.endswith(":int"):
        return int(text, 10) if text.lstrip("+-").isdigit() else text
    if tag.endswith(":float"):
        try:
            return float(text)
        except ValueError:
            return text
    if tag.endswith(":bool") and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return None if tag.endswith(":null") else text


def known_keys(row: Mapped, allowed: Iterable[str], path: Path, problems: Problems) -> None:
    """Report keys that mean nothing here, with the nearest one that does."""
    names = tuple(allowed)
    for name, line in row.lines.items():
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            mend = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(names)}"
            problems.add(path, line, f"unknown key `{name}`", mend=mend)
