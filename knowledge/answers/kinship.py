"""Whether one thing is another (甲是不是乙): an answer must speak of both. Pure.

A text about the second alone is as like such a question as one that answers it, and read as an
answer it says what nobody wrote.
"""

from __future__ import annotations

import re

from knowledge.search.entities import EntityIndex
from knowledge.search.targets import Target
from knowledge.text import normalise

_IS = re.compile(
    r"是不是|算不算|属不属于|是否(?:属于|算|是)|(?:算是?|属于|等于|就是)(?=.{2,}(?:吗|么|不)[?。]?$)"
    r"|^(?:is|are|does|do) (?=.{2,}\b(?:an?|count as|belong to)\b)"
)


def speaks_of_both(question: str, target: Target, names: EntityIndex) -> bool:
    """Whether a target names what a question asks the kind of; so does one for any other question,
    and where the thing has no name that is known."""
    text = normalise(question)
    asked = _IS.search(text)
    if asked is None:
        return True
    mentions = names.link(text)
    before = {m.entity for m in mentions if m.end <= asked.start()}
    if asked.start() == 0:
        before = {m.entity for m in mentions[:1]}
    if not before:
        return True
    told = {m.entity for m in names.link(" ".join((*target.questions, target.body)))}
    return bool(before & told)
