"""The command line: ``yingbin`` = ``python -m dialog``."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dialog.commands import ask, classify, docs, evaluate, journal, law, pack, search, serve, staff
from dialog.errors import StartError

COMMANDS = (serve, ask, evaluate, search, classify, pack, law, staff, journal, docs)


class Parser(argparse.ArgumentParser):
    """A parser that takes ``--config``; so do those of its commands and of their actions, for most
    people write it at the end."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.add_argument(
            "--config",
            type=Path,
            metavar="FILE",
            help="configuration (yingbin.yaml if it exists)",
            default=argparse.SUPPRESS,
        )


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    about = "A digital human that receives visitors of a data exchange."
    parser = Parser(prog="yingbin", description=about)
    parser.set_defaults(config=None)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; exit code 2 for what the operator must mend first."""
    # Before numpy is loaded. Its helpers spin while they wait: for the small products of a search
    # they took a third of a core from the visitors and gave nothing back.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # So do those that grow the trees of a judge: on a busy machine a fit took seven times as long.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    arguments = build_parser().parse_args(words)
    try:
        code = int(arguments.run(arguments))
        # What is still to be written is written here, where a reader that has gone is understood.
        sys.stdout.flush()
        return code
    except StartError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141  # as the shell tells of a program that SIGPIPE ended


def _drop_output() -> None:
    """Let what nobody reads any more (``yingbin ask … | head``) go nowhere: Python would complain
    of it once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def run() -> None:
    """Run the command that was typed and leave the process with its exit code.

    A stop may come while knowledge is still being built in a daemon thread. Python would end such
    a thread inside of compiled code (a network being loaded, trees being grown), which aborts the
    whole process after an orderly stop. All that had to be written has been by then, so the
    process is left at once; what was being built is kept whole or not at all."""
    code = main()
    if any(thread.daemon for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        logging.shutdown()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
