"""The files of a pack as rows, and in which line each row and each of its fields stands.

The lines of YAML are looked up only when somebody asks: reading marks of every node would make
the reading of a sound pack several times slower.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml

from knowledge.yaml_loading import StrictLoader

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes that one file of a pack may have."""

CUT = "the file may be cut; end it with a newline"

_STEP = re.compile(r"\[(?P<number>\d+)\]|(?P<name>\w+)")


class _Loader(StrictLoader):
    """Strict YAML whose dates stay text, so that a partial date and a full one are read alike."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in StrictLoader.yaml_implicit_resolvers.items()
}


class _DoubledNameError(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(f"`{name}` stands twice here; keep one of them")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of its pairs. JSON lets a name stand twice, and the last one wins unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubledNameError(next(n for n in names if names.count(n) > 1))
    return found


class PackFile:
    """One file. ``rows`` are the values of its documents; ``problems`` say why it, or a line of
    it, could not be read; ``whole``: nothing of it is missing from ``rows``."""

    def __init__(self, path: Path, name: str, *, single: bool = False) -> None:
        """``name``: the path below the pack's folder. ``single``: the file is one document."""
        self.name = name
        self.rows: list[Any] = []
        self.problems: list[str] = []
        self._lines: list[int] = []
        self._text = self._decoded(path)
        if path.suffix == ".jsonl":
            self._read_lines()
        elif not self.problems:
            self._read_yaml(single=single)

    @property
    def whole(self) -> bool:
        """Whether every document of the file is among its rows."""
        return not self.problems

    def place(self, index: int, path: str = "") -> str:
        """``entries/roles.yaml:12``: where a row starts, or the field of it that a path such as
        ``sources[0].law`` names, as far as the file has it."""
        line = self._lines[index] if self._lines else self._line_in_yaml(index, path)
        return f"{self.name}:{line}"

    def _decoded(self, path: Path) -> str:
        size = path.stat().st_size
        if size > FILE_LIMIT:
            self.problems.append(f"{self.name}: larger than {FILE_LIMIT >> 20} MB; split it")
            return ""
        data = path.read_bytes()
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            # The codec counts behind the mark that a file may begin with.
            start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
            before = data[:start]
            column = start - (before.rfind(b"\n") + 1) + 1
            self._broken(
                before.count(b"\n") + 1,
                f"byte {column} of the line is not UTF-8; save the file as UTF-8",
            )
            return ""

    def _broken(self, line: int, what: str) -> None:
        self.problems.append(f"{self.name}:{line}: {what}")

    def _read_lines(self) -> None:
        for number, line in enumerate(self._text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line, object_pairs_hook=_once)
                if "\\u" in line:
                    # Half a surrogate pair can be read and never be written.
                    json.dumps(row, ensure_ascii=False).encode()
            except json.JSONDecodeError as error:
                self._broken(number, f"{error.msg} at column {error.colno}")
            except UnicodeEncodeError:
                self._broken(number, "an escape such as \\ud83d is half a character")
            except _DoubledNameError as error:
                self._broken(number, str(error))
            except (ValueError, RecursionError):
                self._broken(number, "a number too long, or lists too deep in each other")
            else:
                self.rows.append(row)
                self._lines.append(number)

    def _read_yaml(self, *, single: bool) -> None:
        if self._text.strip() and not self._text.endswith("\n"):
            # The rest of a sentence that was cut off is sound YAML; only its end is missing.
            self._broken(self._text.count("\n") + 1, CUT)
        try:
            value = yaml.load(self._text, Loader=_Loader)  # noqa: S506
        except yaml.YAMLError as error:
            self._broken(self._line_of(error), str(getattr(error, "problem", "")) or str(error))
        except (ValueError, RecursionError):
            self._broken(1, "a number that is none, or lists too deep in each other")
        else:
            self._take(value, single=single)

    def _take(self, value: Any, *, single: bool) -> None:
        if single or (isinstance(value, dict) and "id" in value):
            self.rows.append(cast("Any", value))
        elif isinstance(value, list):
            self.rows.extend(cast("list[Any]", value))
        elif value is not None:
            self._broken(1, "a list is wanted, one item a document")

    def _line_of(self, error: yaml.YAMLError) -> int:
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            return int(mark.line) + 1
        # A sign that YAML forbids has no mark, only the number of the byte.
        position = getattr(error, "position", None) or 0
        return self._text.encode()[:position].count(b"\n") + 1

    @functools.cached_property
    def _root(self) -> Any:
        return cast("Any", yaml.compose(self._text, Loader=_Loader))

    def _line_in_yaml(self, index: int, path: str) -> int:
        node: Any = self._root
        if isinstance(node, yaml.SequenceNode) and index < len(node.value):
            node = node.value[index]
        line = 1 if node is None else int(node.start_mark.line) + 1
        for step in _STEP.finditer(path):
            found = _child(node, step)
            if found is None:
                break
            mark, node = found
            line = int(mark.line) + 1
        return line


def _child(node: Any, step: re.Match[str]) -> tuple[Any, Any] | None:
    """The mark of a step below a node, and the node that it leads to."""
    if step["number"] and isinstance(node, yaml.SequenceNode):
        number = int(step["number"])
        if number < len(node.value):
            return node.value[number].start_mark, node.value[number]
    if step["name"] and isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step["name"]:
                return key.start_mark, value
    return None


class Places:
    """In which file and line of a folder each document stands. ``strays``: the files of the folder
    that nothing reads."""

    def __init__(self) -> None:
        self.strays: tuple[str, ...] = ()
        self._rows: dict[str, tuple[PackFile, int]] = {}

    def put(self, key: str, file: PackFile, index: int) -> None:
        """Say where a document stands."""
        self._rows[key] = (file, index)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def of(self, key: str, path: str = "") -> str:
        """``entries/roles.yaml:12`` for a document's id, and a field of it; empty for a document
        of elsewhere."""
        if key not in self._rows:
            return ""
        file, index = self._rows[key]
        return file.place(index, path)
