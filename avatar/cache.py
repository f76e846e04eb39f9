"""Sentences that were spoken before, by content hash: published ones in files, others in memory.

A file holds a small header and the sound. Files are written whole or not at all, the least recently
used go first when the room is full, and a full or broken disk only means that a voice is asked
again. The name of a lasting sound is the hash of what is said, by whom and how; that of any other
sound is random, so that nobody can find out whether a sentence was said.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
import threading
from collections import OrderedDict
from pathlib import Path

import msgspec
import structlog

from avatar.visemes import Boundary
from avatar.voices import Line, Sound, SoundFormat

FORMAT = 1
"""Number of the way in which files and names are made."""
SUFFIX = ".sound"
MEMORY_BYTES = 16 * 1024 * 1024
"""Room for sounds that are kept only for a visitor who comes back in a moment."""
SLACK = 0.9
"""Share of the room that is left filled when old files are removed."""


class Header(msgspec.Struct, frozen=True):
    """What a file says before the sound."""

    voice: str
    duration: int
    format: SoundFormat
    sample_rate: int
    boundaries: tuple[Boundary, ...]
    bytes: int


def content_name(voice: str, line: Line) -> str:
    """The content hash of a sentence said by a voice."""
    content = msgspec.json.encode([FORMAT, voice, line])
    return hashlib.sha256(content).hexdigest()


class Cache:
    """The store. ``folder``: ``None`` = memory only. Files are touched in threads."""

    def __init__(self, folder: Path | None, *, megabytes: int) -> None:
        self._folder = folder
        self._room = megabytes * 1024 * 1024
        self._lock = threading.Lock()
        self._files: OrderedDict[str, int] | None = None
        self._memory: OrderedDict[str, Sound] = OrderedDict()
        self._memory_bytes = 0

    async def find(self, voice: str, line: Line) -> tuple[str, Sound] | None:
        """The lasting sound of a sentence with its name, if it is kept."""
        name = content_name(voice, line)
        sound = await asyncio.to_thread(self.read, name)
        return None if sound is None else (name, sound)

    async def keep(self, line: Line, sound: Sound, *, lasting: bool) -> str:
        """Keep a sound; its name."""
        if lasting and self._folder is not None:
            name = content_name(sound.voice, line)
            if await asyncio.to_thread(self._write, name, sound):
                return name
        name = secrets.token_hex(32)
        with self._lock:
            self._memory[name] = sound
            self._memory_bytes += len(sound.audio)
            while self._memory_bytes > MEMORY_BYTES:
                self._memory_bytes -= len(self._memory.popitem(last=False)[1].audio)
        return name

    def fetch(self, name: str) -> bytes | None:
        """The bytes of a sound by its name. Call it in a thread."""
        sound = self.read(name)
        return None if sound is None else sound.audio

    def read(self, name: str) -> Sound | None:
        """A sound by its name. Call it in a thread."""
        with self._lock:
            if name in self._memory:
                return self._memory[name]
            if self._folder is None or name not in self._index(self._folder):
                return None
            path = self._folder / f"{name}{SUFFIX}"
            try:
                sound = _decode(path.read_bytes())
                os.utime(path)
            except (OSError, ValueError, msgspec.DecodeError) as error:
                self._drop(path)
                _tell("cache_unreadable", error)
                return None
            self._index(self._folder).move_to_end(name)
            return sound

    def _write(self, name: str, sound: Sound) -> bool:
        content = _encode(sound)
        with self._lock:
            folder = self._folder
            if folder is None or len(content) > self._room:
                return False
            passing = folder / f"{name}.{secrets.token_hex(4)}.part"
            try:
                folder.mkdir(parents=True, exist_ok=True)
                files = self._index(folder)
                passing.write_bytes(content)
                passing.replace(folder / f"{name}{SUFFIX}")
            except OSError as error:
                self._drop(passing)
                _tell("cache_unwritable", error)
                return False
            files[name] = len(content)
            files.move_to_end(name)
            self._make_room(folder, files)
            return True

    def _index(self, folder: Path) -> OrderedDict[str, int]:
        """Names and sizes of the files, the least recently used first; read once."""
        if self._files is None:
            self._files = OrderedDict()
            try:
                for left in folder.glob("*.part"):
                    self._drop(left)
                kept = [(path, path.stat()) for path in folder.glob(f"*{SUFFIX}")]
            except OSError as error:
                _tell("cache_unreadable", error)
                return self._files
            for path, stat in sorted(kept, key=lambda item: item[1].st_mtime):
                self._files[path.stem] = stat.st_size
        return self._files

    def _make_room(self, folder: Path, files: OrderedDict[str, int]) -> None:
        filled = sum(files.values())
        if filled <= self._room:
            return
        while files and filled > self._room * SLACK:
            name, size = files.popitem(last=False)
            filled -= size
            self._drop(folder / f"{name}{SUFFIX}")

    def _drop(self, path: Path) -> None:
        if self._files is not None:
            self._files.pop(path.stem, None)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _tell("cache_unwritable", error)


def _encode(sound: Sound) -> bytes:
    header = msgspec.json.encode(
        Header(
            sound.voice,
            sound.duration,
            sound.format,
            sound.sample_rate,
            sound.boundaries,
            len(sound.audio),
        )
    )
    return len(header).to_bytes(4, "big") + header + sound.audio


def _decode(content: bytes) -> Sound:
    length = int.from_bytes(content[:4], "big")
    header = msgspec.json.decode(content[4 : 4 + length], type=Header)
    audio = content[4 + length :]
    if len(audio) != header.bytes:
        raise ValueError("length")
    return Sound(
        header.voice,
        audio,
        header.duration,
        boundaries=header.boundaries,
        format=header.format,
        sample_rate=header.sample_rate,
    )


def _tell(event: str, error: Exception) -> None:
    structlog.get_logger("voice").warning(event, kind=type(error).__name__)
