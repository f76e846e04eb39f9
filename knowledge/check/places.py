"""In which file and line of a pack's folder each document stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

from knowledge.pack import LAYOUT

_YAML_ID = re.compile(r"^(?:- |  )?id:\s*(?P<id>\S.*?)\s*$")
_JSON_ID = re.compile(r'"id"\s*:\s*(?P<id>"(?:[^"\\]|\\.)*")')


def places(folder: Path) -> dict[str, str]:
    """Places such as ``entries/roles.yaml:12`` by document id."""
    found: dict[str, str] = {}
    for _, pattern in LAYOUT:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
                key = _id_on(line, json_lines=path.suffix == ".jsonl")
                if key:
                    found.setdefault(key, f"{name}:{number}")
    return found


def _id_on(line: str, *, json_lines: bool) -> str:
    if json_lines:
        match = _JSON_ID.search(line)
        return str(json.loads(match["id"])) if match else ""
    match = _YAML_ID.match(line)
    return match["id"].strip("\"'") if match else ""
