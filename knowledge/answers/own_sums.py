"""The sum of several years that a visitor adds up themselves (两年加起来过十万了; together that is
over 100,000): where each year is counted for itself it is the number of none. Pure; over
normalised texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.answers.people_counts import clause_of, people_told
from knowledge.answers.years_told import YEAR, edited, year_of

_SUM = re.compile(
    r"(?:[两2几]年|前后|年)?(?:[1一]共|总共|合计|累计|总计|共计|加(?:在)?[1一]?(?:起|块)?(?:来)?|合(?:在)?[1一]?起来?|相加)[^\d,。;?!]{0,8}$"
    r"|(?:[两2]年|前后)[^\d,。;?!]{0,6}$"
    r"|\b(?:together|in (?:total|all|sum)|altogether|combined|(?:add|sum)(?:s|ed|ing)?(?: it"
    r"| them| both)? up"
    r"|both years|(?:two|three) years|that(?: is|['’]s)|makes?)\b[^\d.;?!]{0,24}$"
)
"""What stands before a number that is a sum."""
_SUM_BEHIND = re.compile(
    r"^[^,.;?!]{0,24}\b(?:in (?:two|three|both) years|together|in (?:total|all)|altogether"
    r"|combined)\b"
)
_HELD = re.compile(
    r"手[里上头]|库[里存]|[保存持拥][有着]|掌握|\b(?:hold|holds|have|has|keep|keeps|own|owns)\b[^.;?!]*$"
)
"""What tells that a number is of all who are held, and adds nothing up."""
_SEVERAL = 2


def says_sum(text: str) -> bool:
    """Whether a normalised text adds something up, of whichever number."""
    return _ADDED.search(text) is not None


_ADDED = re.compile(
    r"加(?:在)?[1一](?:起|块)|加起来|合起来|合在[1一]起|相加|累计|合计|总共|[1一]共"
    r"|\b(?:together|altogether|combined|both years|in two years|adds? up|added up|in total"
    r"|in all)\b"
)


def without_own_sums(
    texts: Sequence[str], units: Sequence[str], today: date, *, behind: int = 0
) -> list[str]:
    """Texts without the numbers that only add up those of several years before them. ``behind``:
    the first text of which a number may be one."""
    found: list[str] = []
    years: set[int] = set()
    told = 0
    for place, text in enumerate(texts):
        edits: list[tuple[int, int, str]] = []
        end = 0
        for number in people_told(text, units):
            years |= _years(text[end : number.start], today)
            start, clause_end = clause_of(text, number)
            ahead, after = text[start : number.start], text[number.end : clause_end]
            sums = (_SUM.search(ahead) or _SUM_BEHIND.search(after)) and not _HELD.search(ahead)
            named = YEAR.search(text[start : number.start]) is not None
            if sums and not named and told and len(years) >= _SEVERAL and place >= behind:
                edits.append((number.start, number.end, "若干"))
            else:
                told += 1
            end = number.end
        years |= _years(text[end:], today)
        found.append(edited(text, edits) if edits else text)
    return found


def _years(text: str, today: date) -> set[int]:
    return {year_of(m, today.year, today) for m in YEAR.finditer(text)}
