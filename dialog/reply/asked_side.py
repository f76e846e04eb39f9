"""That what is found for an ellipsis made whole is about the side that it asks for. Pure."""

from __future__ import annotations

import msgspec

from dialog.reply.aspects import aspects_of
from dialog.reply.covering import tells_side
from knowledge.findings import Findings
from knowledge.types import Gap


def asked_for(findings: Findings, part: str) -> Findings:
    """Findings for a completed ellipsis, where the best candidate must be about what is asked: a
    question about fees is not answered with the rights of the same subject."""
    wanted, best = aspects_of(part), findings.best
    if best is None or findings.exact is not None:
        return findings
    fits = bool(wanted & aspects_of(best.questions[0] if best.questions else ""))
    if fits and (findings.band == "answer" or not isinstance(best.document, Gap)):
        return findings
    near = findings.candidates[:4] if findings.band != "unknown" else ()
    for candidate in near:
        # What is known not to be known may be said in its stead.
        target = candidate.target
        if isinstance(target.document, Gap) and wanted & aspects_of(target.questions[0]):
            return Findings("exact", exact=target, chance=findings.chance, band="answer")
    telling = tuple(c for c in near if tells_side(c.target.body, part))
    if telling:
        # It may say the side in passing, which is for the visitor to see.
        return Findings("meaning", candidates=telling, band="related", chance=findings.chance)
    return msgspec.structs.replace(findings, band="unknown", exact=None, match="none")
