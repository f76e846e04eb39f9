"""``yingbin pack``: checks, prepares, compares, writes out and takes in packs of knowledge."""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dialog.commands import Commands
from dialog.config_file import read_settings
from dialog.errors import StartError

if TYPE_CHECKING:
    from knowledge.documents import Kept
    from knowledge.pack import Pack
    from knowledge.pack_files import Places
    from knowledge.types import Entry

Key = tuple[str, str]
"""Kind and id."""
_SHOWN = 48
"""Characters of a conclusion that are shown beside its row: the pack holds it whole."""


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("pack", help="check, prepare, compare, export or import knowledge")
    actions = parser.add_subparsers(dest="action", required=True)
    checking = actions.add_parser("check", help="say what is wrong with a pack's content")
    checking.add_argument(
        "folder", nargs="?", type=Path, help="a pack's folder; the configured one if left out"
    )
    checking.add_argument("--json", action="store_true", help="one JSON object a line")
    checking.add_argument(
        "--day", type=date.fromisoformat, metavar="DATE", help="check for this day, not today"
    )
    checking.set_defaults(run=run_check)
    building = actions.add_parser("build", help="prepare vectors, judges and small models")
    building.add_argument(
        "--ship", action="store_true", help="learn anew and put the result into the pack's folder"
    )
    building.set_defaults(run=run_build)
    readying = actions.add_parser("ready", help="keep beside the pack what a first start makes")
    readying.set_defaults(run=run_ready)
    comparing = actions.add_parser("diff", help="say what differs between two packs")
    comparing.add_argument("before", type=Path, metavar="A")
    comparing.add_argument("after", type=Path, metavar="B")
    comparing.set_defaults(run=run_diff)
    drawing = actions.add_parser("draw", help="draw entries to be read aloud")
    drawing.add_argument("--count", type=_some, default=30, metavar="N", help="how many (30)")
    drawing.add_argument("--seed", type=int, default=1, metavar="N", help="which draw (1)")
    drawing.set_defaults(run=run_draw)
    exporting = actions.add_parser("export", help="write what visitors get as a pack")
    exporting.add_argument("folder", type=Path, help="a new or empty folder")
    exporting.set_defaults(run=run_export)
    importing = actions.add_parser("import", help="publish a pack's documents as staff")
    importing.add_argument("folder", type=Path, help="a pack's folder")
    importing.add_argument("--author", default="import", metavar="NAME", help="who publishes")
    importing.add_argument("--why", default="Imported from a pack.", metavar="WORDS")
    importing.set_defaults(run=run_import)


def _some(text: str) -> int:
    """A number of things, at least one."""
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{count} draws nothing; write 1 or more")
    return count


def run_check(arguments: argparse.Namespace) -> int:
    """Print every finding; exit code 1 when one of them is an error."""
    from dialog.clock import SystemClock
    from dialog.parts import pack_folder
    from knowledge.check import check_placed

    folder: Path = arguments.folder or pack_folder(read_settings(arguments.config).knowledge.pack)
    day: date = arguments.day or SystemClock().now().date()
    pack, places = _read(folder)
    found = check_placed(pack, places, day)
    for finding in found:
        print(msgspec.json.encode(finding).decode() if arguments.json else finding)
    _say_proved(pack)
    errors = sum(f.severity == "error" for f in found)
    print(f"{folder}: {errors} errors, {len(found) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0


def _say_proved(pack: Pack) -> None:
    """A line a decision table, and one for each of its rows that does not rule: what is said not
    to be known is a hole that has a name, and must not pass for a ruling."""
    from knowledge.check import proved, unsettled
    from knowledge.types import DecisionTable

    for table in pack.all(DecisionTable).values():
        span = proved(table)
        told = f"proved {span[0]} … {span[1]}" if span else "not proved"
        print(f"{table.id}: {told}", file=sys.stderr)
        for row, first, last in unsettled(table):
            began = row.conclusion[:_SHOWN] + ("…" if len(row.conclusion) > _SHOWN else "")
            print(f"  does not rule {first} … {last} (row {row.id}): {began}", file=sys.stderr)


def run_build(arguments: argparse.Namespace) -> int:
    """Build what is missing for the configured pack, and say how long it took."""
    from dialog.logs import open_logs
    from dialog.parts import forget_learned, pack_folder, prepare, take_learned

    settings = read_settings(arguments.config)
    open_logs(settings.log.form, "WARNING")
    built, shipped = settings.data() / "built", pack_folder(settings.knowledge.pack) / "built"
    if arguments.ship:
        forget_learned(built)
        forget_learned(shipped)
    print("Preparing the knowledge; what is new takes some 15 ms a text …", flush=True)
    started = time.perf_counter()
    prepared = prepare(settings)
    try:
        prepared.warm()
        if arguments.ship:
            take_learned(built, shipped)
            prepared.library.keep_vectors(shipped)
    finally:
        prepared.close()
    print(f"Prepared in {time.perf_counter() - started:.0f} s: {built}")
    return 0


def run_ready(arguments: argparse.Namespace) -> int:
    """Keep beside the configured pack what a first start would make, and say where."""
    from dialog.parts import make_ready, pack_folder

    settings = read_settings(arguments.config)
    try:
        print(f"Made ready for a first start: {make_ready(settings)}")
    except OSError as error:
        folder = str(pack_folder(settings.knowledge.pack))
        mend = "run it as who may write there; without it a first start takes longer"
        raise StartError(folder, f"nothing can be kept there: {error}", mend=mend) from error
    return 0


def run_diff(arguments: argparse.Namespace) -> int:
    """Print what differs, a document a paragraph; exit code 1 when something does."""
    from knowledge.documents import differences, encode, title_of

    before, after = (_documents(_read(f)[0]) for f in (arguments.before, arguments.after))
    differing = 0
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        differing += 1
        mark = "+" if old is None else "-" if new is None else "~"
        named = new or old
        if named is not None:
            print(f"{mark} {key[0]} {key[1]}  {title_of(named)}")
        if old is not None and new is not None:
            for change in differences(key[0], encode(old), encode(new)):
                shown = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
                told = "".join(shown[run].format(text) for run, text in change.pieces)
                print(f"    {change.field}: {told}")
    print(f"{differing} documents differ", file=sys.stderr)
    return 1 if differing else 0


def run_draw(arguments: argparse.Namespace) -> int:
    """Print entries drawn by a seed as a visitor would hear them, for an editor's ear."""
    from dialog.parts import read_pack
    from knowledge.types import Entry

    entries = sorted(read_pack(read_settings(arguments.config)).all(Entry).values(), key=_id)
    for entry in random.Random(arguments.seed).sample(entries, min(arguments.count, len(entries))):
        print(f"{entry.id}\n  {entry.question}\n  {entry.answer}\n")
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write the published knowledge as a pack; the training examples come from the shipped one."""
    from dialog.parts import open_store, published_pack, read_pack
    from knowledge.pack_writing import write

    settings = read_settings(arguments.config)
    shipped = read_pack(settings)
    store = open_store(settings, shipped)
    try:
        files = write(published_pack(store, shipped), arguments.folder)
    except OSError as error:
        raise StartError(
            str(arguments.folder), f"cannot be written ({error})", mend="name a new or empty folder"
        ) from error
    finally:
        store.close()
    print(f"Wrote {len(files)} files to {arguments.folder}")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Publish each document of a pack that differs from what visitors get. What the pack lacks
    stays. Nothing is published, and the exit code is 1, where the check finds an error in what
    visitors would get."""
    from dialog.clock import SystemClock
    from dialog.parts import open_store, published_pack, read_pack
    from knowledge.check import check_import
    from knowledge.errors import StoreError

    coming, places = _read(arguments.folder)
    wanted = _documents(coming)
    settings = read_settings(arguments.config)
    shipped = read_pack(settings)
    store = open_store(settings, shipped)
    try:
        # Read before the check, so that an edit in the meantime is not written over.
        numbers = store.numbers({kind for kind, _ in wanted})
        held = published_pack(store, shipped)
        found = check_import(held, coming, places, SystemClock().now().date())
        for finding in found:
            print(finding)
        errors = sum(f.severity == "error" for f in found)
        if errors:
            print(f"Published nothing: {errors} errors in {arguments.folder}", file=sys.stderr)
            return 1
        taken = store.take(wanted.values(), arguments.author, arguments.why, expected=numbers)
    except StoreError as error:
        raise StartError(str(arguments.folder), str(error), mend="mend it, then repeat") from error
    finally:
        store.close()
    print(f"Published {len(taken)} documents of {len(wanted)}. A running server shows them within")
    print("two seconds.")
    return 0


def _id(entry: Entry) -> str:
    return entry.id


def _documents(pack: Pack) -> dict[Key, Kept]:
    from knowledge.documents import kind_of

    return {(kind_of(document), document.id): document for document in pack.kept()}


def _read(folder: Path) -> tuple[Pack, Places]:
    from knowledge.pack import PackError, read_placed

    try:
        return read_placed(folder)
    except PackError as error:
        raise _unreadable(folder, error.problems) from error


def _unreadable(folder: Path, problems: list[str]) -> StartError:
    what = "the pack cannot be read:\n  " + "\n  ".join(problems)
    return StartError(str(folder), what, mend="mend the named places")
