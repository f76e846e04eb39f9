"""Numbers that only say how large the own case is: 家里有两百亩棚，有人要买数据，怎么办. Pure.

A number in a question that the document found does not know is a sign of a near miss, and keeps it
from being told. What counts nothing itself holds for any size of the case.
"""

from __future__ import annotations

import msgspec

from dialog.reply.several import told_and_asked
from knowledge.findings import Findings
from knowledge.quantities import quantities
from knowledge.search.asked import numbers_of
from knowledge.search.targets import Target
from knowledge.text import normalise
from knowledge.types import DecisionTable

_COUNTED = 10
"""Above which a number makes a difference, as for the search."""


def of_the_case(found: Findings, text: str) -> Findings:
    """The findings, marked where the numbers of a text are told of its case alone and the best
    document counts nothing."""
    best = found.best
    if best is None or found.band != "answer" or found.match == "exact":
        return found
    told, asked = told_and_asked(text)
    if not told or not asked or numbers_of(asked) or not numbers_of(told):
        return found
    if any(kind != "number" for kind, _ in numbers_of(told)) or _counts(best):
        return found
    return msgspec.structs.replace(found, size_told=True)


def _counts(target: Target) -> bool:
    """Whether a document states how many, anywhere, or rules by that."""
    texts = (*target.questions, target.body)
    return isinstance(target.document, DecisionTable) or any(
        q.kind == "number" and q.value > _COUNTED for t in texts for q in quantities(normalise(t))
    )
