"""What asks the same as the question before, of another time (那要是2025年5月的时候存满呢，当时要
备案吗): what was told then, as of that time. Pure.

Such a text names too little to be searched; the document stands in the reply before it, and the
writer says of it whether it was in force.
"""

from __future__ import annotations

import re

from dialog.reply.question import Question
from dialog.reply.shared_day import day_told, supposes_time
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

_FILL = re.compile(
    r"(?:要是|如果|假如|假设|换成|换作|倘若|放在|放到|时候|那会儿?|那阵子?|当时|那时|当年|那年|那么?|可是|但是|不过|我们?|要不要|用不用"
    r"|需不需要|是不是|还是|[的在呢吗么吧啊了是要用得需也就还都该,。?!、\d年月日号初底末])"
)
_SAME = 0.7
"""Which part of the characters that a text names must stand in the question before it."""
_ARTICLE = re.compile(r"第.{1,8}条|《|(?<![办方看说想])法(?=第|[讲说规怎]|$)")
"""What asks for a place of a law, which is looked up anew."""
_KEPT = ("entry.", "rule.")


def of_another_time(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The document that was told last, where a text asks nothing but the same of another time."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or is_english(text) or not day_told(text, asked.today):
        return None
    if last.outcome not in ("answered", "partial") or len(last.entries) != 1:
        return None
    (name,) = last.entries
    if name in snapshot.pack.all(DecisionTable) or not name.startswith(_KEPT):
        return None
    if _ARTICLE.search(normalise(last.question)):
        return None  # The version of then may have another rule there.
    said = _FILL.sub("", normalise(text))
    before = normalise(last.question)
    if not supposes_time(text) or sum(sign in before for sign in said) < _SAME * len(said):
        return None
    target = snapshot.index.target(name)
    if target is None:
        return None
    return Findings("exact", exact=target, chance=PLAIN, band="answer")
