"""Teaching the upper layers of the encoder on the wordings of a pack. Not used in a turn; needs
``jax``.

A wording is to lie nearer to another of its document than to the wordings of all others in the
batch and than to the near misses of its own (InfoNCE, van den Oord et al. 2018). A batch holds
documents that lie near each other, for those are what a search confuses. What was learned is taken
half way only: between the two, an encoder finds what it was taught and keeps what it knew
(Wortsman et al. 2022).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.e5_file import Floats, Weights
from knowledge.search.targets import Target
from knowledge.search.tuning_layers import PARTS, Laid, Layers, laid, tensors_of

_PREFIX = "query: "
_LOWER = 6
"""Layers that stay as they are; what they make of a text is computed once."""
_LONGEST = 32
"""Pieces of a text that are looked at, the two ends with them."""
_MEAN = 19
"""Pieces of a text, for which room is made in a batch."""
_HEAT = 0.03
"""Likenesses are divided by it."""
_RATE = 4e-5
_WARMING = 40
"""Steps in which the rate rises."""
_SAME = 0.965
"""Two wordings of two documents that were as near from the start may mean the same."""
_SAME_MATTER = 0.985
"""So may the documents whose middles were."""
_NEIGHBOURS = 40
_DRAWN = 3
"""Neighbours that join a document in a batch."""
_NEAR_MISS = 0.9
"""How often a near miss of its own stands against a wording, and else a neighbour's wording."""
_HALF = 0.5
_FEWEST = 2
_MEASURED = 96
"""Texts on which it is measured how large the numbers are that each product sees."""
_LEAST = 1e-4
_ROOM = 1024
_BATCH = 128

Told = Callable[[int, float], None]
"""Hears the step and its loss."""


class Lesson(msgspec.Struct, frozen=True):
    """A document's wordings, of which each teaches the others, and its near misses."""

    wordings: tuple[str, ...]
    near: tuple[str, ...]


def lessons_of(targets: Sequence[Target], left_out: frozenset[str]) -> list[Lesson]:
    """The lessons of targets. ``left_out``: texts that measure, and must teach nothing."""
    found: list[Lesson] = []
    for target in targets:
        wordings = tuple(q for q in dict.fromkeys(target.questions) if q not in left_out)
        near = tuple(q for q in dict.fromkeys(target.negative) if q not in left_out)
        if len(wordings) > 1:
            found.append(Lesson(wordings, near))
    return found


class Tuning:
    """Teaches one encoder. ``lower``: layers that are left alone."""

    def __init__(
        self, weights: Weights, lessons: Sequence[Lesson], *, lower: int = _LOWER, seed: int = 7
    ) -> None:
        """:raises ImportError: ``jax`` is not installed.
        :raises ValueError: there are fewer than two lessons, which nothing tells apart."""
        if len(lessons) < _FEWEST:
            raise ValueError(f"{len(lessons)} documents with more than one wording; two at least")
        jax = import_module("jax")
        xp = import_module("jax.numpy")
        self._jax: Any = jax
        self._weights = weights
        self._lessons = lessons
        self._chance = random.Random(seed)
        self._layers = Layers(xp, _gelu(jax), weights.heads, weights.epsilon)
        self._upper = range(lower, weights.layers)
        cut = {t: self._cut(t) for n in lessons for t in (*n.wordings, *n.near)}
        # Like lengths go together.
        self._texts = sorted(cut, key=lambda text: len(cut[text]))
        self._place = {text: number for number, text in enumerate(self._texts)}
        self._pieces = [cut[text] for text in self._texts]
        below = tensors_of(weights, range(lower))
        self._below = below | {f"emb.ln.{p}": weights.floats(f"emb.ln.{p}") for p in "wb"}
        self._start = tensors_of(weights, self._upper)
        self._states = self._lower_states()
        self._first = self._vectors(self._start)
        self._near = self._neighbours()

    def taught(self, steps: int, *, batch: int = 64, told: Told | None = None) -> dict[str, Floats]:
        """The tensors of the upper layers after some steps, taken half way, and what evens out the
        numbers of each product (see ``e5_tuned``)."""
        jax, size = self._jax, batch * 3
        xp = jax.numpy
        step = jax.jit(_stepper(jax, self._loss(batch, size)))
        tensors: dict[str, Any] = {name: xp.asarray(v) for name, v in self._start.items()}
        moments = [{n: xp.zeros_like(v) for n, v in tensors.items()} for _ in range(2)]
        waiting: list[tuple[int, str]] = []
        for number in range(1, steps + 1):
            texts, mask = self._drawn(batch, waiting)
            rows, at = self._batch(texts, size, size * _MEAN)
            rate = _RATE * min(number / _WARMING, max(1 - number / (steps + 1), 0.04))
            args = (mask, rows, at.place, at.row, at.slots)
            tensors, moments, loss = step(tensors, moments, number, rate, *args)
            if told is not None:
                told(number, float(loss))
        found = {
            name: (_HALF * self._start[name] + (1 - _HALF) * np.asarray(v)).astype(np.float32)
            for name, v in tensors.items()
        }
        return self._evened(found)

    def _cut(self, text: str) -> list[int]:
        first, last = self._weights.pieces.ends
        return [first, *self._weights.pieces.cut(_PREFIX + text)[: _LONGEST - 2], last]

    def _lower_states(self) -> list[npt.NDArray[np.float16]]:
        def lower(rows: Any, place: Any, row: Any, slots: Any) -> Any:
            rows = self._layers.normal(rows, self._below, "emb.ln")
            return self._layers.run(
                self._below, rows, Laid(place, row, slots), range(self._upper.start)
            )

        run = self._jax.jit(lower)
        found: list[npt.NDArray[np.float16]] = [np.zeros((0, 0), np.float16)] * len(self._texts)
        places = self._weights.place_rows()
        for part in self._alike():
            lengths = [len(self._pieces[n]) for n in part]
            rows = np.zeros((_room(sum(lengths)), self._weights.width), np.float32)
            at = laid(lengths, _BATCH, _LONGEST, len(rows))
            start = 0
            for number in part:
                own = self._pieces[number]
                rows[start : start + len(own)] = self._weights.word_rows(own) + places[: len(own)]
                start += len(own)
            told = np.asarray(run(rows, at.place, at.row, at.slots))
            start = 0
            for number in part:
                size = len(self._pieces[number])
                found[number] = told[start : start + size].astype(np.float16)
                start += size
        return found

    def _alike(self) -> list[list[int]]:
        return [
            list(range(start, min(start + _BATCH, len(self._texts))))
            for start in range(0, len(self._texts), _BATCH)
        ]

    def _vectors(self, tensors: dict[str, Floats]) -> Floats:
        """The vector of each text by some upper layers, shape ``(texts, width)``."""
        run = self._jax.jit(self._read)
        found = np.zeros((len(self._texts), self._weights.width), np.float32)
        for part in self._alike():
            room = _room(sum(len(self._pieces[n]) for n in part))
            rows, at = self._batch(part, _BATCH, room)
            told = run(tensors, rows, at.place, at.row, at.slots)
            found[part] = np.asarray(told)[: len(part)]
        return found

    def _read(self, tensors: Any, rows: Any, place: Any, row: Any, slots: Any) -> Any:
        at = Laid(place, row, slots)
        return self._layers.means(self._layers.run(tensors, rows, at, self._upper), at)

    def _batch(self, texts: Sequence[int], size: int, pieces: int) -> tuple[Floats, Laid]:
        """The states of texts below the layers that are taught; what has no room is cut off."""
        rows = np.zeros((pieces, self._weights.width), np.float32)
        lengths: list[int] = []
        start = 0
        for number in texts:
            own = self._states[number][: max(pieces - start - (len(texts) - len(lengths)), 1)]
            rows[start : start + len(own)] = own
            lengths.append(len(own))
            start += len(own)
        return rows, laid(lengths, size, _LONGEST, pieces)

    def _neighbours(self) -> list[list[int]]:
        """Those that lie nearest to each lesson, the nearest first."""
        middles = np.stack([self._of(lesson.wordings).mean(axis=0) for lesson in self._lessons])
        middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
        self._middles: Floats = middles.astype(np.float32)
        found = np.argsort(-(self._middles @ self._middles.T), axis=1)[:, 1:_NEIGHBOURS]
        return [[int(n) for n in row] for row in found]

    def _of(self, texts: Sequence[str]) -> Floats:
        return self._first[[self._place[t] for t in texts]]

    def _drawn(self, batch: int, waiting: list[tuple[int, str]]) -> tuple[list[int], Floats]:
        """A batch: wordings, others of the same documents, and what must lie further away; with
        what is masked because it may mean the same."""
        chosen: dict[int, str] = {}
        while len(chosen) < min(batch, len(self._lessons)):
            if not waiting:
                waiting += [(n, w) for n, one in enumerate(self._lessons) for w in one.wordings]
                self._chance.shuffle(waiting)
            number, wording = waiting.pop()
            near = self._near[number]
            chosen.setdefault(number, wording)
            for other in self._chance.sample(near, min(_DRAWN, len(near))):
                chosen.setdefault(other, self._chance.choice(self._lessons[other].wordings))
        rows = list(chosen.items())[:batch]
        others = [
            self._chance.choice([w for w in self._lessons[number].wordings if w != wording])
            for number, wording in rows
        ]
        against = [self._against(number) for number, _ in rows]
        own = [number for number, _ in rows]
        asked = [wording for _, wording in rows]
        texts = [self._place[t] for t in (*asked, *others, *against)]
        return texts, self._mask(own, self._of(asked), self._of(others), self._of(against), batch)

    def _against(self, number: int) -> str:
        near = self._lessons[number].near
        if near and self._chance.random() < _NEAR_MISS:
            return self._chance.choice(near)
        others = self._near[number]
        if not others:
            return self._chance.choice(self._lessons[number].wordings)
        return self._chance.choice(self._lessons[self._chance.choice(others)].wordings)

    def _mask(
        self, own: list[int], asked: Floats, others: Floats, against: Floats, batch: int
    ) -> Floats:
        same = (asked @ others.T > _SAME) | (
            self._middles[own] @ self._middles[own].T > _SAME_MATTER
        )
        away = asked @ against.T > _SAME
        np.fill_diagonal(same, val=False)
        # Its own near miss was named by people; it stays.
        np.fill_diagonal(away, val=False)
        itself = same | np.eye(len(own), dtype=bool)
        mask = np.full((batch, 3 * batch), -1e9, np.float32)
        for place, part in enumerate((same, away, itself)):
            mask[: len(own), place * batch : place * batch + len(own)] = np.where(part, -1e9, 0)
        # What is empty in a small batch stands for itself alone.
        np.fill_diagonal(mask[:, :batch], 0)
        return mask

    def _loss(self, batch: int, size: int) -> Callable[..., Any]:
        xp, norm = self._jax.numpy, self._jax.nn.logsumexp

        def loss(tensors: Any, mask: Any, *laid_out: Any) -> Any:
            found = self._read(tensors, *laid_out)
            asked, others, against = (
                found[:batch],
                found[batch : 2 * batch],
                found[2 * batch : size],
            )
            there = xp.concatenate([asked @ others.T, asked @ against.T, asked @ asked.T], 1)
            there = there / _HEAT + mask
            back = xp.concatenate([others @ asked.T, others @ against.T], 1) / _HEAT
            back = back + xp.concatenate([mask[:, :batch].T, mask[:, batch : 2 * batch]], 1)
            right = xp.diag(asked @ others.T) / _HEAT
            return ((norm(there, 1) - right).mean() + (norm(back, 1) - right).mean()) / 2

        return loss

    def _evened(self, found: dict[str, Floats]) -> dict[str, Floats]:
        """The tensors with their matrices multiplied by what evens out the numbers that they see,
        and that itself, for all layers."""
        weights, layers = (
            self._weights,
            Layers(np, _gelu_plain, self._weights.heads, self._weights.epsilon),
        )
        tensors = {**self._below, **found}
        most: dict[str, Floats] = {}

        def saw(name: str, rows: Floats) -> None:
            most[name] = np.maximum(most.get(name, np.float32(0)), np.abs(rows).max(axis=0))

        places = weights.place_rows()
        for number in self._chance.sample(
            range(len(self._texts)), min(_MEASURED, len(self._texts))
        ):
            own = self._pieces[number]
            rows = layers.normal(weights.word_rows(own) + places[: len(own)], tensors, "emb.ln")
            at = laid([len(own)], 1, len(own), len(own))
            layers.run(tensors, rows, at, range(weights.layers), saw=saw)
        kept = {name: v for name, v in found.items() if v.ndim == 1}
        for name, largest in most.items():
            layer, part = name.split(".")
            # The three that ask, are asked and answer see the same rows.
            parts = PARTS if part == PARTS[0] else () if part in PARTS else (part,)
            matrices = [f"{layer}.{p}.w" for p in parts]
            if not matrices:
                continue
            steep = np.max([np.abs(tensors[m]).max(axis=0) for m in matrices], axis=0)
            even = np.sqrt(np.maximum(largest, _LEAST) / np.maximum(steep, _LEAST))
            even = (even / np.exp(np.log(even).mean())).astype(np.float32)
            kept[f"{name}.even"] = even
            kept |= {m: (tensors[m] * even).astype(np.float32) for m in matrices if m in found}
        return kept


def _room(pieces: int) -> int:
    """Room for pieces, in few sizes: each of them is compiled."""
    return -(-pieces // _ROOM) * _ROOM


def _stepper(jax: Any, loss: Callable[..., Any]) -> Callable[..., Any]:
    """A step of Adam, its gradient cut to length one."""
    xp = jax.numpy

    def step(tensors: Any, moments: Any, number: Any, rate: Any, *batch: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(tensors, *batch)
        size = xp.sqrt(sum((s**2).sum() for s in slope.values()))
        slope = {n: s * xp.minimum(1.0, 1.0 / size) for n, s in slope.items()}
        first = {n: 0.9 * moments[0][n] + 0.1 * s for n, s in slope.items()}
        second = {n: 0.999 * moments[1][n] + 0.001 * s**2 for n, s in slope.items()}
        moved = {
            n: v
            - rate
            * (first[n] / (1 - 0.9**number))
            / (xp.sqrt(second[n] / (1 - 0.999**number)) + 1e-8)
            for n, v in tensors.items()
        }
        return moved, [first, second], value

    return step


def _gelu(jax: Any) -> Callable[[Any], Any]:
    return lambda rows: jax.nn.gelu(rows, approximate=False)


def _gelu_plain(rows: Any) -> Any:
    from scipy.special import erf

    return rows * 0.5 * (1 + erf(rows / np.sqrt(2)))
