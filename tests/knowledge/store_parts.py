"""Small documents for the tests of the store."""

from __future__ import annotations

from typing import Any

from knowledge.store import Store
from knowledge.types import Entry


def entry(answer: str = "可以。", key: str = "entry.a", **more: Any) -> Entry:
    return Entry(id=key, question="能入场吗？", answer=answer, intent="procedure", **more)


def answers(store: Store) -> dict[str, str]:
    return {d.id: d.answer for _, d in store.published() if isinstance(d, Entry)}
