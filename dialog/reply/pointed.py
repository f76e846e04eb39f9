"""What a reply points to that knows nothing: the nearest documents, from a chance on at which one
in ten helps. Whoever reads what was listed asks here, as the reply did."""

from __future__ import annotations

from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.types import DecisionTable, Gap

RELATED = 3
"""Documents that are named as pointers."""
PROBABLE = 0.5
"""The chance from which the nearest document answers more often than not: it is asked back."""
OF_A_GAP = 0.85
"""The chance from which a known gap is told to whom it may not be meant for."""
CLOSE = 0.2
"""The chance from which the nearest document is offered in words as the closest, with what is
stored under it: below, it is another matter too often, and only listed."""
APART = 0.4
"""The same for a question that names no thing of the field. Measured on the shipped pack: of the
out-of-scope examples that reach ``CLOSE``, 93 of 100 name none, and of 100 fresh judged questions
whose nearest document is right, 27; so 51 of the former are no longer shown what is not theirs, and
4 of the latter are only shown it in the list."""
LISTED, OPENED = 0.05, 0.25
"""The shares among the candidates from which one beside the nearest is listed, and from which its
stored words are there to be opened."""
_FAINT = 0.1


def faint(findings: Findings) -> bool:
    """Whether the nearest is only just worth a line, and is named as the closest."""
    return findings.band == "unknown" and _FAINT <= findings.chance < CLOSE


def apart(findings: Findings) -> bool:
    """Whether what is near is only listed: too unlikely to be offered as the closest, and not asked
    for in all the words of the question either."""
    return not findings.alike and findings.chance < (APART if findings.unnamed else CLOSE)


def shows_answer(findings: Findings, *, english: bool) -> bool:
    """Whether the nearest is asked back for or offered, with what is stored under it on its card: a
    table asks first and shows nothing, and an English reader is shown English words alone."""
    best = findings.best if findings.band == "related" and not apart(findings) else None
    if best is None or isinstance(best.document, DecisionTable):
        return False
    return not english or bool(getattr(best.document, "english", None))


def known_elsewhere(findings: Findings) -> bool:
    """Whether something else than the case that is gone on with is known for a text: law, another
    ruling, a document. That something is not known counts only where that is surely meant."""
    if findings.law is not None or findings.ruling is not None:
        return True
    best = findings.best if findings.band == "answer" else None
    return best is not None and (findings.chance >= OF_A_GAP or not isinstance(best.document, Gap))


def pointed_to(findings: Findings) -> tuple[Candidate, ...]:
    """The candidates that are named as pointers, the likeliest first."""
    near = findings.band != "unknown" or faint(findings)
    return findings.candidates[:RELATED] if near else ()
