"""What likeness cannot see: entries that say nearly the same, and roles that are swapped.

Pure functions over texts and vectors. Of near-duplicates (nearer than ``TWIN``) a search took the
wrong one in half of the cases; "A 转 B" and "B 转 A" have the same characters and the same vector.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.search.vectors import Vectors
from knowledge.text import bigrams, normalise

TWIN = 0.976
"""The cosine of two wordings' vectors, as the embedder gives them, from which they are twins."""
TWIN_WORDS = 0.9
"""The same without vectors: the overlap of their characters and pairs."""

_DIRECTIONS = re.compile(
    r"(?:转换|转成|转为|转入|转到|转账|转给|转|换成|换算成|换算|换为|换|变成|变为|改成|改为|改"
    r"|兑换|兑|到|至|给|对|求|向|比|控股|收购|投资|欠|借给|卖给|替代|取代|优先于|高于|低于"
    r"|喜欢|委托|授权|雇|告|起诉|骗|打|帮|教|先于|早于"
    r"|\b(?:into|to|for|than|versus|vs|over|before|after|owes|owns|pays)\b)"
)
"""Words whose two sides play different roles."""
_SMALL = re.compile(
    r"怎么样|怎么办|怎么|怎样|如何|可以|能不能|能否|是否|是不是|请问|我想|想要|需要|什么|多少"
    r"|为什么|应该|直接"
    r"|[从由把将被用以的了吗呢我你]|\b(?:how|can|do|does|i|my|an|the|from|is|convert|what|of)\b"
    r"|\ba (?=[a-z])"
)
_WORD = re.compile(r"[0-9a-z]+|[\u4e00-\u9fff]")
_MEASURES = {
    "length": r"多长(?!时间|久)|长度|全长|\bhow long is\b|\blength\b",
    "width": r"多宽|宽度|\bhow wide\b|\bwidth\b",
    "height": r"多高|高度|海拔|\bhow (?:tall|high)\b|\bheight\b|\baltitude\b",
    "depth": r"多深|深度|\bhow deep\b|\bdepth\b",
    "weight": r"多重|重量|体重|几斤|\bhow heavy\b|\bweigh\w*",
    "size": r"多大|面积|\bhow (?:big|large)\b|\barea\b",
    "distance": r"多远|距离|\bhow far\b|\bdistance\b",
    "speed": r"多快|速度|\bhow fast\b|\bspeed\b",
    "heat": r"几度|温度|\btemperature\b",
    "power": r"瓦|功率|耗电|\bwatts?\b|\bpower\b",
    "money": (
        r"钱|(?<!免)费|价|\bhow much (?:is|are|does|do)\b|\bcosts?\b|\bprices?\b|\bfees?\b"
        r"|\bcharge\b|\bfree\b"
    ),
    "people": r"人口|多少人|几个人|\bpopulation\b|\bhow many people\b",
    "phone": r"电话|号码|\bphone\b",
}
"""What a question wants measured; one measure is never another."""
_MEASURED = {name: re.compile(signs) for name, signs in _MEASURES.items()}
_COLOURS = re.compile(
    r"[红绿蓝黄黑白灰紫橙粉](?=[色灯屏线码卡标牌光键钮])|\b(?:red|green|blue|yellow|black|white"
    r"|gr[ae]y|purple|orange|pink)\b"
)
_ALIKE = 0.6
"""The share of a side's characters that must be on the other side to be the same thing."""


def twins(left: Vectors, right: Vectors) -> bool:
    """Whether some wording of one entry is nearly the same as one of another. Rows of length one,
    not centred."""
    return bool(len(left) and len(right) and float(np.max(left @ right.T)) >= TWIN)


def twins_in_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """The same by words alone."""
    return any(
        _dice(_tokens(a), _tokens(b)) >= TWIN_WORDS for a, b in itertools.product(left, right)
    )


def leaning(question: str, left: Sequence[str], right: Sequence[str]) -> int:
    """Which of two entries a question takes by the words in which they differ: above zero the
    left, below zero the right, zero neither."""
    asked = _tokens(question)
    mine = set[str]().union(*map(_tokens, left))
    other = set[str]().union(*map(_tokens, right))
    return len(asked & (mine - other)) - len(asked & (other - mine))


def measures_other(question: str, wordings: Sequence[str], *, strictly: bool) -> bool:
    """Whether a question wants another measure (长江有多宽 for 长江有多长), or another colour, than
    every wording of an entry. ``strictly``: also than wordings that want none."""
    return any(
        bool(asked) and all((strictly or told) and not asked & told for told in map(of, wordings))
        for asked, of in ((_measures(question), _measures), (_colours(question), _colours))
    )


def names_other(
    question: str, named: Iterable[str], wordings: Sequence[tuple[str, Sequence[str]]]
) -> bool:
    """Whether a question names a place (淮河) in the stead of one that each wording of an entry
    names. ``named``: the places in the question; each wording comes with its own."""
    question = normalise(question)
    mine = [n for n in named if not any(n in normalise(text) for text, _ in wordings)]
    return bool(mine) and all(
        any(o not in question and not any(n in o or o in n for n in mine) for o in others)
        for _, others in wordings
    )


def _measures(text: str) -> set[str]:
    text = normalise(text)
    return {name for name, signs in _MEASURED.items() if signs.search(text)}


def _colours(text: str) -> set[str]:
    return set(_COLOURS.findall(normalise(text)))


def swapped(question: str, wording: str) -> bool:
    """Whether both speak of the same two things around the same kind of word, in opposite roles:
    积分换里程 and 里程换积分."""
    for sign, before, after in _sides(question):
        for other, left, right in _sides(wording):
            if sign != other:
                continue
            crossed = min(_shared(before, right), _shared(after, left))
            straight = max(_shared(before, left), _shared(after, right))
            if crossed >= _ALIKE and crossed > straight:
                return True
    return False


def swapped_with_all(question: str, wordings: Sequence[str]) -> bool:
    """Whether the question swaps the roles of some wording of an entry, and no wording has the
    question's own order."""
    asked = _sides(question)
    if not asked or not any(swapped(question, w) for w in wordings):
        return False
    return not any(
        sign == other and min(_shared(before, left), _shared(after, right)) >= _ALIKE
        for w in wordings
        for other, left, right in _sides(w)
        for sign, before, after in asked
    )


def _sides(text: str) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """What stands before and behind each word of direction, without small words."""
    text = normalise(text)
    found: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for match in _DIRECTIONS.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        before, after = (frozenset(_WORD.findall(_SMALL.sub(" ", t))) for t in (before, after))
        if before and after:
            found.append((match.group()[:1], before, after))
    return found


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right))


def _tokens(text: str) -> set[str]:
    return {*bigrams(text), *_WORD.findall(normalise(text))}


def _dice(left: set[str], right: set[str]) -> float:
    return 2 * len(left & right) / max(len(left) + len(right), 1)
