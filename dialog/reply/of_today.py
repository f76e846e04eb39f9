"""A question that names an earlier day, and an answer that is today's. Pure.

Law that is looked up and tables are held with their days; an entry, a list, a procedure and a rule
that was found say what holds now. Where one of them rests on what was not in force on the day that
is asked about, that is said behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from dialog.phrases import phrase
from dialog.reply.past_record import tells_record
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.days import dates_told, in_full, named_time
from knowledge.types import SourceItem

_TODAYS = ("faq", "list", "procedure", "rule")
"""Routes of documents without days of their own."""
_A_YEAR = 366
_OF_A_THING = re.compile(r"的(?!时候?|那|规定|要求|法|条例|办法|标准|政策|说法|规矩)")
"""What follows a date that is that of some thing: 2022年的订单."""
_TIME_WORDS = re.compile(
    r"^(?:[底末初]|[上下]半年|的?(?:那会儿?|那时候?|那阵子?|那年|时候|当时|时(?!间)|间))"
)


def of_today(frame: Frame, words: Words, text: str) -> Words:
    """Words with a line that says what of them did not hold yet on the day that a text asks about;
    the words themselves where it asks about none, or all of it held."""
    if words.route not in _TODAYS or words.outcome != "answered":
        return words
    day = asked_about(text, frame.today)
    later = _later(words.sources, day) if day is not None else {}
    told = " ".join(line.text for line in words.lines)
    untold = {name: since for name, since in later.items() if written_day(since, "zh") not in told}
    if not untold:
        return words
    language = frame.language
    named = (
        phrase("since_then", language, name=name, since=written_day(since, language))
        for name, since in untold.items()
    )
    joint = ", " if frame.english else "、"
    line = Line(
        phrase("of_today", language, named=joint.join(named)),
        "next_step",
        locked=False,
        language=language,
    )
    return msgspec.structs.replace(words, lines=(*words.lines, line), outcome="partial")


def asked_about(text: str, today: date) -> date | None:
    """The earlier day that a text asks about; ``None`` where it names none, or tells with it of a
    thing of that time."""
    plain = in_full(text, today)
    time = named_time(text, today)
    # What was done from one year to another is held against the law of the day on which it ended.
    long = time is not None and (time.last - time.first).days > _A_YEAR
    day = None if time is None else time.last if long else time.first
    if day is None or day >= today or tells_record(text):
        return None
    behind = [plain[told.end :] for told in dates_told(plain, today) if not told.thing]
    things = [_OF_A_THING.match(_TIME_WORDS.sub("", rest)) for rest in behind]
    return None if behind and all(things) else day


def _later(sources: Iterable[SourceItem], day: date) -> dict[str, date]:
    """The laws and standards among some sources that began after a day, with their first days."""
    found: dict[str, date] = {}
    for item in sources:
        begun = item.effective_from or (item.date if item.grade == "标准" else "")
        since = _whole_day(begun)
        if since is not None and since > day:
            found.setdefault(item.title.removeprefix("中华人民共和国"), since)
    return found


def _whole_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def written_day(day: date, language: str) -> str:
    """A day in the words of a language."""
    if language == "en":
        return f"{day.day} {day:%B %Y}"
    return f"{day.year}年{day.month}月{day.day}日"
