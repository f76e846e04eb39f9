"""The columns of a candidate's row, and what is done to whole columns of scores."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np
import numpy.typing as npt

from knowledge.search.vectors import Vectors

Row = npt.NDArray[np.float64]

FEATURES = (
    "pairs",
    "words",
    "cosine",
    "cosine_second",
    "cosine_body",
    "centroid",
    "whole_pairs",
    "z_pairs",
    "z_words",
    "z_cosine",
    "z_centroid",
    "z_whole_pairs",
    "gap_centroid",
    "covered_best",
    "covered_all",
    "covered_words",
    "rarest_uncovered",
    "wording_covered",
    "length_ratio",
    "facets_shared",
    "facets_whole",
    "facets_missing",
    "negative",
    "negative_pairs",
    "negative_lead",
    "number_conflict",
    "missing_place",
    "places_missing",
    "places_other",
    "place_of_its_own",
    "missing_noun",
    "missing_verb",
    "missing_latin",
    "missing_year",
    "missing_number",
    "kinds_wanted",
    "kinds_lacking",
    "measures_lacking",
    "choice_lacking",
    "body_length",
    "body_figures",
    "said_words",
    "said_rarest",
    "said_missing",
    "is_gap",
    "is_rule",
    "is_news",
    "short_question",
    "late_both",
    "late_asked",
    "late_wording",
    "late_asked_most",
    "late_asked_together",
    "late_rarest_together",
    "late_rarest",
)
"""Names of a candidate's features, in the order of a row."""

DEPTH = 15
"""Targets that each engine proposes."""
ABSENT = -np.inf
"""The score of a target that an engine did not find."""
PLACE = {name: place for place, name in enumerate(FEATURES)}


class Hidden(msgspec.Struct, frozen=True):
    """What takes no part, as if it had never been entered: numbers of wordings and of targets, and
    near misses as their texts."""

    wordings: frozenset[int]
    targets: frozenset[int]
    near: frozenset[str]


def unit(rows: Vectors) -> Vectors:
    """Rows of length one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


def top(scores: Row | Vectors, depth: int) -> list[int]:
    """The places of the best that are there, best first; ties keep the pack's order."""
    places = np.flatnonzero(scores > ABSENT)
    if len(places) > depth * 2:
        there = scores[places]
        places = places[there >= np.partition(there, -depth)[-depth]]
    chosen: list[int] = places[np.argsort(-scores[places], kind="stable")][:depth].tolist()
    return chosen


def spread(rows: Row, engines: Mapping[str, Row]) -> None:
    """Fill in how a candidate stands among all that an engine found: its z, its gap to the top."""
    for name in ("pairs", "words", "cosine", "centroid", "whole_pairs"):
        scores = engines.get(name)
        if scores is None:
            continue
        values = scores[top(scores, DEPTH * 3)]
        if not len(values):
            continue
        column = rows[:, PLACE[name]]
        mean, deviation = float(np.mean(values)), float(np.std(values)) + 1e-6
        rows[:, PLACE[f"z_{name}"]] = np.clip((column - mean) / deviation, -4, 8) / 4
        if name == "centroid":
            rows[:, PLACE["gap_centroid"]] = values[0] - column
