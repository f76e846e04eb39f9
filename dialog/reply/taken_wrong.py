"""Whether who speaks says that the reply before took them wrong, or only said the same again.
Pure.

Who corrects what they said themselves (不对，我说错了) was not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dialog.reply.context import MATTERS
from dialog.reply.corrected import corrected
from dialog.reply.idle_clauses import reproached
from dialog.reply.openings import complains
from dialog.reply.protests import ProtestKind, protested
from dialog.reply.question import Exchange
from dialog.reply.told_role import holds_up_part
from dialog.reply.wrongs import own_slip
from knowledge.quantities import quantities
from knowledge.text import normalise, visible

_ANSWERED = (*MATTERS, "handoff", "refused", "smalltalk")
"""Outcomes of replies that may have taken somebody wrong."""
_NO_I_ASKED = re.compile(
    r"^(?:啊|哦|呃|嗯|[,.。! ])*(?:(?:不对|不是的?|不|错了)[,.。!:; ]+我(?:其实|刚才|刚刚|就)?"
    r"(?:是(?:想|要)?)?(?:问的?|说的|指的|想问)(?!过)|我(?:刚才|刚刚|明明)?问的(?:就)?是)|^(?:no"
    r"|wrong)[,.!:; ]+i (?:asked|was asking|meant)\b"
)


def protest_of(text: str, exchanges: Sequence[Exchange]) -> ProtestKind | Literal[""]:
    """The protest of a text against the reply before; empty where it has none."""
    if not exchanges or exchanges[-1].outcome not in _ANSWERED:
        return ""
    said = normalise(visible(text)).strip()
    if own_slip(said):
        return ""
    protest = protested(said)
    if protest is not None:
        return protest.kind
    asked_back = exchanges[-1].outcome == "clarify"
    if reproached(text) or (holds_up_part(text) and not asked_back):
        return "misread"
    if complains(said) or _NO_I_ASKED.match(said):
        return "misread"
    correction = corrected(text, exchanges)
    if correction is None or correction.of_self or not correction.asked:
        return ""
    return "" if quantities(correction.denied) else "misread"
