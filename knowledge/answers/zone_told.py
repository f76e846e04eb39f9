"""Whether somebody is in a zone: registered there and sending the data from there. Who is only one
of both is outside of it, and where only one was told the other is said to be assumed. Pure; over
normalised texts. The names of the zone are those of the table.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

import msgspec

from knowledge.answers.compared import without_compared
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH
from knowledge.text import normalise
from knowledge.types import Condition, DecisionTable, Input, Row

_PARTS = (
    r"(?:浦西|虹桥|徐汇|静安|黄浦|长宁|普陀|虹口|杨浦|闵行|宝山|嘉定|松江|青浦|崇明|金山)"
    r"(?:区(?!内|里))?"
)
"""Parts of the city of which none is in the zone."""
_MAY_BE_IN = (
    r"上海|中国|国内|境内|浦东|奉贤|张江|金桥|外高桥|陆家嘴|洋山|世博|保税|本地|当地|这|那|哪|区|园"
    r"|平台|贵|你|我"
)
"""Names of which nobody can say that they are outside of the zone."""
_BEYOND = r"(?:区|片区)?(?:以|之)外"
_OTHER = (
    rf"(?:{ELSEWHERE}|{_PARTS}|[一-龥]{{2,3}}(?:市(?!场)|省)|[一-龥]{{2,5}}{_BEYOND}|区外|外地|外省"
    rf"|\boutside\s(?:of\s)?(?:the\s)?(?:shanghai\s)?(?:free trade )?zone|\b{ELSEWHERE_ENGLISH}\b)"
)
_SENT = re.compile(
    r"出境|传|发|出去|出海|导出|离境|走|出口|机房|服务器|数据中心|专线"
    r"|\b(?:servers?|data cent(?:er|re)s?)\b|\b(?:leav\w*|left|sent|send\w*|export\w*"
    r"|transfer\w*|go(?:es)?|abroad)\b"
)
_THEIRS = re.compile(
    r"对方|接收方|客户|用户|境外|国外|海外|对端|供应商|\b(?:recipient|client|customer|their|abroad)\w*\b"
)
"""Whose machines stand elsewhere, without saying anything of the sender's."""
_SAYS_SENT = re.compile(r"出境|传|发|出去|出海|导出|离境|从|由|经")
_NO = re.compile(r"不(?!仅|但|光|只)|没|并非|\bnot\b")
_CUTS = re.compile(
    r"[,;。!?]|\.(?=\s|$)|但是?|不过|只是|而且?(?!是)|然后|\b(?:but|and|while|though|only)\b"
)
_IN_ZONE = r"区内|区里|园区|那里|那边|那儿|the zone|there"


class Sites(msgspec.Struct, frozen=True):
    """Whether the asker is registered in the zone and sends data from it, by what texts tell;
    ``None`` where they do not."""

    registered: bool | None = None
    sends: bool | None = None

    @property
    def half(self) -> bool:
        return self.registered is None or self.sends is None


def outside_by_half(known: Input, text: str) -> bool:
    """Whether a normalised text tells that the asker is registered elsewhere than in the zone, or
    sends the data from elsewhere."""
    if not known.half:
        return False
    sites = _sites(_names(known), text)
    return sites.registered is False or sites.sends is False


def tells_site(table: DecisionTable, text: str) -> bool:
    """Whether a normalised text tells where somebody is registered or sends the data from, which
    the table asks for."""
    known = next((i for i in table.inputs if i.half), None)
    text = without_compared(text, known)
    return known is not None and _sites(_names(known), text) != Sites()


def sites_over(known: Input, texts: Sequence[str]) -> Sites:
    """What texts tell of both in turn, each as the last of them has it."""
    registered: bool | None = None
    sends: bool | None = None
    for text in texts:
        sites = _sites(_names(known), without_compared(normalise(text), known))
        registered = registered if sites.registered is None else sites.registered
        sends = sends if sites.sends is None else sites.sends
    return Sites(registered, sends)


def names_zone(table: DecisionTable, texts: Sequence[str]) -> bool:
    """Whether texts name the zone for which the table asks."""
    known = next((i for i in table.inputs if i.half), None)
    names = _names(known) if known is not None else ()
    return any(name in normalise(text) for text in texts for name in names)


def half_assumed(
    table: DecisionTable, row: Row | None, slots: Mapping[str, str], texts: Sequence[str]
) -> tuple[Input, ...]:
    """The input of a zone, as what a ruling that rests on it took for granted: that both hold where
    the texts told only one of them."""
    known = next((i for i in table.inputs if i.half), None)
    if known is None or row is None or known.name not in row.when:
        return ()
    inside = slots.get(known.name, "")
    if inside in ("", known.assume) or not _sites(_names(known), ",".join(texts)).half:
        return ()
    changed = {"assume": inside, "assumption": known.half, "assumption_english": known.half_english}
    return (msgspec.structs.replace(known, **changed),)


def half_lost(
    table: DecisionTable, row: Row | None, slots: Mapping[str, str], texts: Sequence[str]
) -> tuple[Condition, ...]:
    """What is said before a ruling where the texts named the zone and told of one of both, being
    registered there and sending from there, that it is elsewhere."""
    known = next((i for i in table.inputs if i.half_lost), None)
    if known is None or row is None or known.name not in row.when:
        return ()
    if slots.get(known.name) != known.assume:
        return ()
    names = _names(known)
    named = any(_told(_patterns(names)[0], clause) for t in texts for clause in _CUTS.split(t))
    named = named and any(name in text for text in texts for name in names)
    if not named or not any(outside_by_half(known, text) for text in texts):
        return ()
    lost = Condition(known.name, of={}, instead={}, words=(), said=known.half_lost)
    return (msgspec.structs.replace(lost, said_english=known.half_lost_english),)


def _names(known: Input) -> tuple[str, ...]:
    """The names of the zone."""
    inside = (v for v in known.values if v != known.assume)
    return tuple(normalise(word) for value in inside for word in known.words.get(value, ()))


def _sites(names: tuple[str, ...], text: str) -> Sites:
    registered: set[bool] = set()
    sends: set[bool] = set()
    at, sent_from = _patterns(names)
    for clause in _CUTS.split(text):
        registered.update(_told(at, clause))
        theirs = _THEIRS.search(clause) and not _SAYS_SENT.search(clause)
        if _SENT.search(clause) and not theirs:
            sends.update(_told(sent_from, clause))
    return Sites(max(registered, default=None), max(sends, default=None))


def _told(pattern: re.Pattern[str], clause: str) -> list[bool]:
    """For each place that a clause tells something of, whether it is the zone."""
    found: list[bool] = []
    for match in pattern.finditer(clause):
        place = match.groupdict()
        is_zone = any(v for k, v in place.items() if k.startswith("zone"))
        denied = re.search(r"(?:不|没有?|未|并非)[^,]{0,3}$|\bnot\s$", clause[: match.start()])
        denied = denied or _NO.search(match.group())
        if not denied:
            found.append(is_zone)
        elif is_zone:
            found.append(False)
    return found


@functools.lru_cache(maxsize=16)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells where somebody is registered, and what tells from where data are sent."""
    zone = "|".join(map(re.escape, (*names, *_IN_ZONE.split("|"))))
    place = (
        rf"(?:(?:上海|中国|our|the|our office in)\s*)*(?:(?P<zoneN>{zone})(?!{_BEYOND})|{_OTHER})"
    )
    numbers = iter(range(9))
    one = lambda: place.replace("zoneN", f"zone{next(numbers)}")  # noqa: E731
    registered = re.compile(
        rf"(?:注册|登记|设立|成立)(?:地址?|地点)?(?:还|都|其实)?(?:是|在|于|为)*{one()}"
        rf"|(?:在|于|是){one()}(?:市|那边|这边|这里)?(?:工商)?(?:注册|登记|设立|成立)"
        rf"|(?:在|于)(?!{zone}|{_MAY_BE_IN})[一-龥]{{2,4}}(?<![局所年月日台网馆厅会系关部内上里])(?:工商)?注册"
        rf"|(?:公司|单位|总部|注册地址?|我们|我司)[^,]{{0,6}}?(?:迁|搬)(?:到|去|往|至)了?{one()}"
        rf"|\b(?:registered|incorporated|established|set up)\s(?:only\s)?(?:in|at)\s{one()}"
    )
    numbers = iter(range(9))
    going = (
        r"(?:走(?!哪|什么|访)|办公室|出口|机房|服务器|数据中心|节点|专线|出境|传|发(?!展)|出去|出海"
        r"|导出|离境)"
    )
    sent = re.compile(
        rf"(?:在|从|由|经|用|租|通过)(?:了|用|的|自己|我们|公司)*{one()}"
        rf"(?:(?![从由经]|{zone})[^,]){{0,8}}?{going}"
        rf"|(?:机房|服务器|数据中心|节点|出境|出口)[^,]{{0,6}}?(?:在|是|从|设在|放在){one()}(?!的?(?:客|用户|会员|门店))"
        rf"|\b(?:from|through|via)\s(?:(?:a|an|the|our|its|machine|server|data|rooms?|cent(?:er|re)s?|servers?|office|in|at)\s)*{one()}"
    )
    return registered, sent
