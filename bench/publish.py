"""How long a published edit takes to reach a visitor: store, snapshot, answer. Prints a table."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from typing import cast

import msgspec

from dialog.config import Settings
from dialog.hearing import listen
from dialog.parts import prepare
from knowledge.types import Entry

QUESTION = "数据交易链是什么？"
ROUNDS = 7


async def seconds_to_visitor() -> list[float]:
    """Seconds from each publish until a new turn says the new words."""
    folder = tempfile.mkdtemp(prefix="yingbin-bench-")
    prepared = prepare(msgspec.structs.replace(Settings(), data_dir=folder))
    prepared.library.follow()
    target = prepared.library.snapshot.exact(QUESTION)
    assert target is not None
    entry = cast("Entry", target.document)
    taken: list[float] = []
    for number in range(ROUNDS):
        answer = f"第{number}次试验的示例答案。{entry.answer}"[:170]
        changed = msgspec.structs.replace(entry, answer=answer)
        await asyncio.to_thread(
            prepared.store.save_draft, "entry", changed, author="bench", why="bench"
        )
        started = time.perf_counter()
        await asyncio.to_thread(
            prepared.store.publish, "entry", entry.id, author="bench", why="bench"
        )
        while True:
            heard = await listen(prepared.turn, QUESTION, (), prepared.today())
            if f"第{number}次试验" in heard.text:
                break
            await asyncio.sleep(0.01)
        taken.append(time.perf_counter() - started)
    await asyncio.to_thread(prepared.close)
    return taken


def main() -> None:
    """Run and print."""
    taken = asyncio.run(seconds_to_visitor())
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    print(f"Publish to visitor, {day}, {len(taken)} edits of the shipped pack")
    print("| median s | slowest s | target s |\n|---|---|---|")
    print(f"| {statistics.median(taken):.2f} | {max(taken):.2f} | 2 |")


if __name__ == "__main__":
    main()
