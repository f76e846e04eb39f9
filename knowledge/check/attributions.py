"""Whether what rests on somebody's word says so, and whether a pack that answers in English does so
throughout."""

from __future__ import annotations

import re

from knowledge.check.findings import Findings, warning
from knowledge.pack import Pack
from knowledge.types import ClosedList, Entry, Gap, Grade, Procedure, Source

_OTHERS: tuple[Grade, ...] = ("媒体", "发言", "第三方")
_SAYS_WHO = re.compile(
    r"据|称|报道|第三方|实测|资料|介绍|透露|披露|转载|文章|讲话|发言|表示|名词|说法"
)
"""What tells a listener that it is on somebody's word."""
_KINDS = (Entry, Gap, ClosedList, Procedure)


def check_attributions(pack: Pack) -> Findings:
    """Answers that rest on media, on a speech or on a third party and tell it as a fact."""
    sources = pack.all(Source)
    for document in (*pack.all(Entry).values(), *pack.all(Gap).values()):
        cited = (sources.get(o.source) for o in document.sources)
        grades = {s.grade for s in cited if s is not None} & set(_OTHERS)
        if grades and _SAYS_WHO.search(document.answer) is None:
            named = "、".join(sorted(grades))
            yield warning(
                "no_attribution", document.id, f"rests on {named}, and its answer does not say so",
                mend="say on whose word it is (据…报道, 据…称, 第三方转载的…)",
            )  # fmt: skip


def check_english(pack: Pack) -> Findings:
    """Documents without English among more of their kind that have it."""
    for kind in _KINDS:
        documents = pack.all(kind).values()
        silent = [d for d in documents if d.english is None]
        if 2 * len(silent) >= len(documents):
            continue  # Where most have none, none is meant to have it.
        for document in silent:
            yield warning(
                "no_english", document.id, "has no English question and answer",
                mend="write english.question and english.answer",
            )  # fmt: skip
