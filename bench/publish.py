"""How long a published edit takes to reach the next visitor, and what it costs.

    python bench/publish.py [--quick] [--count 15] [--page FILE]

The server is `yingbin serve`, a child process; the edit goes through the staff door as the console
sends it, and new visitors ask through the pages door until one hears the new words.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import msgspec
from measuring import busy, machine, put, quantiles, table, usage
from serving import Server, lay_out, serving, settings_in, visiting

from dialog.parts import prepare
from knowledge.types import Entry

QUESTION = "数据交易链是什么？"
PATIENCE = 60.0
"""Seconds after which an edit that nobody hears voids the run."""
PAUSE = 0.1
"""Seconds between two visitors: without it they would take the time that they measure."""
SETTLING = 1.0
"""Seconds of quiet around an edit, so that its work is counted and no other."""


class Edit(msgspec.Struct, frozen=True):
    """Seconds from the click until the door said that it is published, and until a visitor heard
    it; the server's CPU seconds for all of that, the visitors' questions among it."""

    kept: float
    heard: float
    cpu: float


async def edits(folder: Path, entry: dict[str, Any], count: int) -> list[Edit]:
    """Publish the entry in ever new words."""
    found: list[Edit] = []
    async with serving(folder) as server:
        await server.all_ready()
        number = 1
        for place in range(count):
            words = f"第{place}次试验的示例答案。"
            changed = {**entry, "answer": f"{words}{entry['answer']}"[:170]}
            number = await server.draft("entry", changed, expected=number)
            await asyncio.sleep(SETTLING)
            before, begun = usage(server.id), time.perf_counter()
            number = await server.publish("entry", entry["id"], expected=number)
            kept = time.perf_counter() - begun
            await _until_heard(server, words, place)
            heard = time.perf_counter() - begun
            await asyncio.sleep(SETTLING)
            found.append(Edit(kept, heard, usage(server.id).cpu - before.cpu))
    return found


async def _until_heard(server: Server, words: str, place: int) -> None:
    """New visitors ask one after the other until the answer has the words."""
    async with asyncio.timeout(PATIENCE):
        visitor = 0
        while True:
            visitor += 1
            address = f"10.{4 + place % 200}.{visitor // 250}.{visitor % 250 + 1}"
            async with visiting(server.address("pages"), forwarded=address) as page:
                if words in (await page.ask(QUESTION)).said:
                    return
            await asyncio.sleep(PAUSE)


def report(found: list[Edit]) -> str:
    """The table of edits."""
    rows: list[tuple[object, ...]] = []
    for name, values, target in (
        ("published, seconds", [e.kept for e in found], ""),
        ("heard by the next visitor, seconds", [e.heard for e in found], "≤ 2"),
        ("server CPU, seconds", [e.cpu for e in found], "≤ 1.2"),
    ):
        median, slowest = quantiles(values, 0.5, 1.0)
        rows.append((name, len(values), median, slowest, target))
    return table(("from the click on publish", "n", "median", "most", "target"), rows)


def main() -> None:
    """Measure, print, and write the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few edits")
    parser.add_argument("--count", type=int, default=15, help="edits, at most 200")
    parser.add_argument("--page", type=Path, help="the page to write the table to")
    arguments = parser.parse_args()
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        lay_out(folder, settings)
        prepared = prepare(settings)
        target = prepared.library.snapshot.exact(QUESTION)
        prepared.close()
        if target is None or not isinstance(target.document, Entry):
            raise SystemExit(f"The knowledge has no entry that answers: {QUESTION}")
        entry = cast("dict[str, Any]", msgspec.to_builtins(target.document))
        count = 3 if arguments.quick else min(arguments.count, 200)
        found = asyncio.run(edits(folder, entry, count))
    told = (
        "One entry's answer is edited again and again in the staff console's way; the visitors' "
        "own questions are part of the CPU time."
    )
    text = "\n\n".join(("## From a staff edit to the visitor", about, told, report(found), busy()))
    print(text)
    if arguments.page:
        put(arguments.page, "publish", text)


if __name__ == "__main__":
    main()
