"""Dates as English texts write them: 22 March 2024, Aug. 2023, 2023-08, in 2022, the end of 2023.
Pure; offsets are into the given text.

A year that stands alone is one behind what dates (in, since, during) or beside what is of a time
(a quarter, the end). Behind what may count as well (of, for, about) it is one where nothing counted
follows: about 2023, but of 2023 people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.partial_dates import MONTHS

_NAME = "|".join(
    sorted({w for m in MONTHS for w in (m, m[:3], m[:4])} - {"June", "July"}, key=len, reverse=True)
)
_MONTH = rf"(?P<month>{_NAME}|June|July)\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,-]\d|\s*[%年月日万千百])"
_OF_PEOPLE = (
    r"(?:people|persons?|individuals?|humans|users?|customers?|clients?|consumers?|members?"
    r"|subscribers?|buyers?|visitors?|employees?|staff|workers?|colleagues?|students?|pupils?"
    r"|patients?|children|kids|minors|drivers?|passengers?|travell?ers|guests?|players?|residents?"
    r"|citizens?|applicants?|candidates?|accounts?|names|records?|entries|items?|rows|pieces"
    r"|cases|companies|firms|products|phone|e-?mails?|addresses|ids?|yuan|rmb|usd|dollars|times"
    r"|more|others?|of (?:them|these|those|our|my|his|the))"
)
_COUNTED = (
    r"(?!\s+(?:(?:different|unique|of|our|the|their|chinese|domestic|ordinary|non-sensitive|foreign"
    r"|registered|active|personal|new|old|such|sensitive|individual|customer|user|employee)\s+)"
    rf"{{0,3}}{_OF_PEOPLE}\b)"
)
"""What makes a number of four figures a count: 2,023 people has lost its comma by then."""
_DATING = (
    r"(?:in|since|during|throughout|until|till|as of|as at|back in|years?|fiscal(?: year)?|fy"
    r"|spring|summer|autumn|fall|winter|q[1-4]|h[12]|quarter(?: of)?|half(?: of)?"
    r"|(?:end|start|beginning|middle|part|rest|course|close|whole|all|most) of|mid|early|late"
    r"|(?:calendar|financial|business) year|pre|post)"
)
_MAY_COUNT = r"(?:of|for|about|from|(?<!up )to|by|before|after|around|between|circa|through)"
_LIKELY = r"(?P<year>20(?:0[1-9]|[123]\d))(?!\d|[.,-]\d|\s*[%年月日万千百])"
"""A year behind words that count as well: nobody asks here of a time long before the law."""
_TEXT = (
    r"(?=\s+(?:[a-z-]+\s+){0,2}?(?:version|edition|text|wording|amendment|revision|laws?|measures"
    r"|provisions|rules?|regulations?|standards?|act|regime|requirements?|contract|agreement|data"
    r"|orders?|files|list|figures)\b)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.,/-]){_DAY}(?: day)?(?: of)? {_MONTH},?(?: of)? {_YEAR}",
        rf"\b{_MONTH} (?:the )?{_DAY},? {_YEAR}",
        rf"\b{_MONTH},?(?: of)? (?:{_YEAR}|['’](?P<short>\d\d)(?!\d))",
        rf"(?<![\d.,-]){_YEAR} {_MONTH}(?: {_DAY}(?!\d|[.,]\d))?",
        r"(?<![\d./-])(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?![\d/.-])",
        rf"\b{_DATING}[\s-]+(?:the\s+)?(?:year\s+)?{_YEAR}",
        r"\bin\s+['’](?P<short>\d\d)(?!\d)",
        rf"\b{_MAY_COUNT}\s+(?:the\s+year\s+)?{_LIKELY}{_COUNTED}",
        rf"(?<=\b(?:19|20)\d\d )(?:and|or|to|through) {_LIKELY}{_COUNTED}",
        rf"\b(?:the|under|this|that|our|its) {_LIKELY}{_TEXT}",
        rf"\b(?:and|or|but|so|ok|then) {_LIKELY}(?=\s*[?]|\s*,\s*[a-z])",
        rf"(?<=\(){_LIKELY}(?=\))",
        rf"^\s*{_LIKELY}\s*[,:]\s*(?=[a-z]+\s+[a-z])",
    )
)
_ANY = re.compile(r"(?:19|20)\d\d(?![\d年./-]\d|[\d年—])|['’]\d\d")
"""Without one of these a text has no date of these shapes."""
_LETTER = re.compile(r"[A-Za-z/.-]")


def english_dates(text: str) -> Iterator[tuple[int, int, int]]:
    """The dates of a text, each as where it begins and ends and as yyyymmdd (missing parts 0). They
    may overlap; the more exact ones come first."""
    if _ANY.search(text) is None or _LETTER.search(text) is None:
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            year = int(parts["year"]) if parts.get("year") else 2000 + int(parts["short"])
            month, day = _month(parts), int(parts.get("day") or 0)
            if parts.get("one"):
                month, day = _in_figures(int(parts["one"]), int(parts["two"]))
            if month > 12 or day > 31:
                continue
            yield _start(match), _end(match), year * 10000 + month * 100 + day


def _month(parts: dict[str, str]) -> int:
    name = (parts.get("month") or "").lower()[:3]
    return next((n for n, m in enumerate(MONTHS, 1) if name and m.lower().startswith(name)), 0)


def _in_figures(one: int, two: int) -> tuple[int, int]:
    """The month and the day of 13/8/2023 and 8/13/2023; neither of 5/6/2023, which may be both."""
    if one == two or two > 12:
        return one, two
    return (two, one) if one > 12 else (0, 0)


def _start(match: re.Match[str]) -> int:
    """Where a date begins: behind the words that only lead to it."""
    return min(at for name in match.groupdict() if (at := match.start(name)) >= 0)


def _end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in match.groupdict())
