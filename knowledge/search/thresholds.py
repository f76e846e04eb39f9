"""Thresholds: from what chance on a first candidate is an answer, as held-back cases tell.

Learn, then test (Angelopoulos et al. 2021): of a few chances that were fixed beforehand each is
tested on cases that taught nothing, by Clopper–Pearson, all of them together at one assurance. So
what is promised of the one that is taken holds although the same cases chose it.
"""

from __future__ import annotations

import math
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from scipy.stats import beta

from knowledge.search.confidence import Family, Thresholds
from knowledge.search.features import Row

WANTED_WRONG = 0.05
"""Share of wrong among answered that fresh questions may show at the threshold, by the strictest
reading: nine of ten such are true of the very matter and lack the point that was asked for. The
bound that goes with it is printed beside it. At 2 % hardly a fifth would be answered; a document
that is likelier than not is asked back."""
ASSURANCE = 0.95
"""How sure the printed bound of that share is, and that a threshold keeps within ``RISK``."""
RISK = 0.1
"""Share of wrong among the answers of a kind of source that its threshold is proved not to pass. On
a thousand fresh questions no more can be proved at the share that is wanted."""
TESTED = tuple(round(0.95 - 0.02 * n, 2) for n in range(11))
"""The chances that are tested as thresholds of answers."""
RELATED = 0.2
"""The chance from which a document is shown as a pointer: it asserts nothing, and one in five that
helps is worth a line to somebody who would else leave with nothing."""
GAP_FROM = 0.5
"""The least chance from which a known gap is told: it asserts nothing of the world."""
GAP_WRONG = 0.1
"""Share of the told gaps that may be another than what was asked: it says of the wrong thing that
it is not known, which helps nobody."""
ENOUGH_FRESH = 300
"""Fresh cases from which they alone tell what a chance is worth."""
ENOUGH = 60
"""Answered cases without which no threshold is set from them."""
CAUTIOUS = 0.93
"""The threshold where the bound cannot be proved yet."""

Flags = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.str_]


def telling(judged: Flags, fresh: Flags) -> Flags:
    """The cases on which chances and thresholds rest."""
    if int(fresh.sum()) >= ENOUGH_FRESH:
        return fresh
    return judged if int(judged.sum()) >= ENOUGH else np.ones(len(judged), bool)


def thresholds_of(chances: Row, right: Row, kinds: Kinds) -> dict[Family, Thresholds]:
    """A threshold for each kind of source; one for all answers where a kind has too few cases. Of
    gaps, which assert nothing, more may be others than what was asked."""
    answers = kinds != "gap"
    together = threshold(chances[answers], right[answers])
    found: dict[Family, Thresholds] = {}
    for family in ("faq", "law"):
        own = kinds == family
        at = threshold(chances[own], right[own], otherwise=together)
        found[family] = Thresholds(at, min(RELATED, at / 2))
    gaps = kinds == "gap"
    at = _gap_threshold(chances[gaps], right[gaps], together)
    found["gap"] = Thresholds(at, min(RELATED, at / 2))
    return found


def upper_bound(wrong: int, answered: int, assurance: float = ASSURANCE) -> float:
    """Clopper–Pearson's one-sided upper bound of the share of wrong among answered."""
    if answered == 0 or wrong >= answered:
        return 1.0
    return float(cast("Any", beta).ppf(assurance, wrong + 1, answered - wrong))


def threshold(chances: Row, right: Row, *, otherwise: float | None = None) -> float:
    """The lowest tested chance from which the share of wrong among answered is proved to stay
    within ``RISK`` and stays within what is wanted. ``right``: whether each is, or how likely.
    Where too few cases tell: ``otherwise``, and without that the chance itself must be high."""
    assurance = 1 - (1 - ASSURANCE) / len(TESTED)
    accepted = 0.0
    for candidate in TESTED:
        answered = chances >= candidate
        count, wrong = int(answered.sum()), float((1 - right[answered]).sum())
        if count < ENOUGH or wrong > WANTED_WRONG * count:
            continue
        if upper_bound(math.ceil(wrong), count, assurance) <= RISK:
            accepted = candidate
    return accepted or otherwise or CAUTIOUS


def _gap_threshold(chances: Row, right: Row, otherwise: float) -> float:
    """The lowest chance from which few of the told gaps are another than what was asked."""
    accepted = 0.0
    for candidate in np.arange(0.995, GAP_FROM, -0.005):
        told = chances >= candidate
        if int(told.sum()) >= ENOUGH and float((1 - right[told]).mean()) <= GAP_WRONG:
            accepted = float(candidate)
    return accepted or otherwise


def figures_of(
    chances: Row,
    right: Flags,
    kinds: Kinds,
    *,
    thresholds: dict[Family, Thresholds],
    answerable: Flags,
) -> dict[str, float]:
    """What the held-back cases showed. To say what is not known is no answer."""
    at = np.array([thresholds[cast("Family", str(kind))].answer for kind in kinds])
    answered = (chances >= at) & (kinds != "gap")
    wrong = int((answered & ~right).sum())
    return {
        "cases": float(len(right)),
        "answerable": float(answerable.sum()),
        "answered": float(answered.sum()),
        "wrong": float(wrong),
        "bound": upper_bound(wrong, int(answered.sum())),
        "coverage": float((answered & right).sum() / max(int(answerable.sum()), 1)),
        "first_right": float((right & answerable).sum() / max(int(answerable.sum()), 1)),
        "refused": float((~answered & ~answerable).sum() / max(int((~answerable).sum()), 1)),
        **{f"threshold_{family}": bands.answer for family, bands in thresholds.items()},
    }
