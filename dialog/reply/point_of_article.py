"""The very point that a question asks of an article, where nothing that is held of it says so: to
recite the article is no answer to whether a whole group counts or a single firm. Pure.

The search is the second witness: what it finds surely for the whole question is taken to answer
it, in whatever words.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.covering import asks_for_something, covers, own_words
from knowledge.answers.law_findings import LawFinding
from knowledge.findings import Findings
from knowledge.search.answer_kinds import choice
from knowledge.text import Segmenter, is_english, normalise

_PART = r"(?:第?[0-9一二三四五六七八九十]+(?:款|项)|第?[(（][0-9一二三四五六七八九十]+[)）]项?)"
_ARTICLE = re.compile(
    rf"第?[0-9一二三四五六七八九十百零〇]+条(?:之[一二三四五])?{_PART}*"
    r"|\barts?(?:icles?)?\.? ?\d+(?:\(\d+\))*",
    re.I,
)
_ASKS = re.compile(
    r"[?？]|还是|[吗么呢]$|多少|几|谁|哪|怎|如何|为什么|为何|什么|啥|是否|能不能|可不可以|要不要|是不是"
    r"|有没有|算不算|适不适|\b(?:what|which|who|when|where|how|why|can|may|must|do(?:es)?|is|are)\b",
    re.I,
)
_BEGINS = re.compile(
    r"^[\s,，、。:：;；的里中上说讲写规定要求提到所指“”\"'）)》]+|^(?:,|:|;|\s|in|of|the|does|it|say)+\b",
    re.I,
)
_AFTERWARDS = re.compile(r"[?？。！!\s“”\"']+$")
_WHOLE = re.compile(
    r"原文|原话|逐字|全文|什么|啥|哪些|怎么(?:说|写|讲|规定|理解|解释)|内容|意思|要点|念|背"
    r"|word for word|verbatim|mean|about|what does|quote|text",
    re.I,
)
_NEWER = re.compile(
    r"现在|如今|以前|原来|旧|新|改|修[订正]|还(?:有效|管用|算数)|\bnow\b|\bstill\b|\bold\b"
)
_STEM = 5
"""Characters of an English word that its other forms share."""
_MOST = 28
"""Characters of a point that is said back."""


def with_point(found: Findings, text: str, segmenter: Segmenter) -> Findings:
    """Findings whose article is told not to hold the point that the text asks of it."""
    law = found.law
    if law is None or found.band == "answer" or found.exact is not None or not _plain(law):
        return found
    point = _point(text)
    if not point or not asks_for_something(point, segmenter):
        return found
    english = is_english(normalise(text))
    said = " ".join((r.english if english else r.gist) or r.gist for r in law.rules)
    told = covers(said, "", point, segmenter, agreed=False) and _chosen(said, point)
    if told or (english and _near(said, point, segmenter)):
        return found
    return msgspec.structs.replace(found, law=msgspec.structs.replace(law, unsaid=point))


def _chosen(said: str, point: str) -> bool:
    """Whether a text names one of the two that a point lets choose between, if it does."""
    between, held = choice(normalise(point)), normalise(said)
    return not between or any(side in held for side in between)


def _near(said: str, point: str, segmenter: Segmenter) -> bool:
    """Whether an English text says a word of the point: its other forms are not known."""
    held = normalise(said)
    return any(word[:_STEM] in held for word in own_words(point, segmenter))


def _plain(law: LawFinding) -> bool:
    """Whether one article is told as it stands and nothing else was asked of it."""
    return (
        law.status == "found"
        and bool(law.rules)
        and law.penal is None
        and law.wording is None
        and not (law.aspect or law.also or law.matter or law.denied or law.whole or law.lacking)
    )


def _point(text: str) -> str:
    """What a text asks behind the number of its only article; empty = the article itself."""
    places = list(_ARTICLE.finditer(text))
    if len(places) != 1:
        return ""
    rest = _AFTERWARDS.sub("", text[places[0].end() :])
    while (shorter := _BEGINS.sub("", rest)) != rest:
        rest = shorter
    if not _ASKS.search(text[places[0].end() :]) or len(rest) > _MOST:
        return ""
    return "" if _WHOLE.search(rest) or _NEWER.search(rest) else rest
