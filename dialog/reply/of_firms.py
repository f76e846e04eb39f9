"""Data that are told to be of companies (对公客户的流水, 客户都是企业, corporate clients), now or
lately: they stay those of companies, and no rule on people's data answers whether they may be sold,
or who authorises that. Pure.

By its words (客户, 流水, consent) such a text is near what holds of the data of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

FIRMS = "企业客户、对公客户的数据，不是个人的，能做成产品卖吗，要谁授权？"
SCOPE = "客户合同里写了数据可以用于风控、内部分析，算授权我们拿去卖吗？"

_BACK = 4
"""Exchanges back to which it may have been told whose the data are."""
_LONGEST = 90
"""Characters beyond which a text tells more than this; English has thrice as many."""
_WHO = r"(?:客户|用户|会员|货主|租户|商户|买家|供应商|合作方)"
_ORGS = r"(?:企业|公司|单位|机构|工厂|厂家|法人)"
_TRADERS = (
    r"(?:厂家|厂商|(?:加盟|经销|代理|分销|批发|供应|供货|渠道|承包|分包|承运|物流|制造|零售|贸易"
    r"|生产|加工|运营|服务)商)"
)
_TRADED = (
    r"(?:订单|订货|进货|采购|拿货|报价|供货价?|进价|批发价|[运单]价|价格|销量|销售|库存"
    r"|出货|到货|交货|结算|往来|流水|账款?|回款|合同|数据|信息)"
)
"""What firms do with each other: dealers and suppliers are firms by their very name."""
_OF_FIRMS = re.compile(
    rf"(?<!给){_TRADERS}(?:们|客户|伙伴|那边|这边|发来|下|给我们|手里|手上|每[天月年]|历年)*的?{_TRADED}"
    rf"|(?:(?:卖|批|供|发|销)给|客户(?:主要|基本|都|全|就)*是)(?:了|的)?(?:全国|各地|各省|下面"
    rf"|外地|一些|我们)*的?{_TRADERS}"
    r"|\b(?:dealer|distributor|wholesaler|supplier|reseller|retailer|contractor)s?(?:'s?)?"
    r" (?:orders?|sales|prices?|quot\w+|stock|inventor\w+|purchases?|data|figures|records)\b"
    r"|\b(?:orders?|sales|prices|data|figures|records|quotes) (?:of|from) (?:our |the )?"
    r"(?:dealer|distributor|wholesaler|supplier|reseller|retailer|contractor)s\b"
    r"|对公(?![共众布开司告示益安证正平交投费])|[bB]端客户|\bto ?b\b的?客户"
    rf"|(?:^|(?<=[,。;:?! 是都全的对给卖为把做有些和、大小]))(?:企业|机构|单位|法人)类?{_WHO}"
    rf"|(?<=[是全都])公司{_WHO}"
    rf"|{_WHO}(?:们|基本上?|几乎|全部|主要|清一色|[都全也就])*(?:是|为)(?:[1一]?些|各种|大)?{_ORGS}"
    r"|(?:都|全|只|纯)?是(?:企业|公司|单位|机构)的(?:数据|流水|账|信息)?[,;。 ]*"
    r"(?:不是|没有?|跟)(?:个?人|自然人)"
    rf"|不是个人(?:的|客户|数据|信息)?[,;。 ]*(?:而?是|都是|全是){_ORGS}"
    r"|\b(?:corporate|business|institutional|b2b|enterprise) (?:clients?|customers?|accounts?"
    r"|users?)\b"
    r"|\b(?:clients?|customers?|users?)(?: are|,)? (?:all |only |mostly |just )*(?:companies"
    r"|businesses|firms|corporates?)\b"
    r"|\b(?:companies|businesses|firms)(?:'|’)? (?:data|accounts)[, ]+not (?:people|individuals"
    r"|persons|private)"
)
"""What says that data are of companies."""
_OF_PERSONS = re.compile(
    r"联系人|姓名|名单|手机|电话|身份证|员工|职工|个体户|个体工商户"
    r"|(?<!不是)(?<!没有)(?<!没)(?<!无)(?<!非)"
    r"(?:个人|自然人)(?:的|客户|用户|账户|信息|数据)|零售客户|散户|消费者|患者|学生|业主|居民"
    r"|也有个人|还有个人"
    r"|\b(?:contacts?|names?|phones?|employees?|staff|(?<!not )(?<!no )(?:individuals?|consumers?"
    r"|private (?:clients?|customers?|persons?))|patients?|(?<!we )(?<!i )(?<!to )lists?)\b"
)
"""What tells of people besides, or of a list of contacts, which has a rule of its own."""
_NO_PERSON = re.compile(
    r"(?:没有?|不含|不是|不涉及|无|不要|非)(?:任何)?(?:个人|自然人|姓名|联系人)(?:的|客户|用户"
    r"|信息|数据)?"
    r"|\b(?:no|not(?: on| about| of)?|without|nothing on)(?: any)? (?:individuals?|persons?|people"
    r"|consumers?|names|private \w+)\b"
)
_CLAUSE = re.compile(
    r"(?:合同|协议|条款|约定|授权书|开户文件|章程)[^。?!]{0,10}?(?:写|约定|规定|注明|有[1一]条|带"
    r"|签|说|明确|允许|准许|同意|可以)"
    r"|\b(?:contracts?|agreements?|clauses?|terms)\b[^.?!]{0,40}\b(?:say|says|said|allow\w*"
    r"|permit\w*|let|lets|state\w*|provide\w*|cover\w*|that we may)\b"
)
_COUNTS = re.compile(
    r"算(?:不算|是)?[^,。?!]{0,6}(?:授权|同意|许可)|(?:够|行|可以|成|算数|有效|作数)(?:不够"
    r"|不行)?(?:了|的)?(?:吗|么|不|吧|$)"
    r"|(?:够不够|行不行|算不算|能不能(?:拿去|直接)?卖)|(?:能|可以)[^,。?!]{0,8}(?:卖|挂牌|交易)"
    r"|\b(?:enough|count\w*|authori[sz]\w+|permission|consent|sufficient|may we sell"
    r"|can we sell|do)\b"
)
_SALE = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|上架|交易(?!所)|变现|做成?(?:产品|指数|评分|报告"
    r"|接口)|授权|同意|点头|谁的|归谁"
    r"|(?:能不能|可不可以|可以|能)(?:做|弄|搞|用|拿)"
    r"|\b(?:sell|sold|list|listed|trade|authori[sz]\w+|consent|permission|allowed|whose)\b"
)
_WHAT_OF_IT = re.compile(
    r"(?:那|这|这个|这种|这样|它|这些)+(?:的话)?(?:呢|行吗|行不行|可以吗|怎么[办样弄说看算])"
    r"[?。! ]*$"
    r"|\b(?:what (?:about|of) (?:that|this|it|those)|how about (?:that|this)|does that change"
    r"|is that (?:ok|okay|different|allowed))\b"
)
_ELSE = re.compile(
    r"出境|境外|国外|海外|跨境|入表|多少钱|收费|买得到|想买|罚|存多久|保存|公共数据|有没有(?:人"
    r"|谁)买"
    r"|(?:哪里|怎么|想)买|多久|材料|流程|步骤|匿名|汇总|统计|脱敏|看不出"
    r"|\b(?:abroad|overseas|export\w*|buy|price|fees?|cost|fine[ds]?|how long|anonymi\w+"
    r"|aggregat\w+|statistics)\b"
)
"""What asks for another side, or tells that no company shows."""

_AUTHORISED = re.compile(
    r"(?:谁|哪个|找谁|跟谁|向谁)[^,。?!]{0,6}(?:授权|同意|点头)|(?:要不要|要|需要"
    r"|用不用)[^,。?!]{0,8}(?:授权|同意|点头)"
    r"|\bwho\b[^.?!]{0,30}\bauthori[sz]\w+|\b(?:need|whose)\b[^.?!]{0,30}\b(?:consent|permission)\b"
)
"""What asks for leave alone, behind what told whose the data are."""


_RECORDS = re.compile(
    r"(?:订单|订货|进货|采购|出货|销量|销售|库存|报价|价格|往来|结算)(?:的)?(?:数据|记录|信息"
    r"|明细|流水|资料)?"
    r"(?:能不能|能|可以|可不可以|行不行|拿来|拿去|也)"
    r"|\b(?:order|sales|price|stock|purchase) (?:data|records|figures)\b"
)
"""Records of trade, behind what told that it is with firms."""
_BUYERS = re.compile(r"会员|用户|顾客|消费者|粉丝|网店|外卖|\b(?:members?|users?|shoppers?)\b")
"""Who buys for themselves."""


def of_firms(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """What is held of data of companies, where a text asks whether they may be sold, by whose
    leave, or whether a clause is enough; ``None`` where it asks for anything else, or tells of
    people."""
    wording = _wording(text, tuple(e.question for e in exchanges[-_BACK:]))
    if not wording or snapshot.exact(text) is not None:
        return None
    found = snapshot.at_once(wording)
    return found if found is not None and found.band == "answer" else None


@kept
def tells_of_firms(text: str) -> bool:
    """Whether a text says that its data are of companies, and tells of nobody besides."""
    plain = normalise(text)
    return _OF_FIRMS.search(plain) is not None and not _OF_PERSONS.search(_NO_PERSON.sub("", plain))


def _wording(text: str, before: Sequence[str]) -> str:
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1) or _ELSE.search(plain):
        return ""
    now = tells_of_firms(text)
    if not now and (_OF_PERSONS.search(_NO_PERSON.sub("", plain)) or not _told(before)):
        return ""
    if not (asks(plain) or _WHAT_OF_IT.search(plain) or plain.endswith("?")):
        return ""
    if _CLAUSE.search(plain):
        return SCOPE if _COUNTS.search(plain) else ""
    if now:
        return FIRMS if _SALE.search(plain) or _WHAT_OF_IT.search(plain) else ""
    of_trade = all(s.search(plain) for s in (_RECORDS, _SALE)) and not _BUYERS.search(plain)
    return FIRMS if of_trade or _AUTHORISED.search(plain) else ""


def _told(before: Sequence[str]) -> bool:
    """Whether the last text that said whose the data are, said that they are of companies."""
    for text in reversed(before):
        if tells_of_firms(text):
            return True
        if _OF_PERSONS.search(normalise(text)):
            return False
    return False
