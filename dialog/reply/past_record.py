"""Who tells of an old breach or incident and wants to enter in a part of the trade (14个月前有重大
违法，能当数商吗; 去年3月有过): the conditions of that part, and whether what happened lies within
its time. Pure.

The time is that of what happened, and no day that is asked about. How many years count stands in
the conditions themselves: they are not the same for each part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dialog.phrases import phrase
from dialog.reply.question import Exchange, Question
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.days import Dated, dates_told, full_years
from knowledge.answers.relative_dates import without_relative_english
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_WRONG = re.compile(
    r"违法|失信|违规|安全事件|安全事故|重罚|处罚|被罚|罚过|泄露事[件故]|泄密事[件故]"
    r"|被(?:公开|网信办?|监管|主管部门|上面)?(?:通报|点名|约谈|责令|立案|查处)"
    r"|(?<!买的)(?<!买来的)(?<!方的)(?<!人家的)(?:数据|信息)[^,。;?!]{0,3}(?:泄[露漏]|外泄)过?"
    r"|\b(?:data (?:breach|leak)(?:es|s)?|reprimand\w*|publicly named)\b"
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
            r"(?:供方|供应方|卖方|卖家)|(?<![外热专])卖|出售|挂牌|上架|\b(?:suppliers?|sellers?"
            r"|sell)\b"
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
_OTHER_PART = re.compile(
    r"(?:那么?|要是|如果|假如|或者|我们?|咱们?|公司|改|换成?|先|只|就|光|单|仅|单独|纯|不当数商"
    r"|不做数商|[,，。 ])*"
    r"(?:想|来|当|做|作为|成为|是|算)*(?:[1一]个)?(?:数据)?(?:的)?"
    r"(?:供方|供应方|卖方|卖家|需方|买方|买家|采购方|数商|数据商|第三方|服务机构|评估机构|经纪人)"
    r"(?:的话|来说|身份)*(?:呢|呀|啊|可以|能|行|成|行不行|可不可以|能不能|符合|够格|吗|么|不"
    r"|[?？。! ])*"
    r"|(?:and|but|so|then|ok|okay|what|how|about|if|we|i|only|just|were|are|is|act|acted|come"
    r"|came|as|be|purely|a"
    r"|an|the|for|or|instead|merely|simply|[,. ])*"
    r"(?:suppliers?|sellers?|buyers?|vendors?|brokers?|assessors?|service providers?)"
    r"(?: only| alone| then| instead| possible| okay| ok| allowed|[?.! ])*"
)
"""What asks for nothing but another part than the one that was spoken of."""
_EACH = re.compile(r"各|分别|两边|双方|\b(?:each|both|respectively|either)\b")
"""What asks of several parts at once."""
_OF_A_SIDE = re.compile(
    r"材料|文件|证明|费|钱|价|流程|步骤|手续|多久|几天|什么时候|哪里|哪儿|怎么|合同|协议|条款"
    r"|义务|责任|同意|评估|出境"
    r"|\b(?:documents?|papers|fees?|costs?|how|when|where|contracts?|duties|consents?|assess\w*"
    r"|abroad)\b"
)
"""Another side of a part than whether one may have it."""
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
_BACK = 3
"""Exchanges back to which a record that was told is gone on with."""
_THAT_ONE = re.compile(
    r"(?:还是|就是|仍是|同|是)?(?:那|这)(?:[1一]?次|[1一]?回|件事|桩事|起(?!步)|事)|事情|(?:出|犯"
    r"|同)(?:过)?的?(?:[1一]个?)?事"
    r"|\b(?:that|the (?:same|old))(?: \w+)? (?:incident|breach|case|matter|thing|one|fine)\b"
    r"|\bthe incident\b"
)
_INSTEAD = re.compile(
    r"改(?:做|当|成|为)|换(?:成|做|个)|不(?:卖|做|当|买)[^,。;?!]{0,6}了|^(?:那|如果|要是|假如)"
    r"|\b(?:instead|what if|rather)\b|^(?:and|then|so)\b"
)
_CLAUSE_END = re.compile(r"[,;。!?\n]|\.(?=\s|$)")
_DATE_AGAIN = re.compile(r"(?<!\d)20\d\d(?!\d)|今[年天]|现在|\b(?:now|today)\b")
_DAY = re.compile(
    r"(?<!\d)(?:20)?\d\d年|去年|前年|上个?月|今年\d"
    r"|\blast (?:year|month|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|\b20\d\d\b|\byear before last\b"
)
_OF_THEN = re.compile(
    r"当时|那时|当年(?!的)|那会儿|\b(?:back then|at (?:that|the) time|did|was it)\b"
)
"""What asks of the time of the wrong itself."""


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


def months_since(text: str, today: date) -> tuple[int, int] | None:
    """The least and the most whole months since what a text tells happened, by how long ago that
    was or by its day, month or year; ``None`` where it says neither."""
    plain = normalise(text)
    ago = months_ago(plain)
    if ago is not None:
        return ago, ago
    plain = full_years(without_relative_english(plain, today), today)
    told = [d for d in dates_told(plain, today) if not d.thing and d.time.last < today]
    named = next((d for d in told if _is_of_wrong(plain, d)), None)
    if named is None:
        return None
    return _months(named.time.last, today), _months(named.time.first, today)


def _months(day: date, today: date) -> int:
    months = (today.year - day.year) * _YEAR + today.month - day.month
    return months - (today.day < day.day)


def _is_of_wrong(text: str, told: Dated) -> bool:
    """Whether a date is that of a wrong: it stands in one clause with it, or leads to it."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, told.start)), default=0)
    end = _CLAUSE_END.search(text, told.end)
    if _WRONG.search(text[start : end.start() if end is not None else len(text)]):
        return True
    further = _CLAUSE_END.search(text, end.end()) if end is not None and end[0] == "," else None
    rest = text[told.end : further.start() if further is not None else told.end]
    return _WRONG.search(rest) is not None and _DATE_AGAIN.search(rest) is None


def recalled(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text with the record that one shortly before it told, where it goes on with that: it names
    it again (事情还是那次), or wishes for another part of the trade; else as it is."""
    plain = normalise(text)
    if tells_record(text) or _OTHER.search(plain):
        return text
    goes_on = _THAT_ONE.search(plain) or (_INSTEAD.search(plain) and _part(plain))
    before = (e.question for e in reversed(exchanges[-_BACK:]))
    told = next((t for t in before if tells_record(t)), "")
    # The part that is named last counts, and the time that is named first.
    return f"{text}，{_only_record(told)}" if goes_on and told else text


def _only_record(told: str) -> str:
    """What a text tells of a record, without the part that it wished for then."""
    clauses = [c for c in _CLAUSE_END.split(normalise(told)) if c.strip()]
    of_it = [c for c in clauses if _WRONG.search(c) or _AGO.search(c) or _DAY.search(c)]
    return "，".join(c for c in of_it if not _part(c)) or told


def tells_record(text: str) -> bool:
    """Whether a text tells that the asker had a breach or an incident some time ago, or on a day,
    where it names the part as well that they wish to have now."""
    plain = normalise(text)
    if _WRONG.search(plain) is None or _OTHER.search(plain) or _of_each_part(plain):
        return False
    if months_ago(plain) is not None:
        return True
    dated = _DAY.search(plain) is not None and _OF_THEN.search(plain) is None
    return dated and _part(plain) != "" and _WISHES.search(plain) is not None


def _of_each_part(text: str) -> bool:
    """Whether a normalised text asks of several parts at once (卖方和买方各看几年): their
    conditions are not the same."""
    named = {wording for wording, sign in _PARTS if sign.search(text)}
    return len(named) > 1 and _EACH.search(text) is not None


def by_record(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The conditions of the part that a text, or one shortly before it, wishes to have; ``None``
    where it tells of no old wrong, or asks for another side of it."""
    text = recalled(text, asked.exchanges)
    if not tells_record(text):
        return _of_other_part(snapshot, text, asked)
    told = [normalise(t) for t in (text, *(e.question for e in asked.exchanges[:-3:-1]))]
    wording = next((w for t in told if (w := _part(t))), "")
    wishes = any(_WISHES.search(t) for t in told)
    return snapshot.at_once(wording) if wording and wishes else None


def _of_other_part(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The conditions of the part alone that a text names behind a question for another one
    (那只当供方呢); ``None`` where it asks for more, or no part was spoken of."""
    plain = normalise(text).strip()
    wording = _part(plain) if _OTHER_PART.fullmatch(plain) else ""
    if not wording or not asked.exchanges or snapshot.exact(text) is not None:
        return None
    last = asked.exchanges[-1]
    before = normalise(last.question)
    wished = any(sign.search(before) for part, sign in _PARTS if part != wording)
    wished = wished and _WISHES.search(before) is not None and _OF_A_SIDE.search(before) is None
    of_a_part = wished or bool(set(last.entries) & _CONDITIONS)
    return snapshot.at_once(wording) if of_a_part and last.outcome != "clarify" else None


def record_of(text: str, before: Sequence[Exchange]) -> str:
    """The text that tells the record of which another part is asked: itself, or one shortly before
    a text that names nothing but the part."""
    if tells_record(text) or _OTHER_PART.fullmatch(normalise(text).strip()) is None:
        return text
    told = (e.question for e in before[:-3:-1])
    return next((t for t in told if tells_record(t)), text)


def with_record(frame: Frame, words: Words, text: str) -> Words:
    """The conditions of a part with a line on whether what the visitor tells of lies within their
    time; the words themselves where no such time is told."""
    plain = normalise(text)
    grave = tells_record(text) and _GRAVE.search(plain) is not None
    months = months_since(text, frame.today) if grave else None
    limit = _limit(words.lines)
    if months is None or limit is None or not set(words.entries) & _CONDITIONS:
        return words
    least, most = months
    name = "record_within" if most < limit * _YEAR else "record_over"
    name = "record_open" if least < limit * _YEAR <= most else name
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
