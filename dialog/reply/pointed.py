"""What a reply points to that knows nothing: the nearest documents, from a chance on at which one
in ten helps. Whoever reads what was listed asks here, as the reply did."""

from __future__ import annotations

from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.types import DecisionTable

RELATED = 3
"""Documents that are named as pointers."""
PROBABLE = 0.5
"""The chance from which the nearest document answers more often than not: it is asked back."""
_FAINT, _CLOSE = 0.1, 0.2


def faint(findings: Findings) -> bool:
    """Whether the nearest is only just worth a line, and is named as the closest."""
    return findings.band == "unknown" and _FAINT <= findings.chance < _CLOSE


def shows_answer(findings: Findings) -> bool:
    """Whether the nearest is asked back for, with what is stored under it on its card. A table asks
    first and shows nothing."""
    probable = findings.band == "related" and findings.chance >= PROBABLE
    best = findings.best
    return probable and best is not None and not isinstance(best.document, DecisionTable)


def pointed_to(findings: Findings) -> tuple[Candidate, ...]:
    """The candidates that are named as pointers, the likeliest first."""
    near = findings.band != "unknown" or faint(findings)
    return findings.candidates[:RELATED] if near else ()
