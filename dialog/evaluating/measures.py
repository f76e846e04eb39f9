"""The measures of an evaluation, each a number with a name. Pure.

Shares are 0…1, times milliseconds; a measure that nothing was asked for is left out. A name with a
kind before it (``twin.right_or_silent``) is the same measure over that kind alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec
import numpy as np

from dialog.evaluating.judging import Judged
from knowledge.search.thresholds import upper_bound

Measures = dict[str, float]

MEANING: dict[str, str] = {
    "questions": "questions measured",
    "answered": "of these answered",
    "wrong": "answered wrongly",
    "kept": "twins left out: the same stood elsewhere",
    "right_or_silent": "right, or said that it does not know",
    "wrong_share": "wrong among answered",
    "wrong_bound": "the same at most, one-sided 95 % (Clopper–Pearson)",
    "coverage": "answered rightly, of what can be answered",
    "silent_rightly": "silent, of what cannot be answered",
    "citation_precision": "shown articles that belong to the answer",
    "citation_recall": "wanted articles that are shown",
    "as_expected": "turns in which everything expected held",
    "tone_fit": "tones that fit",
    "lists_complete": "complete lists given with every item and their count",
    "parts_complete": "answers of several parts that give every part",
    "calibration_error": "mean distance of the stated chance from what came true",
    "p50_ms": "half of the replies are done within, ms",
    "p95_ms": "19 of 20 replies are done within, ms",
    "conversations": "conversations held",
    "conversations_passed": "conversations in which every turn held",
    "in_time": "turns within their `within`",
}
"""What each measure says, in the order in which they are shown."""
LESS_IS_BETTER = ("wrong", "wrong_share", "wrong_bound", "calibration_error", "p50_ms", "p95_ms")


class Bin(msgspec.Struct, frozen=True):
    """One bar of the reliability diagram: stated chances from ``low`` to ``high``."""

    low: float
    high: float
    count: int
    stated: float
    true: float


class Point(msgspec.Struct, frozen=True):
    """One point of the risk–coverage curve: what answering from ``chance`` on would give."""

    chance: float
    coverage: float
    risk: float


class Timing(msgspec.Struct, frozen=True):
    """How long the replies of one route took, in milliseconds."""

    route: str
    count: int
    p50: float
    p95: float


def measured(judged: Sequence[Judged]) -> Measures:
    """All measures, over everything and by kind."""
    found = _over(judged)
    by_kind = {kind: _over([j for j in judged if j.kind == kind]) for kind in kinds(judged)}
    kept = sum(j.verdict == "kept" for j in judged)
    if kept:
        found["kept"] = float(kept)
    found.update(
        (f"{kind}.{name}", value) for kind, some in by_kind.items() for name, value in some.items()
    )
    return found


def kinds(judged: Sequence[Judged]) -> list[str]:
    """The kinds of question, in their order."""
    return list(dict.fromkeys(j.kind for j in judged))


def _over(judged: Sequence[Judged]) -> Measures:
    some = [j for j in judged if j.verdict != "kept"]
    if not some:
        return {}
    answered = [j for j in some if j.answered]
    wrong = [j for j in some if j.verdict == "wrong"]
    asserted = sum(j.answered for j in wrong)
    found: Measures = {
        "questions": float(len(some)),
        "answered": float(len(answered)),
        "wrong": float(len(wrong)),
        "right_or_silent": 1 - len(wrong) / len(some),
    }
    if answered:
        found["wrong_share"] = asserted / len(answered)
        found["wrong_bound"] = upper_bound(asserted, len(answered))
    shares: dict[str, Sequence[bool]] = {
        "coverage": [j.verdict == "right" for j in some if j.answerable],
        "silent_rightly": [j.verdict == "right" for j in some if j.answerable is False],
        "as_expected": [not j.lacks for j in some if j.conversation],
        "tone_fit": [j.tone_fits for j in some if j.tone_fits is not None],
        "lists_complete": [j.verdict == "right" for j in some if j.kind == "list"],
        "parts_complete": [j.whole for j in some if j.whole is not None and j.kind != "list"],
        "in_time": [not j.late for j in some if j.late is not None],
    }
    found.update((name, sum(flags) / len(flags)) for name, flags in shares.items() if flags)
    for name, part, whole in (
        ("citation_precision", sum(j.cited_rightly for j in some), sum(j.cited for j in some)),
        ("citation_recall", sum(j.wanted_cited for j in some), sum(j.wanted for j in some)),
    ):
        if whole:
            found[name] = part / whole
    found["calibration_error"] = sum(
        b.count * abs(b.stated - b.true) for b in reliability(some)
    ) / len(some)
    times = [j.milliseconds for j in some]
    found["p50_ms"], found["p95_ms"] = _quantile(times, 0.5), _quantile(times, 0.95)
    held: dict[str, bool] = {}
    for one in some:
        if one.conversation:
            held[one.conversation] = held.get(one.conversation, True) and not one.lacks
    if held:
        found["conversations"] = float(len(held))
        found["conversations_passed"] = sum(held.values()) / len(held)
    return found


def reliability(judged: Sequence[Judged], *, bins: int = 10) -> list[Bin]:
    """What was stated as the chance of being right, beside what came true."""
    found: list[Bin] = []
    for low, high in itertools.pairwise(np.linspace(0, 1, bins + 1).tolist()):
        some = [
            j
            for j in judged
            if j.verdict != "kept" and (low < j.confidence <= high or low == j.confidence == 0)
        ]
        if some:
            stated = sum(j.confidence for j in some) / len(some)
            true = sum(j.verdict == "right" for j in some) / len(some)
            found.append(Bin(low, high, len(some), stated, true))
    return found


def risk_coverage(judged: Sequence[Judged]) -> list[Point]:
    """Wrong among answered against the share answered, the surest first."""
    some = [j for j in judged if j.verdict != "kept"]
    answered = sorted((j for j in some if j.answered), key=lambda j: -j.confidence)
    found: list[Point] = []
    wrong = 0
    for number, one in enumerate(answered, 1):
        wrong += one.verdict == "wrong"
        if number == len(answered) or answered[number].confidence < one.confidence:
            found.append(Point(one.confidence, number / len(some), wrong / number))
    return found


def timings(judged: Sequence[Judged]) -> list[Timing]:
    """Times by route, the most frequent route first."""
    by_route: dict[str, list[float]] = {}
    for one in judged:
        by_route.setdefault(one.route or "none", []).append(one.milliseconds)
    ordered = sorted(by_route.items(), key=lambda item: -len(item[1]))
    return [Timing(r, len(t), _quantile(t, 0.5), _quantile(t, 0.95)) for r, t in ordered]


def _quantile(values: Sequence[float], share: float) -> float:
    return float(np.quantile(np.asarray(values), share))
