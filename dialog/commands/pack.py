"""``yingbin pack``: checks a pack of knowledge, and builds ahead what a running product needs."""

from __future__ import annotations

import argparse
import sys
import time

from dialog.commands import Commands
from dialog.config_file import read_settings


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("pack", help="check, build, compare, export or import a pack")
    actions = parser.add_subparsers(dest="action", required=True)
    building = actions.add_parser("build", help="prepare vectors, judges and small models")
    building.set_defaults(run=run_build)


def run_build(arguments: argparse.Namespace) -> int:
    """Build what is missing for the configured pack, and say how long it took."""
    from dialog.logs import open_logs
    from dialog.parts import prepare

    settings = read_settings(arguments.config)
    open_logs(settings.log.form, "WARNING")
    print("Preparing the knowledge; the first time takes a few minutes …", flush=True)
    started = time.perf_counter()
    prepared = prepare(settings)
    try:
        prepared.warm()
        state = prepared.readiness()
    finally:
        prepared.close()
    for name, word in state.items():
        if word != "ready":
            print(f"{name}: {word}", file=sys.stderr)
    print(f"Prepared in {time.perf_counter() - started:.0f} s: {settings.data() / 'built'}")
    return 0
