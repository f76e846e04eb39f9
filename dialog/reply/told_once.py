"""What of a document that was told a moment ago speaks of what is asked now.

To who asks on, the same words again from their first to their last say nothing. The sentences that
share the words of the question, weighed by how rare these are in the knowledge, are what of it can
answer; where none does, all of it is told again. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.aspects import says_little
from dialog.reply.covering import own_words, tells_side
from dialog.reply.question import Exchange
from dialog.reply.told_sentences import Told, told_sentences
from dialog.reply.words import Frame, Line, Words
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise, pairs_of

_IDLE = frozenset(
    [
        "前面", "刚才", "刚刚", "之前", "上面", "你说", "提到", "那个", "这个", "那条", "这条",
        "现在", "已经", "那样", "这样", "如果", "的话", "是不是", "说法", "自己", "我们", "你们",
        "他们", "它们", "什么", "没有", "不是", "可以", "应该", "可能", "还是", "或者", "就是",
        "只是", "但是", "不过", "所以", "因为", "然后", "知道", "觉得", "问题", "情况", "东西",
        "时候", "一下", "一个", "这些", "那些", "这种", "那种", "算了", "谢谢", "麻烦", "帮我",
        "请问", "直接", "如何", "怎么", "数据", "个人", "一点", "有些", "其实", "到底", "会不会",
        "能不能", "要不要", "行不行", "行了", "这边", "那边", "清楚", "年纪", "总是", "就行了",
        "行了吧", "就行", "said", "mentioned", "still", "just", "then", "also", "write", "make",
        "data", "want", "really", "actually", "know", "think", "thing", "things", "please",
        "tell", "like", "get", "got", "even", "much", "well", "need",
    ]
)  # fmt: skip
"""Words that belong to the asking, or to anything."""
_SINGLE = frozenset(
    "的了吗呢吧啊呀嘛哦么呗哈地得着过在是有和与及或把被让给对从向到就都也还又再才只很太更最不没别我你您"
    "他她它们这那哪谁啥咋由出几个些种样会能可要想用说问看做去来上下里中外前后时年月日天点多少大小人"
    "一二三四五六七八九十两百千万条件家间号第"
)
"""Single signs that name nothing."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PART = 0.5
"""What a word counts of which only a sign stands in the sentence (查查 of 查不到)."""
SPECIFIC = 4.0
"""The weight below which shared words are too common to tell of what is asked."""
_MEASURES = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"[几多]少?秒|\bhow many seconds\b", r"\d秒|\bseconds?\b"),
        (
            r"多久|多长时间|[几多]少?天|几个(?:工作日|月|小时)|几小时|\bhow (?:long|many days)\b",
            r"\d个?(?:秒|分钟|小时|天|日|工作日|周|月|年)|\b(?:second|hour|day|week|month|year)s?\b",
        ),
        (r"几年|多少年|\bhow many years\b", r"\d年|\byears?\b"),
        (r"多少钱|几块|几万|罚多少|\bhow much (?:money|does|is the fine)\b", r"元|倍|%|\byuan\b"),
        (r"多少人|几个?人|\bhow many people\b", r"\d万?[人名]|\bpeople\b"),
    )
)
"""What is asked for in numbers, and what a sentence that answers it holds."""
_MOST = 2
"""Sentences that are told again at most."""
_NEAR = 0.85
"""Of the best one's weight, what another sentence must share to be told beside it."""


class Near(msgspec.Struct, frozen=True):
    """A sentence that was told, with the weight of the words that it shares with a question, and
    their share of all of that question's words."""

    told: Told
    weight: float
    share: float


def nearest(
    text: str, told: Sequence[Told], snapshot: Snapshot, *, single: bool = True
) -> tuple[Near, ...]:
    """The sentences that share words with a question, the nearest first; ties in their order.
    ``single``: signs that stand alone count as words, too."""
    weights = weights_of(text, snapshot, single=single)
    whole = sum(weights.values())
    if not whole:
        return ()
    found: list[Near] = []
    for one in _measured(normalise(text), told):
        sentence = normalise(one.text)
        shared = sum(w * _held(word, sentence, snapshot) for word, w in weights.items())
        if shared:
            found.append(Near(one, shared, shared / whole))
    return tuple(sorted(found, key=lambda n: -n.weight))


def _measured(text: str, told: Sequence[Told]) -> Sequence[Told]:
    """The sentences that hold the number that is asked for; all of them where none does."""
    for asked, held in _MEASURES:
        if asked.search(text):
            return [t for t in told if held.search(normalise(t.text))] or told
    return told


def speaking_of(text: str, told: Sequence[Told], snapshot: Snapshot) -> tuple[Told, ...]:
    """The sentences of what was told that speak of what a text asks, in the order in which they
    were told; empty where none shares anything specific with it."""
    near = nearest(text, told, snapshot)
    if not near or near[0].weight < SPECIFIC:
        return ()
    best = [n.told for n in near if n.weight >= _NEAR * near[0].weight][:_MOST]
    return tuple(t for t in told if t in best)


def told_once(frame: Frame, words: Words, text: str) -> Words | None:
    """Words of a document that was told a moment ago, as they are said to who asks on: that they
    were, and the sentences of them that speak of what is asked; ``None`` where none does. The
    outcome stays that of the document."""
    told = told_sentences(
        (Exchange(text, "answered", words.entries),), frame.snapshot, english=frame.english
    )
    best = speaking_of(text, told, frame.snapshot) or _telling_side(text, told, frame.snapshot)
    language = frame.language
    if not best:
        return None  # That there is no more of it would be a guess: the words may say it otherwise.
    opening = Line(phrase("told_already", language), locked=False, language=language)
    return msgspec.structs.replace(
        words,
        lines=(opening, *(Line(t.text, language=t.language) for t in best)),
        route="said",
        sources=frame.cite(dict.fromkeys(o for t in best for o in t.origins)),
        advice=words.advice,
        chinese_only=frame.english and any(t.language == "zh" for t in best),
    )


def _telling_side(text: str, told: Sequence[Told], snapshot: Snapshot) -> tuple[Told, ...]:
    """The first sentence that tells the side that a text asks for with every word: 向谁."""
    if weights_of(text, snapshot, single=True):
        return ()
    return tuple(t for t in told if tells_side(t.text, text))[:1]


def weights_of(text: str, snapshot: Snapshot, *, single: bool) -> dict[str, float]:
    """The words of a text that name something, each with its rarity in the knowledge."""
    index = snapshot.index
    words = [w for w in own_words(text, index.segmenter) if w not in _IDLE and not w.isdecimal()]
    if single and not is_english(text):
        held = "".join(words)
        pieces = index.segmenter.words(normalise(text))
        signs = (p for p in pieces if len(p) == 1 and _HAN.match(p) and p not in held)
        words.extend(p for p in signs if p not in _SINGLE and not says_little(p))
    return {w: index.words.weight(w) for w in dict.fromkeys(words)}


def _held(word: str, sentence: str, snapshot: Snapshot) -> float:
    """How much of a word a normalised sentence has: all of it, another name of the same thing, or
    the pairs of a long one."""
    if is_english(word):
        return float(word in sentence)
    if word in sentence:
        return 1.0
    names = snapshot.graph.names
    meant = {m.entity for m in names.link(word)}
    if meant and meant <= {m.entity for m in names.link(sentence)}:
        return 1.0
    if len(word) == 2 and word[0] == word[1]:
        return _PART * (word[0] in sentence)
    pairs = pairs_of(word)
    return _PART * sum(p in sentence for p in pairs) / len(pairs) if len(pairs) > 1 else 0.0
