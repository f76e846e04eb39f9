"""Boosted trees for the doubt, learned with scikit-learn and kept as plain numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from knowledge.search.confidence import Trees
from knowledge.search.features import Row

Flags = npt.NDArray[np.bool_]

ENOUGH_FOR_TREES = 1000
"""Judged cases from which trees do better than the linear head; with fewer they learn by heart."""
_DEPTH = 4


def boosted(
    signals: Row, right: Flags, groups: npt.NDArray[np.int64], *, weights: Row, on: Flags
) -> tuple[Trees, Row]:
    """The trees, and each case's calibrated chance from a fold that had not seen its group.
    Platt's two numbers rest on the cases ``on``."""
    held_back = np.zeros(len(right))
    for train, test in GroupKFold(n_splits=5).split(signals, right, groups):
        fold = _model()
        fold.fit(signals[train], right[train], sample_weight=weights[train])
        held_back[test] = fold.decision_function(signals[test])
    platt: Any = LogisticRegression(C=1e6)
    platt.fit(held_back[on].reshape(-1, 1), right[on])
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    model = _model()
    model.fit(signals, right, sample_weight=weights)
    trees = _numbers(model, slope, offset)
    sample = signals[:: max(1, len(signals) // 50)]
    told = np.array([trees.raw(row) for row in sample])
    if not np.allclose(told, model.decision_function(sample), atol=1e-6):
        raise RuntimeError("the trees do not say what the library's own say; pin scikit-learn")
    return trees, 1 / (1 + np.exp(-(slope * held_back + offset)))


def _model() -> Any:
    make = cast("Callable[..., Any]", HistGradientBoostingClassifier)
    return make(
        max_depth=_DEPTH, max_iter=200, learning_rate=0.05, l2_regularization=5.0, random_state=7
    )


def _numbers(model: Any, slope: float, offset: float) -> Trees:
    """The model's trees as one row of nodes. scikit-learn has no public way to its nodes; what is
    read here is compared with its own decisions."""
    roots: list[int] = []
    rows: dict[str, list[Any]] = {n: [] for n in ("signal", "border", "left", "right", "value")}
    for (tree,) in model._predictors:
        base = len(rows["signal"])
        roots.append(base)
        for place, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            itself = base + place
            rows["signal"].append(0 if leaf else int(node["feature_idx"]))
            rows["border"].append(0.0 if leaf else float(node["num_threshold"]))
            rows["left"].append(itself if leaf else base + int(node["left"]))
            rows["right"].append(itself if leaf else base + int(node["right"]))
            rows["value"].append(float(node["value"]) if leaf else 0.0)
    parts = {name: tuple(row) for name, row in rows.items()}
    bias = float(np.asarray(model._baseline_prediction).ravel()[0])
    return Trees(tuple(roots), **parts, depth=_DEPTH, bias=bias, slope=slope, offset=offset)
