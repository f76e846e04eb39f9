"""The same question of another thing, in one text (个保法哪天施行的？数安法呢; 8000人的敏感信息出境
怎么办，重要数据呢): it is put in full, with the thing, or the case with its own kind and number, in
the place of the one before. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dialog.reply.aspects import asks, bare
from dialog.reply.context import nameless, put_in_place
from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise

_ANOTHER = re.compile(
    r"(?:那么?|还有|以及|至于|换成|要是|如果是?|而)*(?P<other>[^,，。?？]{2,24}?)(?:的话|来说|[这那]边|方面)?"
    r"(?P<how>呢|又(?:该|要|得|应该)?(?:怎么[办样]|如何|咋办)(?:呢|啊)?|又是?(?:怎样|怎么回事))"
    r"[?？。!！ ]*"
)
_NO_THING = re.compile(
    r"不(?!含)|没|未(?!成年)|了$|过$|以后|之后|后$|之前|如果|要是|万一|只|都|也|就|我|你|您|咱|自己|现在|目前|然后|时候"
    r"|这个|那个|这些|那些|它|他们|今年|去年|明年"
)
"""What supposes something, tells a time or points back, and names no other thing."""
_REST = re.compile(
    r"出境|出海|跨境|[传发送寄交]?[到给往](?=境外|国外|海外|总部|外)|传出|卖|挂牌|上架|交易(?!所)"
    r"|要不要|能不能|可不可以|可以|怎么|如何|咋|需不需要|需要|要(?!求)|能(?!源|力)|会不会|得(?!到)|该"
)
"""Where what is done to data, and asked of that, begins behind the data themselves."""
_CASE = re.compile(
    r"[\d一二三四五六七八九十百千两][\d一二三四五六七八九十百千万亿,.]*\s*(?:多|来|几)?\s*(?:个|名|位)?(?:人|条|户|份)"
    r"|(?:敏感|一般|普通|重要|核心|匿名化?的?)(?:的?个人)?(?:信息|数据)|个人信息"
)
"""A number of people, or a kind of data: what a case consists of."""


@kept
def other_thing(part: str) -> str:
    """The other thing of which a part asks what was asked before it; empty where it asks more, or
    names none."""
    read = _ANOTHER.fullmatch(part.strip())
    if read is None or is_english(part):
        return ""
    other = read["other"]
    if (
        _NO_THING.search(normalise(other))
        or asks(other)
        or bare(f"{other}呢")
        or nameless(f"{other}呢")
    ):
        return ""
    return other


def is_case(text: str) -> bool:
    """Whether a text tells a kind or a number of data."""
    return _CASE.search(text) is not None


def each_in_full(parts: Sequence[str], named: Callable[[str], bool]) -> list[str]:
    """The parts of a text, each that only names another thing with what was asked before it.
    ``named``: whether a text names a thing of the field."""
    found: list[str] = []
    for part in parts:
        other = other_thing(part) if found else ""
        known = other != "" and (is_case(other) or named(other))
        found.append((_in_place(other, found[-1]) if known else "") or part)
    return found


def _in_place(other: str, before: str) -> str:
    """A question with another thing, or case, in the place of its own; empty where that is told
    before what is asked of it."""
    if "，" in before and not is_case(other):
        return ""
    before = before.rpartition("，")[2] or before
    if is_case(other) and is_case(before):
        rest = _REST.search(before, _end_of_case(before))
        return f"{other}{before[rest.start() :]}" if rest is not None else f"{other}，{before}"
    rest = _REST.search(before, 2)
    if (
        rest is not None
        and len(key(before[: rest.start()])) > 1
        and "的" not in before[: rest.start()]
    ):
        return f"{other}{before[rest.start() :]}"
    found = put_in_place(other, before)[-1]
    return found if len(key(found)) > len(key(other)) + 1 else ""


def _end_of_case(text: str) -> int:
    return max(m.end() for m in _CASE.finditer(text))
