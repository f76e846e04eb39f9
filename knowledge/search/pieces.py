"""Texts piece by piece, kept small: eight bytes a piece beside its number.

A piece's state in its text is moved to the middle of all, turned and cut to 64 numbers, and brought
to length one. What is kept is how it differs from the mean of that piece everywhere, in eight parts
of one byte each (residuals as in ColBERTv2, Santhanam et al. 2022, by product quantisation, Jégou
et al. 2011). All that is in a ``Codebook``, which is learned once for a pack and shipped with it: a
text that staff write later is kept by the same book.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.e5 import Pieced
from knowledge.search.features import unit
from knowledge.search.vectors import KEY_BYTES, Vectors, digest, keys_in, stored_in

Numbers = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int32]

WIDTH = 64
"""Numbers of a state that is cut down."""
PARTS = 8
"""Bytes of a state that is kept."""
_CODES = 256
FEWEST = 20_000
"""Pieces from which a book can be learned."""
_SAMPLE = 60_000
"""States from which a book is learned."""
_BATCH = 64


@runtime_checkable
class Reader(Protocol):
    """An embedder that also tells what it made of each piece of a text, if it ``reads``."""

    name: str
    reads: bool

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Pieced]]: ...


class Asked(msgspec.Struct, frozen=True):
    """A question piece by piece: numbers, shape ``(n,)``, and cut states of length one, shape
    ``(n, WIDTH)``."""

    pieces: Numbers
    states: Vectors


class Kept(msgspec.Struct, frozen=True):
    """Some texts piece by piece: text ``i`` has the pieces from ``starts[i]`` to
    ``starts[i + 1]``. ``codes``: shape ``(pieces, PARTS)``."""

    starts: npt.NDArray[np.int64]
    pieces: Numbers
    codes: Codes

    def of(self, places: npt.NDArray[np.int64]) -> Kept:
        """The texts in some places, in that order."""
        lengths = self.starts[places + 1] - self.starts[places]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        at = np.repeat(self.starts[places] - starts[:-1], lengths) + np.arange(int(starts[-1]))
        return Kept(starts, self.pieces[at], self.codes[at])


class Codebook(msgspec.Struct, frozen=True):
    """How states are cut down and kept.

    ``centre``, shape ``(states,)``; ``directions``, shape ``(states, WIDTH)``; ``known``: numbers
    of pieces that were met, rising; ``means``, shape ``(known + 1, WIDTH)``, the last is zero;
    ``entries``, shape
    ``(PARTS, 256, WIDTH / PARTS)``."""

    centre: Vectors
    directions: Vectors
    known: Numbers
    means: Vectors
    entries: Vectors

    def asked(self, text: Pieced) -> Asked:
        """A question as it is compared."""
        return Asked(text.pieces, self._cut(text.states))

    def encode(self, texts: Sequence[Pieced]) -> Kept:
        """Texts as they are kept."""
        starts = np.cumsum([0, *(len(text.pieces) for text in texts)])
        pieces = np.concatenate([text.pieces for text in texts])
        cut = self._cut(np.concatenate([text.states for text in texts]))
        parts = (cut - self.means[self.places(pieces)]).reshape(len(cut), PARTS, -1)
        codes = np.empty((len(cut), PARTS), np.uint8)
        for part, entries in enumerate(self.entries):
            # The nearest entry: the square of the state itself is the same for all.
            far = (entries**2).sum(axis=1) - 2 * parts[:, part] @ entries.T
            codes[:, part] = far.argmin(axis=1)
        return Kept(starts, pieces, codes)

    def decode(self, places: Places, codes: Codes) -> Vectors:
        """Cut states as near as they were kept, shape ``(pieces, WIDTH)``. ``places``: those of
        their pieces in the book."""
        # One row of entries after the other: taken so in a quarter of the time.
        at = codes + np.arange(0, PARTS * _CODES, _CODES, dtype=np.int32)
        parts = self.entries.reshape(PARTS * _CODES, -1).take(at.reshape(-1), axis=0)
        found = self.means.take(places, axis=0)
        found += parts.reshape(len(codes), WIDTH)
        return found

    def _cut(self, states: Vectors) -> Vectors:
        return unit(((states - self.centre) @ self.directions).astype(np.float32))

    def places(self, pieces: Numbers) -> Places:
        """Where the book has the means of pieces; the last place, which is nothing, for pieces
        that it has not met."""
        at = np.searchsorted(self.known, pieces)
        met = self.known[np.minimum(at, len(self.known) - 1)] == pieces
        return np.where(met, at, len(self.known)).astype(np.int32)


def reader_of(embedder: object) -> Reader | None:
    """The embedder, where it reads pieces."""
    return embedder if isinstance(embedder, Reader) and embedder.reads else None


def learned(texts: Sequence[Pieced], seed: int = 7) -> Codebook:
    """A book for texts like these. Needs scikit-learn."""
    from sklearn.cluster import MiniBatchKMeans

    clusters: Any = MiniBatchKMeans

    chance = np.random.default_rng(seed)
    states = np.concatenate([text.states for text in texts]).astype(np.float32)
    pieces = np.concatenate([text.pieces for text in texts])
    centre = states.mean(axis=0)
    some = states[chance.choice(len(states), min(_SAMPLE, len(states)), replace=False)] - centre
    _, directions = np.linalg.eigh(some.T @ some)
    # Turned at random, so that each part holds as much as the others.
    turn, _ = np.linalg.qr(chance.normal(size=(WIDTH, WIDTH)))
    directions = (directions[:, ::-1][:, :WIDTH] @ turn).astype(np.float32)
    cut = unit(((states - centre) @ directions).astype(np.float32))
    known, at, counts = np.unique(pieces, return_inverse=True, return_counts=True)
    means = np.zeros((len(known) + 1, WIDTH))
    np.add.at(means, at, cut)
    means[:-1] /= counts[:, None]
    # As it is kept on disk, so that it is the same book after a restart.
    means = means.astype(np.float16).astype(np.float32)
    rest = (cut - means[at])[chance.choice(len(cut), min(_SAMPLE, len(cut)), replace=False)]
    entries: list[Vectors] = []
    for part in np.split(rest, PARTS, axis=1):
        model = clusters(_CODES, random_state=seed, n_init=1, batch_size=4096, max_iter=30)
        entries.append(model.fit(part).cluster_centers_.astype(np.float32))
    return Codebook(centre, directions, known.astype(np.int32), means, np.array(entries))


class PieceCache:
    """Texts piece by piece, kept by content in one file (``.npz``) with their book, for one
    embedder that reads pieces."""

    def __init__(self, reader: Reader, path: Path | None, *, ahead: Path | None = None) -> None:
        """``ahead``: a file that was made before, such as one shipped with a pack; its book is
        taken, and what stands there is not written to ``path`` again."""
        self._reader = reader
        self._path = path
        self._kept: Kept | None = None
        self._place: dict[bytes, int] = {}
        self._lock = threading.Lock()
        self.book: Codebook | None = None
        self._load(ahead)
        self._ahead = len(self._place)
        self._load(path)

    def _load(self, path: Path | None) -> None:
        stored = stored_in(path, self._reader.name, _stored)
        if stored is None:
            return
        keys, found, book = stored
        if self.book is not None and not _same(self.book, book):
            return
        self.book = book
        new = [number for number, key in enumerate(keys) if key not in self._place]
        self._add([keys[number] for number in new], found.of(np.array(new, np.int64)))

    def _add(self, keys: Sequence[bytes], found: Kept) -> None:
        kept = self._kept
        if kept is not None:
            found = Kept(
                np.concatenate((kept.starts[:-1], found.starts + kept.starts[-1])),
                np.concatenate((kept.pieces, found.pieces)),
                np.concatenate((kept.codes, found.codes)),
            )
        self._kept = found
        for key in keys:
            self._place[key] = len(self._place)

    def learn(self, texts: Sequence[str]) -> None:
        """Learn a book from these texts where there is none yet and they are enough."""
        if self.book is not None:
            return
        texts = list({digest(text): text for text in texts}.values())
        told = self._read(texts)
        if sum(len(text.pieces) for text in told) < FEWEST:
            return
        self.book = learned(told)
        with self._lock:
            self._add([digest(text) for text in texts], self.book.encode(told))
            self._save(self.book)

    def asked(self, texts: Sequence[str]) -> list[Asked | None]:
        """Questions as they are compared; nothing of them is kept."""
        book = self.book
        if book is None:
            return [None] * len(texts)
        return [book.asked(text) for text in self._read(texts)]

    def question(self, text: str) -> tuple[Vectors, Asked | None]:
        """A question's vector and its pieces, from one reading."""
        vectors, told = self._reader.read([text])
        return vectors[0], None if self.book is None else self.book.asked(told[0])

    def kept(self, texts: Sequence[str]) -> Kept | None:
        """The texts in order; what is new is read and kept. ``None`` without a book."""
        book = self.book
        if book is None or not texts:
            return None
        with self._lock:
            keys = [digest(text) for text in texts]
            missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in self._place}
            for start in range(0, len(missing), _BATCH * 8):
                part = list(missing)[start : start + _BATCH * 8]
                self._add(part, book.encode(self._read([missing[k] for k in part])))
            if missing:
                self._save(book)
            assert self._kept is not None
            return self._kept.of(np.array([self._place[k] for k in keys], np.int64))

    def _read(self, texts: Sequence[str]) -> list[Pieced]:
        told: list[Pieced] = []
        for start in range(0, len(texts), _BATCH):
            told += self._reader.read(texts[start : start + _BATCH])[1]
        return told

    def keep(self, texts: Sequence[str], path: Path) -> None:
        """Write these texts alone to a file, for ``ahead``."""
        book = self.book
        if book is None:
            return
        order = sorted({digest(text): text for text in texts}.items())
        kept = self.kept([text for _, text in order])
        if kept is not None:
            _write(path, self._reader.name, book, [key for key, _ in order], kept)

    def _save(self, book: Codebook) -> None:
        if self._path is not None and self._kept is not None:
            own = np.arange(self._ahead, len(self._place))
            keys = list(self._place)[self._ahead :]
            _write(self._path, self._reader.name, book, keys, self._kept.of(own))


def _stored(stored: Mapping[str, npt.NDArray[Any]]) -> tuple[list[bytes], Kept, Codebook]:
    book = Codebook(
        stored["centre"],
        stored["directions"],
        stored["known"],
        stored["means"].astype(np.float32),
        stored["entries"],
    )
    keys, starts = keys_in(stored), np.cumsum([0, *stored["lengths"]])
    found = Kept(starts, stored["pieces"], stored["codes"])
    whole = len(keys) == len(starts) - 1 and starts[-1] == len(found.codes) == len(found.pieces)
    if not whole or len(book.means) != len(book.known) + 1:
        raise ValueError("rows that do not fit together")
    return keys, found, book


def _same(left: Codebook, right: Codebook) -> bool:
    return left.entries.shape == right.entries.shape and bool(
        np.array_equal(left.entries, right.entries) and np.array_equal(left.known, right.known)
    )


def _write(path: Path, embedder: str, book: Codebook, keys: Sequence[bytes], kept: Kept) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part.npz")
    np.savez_compressed(
        half,
        embedder=np.array(embedder),
        centre=book.centre,
        directions=book.directions,
        known=book.known,
        means=book.means.astype(np.float16),
        entries=book.entries,
        keys=np.frombuffer(b"".join(keys), np.uint8).reshape(len(keys), KEY_BYTES),
        lengths=np.diff(kept.starts).astype(np.int32),
        pieces=kept.pieces,
        codes=kept.codes,
    )
    half.replace(path)
