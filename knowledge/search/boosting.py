"""Boosted trees for the doubt, learned with scikit-learn and kept as plain numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.features import Row
from knowledge.search.trees import Trees

Flags = npt.NDArray[np.bool_]

ENOUGH_FOR_TREES = 1000
"""Judged cases from which trees do better than the linear head; with fewer they learn by heart."""
_DEPTH = 4
_STEPS = 255
"""Steps into which a signal is cut; more do not fit into the library's bytes."""


def held_back(signals: Row, right: Flags, groups: npt.NDArray[np.int64], *, weights: Row) -> Row:
    """The log-odds of each row by trees that had not seen its group, not calibrated. Rows of weight
    0 do not teach."""
    raws = np.zeros(len(right))
    for some, test in GroupKFold(n_splits=5).split(signals, right, groups):
        train = some[weights[some] > 0]
        fold = _Grown(signals[train], right[train], weights[train])
        raws[test] = fold.decisions(signals[test])
    return raws


def platt(raws: Row, right: Flags) -> tuple[float, float]:
    """Platt's two numbers: the slope and the offset that make chances of log-odds."""
    model: Any = LogisticRegression(C=1e6)
    model.fit(raws.reshape(-1, 1), right)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def grown(
    signals: Row, right: Flags, *, weights: Row, platt: tuple[float, float] = (1.0, 0.0)
) -> Trees:
    """Trees from all rows, with Platt's two numbers; without these they are not calibrated."""
    found = _Grown(signals, right, weights)
    trees = found.numbers(*platt)
    sample = signals[:: max(1, len(signals) // 50)]
    if not np.allclose(trees.raws(sample), found.decisions(sample), atol=1e-6):
        raise RuntimeError("the trees do not say what the library's own say; pin scikit-learn")
    return trees


class _Grown:
    """Trees over the signals cut into steps. scikit-learn cuts by itself, but sorts each signal
    again for each of its steps where cases have weights: four fifths of the whole time."""

    def __init__(self, signals: Row, right: Flags, weights: Row) -> None:
        self._borders = [_borders(column, weights) for column in signals.T]
        self._model = _model()
        self._model.fit(self._steps(signals), right, sample_weight=weights)

    def _steps(self, signals: Row) -> Row:
        columns = zip(self._borders, signals.T, strict=True)
        steps: list[Row] = [np.searchsorted(b, c).astype(np.float64) for b, c in columns]
        return np.stack(steps, axis=1)

    def decisions(self, signals: Row) -> Row:
        """The log-odds of cases, not calibrated."""
        return self._model.decision_function(self._steps(signals))

    def numbers(self, slope: float, offset: float) -> Trees:
        """The trees as one row of nodes."""
        return _numbers(self._model, self._borders, slope, offset)


def _borders(column: Row, weights: Row) -> Row:
    """The values that part a signal into steps of equal weight; a value belongs to the step that
    ends with it."""
    different = np.unique(column)
    if len(different) <= _STEPS:
        return (different[1:] + different[:-1]) / 2
    order = np.argsort(column, kind="stable")
    filled = np.cumsum(weights[order])
    wanted: Row = filled[-1] * np.arange(1, _STEPS) / _STEPS
    ends: npt.NDArray[np.int64] = np.searchsorted(filled, wanted)
    return np.unique(column[order[np.minimum(ends, len(order) - 1)]])


def _model() -> Any:
    make = cast("Callable[..., Any]", HistGradientBoostingClassifier)
    return make(
        max_depth=_DEPTH, max_iter=200, learning_rate=0.05, l2_regularization=5.0, random_state=7
    )


def _numbers(model: Any, borders: Sequence[Row], slope: float, offset: float) -> Trees:
    """The model's trees as one row of nodes, with steps turned back into signals. scikit-learn has
    no public way to its nodes; what is read here is compared with its own decisions."""
    roots: list[int] = []
    rows: dict[str, list[Any]] = {n: [] for n in ("signal", "border", "left", "right", "value")}
    for (tree,) in model._predictors:
        base = len(rows["signal"])
        roots.append(base)
        for place, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            itself = base + place
            signal = 0 if leaf else int(node["feature_idx"])
            border = 0.0 if leaf else float(borders[signal][int(node["num_threshold"])])
            rows["signal"].append(signal)
            rows["border"].append(border)
            rows["left"].append(itself if leaf else base + int(node["left"]))
            rows["right"].append(itself if leaf else base + int(node["right"]))
            rows["value"].append(float(node["value"]) if leaf else 0.0)
    parts = {name: tuple(row) for name, row in rows.items()}
    bias = float(np.asarray(model._baseline_prediction).ravel()[0])
    return Trees(tuple(roots), **parts, depth=_DEPTH, bias=bias, slope=slope, offset=offset)
