"""What who was wronged can do: 买到假数据找谁, 钱被骗走了还能要回来吗, 让我再投五万，是真的吗.

The words of a wrong lead a search to the rules on those who do such things. Where what is found is
no answer, what is held of redress is told instead: of goods that are not what was promised, of
money that is gone, of who wants money in the exchange's name, of details that others let out, and
of details that the visitors themselves have sold. Who asks whether a thing may be taken (自己爬行不
行) and does not say what, means data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.context import MATTERS
from dialog.reply.details_taken import called_by_strangers, complains_of_others
from dialog.reply.mishaps import mishap_told
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.wrongs import cheated_of_goods, was_cheated
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN
from knowledge.text import is_english, normalise

_LONGEST = 80
"""Characters beyond which a text tells a case of its own; English has twice as many."""
_GOODS = ("买到假数据要维权，第一步做什么", "What are the steps when a trade leads to a dispute?")
_DETAILS = (
    "别人没经我同意就用了我的个人信息，我该找谁投诉？",
    "Whom can I complain to when my personal data was used without consent?",
)
_CALLS = ("老接推销电话，谁泄露的", "Who sold my phone number?")
_OWN_SALE = (
    "不小心把客户手机号卖出去了怎么办",
    "we accidentally sold customers' phone numbers, what now",
)
_MONEY = ("被骗了怎么报警", "Data was stolen or I was cheated. How do I go to the police?")
_LURE = (
    "有人自称交易所的人，收钱包办挂牌，可信吗？",
    "Someone says he works for the exchange and asks money for a listing. Is it a scam?",
)
_WHOM = re.compile(
    r"(?:那么?|我们?|这(?:个|种)?(?:事|情况)?|现在|该|应该|要|得|能|可以|去|,)*(?:(?:找|跟|向"
    r"|问)(?:谁|哪(?:里|儿|个部门))(?:说|报|投诉|举报|反映|处理)?|怎么(?:报警|办|投诉|举报"
    r"|追)|(?:要|想|去)?(?:报警|投诉|举报)|报警(?:怎么报)?)(?:呢|啊|呀|吗|[?。! ])*"
    r"|(?:and |so |then |well |[, ])*(?:who|whom|where)(?:'d| do| would| should| can"
    r"| could)?(?: i| we)? (?:talk|speak|go|turn|complain|report|call|tell|contact|ask)(?: to"
    r"| with)?(?: (?:about|for|on) (?:that|it|this))?(?: then)?[?.! ]*"
    r"|(?:and |so |then )*(?:what|how) (?:do|should|can|could|would) (?:i|we) (?:do"
    r"|go to the police|complain|report (?:it|that|him|them))(?: (?:about|now) ?(?:that|it"
    r"|this)?)?[?.! ]*"
)
"""What asks, behind a cheat that was told, whom to go to."""
_BACK = 4
"""Exchanges back to which a wrong may have been told."""
_GONE = re.compile(
    r"(?:钱|款|[万千百块元]|本)(?:还|都|就|那|的|能不能|能|可不可以|可以|有没有办法|有办法|有希望"
    r"|怎么"
    r"|咋|如何|够|再|去)*(?:要|追|拿|讨|退|找|收)(?:得|不)?(?:回来?|到)(?:[吗么呢啊]|不|没|"
    r"[?!。 ])*$"
    r"|\b(?:can|could|how (?:can|do|could)|will) (?:i|we|you|he|she|they) (?:\w+ )?"
    r"(?:get|claim|recover) (?:\w+ ){0,2}(?:money|funds?|payment|it)(?: back)?\b"
)
"""What asks whether money that was paid comes back."""
_ASKED_FOR_MONEY = re.compile(
    r"(?:让|叫|要|劝|拉|催|喊|带|说)(?:着)?(?:我们?|他|她|老[公婆]|家里?人?|爸|妈)?(?:再|继续|先"
    r"|也|多|去|来|接着|跟着)*"
    r"(?:投(?!诉)|打款|转账|汇款|充值|交钱|付款|入股|加仓|打钱)|稳赚|保本|高收益|高回报|包赚|躺赚"
    r"|日赚|月入|翻倍|内部渠道能赚"
    r"|投(?!诉|标|保)了[^,。?!]{0,6}(?:万|千|百|块|元|钱)"
    r"|\b(?:asks?|asked|asking|wants?|wanted|told|tells?|urge[sd]?)\b[^.?!]{0,20}\b(?:invest|pay"
    r"|transfer"
    r"|wire|send)\b|\bguaranteed (?:returns?|profits?)\b"
)
"""What somebody is lured to: to pay in, for a gain that is promised."""
_DOUBTING = re.compile(
    r"真的[吗么假]|真的?假|是真[吗么的]|可信|靠谱|是不是(?:真|骗|假|诈)|骗[局子人]|诈骗|上当|受骗"
    r"|被骗|能信|可靠|安全[吗么]"
    r"|有(?:没有)?这(?:回|种)?事|正规[吗么]"
    r"|\b(?:scam|fraud|real|true|genuine|legit(?:imate)?|trust|cheated)\b"
)

_SOLD_OURSELVES = re.compile(
    r"(?:已经|早就|之前|以前|前面|上[个次]?月?|去年|都|先|刚|就)[^,。?!买]{0,8}?(?:卖|交付|发|给)(?:掉|出去?|了|过|给)+"
    r"[^。?!买]{0,14}?(?:会员[号名]|卡号|手机号?|电话|姓名|名字|身份证|住址|地址|个人信息|客户信息"
    r"|没(?:有)?(?:脱敏|匿名|去掉|同意|处理))"
    r"|(?:带|含|有)(?:着|了)?(?:会员[号名]|卡号|手机号?|电话|姓名|名字|身份证|住址|地址|个人信息)的?[^。?!买]{0,10}?"
    r"(?:已经|早就|之前|以前|都|先|刚)[^,。?!买]{0,6}?(?:卖|交付)(?:掉|出去?|了|过|给)+"
    r"|\b(?:we|i)(?:'ve| have)? (?:already |once )?(?:sold|delivered)\b[^.?!]{0,40}\b(?:names?"
    r"|phones?|phone numbers?|member(?:ship)? (?:ids?|numbers?)|personal (?:data|information))\b"
)
"""Who tells that data by which people are known were sold by themselves."""
_BEFELL_US = re.compile(r"我们?的|(?:别人|人家|他们|有人|对方|平台)[^,。?!]{0,6}(?:卖|发|给)|被")
"""What tells that others did so."""
_NOW = re.compile(
    r"(?:怎么|咋|如何)(?:办|弄|补救|处理|收场|挽回|整)|(?:还|能)[^,。?!]{0,4}(?:补救|补办|挽回|来得及)"
    r"|\bwhat (?:now|(?:can|should|do|must|shall) (?:we|i) do)\b"
)
"""What asks for the way out."""
_TAKES = re.compile(
    r"(?P<who>(?:那|我们?|咱们?|公司|自己|自行|直接|用程序|写(?:个)?程序|从网上|去|来|[, ])*)"
    r"(?P<take>爬取?|抓取?|扒|采集?|爬虫抓?)(?:下来|过来|1下)?的?话?"
    r"(?P<may>行不行|行[吗么]|可不可以|可以[吗么不]|允许[吗么]|合法[吗么]|违法[吗么]|犯法[吗么]"
    r"|合规[吗么])[呢啊呀?!。 ]*"
)
"""What asks whether a thing may be taken that is not named."""


async def against_others(
    text: str, exchanges: Sequence[Exchange], search: Search
) -> Findings | None:
    """What is known of complaints against others, for whose details they took; ``None`` where that
    is not asked. It comes before all that is near the words of a complaint or of a sale."""
    text = normalise(text).strip()
    if not complains_of_others(text, _before(exchanges)):
        return None
    return await _held(_DETAILS, text, search)


async def _held(wording: tuple[str, str], text: str, search: Search) -> Findings | None:
    held = await search(wording[int(is_english(text))])
    return None if held.exact is None else msgspec.structs.replace(held, chance=PLAIN)


async def redress(text: str, exchanges: Sequence[Exchange], search: Search) -> Findings | None:
    """What is known of redress for who was wronged, or to who asks whether data may be taken;
    ``None`` where neither is asked, or nothing is held of it."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if is_english(text) else 1):
        return None
    taken = _TAKES.fullmatch(text)
    if taken is not None:
        held = await search(f"{taken['who']}{taken['take']}数据{taken['may']}")
        return held if held.band == "answer" else None
    wording = _of(text, exchanges)
    if wording is None:
        return None
    found = await search(text)
    if found.band == "answer" and found.best is not None and found.match != "near":
        return msgspec.structs.replace(found, law=None)
    held = await _held(wording, text, search)
    return held and msgspec.structs.replace(held, vector=found.vector)


def _of(text: str, exchanges: Sequence[Exchange]) -> tuple[str, str] | None:
    """The wording, in Chinese and English, by which redress is known for what a text tells."""
    if _lured(text):
        return _LURE
    if exchanges and mishap_told(exchanges[-1].question) == "cheated" and _WHOM.fullmatch(text):
        return _MONEY
    if _GONE.search(text) and _told_of_a_cheat((text, *_before(exchanges))):
        return _MONEY
    if called_by_strangers(text):
        return _CALLS
    if _sold_ourselves(text):
        return _OWN_SALE
    return _GOODS if cheated_of_goods(text) else None


def _before(exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    told = (e for e in exchanges[-_BACK:] if e.outcome in (*MATTERS, "smalltalk", "refused"))
    return tuple(normalise(e.question) for e in told)


def _told_of_a_cheat(texts: Sequence[str]) -> bool:
    return any(was_cheated(t) or _lured(t) for t in texts)


def _sold_ourselves(text: str) -> bool:
    """Whether who sold data of people themselves asks what to do now."""
    own = _SOLD_OURSELVES.search(text) is not None and _BEFELL_US.search(text) is None
    return own and _NOW.search(text) is not None


def _lured(text: str) -> bool:
    return _ASKED_FOR_MONEY.search(text) is not None and _DOUBTING.search(text) is not None
