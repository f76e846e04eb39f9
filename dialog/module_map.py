"""The map of the code, made from what each module says of itself in its first lines."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("avatar", "knowledge", "dialog")
_ROOT = Path(__file__).resolve().parents[1]


def modules() -> Iterator[tuple[str, str, str]]:
    """Every module that holds something: its package, its name, and its first paragraph."""
    for room in ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            first = " ".join(inspect.cleandoc(docstring).split("\n\n")[0].split())
            package = ".".join(path.parent.relative_to(_ROOT).parts)
            if path.stem != "__init__":
                yield package, path.stem, first


def page(generated: str) -> str:
    """``docs/modules.md``. ``generated``: the line that says so."""
    lines = [
        "# Modules",
        "",
        (
            f"{generated} What each module says of itself in its first lines; how data goes "
            "through them stands in [architecture](architecture.md)."
        ),
    ]
    here = ""
    for package, name, first in modules():
        if package != here:
            lines += ["", f"## `{package}`", "", "| module | |", "|---|---|"]
            here = package
        lines.append(f"| `{name}` | {first.replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"
