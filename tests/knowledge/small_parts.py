"""The small invented pack and what is built from it, made once for all tests that read it."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from dialog.reply.small_models import train
from dialog.reply.turn import Models
from knowledge.building import build_judges
from knowledge.pack import SHIPPED, Pack, read
from knowledge.search.judges import Judges
from knowledge.search.vectors import HashedPairs, VectorCache
from knowledge.snapshot import Snapshot
from knowledge.types import Document

FOLDER = Path(__file__).parent / "small_pack"
DAY = date(2026, 6, 1)


@functools.cache
def small_pack() -> Pack:
    return read(FOLDER)


@functools.cache
def shipped_pack() -> Pack:
    return read(SHIPPED)


@functools.cache
def words_judges() -> Judges:
    """Judges that know words alone."""
    with tempfile.TemporaryDirectory() as folder:
        return build_judges(small_pack(), DAY, None, Path(folder))


@functools.cache
def cache() -> VectorCache:
    return VectorCache(HashedPairs(), None)


@functools.cache
def vector_judges() -> Judges:
    """Judges with and without vectors."""
    with tempfile.TemporaryDirectory() as folder:
        return build_judges(small_pack(), DAY, cache(), Path(folder))


@functools.cache
def small_snapshot(day: date = DAY) -> Snapshot:
    """The small pack searched by words."""
    return Snapshot(small_pack(), day, version=1, judges=words_judges(), cache=None)


@functools.cache
def vector_snapshot() -> Snapshot:
    """The small pack searched by words and vectors."""
    return Snapshot(small_pack(), DAY, version=1, judges=vector_judges(), cache=cache())


@functools.cache
def small_models() -> Models:
    intent, _ = train(small_pack().intents, None)
    feeling, _ = train(small_pack().feelings, None)
    return Models(intent, feeling)


def changed_pack(*changed: Document, version: str = "") -> Pack:
    """The small pack with some documents in other words."""
    pack = small_pack()
    documents: dict[str, Document] = {d.id: d for d in pack.every()}
    documents.update({d.id: d for d in changed})
    profile = msgspec.structs.replace(pack.profile, version=version or pack.profile.version)
    return Pack(profile, documents.values(), intents=pack.intents, feelings=pack.feelings)


def ids(documents: Iterable[Document]) -> list[str]:
    return [d.id for d in documents]
