"""Who tells of an old breach or incident and wants to enter in a part of the trade (14个月前有重大
违法，能当数商吗): the conditions of that part, and whether what happened lies within its time.
Pure.

The time is that of what happened, and no day that is asked about. How many years count stands in
the conditions themselves: they are not the same for each part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.question import Question
from dialog.reply.words import Frame, Line, Words
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_WRONG = re.compile(
    r"违法|失信|违规|安全事件|安全事故|重罚|处罚|被罚|罚过|泄露事[件故]|泄密事[件故]"
    r"|\b(?:breach(?:es)? of (?:the )?law|violations?|violated|incidents?|dishonest\w*|penalt\w+"
    r"|fined|sanction\w*|broke the law|offen[cs]es?)\b"
)
_AGO = re.compile(
    r"(?<![\d.])(?:(?P<number>\d+)(?:多)?(?:(?P<year>年)(?P<half>半)?|个?月)|(?P<halfyear>半年))"
    r"(?:多|左右)?(?:以|之)?前"
    r"|\b(?P<word>\d+|[a-z]+) (?:(?P<years>years?)(?P<and_half> and a half)?|months?)"
    r"(?P<and_half_> and a half)? ago\b"
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6} | {
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "eighteen": 18,
    "twenty": 20,
}
_GRAVE = re.compile(r"重大|严重|重罚|特大|\b(?:major|grave|serious|severe|material)\b")
"""What the conditions speak of alone; of anything lighter they decide nothing."""
_YEAR = 12
_PARTS = (
    (
        "数据供方要满足什么条件？",
        re.compile(
            r"(?:供方|供应方|卖方|卖家)|(?<![外热专])卖|出售|挂牌|上架|\b(?:suppliers?|sellers?|sell)\b"
        ),
    ),
    (
        "数据需方要满足什么条件？",
        re.compile(r"需方|买方|买家|(?<!业)买|采购|\b(?:buyers?|buy|purchas\w+)\b"),
    ),
    (
        "数商有什么准入条件？",
        re.compile(
            r"数商|数据商|第三方|评估机构|服务商|服务机构|经纪"
            r"|\b(?:vendors?|brokers?|third[- ]part(?:y|ies)|assessors?|service providers?)\b"
        ),
    ),
)
"""For each part its conditions, and the words by which it is told."""
_CONDITIONS = frozenset(
    ("entry.supplier-conditions", "entry.buyer-conditions", "entry.vendor-conditions")
)
_WISHES = re.compile(
    r"想|要当|要做|当|做|申请|入驻|入场|准入|成为|行不行|行吗|还行|可以|能不能|能否|能|合格|资格"
    r"|\b(?:become|be|act|apply|join|enter|can|may|could|qualif\w+|eligible)\b"
)
_OTHER = re.compile(
    r"罚多少|怎么罚|怎么处罚|报告|上报|补救|赔|举报|投诉|什么是|算不算|查得到|出境|境外"
    r"|他们|对方|供应商|这家|\b(?:report|fine for|what is|abroad)\b"
)
_LIMIT = re.compile(r"近(?P<zh>\d+)年|\bin the last (?:(?P<en>\w+) )?years?\b")
_HALF = _YEAR // 2


def months_ago(text: str) -> int | None:
    """How many months ago a normalised text says that something was; ``None`` where it does not."""
    ago = _AGO.search(text)
    if ago is None:
        return None
    if ago["halfyear"]:
        return _HALF
    word = ago["number"] or ago["word"]
    count = int(word) if word.isdecimal() else _WORDS.get(word)
    if count is None:
        return None
    if not (ago["year"] or ago["years"]):
        return count
    return count * _YEAR + (_HALF if ago["half"] or ago["and_half"] or ago["and_half_"] else 0)


def tells_record(text: str) -> bool:
    """Whether a text tells that the asker had a breach or an incident some time ago."""
    plain = normalise(text)
    told = _WRONG.search(plain) is not None and months_ago(plain) is not None
    return told and _OTHER.search(plain) is None


def by_record(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The conditions of the part that a text, or one shortly before it, wishes to have; ``None``
    where it tells of no old wrong, or asks for another side of it."""
    if not tells_record(text):
        return None
    told = [normalise(t) for t in (text, *(e.question for e in asked.exchanges[:-3:-1]))]
    wording = next((w for t in told if (w := _part(t))), "")
    wishes = any(_WISHES.search(t) for t in told)
    return snapshot.at_once(wording) if wording and wishes else None


def with_record(frame: Frame, words: Words, text: str) -> Words:
    """The conditions of a part with a line on whether what the visitor tells of lies within their
    time; the words themselves where no such time is told."""
    plain = normalise(text)
    grave = tells_record(text) and _GRAVE.search(plain) is not None
    months = months_ago(plain) if grave else None
    limit = _limit(words.lines)
    if months is None or limit is None or not set(words.entries) & _CONDITIONS:
        return words
    within = months < limit * _YEAR
    name = "record_within" if within else "record_over"
    line = Line(phrase(name, frame.language), locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def _limit(lines: Sequence[Line]) -> int | None:
    """The years back that some conditions count, as they name them first."""
    found = _LIMIT.search(normalise(" ".join(line.text for line in lines)))
    if found is None:
        return None
    word = found["zh"] or found["en"] or "one"
    return int(word) if word.isdecimal() else _WORDS.get(word)


def _part(text: str) -> str:
    """The wording of the conditions of the part that a normalised text names last."""
    last = [(m.start(), wording) for wording, sign in _PARTS for m in sign.finditer(text)]
    return max(last)[1] if last else ""
