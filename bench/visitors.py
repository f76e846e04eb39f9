"""How the real turn answers visitors' questions that taught it nothing.

    python bench/visitors.py [--list] [FILE]

`tests/quality/visitors.jsonl` holds questions by people who had not seen the knowledge, written
after everything that it is taught from; `right` names the documents whose answer, given alone,
answers the question, as judged by reading, none where nothing in the knowledge does. A reply is
*right* where it rests on one of them, *wrong* where it asserts something and does not, however true
and near it may be. To tell a known gap or that nothing is known asserts nothing.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import defaultdict
from pathlib import Path

import msgspec
from measuring import ROOT, machine, table

from dialog.config_file import read_settings
from dialog.hearing import Heard, listen
from dialog.logs import open_logs
from dialog.parts import Prepared, prepare
from knowledge.search.thresholds import upper_bound
from knowledge.types import Consultation, Gap

ASSERTING = ("answered", "partial")


def main() -> None:
    """Ask all questions, print the tables, and with ``--list`` every question that was not
    answered rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=ROOT / "tests" / "quality" / "visitors.jsonl")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    lines = Path(arguments.file).read_bytes().splitlines()
    questions = [msgspec.json.decode(line, type=Consultation) for line in lines]
    settings = read_settings(None)
    open_logs(settings.log.form, "WARNING")
    prepared = prepare(settings)
    try:
        prepared.warm()
        gaps = set(prepared.library.snapshot.pack.all(Gap))
        heard = asyncio.run(_ask(prepared, questions))
    finally:
        prepared.close()
    print(machine())
    _print(questions, heard, gaps, listed=arguments.list)


async def _ask(prepared: Prepared, questions: list[Consultation]) -> list[Heard]:
    turn = prepared.turn
    return [await listen(turn, q.text, (), prepared.today()) for q in questions]


def _print(
    questions: list[Consultation], heard: list[Heard], gaps: set[str], *, listed: bool
) -> None:
    routes: dict[str, list[bool]] = defaultdict(list)
    answerable = right = refused = 0
    for asked, reply in zip(questions, heard, strict=True):
        done = reply.done
        able = bool(set(asked.right) - gaps)
        asserts = done.outcome in ASSERTING and not set(done.entries) <= gaps
        holds = bool(set(done.entries) & set(asked.right))
        answerable += able
        right += asserts and holds and able
        refused += not able and not (asserts and not holds)
        if asserts:
            routes[done.route].append(holds)
        verdict = ("right" if holds else "wrong") if asserts else "known" if able else "refused"
        if listed and verdict in ("wrong", "known"):
            print(
                verdict, f"{done.confidence:.2f}", asked.text, done.route, done.entries, sep=" | "
            )
    answers = [holds for each in routes.values() for holds in each]
    wrong = answers.count(False)
    shown = [
        ("questions", len(questions)),
        ("answerable", answerable),
        ("answered", len(answers)),
        ("wrong among answered", f"{wrong} ({wrong / max(len(answers), 1):.1%})"),
        ("bound of that share at 95 %", f"{upper_bound(wrong, len(answers)):.1%}"),
        ("coverage: rightly answered among answerable", f"{right / max(answerable, 1):.1%}"),
        ("unanswerable refused", f"{refused / max(len(questions) - answerable, 1):.1%}"),
    ]
    print(table(("measure", "seen"), shown))
    rows = [(name, len(each), each.count(False)) for name, each in sorted(routes.items())]
    print(table(("route", "answered", "wrong"), rows))


if __name__ == "__main__":
    main()
