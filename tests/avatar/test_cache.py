"""Sentences kept on disk: found again by content, bounded, and never a reason to fail."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from avatar.cache import MEMORY_BYTES, Cache, content_name
from avatar.tone import Prosody
from avatar.visemes import Boundary
from avatar.voices import Line, Sound


def line(text: str = "入场。", rate: int = 0) -> Line:
    return Line(text, "zh", Prosody(rate))


def sound(size: int = 1000, voice: str = "v") -> Sound:
    return Sound(voice, b"\xff" * size, 500, boundaries=(Boundary("入场", 0.0, 400.0),))


async def fetch(cache: Cache, name: str) -> bytes | None:
    """As the pages door does it: off the event loop."""
    return await asyncio.to_thread(cache.fetch, name)


async def test_kept_and_found(tmp_path: Path) -> None:
    """A sound is found by text, voice and manner, also by a later run, and by nothing else."""
    name = await Cache(tmp_path, megabytes=1).keep(line(), sound(), lasting=True)
    later = Cache(tmp_path, megabytes=1)
    assert await later.find("v", line()) == (name, sound())
    assert await fetch(later, name) == sound().audio
    assert await later.find("w", line()) is None
    assert await later.find("v", line(rate=5)) is None
    assert await later.find("v", line("离场。")) is None


async def test_room(tmp_path: Path) -> None:
    """At the limit all is kept; one byte more and the least recently used sounds go first."""
    size = 1024 * 1024 // 4
    cache = Cache(tmp_path, megabytes=1)
    overhead = None
    names: list[str] = []
    for index in range(4):
        names.append(await cache.keep(line(str(index)), sound(size - 300), lasting=True))
        (tmp_path / f"{names[-1]}.sound").stat()
        os.utime(tmp_path / f"{names[-1]}.sound", (index, index))
    overhead = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert overhead <= 1024 * 1024
    assert all([await fetch(cache, name) for name in names])
    assert await fetch(cache, names[0])
    await cache.keep(line("more"), sound(size - 300), lasting=True)
    left = {path.stem for path in tmp_path.iterdir()}
    assert names[0] in left
    assert names[1] not in left
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1024 * 1024


async def test_too_large(tmp_path: Path) -> None:
    """A sound larger than the whole room is not filed, but can be fetched for a while."""
    cache = Cache(tmp_path, megabytes=1)
    name = await cache.keep(line(), sound(1024 * 1024), lasting=True)
    assert not list(tmp_path.iterdir())
    assert await fetch(cache, name)


@pytest.mark.parametrize("content", [b"", b"\0\0\0\5{", b"\xff\xff\xff\xff", b"\0\0\0\2{}abc"])
async def test_damaged_file(tmp_path: Path, content: bytes) -> None:
    """A damaged file is as if it were not there, and is thrown away."""
    path = tmp_path / f"{content_name('v', line())}.sound"
    path.write_bytes(content)
    assert await Cache(tmp_path, megabytes=1).find("v", line()) is None
    assert not path.exists()


async def test_cut_file(tmp_path: Path) -> None:
    """A file that lost its end is not played."""
    name = await Cache(tmp_path, megabytes=1).keep(line(), sound(), lasting=True)
    path = tmp_path / f"{name}.sound"
    path.write_bytes(path.read_bytes()[:-1])
    assert await Cache(tmp_path, megabytes=1).find("v", line()) is None


async def test_unfinished_files_are_removed(tmp_path: Path) -> None:
    """What a crash left half written is cleared away and never read."""
    (tmp_path / "a.1234.part").write_bytes(b"half")
    assert await Cache(tmp_path, megabytes=1).find("v", line()) is None
    assert not list(tmp_path.iterdir())


async def test_memory_is_bounded(tmp_path: Path) -> None:
    """Sounds that do not last make room for one another."""
    cache = Cache(tmp_path, megabytes=1)
    size = MEMORY_BYTES // 4
    names = [await cache.keep(line(), sound(size), lasting=False) for _ in range(5)]
    assert len(set(names)) == 5
    assert await fetch(cache, names[0]) is None
    assert all([await fetch(cache, name) for name in names[1:]])
