"""Who is elsewhere in the country (我在浙江，公共数据怎么申请) and is answered by the rules of this
place: it is said that these hold here alone, and what is held of theirs.

National law holds wherever the visitor is, and who comes to list here comes under the rules of
this place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.told_elsewhere import rests_on
from dialog.reply.words import Frame, Line, Words
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH, places_in
from knowledge.text import is_english, normalise
from knowledge.types import Law

_TOLD = ("answered", "partial", "unknown")
_MOST = 2
"""Laws that are named."""
_FURTHER = (
    r"(?:常州|南通|徐州|扬州|镇江|泰州|盐城|连云港|淮安|宿迁|昆山|嘉兴|湖州|绍兴|金华|义乌|台州|丽水|衢州"
    r"|舟山|芜湖|马鞍山|泉州|烟台|潍坊|惠州|洛阳|唐山|保定|绵阳|桂林|遵义|三亚|银川|西宁|拉萨|乌鲁木齐"
    r"|呼和浩特)"
)
"""Cities that have no rules of their own in any pack, and no place in the search."""
_PLACE = rf"(?:{ELSEWHERE}|{_FURTHER})"
_BEYOND = (
    r"(?:市|省|那边)?的?(?:大?数据交易|数交所|交易所|客户|买[家方]|买主|分公司|子公司|分店|门店|同行|朋友|供应商"
    r"|合作方|用户|服务器|机房|[挂买卖]|上架|[\u4e00-\u9fff]{0,4}条例|[\u4e00-\u9fff]{0,6}办法)"
)
"""What is there in the visitor's stead, or a rule of that place that is asked for by name."""
_NAMED = re.compile(rf"(?<![给到往向与和跟同比])(?P<place>{_PLACE})(?!{_BEYOND})")
_OWN = re.compile(
    rf"(?:我们?|咱们?|我司|本?公司|本?单位|我们?[厂店院校])(?:公司|单位|总部|这边|注册|设|都|就|是|的)*"
    rf"(?:在|来自|是|位于)(?P<place>{_PLACE})(?!{_BEYOND})"
)
"""What tells where the visitor is: it stands for the questions behind it."""
_NAMED_ENGLISH = re.compile(
    rf"\b(?:in|from|for) (?P<place>{ELSEWHERE_ENGLISH})\b(?! (?:data )?(?:exchange|customers?"
    rf"|buyers?|clients?|regulations?))"
    rf"|\b(?P<firm>{ELSEWHERE_ENGLISH})(?:-based)? (?:company|firm|hospital|school|business|agency)"
)
_OWN_ENGLISH = re.compile(
    rf"\b(?:i|we)(?:'m| am|'re| are)(?: a [a-z ]{{2,30}}?)?(?: based| located)? (?:in|from)"
    rf" (?P<place>{ELSEWHERE_ENGLISH})\b"
    rf"|\bwe(?:'re| are) an? (?P<firm>{ELSEWHERE_ENGLISH})(?:-based)? "
)
_COUNTY = re.compile(
    r"(?:我们?|咱们?|我司|本?公司|本?单位)"
    r"(?:公司|单位|这边|这儿?|那边|那儿?|都|就|也|是|在|的|个|[1一]个|小|老家|[ ,，])*"
    r"(?P<place>(?:(?![是在的就都也个])[\u4e00-\u9fff]){0,3}?"
    r"(?<!崇明)(?<![区市各州郡知])县)(?!域|级以上|长)"
    r"|(?<![\u4e00-\u9fff])(?P<there>县)(?:里|城|上|级(?!以上)|属|政府|医院)"
    r"|\b(?:our|a|the|my) (?P<county>county)\b(?!-?\w* level or above)"
    r"|\b(?P<of>county)(?:-level|-owned)? (?:bus|hospital|water|company|government|school)"
)
"""A county: this city has none."""
_OUR_COUNTY = {"县": "你们县", "county": "your county"}
_HERE = re.compile(
    r"上海|沪|[你您]们|[在到来去上向][你您]|贵[所司]|[在到来去]这|交易所|数交所"
    r"|\b(?:shanghai|here|your|with you|the exchange)\b"
)
"""What says that the matter is one of this place, or is to be done here."""
_OTHERS = re.compile(
    r"(?:客户|买[家方主]|对方|供应商|合作方|总部|分公司|子公司)[^,。?]{0,4}在|[买要用给][了过]?我们?的"
    r"|\b(?:customers?|buyers?|clients?|partners?|suppliers?|branch|subsidiary)\b[^.?]{0,20}\bin\b"
)
"""What is there is another party."""


def with_place(frame: Frame, words: Words, text: str, before: Sequence[Exchange]) -> Words:
    """The words, and where the visitor is elsewhere and they rest on the law of this place, that it
    holds here alone; said once while the talk is of that place."""
    if words.outcome not in _TOLD or not words.entries:
        return words
    place = elsewhere_in(text) or _told_before(text, before, frame)
    if not place:
        return words
    laws = frame.snapshot.pack.all(Law).values()
    english, exchange = frame.english, frame.snapshot.pack.profile.exchange
    home = places_in(normalise(exchange))
    cited = [s for s in words.sources if s.law and exchange not in s.title]
    local = {
        s.law: (s.english or s.title) if english else f"《{s.title}》"
        for s in cited
        if home & places_in(normalise(s.title))
    }
    there = places_in(place)
    theirs = {law.title: law for law in laws if there & places_in(normalise(law.title))}
    if not local or any(s.title in theirs for s in cited):
        return words
    joint = ", " if english else "、"
    named = joint.join(tuple(local.values())[:_MOST])
    language = frame.language
    held = joint.join(
        (law.english or law.title) if english else f"《{law.title}》"
        for law in tuple(theirs.values())[:_MOST]
    )
    name = "holds_here_theirs" if held else "holds_here"
    shown = place if place in _OUR_COUNTY.values() else place.title()
    said = phrase(name, language, laws=named, place=shown, theirs=held)
    line = Line(said, "next_step", locked=False, language=language)
    return msgspec.structs.replace(words, lines=(*words.lines, line))


@kept
def elsewhere_in(text: str) -> str:
    """The other place of the country whose matter a text asks about; empty where it names none, or
    asks of this place."""
    plain = normalise(text)
    if _HERE.search(plain) or _OTHERS.search(plain):
        return ""
    return _read(_NAMED_ENGLISH if is_english(plain) else _NAMED, plain) or _county(plain)


def own_place(text: str) -> str:
    """The other place of the country where a text tells that the visitor is; empty where none."""
    plain = normalise(text)
    return _read(_OWN_ENGLISH if is_english(plain) else _OWN, plain) or _county(plain)


def _county(plain: str) -> str:
    place = _read(_COUNTY, plain)
    return _OUR_COUNTY.get(place, place)


def _told_before(text: str, before: Sequence[Exchange], frame: Frame) -> str:
    """Where the visitor said that they are, unless the text is of this place, or that was answered
    with the law of this place already."""
    if _HERE.search(normalise(text)):
        return ""
    for exchange in reversed(before):
        own = own_place(exchange.question)
        if rests_on(exchange, frame.snapshot) == "local":
            return ""
        if own:
            return own
    return ""


def _read(pattern: re.Pattern[str], plain: str) -> str:
    found = pattern.search(plain)
    return "" if found is None else next(g for g in found.groups() if g)
