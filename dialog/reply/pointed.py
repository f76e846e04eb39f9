"""What a reply points to that knows nothing: the nearest documents, from a chance on at which one
in ten helps. Whoever reads what was listed asks here, as the reply did."""

from __future__ import annotations

from knowledge.findings import Findings
from knowledge.search.fusion import Candidate

RELATED = 3
"""Documents that are named as pointers."""
_FAINT, _CLOSE = 0.1, 0.2


def faint(findings: Findings) -> bool:
    """Whether the nearest is only just worth a line, and is named as the closest."""
    return findings.band == "unknown" and _FAINT <= findings.chance < _CLOSE


def pointed_to(findings: Findings) -> tuple[Candidate, ...]:
    """The candidates that are named as pointers, the likeliest first."""
    near = findings.band != "unknown" or faint(findings)
    return findings.candidates[:RELATED] if near else ()
