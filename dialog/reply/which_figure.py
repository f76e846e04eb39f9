"""A choice between two figures that the visitor has heard (挂牌费到底是三千还是五千): the figure is
what is asked for, whichever the two are."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text tells something of its own; English has twice as many."""
_UNIT = r"(?:个?(?:工作日|自然日|天|日|周|月|年|小时)|元|块钱?|万元?|[人家个条份%]|点|个?百分点)"
_TIME = re.compile(r"工作日|自然日|天|日|周|月|年|小时|days?|weeks?|months?|years?|hours?")
_MONEY = re.compile(r"费|价|钱|元|块|押金|保证金|佣金|收|缴|付|交(?!易)|抽成|%|点")
_CHOICE = re.compile(
    r"(?P<before>[^?!。]*?)(?:到底|究竟|现在|[1一]共|大概|[,， ])*(?:是|要|收|交|给|得"
    r"|按)?(?:不是)?"
    rf"(?P<a>\d[\d.]*{_UNIT}?)(?:钱|左右)?[,，]?(?:还是|或者?是?)(?:收|要)?(?P<b>\d[\d.]*{_UNIT}?)"
    r"(?:钱|左右)?(?:啊|呀|呢|的|吗|来着|[?,。 ])*(?P<behind>[^?!。\d]*?)[?。! ]*"
)
_CHOICE_ENGLISH = re.compile(
    r"(?:so |and |but |then |well |[, ])*(?:is|are|was|does|do|would"
    r"|will) (?P<before>[a-z][a-z ,'-]+?)"
    r"(?: (?:cost|take|last|now|really|actually|at|be))* (?:rmb |cny |¥ ?)?(?P<a>[\d,.]+k?%?"
    r"(?: ?(?:yuan|rmb|cny|percent|(?:working |business )?(?:days?|weeks?|months?"
    r"|years?)))?)(?:,)? or"
    r" (?:rmb |cny |¥ ?)?(?P<b>[\d,.]+k?%?(?: ?(?:yuan|rmb|cny|percent"
    r"|(?:working |business )?(?:days?|weeks?|months?|years?)))?)[?.! ]*"
)
_OWN = re.compile(r"我|咱|本公司|\b(?:we|our|i|my)\b")
"""Whose own figures they are."""
_SHORTEST = 2


def of_figures(text: str) -> str:
    """The question for the figure of which a text names two; empty where it is no such choice, or
    one between figures of the visitor's own."""
    text = normalise(text).strip()
    english = is_english(text)
    if len(text) > _LONGEST * (2 if english else 1) or _OWN.search(text):
        return ""
    read = (_CHOICE_ENGLISH if english else _CHOICE).fullmatch(text)
    if read is None:
        return ""
    time = _TIME.search(read["a"]) or _TIME.search(read["b"])
    if english:
        return f"how {'long' if time else 'much'} is {read['before']}"
    thing = f"{read['behind']}{read['before']}".strip(" ,，")
    asked = "多久" if time else "多少钱" if _MONEY.search(text) else ""
    return f"{thing}{asked}" if asked and len(thing) >= _SHORTEST else ""


async def of_two_figures(text: str, search: Search) -> Findings | None:
    """What is known of the figure of which a text names two, or that it is not known; ``None``
    where it is no such choice, or the text itself is answered by something else. What answers both
    is told by the question without the two, which it need not know."""
    question = of_figures(text)
    if not question:
        return None
    found = await search(question)
    if found.band != "answer" or found.best is None or found.law or found.ruling:
        return None
    if found.exact is None:
        own = await search(text)
        if own.band == "answer" and (own.best is None or own.best.id != found.best.id):
            return None
    return msgspec.structs.replace(found, graph=None, vector=None)
