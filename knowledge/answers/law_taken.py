"""What an article is taken to be about by who wants that confirmed (第三十三条是不是讲跨境的;
第24条说的是敏感信息吧), where nothing that is held of it says so. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.text import normalise
from knowledge.types import Rule

_ASKED = re.compile(
    r"[条款项](?:的?内容)?(?:难道|应该|好像)?(?P<first>是不是|是|不是)?(?:专门|主要|就)?"
    r"(?:[讲说写谈管]|规定|约束|针对|要求)(?:了|的是|的|到)?(?P<said>[^,。?!]{2,16}?)的?"
    r"(?P<last>吧|吗|么|[,，]?(?:对(?:吧|吗|不对)|是(?:吧|吗|不是)|没错吧))?[?。! ]*$"
)
_COMMON = frozenset("数据信息个人的了规定处理问题内容情况要求这那方面事有关一二三不和与及或在")
"""Characters that stand in nearly every article."""


def taken_for(text: str, rules: Iterable[Rule]) -> str:
    """What an article is taken to be about; empty where that is not asked, or where anything that
    is held of it may say so."""
    asked = _ASKED.search(text)
    if asked is None or not (asked["last"] or asked["first"] == "是不是"):
        return ""
    said = asked["said"]
    telling = set(said) - _COMMON
    held = "".join(normalise(" ".join((*r.topics, r.gist, *r.similar))) for r in rules)
    return "" if not telling or not held or telling & set(held) else said
