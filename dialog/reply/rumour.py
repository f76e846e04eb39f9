"""Who tells a rumour of what befell others, and their own worry (听说有个同行被罚了，我有点慌).
Pure.

They want no proof of the rumour: what counts is their own case, so that is what is searched, or
asked back for. Who wants the rumour confirmed (对吗, 是真的吗) is answered as one who asks.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise

_LONGEST = 90
"""Characters beyond which a text tells a case; English has twice as many."""
_OTHERS = (
    r"(?:同行|竞争对手|对手|隔壁|别家|别的|别人|其他|其它|人家|某|有(?:[1一]?[个家些款]|不少|好[几多]|几家"
    r"|人|公司|平台|企业|商家|[^,。?!]{1,6}(?:公司|平台|企业|机构|app))|[1一那]家|朋友|熟人|认识的"
    r"|友商|业内|行业里|圈子?里)"
)
_FATE = (
    r"(?:(?<![会要能将就])(?<!可能)(?:被|遭|挨|吃)(?:了|到|人|他们|网信办?|公安|监管|工信部?|主管部门|警察|用户|家长|法院"
    r"|央视|媒体)?(?:重|给)?(?:罚|处罚|查|抓|告|投诉|约谈|下架|封|通报|起诉|整改|判|举报|点名|曝光|官司|罚单|带走|立案)"
    r"|出(?:了)?(?:大)?事|翻了?车|栽了|进去了|关停|坐牢|倒闭|收到(?:了)?罚单)"
)
_BEFELL = re.compile(
    rf"{_OTHERS}[^。;?!]{{0,20}}?{_FATE}"
    r"|\b(?:competitors?|compan(?:y|ies)|someone|somebody|firms?|others?|peers?|people|friends?"
    r"|neighbou?rs?|apps?|start-?ups?|platforms?|shops?|schools?|they)\b[^.?!]{0,30}?"
    r"\b(?:got|get|was|were|been|being|is|are) (?:just |recently |all )?(?:fined|punished|sued"
    r"|investigated|caught|shut down|arrested|penali[sz]ed|taken down|raided|in trouble|banned)\b"
)
"""What befell others."""
_OWN_FATE = re.compile(rf"(?:我们?|咱们?|我司)(?!也|做|有|这)[^,。;?!]{{0,4}}?{_FATE}")
_HEARD = re.compile(
    r"听说|听人说|听[^,。]{1,4}[说讲]|据说|网上|新闻|刷到|看到|群里|有人[说讲]|传(?:言|说|闻)|风声"
    r"|\b(?:heard|read|was told|rumou?rs?|saw|they say|people say|news)\b"
)
_WORRIED = re.compile(
    r"[慌怕愁]|[发心]虚|担[心忧]|没底|心里|紧张|不安|焦虑|睡不|忐忑|打鼓|发毛|着急|吓|不踏实|不放心"
    r"|\b(?:worr\w*|scared|nervous|afraid|anxious|uneasy|panick\w*|concerned|freak\w* out)\b"
)
_CONFIRMED = re.compile(
    r"(?:对|是|真|没错|可信|属实|靠谱)(?:吧|吗|么|不对|不是|的吗|的吧|的假的|真的)|真的假的|真假|有这回事|有没有这"
    r"|是不是|[吗?]|\b(?:right|correct|true|isn't (?:it|that))\b"
)
"""What wants the rumour confirmed, or asks anything."""
_HELLO = re.compile(
    r"(?:您好|你好|哈[喽啰]|老师好?|早|嗨|在吗|那个|嗯+|呃+|唉|哎|请问|hi|hello|hey|so|and|but"
    r"|[,.!。 …])+"
)

_FATE_ALONE = re.compile(rf"^[^我咱]*{_FATE}|听说$|据说$")
"""A clause that goes on with the rumour, or leads to it."""
_WORRY_BEHIND = re.compile(
    rf"(?:[,。; ]|\band\b|\bso\b)+(?:我们?|咱们?|心里|现在|有点|好|很|真的?|都|挺|怪|这|i|i'm|am|we"
    r"|are|we're"
    rf"|very|a bit|so|now|getting|quite|really| )*(?:{_WORRIED.pattern})"
    r"(?:了|的|啊|呀|死了|得很|慌|[.。! ])*$"
)


@kept
def rumour_told(text: str) -> str | None:
    """What a text tells of the speaker's own besides a rumour of what befell others, and maybe
    nothing; ``None`` where it tells no such rumour, asks something, or wants it confirmed."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if is_english(text) else 1) or _CONFIRMED.search(text):
        return None
    if _OWN_FATE.search(text) or not _BEFELL.search(text):
        return None
    if not (_HEARD.search(text) or _WORRIED.search(text)):
        return None
    clauses = [c.strip() for c in re.split(r"[,。;!~…]+|\.{2,}|\.+(?:\s|$)|\band (?=i)", text)]
    if any(asks(c) for c in clauses if c):
        return None
    own = (c for c in clauses if not _BEFELL.search(c) and not _FATE_ALONE.search(c))
    told = [c for c in own if len(key(_HELLO.sub("", c))) > 1 and not _WORRIED.search(c)]
    return (", " if is_english(text) else ",").join(told)


@kept
def without_worry(statement: str) -> str:
    """A normalised statement without the clause of worry behind it (…，我有点慌)."""
    return _WORRY_BEHIND.sub("", statement) or statement
