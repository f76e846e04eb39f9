"""Dates as packs write them: a day, a month or a year that the calendar has. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

NO_DAY = "not a day of the calendar; write it as 2026-07-31"
"""What is wrong with a field that wants a whole date, and its mend."""
_RFC = "Invalid RFC3339 encoded date"
_WANTED = re.compile(r"Expected `date(?: \| null)?`, got `\w+`")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_YEAR = r"(?<![\d.-])(?P<year>(?:1[89]|2[01])\d\d)"
_WRITTEN = (
    re.compile(rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号])?"),
    re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
    re.compile(rf"(?<![\d.,-])(?P<day>\d{{1,2}}) (?P<name>{_MONTH}),? (?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"\b(?P<name>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})(?!\d)"),
)
"""A year from 1800 on: other four figures with two and two behind them may be a number."""


def first_day(text: str) -> date | None:
    """The first day of a partial date (``2023``, ``2023-07``, ``2023-07-01``); none where the text
    is no such date."""
    found = _PARTIAL.fullmatch(text)
    return None if found is None else _day(found[1], found[2], found[3])


def impossible(text: str) -> Iterator[str]:
    """The dates in a text that no calendar has: 2023年2月30日, 31 April 2024."""
    text = unicodedata.normalize("NFKC", text)
    for written in _WRITTEN:
        for found in written.finditer(text):
            parts = found.groupdict()
            name = parts.get("name")
            month = str(MONTHS.index(name) + 1) if name else parts["month"]
            if _day(parts["year"], month, parts["day"]) is None:
                yield found.group()


def told_with_mend(message: str) -> str:
    """A decoder's sentence about a date, with what to write instead; others as they are."""
    return _WANTED.sub(NO_DAY, message.replace(_RFC, NO_DAY))


def _day(year: str, month: str | None, day: str | None) -> date | None:
    try:
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
