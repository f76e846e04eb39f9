"""``yingbin docs``: writes the generated pages of this source tree."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialog.commands import Commands
from dialog.errors import StartError


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("docs", help="write protocol.d.ts and the generated pages")
    parser.add_argument(
        "--root", type=Path, default=Path(__file__).resolve().parents[2], metavar="FOLDER"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit code 1 when a page is stale"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what is stale, or only look for it, and name it."""
    from dialog.schema import stale_pages, write_pages

    try:
        found = (stale_pages if arguments.check else write_pages)(arguments.root)
    except OSError as error:
        what = f"cannot be read or written ({error.strerror or error})"
        mend = "name the folder of a source tree, which holds docs and static"
        raise StartError(str(error.filename or arguments.root), what, mend=mend) from error
    for path in found:
        print(path)
    return 1 if arguments.check and found else 0
