"""Whether a record may be destroyed by now (2022年5月做的影响评估报告，可以销毁了吗): yes, not yet,
or it hangs on the day, counted from the day that is told by the years for which it is kept. Pure.

Only a least time is counted: what is to be deleted soon (personal information itself) has none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import msgspec

from dialog.phrases import phrase
from dialog.reply.of_today import written_day
from dialog.reply.question import Exchange, Question
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.days import Time, full_years
from knowledge.answers.relative_dates import without_relative_english
from knowledge.answers.table_replies import by_answers
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.quantities import Quantity, day_of, quantities
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_RECORD = "record"
"""The input of the table that holds how long each kind of record is kept."""
_OF_TRADES = "entry.record-keeping"
_MAY = re.compile(
    r"(?:能|可以|可不可以|能不能|可否|是否|是不是|该|好)[^,。;?!]{0,10}?(?:删|销毁|清[掉空除理]"
    r"|丢掉|扔|碎掉|处理掉)"
    r"|(?:删|销毁|清[掉空除理]|扔|碎)[^,。;?!]{0,4}?(?:了)?(?:吗|么|吧|行不行|可以|没问题)"
    r"|\b(?:may|can|could|should) (?:we|i|it|they)\b[^.;?!]{0,40}\b(?:delet\w+|destroy\w*|eras\w+"
    r"|shred\w*)\b"
    r"|\b(?:be (?:deleted|destroyed|erased|shredded)|ok(?:ay)? to (?:delete|destroy|erase|shred))\b"
)
_OTHERWISE = re.compile(
    r"怎么|如何|谁|本人要求|用户要求|注销|罚|(?:能|可以|想|要)[^,。;?!]{0,4}卖|证据|起诉|\b(?:how"
    r"|who|sell|fine[ds]?"
    r"|request)\b"
)
_AT_LEAST = re.compile(
    r"至少(?:留?存|保存|留存|保留)?(?P<zh>\d{1,2})(?P<unit>年|个月)"
    r"|\bat least (?P<en>\d{1,2}) (?P<unit_en>years?|months?)"
)
_BEFORE = 2
_SHORT = 24
_YEAR = 12


def may_destroy(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """How long the record is kept that a text, or one just before it, asks to destroy; ``None``
    where it names none."""
    plain = normalise(text)
    if not _asks(plain) or snapshot.exact(text) is not None:
        return None
    tables = snapshot.pack.all(DecisionTable).values()
    found = ((t, i) for t in tables for i in t.inputs if i.name == _RECORD)
    table, known = next(found, (None, None))
    if table is None or known is None:
        return None
    told = (plain, *(_told_before(plain, asked.exchanges)))
    value = next((v for t in told if (v := by_answers(known, t)) in known.values), "")
    ruling = rule_on(table, [], asked.today, given={_RECORD: value}) if value else None
    if ruling is None or ruling.row is None or _AT_LEAST.search(ruling.row.conclusion) is None:
        return None
    return Findings("none", ruling=ruling)


def with_destroying(frame: Frame, words: Words, text: str, before: Sequence[Exchange]) -> Words:
    """The words on how long a record is kept, first whether it may be destroyed by now."""
    plain = normalise(text)
    of_records = words.entries[:1] == (_OF_TRADES,) or words.route == "table"
    if not of_records or words.outcome != "answered" or not _asks(plain):
        return words
    least = _AT_LEAST.search(normalise(words.lines[0].text)) if words.lines else None
    if least is None:
        return words
    months = int(least["zh"] or least["en"])
    months *= _YEAR if (least["unit"] or least["unit_en"])[0] in "年y" else 1
    made = _made(plain, frame.today)
    for earlier in _told_before(plain, before):
        made = made or _made(earlier, frame.today)
    language, days = frame.language, {}
    name = "destroy_open"
    if made is not None:
        first, last = _later(made.first, months), _later(made.last, months)
        name = "destroy_not" if first > frame.today else "destroy_day"
        name = "destroy_may" if last <= frame.today else name
        days = {"last": written_day(last if name != "destroy_may" else first, language)}
    line = Line(phrase(name, language, **days), locked=False, language=language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def _asks(plain: str) -> bool:
    return _MAY.search(plain) is not None and _OTHERWISE.search(plain) is None


def _told_before(plain: str, before: Sequence[Exchange]) -> list[str]:
    """The normalised texts just before one that only asks on."""
    return (
        [normalise(e.question) for e in before[: -_BEFORE - 1 : -1]] if len(plain) <= _SHORT else []
    )


def _made(plain: str, today: date) -> Time | None:
    """The one past time that a text tells."""
    plain = full_years(without_relative_english(plain, today), today)
    told = {t for q in quantities(plain) if (t := _time(q)) is not None and t.first <= today}
    return told.pop() if len(told) == 1 else None


def _time(quantity: Quantity) -> Time | None:
    first = day_of(quantity)
    if first is None:
        return None
    number = int(quantity.value)
    if number % 100:
        return Time(first, first)
    if number // 100 % 100:
        return Time(first, first.replace(day=monthrange(first.year, first.month)[1]))
    return Time(first, first.replace(month=12, day=31))


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
