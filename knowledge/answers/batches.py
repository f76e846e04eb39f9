"""Numbers of several batches that one text tells (三月6万人, 九月又5万; 8万人, 另外4万) as their
sum: the law counts all that was sent in a year. Pure; over normalised texts.

Summed are batches of one kind of data, of people who are not said to be the same. Where a number
may be of a part, of what is only held or of another year, nothing is summed, and the table asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.answers.held_totals import told_of_all
from knowledge.answers.people_counts import Told, clause_of, people_told, with_range
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_replies import by_answers
from knowledge.answers.table_words import stated
from knowledge.answers.vague_counts import OPEN, bounds
from knowledge.text import normalise
from knowledge.types import DecisionTable

_BESIDES = re.compile(
    r"又(?!不|没|非|无|属|算)|再(?!说|问)|另(?!1?方面)|额外|此外|后来|随后|接着|然后|之后|其余|剩下|新增|陆续|外加|加上"
    r"|还(?:有|要|会|得|想|打算|准备|传|发|给|送|提供)|第[2-9二三四五六]批|下1?批"
    r"|\b(?:another|additional|further|plus)\b"
)
"""What stands between a number and one of another batch."""
_JOINED = re.compile(r"^[^,;。!?\d]{0,10}(?:以及|[和与及、+])(?:另外)?$")
_BATCH = re.compile(
    r"(?<!\d)(?<!\d年)\d{1,2}月份?|第[\d一二三四五六]批|[上下]半年|[\d一二三四]季度|\bq[1-4]\b|年初|年中|年底|春|夏|秋|冬|上次|这次|昨天|今天|上个?月|这个?月|上周|这周"
    r"|\b(?:in|since)\s(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|spring|summer|autumn)\b"
)
"""When a batch was sent; two with each its own are two."""
_SENT = re.compile(r"[,;。][^,;。]*(?:传|发|给|出境|提供|寄|同步)[^,;。]*$")
"""What says of a further number that so many were sent as well."""
_NOT_MORE = re.compile(
    r"其中|当中(?!国)|里面?(?!约)|包括|包含|[1一]共|总共|合计|累计|加起来|总数|共计|改成|改为|变成|更正|不对|说错|应该是|不是|而是"
    r"|同[1一]批|同样的?|还是[那这]|原来那|[这那]些人|[这那]\d|重复|去重|删|减|退|去掉|去年|前年|明年|上1?年度|往年|(?:19|20)\d\d年"
    r"|没传|未传|不传|没有传|没出境|不出境|留在|国内|境内|手里|库里|手上|存|我们有|公司有|平台有|系统里?有|要是|如果|假如|还是(?!要)|或者?"
    r"|以上|以下|超过|满|门槛|比|因为|怕|听说|说(?:是)?超"
    r"|\b(?:of (?:them|these|those|whom|which)|in total|in all|altogether|same|last year|instead"
    r"|if|or|including)\b"
)
"""What says between two numbers, or of the second, that it may be no further batch."""


def summed(table: DecisionTable, text: str, units: Sequence[str]) -> str:
    """A text with the sum of its batches in the place of the first number, the others taken out;
    as it is where it tells of none."""
    of_all = told_of_all(text, units)
    told = [t for t in people_told(text, units) if of_all is None or t.value != of_all.value]
    if len(told) < 2:
        return text
    first, *rest = told
    batches, doubtful = [first], False
    for number in rest:
        relation = _relation(table, text, batches[-1], number)
        if relation:
            batches.append(number)
            doubtful = doubtful or relation == "perhaps"
        elif number.people:
            return text
    if len(batches) == 1:
        return text
    ends = [bounds(b.value) for b in batches]
    low = max(low for low, _ in ends) if doubtful else sum(low for low, _ in ends)
    for number in reversed(batches[1:]):
        text = f"{text[: number.start]}若干{text[number.end :]}"
    return with_range(text, first, low, min(sum(high for _, high in ends), OPEN))


def _relation(
    table: DecisionTable, text: str, before: Told, number: Told
) -> Literal["", "perhaps", "surely"]:
    """Whether a number is that of another batch of the same kind; perhaps so where it is sent as
    well and nothing says whether the people are others."""
    one, other = (clause_of(text, told) for told in (before, number))
    between = text[before.end : number.start]
    if tells_no_more(text, before, number):
        return ""
    told_apart = _BATCH.search(text[one[0] : before.start]) and _BATCH.search(between)
    surely = _BESIDES.search(between) or _JOINED.match(between) or told_apart
    if not surely and not _SENT.search(between):
        return ""
    pieces = text[one[0] : min(one[1], number.start)], text[number.start : other[1]]
    if not alike(table, pieces):
        return ""
    return "surely" if surely else "perhaps"


def alike(table: DecisionTable, texts: Sequence[str]) -> bool:
    """Whether texts may tell of data of one kind: numbers of two are never summed. A kind that is
    left open may be that of the others."""
    left: frozenset[str] | None = None
    for kind in filter(None, (kind_told(table, text) for text in texts)):
        told = frozenset(kind.split("|"))
        left = told if left is None else left & told
    return left is None or bool(left)


def kind_told(table: DecisionTable, text: str) -> str:
    """The kind of the data that a text tells of, by a word for it or by its fields (电话)."""
    kind = kind_of(table)
    if kind is None:
        return ""
    return stated(table, text).get(kind.name, "") or by_answers(kind, normalise(text))


def says_besides(text: str) -> bool:
    """Whether a normalised text tells of something beside what was told before."""
    return _BESIDES.search(text) is not None


def tells_no_more(text: str, before: Told, number: Told) -> bool:
    """Whether a number may be no further batch beside the one before: of a part, of another year,
    or one that corrects it."""
    return _NOT_MORE.search(text[before.end : clause_of(text, number)[1]]) is not None
