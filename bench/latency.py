"""How long a question waits, by route: in this process, and through a real socket.

    python bench/latency.py [--quick] [--count N] [--page FILE]

One visitor, one question at a time, the product's own ledger of stages beside the whole. The
process runs on one core, so the figures are those of one core.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from measuring import busy, machine, put, quantiles, table
from questions import Asked, Kind, questions
from serving import Turn, lay_out, serving, settings_in, visiting

from dialog.messages import Clarify, Delta, Done, Sentence
from dialog.parts import Prepared, prepare
from dialog.reply.question import Question
from dialog.seams import Turn as Runner

TARGETS: dict[str, str] = {
    "exact": "p50 ≤ 5, p99 ≤ 25",
    "near": "p50 ≤ 5, p99 ≤ 25",
    "paraphrase": "p50 ≤ 60",
}
"""Milliseconds to the first text."""


async def in_process(turn: Runner, question: str, today: Any) -> Turn:
    """One turn, driven as ``yingbin ask`` drives it."""
    seen = Turn()
    begun = time.perf_counter()
    async for message in turn.run(Question(question, "zh", (), today)):
        if seen.first != seen.first and isinstance(message, Delta | Sentence | Clarify):
            seen.first = (time.perf_counter() - begun) * 1000
        if isinstance(message, Done):
            seen.end = (time.perf_counter() - begun) * 1000
            seen.outcome, seen.route, seen.ledger = message.outcome, message.route, message.latency
    return seen


async def all_in_process(prepared: Prepared, asked: Asked) -> dict[Kind, list[Turn]]:
    """All questions in this process, after a few that warm it."""
    today = prepared.today()
    for texts in asked.values():
        await in_process(prepared.turn, texts[-1], today)
    return {
        kind: [await in_process(prepared.turn, text, today) for text in texts[:-1]]
        for kind, texts in asked.items()
    }


async def through_socket(folder: Path, asked: Asked) -> dict[Kind, list[Turn]]:
    """All questions through the pages door of a real server; a new visitor for every few, as the
    limit of questions in one conversation stands."""
    seen: dict[Kind, list[Turn]] = {}
    core = max(os.sched_getaffinity(0))
    address = 0
    async with serving(folder, cores={core}) as server:
        await server.all_ready()
        for kind, texts in asked.items():
            seen[kind] = []
            for start in range(0, len(texts), 5):
                address += 1
                forwarded = f"10.1.{address // 250}.{address % 250 + 1}"
                async with visiting(server.address("pages"), forwarded=forwarded) as visitor:
                    for text in texts[start : start + 5]:
                        seen[kind].append(await visitor.ask(text))
            seen[kind] = seen[kind][1:]
    return seen


def waits(seen: dict[Kind, list[Turn]]) -> str:
    """The table of waits."""
    rows: list[Sequence[object]] = []
    for kind, turns in seen.items():
        p50, p95, p99 = quantiles([t.first for t in turns if not t.error], 0.5, 0.95, 0.99)
        done = quantiles([t.end for t in turns if not t.error], 0.5)[0]
        errors = sum(bool(t.error) or t.outcome == "error" for t in turns)
        rows.append(
            (kind, len(turns), p50, p95, p99, done, errors, _said(turns), TARGETS.get(kind, ""))
        )
    head = ("question", "n", "p50", "p95", "p99", "done p50", "errors", "outcomes", "target")
    return table(head, rows)


def _said(turns: Sequence[Turn]) -> str:
    outcomes = [t.outcome or t.error for t in turns]
    return ", ".join(f"{o} {outcomes.count(o)}" for o in sorted(set(outcomes)))


def stages(seen: dict[Kind, list[Turn]]) -> str:
    """The table of stages: the median of each."""
    names = ("find", "read", "decide", "words", "first")
    rows = [
        (kind, *(quantiles([t.ledger.get(n, 0.0) for t in turns], 0.5)[0] for n in names))
        for kind, turns in seen.items()
    ]
    return table(("question", *names), rows)


def main() -> None:
    """Measure, print, and write the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a handful of questions")
    parser.add_argument("--count", type=int, default=200, help="questions of each kind")
    parser.add_argument("--page", type=Path, help="the page to write the tables to")
    arguments = parser.parse_args()
    count = 6 if arguments.quick else arguments.count
    cores = os.sched_getaffinity(0)
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        lay_out(folder, settings)
        os.sched_setaffinity(0, {min(cores)})
        prepared = prepare(settings)
        prepared.warm()
        asked = questions(prepared.library.snapshot)
        first: Asked = {kind: texts[: count + 1] for kind, texts in asked.items()}
        # Others for the socket, so that no cache of the first round helps, where there are enough.
        second: Asked = {k: (t[count + 1 :] or t)[: count + 1] for k, t in asked.items()}
        here = asyncio.run(all_in_process(prepared, first))
        prepared.close()
        there = asyncio.run(through_socket(folder, second))
    apart = "the client on another core" if len(cores) > 1 else "the client on the same core"
    text = "\n\n".join(
        (
            "## Waiting for the first text (milliseconds)",
            about,
            "In one process on one core, no socket:",
            waits(here),
            f"Through the pages door and its relay, the server on one core, {apart}:",
            waits(there),
            "Stages of the turns in one process, medians (`find` holds the embedding):",
            stages(here),
            busy(),
        )
    )
    print(text)
    if arguments.page:
        put(arguments.page, "latency", text)


if __name__ == "__main__":
    main()
