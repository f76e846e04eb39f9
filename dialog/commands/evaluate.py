"""``yingbin evaluate``: asks conversations and gold questions of the real turn and measures."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dialog.commands import Commands
from dialog.config_file import read_settings
from dialog.errors import StartError

if TYPE_CHECKING:
    from dialog.evaluating.asking import Asking
    from dialog.evaluating.conversations import Conversation
    from dialog.evaluating.judging import Judged
    from knowledge.gold import Gold

SEED = 7


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("evaluate", help="ask what has a known answer, and measure")
    parser.add_argument("places", nargs="*", type=Path, metavar="FILE", help="conversations")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with pictures")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="what must be reached")
    parser.add_argument("--day", default="", metavar="DATE", help="ask as of this day")
    parser.add_argument(
        "--part", type=int, metavar="NUMBER", help="gold questions to draw, 0 = none; all if absent"
    )
    parser.add_argument("--seed", type=int, metavar="NUMBER", help="draws other questions")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate and print; exit code 1 when a floor is not kept, or a conversation fails that is
    not known to."""
    from dialog.evaluating.asking import Asking
    from dialog.evaluating.conversations import read_conversations
    from dialog.evaluating.floors import Floors, read_floors
    from dialog.evaluating.page import page
    from dialog.evaluating.report import as_json, as_text, report_of
    from dialog.logs import open_logs
    from dialog.parts import prepare
    from knowledge.gold import drawn, gold

    conversations = read_conversations(arguments.places)
    floors = read_floors(arguments.floors, conversations) if arguments.floors else Floors()
    seed = _first(arguments.seed, floors.seed, SEED)
    part = _first(arguments.part, floors.part, -1)
    settings = read_settings(arguments.config)
    open_logs(settings.log.form, "WARNING")
    prepared = prepare(settings, day=arguments.day or floors.day)
    try:
        prepared.warm()
        snapshot = prepared.library.snapshot
        questions = gold(snapshot.pack, prepared.today(), seed=seed) if part else []
        if part > 0:
            questions = drawn(questions, part, seed=seed)
        asking = Asking(prepared, told=lambda line: print(line, file=sys.stderr))
        judged = asyncio.run(_ask_all(asking, conversations, questions))
    finally:
        prepared.close()
    report = report_of(
        judged,
        floors,
        day=prepared.today().isoformat(),
        knowledge=snapshot.pack.profile.version,
        seed=seed,
    )
    print(as_json(report) if arguments.json else as_text(report))
    if arguments.html:
        try:
            arguments.html.write_text(page(report), "utf-8")
        except OSError as error:
            mend = "name a file in a folder that exists"
            raise StartError(
                str(arguments.html), f"cannot be written ({error})", mend=mend
            ) from error
    return 0 if report.holds else 1


async def _ask_all(
    asking: Asking, conversations: list[Conversation], questions: list[Gold]
) -> list[Judged]:
    return [*await asking.hold(conversations), *await asking.put(questions)]


def _first(*choices: int | None) -> int:
    return next(c for c in choices if c is not None)
