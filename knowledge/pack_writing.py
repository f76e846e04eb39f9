"""A pack written to a folder, so that reading the folder gives the same values again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
import yaml

from knowledge.pack import LAYOUT, Pack
from knowledge.types import Document, Rule

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write(pack: Pack, folder: Path) -> list[str]:
    """Write a pack into a new or empty folder; the files' names. Raises ``FileExistsError`` when
    something stands there already."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(str(folder))
    files = {"pack.yaml": _yaml(msgspec.to_builtins(pack.profile))}
    for kind, pattern in LAYOUT:
        groups: dict[str, list[Document]] = defaultdict(list)
        for document in pack.all(kind).values():
            groups[_file(document, pattern)].append(document)
        for name, documents in groups.items():
            rows = [msgspec.to_builtins(d) for d in documents]
            files[name] = _lines(rows) if name.endswith(".jsonl") else _yaml(rows)
    for name in ("intents", "feelings", "consultations"):
        examples: Sequence[msgspec.Struct] = getattr(pack, name)
        if examples:
            files[f"examples/{name}.jsonl"] = _lines(msgspec.to_builtins(e) for e in examples)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        # newline: the text stays as it is on every system.
        path.write_text(text, encoding="utf-8", newline="")
    return sorted(files)


def _file(document: Document, pattern: str) -> str:
    """The file of a document. Rules lie by law; other kinds with many files lie in one."""
    place = PurePosixPath(pattern)
    if "*" not in pattern:
        return pattern
    name = place.parent.name
    if isinstance(document, Rule) and document.law.replace("-", "").isalnum():
        name = document.law
    return str(place.with_name(f"{name}{place.suffix}"))


def _yaml(value: Any) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100))


def _lines(rows: Iterable[Any]) -> str:
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)
