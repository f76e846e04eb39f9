"""``yingbin law``: takes in the words of laws, lists what is held, takes it out or back.

Without ``--take`` nothing is changed: the report is the preview of what would be.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from dialog.commands import Commands
from dialog.config_file import read_settings
from dialog.errors import StartError

if TYPE_CHECKING:
    from knowledge.revisions import Revision
    from knowledge.statutes.proposing import Given, Proposal
    from knowledge.store import Store

SHOWN = 20
"""Remarks of one kind that the report prints for a law; ``--all`` prints every one."""


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("law", help="import the words of laws, list them, take them out")
    actions = parser.add_subparsers(dest="action", required=True)
    importing = actions.add_parser("import", help="say what files hold; --take keeps it")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--law", default="", metavar="ID", help="all files are this law")
    importing.add_argument("--title", default="", help="of a law that is not held yet")
    importing.add_argument("--short", default=[], action="append", metavar="NAME")
    importing.add_argument("--level", default="", metavar="WORD", help="such as 法律, 部门规章")
    importing.add_argument("--issuer", default="", metavar="NAME")
    importing.add_argument("--family", default="", metavar="ID", help="shared by its versions")
    importing.add_argument("--version", default="", metavar="NAME", help="such as 2025年修正")
    for name in ("published", "from", "until"):
        importing.add_argument(f"--{name}", type=date.fromisoformat, metavar="DATE")
    importing.add_argument("--url", default="", metavar="ADDRESS", help="of the official text")
    importing.add_argument("--source", default="", metavar="WORDS", help="where the text is from")
    importing.add_argument("--whole", action="store_true", help="no article is missing at the end")
    importing.add_argument(
        "--fewer", action="store_true", help="articles of a law that is held whole may go"
    )
    importing.add_argument("--checked", action="store_true", help="compared with the official text")
    importing.add_argument("--take", action="store_true", help="keep it; visitors get it at once")
    importing.add_argument("--all", action="store_true", help="print every remark")
    importing.add_argument("--json", action="store_true", help="one JSON object a remark")
    importing.set_defaults(run=run_import)
    listing = actions.add_parser("list", help="list the laws whose words are held")
    listing.set_defaults(run=run_list)
    removing = actions.add_parser("remove", help="take a law's words away from visitors")
    removing.set_defaults(run=run_remove)
    restoring = actions.add_parser("restore", help="publish a law's earlier words again")
    restoring.add_argument("--revision", type=int, metavar="NUMBER", help="the one before, if none")
    restoring.set_defaults(run=run_restore)
    verifying = actions.add_parser("verify", help="compare the pack with a folder of statutes")
    verifying.add_argument("folder", type=Path)
    verifying.set_defaults(run=run_verify)
    for action in (removing, restoring):
        action.add_argument("law", metavar="ID")
    for action in (importing, removing, restoring):
        action.add_argument("--author", default="import", metavar="NAME", help="who does it")
        action.add_argument("--why", default="", metavar="WORDS")


def run_import(arguments: argparse.Namespace) -> int:
    """Print the report; with ``--take`` keep all of it or nothing. Exit code 1 when something
    forbids taking it."""
    from knowledge.statutes.proposing import held_in, propose, summary
    from knowledge.statutes.reading import read_file
    from knowledge.statutes.remarks import UnreadableError

    try:
        files = [(path.name, read_file(path)) for path in arguments.files]
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 1
    with _Opened(arguments) as store:
        held, newest = held_in(store)
        proposals = propose(files, _given(arguments), held)
        for proposal in proposals:
            _print(proposal, whole=arguments.all, json=arguments.json)
        if any(p.errors for p in proposals):
            print("Nothing was taken; mend what is marked error.", file=sys.stderr)
            return 1
        if not arguments.take:
            print("Nothing was taken; --take keeps it.", file=sys.stderr)
            return 0
        documents = [d for p in proposals for d in p.documents]
        why = arguments.why or summary(proposals)
        rows = store.take(documents, arguments.author, why, expected=newest)
    print(f"Took {len(rows)} documents." if rows else "All of it is held in these words already.")
    return 0


def run_list(arguments: argparse.Namespace) -> int:
    """Print a line a law."""
    from knowledge.statutes.proposing import held_in

    with _Opened(arguments) as store:
        held, _ = held_in(store)
    for key, statute in sorted(held.statutes.items()):
        law = held.laws.get(key)
        since = law.effective_from if law is not None else None
        until = law.effective_to if law is not None else None
        doubts = sum(bool(a.doubt) for a in statute.articles)
        whole = "whole" if statute.whole else "parts"
        print(
            f"{key:24} {len(statute.articles):4} articles  {whole}"
            f"  {doubts:4} in doubt  {since or '?'} … {until or ''}  {statute.title}"
        )
    print(f"{len(held.statutes)} laws in words", file=sys.stderr)
    return 0


def run_remove(arguments: argparse.Namespace) -> int:
    """Retire a statute: its gists and its record stay."""
    with _Opened(arguments) as store:
        why = arguments.why or "Removed at the terminal."
        _tell(store.retire("statute", f"statute.{arguments.law}", arguments.author, why))
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    """Publish an earlier revision again."""
    with _Opened(arguments) as store:
        key = f"statute.{arguments.law}"
        history = store.history("statute", key)
        number: int | None = arguments.revision
        if number is None:
            # Behind a removal the words that were removed, else those before the present ones.
            live = [r for r in history if r.state == "published"]
            number = live[0 if history[0].state != "published" else min(1, len(live) - 1)].number
        why = arguments.why or f"Restored revision {number}."
        _tell(store.restore("statute", key, number, author=arguments.author, why=why))
    return 0


def run_verify(arguments: argparse.Namespace) -> int:
    """Take every file of a folder into a store that is thrown away, and compare the pack with it.
    Exit code 1 when something is certainly wrong."""
    from dialog.clock import SystemClock
    from dialog.parts import read_pack
    from knowledge.pack import Pack
    from knowledge.statutes.proposing import Given, held_in, propose
    from knowledge.statutes.reading import FORMATS, read_file
    from knowledge.statutes.remarks import UnreadableError
    from knowledge.statutes.verifying import verify
    from knowledge.store import Store
    from knowledge.types import Document

    folder: Path = arguments.folder
    paths = sorted(p for p in folder.glob("*") if p.suffix.lower() in FORMATS)
    if not paths:
        raise StartError(str(folder), "holds no statutes", mend=f"name one with {FORMATS}")
    pack = read_pack(read_settings(arguments.config))
    errors = 0
    with TemporaryDirectory() as scratch:
        store = Store.open(Path(scratch) / "scratch.sqlite3")
        try:
            store.seed(pack.kept(), pack.profile.version)
            for path in paths:
                held, newest = held_in(store)
                try:
                    proposals = propose([(path.name, read_file(path))], Given(), held)
                except UnreadableError as error:
                    print(error)
                    errors += 1
                    continue
                for remark in (r for p in proposals for r in p.remarks):
                    if remark.severity == "error":
                        print(remark)
                errors += sum(p.errors for p in proposals)
                documents = [d for p in proposals for d in p.documents]
                store.take(documents, "verify", path.name, expected=newest)
            held, _ = held_in(store)
            kept = [d for _, d in store.published() if isinstance(d, Document)]
        finally:
            store.close()
    verdict = verify(Pack(pack.profile, kept), SystemClock().now().date())
    for misfit in verdict.misfits:
        print(misfit)
    articles = [a for s in held.statutes.values() for a in s.articles]
    certain = sum(m.certain for m in verdict.misfits)
    print(
        f"{len(paths)} files, {len(held.statutes)} laws, {len(articles)} articles, "
        f"{sum(bool(a.doubt) for a in articles)} in doubt; {verdict.cited} citations compared, "
        f"{verdict.quoted} articles quoted word for word; "
        f"{errors + certain} errors, {len(verdict.misfits) - certain} unsure",
        file=sys.stderr,
    )
    return 1 if errors + certain else 0


class _Opened:
    """The configured store with its pack laid under; refusals name what to mend."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        from dialog.parts import open_store

        self._store = open_store(read_settings(arguments.config))

    def __enter__(self) -> Store:
        return self._store

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from knowledge.errors import StoreError

        self._store.close()
        if isinstance(error, StoreError):
            raise StartError("law", str(error), mend="mend it, then repeat") from error


def _given(arguments: argparse.Namespace) -> Given:
    from knowledge.statutes.proposing import Given

    return Given(
        law=arguments.law,
        title=arguments.title,
        short=tuple(arguments.short),
        level=arguments.level,
        issuer=arguments.issuer,
        family=arguments.family,
        version=arguments.version,
        published=arguments.published,
        effective_from=getattr(arguments, "from"),
        effective_to=arguments.until,
        url=arguments.url,
        source=arguments.source,
        whole=arguments.whole,
        checked=arguments.checked,
        fewer=arguments.fewer,
    )


def _print(proposal: Proposal, *, whole: bool, json: bool) -> None:
    if json:
        for remark in proposal.remarks:
            print(msgspec.json.encode(remark).decode())
        return
    law, statute, changes = proposal.law, proposal.statute, proposal.changes
    print(f"{', '.join(proposal.files)} → {law.id if law else 'no law'}", end="")
    if law is not None and statute is not None:
        force = f"{law.effective_from or '?'} … {law.effective_to or ''}".strip()
        last = statute.articles[-1].number
        print(f"  {statute.title}  in force {force}")
        kept = "held whole" if statute.whole else "not held whole"
        print(
            f"  {len(statute.articles)} articles up to {last}, {kept}, {proposal.doubts} in doubt"
        )
        lines = (("new", changes.added), ("changed", changes.changed), ("gone", changes.gone))
        told = ", ".join(f"{len(names)} {word}" for word, names in lines)
        print(f"  against what is held: {told}, {changes.same} the same")
        for word, names in lines[1:]:
            if names:
                print(f"    {word}: {'、'.join(names)}")
    else:
        seen = proposal.seen
        force = f"{seen.effective_from or '?'} … {seen.effective_to or ''}".strip()
        print(f"  {seen.title or 'no title'}  in force {force}")
        print(f"  {seen.articles} articles up to {seen.last}")
    shown: dict[tuple[str, str], int] = {}
    for remark in proposal.remarks:
        kind = (remark.severity, remark.code)
        shown[kind] = shown.get(kind, 0) + 1
        if whole or shown[kind] <= SHOWN:
            print(f"  {remark}")
    for (severity, code), count in shown.items():
        if count > SHOWN and not whole:
            print(
                f"  {severity:7} … {count - SHOWN} more like the last of {code}; --all prints them"
            )


def _tell(saved: Revision) -> None:
    print(f"{saved.key}: {saved.state}, revision {saved.number}, knowledge version {saved.version}")
