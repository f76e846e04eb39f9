"""What a visitor adds to the case that they told before: facts of the data behind a wish to sell
them (it's mostly vibration readings, no people in it), such data that are to be sent abroad, and
the question before with a new fact (the turbines belong to our customers, does that change
anything?). Pure.

Searched alone, a statement is near anything of its words, and what is asked of it stands in the
text before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import MATTERS
from dialog.reply.data_kinds import Kind, denies_persons, kind_of
from dialog.reply.data_told import (
    DataTold,
    asks_other_side,
    data_told,
    has_own_rules,
    speaks_of_data,
)
from dialog.reply.question import Exchange
from dialog.reply.wanted_abroad import TRADED, at_the_parent, wanted_abroad
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD
from knowledge.search.pinyin import of_syllables
from knowledge.text import is_english, key, normalise, visible

_BACK = 4
"""Exchanges back to which a case may have been told."""
_LONGEST = 110
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_OF_PERSONS: tuple[Kind, ...] = ("children", "health", "tracks", "people")
_OF_THINGS: tuple[Kind, ...] = ("machine", "produced")
_SENTENCES = re.compile(
    r"(?<=[.!?;。！？；\n])\s*|[,，]\s*(?=(?:那|这|does|do|is|will|would|会|有))"
)
_ABOUT_DATA = re.compile(
    r"^(?:嗯|对|哦|其实|那|[, ])*(?:主要|基本上?|大部分|大多|都|全|就|只|里面|里头|内容|其中|这些"
    r"|它们?|数据|是(?!不是|否))"
    r"|^(?:well|yes|so|oh|actually|and|ok(?:ay)?|[, ])*"
    r"(?:it|they|that|those|these|this|there|mostly|mainly|only|just|all|the (?:data|files|set))\b"
)
"""How a text begins that says of the data before it what they are."""
_EXTENT = re.compile(
    r"^(?:数据|里面|[一1]共|总共|大概|大约|时间|[, ])*(?:覆盖|涵盖|积累了|攒了|跨度|从(?:19"
    r"|20)\d\d年)"
    r"|^(?:and |so |well |[, ])*(?:it|they|the data|that|these)(?: only| just| all)? (?:covers?"
    r"|goes back"
    r"|go back|spans?|comes? from|runs? from|(?:is|are) from|(?:contain|include)s?)\b"
)
"""How a text begins that says of what, and since when, the data before it are."""
_CHANGES = re.compile(
    r"(?:那|这|这样|这个|这种情况|的话|结论|结果|答案|规定|说法|处理|[, ])*"
    r"(?:(?:会|会不会|有没有|有|是不是|是否|还|就|要)*"
    r"(?:有?(?:什么|啥|多大)?(?:影响|区别|差别|变化|不同|关系|讲究)|不[1一]样|不同|改变(?:什么"
    r"|结论)?|变(?!现))"
    r"(?:什么|结论|结果|答案)?(?:吗|么|嘛|呢|不|没有?|了)*"
    r"|(?:影不影响|变不变|[1一]不[1一]样)|影响(?:什么|结论|大)?(?:吗|么|不)+)[?。! ]*"
    r"|(?:and |so |then |but |well |[, ])*(?:(?:does|do|would|will|can|could|did) (?:that|this|it"
    r"|those|these) "
    r"(?:really )?(?:change|affect|alter|matter|make)(?: (?:anything|something|things|it|that|this"
    r"|the (?:answer|result|outcome|situation|picture)|any(?: kind of)? difference|a difference"
    r"|your answer|much|matters))?"
    r"|is (?:that|this|it)(?: then)? (?:any )?(?:different|a problem|another case)"
    r"|(?:any|what) (?:difference|change)(?: does (?:that|this|it) make)?"
    r"|what does (?:that|this|it) change|what changes|does anything change|is anything different)"
    r"(?: (?:then|now|for us|at all|here))*[?. ]*"
)
"""What asks whether the answer before changes by what was told, and nothing else."""
_SUPPOSED = re.compile(
    r"(?i)^(?:那|但|可|不过|and|but|so|then|[, ])*(?:如果|要是|假如|what if|if)\s*"
)
_AWAY = re.compile(
    r"车|手机|手环|手表|家[里用庭中]|住户|摄像|视频|图像|录音|定位|轨迹|位置|气象|天气|遥感|地质"
    r"|测绘|地图|地震|水文|电网"
    r"|管网|重要数据|军|出口管制|核"
    r"|\b(?:cars?|vehicles?|driv\w+|phones?|wearables?|watch(?:es)?|homes?|households?"
    r"|smart meters?"
    r"|cameras?|videos?|images?|audio|weather|geolog\w+|survey\w*|maps?|seismic|remote sensing|grid"
    r"|important data|military|export control\w*|nuclear)\b"
)
"""What machines measure of persons, or has rules of its own when it goes abroad."""
_POINTING = re.compile(
    r"这些|那些|这批|那批|它们?|数据|东西|^(?:那|我们?|可以|能|可|就|直接|[, ])*(?:传|发|送)"
    r"|\b(?:it|that|this|them|those|these|the data|our data)\b"
)
"""What points to data that were told of before."""
_SENT = re.compile(
    r"(?:传|发|送|同步|共享|拷贝?|导出|导到|寄|提供|交|存|放|上报|汇报)(?:回|到|给|去|往|至|在|过"
    r"|输)*"
    rf"[^,。?!]{{0,10}}?(?:境外|国外|海外|外国|外方|{CHINESE_ABROAD})"
    r"|(?:数据|读数|参数|记录)[^,。?!]{0,6}出境"
    r"|\b(?:send|sent|sending|transfer\w*|shar(?:e|ed|ing)|export\w*|ship|stream|upload|forward"
    r"|pass"
    r"|move|give|submit|copy|report|transmit|come|travel|bring|get|take|pull|go(?:es)?|back)\b"
    r"[^.?!]{0,60}?"
    rf"\b(?:abroad|overseas|outside (?:of )?china|out of china|{ENGLISH_ABROAD})(?![a-z])"
)
_BARE = re.compile(
    rf"(?:数据|读数|参数|记录|日志|曲线|报表)[^,。?!]{{0,4}}?给[^,。?!]{{0,8}}?(?:境外|国外|海外"
    rf"|外国|外方|{CHINESE_ABROAD})"
    r"|^(?!(?:is|are|do|have|got|any|has|where|who|which|what|i|you)\b)[^.?!,;]{0,50}?"
    r"\b(?:data|readings?|logs?|figures|records|measurements|numbers|stats"
    r"|statistics|telemetry|temperatures|curves|values|counts)\b[^.?!,;]{0,20}? (?:to|into|for"
    r"|over to)"
    rf" [^.?!,;]{{0,30}}?\b(?:abroad|overseas|{ENGLISH_ABROAD})(?![a-z])"
)
"""The same without a verb: cold-store temperature data to New Zealand."""
_OF_BUSINESS = re.compile(
    r"(?:生产|产线|产能|销售|经营|财务|库存|订单量|采购价|成本|质检|质量)(?:的)?(?:数据|数字|报表|读数|记录)"
    r"|\b(?:production|manufacturing|sales|financial|finance|turnover|revenue|output|inventory|stock"
    r"|quality|cost|operating|process|plant|factory|line|logistics)"
    r" (?:data|figures|numbers|values|reports?|records|statistics|kpis?)\b|\bkpis?\b"
)
"""What a firm counts of its own business."""
_LABEL = re.compile(
    r"(?:(?:our|the|some|all|\d[\d,.]*) )*(?!(?:we|i|you|they|it|is|are|am|can|may|could|do|does"
    r"|did|have|has"
    r"|send|sent|sending|transfer\w*|export\w*|share|give|how|what|who|where|when|which|why|if|no"
    r"|yes|sell|buy"
    r"|list|please|tell|show|welcome|go|going|want|need)\b)(?:(?!(?:is|are|can|want|need|sells?"
    r"|buys?)\b)[a-z'&-]+ ){0,5}?"
    r"(?:data|readings?|logs?|records|e-?mails?|names|lists?|files|details|photos?|profiles"
    r"|addresses|phone numbers"
    r"|phones|bookings|payrolls?|cvs?|resumes?|orders|invoices|passports?|recordings|videos"
    r"|footage|scans)"
    r"(?: and [a-z-]+)? (?:(?:going|bound|over|back|on) )?(?:to|into) (?:(?:our|the|a"
    r"|an) )?[a-z' ]{0,24}?"
    rf"\b(?:abroad|overseas|{ENGLISH_ABROAD})(?![a-z])(?=[ ,.;?!]|$)"
)
_TO_THE_PARENT = re.compile(
    r"\b(?:send|sent|sending|transfer\w*|shar(?:e|ed|ing)|export\w*|stream|upload|forward|pass|move"
    r"|give|submit|copy|report|transmit|go(?:es)?)\b[^.?!]{0,40}?\b(?:head ?office|head-office"
    r"|headquarters"
    r"|hq"
    r"|parent(?: company)?|mother (?:company|house)|group)\b[^.?!]{0,12}? (?:in"
    r"|at) (?P<town>[a-zæøåöäüé]+)"
)
"""Where the parent sits says whether that is abroad: no list has all towns."""
_INLAND = re.compile(r"harbin|urumqi|lhasa|hohhot|tibet|mainland|the|our|this|another|town|china")
"""What stands there besides towns whose names are made of Chinese syllables, and is not abroad."""
_MAY = re.compile(
    r"能|可以|可否|要不要|要|需|想|打算|准备|计划|用不用|[吗么嘛]|怎么|手续|审批|批准|许可|申报"
    r"|评估|备案|直接|\?"
    r"|\b(?:can|could|may|should|must|do|does|is|need|allowed|permission|approval|permit|ok|okay|legal"
    r"|want|like|plan)\b"
)
_WILL_SELL = re.compile(
    r"(?:想|要|打算|准备|计划|希望|考虑)[^,。?!买购]{0,10}?(?:卖(?![方家点场])|出售|变现|挂牌"
    r"|上架|交易(?!所))"
    r"|\b(?:want|wants|like|plan|plans|hope|hopes|thinking|intend|going|looking)\b[^.?!]{0,12}"
    r"\b(?:sell|selling|list|listing|moneti[sz]e)\b"
)
"""What tells that data are to be sold, and asks nothing."""
_OPEN = re.compile(r"什么|哪|怎么|如何|多少|几|谁|啥|\b(?:what|which|how|who|when|where|why)\b")
"""What asks for more than a yes or no."""
_SELL = ("这些数据能卖吗？", "Can we sell the data?")


def told_on(text: str, exchanges: Sequence[Exchange]) -> DataTold | None:
    """What is wished of data before, of what a text says they are: of a text that states it, asks
    nothing, and wishes for nothing of its own."""
    plain = normalise(text).strip()
    if not exchanges or not _short(plain) or not _states(text) or has_own_rules(plain):
        return None
    denied, kind = denies_persons(plain), kind_of(plain)
    named = speaks_of_data(plain) and kind != "unknown"
    tells = _ABOUT_DATA.match(plain) is not None and (named or kind in _OF_THINGS)
    extent = _EXTENT.match(plain) is not None
    wished = _wished(exchanges) if denied or tells or extent else None
    if wished is None or (wished.kind == kind == "unknown"):
        return None
    kind = _kind_now(plain, wished.kind, denied=denied)
    if denied and kind in _OF_PERSONS:
        return None  # Whose data they are and that nobody is in them: the search weighs that.
    return msgspec.structs.replace(wished, kind=kind)


def adds_to_case(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text tells more of the data of the case before, or asks whether they may go
    abroad: what is known of that is told whole, whether it was told before or not."""
    return told_on(text, exchanges) is not None or sent_on(text, exchanges) is not None


def sent_on(text: str, exchanges: Sequence[Exchange]) -> DataTold | None:
    """Readings of things that are to be sent abroad, named in the text or in those before it;
    ``None`` where a person may be in them, or they have rules of their own."""
    plain = at_the_parent(normalise(text).strip(), exchanges)
    if not _short(plain) or not sent_abroad(plain) or asks_other_side(plain):
        return None
    if has_own_rules(plain) or _AWAY.search(plain):
        return None
    kind = kind_of(plain)
    nobody = without_persons(plain) != plain
    if kind == "unknown" and nobody and speaks_of_data(plain):
        kind = "machine"  # Of nobody, whatever the trade that has it.
    if kind == "unknown" and _OF_BUSINESS.search(plain):
        kind = "produced"
    if kind == "unknown" and _POINTING.search(plain):
        kind = _kind_before(exchanges)
    return DataTold("send", kind) if kind in _OF_THINGS else None


def sent_abroad(plain: str) -> bool:
    """Whether a normalised text asks whether something may be sent abroad, or tells of that where
    it denies that anybody is in it, or in short words that hold nothing else."""
    if _BARE.search(plain) is not None and TRADED.search(plain) is None:
        return True
    if _MAY.search(plain) is None and not denies_persons(plain):
        return False
    if wanted_abroad(plain):
        return True
    parent = _TO_THE_PARENT.search(plain)
    town = parent["town"] if parent is not None else ""
    away = bool(town) and _INLAND.fullmatch(town) is None and not of_syllables(town)
    return away or _SENT.search(plain) is not None


def as_sent(text: str) -> str:
    """A text that names data and where abroad they go, without a verb (customer e-mails to France),
    with that verb; any other text itself."""
    plain = normalise(text).strip()
    return f"we send {text}" if len(plain) <= _LONGEST and _LABEL.match(plain) else text


def asked_with_fact(text: str, exchanges: Sequence[Exchange]) -> str:
    """The question before with the fact of which a text asks whether it changes anything; empty
    where it asks for anything else, or nothing was asked before."""
    fact = fact_told(text, exchanges)
    if not fact:
        return ""
    own = key(fact) in key(text)
    return _behind(fact, exchanges if own else exchanges[:-1])


def fact_told(text: str, exchanges: Sequence[Exchange]) -> str:
    """The fact of which a text asks whether it changes anything: its own, or the one that was
    stated just before; empty where it asks for anything else."""
    *told, last = [s for s in _SENTENCES.split(visible(text).strip()) if s.strip()] or [""]
    if not exchanges or _CHANGES.fullmatch(normalise(last).strip()) is None:
        return ""
    fact = _SUPPOSED.sub("", " ".join(told)).rstrip(" ,，呢")
    if _asking(fact):
        return ""
    if fact or _asking(exchanges[-1].question):
        return fact
    return visible(exchanges[-1].question)


def _behind(fact: str, before: Sequence[Exchange]) -> str:
    """The last question before a fact, asked with it: of a sale whether it may be; what asks for
    more than a yes or no is asked as it was, and what was told of the fact is looked for there."""
    english = is_english(fact)
    for exchange in reversed([e for e in before if e.outcome in MATTERS][-_BACK:]):
        question = visible(exchange.question)
        wished = _wish_of(question)
        asking, open_ = _asking(question), _OPEN.search(normalise(question)) is not None
        if wished is not None and wished.wish == "sell" and not (asking and open_):
            if kind_of(fact) not in ("unknown", "firms") or denies_persons(fact):
                question = _SELL[english]
            elif not asking:
                return _joined(question, _joined(fact, _SELL[english]))
        elif not asking:
            continue
        elif open_:
            return question
        return _joined(fact, question)
    return ""


def _joined(first: str, second: str) -> str:
    english = is_english(first)
    end = "" if first[-1] in ".!?;。！？；" else "." if english else "。"
    return f"{first}{end} {second}" if english else f"{first}{end}{second}"


def _wished(exchanges: Sequence[Exchange]) -> DataTold | None:
    """What was wished of data last, with what was told of them since."""
    last = [e for e in exchanges if e.outcome in MATTERS][-_BACK:]
    for place in range(len(last) - 1, -1, -1):
        told = _wish_of(last[place].question)
        if told is not None:
            for exchange in last[place + 1 :]:
                said = normalise(exchange.question)
                kind = _kind_now(said, told.kind, denied=denies_persons(said))
                told = msgspec.structs.replace(told, kind=kind)
            return told
        if _asking(last[place].question):
            return None
    return None


def _wish_of(question: str) -> DataTold | None:
    plain = normalise(question)
    told = data_told(question) or sent_on(question, ())
    if told is not None or has_own_rules(plain) or asks_other_side(plain):
        return told
    sells = _WILL_SELL.search(plain) is not None and speaks_of_data(plain)
    return DataTold("sell", kind_of(plain)) if sells else None


def _kind_before(exchanges: Sequence[Exchange]) -> Kind:
    """What the data of the texts before tell of, all of them together."""
    kind: Kind = "unknown"
    for exchange in exchanges[-_BACK:]:
        said = normalise(exchange.question)
        if _AWAY.search(said):
            return "unknown"
        kind = _kind_now(said, kind, denied=denies_persons(said))
    return kind


def _kind_now(said: str, before: Kind, *, denied: bool) -> Kind:
    """The kind of data of which more is told: persons stay in them until they are denied."""
    now = kind_of(said)
    if now == "unknown" or (before in _OF_PERSONS and now not in _OF_PERSONS and not denied):
        return before
    return now


def _states(text: str) -> bool:
    return not _asking(text)


def _asking(text: str) -> bool:
    return "?" in normalise(text) or any(asks(s) for s in _SENTENCES.split(visible(text)))


def _short(plain: str) -> bool:
    return 0 < len(plain) <= _LONGEST * (3 if is_english(plain) else 1)
