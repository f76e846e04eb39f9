"""Boosted trees as plain numbers. They are learned by ``knowledge.search.boosting``."""

from __future__ import annotations

import functools
import math

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.features import Row


class Trees(msgspec.Struct, frozen=True, dict=True):
    """Boosted trees over a row of signals, followed by Platt's two numbers: what a linear sum
    cannot say is that a signal counts only where another is low. All trees' nodes stand in one row;
    ``left`` and ``right`` are places in it, a leaf's are its own."""

    roots: tuple[int, ...]
    signal: tuple[int, ...]
    border: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]
    depth: int
    bias: float
    slope: float = 1.0
    offset: float = 0.0

    @functools.cached_property
    def _rows(self) -> tuple[npt.NDArray[np.int64], ...]:
        return tuple(
            np.array(r, np.int64) for r in (self.roots, self.signal, self.left, self.right)
        )

    @functools.cached_property
    def _figures(self) -> tuple[Row, Row]:
        return np.array(self.border), np.array(self.value)

    def raws(self, rows: Row) -> Row:
        """For each row the sum of the leaves in which its signals end, shape ``(len(rows),)``."""
        (roots, signal, left, right), (border, value) = self._rows, self._figures
        at = np.broadcast_to(roots, (len(rows), len(roots)))
        own = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            at = np.where(rows[own, signal[at]] <= border[at], left[at], right[at])
        found: Row = self.bias + value[at].sum(axis=1)
        return found

    def raw(self, signals: Row) -> float:
        """The same of one row."""
        return float(self.raws(signals[None])[0])

    def calibrated(self, raw: float) -> float:
        """The chance, 0…1, that a sum of leaves stands for."""
        return chance_of(self.slope * raw + self.offset)


def chance_of(log_odds: float) -> float:
    """Log-odds as a chance, 0…1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
