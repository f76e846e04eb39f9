"""Whether the words of an answer tell since when, or until when, something is in force."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from knowledge.check.findings import texts
from knowledge.partial_dates import MONTHS
from knowledge.text import normalise
from knowledge.types import Document, English, Part

_UNSAID = ("id", "question", "similar", "negative", "topics", "topic", "english", "note", "name")
"""Fields of a document that are no part of what its answer says."""
_DAY = timedelta(days=1)
_SENTENCE = re.compile(r"[。!?]|\.\s+(?=[A-Z])")
_NOT_YET = re.compile(
    r"[没未](?:有|曾)?(?:施行|实施|生效|出台|公布|发布)|(?:才|方|始)(?:施行|实施|生效|公布|发布)"
    r"|\b(?:not|only|neither|nor|no|never)\b.*\b(?:force|effect|publish)",
)
"""What makes the last day before it a day on which something was not in force yet. A row that
opens with its own last day (2024年3月21日以前的旧规) tells nothing of the law that it cites."""
_BEFORE = r"\s*(?:以前|之前|前|为止|止)"


def says_when(part: Document | Part, last: date) -> bool:
    """Whether the words of an answer tell when something ended: the last day or the day behind it,
    in Chinese and, where it speaks English, in English as well."""
    return _in_both(part, lambda text: _chinese(text, last), lambda text: _english(text, last))


def says_since(part: Document | Part, first: date) -> bool:
    """Whether the words of an answer tell since when something is in force: its first day, or in
    one sentence the day before and that it was not in force yet; in both languages likewise."""
    return _in_both(part, lambda t: _since_chinese(t, first), lambda t: _since_english(t, first))


def _in_both(
    part: Document | Part, chinese: Callable[[str], bool], english: Callable[[str], bool]
) -> bool:
    said: list[str] = []
    other: list[str] = []
    spoken = getattr(part, "english", None)
    if isinstance(spoken, English):
        other.append(spoken.answer)
    for path, text in texts(part):
        name = path.split("[")[0].split(".")[0]
        if name.endswith("_english"):
            other.append(text)
        elif name not in _UNSAID:
            said.append(text)
    told = "。".join(filter(None, other))
    return chinese(normalise("。".join(said))) and (not told or english(told))


def _chinese(text: str, last: date) -> bool:
    if any(_day(d) in text for d in (last, last + _DAY)):
        return True
    return _ends_year(last) and f"{last.year}年底" in text


def _english(text: str, last: date) -> bool:
    if any(told in text for d in (last, last + _DAY) for told in _english_days(d)):
        return True
    ends = (f"before {last.year + 1}", f"end of {last.year}")
    return _ends_year(last) and any(e in text for e in ends)


def _since_chinese(text: str, first: date) -> bool:
    if re.search(rf"{_day(first)}(?!{_BEFORE})", text):
        return True
    year = first.year
    if _ends_year(first - _DAY) and re.search(rf"(?<!\d){year}年(?:初?起|以?后|开始)", text):
        return True
    days = [_day(first), _day(first - _DAY)]
    if _ends_year(first - _DAY):
        days += [f"{year - 1}年底", f"{year}年以前", f"{year}年之前"]
    return _not_yet(text, days)


def _since_english(text: str, first: date) -> bool:
    if any(re.search(rf"(?<!before ){re.escape(d)}", text) for d in _english_days(first)):
        return True
    days = [*_english_days(first), *_english_days(first - _DAY)]
    if _ends_year(first - _DAY):
        if f"since {first.year}" in text or f"from {first.year}" in text:
            return True
        days += [f"before {first.year}", f"end of {first.year - 1}", f"until {first.year}"]
    return _not_yet(text, days)


def _not_yet(text: str, days: Iterable[str]) -> bool:
    """Whether a sentence names one of the days and says that something was not in force then."""
    return any(
        any(day in sentence for day in days) and _NOT_YET.search(sentence)
        for sentence in _SENTENCE.split(text)
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _english_days(day: date) -> tuple[str, str]:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)
