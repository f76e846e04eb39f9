"""A question that names an earlier day, and an answer that is today's. Pure.

Law that is looked up and tables are held with their days; an entry, a list, a procedure and a rule
that was found say what holds now. Where one of them rests on what was not in force on the day that
is asked about, that is said behind it; of a law that is asked about by name, that one alone counts,
whatever else stands in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from dialog.phrases import phrase
from dialog.reply.past_record import tells_record
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.days import Time, dates_told, in_full, named_time
from knowledge.answers.law_names import names_of
from knowledge.text import normalise
from knowledge.types import Law, SourceItem

_TODAYS = ("faq", "list", "procedure", "rule")
"""Routes of documents without days of their own."""
_A_YEAR = 366
_OF_A_THING = re.compile(r"的(?!时候?|那|规定|要求|法|条例|办法|标准|政策|说法|规矩)")
"""What follows a date that is that of some thing: 2022年的订单."""
_FIRST = re.compile(r"[。；]")
_TIME_WORDS = re.compile(
    r"^(?:[底末初]|[上下]半年|的?(?:那会儿?|那时候?|那阵子?|那年|时候|当时|时(?!间)|间))"
)


def of_today(frame: Frame, words: Words, text: str) -> Words:
    """Words with a line that says what of them did not hold yet on the day that a text asks about;
    the words themselves where it asks about none, or all of it held."""
    if words.route not in _TODAYS or words.outcome != "answered":
        return words
    time = _time_asked(text, frame.today)
    if time is None:
        return words
    told = " ".join(line.text for line in words.lines)
    asked_of = _asked_of(frame, words.sources, text=text, told=told)
    later = _later(asked_of, time.first, english=frame.english)
    untold = {name: since for name, since in later.items() if written_day(since, "zh") not in told}
    if not untold:
        return words
    within = all(since <= time.last for since in untold.values())
    language = frame.language
    named = (
        phrase("since_then", language, name=name, since=written_day(since, language))
        for name, since in untold.items()
    )
    joint = ", " if frame.english else "、"
    line = Line(
        phrase("of_today_within" if within else "of_today", language, named=joint.join(named)),
        "next_step",
        locked=False,
        language=language,
    )
    return msgspec.structs.replace(words, lines=(*words.lines, line), outcome="partial")


def asked_about(text: str, today: date) -> date | None:
    """The earlier day that a text asks about; ``None`` where it names none, or tells with it of a
    thing of that time."""
    time = _time_asked(text, today)
    return time.first if time is not None else None


def _time_asked(text: str, today: date) -> Time | None:
    """The earlier time that a text asks about."""
    plain = in_full(text, today)
    time = named_time(text, today)
    # What was done from one year to another is held against the law of the day on which it ended.
    if time is not None and (time.last - time.first).days > _A_YEAR:
        time = Time(time.last, time.last)
    if time is None or time.first >= today or tells_record(text):
        return None
    behind = [plain[told.end :] for told in dates_told(plain, today) if not told.thing]
    things = [_OF_A_THING.match(_TIME_WORDS.sub("", rest)) for rest in behind]
    return None if behind and all(things) else time


def _named(frame: Frame, sources: Iterable[SourceItem], text: str) -> tuple[SourceItem, ...]:
    """The sources that are laws which a text names."""
    plain = normalise(text)
    named = {
        law.title
        for law in frame.snapshot.pack.all(Law).values()
        if any(normalise(name) in plain for name in names_of(law))
    }
    return tuple(item for item in sources if item.law and item.title in named)


def _asked_of(
    frame: Frame, sources: Sequence[SourceItem], *, text: str, told: str
) -> tuple[SourceItem, ...]:
    """The sources on which that rests of an answer which a text asks for: without the laws that no
    sentence names, where some are named; and where the text names a law, without those that only a
    sentence behind the first one tells of. In English laws are named in too many ways."""
    said = _named(frame, sources, told)
    if frame.english or not said:
        return tuple(sources)
    asked = _named(frame, sources, text)
    first = _named(frame, sources, _FIRST.split(told, maxsplit=1)[0])
    kept = (*asked, *first) if asked else said
    return tuple(s for s in sources if not s.law or s in kept)


def _later(sources: Iterable[SourceItem], day: date, *, english: bool) -> dict[str, date]:
    """The laws and standards among some sources that began after a day, with their first days."""
    found: dict[str, date] = {}
    for item in sources:
        begun = item.effective_from or (item.date if item.grade == "标准" else "")
        since = _whole_day(begun)
        if since is not None and since > day:
            name = (item.english if english else "") or item.title
            found.setdefault(name.removeprefix("中华人民共和国"), since)
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
