"""``yingbin journal``: lists turns and deletes them."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import msgspec

from dialog.commands import Commands
from dialog.config_file import read_settings
from dialog.journal import Choice, delete_turns, list_turns
from dialog.messages import Outcome

OUTCOMES = (*get_args(Outcome), "stopped")
"""What may have become of a turn; ``stopped``: it was cut before its end."""


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("journal", help="list or delete recorded turns")
    actions = parser.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="list turns, oldest first")
    listing.add_argument("--since", type=moment, metavar="DATE", help="from this day on")
    listing.add_argument(
        "--outcome", default="", choices=OUTCOMES, metavar="NAME", help=", ".join(OUTCOMES)
    )
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(run=run_list)
    deleting = actions.add_parser("delete", help="delete turns for good")
    chosen = deleting.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--session", default="", help="the turns of one conversation")
    chosen.add_argument("--receipt", default="", help="the turn with this receipt number")
    chosen.add_argument("--before", type=moment, metavar="DATE", help="turns before this day")
    deleting.add_argument("--yes", action="store_true", help="do not ask")
    deleting.set_defaults(run=run_delete)


def moment(text: str) -> datetime:
    """A day, in local time, or a moment in ISO form."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        pass
    else:
        return datetime(day.year, day.month, day.day).astimezone()
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError as error:
        message = f"{text!r} is no date; write it as 2025-01-31"
        raise argparse.ArgumentTypeError(message) from error


def run_list(arguments: argparse.Namespace) -> int:
    """Print the chosen turns."""
    folder = read_settings(arguments.config).data()
    choice = Choice(since=arguments.since, outcome=arguments.outcome)
    for turn in list_turns(folder, choice):
        if arguments.json:
            print(msgspec.json.encode(turn).decode())
        else:
            at = datetime.fromisoformat(str(turn["at"])).astimezone()
            print(
                f"{at:%Y-%m-%d %H:%M:%S}  {turn['session']}/{turn['turn']}  "
                f"{turn['outcome']:<9}  {turn['receipt']:<9}  {turn['question']}"
            )
    return 0


def run_delete(arguments: argparse.Namespace) -> int:
    """Delete the chosen turns, after asking."""
    folder: Path = read_settings(arguments.config).data()
    choice = Choice(session=arguments.session, receipt=arguments.receipt, before=arguments.before)
    count = len(list_turns(folder, choice))
    if count and not arguments.yes and not _confirmed(count):
        print("Nothing was deleted.")
        return 1
    print(f"Deleted turns: {delete_turns(folder, choice)}")
    return 0


def _confirmed(count: int) -> bool:
    if not sys.stdin.isatty():
        print("Add --yes to delete without being asked.", file=sys.stderr)
        return False
    return input(f"Delete {count} turn(s) for good? [y/N] ").strip().lower() in {"y", "yes"}
