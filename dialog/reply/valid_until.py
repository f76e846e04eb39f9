"""Until which day a result counts that was given on a day which a visitor tells
(2024年5月8日通过的安全评估，哪天到期): the years stand in what is held of it, the day is counted
from there. Pure.

The day told is that of the paper, and no day whose law is asked about.
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
from knowledge.findings import Findings
from knowledge.quantities import Quantity, day_of, quantities
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Entry

VALID_FOR = "数据出境安全评估的结果有效期几年？"
_ENTRY = "entry.cross-assessment-validity"

_PAPER = re.compile(
    r"安全评估|出境评估|评估(?:的)?结果|评估(?:通过|批[了准下])|(?:通过|批[准下]?来?|拿到?"
    r"|过)了?的?评估"
    r"|评估[^,。;?!]{0,14}?(?:通过|批[了准下]|拿到|下来)的?"
    r"|\b(?:security|export|outbound|cross-border) assessments?\b|\bassessment(?:['’]s)? (?:result"
    r"|was (?:passed|approved|issued|granted))|\bresult of (?:the|our) (?:\w+ )?assessment\b"
)
_ANOTHER = re.compile(
    r"影响评估|合规(?:性)?评估|风险评估|资产评估"
    r"|价值评估|质量评估|报告(?:要)?[留存保]|认证|证书|标准合同"
    r"|\b(?:impact|risk|compliance|quality"
    r"|asset) assessments?\b|\bcertificat\w+|\bstandard contract"
)
"""Results of another kind, and reports that are kept."""
_AT_ITS_END = re.compile(
    r"延长|续[期签]|怎么(?:办|弄|申)|材料|重新申报|\b(?:exten[ds]\w*|renew\w*|documents?)\b"
)
_WHEN = re.compile(
    r"(?:什么时候|啥时候|何时|哪[1一]?[天日年]|几号)[^,。;?!]{0,6}?(?:到期|过期|失效|届满)"
    r"|\b(?:when does|until when|on which day)\b"
)
_UNTIL_WHEN = re.compile(
    r"(?:用|管|有效|算数|撑|到)到?(?:什么时候|啥时候|何时|哪[1一]?[天日年]|几号|几月|多会儿)"
    r"|(?:什么时候|啥时候|何时|哪[1一]?[天日年]|几号|几月)[^,。;?!]{0,6}?"
    r"(?:到期|过期|失效|届满|作废|期满|截止)|(?:到期|过期|失效|届满|期满|截止)(?:日|日期"
    r"|时间)?(?:是|在|为)?(?:什么时候|啥时候|何时|哪[1一]?[天日]|几号)?"
    r"|还(?:有没有|有|算|是)?(?:效|有效|能用|管用|作数|算数)|还(?:能|可以)(?:接着|继续)?用|(?:过"
    r"|到)期(?:了)?(?:没|吗|么)|有效期"
    r"|\b(?:until when|how long|when)\b[^.;?!]{0,40}\b(?:valid|expire|expir\w+|lapse|last|run out"
    r"|good"
    r"|use|end)\w*|\bstill (?:valid|good|in force)\b|\bvalid until\b|\buntil when\b"
    r"|\bhas (?:it|that|the result) expired\b"
)
_DATED = re.compile(
    r"(?:19|20)\d\d|\d\d年\d|[去前今]年|\blast (?:year|month)\b|\byear before last\b"
)
_CERTIFICATE = re.compile(
    r"(?<![登记产权资格])认证的?证书?|\b(?:export|personal information|cross-border|outbound|data)"
    r"(?: protection| export| transfer)* certificat(?:e|ion)\b|\bcertificate\b"
)
_OTHER_CERTIFICATE = re.compile(
    r"登记|产权|资格|挂牌|凭证|质量|等保|iso|评估|执照|身份认证|实名|\b(?:iso|registration|quality|listing)\b"
)
CERTIFIED_FOR = "出境认证的证书管几年"
_RENEWED = re.compile(
    r"(?:什么时候|啥时候|何时|几时|最晚|最迟|提前|多久|哪天|多早|几月)[^,。;?!]{0,10}?(?:续(?![写集])|延长|延期|换证|递|申请)"
    r"|(?:续(?![写集])|延长|延期|换证)[^,。;?!]{0,10}?(?:什么时候|啥时候|何时|几时|最晚|最迟|提前|多久|哪天|多早|几月)"
    r"|\b(?:when|how (?:early|long|soon)|by when|latest|deadline)\b[^.;?!]{0,40}\b(?:renew\w*"
    r"|exten[ds]\w*|prolong\w*|appl(?:y|ied))\b"
)
"""What asks when to have a paper renewed."""
_SHORT = 40
"""Characters of a text that may lean on what was said before."""
_BEFORE = 2
_YEARS = re.compile(r"(?<!\d)(?P<zh>\d{1,2})年,从|\b(?P<en>\d{1,2}) years from\b")


def to_renew(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """Until when a certificate or an assessment counts and when it is renewed, where a text asks
    for that of one that it tells of, or that was told of just before (想续的话最晚什么时候递)."""
    plain = normalise(text)
    renews = _RENEWED.search(plain) is not None
    if snapshot.exact(text) is not None or not (renews or _UNTIL_WHEN.search(plain)):
        return None
    short = _SHORT * (3 if is_english(plain) else 1)
    told = [e.question for e in asked.exchanges[-_BEFORE:] if len(plain) <= short]
    for said in (plain, *map(normalise, reversed(told))):
        certified = _CERTIFICATE.search(said) is not None and not _OTHER_CERTIFICATE.search(said)
        passed = renews and _PAPER.search(said) is not None and _ANOTHER.search(said) is None
        if certified or (passed and (said != plain or _DATED.search(said))):
            found = snapshot.at_once(CERTIFIED_FOR if certified else VALID_FOR)
            return found if found is not None and found.band == "answer" else None
        if said != plain and (_ANOTHER.search(said) or _OTHER_CERTIFICATE.search(said)):
            return None
    return None


def until_when(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """How long a security assessment counts, where a text tells with the day of one that was passed
    that this is asked; a short one may lean on what was said of it just before (那哪天到期)."""
    if snapshot.exact(text) is not None or not asks_until_when(whole_of(text, asked.exchanges)):
        return None
    found = snapshot.at_once(VALID_FOR)
    return found if found is not None and found.band == "answer" else None


def asks_until_when(plain: str) -> bool:
    """Whether a normalised text tells of a passed security assessment with its day and asks until
    when that counts."""
    at_end = _AT_ITS_END.search(plain) is not None and _WHEN.search(plain) is None
    if at_end or _ANOTHER.search(plain) or not _PAPER.search(plain):
        return False
    return _DATED.search(plain) is not None and _UNTIL_WHEN.search(plain) is not None


def whole_of(text: str, before: Sequence[Exchange]) -> str:
    """A text, normalised, with what was said just before of how long such a result counts."""
    plain = normalise(text)
    told = [e for e in before[-_BEFORE:] if e.outcome != "refused"]
    if (
        len(plain) > _SHORT
        or _ANOTHER.search(plain)
        or not any(e.entries[:1] == (_ENTRY,) or _tells_paper(e.question) for e in told)
    ):
        return plain
    asked = _UNTIL_WHEN.search(plain) or _DATED.search(plain)
    return ",".join([*(normalise(e.question) for e in told), plain]) if asked else plain


def _tells_paper(question: str) -> bool:
    """Whether a question tells of a passed assessment with its day."""
    plain = normalise(question)
    passed = _PAPER.search(plain) and _DATED.search(plain)
    return passed is not None and _ANOTHER.search(plain) is None


def with_last_day(frame: Frame, words: Words, text: str, before: Sequence[Exchange] = ()) -> Words:
    """The words on how long a result counts, with the day until which one of a told day does; the
    words themselves where no such day is told."""
    if words.entries[:1] != (_ENTRY,) or words.outcome != "answered":
        return words
    given = _given_on(whole_of(text, before), frame.today)
    years = _YEARS.search(normalise(words.lines[0].text)) if words.lines else None
    if given is None or years is None:
        return words
    last = _years_later(given.last, int(years["zh"] or years["en"]))
    language, over = frame.language, last < frame.today
    days = {"given": _written(given, language), "last": _written(_like(given, last), language)}
    said = [phrase("valid_over" if over else "valid_until", language, **days)]
    target = frame.snapshot.index.target(_ENTRY)
    begun = target.document.valid_from if target and isinstance(target.document, Entry) else None
    if begun is not None and given.first < begun and not over:
        said.append(phrase("valid_before", language))
    lines = (Line(s, locked=False, language=language) for s in said)
    return msgspec.structs.replace(words, lines=(*lines, *words.lines))


def _given_on(plain: str, today: date) -> Time | None:
    """The one past day, or month, that a text tells; ``None`` where it tells none, or more."""
    plain = full_years(without_relative_english(plain, today), today)
    told = {t for q in quantities(plain) if (t := _time(q)) is not None and t.first <= today}
    return told.pop() if len(told) == 1 else None


def _time(quantity: Quantity) -> Time | None:
    """The day or the month that a quantity names."""
    first = day_of(quantity)
    if first is None or not int(quantity.value) // 100 % 100:
        return None
    if int(quantity.value) % 100:
        return Time(first, first)
    return Time(first, first.replace(day=monthrange(first.year, first.month)[1]))


def _like(given: Time, last: date) -> Time:
    """The end of a span, as exactly as its beginning was told."""
    return Time(last, last) if given.first == given.last else Time(last.replace(day=1), last)


def _written(time: Time, language: str) -> str:
    whole = written_day(time.first, language)
    if time.first == time.last:
        return whole
    return whole.removesuffix("1日") if language == "zh" else whole.removeprefix("1 ")


def _years_later(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))
