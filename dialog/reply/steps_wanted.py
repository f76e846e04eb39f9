"""A wish for the steps of what the conversation is about, that names nothing itself (直接给我列个步
骤，一二三四那种; just give me the steps): the steps of the matter that was last spoken of and has
some. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.spoken_of import names_of
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Procedure

_BACK = 10
"""Exchanges back to which the matter may have been spoken of."""
_LEAD = (
    r"(?:你|您|能不能|可不可以|能否|可以|能|直接|干脆|索性|还是|就|那么?|麻烦|请|帮|给|替|为|跟"
    r"|我们?|咱们?"
    r"|要|想要?|需要|算了|好[的吧]?|行吧?|嗯|哎|唉|别绕[了弯子]*|不用解释|先|再|一个个|按顺序"
    r"|[,，。!！~ ])*"
)
_ORDERED = r"(?:[1一][、,.]?[2二][、,.]?[3三](?:[、,.]?[4四])?(?:[、,.]?5)?|1到\d|123)"
_WHAT = (
    r"(?:具体|完整|简单|详细|大概|清楚|简洁|分点|带序号|按顺序)?的?"
    rf"(?:步骤|清单|流程(?:图|表)?|提纲|大纲|{_ORDERED}|todo|checklist|时间线|几步走|步骤清单"
    r"|步骤表)"
)
_TAIL = (
    r"(?:出来|给我|看看|看|1下|就行|就好|就可以"
    r"|行吗|好吗|可以吗|吗|么|嘛|吧|呗|了|啊|呀|哈|谢谢|那种|这样|的)*"
)
_WISH = re.compile(
    rf"{_LEAD}(?:列|写|整理|理|整|给|来|出|发|总结|归纳|梳理|做|搞|弄|拉|捋)(?:给我|我|出|成|1下"
    rf"|下|[1一]?[个份张条遍])*"
    rf"{_WHAT}{_TAIL}|{_LEAD}(?:分|按){_ORDERED}(?:点|步|条)?(?:列|写|说|讲)?{_TAIL}"
    rf"|{_LEAD}(?:按|分)(?:步骤|顺序|条|点|步)(?:列|写|说|讲){_TAIL}"
)
_BESIDE = re.compile(
    rf"{_ORDERED}?(?:那种|这种|这样|那样|点|条|步)?(?:的|就行|就好)*"
    r"|(?:(?:我|我们|领导|老板|方便|好|要|得|准备|用来|拿去|回头|周[1-7一二三四五六日]|明天|今天)*"
    r"(?:写|放|贴|抄|填|做|用|弄)(?:进|到|在|成|给)?[^,。?!]{0,8}?(?:ppt|材料|方案|报告|汇报|邮件"
    r"|文档|表|笔记|会上|会议|里)"
    r"[^,。?!]{0,3})|(?:我|好|要|方便)*(?:发|交|转|汇报|讲|说|拿)给?[^,。?!]{0,6}(?:领导|老板"
    r"|同事|上面|客户|看|听)"
    r"|(?:别|不要|不用)(?:太)?(?:长|复杂|啰嗦|绕|解释|废话)[^,。?!]{0,3}|(?:简单|短|越短越好|清楚"
    r"|直白)[1一]?[点些]?(?:就行)?"
    r"|谢谢[你您]?|拜托(?:了)?|求求?[你您]?(?:了)?|急"
)
"""What such a list is for, or how it shall look."""
_ENGLISH = re.compile(
    r"(?:(?:ok(?:ay)?|so|and|please|just|right|fine|well|look|thanks|then|now)[,. ]+)*"
    r"(?:(?:can|could|would|will) you (?:please |just |maybe )*|i (?:just )?(?:want|need|'d like)"
    r" |please |just )*"
    r"(?:(?:give|list|write|send|show|tell|spell)(?: out| down)?(?: me| us)?|(?:make|put together)"
    r"(?: me| us)?)?(?: just| only)? ?(?:the |a |an |all (?:the )?|my )?(?:short |simple |numbered"
    r" |bare |quick |plain )*(?:steps?(?:[- ]by[- ]step)?(?: list)?|checklist"
    r"|list of (?:the )?steps"
    r"|to-?do list|bullet (?:points|list)|numbered list)"
    r"(?:[, ]+(?:please|only|then|in order|one by one|for (?:me|my \w+(?: \w+)?|a \w+)|numbered"
    r"|1,? ?2,? ?3(?:,? ?4)?|so (?:that )?i can [a-z ]{3,40}|as a (?:numbered )?list|i need it for"
    r" [a-z ]{3,30}))*[?.! ]*"
)
_CLAUSES = re.compile(r"[,，。;；!！?？\n ]+")
_ASKED = "要走哪些步骤"


def steps_wanted(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """The steps of the matter that was last spoken of, to who wishes for steps and names none;
    ``None`` to others, and where nothing that was spoken of has any."""
    if not exchanges or not wishes_steps(text):
        return None
    for exchange in reversed(exchanges[-_BACK:]):
        if exchange.outcome not in MATTERS:
            continue
        told = (snapshot.index.target(e) for e in exchange.entries[:1])
        found = next((t for t in told if t is not None and isinstance(t.document, Procedure)), None)
        found = found or snapshot.matters.go_on(_ASKED, names_of(snapshot, exchange))
        if found is not None:
            return Findings("exact", exact=found, chance=PLAIN, band="answer")
    return None


@kept
def wishes_steps(text: str) -> bool:
    """Whether a text wishes for steps, or a list, and names nothing of which."""
    plain = normalise(text).strip()
    if is_english(plain):
        return _ENGLISH.fullmatch(plain) is not None
    clauses = [c for c in _CLAUSES.split(plain) if c]
    wished = [_WISH.fullmatch(c) is not None for c in clauses]
    lead = re.compile(_LEAD)
    return any(wished) and all(
        w or _BESIDE.fullmatch(c) or lead.fullmatch(c) for w, c in zip(wished, clauses, strict=True)
    )
