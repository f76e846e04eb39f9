"""Who asks with doubt whether the data of a case are of a kind (isn't that important data already,
是重要数据吧？).

That tells nothing of the case, so that no ruling rests on it. What is held of how such a kind is
known is told; what the table asked back stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialog.reply.question import Question
from dialog.reply.searching import Search
from dialog.reply.told_cases import case_before
from knowledge.answers.table_words import names_value, stated
from knowledge.answers.whether import asks_whether
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise
from knowledge.types import Input

_WORDINGS = ("怎么知道我的数据是不是{}", "{}包括哪些", "什么是{}")
"""What asks how a kind is known, the nearest first."""
_SURMISED = (
    r"(?:那|这|它|这些|那些|这个|这种|数据|应该|不就|就|也|都|可能|难道|总|[,. ])*"
    r"(?:算|是|属于)(?:是)?"
)
_SURMISED_BEHIND = re.compile(r"(?:的|个人|信息|数据|了)*吧[。!]*")
"""What stands around a kind that is only surmised, in a text that says nothing else."""


async def kind_doubted(
    snapshot: Snapshot, text: str, asked: Question, found: Findings, search: Search
) -> Findings | None:
    """What is known of how data of a kind are known, where a text doubts whether those of the case
    before are of it, and nothing else was found; ``None`` where it does not, or tells more."""
    if found.band == "answer" or found.law or found.graph or found.compared:
        return None
    if found.ruling is not None and found.ruling.again and found.ruling.either:
        return None  # It tells by each kind what holds.
    case = case_before(snapshot, asked) if asked.exchanges else None
    if case is None:
        return None
    settled = asked.exchanges[-1].outcome != "clarify"
    told = normalise(text).strip()
    for known in case.table.inputs:
        for label in _doubted(known, told, surmising=settled):
            told_else = {n: v for n, v in stated(case.table, told).items() if n != known.name}
            if told_else:
                return None
            for wording in _WORDINGS:
                held = await search(wording.format(label))
                best = held.best if held.band == "answer" else None
                if best is not None and normalise(label) in normalise(best.questions[0]):
                    return Findings("exact", exact=best, chance=PLAIN, band="answer")
    return None


def _doubted(known: Input, text: str, *, surmising: bool) -> Iterator[str]:
    """The labels of the values of an input that a text asks for with doubt. ``surmising``: nothing
    was asked back that a surmise would answer."""
    names = sorted(names_value(known), key=len, reverse=True)
    for name in names:
        place = text.find(name)
        if place < 0:
            continue
        before, behind = text[:place], text[place + len(name) :]
        surmised = re.fullmatch(_SURMISED, before) and _SURMISED_BEHIND.fullmatch(behind)
        if asks_whether(name, before, behind) or (surmising and surmised):
            yield from _labels(known, name)
            return


def _labels(known: Input, name: str) -> Iterator[str]:
    """The label of the one value that a name stands in, the shortest one."""
    english = known.labels_english or ("",) * len(known.labels)
    both = zip(known.labels, english, strict=False)
    fitting = [zh for zh, en in both if name in normalise(zh) or name in normalise(en)]
    yield from sorted(fitting, key=len)[:1]
