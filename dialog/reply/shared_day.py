"""The day that one part of a text tells, for the part that refers back to it: 要是2025年5月的时候
存满呢，当时要备案吗. Pure.

A part that is searched alone would be answered as of today.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.answers.days import Dated, dates_told, in_full, says_now
from knowledge.text import is_english

_SUPPOSES = re.compile(
    r"^(?:那|那么|可|但|可是|但是|不过)?(?:要是|如果|假如|假设|换成|换作|万一|倘若|放在|放到|倒回|搁在?)"
)
_BACK = re.compile(
    r"^(?:那|那么|我们?|公司|平台|在)*(?:当时|那时候?|那会儿?|那个时候|那阵子?|当年|那年)"
)
_BACK_ENGLISH = re.compile(
    r"\b(?:back then|at (?:that|the) time)\b|^(?:and |so |but )?(?:did|was|were|had)\b", re.I
)
_AT_A_TIME = re.compile(
    r"^(?:那|那么|可|但)?(?:在)?(?:20)?\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?[初底末]?的?(?:时候|那时候?|那会儿?|当时|呢)"
)
_YEAR = re.compile(r"(?<!\d)(?:20)?\d\d年")
_ONLY_TIME = re.compile(
    r"^(?:那|那么|可|但|可是|但是|不过)?(?:要是|如果|假如|假设|换成|换作|倘若|放在|放到|倒回|搁在?)(?:是)?(?:在)?"
    r"(?:20)?\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?[初底末]?(?:的?(?:时候|那时候?|那会儿?|当时|话))*呢?[?？。]?$"
)


def supposes_time(text: str) -> bool:
    """Whether a text supposes another time, or asks of one: 2025年5月的时候呢."""
    return _SUPPOSES.match(text.strip()) is not None or _AT_A_TIME.match(text.strip()) is not None


def asks_of_time(text: str) -> bool:
    """Whether a text supposes a time that it names: the same document is told as of that."""
    return supposes_time(text) and _YEAR.search(text) is not None


def of_one_time(before: str, clause: str) -> bool:
    """Whether two clauses that could be asked by themselves are one question of a time: what is
    supposed of a day, and what held then; or a question, and the same of another day."""
    if _ONLY_TIME.match(clause.strip()):
        return True
    supposed = _SUPPOSES.match(before.strip()) and before.strip("?？。 ").endswith("呢")
    return bool(supposed) and _BACK.match(clause.strip()) is not None


def with_shared_day(parts: Sequence[str], today: date) -> list[str]:
    """Parts of a text, of which one that refers back to the day of another begins with that day."""
    found: list[str] = []
    time = ""
    for part in parts:
        told = day_told(part, today)
        back = (_BACK_ENGLISH if is_english(part) else _BACK).search(part.strip())
        if told:
            time = told
        elif time and back and not says_now(part):
            found.append(f"In {time}: {part}" if is_english(part) else f"{time}的时候，{part}")
            continue
        found.append(part)
    return found


def day_told(part: str, today: date) -> str:
    """The words for the one day or time that a part names; empty where it names none or several."""
    text = in_full(part, today)
    told: list[Dated] = [d for d in dates_told(text, today) if not d.thing]
    return text[told[0].start : told[0].end] if len(told) == 1 else ""
