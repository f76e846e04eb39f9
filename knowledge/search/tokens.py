"""Texts cut into numbered tokens, so that a whole knowledge is counted by numpy, not text by text.

A text is cut once and its row kept by its content: a new snapshot cuts only what it has new.
"""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.text import apart

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]

_KEPT = 1 << 17
"""Texts whose rows are kept; beyond, only those of the last asking are."""


class Rows(msgspec.Struct, frozen=True):
    """Rows of token numbers, one row after the other: row ``n`` is
    ``numbers[borders[n]:borders[n + 1]]``."""

    numbers: Numbers
    borders: Places

    def __len__(self) -> int:
        return len(self.borders) - 1

    def row(self, number: int) -> Numbers:
        """The tokens of one row, in their order."""
        return self.numbers[self.borders[number] : self.borders[number + 1]]

    def owners(self) -> Numbers:
        """The row of each token."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.borders))


class StoredRows(msgspec.Struct, frozen=True):
    """Rows as they are written: the tokens by their numbers; then, as little-endian bytes, the
    places of the texts in a list of texts, and what each was cut into."""

    tokens: list[str]
    texts: bytes
    numbers: bytes
    borders: bytes


class Tokens:
    """All tokens of one kind by their numbers, and the rows of the texts that were cut.

    Any number of threads may read while one cuts: a number never changes.
    """

    def __init__(self, cut: Callable[[str], Iterable[str]]) -> None:
        self.cut = cut
        self._names: list[str] = []
        self._number: dict[str, int] = {}
        self._held: dict[str, Numbers] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._names)

    def rows(self, texts: Sequence[str]) -> Rows:
        """The rows of texts, in their order."""
        return self._rows(texts, lambda text, _: self._numbered(self.cut(text)))

    def joined(self, texts: Sequence[tuple[str, ...]]) -> Rows:
        """The rows of texts that are put together of parts with a space between them. Parts that
        stand by themselves are not cut again."""
        return self._rows([" ".join(parts) for parts in texts], lambda _, n: self._put(texts[n]))

    def _put(self, parts: tuple[str, ...]) -> Numbers:
        held = self._held
        pieces = apart(parts) or [""]
        for piece in pieces:
            if piece not in held:
                held[piece] = self._numbered(self.cut(piece))
        return np.concatenate([held[piece] for piece in pieces])

    def _rows(self, texts: Sequence[str], make: Callable[[str, int], Numbers]) -> Rows:
        with self._lock:
            held = self._held
            for place, text in enumerate(texts):
                if text not in held:
                    held[text] = make(text, place)
            found = [held[text] for text in texts]
            if len(held) > _KEPT:
                self._held = dict(zip(texts, found, strict=True))
        numbers = np.concatenate(found) if found else np.zeros(0, np.int32)
        return Rows(numbers, borders(map(len, found)))

    def _numbered(self, tokens: Iterable[str]) -> Numbers:
        row: list[int] = []
        for token in tokens:
            number = self._number.get(token)
            if number is None:
                number = len(self._names)
                # The name first: who finds the number finds its name.
                self._names.append(token)
                self._number[token] = number
            row.append(number)
        return np.array(row, np.int32)

    def number(self, token: str) -> int:
        """The number of a token; -1 for one that no text had."""
        return self._number.get(token, -1)

    def named(self, row: Numbers) -> set[str]:
        """The tokens of a row, each once."""
        names = self._names
        return {names[number] for number in row.tolist()}

    def stored(self, wanted: Iterable[str], texts: Sequence[str]) -> StoredRows:
        """The rows of the wanted ones of some texts, to be written."""
        place = {text: number for number, text in enumerate(texts)}
        chosen = list(dict.fromkeys(wanted))
        rows = self.rows(chosen)
        # Only what these texts have: what earlier ones had is forgotten here.
        used, numbers = np.unique(rows.numbers, return_inverse=True)
        return StoredRows(
            [self._names[number] for number in used.tolist()],
            np.array([place[text] for text in chosen], "<i4").tobytes(),
            numbers.astype("<i4").tobytes(),
            rows.borders.astype("<i8").tobytes(),
        )

    def take(self, stored: StoredRows, texts: list[str]) -> None:
        """Hold the rows that were written."""
        ends: list[int] = np.frombuffer(stored.borders, "<i8").tolist()
        with self._lock:
            places = self._numbered(map(sys.intern, stored.tokens))
            numbers = places[np.frombuffer(stored.numbers, "<i4")]
            chosen: list[int] = np.frombuffer(stored.texts, "<i4").tolist()
            for place, start, end in zip(chosen, ends, ends[1:], strict=False):
                self._held.setdefault(texts[place], numbers[start:end])


def borders(counts: Iterable[int]) -> Places:
    """The places between rows of so many parts: one more than there are rows."""
    return np.fromiter(itertools.accumulate(counts, initial=0), np.int64)
