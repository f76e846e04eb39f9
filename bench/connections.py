"""Memory of idle visitors, memory at rest, and how soon a started server answers.

    python bench/connections.py [--quick] [--count 2000] [--page FILE]

The server is `yingbin serve`, a child process. It is started twice in the same folder: the first
start lays out the knowledge database, the second is the ordinary one.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from measuring import Usage, busy, machine, put, table, usage
from questions import Kind, questions
from serving import Server, lay_out, serving, settings_in, visiting

from dialog.parts import prepare

AT_START: tuple[Kind, ...] = ("exact", "near", "law", "graph")
"""What a server must be able to answer at once: by wordings, words, rules, graph."""
SETTLING = 3.0
"""Seconds of quiet before memory is read."""


class Idle(msgspec.Struct, frozen=True):
    """Usage and visitors at two moments."""

    some: Usage
    some_visitors: float
    every: Usage
    every_visitors: float

    def each(self) -> float:
        """Kilobytes that one more visitor takes."""
        more = self.every_visitors - self.some_visitors
        return (self.every.resident - self.some.resident) * 1024 / max(more, 1)


async def started(folder: Path, asked: dict[Kind, str]) -> tuple[list[tuple[str, float]], Usage]:
    """The moments of one start, in seconds, and the usage at rest."""
    async with serving(folder) as server:
        moments = [("doors open", server.doors_open)]
        async with visiting(server.address("pages")) as visitor:
            for kind, text in asked.items():
                turn = await visitor.ask(text)
                moments.append(
                    (f"{kind} question heard: {turn.outcome or turn.error}", server.age())
                )
        moments.append(("meaning and small models ready", await server.all_ready()))
        await asyncio.sleep(SETTLING)
        return moments, usage(server.id)


async def idle(folder: Path, count: int, door: str) -> Idle:
    """The usage with some idle visitors and with all of them. Some come first, because the first
    ones live on memory that the start has left behind."""
    async with serving(folder) as server:
        await server.all_ready()
        async with AsyncExitStack() as stack:
            await _fill(stack, server, range(count // 5), door=door)
            some = await _settled(server)
            await _fill(stack, server, range(count // 5, count), door=door)
            every = await _settled(server)
    return Idle(*some, *every)


async def _settled(server: Server) -> tuple[Usage, float]:
    """The usage after a while of quiet, and how many visitors the server itself counts."""
    await asyncio.sleep(SETTLING)
    used = usage(server.id)
    metrics = await server.metrics()
    return used, metrics.get('yingbin_connections{door="conversation"}', 0.0)


async def _fill(stack: AsyncExitStack, server: Server, visitors: range, *, door: str) -> None:
    """Open conversations, a few at a time, from addresses of their own."""
    for start in range(0, len(visitors), 50):
        async with asyncio.TaskGroup() as group:
            for number in visitors[start : start + 50]:
                forwarded = f"10.3.{number // 250}.{number % 250 + 1}"
                visit = visiting(server.address(door), forwarded=forwarded)
                group.create_task(stack.enter_async_context(visit))


def start_table(first: list[tuple[str, float]], second: list[tuple[str, float]]) -> str:
    """The table of moments."""
    rows: list[Sequence[object]] = [
        (name, one, two) for (name, one), (_, two) in zip(first, second, strict=True)
    ]
    return table(("seconds since the start", "first start", "further start"), rows)


def memory_table(rest: Usage, doors: dict[str, Idle]) -> str:
    """The table of memory."""
    rows: list[Sequence[object]] = [
        ("at rest, resident, MB", rest.resident, "≤ 600"),
        ("at rest, of its own, MB", rest.private, ""),
        ("at most during the start, MB", rest.peak, ""),
    ]
    for door, seen in doors.items():
        target = "≤ 20" if door == "conversation" else ""
        name = f"{door} door, {seen.every_visitors:.0f} idle visitors, KB each"
        rows.append((name, seen.each(), target))
    return table(("memory", "figure", "target"), rows)


def main() -> None:
    """Measure, print, and write the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few visitors")
    parser.add_argument("--count", type=int, default=2000, help="idle visitors, at most 5000")
    parser.add_argument("--page", type=Path, help="the page to write the tables to")
    arguments = parser.parse_args()
    count = 100 if arguments.quick else min(arguments.count, 5000)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        chosen = folder / "questions"
        chosen.mkdir()
        settings = settings_in(chosen)
        lay_out(chosen, settings)
        prepared = prepare(settings)
        texts = questions(prepared.library.snapshot)
        prepared.close()
        lay_out(folder, settings_in(folder))
        asked: dict[Kind, str] = {kind: texts[kind][0] for kind in AT_START}
        first, _ = asyncio.run(started(folder, asked))
        second, rest = asyncio.run(started(folder, asked))
        doors = {door: asyncio.run(idle(folder, count, door)) for door in ("conversation", "pages")}
    told = (
        "Target: exact, lexical, graph and rule routes ready at most 5 s after an ordinary start. "
        "Questions are asked one after the other while meaning is still being loaded."
    )
    relay = "The pages door's figure holds both sides of its relay."
    moments, memory = start_table(first, second), memory_table(rest, doors)
    head = "## Start, rest, and idle visitors"
    text = "\n\n".join((head, about, told, moments, relay, memory, busy()))
    print(text)
    if arguments.page:
        put(arguments.page, "connections", text)


if __name__ == "__main__":
    main()
