"""Whether a reply that was just told would be told again to a question on another side of it. Pure.

那要什么资质 after an answer that says nothing of any is not answered by the same words once more.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks, aspects_of
from dialog.reply.context import leans
from dialog.reply.covering import tells_side
from dialog.reply.question import Exchange
from knowledge.search.targets import Target
from knowledge.text import key

_DEMANDS = re.compile(r"(?<=[条部规法定方])要求")
"""What a law demands (第三十四条要求) is no word for conditions."""
_SHORT = 14
"""Signs up to which a question names a side rather than a matter of its own."""


def other_side(text: str, last: Exchange, told: Target) -> bool:
    """Whether a text asks for a side of the matter before of which neither the question then nor
    what was told speaks."""
    wanted = aspects_of(text)
    short = len(key(text)) <= _SHORT * (3 if text.isascii() else 1)
    if not wanted or not short or not asks(text) or not leans(text, (last,)):
        return False
    document = told.document
    if wanted <= {"place"} and tells_side(str(getattr(document, "answer", "")), text):
        return False
    english = getattr(document, "english", None)
    held = (
        last.question,
        *told.questions[:1],
        *(str(getattr(of, name, "")) for of in (document, english) for name in ("answer", "gist")),
    )
    return not wanted & frozenset(a for words in held for a in aspects_of(_DEMANDS.sub(" ", words)))
