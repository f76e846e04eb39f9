"""What texts tell of the visitor that holds of every case of theirs (我们是关键信息基础设施运营者;
在临港注册; 下面说的都是2023年的事), and a ruling with it. Pure.

Numbers and kinds of data belong to the batch that they are told of. What somebody is does not, and
whoever told it once takes it for known: a ruling that assumes the contrary is wrong however well it
follows from its own text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.compared import without_compared, zone_of
from knowledge.answers.days import Time, in_full, named_time, says_now
from knowledge.answers.people_counts import counted_input, people_told
from knowledge.answers.ruling_ends import taking
from knowledge.answers.rulings import Heard, Ruling
from knowledge.answers.table_words import Slots, value_in
from knowledge.answers.tables import rule_on
from knowledge.answers.taken_away import each_denied
from knowledge.answers.zone_told import sites_over
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_FRAME = re.compile(
    r"(?:年|月|日|号|时候|那会儿?|[底末初]|半年|季度)份?的?(?:[老旧]?(?:事儿?|情况|情形|账|案子?|业务|例子|背景))"
    r"|(?:说|问|讲|聊|谈|指|讨论|下面?|以下|接下来|后面|后头|全|都|这|那)[^,。;?!]{0,6}?(?:是|按|在|算|发生)"
    r"|发生|\b(?:happened|took place|talking about|speaking of|asking about|about|concerns?"
    r"|(?:this|that|it|everything|all of (?:it|this|that)) (?:is|was|were|dates?))\b"
)
"""What makes of a date the time of all that is told: 2023年的事, we are talking about 2023."""
_WHAT = (
    r"(?:数据|资料|信息|名[字单册]|姓名|电话|手机号?|记录|档案|简历|病历|客户|用户|会员"
    r"|data|names|records)"
)
_GIVES = r"(?:传|发(?![布现展行货票明])|寄|送|给|提供|共享|导出|卖|递)"
_GIVEN = re.compile(
    rf"{_GIVES}[^,。;?!]{{0,14}}{_WHAT}|{_WHAT}[^,。;?!]{{0,14}}{_GIVES}|出境"
    rf"|{_GIVES}(?:出去|过去|走|出国)?(?:[给到往去][^,。;?!]{{0,6}})?[过了]?的?(?=$|[,。;])"
    rf"|\b(?:sent|exported|transferred|shared|gave|passed|provided|sold)\b"
    rf"(?:[^.,;]{{0,40}}\b{_WHAT}\b| (?:it|them|in|back|over|out|abroad)\b|$)"
)
"""Data that were given then."""
_OF_NOW = re.compile(
    r"今年|本年|明年|来年|后年|以后|将来|\b(?:this|next|coming) year\b|\bnext (?:january|spring)\b"
)
_TODAY = re.compile(r"现在|目前|如今|眼下|\b(?:now|today|currently)\b")
_OTHERS_CASE = re.compile(
    r"(?:朋友|亲戚|同行|同学|隔壁|别的|另外?[1一]|其他|人家|换[1一]?|[一1]般|普通|某)[个家些]?的?"
    r"(?:小|大|普通|[1一]般|[1一][个家])?(?:公司|单位|企业|工?厂|医院|学校|店)"
    r"|(?:^|[,。;])(?:我们?|集团)?的?(?:子公司|母公司|控股公司|关联公司|兄弟公司|兄弟单位|姐妹公司)(?!的?(?:数据|系统|在))"
    r"|\b(?:another|an ordinary|a normal|some other|(?:a|my) friend['’]?s?) "
    r"(?:compan\w+|firm|business|hospital|school|shop)\b"
)
"""Who asks for somebody else than themselves."""


def with_lasting_facts(ruling: Ruling, told: Sequence[str], text: str, today: date) -> Ruling:
    """The ruling on a ``text`` with what the visitor ``told`` of themselves before, in texts that
    ask nothing, oldest first: in the place of what it would assume or ask for."""
    heard = ruling.heard
    if heard is None or not told or ruling.possible or ruling.alone:
        return ruling
    zone = zone_of(ruling.table)
    own = (without_compared(normalise(t), zone) for t in (*heard.texts, text))
    if any(_OTHERS_CASE.search(t) for t in own):
        return ruling
    given, time = _left_open(ruling, told), _time_told(ruling, told, text, today)
    if not given and time is None:
        return ruling
    day = time or heard.day
    with_them = rule_on(ruling.table, heard.texts, day, given={**given, **heard.given})
    if not with_them.settled and with_them.ask is None:
        return ruling
    known = (n for n, v in given.items() if with_them.slots.get(n) == v)
    mattering = {n: given[n] for n in known if _matters(with_them, n, given, heard, day)}
    half = {i.name for i in with_them.assumed if i.half and i.assumption == i.half}
    named = {n: v for n, v in mattering.items() if n not in half}
    return _as_was(_without_half(taking(with_them, named), told, given), ruling, given)


def lasting_told(table: DecisionTable, told: Sequence[str]) -> Slots:
    """The lasting inputs of a table that texts state, each as the last of them has it."""
    values = ((known, _last_told(table, known, told)) for known in table.inputs if known.lasting)
    return {known.name: value for known, value in values if value}


def _left_open(ruling: Ruling, told: Sequence[str]) -> Slots:
    """The lasting facts of which a ruling heard nothing, or not enough."""
    slots = ruling.slots
    if not any(i.lasting and "|" in slots.get(i.name, "|") for i in ruling.table.inputs):
        return {}
    found = lasting_told(ruling.table, told)
    return {n: v for n, v in found.items() if n not in slots or _settles(v, slots[n])}


def _settles(value: str, still: str) -> bool:
    """Whether a value is one of those between which an input is open."""
    return value != still and value in still.split("|")


def _last_told(table: DecisionTable, known: Input, told: Sequence[str]) -> str:
    if known.half:
        sites = sites_over(known, told)
        if sites.registered is False or sites.sends is False:
            return known.assume
    values = (value_in(known, each_denied(table, normalise(t))) for t in reversed(told))
    return next((v for v in values if v and "|" not in v), "")


def _time_told(ruling: Ruling, told: Sequence[str], text: str, today: date) -> Time | None:
    """The time that texts set for what follows; ``None`` where they set none, where a later one
    speaks of the present, or the case has a time of its own."""
    heard = ruling.heard
    if heard is None or heard.day not in (today, Time(today, today)):
        return None
    if any(_has_time(t, today) for t in (*heard.texts, text)):
        return None
    counted = counted_input(ruling.table)
    units = counted.units if counted is not None else ()
    time: Time | None = None
    for said in map(normalise, told):
        named = named_time(said, today)
        if named is None:
            time = None if _OF_NOW.search(said) or _TODAY.search(said) else time
        elif not people_told(said, units) and _frames(said, today):
            time = named
    return time


def _has_time(text: str, today: date) -> bool:
    told = normalise(text)
    return bool(named_time(text, today) or says_now(text) or _OF_NOW.search(told))


def _frames(said: str, today: date) -> bool:
    """Whether the date of a normalised text is that of what is told: of the matter as a whole, or
    of data that were given then."""
    told = in_full(said, today)
    return _FRAME.search(told) is not None or _GIVEN.search(told) is not None


def _matters(ruling: Ruling, name: str, given: Slots, heard: Heard, day: date | Time) -> bool:
    rest = {n: v for n, v in given.items() if n != name}
    without = rule_on(ruling.table, heard.texts, day, given={**rest, **heard.given})
    return without.row != ruling.row or without.each != ruling.each


def _without_half(ruling: Ruling, told: Sequence[str], given: Slots) -> Ruling:
    """A ruling that does not say that both halves of a zone are assumed, where both were told."""
    half = next((i for i in ruling.table.inputs if i.half and i.name in given), None)
    if half is None or sites_over(half, told).half:
        return ruling
    assumed = tuple(i for i in ruling.assumed if i.assumption != half.half)
    return msgspec.structs.replace(ruling, assumed=assumed)


def _as_was(ruling: Ruling, before: Ruling, given: Slots) -> Ruling:
    """A ruling with what was said of the one before it that does not follow from its texts."""
    have = {i.name for i in ruling.assumed} | given.keys()
    kept = tuple(i for i in before.assumed if not i.assumption and i.name not in have)
    return msgspec.structs.replace(
        ruling,
        assumed=(*kept, *ruling.assumed),
        lacking=ruling.lacking or before.lacking,
        again=before.again and ruling.ask is before.ask,
        counted=before.counted,
        same=before.same,
        about=before.about,
        other=before.other,
    )
