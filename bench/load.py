"""A morning rush: 300 visitors at the real server, questions coming in whether it keeps up or not.

    python bench/load.py [--quick] [--seconds 60] [--rate 30] [--visitors 300]
                         [--door pages|conversation] [--page FILE]

The server is `yingbin serve` with its journal and its metrics on and no cloud voice; a third of the
visitors have sound, which is captions with a moving mouth. Questions come at a fixed rate (open
loop): a wait counts from the moment at which the question was due, so a server that falls behind
cannot hide it. No question is asked twice but the exact ones.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from measuring import Usage, busy, machine, put, quantiles, table, usage
from questions import Kind, questions
from serving import Server, Turn, Visitor, lay_out, serving, settings_in, visiting
from websockets.exceptions import ConnectionClosed

from dialog.journal import Choice, list_turns
from dialog.parts import prepare

MIX: tuple[tuple[Kind, float], ...] = (("exact", 0.4), ("paraphrase", 0.4), ("unknown", 0.2))
OVERRUN = 240.0
"""Seconds beyond the planned ones for opening, late answers and closing; then the run is void."""
MOST_SECONDS, MOST_RATE, MOST_VISITORS = 120.0, 60.0, 1000


class Due(msgspec.Struct, frozen=True):
    """A question, who asks it, and when: seconds after the start."""

    at: float
    visitor: int
    kind: Kind
    text: str


class Load(msgspec.Struct, frozen=True):
    """How much load there is."""

    seconds: float
    rate: float
    visitors: int
    door: str


class Heard(msgspec.Struct, frozen=True):
    """What became of the load. ``late``: how long after their moment questions were sent, in
    milliseconds, because the generator itself was busy. ``seconds``: to the last answer's end."""

    turns: list[tuple[Due, Turn]]
    late: list[float]
    before: Usage
    after: Usage
    own: float
    seconds: float
    metrics: dict[str, float]


def plan(load: Load, texts: dict[Kind, list[str]], seed: int = 11) -> list[Due]:
    """The questions with their moments. Arrivals are random with the wanted rate; visitors take
    turns, so that nobody interrupts an answer of their own."""
    draw = random.Random(seed)
    count = round(load.seconds * load.rate)
    kinds: list[Kind] = [kind for kind, share in MIX for _ in range(round(count * share))]
    draw.shuffle(kinds)
    left = {kind: iter(texts[kind]) for kind, _ in MIX if kind != "exact"}
    # The knowledge has taken in most of what people asked; wordings that lack a character are known
    # to no table either and take the same way through the search.
    left["paraphrase"] = iter([*texts["paraphrase"], *texts["slip"]])
    moments = sorted(draw.uniform(0, load.seconds) for _ in kinds)
    found: list[Due] = []
    for number, (at, kind) in enumerate(zip(moments, kinds, strict=True)):
        text = draw.choice(texts["exact"]) if kind == "exact" else next(left[kind], "")
        if not text:
            raise SystemExit(f"Not enough questions of the kind {kind} for this load.")
        found.append(Due(at, number % load.visitors, kind, text))
    return found


async def run(load: Load, due: Sequence[Due], server: Server) -> Heard:
    """Open all conversations, ask what is due when it is due, and hear the answers."""
    turns: list[tuple[Due, Turn]] = []
    late: list[float] = []
    async with AsyncExitStack() as stack:
        visitors = [
            await stack.enter_async_context(
                visiting(
                    server.address(load.door),
                    sound=number % 3 == 0,
                    forwarded=f"10.2.{number // 250}.{number % 250 + 1}",
                )
            )
            for number in range(load.visitors)
        ]
        # A visitor hears one answer out before the next question; the wait counts all the same.
        talking = [asyncio.Lock() for _ in visitors]
        await asyncio.sleep(1)
        before, own = usage(server.id), time.process_time()
        start = time.perf_counter()

        async def ask(one: Due, visitor: Visitor, talks: asyncio.Lock) -> None:
            moment = start + one.at
            try:
                async with talks:
                    turn = await visitor.ask(one.text, begun=moment)
            except (ConnectionClosed, TimeoutError, OSError) as error:
                turn = Turn(error=type(error).__name__)
            turns.append((one, turn))

        async with asyncio.TaskGroup() as group:
            for one in due:
                await asyncio.sleep(max(0.0, start + one.at - time.perf_counter()))
                late.append((time.perf_counter() - start - one.at) * 1000)
                group.create_task(ask(one, visitors[one.visitor], talking[one.visitor]))
        after, own = usage(server.id), time.process_time() - own
        seconds = time.perf_counter() - start
        metrics = await server.metrics()
    return Heard(turns, late, before, after, own, seconds, metrics)


def waits(turns: Sequence[tuple[Due, Turn]]) -> str:
    """The table of waits, in milliseconds."""
    rows: list[Sequence[object]] = []
    groups: list[tuple[str, list[Turn]]] = [("all", [t for _, t in turns])]
    groups += [(k, [t for d, t in turns if d.kind == k]) for k, _ in MIX]
    groups += [("with sound", [t for d, t in turns if d.visitor % 3 == 0])]
    for name, some in groups:
        good = [t for t in some if not t.error]
        first = quantiles([t.first for t in good], 0.5, 0.95, 0.99)
        end = quantiles([t.end for t in good], 0.5, 0.95, 0.99)
        errors = sum(bool(t.error) or t.outcome == "error" for t in some)
        rows.append((name, len(some), *first, *end, errors))
    head = ("questions", "n", "first p50", "p95", "p99", "done p50", "p95", "p99", "errors")
    return table(head, rows)


def outcomes(turns: Sequence[tuple[Due, Turn]]) -> str:
    """The table of outcomes by kind, and of what went wrong."""
    counted = Counter((d.kind, t.outcome or f"error: {t.error}") for d, t in turns)
    names = sorted({outcome for _, outcome in counted})
    rows = [(k, *(counted[k, name] for name in names)) for k, _ in MIX]
    return table(("questions", *names), rows)


def cost(heard: Heard, rows_kept: int) -> str:
    """What the server used."""
    spent = heard.after.cpu - heard.before.cpu
    late50, late99 = quantiles(heard.late, 0.5, 0.99)
    voiced = sum(t.speeches for _, t in heard.turns)
    asked = len(heard.turns)
    rows: list[tuple[str, object]] = [
        ("seconds to the end of the last answer", heard.seconds),
        ("server CPU, cores", spent / heard.seconds),
        ("server CPU a question, ms", spent / max(asked, 1) * 1000),
        ("resident before, MB", heard.before.resident),
        ("resident after, MB", heard.after.resident),
        ("resident at most, MB", heard.after.peak),
        ("generator CPU, cores", heard.own / heard.seconds),
        ("generator late p50, ms", late50),
        ("generator late p99, ms", late99),
        ("sentences with a moving mouth", voiced),
        ("rows in the journal", rows_kept),
        ("journal rows dropped", heard.metrics.get("yingbin_journal_dropped_total", 0.0)),
        ("turns that the metrics counted", _sum(heard.metrics, "yingbin_turns_total")),
    ]
    return table(("what", "figure"), [(name, value) for name, value in rows])


def _sum(metrics: dict[str, float], name: str) -> float:
    return sum(v for n, v in metrics.items() if n == name or n.startswith(name + "{"))


def cores_apart() -> tuple[set[int], set[int], str]:
    """Cores for the server and for the generator, and in words what was possible."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) > 2:
        words = f"server on cores {cores[:2]}, generator apart on {cores[2:]}"
        return set(cores[:2]), set(cores[2:]), words
    words = (
        f"server on cores {cores}; this machine has no other, so the generator, a process of its "
        f"own, runs on core {cores[-1]} beside it and takes time from it"
    )
    return set(cores), {cores[-1]}, words


async def measure(load: Load, folder: Path, texts: dict[Kind, list[str]]) -> str:
    """One run, as the text of its part of the page."""
    for_server, for_generator, words = cores_apart()
    os.sched_setaffinity(0, for_generator)
    due = plan(load, texts)
    async with serving(folder, cores=for_server) as server:
        await server.all_ready()
        async with asyncio.timeout(load.seconds + OVERRUN):
            heard = await run(load, due, server)
    kept = await asyncio.to_thread(lambda: len(list_turns(folder / "var", Choice())))
    sound = sum(number % 3 == 0 for number in range(load.visitors))
    said = (
        f"{load.visitors} visitors, {load.rate:.0f} questions a second for {load.seconds:.0f} s "
        f"through the {load.door} door; {sound} of them with sound. Pinned: {words}. "
        "Target: first text p95 ≤ 250 ms, no error."
    )
    figures = cost(heard, kept)
    return "\n\n".join((said, waits(heard.turns), outcomes(heard.turns), figures))


def main() -> None:
    """Measure, print, and write the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few seconds, few visitors")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=30)
    parser.add_argument("--visitors", type=int, default=300)
    parser.add_argument("--door", choices=("pages", "conversation"), default="pages")
    parser.add_argument("--page", type=Path, help="the page to write the tables to")
    arguments = parser.parse_args()
    load = Load(
        4 if arguments.quick else min(arguments.seconds, MOST_SECONDS),
        5 if arguments.quick else min(arguments.rate, MOST_RATE),
        10 if arguments.quick else min(arguments.visitors, MOST_VISITORS),
        arguments.door,
    )
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        lay_out(folder, settings)
        # Words alone suffice to choose the questions; the server makes its own parts.
        prepared = prepare(settings)
        texts = questions(prepared.library.snapshot)
        prepared.close()
        measured = asyncio.run(measure(load, folder, texts))
    text = "\n\n".join(("## A morning rush (milliseconds)", about, measured, busy()))
    print(text)
    if arguments.page:
        put(arguments.page, f"load {load.door}", text)


if __name__ == "__main__":
    main()
