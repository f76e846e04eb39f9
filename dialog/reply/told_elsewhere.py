"""Another place that is asked of after a matter: 公司在北京呢, 深圳的数交所规定一样吗. Pure.

National rules hold wherever the firm is; a place that the table itself asks for (临港) is no such
text. What other exchanges do, and what other cities rule, is not held.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH, places_elsewhere
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable, Law, Rule

_PLACE = rf"(?:{ELSEWHERE}|外地|外省)"
_TOLD = re.compile(
    r"(?:那么?|可是?|但是?|不过|要是|如果|假如|其实|哦|对了|另外|[, ])*"
    r"(?:我们?的?|咱们?|他们|客户|这家)*(?:公司|单位|企业|总部|集团|服务器|客户|机房)?(?:要是|如果)?"
    r"(?:其实|不|也|都|就|应该|主要|注册|地)*(?:在|是在|设在|位于|是)?"
    rf"(?P<place>{_PLACE})(?:市|省|那边|这边|本地|注册)?(?:的(?:公司|企业)?|公司|企业)?"
    r"(?:呢|怎么办|怎么说|也这样|[1一]样|也[1一]样|一样|适用|也?适用|不|吗|么|的话|啊|呀|[?.。! ])*"
)
_TOLD_ENGLISH = re.compile(
    r"(?:and |so |but |what |how |about |if |then |,)*"
    r"(?:is (?:that|it) (?:any )?(?:different|the same) |does (?:that|it|this) (?:also )?"
    r"(?:apply|hold) |(?:we|i|it|the company"
    r"|our (?:company|firm|office|client|headquarters))"
    r"(?:'re| are| is|'s)? ?(?:based |located |registered )?)?(?:in|for) "
    rf"(?P<place>{ELSEWHERE_ENGLISH}|another (?:city|province))"
    r"(?: too| as well| instead| then)?[?. ]*"
)
_EXCHANGE = r"(?:国际)?(?:大?数据)?(?:交易所|数交所|交易中心|数据交易)"
_TOLD_OF = r"(?:打听|了解|问问?|咨询|请教|说说|介绍|讲讲|聊聊)(?:[1一]?下)?(?:关于)?"
_BY_ITSELF = re.compile(rf"{_TOLD_OF}|情况|怎么样|咋样|靠谱|好不好|资料|信息")
"""What asks of an exchange elsewhere whatever was spoken of."""
_ASKED_OF = re.compile(
    r"(?:那么?|可是?|但是?|不过|要是|如果|那要是|哦|对了|另外|请问"
    rf"|我?(?:就|再|还)?(?:想|要|来)?{_TOLD_OF}|[,， ])*"
    rf"(?:我们?)?(?:如果|要是)?(?:在|去|到|换到?|换成)?(?P<place>{_PLACE})(?:市|省|那边|那里|当地)?的?"
    rf"(?:{_EXCHANGE})?(?:那边|那里|办|做|挂牌|交易|卖|入驻)?"
    r"(?:的)?(?:规定|规则|要求|政策|做法|流程|标准|手续|材料|办法|收费)?"
    r"(?:的)?(?:情况|事情?儿?|信息|资料|底细|靠谱|好不好|怎么样|咋样|啥情况|什么情况|现在)*"
    r"(?:是不是|会不会|有没有|[跟和与](?:你们|上海|这[里儿边])"
    r"|是|也是?|会|都|有|还|呢|[,， ])*"
    r"(?:这样|[1一]样|不[1一]样|相同|不同|别的|另外的?|另一套|规定|要求|怎么(?:规定|说|办|样|弄)|适用|区别|差别|什么区别"
    r"|行|可以|不)*(?:的|了|呢|吗|么|吧|啊|呀|不|嘛|[?？.。! ])*"
)
"""What asks of another place, with every word; whether it is so there as here, or what holds."""
_ASKED_OF_ENGLISH = re.compile(
    r"(?:and |so |but |what |how |about |if |then |is it |is that |are (?:the )?rules |the same "
    r"|any |different |does |do |the |rules? |apply |hold |with |in |at |for |of |,)*"
    rf"(?P<place>{ELSEWHERE_ENGLISH})"
    r"(?:'s)?(?: data)?(?: exchange)?(?: (?:too|as well|instead|then|the same|different|have|has"
    r"|other|rules|there|also|is|are|does|do|it|apply|differ))*[?. ]*"
)
_COMPARED = "上海数据交易所和其他地方的交易所有什么区别"
_LONGEST = 60
_MATTERS = ("answered", "partial", "unknown", "clarify")
_LOCAL = re.compile(rf"上海|{_PLACE}|(?:省|市|自治区|特区)(?:人民|数据|公共|条例)")


class OtherPlace(msgspec.Struct, frozen=True):
    """A place that is asked of after a matter. ``rests``: on what that matter was told to rest:
    national laws alone, a law of this city among them, or nothing of the kind. ``exchange``: its
    exchange is named."""

    name: str
    rests: Literal["national", "local", "none"]
    exchange: bool


def asked_of_place(
    text: str, exchanges: tuple[Exchange, ...], snapshot: Snapshot
) -> OtherPlace | None:
    """The other place that a text asks of, and nothing else, after whatever matter; before any, one
    whose exchange it names."""
    plain = normalise(text).strip()
    plain = plain if len(plain) <= _LONGEST else ""
    read = _ASKED_OF.fullmatch(plain) or _ASKED_OF_ENGLISH.fullmatch(plain)
    last = next((e for e in reversed(exchanges) if e.outcome in _MATTERS), None)
    if read is None:
        return None
    place = read["place"]
    named = re.search(rf"{_EXCHANGE}|exchange", plain) is not None
    if last is None:
        # 成都的也这样吗, of nothing told, is no question of it.
        alone = named and _BY_ITSELF.search(plain) is not None
        return OtherPlace(place.title(), "none", named) if alone else None
    return OtherPlace(place.title(), rests_on(last, snapshot), named)


async def exchange_elsewhere(
    text: str, exchanges: tuple[Exchange, ...], snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is known of how the exchanges of other cities differ, where one is named after a matter
    and nothing else is asked."""
    place = asked_of_place(text, exchanges, snapshot)
    if place is None or not place.exchange:
        return None
    found = await search(_COMPARED)
    best = found.best if found.band == "answer" else None
    # What it tells of one city is no answer to who asks of another.
    told = places_elsewhere(normalise(best.body)) if best is not None else frozenset[str]()
    return found if best is not None and (not told or place.name in told) else None


def rests_on(last: Exchange, snapshot: Snapshot) -> Literal["national", "local", "none"]:
    """On what the answer of an exchange rests."""
    if last.outcome not in ("answered", "partial"):
        return "none"
    laws = snapshot.pack.all(Law)
    documents = [t.document for t in map(snapshot.index.target, last.entries) if t is not None]
    tables = snapshot.pack.all(DecisionTable)
    rows = [r for e in last.entries if e in tables for r in tables[e].rows if r.id in last.entries]
    origins = [o for d in (*documents, *rows) for o in getattr(d, "sources", ())]
    own = (d.law for d in documents if isinstance(d, Rule))
    named = [laws[law].title for law in (*own, *(o.law for o in origins)) if law in laws]
    if not named:
        return "none"
    return "local" if any(_LOCAL.search(title) for title in named) else "national"


def told_elsewhere(text: str, exchanges: tuple[Exchange, ...], snapshot: Snapshot) -> str:
    """The place that a text names, and nothing else, after a ruling that rests on national laws;
    else empty."""
    plain = normalise(text).strip()
    read = _TOLD.fullmatch(plain) or _TOLD_ENGLISH.fullmatch(plain)
    last = next((e for e in reversed(exchanges) if e.outcome != "smalltalk"), None)
    if read is None or last is None or last.outcome != "answered" or not last.entries:
        return ""
    ruled = last.entries[0] in snapshot.pack.all(DecisionTable)
    national = ruled and rests_on(last, snapshot) == "national"
    return read["place"].title() if national else ""
