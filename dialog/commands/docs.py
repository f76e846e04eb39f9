"""``yingbin docs``: writes the generated pages of this source tree."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialog.commands import Commands


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("docs", help="write protocol.d.ts and the generated pages")
    parser.add_argument(
        "--root", type=Path, default=Path(__file__).resolve().parents[2], metavar="FOLDER"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what is stale and name it."""
    from dialog.schema import write_pages

    for path in write_pages(arguments.root):
        print(path)
    return 0
