"""Where a case lies, told after a ruling on it: 公司在北京呢, 那深圳呢. Pure.

National rules hold wherever the firm is; a place that the table itself asks for (临港) is no such
text.
"""

from __future__ import annotations

import re

from dialog.reply.question import Exchange
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable, Law

_PLACE = (
    r"(?:北京|天津|河北|山西|内蒙古?|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆"
    r"|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|合肥|厦门|青岛|大连|宁波"
    r"|长沙|郑州|济南|福州|昆明|贵阳|无锡|东莞|佛山|沈阳|哈尔滨|长春|石家庄|太原|南昌|南宁|海口|兰州|珠海|外地|外省)"
)
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
    r"(?P<place>beijing"
    r"|shenzhen|guangzhou|hangzhou|tianjin|chongqing|guangdong|jiangsu|zhejiang"
    r"|chengdu|wuhan|nanjing|suzhou|another (?:city|province))"
    r"(?: too| as well| instead| then)?[?. ]*"
)
_LOCAL = re.compile(rf"上海|{_PLACE}|(?:省|市|自治区|特区)(?:人民|数据|公共|条例)")


def told_elsewhere(text: str, exchanges: tuple[Exchange, ...], snapshot: Snapshot) -> str:
    """The place that a text names, and nothing else, after a ruling that rests on national laws;
    else empty."""
    plain = normalise(text).strip()
    read = _TOLD.fullmatch(plain) or _TOLD_ENGLISH.fullmatch(plain)
    last = next((e for e in reversed(exchanges) if e.outcome != "smalltalk"), None)
    if read is None or last is None or last.outcome != "answered" or not last.entries:
        return ""
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    rows = [r for r in table.rows if r.id in last.entries] if table is not None else []
    laws = snapshot.pack.all(Law)
    named = [laws[o.law].title for row in rows for o in row.sources if o.law in laws]
    national = bool(named) and not any(_LOCAL.search(title) for title in named)
    return read["place"].title() if national else ""
