"""A case of two kinds of data that is told in one breath (员工资料是工资卡，试驾数据是车外录像): a
table rules on one of them, and the other is still open. Pure.

The ruling alone would leave the visitor to think that it holds for both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from knowledge.answers.table_words import stated
from knowledge.answers.tables import Ruling
from knowledge.text import is_english, normalise, visible

_CUTS = re.compile(r"[;；。!！\n]+|\.(?=\s|$)|[,，](?=\s*(?:而|另外|还有|至于|and |while |but ))")
_DATA = r"(?:数据|资料|信息|名单|名册|记录|日志|视频|录像|档案|图像|照片|轨迹|报表|表)"
_TOLD = re.compile(
    rf"(?:而|另外|还有|至于|我们的?|那些?|这些?|那批|这批|[,， ])*"
    rf"(?P<of>[\u4e00-\u9fff]{{0,8}}?{_DATA})(?:呢|里面?|里头|中|主要|都|就|则|全|[,， ])*"
    r"(?:是(?!不是|否)|有(?!没有)|含|包括|包含|涉及|没有?|不含|不是|只有|属于)"
)
_TOLD_ENGLISH = re.compile(
    r"(?:(?:and|while|but|whereas|so)[, ]+)?(?:the|our|my|these|those) "
    r"(?P<of>(?:[a-z0-9'’-]+ ){0,3}?"
    r"(?:data|records?|files?|lists?|logs?|information|videos?|footage|images?|photos?|tracks"
    r"|tables?|sets?|figures?|recordings?)) "
    r"(?:is|are|has|have|holds?|contains?|includes?|covers?|consists? of|comes? (?:from|with)) ",
    re.IGNORECASE,
)


class Halves(msgspec.Struct, frozen=True):
    """The kinds of data on which a table ruled, and those that are still open, as the visitor
    calls them. ``counted``: how many people these are of was told."""

    ruled: tuple[str, ...]
    open: tuple[str, ...]
    counted: bool = False


def halves_told(text: str, ruling: Ruling | None) -> Halves | None:
    """What of a text that tells of several kinds of data a settled ruling is on; ``None`` where it
    tells of one, or all of them tell the ruling the same."""
    if ruling is not None and ruling.left:
        place = int(is_english(text))
        ruled = [(of.label, of.label_english)[place] for of in ruling.each]
        return Halves(tuple(ruled), tuple(names[place] for names in ruling.left), counted=True)
    if ruling is None or ruling.row is None or asks(text):
        return None
    told = _told(text)
    if len(told) < 2:
        return None
    stating = [(name, _stated(clause, ruling)) for name, clause in told]
    best = max(stating, key=lambda s: len(s[1]))
    open_still = tuple(name for name, slots in stating if name != best[0] and slots != best[1])
    return Halves((best[0],), open_still) if open_still else None


def _told(text: str) -> list[tuple[str, str]]:
    """The kinds of data of which a text tells something, each with what it tells."""
    found: dict[str, str] = {}
    last = ""
    for clause in (c.strip() for c in _CUTS.split(visible(text)) if c.strip()):
        read = (_TOLD_ENGLISH if is_english(clause) else _TOLD).match(clause)
        last = read["of"].strip() if read is not None else last
        if last:
            found[last] = f"{found.get(last, '')} {clause}".strip()
    return list(found.items())


def _stated(clause: str, ruling: Ruling) -> frozenset[tuple[str, str]]:
    """What of a ruling's case a clause states by itself."""
    return frozenset(stated(ruling.table, normalise(clause)).items()) & _slots(ruling)


def _slots(ruling: Ruling) -> frozenset[tuple[str, str]]:
    return frozenset(ruling.slots.items())


def as_named(names: Sequence[str], *, english: bool) -> str:
    """Some names as they are put into a sentence."""
    quoted = [f"“{name}”" for name in names]
    return " and ".join(quoted) if english else "".join(quoted)
