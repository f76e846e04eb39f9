"""Training of the chooser. Not used in a turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from knowledge.search.boosting import Flags, grown, held_back, platt
from knowledge.search.choosing import Chooser
from knowledge.search.features import Row


def fit_chooser(
    standings: Sequence[Row],
    right: Sequence[Sequence[bool]],
    groups: npt.NDArray[np.int64],
    *,
    weights: Row,
    on: Flags,
) -> tuple[Chooser, list[int], Row]:
    """The chooser; and for each case the place of the candidate that one chose which had not seen
    its group, with its calibrated chance. ``standings``: of each case's first candidates,
    ``right``: which of them answer it. Cases of weight 0 do not teach. Platt's two numbers rest on
    the cases ``on``."""
    counts = np.array([len(rows) for rows in standings])
    of_case = np.repeat(np.arange(len(counts)), counts)
    rows = np.concatenate(standings)
    facts = np.array([fact for some in right for fact in some], bool)
    own = weights[of_case]
    raws = held_back(rows, facts, groups[of_case], weights=own)
    starts = np.cumsum(counts) - counts
    chosen = [int(raws[s : s + n].argmax()) for s, n in zip(starts, counts, strict=True)]
    places = starts + np.array(chosen)
    slope, offset = platt(raws[places][on], facts[places][on])
    teaches = own > 0
    trees = grown(rows[teaches], facts[teaches], weights=own[teaches], platt=(slope, offset))
    return Chooser(trees), chosen, 1 / (1 + np.exp(-(slope * raws[places] + offset)))
