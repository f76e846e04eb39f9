"""How many months, weeks or times it was of which a rate is told: 每月1万, 传了11个月; every week
for 40 weeks; from March until now. Pure; over normalised texts.

Nothing is multiplied by a number of periods that nobody told.
"""

from __future__ import annotations

import re
from datetime import date

_DAYS = {
    "天": 1.0,
    "日": 1.0,
    "周": 7.0,
    "星期": 7.0,
    "礼拜": 7.0,
    "月": 30.4,
    "季度": 91.3,
    "季": 91.3,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "quarter": 91.3,
}
_TIMES = r"次|回|批|趟|轮|期"
_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_COUNT = re.compile(
    rf"(?<![\d.每第前])(?P<count>\d+)个?(?:整|多)?(?P<unit>天|周|星期|礼拜|(?<=个)月(?!份)|季度|{_TIMES})"
    r"(?![前后末内初底])"
    rf"|\b(?:for|over|in|after)\s(?:the\s)?(?:last\s|past\s)?"
    rf"(?P<english>\d+|{'|'.join(_WORDS)})\s(?P<of>day|week|month|quarter)s\b"
)
_HELD = re.compile(
    r"(?:保存|保留|存|留|有效|期限|周期|为期|间隔|每隔|隔|满|提前|不到|过|再过|还有)(?:期|限)?(?:了|是|为|大约|约)*$"
)
"""What says of a span that it is no span in which something was sent."""
_FROM = re.compile(
    r"(?<!\d)(?:(?P<start>\d{1,2})月份?(?:\d{1,2}[日号])?(?:起|开始|以来)?|(?P<year>今年|本年|当年|年初)(?:以来)?)"
    r"[^。;?!]{0,40}?(?:(?:到|至|—|-|~)(?:今年)?(?P<end>\d{1,2})月|(?P<now>到现在|至今|到目前|到今天|截至目前|以来|到这个月|到本月))"
    r"|\b(?:since|from)\s(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def periods_told(text: str, unit: str, day: date) -> tuple[int, int] | None:
    """The least and the most periods of a ``unit`` (月, week, 次) for which a text says that
    something was done until ``day``; ``None`` where it does not."""
    for match in _COUNT.finditer(text):
        if _HELD.search(text[: match.start()]):
            continue
        told = match["count"] or match["english"]
        count = int(told) if told.isdecimal() else _WORDS.index(told) + 2
        # 1个月 may as well be what the rate is of.
        if count < 2:
            continue
        spans = _as_periods(count, match["unit"] or match["of"], unit)
        if spans is not None:
            return spans
    months = _months(text, day)
    if months is None:
        return None
    (least, _), (_, most) = (_as_periods(m, "月", unit) or (0, 0) for m in months)
    return (least, most) if most else None


def _as_periods(count: int, told: str, unit: str) -> tuple[int, int] | None:
    """A span of ``count`` times what was told, in units of a rate."""
    if told == unit or (unit in _TIMES and told in _TIMES):
        return count, count
    if told not in _DAYS or unit not in _DAYS:
        return None
    if _DAYS[told] == _DAYS[unit]:
        return count, count
    exact = count * _DAYS[told] / _DAYS[unit]
    return (int(exact * 0.97), int(exact * 1.03) + 1) if exact >= 1 else None


def _months(text: str, day: date) -> tuple[int, int] | None:
    """The whole months, and those begun, of a span that is told by its first and last month."""
    match = _FROM.search(text)
    if match is None:
        return None
    start = _MONTHS.index(match["month"]) + 1 if match["month"] else int(match["start"] or 1)
    end = int(match["end"] or day.month)
    if not 1 <= start <= end <= 12:
        return None
    return end - start + (match["end"] is not None), end - start + 1
