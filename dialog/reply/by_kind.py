"""What holds of data by what they are, whatever the trade that has them: 殡仪馆的数据能挂牌吗.

A search looks for the trade, and no document knows all trades. What may be done hangs on whether
persons, children, firms or machines are in the data, and of each the knowledge holds a document
that tells of no trade. What is not known is asked back by the document on any trade: it says first
what to look at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.data_kinds import Kind, kind_of
from dialog.reply.data_told import DataTold, Wish, data_told, gives_totals, of_books
from dialog.reply.facts_added import sent_on, told_on
from dialog.reply.living_kinds import is_of_others
from dialog.reply.pointed import OF_A_GAP, PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN
from knowledge.text import is_english, normalise
from knowledge.types import Gap, Rule

_STATISTICS = "用个人数据算出来的汇总统计，能当产品卖吗？"
_BUSINESS = "企业经营、业务量的统计，汇总到看不出哪家也认不出人，能做成产品卖吗？"
_TRADE = "我们这一行的数据能不能卖，从哪几样看起？"
_SOLD: dict[Kind, str] = {
    "children": "有小孩的数据可不可以上架交易",
    "health": "医疗健康数据能做成产品交易吗？",
    "tracks": "GPS轨迹数据可以交易吗？",
    "people": "客户的消费、订单、维修记录能卖吗，要客户同意吗？",
    "firms": "数据里能看出是哪家企业，还能买卖吗，企业信息受保护吗？",
    "produced": "自己生产、试验多年攒下的产量、配方、环境记录，没有个人信息，能挂牌吗？",
    "machine": "设备、传感器采的数据，里面没有个人信息，能挂牌吗？",
    "unknown": _TRADE,
}
_OF_PERSONS: tuple[Kind, ...] = ("children", "health", "tracks", "people")
_WISHED: dict[Wish, str] = {
    "abroad": "挂牌的数据产品能卖给境外客户吗？",
    "send": "不含个人信息的商业数据出境要评估吗？",
    "inland": "境外的数据，能拿到国内来卖吗？",
    "consent": "只留汇总统计、认不出人的，还要用户同意吗？",
    "buy": "我们这一行想买某种数据来用，可以吗，先看哪几样？",
}
_PERSONS_BOOKED = "含个人信息的数据，像居民、客户的记录，能入表吗？"
_PUBLIC_BOOKED = "供水、供电、公交公司的公共数据，能算公司自己的资产吗？"
_BOOKED = "我们的数据能不能入账、算资产？"
_UTILITY = "水电气、公交公司的数据可以交易吗？"
_CLIENTS = "替客户做事时拿到的数据，能做成报告或产品卖吗？"
_LEFT = "给客户做项目留下的数据归谁，我们能卖吗？"
_PARTIES = "设备厂家、运营方、客户都碰过的数据，卖不卖由谁说了算？"
_PERSONS_BOUGHT = "在交易所买含个人信息的数据，买方还要不要本人同意？"
_AT_LARGE = "我可以卖数据吗？"
_GENERAL = frozenset((_BOOKED, _AT_LARGE, _TRADE))
"""What is told to whoever says nothing of the data, and is too little where more is told."""
_CASES = (
    re.compile(
        r"爬|抓取|网上|论坛|帖子|网友"
        r"|\b(?:scrap(?:ed?|ing)\b(?! metal| steel)|crawl\w*|online|website)"
    ),
    re.compile(
        r"机关|事业单位|政府|消防|城管|街道|法院|公安|市里|区里"
        r"|\b(?:government|public (?:body|agency)|court|police|municipal|city)\b"
    ),
    re.compile(r"宠物|畜|禽|猪|牛|羊|兽|\b(?:pets?|vet\w*|cattle|animals?)\b"),
    re.compile(
        r"学校|学生|学员|培训|孩子|儿童|小孩|幼|娃|宝宝|班"
        r"|\b(?:schools?|students?|pupils?|child\w*|kids?|learners?|tutor\w*|nurser\w+|bab\w+)\b"
    ),
    re.compile(r"天气|气象|雨|\b(?:weather|meteo\w*|rain\w*)\b"),
    re.compile(r"医|病|健康|诊|\b(?:health|medical|hospital|clinic\w*|patients?)\b"),
)
"""Cases with rules of their own: a document of such is none for a text that tells of none."""
_OF_ANY_TRADE = re.compile(
    r"我们?|咱们?|公司|单位|机构|企业|平台|个人|信息|数据|记录|资料|客户|用户|会员|顾客|明细|统计"
    r"|产品|业务|行业|经营|做[成的]?|是|在|有"
    r"|手[里上]|这[些批种个]?|能不能|可不可以|可以|能|卖|买|出售|挂牌|上架|交易所?|变现|入表|入账"
    r"|资产|合法|允许|同意|吗|么|呢|的|了|想|要|给|把"
    r"|[^\u4e00-\u9fff]"
)
_OF_ANY_TRADE_ENGLISH = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|business\w*|platforms?|personal|information|records?|customers?"
    r"|clients?|users?"
    r"|members?|products?|statistics|exchange|could|would|might|should|sell(?:ing)?|list(?:ed"
    r"|ing)?|offer(?:ed)?|trad\w+"
    r"|allow\w*|legal\w*|there|their|individuals?|persons?|people|foreign\w*|these|those|about"
    r"|which|what|where|when|with|from|that|this|they|them|have|like|want|need|here|your|data"
    r"|does|will|only|some|also|just|make|made|keep|kept|sold|collect\w*|gather\w*"
    r"|operat\w*|number)\b"
)
_GOES_ON = re.compile(
    r"^(?:那|可|但|不过|所以|好|嗯|[, ])*(?:要是|如果|假如|我们?|我把|就|光|仅|只|改成|换成|是)"
    r"|^(?:and |so |but |then )*(?:what if|if|suppose|could we|can we)\b"
)


def kind_wording(told: DataTold) -> str:
    """The wording of the document that holds what is known of such data."""
    if told.wish in ("consent", "abroad", "send", "inland"):
        return _WISHED[told.wish]
    if told.wish == "public":
        return _UTILITY if told.service else ""
    if told.wish == "book":
        if told.service:
            return _PERSONS_BOOKED if told.kind in _OF_PERSONS else _PUBLIC_BOOKED
        return _PERSONS_BOOKED if told.kind in _OF_PERSONS else _BOOKED
    if told.wish == "owner":
        return _LEFT if told.for_client and told.kind != "machine" else _PARTIES
    if told.wish == "buy":
        return _PERSONS_BOUGHT if told.kind in _OF_PERSONS and not told.totals else _WISHED["buy"]
    return _sold(told)


def _sold(told: DataTold) -> str:
    if told.for_client and told.kind != "children":
        return _CLIENTS
    if told.service:
        return _UTILITY
    if told.kind in ("machine", "produced") or not told.totals:
        return _SOLD[told.kind]
    if told.kind == "children":
        return _SOLD["children"]
    return _STATISTICS if told.kind in _OF_PERSONS else _BUSINESS


async def of_its_kind(
    found: Findings, text: str, exchanges: Sequence[Exchange], search: Search
) -> Findings | None:
    """What holds of the data that a text tells of, by what they are; ``None`` where the very thing
    is known, or the text tells of no data."""
    told = sent_on(text, exchanges) or data_told(text)
    if told is None or (told.totals and told.kind == "unknown"):
        told = _behind(text, exchanges) or told
    told = told or told_on(text, exchanges)
    if told is None or _settled(found, told) or (told.kind == "unknown" and not _things(text)):
        return None
    wording = kind_wording(told)
    held = await search(wording) if wording else None
    if held is None or held.exact is None or held.band != "answer":
        return None
    if _knows(found, told, held.exact, text):
        return None
    return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)


def _behind(text: str, exchanges: Sequence[Exchange]) -> DataTold | None:
    """What a text changes of data told before: 那要是只给他们看统计报告呢."""
    if not exchanges or _GOES_ON.match(normalise(text)) is None or not gives_totals(text):
        return None
    before = [told for e in exchanges if (told := data_told(e.question)) is not None]
    if not before:
        return None
    kind = kind_of(text)
    for told in reversed(before):
        kind = told.kind if kind == "unknown" else kind
    return DataTold("sell", "people" if kind == "children" else kind, totals=True)


def _settled(found: Findings, told: DataTold) -> bool:
    """Whether something else than documents was found. The law's list of what public data are does
    not yet say whether those of a water company are."""
    if found.law is not None and told.wish == "public":
        return False
    known = found.law or found.ruling or found.graph or found.compared
    return known is not None


def _knows(found: Findings, told: DataTold, held: Target, text: str) -> bool:
    """Whether what was found tells of the very thing, and ``held`` only of such data."""
    best = found.best
    if best is None or best.id == held.id:
        return best is not None and found.band == "answer"
    if is_of_others(best):
        return True  # Genes of other beings have rules of their own, whoever wishes for what.
    question = normalise(best.questions[0]) if best.questions else ""
    if found.match != "exact" and (not _of_the_wish(best, told) or _strays(question, text)):
        return False
    if found.band == "related" and found.chance >= PROBABLE:
        of_sale = told.wish in ("sell", "buy") and best.questions[:1] != (_AT_LARGE,)
        return of_sale and kind_of(question) == told.kind and _names_it(best, text)
    if found.band != "answer":
        return False
    if isinstance(best.document, Gap):
        return found.chance >= OF_A_GAP or _names_it(best, text)
    if told.for_client and question == normalise(_SOLD["people"]):
        return False  # Clients whose drawings they are may be firms.
    general = best.questions[:1] != () and best.questions[0] in _GENERAL
    decided = told.kind != "unknown" or told.for_client or told.service
    return not general or (not decided and told.wish in ("sell", "book"))


def _of_the_wish(best: Target, told: DataTold) -> bool:
    """Whether a document is of what is wished: a sale is none of books, and the law's list of what
    public data are does not yet say whether those of a water company are."""
    if told.wish == "public" and told.service:
        return not isinstance(best.document, Rule)
    return told.wish != "book" or any(map(of_books, best.questions[:1]))


def _names_it(best: Target, text: str) -> bool:
    """Whether the wordings of a document name a thing that the text names, besides words of any
    trade."""
    english = is_english(text)
    told = best.questions if english or kind_of(text) != "unknown" else best.questions[:1]
    wordings = " ".join(normalise(q) for q in told if is_english(q) == english)
    return any(word in wordings for word in _things(text))


def _things(text: str) -> set[str]:
    """What a text names besides words of any trade: words of English, pairs of characters."""
    plain = normalise(text)
    if is_english(text):
        return set(re.findall(r"[a-z]{4,}", _OF_ANY_TRADE_ENGLISH.sub(" ", plain)))
    runs = _OF_ANY_TRADE.sub(" ", plain).split()
    return {run[n : n + 2] for run in runs for n in range(len(run) - 1)}


def _strays(question: str, text: str) -> bool:
    """Whether a document is of a case that the text does not tell."""
    text = normalise(text)
    return any(case.search(question) and not case.search(text) for case in _CASES)
