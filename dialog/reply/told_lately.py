"""Whether what was advised before is enough, or lies within it (让他们删掉就行了吧, after an answer
with 用不着这一列就让供方删掉): the sentence of the documents told last that speaks of it. Pure.

A search for such a text finds anything, for it names only what was just spoken of. What shares too
little with what was told is another matter, and no sentence is found for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange, Question
from dialog.reply.told_once import nearest, speaking_of
from dialog.reply.told_sentences import Told, told_sentences
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Gap

_DOCUMENTS = 3
"""Documents told last whose sentences are looked at."""
_TOLD = ("answered", "partial")
_LATELY = 2
"""Exchanges back to which a document is not asked back for again."""
_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has twice as many."""
_ENOUGH = re.compile(
    r"(?:就|总|也|应该|这样|那样|这么做|[,， ])*(?:行|可以|够|好|成|没事|没问题|没关系|合规|合法"
    r"|不违规|不违法|不算|算|安全|稳妥)"
    r"(?:了)?(?:吧|吗|么|不|没|嘛)[?？。!！]*$"
    r"|(?:行不行|可不可以|够不够|好不好|有没有(?:问题|风险)|会不会(?:有|出)?(?:问题|风险|事)"
    r"|(?:会|有)(?:有|出)?(?:问题|风险)(?:吗|么|吧)|要紧吗|(?:对|是)(?:吧|吗|不|不是)|是这样(?:吧"
    r"|吗)?|这么理解对)[?？。!！]*$"
    r"|\b(?:is|are|would|will|does) (?:that|this|it|they)(?: be)?(?: then)? "
    r"(?:enough|fine|ok(?:ay)?|all right|alright|sufficient|safe|compliant|legal|do)\b"
    r"|\b(?:enough|sufficient|right|correct|ok(?:ay)?|fine)\s*\?$"
)
"""What asks whether something will do."""
_SMALL = re.compile(
    r"(?:才|只有|只|就|不到|不足|最多"
    r"|总共)[^,，。?？]{0,4}\d+[^,，。?？]{0,4}[间个家户辆人台位条单名]"
    r"|\bonly (?:have )?(?:about )?\w+ (?:people|persons|users|rooms|cars|stores|shops|customers)\b"
)
"""What tells that there are few."""
_GROUPED = re.compile(
    r"(?:并[在到成]|合并|合[在到成]|归[到在]|凑[在到成]|汇总[到成]|加总|不单列|不单独列?"
    r"|一起(?:报|算|列|出))"
    r"|按(?:天|日|小时|周|月|季度|年|楼层|楼栋|街道|小区|门店|店|区)(?:来)?(?:出|报|算|分|列|汇总"
    r"|统计)"
    r"|\b(?:merg|pool|group|combin|lump|aggregat)\w*\b|\bby (?:day|hour|week|month|street|store"
    r"|shop)\b"
)
"""What tells how finely something is grouped."""
_TEST = re.compile(r"太细|太少|过细|过少|别太|倒推|\b(?:too|so) (?:fine|few|small)\b|traced? back")
"""What a sentence says of how fine or how few is too much."""
_WEIGHT, _SHARE = 6.5, 0.4
"""What a sentence must share with a question: the weight of the words, and their share of all."""


class Spoken(msgspec.Struct, frozen=True):
    """A sentence that speaks of what is asked. ``test``: it says how fine or how few is too
    much."""

    told: Told
    test: bool = False


def spoken_lately(text: str, asked: Question, snapshot: Snapshot) -> Spoken | None:
    """The sentence of the documents told last that speaks of what a text wants to be enough;
    ``None`` where none does, or a text wants something else."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if text.isascii() else 1) or not _ENOUGH.search(text):
        return None
    telling = _telling(asked.exchanges, snapshot)
    told = told_sentences(telling, snapshot, english=asked.language == "en")
    if _GROUPED.search(text) or _SMALL.search(text):
        test = next((t for t in told if _TEST.search(normalise(t.text))), None)
        if test is not None:
            return Spoken(test, test=True)
    near = nearest(text, told, snapshot, single=False)
    best = near[0] if near else None
    enough = best is not None and best.weight >= _WEIGHT and best.share >= _SHARE
    return Spoken(best.told) if best is not None and enough else None


def spoken_in(text: str, target: Target, asked: Question, snapshot: Snapshot) -> Told | None:
    """The sentence of a document told lately that speaks of what a text asks; ``None`` where the
    document was not told, or none does."""
    last = [e for e in asked.exchanges[-_LATELY:] if target.id in e.entries]
    if not last or is_english(text) != is_english(last[-1].question):
        return None
    told = told_sentences(
        (Exchange(text, "answered", (target.id,)),), snapshot, english=asked.language == "en"
    )
    return next(iter(speaking_of(text, told, snapshot)), None)


def _telling(exchanges: Sequence[Exchange], snapshot: Snapshot) -> tuple[Exchange, ...]:
    """The exchanges that told the last documents, whatever came between; that something is not
    known is no document."""
    telling = [e for e in exchanges if e.outcome in _TOLD and _documents(e, snapshot)]
    return tuple(telling[-_DOCUMENTS:])


def _documents(exchange: Exchange, snapshot: Snapshot) -> bool:
    targets = map(snapshot.index.target, exchange.entries)
    return any(t is not None and not isinstance(t.document, Gap) for t in targets)
