"""The encoder's layers as functions of their tensors, for ``jax`` and for ``numpy``: what is taught
needs gradients, what is evened out needs the largest numbers that each product sees.

Texts of a batch stand one behind the other without a filler; only attention sees them as rows of
the same length (``Laid``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.e5_file import Floats, Weights

Tensors = Mapping[str, Any]
"""Tensors by name, of whichever library."""
Numbers = npt.NDArray[np.int32]
PARTS = ("q", "k", "v")
_UNSEEN = -1e9


class Laid(msgspec.Struct, frozen=True):
    """Where the pieces of a batch stand. ``place``: of each piece in its text; ``row``: its text;
    ``slots``: shape ``(texts, longest)``, which piece stands where, their count for none."""

    place: Numbers
    row: Numbers
    slots: Numbers


def laid(lengths: Sequence[int], texts: int, longest: int, pieces: int) -> Laid:
    """Texts of these lengths, none longer than ``longest``, in a batch of one fixed size."""
    place = np.full(pieces, longest - 1, np.int32)
    row = np.full(pieces, texts - 1, np.int32)
    slots = np.full((texts, longest), pieces, np.int32)
    at = 0
    for number, length in enumerate(lengths):
        place[at : at + length] = np.arange(length)
        row[at : at + length] = number
        slots[number, :length] = np.arange(at, at + length)
        at += length
    return Laid(place, row, slots)


def tensors_of(weights: Weights, layers: range) -> dict[str, Floats]:
    """The tensors of some layers as plain numbers."""
    found: dict[str, Floats] = {}
    width, inner = weights.width, weights.inner
    shapes = dict.fromkeys((*PARTS, "ao"), (width, width)) | {
        "fi": (inner, width),
        "fo": (width, inner),
    }
    for layer in layers:
        for name, (rows, columns) in shapes.items():
            found[f"l{layer}.{name}.w"] = weights.matrix(f"l{layer}.{name}.w", rows, columns)
            found[f"l{layer}.{name}.b"] = weights.floats(f"l{layer}.{name}.b").copy()
        for name in ("aln", "oln"):
            for part in "wb":
                found[f"l{layer}.{name}.{part}"] = weights.floats(f"l{layer}.{name}.{part}").copy()
    return found


class Layers:
    """Runs layers. ``library``: ``jax.numpy`` or ``numpy``; ``gelu``: that of the library."""

    def __init__(self, library: Any, gelu: Callable[[Any], Any], heads: int, epsilon: float):
        self._library = library
        self._gelu = gelu
        self._heads = heads
        self._epsilon = epsilon

    def normal(self, rows: Any, tensors: Tensors, name: str) -> Any:
        """Rows brought to one middle and width, then scaled and moved."""
        middle = rows.mean(-1, keepdims=True)
        spread = ((rows - middle) ** 2).mean(-1, keepdims=True)
        rows = (rows - middle) / self._library.sqrt(spread + self._epsilon)
        return rows * tensors[f"{name}.w"] + tensors[f"{name}.b"]

    def run(
        self,
        tensors: Tensors,
        rows: Any,
        at: Laid,
        layers: range,
        *,
        saw: Callable[[str, Any], None] | None = None,
    ) -> Any:
        """Rows of pieces, shape ``(pieces, width)``, after some layers. ``saw`` is told what each
        product sees, under the name of its (first) matrix."""
        xp, heads = self._library, self._heads
        pieces, width = rows.shape
        texts, longest = at.slots.shape
        held = at.slots < pieces
        unseen = xp.where(held, 0.0, _UNSEEN)[:, None, None, :]
        back = at.row * longest + at.place
        for layer in layers:
            name = f"l{layer}"

            def product(seen: Any, part: str, name: str = name) -> Any:
                if saw is not None:
                    saw(f"{name}.{part}", seen)
                return seen @ tensors[f"{name}.{part}.w"].T + tensors[f"{name}.{part}.b"]

            split = (texts, longest, heads, width // heads)
            query, key, value = (
                xp.concatenate([product(rows, part), xp.zeros((1, width))])[at.slots]
                .reshape(split)
                .transpose(0, 2, 1, 3)
                for part in PARTS
            )
            near = query @ key.transpose(0, 1, 3, 2) * (width // heads) ** -0.5 + unseen
            near = xp.exp(near - near.max(-1, keepdims=True))
            near = near / near.sum(-1, keepdims=True)
            seen = (near @ value).transpose(0, 2, 1, 3).reshape(texts * longest, width)[back]
            rows = self.normal(rows + product(seen, "ao"), tensors, f"{name}.aln")
            thought = self._gelu(product(rows, "fi"))
            rows = self.normal(rows + product(thought, "fo"), tensors, f"{name}.oln")
        return rows

    def means(self, rows: Any, at: Laid) -> Any:
        """The mean of each text's rows, of length one, shape ``(texts, width)``."""
        xp = self._library
        pieces, width = rows.shape
        held = (at.slots < pieces).sum(1, keepdims=True)
        sums = xp.concatenate([rows, xp.zeros((1, width))])[at.slots].sum(1)
        found = sums / xp.maximum(held, 1)
        return found / xp.maximum(xp.linalg.norm(found, axis=-1, keepdims=True), 1e-9)
