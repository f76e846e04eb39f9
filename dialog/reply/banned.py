"""What nobody may trade at all, told before anything milder: data that never may be traded,
whatever is done to them (知道是偷来的，匿名化后能卖吗), and trading by the exchange's own people,
also through others (我在交易所上班，用老婆的公司买行吗). Pure."""

from __future__ import annotations

import itertools
import re

from dialog.reply.others_lists import of_others_list
from dialog.reply.question import Question
from dialog.reply.treated import treatment_of
from knowledge.answers.bans import asks_of_banned, bans_in, rules_bans, still_banned
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_SHORT = 40
"""Characters of a text that goes on with a case."""
STAFF = "交易所的人能不能自己买卖数据？"
_HOUSE = (
    r"(?:(?:上海|你们?|您们?|贵)?(?:数据交易所|数交所|交易所)"
    r"|你们这[里儿边]?|你们(?:单位|公司|那[里儿边]?)|贵所|本所|所里)"
)
_POST = (
    r"(?:员工|工作人员|职员|雇员|职工|内部(?:的)?人|自己人|高管|董事|监事|经理|领导|总监|主管"
    r"|审核员|审核人员|业务员|实习生)"
)
_IS_STAFF = re.compile(
    rf"我(?:本人|自己|就|现在|目前|是)*(?:在|于){_HOUSE}[^,。;?!]{{0,6}}?(?:上班|工作|任职|就职"
    rf"|干活|当|做(?!生意|产品|交易))"
    rf"|我(?:本人|自己|就|现在|目前)*(?:也)?(?:是|算|属于|作为)(?:上海)?{_HOUSE}(?:的|内部)*{_POST}"
    rf"|作为(?:上海)?{_HOUSE}(?:的|内部)*{_POST}|{_HOUSE}(?:的|内部)*{_POST}[^,。;?!]{{0,6}}?"
    r"(?:自己|本人|私下|通过|借|用|以|拿|让|偷偷|能不能|可不可以|可以|能|直接|间接)"
    r"|\bi(?: am|['’]m)? (?:currently )?(?:work(?:ing)?|employed) (?:for|at|by) (?:the|your)"
    r" (?:shanghai )?(?:data )?exchange\b"
    r"|\b(?:i am|i['’]m|as) (?:an? |the )?(?:employee|officer|director|supervisor|manager"
    r"|staff(?: member)?"
    r"|member of (?:the )?staff|clerk)\w* (?:of|at|in) (?:the"
    r"|your) (?:shanghai )?(?:data )?exchange\b"
    r"|\b(?:exchange['’]s (?:own )?(?:staff|employees?|officers?|directors?)"
    r"|(?:staff|employees?|officers?|directors?) (?:of|at) (?:the"
    r"|your) (?:shanghai )?(?:data )?exchange)\b"
)
_YOURS = re.compile(
    rf"[你您]们(?:的|内部|自己|所里)*{_POST}[^,。;?!]{{0,12}}?"
    r"(?:买卖|参与(?:数据)?交易|炒|赚差价|倒腾|自己[买卖]|进场[买卖做])"
    r"|\byour (?:own )?(?:staff|employees?|people)\b[^.;?!]{0,20}?\b(?:buy|sell|trade)\b"
)
"""The same of them who are spoken to."""
_FORMER = re.compile(
    r"以前|曾经|曾在|原来|前员工|离职|辞职|退休|不干了|\b(?:used to|formerly|former|left|retired"
    r"|ex-)"
)
_TRADES = re.compile(
    r"(?:(?<![外热专])卖(?![方家点场])|(?<!业)买(?![方家断])|购买|采购|入市|下单|交易(?!所|机构"
    r"|平台|中心)|挂牌|上架|倒腾|炒|入股|投资"
    r"|当(?:供方|需方|数商|买家|卖家)|做(?:供方|需方|数商)|接单|供货)"
    r"|\b(?:buy|buying|sell|selling|trade|trading|purchase|purchasing|list|listing|invest\w*)\b"
)
_FOR_OTHERS = re.compile(
    r"(?:帮|替|给|为|教|指导|陪)(?:我们?(?!(?:代|拿着|持|买|卖|炒|投|入股|出面|出钱|操作|挂|下单"
    r"|交易|打理|开户))|客户|企业|人|别人|卖方|买方|供方|需方|会员)"
    r"|(?:你们?|您)能|收钱|投诉|举报|找(?:谁|哪)|\bhelp (?:me|us|customers|companies|others)\b"
)
_MAY = re.compile(
    r"能不能|可不可以|行不行|可以|可否|能否|是否|[行成][吗么不嘛]|能|合规|允许|[吗么](?:$|[?,。!])"
    r"|算不算|禁止|不准|不许"
    r"|\b(?:can|could|may|might|allowed|legal|lawful|permitted|ok|okay|fine|forbidden)\b"
)


def of_staff(text: str) -> bool:
    """Whether a text asks whether somebody of the exchange may trade there, in person or through
    others."""
    text = normalise(text)
    if (
        not (_IS_STAFF.search(text) or _YOURS.search(text))
        or _FORMER.search(text)
        or _FOR_OTHERS.search(text)
    ):
        return False
    return _TRADES.search(text) is not None and _MAY.search(text) is not None


def banned(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is forbidden whatever else a text tells; ``None`` where it tells of nothing such, or is
    the very wording of a document."""
    if snapshot.exact(text) is not None:
        return None
    if of_staff(text):
        return snapshot.at_once(STAFF)
    table = next(filter(rules_bans, snapshot.pack.all(DecisionTable).values()), None)
    texts = _told(table, text, asked) if table is not None else []
    if table is None or not texts:
        return of_others_list(table, text, asked) if table is not None else None
    ruling = rule_on(table, texts, asked.today)
    return Findings("none", ruling=ruling) if ruling.settled else None


def _told(table: DecisionTable, text: str, asked: Question) -> list[str]:
    """The texts that tell of what may never be traded and ask for it: the last one; that behind the
    one before, where one tells the ban (是偷来的) and the other the sale; and what treats the data
    of such a case (匿名化以后呢). Empty where they do not."""
    if asks_of_banned(normalise(text)):
        return [text]
    last = asked.exchanges[-1].question if asked.exchanges else ""
    if last and bans_in(normalise(text)) and asks_of_banned(normalise(f"{last},{text}")):
        return [last, text]
    told = len(text) <= _SHORT and stated(table, text)
    if not told and not treatment_of(text):
        return []
    of_table = itertools.takewhile(lambda e: e.entries[:1] == (table.id,), asked.exchanges[::-1])
    ruled = [e.question for e in of_table][::-1]
    texts = [*ruled, text]
    return texts if ruled and still_banned(table, [normalise(t) for t in texts]) else []
