"""What an article is taken to be about by who wants that confirmed (第三十三条是不是讲跨境的;
第24条说的是敏感信息吧), where nothing that is held of it says so. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answers.law_findings import NAMED
from knowledge.text import normalise
from knowledge.types import Rule

_ASKED = re.compile(
    r"[条款项](?:的?内容)?(?:难道|应该|好像)?(?P<first>是不是|是|不是)?(?:专门|主要|就)?"
    r"(?:[讲说写谈管]|规定|约束|针对|要求)(?:了|的是|的|到)?(?P<said>[^,。?!]{2,16}?)的?"
    r"(?P<last>吧|吗|么|[,，]?(?:对(?:吧|吗|不对)|是(?:吧|吗|不是)|没错吧))?[?。! ]*$"
)
_NAMED_FIRST = re.compile(
    r"(?:^|[,。;?!])(?:那|我记得|记得|好像|印象[里中]"
    r"|应该)*(?P<said>[^,。;?!]{2,14}?)(?:的?(?:规定|依据|条文|要求))?"
    r"(?:应该|好像|不就|就|不)?(?:是|在|写在|规定在|出自|来自|对应|属于"
    r"|依据)(?P<first>不是)?(?:的|了)?(?:《?[^,。;?!第]{2,12}》?)?"
    r"第\d+条(?:之\d+)?(?:第\d+款)?(?:里|中|的)?"
    r"(?P<last>吧|吗|么|来着|[,，]?(?:对(?:吧|吗|不对)|是(?:吧|吗|不是)|没错吧"
    r"|我?记?得?没错吧))(?=[?。!, ]|$)"
)
"""The same the other way round: 敏感个人信息是个保法第24条吧."""
_COMMON = frozenset("数据信息个人的了规定处理问题内容情况要求这那方面事有关一二三不和与及或在")
"""Characters that stand in nearly every article."""
_LEAST = 2
"""Telling characters by which other articles may be looked for."""


def taken_for(text: str, rules: Iterable[Rule]) -> str:
    """What an article is taken to be about; empty where that is not asked, or where anything that
    is held of it may say so."""
    said = _taken(text)
    telling = set(said) - _COMMON
    held = "".join(normalise(" ".join((*r.topics, r.gist, *r.similar))) for r in rules)
    return "" if not telling or not held or telling & set(held) else said


def saying_it(said: str, rules: Iterable[Rule]) -> tuple[int, ...]:
    """The articles of a law that speak of what another is taken to be about, by their topics, else
    by their gists."""
    telling = "".join(c for c in said if c not in _COMMON)
    if len(telling) < _LEAST:
        return ()
    held = tuple(rules)
    named = {r.article for r in held if any(telling in normalise(t) for t in r.topics)}
    found = named or {r.article for r in held if telling in normalise(r.gist)}
    return tuple(sorted(found)) if len(found) <= NAMED else ()


def _taken(text: str) -> str:
    asked = _ASKED.search(text)
    if asked is not None and (asked["last"] or asked["first"] == "是不是"):
        return asked["said"]
    first = _NAMED_FIRST.search(text)
    return first["said"] if first is not None else ""
